//===- FileCapture.h - What a file tells others -----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Writes down what other files of the project may want to know of this one.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_FILECAPTURE_H
#define MAPITIDY_HOSTS_FILECAPTURE_H

#include "hosts/FunctionSummaries.h"
#include "hosts/ProjectSummaries.h"

namespace mapitidy {

/// Summarises the functions \p Seen in the order of the source, and makes a
/// project file of those that other files can call, and of what they and their
/// classes ask of others.
ProjectFileWriter capture(llvm::ArrayRef<const clang::FunctionDecl *> Seen,
                          FunctionSummaries &Summaries,
                          ProjectSummaries &Others);

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_FILECAPTURE_H
