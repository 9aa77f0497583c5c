//===- Holding.h - Who holds the tracked value ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Which access paths hold the tracked value, operation by operation: the part
/// that is the same for objects, sessions, buffers and advise tokens.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_HOLDING_H
#define MAPITIDY_ENGINE_HOLDING_H

#include "engine/core/PathState.h"

namespace mapitidy {

enum class HolderChange {
  None,
  GivenAway, ///< something that outlives the function holds it now
  LostLast   ///< the last path that held it holds something else, or is gone
};

/// Applies \p Op, which is no call, to the holders in \p State.
HolderChange updateHolders(const FlowGraph &Graph, const Operation &Op,
                           PathState &State);

/// Applies \p Op, before it is applied to the holders in \p State, to the paths
/// that point into the block that is tracked. What is \p Filled by MAPI itself
/// is all one block: what a member of it points to is a part of it.
void updateParts(const FlowGraph &Graph, const Operation &Op, PathState &State,
                 bool Filled);

/// \p Op makes its target point into the block, or back to its beginning.
void movePointer(const FlowGraph &Graph, const Operation &Op, PathState &State);

/// Whether \p Path holds the block in \p State, or points into it.
bool isWithin(const FlowGraph &Graph, const PathState &State, PathId Path,
              bool Filled);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_HOLDING_H
