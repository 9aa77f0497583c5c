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

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_HOLDING_H
