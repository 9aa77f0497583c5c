//===- Disk.h - Files in memory ---------------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_UNIT_DISK_H
#define MAPITIDY_UNIT_DISK_H

#include "Paths.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <utility>
#include <vector>

namespace mapitidy {

struct TextFile {
  std::string Path, Text;
};

/// A disk that tells upper from lower case.
struct Disk {
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> FS;
  FileFinder Files;
};

inline Disk diskOf(const std::vector<TextFile> &Contents, PathMap Map = {}) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> FS(
      new llvm::vfs::InMemoryFileSystem);
  for (const TextFile &File : Contents)
    FS->addFile(File.Path, 0,
                llvm::MemoryBuffer::getMemBufferCopy(File.Text, File.Path));
  return {FS, FileFinder(*FS, std::move(Map))};
}

} // namespace mapitidy

#endif // MAPITIDY_UNIT_DISK_H
