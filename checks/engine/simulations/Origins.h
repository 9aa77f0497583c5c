//===- Origins.h - Where pointers come from ---------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A cheap dataflow, run once per function before the simulations, that says
/// for each call where its receiver and arguments may come from: which
/// acquisition of the function, or the outside. It tells which objects hang
/// off which session, and whether two spellings mean one advise source.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_ORIGINS_H
#define MAPITIDY_ENGINE_ORIGINS_H

#include "catalogue/Catalogue.h"
#include "model/Budget.h"
#include "model/FlowGraph.h"
#include "llvm/ADT/DenseMap.h"

namespace mapitidy {

using OriginId = uint32_t;
using OriginSet = llvm::SmallVector<OriginId, 2>; // sorted

/// Where a pointer's value comes from.
struct Origin {
  enum class Kind {
    Entry,   ///< held by Path when the function began
    Unknown, ///< written to Path by a call that the catalogue does not know
    Acquired ///< handed out by Source
  };
  Kind From = Kind::Entry;
  PathId Path = NoPath;
  const Operation *Source = nullptr;
  const Acquisition *How = nullptr;
  OriginSet Parents; ///< of Acquired: what it hangs off
};

/// Origins of one call's receiver (or a release's target) and arguments.
struct CallOrigins {
  OriginSet Receiver;
  std::vector<OriginSet> Arguments;
  OriginSet Acquired; ///< one for each acquisition

  OriginSet at(Slot At) const;
};

class Origins {
public:
  Origins(const FlowGraph &Graph, const Catalogue &Entries,
          const Budget &Limits);

  /// Whether there was time and room for it; else nothing is known.
  bool isComplete() const { return Complete; }

  const CallOrigins &of(const Operation &Op) const {
    return ByOperation[Op.Index];
  }
  /// The origin that the acquisition at \p Index of \p Op's entry makes.
  OriginId acquired(const Operation &Op, size_t Index) const {
    return ByOperation[Op.Index].Acquired[Index];
  }
  const Origin &operator[](OriginId Id) const { return All[Id]; }

  /// Whether an object of \p Object lives in the session \p Session: it was
  /// opened through it, directly or not, or both came in from outside and the
  /// function knows no other session.
  bool belongs(const OriginSet &Object, const OriginSet &Session) const;

  bool isSession(OriginId Id) const;
  /// Whether it was acquired, as \p Kind.
  bool isKind(OriginId Id, ResourceKind Kind) const {
    return All[Id].From == Origin::Kind::Acquired && All[Id].How->Kind == Kind;
  }
  /// Whether it is another interface of a session that somebody else logged on.
  bool isBorrowed(OriginId Id) const;
  /// Whether one of \p Object was opened through one of \p Parent, directly or
  /// not.
  bool hangsOff(const OriginSet &Object, const OriginSet &Parent) const;
  static bool intersect(const OriginSet &A, const OriginSet &B);

private:
  using State = llvm::DenseMap<PathId, OriginSet>;
  OriginSet lookUp(const State &Now, PathId Path);
  OriginId intern(Origin::Kind Kind, PathId Path, const Operation *Source,
                  const Acquisition *How);
  /// Where ways meet. \returns whether anything is new in \p To.
  bool join(std::optional<State> &To, const State &From);
  void transfer(State &Now, const Operation &Op);
  void transferCall(State &Now, const Operation &Op);
  bool belongs(OriginId Object, const OriginSet &Session,
               std::vector<char> &Seen) const;

  const FlowGraph &Graph;
  const Catalogue &Entries;
  std::vector<Origin> All;
  llvm::DenseMap<std::pair<const void *, uint64_t>, OriginId> Interned;
  std::vector<CallOrigins> ByOperation;
  size_t Kept = 0; ///< entries of all states
  bool Complete = true;
  unsigned SessionCount = 0;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_ORIGINS_H
