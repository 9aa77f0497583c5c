//===- SummaryReplay.h - A called function's steps --------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Writes the steps of a function's summary into the flow graph of its caller,
/// on the caller's own paths: one way through the blocks for each outcome.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_SUMMARYREPLAY_H
#define MAPITIDY_CAPTURE_SUMMARYREPLAY_H

#include "capture/GraphBuilder.h"
#include "capture/PathTable.h"
#include "catalogue/Catalogue.h"
#include "llvm/ADT/SetVector.h"
#include <functional>

namespace mapitidy {

/// What the caller has for the places of a summary.
struct Bindings {
  Argument This; ///< the pointer: by value, or the object's address
  llvm::SmallVector<Argument, 6> Arguments;
  PathId Result = NoPath;
  SourcePlace At = 0; ///< of the call
  /// The bodies in which findings are shown where the steps stand, not at the
  /// call: those of a class as seen by the class.
  llvm::ArrayRef<std::pair<SourcePlace, SourcePlace>> Shown;
  /// Appends what an exception does that leaves the call, in a block of its
  /// own; it gets the type of the exception.
  std::function<void(llvm::StringRef)> Unwind;
  /// The way to the call, if it stands in a function whose summary is replayed.
  CallChain Way;
  /// Whether nobody wrote the call: a destructor runs at the end of a life.
  bool Implicit = false;
};

class SummaryReplay {
public:
  SummaryReplay(GraphBuilder &Builder, PathTable &Paths, const CallEntry &Entry,
                Bindings Given, unsigned Depth = 0)
      : Builder(Builder), Paths(Paths), Entry(Entry), Given(std::move(Given)),
        Depth(Depth) {}

  /// Appends all outcomes, which meet in the block that is current afterwards.
  void run();

  /// What the function has written in a way that is not followed.
  llvm::ArrayRef<PathId> unfollowed() const { return Unfollowed.getArrayRef(); }
  /// The results of the calls in it that acquire something.
  llvm::ArrayRef<PathId> statuses() const { return Statuses.getArrayRef(); }

  /// \returns a place in the caller: a path, its address, or a constant.
  Argument resolve(const Place &At);

private:
  Argument resolveNamed(const Place &At);
  Argument inUnnamed();
  Argument calculate(const Argument &From, const Place &At);
  Condition conditionOn(PathId Path, const Comparison &Is);
  Argument outside(const Place &At);
  PathId path(const Place &At);
  Argument argument(const PlaceArgument &From);
  void protectArguments();
  void replay(const Outcome &Way);
  void replay(llvm::ArrayRef<Step> Steps);
  Edge edgeOf(const Step &Test);
  std::optional<bool> answer(const Step &Test);
  void replayTest(const Step &Test);
  void replayCall(const Step &Call);
  void replayInvocation(const Step &Call);
  void replayGiveAway(const Step &Each);
  void leaveByException(llvm::StringRef Thrown, const CallChain &From);
  void takeAddress(PathId Pointer, PathId To, const Step &From);
  void replayCopy(const Step &Copy);
  void replayOperation(const Step &Each);
  /// The called function's variables are gone.
  void endLocals();
  void noteUntoldResult();
  bool isShown(SourcePlace At) const;
  Operation &emit(OperationKind Kind, const Step &From);
  /// The way to a place in the function.
  CallChain wayTo(const CallChain &Inside) const;

  GraphBuilder &Builder;
  PathTable &Paths;
  const CallEntry &Entry;
  Bindings Given;
  std::map<std::pair<unsigned, std::string>, PathId> Locals;
  /// What the members of things without a name are found through, once there
  /// are such.
  PathId Unnamed = NoPath;
  llvm::SmallSetVector<PathId, 4> Unfollowed;
  llvm::SmallSetVector<PathId, 4> Statuses;
  unsigned Depth; ///< replays around this one
  /// The last invocation has been replayed: what is assumed of it does not
  /// hold.
  bool IsKnown = false;
};

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_SUMMARYREPLAY_H
