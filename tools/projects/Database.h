//===- Database.h - Databases with Windows commands -------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Compilation databases in which commands of cl.exe and paths of Windows are
/// flags and paths that Clang understands on this machine.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_DATABASE_H
#define MAPITIDY_PROJECTS_DATABASE_H

#include "Paths.h"
#include "Project.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace mapitidy {

/// Commands by the files they compile; neither capitalisation nor the kind of
/// slashes counts.
class CommandIndex {
public:
  void add(clang::tooling::CompileCommand Command, FileFinder &Files);

  std::vector<clang::tooling::CompileCommand> find(llvm::StringRef File,
                                                   FileFinder &Files) const;
  /// Their absolute paths, each once.
  std::vector<std::string> files(const FileFinder &Files) const;
  const std::vector<clang::tooling::CompileCommand> &all() const {
    return Commands;
  }

private:
  std::vector<clang::tooling::CompileCommand> Commands;
  llvm::StringMap<std::vector<size_t>> ByFile;
};

/// Another database, seen from this machine. Commands of cl.exe and clang-cl
/// are translated; in all of them, paths of Files' map are replaced. Other
/// commands stay as they are.
class WindowsDatabase : public clang::tooling::CompilationDatabase {
public:
  /// \param MicrosoftFlags come first in each translated command: the target
  /// and the like.
  WindowsDatabase(std::unique_ptr<clang::tooling::CompilationDatabase> Inner,
                  FileFinder &Files,
                  std::vector<std::string> MicrosoftFlags = {});

  std::vector<clang::tooling::CompileCommand>
  getCompileCommands(llvm::StringRef FilePath) const override;
  std::vector<std::string> getAllFiles() const override;
  std::vector<clang::tooling::CompileCommand>
  getAllCompileCommands() const override;

  /// What was left out of commands, a sentence each.
  const std::vector<std::string> &notes() const { return Notes; }
  /// Whether a command of cl.exe or clang-cl was translated.
  bool hasMicrosoftCommands() const { return HasMicrosoftCommands; }

private:
  clang::tooling::CompileCommand
  convert(clang::tooling::CompileCommand Command);

  std::unique_ptr<clang::tooling::CompilationDatabase> Inner;
  FileFinder &Files;
  std::vector<std::string> MicrosoftFlags, Notes;
  CommandIndex Index;
  bool HasMicrosoftCommands = false;
};

/// What was read of a project, as a database.
class ProjectDatabase : public clang::tooling::CompilationDatabase {
public:
  /// \param CommonFlags come first in each command.
  ProjectDatabase(const ProjectReading &Reading, FileFinder &Files,
                  const std::vector<std::string> &CommonFlags = {});

  std::vector<clang::tooling::CompileCommand>
  getCompileCommands(llvm::StringRef FilePath) const override;
  std::vector<std::string> getAllFiles() const override;
  std::vector<clang::tooling::CompileCommand>
  getAllCompileCommands() const override;

private:
  FileFinder &Files;
  CommandIndex Index;
};

/// Reads a compile_commands.json in any encoding. Commands that Windows wrote
/// are split as Windows splits them, which Clang's reader does on Windows only.
/// As with Clang's reader, a compiler's name tells its target, if LLVM's
/// targets are initialised.
llvm::Expected<std::unique_ptr<clang::tooling::CompilationDatabase>>
readCompileCommands(llvm::StringRef File, llvm::vfs::FileSystem &FS);

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_DATABASE_H
