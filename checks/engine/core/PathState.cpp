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

static bool isBefore(const std::pair<PathId, Value> &Fact, PathId Path) {
  return Fact.first < Path;
}

Value PathState::fact(PathId Path) const {
  auto *It = std::lower_bound(Facts.begin(), Facts.end(), Path, isBefore);
  return It != Facts.end() && It->first == Path ? It->second : Value();
}

void PathState::setFact(PathId Path, Value Known) {
  assert(Path.isKnown() && "a fact about nothing");
  auto *It = std::lower_bound(Facts.begin(), Facts.end(), Path, isBefore);
  bool Found = It != Facts.end() && It->first == Path;
  if (Known.isAnything()) {
    if (Found)
      Facts.erase(It);
  } else if (Found) {
    It->second = Known;
  } else {
    Facts.insert(It, {Path, Known});
  }
}

bool PathState::joinFacts(const PathState &Other) {
  bool Changed = Tells.join(Other.Tells);
  auto *Kept = Facts.begin();
  auto *Theirs = Other.Facts.begin();
  for (auto &Mine : Facts) {
    while (Theirs != Other.Facts.end() && Theirs->first < Mine.first)
      ++Theirs;
    if (Theirs == Other.Facts.end() || Theirs->first != Mine.first) {
      Changed = true;
      continue;
    }
    Value Joined = Mine.second.join(Theirs->second);
    Changed |= !(Joined == Mine.second);
    if (!Joined.isAnything())
      *Kept++ = {Mine.first, Joined};
  }
  Facts.erase(Kept, Facts.end());
  assert(llvm::is_sorted(Facts, llvm::less_first()) && "facts are in order");
  return Changed;
}

bool PathState::contradicts(const PathState &Other) const {
  // Asked of every pair of states that meet: one walk through both.
  auto *Theirs = Other.Facts.begin();
  for (const auto &Mine : Facts) {
    while (Theirs != Other.Facts.end() && Theirs->first < Mine.first)
      ++Theirs;
    if (Theirs == Other.Facts.end())
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
