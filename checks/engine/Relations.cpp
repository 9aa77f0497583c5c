//===- Relations.cpp - What two paths have to do with each other ----------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Relations.h"
#include <optional>

using namespace llvm;

namespace mapitidy {

/// The relation that \p Op establishes.
static std::optional<Relation> relationBy(const Operation &Op) {
  Relation Result;
  Result.Of = Op.Target;
  if (Op.Kind == OperationKind::Copy) {
    Result.From = Op.Source;
  } else if (Op.Kind == OperationKind::Test) {
    Result.From = Op.Tested.Path;
    Result.Asks = true;
    Result.Is = Op.Tested.Is;
  }
  if (Result.Of == NoPath || Result.From == NoPath || Result.Of == Result.From)
    return std::nullopt;
  return Result;
}

void Relations::collect(const FactLiveness &Liveness) {
  Mentioning.resize(Graph.Paths.size());
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations) {
      std::optional<Relation> New = relationBy(Op);
      if (!New || !Liveness.isEverLive(New->Of) ||
          !Liveness.isEverLive(New->From) || is_contained(All, *New))
        continue;
      Mentioning[New->Of].push_back(All.size());
      Mentioning[New->From].push_back(All.size());
      All.push_back(*New);
    }
}

/// \p Known as it is after the block, given what it is before.
BitVector Relations::solve(BlockId In, BitVector Known) const {
  for (const Operation &Op : Graph.Blocks[In].Operations) {
    auto End = [&](PathId Path) {
      for (unsigned Each : Mentioning[Path])
        Known.reset(Each);
    };
    Written.forEachTarget(Op, End);
    Written.forEachDependent(Op, End);
    if (std::optional<Relation> New = relationBy(Op))
      for (unsigned Each : Mentioning[New->Of])
        if (All[Each] == *New)
          Known.set(Each);
  }
  return Known;
}

/// Keeps those of \p Known that lead from what the block tests to other paths.
void Relations::connect(BlockId In, const BitVector &Known) {
  SmallVector<PathId, 8> Work;
  for (const Edge &Out : Graph.Blocks[In].Edges)
    if (Out.When.isKnown())
      Work.push_back(Out.When.Path);
  BitVector Seen(All.size());
  while (!Work.empty())
    for (unsigned Each : Mentioning[Work.pop_back_val()])
      if (Known.test(Each) && !Seen.test(Each)) {
        Seen.set(Each);
        AtEnd[In].push_back(All[Each]);
        Work.append({All[Each].Of, All[Each].From});
      }
}

Relations::Relations(const FlowGraph &Graph, const FactLiveness &Liveness,
                     const Writes &Written)
    : Graph(Graph), Written(Written), AtEnd(Graph.Blocks.size()) {
  collect(Liveness);
  if (All.empty())
    return;
  // A block that is not reached yet knows everything.
  std::vector<BitVector> Entry(Graph.Blocks.size(),
                               BitVector(All.size(), true));
  Entry[Graph.Entry].reset();
  const std::vector<BlockId> Order = Graph.reversePostOrder();
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (BlockId In : Order) {
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

bool Relations::propagate(BlockId In, PathState &State) const {
  // Each round tells what the one before learnt; chains are short.
  for (size_t Round = 0; Round < AtEnd[In].size(); ++Round)
    for (const Relation &Each : AtEnd[In])
      if (!(Each.Asks ? propagateAnswer(Each, State)
                      : propagateCopy(Each, State)))
        return false;
  return true;
}

} // namespace mapitidy
