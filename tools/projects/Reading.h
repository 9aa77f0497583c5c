//===- Reading.h - What all project formats share ---------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Not for users of the library: see Project.h.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_READING_H
#define MAPITIDY_PROJECTS_READING_H

#include "Macros.h"
#include "Project.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace mapitidy {

/// A project that is to be read.
struct ProjectRequest {
  std::string File;          ///< absolute, existing
  std::string Configuration; ///< as the user or the solution says; or empty
  std::string Solution;      ///< absolute; empty if none is known
  /// What $(SolutionDir) stands for; empty to let the project say.
  std::string SolutionFolder;

  std::string directory() const;
};

/// Collects what the readers of projects find.
class Reading {
public:
  explicit Reading(FileFinder &Files) : Files(Files) {}

  void note(const llvm::Twine &Sentence);

  /// Adds a source file unless another project has it or it does not exist.
  /// \param Options those of cl.exe, without the file.
  void addUnit(llvm::StringRef Source, const ProjectRequest &Project,
               llvm::ArrayRef<std::string> Options, bool Is64Bit);

  FileFinder &Files;
  ProjectReading Result;

private:
  void noteFolders(llvm::ArrayRef<std::string> Missing,
                   const ProjectRequest &Project);

  llvm::StringSet<> Noted, Added;
};

/// \returns the index of the configuration in \p Known that \p Wanted means.
/// \param Known names such as "Debug|Win32"; x86 and Win32 are the same.
/// \param Wanted such a name, the part before the bar, or empty for the first
/// for a PC.
/// \param File for the error if there is none.
llvm::Expected<size_t> chooseConfiguration(llvm::ArrayRef<std::string> Known,
                                           llvm::StringRef Wanted,
                                           llvm::StringRef File);

/// Whether the configuration \p Name has pointers of 64 bits.
bool is64BitConfiguration(llvm::StringRef Name);

/// Splits a list as projects hold it, at any of \p Separators; quotes around
/// entries are taken off, and empty entries left out.
std::vector<std::string> splitList(llvm::StringRef Text,
                                   llvm::StringRef Separators = ";");

/// Sets what Visual Studio knows of where a project is.
void setPlaces(Macros &Known, const ProjectRequest &Request,
               llvm::StringRef Configuration);

/// Writes a list of definitions as options.
void addDefinitions(llvm::StringRef Option, llvm::ArrayRef<std::string> Values,
                    std::vector<std::string> &Options);

/// Writes a list of folders as options; those whose macros are not known are
/// left out and noted.
void addFolders(llvm::StringRef Option, llvm::ArrayRef<std::string> Folders,
                const ProjectRequest &Project, Reading &Into,
                std::vector<std::string> &Options);

// The formats.
llvm::Error readMSBuildProject(const ProjectRequest &Request, Reading &Into);
llvm::Error readVisualStudio2003(const ProjectRequest &Request, Reading &Into);
llvm::Error readVisualC6(const ProjectRequest &Request, Reading &Into);
llvm::Error readSolution(const ProjectRequest &Request, Reading &Into);

/// Reads a file of any of the formats.
llvm::Error readAny(const ProjectRequest &Request, Reading &Into);

/// \returns the solution nearest to \p Project, in its folder or one above,
/// that names it; empty if there is none.
std::string findSolution(llvm::StringRef Project, FileFinder &Files);

/// \returns the projects that a solution or workspace names and that exist.
std::vector<std::string> projectsOf(llvm::StringRef Solution,
                                    FileFinder &Files);

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_READING_H
