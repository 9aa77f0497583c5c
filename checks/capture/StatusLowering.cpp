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

/// Whether the parameter is there for a pointer that the function gives.
static bool takesPointer(const ParmVarDecl *Parameter) {
  const QualType To = Parameter->getType()->getPointeeType();
  return !To.isNull() && To->isPointerType() && !To.isConstQualified();
}

/// A function without a body that takes an HRESULT and returns one is taken to
/// hand it on, as functions that log it do. One that gives something besides
/// answers whether it did. \returns the parameter, or -1.
static int handedOnStatus(const FunctionDecl &Callee) {
  if (Callee.hasBody() || !isStatusType(Callee.getReturnType()) ||
      any_of(Callee.parameters(), takesPointer))
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

bool ExpressionLowering::mayTell(PathId Path) const {
  for (; Path != NoPath; Path = Paths[Path].Base) {
    if (Paths[Path].Status || Telling.contains(Path))
      return true;
    QualType Type = Paths.type(Path);
    if (!Paths[Path].Smart && !Type.isNull() &&
        Type.getNonReferenceType()->isRecordType())
      return true;
    if (Paths[Path].Pointer)
      return false;
  }
  return false;
}

void ExpressionLowering::collectTelling(const Expr *E,
                                        SmallVectorImpl<PathId> &Into,
                                        unsigned Depth) {
  constexpr unsigned Deepest = 8;
  if (!E || E->getType().isNull() || Depth == Deepest)
    return;
  if (const Argument Found = value(E); Found.Path != NoPath) {
    if (mayTell(Found.Path) && !is_contained(Into, Found.Path))
      Into.push_back(Found.Path);
    return;
  }
  for (const Stmt *Child : strip(E)->children())
    collectTelling(dyn_cast_or_null<Expr>(Child), Into, Depth + 1);
}

void ExpressionLowering::derive(PathId Target, ArrayRef<PathId> From,
                                SourceLocation At) {
  constexpr unsigned MostSources = 8;
  for (PathId Source : From.take_front(MostSources)) {
    if (Target == NoPath || Target == Source)
      continue;
    Operation &Made = emit(OperationKind::Derive, At);
    Made.Target = Target;
    Made.Source = Source;
    Telling.insert(Target);
  }
}

void ExpressionLowering::forget(PathId Target, const Expr *From,
                                SourceLocation At) {
  emit(OperationKind::Forget, At).Target = Target;
  SmallVector<PathId, 4> Sources;
  collectTelling(From, Sources);
  derive(Target, Sources, At);
}

/// Whether a call may write to \p Given, which it gets as \p Type.
static bool isWritable(const Argument &Given, QualType Type) {
  const QualType To = Type->getPointeeType();
  return !To.isNull() && !To.isConstQualified() &&
         (Type->isReferenceType() || Given.How == Argument::Mode::ByAddress);
}

void ExpressionLowering::deriveFromCall(const FunctionDecl *Callee,
                                        const Expr *Receiver,
                                        ArrayRef<const Expr *> Arguments,
                                        PathId Result, SourceLocation At) {
  SmallVector<PathId, 4> Sources;
  SmallVector<PathId, 4> Targets;
  auto Change = [&](const Expr *E) {
    if (const Argument To = value(E); To.Path != NoPath)
      Targets.push_back(To.Path);
  };
  if (Receiver) {
    collectTelling(Receiver, Sources);
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    if ((!Method || !Method->isConst()) && Receiver->getType()->isRecordType())
      Change(Receiver);
  }
  for (auto [Index, From] : enumerate(Arguments)) {
    if (!From)
      continue;
    collectTelling(From, Sources);
    if (Callee && Index < Callee->getNumParams() &&
        isWritable(value(From), Callee->getParamDecl(Index)->getType()))
      Change(From);
  }
  for (PathId Target : Targets)
    derive(Target, Sources, At);
  derive(Result, Sources, At);
}

/// What a function that is seen writes in a way that is not followed has to do
/// with what it is given, and with how its own calls went.
void ExpressionLowering::deriveFromReplay(const SummaryReplay &Replay,
                                          const ResolvedCall &Resolved,
                                          SourceLocation At) {
  if (Replay.unfollowed().empty())
    return;
  SmallVector<PathId, 4> Sources(Replay.statuses());
  if (Resolved.Receiver)
    collectTelling(Resolved.Receiver, Sources);
  for (const Expr *From : Resolved.Arguments)
    collectTelling(From, Sources);
  for (PathId Target : Replay.unfollowed())
    derive(Target, Sources, At);
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
