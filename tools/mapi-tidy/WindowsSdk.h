//===- WindowsSdk.h - Windows headers on Linux ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Windows headers on a file system that tells upper from lower case: finds
/// them, and writes the overlay that makes `#include <Windows.h>` and
/// `<MAPIX.h>` work in any capitalisation.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_WINDOWSSDK_H
#define MAPITIDY_TOOLS_WINDOWSSDK_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace mapitidy {

/// \returns mingw-w64's include directory as Debian installs it; empty if the
/// package mingw-w64-x86-64-dev is not there.
std::string findMingwHeaders();

/// Whether a file \p Name is directly in \p Directory, in any capitalisation.
bool hasHeader(llvm::StringRef Directory, llvm::StringRef Name);

/// The text of an overlay (clang's VFS format) over the header files directly
/// in \p Directories and in their subdirectories.
std::string overlayText(llvm::ArrayRef<std::string> Directories);

struct OverlayFile {
  std::string Path;
  bool IsTemporary = false; ///< to be removed after use
};

/// Writes the overlay to a file in the user's cache, or finds it there; where
/// nothing can be written, to a temporary file.
llvm::Expected<OverlayFile>
writeOverlay(llvm::ArrayRef<std::string> Directories);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_WINDOWSSDK_H
