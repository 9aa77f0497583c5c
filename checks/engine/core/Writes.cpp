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
    for (PathId Read : Graph.Paths[Path].Reads) {
      ThroughValue[Read].push_back(Path);
      ThroughAddress[Read].push_back(Path);
      addOuters(Path, Read);
    }
  }
}

} // namespace mapitidy
