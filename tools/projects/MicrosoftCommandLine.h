//===- MicrosoftCommandLine.h - Command lines of cl.exe ---------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns a command line of Microsoft's compiler into flags for Clang's driver
/// that is called like GCC. Which options there are, and how their values are
/// written, Clang's own table for clang-cl says.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_MICROSOFTCOMMANDLINE_H
#define MAPITIDY_PROJECTS_MICROSOFTCOMMANDLINE_H

#include "Paths.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace mapitidy {

/// Whether \p Program is cl, clang-cl or Intel's icl, in any folder, style of
/// path and capitalisation.
bool isMicrosoftCompiler(llvm::StringRef Program);

struct Translation {
  /// The standard, what else sets the language, definitions, folders of
  /// headers, forced includes, the file's language; in this order. Neither the
  /// compiler's name nor a target is in it.
  std::vector<std::string> Flags;
  /// The source files, with their absolute paths; where one does not exist, as
  /// it was named.
  std::vector<std::string> Sources;
  std::vector<std::string> UnknownOptions; ///< left out
  std::vector<std::string> MissingFolders; ///< of headers, left out
  std::optional<bool> Is64Bit;             ///< if the command says so
};

/// \param Arguments the program's name first. Options that change how code is
/// generated, what is written or warned of are left out without a word.
/// \param Directory where the command runs; an absolute path.
llvm::Expected<Translation> translate(llvm::ArrayRef<std::string> Arguments,
                                      llvm::StringRef Directory,
                                      FileFinder &Files);

/// Maps the paths in a command line for GCC or Clang.
/// \returns nothing if no path is in \p Files' map.
std::optional<std::vector<std::string>>
mapPaths(llvm::ArrayRef<std::string> Arguments, const PathMap &Map);

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_MICROSOFTCOMMANDLINE_H
