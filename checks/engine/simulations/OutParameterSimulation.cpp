//===- OutParameterSimulation.cpp - Pointers without a value --------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/OutParameterSimulation.h"

using namespace llvm;

namespace mapitidy {

/// What the typestate says of the pointer.
static constexpr uint64_t Untouched = 0, LeftAlone = 1, Reported = 2;

bool OutParameterSimulation::isNeeded() const {
  if (Shared.Graph.Paths[Pointer].Smart || Shared.Graph.Paths[Pointer].Shared)
    return false;
  return any_of(Shared.Graph.Blocks, [this](const Block &B) {
    return any_of(B.Operations, [this](const Operation &Op) {
      return handsOutInto(Op, Pointer);
    });
  });
}

bool OutParameterSimulation::fail(PathEngine &Engine, const Operation &Op,
                                  PathState &Now) {
  Value OnFailure = failureValue(*Op.Entry);
  // COM's own methods and functions set their out-parameters to null.
  const InterfaceEntry *On =
      Shared.Entries.findInterface(Op.Entry->interface());
  bool Sets = !Op.Entry->Mapi || (On && On->Scope == InterfaceScope::Foreign) ||
              any_of(Op.Entry->Acquires, [](const Acquisition &How) {
                return How.When == EffectWhen::Always ||
                       How.When == EffectWhen::Failure;
              });
  if (Sets || OnFailure.Signs == 0 || Op.Ends == Success::Yes)
    return false;
  Now.setFact(Op.Target, OnFailure);
  Now.Typestate = LeftAlone;
  Engine.note(Now, Op.Place, &Op,
              "assuming that " + Op.Entry->Call + " fails here: it may leave " +
                  describe(Shared.Graph, Pointer, "") + " alone");
  return true;
}

/// \returns the last call on the way that could have set the pointer and did
/// not: one that failed, or a function that did not come to it.
std::string OutParameterSimulation::failedCall(PathEngine &Engine,
                                               const PathState &Now) const {
  std::string Result;
  for (const TrailStep *Step : Engine.trail(Now)) {
    if (Step->At && handsOutInto(*Step->At, Pointer))
      Result = Step->At->Entry->Call;
    if (const Operation *Skipped = Shared.skippedAcquisition(*Step, Pointer))
      Result = Skipped->Entry->Call;
  }
  return Result;
}

bool OutParameterSimulation::isLeftAlone(PathEngine &Engine,
                                         const PathState &Now) const {
  return Now.Typestate == LeftAlone ||
         (Now.Typestate == Untouched && !failedCall(Engine, Now).empty());
}

void OutParameterSimulation::report(PathEngine &Engine, const PathState &Now,
                                    SourcePlace Place, const Operation *At,
                                    const std::string &Does) {
  const std::string Name = describe(Shared.Graph, Pointer, "");
  const std::string Failed = failedCall(Engine, Now);
  Fault Found;
  Found.Broken = Rule::NoValueIfFailed;
  Found.Place = Place;
  Found.Message = Name + " is " + Does + " here, but may have no value if " +
                  Failed + " failed";
  Found.Subject = Declaration.Index;
  Found.At = At;
  Found.Holder = Pointer;
  Found.Declared = Declaration.Place;
  size_t Index = Shared.report(Engine, Now, std::move(Found));
  Shared.addNote(Index, Declaration.Place, "it is declared here without one");
}

bool OutParameterSimulation::call(PathEngine &Engine, const Operation &Op,
                                  PathState &Now) {
  if (handsOutInto(Op, Pointer))
    return fail(Engine, Op, Now);
  for (const Argument &Given : Op.Arguments)
    if (Given.How == Argument::Mode::ByAddress && Given.Path == Pointer)
      return false; // it may set it
  auto IsPointer = [this](const Argument &Given) {
    return Given.How == Argument::Mode::ByValue && Given.Path == Pointer;
  };
  if (!IsPointer(Op.Receiver) && none_of(Op.Arguments, IsPointer))
    return true;
  if (isLeftAlone(Engine, Now))
    report(Engine, Now, Op.Place, &Op,
           Op.Entry->Releases.empty() ? "used" : "given back");
  return false;
}

void OutParameterSimulation::learn(PathEngine &Engine, const Condition &Learnt,
                                   PathState &State) {
  if (Learnt.Path != Pointer || !isLeftAlone(Engine, State))
    return;
  report(Engine, State, Shared.Graph.Blocks[Engine.currentBlock()].BranchPlace,
         nullptr, "tested");
  State.Typestate = Reported;
}

void OutParameterSimulation::begin(PathEngine &, const Operation &,
                                   PathState Before,
                                   std::vector<PathState> &After) {
  Before.Typestate = Untouched;
  After.push_back(std::move(Before));
}

void OutParameterSimulation::step(PathEngine &Engine, const Operation &Op,
                                  PathState Before,
                                  std::vector<PathState> &After) {
  switch (Op.Kind) {
  case OperationKind::Call:
    if (!call(Engine, Op, Before))
      return;
    break;
  case OperationKind::Test:
    if (Op.Tested.Path == Pointer && isLeftAlone(Engine, Before)) {
      report(Engine, Before, Op.Place, &Op, "tested");
      return;
    }
    [[fallthrough]];
  case OperationKind::Copy:
  case OperationKind::Insert:
  case OperationKind::Set:
  case OperationKind::Forget:
  case OperationKind::Combine:
  case OperationKind::Declare:
  case OperationKind::TakeAddress:
  case OperationKind::PointInto:
  case OperationKind::OpenToOthers:
  case OperationKind::EndOfLife:
    if (Op.Target == Pointer || Op.Source == Pointer)
      return;
    break;
  case OperationKind::Dereference:
    if (Op.Source != Pointer)
      break;
    if (isLeftAlone(Engine, Before))
      report(Engine, Before, Op.Place, &Op, "used");
    return;
  case OperationKind::GiveAway:
  case OperationKind::Lend:
  case OperationKind::Return:
    if (Op.Source == Pointer)
      return;
    break;
  case OperationKind::Constrain:
  case OperationKind::Derive:
  case OperationKind::EmptyBlock:
  case OperationKind::AddReference:
  case OperationKind::Release:
  case OperationKind::Throw:
  case OperationKind::LeaveProcess:
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
  case OperationKind::Invoke:
    break;
  }
  After.push_back(std::move(Before));
}

} // namespace mapitidy
