//===- Telltales.cpp - What tells how a call went -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/core/Telltales.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace mapitidy {

const Telltales::Telltale *Telltales::find(PathId Path) const {
  const auto *It =
      lower_bound(Paths, Path, [](const Telltale &Each, PathId Wanted) {
        return Each.first < Wanted;
      });
  return It != Paths.end() && It->first == Path ? It : nullptr;
}

void Telltales::add(PathId Path, bool Hidden) {
  assert(Path.isKnown() && "nothing tells nothing");
  if (const Telltale *Known = find(Path)) {
    Paths[Known - Paths.begin()].second |= Hidden;
    return;
  }
  Telltale New{Path, Hidden};
  Paths.insert(upper_bound(Paths, New), New);
}

void Telltales::remove(PathId Path) {
  if (const Telltale *Known = find(Path))
    Paths.erase(Paths.begin() + (Known - Paths.begin()));
}

bool Telltales::join(const Telltales &Other) {
  bool Grown = false;
  for (auto [Path, Hidden] : Other.Paths) {
    const Telltale *Known = find(Path);
    if (Known && Known->second >= Hidden)
      continue;
    add(Path, Hidden);
    Grown = true;
  }
  return Grown;
}

bool Telltales::tellsHidden(const FlowGraph &Graph, PathId Path) const {
  if (empty())
    return false;
  const AccessPath &Asked = Graph.Paths[Path];
  // Of `flags & 1` as much is known as of `flags`; of other expressions, less.
  if (any_of(Asked.Reads, [&](PathId Read) {
        return Asked.Calculated.empty() ? tells(Graph, Read)
                                        : tellsHidden(Graph, Read);
      }))
    return true;
  // A member tells what its object does, unless it is known by itself.
  if (const Telltale *Known = find(Path))
    return Known->second;
  return Asked.Base != NoPath && !Graph.Paths[Asked.Base].Pointer &&
         tellsHidden(Graph, Asked.Base);
}

bool Telltales::tells(const FlowGraph &Graph, PathId Path) const {
  return find(Path) != nullptr || tellsHidden(Graph, Path);
}

/// What \p Op reads to give its target another value.
static PathId readBy(const Operation &Op) {
  if (Op.Kind == OperationKind::Test)
    return Op.Tested.Path;
  const bool Reads = Op.Kind == OperationKind::Copy ||
                     Op.Kind == OperationKind::Return ||
                     Op.Kind == OperationKind::Derive;
  return Reads ? Op.Source : NoPath;
}

void Telltales::run(const FlowGraph &Graph, const Operation &Op) {
  if (empty())
    return;
  const OperationTraits &Does = traitsOf(Op.Kind);
  const PathId Read = readBy(Op);
  const bool Tells = Read != NoPath && tells(Graph, Read);
  const bool Hidden =
      Tells && (Op.Kind == OperationKind::Derive || tellsHidden(Graph, Read));
  for (const Argument &Given : Op.Arguments)
    if (Given.How == Argument::Mode::ByAddress && Given.Path != NoPath)
      remove(Given.Path);
  if (Op.Target == NoPath)
    return;
  if (Does.Target == TargetRole::Ended ||
      (Does.overwritesTarget() && Does.Target != TargetRole::Exposed))
    remove(Op.Target);
  if (Tells)
    add(Op.Target, Hidden);
}

/// The blocks that lead on from \p Out without \p Branch.
static BitVector reachedBy(const FlowGraph &Graph, const Edge &Out,
                           BlockId Branch) {
  BitVector Result(Graph.Blocks.size());
  SmallVector<BlockId, 16> Work{Out.To};
  while (!Work.empty()) {
    const BlockId Id = Work.pop_back_val();
    if (Id == Branch || Result.test(Id))
      continue;
    Result.set(Id);
    for (const Edge &Next : Graph.Blocks[Id].Edges)
      Work.push_back(Next.To);
  }
  return Result;
}

BranchSides::BranchSides(const FlowGraph &Graph, BlockId Branch)
    : Common(Graph.Blocks.size()) {
  BitVector Any(Graph.Blocks.size());
  for (const Edge &Out : Graph.Blocks[Branch].Edges) {
    const BitVector Reached = reachedBy(Graph, Out, Branch);
    BitVector Again = Any;
    Again &= Reached;
    Common |= Again;
    Any |= Reached;
  }
  for (unsigned Id : Any.set_bits()) {
    const Block &B = Graph.Blocks[Id];
    if (Common.test(Id)) {
      AskedAfter |= B.Edges.size() > 1;
      continue;
    }
    for (const Operation &Op : B.Operations)
      if (Op.Target != NoPath && traitsOf(Op.Kind).changesTarget())
        Written.push_back(
            {Op.Target, Op.Kind == OperationKind::Forget ||
                            Op.Kind == OperationKind::Derive ||
                            Op.Kind == OperationKind::OpenToOthers});
  }
  sort(Written);
  Written.erase(unique(Written), Written.end());
}

const BranchSides &AllSides::of(BlockId Branch) {
  std::unique_ptr<BranchSides> &Result = Known[Branch];
  if (!Result)
    Result = std::make_unique<BranchSides>(Graph, Branch);
  return *Result;
}

} // namespace mapitidy
