//===- Excerpts.h - Lines of source for a page ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Collects which lines of which files a page shows, so that each is written
/// once, however many findings are near it.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_EXCERPTS_H
#define MAPITIDY_TOOLS_EXCERPTS_H

#include "Report.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"
#include <set>

namespace mapitidy {

class Excerpts {
public:
  explicit Excerpts(const Report &From) : From(From) {}

  /// Shows the lines around \p Place, whose file is not empty.
  /// \returns the number of the file, from 0 in the order of the calls.
  unsigned add(const ReportedMessage &Place);

  /// Shows the lines \p First to \p Last of the file of \p Place, and some
  /// around them. \p Place has a location.
  void addLines(const ReportedMessage &Place, unsigned First, unsigned Last);

  /// Writes all files as attribute `files`: the path of each, and its
  /// excerpts, none if it could not be read. Text is valid UTF-8.
  void write(llvm::json::OStream &Out) const;

private:
  struct File {
    std::string Path;
    clang::FileID Id; ///< invalid if it could not be read
    std::set<unsigned> Lines;
  };

  void writeLines(const File &Of, llvm::json::OStream &Out) const;

  const Report &From;
  llvm::StringMap<unsigned> Numbers; ///< of the files, by path
  std::vector<File> Files;
};

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_EXCERPTS_H
