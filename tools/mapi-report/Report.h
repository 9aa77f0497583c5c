//===- Report.h - What clang-tidy found -------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads the YAML files that clang-tidy, run-clang-tidy and clang-tidy-diff
/// write with `--export-fixes`, and finds the lines and columns of what is in
/// them.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_REPORT_H
#define MAPITIDY_TOOLS_REPORT_H

#include "findings/RunReport.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace clang {
class DiagnosticsEngine;
namespace tooling {
struct Diagnostic;
struct DiagnosticMessage;
} // namespace tooling
} // namespace clang

namespace mapitidy {

/// A message and its place, if it has one.
struct ReportedMessage {
  std::string Text;
  std::string File; ///< relative to the root if it is below it, with slashes
  unsigned Line = 1, Column = 1; ///< from 1; the column counts bytes
  /// Invalid if the file cannot be read or has changed.
  clang::SourceLocation Location;
};

/// An edit in the file of a finding: a text in the place of another.
struct ReportedEdit {
  /// From 1; columns count code points. The end is behind the last one.
  unsigned Line = 1, Column = 1, EndLine = 1, EndColumn = 1;
  std::string Text;
};

struct ReportedFinding {
  std::string Check;
  ReportedMessage Message;
  std::vector<ReportedMessage> Notes;
  std::vector<ReportedEdit> Fix; ///< empty if there is none, or in more files
  bool IsError = false;
  /// What it is known by, and the level of its rule; empty and 0 if the report
  /// of the run does not say it.
  std::string Identity;
  unsigned Level = 0;
  bool IsKnown = false; ///< the run found it in its baseline
};

/// What is said of the run as a whole, or of a file that was not analysed.
struct RunMessage {
  std::string Text;
  std::string File; ///< as in ReportedMessage; empty for the run as a whole
  bool IsError = false;
};

/// The findings of all files that were read, each once, by file and line.
class Report {
public:
  /// \param Root the folder that paths are shown relative to; it exists.
  explicit Report(llvm::StringRef Root);
  ~Report();

  /// Adds the findings in the file \p Path, or in all `.yaml` files of the
  /// folder \p Path. The error names the file and what is wrong with it.
  llvm::Error add(llvm::StringRef Path);

  /// Adds what was not analysed, and what is known of the findings.
  void add(const RunReport &Run);

  /// Sorts the findings and leaves out those that several translation units
  /// have; to be called once, after everything was added.
  void finish();

  /// All but those that the run found in its baseline.
  llvm::ArrayRef<ReportedFinding> findings() const { return Findings; }
  /// These as well, in the same order.
  std::vector<const ReportedFinding *> withKnown() const;
  llvm::ArrayRef<RunMessage> runMessages() const { return RunMessages; }
  /// What could not be located, as sentences.
  llvm::ArrayRef<std::string> problems() const { return Problems; }
  const clang::SourceManager &sources() const { return Sources; }

  /// \returns the part of \p Path below the root; empty if it is not below it.
  llvm::StringRef belowRoot(llvm::StringRef Path) const;

  /// The text of the line of \p Message, without blanks around it.
  llvm::StringRef lineOf(const ReportedMessage &Message) const;

  /// The token at \p Message, which has a location.
  clang::CharSourceRange tokenAt(const ReportedMessage &Message) const;

private:
  llvm::Error addFile(llvm::StringRef Path);
  ReportedMessage locate(const clang::tooling::DiagnosticMessage &Message,
                         llvm::StringRef Directory);
  std::string shown(llvm::StringRef Path) const;
  std::vector<ReportedEdit>
  editsOf(const clang::tooling::DiagnosticMessage &Message,
          clang::SourceLocation At) const;
  /// Adds to \p Finding what the run knows of it.
  void describe(ReportedFinding &Finding) const;

  /// As given, and without symbolic links.
  std::vector<std::string> Roots;
  std::unique_ptr<clang::DiagnosticsEngine> Diagnostics;
  clang::FileManager Files;
  clang::SourceManager Sources;
  std::vector<ReportedFinding> Findings; ///< new ones, once finished
  std::vector<ReportedFinding> Known;
  std::vector<RunMessage> RunMessages;
  std::vector<FindingRecord> Records; ///< with files as they are shown
  std::vector<std::string> Problems;
};

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_REPORT_H
