//===- ExpressionLowering.cpp - Expressions as operations -----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "events/ExpressionLowering.h"
#include "events/SmartPointers.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// Strips everything that leaves the value as it is.
static const Expr *strip(const Expr *E) {
  while (true) {
    const Expr *Inner = E->IgnoreImplicit()->IgnoreParenCasts();
    if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(Inner))
      Inner = Default->getExpr();
    if (const auto *Copy = dyn_cast<CXXConstructExpr>(Inner))
      if (Copy->getNumArgs() == 1 &&
          Copy->getConstructor()->isCopyOrMoveConstructor())
        Inner = Copy->getArg(0);
    if (Inner == E)
      return E;
    E = Inner;
  }
}

namespace {

/// What ExpressionLowering::prepare looks for.
class BodyVisitor : public RecursiveASTVisitor<BodyVisitor> {
public:
  std::vector<const AbstractConditionalOperator *> Conditionals;
  std::vector<const LambdaExpr *> Lambdas;
  std::vector<const LambdaExpr *> CalledOnTheSpot;
  std::vector<const Expr *> StoredAddresses;

  bool VisitAbstractConditionalOperator(AbstractConditionalOperator *C) {
    Conditionals.push_back(C);
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *Lambda) {
    if (!llvm::is_contained(CalledOnTheSpot, Lambda))
      Lambdas.push_back(Lambda);
    return true;
  }
  bool VisitCallExpr(CallExpr *Call) {
    if (const LambdaExpr *Lambda = straightLambda(Call))
      CalledOnTheSpot.push_back(Lambda);
    return true;
  }
  bool VisitVarDecl(VarDecl *Variable) {
    if (Variable->getInit() && !Variable->getType()->isReferenceType())
      noteAddress(Variable->getInit());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *Operator) {
    if (Operator->getOpcode() == BO_Assign)
      noteAddress(Operator->getRHS());
    return true;
  }
  bool VisitInitListExpr(InitListExpr *List) {
    for (const Expr *Init : List->inits())
      if (Init)
        noteAddress(Init);
    return true;
  }
  // Written for C++ and C alike: bodies hold no types that matter here.
  bool shouldWalkTypesOfTypeLocs() const { return false; }

private:
  void noteAddress(const Expr *E) {
    if (const auto *Unary = dyn_cast<UnaryOperator>(E->IgnoreParenCasts()))
      if (Unary->getOpcode() == UO_AddrOf)
        StoredAddresses.push_back(Unary->getSubExpr());
  }
};

} // namespace

void ExpressionLowering::prepare(const Stmt *Body) {
  BodyVisitor Visitor;
  Visitor.TraverseStmt(const_cast<Stmt *>(Body));
  for (const AbstractConditionalOperator *C : Visitor.Conditionals) {
    Arms[C->getTrueExpr()->IgnoreParens()] = C;
    Arms[C->getFalseExpr()->IgnoreParens()] = C;
    Results[C] = {Argument::Mode::ByValue, Paths.temporary(C->getType()), 0};
  }
  auto Share = [this](PathId Path) {
    if (Path == NoPath)
      return;
    Paths[Path].Shared = true;
    SharedPaths.push_back(Path);
  };
  for (const Expr *Address : Visitor.StoredAddresses)
    Share(Paths.lvalue(Address));
  for (const LambdaExpr *Lambda : Visitor.Lambdas)
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.capturesVariable() && Capture.getCaptureKind() == LCK_ByRef &&
          mayConsume(Lambda->getBody(), Capture.getCapturedVar(), Resolver))
        Share(Paths.variable(Capture.getCapturedVar()));
}

SourcePlace ExpressionLowering::place(SourceLocation At) const {
  return Context.getSourceManager().getFileLoc(At).getRawEncoding();
}

Operation &ExpressionLowering::emit(OperationKind Kind, SourceLocation At) {
  Operation &Result = Current->Operations.emplace_back();
  Result.Kind = Kind;
  Result.Place = place(At);
  Result.Index = Graph.OperationCount++;
  return Result;
}

void ExpressionLowering::set(PathId Target, int64_t Constant,
                             SourceLocation At) {
  Operation &Set = emit(OperationKind::Set, At);
  Set.Target = Target;
  Set.Constant = Value::ofConstant(Constant);
}

std::optional<int64_t> ExpressionLowering::constant(const Expr *E) const {
  if (E->isValueDependent())
    return std::nullopt;
  if (E->isNullPointerConstant(Context, Expr::NPC_ValueDependentIsNotNull))
    return 0;
  Expr::EvalResult Result;
  if (!E->getType()->isIntegralOrEnumerationType() ||
      !E->EvaluateAsInt(Result, Context) ||
      Result.Val.getInt().getSignificantBits() > 64)
    return std::nullopt;
  return Result.Val.getInt().getExtValue();
}

Argument ExpressionLowering::value(const Expr *E) {
  if (std::optional<int64_t> Constant = constant(E))
    return {Argument::Mode::Constant, NoPath, *Constant};
  E = strip(E);
  if (std::optional<int64_t> Constant = constant(E))
    return {Argument::Mode::Constant, NoPath, *Constant};
  if (auto It = Results.find(E); It != Results.end())
    return It->second;
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_AddrOf)
      return {Argument::Mode::ByAddress, Paths.lvalue(Unary->getSubExpr()), 0};
    if (Unary->getOpcode() == UO_Extension)
      return value(Unary->getSubExpr());
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->getOpcode() == BO_Assign)
      return value(Binary->getLHS());
    if (Binary->getOpcode() == BO_Comma)
      return value(Binary->getRHS());
    return {};
  }
  if (PathId Path = Paths.lvalue(E); Path != NoPath)
    return {Argument::Mode::ByValue, Path, 0};
  return {};
}

static Condition compare(PathId Path, BinaryOperatorKind Opcode,
                         int64_t Constant) {
  using Comparison = Condition::Comparison;
  constexpr int64_t Greatest = std::numeric_limits<int64_t>::max();
  switch (Opcode) {
  case BO_EQ:
  case BO_NE:
    return {Path, Comparison::Equal, Constant, Opcode == BO_NE};
  case BO_LT:
  case BO_GE:
    return {Path, Comparison::Less, Constant, Opcode == BO_GE};
  case BO_LE:
  case BO_GT:
    if (Constant == Greatest)
      return {};
    return {Path, Comparison::Less, Constant + 1, Opcode == BO_GT};
  default:
    return {};
  }
}

Condition ExpressionLowering::condition(const Expr *E) {
  E = strip(E);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    if (Unary->getOpcode() == UO_LNot)
      return condition(Unary->getSubExpr()).negated();
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (Call->getOperator() == OO_Exclaim)
      return condition(Call->getArg(0)).negated();
    if (Call->getNumArgs() == 2 && (Call->getOperator() == OO_EqualEqual ||
                                    Call->getOperator() == OO_ExclaimEqual)) {
      Argument Left = value(Call->getArg(0)), Right = value(Call->getArg(1));
      if (Left.How == Argument::Mode::ByValue &&
          Right.How == Argument::Mode::Constant)
        return compare(Left.Path,
                       Call->getOperator() == OO_EqualEqual ? BO_EQ : BO_NE,
                       Right.Constant);
      return {};
    }
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E);
      Binary && Binary->isComparisonOp()) {
    const Expr *Tested = Binary->getLHS();
    std::optional<int64_t> Constant = constant(Binary->getRHS());
    BinaryOperatorKind Opcode = Binary->getOpcode();
    if (!Constant) {
      Tested = Binary->getRHS();
      Constant = constant(Binary->getLHS());
      if (Opcode != BO_EQ && Opcode != BO_NE)
        Opcode = BinaryOperator::reverseComparisonOp(Opcode);
    }
    if (!Constant)
      return {};
    if (Argument Left = value(Tested); Left.How == Argument::Mode::ByValue)
      return compare(Left.Path, Opcode, *Constant);
    // (SUCCEEDED(hr)) == TRUE, and the like.
    if (BinaryOperator::isEqualityOp(Opcode) &&
        (*Constant == 0 || *Constant == 1))
      return (Opcode == BO_EQ) == (*Constant == 1)
                 ? condition(Tested)
                 : condition(Tested).negated();
    return {};
  }
  Argument Tested = value(E);
  if (Tested.How != Argument::Mode::ByValue)
    return {};
  return compare(Tested.Path, BO_NE, 0);
}

void ExpressionLowering::assign(PathId Target, const Expr *From,
                                SourceLocation At) {
  Argument Source = value(From);
  if (Target == NoPath) {
    // Into an array's element or the like: it has a second owner now.
    if (Source.How == Argument::Mode::ByValue && Paths[Source.Path].Pointer)
      emit(OperationKind::GiveAway, At).Source = Source.Path;
    return;
  }
  if (Source.How == Argument::Mode::Constant)
    return set(Target, Source.Constant, At);
  if (Source.How == Argument::Mode::ByValue) {
    Operation &Copy = emit(OperationKind::Copy, At);
    Copy.Target = Target;
    Copy.Source = Source.Path;
    return;
  }
  if (Condition Tested = condition(From); Tested.isKnown()) {
    Operation &Test = emit(OperationKind::Test, At);
    Test.Target = Target;
    Test.Tested = Tested;
    return;
  }
  emit(OperationKind::Forget, At).Target = Target;
}

void ExpressionLowering::lowerArm(const Expr *Arm) {
  auto It = Arms.find(Arm);
  if (It != Arms.end())
    assign(Results[It->second].Path, Arm, Arm->getBeginLoc());
}

void ExpressionLowering::lowerBinary(const BinaryOperator *Operator) {
  if (Operator->getOpcode() == BO_Assign)
    assign(Paths.lvalue(Operator->getLHS()), Operator->getRHS(),
           Operator->getOperatorLoc());
  else if (Operator->isCompoundAssignmentOp())
    if (PathId Target = Paths.lvalue(Operator->getLHS()); Target != NoPath)
      emit(OperationKind::Forget, Operator->getOperatorLoc()).Target = Target;
}

void ExpressionLowering::lowerVariable(const VarDecl *Variable) {
  if (!Variable->hasLocalStorage())
    return;
  const Expr *Init = Variable->getInit();
  SourceLocation At = Variable->getLocation();
  if (Variable->getType()->isReferenceType()) {
    PathId Named = Init ? Paths.lvalue(strip(Init)) : NoPath;
    if (Named != NoPath)
      Paths.bind(cast<VarDecl>(Variable->getCanonicalDecl()), Named);
    return;
  }
  PathId Path = Paths.variable(Variable);
  if (Paths[Path].Smart) {
    const auto *Construct =
        Init ? dyn_cast<CXXConstructExpr>(Init->IgnoreImplicit()) : nullptr;
    if (!Init || (Construct && Construct->getNumArgs() == 0))
      return set(Path, 0, At);
    const Expr *From = Construct ? Construct->getArg(0) : Init;
    bool Moved = Construct && Construct->getConstructor()->isMoveConstructor();
    bool WithoutAddRef = Construct && Construct->getNumArgs() == 2 &&
                         constant(Construct->getArg(1)) == 0;
    return assignSmart(Path, From,
                       Moved           ? Transfer::Moved
                       : WithoutAddRef ? Transfer::Attached
                                       : Transfer::Copied,
                       At);
  }
  if (!Init || isa<InitListExpr>(Init->IgnoreImplicit()))
    emit(OperationKind::Forget, At).Target = Path;
  else
    assign(Path, Init, At);
}

void ExpressionLowering::lowerConstruction(const CXXConstructExpr *Construct) {
  if (!smartPointee(Construct->getType()).isNull() ||
      Construct->getConstructor()->isCopyOrMoveConstructor())
    return;
  changeLevels(Construct->getConstructor(), Construct->getBeginLoc());
  // An object that is built on a pointer may release it when it dies.
  for (const Expr *From : Construct->arguments()) {
    Argument Value = value(From);
    if (Value.Path == NoPath)
      continue;
    if (Value.How == Argument::Mode::ByValue)
      emit(OperationKind::GiveAway, Construct->getBeginLoc()).Source =
          Value.Path;
    else
      emit(OperationKind::OpenToOthers, Construct->getBeginLoc()).Target =
          Value.Path;
  }
}

void ExpressionLowering::lower(const Stmt *S) {
  if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
    for (const Decl *Declared : Declaration->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(Declared))
        lowerVariable(Variable);
    return;
  }
  if (const auto *Return = dyn_cast<ReturnStmt>(S)) {
    PathId Source = NoPath;
    if (const Expr *Value = Return->getRetValue()) {
      Argument Returned = value(Value);
      Source = Returned.How == Argument::Mode::ByValue
                   ? Returned.Path
                   : Paths.temporary(Value->getType());
      if (Returned.How != Argument::Mode::ByValue)
        assign(Source, Value, Return->getReturnLoc());
    }
    emit(OperationKind::Return, Return->getReturnLoc()).Source = Source;
    return;
  }
  const auto *E = dyn_cast<Expr>(S);
  if (!E)
    return;
  if (const auto *Throw = dyn_cast<CXXThrowExpr>(E))
    emit(OperationKind::Throw, Throw->getThrowLoc());
  else if (const auto *Call = dyn_cast<CallExpr>(E))
    lowerCall(Call);
  else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    lowerConstruction(Construct);
  else if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    lowerBinary(Binary);
  else if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->isIncrementDecrementOp())
      if (PathId Target = Paths.lvalue(Unary->getSubExpr()); Target != NoPath)
        emit(OperationKind::Forget, Unary->getBeginLoc()).Target = Target;
  } else if (const auto *List = dyn_cast<InitListExpr>(E)) {
    for (const Expr *Init : List->inits())
      if (Argument Value = value(Init); Value.How == Argument::Mode::ByValue)
        emit(OperationKind::GiveAway, List->getBeginLoc()).Source = Value.Path;
  } else if (const auto *Lambda = dyn_cast<LambdaExpr>(E)) {
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.capturesVariable() &&
          Capture.getCaptureKind() == LCK_ByCopy &&
          mayConsume(Lambda->getBody(), Capture.getCapturedVar(), Resolver))
        emit(OperationKind::GiveAway, Lambda->getBeginLoc()).Source =
            Paths.variable(Capture.getCapturedVar());
  }
  lowerArm(E);
}

void ExpressionLowering::changeLevels(const FunctionDecl *Callee,
                                      SourceLocation At) {
  if (Resolver.changesLevels(Callee))
    emit(OperationKind::UnknownLevels, At);
}

void ExpressionLowering::destroy(const VarDecl *Variable, SourceLocation At) {
  PathId Path = Paths.variable(Variable);
  if (!Paths[Path].Smart) {
    const CXXRecordDecl *Class = Variable->getType()->getAsCXXRecordDecl();
    if (const CXXDestructorDecl *Destructor =
            Class ? Class->getDestructor() : nullptr)
      changeLevels(Destructor, At);
    return;
  }
  Operation &Release = emit(OperationKind::Release, At);
  Release.Target = Path;
  Release.Implicit = true;
}

void ExpressionLowering::endLife(const VarDecl *Variable, SourceLocation At) {
  if (!Variable->getType()->isReferenceType())
    emit(OperationKind::EndOfLife, At).Target = Paths.variable(Variable);
}

} // namespace mapitidy
