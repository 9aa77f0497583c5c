//===- Text.h - Text files of Windows ---------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads text in the encodings that Windows tools write, as UTF-8.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_TEXT_H
#define MAPITIDY_PROJECTS_TEXT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>
#include <vector>

namespace mapitidy {

/// An error that is told to the user.
inline llvm::Error failure(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

/// \returns \p Bytes in UTF-8, without a byte order mark: UTF-8, UTF-16 with a
/// byte order mark, or else Windows-1252, in which every byte is a letter.
std::string toUtf8(llvm::StringRef Bytes);

/// The text of \p File in UTF-8.
llvm::Expected<std::string> readText(llvm::StringRef File,
                                     llvm::vfs::FileSystem &FS);

/// Splits \p Text as Windows programs split their command line.
std::vector<std::string> splitWindowsCommandLine(llvm::StringRef Text);

/// \returns \p Text in a form that is the same for all capitalisations.
std::string foldCase(llvm::StringRef Text);

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_TEXT_H
