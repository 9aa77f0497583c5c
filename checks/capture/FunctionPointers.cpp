//===- FunctionPointers.cpp - What function pointers point to -------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/FunctionPointers.h"
#include "capture/UnitFacts.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// A name as it is exported: `_MAPIUninitialize@0` is MAPIUninitialize.
static std::string withoutDecoration(StringRef Name) {
  if (!Name.contains('@'))
    return Name.str();
  Name.consume_front("_");
  return Name.split('@').first.str();
}

static const clang::StringLiteral *procedureName(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || !Callee->getIdentifier() ||
      Callee->getName() != "GetProcAddress" || Call->getNumArgs() != 2)
    return nullptr;
  return dyn_cast<clang::StringLiteral>(Call->getArg(1)->IgnoreParenCasts());
}

std::optional<FunctionTarget> FunctionPointers::valueOf(const Expr *E) {
  E = E->IgnoreImplicit()->IgnoreParenCasts();
  if (const auto *Unary = dyn_cast<UnaryOperator>(E);
      Unary &&
      (Unary->getOpcode() == UO_AddrOf || Unary->getOpcode() == UO_Deref))
    E = Unary->getSubExpr()->IgnoreParenCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (const auto *Function = dyn_cast<FunctionDecl>(Ref->getDecl()))
      return FunctionTarget{Function, {}};
  if (const auto *Call = dyn_cast<CallExpr>(E))
    if (const clang::StringLiteral *Name = procedureName(Call))
      return FunctionTarget{nullptr, withoutDecoration(Name->getString())};
  return std::nullopt;
}

static bool isFunctionPointer(QualType Type) {
  Type = Type.getNonReferenceType();
  return Type->isFunctionPointerType() || Type->isFunctionType();
}

/// Finds all assignments to function pointers. The first one that cannot be
/// understood, or that differs, makes the pointer unknown.
class AssignmentFinder : public RecursiveASTVisitor<AssignmentFinder> {
public:
  AssignmentFinder(FunctionPointers::Targets &Into, ASTContext &Context)
      : Into(Into), Context(Context) {}

  bool shouldVisitImplicitCode() const { return true; }
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldWalkTypesOfTypeLocs() const { return false; }

  bool VisitVarDecl(VarDecl *Variable) {
    if (isa<ParmVarDecl>(Variable))
      note(Variable, nullptr); // whatever a caller passes
    else if (Variable->getInit())
      note(Variable, Variable->getInit());
    return true;
  }
  bool VisitFieldDecl(FieldDecl *Field) {
    if (Field->getInClassInitializer())
      note(Field, Field->getInClassInitializer());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *Operator) {
    if (Operator->isAssignmentOp())
      note(pointerOf(Operator->getLHS()), Operator->getRHS());
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *Operator) {
    // Whoever has its address may change it.
    if (Operator->getOpcode() == UO_AddrOf)
      note(pointerOf(Operator->getSubExpr()), nullptr);
    return true;
  }
  bool TraverseConstructorInitializer(CXXCtorInitializer *Each) {
    if (Each->getMember() && Each->getInit())
      note(Each->getMember(), Each->getInit());
    return RecursiveASTVisitor::TraverseConstructorInitializer(Each);
  }
  bool VisitInitListExpr(InitListExpr *List) {
    const RecordDecl *Record = List->getType()->getAsRecordDecl();
    if (!Record || !List->isSemanticForm())
      return true;
    unsigned Index = 0;
    for (const FieldDecl *Field : Record->fields())
      if (Index < List->getNumInits())
        note(Field, List->getInit(Index++));
    return true;
  }

  static const ValueDecl *pointerOf(const Expr *E) {
    E = E->IgnoreImplicit()->IgnoreParenCasts();
    if (const auto *Unary = dyn_cast<UnaryOperator>(E);
        Unary && Unary->getOpcode() == UO_Deref)
      E = Unary->getSubExpr()->IgnoreParenCasts();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return dyn_cast<VarDecl>(Ref->getDecl());
    if (const auto *Member = dyn_cast<MemberExpr>(E))
      return Member->getMemberDecl();
    return nullptr;
  }

private:
  void note(const ValueDecl *Pointer, const Expr *Value) {
    if (!Pointer || !isFunctionPointer(Pointer->getType()))
      return;
    Pointer = cast<ValueDecl>(Pointer->getCanonicalDecl());
    std::optional<FunctionTarget> Target;
    if (Value && !Value->containsErrors() && !Value->getType().isNull()) {
      Value = Value->IgnoreImplicit();
      if (isa<ImplicitValueInitExpr>(Value) ||
          Value->isNullPointerConstant(Context,
                                       Expr::NPC_ValueDependentIsNotNull))
        return; // a null pointer is not called
      Target = FunctionPointers::valueOf(Value);
    }
    auto [It, Inserted] = Into.try_emplace(Pointer, Target);
    if (!Inserted && !(It->second == Target))
      It->second = std::nullopt;
  }

  FunctionPointers::Targets &Into;
  ASTContext &Context;
};

void FunctionPointers::collect(Targets &Into, ASTContext &Context) {
  AssignmentFinder Finder(Into, Context);
  for (Decl *Each : ownDeclarations(Context))
    Finder.TraverseDecl(Each);
}

std::optional<FunctionTarget> FunctionPointers::targetOf(const Expr *Callee,
                                                         ASTContext &Context) {
  if (std::optional<FunctionTarget> Direct = valueOf(Callee))
    return Direct;
  const ValueDecl *Pointer = AssignmentFinder::pointerOf(Callee);
  if (!Pointer)
    return std::nullopt;
  if (!Known) {
    Known.emplace();
    collect(*Known, Context);
  }
  return Known->lookup(cast<ValueDecl>(Pointer->getCanonicalDecl()));
}

} // namespace mapitidy
