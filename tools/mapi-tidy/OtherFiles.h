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

namespace mapitidy {

/// Takes the files off the command line that do not use MAPI, and says on the
/// error stream how many these are.
/// \param Given complete as for clang-tidy.
/// \param Files how those of \p Given are compiled.
/// \returns an error that a configuration or catalogue cannot be read.
llvm::Error leaveOutOthers(CommandLine &Given, Inputs &Files);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_OTHERFILES_H
