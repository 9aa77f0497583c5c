//===- Coverage.h - How much of a file is analysed --------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The figures of a translation unit: that something was not looked at must be
/// seen.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_FINDINGS_COVERAGE_H
#define MAPITIDY_FINDINGS_COVERAGE_H

#include "model/Summary.h"
#include <string>
#include <vector>

namespace mapitidy {

/// Lines of the main file that no declaration in the syntax tree stands for,
/// with calls of the catalogue's in them.
struct SwallowedLines {
  SourcePlace At = 0; ///< the first token
  unsigned First = 0, Last = 0;
  unsigned Functions = 0; ///< bodies with such calls
  /// The name in front that looks like a macro's; empty if there is none.
  std::string Macro;
  /// All names in these lines that are called like macros where declarations
  /// stand, each once.
  std::vector<std::string> Macros;
};

/// Functions with calls of the catalogue's, told apart by how far they are
/// analysed, and the lines in which there may be more of them.
struct UnitCoverage {
  unsigned Analysed = 0;
  unsigned InPart = 0;
  unsigned Not = 0;    ///< those in swallowed lines included, and classes
  unsigned Opaque = 0; ///< functions that their callers know nothing of
  std::vector<SwallowedLines> Swallowed;
};

} // namespace mapitidy

#endif // MAPITIDY_FINDINGS_COVERAGE_H
