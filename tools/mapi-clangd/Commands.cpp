//===- Commands.cpp - How an editor's files are compiled ------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "CommandLine.h"
#include "MicrosoftCommandLine.h"
#include "WindowsSdk.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "headers/HeaderLookup.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Process.h"

using namespace llvm;

namespace mapitidy {

/// Folders of headers behind all others: mingw-w64's, then stand-ins.
static std::vector<std::string> lastFolders(bool UsesMingw) {
  std::vector<std::string> Flags;
  if (UsesMingw)
    Flags = microsoftHeaderFlags();
  const std::string Mingw = UsesMingw ? findMingwHeaders() : "";
  if (!Mingw.empty())
    append_range(Flags, includeFlags(Mingw, hasHeader(Mingw, "stdlib.h")));
  for (const std::string &Folder : standInFolders())
    append_range(Flags, includeFlags(Folder, /*HasCLibrary=*/true));
  return Flags;
}

std::vector<std::string> fallbackFlags() {
  std::vector<std::string> Flags = windowsFlags({});
  append_range(Flags, lastFolders(/*UsesMingw=*/true));
  return Flags;
}

/// Whether Clang made the command of a compile_flags.txt.
static bool isOfFlagsFile(ArrayRef<std::string> Line) {
  return !Line.empty() && Line.front() == "clang-tool";
}

/// \returns the flags of a command of cl.exe for Clang; none if it cannot be
/// understood.
static std::optional<std::vector<std::string>>
translated(const clang::tooling::CompileCommand &Command) {
  Expected<PathMap> Map =
      PathMap::parse(sys::Process::GetEnv("MAPI_TIDY_PATH_MAP").value_or(""));
  if (!Map) {
    consumeError(Map.takeError()); // mapi-tidy tells
    Map = PathMap();
  }
  const IntrusiveRefCntPtr<vfs::FileSystem> Disk = vfs::getRealFileSystem();
  FileFinder Files(*Disk, std::move(*Map));
  Expected<Translation> Result =
      translate(Command.CommandLine, Command.Directory, Files);
  if (Result)
    return std::move(Result->Flags);
  consumeError(Result.takeError()); // clangd's own reading is as good
  return std::nullopt;
}

/// Adds flags behind the others; behind `--` only files may stand.
static void addFlags(std::vector<std::string> &Line,
                     const std::vector<std::string> &Flags) {
  Line.insert(find(Line, "--"), Flags.begin(), Flags.end());
}

/// Adds the flags of clang-tidy's configuration, where clang-tidy does.
static void addConfigured(std::vector<std::string> &Line, StringRef File) {
  using namespace clang::tidy;
  const ClangTidyOptions Options =
      FileOptionsProvider({}, ClangTidyOptions::getDefaults(), {})
          .getOptions(File);
  if (Options.ExtraArgs)
    addFlags(Line, *Options.ExtraArgs);
  if (Options.ExtraArgsBefore && !Line.empty())
    Line.insert(Line.begin() + 1, Options.ExtraArgsBefore->begin(),
                Options.ExtraArgsBefore->end());
}

void adaptCommand(clang::tooling::CompileCommand &Command, StringRef File) {
  std::vector<std::string> &Line = Command.CommandLine;
  bool UsesMingw = false;
  if (!Line.empty() && isMicrosoftCompiler(Line.front())) {
    if (std::optional<std::vector<std::string>> Flags = translated(Command)) {
      Line = {"clang++"};
      append_range(Line, targetFlags());
      append_range(Line, *Flags);
      Line.push_back(Command.Filename);
      UsesMingw = true;
    }
  } else if (isOfFlagsFile(Line) && none_of(Line, namesTarget)) {
    const std::vector<std::string> Target = targetFlags();
    Line.insert(Line.begin() + 1, Target.begin(), Target.end());
    UsesMingw = true;
  }
  addConfigured(Line, File);
  addFlags(Line, lastFolders(UsesMingw));
}

} // namespace mapitidy
