//===- OtherFiles.cpp - Files that do not use MAPI ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OtherFiles.h"
#include "FirstLook.h"
#include "WindowsSdk.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "headers/SharedFolder.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// clang-tidy's configuration for \p File.
static Expected<tidy::ClangTidyOptions>
configurationOf(StringRef File, const CommandLine &Given) {
  std::string Text = Given.Configuration.value_or("");
  if (Given.ConfigurationFile) {
    auto Buffer = MemoryBuffer::getFile(*Given.ConfigurationFile);
    if (!Buffer)
      return createStringError(Buffer.getError(),
                               "cannot read '" + *Given.ConfigurationFile +
                                   "': " + Buffer.getError().message());
    Text = (*Buffer)->getBuffer().str();
  }
  if (Text.empty())
    return tidy::FileOptionsProvider({}, tidy::ClangTidyOptions::getDefaults(),
                                     {})
        .getOptions(File);
  ErrorOr<tidy::ClangTidyOptions> Parsed =
      tidy::parseConfiguration(MemoryBufferRef(Text, "--config"));
  if (!Parsed)
    return createStringError(Parsed.getError(),
                             "cannot read the configuration: " +
                                 Parsed.getError().message());
  return *Parsed;
}

/// The catalogue with the user's files, which are kept in \p Read by their
/// names.
static Expected<const Catalogue *>
catalogueOf(const tidy::ClangTidyOptions &Configuration,
            std::map<std::string, Catalogue> &Read) {
  auto It = Configuration.CheckOptions.find("mapi.Catalogue");
  const std::string Names =
      It == Configuration.CheckOptions.end() ? "" : It->second.Value;
  if (auto Known = Read.find(Names); Known != Read.end())
    return &Known->second;
  Catalogue Result = Catalogue::builtIn();
  if (Error E = Result.addFiles(Names))
    return E;
  return &Read.emplace(Names, std::move(Result)).first->second;
}

std::unique_ptr<tooling::CompilationDatabase>
stockDatabase(const CommandLine &Given) {
  std::string Problem; // clang-tidy tells of it
  if (Given.Database)
    return tooling::CompilationDatabase::autoDetectFromDirectory(
        *Given.Database, Problem);
  if (!Given.HasCompilerFlags)
    return tooling::CompilationDatabase::autoDetectFromSource(
        Given.Files.front(), Problem);
  std::vector<const char *> Arguments{"mapi-tidy", "--"};
  for (const std::string &Flag : Given.CompilerFlags)
    Arguments.push_back(Flag.c_str());
  int Count = static_cast<int>(Arguments.size());
  return tooling::FixedCompilationDatabase::loadFromCommandLine(
      Count, Arguments.data(), Problem);
}

/// Adds to a compiler's flags what clang-tidy adds.
static tooling::ArgumentsAdjuster
adjusterFor(const CommandLine &Given,
            const tidy::ClangTidyOptions &Configuration) {
  using namespace tooling;
  CommandLineArguments Before, Behind;
  if (Configuration.ExtraArgsBefore)
    append_range(Before, *Configuration.ExtraArgsBefore);
  if (Configuration.ExtraArgs)
    append_range(Behind, *Configuration.ExtraArgs);
  append_range(Before, Given.ExtraFlagsBefore);
  append_range(Behind, Given.ExtraFlags);
  return combineAdjusters(
      getInsertArgumentAdjuster(Before, ArgumentInsertPosition::BEGIN),
      getInsertArgumentAdjuster(Behind, ArgumentInsertPosition::END));
}

Expected<std::set<std::string>> leaveOutOthers(CommandLine &Given,
                                               Inputs &Files) {
  std::set<std::string> Looked;
  const std::unique_ptr<tooling::CompilationDatabase> Stock =
      stockDatabase(Given);
  const std::unique_ptr<tooling::CompilationDatabase> Own =
      Files.database(Stock.get());
  const tooling::CompilationDatabase *Database = Own ? Own.get() : Stock.get();
  if (!Database || Given.NamesOverlay)
    return Looked; // clang-tidy has the word
  std::vector<std::string> Platform;
  if (std::string Mingw = findMingwHeaders(); !Mingw.empty())
    Platform.push_back(std::move(Mingw));
  if (std::string StandIns = sharedFile("stand-ins"); !StandIns.empty())
    Platform.push_back(std::move(StandIns));
  std::map<std::string, Catalogue> Catalogues;
  std::vector<std::string> Kept;
  for (const std::string &File : Given.Files) {
    std::string Path = tooling::getAbsolutePath(File);
    Expected<tidy::ClangTidyOptions> Configuration =
        configurationOf(Path, Given);
    if (!Configuration)
      return Configuration.takeError();
    Expected<const Catalogue *> Known = catalogueOf(*Configuration, Catalogues);
    if (!Known)
      return Known.takeError();
    if (mayUseMapi(Path, **Known,
                   {*Database, adjusterFor(Given, *Configuration), Platform},
                   Looked))
      Kept.push_back(File);
  }
  if (size_t LeftOut = Given.Files.size() - Kept.size();
      LeftOut != 0 && !Given.LeavesReport)
    errs() << "mapi-tidy: " << LeftOut << " of " << Given.Files.size()
           << " files do not use MAPI and are left out\n";
  // With other files clang-tidy might find another database.
  if (!Given.Database && !Given.HasCompilerFlags && !Kept.empty() &&
      Kept.front() != Given.Files.front())
    Given.Arguments.push_back(
        "-p=" +
        sys::path::parent_path(tooling::getAbsolutePath(Given.Files.front()))
            .str());
  Given.Files = std::move(Kept);
  return Looked;
}

} // namespace mapitidy
