//===- Holding.cpp - Who holds the tracked value --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/Holding.h"

namespace mapitidy {

/// \returns the holders that are named by way of \p Changed.
static llvm::SmallVector<PathId, 2>
holdersThrough(const FlowGraph &Graph, const PathState &State, PathId Changed) {
  llvm::SmallVector<PathId, 2> Result;
  for (PathId Holder : State.holders())
    if (Graph.isNamedThrough(Holder, Changed))
      Result.push_back(Holder);
  return Result;
}

/// \returns the holders that are \p Whole or members of it.
static llvm::SmallVector<PathId, 2>
holdersIn(const FlowGraph &Graph, const PathState &State, PathId Whole) {
  llvm::SmallVector<PathId, 2> Result;
  for (PathId Holder : State.holders())
    if (Graph.isPartOf(Holder, Whole))
      Result.push_back(Holder);
  return Result;
}

static HolderChange drop(const FlowGraph &Graph, PathState &State,
                         PathId Whole) {
  llvm::SmallVector<PathId, 2> Dropped = holdersThrough(Graph, State, Whole);
  for (PathId Holder : Dropped)
    State.removeHolder(Holder);
  return !Dropped.empty() && State.holders().empty() ? HolderChange::LostLast
                                                     : HolderChange::None;
}

/// Whether it is a value without a name, which nobody asks for again once a
/// variable has it.
static bool isPassing(const AccessPath &Path) {
  return Path.Where == Storage::Temporary && Path.Name.empty() && !Path.Smart &&
         Path.Base == NoPath;
}

HolderChange updateHolders(const FlowGraph &Graph, const Operation &Op,
                           PathState &State) {
  switch (Op.Kind) {
  case OperationKind::Copy:
    if (!State.holds(Op.Source))
      return drop(Graph, State, Op.Target);
    if (Graph.Paths[Op.Target].Where == Storage::Outside ||
        Graph.Paths[Op.Target].Shared)
      return HolderChange::GivenAway;
    State.addHolder(Op.Target);
    if (isPassing(Graph.Paths[Op.Source]) && !isPassing(Graph.Paths[Op.Target]))
      State.removeHolder(Op.Source);
    return HolderChange::None;
  case OperationKind::Set:
  case OperationKind::Forget:
  case OperationKind::Combine:
  case OperationKind::Declare:
  case OperationKind::Test:
  case OperationKind::EndOfLife:
    return drop(Graph, State, Op.Target);
  case OperationKind::OpenToOthers:
    return holdersIn(Graph, State, Op.Target).empty() ? HolderChange::None
                                                      : HolderChange::GivenAway;
  case OperationKind::GiveAway:
  case OperationKind::Return:
    return Op.Source != NoPath && !holdersIn(Graph, State, Op.Source).empty()
               ? HolderChange::GivenAway
               : HolderChange::None;
  case OperationKind::Call:
  case OperationKind::Derive:
  case OperationKind::Constrain:
  case OperationKind::TakeAddress:
  case OperationKind::EmptyBlock:
  case OperationKind::AddReference:
  case OperationKind::Release:
  case OperationKind::Dereference:
  case OperationKind::Throw:
  case OperationKind::LeaveProcess:
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
    return HolderChange::None;
  }
  llvm_unreachable("all kinds are listed");
}

} // namespace mapitidy
