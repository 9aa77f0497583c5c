//===- EmbeddedCatalogue.h - The built-in files -----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The built-in catalogue files, put into the library by the build.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CATALOGUE_EMBEDDEDCATALOGUE_H
#define MAPITIDY_CATALOGUE_EMBEDDEDCATALOGUE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace mapitidy {

struct EmbeddedFile {
  llvm::StringRef Name;
  llvm::StringRef Text; ///< a null byte follows
};

/// In the order of their names.
llvm::ArrayRef<EmbeddedFile> embeddedCatalogue();

} // namespace mapitidy

#endif // MAPITIDY_CATALOGUE_EMBEDDEDCATALOGUE_H
