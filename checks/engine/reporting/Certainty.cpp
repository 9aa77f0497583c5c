//===- Certainty.cpp - Is, or may be --------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/reporting/Certainty.h"
#include "engine/simulations/VariableSimulation.h"

using namespace llvm;

namespace mapitidy {

/// What the variable holds where the rule is broken; nothing for rules that are
/// not about a variable.
static std::optional<Holding> brokenIf(Rule Broken) {
  switch (Broken) {
  case Rule::LiveAtLogoff:
  case Rule::MissingUnadvise:
  case Rule::InterfaceLost:
  case Rule::BufferLost:
  case Rule::SessionLost:
    return Holding::Owed;
  case Rule::ReleasedTwice:
  case Rule::UsedAfterRelease:
    return Holding::Stale;
  default:
    return std::nullopt;
  }
}

/// Whether a success of what acquired the subject may have handed out nothing.
static bool isOptional(const Fault &Found) {
  return Found.Source && Found.Source->Entry &&
         !Found.Source->Entry->Acquires.empty() &&
         all_of(Found.Source->Entry->Acquires,
                [](const Acquisition &How) { return How.MaybeNull; });
}

static FindingNote acquisitionOf(const Fault &Found) {
  return {0, Found.Source->Entry->Call +
                 (isOptional(Found) ? " hands it out" : " succeeds")};
}

namespace {

/// Finds out whether a call has succeeded wherever a point is reached.
class SuccessSimulation : public Simulation {
public:
  SuccessSimulation(const Operation &Of, const Operation &Point)
      : Of(Of), Point(Point) {}

  std::string name() const override {
    return "success of #" + std::to_string(Of.Index);
  }
  void look(PathEngine &, const Operation &Op,
            const PathState &State) override {
    Everywhere &= &Op != &Point || State.Typestate != 0;
  }
  void step(PathEngine &, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override {
    if (&Op != &Of)
      return After.push_back(std::move(Before));
    partByOutcome(Op, Before, After);
    Before.Typestate = 1;
    After.push_back(std::move(Before));
  }
  void leave(PathEngine &, const PathState &, SourcePlace) override {}

  bool isEverywhere() const { return Everywhere; }

private:
  const Operation &Of;
  const Operation &Point;
  bool Everywhere = true;
};

/// Asks what the variable of a fault holds at its place.
class Doubt {
public:
  Doubt(const FlowGraph &Graph, PathEngine &Engine, const Fault &Found,
        Holding Broken)
      : Graph(Graph), Engine(Engine), Found(Found), Broken(Broken) {}

  /// Whether nothing may be wrong when the place is reached.
  bool isJustified();
  /// The condition under which it is wrong, and where that is decided.
  FindingNote condition();

private:
  VariableSimulation followFrom(PathState Initial, BlockId In, unsigned Index);
  bool isWrongOnceAcquired();
  bool decides(const TrailStep &Branch, Holding Before);
  bool isGivenBackAt(const TrailStep &Step) const;

  const FlowGraph &Graph;
  PathEngine &Engine;
  const Fault &Found;
  Holding Broken;
};

} // namespace

bool Doubt::isJustified() {
  VariableSimulation Follow(Found.Holder, *Found.At, /*Mends=*/false);
  Engine.run(Follow, initialFor(Graph, Found.Holder));
  if (Follow.seenAtPoint(Broken))
    return Follow.seenOtherAtPoint(Broken) ||
           (Broken == Holding::Owed && isOptional(Found));
  // The variable is gone by then; the object is not.
  if (Broken != Holding::Owed || !Found.Source || !Found.Source->Entry ||
      Graph.Paths[Found.Holder].Where != Storage::Local)
    return false;
  SuccessSimulation Acquired(*Found.Source, *Found.At);
  Engine.run(Acquired, PathState());
  return !Acquired.isEverywhere();
}

/// Follows the variable, in which there is something, from there to the place.
VariableSimulation Doubt::followFrom(PathState Initial, BlockId In,
                                     unsigned Index) {
  Initial.setFact(Found.Holder, Value::ofSigns(Value::Positive));
  VariableSimulation Follow(Found.Holder, *Found.At, /*Mends=*/false);
  Engine.runFrom(Follow, std::move(Initial), In, Index);
  return Follow;
}

/// Whether the place is reached behind the acquisition, and the variable is
/// wrong each time.
bool Doubt::isWrongOnceAcquired() {
  PathState Initial = holding(Holding::Owed);
  if (Found.Source->Target != NoPath)
    Initial.setFact(Found.Source->Target,
                    successValue(*Found.Source->Entry, EffectWhen::Success));
  for (BlockId Id = 0; Id < Graph.Blocks.size(); ++Id)
    for (unsigned I = 0; I < Graph.Blocks[Id].Operations.size(); ++I)
      if (&Graph.Blocks[Id].Operations[I] == Found.Source) {
        VariableSimulation Follow = followFrom(std::move(Initial), Id, I + 1);
        return Follow.seenAtPoint(Broken) && !Follow.seenOtherAtPoint(Broken);
      }
  return false;
}

/// A branch decides if the variable can be right where another edge leads.
bool Doubt::decides(const TrailStep &Branch, Holding Before) {
  return any_of(Graph.Blocks[Branch.InBlock].Edges, [&](const Edge &Other) {
    if (&Other == Branch.Taken || Other.To == Graph.Exit)
      return false;
    PathState Initial = holding(Before);
    if (Other.When.isKnown() && Other.OneOf.empty())
      Initial.setFact(Other.When.Path, Other.When.Is.refine(Value()));
    return followFrom(std::move(Initial), Other.To, 0).seenOtherAtPoint(Broken);
  });
}

bool Doubt::isGivenBackAt(const TrailStep &Step) const {
  if (!Step.At)
    return false;
  if (!Step.At->Entry)
    return Step.At->Kind == OperationKind::Release &&
           Step.At->Target == Found.Holder;
  return any_of(Step.At->Entry->Releases, [&](const GiveBack &Back) {
    return Step.At->at(Back.What).Path == Found.Holder;
  });
}

FindingNote Doubt::condition() {
  const bool Acquires = Found.Source && Found.Source->Entry &&
                        !Found.Source->Entry->Acquires.empty();
  const bool Again = Found.Source == Found.At;
  if (Acquires && !Again && isWrongOnceAcquired())
    return acquisitionOf(Found);
  const bool WasGivenBack = Broken == Holding::Stale;
  size_t GivenBack = Found.Way.size();
  for (size_t I = 0; WasGivenBack && I < Found.Way.size(); ++I)
    if (isGivenBackAt(Found.Way[I]))
      GivenBack = std::min(GivenBack, I);
  for (size_t I = Found.Way.size(); I-- > 0;) {
    const TrailStep &Step = Found.Way[I];
    if (!Step.Taken)
      continue;
    std::string Text = describe(Graph, Step);
    if (!Text.empty() &&
        decides(Step, I > GivenBack ? Holding::Stale : Holding::Owed))
      return {Step.Place, Text};
  }
  if (Again)
    return {0, "the loop runs again"};
  return Acquires ? acquisitionOf(Found) : FindingNote();
}

void wordCarefully(AnalysisContext &Shared, PathEngine &Engine,
                   const Fault &Found, Finding &Reported) {
  std::optional<Holding> Broken = brokenIf(Found.Broken);
  // Of a class, the notes say in which order its functions are called.
  if (Shared.Graph.IsClass || !Broken || !Found.At || Found.Thrown ||
      Found.Holder == NoPath)
    return;
  Doubt Of(Shared.Graph, Engine, Found, *Broken);
  size_t Verb = Reported.Message.find(" is ");
  if (Verb == std::string::npos || !Of.isJustified())
    return;
  Reported.Message.replace(Verb, 4, " may be ");
  const FindingNote If = Of.condition();
  if (If.Text.empty())
    return;
  Reported.Message += ", if " + If.Text;
  if (If.Place != 0 && none_of(Reported.Notes, [&](const FindingNote &Note) {
        return Note.Place == If.Place;
      }))
    Reported.Notes.push_back({If.Place, "the branch that decides"});
}

} // namespace mapitidy
