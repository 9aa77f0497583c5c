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

#ifndef MAPITIDY_HOSTS_FUNCTIONSUMMARIES_H
#define MAPITIDY_HOSTS_FUNCTIONSUMMARIES_H

#include "capture/CallResolver.h"
#include "capture/CodeGaps.h"
#include "capture/SummarySource.h"
#include "catalogue/CatalogueYaml.h"
#include "engine/core/PathEngine.h"
#include "hosts/FileClock.h"

namespace mapitidy {

class FunctionSummaries : public SummarySource {
public:
  /// When \p Clock is up, functions that are not known yet are opaque.
  FunctionSummaries(CallResolver &Resolver, UnitGaps &Gaps,
                    const Budget &Limits, const FileClock &Clock)
      : Resolver(Resolver), Gaps(Gaps), Limits(Limits), Clock(Clock) {}

  CalleeKnowledge of(const clang::FunctionDecl &Callee) override;
  std::string nameElsewhere(const clang::FunctionDecl &Callee) override {
    return Resolver.nameElsewhere(Callee);
  }
  CalleeKnowledge ofChosen(const clang::CXXMethodDecl &Method) override;
  std::string nameOfChosen(const clang::CXXMethodDecl &Method) override {
    return Resolver.nameOfChosen(Method);
  }
  const Budget &limits() const override { return Limits; }
  bool isTimeUp() const override { return Clock.isUp(); }

  /// A function whose summary was too much.
  struct Opaque {
    const clang::FunctionDecl *Function = nullptr;
    std::string Why;
  };
  /// \returns those of the user's own, in the order of the source.
  std::vector<Opaque> opaque() const;

  /// \returns the summaries inferred so far that say something, sorted by name.
  CatalogueFile inferred() const;

private:
  /// A function that is being computed.
  struct Frame {
    const clang::FunctionDecl *Function = nullptr;
    CallEntry Approximation; ///< no way out of it is known at first
    bool Asked = false;      ///< by a function that it calls
  };
  using Inferred = llvm::Expected<CallEntry>;

  /// Why a function cannot be looked at now, if so.
  std::optional<llvm::StringRef> whyNotNow();
  /// What is known of a function whose body is not here.
  CalleeKnowledge elsewhere(const clang::FunctionDecl &Callee);
  /// What \p Linked, of the whole project, says of \p Callee.
  CalleeKnowledge whole(const clang::FunctionDecl &Callee,
                        const CallEntry &Linked);
  CalleeKnowledge compute(const clang::FunctionDecl &Function);
  CalleeKnowledge keep(const clang::FunctionDecl &Function, Inferred Entry,
                       bool Settled);
  Inferred infer(const clang::FunctionDecl &Function);
  Inferred summarise(const clang::FunctionDecl &Function,
                     llvm::Expected<FlowGraph> Graph) const;

  CallResolver &Resolver;
  UnitGaps &Gaps;
  Budget Limits;
  const FileClock &Clock;
  llvm::DenseMap<const clang::FunctionDecl *, CalleeKnowledge> Settled;
  /// The same of what virtual calls mean.
  llvm::DenseMap<const clang::CXXMethodDecl *, CalleeKnowledge> Chosen;
  /// Results that rest on an approximation of a function below on the stack.
  llvm::DenseMap<const clang::FunctionDecl *, CalleeKnowledge> Provisional;
  /// Why functions have none. Some are computed again, with more luck.
  llvm::DenseMap<const clang::FunctionDecl *, std::string> WhyOpaque;
  std::deque<CallEntry> Storage;
  std::deque<Frame> Stack;
  /// The lowest frame whose approximation the present computation rests on.
  size_t Lowest = 0;
  std::chrono::steady_clock::time_point Began; ///< of the lowest frame
};

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_FUNCTIONSUMMARIES_H
