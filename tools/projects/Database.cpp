//===- Database.cpp - Databases with Windows commands ---------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Database.h"
#include "MicrosoftCommandLine.h"
#include "Text.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/JSON.h"

using namespace clang::tooling;
using namespace llvm;

namespace mapitidy {

void CommandIndex::add(CompileCommand Command, FileFinder &Files) {
  std::string Path = Files.absolute(Command.Filename, Command.Directory);
  ByFile[foldCase(Path)].push_back(Commands.size());
  Commands.push_back(std::move(Command));
}

std::vector<CompileCommand> CommandIndex::find(StringRef File,
                                               FileFinder &Files) const {
  std::string Base;
  if (auto Directory = Files.fileSystem().getCurrentWorkingDirectory())
    Base = *Directory;
  std::string Path = Files.absolute(File, Base);
  auto It = ByFile.find(foldCase(Path));
  if (It == ByFile.end()) {
    SmallString<256> Real; // through symbolic links
    if (!Files.fileSystem().getRealPath(Path, Real))
      It = ByFile.find(foldCase(Real));
  }
  std::vector<CompileCommand> Exact, Result;
  if (It == ByFile.end())
    return Result;
  for (size_t At : It->second) {
    const CompileCommand &Command = Commands[At];
    bool IsExact = Files.absolute(Command.Filename, Command.Directory) == Path;
    (IsExact ? Exact : Result).push_back(Command);
  }
  return Exact.empty() ? Result : Exact;
}

std::vector<std::string> CommandIndex::files(const FileFinder &Files) const {
  std::vector<std::string> Result;
  StringSet<> Seen;
  for (const CompileCommand &Command : Commands) {
    std::string Path = Files.absolute(Command.Filename, Command.Directory);
    if (Seen.insert(Path).second)
      Result.push_back(std::move(Path));
  }
  return Result;
}

WindowsDatabase::WindowsDatabase(std::unique_ptr<CompilationDatabase> Inner,
                                 FileFinder &Files,
                                 std::vector<std::string> MicrosoftFlags)
    : Inner(std::move(Inner)), Files(Files),
      MicrosoftFlags(std::move(MicrosoftFlags)) {
  for (CompileCommand &Command : this->Inner->getAllCompileCommands())
    Index.add(convert(std::move(Command)), Files);
}

CompileCommand WindowsDatabase::convert(CompileCommand Command) {
  auto Here = [this](StringRef Path, StringRef Base) {
    std::optional<std::string> Found = Files.find(Path, Base);
    return Found ? *Found : Files.absolute(Path, Base);
  };
  const bool IsMicrosofts = !Command.CommandLine.empty() &&
                            isMicrosoftCompiler(Command.CommandLine.front());
  if (!IsMicrosofts) {
    addExpandedResponseFiles(Command.CommandLine,
                             Files.absolute(Command.Directory, ""),
                             cl::TokenizeGNUCommandLine, Files.fileSystem());
    if (auto Mapped = mapPaths(Command.CommandLine, Files.map()))
      Command.CommandLine = std::move(*Mapped);
    if (Files.map().map(Command.Directory))
      Command.Directory = Here(Command.Directory, "");
    if (Files.map().map(Command.Filename))
      Command.Filename = Here(Command.Filename, Command.Directory);
    return Command;
  }
  HasMicrosoftCommands = true;
  Command.Directory = Here(Command.Directory, "");
  Command.Filename = Here(Command.Filename, Command.Directory);
  Expected<Translation> Translated =
      translate(Command.CommandLine, Command.Directory, Files);
  std::vector<std::string> Line{"clang"};
  append_range(Line, MicrosoftFlags);
  auto Note = [this](std::string Sentence) {
    if (!is_contained(Notes, Sentence))
      Notes.push_back(std::move(Sentence));
  };
  if (!Translated) {
    Note("A command is not understood: " + toString(Translated.takeError()) +
         ".");
  } else {
    append_range(Line, Translated->Flags);
    for (const std::string &Option : Translated->UnknownOptions)
      Note("The compiler's option " + Option +
           " is not known and was left out.");
  }
  Line.push_back(Command.Filename);
  Command.CommandLine = std::move(Line);
  return Command;
}

std::vector<CompileCommand>
WindowsDatabase::getCompileCommands(StringRef FilePath) const {
  std::vector<CompileCommand> Result = Index.find(FilePath, Files);
  // compile_flags.txt lists no files but knows flags for all of them.
  if (Result.empty() && Index.all().empty())
    return Inner->getCompileCommands(FilePath);
  return Result;
}

std::vector<std::string> WindowsDatabase::getAllFiles() const {
  return Index.files(Files);
}

std::vector<CompileCommand> WindowsDatabase::getAllCompileCommands() const {
  return Index.all();
}

ProjectDatabase::ProjectDatabase(const ProjectReading &Reading,
                                 FileFinder &Files,
                                 const std::vector<std::string> &CommonFlags)
    : Files(Files) {
  for (const SourceUnit &Unit : Reading.Units) {
    std::vector<std::string> Line{"clang"};
    append_range(Line, CommonFlags);
    append_range(Line, Unit.Flags);
    Line.push_back(Unit.File);
    Index.add(CompileCommand(Unit.Directory, Unit.File, std::move(Line), ""),
              Files);
  }
}

std::vector<CompileCommand>
ProjectDatabase::getCompileCommands(StringRef FilePath) const {
  return Index.find(FilePath, Files);
}

std::vector<std::string> ProjectDatabase::getAllFiles() const {
  return Index.files(Files);
}

std::vector<CompileCommand> ProjectDatabase::getAllCompileCommands() const {
  return Index.all();
}

/// Whether \p Entry of a database was written on Windows.
static bool isWindowsEntry(const json::Object &Entry) {
  auto Command = Entry.getString("command");
  if (!Command)
    return false;
  std::vector<std::string> Arguments = splitWindowsCommandLine(*Command);
  if (!Arguments.empty() && isMicrosoftCompiler(Arguments.front()))
    return true;
  for (StringRef Key : {"directory", "file"})
    if (auto Path = Entry.getString(Key); Path && isWindowsAbsolute(*Path))
      return true;
  return false;
}

static bool isWindowsText(const json::Value &Database) {
  const json::Array *Entries = Database.getAsArray();
  return Entries && any_of(*Entries, [](const json::Value &Entry) {
           const json::Object *Object = Entry.getAsObject();
           return Object && isWindowsEntry(*Object);
         });
}

Expected<std::unique_ptr<CompilationDatabase>>
readCompileCommands(StringRef File, vfs::FileSystem &FS) {
  Expected<std::string> Text = readText(File, FS);
  if (!Text)
    return Text.takeError();
  Expected<json::Value> Value = json::parse(*Text);
  const bool IsWindows = Value && isWindowsText(*Value);
  // Clang's reader takes more than JSON, as a comma too many; but it does not
  // say where it stops.
  std::string Wrong = Value ? "" : toString(Value.takeError());
  std::string Problem;
  std::unique_ptr<CompilationDatabase> Result =
      JSONCompilationDatabase::loadFromBuffer(
          *Text, Problem,
          IsWindows ? JSONCommandLineSyntax::Windows
                    : JSONCommandLineSyntax::AutoDetect);
  if (!Result)
    return failure("cannot read '" + File +
                   "': " + (Wrong.empty() ? Problem : Wrong));
  return inferTargetAndDriverMode(std::move(Result));
}

} // namespace mapitidy
