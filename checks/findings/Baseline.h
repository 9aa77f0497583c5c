//===- Baseline.h - Findings that are known ---------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A finding's identity is what stays the same while code is moved, reformatted
/// and renamed around it. A baseline is a file of identities: a project that
/// has one is told of new findings only.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_FINDINGS_BASELINE_H
#define MAPITIDY_FINDINGS_BASELINE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mapitidy {

/// The name under which SARIF files carry identities.
constexpr llvm::StringLiteral IdentityFingerprint = "mapiTidyIdentity/v1";

/// What a finding is known by: the line of a baseline.
/// \param Owner the function or class, qualified; empty at namespace scope.
/// \param Names what the finding is about, in the order of its message.
/// \param Statement the tokens of the statement at its place.
/// \returns valid UTF-8 without line ends.
std::string identityOf(llvm::StringRef Check, llvm::StringRef Owner,
                       llvm::StringRef Names, llvm::StringRef Statement);

/// The things that \p Message names, by their names: what stands in quotes, and
/// API names. Conditions, which tell how sure the finding is, are left out.
std::string namesIn(llvm::StringRef Message);

/// The entries of a baseline. Findings of the same identity have as many
/// entries as there are of them.
class Baseline {
public:
  /// Reads what write() wrote, or a SARIF file of mapi-report's. The error
  /// names the line that is wrong, and what to do.
  static llvm::Expected<Baseline> read(llvm::StringRef Path);

  /// Writes a file of the given identities, sorted, each on a line.
  static llvm::Error write(llvm::StringRef Path,
                           std::vector<std::string> Identities);

  /// Whether there is an entry for \p Identity, which then is used up.
  bool take(llvm::StringRef Identity);

  /// The entries that are not used up, in the order of the file.
  std::vector<std::string> rest() const;

private:
  llvm::Error readLines(llvm::StringRef Path, llvm::StringRef Text);
  llvm::Error readSarif(llvm::StringRef Path, llvm::StringRef Text);

  std::map<std::string, unsigned, std::less<>> Entries; ///< how many of each
};

/// What the user wants of baselines; the options of several programs.
struct BaselineOptions {
  std::string File;        ///< `--baseline`; empty if not given
  std::string WrittenFile; ///< `--write-baseline`; empty if not given
  bool IsStrict = false;   ///< `--strict-baseline`

  bool areGiven() const { return !File.empty() || !WrittenFile.empty(); }
};

/// A run whose findings are compared with a baseline, written to one, or both.
class BaselineRun {
public:
  /// \returns an error if the baseline cannot be read, or the options do not
  /// go together.
  static llvm::Expected<BaselineRun> begin(const BaselineOptions &Given);

  /// Counts a finding. \returns whether it is known, and not to be shown: it is
  /// in the baseline, or in the one to be written if there is no other.
  bool isKnown(llvm::StringRef Identity);

  /// Says how the findings compare, and writes what is to be written; after the
  /// last finding.
  /// \returns whether the run fails because entries are absent.
  llvm::Expected<bool> finish(llvm::StringRef Program, bool Quiet,
                              llvm::raw_ostream &Out) const;

private:
  void say(llvm::StringRef Program, llvm::ArrayRef<std::string> Absent,
           llvm::raw_ostream &Out) const;

  BaselineOptions Given;
  std::optional<Baseline> Known;
  std::vector<std::string> All; ///< identities of the run's findings
  unsigned New = 0, Unchanged = 0;
};

} // namespace mapitidy

#endif // MAPITIDY_FINDINGS_BASELINE_H
