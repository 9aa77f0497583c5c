//===- Reading.cpp - What all project formats share -----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reading.h"
#include "MicrosoftCommandLine.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

std::string ProjectRequest::directory() const {
  return sys::path::parent_path(File).str();
}

void Reading::note(const Twine &Sentence) {
  std::string Text = Sentence.str();
  if (Noted.insert(Text).second)
    Result.Notes.push_back(std::move(Text));
}

static StringRef nameOf(const ProjectRequest &Project) {
  return sys::path::filename(Project.File);
}

void Reading::noteFolders(ArrayRef<std::string> Missing,
                          const ProjectRequest &Project) {
  for (const std::string &Folder : Missing)
    note("The include folder '" + Files.absolute(Folder, Project.directory()) +
         "' does not exist.");
}

void Reading::addUnit(StringRef Source, const ProjectRequest &Project,
                      ArrayRef<std::string> Options, bool Is64Bit) {
  std::optional<std::string> File = Files.find(Source, Project.directory());
  if (!File || Files.isDirectory(*File))
    return note("'" + Source + "' of " + nameOf(Project) + " does not exist.");
  std::vector<std::string> Command{"cl.exe"};
  append_range(Command, Options);
  append_range(Command, std::vector<std::string>{"--", *File});
  Expected<Translation> Translated =
      translate(Command, Project.directory(), Files);
  if (!Translated)
    return note("The options of '" + Source + "' in " + nameOf(Project) +
                " are not understood: " + toString(Translated.takeError()) +
                ".");
  noteFolders(Translated->MissingFolders, Project);
  for (const std::string &Option : Translated->UnknownOptions)
    note("The compiler's option " + Option + " is not known and was left out.");
  if (!Added.insert(foldCase(*File)).second)
    return; // another project compiles it
  Result.Units.push_back({*File, Project.directory(),
                          std::move(Translated->Flags),
                          Translated->Is64Bit.value_or(Is64Bit)});
}

/// Visual Studio calls the same platform x86 in solutions, Win32 in projects.
static std::string canonical(StringRef Configuration) {
  auto [Name, Platform] = Configuration.split('|');
  std::string Folded = foldCase(Platform.trim());
  return foldCase(Name.trim()) + "|" + (Folded == "x86" ? "win32" : Folded);
}

static bool isForPc(StringRef Configuration) {
  StringRef Platform = Configuration.split('|').second.trim();
  return Platform.empty() || Platform.equals_insensitive("Win32") ||
         Platform.equals_insensitive("x86") ||
         Platform.equals_insensitive("x64") ||
         Platform.equals_insensitive("Mixed Platforms");
}

Expected<size_t> chooseConfiguration(ArrayRef<std::string> Known,
                                     StringRef Wanted, StringRef File) {
  const bool NamesPlatform = Wanted.contains('|');
  const std::string Key = canonical(Wanted);
  auto Matches = [&](StringRef Name) {
    if (Wanted.empty())
      return true;
    return NamesPlatform ? canonical(Name) == Key
                         : foldCase(Name.split('|').first) == foldCase(Wanted);
  };
  std::optional<size_t> First;
  for (size_t I = 0; I < Known.size(); ++I) {
    if (!Matches(Known[I]))
      continue;
    if (isForPc(Known[I]))
      return I;
    if (!First)
      First = I;
  }
  if (First)
    return *First;
  return failure(File + ": there is no configuration '" + Wanted +
                 "'; there are " + join(Known, ", "));
}

bool is64BitConfiguration(StringRef Name) {
  StringRef Platform = Name.split('|').second.trim();
  return Platform.contains("64");
}

std::vector<std::string> splitList(StringRef Text, StringRef Separators) {
  std::vector<std::string> Result;
  while (!Text.empty()) {
    size_t End = Text.find_first_of(Separators);
    StringRef Entry = Text.take_front(End).trim();
    Text = End == StringRef::npos ? "" : Text.drop_front(End + 1);
    if (Entry.size() >= 2 && Entry.front() == '"' && Entry.back() == '"')
      Entry = Entry.drop_front().drop_back().trim();
    if (!Entry.empty())
      Result.push_back(Entry.str());
  }
  return Result;
}

void setPlaces(Macros &Known, const ProjectRequest &Request,
               StringRef Configuration) {
  auto [Name, Platform] = Configuration.split('|');
  const std::string Folder = Request.directory();
  StringRef Stem = sys::path::stem(Request.File);
  for (StringRef Macro : {"Configuration", "ConfigurationName"})
    Known.setGlobal(Macro, Name);
  for (StringRef Macro : {"Platform", "PlatformName"})
    Known.setGlobal(Macro, Platform);
  for (StringRef Macro : {"ProjectDir", "InputDir"})
    Known.setGlobal(Macro, Folder + "/");
  Known.setGlobal("ProjectPath", Request.File);
  Known.setGlobal("ProjectFileName", sys::path::filename(Request.File));
  Known.setGlobal("ProjectExt", sys::path::extension(Request.File));
  Known.setDefault("ProjectName", Stem);
  if (!Request.SolutionFolder.empty())
    Known.setGlobal("SolutionDir", Request.SolutionFolder + "/");
  Known.setGlobal("SolutionPath", Request.Solution);
  Known.setGlobal("SolutionFileName", sys::path::filename(Request.Solution));
  Known.setGlobal("SolutionName", sys::path::stem(Request.Solution));
  Known.setGlobal("SolutionExt", sys::path::extension(Request.Solution));
}

/// A definition passes through the compiler's command line: quotes that are to
/// stay have a backslash.
static std::string unquoted(StringRef Text) {
  std::string Result;
  for (size_t At = 0; At < Text.size(); ++At) {
    if (Text.substr(At).starts_with("\\\""))
      Result += Text[++At];
    else if (Text[At] != '"')
      Result += Text[At];
  }
  return Result;
}

void addDefinitions(StringRef Option, ArrayRef<std::string> Values,
                    std::vector<std::string> &Options) {
  for (const std::string &Value : Values) {
    std::string Text = unquoted(withoutMacros(Value));
    if (!Text.empty())
      Options.push_back((Option + Text).str());
  }
}

/// Whether \p Macro is a folder of Visual Studio's or an SDK's own, whose
/// headers are had from elsewhere.
static bool isOfVisualStudio(StringRef Macro) {
  StringRef Name = Macro.drop_front(2);
  for (StringRef Prefix :
       {"VC", "VS", "WindowsSD", "WindowsKits", "UniversalCRT", "NETFX",
        "Framework", "DXSDK", "IncludePath", "ExternalIncludePath", "Inherit",
        "NoInherit", "UCRT"})
    if (Name.starts_with_insensitive(Prefix))
      return true;
  return false;
}

void addFolders(StringRef Option, ArrayRef<std::string> Folders,
                const ProjectRequest &Project, Reading &Into,
                std::vector<std::string> &Options) {
  for (const std::string &Folder : Folders) {
    StringRef Macro = firstMacro(Folder);
    if (Macro.empty())
      Options.push_back((Option + Folder).str());
    else if (hasFunction(Folder))
      Into.note("The include folder '" + Folder + "' of " + nameOf(Project) +
                " is left out: property functions are not evaluated.");
    else if (!isOfVisualStudio(Macro))
      Into.note("The include folder '" + Folder + "' of " + nameOf(Project) +
                " is left out: the project does not set " + Macro + ".");
  }
}

} // namespace mapitidy
