//===- FactLiveness.cpp - Which facts can still decide something ----------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/core/FactLiveness.h"

using namespace llvm;

namespace mapitidy {

static void setIfAny(BitVector &Live, PathId Path) {
  if (Path != NoPath)
    Live.set(Path.index());
}

/// What is known of \p Path is asked for, or of what it is computed from.
static void setAsked(const FlowGraph &Graph, BitVector &Live, PathId Path) {
  if (Path == NoPath)
    return;
  Live.set(Path.index());
  const AccessPath &Asked = Graph.Paths[Path];
  if (!Asked.Calculated.empty() || Asked.Difference)
    for (PathId Read : Asked.Reads)
      Live.set(Read.index());
}

/// Whether a number is copied to where it outlives the function: what it is
/// then goes into the summary.
static bool isKept(const FlowGraph &Graph, PathId Target) {
  return Graph.Paths[Target].Number &&
         Graph.Paths[Target].Where == Storage::Outside;
}

/// \p Live as it is before \p Op, given what it is after.
static void stepBack(const FlowGraph &Graph, const Operation &Op,
                     BitVector &Live) {
  const OperationTraits &Does = traitsOf(Op.Kind);
  const bool WasLive = Op.Target != NoPath && Live.test(Op.Target.index());
  if (Op.Target != NoPath && Does.overwritesTarget())
    Live.reset(Op.Target.index());
  if (Does.Target == TargetRole::Refined)
    Live.set(Op.Target.index());
  for (const Argument &Given : Op.Arguments)
    if (Given.How == Argument::Mode::ByAddress && Given.Path != NoPath)
      Live.reset(Given.Path.index());
  for (PathId Asked : Op.Asks)
    Live.set(Asked.index());
  const bool Hands =
      Op.Kind == OperationKind::Copy || Op.Kind == OperationKind::Insert;
  if (Hands && (WasLive || isKept(Graph, Op.Target)))
    setAsked(Graph, Live, Op.Source);
  if (Op.Kind == OperationKind::Test && WasLive)
    setAsked(Graph, Live, Op.Tested.Path);
  if (Op.Kind == OperationKind::Return && Graph.Result != NoPath) {
    Live.reset(Graph.Result.index());
    setIfAny(Live, Op.Source);
  }
}

BitVector FactLiveness::transfer(const FlowGraph &Graph, BlockId Id) const {
  BitVector Live(Graph.Paths.size());
  const Block &B = Graph.Blocks[Id];
  for (const Edge &Out : B.Edges) {
    Live |= LiveIn[Out.To];
    setAsked(Graph, Live, Out.When.Path);
    setIfAny(Live, Out.When.Answer);
  }
  for (size_t I = B.Operations.size(); I-- > 0;)
    stepBack(Graph, B.Operations[I], Live);
  return Live;
}

FactLiveness::FactLiveness(const FlowGraph &Graph, const Budget &Limits)
    : LiveIn(Graph.Blocks.size(), BitVector(Graph.Paths.size())),
      EverLive(Graph.Paths.size()) {
  setIfAny(LiveIn[Graph.Exit], Graph.Result);
  // Whether an exit is a failure is read off any status on the way.
  for (PathId Path : Graph.Paths.ids())
    if (Graph.Paths[Path].Status && Graph.Paths[Path].Where != Storage::Outside)
      LiveIn[Graph.Exit].set(Path.index());
  std::vector<BlockId> Order = Graph.reversePostOrder();
  Timer Clock(Limits.MaxTime);
  for (bool Changed = true; Changed && Complete;) {
    Changed = false;
    for (auto It = Order.rbegin(); It != Order.rend(); ++It) {
      Complete &= !Clock.isUp();
      if (*It == Graph.Exit)
        continue;
      BitVector Live = transfer(Graph, *It);
      if (Live != LiveIn[*It]) {
        LiveIn[*It] = std::move(Live);
        Changed = true;
      }
    }
  }
  // Within a block, too, a path may be asked that is not live at its start.
  for (const Block &B : Graph.Blocks) {
    for (const Edge &Out : B.Edges)
      setAsked(Graph, EverLive, Out.When.Path);
    for (const Operation &Op : B.Operations) {
      setAsked(Graph, EverLive, Op.Tested.Path);
      if (Op.Kind == OperationKind::Constrain)
        setIfAny(EverLive, Op.Target);
      for (PathId Asked : Op.Asks)
        EverLive.set(Asked.index());
    }
  }
  for (const BitVector &Live : LiveIn)
    EverLive |= Live;
  for (bool Changed = true; Changed && Complete;) {
    Changed = false;
    Complete &= !Clock.isUp();
    for (const Block &B : Graph.Blocks)
      for (const Operation &Op : B.Operations) {
        bool Hands =
            Op.Kind == OperationKind::Copy || Op.Kind == OperationKind::Insert
                ? EverLive.test(Op.Target.index()) || isKept(Graph, Op.Target)
                : Op.Kind == OperationKind::Return;
        if (Hands && Op.Source != NoPath && !EverLive.test(Op.Source.index())) {
          setAsked(Graph, EverLive, Op.Source);
          Changed = true;
        }
      }
  }
}

} // namespace mapitidy
