//===- Completion.h - What a user need not say ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Completes a command line with what a user expects not to have to say: which
/// checks run, where Clang's own headers and Windows's are and, where nothing
/// says how a file is compiled, that it is Windows code.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_COMPLETION_H
#define MAPITIDY_TOOLS_COMPLETION_H

#include "CommandLine.h"
#include "Inputs.h"

namespace mapitidy {

/// Writes to the error stream what it assumes.
/// \param Files those of \p Given.
/// \returns an error that files or folders are not there, or that options
/// exclude each other.
llvm::Error complete(CommandLine &Given, const Inputs &Files);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_COMPLETION_H
