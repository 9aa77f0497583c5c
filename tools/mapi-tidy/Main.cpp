//===- Main.cpp - clang-tidy with the MAPI checks -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include "ResourceDirectory.h"
#include "WindowsSdk.h"
#include "clang-tidy/ClangTidyForceLinker.h"
#include "clang-tidy/tool/ClangTidyMain.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace mapitidy;

extern volatile int MapiTidyModuleAnchor;

static void say(const CommandLine &Given, const Twine &Text) {
  if (!Given.Quiet)
    errs() << "mapi-tidy: " << Text << '\n';
}

static int fail(const Twine &Text) {
  errs() << "mapi-tidy: error: " << Text << '\n';
  return 1;
}

static bool hasDatabase(const CommandLine &Given) {
  if (Given.NamesDatabase || Given.Files.empty())
    return true;
  std::string Ignored;
  return clang::tooling::CompilationDatabase::autoDetectFromSource(
             Given.Files.front(), Ignored) != nullptr;
}

/// Adds \p Flag for the compiler, whatever the source of its other flags.
static void addFlag(CommandLine &Given, StringRef Flag) {
  Given.Arguments.push_back("--extra-arg=" + Flag.str());
}

/// Resolves `auto` and checks that the directories are there.
static Error resolveSdk(CommandLine &Given, StringRef Mingw) {
  for (std::string &Directory : Given.SdkDirectories) {
    if (Directory == "auto") {
      if (Mingw.empty())
        return createStringError(
            inconvertibleErrorCode(),
            "--mapi-sdk=auto: no MAPI headers found; install the package "
            "mingw-w64-x86-64-dev");
      Directory = Mingw.str();
    }
    if (!sys::fs::is_directory(Directory))
      return createStringError(inconvertibleErrorCode(),
                               "--mapi-sdk: '" + Directory +
                                   "' is not a directory");
  }
  return Error::success();
}

/// Nothing says how the files are compiled: they are Windows C or C++.
static void assumeWindows(CommandLine &Given, StringRef Mingw) {
  Given.HasCompilerFlags = true;
  Given.CompilerFlags = windowsFlags(Mingw);
  if (Mingw.empty()) {
    errs() << "mapi-tidy: warning: no MAPI headers found; install the package "
              "mingw-w64-x86-64-dev\n";
    return;
  }
  say(Given, "no compilation database and no flags after '--': assuming "
             "Windows C++ with mingw-w64's headers");
  Given.SdkDirectories.push_back(Mingw.str());
}

static Error prepare(CommandLine &Given) {
  std::string Mingw = findMingwHeaders();
  if (Error E = resolveSdk(Given, Mingw))
    return E;
  std::vector<std::string> Named = Given.SdkDirectories;
  if (!Given.HasCompilerFlags && !hasDatabase(Given))
    assumeWindows(Given, Mingw);
  for (const std::string &Directory : Named) {
    addFlag(Given, "-idirafter");
    addFlag(Given, Directory);
  }
  if (!Given.SdkDirectories.empty()) {
    Expected<std::string> Overlay = writeOverlay(Given.SdkDirectories);
    if (!Overlay)
      return Overlay.takeError();
    Given.Arguments.push_back("--vfsoverlay=" + *Overlay);
  }
  std::string Resources = findResourceDirectory(Given.Program.c_str());
  if (!Resources.empty())
    addFlag(Given, "-resource-dir=" + Resources);
  return Error::success();
}

int main(int Count, const char **Arguments) {
  (void)MapiTidyModuleAnchor;
  CommandLine Given = parseCommandLine(ArrayRef(Arguments, Count));
  if (Given.Analyses) {
    for (const std::string &File : Given.Files)
      if (!sys::fs::exists(File))
        return fail("no such file: '" + File + "'");
    if (Error E = prepare(Given))
      return fail(toString(std::move(E)));
  }
  std::vector<const char *> Final{Arguments[0]};
  for (const std::string &Argument : Given.Arguments)
    Final.push_back(Argument.c_str());
  if (Given.HasCompilerFlags) {
    Final.push_back("--");
    for (const std::string &Flag : Given.CompilerFlags)
      Final.push_back(Flag.c_str());
  }
  return clang::tidy::clangTidyMain(Final.size(), Final.data());
}
