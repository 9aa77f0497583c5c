//===- GraphSymbols.h - Words of a flow graph's text ------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the printer and the parser of flow graphs agree on.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_GRAPHSYMBOLS_H
#define MAPITIDY_MODEL_GRAPHSYMBOLS_H

#include "model/FlowGraph.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace mapitidy {

/// A yes or no of a graph and of a path, with its word in the text.
struct GraphFlag {
  llvm::StringLiteral Word;
  bool FlowGraph::*Member;
};
struct PathFlag {
  llvm::StringLiteral Word;
  bool AccessPath::*Member;
};
llvm::ArrayRef<GraphFlag> graphFlags();
llvm::ArrayRef<PathFlag> pathFlags();

llvm::StringRef wordOf(Storage Where);
std::optional<Storage> storageNamed(llvm::StringRef Word);

/// \returns \p Text between quotes; what is between them ends at the next quote
/// that no backslash precedes.
std::string quoted(llvm::StringRef Text);
std::string unquoted(llvm::StringRef Text);

/// \returns a symbol for each path, `%name`, in quotes if need be; no two are
/// the same.
PathVector<std::string> symbolsOf(const FlowGraph &Graph);

/// \returns the name of a path with this symbol, unless the text says another:
/// what is temporary has none.
std::string nameOfSymbol(llvm::StringRef Symbol, Storage Where);

} // namespace mapitidy

#endif // MAPITIDY_MODEL_GRAPHSYMBOLS_H
