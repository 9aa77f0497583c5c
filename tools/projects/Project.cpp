//===- Project.cpp - Projects of Visual Studio ----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Project.h"
#include "Reading.h"
#include "Solution.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace mapitidy {
namespace {

struct Format {
  StringRef Extension;
  Error (*Read)(const ProjectRequest &, Reading &);
  bool IsSolution;
};

} // namespace

/// The newest come first: where several say how a file is compiled, the first
/// is heard.
static const Format Formats[] = {
    {".slnx", readSolution, true},
    {".sln", readSolution, true},
    {".vcxproj", readMSBuildProject, false},
    {".vcproj", readVisualStudio2003, false},
    {".dsw", readSolution, true},
    {".dsp", readVisualC6, false},
};

static const Format *formatOf(StringRef File) {
  StringRef Extension = sys::path::extension(windowsFilename(File));
  const Format *It = find_if(Formats, [Extension](const Format &F) {
    return Extension.equals_insensitive(F.Extension);
  });
  return It == std::end(Formats) ? nullptr : It;
}

bool isProjectFile(StringRef File) { return formatOf(File) != nullptr; }

bool isSolutionFile(StringRef File) {
  const Format *F = formatOf(File);
  return F && F->IsSolution;
}

bool isSourceFile(StringRef File) {
  StringRef Extension = sys::path::extension(windowsFilename(File));
  for (StringRef Known : {".c", ".cc", ".cpp", ".cxx", ".c++", ".cp"})
    if (Extension.equals_insensitive(Known))
      return true;
  return false;
}

Error readAny(const ProjectRequest &Request, Reading &Into) {
  const Format *F = formatOf(Request.File);
  if (!F)
    return failure("'" + Request.File +
                   "' is no project; expected .sln, .slnx, .vcxproj, .vcproj, "
                   ".dsw or .dsp");
  if (F->IsSolution)
    return F->Read(Request, Into);
  ProjectRequest Complete = Request;
  if (Complete.Solution.empty())
    Complete.Solution = findSolution(Request.File, Into.Files);
  Complete.SolutionFolder = sys::path::parent_path(Complete.Solution).str();
  return F->Read(Complete, Into);
}

Expected<ProjectReading> readProject(StringRef File, StringRef Configuration,
                                     FileFinder &Files) {
  std::optional<std::string> Found = Files.find(File);
  if (!Found)
    return failure("no such project: '" + File + "'");
  Reading Into(Files);
  if (Error E = readAny({*Found, Configuration.str(), "", ""}, Into))
    return E;
  return std::move(Into.Result);
}

namespace {

/// Looks through a folder for projects and sources.
class FolderSearch {
public:
  explicit FolderSearch(FileFinder &Files) : Files(Files) {}

  void search(const std::string &Folder, unsigned Depth);

  std::vector<std::string> Projects, Sources;
  bool IsCutOff = false;

private:
  FileFinder &Files;
  size_t Visited = 0;
};

/// What tools write, and what version control keeps.
bool isOutputFolder(StringRef Folded) {
  return Folded.starts_with(".") ||
         is_contained({"debug", "release", "obj", "ipch", "packages",
                       "cmakefiles", "node_modules"},
                      Folded);
}

void FolderSearch::search(const std::string &Folder, unsigned Depth) {
  constexpr unsigned Deepest = 48;
  constexpr size_t MostEntries = 1u << 20;
  std::vector<FileFinder::Entry> Entries = Files.entries(Folder).vec();
  if (Depth > 0 && any_of(Entries, [](const FileFinder::Entry &E) {
        return E.Name == "CMakeCache.txt";
      }))
    return; // it is built in
  for (const FileFinder::Entry &E : Entries) {
    if (Depth > Deepest || ++Visited > MostEntries) {
      IsCutOff = true;
      return;
    }
    std::string Path = Folder + (Folder == "/" ? "" : "/") + E.Name;
    // Links to folders may lead back to where they stand.
    if (E.Type == sys::fs::file_type::directory_file) {
      if (!isOutputFolder(E.Folded))
        search(Path, Depth + 1);
    } else if (isProjectFile(E.Name)) {
      Projects.push_back(std::move(Path));
    } else if (isSourceFile(E.Name)) {
      Sources.push_back(std::move(Path));
    }
  }
}

} // namespace

/// Reads the solutions of \p Projects and the projects that none of them
/// names.
/// \returns the folders of those that have source files.
static StringSet<> readProjects(std::vector<std::string> Projects,
                                StringRef Configuration, Reading &Into) {
  stable_sort(Projects, [](const std::string &A, const std::string &B) {
    return formatOf(A) < formatOf(B);
  });
  std::vector<std::string> Named;
  for (const std::string &Project : Projects)
    if (formatOf(Project)->IsSolution)
      append_range(Named, projectsOf(Project, Into.Files));
  StringSet<> Folders;
  for (const std::string &Project : Projects) {
    if (is_contained(Named, Project))
      continue;
    const size_t Before = Into.Result.Units.size();
    if (Error E = readAny({Project, Configuration.str(), "", ""}, Into))
      Into.note("It cannot be read: " + toString(std::move(E)) + ".");
    if (Into.Result.Units.size() != Before)
      Folders.insert(sys::path::parent_path(Project));
  }
  return Folders;
}

/// Whether \p File is in one of \p Folders or below it.
static bool isBelow(StringRef File, const StringSet<> &Folders) {
  for (StringRef At = sys::path::parent_path(File); !At.empty();
       At = sys::path::parent_path(At))
    if (Folders.contains(At))
      return true;
  return false;
}

/// Adds the source files where no project is near, which something else builds.
/// Says how many others no project names: they are not looked at.
static void addOthers(ArrayRef<std::string> Sources, StringSet<> Folders,
                      Reading &Into) {
  StringSet<> Known;
  for (const SourceUnit &Unit : Into.Result.Units) {
    Known.insert(Unit.File);
    Folders.insert(sys::path::parent_path(Unit.File));
  }
  std::vector<StringRef> Others;
  for (const std::string &Source : Sources)
    if (Known.contains(Source))
      continue;
    else if (isBelow(Source, Folders))
      Others.push_back(Source);
    else
      Into.Result.Units.push_back(
          {Source, sys::path::parent_path(Source).str(), {}, true});
  if (!Others.empty())
    Into.note(Twine(Others.size()) +
              " source files are in no project that was read, the first is '" +
              Others.front() + "'.");
}

Expected<ProjectReading> readFolder(StringRef Folder, StringRef Configuration,
                                    FileFinder &Files) {
  std::optional<std::string> Found = Files.find(Folder);
  if (!Found || !Files.isDirectory(*Found))
    return failure("no such folder: '" + Folder + "'");
  FolderSearch All(Files);
  All.search(*Found, 0);
  Reading Into(Files);
  if (All.IsCutOff)
    Into.note("The folder '" + *Found + "' is too large to be read whole.");
  StringSet<> Folders = readProjects(All.Projects, Configuration, Into);
  addOthers(All.Sources, std::move(Folders), Into);
  return std::move(Into.Result);
}

Error writeDatabase(const ProjectReading &Reading, StringRef Path) {
  json::Array Entries;
  for (const SourceUnit &Unit : Reading.Units) {
    json::Array Arguments{"clang"};
    for (const std::string &Flag : Unit.Flags)
      Arguments.push_back(json::fixUTF8(Flag));
    Arguments.push_back(json::fixUTF8(Unit.File));
    Entries.push_back(json::Object{{"directory", json::fixUTF8(Unit.Directory)},
                                   {"file", json::fixUTF8(Unit.File)},
                                   {"arguments", std::move(Arguments)}});
  }
  return writeToOutput(Path, [&Entries](raw_ostream &Out) {
    Out << formatv("{0:2}", json::Value(std::move(Entries))) << '\n';
    return Error::success();
  });
}

} // namespace mapitidy
