//===- MapiCheck.h - The check behind every name ----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The clang-tidy check behind every name of the module. All checks of one
/// translation unit share one analysis; each prints the findings of its name.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_MAPICHECK_H
#define MAPITIDY_HOSTS_MAPICHECK_H

#include "clang-tidy/ClangTidyCheck.h"
#include "hosts/SharedAnalysis.h"

namespace mapitidy {

class MapiCheck : public clang::tidy::ClangTidyCheck {
public:
  MapiCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context);

  void registerPPCallbacks(const clang::SourceManager &Sources,
                           clang::Preprocessor *Source,
                           clang::Preprocessor *ModuleExpander) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;
  void onEndOfTranslationUnit() override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Options) override;

private:
  /// What findings belong to.
  struct Subject {
    const clang::ASTContext &Context;
    const clang::NamedDecl *Owner; ///< the function or class, or null
    /// The function that can be repaired, or null.
    const clang::FunctionDecl *Repaired = nullptr;
  };

  void report(const Finding &Found, const Subject &Of);
  /// Tells the report of the run what the finding is known by.
  void record(const Finding &Found, const Subject &Of);
  void checkClass(const clang::CXXRecordDecl &Class);
  void reportAll(const std::vector<Finding> &Findings, const Subject &Of);

  /// Lists the code that is not in the syntax tree.
  void reportSwallowed();

  std::string CheckName;
  std::shared_ptr<SharedAnalysis> Analysis;
};

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_MAPICHECK_H
