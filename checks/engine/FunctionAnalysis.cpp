//===- FunctionAnalysis.cpp - All checks of one function ------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/FunctionAnalysis.h"
#include "engine/InitSimulation.h"
#include "engine/LogoffSimulation.h"
#include "engine/ObjectSimulation.h"
#include "engine/RegistrationSimulation.h"
#include <map>

using namespace llvm;

namespace mapitidy {

namespace {

/// Collects what is known before each call on all ways to it, so that the
/// other simulations can start at their call and need not run up to it.
class KnowledgeSimulation : public Simulation {
public:
  void step(PathEngine &, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override {
    if (Op.Kind == OperationKind::Call) {
      auto [It, Inserted] = Known.try_emplace(Op.Index, Before);
      if (!Inserted)
        It->second.joinFacts(Before);
    }
    After.push_back(std::move(Before));
  }
  void leave(PathEngine &, const PathState &, SourcePlace) override {}

  /// \returns what is known, or nothing if the call cannot be reached.
  std::optional<PathState> before(const Operation &Op) const {
    auto It = Known.find(Op.Index);
    if (It == Known.end())
      return std::nullopt;
    PathState Result = It->second;
    Result.Typestate = 0;
    Result.Trail = NoTrail;
    return Result;
  }

private:
  std::map<unsigned, PathState> Known;
};

/// Runs the simulations of one function.
class Analyser {
public:
  Analyser(const FlowGraph &Graph, const Catalogue &Entries,
           const Budget &Limits)
      : Graph(Graph), From(Graph, Entries), Shared(Graph, Entries, From),
        Engine(Graph, Limits) {}

  FunctionReport run();

private:
  template <typename Visitor> void forEachCall(Visitor Visit);

  const FlowGraph &Graph;
  Origins From;
  AnalysisContext Shared;
  PathEngine Engine;
  KnowledgeSimulation Knowledge;
};

} // namespace

template <typename Visitor> void Analyser::forEachCall(Visitor Visit) {
  for (BlockId Id : Graph.reversePostOrder()) {
    const std::vector<Operation> &Operations = Graph.Blocks[Id].Operations;
    for (unsigned I = 0; I < Operations.size(); ++I)
      if (Operations[I].Kind == OperationKind::Call)
        if (std::optional<PathState> Before = Knowledge.before(Operations[I]))
          Visit(Operations[I], *Before, Id, I);
  }
}

FunctionReport Analyser::run() {
  Engine.run(Knowledge, PathState());
  InitSimulation Libraries(Shared);
  if (Libraries.isNeeded()) {
    PathState Initial;
    Initial.Typestate = InitState().pack();
    Engine.run(Libraries, Initial);
    Libraries.publishNesting();
  }
  forEachCall([&](const Operation &Op, const PathState &Before, BlockId In,
                  unsigned Index) {
    for (size_t I = 0; I < Op.Entry->Acquires.size(); ++I) {
      ObjectSimulation Object(Shared, Op, Op.Entry->Acquires[I],
                              From.acquired(Op, I));
      if (Object.isTracked())
        Engine.runFrom(Object, Before, In, Index);
    }
    if (Op.Entry->Registers) {
      RegistrationSimulation Registration(Shared, Op);
      if (Registration.isTracked())
        Engine.runFrom(Registration, Before, In, Index);
    }
  });
  forEachCall([&](const Operation &Op, const PathState &Before, BlockId In,
                  unsigned Index) {
    if (Op.Entry->LogsOff) {
      LogoffSimulation Ended(Shared, Op);
      Engine.runFrom(Ended, Before, In, Index);
    }
  });
  Libraries.reportExits();
  return {Shared.takeFindings(), !Engine.exhausted()};
}

FunctionReport analyse(const FlowGraph &Graph, const Catalogue &Entries,
                       const Budget &Limits) {
  return Analyser(Graph, Entries, Limits).run();
}

} // namespace mapitidy
