//===- FactLiveness.h - Which facts can still decide something --*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A backward dataflow that says which paths some branch may still test before
/// they get another value. Facts about others are dropped: they would only keep
/// states apart that behave alike.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_FACTLIVENESS_H
#define MAPITIDY_ENGINE_FACTLIVENESS_H

#include "model/Budget.h"
#include "model/FlowGraph.h"
#include "llvm/ADT/BitVector.h"

namespace mapitidy {

class FactLiveness {
public:
  explicit FactLiveness(const FlowGraph &Graph,
                        const Budget &Limits = Budget());

  /// Whether there was time for it.
  bool isComplete() const { return Complete; }

  /// Whether \p Path can decide something behind the beginning of \p Block.
  bool isLive(PathId Path, BlockId Block) const {
    return LiveIn[Block].test(Path.index());
  }
  /// Whether it can anywhere.
  bool isEverLive(PathId Path) const { return EverLive.test(Path.index()); }

private:
  llvm::BitVector transfer(const FlowGraph &Graph, BlockId Id) const;

  std::vector<llvm::BitVector> LiveIn;
  llvm::BitVector EverLive;
  bool Complete = true;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_FACTLIVENESS_H
