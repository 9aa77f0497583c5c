//===- Precedence.cpp - One defect, one finding ---------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/reporting/Precedence.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <set>

using namespace llvm;

namespace mapitidy {

static constexpr char LostToo[] = "it is lost here, too";

static bool isLoss(Rule Broken) {
  return Broken == Rule::SessionLost || Broken == Rule::InterfaceLost ||
         Broken == Rule::BufferLost;
}

namespace {

class Precedence {
public:
  Precedence(std::vector<Finding> &Findings, Trace *Watch)
      : Findings(Findings), Watch(Watch) {}

  void dropIfReacquired();
  void dropIfHeldBefore();
  void dropIfWorse();
  void dropIfExplained(const DenseSet<unsigned> &Explained);
  void sort();
  void joinLiveAtLogoff();
  void joinLosses();
  void joinGuarded();

private:
  /// Asks \p IsDropped of each finding, in order, while all are there.
  template <typename Predicate>
  void dropIf(StringRef Why, Predicate IsDropped) {
    std::vector<char> Marks;
    Marks.reserve(Findings.size());
    for (Finding &Each : Findings) {
      Marks.push_back(IsDropped(Each));
      if (Marks.back() && Watch)
        Watch->drop(Each.Message, Why);
    }
    size_t Index = 0;
    erase_if(Findings, [&](const Finding &) { return Marks[Index++] != 0; });
  }

  std::vector<Finding> &Findings;
  Trace *Watch;
};

} // namespace

/// If a second acquisition overwrites the first, that is the defect, and not
/// what becomes of the first where the second fails.
void Precedence::dropIfReacquired() {
  std::vector<SourcePlace> Reacquired;
  for (const Finding &Each : Findings)
    if (Each.Reacquired)
      Reacquired.push_back(Each.Acquired);
  dropIf("a second acquisition overwrites it", [&](const Finding &Each) {
    return isLoss(Each.Broken) && !Each.Reacquired &&
           is_contained(Reacquired, Each.Acquired);
  });
}

/// Where a session is lost, its objects are lost with it; and a call on what
/// has been given back is wrong even without a Logoff.
void Precedence::dropIfWorse() {
  auto Has = [&](Rule Broken, SourcePlace Place) {
    return any_of(Findings, [&](const Finding &Each) {
      return Each.Broken == Broken && Each.Place == Place;
    });
  };
  dropIf("a graver defect is at this place", [&](const Finding &Each) {
    return (Each.Broken == Rule::InterfaceLost &&
            Has(Rule::SessionLost, Each.Place)) ||
           (Each.Broken == Rule::UsedAfterRelease && Each.AcquiredBy &&
            any_of(Findings,
                   [&](const Finding &Other) {
                     return Other.Broken == Rule::InteriorFreed &&
                            Other.AcquiredBy == Each.AcquiredBy;
                   })) ||
           (Each.Broken == Rule::UseAfterLogoff &&
            Has(Rule::UsedAfterRelease, Each.Place)) ||
           (Each.Broken == Rule::ReleasedTwice &&
            Has(Rule::UseAfterLogoff, Each.Place));
  });
}

/// What is held while a library goes down is not lost besides.
void Precedence::dropIfHeldBefore() {
  std::vector<std::pair<SourcePlace, std::optional<unsigned>>> Held;
  for (const Finding &Each : Findings)
    if (Each.Broken == Rule::SessionHeldAtUninitialise)
      Held.push_back({Each.Place, Each.AcquiredBy});
  dropIf("it is held at MAPIUninitialize", [&](const Finding &Each) {
    return Each.Broken == Rule::SessionLost &&
           is_contained(Held, std::make_pair(Each.Place, Each.AcquiredBy));
  });
}

/// A late call on what is reported already is a note there.
void Precedence::dropIfExplained(const DenseSet<unsigned> &Explained) {
  dropIf("another finding's note tells of it", [&](const Finding &Each) {
    return Each.Broken == Rule::CallAfterUninitialise && Each.AtOperation &&
           Explained.count(*Each.AtOperation);
  });
}

void Precedence::sort() {
  stable_sort(Findings, [](const Finding &A, const Finding &B) {
    return std::make_pair(A.Place, A.Broken) <
           std::make_pair(B.Place, B.Broken);
  });
}

/// What is open at a Logoff and lost on another way out is one defect.
void Precedence::joinLiveAtLogoff() {
  dropIf("it is open at a Logoff", [&](const Finding &Each) {
    auto Open = find_if(Findings, [&](const Finding &Other) {
      return Each.Broken == Rule::InterfaceLost &&
             Other.Broken == Rule::LiveAtLogoff &&
             Other.AcquiredBy == Each.AcquiredBy;
    });
    if (Open == Findings.end())
      return false;
    if (Open->Place != Each.Place)
      Open->Notes.push_back({Each.Place, LostToo});
    return true;
  });
}

/// What one call handed out and several ways out lose is one defect: it stands
/// at the first of them.
void Precedence::joinLosses() {
  std::map<std::pair<Rule, std::optional<unsigned>>, Finding *> First;
  dropIf("it is lost on another way out, too", [&](Finding &Each) {
    if (!isLoss(Each.Broken))
      return false;
    auto [It, Inserted] =
        First.try_emplace({Each.Broken, Each.AcquiredBy}, &Each);
    if (!Inserted && Each.Place != It->second->Place)
      It->second->Notes.push_back({Each.Place, LostToo});
    return !Inserted;
  });
}

/// What the finding is about, as its message names it.
static StringRef subjectOf(const Finding &Of) {
  return StringRef(Of.Message).substr(0, StringRef(Of.Message).rfind('\'') + 1);
}

/// A guard does the same on every way out: what it finds open or gives back
/// wrongly is one defect.
void Precedence::joinGuarded() {
  std::set<std::tuple<Rule, SourcePlace, SourcePlace, std::string>> Guarded;
  dropIf("its guard does the same on another way out",
         [&](const Finding &Each) {
           return Each.Implicit && !isLoss(Each.Broken) &&
                  !Guarded
                       .insert({Each.Broken, Each.Acquired, Each.Cause,
                                subjectOf(Each).str()})
                       .second;
         });
}

void joinLosses(std::vector<Finding> &Findings) {
  Precedence(Findings, nullptr).joinLosses();
}

void applyPrecedence(std::vector<Finding> &Findings,
                     const DenseSet<unsigned> &Explained, bool IsClass,
                     Trace *Watch) {
  Precedence Order(Findings, Watch);
  Order.dropIfReacquired();
  Order.dropIfHeldBefore();
  Order.dropIfWorse();
  Order.dropIfExplained(Explained);
  Order.sort();
  Order.joinLiveAtLogoff();
  if (!IsClass)
    Order.joinLosses();
  Order.joinGuarded();
}

} // namespace mapitidy
