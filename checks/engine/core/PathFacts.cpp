//===- PathFacts.cpp - What a path learns ---------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The part of the path engine that keeps facts: what an operation and a branch
/// tell of the values of paths.
///
//===----------------------------------------------------------------------===//

#include "catalogue/Catalogue.h"
#include "engine/AnalysisContext.h"
#include "engine/core/PathEngine.h"

using namespace llvm;

namespace mapitidy {

/// What a call gives; of one in a summary it may be known how it ended.
static Value resultOf(const Operation &Call) {
  const CallEntry &Entry = *Call.Entry;
  if (Entry.Returns)
    return Value::ofConstant(*Entry.Returns);
  if (Entry.Status == StatusKind::None || Call.Ends == Success::Open)
    return Value();
  if (Call.Ends == Success::No)
    return failureValue(Entry);
  return successValue(Entry, effectOf(Entry));
}

void PathEngine::updateFacts(PathState &State, const Operation &Op) const {
  SmallVector<std::pair<PathId, Value>, 4> Moved;
  if (Op.Kind == OperationKind::Combine && Op.With == Arithmetic::Add)
    Moved = movedBy(State, Op);
  learnFrom(State, Op);
  Written.forEachDependent(Op, [&](PathId Path) { State.forget(Path); });
  for (const auto &[Path, Known] : Moved)
    State.setFact(Path, Known);
  State.Tells.run(Graph, Op);
}

/// What is known of \p Path, and of the answers about it, once \p Step is added
/// to it: where it was not 1, it is not 2 then.
void PathEngine::move(const PathState &State, PathId Path, int64_t Step,
                      SmallVectorImpl<std::pair<PathId, Value>> &Moved) const {
  Value Known =
      known(State, Path)
          .after(Calculation{Arithmetic::Add, Step}, /*Once=*/!InLoop[Running]);
  for (const Condition &Asked : Answers) {
    if (Asked.Path != Path)
      continue;
    const Value Said = State.fact(Asked.Answer);
    Comparison Is = Asked.Is;
    if (!Said.isYesOrNo() || AddOverflow(Is.Constant, Step, Is.Constant))
      continue;
    const bool Holds = Said.Signs != Value::Zero;
    if (Is.isToldBySign())
      Known = (Holds ? Is : Is.negated()).refine(Known);
    for (const Condition &Other : Answers)
      if (Other.Path == Path && Other.Is == Is)
        Moved.push_back({Other.Answer, Value::ofConstant(Holds)});
  }
  Moved.push_back({Path, Known});
}

/// What \p Op, which adds a constant to a number, leaves known of it, and of
/// how far it is from others.
SmallVector<std::pair<PathId, Value>, 4>
PathEngine::movedBy(const PathState &State, const Operation &Op) const {
  assert(Op.Constant.exact() && "combined with one number");
  SmallVector<std::pair<PathId, Value>, 4> Moved;
  const int64_t Step = *Op.Constant.exact();
  if (Liveness.isEverLive(Op.Target))
    move(State, Op.Target, Step, Moved);
  if (Step == std::numeric_limits<int64_t>::min())
    return Moved;
  for (PathId Each : Differences) {
    const AccessPath &Path = Graph.Paths[Each];
    if (Path.Reads[0] == Op.Target || Path.Reads[1] == Op.Target)
      move(State, Each, Path.Reads[0] == Op.Target ? Step : -Step, Moved);
  }
  return Moved;
}

/// What is known of two numbers tells how far they are apart, and lasts when
/// the numbers are lost where ways meet.
void PathEngine::noteDifferences(PathState &State, BlockId To) const {
  for (PathId Each : Differences)
    if (Liveness.isLive(Each, To))
      State.setFact(Each, known(State, Each));
}

/// What \p Op tells of the paths that it writes itself.
void PathEngine::learnFrom(PathState &State, const Operation &Op) const {
  auto Learn = [&](PathId Path, Value Known) {
    if (Path != NoPath && Liveness.isEverLive(Path))
      State.setFact(Path, Known);
  };
  switch (Op.Kind) {
  case OperationKind::Copy:
    Learn(Op.Target, known(State, Op.Source));
    return;
  case OperationKind::Insert: {
    // Whether some element is not null.
    const bool IsSomething = !(known(State, Op.Source).Signs & Value::Zero);
    if (IsSomething)
      Learn(Op.Target, Value::ofSigns(Value::Positive));
    else if (!State.holds(Op.Target) &&
             (State.fact(Op.Target).Signs & Value::Zero))
      Learn(Op.Target, Value());
    return;
  }
  case OperationKind::Set:
    Learn(Op.Target, Op.Constant);
    return;
  case OperationKind::Constrain:
    Learn(Op.Target, State.fact(Op.Target).meet(Op.Constant));
    return;
  case OperationKind::TakeAddress:
    Learn(Op.Target, Value::ofSigns(Value::Positive));
    return;
  case OperationKind::Return:
    if (Op.Source != NoPath)
      Learn(Graph.Result, State.fact(Op.Source));
    return;
  case OperationKind::Test: {
    Value Before = known(State, Op.Tested.Path);
    bool MayHold = Op.Tested.Is.refine(Before).Signs != 0;
    bool MayFail = Op.Tested.Is.negated().refine(Before).Signs != 0;
    Learn(Op.Target, MayHold && MayFail
                         ? Value::ofSigns(Value::Zero | Value::Positive)
                         : Value::ofConstant(MayHold));
    return;
  }
  case OperationKind::Combine: {
    assert(Op.Constant.exact() && "combined with one number");
    Learn(Op.Target, State.fact(Op.Target).after(
                         Calculation{Op.With, *Op.Constant.exact()},
                         /*Once=*/!InLoop[Running]));
    return;
  }
  case OperationKind::Derive:
  case OperationKind::PointInto:
  case OperationKind::Forget:
  case OperationKind::Declare:
  case OperationKind::OpenToOthers:
    Learn(Op.Target, Value());
    return;
  case OperationKind::Call:
    Learn(Op.Target, resultOf(Op));
    for (const Argument &Given : Op.Arguments)
      if (Given.How == Argument::Mode::ByAddress)
        Learn(Given.Path, Value());
    // In a summary, a call may be known to have succeeded.
    for (const Acquisition &How : Op.Entry->Acquires)
      if (const Argument Into = Op.at(How.Into);
          Op.Ends == Success::Yes && How.When != EffectWhen::Failure &&
          !How.MaybeNull && Into.How == Argument::Mode::ByAddress)
        Learn(Into.Path, Value::ofSigns(Value::Positive));
    // Whoever calls a method on a pointer takes it for non-null.
    if (Op.Receiver.How == Argument::Mode::ByValue &&
        Graph.Paths[Op.Receiver.Path].Pointer)
      State.setFact(Op.Receiver.Path, Value::ofSigns(Value::Positive));
    return;
  case OperationKind::Dereference:
    if (Graph.Paths[Op.Source].Pointer)
      State.setFact(Op.Source, Value::ofSigns(Value::Positive));
    return;
  case OperationKind::EmptyBlock:
  case OperationKind::GiveAway:
  case OperationKind::Lend:
  case OperationKind::AddReference:
  case OperationKind::Release:
  case OperationKind::EndOfLife:
  case OperationKind::Throw:
  case OperationKind::LeaveProcess:
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
  case OperationKind::Invoke:
    return;
  }
}

Value PathEngine::known(const PathState &State, PathId Path) const {
  const AccessPath &Asked = Graph.Paths[Path];
  const Value Result = State.fact(Path);
  if (Asked.Difference)
    return Result.meet(
        State.fact(Asked.Reads[0]).minus(State.fact(Asked.Reads[1])));
  return Asked.Calculated.empty()
             ? Result
             : Result.meet(
                   State.fact(Asked.Reads.front()).after(Asked.Calculated));
}

/// What is known of a calculated number tells of the one that it is made of: of
/// the numbers that this can be, those for which it is so are left. \returns
/// false if there is none.
bool PathEngine::learnOfCalculated(PathState &State) const {
  for (PathId Id : Calculated) {
    const Value Known = State.fact(Id);
    if (Known.isAnything())
      continue;
    const AccessPath &Path = Graph.Paths[Id];
    const PathId Of = Path.Reads.front();
    Value Left = State.fact(Of);
    if (Left.isCounted())
      Left = Left.filtered([&](int64_t Number) {
        const Value Made = Value::ofConstant(Number).after(Path.Calculated);
        return Made.meet(Known).Signs != 0;
      });
    else if (Known.exact() && Path.Calculated.size() == 1 &&
             Path.Calculated.front().With == Arithmetic::Add)
      Left = Left.meet(
          Value::ofConstant(*Known.exact() - Path.Calculated.front().Constant));
    if (Left.Signs == 0)
      return false;
    State.setFact(Of, Left);
  }
  return true;
}

/// What is known once \p Path is not \p Constant. A call documents one warning;
/// code that tells it apart from failure has all successes covered.
static Value refineUnequal(const AccessPath &Path, int64_t Constant,
                           Value Before) {
  Value After =
      Comparison{Comparison::Operator::Equal, Constant, /*Negated=*/true}
          .refine(Before);
  return Path.Status && Constant > 0
             ? After.meet(Value::ofSigns(Value::Negative | Value::Zero))
             : After;
}

bool PathEngine::refine(PathState &State, BlockId From,
                        const Edge &Taken) const {
  const Condition &When = Taken.When;
  // Of two pointers, one that holds the tracked object and one that does not
  // are different.
  if (const std::optional<PointerComparison> &Pair = Taken.Pointers;
      Pair && (State.holds(Pair->Left) || State.holds(Pair->Right)))
    return Pair->Equal == (State.holds(Pair->Left) && State.holds(Pair->Right));
  if (!When.isKnown())
    return Related.propagate(From, State);
  const AccessPath &Path = Graph.Paths[When.Path];
  Value After = known(State, When.Path);
  if (Path.Unsigned)
    After = After.meet(Value::ofSigns(Value::Zero | Value::Positive));
  if (Taken.NoneOf)
    for (int64_t Other : Taken.OneOf)
      After = refineUnequal(Path, Other, After);
  else if (!Taken.OneOf.empty())
    After =
        Comparison{Comparison::Operator::Equal, Taken.OneOf[0]}.refine(After);
  else if (When.Is.How == Comparison::Operator::Equal && When.Is.Negated)
    After = refineUnequal(Path, When.Is.Constant, After);
  else
    After = When.Is.refine(After);
  if (After.Signs == 0)
    return false;
  State.setFact(When.Path, After);
  if (When.Answer != NoPath) {
    Value Said = State.fact(When.Answer).meet(Value::ofConstant(When.Says));
    if (Said.Signs == 0)
      return false;
    State.setFact(When.Answer, Said);
  }
  return Related.propagate(From, State) && learnOfCalculated(State);
}

} // namespace mapitidy
