//===- Arguments.h - The command line of mapi-scan --------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads mapi-scan's command line: a few options of its own, all others are
/// mapi-tidy's and go to it as they are.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_SCAN_ARGUMENTS_H
#define MAPITIDY_SCAN_ARGUMENTS_H

#include "findings/Baseline.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace mapitidy {

struct ScanArguments {
  unsigned Jobs = 0; ///< 0: as many as the machine has cores
  std::string Store = ".mapi-tidy";
  std::string ReportFile;  ///< of --export-report; empty if not wanted
  std::string FixesFolder; ///< of --export-fixes; empty if not wanted
  std::string PageFolder;  ///< of --html; empty if not wanted
  BaselineOptions Baselines;
  bool AllowsMissing = false;
  bool Quiet = false;
  bool OnlySummary = false; ///< no findings, only their figures
  bool ShowsHelp = false, ShowsVersion = false; ///< and no more
  /// For mapi-tidy, without its name. What stands for all files is in it, too.
  std::vector<std::string> Forwarded;

  /// \p Added in front of the compiler's flags, if there are any.
  std::vector<std::string> with(llvm::ArrayRef<std::string> Added) const;
};

/// \param Arguments as main() gets them, response files expanded.
/// \returns an error for what does not go with a scan.
llvm::Expected<ScanArguments>
parseScanArguments(llvm::ArrayRef<const char *> Arguments);

} // namespace mapitidy

#endif // MAPITIDY_SCAN_ARGUMENTS_H
