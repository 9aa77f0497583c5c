//===- KnownDefects.h - What is reported already ----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The defects that functions report, so that their callers do not report them
/// again.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_KNOWNDEFECTS_H
#define MAPITIDY_HOSTS_KNOWNDEFECTS_H

#include "engine/FunctionAnalysis.h"
#include <set>
#include <tuple>

namespace mapitidy {

class KnownDefects {
public:
  bool has(const Finding &Found) const;
  void add(const Finding &Found);
  void add(const KnownDefects &Others);
  /// What \p Report takes for granted is no news to callers either.
  void addImplied(const FunctionReport &Report);

private:
  /// Rule, cause, and where the subject came from, if that matters.
  std::set<std::tuple<Rule, SourcePlace, SourcePlace>> Defects;
  /// Libraries that are left up, by the way to the call that took them up: the
  /// exits of callers are other places, but the end of that way is the same.
  std::set<std::vector<SourcePlace>> LeftUp;
};

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_KNOWNDEFECTS_H
