//===- LogoffSimulation.h - What follows a Logoff ---------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows a session from one Logoff call: after it nothing but Release may be
/// called on the session, and nothing at all on its objects.
/// Source: Microsoft, "IMAPISession::Logoff"; note of "Ending a MAPI Session".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_LOGOFFSIMULATION_H
#define MAPITIDY_ENGINE_LOGOFFSIMULATION_H

#include "engine/AnalysisContext.h"

namespace mapitidy {

class LogoffSimulation : public Simulation {
public:
  LogoffSimulation(AnalysisContext &Shared, const Operation &Logoff);

  std::string name() const override {
    return "session after #" + std::to_string(Logoff.Index);
  }
  void begin(PathEngine &Engine, const Operation &Op, PathState Before,
             std::vector<PathState> &After) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void learn(PathEngine &Engine, const Condition &Learnt,
             PathState &State) override;
  void leave(PathEngine &, const PathState &, SourcePlace) override {}

private:
  void use(PathEngine &Engine, const Operation &Op, const PathState &Now);

  AnalysisContext &Shared;
  const Operation &Logoff;
  OriginSet Session;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_LOGOFFSIMULATION_H
