//===- BuiltInCatalogue.cpp - The catalogue that ships with mapi-tidy -----===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the rest of the catalogue must not know: the build makes the tables with
// a program that has the rest in it.
//
//===----------------------------------------------------------------------===//

#include "catalogue/BuiltInEntries.h"

namespace mapitidy {

Catalogue Catalogue::builtIn() {
  static const BuiltInEntries All(compiledCatalogue());
  Catalogue Result;
  Result.BuiltIn = &All;
  for (unsigned Call : All.Tables.Callbacks)
    Result.Callbacks.push_back(&All.Calls[Call]);
  return Result;
}

} // namespace mapitidy
