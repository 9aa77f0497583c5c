//===- Inputs.cpp - Projects, folders and databases -----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Inputs.h"
#include "Database.h"
#include "MicrosoftCommandLine.h"
#include "ProjectsAbove.h"
#include "headers/HeaderLookup.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include <functional>
#include <set>

using namespace clang;
using namespace clang::tooling;
using namespace llvm;

namespace mapitidy {

namespace {

/// Another database, with changes in its commands.
class ChangedDatabase : public CompilationDatabase {
public:
  /// \param File what the command compiles, an absolute path.
  using Change = std::function<void(CompileCommand &, StringRef File)>;

  ChangedDatabase(const CompilationDatabase &Inner, Change Apply)
      : Inner(Inner), Apply(std::move(Apply)) {}
  ChangedDatabase(std::unique_ptr<CompilationDatabase> Inner, Change Apply)
      : Owned(std::move(Inner)), Inner(*Owned), Apply(std::move(Apply)) {}

  std::vector<CompileCommand>
  getCompileCommands(StringRef File) const override {
    return change(Inner.getCompileCommands(File));
  }
  std::vector<std::string> getAllFiles() const override {
    return Inner.getAllFiles();
  }
  std::vector<CompileCommand> getAllCompileCommands() const override {
    return change(Inner.getAllCompileCommands());
  }

private:
  std::vector<CompileCommand>
  change(std::vector<CompileCommand> Commands) const {
    for (CompileCommand &Each : Commands) {
      SmallString<256> Path(Each.Filename);
      if (!sys::path::is_absolute(Path))
        Path = (Each.Directory + "/" + Each.Filename);
      sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
      Apply(Each, Path);
    }
    return Commands;
  }

  std::unique_ptr<CompilationDatabase> Owned;
  const CompilationDatabase &Inner;
  Change Apply;
};

} // namespace

static Error problem(const Twine &Text) {
  return createStringError(inconvertibleErrorCode(), Text);
}

/// \returns the file \p Name in the folder of \p File or in the nearest one
/// above it; empty if there is none.
static std::string findAbove(StringRef File, ArrayRef<StringRef> Names) {
  SmallString<256> Folder(getAbsolutePath(File));
  while (sys::path::has_parent_path(Folder)) {
    sys::path::remove_filename(Folder);
    for (StringRef Name : Names)
      if (sys::fs::exists(Folder + "/" + Name))
        return (Folder + "/" + Name).str();
  }
  return {};
}

/// The map of the command line, then that of the environment, which wrappers
/// reach.
static Expected<PathMap> pathMapOf(const CommandLine &Given) {
  std::vector<std::string> Maps = Given.PathMaps;
  if (std::optional<std::string> Set =
          sys::Process::GetEnv("MAPI_TIDY_PATH_MAP"))
    Maps.push_back(std::move(*Set));
  const std::string All = join(Maps, ";");
  std::string Absolute;
  for (StringRef Entry : split(All, ';')) {
    auto [Windows, Here] = Entry.split('=');
    Absolute += Here.empty()
                    ? Entry.str()
                    : (Windows + "=" + getAbsolutePath(Here.trim())).str();
    Absolute += ';';
  }
  return PathMap::parse(Absolute);
}

Inputs::Inputs(PathMap Map)
    : Disk(vfs::getRealFileSystem()), Files(*Disk, std::move(Map)),
      Editor(*Disk) {}

Expected<std::unique_ptr<Inputs>> Inputs::read(CommandLine &Given) {
  Expected<PathMap> Map = pathMapOf(Given);
  if (!Map)
    return Map.takeError();
  std::unique_ptr<Inputs> Result(new Inputs(std::move(*Map)));
  if (Error E = Result->expand(Given))
    return E;
  if (Error E = Result->findFlags(Given))
    return E;
  if (Error E = Result->choose(Given))
    return E;
  return Result;
}

bool Inputs::isWindows() const {
  return Source == FlagSource::None || Source == FlagSource::Project ||
         Source == FlagSource::WindowsCommands ||
         Source == FlagSource::WindowsFlags;
}

Error Inputs::add(StringRef Argument, const CommandLine &Given) {
  const std::string Path = getAbsolutePath(Argument);
  Expected<ProjectReading> Read =
      sys::fs::is_directory(Path)
          ? readFolder(Path, Given.ProjectConfiguration, Files)
          : readProject(Path, Given.ProjectConfiguration, Files);
  if (!Read)
    return Read.takeError();
  if (Read->Units.empty())
    return problem("there is no C or C++ file in '" + Argument + "'");
  append_range(Reading.Units, Read->Units);
  append_range(Notes, Read->Notes);
  return Error::success();
}

/// A folder of a project that CMake configures is best known by its database.
static void noteCMake(StringRef Folder, std::vector<std::string> &Notes) {
  if (sys::fs::exists(Folder + "/CMakeLists.txt"))
    Notes.push_back(("'" + Folder +
                     "' is built by CMake: -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "
                     "makes a compilation database, which -p names")
                        .str());
}

Error Inputs::expand(CommandLine &Given) {
  std::vector<std::string> Expanded;
  for (const std::string &Argument : Given.Files) {
    const bool IsFolder = sys::fs::is_directory(Argument);
    if (!IsFolder && !isProjectFile(Argument)) {
      Expanded.push_back(Argument);
      continue;
    }
    const size_t Before = Reading.Units.size();
    if (Error E = add(Argument, Given))
      return E;
    if (IsFolder)
      noteCMake(Argument, Notes);
    for (const SourceUnit &Unit : ArrayRef(Reading.Units).drop_front(Before))
      Expanded.push_back(Unit.File);
  }
  Given.Files = std::move(Expanded);
  Given.SkipsOthers |= !Reading.Units.empty();
  return Error::success();
}

/// Lets .clangd say where the database is, unless the command line does.
static void findDatabase(CommandLine &Given, ClangdConfiguration &Editor) {
  if (Given.Database || Given.HasCompilerFlags || Given.Files.empty())
    return;
  const std::optional<std::string> Named =
      Editor.databaseOf(getAbsolutePath(Given.Files.front()));
  if (!Named)
    return;
  if (*Named == "None") {
    Given.NamesNoDatabase = true;
    return;
  }
  Given.Database = *Named;
  Given.Arguments.push_back("-p=" + *Named);
}

Error Inputs::findFlags(CommandLine &Given) {
  if (Reading.Units.empty())
    findDatabase(Given, Editor);
  if (Error E = readFlags(Given))
    return E;
  ObeysEditor = Source != FlagSource::CommandLine &&
                any_of(Given.Files, [this](const std::string &File) {
                  return Editor.changes(getAbsolutePath(File));
                });
  append_range(Notes, Editor.problems());
  return Error::success();
}

/// Files without a database may be those of a project around them.
bool Inputs::findProjects(const CommandLine &Given) {
  ProjectsAbove Projects(Given.ProjectConfiguration, Files);
  std::vector<std::string> Unknown;
  for (const std::string &Argument : Given.Files) {
    const std::string File = getAbsolutePath(Argument);
    if (const SourceUnit *Unit = Projects.find(File))
      Reading.Units.push_back(*Unit);
    else
      Unknown.push_back(File);
  }
  if (Reading.Units.empty())
    return false;
  // What no project has, as a header, is compiled as its neighbours are.
  const SourceUnit Neighbour = Reading.Units.front();
  for (const std::string &File : Unknown) {
    Reading.Units.push_back(Neighbour);
    Reading.Units.back().File = File;
  }
  for (const std::string &Project : Projects.used())
    Notes.push_back("'" + Project + "' says how its files are compiled");
  append_range(Notes, Projects.notes());
  Source = FlagSource::Project;
  return true;
}

Error Inputs::readFlags(const CommandLine &Given) {
  if (Given.HasCompilerFlags) {
    Source = FlagSource::CommandLine;
    return Error::success();
  }
  if (!Reading.Units.empty()) {
    Source = FlagSource::Project;
    return Error::success();
  }
  if (Given.Files.empty() && !(Given.TakesAll && Given.Database))
    return Error::success();
  const std::string At =
      Given.Database ? *Given.Database + "/file" : Given.Files.front();
  const std::string Found =
      Given.NamesNoDatabase
          ? ""
          : findAbove(At, {"compile_commands.json", "compile_flags.txt"});
  if (StringRef(Found).ends_with(".json"))
    return readCommands(Found);
  if (Found.empty()) {
    if (!Given.Database && !Given.NamesNoDatabase && findProjects(Given))
      return Error::success();
    // clang-tidy complains of a database that is not there.
    Source = Given.Database ? FlagSource::Commands : FlagSource::None;
    return Error::success();
  }
  auto Text = MemoryBuffer::getFile(Found);
  SmallVector<StringRef, 16> Flags;
  if (Text)
    SplitString((*Text)->getBuffer(), Flags);
  Source =
      any_of(Flags, namesTarget) ? FlagSource::Flags : FlagSource::WindowsFlags;
  return Error::success();
}

/// Whether a command was written for another machine.
static bool isWindowsCommand(const CompileCommand &Command) {
  return isWindowsAbsolute(Command.Directory) ||
         isWindowsAbsolute(Command.Filename) ||
         (!Command.CommandLine.empty() &&
          isMicrosoftCompiler(Command.CommandLine.front()));
}

Error Inputs::readCommands(StringRef File) {
  Source = FlagSource::Commands;
  Expected<std::unique_ptr<CompilationDatabase>> Read =
      readCompileCommands(File, *Disk);
  if (!Read)
    return Read.takeError();
  AllFiles = (*Read)->getAllFiles();
  if (Files.map().empty() &&
      none_of((*Read)->getAllCompileCommands(), isWindowsCommand))
    return Error::success();
  Source = FlagSource::WindowsCommands;
  auto Translated =
      std::make_unique<WindowsDatabase>(std::move(*Read), Files, targetFlags());
  append_range(Notes, Translated->notes());
  AllFiles = Translated->getAllFiles();
  Windows = std::move(Translated);
  return Error::success();
}

/// Keeps to the files that are wanted.
Error Inputs::choose(CommandLine &Given) {
  if (Given.TakesAll) {
    if (AllFiles.empty())
      return problem("--all-files: there is no compilation database with "
                     "files; -p names one");
    llvm::sort(AllFiles);
    Given.Files = AllFiles;
  }
  if (Given.OnlyFiles.empty())
    return Error::success();
  std::set<std::string> Wanted;
  for (const std::string &File : Given.OnlyFiles)
    Wanted.insert(getAbsolutePath(File));
  erase_if(Given.Files, [&](const std::string &File) {
    return Wanted.count(getAbsolutePath(File)) == 0;
  });
  if (Given.Files.empty())
    return problem("--only: '" + Given.OnlyFiles.front() +
                   "' is none of the files");
  return Error::success();
}

/// A folder without a project says nothing of its files.
static ProjectReading withoutGaps(ProjectReading Reading) {
  for (SourceUnit &Unit : Reading.Units)
    if (Unit.Flags.empty())
      Unit.Flags = unicodeFlags();
  return Reading;
}

std::unique_ptr<CompilationDatabase>
Inputs::database(const CompilationDatabase *Stock) {
  std::unique_ptr<CompilationDatabase> Own = ownDatabase(Stock);
  if (!ObeysEditor)
    return Own;
  const auto Adapt = [this](CompileCommand &Command, StringRef File) {
    Editor.adapt(Command.CommandLine, File);
  };
  if (Own)
    return std::make_unique<ChangedDatabase>(std::move(Own), Adapt);
  return Stock ? std::make_unique<ChangedDatabase>(*Stock, Adapt) : nullptr;
}

std::unique_ptr<CompilationDatabase>
Inputs::ownDatabase(const CompilationDatabase *Stock) {
  switch (Source) {
  case FlagSource::None:
  case FlagSource::CommandLine:
  case FlagSource::Commands:
  case FlagSource::Flags:
    return nullptr;
  case FlagSource::Project:
    return std::make_unique<ProjectDatabase>(withoutGaps(Reading), Files,
                                             targetFlags());
  case FlagSource::WindowsCommands: // asked for more than once
    return std::make_unique<ChangedDatabase>(
        *Windows, [](CompileCommand &, StringRef) {});
  case FlagSource::WindowsFlags:
    if (!Stock)
      return nullptr;
    return std::make_unique<ChangedDatabase>(
        *Stock, [Flags = targetFlags()](CompileCommand &Command, StringRef) {
          Command.CommandLine.insert(Command.CommandLine.begin() + 1,
                                     Flags.begin(), Flags.end());
        });
  }
  llvm_unreachable("all sources are listed");
}

Error Inputs::writeDatabase(StringRef File) const {
  if (Reading.Units.empty())
    return problem("--write-database: there is no project or folder among the "
                   "arguments");
  ProjectReading Complete = withoutGaps(Reading);
  const std::vector<std::string> Target = targetFlags();
  // Other tools do not know where the stand-ins are.
  std::vector<std::string> Headers = microsoftHeaderFlags();
  for (const std::string &Folder : standInFolders())
    append_range(Headers, includeFlags(Folder, /*HasCLibrary=*/true));
  for (SourceUnit &Unit : Complete.Units) {
    Unit.Flags.insert(Unit.Flags.begin(), Target.begin(), Target.end());
    append_range(Unit.Flags, Headers);
  }
  return mapitidy::writeDatabase(Complete, File);
}

} // namespace mapitidy
