//===- PathEngine.cpp - Property simulation -------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/core/PathEngine.h"
#include <algorithm>
#include <utility>

using namespace llvm;

namespace mapitidy {

Simulation::~Simulation() = default;

std::string Simulation::textOf(uint64_t Typestate) const {
  return std::to_string(Typestate);
}

void Simulation::begin(PathEngine &Engine, const Operation &Op,
                       PathState Before, std::vector<PathState> &After) {
  step(Engine, Op, std::move(Before), After);
}

void Simulation::look(PathEngine &, const Operation &, const PathState &) {}

void Simulation::learn(PathEngine &, const Condition &, PathState &) {}

void Simulation::compare(PathEngine &, const PointerComparison &, PathState &) {
}

bool Simulation::doubt(PathEngine &, BlockId, const Edge &, PathState &) {
  return true;
}

bool Simulation::merge(PathState &, const PathState &) { return false; }

bool isTooLarge(const FlowGraph &Graph, const Budget &Limits) {
  return Graph.Blocks.size() > Limits.MaxBlocks ||
         uint64_t(Graph.Blocks.size()) * Graph.Paths.size() > Budget::MaxCells;
}

PathEngine::PathEngine(const FlowGraph &Graph, const Budget &Limits,
                       Trace *Watch)
    : Graph(Graph), Limits(Limits), Order(Graph.reversePostOrder()),
      Liveness(Graph, Limits), Written(Graph),
      Related(Graph, Liveness, Written, Limits), Sides(Graph),
      Exhausted(!Liveness.isComplete() || !Related.isComplete()),
      Clock(Limits.MaxTime), Watch(Watch) {
  for (PathId Path : Graph.Paths.ids())
    if (Liveness.isEverLive(Path)) {
      if (!Graph.Paths[Path].Calculated.empty())
        Calculated.push_back(Path);
      if (Graph.Paths[Path].Difference)
        Differences.push_back(Path);
    }
  collectAnswers();
  OrderOf.assign(Graph.Blocks.size(), 0);
  for (unsigned I = 0; I < Order.size(); ++I)
    OrderOf[Order[I]] = I;
  findLoops();
}

/// What lies between the ends of an edge that leads back may run again.
void PathEngine::findLoops() {
  InLoop.assign(Graph.Blocks.size(), 0);
  std::vector<unsigned> First(Order.size());
  for (unsigned I = 0; I < Order.size(); ++I) {
    First[I] = Order.size();
    for (const Edge &Out : Graph.Blocks[Order[I]].Edges)
      First[I] = std::min(First[I], OrderOf[Out.To]);
  }
  unsigned Least = Order.size();
  for (unsigned I = Order.size(); I-- > 0;) {
    Least = std::min(Least, First[I]);
    InLoop[Order[I]] = Least <= I;
  }
}

void PathEngine::collectAnswers() {
  for (const Block &B : Graph.Blocks)
    for (const Edge &Out : B.Edges) {
      if (!Out.When.isKnown() || Out.When.Answer == NoPath)
        continue;
      const Condition Asked = Out.When.Says ? Out.When : Out.When.negated();
      if (none_of(Answers, [&](const Condition &Other) {
            return Other.Answer == Asked.Answer;
          }))
        Answers.push_back(Asked);
    }
}

bool PathEngine::spend() {
  if (++StatesSpent > Limits.MaxStates || Clock.isUp())
    Exhausted = true;
  return !Exhausted && !Abandoned;
}

/// Whether what \p State knows implies that \p Taken could be taken.
static bool isStillKnown(const PathState &State, const Edge &Taken) {
  if (!Taken.When.isKnown() || !Taken.OneOf.empty())
    return false;
  const Value Known = State.fact(Taken.When.Path);
  return !Known.isAnything() && Taken.When.Is.refine(Known) == Known;
}

void PathEngine::note(PathState &State, SourcePlace Place, const Operation *At,
                      std::string Text) {
  TrailStep Step;
  Step.Place = Place;
  Step.InBlock = Running;
  Step.At = At;
  Step.Text = std::move(Text);
  append(State, std::move(Step));
}

void PathEngine::append(PathState &State, TrailStep Step) {
  assert((State.Trail == NoTrail || State.Trail < Steps.size()) &&
         "a way of another run");
  Step.Parent = State.Trail;
  Steps.push_back(std::move(Step));
  State.Trail = Steps.size() - 1;
}

/// \p Known has met the way that came by \p Other, and knows less now.
void PathEngine::meet(PathState &Known, TrailId Other) {
  TrailStep Meeting;
  Meeting.Meets = true;
  // Steps are numbered as they are made: of two, the later one is no ancestor
  // of the other.
  for (TrailId Own = Known.Trail; Own != Other && Own != NoTrail;)
    if (Other != NoTrail && Other > Own) {
      Other = Steps[Other].Parent;
    } else {
      const TrailStep &Step = Steps[Own];
      if (Step.Taken && !isStillKnown(Known, *Step.Taken))
        Meeting.Doubted.push_back(Own);
      Own = Step.Parent;
    }
  if (!Meeting.Doubted.empty())
    append(Known, std::move(Meeting));
}

std::vector<const TrailStep *> PathEngine::trail(const PathState &State) const {
  std::vector<const TrailStep *> Result;
  for (TrailId Id = State.Trail; Id != NoTrail; Id = Steps[Id].Parent)
    if (!Steps[Id].Meets)
      Result.push_back(&Steps[Id]);
  std::reverse(Result.begin(), Result.end());
  return Result;
}

std::vector<const TrailStep *>
PathEngine::believedTrail(const PathState &State) const {
  std::vector<const TrailStep *> Result;
  SmallVector<TrailId, 8> Doubted;
  for (TrailId Id = State.Trail; Id != NoTrail; Id = Steps[Id].Parent)
    if (Steps[Id].Meets)
      Doubted.append(Steps[Id].Doubted);
    else if (!is_contained(Doubted, Id))
      Result.push_back(&Steps[Id]);
  std::reverse(Result.begin(), Result.end());
  return Result;
}

std::vector<TrailStep> PathEngine::way(const PathState &State) const {
  std::vector<TrailStep> Result;
  for (const TrailStep *Step : trail(State))
    Result.push_back(*Step);
  return Result;
}

/// Makes one state of those that differ in facts only: without this, a row of
/// calls that each may fail would double the states at each call.
void PathEngine::mergeStates(std::vector<PathState> &States) {
  for (size_t I = 0; I < States.size(); ++I)
    for (size_t J = States.size(); J-- > I + 1;)
      if (States[I].sameKey(States[J])) {
        if (States[I].joinFacts(States[J]))
          meet(States[I], States[J].Trail);
        States.erase(States.begin() + J);
      }
}

void PathEngine::enter(Simulation &Tracked, BlockId To, PathState State) {
  assert(To < Entries.size() && To != Graph.Exit && "no block to run");
  assert(Pending[To].size() == Entries[To].size() && "states are counted");
  noteDifferences(State, To);
  State.keepFacts([&](PathId Path) { return Liveness.isLive(Path, To); });
  std::vector<PathState> &Known = Entries[To];
  unsigned Index = 0;
  while (Index < Known.size() && !Known[Index].sameKey(State))
    ++Index;
  // What has not gone on yet may still change its typestate.
  for (unsigned I = 0; Index == Known.size() && I < Known.size(); ++I)
    if (Pending[To][I] && Known[I].sameButForTypestate(State) &&
        Tracked.merge(Known[I], State)) {
      PathState Merged = std::move(Known[I]);
      Merged.joinFacts(State);
      Known.erase(Known.begin() + I);
      Pending[To].erase(Pending[To].begin() + I);
      return enter(Tracked, To, std::move(Merged));
    }
  if (Index == Known.size()) {
    Known.push_back(std::move(State));
    Pending[To].push_back(1);
  } else {
    if (Watch)
      Watch->meet(To);
    if (!Known[Index].joinFacts(State))
      return;
    meet(Known[Index], State.Trail);
    Pending[To][Index] = 1;
  }
  BlockPending[To] = 1;
  FirstPending = std::min(FirstPending, OrderOf[To]);
}

/// What taking the edge tells of the path that it tests.
static SmallVector<Comparison, 4> learntFrom(const Edge &Taken) {
  if (Taken.OneOf.empty())
    return {Taken.When.Is};
  SmallVector<Comparison, 4> Result;
  for (int64_t Constant : Taken.OneOf)
    Result.push_back({Comparison::Operator::Equal, Constant, Taken.NoneOf});
  return Result;
}

/// Whether \p After knows more than \p Before of what \p When asks.
static bool tells(const Condition &When, const PathState &Before,
                  const PathState &After) {
  return After.fact(When.Path) != Before.fact(When.Path) ||
         (When.Answer != NoPath &&
          After.fact(When.Answer) != Before.fact(When.Answer));
}

/// \p Branch may ask how the followed call went. Where that is \p Decided, and
/// the other side goes its own way to the end, nothing is left to tell.
void PathEngine::noteAsked(BlockId Branch, bool Decided, PathState &State) {
  if (State.Tells.empty())
    return;
  for (const Edge &Out : Graph.Blocks[Branch].Edges) {
    const PathId Asked = Out.When.Path;
    if (Asked == NoPath ||
        (!State.Tells.tells(Graph, Asked) && !State.holds(Asked)))
      continue;
    if (Decided && !Sides.of(Branch).isAskedAfter())
      return State.Tells.clear();
    if (!is_contained(Asking, std::make_pair(Branch, Asked)))
      Asking.push_back({Branch, Asked});
    return;
  }
}

/// Where the sides of a branch meet that asked how the call went, what only one
/// of them writes tells it.
void PathEngine::tellOfSides(BlockId From, BlockId To, PathState &State) {
  if (State.Tells.empty())
    return;
  for (auto [Branch, Asked] : Asking)
    if (Sides.of(Branch).meetAt(From, To) &&
        (State.Tells.tells(Graph, Asked) || State.holds(Asked)))
      for (auto [Path, Hidden] : Sides.of(Branch).written())
        State.Tells.add(Path, Hidden);
}

void PathEngine::follow(Simulation &Tracked, BlockId From,
                        const PathState &State) {
  const Block &B = Graph.Blocks[From];
  SmallVector<PathState, 2> Behind(B.Edges.size(), State);
  SmallVector<bool, 2> CanBeTaken;
  for (const auto [Out, Next] : zip(B.Edges, Behind))
    CanBeTaken.push_back(refine(Next, From, Out));
  const auto FeasibleCount = count(CanBeTaken, true);
  for (auto [Out, Next, Feasible] : zip(B.Edges, Behind, CanBeTaken)) {
    if (Watch)
      Watch->take(Out, Feasible);
    if (!Feasible)
      continue;
    if (FeasibleCount > 1 && Out.When.isKnown() &&
        State.Tells.tellsHidden(Graph, Out.When.Path) &&
        !Tracked.doubt(*this, From, Out, Next))
      continue;
    noteAsked(From, FeasibleCount == 1, Next);
    tellOfSides(From, Out.To, Next);
    if (Out.When.isKnown() && (Out.NoneOf || tells(Out.When, State, Next)))
      for (const Comparison &Is : learntFrom(Out)) {
        const Condition Held{Out.When.Path, Is};
        auto Learn = [&, &After = Next](const Condition &Learnt) {
          Tracked.learn(*this, Learnt, After);
        };
        Learn(Held);
        Related.forEachLearnt(From, Held, State, Next, Learn);
      }
    if (Out.Pointers)
      Tracked.compare(*this, *Out.Pointers, Next);
    if (FeasibleCount > 1) {
      TrailStep Step;
      Step.Place = Out.Place ? Out.Place : B.BranchPlace;
      Step.InBlock = From;
      Step.Taken = &Out;
      append(Next, std::move(Step));
    }
    if (Watch && Out.To == Graph.Exit)
      Watch->leave();
    if (Out.To == Graph.Exit)
      Tracked.leave(*this, Next,
                    Next.LeavingAt ? Next.LeavingAt : Graph.ClosingBrace);
    else
      enter(Tracked, Out.To, std::move(Next));
  }
}

/// Whether the way does not go on behind \p Op: it would contradict what is
/// known, or use a null pointer, which is another tool's business.
static bool endsWay(const FlowGraph &Graph, const Operation &Op,
                    const PathState &Before) {
  // What is in an object may have been set by means that are not understood.
  auto IsNull = [&](PathId Id) {
    const AccessPath &Path = Graph.Paths[Id];
    return Path.Pointer && Path.Base == NoPath && !Path.Smart &&
           Before.fact(Id).Signs == Value::Zero;
  };
  switch (Op.Kind) {
  case OperationKind::Constrain: // what is followed is not null
    return Before.fact(Op.Target).meet(Op.Constant).Signs == 0 ||
           (Op.Constant.Signs == Value::Zero && Before.holds(Op.Target));
  case OperationKind::Dereference:
    return IsNull(Op.Source);
  case OperationKind::Call:
    return Op.Receiver.How == Argument::Mode::ByValue &&
           IsNull(Op.Receiver.Path);
  case OperationKind::Copy:
  case OperationKind::Insert:
  case OperationKind::Set:
  case OperationKind::TakeAddress:
  case OperationKind::PointInto:
  case OperationKind::Test:
  case OperationKind::Derive:
  case OperationKind::Forget:
  case OperationKind::Combine:
  case OperationKind::Declare:
  case OperationKind::EmptyBlock:
  case OperationKind::OpenToOthers:
  case OperationKind::GiveAway:
  case OperationKind::Lend:
  case OperationKind::AddReference:
  case OperationKind::Release:
  case OperationKind::EndOfLife:
  case OperationKind::Return:
  case OperationKind::Throw:
  case OperationKind::LeaveProcess:
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
  case OperationKind::Invoke:
    return false;
  }
  llvm_unreachable("all kinds are listed");
}

void PathEngine::runOperation(Simulation &Tracked, const Operation &Op,
                              PathState State, std::vector<PathState> &Next) {
  Tracked.look(*this, Op, State);
  const bool Counts = !Op.Assumed || Op.Kind != OperationKind::Constrain ||
                      Tracked.trustsAssumptions();
  if (Counts && endsWay(Graph, Op, State)) {
    if (Watch)
      Watch->end(Op, "what is known contradicts it");
    return;
  }
  if (Counts)
    updateFacts(State, Op);
  const std::optional<PathState> Before =
      Watch ? std::optional(State) : std::nullopt;
  const size_t First = Next.size();
  if (std::exchange(Beginning, false))
    Tracked.begin(*this, Op, std::move(State), Next);
  else
    Tracked.step(*this, Op, std::move(State), Next);
  if (Watch)
    Watch->run(Op, *Before, ArrayRef(Next).drop_front(First), Tracked);
}

void PathEngine::runBlock(Simulation &Tracked, BlockId In,
                          unsigned FirstOperation, PathState State) {
  Running = In;
  const Block &B = Graph.Blocks[In];
  if (Watch)
    Watch->enter(In, State, Tracked);
  std::vector<PathState> Now;
  Now.push_back(std::move(State));
  std::vector<PathState> Next;
  for (unsigned I = FirstOperation; I < B.Operations.size(); ++I) {
    const Operation &Op = B.Operations[I];
    if (Op.Kind == OperationKind::LeaveProcess) {
      for (const PathState &Each : Now)
        Tracked.look(*this, Op, Each);
      if (Watch)
        Watch->end(Op, "the process ends");
      return;
    }
    Next.clear();
    for (PathState &Each : Now) {
      if (!spend())
        return;
      if (Op.Kind == OperationKind::Return || Op.Kind == OperationKind::Throw)
        Each.LeavingAt = Op.Place;
      runOperation(Tracked, Op, std::move(Each), Next);
    }
    if (Next.size() > Now.size())
      mergeStates(Next);
    std::swap(Now, Next);
  }
  for (const PathState &Each : Now)
    follow(Tracked, In, Each);
}

void PathEngine::drain(Simulation &Tracked) {
  while (FirstPending < Order.size() && !Exhausted && !Abandoned) {
    BlockId In = Order[FirstPending];
    if (!BlockPending[In]) {
      ++FirstPending;
      continue;
    }
    BlockPending[In] = 0;
    for (unsigned I = 0; I < Entries[In].size() && !Exhausted && !Abandoned;
         ++I)
      if (Pending[In][I]) {
        Pending[In][I] = 0;
        runBlock(Tracked, In, 0, Entries[In][I]);
      }
  }
}

void PathEngine::run(Simulation &Tracked, PathState Initial) {
  runFrom(Tracked, std::move(Initial), Graph.Entry, 0);
}

void PathEngine::runFrom(Simulation &Tracked, PathState Initial, BlockId In,
                         unsigned Index) {
  if (Exhausted)
    return;
  size_t Blocks = Graph.Blocks.size();
  assert(In < Blocks && Index <= Graph.Blocks[In].Operations.size() &&
         "there is no such operation");
  Entries.assign(Blocks, {});
  Pending.assign(Blocks, {});
  BlockPending.assign(Blocks, 0);
  Steps.clear();
  Asking.clear();
  FirstPending = Order.size();
  Abandoned = false;
  Beginning = true;
  Initial.Trail = NoTrail;
  if (Watch)
    Watch->begin(Tracked);
  runBlock(Tracked, In, Index, std::move(Initial));
  drain(Tracked);
  if (Watch && Exhausted)
    Watch->exhaust();
}

} // namespace mapitidy
