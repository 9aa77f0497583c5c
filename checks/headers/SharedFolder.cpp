//===- SharedFolder.cpp - Files that are installed beside us --------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "headers/SharedFolder.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#ifndef _WIN32
#include <dlfcn.h>
#endif

using namespace llvm;

namespace mapitidy {

/// \returns the file that this code was loaded from, its links resolved.
static std::string ownFile() {
  static int Anchor;
#ifdef _WIN32
  return sys::fs::getMainExecutable(nullptr, &Anchor);
#else
  Dl_info Info;
  SmallString<256> Real;
  if (dladdr(&Anchor, &Info) == 0)
    return {};
  // The main program's name is what it was called by, perhaps not a path.
  const std::string Program = sys::fs::getMainExecutable(nullptr, &Anchor);
  StringRef File = StringRef(Info.dli_fname).ends_with(".so")
                       ? StringRef(Info.dli_fname)
                       : StringRef(Program);
  return sys::fs::real_path(File, Real) ? File.str() : Real.str().str();
#endif
}

std::string sharedFile(StringRef Name) {
  SmallString<256> Path(
      sys::path::parent_path(sys::path::parent_path(ownFile())));
  sys::path::append(Path, "share", "mapi-tidy", Name);
  return sys::fs::exists(Path) ? Path.str().str() : std::string();
}

} // namespace mapitidy
