//===- Configuration.h - What .clang-tidy says ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What clang-tidy's configuration says that clang-tidy itself does not look
/// at: names of checks that do not exist, and where files are that it names.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_CONFIGURATION_H
#define MAPITIDY_HOSTS_CONFIGURATION_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace mapitidy {

/// A name that begins as those of our checks do, and the nearest that exists.
struct UnknownCheck {
  std::string Name;
  std::string Nearest; ///< empty if none is near
};

/// \param Checks the list of `Checks:` or `--checks`, with globs and `-`.
/// \returns the names and globs `mapi-...` in it that no check has.
std::vector<UnknownCheck> unknownChecks(llvm::StringRef Checks);

/// Catalogues that a `.clang-tidy` names are relative to its folder; those of
/// the command line to the current one.
/// \param Names of `mapi.Catalogue`, separated by ';'.
/// \param Source the file that is analysed, which the configuration is for.
/// \returns \p Names, made absolute where a `.clang-tidy` above \p Source says
/// the same.
std::string locateCatalogues(llvm::StringRef Names, llvm::StringRef Source);

/// \returns the file `.mapi-tidy/project` in the nearest folder above \p Source
/// that has one; empty if none does.
std::string locateProject(llvm::StringRef Source);

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_CONFIGURATION_H
