//===- ProjectsAbove.h - The projects around a file -------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the project of Visual Studio that has a given file: who names a file
/// alone, as a hook does, has it compiled as its project says.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_PROJECTSABOVE_H
#define MAPITIDY_PROJECTS_PROJECTSABOVE_H

#include "Project.h"
#include <map>

namespace mapitidy {

class ProjectsAbove {
public:
  /// \param Configuration as for readProject.
  ProjectsAbove(llvm::StringRef Configuration, FileFinder &Files)
      : Configuration(Configuration), Files(Files) {}

  /// \returns how the project compiles \p File that has it and lies in its
  /// folder or in the nearest one above; null if there is none, or if it cannot
  /// be read.
  /// \param File an absolute path.
  const SourceUnit *find(llvm::StringRef File);

  /// The projects that have one of the files.
  const std::vector<std::string> &used() const { return Used; }
  /// What was not understood of these.
  std::vector<std::string> notes() const;

private:
  std::vector<std::string> projectsIn(const std::string &Folder);
  const ProjectReading &read(const std::string &Project);

  std::string Configuration;
  FileFinder &Files;
  std::map<std::string, ProjectReading> Read; ///< by project
  std::vector<std::string> Used;
};

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_PROJECTSABOVE_H
