//===- SwallowedCode.h - Code that is not in the syntax tree ----*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// At an unknown macro such as `BEGIN_MESSAGE_MAP(A, B)` Clang skips to the
/// next
/// `;` that stands outside of braces: whole functions are in the file and not
/// in the syntax tree. So are the methods of a class that is not declared.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_SWALLOWEDCODE_H
#define MAPITIDY_CAPTURE_SWALLOWEDCODE_H

#include "capture/SourceText.h"
#include "catalogue/Catalogue.h"
#include "findings/Coverage.h"

namespace clang {
class ASTContext;
} // namespace clang

namespace mapitidy {

/// \returns what of the main file with calls of the catalogue's in it is not in
/// the tree, in the order of the source.
std::vector<SwallowedLines> findSwallowedCode(clang::ASTContext &Context,
                                              const Catalogue &Entries,
                                              const SourceText &Text);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_SWALLOWEDCODE_H
