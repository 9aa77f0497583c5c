//===- RunReport.h - What a run analysed, and what not ----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What became of the files of a run, for people and for programs: a run that
/// analysed nothing must not look like a clean one.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_FINDINGS_RUNREPORT_H
#define MAPITIDY_FINDINGS_RUNREPORT_H

#include "findings/Coverage.h"
#include "headers/HeaderFacts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <vector>

namespace mapitidy {

/// A finding that is shown, and what it is known by.
struct FindingRecord {
  std::string Check;
  unsigned Level = 0; ///< of its rule
  /// The place as clang-tidy shows it, numbers from 1; in front of that, the
  /// file may be relative to where the compiler runs.
  std::string File;
  unsigned Line = 0, Column = 0;
  unsigned Offset = 0; ///< of the place in the file; not written
  std::string Message;
  std::string Identity; ///< see Baseline.h
  bool IsKnown = false; ///< it is in the baseline, and not shown
};

/// What became of one file.
struct FileReport {
  std::string File;   ///< its path
  std::string WhyNot; ///< why it was not analysed at all; else empty
  HeaderFacts Headers;
  UnitCoverage Coverage;
  bool LacksMapi = false;    ///< it includes MAPI's headers, and none was found
  unsigned HiddenErrors = 0; ///< Clang's, which missing headers may explain
  std::vector<FindingRecord> Findings;

  /// \returns why nothing of the file was analysed although it uses MAPI; empty
  /// if something was, or if it does not use MAPI.
  std::string whyNothing() const;
};

/// A header that was not found.
struct HeaderUse {
  std::string Header;
  unsigned Files = 0;     ///< how many include it
  bool IsStandIn = false; ///< a stand-in was used for it
  std::string From;       ///< the package or folder that has it, if known
};

/// A file of which nothing was analysed although it uses MAPI.
struct FileGap {
  std::string File, WhyNot;
};

/// Lines that are not in the syntax tree, and the name in front of them that
/// may be a macro's.
struct LineGap {
  std::string File;
  unsigned First = 0, Last = 0;
  std::string Macro;
};

/// What became of all files.
struct RunReport {
  unsigned Files = 0;
  /// Functions and classes with MAPI calls.
  unsigned Analysed = 0, InPart = 0, Not = 0;
  unsigned Opaque = 0; ///< functions that their callers know nothing of
  unsigned HiddenErrors = 0;
  std::vector<HeaderUse> Headers;
  std::vector<FileGap> FilesNot;
  std::vector<LineGap> LinesNot;
  std::vector<FindingRecord> Findings;
  /// What was not understood of the project: a sentence each.
  std::vector<std::string> Notes;
  /// Functions are counted where all were analysed, too.
  bool CountsAll = false;

  /// \param OriginOf tells where a header comes from, or nothing.
  static RunReport
  of(llvm::ArrayRef<FileReport> Files,
     llvm::function_ref<llvm::StringRef(llvm::StringRef)> OriginOf);

  /// Reads what write() wrote. The error has file and line.
  static llvm::Expected<RunReport> read(llvm::MemoryBufferRef Text);

  /// Adds what became of other files. Notes and findings are those of the whole
  /// run, and stay as they are.
  void add(const RunReport &Others);

  /// Writes all of it in YAML.
  void write(llvm::raw_ostream &Out) const;

  /// Says what there is to say: nothing if all was analysed and found.
  void print(llvm::raw_ostream &Out) const;
};

} // namespace mapitidy

#endif // MAPITIDY_FINDINGS_RUNREPORT_H
