//===- ObjectSimulation.h - Following an owned thing ------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows one acquired object, session or block from the call that handed it
/// out, and applies lifecycle/ObjectLifecycle.h along each path.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_OBJECTSIMULATION_H
#define MAPITIDY_ENGINE_OBJECTSIMULATION_H

#include "engine/AnalysisContext.h"
#include "lifecycle/ObjectLifecycle.h"

namespace mapitidy {

class ObjectSimulation : public Simulation {
public:
  ObjectSimulation(AnalysisContext &Shared, const Operation &Source,
                   const Acquisition &How, OriginId Id);

  /// Whether what is acquired stays with the function, so that there is
  /// something to follow.
  bool isTracked() const;

  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void leave(PathEngine &Engine, const PathState &Last,
             SourcePlace Place) override;

private:
  void acquire(PathEngine &Engine, PathState Before,
               std::vector<PathState> &After);
  void call(PathEngine &Engine, const Operation &Op, PathState Now,
            std::vector<PathState> &After);
  void overwrite(PathEngine &Engine, const Operation &Op, PathState Now,
                 std::vector<PathState> &After);
  void holderChanged(PathEngine &Engine, const Operation &Op, PathState Now,
                     std::vector<PathState> &After);
  /// Applies \p Event; \returns false if nothing more is owed on the path.
  bool apply(PathEngine &Engine, const Operation &Op, PathState &Now,
             ObjectEvent Event);
  void report(PathEngine &Engine, const Operation &Op, PathState &Now,
              Rule Broken);
  void explain(const PathState &Now, const Operation &Op, std::string Text);
  bool startsAnew(const Operation &Op) const;
  PathId holder(const PathState &Now) const;
  std::string name(const PathState &Now) const;
  bool isHeld(const PathState &Now, const Argument &Given) const;
  /// Whether \p Op logs off the session itself, or the one it hangs off.
  bool logsOff(const PathState &Now, const Operation &Op) const;
  const Operation *lastUninitialise(PathEngine &Engine,
                                    const PathState &Now) const;

  AnalysisContext &Shared;
  const Operation &Source;
  const Acquisition &How;
  OriginId Id;
  PathId Path;
  std::string Type; ///< the interface's name
  bool Started = false;
  bool Leaving = false; ///< an exception leaves the function
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_OBJECTSIMULATION_H
