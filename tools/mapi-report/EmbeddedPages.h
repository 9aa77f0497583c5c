//===- EmbeddedPages.h - What the program holds ----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The pages of docs/checks and the files of html/, which the build puts into
/// the program.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_EMBEDDEDPAGES_H
#define MAPITIDY_TOOLS_EMBEDDEDPAGES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace mapitidy {

struct EmbeddedFile {
  llvm::StringRef Name;
  llvm::StringRef Text; ///< a null byte follows
};

/// A page for each check, by its file's name: `mapi-interface-leak.md`.
llvm::ArrayRef<EmbeddedFile> embeddedPages();

/// What a report for people consists of, besides its data: `index.html` and
/// what that includes.
llvm::ArrayRef<EmbeddedFile> embeddedHtml();

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_EMBEDDEDPAGES_H
