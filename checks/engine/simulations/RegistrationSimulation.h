//===- RegistrationSimulation.h - Following a registration ------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows one Advise registration through its token. It must be cancelled on
/// the object that granted it, before that object's last release, before the
/// Logoff, and before the token is lost.
/// Source: Microsoft, "Ending a MAPI Session", step 1; "Canceling a
/// Notification".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_REGISTRATIONSIMULATION_H
#define MAPITIDY_ENGINE_REGISTRATIONSIMULATION_H

#include "engine/AnalysisContext.h"

namespace mapitidy {

class RegistrationSimulation : public Simulation {
public:
  RegistrationSimulation(AnalysisContext &Shared, const Operation &Advise);

  /// Whether the token stays in a local variable.
  bool isTracked() const;

  std::string name() const override {
    return "registration of #" + std::to_string(Advise.Index);
  }
  std::string textOf(uint64_t Typestate) const override;
  void begin(PathEngine &Engine, const Operation &Op, PathState Before,
             std::vector<PathState> &After) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void leave(PathEngine &Engine, const PathState &Last,
             SourcePlace Place) override;
  /// Nobody knows which side of the test is that of the registration.
  bool doubt(PathEngine &, BlockId, const Edge &, PathState &) override {
    return false;
  }

private:
  void advise(PathEngine &Engine, PathState Before,
              std::vector<PathState> &After);
  /// \returns whether the registration is still there afterwards.
  bool cancel(PathEngine &Engine, const Operation &Op, PathState &Now);
  bool call(PathEngine &Engine, const Operation &Op, PathState &Now);
  /// One reference less on the source.
  void releaseSource(PathEngine &Engine, const Operation &Op, PathState &Now);
  void report(PathEngine &Engine, PathState &Now, SourcePlace Place,
              std::string Message, const Operation *At = nullptr);
  bool isSource(const OriginSet &From) const {
    return Origins::intersect(From, SourceOrigins);
  }

  AnalysisContext &Shared;
  const Operation &Advise;
  PathId Token = NoPath;
  OriginSet SourceOrigins;
  std::string SourceName;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_REGISTRATIONSIMULATION_H
