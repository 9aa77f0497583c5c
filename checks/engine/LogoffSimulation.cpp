//===- LogoffSimulation.cpp - What follows a Logoff -----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/LogoffSimulation.h"

using namespace llvm;

namespace mapitidy {

LogoffSimulation::LogoffSimulation(AnalysisContext &Shared,
                                   const Operation &Logoff)
    : Shared(Shared), Logoff(Logoff),
      Session(Shared.From.of(Logoff).at(*Logoff.Entry->LogsOff)) {}

void LogoffSimulation::use(PathEngine &Engine, const Operation &Op,
                           const PathState &Now) {
  StringRef Method = Op.Entry->name();
  if (Op.Receiver.How != Argument::Mode::ByValue ||
      Shared.Explained.count(Op.Index) || Method == "Release" ||
      Method == "AddRef" || Method == "QueryInterface")
    return;
  const OriginSet &From = Shared.From.of(Op).Receiver;
  if (From.empty() || !Shared.From.belongs(From, Session))
    return;
  const AccessPath &Path = Shared.Graph.Paths[Op.Receiver.Path];
  std::string Name = describe(Shared.Graph, Op.Receiver.Path, Path.Interface);
  bool OnSession = Origins::intersect(From, Session);
  Shared.report(Engine, Now, Rule::UseAfterLogoff, Op.Place, Op.Index,
                OnSession ? Op.Entry->Call + " is called on session " + Name +
                                " after its Logoff"
                          : Op.Entry->Call + " is called on " + Name +
                                " after the Logoff of its session");
}

void LogoffSimulation::step(PathEngine &Engine, const Operation &Op,
                            PathState Before, std::vector<PathState> &After) {
  if (!Started) {
    Started = true;
    Engine.note(Before, Op.Place, &Op, "the session is logged off here");
    After.push_back(std::move(Before));
    return;
  }
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
