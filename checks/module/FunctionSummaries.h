//===- FunctionSummaries.h - Summaries of a translation unit ----*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Computes the summaries of a translation unit's functions when they are
/// asked for: callees before their callers, because lowering a caller asks for
/// them. Functions that call each other are computed again until nothing
/// changes (the strongly connected components of Tarjan's depth-first search).
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODULE_FUNCTIONSUMMARIES_H
#define MAPITIDY_MODULE_FUNCTIONSUMMARIES_H

#include "catalogue/CatalogueYaml.h"
#include "engine/PathEngine.h"
#include "events/CallResolver.h"
#include "events/CodeGaps.h"
#include "events/SummarySource.h"
#include "module/FileClock.h"

namespace mapitidy {

class FunctionSummaries : public SummarySource {
public:
  /// When \p Clock is up, functions that are not known yet are opaque.
  FunctionSummaries(CallResolver &Resolver, UnitGaps &Gaps,
                    const Budget &Limits, const FileClock &Clock)
      : Resolver(Resolver), Gaps(Gaps), Limits(Limits), Clock(Clock) {}

  CalleeKnowledge of(const clang::FunctionDecl &Callee) override;

  /// \returns the summaries inferred so far that say something, sorted by name.
  CatalogueFile inferred() const;

private:
  /// A function that is being computed.
  struct Frame {
    const clang::FunctionDecl *Function = nullptr;
    CallEntry Approximation; ///< no way out of it is known at first
    bool Asked = false;      ///< by a function that it calls
  };

  CalleeKnowledge compute(const clang::FunctionDecl &Function);
  CalleeKnowledge keep(const clang::FunctionDecl &Function,
                       std::optional<CallEntry> Entry, bool Settled);
  std::optional<CallEntry> infer(const clang::FunctionDecl &Function);

  CallResolver &Resolver;
  UnitGaps &Gaps;
  Budget Limits;
  const FileClock &Clock;
  llvm::DenseMap<const clang::FunctionDecl *, CalleeKnowledge> Settled;
  /// Results that rest on an approximation of a function below on the stack.
  llvm::DenseMap<const clang::FunctionDecl *, CalleeKnowledge> Provisional;
  std::deque<CallEntry> Storage;
  std::deque<Frame> Stack;
  /// The lowest frame whose approximation the present computation rests on.
  size_t Lowest = 0;
};

} // namespace mapitidy

#endif // MAPITIDY_MODULE_FUNCTIONSUMMARIES_H
