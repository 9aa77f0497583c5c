//===- Commands.h - How an editor's files are compiled ----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Makes an editor's files be compiled as mapi-tidy would compile them.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_COMMANDS_H
#define MAPITIDY_TOOLS_COMMANDS_H

#include "clang/Tooling/CompilationDatabase.h"
#include <string>
#include <vector>

namespace mapitidy {

/// Flags for files that nothing says how to compile: Windows, with mingw-w64's
/// headers and stand-ins for what these lack.
std::vector<std::string> fallbackFlags();

/// Makes Clang understand a command of a compilation database on this machine:
/// one of cl.exe becomes one for mingw-w64's headers, as do the flags of a
/// compile_flags.txt that names no target; stand-ins are added to all. So are
/// `ExtraArgs` and `ExtraArgsBefore` of the `.clang-tidy` for \p File, which
/// clangd does not read.
void adaptCommand(clang::tooling::CompileCommand &Command,
                  llvm::StringRef File);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_COMMANDS_H
