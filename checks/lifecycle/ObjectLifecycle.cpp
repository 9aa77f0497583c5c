//===- ObjectLifecycle.cpp - The life of an owned thing -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lifecycle/ObjectLifecycle.h"
#include "llvm/Support/ErrorHandling.h"
#include <algorithm>

namespace mapitidy {

static ObjectTransition stay(ObjectState Now) { return {Now, std::nullopt}; }

static ObjectTransition become(ObjectState Now, ObjectPhase Phase) {
  Now.Phase = Phase;
  return {Now, std::nullopt};
}

static ObjectTransition report(ObjectState Now, Rule Broken,
                               ObjectPhase Phase = ObjectPhase::Reported) {
  Now.Phase = Phase;
  return {Now, Broken};
}

static const char *wordOf(ObjectPhase Phase) {
  switch (Phase) {
  case ObjectPhase::Live:
    return "live";
  case ObjectPhase::LoggedOff:
    return "logged off";
  case ObjectPhase::Late:
    return "late";
  case ObjectPhase::Lost:
    return "lost";
  case ObjectPhase::Released:
    return "released";
  case ObjectPhase::Reported:
    return "reported";
  case ObjectPhase::Gone:
    return "gone";
  }
  llvm_unreachable("all phases are listed");
}

std::string describe(const ObjectState &Now) {
  std::string Result = std::string(wordOf(Now.Phase)) +
                       ", references: " + std::to_string(Now.References);
  for (const auto &[Is, Word] :
       {std::pair(Now.Spent, "invalidated"),
        std::pair(Now.Kept, "kept by others"),
        std::pair(Now.Promised, "promised"), std::pair(!Now.Owed, "not owed")})
    if (Is)
      Result += std::string(", ") + Word;
  return Result;
}

ObjectState acquired(ResourceKind Kind) {
  ObjectState Result;
  if (Kind == ResourceKind::Lent)
    Result.References = 0;
  Result.Owed = Kind != ResourceKind::Lent && Kind != ResourceKind::Chained &&
                Kind != ResourceKind::Handle && Kind != ResourceKind::Module &&
                Kind != ResourceKind::BorrowedModule;
  return Result;
}

static ObjectTransition release(ResourceKind Kind, ObjectState Now) {
  Now.Promised = false;
  if (Now.Phase == ObjectPhase::Released)
    return Now.Kept ? stay(Now) : report(Now, Rule::ReleasedTwice);
  if (Kind == ResourceKind::Chained)
    return report(Now, Rule::ChainedFreed);
  if (Now.References == 0)
    return report(Now, Rule::LentReleased);
  if (Now.References > 1 || Kind == ResourceKind::Lent) {
    --Now.References;
    return stay(Now);
  }
  if (Now.Phase == ObjectPhase::Reported)
    return become(Now, ObjectPhase::Gone);
  if (Now.Phase == ObjectPhase::Late)
    return report(Now, Rule::ReleaseAfterUninitialise, ObjectPhase::Gone);
  // Whoever else has a reference logs off.
  if (Kind == ResourceKind::Session && Now.Phase == ObjectPhase::Live)
    return Now.Kept
               ? become(Now, ObjectPhase::Gone)
               : report(Now, Rule::ReleasedWithoutLogoff, ObjectPhase::Gone);
  return become(Now, ObjectPhase::Released);
}

static ObjectTransition lose(ResourceKind Kind, ObjectState Now) {
  bool Open = Now.Phase == ObjectPhase::Live || Now.Phase == ObjectPhase::Late;
  if (isSession(Kind) && Now.Phase == ObjectPhase::LoggedOff)
    return report(Now, Rule::SessionNeverReleased);
  if (!Open || !Now.Owed)
    return stay(Now);
  if (Kind == ResourceKind::Session)
    return report(Now, Rule::SessionLost);
  return isMemory(Kind) ? report(Now, Rule::BufferLost)
                        : become(Now, ObjectPhase::Lost);
}

static ObjectTransition use(ResourceKind Kind, ObjectState Now) {
  // A session's own calls after its end are another rule's.
  if (Now.Phase == ObjectPhase::Released && !Now.Kept &&
      Kind != ResourceKind::Session)
    return report(Now, Rule::UsedAfterRelease);
  if (Now.Phase != ObjectPhase::Live || !Now.Spent)
    return stay(Now);
  Now.Spent = false; // once is enough; it is still owed
  return {Now, Rule::UsedWhenSpent};
}

static ObjectTransition logOff(ResourceKind Kind, ObjectState Now) {
  switch (Kind) {
  case ResourceKind::Session:
    return become(Now, ObjectPhase::LoggedOff);
  case ResourceKind::BorrowedSession:
    return report(Now, Rule::BorrowedLoggedOff, ObjectPhase::LoggedOff);
  case ResourceKind::Interface:
    return report(Now, Rule::LiveAtLogoff);
  default:
    return stay(Now); // memory may be freed later
  }
}

ObjectTransition advance(ResourceKind Kind, ObjectState Now,
                         ObjectEvent Event) {
  constexpr uint8_t MostReferences = 4;
  const bool Open = Now.Owed && (Now.Phase == ObjectPhase::Live ||
                                 Now.Phase == ObjectPhase::Lost ||
                                 Now.Phase == ObjectPhase::LoggedOff);
  switch (Event) {
  case ObjectEvent::AddReference:
    if (Now.Phase == ObjectPhase::Released)
      return use(Kind, Now);
    Now.References = std::min<uint8_t>(Now.References + 1, MostReferences);
    return stay(Now);
  case ObjectEvent::Release:
    return release(Kind, Now);
  case ObjectEvent::WrongRelease:
    return Open ? report(Now, Rule::WronglyFreed) : release(Kind, Now);
  case ObjectEvent::SimilarRelease:
    return Open ? report(Now, Rule::SimilarlyFreed) : release(Kind, Now);
  case ObjectEvent::PartFreed:
    return become(Now, ObjectPhase::Reported);
  case ObjectEvent::Use:
    return use(Kind, Now);
  case ObjectEvent::Invalidate:
    Now.Spent = true;
    return stay(Now);
  case ObjectEvent::ParentClosed:
    return Open ? report(Now, Rule::OpenWhenParentCloses) : stay(Now);
  case ObjectEvent::Removed:
    return Open ? report(Now, Rule::OpenWhenRemoved) : stay(Now);
  case ObjectEvent::SessionLogoff:
    return Open ? logOff(Kind, Now) : stay(Now);
  case ObjectEvent::OleUninitialise:
    return isSession(Kind) && Open
               ? report(Now, Rule::SessionHeldAtUninitialise)
               : stay(Now);
  case ObjectEvent::MapiUninitialise:
    if (!Open || Now.Phase == ObjectPhase::Lost)
      return stay(Now);
    return isSession(Kind) ? report(Now, Rule::SessionHeldAtUninitialise)
                           : become(Now, ObjectPhase::Late);
  case ObjectEvent::GivenAway:
    return become(Now, ObjectPhase::Gone);
  case ObjectEvent::Lost:
    return lose(Kind, Now);
  case ObjectEvent::Exit:
    return Now.Phase == ObjectPhase::Lost ? report(Now, Rule::InterfaceLost)
                                          : stay(Now);
  }
  return stay(Now);
}

} // namespace mapitidy
