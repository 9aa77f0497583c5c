//===- SharedAnalysis.h - One analysis for all checks -----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One analysis of a translation unit for all checks: options, catalogue, and
/// the findings of each function, computed when first asked for.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODULE_SHAREDANALYSIS_H
#define MAPITIDY_MODULE_SHAREDANALYSIS_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "engine/FunctionAnalysis.h"
#include "events/ClassLowering.h"
#include "events/UnitFacts.h"
#include "module/FunctionSummaries.h"
#include <memory>
#include <set>

namespace mapitidy {

/// The check that lists what could not be analysed.
constexpr llvm::StringLiteral UnanalysedCheck = "mapi-unanalyzed-function";

/// The options `mapi.*`, the same for all checks.
struct MapiOptions {
  unsigned Level = 2;             ///< findings up to this level are reported
  std::string Catalogue;          ///< the user's files, separated by ';'
  bool ReportUnanalyzed = false;  ///< list the functions given up
  bool Strict = false;            ///< report suspicions as well
  bool AssumeCallsThrow = false;  ///< unless they are known not to
  bool AllowSharedLogoff = false; ///< MAPI_LOGOFF_SHARED is meant
  std::string DumpSummaries;      ///< the file to write them to
  Budget Limits;
  /// For all of a translation unit; zero: no limit.
  std::chrono::milliseconds MaxFileTime = std::chrono::minutes(1);
};

/// What makes two findings one defect: rule, cause, and where its subject came
/// from.
using Defect = std::tuple<Rule, SourcePlace, SourcePlace>;

struct AnalysedFunction {
  std::vector<Finding> Findings;
  /// What is reported for the function or one that it calls.
  std::set<Defect> Known;
  bool UsesMapi = false; ///< there was something to analyse
  std::string WhyNot;    ///< why the function was given up; empty if it was not
};

class SharedAnalysis {
public:
  /// \returns the analysis that all checks of \p Context share.
  static std::shared_ptr<SharedAnalysis>
  of(clang::tidy::ClangTidyContext &Context);

  explicit SharedAnalysis(clang::tidy::ClangTidyContext &Context);

  /// A translation unit begins.
  void start(clang::ASTContext &Context);

  /// Whether the catalogue is wrong. It has been said, and nothing may be
  /// analysed.
  bool failed() const { return Failed; }

  const MapiOptions &options() const { return Options; }
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Into) const;

  /// Analyses \p Function, and those before it that it calls.
  const AnalysedFunction &function(const clang::FunctionDecl &Function);

  /// The findings of \p Class as a whole.
  const AnalysedFunction &classAsMachine(const clang::CXXRecordDecl &Class);

  /// The findings that belong to no function or class.
  const std::vector<Finding> &unitFindings(clang::ASTContext &Context);

  /// The functions that are unknown to their callers, and why.
  std::vector<FunctionSummaries::Opaque> opaqueFunctions() const;

  /// The user's entries that do not fit the functions they name; once.
  std::vector<std::string> takeMisfits();

  /// The first function that MaxFileTime left nothing for, or null.
  const clang::FunctionDecl *firstGivenUp() const { return FirstGivenUp; }

  /// Says once, on the error stream, how many functions were given up; with
  /// mapi.ReportUnanalyzed also how many were analysed.
  void announce();

private:
  void readOptions(clang::tidy::ClangTidyContext &Context);
  void readCatalogue(clang::tidy::ClangTidyContext &Context);
  AnalysedFunction analyseFunction(const clang::FunctionDecl &Function);
  void analyseInto(const clang::FunctionDecl &Function,
                   AnalysedFunction &Result);
  void analyseInto(const clang::CXXRecordDecl &Class, AnalysedFunction &Result);
  const UnitFacts &unit(clang::ASTContext &Context);
  void dumpSummaries() const;

  MapiOptions Options;
  FileClock Clock;
  std::shared_ptr<const Catalogue> Entries;
  std::unique_ptr<CallResolver> Resolver;
  std::unique_ptr<FunctionSummaries> Summaries;
  std::unique_ptr<UnitFacts> Unit; ///< made when first needed
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<AnalysedFunction>>
      Functions;
  llvm::DenseMap<const clang::CXXRecordDecl *,
                 std::unique_ptr<AnalysedFunction>>
      Classes;
  std::optional<std::vector<Finding>> UnitFindings; ///< made when first needed
  unsigned Analysed = 0;
  unsigned Unanalysed = 0;
  bool Announced = false;
  bool Failed = false;
  const clang::FunctionDecl *FirstGivenUp = nullptr;
};

} // namespace mapitidy

#endif // MAPITIDY_MODULE_SHAREDANALYSIS_H
