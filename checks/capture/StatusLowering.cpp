//===- StatusLowering.cpp - Where a status is looked at -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// The status of a call goes where it cannot be followed: no test will tell
/// what the call has handed out.
void ExpressionLowering::forgetOutcome(Argument Status, SourceLocation At) {
  if (Status.How != Argument::Mode::ByValue || !Paths[Status.Path].Status)
    return;
  const FlowGraph &Graph = Builder.graph();
  // The status of the last call in the block, or of any.
  SmallVector<PathId, 4> From{Status.Path};
  for (const Operation &Op : Graph.Blocks[Builder.currentBlock()].Operations)
    if (Op.Kind == OperationKind::Copy && Op.Target == Status.Path)
      From = {Op.Source};
  SmallVector<PathId, 4> Written;
  bool Library = false;
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations)
      if (Op.Kind == OperationKind::Call && is_contained(From, Op.Target)) {
        Library |= Op.Entry->Initialises.has_value();
        for (const Argument &Given : Op.Arguments)
          if (Given.How == Argument::Mode::ByAddress && Given.Path != NoPath)
            Written.push_back(Given.Path);
      }
  for (PathId Path : Written)
    emit(OperationKind::OpenToOthers, At).Target = Path;
  if (Library)
    emit(OperationKind::UnknownLevels, At);
}

/// A function without a body that takes an HRESULT and returns one is taken to
/// hand it on, as functions that log it do. \returns the parameter, or -1.
static int handedOnStatus(const FunctionDecl &Callee) {
  if (Callee.hasBody() || !isStatusType(Callee.getReturnType()))
    return -1;
  for (const ParmVarDecl *Parameter : Callee.parameters())
    if (isStatusType(Parameter->getType()))
      return Parameter->getFunctionScopeIndex();
  return -1;
}

bool ExpressionLowering::handOnStatus(const CallExpr *Call,
                                      const ResolvedCall &Resolved) {
  int Index = Resolved.Callee ? handedOnStatus(*Resolved.Callee) : -1;
  if (Index < 0 || unsigned(Index) >= Resolved.Arguments.size())
    return false;
  Argument Status = value(Resolved.Arguments[Index]);
  if (Status.How != Argument::Mode::ByValue)
    return false;
  setResult(Call, Status);
  return true;
}

/// Whether \p Callee looks at the status that its parameter gets.
static bool looksAtStatus(const FunctionDecl &Callee, unsigned Index) {
  return Index < Callee.getNumParams() &&
         isStatusType(Callee.getParamDecl(Index)->getType());
}

void ExpressionLowering::noteChecker(const FunctionDecl &Callee,
                                     ArrayRef<const Expr *> Arguments,
                                     PathId Result, SourceLocation At) {
  QualType Answer = Callee.getReturnType();
  if (Callee.getBuiltinID() || isStatusType(Answer))
    return;
  const bool Answers = Answer->isIntegralOrEnumerationType();
  for (auto [Index, From] : enumerate(Arguments)) {
    Argument Status = value(From);
    if (!looksAtStatus(Callee, Index) || Status.How != Argument::Mode::ByValue)
      continue;
    Operation &Check = emit(OperationKind::Constrain, At);
    Check.Target = Status.Path;
    Checks.push_back({Builder.currentBlock(), Check.Index, Status.Path,
                      Answers ? Result : NoPath, false});
  }
}

/// \p Target is the same answer as \p Source.
void ExpressionLowering::noteCopiedAnswer(PathId Source, PathId Target) {
  auto IsKnown = [&](const StatusCheck &Check) {
    return any_of(Checks, [&](const StatusCheck &Other) {
      return Other.Index == Check.Index && Other.Answer == Target;
    });
  };
  for (size_t I = 0, End = Checks.size(); I < End; ++I) {
    StatusCheck Check = Checks[I];
    if (Check.Answer == Source && !IsKnown(Check)) {
      Check.Answer = Target;
      Checks.push_back(Check);
    }
  }
}

/// A status that nobody looks at but a function that is not seen is looked at
/// there: what follows runs after a success only.
void ExpressionLowering::finishCheckers() {
  FlowGraph &Graph = Builder.graph();
  for (const StatusCheck &Check : Checks)
    for (Operation &Op : Graph.Blocks[Check.In].Operations)
      if (Op.Index == Check.Index && Check.Answer == NoPath && !Check.IsUsed &&
          !Graph.isTested(Op.Target))
        Op.Constant = Value::ofSigns(Value::Zero | Value::Positive);
}

/// What \p Tested means is known to a function that is not seen, if it is the
/// answer of one that got a status.
void ExpressionLowering::forgetChecked(const Condition &Tested,
                                       SourceLocation At) {
  for (const StatusCheck &Check : Checks)
    if (Tested.isKnown() && Check.Answer == Tested.Path)
      forgetOutcome({Argument::Mode::ByValue, Check.Status, 0}, At);
}

} // namespace mapitidy
