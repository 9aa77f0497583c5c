//===- ObjectLifecycle.cpp - The life of an owned thing -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lifecycle/ObjectLifecycle.h"
#include <algorithm>

namespace mapitidy {

static ObjectTransition report(ObjectState Now, Rule Broken) {
  Now.Phase = ObjectPhase::Reported;
  return {Now, Broken};
}

static ObjectTransition become(ObjectState Now, ObjectPhase Phase) {
  Now.Phase = Phase;
  return {Now, std::nullopt};
}

static ObjectTransition release(ResourceKind Kind, ObjectState Now) {
  if (Now.References > 1) {
    --Now.References;
    return {Now, std::nullopt};
  }
  if (Now.Phase == ObjectPhase::Late) {
    Now.Phase = ObjectPhase::Gone;
    return {Now, Rule::ReleaseAfterUninitialise};
  }
  bool Unfinished =
      Kind == ResourceKind::Session && Now.Phase == ObjectPhase::Live;
  Now.Phase = ObjectPhase::Gone;
  return {Now, Unfinished ? std::optional(Rule::ReleasedWithoutLogoff)
                          : std::nullopt};
}

static ObjectTransition lose(ResourceKind Kind, ObjectState Now) {
  if (Kind == ResourceKind::Session && Now.Phase == ObjectPhase::Live)
    return report(Now, Rule::SessionLost);
  if (isSession(Kind) && Now.Phase == ObjectPhase::LoggedOff)
    return report(Now, Rule::SessionNeverReleased);
  return {Now, std::nullopt};
}

ObjectTransition advance(ResourceKind Kind, ObjectState Now,
                         ObjectEvent Event) {
  constexpr uint8_t MostReferences = 4;
  bool Open =
      Now.Phase == ObjectPhase::Live || Now.Phase == ObjectPhase::LoggedOff;
  switch (Event) {
  case ObjectEvent::AddReference:
    Now.References = std::min<uint8_t>(Now.References + 1, MostReferences);
    return {Now, std::nullopt};
  case ObjectEvent::Release:
    return release(Kind, Now);
  case ObjectEvent::SessionLogoff:
    if (!Open)
      return {Now, std::nullopt};
    return isSession(Kind) ? become(Now, ObjectPhase::LoggedOff)
                           : report(Now, Rule::LiveAtLogoff);
  case ObjectEvent::OleUninitialise:
    return isSession(Kind) && Open
               ? report(Now, Rule::SessionHeldAtUninitialise)
               : ObjectTransition{Now, std::nullopt};
  case ObjectEvent::MapiUninitialise:
    if (!Open)
      return {Now, std::nullopt};
    return isSession(Kind) ? report(Now, Rule::SessionHeldAtUninitialise)
                           : become(Now, ObjectPhase::Late);
  case ObjectEvent::GivenAway:
    return become(Now, ObjectPhase::Gone);
  case ObjectEvent::Lost:
    return lose(Kind, Now);
  }
  return {Now, std::nullopt};
}

} // namespace mapitidy
