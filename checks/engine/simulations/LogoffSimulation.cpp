//===- LogoffSimulation.cpp - What follows a Logoff -----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/LogoffSimulation.h"

using namespace llvm;

namespace mapitidy {

/// Whether this is the end of the session is decided elsewhere.
static constexpr uint64_t Uncertain = 1;

LogoffSimulation::LogoffSimulation(AnalysisContext &Shared,
                                   const Operation &Logoff)
    : Shared(Shared), Logoff(Logoff),
      Session(Shared.From.of(Logoff).at(*Logoff.Entry->LogsOff)) {}

void LogoffSimulation::use(PathEngine &Engine, const Operation &Op,
                           const PathState &Now) {
  StringRef Method = Op.Entry->name();
  if (Op.Receiver.How != Argument::Mode::ByValue ||
      Now.Typestate == Uncertain || Shared.Explained.count(Op.Index) ||
      Method == "Release" || Method == "AddRef" || Method == "QueryInterface")
    return;
  const OriginSet &From = Shared.From.of(Op).Receiver;
  // It must be one of this session's: a new session may be in the same place.
  if (From.empty() || !all_of(From, [this](OriginId Id) {
        return Shared.From.belongs({Id}, Session);
      }))
    return;
  const AccessPath &Path = Shared.Graph.Paths[Op.Receiver.Path];
  std::string Name = describe(Shared.Graph, Op.Receiver.Path, Path.Interface);
  bool OnSession = Origins::intersect(From, Session);
  std::string Message =
      Op.Entry->Call +
      (OnSession
           ? " is called on session " + Name + " after its Logoff"
           : " is called on " + Name + " after the Logoff of its session");
  Fault Use;
  Use.Broken = Rule::UseAfterLogoff;
  Use.Place = Op.Place;
  Use.Message = std::move(Message);
  Use.Subject = Op.Index;
  Use.At = &Op;
  Shared.report(Engine, Now, std::move(Use));
}

void LogoffSimulation::learn(PathEngine &, const Condition &Learnt,
                             PathState &State) {
  // A count that outlives the function tells the first owner from the last.
  const AccessPath &Path = Shared.Graph.Paths[Learnt.Path];
  if (Path.Field == Place::Dereference && !Path.Pointer)
    State.Typestate = Uncertain;
}

void LogoffSimulation::begin(PathEngine &Engine, const Operation &Op,
                             PathState Before, std::vector<PathState> &After) {
  Engine.note(Before, Op.Place, &Op, "the session is logged off here");
  After.push_back(std::move(Before));
}

void LogoffSimulation::step(PathEngine &Engine, const Operation &Op,
                            PathState Before, std::vector<PathState> &After) {
  if (Op.Kind == OperationKind::Call) {
    // The same session again, in a loop; or the end of all MAPI calls, after
    // which every call is wrong for another reason.
    for (OriginId New : Shared.From.of(Op).Acquired)
      if (is_contained(Session, New))
        return;
    if (Op.Entry->FastShutdown || (Op.Entry->Uninitialises == InitLevel::Mapi &&
                                   !Shared.NestedUninitialise.count(Op.Index)))
      return;
    if (!Op.Entry->LogsOff || &Op != &Logoff)
      use(Engine, Op, Before);
  }
  After.push_back(std::move(Before));
}

} // namespace mapitidy
