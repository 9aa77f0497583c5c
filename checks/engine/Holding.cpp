//===- Holding.cpp - Who holds the tracked value --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Holding.h"

namespace mapitidy {

static HolderChange drop(PathState &State, PathId Path) {
  if (!State.holds(Path))
    return HolderChange::None;
  State.removeHolder(Path);
  return State.holders().empty() ? HolderChange::LostLast : HolderChange::None;
}

HolderChange updateHolders(const FlowGraph &Graph, const Operation &Op,
                           PathState &State) {
  switch (Op.Kind) {
  case OperationKind::Copy:
    if (!State.holds(Op.Source))
      return drop(State, Op.Target);
    if (Graph.Paths[Op.Target].Where == Storage::Outside ||
        Graph.Paths[Op.Target].Shared)
      return HolderChange::GivenAway;
    State.addHolder(Op.Target);
    return HolderChange::None;
  case OperationKind::Set:
  case OperationKind::Forget:
  case OperationKind::Test:
  case OperationKind::EndOfLife:
    return drop(State, Op.Target);
  case OperationKind::OpenToOthers:
    return State.holds(Op.Target) ? HolderChange::GivenAway
                                  : HolderChange::None;
  case OperationKind::GiveAway:
  case OperationKind::Return:
    return Op.Source != NoPath && State.holds(Op.Source)
               ? HolderChange::GivenAway
               : HolderChange::None;
  default:
    return HolderChange::None;
  }
}

} // namespace mapitidy
