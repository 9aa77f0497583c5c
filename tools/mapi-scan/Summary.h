//===- Summary.h - The findings of a scan in figures ------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Counts the findings of a scan by check and level, and by folder, so that
/// somebody who meets many of them knows where to begin.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_SCAN_SUMMARY_H
#define MAPITIDY_SCAN_SUMMARY_H

#include "findings/RunReport.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace mapitidy {

struct SummaryOptions {
  std::string Root;         ///< folders are shown relative to it; absolute
  bool HasBaseline = false; ///< how many findings are new is shown, too
  size_t MostFolders = 10;  ///< those with most findings; the others are one
};

/// Prints two tables: findings by level and check, and by folder and level, the
/// folders with most findings first. Nothing if there are no findings.
void printSummary(llvm::ArrayRef<FindingRecord> Findings,
                  const SummaryOptions &Wanted, llvm::raw_ostream &Out);

} // namespace mapitidy

#endif // MAPITIDY_SCAN_SUMMARY_H
