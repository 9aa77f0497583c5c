//===- UnknownLowering.cpp - Code that Clang cannot make out --------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What Clang cannot make out is a call of a function that nobody knows, with
// all that is named in it as arguments: each may be kept, released or changed.
// A variable of an unknown type has such a function as its constructor and as
// its destructor. A catalogue's call stays one, whatever else is unknown about
// its arguments.
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

bool ExpressionLowering::isUnknownCall(const CallExpr *Call) {
  if (Gaps.Guessed.contains(Call->getCallee()->IgnoreParenImpCasts()))
    return true;
  // C declares what it does not know.
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (Gaps.any() && Callee && Callee->isImplicit() && !Callee->getBuiltinID() &&
      !Context.getLangOpts().CPlusPlus && !Resolver.entryOf(Callee))
    return true;
  if (!Call->isTypeDependent())
    return false;
  const CallEntry *Entry = Resolver.resolve(Call).Entry;
  return !Entry || Entry->Summarised;
}

bool ExpressionLowering::isUnknown(const Expr *E) {
  if (E->getType().isNull() || isa<RecoveryExpr>(E))
    return true;
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return isUnknownCall(Call);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return Binary->isTypeDependent() && Binary->isShiftOp();
  return E->isTypeDependent() &&
         isa<CXXDependentScopeMemberExpr, CXXUnresolvedConstructExpr,
             OverloadExpr, ArraySubscriptExpr, CXXNewExpr, InitListExpr>(E);
}

/// A variable that is named, and nothing besides.
static bool isNameAlone(const Expr *E) {
  return isa<RecoveryExpr>(E) && E->getBeginLoc() == E->getEndLoc();
}

/// Somebody unknown gets \p E. \returns the path of the status that it is, or
/// NoPath.
PathId ExpressionLowering::giveToUnknown(const Expr *E, SourceLocation At) {
  if (E->getType().isNull())
    return NoPath; // a list, whose parts have been given
  if (const auto *Class = E->getType()->getAsCXXRecordDecl();
      Class && Class->isLambda())
    escape(Class);
  emptyBlock(E, At);
  const Argument Given = value(E);
  if (Given.Path == NoPath)
    return NoPath;
  if (Given.How == Argument::Mode::ByValue && Paths[Given.Path].Status) {
    noteUnknownCheck(Given.Path, At);
    return Given.Path;
  }
  if (Given.How == Argument::Mode::ByValue)
    emit(OperationKind::GiveAway, At).Source = Given.Path;
  // It may be taken by reference; a plain number hardly ever is.
  if (Given.How == Argument::Mode::ByAddress || !Paths[Given.Path].Number)
    emit(OperationKind::OpenToOthers, At).Target = Given.Path;
  return NoPath;
}

void ExpressionLowering::runUnknown(SourceLocation At) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (Method && Method->isInstance()) // it may be one of the class's own
    openObject(
        {Argument::Mode::ByValue, Paths.thisPointer(Method->getThisType()), 0},
        At);
  for (PathId Shared : SharedPaths)
    emit(OperationKind::OpenToOthers, At).Target = Shared;
  emit(OperationKind::UnknownLevels, At);
  emit(OperationKind::UnknownCall, At);
}

/// A catalogue's call of which some arguments are not known.
bool ExpressionLowering::lowerRecovered(const RecoveryExpr *E) {
  std::optional<ResolvedCall> Call = Resolver.resolve(E, Unit.text());
  if (!Call || !Call->Entry || Call->Entry->Summarised ||
      Call->Entry->StartsThread)
    return false;
  if (Call->Entry->NeverReturns)
    emit(OperationKind::LeaveProcess, E->getExprLoc());
  else
    lowerCatalogueCall(E, *Call);
  return true;
}

void ExpressionLowering::lowerUnknown(const Expr *E) {
  if (const auto *Recovery = dyn_cast<RecoveryExpr>(E);
      Recovery && lowerRecovered(Recovery))
    return;
  const SourceLocation At = E->getExprLoc();
  bool Runs = isa<CallExpr, CXXUnresolvedConstructExpr, CXXNewExpr>(E);
  PathId Status = NoPath;
  for (const Stmt *Child : E->children())
    if (const auto *Part = dyn_cast_or_null<Expr>(Child)) {
      Runs |= isa<RecoveryExpr>(E) && !isNameAlone(E);
      if (PathId Given = giveToUnknown(Part, At); Given != NoPath)
        Status = Given;
    }
  if (const auto *Recovery = dyn_cast<RecoveryExpr>(E);
      Recovery && isNameAlone(E) && Recovery->subExpressions().size() == 1)
    Results[E] = value(Recovery->subExpressions().front());
  if (Runs)
    runUnknown(At);
  // What takes a status and gives something is taken to hand it on.
  if (Status != NoPath) {
    Results[E] = {Argument::Mode::ByValue, Status, 0};
    HandsOn.insert(E);
  }
}

/// The value of \p E, which hands a status on, if at all, goes to \p Target;
/// none is a branch. What that says of the call, only a status would tell.
void ExpressionLowering::useHandedOn(const Expr *E, PathId Target,
                                     SourceLocation At) {
  E = strip(E);
  if (!HandsOn.contains(E))
    return;
  const PathId Status = Results[E].Path;
  for (StatusCheck &Check : Checks)
    Check.IsUsed |= Check.Status == Status;
  if (Target == NoPath || !Paths[Target].Status) {
    forgetOutcome(Results[E], At);
    Results.erase(E);
  }
}

/// What a variable of an unknown type, or with an unknown beginning, may do.
bool ExpressionLowering::lowerUnknownVariable(const VarDecl *Variable) {
  const Expr *Init = Variable->getInit();
  const bool UnknownInit =
      Init && (Init->getType().isNull() || Init->containsErrors());
  if (!Variable->isInvalidDecl() && !UnknownInit)
    return false;
  const SourceLocation At = Variable->getLocation();
  // Of what is handed on, `auto` is the same.
  if (Init && HandsOn.contains(strip(Init)) &&
      Variable->getType()->isUndeducedType()) {
    const PathId Path = Paths.variable(Variable);
    Paths[Path].Status = true;
    assign(Path, Init, At);
    return true;
  }
  if (Init && Variable->isInvalidDecl()) {
    giveToUnknown(Init, At);
    useHandedOn(Init, NoPath, At);
  }
  if (Variable->isInvalidDecl())
    runUnknown(At);
  if (UnknownInit && !Variable->isInvalidDecl() &&
      !Variable->getType()->isRecordType() &&
      !Variable->getType()->isReferenceType() && !Init->getType().isNull())
    return false; // its value is what counts, and that may be a call's
  emit(OperationKind::Forget, At).Target = Paths.variable(Variable);
  return true;
}

/// The status of a call goes to somebody unknown, who will look at it: if
/// nobody else does, what follows runs after a success only.
void ExpressionLowering::noteUnknownCheck(PathId Status, SourceLocation At) {
  Operation &Check = emit(OperationKind::Constrain, At);
  Check.Target = Status;
  Checks.push_back(
      {Builder.currentBlock(), Check.Index, Status, NoPath, false});
}

StringRef ExpressionLowering::textOf(const Expr &E) const {
  const SourceManager &Sources = Context.getSourceManager();
  return Lexer::getSourceText(
      Lexer::makeFileCharRange(
          CharSourceRange::getTokenRange(E.getSourceRange()), Sources,
          Context.getLangOpts()),
      Sources, Context.getLangOpts());
}

/// What is asked twice in the same words has the same answer, unless a function
/// gives it.
Condition ExpressionLowering::branchCondition(const Expr *E) {
  const Expr *Asked = strip(E);
  while (const auto *Not = dyn_cast<UnaryOperator>(Asked)) {
    if (Not->getOpcode() != UO_LNot)
      break;
    Asked = strip(Not->getSubExpr());
  }
  useHandedOn(Asked, NoPath, E->getBeginLoc());
  Condition Tested = condition(E);
  if (Tested.isKnown() || !E->containsErrors())
    return Tested;
  StringRef Text = textOf(*E);
  bool Negated = false;
  while (Text.consume_front("!")) {
    Negated = !Negated;
    Text = Text.ltrim();
  }
  if (Text.empty() || Text.contains('('))
    return {};
  Tested.Path = Paths.expression("~" + Text.str(), Context.BoolTy, {});
  Tested.Is = {Comparison::Operator::Equal, 0, !Negated};
  return Tested;
}

} // namespace mapitidy
