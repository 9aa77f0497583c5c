//===- Findings.cpp - What the runs of a scan have printed ----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Findings.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace mapitidy {

bool beginsFinding(StringRef Line) {
  for (StringRef Kind : {": warning: ", ": error: "}) {
    const StringRef Place = Line.split(Kind).first;
    const auto [Front, Column] = Place.rsplit(':');
    const auto [File, Number] = Front.rsplit(':');
    if (Place.size() != Line.size() && !File.empty() && !Column.empty() &&
        !Number.empty() && all_of(Column, isDigit) && all_of(Number, isDigit))
      return true;
  }
  return false;
}

void PrintedFindings::add(StringRef Text) {
  bool Shows = false; // what stands in front of findings is no finding
  while (!Text.empty()) {
    const size_t End = Text.find('\n');
    const StringRef Line = Text.take_front(End);
    Text = End == StringRef::npos ? StringRef() : Text.drop_front(End + 1);
    if (beginsFinding(Line)) {
      Shows = Known.insert(Line).second;
      Count += Shows;
    }
    if (Shows)
      Out << Line << '\n';
  }
}

} // namespace mapitidy
