//===- OutParameterSimulation.h - Pointers without a value ------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows a pointer that is declared without a value and then given to a call
/// as its out-parameter: if the call fails, the pointer may have no value
/// still. Source: Microsoft, "Allocating and Freeing Memory in MAPI".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_OUTPARAMETERSIMULATION_H
#define MAPITIDY_ENGINE_OUTPARAMETERSIMULATION_H

#include "engine/AnalysisContext.h"

namespace mapitidy {

class OutParameterSimulation : public Simulation {
public:
  OutParameterSimulation(AnalysisContext &Shared, const Operation &Declaration)
      : Shared(Shared), Declaration(Declaration), Pointer(Declaration.Target) {}

  /// Whether some call hands something out through the pointer.
  bool isNeeded() const;

  std::string name() const override {
    return "pointer of #" + std::to_string(Declaration.Index);
  }
  void begin(PathEngine &Engine, const Operation &Op, PathState Before,
             std::vector<PathState> &After) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void learn(PathEngine &Engine, const Condition &Learnt,
             PathState &State) override;
  void leave(PathEngine &, const PathState &, SourcePlace) override {}

private:
  /// \returns whether the pointer is still without a value on some way.
  bool call(PathEngine &Engine, const Operation &Op, PathState &Now);
  /// The call that hands something out fails. \returns false if it cannot, or
  /// sets the pointer then.
  bool fail(PathEngine &Engine, const Operation &Op, PathState &Now);
  std::string failedCall(PathEngine &Engine, const PathState &Now) const;
  bool isLeftAlone(PathEngine &Engine, const PathState &Now) const;
  void report(PathEngine &Engine, const PathState &Now, SourcePlace Place,
              const Operation *At, const std::string &Does);

  AnalysisContext &Shared;
  const Operation &Declaration;
  PathId Pointer;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_OUTPARAMETERSIMULATION_H
