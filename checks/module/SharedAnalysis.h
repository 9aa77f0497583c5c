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
#include "events/CallResolver.h"
#include <memory>

namespace mapitidy {

/// The check that lists what could not be analysed.
constexpr llvm::StringLiteral UnanalysedCheck = "mapi-unanalyzed-function";

/// The options `mapi.*`, the same for all checks.
struct MapiOptions {
  unsigned Level = 2;            ///< findings up to this level are reported
  std::string Catalogue;         ///< the user's files, separated by ';'
  bool ReportUnanalyzed = false; ///< list the functions given up
  Budget Limits;
};

struct AnalysedFunction {
  std::vector<Finding> Findings;
  bool UsesMapi = false; ///< there was something to analyse
  std::string WhyNot;    ///< why the function was given up; empty if it was not
};

class SharedAnalysis {
public:
  /// \returns the analysis that all checks of \p Context share.
  static std::shared_ptr<SharedAnalysis>
  of(clang::tidy::ClangTidyContext &Context);

  explicit SharedAnalysis(clang::tidy::ClangTidyContext &Context);

  const MapiOptions &options() const { return Options; }
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Into) const;

  const AnalysedFunction &function(const clang::FunctionDecl &Function,
                                   clang::ASTContext &Context);

  /// Says once, on the error stream, how many functions were given up; with
  /// mapi.ReportUnanalyzed also how many were analysed.
  void announce();

private:
  void readOptions(clang::tidy::ClangTidyContext &Context);
  void readCatalogue(clang::tidy::ClangTidyContext &Context);
  AnalysedFunction analyseFunction(const clang::FunctionDecl &Function,
                                   clang::ASTContext &Context);

  MapiOptions Options;
  std::shared_ptr<const Catalogue> Entries;
  std::unique_ptr<CallResolver> Resolver;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<AnalysedFunction>>
      Functions;
  unsigned Analysed = 0;
  unsigned Unanalysed = 0;
  bool Announced = false;
};

} // namespace mapitidy

#endif // MAPITIDY_MODULE_SHAREDANALYSIS_H
