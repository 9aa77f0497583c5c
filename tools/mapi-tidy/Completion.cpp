//===- Completion.cpp - What a user need not say --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Completion.h"
#include "ResourceDirectory.h"
#include "WindowsSdk.h"
#include "headers/HeaderLookup.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

static void warn(const Twine &Text) {
  errs() << "mapi-tidy: warning: " << Text << '\n';
}

/// Whether one of the files \p Names is in the directory of \p File or in one
/// above it, or may be.
static bool isAbove(StringRef File, ArrayRef<StringRef> Names) {
  SmallString<256> Directory(File);
  if (sys::fs::make_absolute(Directory))
    return true;
  while (sys::path::has_parent_path(Directory)) {
    sys::path::remove_filename(Directory);
    for (StringRef Name : Names)
      if (sys::fs::exists(Directory + "/" + Name))
        return true;
  }
  return false;
}

/// Whether something says which checks are to run.
static bool knowsChecks(const CommandLine &Given) {
  return Given.NamesChecks || any_of(Given.Files, [](StringRef File) {
           return isAbove(File, {".clang-tidy"});
         });
}

/// Resolves `auto`, makes names absolute and checks that they are directories.
static Error resolveSdk(CommandLine &Given, StringRef Mingw) {
  for (std::string &Directory : Given.SdkDirectories) {
    if (Directory == "auto") {
      if (Mingw.empty())
        return createStringError(inconvertibleErrorCode(),
                                 "--mapi-sdk=auto: no MAPI headers found; "
                                 "install the package mingw-w64-x86-64-dev");
      Directory = Mingw.str();
    }
    SmallString<256> Absolute(Directory);
    if (!sys::fs::is_directory(Directory) || sys::fs::make_absolute(Absolute))
      return createStringError(inconvertibleErrorCode(),
                               Twine("--mapi-sdk: '") + Directory +
                                   "' is not a directory");
    sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
    Directory = Absolute.str().str();
  }
  return Error::success();
}

/// What is said of files that are compiled as Windows code.
static StringRef assumption(FlagSource Source) {
  switch (Source) {
  case FlagSource::None:
    return "no compilation database and no flags after '--': assuming Windows "
           "C++ with mingw-w64's headers";
  case FlagSource::WindowsFlags:
    return "compile_flags.txt names no target: assuming Windows C++ with "
           "mingw-w64's headers";
  default:
    return "compiling for x86_64-w64-mingw32, with mingw-w64's headers";
  }
}

/// The files are Windows code. \param Source what says so.
static void compileForWindows(CommandLine &Given, FlagSource Source,
                              StringRef Mingw) {
  if (Source == FlagSource::None || Source == FlagSource::Project) {
    // Of a project clang-tidy is given the files; we know their flags.
    Given.HasCompilerFlags = true;
    Given.CompilerFlags = windowsFlags(Given.Files);
  }
  for (const std::string &Flag : microsoftHeaderFlags())
    Given.addCompilerFlag(Flag);
  errs() << "mapi-tidy: " << assumption(Source) << '\n';
  if (!Mingw.empty())
    Given.SdkDirectories.push_back(Mingw.str());
  else if (none_of(Given.SdkDirectories, [](StringRef Directory) {
             return hasHeader(Directory, "mapix.h");
           }))
    warn("no MAPI headers found; install the package mingw-w64-x86-64-dev or "
         "name a directory with --mapi-sdk");
}

/// CMake puts the compiler before its flags, whose name tells for what it
/// compiles (x86_64-w64-mingw32-g++). clang-tidy does not look at it.
static void obeyCompilerName(std::vector<std::string> &Flags) {
  if (Flags.empty() || StringRef(Flags.front()).starts_with("-"))
    return;
  InitializeAllTargetInfos();
  tooling::addTargetAndModeForProgramName(Flags, Flags.front());
}

/// Lets the compiler find the headers of \p Given's SDK directories.
static void addSdk(CommandLine &Given) {
  for (StringRef Directory : Given.SdkDirectories)
    for (StringRef Flag :
         includeFlags(Directory, hasHeader(Directory, "stdlib.h")))
      Given.addCompilerFlag(Flag);
}

Error complete(CommandLine &Given, const Inputs &Files) {
  for (const std::string &File : Given.Files)
    if (!Given.NamesOverlay && !sys::fs::exists(File))
      return createStringError(inconvertibleErrorCode(),
                               Twine("no such file: '") + File + "'");
  if (Given.NamesOverlay && !Given.SdkDirectories.empty())
    return createStringError(inconvertibleErrorCode(),
                             "--mapi-sdk and --vfsoverlay cannot be combined");
  if (!knowsChecks(Given))
    Given.Arguments.push_back("--checks=-*,mapi-*");
  obeyCompilerName(Given.CompilerFlags);
  std::string Mingw = findMingwHeaders();
  if (Error E = resolveSdk(Given, Mingw))
    return E;
  if (!Given.NamesOverlay && !Given.Files.empty() && Files.isWindows())
    compileForWindows(Given, Files.source(), Mingw);
  addSdk(Given);
  std::string Resources = findResourceDirectory(Given.Program.c_str());
  if (Resources.empty())
    warn("Clang's own headers not found; install the package libclang-common-" +
         Twine(LLVM_VERSION_MAJOR) + "-dev");
  else
    Given.addCompilerFlag("-resource-dir=" + Resources);
  return Error::success();
}

} // namespace mapitidy
