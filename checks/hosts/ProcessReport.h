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

#ifndef MAPITIDY_HOSTS_PROCESSREPORT_H
#define MAPITIDY_HOSTS_PROCESSREPORT_H

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

/// Which of Clang's errors are left out.
enum class ErrorPolicy {
  Show,         ///< none
  HideDoubtful, ///< those in files whose headers were not all found
  Hide,         ///< all: the code is for other headers than those that are used
};

/// The default is HideDoubtful.
void setErrorPolicy(ErrorPolicy Policy);

/// Whether Clang's errors in a file with such headers are left out.
bool hidesErrors(const HeaderFacts &Headers);

/// Adds what became of a file; from any thread.
void reportFile(FileReport Report, bool CountsAll);

/// What was reported so far, to be added to. Not while files are analysed.
std::vector<FileReport> &reportedFiles();

/// The report of all files.
RunReport reportOfProcess();

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_PROCESSREPORT_H
