//===- Main.cpp - clang-tidy with the MAPI checks -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clang-tidy's main program with the MAPI checks linked in. Before it runs,
/// its command line is completed; behind it stands what was not analysed.
///
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include "Completion.h"
#include "FileByFile.h"
#include "Inputs.h"
#include "OtherFiles.h"
#include "catalogue/ProjectFile.h"
#include "clang-tidy/ClangTidyForceLinker.h"
#include "clang-tidy/tool/ClangTidyMain.h"
#include "hosts/ProcessReport.h"
#include "clang/Tooling/CommonOptionsParser.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using namespace llvm;
using namespace mapitidy;

extern volatile int MapiTidyModuleAnchor;

// Taken off the command line before clang-tidy reads it; here for --help.
static cl::list<std::string>
    SdkOption("mapi-sdk",
              cl::desc("Directories with Windows or MAPI headers, which\n"
                       "#include then finds in any capitalisation; 'auto'\n"
                       "for those of mingw-w64. Can be given repeatedly."),
              cl::value_desc("dir[,dir...]"));
static cl::opt<bool>
    SkipOption("mapi-skip-others",
               cl::desc("Leave out files that do not use MAPI, as a look at\n"
                        "them and at the headers that they include tells\n"
                        "before they are parsed."));
static cl::opt<bool>
    MissingOption("allow-missing",
                  cl::desc("Do not fail because of files that could not be\n"
                           "analysed; otherwise the exit code is 2."));
static cl::opt<bool>
    ErrorsOption("show-errors",
                 cl::desc("Show Clang's errors where headers are not found or\n"
                          "are not those that the code was written for, too."));
static cl::list<std::string>
    MapOption("path-map",
              cl::desc("Where folders of the machine that wrote a compilation\n"
                       "database or project are here: C:\\proj=/src. Can be\n"
                       "given repeatedly, and by MAPI_TIDY_PATH_MAP."),
              cl::value_desc("windows=here"));
static cl::opt<std::string>
    ConfigurationOption("configuration",
                        cl::desc("Configuration of a Visual Studio project,\n"
                                 "such as Release|x64; default the first."),
                        cl::value_desc("name"));
static cl::opt<std::string>
    DatabaseOption("write-database",
                   cl::desc("Write how a project's files are compiled to this\n"
                            "compile_commands.json, and do no more."),
                   cl::value_desc("file"));
static cl::opt<bool> AllOption("all-files",
                               cl::desc("Analyse all files of the compilation\n"
                                        "database."));
static cl::list<std::string>
    OnlyOption("only",
               cl::desc("Of the files that the arguments stand for, analyse\n"
                        "this one. Can be given repeatedly."),
               cl::value_desc("file"));
static cl::opt<bool>
    ListOption("list-files",
               cl::desc("Print the files that the arguments stand for, and do\n"
                        "no more."));
static cl::opt<std::string>
    ProjectOption("project",
                  cl::desc("What the other files of the project do, as\n"
                           "mapi-scan wrote it."),
                  cl::value_desc("file"));
static cl::opt<std::string>
    CaptureOption("capture",
                  cl::desc("Write what other files may want to know of this\n"
                           "one; for mapi-scan."),
                  cl::value_desc("file"));
static cl::opt<std::string>
    BaselineOption("baseline",
                   cl::desc("Do not show the findings that this file has, as\n"
                            "--write-baseline or mapi-report wrote it."),
                   cl::value_desc("file"));
static cl::opt<std::string>
    WriteBaselineOption("write-baseline",
                        cl::desc("Write the findings to this file, for\n"
                                 "--baseline."),
                        cl::value_desc("file"));
static cl::opt<bool> StrictBaselineOption(
    "strict-baseline", cl::desc("Fail if findings of the baseline are absent\n"
                                "from the files that are analysed."));
static cl::opt<std::string>
    ReportOption("export-report",
                 cl::desc("YAML file to write what was analysed and what not,\n"
                          "and headers that were not found."),
                 cl::value_desc("file"));

/// Shows our options among clang-tidy's, which hides all but its own.
static void describeOurselves() {
  if (cl::Option *Checks = cl::getRegisteredOptions().lookup("checks")) {
    cl::OptionCategory &Shown = *Checks->Categories.front();
    SdkOption.addCategory(Shown);
    SkipOption.addCategory(Shown);
    MissingOption.addCategory(Shown);
    ErrorsOption.addCategory(Shown);
    MapOption.addCategory(Shown);
    ConfigurationOption.addCategory(Shown);
    DatabaseOption.addCategory(Shown);
    ReportOption.addCategory(Shown);
    BaselineOption.addCategory(Shown);
    WriteBaselineOption.addCategory(Shown);
    StrictBaselineOption.addCategory(Shown);
    AllOption.addCategory(Shown);
    OnlyOption.addCategory(Shown);
    ListOption.addCategory(Shown);
    ProjectOption.addCategory(Shown);
    CaptureOption.addCategory(Shown);
  }
  cl::AddExtraVersionPrinter([](raw_ostream &Out) {
    Out << "  mapi-tidy version " MAPI_TIDY_VERSION "\n";
  });
}

static int fail(const Twine &Text) {
  errs() << "mapi-tidy: error: " << Text << '\n';
  return NotAnalysed;
}

static int cannotWrite(StringRef File, Error Why) {
  return fail("cannot write '" + File + "': " + toString(std::move(Why)));
}

static std::vector<const char *>
pointersTo(const std::vector<std::string> &Arguments) {
  std::vector<const char *> Result;
  Result.reserve(Arguments.size());
  for (const std::string &Argument : Arguments)
    Result.push_back(Argument.c_str());
  return Result;
}

/// Looks at options that clang-tidy will not see, as there is no file for it.
static Error checkOptions(const CommandLine &Given) {
  std::vector<std::string> Arguments = Given.forClangTidy();
  int Count = static_cast<int>(Arguments.size());
  return tooling::CommonOptionsParser::create(
             Count, pointersTo(Arguments).data(), cl::getGeneralCategory(),
             cl::ZeroOrMore)
      .takeError();
}

static int runClangTidy(const CommandLine &Given) {
  std::vector<std::string> Arguments = Given.forClangTidy();
  return tidy::clangTidyMain(static_cast<int>(Arguments.size()),
                             pointersTo(Arguments).data());
}

static Error writeReport(const RunReport &Run, StringRef File) {
  return writeToOutput(File, [&Run](raw_ostream &Out) {
    Run.write(Out);
    return Error::success();
  });
}

/// clang-tidy writes no file where nothing is found, and leaves one that was
/// there before: both look like something else.
static Error completeFixes(const CommandLine &Given) {
  if (Given.FixesFile.empty() || runPlan().FoundSomething)
    return Error::success();
  return writeToOutput(Given.FixesFile, [](raw_ostream &Out) {
    Out << "---\nMainSourceFile: ''\nDiagnostics: []\n...\n";
    return Error::success();
  });
}

static Expected<bool> finishBaseline() {
  return runPlan().Baseline.finish("mapi-tidy", /*Quiet=*/false, errs());
}

/// Says what was not analysed. \returns the exit code of the process.
static int conclude(const CommandLine &Given, const Inputs &Files,
                    int ClangTidy) {
  RunReport Run = reportOfProcess();
  Run.Notes = Files.notes();
  if (!Given.LeavesReport)
    Run.print(errs());
  if (!Given.ReportFile.empty())
    if (Error E = writeReport(Run, Given.ReportFile))
      return cannotWrite(Given.ReportFile, std::move(E));
  if (ClangTidy != Clean && !runPlan().Started)
    return NotAnalysed; // clang-tidy has said why
  if (Error E = completeFixes(Given))
    return cannotWrite(Given.FixesFile, std::move(E));
  Expected<bool> Fails = finishBaseline();
  if (!Fails)
    return fail(toString(Fails.takeError()));
  if (!Given.AllowsMissing && !Run.FilesNot.empty())
    return NotAnalysed;
  return ClangTidy == Clean && *Fails ? FoundErrors : ClangTidy;
}

/// None of the files uses MAPI. \p Looked is what tells that.
static int concludeWithout(const CommandLine &Given,
                           const std::set<std::string> &Looked) {
  if (Error E = checkOptions(Given))
    return fail(toString(std::move(E)));
  if (!Given.ReportFile.empty())
    if (Error E = writeReport(RunReport(), Given.ReportFile))
      return cannotWrite(Given.ReportFile, std::move(E));
  Expected<bool> Fails = finishBaseline();
  if (!Fails)
    return fail(toString(Fails.takeError()));
  if (Given.CaptureFile.empty())
    return *Fails ? FoundErrors : Clean;
  Error Problem = writeToOutput(Given.CaptureFile, [&](raw_ostream &Out) {
    ProjectFileWriter Writer;
    for (const std::string &File : Looked)
      Writer.addSource(File);
    Writer.write(Out);
    return Error::success();
  });
  if (Problem)
    return cannotWrite(Given.CaptureFile, std::move(Problem));
  return Clean;
}

/// Writes what was understood of projects, for other tools.
static int writeDatabase(const CommandLine &Given, const Inputs &Files) {
  if (Error E = Files.writeDatabase(Given.WrittenDatabase))
    return fail(toString(std::move(E)));
  for (const std::string &Note : Files.notes())
    errs() << "mapi-tidy: note: " << Note << '\n';
  errs() << "mapi-tidy: wrote how " << Given.Files.size()
         << " files are compiled to '" << Given.WrittenDatabase << "'\n";
  return Clean;
}

/// A number for how a file is compiled.
static std::string keyOf(const tooling::CompilationDatabase *Database,
                         StringRef File) {
  std::string All;
  if (Database)
    for (const tooling::CompileCommand &Each :
         Database->getCompileCommands(File))
      All += Each.Directory + '\n' + join(Each.CommandLine, "\n") + '\n';
  return digestOf(All);
}

/// Prints the files, each with its whole path, one a line; in front of it a
/// number that changes with how the file is compiled.
static int listFiles(const CommandLine &Given, Inputs &Files) {
  for (const std::string &Note : Files.notes())
    errs() << "mapi-tidy: note: " << Note << '\n';
  const std::unique_ptr<tooling::CompilationDatabase> Stock =
      Given.Files.empty() ? nullptr : stockDatabase(Given);
  const std::unique_ptr<tooling::CompilationDatabase> Own =
      Files.database(Stock.get());
  for (const std::string &File : Given.Files) {
    const std::string Path = tooling::getAbsolutePath(File);
    outs() << keyOf(Own ? Own.get() : Stock.get(), Path) << ' ' << Path << '\n';
  }
  return Clean;
}

/// \returns how the files are compiled; null if \p Stock says it.
static std::unique_ptr<tooling::CompilationDatabase>
databaseFor(const CommandLine &Given, Inputs &Files,
            const tooling::CompilationDatabase &Stock) {
  using namespace tooling;
  std::unique_ptr<CompilationDatabase> Own = Files.database(&Stock);
  if (!Own || Files.source() == FlagSource::WindowsFlags)
    return Own; // clang-tidy's has --extra-arg
  auto Result =
      std::make_unique<ArgumentsAdjustingCompilations>(std::move(Own));
  Result->appendArgumentsAdjuster(
      combineAdjusters(getInsertArgumentAdjuster(Given.ExtraFlagsBefore,
                                                 ArgumentInsertPosition::BEGIN),
                       getInsertArgumentAdjuster(Given.ExtraFlags,
                                                 ArgumentInsertPosition::END)));
  return Result;
}

static int analyse(CommandLine &Given) {
  Expected<std::unique_ptr<Inputs>> Files = Inputs::read(Given);
  if (!Files)
    return fail(toString(Files.takeError()));
  if (!Given.WrittenDatabase.empty())
    return writeDatabase(Given, **Files);
  if (Given.ListsFiles)
    return listFiles(Given, **Files);
  if (Error E = complete(Given, **Files))
    return fail(toString(std::move(E)));
  RunPlan &Plan = runPlan();
  Expected<BaselineRun> Baseline = BaselineRun::begin(Given.Baselines);
  if (!Baseline)
    return fail(toString(Baseline.takeError()));
  Plan.Baseline = std::move(*Baseline);
  Plan.PrintsEachFile = !Given.Fixes;
  if (Given.ShowsErrors)
    setErrorPolicy(ErrorPolicy::Show);
  else if ((*Files)->isMicrosofts())
    setErrorPolicy(ErrorPolicy::Hide);
  Plan.ProjectFile = Given.ProjectFile;
  Plan.CaptureFile = Given.CaptureFile;
  Plan.UsesWindowsNames = !Given.SdkDirectories.empty();
  Plan.Database = [&](const tooling::CompilationDatabase &Stock) {
    return databaseFor(Given, **Files, Stock);
  };
  if (Given.SkipsOthers && !Given.Files.empty()) {
    Expected<std::set<std::string>> Looked = leaveOutOthers(Given, **Files);
    if (!Looked)
      return fail(toString(Looked.takeError()));
    if (Given.Files.empty())
      return concludeWithout(Given, *Looked);
  }
  return conclude(Given, **Files, runClangTidy(Given));
}

int main(int Count, const char **Arguments) {
  (void)MapiTidyModuleAnchor;
  describeOurselves();
  setReportMode(ReportMode::ByHost);

  SmallVector<const char *, 32> Expanded(Arguments, Arguments + Count);
  BumpPtrAllocator Allocator;
  cl::ExpansionContext Response(Allocator, cl::TokenizeGNUCommandLine);
  if (Error E = Response.expandResponseFiles(Expanded))
    return fail(toString(std::move(E)));
  Expected<CommandLine> Given = parseCommandLine(Expanded);
  if (!Given)
    return fail(toString(Given.takeError()));
  return Given->Analyses ? analyse(*Given) : runClangTidy(*Given);
}
