//===- InitSimulation.h - Following the libraries ---------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows the libraries that the function initialises and uninitialises, and
/// applies lifecycle/InitLifecycle.h along each path.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_INITSIMULATION_H
#define MAPITIDY_ENGINE_INITSIMULATION_H

#include "catalogue/Catalogue.h"
#include "engine/AnalysisContext.h"
#include "lifecycle/InitLifecycle.h"
#include <array>

namespace mapitidy {

class InitSimulation : public Simulation {
public:
  explicit InitSimulation(AnalysisContext &Shared);

  /// Whether the function initialises or uninitialises anything.
  bool isNeeded() const { return Needed; }
  /// The state in which the function is called.
  PathState initial() const;

  std::string name() const override { return "libraries"; }
  std::string textOf(uint64_t Typestate) const override {
    return describe(InitState::unpack(Typestate));
  }
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void learn(PathEngine &Engine, const Condition &Learnt,
             PathState &State) override;
  void leave(PathEngine &Engine, const PathState &Last,
             SourcePlace Place) override;
  bool doubt(PathEngine &Engine, BlockId Branch, const Edge &Taken,
             PathState &State) override;

  /// Reports the exits that leave a library up though they should not. Exits
  /// where a session was reported as lost say no more.
  void reportExits();

  /// What \c reportExits has left out because a session is lost there.
  std::vector<CallChain> takeImplied() { return std::move(Implied); }

  /// Tells the context which MAPIUninitialize calls are always nested.
  void publishNesting();

private:
  /// One way out of the function with a library up or undone.
  struct Exit {
    SourcePlace Place = 0;
    InitState Levels;
    std::vector<FindingNote> Way;
    /// The calls that took the libraries up, by level; empty if none did here.
    std::array<CallChain, InitLevelCount> TakenUp;
  };

  void initialise(PathEngine &Engine, const Operation &Op, PathState Before,
                  std::vector<PathState> &After);
  /// The initialisation fails.
  void fail(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After);
  void uninitialise(PathEngine &Engine, const Operation &Op, PathState &Now);
  void lateCall(PathEngine &Engine, const Operation &Op, PathState &Now);
  /// A call on a thread that must have initialised MAPI for itself.
  void callOnThread(PathEngine &Engine, const Operation &Op, PathState &Now);
  void lateRelease(PathEngine &Engine, const Operation &Op,
                   const GiveBack &Back, PathState &Now);
  void report(PathEngine &Engine, const PathState &Now, Rule Broken,
              const Operation &Op);
  Repair undone(InitLevel Level, SourcePlace Place) const;
  bool endsWork(const Operation &Op, const PathState &Now) const;
  void noteFlag(const Operation &Op, PathState &Now) const;
  bool isFailure(const PathState &Now, const Operation *Return) const;
  bool isFault(const InitState &Up, InitLevel Level) const;
  bool handsUp(InitLevel Level) const;
  void reportExit(const Exit &Out, InitLevel Level);
  bool isResultUsed(const Operation &Init) const;

  AnalysisContext &Shared;
  bool Needed = false;
  bool UsesMapi = false;
  std::vector<Exit> Exits;
  std::vector<CallChain> Implied;
  /// What a late call or release is blamed on: one finding is enough for each.
  bool isNews(PathEngine &Engine, const PathState &Now);
  llvm::DenseSet<unsigned> Blamed;
  llvm::DenseSet<unsigned> SeenNested;
  llvm::DenseSet<unsigned> SeenBalancing;
};

/// The call that takes \p Level up.
std::string initialiserOf(InitLevel Level);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_INITSIMULATION_H
