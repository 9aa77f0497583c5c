//===- Findings.cpp - What the runs of a scan have printed ----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Findings.h"
#include "llvm/ADT/STLExtras.h"
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

/// Whether \p Line is the first one that is printed of \p Record's finding.
static bool isFirstLineOf(StringRef Line, const FindingRecord &Record) {
  const std::string Place = (Record.File + ":" + Twine(Record.Line) + ":" +
                             Twine(Record.Column) + ": ")
                                .str();
  return Line.consume_front(Place) &&
         (Line.consume_front("warning: ") || Line.consume_front("error: ")) &&
         Line.consume_front(Record.Message) &&
         Line.starts_with(" [" + Record.Check);
}

bool PrintedFindings::shows(StringRef Line, ArrayRef<FindingRecord> OfFile) {
  if (!Known.insert(Line).second)
    return false;
  const auto *Record = find_if(OfFile, [Line](const FindingRecord &Each) {
    return isFirstLineOf(Line, Each);
  });
  if (Record == OfFile.end())
    return true;
  FindingRecord &New = Records.emplace_back(*Record);
  New.IsKnown = Baseline.isKnown(New.Identity);
  return !New.IsKnown;
}

void PrintedFindings::add(StringRef Text, ArrayRef<FindingRecord> OfFile) {
  bool Shows = false; // what stands in front of findings is no finding
  while (!Text.empty()) {
    const size_t End = Text.find('\n');
    const StringRef Line = Text.take_front(End);
    Text = End == StringRef::npos ? StringRef() : Text.drop_front(End + 1);
    if (beginsFinding(Line)) {
      Shows = shows(Line, OfFile);
      Count += Shows;
      HasErrors |= Shows && Line.contains(": error: ");
    }
    if (Shows)
      Out << Line << '\n';
  }
}

} // namespace mapitidy
