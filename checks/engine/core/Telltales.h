//===- Telltales.h - What tells how a call went -----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The paths whose values say how a call went, while the way on which it
/// succeeded is followed: its status and copies of it, of which the engine
/// knows the values; and what was made of them by functions that are not seen,
/// an error's text or a result object, of which it does not. A test of these
/// agrees with the outcome in a way that is not known.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_TELLTALES_H
#define MAPITIDY_ENGINE_TELLTALES_H

#include "model/FlowGraph.h"
#include "llvm/ADT/BitVector.h"
#include <map>
#include <memory>

namespace mapitidy {

class Telltales {
public:
  bool empty() const { return Paths.empty(); }
  void clear() { Paths.clear(); }

  /// \p Path is \p Hidden if nothing is known of its values.
  void add(PathId Path, bool Hidden);
  void remove(PathId Path);
  /// Adds those of \p Other. \returns whether there are more now.
  bool join(const Telltales &Other);

  /// \p Op has run.
  void run(const FlowGraph &Graph, const Operation &Op);

  /// Whether \p Path tells how the call went.
  bool tells(const FlowGraph &Graph, PathId Path) const;
  /// Whether it does so in a way that is not known.
  bool tellsHidden(const FlowGraph &Graph, PathId Path) const;

private:
  using Telltale = std::pair<PathId, bool>;
  const Telltale *find(PathId Path) const;

  llvm::SmallVector<Telltale, 4> Paths; ///< sorted
};

/// The two sides of a branch: what is written on one of them only tells, where
/// they have met again, which of them was taken.
class BranchSides {
public:
  BranchSides(const FlowGraph &Graph, BlockId Branch);

  /// Whether the sides meet when \p From is left for \p To.
  bool meetAt(BlockId From, BlockId To) const {
    return Common.test(To) && !Common.test(From);
  }
  /// Whether something is asked where they have met.
  bool isAskedAfter() const { return AskedAfter; }
  /// Each path that is written on one side, and whether its value is not known.
  llvm::ArrayRef<std::pair<PathId, bool>> written() const { return Written; }

private:
  llvm::BitVector Common;
  llvm::SmallVector<std::pair<PathId, bool>, 8> Written;
  bool AskedAfter = false;
};

/// The sides of branches, each found out when it is first asked for.
class AllSides {
public:
  explicit AllSides(const FlowGraph &Graph) : Graph(Graph) {}

  const BranchSides &of(BlockId Branch);

private:
  const FlowGraph &Graph;
  std::map<BlockId, std::unique_ptr<BranchSides>> Known;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_TELLTALES_H
