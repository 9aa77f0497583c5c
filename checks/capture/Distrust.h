//===- Distrust.h - What unseen code may do to a flow graph -----*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Takes from a flow graph what is not sure because the syntax tree lacks code:
/// what that code names, somebody else may have, from wherever the function
/// gets it; and if a jump is missing, all that is got before it.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_DISTRUST_H
#define MAPITIDY_CAPTURE_DISTRUST_H

#include "model/FlowGraph.h"

namespace mapitidy {

struct Distrusted {
  /// Paths that are named in code that is not in the graph.
  llvm::SmallVector<PathId, 4> Named;
  /// The part of the file in which it is not known who comes by; 0: none.
  SourcePlace Begin = 0, End = 0;
};

void distrust(FlowGraph &Graph, const Distrusted &What);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_DISTRUST_H
