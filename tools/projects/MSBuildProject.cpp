//===- MSBuildProject.cpp - Projects of Visual Studio 2010 and later ------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MSBuild.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

namespace {

/// Writes the settings of a source file as options of cl.exe.
class Options {
public:
  Options(const Metadata &Settings, const Macros &Properties,
          const ProjectRequest &Request, Reading &Into)
      : Settings(Settings), Properties(Properties), Request(Request),
        Into(Into) {}

  std::vector<std::string> write() {
    add(languageOf(setting("LanguageStandard")));
    add(languageOf(setting("LanguageStandard_C")));
    add(StringSwitch<StringRef>(setting("CompileAs"))
            .Case("CompileAsC", "/TC")
            .Case("CompileAsCpp", "/TP")
            .Default(""));
    add(StringSwitch<StringRef>(setting("RuntimeLibrary"))
            .Case("MultiThreaded", "/MT")
            .Case("MultiThreadedDebug", "/MTd")
            .Case("MultiThreadedDLL", "/MD")
            .Case("MultiThreadedDebugDLL", "/MDd")
            .Default(""));
    add(StringSwitch<StringRef>(setting("StructMemberAlignment"))
            .Case("1Byte", "/Zp1")
            .Case("2Bytes", "/Zp2")
            .Case("4Bytes", "/Zp4")
            .Case("8Bytes", "/Zp8")
            .Case("16Bytes", "/Zp16")
            .Default(""));
    addDefinitions("/D", list("PreprocessorDefinitions"), Result);
    addDefinitions("/U", list("UndefinePreprocessorDefinitions"), Result);
    addFolders("/I", list("AdditionalIncludeDirectories"), Request, Into,
               Result);
    addFolders("/I", splitList(Properties.get("IncludePath")), Request, Into,
               Result);
    if (Properties.get("ConfigurationType").equals_insensitive("Makefile")) {
      // Another tool builds it; this is what the editor goes by.
      addDefinitions("/D",
                     splitList(Properties.get("NMakePreprocessorDefinitions")),
                     Result);
      addFolders("/I", splitList(Properties.get("NMakeIncludeSearchPath")),
                 Request, Into, Result);
    }
    addFolders("/external:I", splitList(Properties.get("ExternalIncludePath")),
               Request, Into, Result);
    for (const std::string &Name : list("ForcedIncludeFiles"))
      Result.push_back("/FI" + withoutMacros(Name));
    append_range(Result, splitWindowsCommandLine(
                             withoutMacros(setting("AdditionalOptions"))));
    return std::move(Result);
  }

private:
  StringRef setting(StringRef Name) const {
    auto It = Settings.find(Name.lower());
    return It == Settings.end() ? StringRef() : StringRef(It->second).trim();
  }

  std::vector<std::string> list(StringRef Name) const {
    std::vector<std::string> Result = splitList(setting(Name));
    for (std::string &Entry : Result)
      Entry = unescapeMSBuild(Entry);
    return Result;
  }

  void add(StringRef Option) {
    if (!Option.empty())
      Result.push_back(Option.str());
  }

  static StringRef languageOf(StringRef Standard) {
    return StringSwitch<StringRef>(Standard)
        .Case("stdcpp14", "/std:c++14")
        .Case("stdcpp17", "/std:c++17")
        .Case("stdcpp20", "/std:c++20")
        .Case("stdcpp23preview", "/std:c++23preview")
        .Case("stdcpp23", "/std:c++23")
        .Case("stdcpplatest", "/std:c++latest")
        .Case("stdc11", "/std:c11")
        .Case("stdc17", "/std:c17")
        .Case("stdclatest", "/std:clatest")
        .Default("");
  }

  const Metadata &Settings;
  const Macros &Properties;
  const ProjectRequest &Request;
  Reading &Into;
  std::vector<std::string> Result;
};

} // namespace

/// Evaluates what does not depend on a configuration: which there are, in the
/// project itself or in a file that it imports, and where a project without a
/// solution takes the solution to be.
static Expected<std::vector<std::string>> look(ProjectRequest &Request,
                                               FileFinder &Files) {
  Reading Unused(Files); // what is noted here will be noted again
  MSBuildEvaluation Look(Request, Unused, "");
  if (Error E = Look.run())
    return E;
  if (Look.Properties.get("SolutionDir").empty())
    Request.SolutionFolder = Request.directory();
  return std::move(Look.Configurations);
}

static bool isTrue(const Metadata &Settings, StringRef Name) {
  auto It = Settings.find(Name.lower());
  return It != Settings.end() &&
         StringRef(It->second).trim().equals_insensitive("true");
}

Error readMSBuildProject(const ProjectRequest &Asked, Reading &Into) {
  ProjectRequest Request = Asked;
  StringRef File = sys::path::filename(Request.File);
  Expected<std::vector<std::string>> Known = look(Request, Into.Files);
  if (!Known)
    return Known.takeError();
  if (Known->empty()) {
    Into.note(File + " has no configurations; it is read as Debug|Win32.");
    Known->push_back("Debug|Win32");
  }
  Expected<size_t> Index =
      chooseConfiguration(*Known, Request.Configuration, Request.File);
  if (!Index)
    return Index.takeError();
  const std::string &Configuration = (*Known)[*Index];
  MSBuildEvaluation Evaluation(Request, Into, Configuration);
  if (Error E = Evaluation.run())
    return E;
  if (Into.Result.Configuration.empty())
    Into.Result.Configuration = Configuration;
  if (StringRef Clr = Evaluation.Properties.get("CLRSupport");
      !Clr.empty() && !Clr.equals_insensitive("false"))
    Into.note(File + " is C++/CLI, of which only what is plain C++ is read.");
  for (const SourceItem &Source : Evaluation.Sources)
    if (!isTrue(Source.Settings, "ExcludedFromBuild"))
      Into.addUnit(
          Source.Name, Request,
          Options(Source.Settings, Evaluation.Properties, Request, Into)
              .write(),
          is64BitConfiguration(Configuration));
  return Error::success();
}

} // namespace mapitidy
