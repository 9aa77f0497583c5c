//===- ExpressionLowering.cpp - Expressions as operations -----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "capture/OwnedObjects.h"
#include "capture/SmartPointers.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

const Expr *strip(const Expr *E) {
  while (true) {
    const Expr *Inner = E->IgnoreImplicit()->IgnoreParenCasts();
    if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(Inner))
      Inner = Default->getExpr();
    else if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(Inner))
      Inner = Default->getExpr();
    else if (const auto *List = dyn_cast<InitListExpr>(Inner);
             List && List->getNumInits() == 1 &&
             !List->getType()->isAggregateType())
      Inner = List->getInit(0);
    if (const auto *Copy = dyn_cast<CXXConstructExpr>(Inner))
      if (Copy->getNumArgs() == 1 &&
          Copy->getConstructor()->isCopyOrMoveConstructor())
        Inner = Copy->getArg(0);
    if (const auto *Pair = dyn_cast<BinaryOperator>(Inner);
        Pair && Pair->isCommaOp())
      Inner = Pair->getRHS();
    if (Inner == E)
      return E;
    E = Inner;
  }
}

namespace {

/// What ExpressionLowering::prepare looks for. Lambdas are functions of their
/// own.
class BodyVisitor : public RecursiveASTVisitor<BodyVisitor> {
public:
  std::vector<const CXXForRangeStmt *> Ranges;
  std::vector<const CallExpr *> AssignedCalls;
  std::vector<const AbstractConditionalOperator *> Conditionals;
  std::vector<const StmtExpr *> Blocks;
  std::vector<const BinaryOperator *> Logicals;
  std::vector<const Expr *> StoredAddresses;
  std::vector<const VarDecl *> Objects;
  std::vector<const ReturnStmt *> ReturnedObjects;
  std::vector<const CXXNewExpr *> News;
  std::vector<const Expr *> Arguments; ///< objects passed by value
  std::vector<const Stmt *> RunOnce;   ///< what initialises static variables
  std::vector<const Expr *> Subscripts;
  std::vector<const CallExpr *> GivenArrays; ///< calls that get one
  std::vector<const VarDecl *> PointInside; ///< set to what is found in a block

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseVarDecl(VarDecl *Variable) {
    const bool Outer = IsStatic;
    IsStatic |= Variable->isStaticLocal();
    bool Go = RecursiveASTVisitor::TraverseVarDecl(Variable);
    IsStatic = Outer;
    return Go;
  }
  bool VisitExpr(Expr *E) {
    if (IsStatic)
      RunOnce.push_back(E);
    if (isa<ArraySubscriptExpr, CXXOperatorCallExpr>(E))
      Subscripts.push_back(E);
    if (const auto *Call = dyn_cast<CallExpr>(E);
        Call && any_of(Call->arguments(), [](const Expr *Given) {
          return isa<ImplicitCastExpr>(Given->IgnoreParens()) &&
                 cast<ImplicitCastExpr>(Given->IgnoreParens())->getCastKind() ==
                     CK_ArrayToPointerDecay;
        }))
      GivenArrays.push_back(Call);
    return true;
  }
  bool VisitAbstractConditionalOperator(AbstractConditionalOperator *C) {
    Conditionals.push_back(C);
    return true;
  }
  bool VisitStmtExpr(StmtExpr *Block) {
    Blocks.push_back(Block);
    return true;
  }
  bool VisitVarDecl(VarDecl *Variable) {
    if (Variable->getInit() && Variable->hasLocalStorage() &&
        isPlainObject(Variable->getType()))
      Objects.push_back(Variable);
    if (const Expr *Init = Variable->getInit())
      notePart(Variable, Init);
    return true;
  }
  bool VisitReturnStmt(ReturnStmt *Return) {
    if (const Expr *E = Return->getRetValue(); E && isPlainObject(E->getType()))
      ReturnedObjects.push_back(Return);
    return true;
  }
  bool VisitCallExpr(CallExpr *Call) {
    for (const Expr *Argument : Call->arguments())
      noteArgument(Argument);
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) {
    // The argument of an elided copy is no object of its own.
    if (!Construct->isElidable())
      for (const Expr *Argument : Construct->arguments())
        noteArgument(Argument);
    return true;
  }
  bool VisitCXXNewExpr(CXXNewExpr *New) {
    if (New->getConstructExpr() ||
        isa_and_nonnull<InitListExpr>(New->getInitializer()))
      News.push_back(New);
    return true;
  }
  bool VisitCXXForRangeStmt(CXXForRangeStmt *Loop) {
    Ranges.push_back(Loop);
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *Operator) {
    if (Operator->getOpcode() == BO_Assign) {
      if (const auto *Into =
              dyn_cast<CallExpr>(Operator->getLHS()->IgnoreParens()))
        AssignedCalls.push_back(Into);
      const auto *Ref =
          dyn_cast<DeclRefExpr>(Operator->getLHS()->IgnoreParens());
      // A parameter is a copy that nobody else sees.
      if (!Ref || !isa<ParmVarDecl>(Ref->getDecl()) ||
          Ref->getDecl()->getType()->isReferenceType())
        noteAddress(Operator->getRHS());
      if (Ref)
        notePart(dyn_cast<VarDecl>(Ref->getDecl()), Operator->getRHS());
    }
    if (Operator->isLogicalOp())
      Logicals.push_back(Operator);
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
  bool IsStatic = false;

  /// A class that is followed through its members.
  static bool isPlainObject(QualType Type) {
    return Type->isRecordType() && smartPointee(Type).isNull();
  }
  void noteArgument(const Expr *E) {
    const CXXRecordDecl *Class = E->getType()->getAsCXXRecordDecl();
    if (E->isPRValue() && Class && Class->hasDefinition() &&
        !Class->hasTrivialDestructor() && isPlainObject(E->getType()))
      Arguments.push_back(E);
  }
  void notePart(const VarDecl *Variable, const Expr *From) {
    if (Variable && Variable->hasLocalStorage() &&
        Variable->getType()->isPointerType() && !From->getType().isNull() &&
        isa<MemberExpr, ArraySubscriptExpr, BinaryOperator, UnaryOperator>(
            strip(From)))
      PointInside.push_back(Variable);
  }
  void noteAddress(const Expr *E) {
    if (const auto *Unary = dyn_cast<UnaryOperator>(E->IgnoreParenCasts()))
      if (Unary->getOpcode() == UO_AddrOf)
        StoredAddresses.push_back(Unary->getSubExpr());
  }
};

} // namespace

void ExpressionLowering::prepare() {
  BodyVisitor Visitor;
  Visitor.TraverseStmt(Function.getBody());
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function))
    for (const CXXCtorInitializer *Each : Constructor->inits())
      Visitor.TraverseStmt(Each->getInit());
  RunOnce.insert(Visitor.RunOnce.begin(), Visitor.RunOnce.end());
  for (const Expr *Subscript : Visitor.Subscripts)
    if (const std::optional<NamedElement> Named =
            elementNamedBy(Subscript, Context)) {
      IndexedArrays.insert(Named->Array);
      NamedArrays.insert(Named->Base->IgnoreParens());
    } else if (const std::optional<NamedElement> Entry =
                   entryNamedBy(Subscript, Resolver, Context)) {
      IndexedFields.insert(cast<MemberExpr>(Entry->Base)->getMemberDecl());
      NamedArrays.insert(
          cast<ArraySubscriptExpr>(Subscript)->getBase()->IgnoreParens());
    }
  if (!IndexedArrays.empty())
    for (const CallExpr *Call : Visitor.GivenArrays)
      noteLookedAt(*Call);
  for (const AbstractConditionalOperator *C : Visitor.Conditionals) {
    Arms[C->getTrueExpr()->IgnoreParens()] = C;
    Arms[C->getFalseExpr()->IgnoreParens()] = C;
    Results[C] = {Argument::Mode::ByValue, Paths.temporary(C->getType()), 0};
  }
  for (const StmtExpr *Block : Visitor.Blocks) {
    const CompoundStmt *Body = Block->getSubStmt();
    const auto *Last =
        Body->body_empty() ? nullptr : dyn_cast<Expr>(Body->body_back());
    if (!Last || Block->getType()->isVoidType())
      continue;
    Arms[Last->IgnoreParens()] = Block;
    Results[Block] = {Argument::Mode::ByValue,
                      Paths.temporary(Block->getType()), 0};
  }
  for (const BinaryOperator *Logical : Visitor.Logicals) {
    Operands[Logical->getLHS()->IgnoreParens()] = Logical;
    Operands[Logical->getRHS()->IgnoreParens()] = Logical;
    Results[Logical] = {Argument::Mode::ByValue,
                        Paths.temporary(Logical->getType()), 0};
  }
  for (const OwnedObject &Each : ownedObjects(Function.getBody(), Context)) {
    const PathId Pointer = Paths.variable(Each.Owner);
    const PathId Object = Paths.ownedObject(Each.Owner, Each.Type);
    Paths[Pointer].Pointer = true;
    MadeByOwner[Each.Made] = Object;
    OwnedByVariable[Each.Owner] = {Pointer, Object, Each.Lent};
  }
  for (const Expr *Address : Visitor.StoredAddresses)
    if (PathId Path = Paths.lvalue(Address); Path != NoPath) {
      Paths[Path].Shared = true;
      SharedPaths.push_back(Path);
    }
  for (const VarDecl *Variable : Visitor.PointInside)
    PointInside.insert(Paths.variable(Variable));
  for (const ReturnStmt *Return : Visitor.ReturnedObjects) {
    PathId Result = Paths.result(Function.getReturnType());
    if (const VarDecl *Variable = Return->getNRVOCandidate())
      Paths.bind(cast<VarDecl>(Variable->getCanonicalDecl()), Result);
    else
      constructInto(Return->getRetValue(),
                    {Argument::Mode::ByAddress, Result, 0});
  }
  AssignedElements.insert(Visitor.AssignedCalls.begin(),
                          Visitor.AssignedCalls.end());
  for (const CXXForRangeStmt *Loop : Visitor.Ranges)
    prepareRange(*Loop);
  for (const VarDecl *Variable : Visitor.Objects)
    constructInto(Variable->getInit(),
                  {Argument::Mode::ByAddress, Paths.variable(Variable), 0});
  for (const Expr *Made : Visitor.Arguments)
    constructInto(
        Made, {Argument::Mode::ByAddress, Paths.temporary(Made->getType()), 0});
  for (const CXXNewExpr *New : Visitor.News) {
    auto It = MadeByOwner.find(New);
    const PathId Object = It != MadeByOwner.end()
                              ? It->second
                              : Paths.heapObject(New->getAllocatedType());
    Results[New] = {Argument::Mode::ByAddress, Object, 0};
    constructInto(New->getInitializer(),
                  {Argument::Mode::ByAddress, Object, 0});
  }
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function)) {
    PathId This = Paths.thisPointer(Constructor->getThisType());
    for (const CXXCtorInitializer *Each : Constructor->inits())
      constructInto(
          Each->getInit(),
          Each->isMemberInitializer()
              ? Argument{Argument::Mode::ByAddress,
                         Paths.member(This, Each->getMember()->getName()), 0}
              : Argument{Argument::Mode::ByValue, This, 0});
  }
}

SourcePlace ExpressionLowering::place(SourceLocation At) const {
  return Context.getSourceManager().getFileLoc(At).getRawEncoding();
}

void ExpressionLowering::setResult(const Expr *Call, Argument Value) {
  Results[Call] = Value;
  if (Value.How == Argument::Mode::ByValue && Value.Path != NoPath)
    Paths.name(Call, Value.Path);
}

PathId ExpressionLowering::result(const Expr *Call) {
  auto It = Destinations.find(Call);
  QualType Type = Call->getType();
  if (Call->isTypeDependent())
    Type = Resolver.returnType(Call, Unit.text());
  PathId Path =
      It != Destinations.end() ? It->second.Path : Paths.temporary(Type);
  setResult(Call, {Argument::Mode::ByValue, Path, 0});
  return Path;
}

Argument ExpressionLowering::asInterface(Argument Found) const {
  if (Found.How != Argument::Mode::ByValue || Found.Path == NoPath)
    return Found;
  const AccessPath &Object = Paths[Found.Path];
  if (Object.Field == Place::Dereference && !Paths[Object.Base].Smart &&
      !Paths[Object.Base].Interface.empty())
    Found.Path = Object.Base;
  return Found;
}

Argument ExpressionLowering::object(const Expr *Receiver) {
  Argument Found = value(Receiver);
  if (const Argument Pointer = asInterface(Found); Pointer.Path != Found.Path)
    return Pointer;
  if (Found.How == Argument::Mode::ByValue &&
      !Receiver->getType()->isPointerType())
    Found.How = Argument::Mode::ByAddress;
  return Found;
}

std::optional<int64_t> constantValue(const Expr *E, ASTContext &Context) {
  if (E->isValueDependent() || E->containsErrors())
    return std::nullopt;
  if (isa<ImplicitValueInitExpr, CXXScalarValueInitExpr>(E))
    return 0;
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
  if (E->getType().isNull())
    return {};
  if (std::optional<int64_t> Constant = constant(E))
    return {Argument::Mode::Constant, NoPath, *Constant};
  if (auto It = Destinations.find(madeObject(E)); It != Destinations.end())
    return {Argument::Mode::ByValue, It->second.Path, 0};
  E = strip(E);
  if (std::optional<int64_t> Constant = constant(E))
    return {Argument::Mode::Constant, NoPath, *Constant};
  if (auto It = Results.find(E); It != Results.end()) {
    PathId To = It->second.How == Argument::Mode::ByValue
                    ? Paths.pointsTo(It->second.Path)
                    : NoPath;
    if (To != NoPath)
      return {Argument::Mode::ByAddress, To, 0};
    return It->second;
  }
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_AddrOf)
      return {Argument::Mode::ByAddress, Paths.lvalue(Unary->getSubExpr()), 0};
    if (Unary->getOpcode() == UO_Extension || Unary->isPrefix())
      return value(Unary->getSubExpr()); // of ++ and --: the new value
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->getOpcode() == BO_Assign)
      return value(Binary->getLHS());
    return {};
  }
  if (const auto *List = dyn_cast<InitListExpr>(E);
      List && List->getNumInits() == 0 && E->getType()->isScalarType())
    return {Argument::Mode::Constant, NoPath, 0};
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E);
      Ref && isa<FunctionDecl>(Ref->getDecl()))
    return {Argument::Mode::Constant, NoPath, 1}; // it is not null
  if (std::optional<Argument> Library = libraryName(E))
    return *Library;
  PathId Path = Paths.lvalue(E);
  if (Path == NoPath)
    return {};
  if (PathId To = Paths.pointsTo(Path); To != NoPath)
    return {Argument::Mode::ByAddress, To, 0};
  return {Argument::Mode::ByValue, Path, 0};
}

void ExpressionLowering::lowerArm(const Expr *Arm) {
  auto It = Arms.find(Arm);
  if (It != Arms.end())
    assign(Results[It->second].Path, Arm, Arm->getBeginLoc());
}

void ExpressionLowering::lower(const Stmt *S) {
  if (RunOnce.count(S))
    return;
  if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
    for (const Decl *Declared : Declaration->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(Declared)) {
        lowerVariable(Variable);
        if (const auto *Whole = dyn_cast<DecompositionDecl>(Variable))
          for (const BindingDecl *Part : Whole->bindings())
            Paths.binding(*Part); // gives it a name
      }
    return;
  }
  if (const auto *Return = dyn_cast<ReturnStmt>(S))
    return lowerReturn(Return);
  const auto *E = dyn_cast<Expr>(S);
  if (!E)
    return;
  if (isUnknown(E))
    lowerUnknown(E);
  else if (const auto *Throw = dyn_cast<CXXThrowExpr>(E))
    lowerThrow(Throw);
  else if (const auto *Call = dyn_cast<CallExpr>(E))
    lowerCall(Call);
  else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    lowerConstruction(Construct);
  else if (const auto *Delete = dyn_cast<CXXDeleteExpr>(E))
    lowerDelete(Delete);
  else if (isa<MemberExpr, ArraySubscriptExpr>(E))
    lowerDereference(E);
  else if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E))
    lowerDecay(Cast);
  else if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    lowerBinary(Binary);
  else if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_Deref)
      lowerDereference(Unary);
    const int64_t Step = Unary->isIncrementOp() ? 1 : -1;
    if (Unary->isIncrementDecrementOp() &&
        !movePointer(Unary->getSubExpr(), Value::ofConstant(Step),
                     Unary->getBeginLoc()))
      combine(Paths.lvalue(Unary->getSubExpr()),
              Calculation{Arithmetic::Add, Step}, Unary->getBeginLoc());
  } else if (const auto *List = dyn_cast<InitListExpr>(E)) {
    for (const Expr *Init : List->inits())
      emptyIfKept(nullptr, Init, List->getBeginLoc());
    auto It = Destinations.find(List);
    if (It != Destinations.end())
      initialiseMembers(It->second.Path, List);
    else
      for (const Expr *Init : List->inits())
        if (Argument Value = value(Init); Value.How == Argument::Mode::ByValue)
          emit(OperationKind::GiveAway, List->getBeginLoc()).Source =
              Value.Path;
  } else if (const auto *Lambda = dyn_cast<LambdaExpr>(E)) {
    lowerCaptures(*Lambda);
  }
  lowerArm(E);
  lowerOperand(E);
}

void ExpressionLowering::lowerReturn(const ReturnStmt *Return) {
  SourceLocation At = Return->getReturnLoc();
  PathId Source = NoPath;
  if (const Expr *E = Return->getRetValue();
      E && !smartPointee(Function.getReturnType()).isNull() &&
      !Function.getReturnType()->isReferenceType()) {
    Source = Paths.result(Function.getReturnType());
    initialiseSmart(Source, E, At);
  } else if (const Expr *E = Return->getRetValue();
             E && !E->getType()->isVoidType() &&
             !Destinations.count(madeObject(E))) {
    Argument Returned = value(E);
    if (Function.getReturnType()->isReferenceType() &&
        Returned.How == Argument::Mode::ByValue)
      Returned.How = Argument::Mode::ByAddress;
    if (Returned.How == Argument::Mode::ByAddress && Returned.Path != NoPath) {
      Operation &Take = emit(OperationKind::TakeAddress, At);
      Take.Target = Source = Paths.result(Function.getReturnType());
      Take.Source = Returned.Path;
    } else if (Returned.How == Argument::Mode::ByValue) {
      Source = Returned.Path;
    } else {
      Source = Paths.temporary(Function.getReturnType());
      assign(Source, E, At);
    }
  }
  emit(OperationKind::Return, At).Source = Source;
}

} // namespace mapitidy
