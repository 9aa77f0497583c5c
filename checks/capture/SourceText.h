//===- SourceText.h - The text behind the syntax tree -----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The tokens of the source as they are written, for what Clang leaves out of
/// its syntax tree where code does not compile. What the preprocessor leaves
/// out, in branches that are not taken and in macros that do not use what they
/// are given, is no part of it.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_SOURCETEXT_H
#define MAPITIDY_CAPTURE_SOURCETEXT_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <vector>

namespace clang {
class LangOptions;
class Preprocessor;
class SourceManager;
} // namespace clang

namespace mapitidy {

/// What the preprocessor leaves out.
struct LeftOutText {
  std::vector<clang::SourceRange> Ranges;
};

/// Lets \p PP say in \p Into what it leaves out.
void recordLeftOut(clang::Preprocessor &PP, std::shared_ptr<LeftOutText> Into);

/// A token, and what stands before it.
struct SourceToken {
  clang::SourceLocation At;
  llvm::StringRef Text; ///< of a word or a single sign
  llvm::StringRef Before, BeforeThat;
  bool IsWord = false;

  /// Names a member of something else, or something in a namespace.
  bool isQualified() const {
    return Before == "." || Before == "->" || Before == "::";
  }
};

class SourceText {
public:
  SourceText(const clang::SourceManager &Sources,
             const clang::LangOptions &Options,
             std::shared_ptr<const LeftOutText> LeftOut)
      : Sources(Sources), Options(Options), LeftOut(std::move(LeftOut)) {}

  /// Calls \p Visit for each token from \p Begin to \p End, both in one file;
  /// to the end of the file if \p End is no place. Preprocessor directives are
  /// left out.
  void forEachToken(clang::SourceLocation Begin, clang::SourceLocation End,
                    llvm::function_ref<void(const SourceToken &)> Visit) const;

  /// The token at \p At, which is in a file.
  llvm::StringRef tokenAt(clang::SourceLocation At) const;

  unsigned lineOf(clang::SourceLocation At) const;

  const clang::SourceManager &sources() const { return Sources; }

private:
  const clang::SourceManager &Sources;
  const clang::LangOptions &Options;
  std::shared_ptr<const LeftOutText> LeftOut;
};

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_SOURCETEXT_H
