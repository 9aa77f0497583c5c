//===- LoanSimulation.h - What a function has only looked at ----*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A function that is not seen gets a pointer, and may keep what it points to.
/// If the code gives it back or hands it on afterwards, on a way on which that
/// function has done its work, it takes it for its own still. On the other ways
/// it is its own, too.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_LOANSIMULATION_H
#define MAPITIDY_ENGINE_LOANSIMULATION_H

#include "engine/AnalysisContext.h"

namespace mapitidy {

class LoanSimulation : public Simulation {
public:
  /// Follows what \p Loan lends, with \p Answer as what the function says.
  LoanSimulation(const AnalysisContext &Shared, const Operation &Loan,
                 Value Answer)
      : Graph(Shared.Graph), Loan(Loan), Answer(Answer) {}

  std::string name() const override {
    return "what is lent at #" + std::to_string(Loan.Index);
  }
  void begin(PathEngine &Engine, const Operation &Op, PathState Before,
             std::vector<PathState> &After) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void leave(PathEngine &, const PathState &, SourcePlace) override {}

  /// Whether the code disposes of it on some way.
  bool isDisposedOf() const { return Disposed; }

private:
  bool disposes(const Operation &Op, const PathState &Now) const;

  const FlowGraph &Graph;
  const Operation &Loan;
  const Value Answer;
  bool Disposed = false;
};

/// Whether what \p Loan, in front of which \p Before is known, lends stays the
/// function's own.
bool comesBack(const AnalysisContext &Shared, PathEngine &Engine,
               const Operation &Loan, const PathState &Before, BlockId In,
               unsigned Index);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_LOANSIMULATION_H
