//===- ResourceDirectory.cpp - Clang's own headers ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ResourceDirectory.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

static bool isResourceDirectory(StringRef Directory) {
  return sys::fs::exists(Directory + "/include/stddef.h");
}

std::string findResourceDirectory(const char *Executable) {
  const std::string Suffix = "/lib/clang/" + std::to_string(LLVM_VERSION_MAJOR);
  static int Anchor;
  std::string Self = sys::fs::getMainExecutable(Executable, &Anchor);
  StringRef Prefix = sys::path::parent_path(sys::path::parent_path(Self));
  if (isResourceDirectory((Prefix + Suffix).str()))
    return {};
  for (StringRef Candidate :
       {StringRef(MAPI_TIDY_LLVM_PREFIX), StringRef("/usr")}) {
    std::string Directory = (Candidate + Suffix).str();
    if (isResourceDirectory(Directory))
      return Directory;
  }
  return {};
}

} // namespace mapitidy
