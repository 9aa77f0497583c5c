//===- ClangdConfiguration.h - What .clangd says of flags -------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The part of clangd's configuration that changes how a file is compiled, for
/// tools that are not clangd: a project that describes its flags to the editor
/// has described them. See https://clangd.llvm.org/config, "CompileFlags" and
/// "If"; the user's own configuration is not read.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_CLANGDCONFIGURATION_H
#define MAPITIDY_PROJECTS_CLANGDCONFIGURATION_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <optional>
#include <string>
#include <vector>

namespace mapitidy {

/// One document of a .clangd file.
struct ClangdFragment {
  /// Regular expressions for paths below the file's folder; of each list one
  /// must match, or none.
  std::vector<std::string> PathMatch, PathExclude;
  std::optional<std::string> Compiler;
  std::vector<std::string> Remove, Add;
  /// A folder, `Ancestors` or `None`.
  std::optional<std::string> Database;

  /// \param Path relative to the folder of the .clangd file, with `/`.
  bool appliesTo(llvm::StringRef Path) const;
};

/// \returns the documents of \p Text; an error with line and column that it is
/// not what clangd reads.
llvm::Expected<std::vector<ClangdFragment>>
parseClangd(llvm::StringRef Text, llvm::StringRef FileName);

/// Removes from \p Line what clangd's `Remove: [Flag]` would: an option with
/// its values, whatever its spelling; all that begin with `-Foo` for `-Foo*`;
/// else \p Flag as it is.
void removeFlag(std::vector<std::string> &Line, llvm::StringRef Flag);

/// The .clangd files of a project.
class ClangdConfiguration {
public:
  explicit ClangdConfiguration(llvm::vfs::FileSystem &Disk) : Disk(Disk) {}

  /// Whether one of the files says something of how \p File is compiled.
  bool changes(llvm::StringRef File);
  /// Changes the command that compiles \p File, an absolute path. What folders
  /// further out say comes first.
  void adapt(std::vector<std::string> &Line, llvm::StringRef File);
  /// \returns the folder in which clangd would look for the compilation
  /// database; "None" if in no folder; nothing if in those above the file.
  std::optional<std::string> databaseOf(llvm::StringRef File);

  /// Files that could not be read, a sentence each.
  const std::vector<std::string> &problems() const { return Problems; }

private:
  const std::vector<ClangdFragment> &in(llvm::StringRef Folder);
  /// Those that apply to \p File, with their folders, the outermost first.
  std::vector<std::pair<std::string, const ClangdFragment *>>
  of(llvm::StringRef File);

  llvm::vfs::FileSystem &Disk;
  llvm::StringMap<std::vector<ClangdFragment>> ByFolder;
  std::vector<std::string> Problems;
};

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_CLANGDCONFIGURATION_H
