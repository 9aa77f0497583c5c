//===- Relations.cpp - What two paths have to do with each other ----------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/core/Relations.h"
#include "engine/AnalysisContext.h"

using namespace llvm;

namespace mapitidy {

using Kind = Relation::Kind;

/// The relations of the pointers that the call sets, if they are null before.
static void outcomesOf(const Operation &Call,
                       SmallVectorImpl<Relation> &Result) {
  const Value Success = successValue(*Call.Entry, EffectWhen::Success);
  if (Success.isAnything() || Call.Target == NoPath)
    return;
  for (const Acquisition &How : Call.Entry->Acquires) {
    const Argument Into = Call.at(How.Into);
    bool OnSuccess =
        How.When == EffectWhen::Success || How.When == EffectWhen::SOk;
    if (OnSuccess && Into.How == Argument::Mode::ByAddress &&
        Into.Path != NoPath)
      Result.push_back({Kind::Outcome,
                        Into.Path,
                        Call.Target,
                        {},
                        Success,
                        How.MaybeNull ? Value() : failureValue(*Call.Entry)});
  }
}

/// The relations that \p Op establishes.
static SmallVector<Relation, 2> relationsBy(const Operation &Op) {
  SmallVector<Relation, 2> Result;
  switch (Op.Kind) {
  case OperationKind::Copy:
    Result.push_back({Kind::Copy, Op.Target, Op.Source, {}, {}, {}});
    break;
  case OperationKind::Test:
    Result.push_back(
        {Kind::Answer, Op.Target, Op.Tested.Path, Op.Tested.Is, {}, {}});
    break;
  case OperationKind::Set:
    if (Op.Constant.Signs == Value::Zero)
      Result.push_back({Kind::Null, Op.Target, Op.Target, {}, {}, {}});
    break;
  case OperationKind::Call:
    outcomesOf(Op, Result);
    break;
  case OperationKind::Insert:
  case OperationKind::Constrain:
  case OperationKind::TakeAddress:
  case OperationKind::Derive:
  case OperationKind::PointInto:
  case OperationKind::Forget:
  case OperationKind::Combine:
  case OperationKind::Declare:
  case OperationKind::EmptyBlock:
  case OperationKind::OpenToOthers:
  case OperationKind::GiveAway:
  case OperationKind::Lend:
  case OperationKind::AddReference:
  case OperationKind::Release:
  case OperationKind::Dereference:
  case OperationKind::EndOfLife:
  case OperationKind::Return:
  case OperationKind::Throw:
  case OperationKind::LeaveProcess:
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
  case OperationKind::Invoke:
    break;
  }
  erase_if(Result, [](const Relation &Each) {
    return Each.Of == NoPath || Each.From == NoPath ||
           (Each.Of == Each.From && Each.Says != Kind::Null);
  });
  return Result;
}

void Relations::add(const Relation &New) {
  assert(New.Of.isKnown() && New.From.isKnown() && "a relation to nothing");
  if (is_contained(All, New))
    return;
  Mentioning[New.Of].push_back(All.size());
  if (New.From != New.Of)
    Mentioning[New.From].push_back(All.size());
  All.push_back(New);
}

void Relations::collect(const FactLiveness &Liveness) {
  Mentioning.resize(Graph.Paths.size());
  PathVector<char> HandedOut(Graph.Paths.size(), 0);
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations)
      for (const Relation &New : relationsBy(Op)) {
        HandedOut[New.Of] |= New.Says == Kind::Outcome;
        if (New.Says == Kind::Outcome ||
            (New.Says != Kind::Null && Liveness.isEverLive(New.Of) &&
             Liveness.isEverLive(New.From)))
          add(New);
      }
  // That a pointer is null matters only where it is handed out into.
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations)
      for (const Relation &New : relationsBy(Op))
        if (New.Says == Kind::Null && HandedOut[New.Of])
          add(New);
}

/// \p Known as it is after the block, given what it is before.
BitVector Relations::solve(BlockId In, BitVector Known) const {
  for (const Operation &Op : Graph.Blocks[In].Operations) {
    SmallVector<unsigned, 2> New;
    for (const Relation &Each : relationsBy(Op)) {
      auto IsNull = [&](unsigned Other) {
        return All[Other].Says == Kind::Null && Known.test(Other);
      };
      if (Each.Says == Kind::Outcome && none_of(Mentioning[Each.Of], IsNull))
        continue;
      for (unsigned Other : Mentioning[Each.Of])
        if (All[Other] == Each)
          New.push_back(Other);
    }
    auto End = [&](PathId Path) {
      for (unsigned Each : Mentioning[Path])
        Known.reset(Each);
    };
    forEachTarget(Graph, Op, End);
    Written.forEachDependent(Op, [&](PathId Path) {
      End(Path);
      // `x = 1 - x`: what it was made of is something else now.
      llvm::erase_if(New,
                     [&](unsigned Each) { return All[Each].From == Path; });
    });
    for (unsigned Each : New)
      Known.set(Each);
  }
  return Known;
}

/// Keeps those of \p Known that lead from what the block tests, or uses, to
/// other paths.
void Relations::connect(BlockId In, const BitVector &Known) {
  SmallVector<PathId, 8> Work;
  for (const Edge &Out : Graph.Blocks[In].Edges)
    if (Out.When.isKnown())
      Work.push_back(Out.When.Path);
  auto IsOutcome = [&](unsigned Each) {
    return All[Each].Says == Kind::Outcome && Known.test(Each);
  };
  for (const Operation &Op : Graph.Blocks[In].Operations)
    for (PathId Used : {Op.Receiver.Path, Op.Source})
      if (Used != NoPath && any_of(Mentioning[Used], IsOutcome))
        Work.push_back(Used);
  BitVector Seen(All.size());
  while (!Work.empty())
    for (unsigned Each : Mentioning[Work.pop_back_val()])
      if (Known.test(Each) && !Seen.test(Each) &&
          All[Each].Says != Kind::Null) {
        Seen.set(Each);
        AtEnd[In].push_back(All[Each]);
        Work.append({All[Each].Of, All[Each].From});
      }
}

Relations::Relations(const FlowGraph &Graph, const FactLiveness &Liveness,
                     const Writes &Written, const Budget &Limits)
    : Graph(Graph), Written(Written), AtEnd(Graph.Blocks.size()) {
  collect(Liveness);
  if (All.empty())
    return;
  Complete = uint64_t(All.size()) * Graph.Blocks.size() <= Budget::MaxCells;
  if (!Complete)
    return;
  Timer Clock(Limits.MaxTime);
  // A block that is not reached yet knows everything.
  std::vector<BitVector> Entry(Graph.Blocks.size(),
                               BitVector(All.size(), true));
  Entry[Graph.Entry].reset();
  const std::vector<BlockId> Order = Graph.reversePostOrder();
  for (bool Changed = true; Changed && Complete;) {
    Changed = false;
    for (BlockId In : Order) {
      Complete &= !Clock.isUp();
      const BitVector Known = solve(In, Entry[In]);
      for (const Edge &Out : Graph.Blocks[In].Edges) {
        Changed |= Entry[Out.To].test(Known);
        Entry[Out.To] &= Known;
      }
    }
  }
  for (BlockId In : Order)
    connect(In, solve(In, Entry[In]));
}

/// Tells \p Copied and \p From of each other.
static bool propagateCopy(const Relation &Copied, PathState &State) {
  const Value Both = State.fact(Copied.Of).meet(State.fact(Copied.From));
  State.setFact(Copied.Of, Both);
  State.setFact(Copied.From, Both);
  return Both.Signs != 0;
}

/// Tells the answer of what was asked, or the other way round.
static bool propagateAnswer(const Relation &Answer, PathState &State) {
  const Value Asked = State.fact(Answer.From);
  const Value Holds = Answer.Is.refine(Asked);
  const Value Fails = Answer.Is.negated().refine(Asked);
  Value Known = State.fact(Answer.Of);
  if (Holds.Signs == 0)
    Known = Known.meet(Value::ofConstant(0));
  if (Fails.Signs == 0)
    Known = Known.meet(Value::ofConstant(1));
  State.setFact(Answer.Of, Known);
  if (Known.Signs == Value::Zero)
    State.setFact(Answer.From, Fails);
  else if ((Known.Signs & Value::Zero) == 0)
    State.setFact(Answer.From, Holds);
  return Known.Signs != 0;
}

/// Tells the result of a call of what it was to set, or the other way round.
static bool propagateOutcome(const Relation &Outcome, PathState &State) {
  const Value Succeeded = State.fact(Outcome.From).meet(Outcome.Success);
  const Value Failed = State.fact(Outcome.From).meet(Outcome.Failure);
  Value Set = State.fact(Outcome.Of);
  if (Succeeded.Signs == 0)
    Set = Set.meet(Value::ofConstant(0));
  if (Failed.Signs == 0)
    Set = Set.meet(Value::ofSigns(Value::Negative | Value::Positive));
  State.setFact(Outcome.Of, Set);
  if ((Set.Signs & Value::Zero) == 0)
    State.setFact(Outcome.From, Succeeded);
  else if (Set.Signs == Value::Zero)
    State.setFact(Outcome.From, Failed);
  return Set.Signs != 0 && State.fact(Outcome.From).Signs != 0;
}

static bool propagate(const Relation &Each, PathState &State) {
  switch (Each.Says) {
  case Kind::Copy:
    return propagateCopy(Each, State);
  case Kind::Answer:
    return propagateAnswer(Each, State);
  case Kind::Outcome:
    return propagateOutcome(Each, State);
  case Kind::Null:
    return true;
  }
  return true;
}

bool Relations::propagate(BlockId In, PathState &State) const {
  // Each round tells what the one before learnt; chains are short.
  for (size_t Round = 0; Round < AtEnd[In].size(); ++Round)
    for (const Relation &Each : AtEnd[In])
      if (!mapitidy::propagate(Each, State))
        return false;
  return true;
}

} // namespace mapitidy
