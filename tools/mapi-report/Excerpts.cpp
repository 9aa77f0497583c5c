//===- Excerpts.cpp - Lines of source for a page --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Excerpts.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// How many lines are shown before and after a place.
static constexpr unsigned Around = 6;

/// Longer lines are cut: they are data that somebody has put into a source.
static constexpr size_t MostBytes = 1000;

unsigned Excerpts::add(const ReportedMessage &Place) {
  const auto [It, IsNew] = Numbers.try_emplace(Place.File, Files.size());
  if (IsNew)
    Files.push_back({Place.File, FileID(), {}});
  if (Place.Location.isValid())
    addLines(Place, Place.Line, Place.Line);
  return It->second;
}

void Excerpts::addLines(const ReportedMessage &Place, unsigned First,
                        unsigned Last) {
  File &Into = Files[Numbers.lookup(Place.File)];
  Into.Id = From.sources().getFileID(Place.Location);
  for (unsigned Line = First > Around ? First - Around : 1;
       Line <= Last + Around; ++Line)
    Into.Lines.insert(Line);
}

/// \p Line as it is shown: without its end, valid, and not endless.
static std::string shownLine(StringRef Line) {
  Line = Line.rtrim("\r\n");
  if (Line.size() <= MostBytes)
    return json::fixUTF8(Line);
  return json::fixUTF8(Line.take_front(MostBytes)) + " ...";
}

void Excerpts::writeLines(const File &Of, json::OStream &Out) const {
  StringRef Rest = From.sources().getBufferData(Of.Id);
  unsigned Number = 1; // of the line in front of Rest
  auto Wanted = Of.Lines.begin();
  while (Wanted != Of.Lines.end()) {
    for (; Number < *Wanted && !Rest.empty(); ++Number)
      Rest = Rest.split('\n').second;
    if (Rest.empty())
      return;
    Out.object([&] {
      Out.attribute("first", Number);
      Out.attributeArray("lines", [&] {
        for (; Wanted != Of.Lines.end() && *Wanted == Number && !Rest.empty();
             ++Wanted, ++Number) {
          Out.value(shownLine(Rest.split('\n').first));
          Rest = Rest.split('\n').second;
        }
      });
    });
  }
}

void Excerpts::write(json::OStream &Out) const {
  Out.attributeArray("files", [&] {
    for (const File &Each : Files)
      Out.object([&] {
        Out.attribute("path", json::fixUTF8(Each.Path));
        Out.attributeArray("excerpts", [&] {
          if (Each.Id.isValid())
            writeLines(Each, Out);
        });
      });
  });
}

} // namespace mapitidy
