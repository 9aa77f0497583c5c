//===- Writes.h - What an operation gives another value ---------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Which paths have another value after an operation: those that it writes, and
/// those that say something of them. Where a pointer points elsewhere, all that
/// is named through it is something else, and where `flags` changes, so does
/// `flags & 1`.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_WRITES_H
#define MAPITIDY_ENGINE_WRITES_H

#include "model/FlowGraph.h"

namespace mapitidy {

/// Calls \p Visit for each path that \p Op itself writes.
template <typename Visitor>
void forEachTarget(const FlowGraph &Graph, const Operation &Op, Visitor Visit) {
  if (Op.Target != NoPath && traitsOf(Op.Kind).changesTarget())
    Visit(Op.Target);
  if (Op.Kind == OperationKind::Return && Graph.Result != NoPath)
    Visit(Graph.Result);
  for (const Argument &Given : Op.Arguments)
    if (Given.How == Argument::Mode::ByAddress && Given.Path != NoPath)
      Visit(Given.Path);
}

class Writes {
public:
  explicit Writes(const FlowGraph &Graph);

  /// Calls \p Visit for each path that has another value because of those.
  template <typename Visitor>
  void forEachDependent(const Operation &Op, Visitor Visit) const {
    // A pointer to a new object is set when that is made: its members have the
    // values that its constructor gave them.
    if ((Op.Kind == OperationKind::Set ||
         Op.Kind == OperationKind::TakeAddress) &&
        Graph.Paths[Op.Target].Pointer)
      return;
    forEachTarget(Graph, Op, [&](PathId Written) {
      // The members of what is open to others are open as well.
      for (PathId Each : Op.Kind == OperationKind::OpenToOthers
                             ? ThroughAddress[Written]
                             : ThroughValue[Written])
        Visit(Each);
    });
  }

private:
  using PathList = llvm::SmallVector<PathId, 1>;

  void addOuters(PathId Reader, PathId Inner);

  const FlowGraph &Graph;
  PathVector<PathList> ThroughValue;   ///< what a path's value decides
  PathVector<PathList> ThroughAddress; ///< ... and its members besides
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_WRITES_H
