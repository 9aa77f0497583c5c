//===- Precedence.cpp - One defect, one finding ---------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/reporting/Precedence.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace mapitidy {

static constexpr char LostToo[] = "it is lost here, too";

static bool isLoss(Rule Broken) {
  return Broken == Rule::SessionLost || Broken == Rule::InterfaceLost ||
         Broken == Rule::BufferLost;
}

static void dropMarked(std::vector<Finding> &Findings,
                       const std::vector<char> &Marks) {
  size_t Index = 0;
  erase_if(Findings, [&](const Finding &) { return Marks[Index++] != 0; });
}

/// If a second acquisition overwrites the first, that is the defect, and not
/// what becomes of the first where the second fails.
static void dropIfReacquired(std::vector<Finding> &Findings) {
  std::vector<SourcePlace> Reacquired;
  for (const Finding &Each : Findings)
    if (Each.Reacquired)
      Reacquired.push_back(Each.Acquired);
  erase_if(Findings, [&](const Finding &Each) {
    return isLoss(Each.Broken) && !Each.Reacquired &&
           is_contained(Reacquired, Each.Acquired);
  });
}

/// Where a session is lost, its objects are lost with it; and a call on what
/// has been given back is wrong even without a Logoff.
static void dropIfWorse(std::vector<Finding> &Findings) {
  auto Has = [&](Rule Broken, SourcePlace Place) {
    return any_of(Findings, [&](const Finding &Each) {
      return Each.Broken == Broken && Each.Place == Place;
    });
  };
  std::vector<char> Dropped;
  Dropped.reserve(Findings.size());
  for (const Finding &Each : Findings)
    Dropped.push_back((Each.Broken == Rule::InterfaceLost &&
                       Has(Rule::SessionLost, Each.Place)) ||
                      (Each.Broken == Rule::UseAfterLogoff &&
                       Has(Rule::UsedAfterRelease, Each.Place)) ||
                      (Each.Broken == Rule::ReleasedTwice &&
                       Has(Rule::UseAfterLogoff, Each.Place)));
  dropMarked(Findings, Dropped);
}

/// What is held while a library goes down is not lost besides.
static void dropIfHeldBefore(std::vector<Finding> &Findings) {
  std::vector<std::pair<SourcePlace, std::optional<unsigned>>> Held;
  for (const Finding &Each : Findings)
    if (Each.Broken == Rule::SessionHeldAtUninitialise)
      Held.push_back({Each.Place, Each.AcquiredBy});
  erase_if(Findings, [&](const Finding &Each) {
    return Each.Broken == Rule::SessionLost &&
           is_contained(Held, std::make_pair(Each.Place, Each.AcquiredBy));
  });
}

/// What is open at a Logoff and lost on another way out is one defect.
static void joinLiveAtLogoff(std::vector<Finding> &Findings) {
  std::vector<char> Dropped;
  Dropped.reserve(Findings.size());
  for (const Finding &Each : Findings) {
    auto Open = find_if(Findings, [&](const Finding &Other) {
      return Each.Broken == Rule::InterfaceLost &&
             Other.Broken == Rule::LiveAtLogoff &&
             Other.AcquiredBy == Each.AcquiredBy;
    });
    Dropped.push_back(Open != Findings.end());
    if (Open != Findings.end() && Open->Place != Each.Place)
      Open->Notes.push_back({Each.Place, LostToo});
  }
  dropMarked(Findings, Dropped);
}

/// What one call handed out and several ways out lose is one defect: it stands
/// at the first of them.
static void joinLosses(std::vector<Finding> &Findings) {
  std::map<std::pair<Rule, std::optional<unsigned>>, Finding *> First;
  std::vector<char> Dropped(Findings.size(), 0);
  for (size_t I = 0; I < Findings.size(); ++I) {
    Finding &Each = Findings[I];
    if (Each.Broken != Rule::InterfaceLost && Each.Broken != Rule::BufferLost)
      continue;
    auto [It, Inserted] =
        First.try_emplace({Each.Broken, Each.AcquiredBy}, &Each);
    if (Inserted)
      continue;
    Dropped[I] = 1;
    if (Each.Place != It->second->Place)
      It->second->Notes.push_back({Each.Place, LostToo});
  }
  dropMarked(Findings, Dropped);
}

/// A guard does the same on every way out: what it finds open or gives back
/// wrongly is one defect.
static void joinGuarded(std::vector<Finding> &Findings) {
  std::vector<std::pair<Rule, std::optional<unsigned>>> Guarded;
  erase_if(Findings, [&](const Finding &Each) {
    if (!Each.Implicit || !Each.AcquiredBy || isLoss(Each.Broken))
      return false;
    std::pair<Rule, std::optional<unsigned>> Key{Each.Broken, Each.AcquiredBy};
    bool Known = is_contained(Guarded, Key);
    Guarded.push_back(Key);
    return Known;
  });
}

void applyPrecedence(std::vector<Finding> &Findings,
                     const DenseSet<unsigned> &Explained) {
  dropIfReacquired(Findings);
  dropIfHeldBefore(Findings);
  dropIfWorse(Findings);
  // A late call on what is reported already is a note there.
  erase_if(Findings, [&](const Finding &Each) {
    return Each.Broken == Rule::CallAfterUninitialise && Each.AtOperation &&
           Explained.count(*Each.AtOperation);
  });
  stable_sort(Findings, [](const Finding &A, const Finding &B) {
    return std::make_pair(A.Place, A.Broken) <
           std::make_pair(B.Place, B.Broken);
  });
  joinLiveAtLogoff(Findings);
  joinLosses(Findings);
  joinGuarded(Findings);
}

} // namespace mapitidy
