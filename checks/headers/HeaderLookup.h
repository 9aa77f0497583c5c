//===- HeaderLookup.h - Headers that are not there --------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Lets the preprocessor find Windows's headers as far as they can be found:
/// in any capitalisation, and else the project's own stand-ins. An include that
/// leads nowhere is skipped and noted. For Clang it would be a fatal error,
/// behind which it instantiates no template and the rest of the file is as good
/// as lost; here it costs what the header hides.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HEADERS_HEADERLOOKUP_H
#define MAPITIDY_HEADERS_HEADERLOOKUP_H

#include "headers/HeaderFacts.h"
#include <memory>
#include <string>
#include <vector>

namespace clang {
class DiagnosticsEngine;
class Preprocessor;
} // namespace clang

namespace mapitidy {

/// To be called before the first token is read. Windows's names and the
/// stand-ins are for code whose target is Windows.
/// \returns what will be known when the file has been read.
std::shared_ptr<const HeaderFacts> watchHeaders(clang::Preprocessor &Source);

/// Lets Clang say nothing of errors by itself ("1 error generated."), once the
/// file has been read: they follow from headers that are not there.
void forgetErrors(clang::DiagnosticsEngine &Diagnostics);

/// Clang goes on behind the twentieth error, and behind those that are fatal.
void goOnBehindErrors(clang::DiagnosticsEngine &Diagnostics);

/// \returns flags for Windows code that let Microsoft's annotations parse, and
/// supply what mingw-w64's headers lack in themselves; none if the stand-ins
/// are not there.
std::vector<std::string> microsoftHeaderFlags();

/// \returns the folders of the headers that stand in for Visual Studio's and
/// the Windows SDK's, beside the program or plugin; none if they are not there.
const std::vector<std::string> &standInFolders();

} // namespace mapitidy

#endif // MAPITIDY_HEADERS_HEADERLOOKUP_H
