//===- PathState.h - What is known on a path --------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A path state is what the engine carries along a path: the typestate of the
/// tracked resource, the access paths that hold it, and the few facts about
/// other paths that may decide a later branch. See Das, Lerner, Seigle, "ESP:
/// Path-Sensitive Program Verification in Polynomial Time", PLDI 2002.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_PATHSTATE_H
#define MAPITIDY_ENGINE_PATHSTATE_H

#include "engine/core/Telltales.h"
#include "model/FlowGraph.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/STLExtras.h"

namespace mapitidy {

using TrailId = uint32_t;
constexpr TrailId NoTrail = std::numeric_limits<TrailId>::max();

class PathState {
public:
  /// The lifecycle's state, packed by its simulation. States that differ here
  /// are never merged.
  uint64_t Typestate = 0;
  /// Where the function is being left: the return or throw that ran, or 0.
  SourcePlace LeavingAt = 0;
  /// How the state was reached; the first way if there are several.
  TrailId Trail = NoTrail;
  /// What tells how the call went from which the state is followed.
  Telltales Tells;

  Value fact(PathId Path) const;
  void setFact(PathId Path, Value Known);
  void forget(PathId Path) { setFact(Path, Value()); }
  /// Keeps what both know, and what tells in either. \returns whether this
  /// state knows less now.
  bool joinFacts(const PathState &Other);

  /// Whether some path cannot have the same value in both.
  bool contradicts(const PathState &Other) const;
  template <typename Predicate> void keepFacts(Predicate Wanted) {
    const auto Unwanted = [&](const Fact &Each) { return !Wanted(Each.first); };
    if (llvm::any_of(facts(), Unwanted))
      llvm::erase_if(ownFacts(), Unwanted);
  }

  bool holds(PathId Path) const;
  void addHolder(PathId Path);
  void removeHolder(PathId Path);
  void clearHolders() { Holders.clear(); }
  llvm::ArrayRef<PathId> holders() const { return Holders; }

  /// The paths that point into what is tracked, and not to its beginning.
  llvm::ArrayRef<PathId> parts() const { return Parts; }
  bool pointsInto(PathId Path) const { return llvm::is_contained(Parts, Path); }
  void addPart(PathId Path);
  void removePart(PathId Path) { llvm::erase(Parts, Path); }
  void clearParts() { Parts.clear(); }

  /// Whether the two differ in nothing but facts.
  bool sameKey(const PathState &Other) const {
    return Typestate == Other.Typestate && sameButForTypestate(Other);
  }

  bool sameButForTypestate(const PathState &Other) const {
    return LeavingAt == Other.LeavingAt && Holders == Other.Holders &&
           Parts == Other.Parts;
  }

  using Fact = std::pair<PathId, Value>;
  llvm::ArrayRef<Fact> facts() const {
    return Facts ? llvm::ArrayRef<Fact>(Facts->All) : llvm::ArrayRef<Fact>();
  }

private:
  /// The facts of one state, or of copies that know the same.
  struct FactList : llvm::RefCountedBase<FactList> {
    llvm::SmallVector<Fact, 8> All; // sorted by path
  };

  /// \returns the facts, to be changed: no copy of the state has them.
  llvm::SmallVectorImpl<Fact> &ownFacts();
  /// Whether the facts of \p Other take nothing away from these.
  bool impliesFactsOf(const PathState &Other) const;

  llvm::SmallVector<PathId, 4> Holders; // sorted
  llvm::SmallVector<PathId, 2> Parts;   // sorted
  llvm::IntrusiveRefCntPtr<FactList> Facts;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_PATHSTATE_H
