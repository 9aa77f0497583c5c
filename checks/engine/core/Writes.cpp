//===- Writes.cpp - What an operation gives another value -----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/core/Writes.h"

namespace mapitidy {

/// \p Reader has to do with whatever \p Inner is named through.
void Writes::addOuters(PathId Reader, PathId Inner) {
  bool Points = false;
  for (PathId Outer = Graph.Paths[Inner].Base; Outer != NoPath;
       Outer = Graph.Paths[Outer].Base) {
    Points |= Graph.Paths[Outer].Pointer;
    ThroughAddress[Outer].push_back(Reader);
    if (Points)
      ThroughValue[Outer].push_back(Reader);
  }
}

Writes::Writes(const FlowGraph &Graph)
    : Graph(Graph), ThroughValue(Graph.Paths.size()),
      ThroughAddress(Graph.Paths.size()) {
  for (PathId Path : Graph.Paths.ids()) {
    addOuters(Path, Path);
    // What is read may be made of others in turn.
    llvm::SmallVector<PathId, 2> Read = Graph.Paths[Path].Reads;
    for (size_t I = 0; I < Read.size(); ++I) {
      const PathId Each = Read[I];
      ThroughValue[Each].push_back(Path);
      ThroughAddress[Each].push_back(Path);
      addOuters(Path, Each);
      for (PathId Inner : Graph.Paths[Each].Reads)
        if (!llvm::is_contained(Read, Inner))
          Read.push_back(Inner);
    }
  }
}

} // namespace mapitidy
