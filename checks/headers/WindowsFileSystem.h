//===- WindowsFileSystem.h - Windows's names of files -----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A file system that finds files as Windows does: `StdAfx.h` by the name
/// `stdafx.h`, and `..\Common\Foo.h` with either slash.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HEADERS_WINDOWSFILESYSTEM_H
#define MAPITIDY_HEADERS_WINDOWSFILESYSTEM_H

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <optional>

namespace mapitidy {

/// Looks a name up as it is; where that fails, in any capitalisation. What is
/// found is known by the name that it has on the disk. Of names that differ in
/// case alone the first in the order of bytes is taken.
///
/// Folders are read once: what appears in them later is found by its exact
/// name only. Not for use by several threads at once.
class WindowsFileSystem
    : public llvm::RTTIExtends<WindowsFileSystem, llvm::vfs::ProxyFileSystem> {
public:
  static const char ID;

  explicit WindowsFileSystem(
      llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Under)
      : RTTIExtends(std::move(Under)) {}

  /// \returns the name on the disk of \p Path, which may be spelt otherwise;
  /// nothing if there is no such file or folder.
  std::optional<std::string> nameOnDisk(llvm::StringRef Path);

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine &Directory,
                                          std::error_code &Problem) override;
  std::error_code getRealPath(const llvm::Twine &Path,
                              llvm::SmallVectorImpl<char> &Output) override;
  std::error_code setCurrentWorkingDirectory(const llvm::Twine &Path) override;

private:
  /// Names in lower case, and as they are on the disk.
  using Listing = llvm::StringMap<std::string>;

  const Listing &listingOf(llvm::StringRef Directory);
  std::optional<std::string> lookUp(llvm::StringRef Path);

  llvm::StringMap<Listing> Listings;
  llvm::StringMap<std::optional<std::string>> Folders;
};

/// \returns \p Under with Windows's names, or as it is if it has them already.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
withWindowsNames(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Under);

} // namespace mapitidy

#endif // MAPITIDY_HEADERS_WINDOWSFILESYSTEM_H
