//===- CommandLine.h - The command line -------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns mapi-tidy's command line into clang-tidy's: adds Clang's resource
/// directory, the overlay over the Windows headers, and, for a file without a
/// compilation database, flags that mean Windows.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_COMMANDLINE_H
#define MAPITIDY_TOOLS_COMMANDLINE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace mapitidy {

/// What the user asked for.
struct CommandLine {
  std::string Program;
  std::vector<std::string> Arguments; ///< before `--`, without ours
  std::vector<std::string> CompilerFlags;
  bool HasCompilerFlags = false; ///< `--` was given
  std::vector<std::string> SdkDirectories;
  std::vector<std::string> Files;
  bool Quiet = false;
  bool NamesDatabase = false; ///< `-p` was given
  bool Analyses = true;       ///< not --help, --list-checks and the like
};

CommandLine parseCommandLine(llvm::ArrayRef<const char *> Arguments);

/// Flags for a Windows file, when nothing else says how it is compiled.
std::vector<std::string> windowsFlags(llvm::StringRef HeaderDirectory);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_COMMANDLINE_H
