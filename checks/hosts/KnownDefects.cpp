//===- KnownDefects.cpp - What is reported already ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/KnownDefects.h"

using namespace llvm;

namespace mapitidy {

static std::vector<SourcePlace> wayOf(ArrayRef<SourcePlace> Way) {
  return std::vector<SourcePlace>(Way.begin(), Way.end());
}

/// A call that gives back what is given back already, or uses it, does so
/// whatever the subject is.
static std::tuple<Rule, SourcePlace, SourcePlace> keyOf(const Finding &Of) {
  const bool Whatever =
      Of.Broken == Rule::ReleasedTwice || Of.Broken == Rule::UsedAfterRelease;
  return {Of.Broken, Of.Cause, Whatever ? 0 : Of.Acquired};
}

bool KnownDefects::has(const Finding &Found) const {
  for (ArrayRef<SourcePlace> Way = Found.TakenUp; !Way.empty();
       Way = Way.drop_front())
    if (LeftUp.count(wayOf(Way)) != 0)
      return true;
  return Defects.count(keyOf(Found)) != 0;
}

void KnownDefects::add(const Finding &Found) {
  Defects.insert(keyOf(Found));
  if (!Found.TakenUp.empty())
    LeftUp.insert(wayOf(Found.TakenUp));
}

void KnownDefects::add(const KnownDefects &Others) {
  Defects.insert(Others.Defects.begin(), Others.Defects.end());
  LeftUp.insert(Others.LeftUp.begin(), Others.LeftUp.end());
}

void KnownDefects::addImplied(const FunctionReport &Report) {
  for (const CallChain &Way : Report.LeftUp)
    LeftUp.insert(wayOf(Way));
}

} // namespace mapitidy
