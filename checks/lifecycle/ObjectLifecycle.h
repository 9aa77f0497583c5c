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
///              `--Release--> gone
///
///   session  Live --Logoff--> LoggedOff --Release--> gone
///              |                 `--lost--> reported (interface-leak)
///              |--Release, lost--> reported (missing-logoff)
///              `--OleUninitialize, MAPIUninitialize--> reported (order);
///                 the same from LoggedOff
/// \endverbatim
///
/// Source: Microsoft, "Ending a MAPI Session", steps 2, 4, 5 and its note.
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
  Reported,  ///< what is left are notes
  Gone       ///< nothing more is owed here
};

struct ObjectState {
  ObjectPhase Phase = ObjectPhase::Live;
  uint8_t References = 1; ///< held by this function; saturates
  uint8_t Finding = 0;    ///< which finding later notes belong to

  uint64_t pack() const {
    return uint64_t(Phase) | uint64_t(References) << 8 |
           uint64_t(Finding) << 16;
  }
  static ObjectState unpack(uint64_t Packed) {
    return {static_cast<ObjectPhase>(Packed & 0xff), uint8_t(Packed >> 8),
            uint8_t(Packed >> 16)};
  }
};

enum class ObjectEvent {
  AddReference,
  Release,       ///< one reference less, or the block freed
  SessionLogoff, ///< of the session itself, or of the object's session
  OleUninitialise,
  MapiUninitialise, ///< the balancing one
  GivenAway,        ///< somebody else owns it now
  Lost              ///< the last pointer to it is gone
};

struct ObjectTransition {
  ObjectState Next;
  std::optional<Rule> Broken;
};

/// \returns the state after \p Event, and the rule that it breaks, if any.
ObjectTransition advance(ResourceKind Kind, ObjectState Now, ObjectEvent Event);

/// Whether \p Kind is a session, whoever logged it on.
inline bool isSession(ResourceKind Kind) {
  return Kind == ResourceKind::Session || Kind == ResourceKind::BorrowedSession;
}

} // namespace mapitidy

#endif // MAPITIDY_LIFECYCLE_OBJECTLIFECYCLE_H
