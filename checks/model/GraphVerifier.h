//===- GraphVerifier.h - What the engine relies on --------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tells whether a flow graph has what the engine takes for granted: each
/// operation has the paths that its kind needs, and each number is one of the
/// graph's. A graph that has not is our own mistake; its function is given up.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_GRAPHVERIFIER_H
#define MAPITIDY_MODEL_GRAPHVERIFIER_H

#include "model/FlowGraph.h"
#include "llvm/Support/Error.h"

namespace mapitidy {

/// \returns what is wrong with \p Graph, as a text for its function's WhyNot.
llvm::Error verify(const FlowGraph &Graph);

} // namespace mapitidy

#endif // MAPITIDY_MODEL_GRAPHVERIFIER_H
