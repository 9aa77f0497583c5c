//===- Scan.h - A project, file by file and then as a whole -----*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Runs mapi-tidy on each file of a project alone, which also tells what the
/// file's functions do; links what they tell; and runs it once more on those
/// files for which that makes a difference.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_SCAN_SCAN_H
#define MAPITIDY_SCAN_SCAN_H

#include "Arguments.h"
#include "Link.h"
#include "Store.h"
#include "findings/Baseline.h"
#include "findings/RunReport.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace mapitidy {

/// What came of a scan.
struct ScanResult {
  unsigned Findings = 0;
  unsigned Files = 0;  ///< of the project
  unsigned Read = 0;   ///< files of which nothing was known
  unsigned Linked = 0; ///< files that were judged with what others do
  unsigned Known = 0;  ///< functions of which other files know
  bool Failed = false; ///< one of the files has findings that are errors
  RunReport Report;
  /// The files that have the findings of the project's files, as
  /// --export-fixes writes them.
  std::vector<std::string> Fixes;
};

class Scan {
public:
  /// \param Program mapi-tidy's path.
  /// \param Baseline which findings are known; is told all.
  Scan(const ScanArguments &Given, std::string Program, Store Kept,
       BaselineRun &Baseline)
      : Given(Given), Program(std::move(Program)), Kept(std::move(Kept)),
        Baseline(Baseline) {}

  /// Prints the findings of all files that are not known.
  /// \returns an error that the files are not known, or that something cannot
  /// be written.
  llvm::Expected<ScanResult> run();

private:
  struct Unit {
    std::string File;
    std::string Key;                      ///< of how it is compiled and judged
    std::vector<llvm::StringRef> Asked;   ///< functions of other files
    std::vector<llvm::StringRef> Sources; ///< files that it was made of
    RunFiles Shown;       ///< the run whose findings are printed
    std::string ShownKey; ///< what that run rests on
    uint64_t LinkKey = 0; ///< of what others do; 0 if that does not matter
    std::string Problem;  ///< why mapi-tidy could not be run
    int Exit = 0;         ///< of that run
    bool IsNew = false;   ///< nothing was kept of that run
  };

  llvm::Error listFiles();
  std::string keyOfMachine() const;
  void runAlone();
  llvm::Error link();
  void runLinked();
  /// Runs mapi-tidy for those units that \p Wants, in parallel.
  /// \returns how many these are.
  size_t runAll(llvm::StringRef Doing, llvm::function_ref<bool(Unit &)> Wants,
                llvm::function_ref<void(Unit &)> Run);
  void runOne(Unit &Of);
  bool isKnown(Unit &Of);
  static std::vector<std::string> sourcesOf(const Unit &Of);
  std::vector<FindingRecord> addReport(const Unit &Of);
  llvm::Error keepNew();
  llvm::Error exportFixes(const Unit &Of) const;
  llvm::Expected<ScanResult> conclude();

  const ScanArguments &Given;
  std::string Program;
  Store Kept;
  BaselineRun &Baseline;
  std::vector<Unit> Units;
  std::optional<LinkedProject> Project;
  ScanResult Result;
};

} // namespace mapitidy

#endif // MAPITIDY_SCAN_SCAN_H
