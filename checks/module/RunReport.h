//===- RunReport.h - What a run analysed, and what not ----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Collects what became of each file of a run, and says it once at the end: a
/// run that analysed nothing must not look like a clean one.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODULE_RUNREPORT_H
#define MAPITIDY_MODULE_RUNREPORT_H

#include "headers/HeaderLookup.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <vector>

namespace mapitidy {

/// Functions and classes with MAPI calls, by what became of them.
struct FunctionCounts {
  unsigned Analysed = 0;
  unsigned Unanalysed = 0;
};

/// What became of one file.
struct FileReport {
  std::string File;   ///< its path
  std::string WhyNot; ///< why it was not analysed at all; else empty
  HeaderFacts Headers;
  FunctionCounts Functions;
  unsigned HiddenErrors = 0; ///< Clang's, which missing headers may explain
};

class RunReport {
public:
  std::vector<FileReport> Files;
  /// What was not understood of the project: a sentence each.
  std::vector<std::string> Notes;
  /// Functions are counted even where all were analysed.
  bool CountsAll = false;

  /// The files of which nothing was analysed although they use MAPI, each with
  /// the reason.
  std::vector<FileReport> unanalysedFiles() const;

  /// Writes what is to be said, if anything.
  void print(llvm::raw_ostream &Out) const;

  /// Writes all of it in YAML, for programs.
  void write(llvm::raw_ostream &Out) const;
};

/// Who says what became of the files.
enum class ReportMode {
  AtExit,  ///< nobody else: it is said when the process ends
  ByHost,  ///< the program itself
  PerFile, ///< each file's is said when it has been analysed, and forgotten
};

/// The default is AtExit, for programs that know nothing of reports.
void setReportMode(ReportMode Mode);

/// Adds what became of a file; from any thread.
void reportFile(FileReport Report, bool CountsAll);

/// The run of this process; not while files are analysed.
RunReport &currentRun();

} // namespace mapitidy

#endif // MAPITIDY_MODULE_RUNREPORT_H
