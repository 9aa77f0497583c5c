//===- Relations.h - What two paths have to do with each other --*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A forward dataflow, run once per function, that says which paths are copies
/// of others, or answers to a test of others, whichever way a block was reached
/// by: `session = given`, `bool own = !given`. What a branch tells of the one
/// then tells of the other.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_RELATIONS_H
#define MAPITIDY_ENGINE_RELATIONS_H

#include "engine/core/FactLiveness.h"
#include "engine/core/PathState.h"
#include "engine/core/Writes.h"

namespace mapitidy {

struct Relation {
  enum class Kind {
    Copy,   ///< Of is the value of From
    Answer, ///< Of is whether From satisfies Is
    Null,   ///< Of is null
    /// Of is null unless From, the result of a call that was to set it, may be
    /// Success; and it is not null unless From may be Failure.
    Outcome
  };
  Kind Says = Kind::Copy;
  PathId Of = NoPath;
  PathId From = NoPath;
  Comparison Is;
  Value Success, Failure;

  bool operator==(const Relation &Other) const {
    return Says == Other.Says && Of == Other.Of && From == Other.From &&
           Is == Other.Is && Success == Other.Success &&
           Failure == Other.Failure;
  }
};

class Relations {
public:
  /// Relations between paths that are never live decide nothing.
  Relations(const FlowGraph &Graph, const FactLiveness &Liveness,
            const Writes &Written, const Budget &Limits = Budget());

  /// Whether there was time and room for it.
  bool isComplete() const { return Complete; }

  /// Tells the paths that have to do with those tested or used in \p In what
  /// \p State knows of the others. \returns false if that contradicts itself.
  bool propagate(BlockId In, PathState &State) const;

  /// Calls \p Visit for what an edge from \p In under \p When tells of other
  /// paths: of what its path, a variable, is a copy of, and of what is asked
  /// where the answer is known in \p After, and was not in \p Before.
  template <typename Visitor>
  void forEachLearnt(BlockId In, const Condition &When, const PathState &Before,
                     const PathState &After, Visitor Visit) const {
    for (const Relation &Each : AtEnd[In]) {
      if (Each.Says == Relation::Kind::Copy && Each.Of == When.Path &&
          Graph.Paths[Each.Of].Where != Storage::Temporary)
        Visit(Condition{Each.From, When.Is});
      if (Each.Says == Relation::Kind::Answer &&
          !Before.fact(Each.Of).isYesOrNo() && After.fact(Each.Of).isYesOrNo())
        Visit(Condition{Each.From, After.fact(Each.Of).Signs == Value::Zero
                                       ? Each.Is.negated()
                                       : Each.Is});
    }
  }

private:
  void collect(const FactLiveness &Liveness);
  void add(const Relation &New);
  llvm::BitVector solve(BlockId In, llvm::BitVector Known) const;
  void connect(BlockId In, const llvm::BitVector &Known);

  const FlowGraph &Graph;
  const Writes &Written;
  std::vector<Relation> All;
  PathVector<llvm::SmallVector<unsigned, 2>> Mentioning; ///< by path
  /// Those that matter to a block's branch, by block.
  std::vector<std::vector<Relation>> AtEnd;
  bool Complete = true;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_RELATIONS_H
