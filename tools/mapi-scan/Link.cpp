//===- Link.cpp - From files to a project ---------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Link.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"
#include <set>

using namespace llvm;

namespace mapitidy {

namespace {

/// What a summary does by itself, and whom it calls.
struct Contents {
  std::vector<std::string> Invoked;
  bool Acts = false;

  void add(ArrayRef<Step> Steps) {
    for (const Step &Each : Steps) {
      add(Each.Then);
      add(Each.Else);
      if (Each.Is != Step::Kind::Operation || Each.Assumed)
        continue;
      if (Each.Does == OperationKind::Invoke)
        Invoked.push_back(Each.Call);
      else
        Acts |= !isPreparation(Each);
    }
  }

private:
  /// What makes room for a result says nothing of the caller's things.
  static bool isPreparation(const Step &Each) {
    return Each.Does == OperationKind::Forget &&
           Each.Target.From == Place::Root::Local;
  }
};

} // namespace

/// The same text without the places in it: the same function, from a header
/// that was found elsewhere.
static std::string withoutPlaces(StringRef Text) {
  std::string Result;
  SmallVector<StringRef, 64> Lines;
  Text.split(Lines, '\n');
  for (StringRef Line : Lines)
    if (!Line.ltrim(" -").starts_with("at: "))
      (Result += Line) += '\n';
  return Result;
}

void LinkedProject::add(const ProjectFile &Capture) {
  for (StringRef Name : Capture.functions()) {
    const StringRef Text = Capture.textOf(Name);
    if (auto Known = Functions.find(Name); Known != Functions.end()) {
      if (withoutPlaces(Known->second.Text) != withoutPlaces(Text))
        Clashes.push_back(Name.str());
      continue;
    }
    Expected<std::unique_ptr<CallEntry>> Summary =
        Capture.summaryOf(Name, nullptr);
    if (!Summary) {
      Problems.push_back(toString(Summary.takeError()));
      continue;
    }
    Contents Of;
    for (const Outcome &Way : (*Summary)->Outcomes)
      Of.add(Way.Steps);
    Function &New = Functions[Name.str()];
    New.Text = Text;
    New.Says = Of.Acts || Of.Invoked.empty();
    New.Invoked = std::move(Of.Invoked);
  }
}

/// A function that only calls functions of which nothing is known is none the
/// wiser itself: what its callers assume is better.
void LinkedProject::dropUninteresting() {
  bool Changed = true;
  while (std::exchange(Changed, false))
    for (auto &[Name, Each] : Functions)
      if (!Each.Says && any_of(Each.Invoked, [this](const std::string &Other) {
            auto It = Functions.find(Other);
            return It != Functions.end() && It->second.Says;
          }))
        Each.Says = Changed = true;
  for (auto It = Functions.begin(); It != Functions.end();)
    It = It->second.Says ? std::next(It) : Functions.erase(It);
}

void LinkedProject::choose() {
  std::map<StringRef, std::set<StringRef>> Standing;
  for (const ProjectFile &Each : Captures)
    for (const auto &[Function, Base] : Each.overrides())
      Standing[Base].insert(Function);
  for (const auto &[Base, Direct] : Standing) {
    // What stands for one of those that stand for it does so, too; who stands
    // for himself can be meant.
    std::set<StringRef> Seen, Meant;
    std::vector<StringRef> Work{Base};
    while (!Work.empty()) {
      const StringRef Next = Work.back();
      Work.pop_back();
      const auto More = Standing.find(Next);
      if (!Seen.insert(Next).second || More == Standing.end())
        continue;
      if (More->second.count(Next) != 0)
        Meant.insert(Next);
      Work.insert(Work.end(), More->second.begin(), More->second.end());
    }
    if (Meant.size() != 1)
      continue;
    if (auto Only = Functions.find(*Meant.begin()); Only != Functions.end())
      Functions.emplace(chosenName(Base), Only->second);
  }
}

LinkedProject LinkedProject::of(std::vector<ProjectFile> Captures) {
  LinkedProject Result;
  Result.Captures = std::move(Captures);
  for (const ProjectFile &Each : Result.Captures)
    Result.add(Each);
  llvm::sort(Result.Clashes);
  Result.Clashes.erase(llvm::unique(Result.Clashes), Result.Clashes.end());
  for (const std::string &Name : Result.Clashes)
    Result.Functions.erase(Name);
  Result.choose();
  Result.dropUninteresting();
  return Result;
}

void LinkedProject::write(raw_ostream &Out, ArrayRef<std::string> Files) const {
  ProjectFileWriter Writer;
  for (const std::string &File : Files)
    Writer.addSource(File);
  for (const auto &[Name, Each] : Functions)
    Writer.addText(Name, Each.Text);
  Writer.write(Out);
}

uint64_t LinkedProject::keyFor(ArrayRef<StringRef> Asked) const {
  std::set<StringRef> Reached;
  std::vector<StringRef> Work(Asked.begin(), Asked.end());
  while (!Work.empty()) {
    const StringRef Name = Work.back();
    Work.pop_back();
    auto It = Functions.find(Name);
    if (It != Functions.end() && Reached.insert(It->first).second)
      Work.insert(Work.end(), It->second.Invoked.begin(),
                  It->second.Invoked.end());
  }
  if (Reached.empty())
    return 0;
  std::string All;
  for (StringRef Name : Reached)
    All += Name.str() + '\n' + Functions.find(Name)->second.Text.str();
  return std::max<uint64_t>(1, xxh3_64bits(All));
}

} // namespace mapitidy
