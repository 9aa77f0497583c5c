//===- WindowsSdk.cpp - Windows headers on Linux --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WindowsSdk.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

std::string findMingwHeaders() {
  for (StringRef Directory :
       {"/usr/x86_64-w64-mingw32/include", "/usr/share/mingw-w64/include"})
    if (sys::fs::exists(Directory + "/mapix.h"))
      return Directory.str();
  return {};
}

/// The entries of \p Directory in the order of their names.
static std::vector<std::string> entriesOf(StringRef Directory) {
  std::vector<std::string> Result;
  std::error_code Problem;
  for (sys::fs::directory_iterator It(Directory, Problem), End;
       !Problem && It != End; It.increment(Problem))
    Result.push_back(It->path());
  llvm::sort(Result);
  return Result;
}

bool hasHeader(StringRef Directory, StringRef Name) {
  return any_of(entriesOf(Directory), [Name](const std::string &Path) {
    return sys::path::filename(Path).equals_insensitive(Name);
  });
}

} // namespace mapitidy
