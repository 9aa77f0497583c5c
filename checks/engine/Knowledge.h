//===- Knowledge.h - What is known before each operation --------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What is known before each call on all ways to it, so that a simulation can
/// start at its call and need not run up to it. Ways are told apart there by
/// the answers to questions that are asked again: where `flags & Owned` decides
/// whether a pointer was set, it decides later whether it is released.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_KNOWLEDGE_H
#define MAPITIDY_ENGINE_KNOWLEDGE_H

#include "engine/core/PathEngine.h"
#include <map>

namespace mapitidy {

class Knowledge : public Simulation {
public:
  explicit Knowledge(const FlowGraph &Graph);

  /// \returns what is known before \p Op whichever way was taken, or nothing if
  /// it cannot be reached.
  std::optional<PathState> before(const Operation &Op) const;
  /// The same for each set of answers apart.
  std::vector<PathState> casesBefore(const Operation &Op) const;

  std::string name() const override { return "what is known everywhere"; }
  void look(PathEngine &Engine, const Operation &Op,
            const PathState &Before) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void learn(PathEngine &Engine, const Condition &Learnt,
             PathState &State) override;
  void leave(PathEngine &, const PathState &, SourcePlace) override {}

private:
  void findQuestions(const FlowGraph &Graph);
  uint64_t answersIn(const PathState &State) const;

  llvm::SmallVector<PathId, 4> Questions;
  /// By operation; each state has other answers.
  std::map<unsigned, llvm::SmallVector<PathState, 1>> Known;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_KNOWLEDGE_H
