//===- CommandLine.cpp - The command line ---------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace mapitidy {

/// Options of clang-tidy after which the next argument is their value.
static bool takesValue(StringRef Option) {
  return StringSwitch<bool>(Option)
      .Case("p", true)
      .Case("checks", true)
      .Case("config", true)
      .Case("config-file", true)
      .Case("export-fixes", true)
      .Case("extra-arg", true)
      .Case("extra-arg-before", true)
      .Case("format-style", true)
      .Case("header-filter", true)
      .Case("exclude-header-filter", true)
      .Case("line-filter", true)
      .Case("load", true)
      .Case("store-check-profile", true)
      .Case("vfsoverlay", true)
      .Case("warnings-as-errors", true)
      .Case("mapi-sdk", true)
      .Default(false);
}

static bool onlyInforms(StringRef Option) {
  return StringSwitch<bool>(Option)
      .Case("help", true)
      .Case("help-hidden", true)
      .Case("help-list", true)
      .Case("version", true)
      .Case("list-checks", true)
      .Case("dump-config", true)
      .Case("verify-config", true)
      .Case("explain-config", true)
      .Case("h", true)
      .Default(false);
}

static void addDirectories(StringRef List, std::vector<std::string> &Into) {
  SmallVector<StringRef, 4> Parts;
  List.split(Parts, ',', -1, false);
  for (StringRef Part : Parts)
    Into.push_back(Part.str());
}

CommandLine parseCommandLine(ArrayRef<const char *> Arguments) {
  CommandLine Result;
  Result.Program = Arguments[0];
  for (size_t I = 1; I < Arguments.size(); ++I) {
    StringRef Argument = Arguments[I];
    if (Argument == "--") {
      Result.HasCompilerFlags = true;
      for (++I; I < Arguments.size(); ++I)
        Result.CompilerFlags.push_back(Arguments[I]);
      break;
    }
    if (!Argument.starts_with("-")) {
      Result.Files.push_back(Argument.str());
      Result.Arguments.push_back(Argument.str());
      continue;
    }
    auto [Option, Text] = Argument.ltrim('-').split('=');
    bool Separate = !Argument.contains('=') && takesValue(Option) &&
                    I + 1 < Arguments.size();
    if (Separate)
      Text = Arguments[I + 1];
    Result.Quiet |= Option == "quiet";
    Result.NamesDatabase |= Option == "p";
    Result.Analyses &= !onlyInforms(Option);
    if (Option == "mapi-sdk") {
      addDirectories(Text, Result.SdkDirectories);
    } else {
      Result.Arguments.push_back(Argument.str());
      if (Separate)
        Result.Arguments.push_back(Text.str());
    }
    I += Separate;
  }
  return Result;
}

std::vector<std::string> windowsFlags(StringRef HeaderDirectory) {
  std::vector<std::string> Flags = {"--target=x86_64-w64-mingw32",
                                    "-fms-extensions", "-DUNICODE",
                                    "-D_UNICODE", "-D_NODISCARD="};
  if (!HeaderDirectory.empty()) {
    Flags.push_back("-idirafter");
    Flags.push_back(HeaderDirectory.str());
  }
  return Flags;
}

} // namespace mapitidy
