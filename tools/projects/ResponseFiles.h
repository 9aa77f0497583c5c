//===- ResponseFiles.h - Arguments in files ---------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_RESPONSEFILES_H
#define MAPITIDY_PROJECTS_RESPONSEFILES_H

#include "Paths.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace mapitidy {

/// Puts in the place of each `@file` the arguments in that file, which are
/// written as on a Windows command line.
/// \param Directory what names of response files are relative to.
llvm::Expected<std::vector<std::string>>
expandResponseFiles(llvm::ArrayRef<std::string> Arguments,
                    llvm::StringRef Directory, FileFinder &Files);

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_RESPONSEFILES_H
