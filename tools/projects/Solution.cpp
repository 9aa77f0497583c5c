//===- Solution.cpp - Solutions of Visual Studio --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Solution.h"
#include "Reading.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

/// How many C++ projects the solution's \p Configuration builds.
static size_t countBuilt(const Solution &S, StringRef Configuration) {
  std::string Key = foldCase(Configuration);
  return static_cast<size_t>(
      count_if(S.Members, [&Key](const Solution::Member &M) {
        auto It = M.ByConfiguration.find(Key);
        return isCppProject(M.Path) && It != M.ByConfiguration.end() &&
               It->second.IsBuilt;
      }));
}

static Expected<std::string> chooseFor(const Solution &S,
                                       const ProjectRequest &Request) {
  std::vector<std::string> Candidates = S.Configurations;
  // The first may be one for other languages' projects.
  if (Request.Configuration.empty()) {
    erase_if(Candidates,
             [&S](StringRef Name) { return countBuilt(S, Name) == 0; });
    if (Candidates.empty())
      Candidates = S.Configurations;
  }
  if (Candidates.empty())
    return Request.Configuration;
  Expected<size_t> Index =
      chooseConfiguration(Candidates, Request.Configuration, Request.File);
  if (!Index)
    return Index.takeError();
  return Candidates[*Index];
}

/// Reads one project of a solution. That it cannot be read is noted, so that
/// the others still are.
static void readMember(StringRef Path, StringRef Configuration,
                       const ProjectRequest &Request, Reading &Into) {
  std::optional<std::string> File = Into.Files.find(Path, Request.directory());
  if (!File || Into.Files.isDirectory(*File))
    return Into.note("The project '" + Path + "' of " +
                     sys::path::filename(Request.File) + " does not exist.");
  ProjectRequest One{*File, Configuration.str(), Request.File, ""};
  if (Error E = readAny(One, Into))
    Into.note("The project '" + Path +
              "' cannot be read: " + toString(std::move(E)) + ".");
}

/// Visual Studio builds a project only where the solution says so.
static void readMapped(const Solution::Member &M, StringRef Configuration,
                       const ProjectRequest &Request, Reading &Into) {
  auto It = M.ByConfiguration.find(foldCase(Configuration));
  if (It == M.ByConfiguration.end() || !It->second.IsBuilt)
    return Into.note("The project '" + M.Path + "' is not built in " +
                     Configuration + " and left out.");
  readMember(M.Path, It->second.Configuration, Request, Into);
}

Error readSolution(const ProjectRequest &Request, Reading &Into) {
  Expected<Solution> S = parseSolution(Request.File, Into.Files.fileSystem());
  if (!S)
    return S.takeError();
  Expected<std::string> Configuration = chooseFor(*S, Request);
  if (!Configuration)
    return Configuration.takeError();
  if (Into.Result.Configuration.empty())
    Into.Result.Configuration = *Configuration;
  for (const Solution::Member &M : S->Members) {
    StringRef Name = windowsFilename(M.Path);
    if (isCppProject(M.Path)) {
      if (S->HasMappings)
        readMapped(M, *Configuration, Request, Into);
      else
        readMember(M.Path, Request.Configuration, Request, Into);
    } else if (sys::path::extension(Name).ends_with_insensitive("proj")) {
      Into.note("'" + Name + "' of " + sys::path::filename(Request.File) +
                " is no project of C++.");
    }
  }
  return Error::success();
}

std::vector<std::string> projectsOf(StringRef File, FileFinder &Files) {
  std::vector<std::string> Result;
  Expected<Solution> S = parseSolution(File, Files.fileSystem());
  if (!S) {
    consumeError(S.takeError()); // who reads it will tell
    return Result;
  }
  for (const Solution::Member &M : S->Members)
    if (std::optional<std::string> Path =
            Files.find(M.Path, sys::path::parent_path(File));
        Path && isCppProject(*Path))
      Result.push_back(*Path);
  return Result;
}

std::string findSolution(StringRef Project, FileFinder &Files) {
  for (StringRef Folder = sys::path::parent_path(Project); !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    std::vector<FileFinder::Entry> Entries = Files.entries(Folder).vec();
    for (const FileFinder::Entry &E : Entries) {
      if (!StringRef(E.Folded).ends_with(".sln") &&
          !StringRef(E.Folded).ends_with(".slnx"))
        continue;
      std::string File =
          (Folder + (Folder.ends_with("/") ? "" : "/") + E.Name).str();
      if (is_contained(projectsOf(File, Files), Project))
        return File;
    }
    // What is above a repository does not belong to it.
    if (any_of(Entries,
               [](const FileFinder::Entry &E) { return E.Folded == ".git"; }))
      break;
  }
  return "";
}

} // namespace mapitidy
