//===- HeaderFacts.h - What includes led to ---------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HEADERS_HEADERFACTS_H
#define MAPITIDY_HEADERS_HEADERFACTS_H

#include <set>
#include <string>

namespace mapitidy {

/// What the includes of a translation unit led to. Names as they are written,
/// but with slashes and in lower case: one file writes `Windows.h`, another
/// `windows.h`.
struct HeaderFacts {
  std::set<std::string> Missing;
  std::set<std::string> Found;    ///< by files that are not the system's
  std::set<std::string> StandIns; ///< used in place of Visual Studio's

  /// Whether no error of Clang's can be due to what is not there.
  bool isComplete() const { return Missing.empty() && StandIns.empty(); }
};

} // namespace mapitidy

#endif // MAPITIDY_HEADERS_HEADERFACTS_H
