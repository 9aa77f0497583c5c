//===- Summarise.cpp - From a flow graph to a summary ---------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/summaries/Summarise.h"
#include "engine/AnalysisContext.h"
#include "engine/summaries/SummaryRelevance.h"
#include "engine/summaries/TraceTable.h"
#include "engine/summaries/Widening.h"

using namespace llvm;

namespace mapitidy {

namespace {

constexpr unsigned MostSteps = 64;
constexpr unsigned MostOutcomes = 16;
constexpr unsigned MostTraces = 400;

class SummarySimulation : public Simulation {
public:
  explicit SummarySimulation(const FlowGraph &Graph)
      : Graph(Graph), Matters(Graph) {}

  std::string name() const override { return "summary"; }
  bool trustsAssumptions() const override { return false; }
  void look(PathEngine &Engine, const Operation &Op,
            const PathState &State) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void learn(PathEngine &Engine, const Condition &Learnt,
             PathState &State) override;
  void compare(PathEngine &Engine, const PointerComparison &Learnt,
               PathState &State) override;
  bool merge(PathState &Known, const PathState &New) override;
  void leave(PathEngine &Engine, const PathState &Last,
             SourcePlace Place) override;

  std::optional<std::vector<Outcome>> outcomes() const;

private:
  struct End {
    TraceNumber Way = TraceTable::Empty;
    Value Result;
    bool Throws = false;
  };

  Step stepOf(const Operation &Op) const;
  Step useOf(const Operation &Op) const;
  Step testOf(const Condition &Held) const;
  PlaceArgument argument(const Argument &Given) const;
  void record(PathEngine &Engine, PathState &State, const Step &Next);
  void recordTest(PathEngine &Engine, const Condition &Held, PathState &State);
  void call(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After);
  void fork(PathEngine &Engine, const Operation &Op, EffectWhen When,
            PathState Before, std::vector<PathState> &After);
  void invoke(PathEngine &Engine, const Operation &Op, PathState Before,
              std::vector<PathState> &After);
  void test(PathEngine &Engine, const Operation &Op, const PathState &Before,
            std::vector<PathState> &After);
  void copy(PathEngine &Engine, const Operation &Op, PathState &State);
  void combine(PathEngine &Engine, const Operation &Op, PathState &State);
  void returnValue(PathEngine &Engine, const Operation &Op, PathState &State);
  bool resultTells(const PathState &One, const PathState &Other) const;

  const FlowGraph &Graph;
  SummaryRelevance Matters;
  TraceTable Traces;
  std::vector<End> Ends;
  DenseSet<PathId> Answers; ///< of functions of other files
  bool TooMuch = false;
};

} // namespace

PlaceArgument SummarySimulation::argument(const Argument &Given) const {
  PlaceArgument Result;
  Result.How = Given.How;
  Result.Constant = Given.Constant;
  if (Given.Path != NoPath)
    Result.At = Graph.placeOf(Given.Path);
  else if (Given.How != ArgumentMode::Constant)
    Result.How = ArgumentMode::Other;
  return Result;
}

Step SummarySimulation::stepOf(const Operation &Op) const {
  Step Result;
  Result.Does = Op.Kind;
  Result.Implicit = Op.Implicit;
  Result.Constant = Op.Constant;
  Result.With = Op.With;
  Result.Ends = Op.Ends;
  Result.Thrown = Op.Thrown;
  if (Op.Target != NoPath && Matters.holds(Op.Target))
    Result.Target = Graph.placeOf(Op.Target);
  if (Op.Source != NoPath)
    Result.Source = Graph.placeOf(Op.Source);
  Result.Assumed = Op.Assumed;
  if (Op.Entry || Op.Kind == OperationKind::Invoke) {
    Result.Call = Op.Entry ? Op.Entry->Call : Op.Function;
    Result.Entry = Op.Entry;
    Result.Receiver = argument(Op.Receiver);
    for (const Argument &Given : Op.Arguments)
      Result.Arguments.push_back(argument(Given));
  }
  Result.Inside.push_back(Op.Place);
  Result.Inside.append(Op.Inside);
  return Result;
}

void SummarySimulation::record(PathEngine &Engine, PathState &State,
                               const Step &Next) {
  bool Repeatable =
      Next.Is == Step::Kind::Operation && !Next.Assumed &&
      (Next.Does == OperationKind::Forget || Next.Does == OperationKind::Set ||
       Next.Does == OperationKind::OpenToOthers ||
       Next.Does == OperationKind::UnknownLevels);
  bool GivesAway = Next.Is == Step::Kind::Operation && !Next.Assumed &&
                   (Next.Does == OperationKind::GiveAway ||
                    Next.Does == OperationKind::UnknownCall ||
                    Next.Does == OperationKind::EmptyBlock);
  if ((Repeatable && Traces.endsWith(State.Typestate, Next)) ||
      (GivesAway && Traces.count(State.Typestate, Next) != 0))
    return;
  // Round a loop the same steps come again and again.
  constexpr unsigned MostRepetitions = 2;
  // What nobody knows yet is asked for twice, and no more.
  const bool IsInvocation =
      Next.Is == Step::Kind::Operation && Next.Does == OperationKind::Invoke;
  if ((Next.Assumed || IsInvocation) &&
      Traces.count(State.Typestate, Next) >= MostRepetitions)
    return;
  if (Traces.count(State.Typestate, Next) >= MostRepetitions ||
      Traces.length(State.Typestate) >= MostSteps ||
      Traces.size() >= MostTraces) {
    TooMuch = true;
    Engine.abandon();
    return;
  }
  State.Typestate = Traces.append(State.Typestate, Next);
  if (Engine.isInLoop())
    State.Typestate = Traces.withoutRepetition(State.Typestate);
}

Step SummarySimulation::testOf(const Condition &Held) const {
  Step Test;
  Test.Is = Step::Kind::Assume;
  Test.Target = Graph.placeOf(Held.Path);
  Test.When = Held.Is;
  return Test;
}

void SummarySimulation::recordTest(PathEngine &Engine, const Condition &Held,
                                   PathState &State) {
  const Step Test = testOf(Held);
  // What an invocation has answered was told apart there.
  if (Answers.count(Held.Path) == 0 || !Traces.holds(State.Typestate, Test))
    record(Engine, State, Test);
}

void SummarySimulation::learn(PathEngine &Engine, const Condition &Learnt,
                              PathState &State) {
  if (Matters.isTest(Learnt.Path))
    recordTest(Engine, Learnt, State);
}

void SummarySimulation::compare(PathEngine &Engine,
                                const PointerComparison &Learnt,
                                PathState &State) {
  if (!Matters.isTest(Learnt.Left) || !Matters.isTest(Learnt.Right))
    return;
  Step Test;
  Test.Is = Step::Kind::Assume;
  Test.Target = Graph.placeOf(Learnt.Left);
  Test.Source = Graph.placeOf(Learnt.Right);
  Test.When = {Comparison::Operator::Equal, 0, !Learnt.Equal};
  record(Engine, State, Test);
}

/// The call as it is after success, and after failure.
void SummarySimulation::fork(PathEngine &Engine, const Operation &Op,
                             EffectWhen When, PathState Before,
                             std::vector<PathState> &After) {
  Value Failure = failureValue(*Op.Entry);
  if (Failure.Signs != 0) {
    PathState Failed = Before;
    Failed.setFact(Op.Target, Failure);
    if (Op.Entry->Initialises) {
      Step Next = stepOf(Op);
      Next.Ends = Success::No;
      record(Engine, Failed, Next);
    }
    After.push_back(std::move(Failed));
  }
  if (Op.Entry->Status != StatusKind::None)
    Before.setFact(Op.Target, successValue(*Op.Entry, When));
  for (const Acquisition &How : Op.Entry->Acquires)
    if (Argument Into = Op.at(How.Into);
        Into.How == ArgumentMode::ByAddress && Into.Path != NoPath)
      Before.setFact(Into.Path, Value::ofSigns(Value::Positive));
  Step Next = stepOf(Op);
  Next.Ends = Success::Yes;
  record(Engine, Before, Next);
  After.push_back(std::move(Before));
}

/// A function of another file: what it answers is told apart at once, since
/// what follows depends on it.
void SummarySimulation::invoke(PathEngine &Engine, const Operation &Op,
                               PathState Before,
                               std::vector<PathState> &After) {
  record(Engine, Before, stepOf(Op));
  if (Op.Target.isKnown())
    Answers.insert(Op.Target);
  const AccessPath *Answer =
      Op.Target.isKnown() ? &Graph.Paths[Op.Target] : nullptr;
  if (!Answer || !(Answer->Status || Answer->Pointer || Answer->Number))
    return After.push_back(std::move(Before));
  const Condition Fails{Op.Target,
                        {Answer->Status ? Comparison::Operator::Less
                                        : Comparison::Operator::Equal,
                         0, false}};
  for (const Condition &Held : {Fails, Fails.negated()}) {
    PathState State = Before;
    State.setFact(Op.Target, Held.Is.refine(Value()));
    recordTest(Engine, Held, State);
    After.push_back(std::move(State));
  }
}

/// Where it is only assumed that a function of another file does not come back,
/// the way may lead on to whoever catches what it throws.
void SummarySimulation::look(PathEngine &Engine, const Operation &Op,
                             const PathState &State) {
  if (Op.Kind != OperationKind::LeaveProcess || !Op.Assumed)
    return;
  PathState Last = State;
  record(Engine, Last, stepOf(Op));
  leave(Engine, Last, Op.Place);
}

/// The call as a use of the object that it is made on, or of those that it is
/// given.
Step SummarySimulation::useOf(const Operation &Op) const {
  Step Use = stepOf(Op);
  bool Given = false;
  for (size_t I = 0; I < Op.Arguments.size(); ++I) {
    const Argument &From = Op.Arguments[I];
    bool Object = From.How == ArgumentMode::ByValue && From.Path != NoPath &&
                  Graph.Paths[From.Path].Pointer && Matters.is(From.Path);
    if (!Object)
      Use.Arguments[I] = PlaceArgument();
    Given |= Object;
  }
  if (!Given || Use.Receiver.How != ArgumentMode::Other)
    Use.Arguments.clear();
  return Use;
}

void SummarySimulation::call(PathEngine &Engine, const Operation &Op,
                             PathState Before, std::vector<PathState> &After) {
  switch (Matters.roleOf(Op)) {
  case SummaryRelevance::Role::None:
    break;
  case SummaryRelevance::Role::Effect:
    record(Engine, Before, stepOf(Op));
    break;
  case SummaryRelevance::Role::Once: {
    Step Next = stepOf(Op);
    Next.Arguments.clear();
    if (Traces.count(Before.Typestate, Next) == 0)
      record(Engine, Before, Next);
    break;
  }
  case SummaryRelevance::Role::Use: {
    // One use of an object is as good as several.
    Step Use = useOf(Op);
    if (none_of(Traces.steps(Before.Typestate), [&](const Step &Other) {
          return Other.Receiver == Use.Receiver &&
                 (Use.Arguments.empty() || Other.Arguments == Use.Arguments);
        }))
      record(Engine, Before, Use);
    break;
  }
  case SummaryRelevance::Role::DecidedBySuccess: {
    const EffectWhen When = effectOf(*Op.Entry);
    if (Op.Ends == Success::Open && When != EffectWhen::Always)
      return fork(Engine, Op, When, std::move(Before), After);
    record(Engine, Before, stepOf(Op));
  }
  }
  After.push_back(std::move(Before));
}

/// `flag = SUCCEEDED(hr)`: each answer is a way of its own.
void SummarySimulation::test(PathEngine &Engine, const Operation &Op,
                             const PathState &Before,
                             std::vector<PathState> &After) {
  const Condition &Tested = Op.Tested;
  const Value Known = Before.fact(Tested.Path);
  const bool Open = Tested.Is.refine(Known).Signs != 0 &&
                    Tested.Is.negated().refine(Known).Signs != 0;
  for (bool Holds : {true, false}) {
    Condition Held = Holds ? Tested : Tested.negated();
    Value Refined = Held.Is.refine(Known);
    if (Refined.Signs == 0)
      continue;
    PathState State = Before;
    if (Open && Matters.isTest(Tested.Path))
      recordTest(Engine, Held, State);
    State.setFact(Tested.Path, Refined);
    State.setFact(Op.Target, Value::ofConstant(Holds));
    if (Matters.is(Op.Target)) {
      Step Set = stepOf(Op);
      Set.Does = OperationKind::Set;
      Set.Constant = Value::ofConstant(Holds);
      record(Engine, State, Set);
    }
    After.push_back(std::move(State));
  }
}

void SummarySimulation::returnValue(PathEngine &Engine, const Operation &Op,
                                    PathState &State) {
  if (Op.Source == NoPath || Op.Source == Graph.Result ||
      !Matters.isReturned(Op.Source) || State.fact(Op.Source).exact())
    return;
  Step Copy = stepOf(Op);
  Copy.Does = OperationKind::Copy;
  Copy.Target = Graph.placeOf(Graph.Result);
  record(Engine, State, Copy);
}

void SummarySimulation::copy(PathEngine &Engine, const Operation &Op,
                             PathState &State) {
  Step Copy = stepOf(Op);
  const Value Known = State.fact(Op.Source);
  bool HasPlace = Op.Kind == OperationKind::TakeAddress ||
                  (Matters.is(Op.Source) && !Known.exact());
  if (Matters.is(Op.Target) && HasPlace)
    return record(Engine, State, Copy);
  if (!Matters.is(Op.Target))
    return;
  // The value of something of the function's own, or a constant.
  Copy.Does = OperationKind::Set;
  Copy.Constant = Known;
  Copy.Source = Place();
  record(Engine, State, Copy);
}

/// Once is what the function does; twice is a loop, and nobody knows how often.
void SummarySimulation::combine(PathEngine &Engine, const Operation &Op,
                                PathState &State) {
  Step Next = stepOf(Op);
  if (Traces.count(State.Typestate, Next) != 0) {
    Next.Does = OperationKind::Forget;
    Next.Constant = Value();
    Next.With = Arithmetic::Or;
  }
  record(Engine, State, Next);
}

void SummarySimulation::step(PathEngine &Engine, const Operation &Op,
                             PathState Before, std::vector<PathState> &After) {
  switch (Op.Kind) {
  case OperationKind::Call:
    return call(Engine, Op, std::move(Before), After);
  case OperationKind::Test:
    if (Matters.is(Op.Target) || Matters.decidesResult(Op.Target))
      return test(Engine, Op, Before, After);
    break;
  case OperationKind::Return:
    returnValue(Engine, Op, Before);
    break;
  case OperationKind::EmptyBlock:
    if (Op.Target == NoPath || Matters.is(Op.Target))
      record(Engine, Before, stepOf(Op));
    break;
  case OperationKind::Invoke:
    return invoke(Engine, Op, std::move(Before), After);
  case OperationKind::Throw:
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
    record(Engine, Before, stepOf(Op));
    break;
  case OperationKind::AddReference:
    if (Matters.is(Op.Source))
      record(Engine, Before, stepOf(Op));
    break;
  case OperationKind::GiveAway:
    if (Matters.holds(Op.Source))
      record(Engine, Before, stepOf(Op));
    break;
  case OperationKind::Insert:
  case OperationKind::Lend: // the caller does not see what shows that it is so
    if (Matters.holds(Op.Source)) {
      Step Next = stepOf(Op);
      Next.Does = OperationKind::GiveAway;
      Next.Target = Place();
      Next.Constant = Value();
      record(Engine, Before, Next);
    }
    break;
  case OperationKind::Copy:
  case OperationKind::TakeAddress:
    copy(Engine, Op, Before);
    break;
  case OperationKind::PointInto:
    if (Matters.is(Op.Target)) {
      Step Next = stepOf(Op);
      Next.Does = OperationKind::Forget;
      Next.Source = Place();
      Next.Constant = Value();
      record(Engine, Before, Next);
    }
    break;
  case OperationKind::Combine:
    if (Matters.is(Op.Target))
      combine(Engine, Op, Before);
    break;
  case OperationKind::Set:
  case OperationKind::Forget:
  case OperationKind::Release:
    if (Matters.is(Op.Target))
      record(Engine, Before, stepOf(Op));
    break;
  case OperationKind::OpenToOthers:
    if (Matters.holds(Op.Target))
      record(Engine, Before, stepOf(Op));
    break;
  case OperationKind::Constrain:
    // Whoever looks at a status may go on after a success only.
    if (Op.Assumed &&
        Op.Constant == Value::ofSigns(Value::Zero | Value::Positive)) {
      Step Only = testOf({Op.Target, {Comparison::Operator::Less, 0, true}});
      Only.Assumed = true;
      record(Engine, Before, Only);
    }
    break;
  case OperationKind::Derive:
  case OperationKind::Declare:
  case OperationKind::Dereference:
  case OperationKind::EndOfLife:
  case OperationKind::LeaveProcess:
    break;
  }
  After.push_back(std::move(Before));
}

/// Whether the way behind a test is closed: nothing in it parts again.
static bool isClosed(const Step &Each) {
  return Each.Is != Step::Kind::Assume && !(Each.Is == Step::Kind::Operation &&
                                            Each.Does == OperationKind::Throw);
}

static bool areOpposite(const Step &Test, const Step &Other) {
  return Test.Is == Step::Kind::Assume && Other.Is == Step::Kind::Assume &&
         Test.Target == Other.Target && Test.Source == Other.Source &&
         Test.When == Other.When.negated();
}

/// Whether the result may tell callers which of two ways was taken: `hr` is a
/// success on the one, and whatever a property says on the other.
bool SummarySimulation::resultTells(const PathState &One,
                                    const PathState &Other) const {
  auto Decides = [&](const PathState &In, const PathState &With) {
    return any_of(In.facts(), [&](const PathState::Fact &Each) {
      return Matters.decidesResult(Each.first) &&
             With.fact(Each.first) != Each.second;
    });
  };
  return Decides(One, Other) || Decides(Other, One);
}

bool SummarySimulation::merge(PathState &Known, const PathState &New) {
  // What a later branch can tell apart stays apart.
  if ((Graph.Result != NoPath &&
       Known.fact(Graph.Result) != New.fact(Graph.Result)) ||
      Known.contradicts(New))
    return false;
  TraceNumber Beginning =
      Traces.commonBeginning(Known.Typestate, New.Typestate);
  auto Old = Traces.behind(Beginning, Known.Typestate);
  auto Other = Traces.behind(Beginning, New.Typestate);
  auto IsUse = [this](TraceNumber At) { return isMereUse(Traces.last(At)); };
  if (all_of(Old, IsUse) && all_of(Other, IsUse)) {
    if (Other.size() > Old.size())
      Known.Typestate = New.Typestate;
    return true;
  }
  if (Old.empty() || Other.empty() ||
      !areOpposite(Traces.last(Old.front()), Traces.last(Other.front())))
    return false;
  auto IsClosed = [this](TraceNumber At) { return isClosed(Traces.last(At)); };
  auto Then = ArrayRef(Old).drop_front();
  auto Else = ArrayRef(Other).drop_front();
  if (!all_of(Then, IsClosed) || !all_of(Else, IsClosed))
    return false;
  bool Same = Then.size() == Else.size() &&
              all_of(zip(Then, Else), [this](const auto &Pair) {
                return Traces.sameLast(std::get<0>(Pair), std::get<1>(Pair));
              });
  if (!Same && resultTells(Known, New))
    return false;
  Step If = Traces.last(Old.front());
  If.Is = Step::Kind::If;
  for (TraceNumber At : Then)
    If.Then.push_back(Traces.last(At));
  for (TraceNumber At : Else)
    If.Else.push_back(Traces.last(At));
  Known.Typestate =
      Same ? Traces.append(Beginning, If.Then) : Traces.append(Beginning, If);
  return true;
}

void SummarySimulation::leave(PathEngine &, const PathState &Last,
                              SourcePlace) {
  End New;
  New.Way = Last.Typestate;
  if (Graph.Result != NoPath)
    New.Result = Last.fact(Graph.Result);
  Ends.push_back(New);
}

std::optional<std::vector<Outcome>> SummarySimulation::outcomes() const {
  if (TooMuch)
    return std::nullopt;
  std::vector<Outcome> Result;
  std::vector<std::string> Keys;
  for (const End &Each : Ends) {
    Outcome Way;
    Way.Steps = Traces.steps(Each.Way);
    Way.Result = Each.Result;
    Way.Throws = !Way.Steps.empty() &&
                 Way.Steps.back().Is == Step::Kind::Operation &&
                 Way.Steps.back().Does == OperationKind::Throw;
    if (Way.Throws) {
      Way.Thrown = Way.Steps.back().Thrown;
      Way.ThrownAt = Way.Steps.back().Inside;
      Way.Steps.pop_back();
      Way.Result = Value();
    }
    dropPrivateSteps(Way.Steps);
    std::string Key = keyOf(Way.Steps) + (Way.Throws ? "!" + Way.Thrown : "");
    auto It = find(Keys, Key);
    if (It == Keys.end()) {
      Keys.push_back(std::move(Key));
      Result.push_back(std::move(Way));
    } else {
      Outcome &Known = Result[It - Keys.begin()];
      Known.Result = Known.Result.join(Way.Result);
    }
  }
  if (Result.size() <= MostOutcomes)
    return Result;
  std::optional<std::vector<Outcome>> Few = widen(Result);
  return Few && Few->size() <= MostOutcomes ? Few : std::nullopt;
}

std::optional<std::vector<Outcome>> summarise(const FlowGraph &Graph,
                                              const Budget &Limits) {
  if (isTooLarge(Graph, Limits))
    return std::nullopt;
  SummarySimulation Simulation(Graph);
  PathEngine Engine(Graph, Limits);
  Engine.run(Simulation, PathState());
  if (Engine.exhausted())
    return std::nullopt;
  return Simulation.outcomes();
}

} // namespace mapitidy
