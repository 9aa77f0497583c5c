//===- UnitFacts.cpp - What a translation unit says as a whole ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/UnitFacts.h"
#include "capture/ExpressionLowering.h"
#include "capture/FunctionPointers.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

class UnitVisitor : public RecursiveASTVisitor<UnitVisitor> {
public:
  UnitVisitor(const Catalogue &Entries, UnitFacts &Into, ASTContext &Context)
      : Entries(Entries), Into(Into), Context(Context) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldWalkTypesOfTypeLocs() const { return false; }

  bool TraverseDecl(Decl *Each) {
    const Decl *Outer = Owner;
    if (const auto *Function = dyn_cast_or_null<FunctionDecl>(Each)) {
      const auto *Method = dyn_cast<CXXMethodDecl>(Function);
      Owner = Method ? static_cast<const Decl *>(
                           Method->getParent()->getCanonicalDecl())
                     : Function->getCanonicalDecl();
    }
    bool Result = RecursiveASTVisitor::TraverseDecl(Each);
    Owner = Outer;
    return Result;
  }
  bool VisitCallExpr(CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && Callee->getIdentifier())
      note(Entries.findFunction(Callee->getName()),
           {Call->getArgs(), Call->getNumArgs()});
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) {
    if (Construct->getNumArgs() != 0)
      note(Entries.findFunction(
               Construct->getConstructor()->getQualifiedNameAsString()),
           {Construct->getArgs(), Construct->getNumArgs()});
    return true;
  }

private:
  void note(const CallEntry *Entry, ArrayRef<Expr *> Arguments) {
    if (!Entry)
      return;
    if (Owner && Entry->Initialises)
      Into.Owners[Owner].Up[unsigned(*Entry->Initialises)] = true;
    if (Owner && Entry->Uninitialises)
      Into.Owners[Owner].Down[unsigned(*Entry->Uninitialises)] = true;
    if (Entry->StartsThread &&
        unsigned(Entry->StartsThread->Index) < Arguments.size())
      noteRoutine(Arguments[Entry->StartsThread->Index]);
  }
  void noteRoutine(const Expr *E) {
    E = E->IgnoreParenCasts();
    if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E)) {
      noteRoutine(Choice->getTrueExpr());
      noteRoutine(Choice->getFalseExpr());
    } else if (const FunctionDecl *Routine = calledFunction(E)) {
      Into.Routines.insert(Routine->getCanonicalDecl());
    } else if (const std::optional<FunctionTarget> Target =
                   Pointers.targetOf(E, Context);
               Target && Target->Function) {
      Into.Routines.insert(Target->Function->getCanonicalDecl());
    }
  }

  const Catalogue &Entries;
  UnitFacts &Into;
  ASTContext &Context;
  FunctionPointers Pointers;
  const Decl *Owner = nullptr;
};

std::vector<Decl *> ownDeclarations(ASTContext &Context) {
  std::vector<Decl *> Result;
  auto Add = [&](Decl *Each) {
    if (!Context.getSourceManager().isInSystemHeader(Each->getLocation()))
      Result.push_back(Each);
  };
  for (Decl *Scope : Context.getTraversalScope())
    if (auto *Unit = dyn_cast<TranslationUnitDecl>(Scope))
      for_each(Unit->decls(), Add);
    else
      Add(Scope);
  return Result;
}

UnitFacts::UnitFacts(const Catalogue &Entries, ASTContext &Context) {
  UnitVisitor Visitor(Entries, *this, Context);
  for (Decl *Each : ownDeclarations(Context))
    Visitor.TraverseDecl(Each);
}

bool UnitFacts::undoesForOthers(InitLevel Level,
                                const CXXRecordDecl &Class) const {
  return any_of(Owners, [&](const auto &Owner) {
    return Owner.first != Class.getCanonicalDecl() &&
           Owner.second.Down[unsigned(Level)] &&
           !Owner.second.Up[unsigned(Level)];
  });
}

} // namespace mapitidy
