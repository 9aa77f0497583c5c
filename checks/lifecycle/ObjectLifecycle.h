//===- ObjectLifecycle.h - The life of an owned thing -----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The life of one thing that the function owns: an object, a session, or a
/// block of memory, from the call that handed it out.
///
/// \verbatim
///   object   Live --Logoff of its session--> reported (live-at-logoff)
///              |--MAPIUninitialize--> Late --Release--> reported (order)
///              |--lost (Late, too)--> Lost --Logoff--> reported
///              (live-at-logoff) |                        `--exit--> reported
///              (interface-leak)
///              |--lost, if memory--> reported (buffer-leak)
///              |--wrong deallocator--> reported (wrong-deallocator)
///              `--last Release--> Released --Release, use--> reported
///                                              (use-after-release)
///
///   session  Live --Logoff--> LoggedOff --Release--> Released
///              |                 `--lost--> reported (interface-leak)
///              |--Release, lost--> reported (missing-logoff)
///              `--OleUninitialize, MAPIUninitialize--> reported (order);
///                 the same from LoggedOff
///            borrowed: Logoff --> reported (borrowed-logoff)
///
///   lent     no references: Release --> reported (borrowed-logoff)
///   spent    after SubmitMessage and the like: use --> reported
///                                              (use-after-release)
/// \endverbatim
///
/// Source: Microsoft, "Ending a MAPI Session", steps 2 to 5 and its note;
/// "Managing Memory for ADRLIST and SRowSet Structures"; "MAPIAllocateMore";
/// the pages of SubmitMessage, SaveChanges, ShutdownForm and MakeInvalid.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_LIFECYCLE_OBJECTLIFECYCLE_H
#define MAPITIDY_LIFECYCLE_OBJECTLIFECYCLE_H

#include "catalogue/Catalogue.h"
#include "findings/Finding.h"

namespace mapitidy {

enum class ObjectPhase : uint8_t {
  Live,
  LoggedOff, ///< a session after its Logoff
  Late,      ///< still there after MAPIUninitialize
  Lost,      ///< nobody can release it any more
  Released,  ///< the function's references are gone; its pointers dangle
  Reported,  ///< what is left are notes
  Gone       ///< nothing more is of interest here
};

struct ObjectState {
  ObjectPhase Phase = ObjectPhase::Live;
  uint8_t References = 1; ///< held by this function; saturates
  uint8_t Finding = 0;    ///< which finding later notes belong to
  uint8_t Loss = 0;       ///< which way of losing it was taken
  uint8_t Doubt = 0;      ///< which sides of tests in doubt were taken
  bool Spent = false;     ///< only Release may still be called
  bool Kept = false;      ///< somebody else has a reference, too
  bool Promised = false;  ///< must be released before a certain call
  bool Owed = true;       ///< the function must give it back

  uint64_t pack() const {
    return uint64_t(Phase) | uint64_t(References) << 8 |
           uint64_t(Finding) << 16 | uint64_t(Spent) << 24 |
           uint64_t(Kept) << 25 | uint64_t(Promised) << 26 |
           uint64_t(Owed) << 27 | uint64_t(Loss) << 32 | uint64_t(Doubt) << 40;
  }
  static ObjectState unpack(uint64_t Packed) {
    ObjectState Result;
    Result.Phase = static_cast<ObjectPhase>(Packed & 0xff);
    Result.References = uint8_t(Packed >> 8);
    Result.Finding = uint8_t(Packed >> 16);
    Result.Spent = Packed >> 24 & 1;
    Result.Kept = Packed >> 25 & 1;
    Result.Promised = Packed >> 26 & 1;
    Result.Owed = Packed >> 27 & 1;
    Result.Loss = uint8_t(Packed >> 32);
    Result.Doubt = uint8_t(Packed >> 40);
    return Result;
  }
};

enum class ObjectEvent {
  AddReference,
  Release,        ///< one reference less, or the block freed
  WrongRelease,   ///< given back by a call that cannot
  SimilarRelease, ///< ... by one that does the same for another kind
  PartFreed,      ///< a pointer into it was freed in its place
  Use,            ///< a call on it, or one that is given it
  Invalidate,     ///< a call after which only Release is left
  ParentClosed,   ///< the message session it lives in
  Removed,        ///< deleted from where it was opened
  SessionLogoff,  ///< of the session itself, or of the object's session
  OleUninitialise,
  MapiUninitialise, ///< the balancing one
  GivenAway,        ///< somebody else owns it now
  Lost,             ///< the last pointer to it is gone
  Exit              ///< the function is left
};

struct ObjectTransition {
  ObjectState Next;
  std::optional<Rule> Broken;
};

/// \returns the state in words, for traces.
std::string describe(const ObjectState &Now);

/// \returns the state of a thing of \p Kind that has just been acquired.
ObjectState acquired(ResourceKind Kind);

/// \returns the state after \p Event, and the rule that it breaks, if any.
ObjectTransition advance(ResourceKind Kind, ObjectState Now, ObjectEvent Event);

} // namespace mapitidy

#endif // MAPITIDY_LIFECYCLE_OBJECTLIFECYCLE_H
