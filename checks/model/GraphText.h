//===- GraphText.h - Flow graphs as text ------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The text form of a flow graph, for people and for tests; docs/flow-graph.md
/// describes it. Nothing is lost in it: what is read of a printed graph prints
/// the same, and is judged the same.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_GRAPHTEXT_H
#define MAPITIDY_MODEL_GRAPHTEXT_H

#include "model/FlowGraph.h"
#include "model/PlaceNames.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace mapitidy {

/// What the text calls by name and the graph has by number or pointer. Names of
/// places have no white space in them and no commas.
class GraphNames : public PlaceNames {
public:
  using PlaceNames::nameOf;
  virtual std::string nameOf(const CallEntry &Entry) = 0;
  /// \returns null if there is no such call.
  virtual const CallEntry *callNamed(llvm::StringRef Name) = 0;
};

void print(const FlowGraph &Graph, GraphNames &Names, llvm::raw_ostream &Out);

/// \returns an error with line and column, what stands there and what was
/// expected. A graph that is read must still be verified.
llvm::Expected<FlowGraph> parseGraph(llvm::StringRef Text, GraphNames &Names);

} // namespace mapitidy

#endif // MAPITIDY_MODEL_GRAPHTEXT_H
