//===- ObjectSimulation.h - Following an owned thing ------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows one object, session or block, and applies
/// lifecycle/ObjectLifecycle.h along each path: from the call that handed it
/// out, or, if it came from outside, from the call that ends its life.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_OBJECTSIMULATION_H
#define MAPITIDY_ENGINE_OBJECTSIMULATION_H

#include "engine/AnalysisContext.h"
#include "engine/simulations/Doubts.h"
#include "lifecycle/ObjectLifecycle.h"

namespace mapitidy {

class ObjectSimulation : public Simulation {
public:
  /// Follows what the acquisition \p How of \p Source hands out.
  ObjectSimulation(AnalysisContext &Shared, const Operation &Source,
                   const Acquisition &How, OriginId Id);
  /// Follows what \p Source finds at \p What, whoever acquired it.
  ObjectSimulation(AnalysisContext &Shared, const Operation &Source, Slot What,
                   ResourceKind Kind);

  /// Whether what is acquired stays with the function, so that there is
  /// something to follow.
  bool isTracked() const;

  std::string name() const override {
    return (FromOutside ? "object given to #" : "object of #") +
           std::to_string(Source.Index);
  }
  std::string textOf(uint64_t Typestate) const override {
    return describe(ObjectState::unpack(Typestate));
  }
  void begin(PathEngine &Engine, const Operation &Op, PathState Before,
             std::vector<PathState> &After) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void leave(PathEngine &Engine, const PathState &Last,
             SourcePlace Place) override;
  bool doubt(PathEngine &Engine, BlockId Branch, const Edge &Taken,
             PathState &State) override;
  bool merge(PathState &Known, const PathState &New) override;

  /// All ways have been followed.
  void finish() { Unsettled.settle(Shared); }

private:
  void acquire(PathEngine &Engine, PathState Before,
               std::vector<PathState> &After);
  /// \returns false if nothing more is owed on the path.
  bool giveBack(PathEngine &Engine, const Operation &Op, PathState &Now,
                ObjectEvent How);
  void holderChanged(PathEngine &Engine, const Operation &Op, PathState Now,
                     std::vector<PathState> &After);
  /// Applies \p Event; \returns false if nothing more is owed on the path.
  bool apply(PathEngine &Engine, const Operation &Op, PathState &Now,
             ObjectEvent Event);

  // What a call does to it, in ObjectCalls.cpp.
  void call(PathEngine &Engine, const Operation &Op, PathState Now,
            std::vector<PathState> &After);
  /// Whoever uses the object knows that it is there.
  static void believe(PathState &Now);
  /// \returns false if nothing more is owed on the path.
  bool release(PathEngine &Engine, const Operation &Op, PathState &Now);
  void libraries(PathEngine &Engine, const Operation &Op, PathState &Now);
  void use(PathEngine &Engine, const Operation &Op, PathState &Now);
  /// The call writes its result to where the object is held.
  bool overwriteResult(PathEngine &Engine, const Operation &Op, PathState &Now);
  /// What \p Op does to the object if it succeeds.
  void succeed(PathEngine &Engine, const Operation &Op, PathState Now,
               std::vector<PathState> &After);
  void overwrite(PathEngine &Engine, const Operation &Op, PathState Now,
                 std::vector<PathState> &After);

  // Where it goes, in ObjectLeaving.cpp.
  bool isTheCallers(const PathState &Now) const;
  bool loseWithBlock(PathEngine &Engine, const Operation &Op, PathState &Now);
  PathId handedOut(const PathState &Now, const Operation &Op) const;
  void handOut(PathEngine &Engine, const Operation &Op, PathState Now,
               PathId Out);
  bool isPassedAsPart(const PathState &Now, const Operation &Op) const;

  // What is said, in ObjectMessages.cpp.
  void report(PathEngine &Engine, const Operation &Op, PathState &Now,
              Rule Broken);
  std::string message(PathEngine &Engine, const PathState &Now, Rule Broken,
                      const Operation &Op) const;
  void lose(PathEngine &Engine, const Operation &Op, PathState &Now);
  Fault faultOf(const PathState &Now, Rule Broken, const Operation &Op) const;
  bool mayBeSetSince(PathEngine &Engine, const PathState &Now) const;
  void explain(const PathState &Now, const Operation &Op, std::string Text);

  bool hangsOffRoot(PathState &Before) const;

  // Whether a call concerns the thing, in ObjectMatching.cpp.
  bool addsReference() const;
  bool followsRelease() const;
  bool isPassedOn() const;
  bool isGlobal(PathId Path) const;
  bool isInStructure(const PathState &Now) const;
  bool isInGlobal(const PathState &Now) const;
  llvm::SmallVector<PathId, 4> copiesBefore(PathId Held) const;
  bool isStored() const;
  bool isHeldHere(const PathState &Now) const;
  bool isMapiType() const;
  bool startsAnew(const Operation &Op) const;
  bool isAskedForElsewhere(const PathState &Now, const Operation &Op) const;
  bool isHeld(const PathState &Now, const Argument &Given) const;
  /// The same for a pointer into the block.
  bool isPart(const PathState &Now, const Argument &Given) const;
  /// Whether MAPI has filled the block: it is one with all that it points to.
  bool isFilled() const { return !How.Raw && !FromOutside; }
  /// Whether \p Op logs off the session itself, or the one it hangs off.
  bool logsOff(const PathState &Now, const Operation &Op) const;
  /// Whether \p Op closes the message session that the object lives in.
  bool closesParent(const Operation &Op) const;
  /// Whether \p Op deletes the attachment that the object is.
  bool removesIt(const Operation &Op) const;
  /// Whether \p Op frees a part of the block.
  bool freesPart(const PathState &Now, const Operation &Op,
                 const GiveBack &Back) const;
  /// Whether some operation takes what the elements of the block own.
  bool isEmptied(const PathState &Now, const BlockEntry &Block) const;
  /// What it means that \p Back gives back what the path \p Given holds.
  ObjectEvent releaseBy(const PathState &Now, const GiveBack &Back,
                        PathId Given) const;
  /// What the call does after which nothing but Release is left, or null.
  const Invalidation *invalidation(const PathState &Now,
                                   const Operation &Op) const;
  const Operation *lastUninitialise(PathEngine &Engine,
                                    const PathState &Now) const;
  PathId holder(const PathState &Now) const;
  std::string name(const PathState &Now) const;

  /// Where the last way to the object was lost, and how that came.
  struct Loss {
    Fault Lost;
    std::vector<FindingNote> Way;
  };

  AnalysisContext &Shared;
  const Operation &Source;
  Acquisition How;
  OriginSet Ids;
  PathId Path;
  std::string Type; ///< the interface's name
  /// The call before which the object must have been released.
  const Retention *Promise = nullptr;
  bool SpentForSure = true;
  std::vector<Loss> Losses;
  Doubts Unsettled;
  const Operation *Spender = nullptr; ///< the call that left only Release
  PathId LastHolder = NoPath;         ///< before the last way to it was lost
  Operation Unwind; ///< what an exception does that leaves the function
  bool FromOutside = false;
  bool Leaving = false; ///< an exception leaves the function
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_OBJECTSIMULATION_H
