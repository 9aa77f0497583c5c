//===- PathState.cpp - What is known on a path ----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/core/PathState.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace mapitidy {

static bool isBefore(const PathState::Fact &Each, PathId Path) {
  return Each.first < Path;
}

SmallVectorImpl<PathState::Fact> &PathState::ownFacts() {
  // A state is copied for each way on, and most ways change little.
  if (!Facts)
    Facts = makeIntrusiveRefCnt<FactList>();
  else if (Facts->UseCount() > 1)
    Facts = makeIntrusiveRefCnt<FactList>(*Facts);
  return Facts->All;
}

Value PathState::fact(PathId Path) const {
  const ArrayRef<Fact> Known = facts();
  const auto *It = std::lower_bound(Known.begin(), Known.end(), Path, isBefore);
  return It != Known.end() && It->first == Path ? It->second : Value();
}

void PathState::setFact(PathId Path, Value Known) {
  assert(Path.isKnown() && "a fact about nothing");
  const ArrayRef<Fact> Before = facts();
  const auto *At =
      std::lower_bound(Before.begin(), Before.end(), Path, isBefore);
  const bool Found = At != Before.end() && At->first == Path;
  if (Found ? At->second == Known : Known.isAnything())
    return;
  const size_t Index = At - Before.begin();
  SmallVectorImpl<Fact> &Own = ownFacts();
  if (Known.isAnything())
    Own.erase(Own.begin() + Index);
  else if (Found)
    Own[Index].second = Known;
  else
    Own.insert(Own.begin() + Index, {Path, Known});
}

bool PathState::impliesFactsOf(const PathState &Other) const {
  if (Facts == Other.Facts)
    return true;
  const ArrayRef<Fact> Known = Other.facts();
  const auto *Theirs = Known.begin();
  for (const Fact &Mine : facts()) {
    while (Theirs != Known.end() && Theirs->first < Mine.first)
      ++Theirs;
    if (Theirs == Known.end() || Theirs->first != Mine.first ||
        Mine.second.join(Theirs->second) != Mine.second)
      return false;
  }
  return true;
}

bool PathState::joinFacts(const PathState &Other) {
  const bool TellsMore = Tells.join(Other.Tells);
  if (impliesFactsOf(Other))
    return TellsMore;
  const ArrayRef<Fact> Known = Other.facts();
  const auto *Theirs = Known.begin();
  SmallVectorImpl<Fact> &Own = ownFacts();
  auto *Kept = Own.begin();
  for (const Fact &Mine : Own) {
    while (Theirs != Known.end() && Theirs->first < Mine.first)
      ++Theirs;
    if (Theirs == Known.end() || Theirs->first != Mine.first)
      continue;
    const Value Joined = Mine.second.join(Theirs->second);
    if (!Joined.isAnything())
      *Kept++ = {Mine.first, Joined};
  }
  Own.erase(Kept, Own.end());
  assert(llvm::is_sorted(Own, llvm::less_first()) && "facts are in order");
  return true;
}

bool PathState::contradicts(const PathState &Other) const {
  // Asked of every pair of states that meet: one walk through both.
  const ArrayRef<Fact> Known = Other.facts();
  const auto *Theirs = Known.begin();
  for (const Fact &Mine : facts()) {
    while (Theirs != Known.end() && Theirs->first < Mine.first)
      ++Theirs;
    if (Theirs == Known.end())
      return false;
    if (Theirs->first == Mine.first &&
        (Mine.second.Signs & Theirs->second.Signs) == 0)
      return true;
  }
  return false;
}

bool PathState::holds(PathId Path) const {
  return std::binary_search(Holders.begin(), Holders.end(), Path);
}

void PathState::addHolder(PathId Path) {
  assert(Path.isKnown() && "nothing holds nothing");
  auto *It = llvm::lower_bound(Holders, Path);
  if (It == Holders.end() || *It != Path)
    Holders.insert(It, Path);
}

void PathState::addPart(PathId Path) {
  auto *It = llvm::lower_bound(Parts, Path);
  if (It == Parts.end() || *It != Path)
    Parts.insert(It, Path);
}

void PathState::removeHolder(PathId Path) {
  auto *It = llvm::lower_bound(Holders, Path);
  if (It != Holders.end() && *It == Path)
    Holders.erase(It);
}

} // namespace mapitidy
