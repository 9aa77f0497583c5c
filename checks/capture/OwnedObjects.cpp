//===- OwnedObjects.cpp - Objects on the heap and their owners ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/OwnedObjects.h"
#include "capture/ExpressionLowering.h"
#include "capture/SmartPointers.h"
#include "capture/SummaryReplay.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/MapVector.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// \returns the class to whose objects \p Variable, a pointer or a
/// std::unique_ptr, points; null if it does not.
static QualType pointedTo(const VarDecl &Variable) {
  const QualType Type = Variable.getType();
  return Type->isPointerType() ? Type->getPointeeType() : uniquelyOwned(Type);
}

static bool isNull(const Expr &E, ASTContext &Context) {
  return E.isNullPointerConstant(Context, Expr::NPC_ValueDependentIsNotNull);
}

static StringRef nameOf(const FunctionDecl &Function) {
  return Function.getIdentifier() ? Function.getName() : StringRef();
}

/// Whether it is `p.reset()`.
static bool isReset(const CXXMemberCallExpr &Call) {
  return nameOf(*Call.getMethodDecl()) == "reset" &&
         all_of(Call.arguments(), [&](const Expr *Given) {
           return isa<CXXDefaultArgExpr>(Given) ||
                  isNull(*Given, Call.getMethodDecl()->getASTContext());
         });
}

/// Whether it is a member that can do no more than hold something: an object
/// in a list of others, or a function, may lead to the whole.
static bool isHolder(const ValueDecl &Member) {
  return isa<FieldDecl>(Member) && (Member.getType()->isScalarType() ||
                                    !smartPointee(Member.getType()).isNull());
}

namespace {

/// Counts how often a pointer is named, and how often in a way that leaves it
/// the only one: whatever is not known to be one makes another.
class OwnerVisitor : public RecursiveASTVisitor<OwnerVisitor> {
public:
  explicit OwnerVisitor(ASTContext &Context) : Context(Context) {}

  std::vector<OwnedObject> result() const;

  bool VisitVarDecl(VarDecl *Variable) {
    if (Variable->hasLocalStorage() && !isa<ParmVarDecl>(Variable) &&
        Variable->getInit() && !pointedTo(*Variable).isNull())
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
      noteUse(*Of, !isHolder(*Member->getMemberDecl()));
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
      // What others can name is theirs, too.
      if (Variable && Variable->hasLocalStorage() &&
          Variable->getType()->isPointerType()) {
        noteUse(Owners[Variable], /*Lends=*/false);
        noteSource(Owners[Variable], Variable, Operator->getRHS());
      }
    }
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *Call) {
    if (Owner *Of = uniqueOwner(Call->getArg(0)))
      if (is_contained({OO_Arrow, OO_Star}, Call->getOperator()) ||
          isNull(*Call->getArg(Call->getNumArgs() - 1), Context))
        noteUse(*Of, /*Lends=*/false);
    return true;
  }
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *Call) {
    Owner *Of = uniqueOwner(Call->getImplicitObjectArgument());
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (Of && Method &&
        (isa<CXXConversionDecl>(Method) || isReset(*Call) ||
         nameOf(*Method) == "get"))
      noteUse(*Of, /*Lends=*/false);
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
    const Expr *Made = nullptr;
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
  Owner *uniqueOwner(const Expr *E) {
    return uniquelyOwned(E->getType()).isNull() ? nullptr : ownerNamed(E);
  }
  static void noteUse(Owner &Of, bool Lends) {
    ++Of.Understood;
    Of.Lent |= Lends;
  }
  void noteSource(Owner &Of, const VarDecl *Variable, const Expr *From);

  ASTContext &Context;
  MapVector<const VarDecl *, Owner> Owners;
};

} // namespace

/// Whether \p From makes one object, of the very type that \p Variable points
/// to, in memory of its own.
static bool makesOwn(const Expr &From, const VarDecl &Variable) {
  QualType Type;
  if (const auto *New = dyn_cast<CXXNewExpr>(&From);
      New && !New->isArray() && New->getNumPlacementArgs() == 0)
    Type = New->getAllocatedType();
  else if (const auto *Call = dyn_cast<CallExpr>(&From))
    if (const FunctionDecl *Callee = Call->getDirectCallee();
        Callee && Callee->isInStdNamespace() &&
        nameOf(*Callee) == "make_unique")
      Type = uniquelyOwned(Call->getType());
  return !Type.isNull() && Type->isRecordType() &&
         Type->getCanonicalTypeUnqualified() ==
             pointedTo(Variable)->getCanonicalTypeUnqualified();
}

void OwnerVisitor::noteSource(Owner &Of, const VarDecl *Variable,
                              const Expr *From) {
  From = strip(From);
  const auto *Construct = dyn_cast<CXXConstructExpr>(From);
  if (Construct && Construct->getNumArgs() > 0)
    From = strip(Construct->getArg(0));
  else if (Construct)
    return; // an empty std::unique_ptr
  if (isNull(*From, Context))
    return;
  Of.Others |= Of.Made || !makesOwn(*From, *Variable);
  Of.Made = From;
  // A constructor may tell others of its object.
  const auto *New = dyn_cast<CXXNewExpr>(From);
  const CXXConstructExpr *Runs = New ? New->getConstructExpr() : nullptr;
  Of.Lent |= Runs && Runs->getConstructor()->isUserProvided();
}

std::vector<OwnedObject> OwnerVisitor::result() const {
  std::vector<OwnedObject> Result;
  for (const auto &[Variable, Found] : Owners)
    if (Found.Made && !Found.Others && Found.Named == Found.Understood)
      Result.push_back(
          {Variable, Found.Made, pointedTo(*Variable), Found.Lent});
  return Result;
}

std::vector<OwnedObject> ownedObjects(Stmt *Body, ASTContext &Context) {
  OwnerVisitor Visitor(Context);
  Visitor.TraverseStmt(Body);
  return Visitor.result();
}

const ExpressionLowering::Owned *
ExpressionLowering::ownedBy(const Expr *Pointer) const {
  const auto *Ref = dyn_cast<DeclRefExpr>(Pointer->IgnoreParenImpCasts());
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  auto It = OwnedByVariable.find(Variable);
  return It == OwnedByVariable.end() ? nullptr : &It->second;
}

/// A std::unique_ptr is made, which gets the only pointer to its object.
bool ExpressionLowering::lowerUniqueOwner(const VarDecl *Variable) {
  auto It = OwnedByVariable.find(Variable);
  if (It == OwnedByVariable.end() || Variable->getType()->isPointerType())
    return false;
  Operation &Take = emit(OperationKind::TakeAddress, Variable->getLocation());
  Take.Target = It->second.Pointer;
  Take.Source = It->second.Object;
  return true;
}

namespace {

class NewFinder : public RecursiveASTVisitor<NewFinder> {
public:
  const CXXConstructExpr *Found = nullptr;

  bool VisitCXXNewExpr(CXXNewExpr *New) {
    Found = New->getConstructExpr();
    return false;
  }
};

} // namespace

/// std::make_unique makes \p Object, by a constructor that its body names.
void ExpressionLowering::makeUnique(const CallExpr *Call, PathId Object) {
  NewFinder Finder;
  if (Stmt *Body = Call->getDirectCallee()->getBody())
    Finder.TraverseStmt(Body);
  const SourceLocation At = Call->getBeginLoc();
  if (Finder.Found && Finder.Found->requiresZeroInitialization())
    clearMembers(Object, Paths.type(Object), At);
  const CXXConstructorDecl *Constructor =
      Finder.Found ? Finder.Found->getConstructor() : nullptr;
  if (Constructor && Constructor->isTrivial())
    return;
  const CalleeKnowledge Known =
      Constructor ? Summaries.of(*Constructor) : CalleeKnowledge();
  if (Known.Is != CalleeKnowledge::Kind::Summary) {
    emit(OperationKind::OpenToOthers, At).Target = Object;
    return lowerUnknownCall(Call, Resolver.resolve(Call), /*Opaque=*/true);
  }
  Bindings Given;
  Given.This = {Argument::Mode::ByAddress, Object, 0};
  std::vector<PathId> Objects;
  Given.Arguments = bindArguments(
      *Constructor, ArrayRef(Call->getArgs(), Call->getNumArgs()), &Objects);
  Given.At = place(At);
  SummaryReplay(Builder, Paths, *Known.Entry, std::move(Given)).run();
  destroyObjects(Objects, At);
}

/// What a std::unique_ptr holds is deleted, if it holds anything.
void ExpressionLowering::deleteOwned(const Owned &Of, SourceLocation At) {
  const BlockId From = Builder.currentBlock();
  const BlockId Held = Builder.addBlock();
  const BlockId Join = Builder.addBlock();
  const Condition Empty{Of.Pointer, {Comparison::Operator::Equal, 0, false}};
  Builder.graph().Blocks[From].BranchPlace = place(At);
  Builder.jump(From, Held, Empty.negated());
  Builder.jump(From, Join, Empty);
  Builder.startBlock(Held);
  destroyObject({Argument::Mode::ByAddress, Of.Object, 0},
                Paths.type(Of.Object)->getAsCXXRecordDecl(), At);
  emit(OperationKind::EndOfLife, At).Target = Of.Object;
  Builder.jump(Builder.currentBlock(), Join);
  Builder.startBlock(Join);
}

bool ExpressionLowering::lowerOwnerCall(const CallExpr *Call) {
  if (auto It = MadeByOwner.find(Call); It != MadeByOwner.end()) {
    makeUnique(Call, It->second);
    return true;
  }
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
  const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
  const Expr *On = Operator ? Operator->getArg(0)
                   : Member ? Member->getImplicitObjectArgument()
                            : nullptr;
  const Owned *Of =
      On && !uniquelyOwned(On->getType()).isNull() ? ownedBy(On) : nullptr;
  if (!Of)
    return false;
  const OverloadedOperatorKind Kind =
      Operator ? Operator->getOperator() : OO_None;
  if (Kind == OO_Equal || (Member && isReset(*Member))) {
    deleteOwned(*Of, Call->getExprLoc());
    set(Of->Pointer, 0, Call->getExprLoc());
  } else if (Kind == OO_EqualEqual || Kind == OO_ExclaimEqual) {
    Answers[Call] = {Of->Pointer,
                     {Comparison::Operator::Equal, 0, Kind == OO_ExclaimEqual}};
  } else {
    setResult(Call, {Argument::Mode::ByValue,
                     Kind == OO_Star ? Of->Object : Of->Pointer, 0});
  }
  return true;
}

} // namespace mapitidy
