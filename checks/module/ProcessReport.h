//===- ProcessReport.h - The report of this process -------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Collects what became of each file until somebody says it: the program, or
/// the plugin when the program ends that knows nothing of reports.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODULE_PROCESSREPORT_H
#define MAPITIDY_MODULE_PROCESSREPORT_H

#include "findings/RunReport.h"

namespace mapitidy {

/// Who says what became of the files.
enum class ReportMode {
  AtExit,  ///< nobody else: it is said when the process ends
  ByHost,  ///< the program itself
  PerFile, ///< each file's is said when it has been analysed, and forgotten
};

/// The default is AtExit.
void setReportMode(ReportMode Mode);

/// Adds what became of a file; from any thread.
void reportFile(FileReport Report, bool CountsAll);

/// What was reported so far, to be added to. Not while files are analysed.
std::vector<FileReport> &reportedFiles();

/// The report of all files.
RunReport reportOfProcess();

} // namespace mapitidy

#endif // MAPITIDY_MODULE_PROCESSREPORT_H
