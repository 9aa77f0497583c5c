//===- Paths.h - Paths of Windows on another disk ---------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds what a path of Windows means on a disk that tells upper from lower
/// case and has no drives.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_PATHS_H
#define MAPITIDY_PROJECTS_PATHS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mapitidy {

/// Whether \p Path begins with a drive or a server's name.
bool isWindowsAbsolute(llvm::StringRef Path);

/// The last component of \p Path, in either style.
llvm::StringRef windowsFilename(llvm::StringRef Path);

/// Where folders of the machine that wrote a path are on this one.
class PathMap {
public:
  /// \param Text such as `C:\proj=/src;D:\x=/y`.
  static llvm::Expected<PathMap> parse(llvm::StringRef Text);

  /// \returns where \p Path is here, with slashes, if the map has it or a
  /// folder above it. Neither the capitalisation counts nor the kind of
  /// slashes; of several folders the innermost.
  std::optional<std::string> map(llvm::StringRef Path) const;

  bool empty() const { return Entries.empty(); }

private:
  struct Entry {
    std::string Folder; ///< folded, with slashes, none at its end
    std::string Target;
  };
  std::vector<Entry> Entries;
};

/// Finds existing files in any capitalisation. What it has seen of the disk it
/// remembers.
class FileFinder {
public:
  struct Entry {
    std::string Folded;
    std::string Name;
    llvm::sys::fs::file_type Type;
  };

  explicit FileFinder(llvm::vfs::FileSystem &FS, PathMap Map = {})
      : FS(FS), Map(std::move(Map)) {}

  llvm::vfs::FileSystem &fileSystem() { return FS; }
  const PathMap &map() const { return Map; }

  /// \returns the absolute path of an existing file or folder, as it is
  /// capitalised on disk. Of names that differ in their capitalisation only,
  /// that of \p Path wins, then the first.
  /// \param Base the absolute folder to which \p Path may be relative.
  std::optional<std::string> find(llvm::StringRef Path,
                                  llvm::StringRef Base = "");

  /// \returns \p Path as an absolute path with slashes and without dots; it
  /// need not exist, and its capitalisation is kept.
  std::string absolute(llvm::StringRef Path, llvm::StringRef Base) const;

  bool isDirectory(llvm::StringRef Path);

  /// What is in the folder \p Directory, ordered by folded name.
  llvm::ArrayRef<Entry> entries(llvm::StringRef Directory);

private:
  std::optional<std::string> search(llvm::StringRef Absolute);
  std::optional<std::string> descend(std::string Folder, llvm::StringRef Rest);

  llvm::vfs::FileSystem &FS;
  PathMap Map;
  llvm::StringMap<std::vector<Entry>> Listings;
  llvm::StringMap<std::optional<std::string>> Found;
};

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_PATHS_H
