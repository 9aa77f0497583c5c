//===- Findings.h - What the runs of a scan have printed --------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Puts together what mapi-tidy has printed of single files: what several of
/// them have, as findings in headers, is said once, and what is in the baseline
/// not at all.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_SCAN_FINDINGS_H
#define MAPITIDY_SCAN_FINDINGS_H

#include "findings/Baseline.h"
#include "findings/RunReport.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"

namespace mapitidy {

class PrintedFindings {
public:
  PrintedFindings(llvm::raw_ostream &Out, BaselineRun &Baseline)
      : Out(Out), Baseline(Baseline) {}

  /// Prints what of \p Text, the output for one file, has not been printed yet.
  /// \param Records what the report of that file has of its findings.
  void add(llvm::StringRef Text, llvm::ArrayRef<FindingRecord> Records);

  /// How many findings were printed.
  unsigned count() const { return Count; }
  /// Whether some of them were errors.
  bool hasErrors() const { return HasErrors; }
  /// What is known of those that were printed or are in the baseline; findings
  /// of other checks have no record.
  std::vector<FindingRecord> takeRecords() { return std::move(Records); }

private:
  /// Whether the finding that begins with \p Line is to be printed.
  bool shows(llvm::StringRef Line, llvm::ArrayRef<FindingRecord> OfFile);

  llvm::raw_ostream &Out;
  BaselineRun &Baseline;
  llvm::StringSet<> Known; ///< first lines
  std::vector<FindingRecord> Records;
  unsigned Count = 0;
  bool HasErrors = false;
};

/// Whether \p Line begins a finding, as `file:line:column: warning: ...`.
bool beginsFinding(llvm::StringRef Line);

} // namespace mapitidy

#endif // MAPITIDY_SCAN_FINDINGS_H
