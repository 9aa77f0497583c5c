//===- Finding.h - What is wrong, where and why -----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A finding as plain data: which rule is broken, where, and how the path went
/// that breaks it. The checks and other front ends only print it.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_FINDINGS_FINDING_H
#define MAPITIDY_FINDINGS_FINDING_H

#include "catalogue/Catalogue.h"
#include "findings/Repair.h"
#include "model/Summary.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace mapitidy {

/// The rules of a session's end that are enforced. Numbers of steps are those
/// of Microsoft's page "Ending a MAPI Session".
enum class Rule {
#define RULE(Id, Check, Level, Finds, Advice) Id,
#include "findings/Rules.def"
};

/// What is the same for every finding of a rule.
struct RuleInfo {
  llvm::StringRef Check;  ///< name of the clang-tidy check
  unsigned Level;         ///< 1 practically always a bug ... 3 advice
  llvm::StringRef Finds;  ///< what is found, for lists of rules
  llvm::StringRef Advice; ///< the step of the ladder and Microsoft's page
};

const RuleInfo &ruleInfo(Rule R);

/// All rules, and all names of checks, in the order in which they are
/// documented.
llvm::ArrayRef<Rule> allRules();
llvm::ArrayRef<llvm::StringRef> allChecks();

/// The check that lists what could not be analysed.
constexpr llvm::StringLiteral UnanalysedCheck = "mapi-unanalyzed-function";

struct FindingNote {
  SourcePlace Place = 0;
  std::string Text;
};

struct Finding {
  Rule Broken = Rule::LiveAtLogoff;
  SourcePlace Place = 0;
  std::string Message;
  std::vector<FindingNote> Notes;
  /// Where the damage is done in the end, and where its subject was acquired
  /// in the end: in a function that is called, perhaps. Findings that agree in
  /// rule and in both are one defect.
  SourcePlace Cause = 0;
  SourcePlace Acquired = 0;
  /// The subject is lost because its variable is used to acquire another.
  bool Reacquired = false;
  /// ... or because an exception leaves the function.
  bool Thrown = false;
  /// A destructor does the damage.
  bool Implicit = false;
  /// For a class as a whole: the operations that do the damage and that
  /// acquired the subject, the member that holds it, the library meant.
  std::optional<unsigned> AtOperation;
  std::optional<unsigned> AcquiredBy;
  mapitidy::Place Subject;
  /// How it is mended; empty if that is not known.
  Repair Mends;
  std::optional<InitLevel> Level;
  /// Of a library that is left up: the way to the call that took it up, which
  /// is its last place.
  CallChain TakenUp;
};

} // namespace mapitidy

#endif // MAPITIDY_FINDINGS_FINDING_H
