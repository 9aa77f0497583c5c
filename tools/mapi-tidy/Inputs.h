//===- Inputs.h - Projects, folders and databases ---------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the arguments of a command line stand for: a file is itself, a project
/// of Visual Studio or a folder is the files in it. And how these are compiled:
/// as the project says, or a compilation database, whoever's compiler and paths
/// are in it; and .clangd, which the editor goes by.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_INPUTS_H
#define MAPITIDY_TOOLS_INPUTS_H

#include "ClangdConfiguration.h"
#include "CommandLine.h"
#include "Project.h"
#include "clang/Tooling/CompilationDatabase.h"
#include <memory>

namespace mapitidy {

/// What says how the files are compiled.
enum class FlagSource {
  None,            ///< nothing: they are Windows code
  CommandLine,     ///< flags after `--`
  Project,         ///< a project of Visual Studio's, or a folder without one
  Commands,        ///< compile_commands.json for this machine
  WindowsCommands, ///< ... with commands of cl.exe, or with paths of Windows
  Flags,           ///< compile_flags.txt that names a target
  WindowsFlags,    ///< ... that names none: Windows code
};

class Inputs {
public:
  /// Replaces projects and folders among \p Given's files by the files in them,
  /// and finds what says how they are compiled.
  /// \returns an error that something cannot be read, or is empty.
  static llvm::Expected<std::unique_ptr<Inputs>> read(CommandLine &Given);

  FlagSource source() const { return Source; }
  /// Whether the files are compiled for Windows with flags of ours.
  bool isWindows() const;
  /// Whether they are known to be for Microsoft's compiler and headers.
  bool isMicrosofts() const {
    return Source == FlagSource::Project ||
           Source == FlagSource::WindowsCommands;
  }

  /// How the files are compiled.
  /// \param Stock what clang-tidy would go by, where it has the word; may be
  /// null.
  /// \returns null if that is \p Stock.
  std::unique_ptr<clang::tooling::CompilationDatabase>
  database(const clang::tooling::CompilationDatabase *Stock);

  /// What was not understood of projects and commands: a sentence each.
  const std::vector<std::string> &notes() const { return Notes; }

  /// Writes the files and flags of the projects as a compilation database.
  llvm::Error writeDatabase(llvm::StringRef File) const;

private:
  explicit Inputs(PathMap Map);

  llvm::Error expand(CommandLine &Given);
  llvm::Error add(llvm::StringRef Argument, const CommandLine &Given);
  llvm::Error findFlags(CommandLine &Given);
  llvm::Error readFlags(const CommandLine &Given);
  bool findProjects(const CommandLine &Given);
  llvm::Error readCommands(llvm::StringRef File);
  llvm::Error choose(CommandLine &Given);
  std::unique_ptr<clang::tooling::CompilationDatabase>
  ownDatabase(const clang::tooling::CompilationDatabase *Stock);

  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk;
  FileFinder Files;
  ClangdConfiguration Editor;
  /// Whether it changes commands.
  bool ObeysEditor = false;
  FlagSource Source = FlagSource::None;
  ProjectReading Reading;
  /// Of WindowsCommands, translated.
  std::unique_ptr<clang::tooling::CompilationDatabase> Windows;
  std::vector<std::string> AllFiles; ///< of the compilation database
  std::vector<std::string> Notes;
};

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_INPUTS_H
