//===- FunctionAnalysis.cpp - All checks of one function ------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/FunctionAnalysis.h"
#include "engine/Knowledge.h"
#include "engine/reporting/Certainty.h"
#include "engine/reporting/RepairPlanner.h"
#include "engine/simulations/FlagSimulation.h"
#include "engine/simulations/InitSimulation.h"
#include "engine/simulations/LentMemory.h"
#include "engine/simulations/LoanSimulation.h"
#include "engine/simulations/LogoffSimulation.h"
#include "engine/simulations/MailSimulation.h"
#include "engine/simulations/ObjectSimulation.h"
#include "engine/simulations/OutParameterSimulation.h"
#include "engine/simulations/RegistrationSimulation.h"
#include "engine/simulations/RemovalSimulation.h"
#include "engine/simulations/WrongThings.h"

using namespace llvm;

namespace mapitidy {

namespace {

/// Runs the simulations of one function.
class Analyser {
public:
  Analyser(const FlowGraph &Graph, const Catalogue &Entries,
           const Budget &Limits, Trace *Watch)
      : Graph(Graph), From(Graph, Entries, Limits),
        Shared(Graph, Entries, From, Watch), Engine(Graph, Limits, Watch),
        Facts(Graph) {}

  FunctionReport run();

private:
  /// Calls \p Visit for each operation of the kind that can be reached, with
  /// what is known before it and where it stands.
  template <typename Visitor>
  void forEach(OperationKind Kind, Visitor Visit) const;
  void followObjects(const Operation &Op, const PathState &Before, BlockId In,
                     unsigned Index);
  bool hasOneReference(const Operation &Op, Slot What) const;
  void followOutside(const Operation &Op, BlockId In, unsigned Index);

  const FlowGraph &Graph;
  Origins From;
  AnalysisContext Shared;
  PathEngine Engine;
  Knowledge Facts;
};

} // namespace

template <typename Visitor>
void Analyser::forEach(OperationKind Kind, Visitor Visit) const {
  for (BlockId Id : Graph.reversePostOrder()) {
    const std::vector<Operation> &Operations = Graph.Blocks[Id].Operations;
    for (unsigned I = 0; I < Operations.size(); ++I)
      if (Operations[I].Kind == Kind)
        if (std::optional<PathState> Before = Facts.before(Operations[I]))
          Visit(Operations[I], *Before, Id, I);
  }
}

/// What \p Op hands out.
void Analyser::followObjects(const Operation &Op, const PathState &Before,
                             BlockId In, unsigned Index) {
  for (size_t I = 0; I < Op.Entry->Acquires.size(); ++I) {
    ObjectSimulation Object(Shared, Op, Op.Entry->Acquires[I],
                            From.acquired(Op, I));
    const Acquisition &How = Op.Entry->Acquires[I];
    bool Passed = How.IfNull && Op.at(How.Into).Path != NoPath &&
                  Before.fact(Op.at(How.Into).Path).Signs != Value::Zero;
    if (Object.isTracked() && !Passed)
      Engine.runFrom(Object, Before, In, Index);
    Object.finish();
  }
  if (Op.Entry->Registers) {
    RegistrationSimulation Registration(Shared, Op);
    if (Registration.isTracked())
      Engine.runFrom(Registration, Before, In, Index);
  }
}

/// Whether a variable of the function's own holds what a function that is not
/// seen has given it, and with it one reference.
bool Analyser::hasOneReference(const Operation &Op, Slot What) const {
  const Argument Given = Op.at(What);
  if (Given.How != Argument::Mode::ByValue)
    return false;
  const AccessPath &Path = Graph.Paths[Given.Path];
  const OriginSet &Of = From.of(Op).at(What);
  if (Path.Where != Storage::Local || Path.Base != NoPath || Path.Smart ||
      Path.Shared || Of.empty() || any_of(Of, [this](OriginId Id) {
        return From[Id].From != Origin::Kind::Unknown;
      }))
    return false;
  auto Adds = [&](const Operation &Other) {
    if (Other.Kind == OperationKind::AddReference ||
        Other.Kind == OperationKind::Copy)
      return Other.Source == Given.Path;
    return Other.Entry && Other.Entry->AddsReference &&
           Other.at(*Other.Entry->AddsReference).Path == Given.Path;
  };
  return none_of(Graph.Blocks,
                 [&](const Block &B) { return any_of(B.Operations, Adds); });
}

/// What \p Op ends though the function did not acquire it: a block that it
/// frees, an object of which it leaves nothing but Release.
void Analyser::followOutside(const Operation &Op, BlockId In, unsigned Index) {
  auto Follow = [&](Slot What, ResourceKind Kind) {
    bool Acquired = any_of(From.of(Op).at(What), [this](OriginId Id) {
      return From[Id].From == Origin::Kind::Acquired;
    });
    ObjectSimulation Object(Shared, Op, What, Kind);
    if (!Acquired && !From.of(Op).at(What).empty() && Object.isTracked())
      for (const PathState &Before : Facts.casesBefore(Op))
        Engine.runFrom(Object, Before, In, Index);
  };
  if (Op.Entry->AddsReference)
    Follow(*Op.Entry->AddsReference, ResourceKind::Interface);
  for (const GiveBack &Back : Op.Entry->Releases)
    if (Back.How == "Release"
            ? Back.When == EffectWhen::Always && hasOneReference(Op, Back.What)
            : Op.Entry->Mapi && Back.What.Index >= 0)
      Follow(Back.What, Back.How == "Release" ? ResourceKind::Interface
                                              : ResourceKind::Buffer);
  if (!Op.Entry->LogsOff)
    for (const Invalidation &Each : Op.Entry->Invalidates)
      Follow(Each.What, ResourceKind::Interface);
  for (const Retention &Each : Op.Entry->Keeps)
    if (!Each.ReleaseBefore.empty())
      Follow(Each.What, ResourceKind::Interface);
}

FunctionReport Analyser::run() {
  if (!From.isComplete())
    return {{}, /*Complete=*/false, {}};
  Engine.run(Facts, PathState());
  InitSimulation Libraries(Shared);
  if (Libraries.isNeeded()) {
    Engine.run(Libraries, Libraries.initial());
    Libraries.publishNesting();
  }
  FlagSimulation Flags(Shared);
  if (Flags.isNeeded())
    Engine.run(Flags, PathState());
  forEach(OperationKind::Lend, [&](const Operation &Op, const PathState &Before,
                                   BlockId In, unsigned Index) {
    if (comesBack(Shared, Engine, Op, Before, In, Index))
      Shared.ComeBack.insert(Op.Index);
  });
  forEach(OperationKind::Call, [&](const Operation &Op, const PathState &Before,
                                   BlockId In, unsigned Index) {
    followObjects(Op, Before, In, Index);
    followOutside(Op, In, Index);
    checkLentMemory(Shared, Op);
    checkWrongThings(Shared, Op);
    if (Op.Entry->SubmitsMail) {
      MailSimulation Mail(Shared, Op);
      Engine.runFrom(Mail, Before, In, Index);
    }
    RemovalSimulation Removal(Shared, Op);
    if (Removal.isNeeded())
      Engine.runFrom(Removal, Before, In, Index);
  });
  forEach(OperationKind::Declare,
          [&](const Operation &Op, const PathState &Before, BlockId In,
              unsigned Index) {
            OutParameterSimulation Pointer(Shared, Op);
            if (Pointer.isNeeded())
              Engine.runFrom(Pointer, Before, In, Index);
          });
  forEach(OperationKind::Call, [&](const Operation &Op, const PathState &Before,
                                   BlockId In, unsigned Index) {
    if (Op.Entry->LogsOff) {
      LogoffSimulation Ended(Shared, Op);
      Engine.runFrom(Ended, Before, In, Index);
    }
  });
  Libraries.reportExits();
  RepairPlanner Planner(Shared, Engine);
  Shared.forEachFinding([&](const Fault &Found, Finding &Reported) {
    wordCarefully(Shared, Engine, Found, Reported);
    if (!Found.Doubted)
      Reported.Mends = Planner.plan(Found);
  });
  return {Shared.takeFindings(), !Engine.exhausted(), Libraries.takeImplied()};
}

FunctionReport analyse(const FlowGraph &Graph, const Catalogue &Entries,
                       const Budget &Limits, Trace *Watch) {
  if (isTooLarge(Graph, Limits))
    return {{}, /*Complete=*/false, {}};
  return Analyser(Graph, Entries, Limits, Watch).run();
}

} // namespace mapitidy
