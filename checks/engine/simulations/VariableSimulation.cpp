//===- VariableSimulation.cpp - What a variable holds ---------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/VariableSimulation.h"
#include "llvm/Support/ErrorHandling.h"

using namespace llvm;

namespace mapitidy {

static Holding holdingOf(const PathState &State) {
  return static_cast<Holding>(State.Typestate);
}

static void become(PathState &State, Holding Now) {
  State.Typestate = static_cast<uint64_t>(Now);
}

std::string VariableSimulation::textOf(uint64_t Typestate) const {
  switch (static_cast<Holding>(Typestate)) {
  case Holding::Unknown:
    return "unknown";
  case Holding::Unset:
    return "unset";
  case Holding::Null:
    return "null";
  case Holding::Owed:
    return "owed";
  case Holding::Stale:
    return "stale";
  case Holding::Mended:
    return "repaired";
  }
  llvm_unreachable("all states are listed");
}

void VariableSimulation::look(PathEngine &, const Operation &Op,
                              const PathState &State) {
  if (&Op == &Point)
    AtPoint.insert(holdingOf(State));
  if (Op.Kind == OperationKind::Call && !(Mends && &Op == &Point))
    noteUse(Op, holdingOf(State));
}

void VariableSimulation::noteUse(const Operation &Op, Holding Now) {
  bool NullOk = false;
  bool Uses = isGivenBackBy(Op, NullOk) || Op.Receiver.Path == Variable ||
              any_of(Op.Arguments, [this](const Argument &Given) {
                return Given.Path == Variable;
              });
  Uses &= !handsOutInto(Op, Variable);
  if (Uses && Now == Holding::Mended && !NullOk)
    Late.insert(&Op);
  else if (Uses && Now != Holding::Mended)
    Early.insert(&Op);
}

bool VariableSimulation::isGivenBackBy(const Operation &Op,
                                       bool &NullOk) const {
  auto IsVariable = [this](const Argument &Given) {
    return Given.How == Argument::Mode::ByValue && Given.Path == Variable;
  };
  for (const GiveBack &Back : Op.Entry->Releases)
    if (IsVariable(Op.at(Back.What))) {
      NullOk = Back.NullOk;
      return true;
    }
  return Op.Entry->Cancels && IsVariable(Op.at(Op.Entry->Cancels->Token));
}

void VariableSimulation::call(const Operation &Op, PathState Now,
                              std::vector<PathState> &After) {
  auto IsInto = [this, &Op](Slot Into) {
    Argument Given = Op.at(Into);
    return Given.How == Argument::Mode::ByAddress && Given.Path == Variable;
  };
  bool Acquires =
      any_of(Op.Entry->Acquires,
             [&](const Acquisition &How) { return IsInto(How.Into); }) ||
      (Op.Entry->Registers && IsInto(Op.Entry->Registers->Token));
  if (Acquires) {
    partByOutcome(Op, Now, After);
    Now.setFact(Variable, Value::ofSigns(Value::Positive));
    become(Now, Holding::Owed);
    return After.push_back(std::move(Now));
  }
  bool Addressed = any_of(Op.Arguments, [this](const Argument &Given) {
    return Given.How == Argument::Mode::ByAddress && Given.Path == Variable;
  });
  std::optional<Slot> Added = Op.Entry->AddsReference;
  if (Addressed || (Added && Op.at(*Added).Path == Variable))
    become(Now, Holding::Unknown);
  bool NullOk = false;
  if (isGivenBackBy(Op, NullOk) &&
      (holdingOf(Now) == Holding::Owed || holdingOf(Now) == Holding::Unknown))
    become(Now, Holding::Stale);
  After.push_back(std::move(Now));
}

void VariableSimulation::step(PathEngine &, const Operation &Op,
                              PathState Before, std::vector<PathState> &After) {
  const bool Target = Op.Target == Variable;
  switch (Op.Kind) {
  case OperationKind::Call:
    if (Mends && &Op == &Point) {
      become(Before, Holding::Mended);
      Before.setFact(Variable, Value::ofConstant(0));
      return After.push_back(std::move(Before));
    }
    return call(Op, std::move(Before), After);
  case OperationKind::Declare:
  case OperationKind::EndOfLife:
    if (Target)
      become(Before, Holding::Unset);
    break;
  case OperationKind::Set:
    if (Target)
      become(Before, Op.Constant.Signs == Value::Zero ? Holding::Null
                                                      : Holding::Unknown);
    break;
  case OperationKind::Release:
    if (Target) // a smart pointer's, which is empty then
      become(Before, Holding::Null);
    break;
  case OperationKind::Copy:
  case OperationKind::Insert:
  case OperationKind::TakeAddress:
  case OperationKind::AddReference:
  case OperationKind::GiveAway:
  case OperationKind::Lend:
  case OperationKind::Return:
    if (Target || Op.Source == Variable)
      become(Before, Holding::Unknown);
    break;
  case OperationKind::PointInto:
  case OperationKind::Combine:
  case OperationKind::Forget:
  case OperationKind::OpenToOthers:
    if (Target)
      become(Before, Holding::Unknown);
    break;
  case OperationKind::Constrain:
  case OperationKind::Test:
  case OperationKind::Derive:
  case OperationKind::EmptyBlock:
  case OperationKind::Dereference:
  case OperationKind::Throw:
  case OperationKind::LeaveProcess:
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
  case OperationKind::Invoke:
    break;
  }
  After.push_back(std::move(Before));
}

bool VariableSimulation::seenOtherAtPoint(Holding Than) const {
  return any_of(AtPoint, [Than](Holding Each) {
    return Each != Than && Each != Holding::Mended;
  });
}

PathState holding(Holding Now) {
  PathState Result;
  become(Result, Now);
  return Result;
}

PathState initialFor(const FlowGraph &Graph, PathId Variable) {
  const AccessPath &Path = Graph.Paths[Variable];
  return holding(Path.Smart                     ? Holding::Null
                 : Path.Where == Storage::Local ? Holding::Unset
                                                : Holding::Unknown);
}

} // namespace mapitidy
