//===- CheckPages.h - What reports say of the checks ------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a report says of a check by its name: what it finds, its page, and
/// where that can be browsed.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_CHECKPAGES_H
#define MAPITIDY_TOOLS_CHECKPAGES_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace mapitidy {

/// What the checks enforce is explained there.
constexpr llvm::StringLiteral MicrosoftsPage =
    "https://learn.microsoft.com/office/client-developer/outlook/mapi/"
    "ending-a-mapi-session";

/// The repository's address; empty in a build that nobody has told it.
llvm::StringRef repositoryAddress();

/// What \p Check finds, by rule; nothing if it is not one of ours.
std::vector<std::string> whatIsFound(llvm::StringRef Check);

/// The page of \p Check in Markdown; empty if it is not one of ours.
llvm::StringRef pageOf(llvm::StringRef Check);

/// Where the page of \p Check can be browsed; empty if the repository cannot.
std::string pageAddress(llvm::StringRef Check);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_CHECKPAGES_H
