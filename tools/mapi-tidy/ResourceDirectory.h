//===- ResourceDirectory.h - Clang's own headers ----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds Clang's own headers (stddef.h, x86intrin.h and the like). Clang looks
/// for them beside the executable only; mapi-tidy may be anywhere.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_RESOURCEDIRECTORY_H
#define MAPITIDY_TOOLS_RESOURCEDIRECTORY_H

#include <string>

namespace mapitidy {

/// \returns the resource directory for this program: the one beside it, else
/// that of the LLVM it was built with; empty if neither is there.
std::string findResourceDirectory(const char *Executable);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_RESOURCEDIRECTORY_H
