//===- Project.h - Projects of Visual Studio --------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads which files a project of Visual Studio compiles, and how: solutions,
/// projects of MSBuild, those of Visual Studio 2002 to 2008 and of
/// Visual C++ 6.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_PROJECT_H
#define MAPITIDY_PROJECTS_PROJECT_H

#include "Paths.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace mapitidy {

/// A source file and how it is compiled.
struct SourceUnit {
  std::string File;      ///< absolute, capitalised as on disk
  std::string Directory; ///< absolute: where the compiler would run
  /// For clang; in the order of Translation::Flags. Empty if nothing says
  /// how the file is compiled.
  std::vector<std::string> Flags;
  bool Is64Bit = true; ///< of the configuration that was read
};

/// What was understood of a project.
struct ProjectReading {
  std::vector<SourceUnit> Units; ///< each file once, in the project's order
  /// What was not found or not evaluated, each a sentence.
  std::vector<std::string> Notes;
  /// As in "Debug|Win32"; of several solutions that of the first. Empty if
  /// there is no project.
  std::string Configuration;
};

/// Whether \p File is named like a project: .sln, .slnx, .vcxproj, .vcproj,
/// .dsw or .dsp.
bool isProjectFile(llvm::StringRef File);

/// Whether \p File is named like one that has several projects: .sln, .slnx or
/// .dsw.
bool isSolutionFile(llvm::StringRef File);

/// Whether \p File is named like a source file of C or C++, not a header.
bool isSourceFile(llvm::StringRef File);

/// \param File an absolute path.
/// \param Configuration "Release|x64" or "Release". If empty, the first of the
/// project for a PC, as the headers of Windows that are at hand are for one.
/// Files that do not exist are left out and noted.
llvm::Expected<ProjectReading> readProject(llvm::StringRef File,
                                           llvm::StringRef Configuration,
                                           FileFinder &Files);

/// Reads the projects in \p Folder and below; where none is near, units without
/// flags for all source files. What one of several projects has is
/// not lost for a damaged other one, which is noted.
/// \param Folder an absolute path.
llvm::Expected<ProjectReading> readFolder(llvm::StringRef Folder,
                                          llvm::StringRef Configuration,
                                          FileFinder &Files);

/// Writes \p Reading as a compilation database for any tool.
llvm::Error writeDatabase(const ProjectReading &Reading, llvm::StringRef Path);

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_PROJECT_H
