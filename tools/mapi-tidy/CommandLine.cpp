//===- CommandLine.cpp - The command line ---------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace mapitidy {

/// Options after which the next argument is their value.
static bool takesValue(StringRef Option) {
  return is_contained<StringRef>(
      {"p", "checks", "config", "config-file", "exclude-header-filter",
       "export-fixes", "extra-arg", "extra-arg-before", "format-style",
       "header-filter", "line-filter", "load", "removed-arg",
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

/// An option of ours, which clang-tidy does not see.
struct OwnOption {
  StringRef Name;
  /// What it must be given; null: it takes no value.
  const char *Wants;
  void (*Apply)(CommandLine &Into, StringRef Value);
};

static const OwnOption OwnOptions[] = {
    {"all-files", nullptr,
     [](CommandLine &Into, StringRef) { Into.TakesAll = true; }},
    {"allow-missing", nullptr,
     [](CommandLine &Into, StringRef) { Into.AllowsMissing = true; }},
    {"baseline", "the file of known findings: --baseline=FILE",
     [](CommandLine &Into, StringRef Value) {
       Into.Baselines.File = Value.str();
     }},
    {"capture", "a file to write to: --capture=FILE",
     [](CommandLine &Into, StringRef Value) {
       Into.CaptureFile = Value.str();
     }},
    {"configuration",
     "a configuration of the project: --configuration=Release|x64",
     [](CommandLine &Into, StringRef Value) {
       Into.ProjectConfiguration = Value.str();
     }},
    {"export-report", "a file to write to: --export-report=FILE",
     [](CommandLine &Into, StringRef Value) { Into.ReportFile = Value.str(); }},
    {"list-files", nullptr,
     [](CommandLine &Into, StringRef) { Into.ListsFiles = true; }},
    {"mapi-sdk",
     "a directory with headers, or 'auto' for mingw-w64's: "
     "--mapi-sdk=DIR[,DIR...]",
     [](CommandLine &Into, StringRef Value) {
       for (StringRef Part : split(Value, ','))
         if (!Part.empty())
           Into.SdkDirectories.push_back(Part.str());
     }},
    {"mapi-skip-others", nullptr,
     [](CommandLine &Into, StringRef) { Into.SkipsOthers = true; }},
    {"no-report", nullptr,
     [](CommandLine &Into, StringRef) { Into.LeavesReport = true; }},
    {"only", "a file of the project: --only=FILE",
     [](CommandLine &Into, StringRef Value) {
       Into.OnlyFiles.push_back(Value.str());
     }},
    {"path-map",
     "a Windows folder and what it is here: --path-map=C:\\src=/src",
     [](CommandLine &Into, StringRef Value) {
       Into.PathMaps.push_back(Value.str());
     }},
    {"project", "the file that mapi-scan has written: --project=FILE",
     [](CommandLine &Into, StringRef Value) {
       Into.ProjectFile = Value.str();
     }},
    {"show-errors", nullptr,
     [](CommandLine &Into, StringRef) { Into.ShowsErrors = true; }},
    {"strict-baseline", nullptr,
     [](CommandLine &Into, StringRef) { Into.Baselines.IsStrict = true; }},
    {"write-baseline", "a file to write to: --write-baseline=FILE",
     [](CommandLine &Into, StringRef Value) {
       Into.Baselines.WrittenFile = Value.str();
     }},
    {"write-database", "a file to write to: --write-database=FILE",
     [](CommandLine &Into, StringRef Value) {
       Into.WrittenDatabase = Value.str();
     }},
};

/// \param Value behind `=`, if there is one.
/// \returns whether \p Next is the option's value.
static Expected<bool> addOwnOption(CommandLine &Result, const OwnOption &Own,
                                   std::optional<StringRef> Value,
                                   const char *Next) {
  if (!Own.Wants && Value)
    return createStringError(inconvertibleErrorCode(),
                             "--" + Own.Name + " takes no value");
  const StringRef Text = Value ? *Value : Own.Wants && Next ? Next : "";
  if (Own.Wants && Text.trim(',').empty())
    return createStringError(inconvertibleErrorCode(),
                             "--" + Own.Name + " needs " + Own.Wants);
  Own.Apply(Result, Text);
  return Own.Wants && !Value;
}

/// Takes in one option; \p Next is the argument behind it, null at the end.
/// \returns whether \p Next is its value.
static Expected<bool> addOption(CommandLine &Result, StringRef Argument,
                                const char *Next) {
  const bool HasValue = Argument.contains('=');
  for (const OwnOption &Own : OwnOptions)
    if (Argument.ltrim('-').split('=').first == Own.Name)
      return addOwnOption(Result, Own,
                          HasValue ? std::optional(Argument.split('=').second)
                                   : std::nullopt,
                          Next);
  auto [Option, Text] = Argument.ltrim('-').split('=');
  bool Separate = !HasValue && takesValue(Option) && Next;
  if (Separate)
    Text = Next;
  if (Option == "p")
    Result.Database = Text.str();
  if (Option == "extra-arg")
    Result.ExtraFlags.push_back(Text.str());
  if (Option == "extra-arg-before")
    Result.ExtraFlagsBefore.push_back(Text.str());
  if (Option == "export-fixes")
    Result.FixesFile = Text.str();
  if (Option == "config")
    Result.Configuration = Text.str();
  if (Option == "config-file")
    Result.ConfigurationFile = Text.str();
  Result.NamesOverlay |= Option == "vfsoverlay";
  Result.NamesChecks |=
      Option == "checks" || Option == "config" || Option == "config-file";
  Result.Analyses &= !onlyInforms(Option);
  Result.Fixes |=
      Option == "fix" || Option == "fix-errors" || Option == "fix-notes";
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

std::vector<std::string> targetFlags() {
  // Microsoft's rules, which allow what its compiler does, with headers that
  // are written for GNU's: mingw-w64's believe a compiler that has _MSC_VER.
  return {"--target=x86_64-w64-mingw32",
          "-fms-extensions",
          "-fms-compatibility",
          "-fms-compatibility-version=19.30",
          "-fgnuc-version=12.1",
          "-U_MSC_VER",
          "-D_NODISCARD=",
          "-Wno-nonportable-include-path"};
}

bool namesTarget(StringRef Flag) {
  return Flag.starts_with("--target") || Flag == "-target" ||
         Flag.starts_with("--driver-mode") || Flag == "-m32" || Flag == "-m64";
}

std::vector<std::string> unicodeFlags() { return {"-DUNICODE", "-D_UNICODE"}; }

std::vector<std::string> windowsFlags(ArrayRef<std::string> Files) {
  std::vector<std::string> Flags = targetFlags();
  append_range(Flags, unicodeFlags());
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
