//===- WindowsSdk.h - Windows headers on Linux ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds Windows's headers on a machine that is none of Windows's.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_WINDOWSSDK_H
#define MAPITIDY_TOOLS_WINDOWSSDK_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace mapitidy {

/// \returns mingw-w64's include directory as Debian installs it; empty if the
/// package mingw-w64-x86-64-dev is not there.
std::string findMingwHeaders();

/// Whether a file \p Name is directly in \p Directory, in any capitalisation.
bool hasHeader(llvm::StringRef Directory, llvm::StringRef Name);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_WINDOWSSDK_H
