//===- Interposition.cpp - clangd's defaults, and ours --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clangd runs the checks that are configured, and of these the ones that it
/// knows to be fast. Two of its functions decide that. The linker (--wrap)
/// leads calls of them here: the MAPI checks are fast, and on unless a
/// configuration speaks of them.
///
//===----------------------------------------------------------------------===//

#include "module/LLVMVersion.h"
#include <optional>

using namespace llvm;
using mapitidy::DefaultChecks;

// clangd's own, by the names that the linker gives them ...
extern DefaultChecks
stockDefaultChecks() asm("__real__ZN5clang6clangd20provideDefaultChecksEv");
extern std::optional<bool> isFastStockCheck(StringRef Check) asm(
    "__real__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");

// ... and what is called in their place.
DefaultChecks
defaultChecks() asm("__wrap__ZN5clang6clangd20provideDefaultChecksEv");
std::optional<bool> isFastCheck(StringRef Check) asm(
    "__wrap__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");

static void chooseChecks(clang::tidy::ClangTidyOptions &Options,
                         StringRef File) {
  stockDefaultChecks()(Options, File);
  if (!StringRef(*Options.Checks).contains("mapi-"))
    *Options.Checks += ",mapi-*";
  // What an editor may wait for after a keystroke; one function has no more.
  for (StringRef Limit : {"mapi.MaxFileMilliseconds", "mapi.MaxMilliseconds"})
    Options.CheckOptions.try_emplace(Limit, "50");
}

DefaultChecks defaultChecks() { return chooseChecks; }

std::optional<bool> isFastCheck(StringRef Check) {
  return Check.starts_with("mapi-") ? true : isFastStockCheck(Check);
}
