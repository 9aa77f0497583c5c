//===- FileCapture.cpp - What a file tells others -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/FileCapture.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include <set>

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// Whether a virtual call of another function can mean \p Function.
static bool standsForOthers(const FunctionDecl &Function) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  return Method && Method->size_overridden_methods() != 0;
}

/// Whether functions of other files can call \p Function, which is here.
static bool isOffered(const FunctionDecl &Function) {
  const SourceManager &Sources = Function.getASTContext().getSourceManager();
  return Function.isExternallyVisible() && !Function.isDependentContext() &&
         !Function.isMain() && !Function.isTemplateInstantiation() &&
         (!Function.isInlined() || standsForOthers(Function) ||
          Sources.isInMainFile(
              Sources.getExpansionLoc(Function.getLocation())));
}

/// A class is judged with all of its functions, wherever their bodies are.
static void askForOthers(const FunctionDecl &Member,
                         FunctionSummaries &Summaries) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Member);
  if (!Method || Method->isDependentContext())
    return;
  SmallVector<const CXXRecordDecl *, 4> Work{Method->getParent()};
  while (!Work.empty()) {
    const CXXRecordDecl *Class = Work.pop_back_val();
    for (const CXXMethodDecl *Each : Class->methods())
      if (!Each->hasBody())
        Summaries.of(*Each);
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (const CXXRecordDecl *Inner = Base.getType()->getAsCXXRecordDecl();
          Inner && Inner->hasDefinition())
        Work.push_back(Inner->getDefinition());
  }
}

namespace {

/// Tells which functions virtual calls can mean: each, unless it is pure,
/// stands for itself and for those that it overrides.
class OverrideFinder {
public:
  void add(const CXXRecordDecl &Class) {
    if (Classes.insert(&Class).second)
      for (const CXXMethodDecl *Method : Class.methods())
        if (Method->isVirtual())
          add(*Method);
  }

  std::set<std::pair<std::string, std::string>> Found;

private:
  void add(const CXXMethodDecl &Method) {
    if (!Method.isPureVirtual())
      Found.insert({nameAcrossFiles(Method), nameAcrossFiles(Method)});
    for (const CXXMethodDecl *Base : Method.overridden_methods()) {
      Found.insert({nameAcrossFiles(Method), nameAcrossFiles(*Base)});
      add(*Base);
    }
  }

  SmallPtrSet<const CXXRecordDecl *, 16> Classes;
};

} // namespace

ProjectFileWriter capture(ArrayRef<const FunctionDecl *> Seen,
                          FunctionSummaries &Summaries,
                          ProjectSummaries &Others) {
  // Whoever is asked may ask others.
  std::vector<std::pair<const FunctionDecl *, CallEntry>> Known;
  for (const FunctionDecl *Each : Seen) {
    const CalleeKnowledge Is = Summaries.of(*Each);
    if (isOffered(*Each) && Is.Is == CalleeKnowledge::Kind::Summary)
      Known.emplace_back(Each, *Is.Entry);
    askForOthers(*Each, Summaries);
  }
  ProjectFileWriter File;
  for (const std::string &Name : Others.asked())
    File.ask(Name);
  OverrideFinder Virtual;
  for (const FunctionDecl *Each : Seen)
    if (const auto *Member = dyn_cast<CXXMethodDecl>(Each);
        Member && !Member->isDependentContext())
      Virtual.add(*Member->getParent());
  for (const auto &[Function, Base] : Virtual.Found)
    File.addOverride(Function, Base);
  for (const std::string &Source : Others.places().files())
    File.addSource(Source);
  for (auto &[Each, Entry] : Known)
    File.add(nameAcrossFiles(*Each), std::move(Entry), Others.places());
  return File;
}

} // namespace mapitidy
