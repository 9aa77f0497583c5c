//===- AssignmentLowering.cpp - Assignments as operations -----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `=`, and what changes a variable by what it holds: `+=`, `|=` and their like.
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

void ExpressionLowering::assign(PathId Target, const Expr *From,
                                SourceLocation At) {
  useHandedOn(From, Target, At);
  Argument Source = value(From);
  if (Target != NoPath && !From->getType().isNull() &&
      From->getType()->isRecordType() && !Paths[Target].Smart) {
    if (Source.How == Argument::Mode::ByValue)
      return copyMembers(Target, Source.Path, /*Moved=*/false, At);
    return forget(Target, From, At);
  }
  if (Target == NoPath) {
    forgetOutcome(Source, At);
    // Into an array's element or the like: it has a second owner now. A number
    // may be a token.
    if (Source.How == Argument::Mode::ByValue)
      emit(OperationKind::GiveAway, At).Source = Source.Path;
    return;
  }
  if (Source.How == Argument::Mode::Constant)
    return set(Target, Source.Constant, At);
  if (Source.How == Argument::Mode::ByValue) {
    noteCopiedAnswer(Source.Path, Target);
    if (mayTell(Source.Path))
      Telling.insert(Target);
    if (const PathId To = Paths.leadFrom(Source.Path); To != NoPath)
      Paths.leadTo(Target, To);
    return Builder.copy(Target, Source.Path, place(At));
  }
  if (Source.How == Argument::Mode::ByAddress && Source.Path != NoPath) {
    Operation &Take = emit(OperationKind::TakeAddress, At);
    Take.Target = Target;
    Take.Source = Source.Path;
    Paths.pointTo(Target, Source.Path);
    return;
  }
  if (assignPart(Target, From, At))
    return;
  if (Condition Tested = answer(From); Tested.isKnown()) {
    Operation &Test = emit(OperationKind::Test, At);
    Test.Target = Target;
    Test.Tested = Tested;
    if (mayTell(Tested.Path))
      Telling.insert(Target);
    return;
  }
  if (const PathId Number = computed(From);
      Number != NoPath && Paths[Number].Number)
    return Builder.copy(Target, Number, place(At));
  forget(Target, From, At);
}

void ExpressionLowering::lowerBinary(const BinaryOperator *Operator) {
  if (Operator->getOpcode() == BO_Assign) {
    emptyBlock(Operator->getLHS(), Operator->getOperatorLoc());
    emptyIfKept(Operator->getLHS(), Operator->getRHS(),
                Operator->getOperatorLoc());
  }
  if (Operator->getOpcode() == BO_Assign && assignElement(*Operator))
    return;
  if (Operator->getOpcode() == BO_Assign)
    assign(Paths.lvalue(Operator->getLHS()), Operator->getRHS(),
           Operator->getOperatorLoc());
  else if (Operator->isCompoundAssignmentOp()) {
    std::optional<int64_t> Constant = constant(Operator->getRHS());
    const BinaryOperatorKind Opcode = Operator->getOpcode();
    if ((Opcode == BO_AddAssign || Opcode == BO_SubAssign) &&
        movePointer(Operator->getLHS(),
                    Value::ofSigns((Opcode == BO_SubAssign) ==
                                           (Constant && *Constant < 0)
                                       ? Value::Positive
                                       : Value::Negative),
                    Operator->getOperatorLoc()))
      return;
    if (!Constant && combineAnswer(*Operator))
      return;
    combine(Paths.lvalue(Operator->getLHS()),
            Constant ? calculationOf(BinaryOperator::getOpForCompoundAssignment(
                                         Operator->getOpcode()),
                                     *Constant)
                     : std::nullopt,
            Operator->getOperatorLoc());
  }
}

/// `ok &= p != nullptr` is `if (!p) ok = false`, and `bad |= !p` the like.
/// \returns false if it is something else.
bool ExpressionLowering::combineAnswer(const BinaryOperator &Operator) {
  const bool Or = Operator.getOpcode() == BO_OrAssign;
  const PathId Target = Paths.lvalue(Operator.getLHS());
  if ((!Or && Operator.getOpcode() != BO_AndAssign) || Target == NoPath ||
      !strip(Operator.getRHS())->isKnownToHaveBooleanValue() ||
      !(Or || Operator.getLHS()->getType()->isBooleanType()))
    return false;
  const Condition Asked = condition(Operator.getRHS());
  if (!Asked.isKnown())
    return false;
  const SourceLocation At = Operator.getOperatorLoc();
  const BlockId From = Builder.currentBlock();
  const BlockId Changes = Builder.addBlock();
  const BlockId Join = Builder.addBlock();
  const Condition Deciding = Or ? Asked : Asked.negated();
  Builder.graph().Blocks[From].BranchPlace = place(At);
  Builder.jump(From, Changes, Deciding);
  Builder.jump(From, Join, Deciding.negated());
  Builder.startBlock(Changes);
  if (Or)
    combine(Target, Calculation{Arithmetic::Or, 1}, At);
  else
    set(Target, 0, At);
  Builder.jump(Builder.currentBlock(), Join);
  Builder.startBlock(Join);
  return true;
}

void ExpressionLowering::combine(PathId Target, std::optional<Calculation> Step,
                                 SourceLocation At) {
  if (Target == NoPath)
    return;
  const bool Known = Step && Paths[Target].Number;
  Operation &Change =
      emit(Known ? OperationKind::Combine : OperationKind::Forget, At);
  Change.Target = Target;
  if (!Known)
    return;
  Change.With = Step->With;
  Change.Constant = Value::ofConstant(Step->Constant);
}

} // namespace mapitidy
