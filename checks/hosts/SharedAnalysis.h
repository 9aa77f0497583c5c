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

#ifndef MAPITIDY_HOSTS_SHAREDANALYSIS_H
#define MAPITIDY_HOSTS_SHAREDANALYSIS_H

#include "capture/ClassLowering.h"
#include "capture/CodeGaps.h"
#include "capture/UnitFacts.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "engine/FunctionAnalysis.h"
#include "findings/Coverage.h"
#include "findings/RunReport.h"
#include "headers/HeaderLookup.h"
#include "hosts/FunctionSummaries.h"
#include "hosts/KnownDefects.h"
#include "hosts/Options.h"
#include "hosts/ProjectSummaries.h"
#include <memory>

namespace mapitidy {

struct AnalysedFunction {
  std::vector<Finding> Findings;
  /// What is reported for the function or one that it calls.
  KnownDefects Known;
  bool UsesMapi = false; ///< there was something to analyse
  std::string WhyNot;    ///< why the function was given up; empty if it was not
  /// What in it is not known; empty if the whole function is analysed.
  std::string Except;
};

class SharedAnalysis {
public:
  /// \returns the analysis that all checks of \p Context share.
  static std::shared_ptr<SharedAnalysis>
  of(clang::tidy::ClangTidyContext &Context);

  /// Forgets all analyses: one of them has broken down and never ends.
  static void forgetAll();

  explicit SharedAnalysis(clang::tidy::ClangTidyContext &Context);

  /// Before the first token of a translation unit is read: what it includes and
  /// what the preprocessor leaves out is kept.
  void watch(clang::Preprocessor &Source);

  /// The syntax tree of a translation unit begins.
  void start(clang::ASTContext &Context);

  /// Whether the catalogue is wrong. It has been said, and nothing may be
  /// analysed.
  bool failed() const { return Failed; }

  const Options &options() const { return Wanted; }

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

  /// How far the functions asked for so far are analysed, and what of the main
  /// file is not in the syntax tree.
  const UnitCoverage &coverage() const { return Coverage; }

  /// Adds a finding to the report of the translation unit.
  void addRecord(FindingRecord Record) { Records.push_back(std::move(Record)); }

  /// The translation unit \p File has been analysed: adds to the report of the
  /// run what became of it. Counts once.
  void finish(llvm::StringRef File);

private:
  void readCatalogue(clang::tidy::ClangTidyContext &Context);
  void readProject(clang::tidy::ClangTidyContext &Context);
  AnalysedFunction analyseFunction(const clang::FunctionDecl &Function);
  void analyseInto(const clang::FunctionDecl &Function,
                   AnalysedFunction &Result);
  void analyseInto(const clang::CXXRecordDecl &Class, AnalysedFunction &Result);
  /// Judges \p Graph, which is that of \p Result's function or class.
  void judge(FlowGraph &Graph, const clang::SourceManager &Sources,
             AnalysedFunction &Result);
  /// What is found of a function whose body is in another file, there too.
  const KnownDefects &knownElsewhere(const clang::FunctionDecl &Function);
  const UnitFacts &unit(clang::ASTContext &Context);
  void dumpSummaries() const;
  void writeCapture();

  Options Wanted;
  FileClock Clock;
  std::shared_ptr<const Catalogue> Entries;
  std::shared_ptr<const ProjectFile> Project; ///< null if there is none
  std::unique_ptr<ProjectSummaries> Others;   ///< null if nobody asks
  std::unique_ptr<CallResolver> Resolver;
  std::shared_ptr<LeftOutText> LeftOut;
  std::unique_ptr<UnitGaps> Gaps;
  std::unique_ptr<FunctionSummaries> Summaries;
  std::unique_ptr<UnitFacts> Unit; ///< made when first needed
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<AnalysedFunction>>
      Functions;
  llvm::DenseMap<const clang::CXXRecordDecl *,
                 std::unique_ptr<AnalysedFunction>>
      Classes;
  llvm::DenseMap<const clang::FunctionDecl *, KnownDefects> Elsewhere;
  /// The functions of this file and its headers, if they are captured.
  std::vector<const clang::FunctionDecl *> Seen;
  std::optional<std::vector<Finding>> UnitFindings; ///< made when first needed
  UnitCoverage Coverage;
  std::vector<FindingRecord> Records;
  std::shared_ptr<const HeaderFacts> Headers;
  clang::DiagnosticsEngine *Diagnostics = nullptr; ///< of the present unit
  bool Finished = false;
  bool Failed = false;
  const clang::FunctionDecl *FirstGivenUp = nullptr;
};

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_SHAREDANALYSIS_H
