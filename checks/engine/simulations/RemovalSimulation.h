//===- RemovalSimulation.h - DLLs at the end --------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows the end of a session, or the unloading of MAPI's own library: after
/// the one, no provider's DLL is unloaded or deleted; after the other, no
/// MAPIUninitialize may come.
/// Source: Microsoft, "Ending a MAPI Session", last paragraph; "Shutting Down a
/// Service Provider".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_REMOVALSIMULATION_H
#define MAPITIDY_ENGINE_REMOVALSIMULATION_H

#include "engine/AnalysisContext.h"

namespace mapitidy {

class RemovalSimulation : public Simulation {
public:
  RemovalSimulation(AnalysisContext &Shared, const Operation &First)
      : Shared(Shared), First(First) {}

  /// Whether \p First is something to follow.
  bool isNeeded() const;

  std::string name() const override {
    return "library files after #" + std::to_string(First.Index);
  }
  void begin(PathEngine &Engine, const Operation &Op, PathState Before,
             std::vector<PathState> &After) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void leave(PathEngine &, const PathState &, SourcePlace) override {}

private:
  bool endsSession(const Operation &Op) const;
  bool unloadsMapi(const Operation &Op) const;
  bool removesLibrary(const Operation &Op) const;
  /// Whether a provider's entry point is told to remove its library.
  bool isAllowed(PathEngine &Engine, const PathState &Now) const;
  void report(PathEngine &Engine, const PathState &Now, Rule Broken,
              const Operation &Op, std::string Message);

  AnalysisContext &Shared;
  const Operation &First;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_REMOVALSIMULATION_H
