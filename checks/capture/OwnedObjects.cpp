//===- OwnedObjects.cpp - Objects on the heap and their owners ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/OwnedObjects.h"
#include "capture/ExpressionLowering.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/MapVector.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

/// Counts how often a pointer is named, and how often in a way that leaves it
/// the only one: whatever is not known to be one makes another.
class OwnerVisitor : public RecursiveASTVisitor<OwnerVisitor> {
public:
  std::vector<OwnedObject> result() const;

  bool VisitVarDecl(VarDecl *Variable) {
    if (Variable->hasLocalStorage() && !isa<ParmVarDecl>(Variable) &&
        Variable->getType()->isPointerType() && Variable->getInit())
      noteSource(Owners[Variable], Variable, Variable->getInit());
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *Ref) {
    if (const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl()))
      ++Owners[Variable].Named;
    return true;
  }
  // A lambda's body is a function of its own.
  bool TraverseLambdaExpr(LambdaExpr *Lambda) {
    for (const LambdaCapture &Each : Lambda->captures())
      if (Each.capturesVariable())
        if (const auto *Captured = dyn_cast<VarDecl>(Each.getCapturedVar()))
          ++Owners[Captured].Named;
    return true;
  }
  bool VisitMemberExpr(MemberExpr *Member) {
    if (Owner *Of = Member->isArrow() ? ownerNamed(Member->getBase()) : nullptr)
      noteUse(*Of, /*Lends=*/!isa<FieldDecl>(Member->getMemberDecl()));
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *Unary) {
    if (Unary->getOpcode() == UO_Deref)
      if (Owner *Of = ownerNamed(Unary->getSubExpr()))
        noteUse(*Of, /*Lends=*/true);
    return true;
  }
  bool VisitCXXDeleteExpr(CXXDeleteExpr *Delete) {
    if (Owner *Of = ownerNamed(Delete->getArgument()))
      noteUse(*Of, /*Lends=*/false);
    return true;
  }
  bool VisitImplicitCastExpr(ImplicitCastExpr *Cast) {
    if (Cast->getCastKind() == CK_PointerToBoolean)
      if (Owner *Of = ownerNamed(Cast->getSubExpr()))
        noteUse(*Of, /*Lends=*/false);
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *Operator) {
    if (Operator->isEqualityOp()) {
      for (const Expr *Side : {Operator->getLHS(), Operator->getRHS()})
        if (Owner *Of = ownerNamed(Side))
          noteUse(*Of, /*Lends=*/false);
    } else if (Operator->getOpcode() == BO_Assign) {
      const auto *Ref =
          dyn_cast<DeclRefExpr>(Operator->getLHS()->IgnoreParens());
      const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
      if (Variable && Variable->getType()->isPointerType()) {
        noteUse(Owners[Variable], /*Lends=*/false);
        noteSource(Owners[Variable], Variable, Operator->getRHS());
      }
    }
    return true;
  }
  bool VisitCallExpr(CallExpr *Call) {
    for (const Expr *Given : Call->arguments())
      if (Owner *Of = Given->isPRValue() ? ownerNamed(Given) : nullptr)
        noteUse(*Of, /*Lends=*/true);
    return true;
  }
  bool shouldWalkTypesOfTypeLocs() const { return false; }

private:
  struct Owner {
    const CXXNewExpr *Made = nullptr;
    unsigned Named = 0;
    unsigned Understood = 0;
    bool Lent = false;
    bool Others = false; ///< it may point to another object
  };

  Owner *ownerNamed(const Expr *Pointer) {
    const auto *Ref = dyn_cast<DeclRefExpr>(Pointer->IgnoreParenImpCasts());
    const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return Variable ? &Owners[Variable] : nullptr;
  }
  static void noteUse(Owner &Of, bool Lends) {
    ++Of.Understood;
    Of.Lent |= Lends;
  }
  static void noteSource(Owner &Of, const VarDecl *Variable, const Expr *From);

  MapVector<const VarDecl *, Owner> Owners;
};

} // namespace

/// Whether \p New makes one object of a class, of the very type that
/// \p Variable points to, in memory of its own.
static bool makesOwn(const CXXNewExpr &New, const VarDecl &Variable) {
  const QualType Type = New.getAllocatedType();
  return !New.isArray() && New.getNumPlacementArgs() == 0 &&
         Type->isRecordType() &&
         Type->getCanonicalTypeUnqualified() ==
             Variable.getType()
                 ->getPointeeType()
                 ->getCanonicalTypeUnqualified();
}

void OwnerVisitor::noteSource(Owner &Of, const VarDecl *Variable,
                              const Expr *From) {
  const ASTContext &Context = Variable->getASTContext();
  if (From->isNullPointerConstant(const_cast<ASTContext &>(Context),
                                  Expr::NPC_ValueDependentIsNotNull))
    return;
  const auto *New = dyn_cast<CXXNewExpr>(strip(From));
  Of.Others |= !New || Of.Made || !makesOwn(*New, *Variable);
  Of.Made = New;
  // A constructor may tell others of its object.
  const CXXConstructExpr *Construct = New ? New->getConstructExpr() : nullptr;
  Of.Lent |= Construct && Construct->getConstructor()->isUserProvided();
}

std::vector<OwnedObject> OwnerVisitor::result() const {
  std::vector<OwnedObject> Result;
  for (const auto &[Variable, Found] : Owners)
    if (Found.Made && !Found.Others && Found.Named == Found.Understood)
      Result.push_back({Variable, Found.Made, Found.Lent});
  return Result;
}

std::vector<OwnedObject> ownedObjects(Stmt *Body) {
  OwnerVisitor Visitor;
  Visitor.TraverseStmt(Body);
  return Visitor.result();
}

} // namespace mapitidy
