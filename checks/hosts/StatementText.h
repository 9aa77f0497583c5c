//===- StatementText.h - The statement at a place ---------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tells which function and which statement a finding is in, by words that do
/// not change with the layout of the code: its identity is made of them.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_STATEMENTTEXT_H
#define MAPITIDY_HOSTS_STATEMENTTEXT_H

#include "clang/Basic/SourceLocation.h"
#include <string>

namespace clang {
class LangOptions;
class NamedDecl;
class SourceManager;
} // namespace clang

namespace mapitidy {

/// The tokens of the statement at \p At, or of as much of it as stands between
/// braces and semicolons; the brace or semicolon, if \p At is one. No comments,
/// no directives, and blanks only where words would run together.
/// \param From a place in front of the statement, to save time; may be none.
std::string statementAt(clang::SourceLocation At, clang::SourceLocation From,
                        const clang::SourceManager &Sources,
                        const clang::LangOptions &Options);

/// The name of a function or class with its namespaces and classes, without
/// template arguments and without places in files.
std::string stableNameOf(const clang::NamedDecl &Of);

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_STATEMENTTEXT_H
