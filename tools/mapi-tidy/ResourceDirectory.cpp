//===- ResourceDirectory.cpp - Clang's own headers ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ResourceDirectory.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

static bool isResourceDirectory(StringRef Directory) {
  return sys::fs::exists(Directory + "/include/stddef.h");
}

std::string findResourceDirectory(const char *Executable) {
  static int Anchor;
  std::string Self = sys::fs::getMainExecutable(Executable, &Anchor);
  StringRef Prefix = sys::path::parent_path(sys::path::parent_path(Self));
  for (StringRef Candidate : {Prefix, StringRef(MAPI_TIDY_LLVM_PREFIX)}) {
    std::string Directory =
        (Candidate + "/lib/clang/" + Twine(LLVM_VERSION_MAJOR)).str();
    if (isResourceDirectory(Directory))
      return Directory;
  }
  return {};
}

} // namespace mapitidy
