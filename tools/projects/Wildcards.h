//===- Wildcards.h - Files by pattern ---------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_WILDCARDS_H
#define MAPITIDY_PROJECTS_WILDCARDS_H

#include "Paths.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace mapitidy {

bool hasWildcard(llvm::StringRef Path);

/// \returns the files that \p Pattern names, in the order of their names. `*`
/// and `?` stand for letters of one name, `**` for any folders.
/// \param Base the folder to which \p Pattern may be relative.
std::vector<std::string> filesMatching(llvm::StringRef Pattern,
                                       llvm::StringRef Base, FileFinder &Files);

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_WILDCARDS_H
