//===- OtherFiles.h - Files that do not use MAPI ----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Leaves out files that do not use MAPI (`--mapi-skip-others`): brings
/// together what the command line, the compilation database and clang-tidy's
/// configuration say of a file.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_OTHERFILES_H
#define MAPITIDY_TOOLS_OTHERFILES_H

#include "CommandLine.h"
#include "Inputs.h"
#include <set>

namespace mapitidy {

/// Takes the files off the command line that do not use MAPI, and says on the
/// error stream how many these are.
/// \param Given complete as for clang-tidy.
/// \param Files how those of \p Given are compiled.
/// \returns the files that were looked at, those of the platform left out; an
/// error that a configuration or catalogue cannot be read.
llvm::Expected<std::set<std::string>> leaveOutOthers(CommandLine &Given,
                                                     Inputs &Files);

/// \returns the compilation database that clang-tidy would find by itself, or
/// null.
std::unique_ptr<clang::tooling::CompilationDatabase>
stockDatabase(const CommandLine &Given);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_OTHERFILES_H
