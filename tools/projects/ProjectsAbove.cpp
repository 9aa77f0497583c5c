//===- ProjectsAbove.cpp - The projects around a file ---------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ProjectsAbove.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace llvm;

namespace mapitidy {

/// Projects come first: a solution is asked where none of them has the file.
std::vector<std::string> ProjectsAbove::projectsIn(const std::string &Folder) {
  std::vector<std::string> Result;
  for (const FileFinder::Entry &Each : Files.entries(Folder))
    if (Each.Type != sys::fs::file_type::directory_file &&
        isProjectFile(Each.Name))
      Result.push_back(Folder + (Folder == "/" ? "" : "/") + Each.Name);
  std::stable_partition(
      Result.begin(), Result.end(),
      [](const std::string &Project) { return !isSolutionFile(Project); });
  return Result;
}

const ProjectReading &ProjectsAbove::read(const std::string &Project) {
  const auto [It, New] = Read.try_emplace(Project);
  if (!New)
    return It->second;
  Expected<ProjectReading> Found = readProject(Project, Configuration, Files);
  if (Found)
    It->second = std::move(*Found);
  else
    consumeError(Found.takeError()); // another one may have the file
  return It->second;
}

const SourceUnit *ProjectsAbove::find(StringRef File) {
  const std::optional<std::string> OnDisk = Files.find(File);
  if (!OnDisk)
    return nullptr;
  for (StringRef Folder = sys::path::parent_path(*OnDisk); !Folder.empty();
       Folder = sys::path::parent_path(Folder))
    for (const std::string &Project : projectsIn(Folder.str()))
      for (const SourceUnit &Unit : read(Project).Units)
        if (Unit.File == *OnDisk) {
          if (!is_contained(Used, Project))
            Used.push_back(Project);
          return &Unit;
        }
  return nullptr;
}

std::vector<std::string> ProjectsAbove::notes() const {
  std::vector<std::string> Result;
  for (const std::string &Project : Used)
    append_range(Result, Read.at(Project).Notes);
  return Result;
}

} // namespace mapitidy
