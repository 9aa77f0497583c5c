//===- LoanSimulation.cpp - What a function has only looked at ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/LoanSimulation.h"
#include "engine/simulations/Holding.h"

using namespace llvm;

namespace mapitidy {

void LoanSimulation::begin(PathEngine &, const Operation &, PathState Before,
                           std::vector<PathState> &After) {
  Before.addHolder(Loan.Source);
  Before.setFact(Loan.Target, Answer);
  After.push_back(std::move(Before));
}

bool LoanSimulation::disposes(const Operation &Op, const PathState &Now) const {
  switch (Op.Kind) {
  case OperationKind::Call:
    return any_of(Op.Entry->Releases, [&](const GiveBack &Back) {
      const Argument Given = Op.at(Back.What);
      return Given.How == Argument::Mode::ByValue && Now.holds(Given.Path);
    });
  case OperationKind::Release:
    return Now.holds(Op.Target);
  case OperationKind::Copy:
    return Now.holds(Op.Source) &&
           Graph.Paths[Op.Target].Where == Storage::Outside;
  case OperationKind::Insert:
  case OperationKind::GiveAway:
  case OperationKind::Return:
    return Op.Source != NoPath && Now.holds(Op.Source);
  case OperationKind::Set:
  case OperationKind::Constrain:
  case OperationKind::TakeAddress:
  case OperationKind::PointInto:
  case OperationKind::Test:
  case OperationKind::Derive:
  case OperationKind::Forget:
  case OperationKind::Combine:
  case OperationKind::Declare:
  case OperationKind::EmptyBlock:
  case OperationKind::OpenToOthers:
  case OperationKind::Lend:
  case OperationKind::AddReference:
  case OperationKind::Dereference:
  case OperationKind::EndOfLife:
  case OperationKind::Throw:
  case OperationKind::LeaveProcess:
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
  case OperationKind::Invoke:
    return false;
  }
  llvm_unreachable("all kinds are listed");
}

void LoanSimulation::step(PathEngine &Engine, const Operation &Op,
                          PathState Before, std::vector<PathState> &After) {
  if (disposes(Op, Before)) {
    Disposed = true;
    return Engine.abandon();
  }
  if (Op.Kind == OperationKind::Call &&
      any_of(Op.Arguments, [&](const Argument &Given) {
        return Given.How == Argument::Mode::ByAddress && Given.Path != NoPath &&
               Before.holds(Given.Path);
      }))
    return; // it may be another one afterwards
  if (Op.Kind != OperationKind::Lend &&
      updateHolders(Graph, Op, Before) != HolderChange::None)
    return;
  After.push_back(std::move(Before));
}

bool comesBack(const AnalysisContext &Shared, PathEngine &Engine,
               const Operation &Loan, const PathState &Before, BlockId In,
               unsigned Index) {
  auto Follow = [&](Value Answer) {
    LoanSimulation Loaned(Shared, Loan, Answer);
    Engine.runFrom(Loaned, Before, In, Index);
    return Loaned.isDisposedOf();
  };
  if (!Loan.Constant.isAnything())
    return Follow(Loan.Constant);
  // Nobody knows what the answer means.
  return Follow(Value::ofSigns(Value::Zero)) &&
         Follow(Value::ofSigns(Value::Negative | Value::Positive));
}

} // namespace mapitidy
