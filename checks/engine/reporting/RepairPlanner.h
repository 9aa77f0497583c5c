//===- RepairPlanner.h - Which findings can be mended -----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Plans a repair for each finding that has a safe and local one. A call that
/// gives back what a variable holds is planned only where, on every path, the
/// variable holds something that is still owed, or null; and where nothing
/// behind it minds that the variable is null from there on.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_REPAIRPLANNER_H
#define MAPITIDY_ENGINE_REPAIRPLANNER_H

#include "engine/AnalysisContext.h"

namespace mapitidy {

class RepairPlanner {
public:
  RepairPlanner(AnalysisContext &Shared, PathEngine &Engine)
      : Shared(Shared), Engine(Engine) {}

  /// \returns the repair of what \p Found reports; none for most.
  Repair plan(const Fault &Found);

private:
  /// Gives back what the variable holds before \c At, or at the exit.
  Repair giveBack(const Fault &Found, bool AtExit);
  Repair cancel(const Fault &Found);
  Repair rename(const Fault &Found);
  Repair insert(const Fault &Found, bool AtExit, PathId Variable,
                const std::string &Call, bool NullOk, const std::string &Needs);

  AnalysisContext &Shared;
  PathEngine &Engine;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_REPAIRPLANNER_H
