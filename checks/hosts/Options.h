//===- Options.h - The options mapi.* ---------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_OPTIONS_H
#define MAPITIDY_HOSTS_OPTIONS_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "model/Budget.h"
#include <string>

namespace mapitidy {

/// The options of Options.def, the same for all checks.
struct Options {
#define OPTION(Type, Name, Default, Sentence) Type Name = Default;
#include "hosts/Options.def"
  /// The file that Project stands for; empty if there is none.
  std::string ProjectFile;

  /// Those that \p Context is configured with. What is wrong with them becomes
  /// a diagnostic of \p Context.
  static Options read(clang::tidy::ClangTidyContext &Context);
  void store(clang::tidy::ClangTidyOptions::OptionMap &Into) const;

  /// What one function may take.
  Budget limits() const;
};

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_OPTIONS_H
