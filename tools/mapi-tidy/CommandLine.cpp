//===- CommandLine.cpp - The command line ---------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;

namespace mapitidy {

/// Options after which the next argument is their value.
static bool takesValue(StringRef Option) {
  return is_contained<StringRef>(
      {"p", "checks", "config", "config-file", "exclude-header-filter",
       "export-fixes", "extra-arg", "extra-arg-before", "format-style",
       "header-filter", "line-filter", "load", "mapi-sdk", "removed-arg",
       "store-check-profile", "vfsoverlay", "warnings-as-errors"},
      Option);
}

/// Options with which clang-tidy reads no source file.
static bool onlyInforms(StringRef Option) {
  return is_contained<StringRef>(
      {"h", "help", "help-hidden", "help-list", "help-list-hidden", "version",
       "list-checks", "dump-config", "verify-config", "explain-config"},
      Option);
}

static Error addDirectories(StringRef List, std::vector<std::string> &Into) {
  SmallVector<StringRef, 4> Parts;
  List.split(Parts, ',', -1, false);
  if (Parts.empty())
    return createStringError(inconvertibleErrorCode(),
                             "--mapi-sdk needs a directory with headers, or "
                             "'auto' for mingw-w64's: --mapi-sdk=DIR[,DIR...]");
  for (StringRef Part : Parts)
    Into.push_back(Part.str());
  return Error::success();
}

/// Takes in one option; \p Next is the argument behind it, null at the end.
/// \returns whether \p Next is its value.
static Expected<bool> addOption(CommandLine &Result, StringRef Argument,
                                const char *Next) {
  auto [Option, Text] = Argument.ltrim('-').split('=');
  bool Separate = !Argument.contains('=') && takesValue(Option) && Next;
  if (Separate)
    Text = Next;
  if (Option == "p")
    Result.Database = Text.str();
  if (Option == "extra-arg")
    Result.ExtraFlags.push_back(Text.str());
  if (Option == "extra-arg-before")
    Result.ExtraFlagsBefore.push_back(Text.str());
  if (Option == "config")
    Result.Configuration = Text.str();
  if (Option == "config-file")
    Result.ConfigurationFile = Text.str();
  Result.NamesOverlay |= Option == "vfsoverlay";
  Result.NamesChecks |=
      Option == "checks" || Option == "config" || Option == "config-file";
  Result.Analyses &= !onlyInforms(Option);
  if (Option == "mapi-skip-others") {
    if (Argument.contains('='))
      return createStringError(inconvertibleErrorCode(),
                               "--mapi-skip-others takes no value");
    Result.SkipsOthers = true;
    return false;
  }
  if (Option == "mapi-sdk") {
    if (Error E = addDirectories(Text, Result.SdkDirectories))
      return E;
    return Separate;
  }
  Result.Arguments.push_back(Argument.str());
  if (Separate)
    Result.Arguments.push_back(Text.str());
  return Separate;
}

Expected<CommandLine> parseCommandLine(ArrayRef<const char *> Arguments) {
  CommandLine Result;
  Result.Program = Arguments.front();
  for (size_t I = 1; I < Arguments.size(); ++I) {
    StringRef Argument = Arguments[I];
    if (Argument == "--") {
      Result.HasCompilerFlags = true;
      for (const char *Flag : Arguments.drop_front(I + 1))
        Result.CompilerFlags.push_back(Flag);
      break;
    }
    if (!Argument.starts_with("-")) {
      Result.Files.push_back(Argument.str());
      continue;
    }
    const char *Next = I + 1 < Arguments.size() ? Arguments[I + 1] : nullptr;
    Expected<bool> TookNext = addOption(Result, Argument, Next);
    if (!TookNext)
      return TookNext.takeError();
    I += *TookNext;
  }
  return Result;
}

void CommandLine::addCompilerFlag(StringRef Flag) {
  ExtraFlagsBefore.push_back(Flag.str());
  Arguments.push_back("--extra-arg-before=" + Flag.str());
}

std::vector<std::string> CommandLine::forClangTidy() const {
  std::vector<std::string> Result{Program};
  append_range(Result, Arguments);
  append_range(Result, Files);
  if (HasCompilerFlags) {
    Result.push_back("--");
    append_range(Result, CompilerFlags);
  }
  return Result;
}

std::vector<std::string> windowsFlags(ArrayRef<std::string> Files) {
  std::vector<std::string> Flags = {"--target=x86_64-w64-mingw32",
                                    "-fms-extensions", "-DUNICODE",
                                    "-D_UNICODE", "-D_NODISCARD="};
  // Clang takes a lone .h file for C.
  if (!Files.empty() && all_of(Files, [](StringRef File) {
        return File.ends_with_insensitive(".h");
      }))
    append_range(Flags, std::vector<std::string>{"-x", "c++-header"});
  return Flags;
}

std::vector<std::string> includeFlags(StringRef Directory, bool HasCLibrary) {
  // clang-cl understands neither -isystem nor -idirafter without -Xclang.
  return {"-Xclang", HasCLibrary ? "-idirafter" : "-isystem", "-Xclang",
          Directory.str()};
}

} // namespace mapitidy
