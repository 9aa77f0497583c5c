//===- SharedFolder.h - Files that are installed beside us ------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the files of the project's folder `share`, which are installed as
/// `share/mapi-tidy` beside `bin` and `lib`.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HEADERS_SHAREDFOLDER_H
#define MAPITIDY_HEADERS_SHAREDFOLDER_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace mapitidy {

/// \returns the path of \p Name, a file or folder; empty if it is not there.
/// The program or plugin that this code is part of tells where to look.
std::string sharedFile(llvm::StringRef Name);

} // namespace mapitidy

#endif // MAPITIDY_HEADERS_SHAREDFOLDER_H
