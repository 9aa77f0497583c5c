//===- HostVersion.cpp - Refuse the wrong host ----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Refuses to work in a clang-tidy of another LLVM. Such a program loads the
/// plugin, lists its checks, analyses nothing and succeeds: a silence that
/// looks like praise. The plugin therefore looks at the libraries of the
/// process when it is loaded.
///
//===----------------------------------------------------------------------===//

#include "llvm/Config/llvm-config.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <link.h>

namespace {

/// \returns the major version in a name like `libLLVM.so.19.1`,
/// `libLLVM-19.so.1` or `libclang-cpp.so.19.1`; 0 for any other library.
int llvmMajorOf(const char *Path) {
  const char *Name = std::strrchr(Path, '/');
  Name = Name ? Name + 1 : Path;
  for (const char *Prefix : {"libLLVM.so.", "libLLVM-", "libclang-cpp.so."})
    if (std::strncmp(Name, Prefix, std::strlen(Prefix)) == 0)
      return static_cast<int>(
          std::strtol(Name + std::strlen(Prefix), nullptr, 10));
  return 0;
}

int noteOtherVersion(dl_phdr_info *Library, size_t, void *Found) {
  int Major = llvmMajorOf(Library->dlpi_name);
  if (Major != 0 && Major != LLVM_VERSION_MAJOR)
    *static_cast<int *>(Found) = Major;
  return 0;
}

struct HostVersionGuard {
  HostVersionGuard() {
    int Other = 0;
    dl_iterate_phdr(noteOtherVersion, &Other);
    if (Other == 0)
      return;
    std::fprintf(stderr,
                 "mapi-tidy: error: this plugin was built for LLVM %d, but the "
                 "program that loads it uses LLVM %d; use clang-tidy %d, or "
                 "build the plugin with -DMAPI_TIDY_LLVM=%d\n",
                 LLVM_VERSION_MAJOR, Other, LLVM_VERSION_MAJOR, Other);
    std::_Exit(1);
  }
};

const HostVersionGuard Guard;

} // namespace
