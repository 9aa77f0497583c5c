//===- FileByFile.cpp - One file after the other --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The linker (--wrap) leads two calls of clang-tidy's main program here: to
/// run the checks on all files, and to print what they found. Its options, and
/// all else that it does, stay its own.
///
//===----------------------------------------------------------------------===//

#include "FileByFile.h"
#include "Paths.h"
#include "clang-tidy/ClangTidy.h"
#include "headers/WindowsFileSystem.h"
#include "hosts/LLVMVersion.h"
#include "hosts/ProcessReport.h"
#include "hosts/SharedAnalysis.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/Path.h"
#include <csignal>
#include <set>

using namespace clang;
using namespace llvm;
using namespace mapitidy;
using tidy::ClangTidyContext;
using tidy::ClangTidyError;

// clang-tidy's own, by the names that the linker gives them ...
std::vector<ClangTidyError> runStockClangTidy(RUN_CLANG_TIDY_PARAMETERS) asm(
    "__real_" RUN_CLANG_TIDY_NAME);
void handleStockErrors(ArrayRef<ClangTidyError> Errors,
                       ClangTidyContext &Context, tidy::FixBehaviour Fix,
                       unsigned &WarningsAsErrors,
                       IntrusiveRefCntPtr<vfs::FileSystem>
                           Files) asm("__real_" HANDLE_ERRORS_NAME);

// ... and what is called in their place.
std::vector<ClangTidyError>
    runFileByFile(RUN_CLANG_TIDY_PARAMETERS) asm("__wrap_" RUN_CLANG_TIDY_NAME);
void handleRest(ArrayRef<ClangTidyError> Errors, ClangTidyContext &Context,
                tidy::FixBehaviour Fix, unsigned &WarningsAsErrors,
                IntrusiveRefCntPtr<vfs::FileSystem>
                    Files) asm("__wrap_" HANDLE_ERRORS_NAME);

RunPlan &mapitidy::runPlan() {
  static RunPlan Plan;
  return Plan;
}

/// Those of the findings printed so far that fail the run.
static unsigned PrintedErrors = 0;

namespace {

/// Leaves out what has been said of another file: headers are analysed with
/// each file that includes them.
class OnceOnly {
public:
  void dropKnown(std::vector<ClangTidyError> &Errors) {
    erase_if(Errors, [this](const ClangTidyError &Each) {
      return !Known
                  .insert({Each.Message.FilePath, Each.Message.FileOffset,
                           Each.Message.Message, Each.DiagnosticName})
                  .second;
    });
  }

private:
  std::set<std::tuple<std::string, unsigned, std::string, std::string>> Known;
};

/// Tells what another context's provider tells, with more flags.
class SameOptions : public tidy::ClangTidyOptionsProvider {
public:
  SameOptions(const ClangTidyContext &Given, ArrayRef<std::string> Flags)
      : Given(Given), Flags(Flags) {}
  const tidy::ClangTidyGlobalOptions &getGlobalOptions() override {
    return Given.getGlobalOptions();
  }
  std::vector<OptionsSource> getRawOptions(StringRef File) override {
    tidy::ClangTidyOptions Options = Given.getOptionsForFile(File);
    if (!Options.ExtraArgs)
      Options.ExtraArgs.emplace();
    append_range(*Options.ExtraArgs, Flags);
    set(Options, "mapi.Project", runPlan().ProjectFile);
    set(Options, "mapi.CaptureTo", runPlan().CaptureFile);
    return {{std::move(Options), "clang-tidy"}};
  }

private:
  /// What the command line says of a check's option wins.
  static void set(tidy::ClangTidyOptions &Options, StringRef Name,
                  StringRef Value) {
    if (!Value.empty())
      Options.CheckOptions[Name] =
          tidy::ClangTidyOptions::ClangTidyValue(Value);
  }

  const ClangTidyContext &Given;
  std::vector<std::string> Flags;
};

/// The context of one file: it remembers diagnostics by numbers that begin
/// anew with each call of runClangTidy.
class FileContext {
public:
  FileContext(ClangTidyContext &All, ArrayRef<std::string> Flags)
      : All(All),
        Own(makeContext(std::make_unique<SameOptions>(All, Flags), All)) {}

  /// Adds what clang-tidy counts to the statistics of all files.
  ~FileContext() {
    // The context's owner reads them, and only clang-tidy itself may write.
    auto &Sum = const_cast<tidy::ClangTidyStats &>(All.getStats());
    const tidy::ClangTidyStats &Mine = Own->getStats();
    Sum.ErrorsDisplayed += Mine.ErrorsDisplayed;
    Sum.ErrorsIgnoredCheckFilter += Mine.ErrorsIgnoredCheckFilter;
    Sum.ErrorsIgnoredNOLINT += Mine.ErrorsIgnoredNOLINT;
    Sum.ErrorsIgnoredNonUserCode += Mine.ErrorsIgnoredNonUserCode;
    Sum.ErrorsIgnoredLineFilter += Mine.ErrorsIgnoredLineFilter;
  }
  FileContext(const FileContext &) = delete;
  FileContext &operator=(const FileContext &) = delete;

  ClangTidyContext &get() { return *Own; }

private:
  ClangTidyContext &All;
  std::unique_ptr<ClangTidyContext> Own;
};

} // namespace

static bool isClangsError(const ClangTidyError &Each) {
  return Each.DiagLevel == ClangTidyError::Error &&
         StringRef(Each.DiagnosticName).starts_with("clang-diagnostic-error");
}

namespace {

/// What came of a file: a report for each way in which it is compiled.
struct FileResult {
  std::vector<ClangTidyError> Errors;
  std::vector<FileReport> Reports;
  bool Ended = false;

  unsigned functionsNot() const {
    unsigned Sum = 0;
    for (const FileReport &Each : Reports)
      Sum += Each.Coverage.Not;
    return Sum;
  }
};

} // namespace

/// Takes out errors that missing headers may explain, and counts them.
static void hideConsequences(FileResult &Of) {
  if (none_of(Of.Reports,
              [](const FileReport &Each) { return hidesErrors(Each.Headers); }))
    return;
  const size_t Before = Of.Errors.size();
  erase_if(Of.Errors, isClangsError);
  Of.Reports.back().HiddenErrors = Before - Of.Errors.size();
}

/// \returns flags that define as empty what looks like a macro in front of code
/// that is not in the syntax tree.
static std::vector<std::string> emptyMacros(const FileResult &Of) {
  std::set<std::string> Names;
  for (const FileReport &Each : Of.Reports)
    for (const SwallowedLines &Lines : Each.Coverage.Swallowed)
      Names.insert(Lines.Macros.begin(), Lines.Macros.end());
  std::vector<std::string> Flags;
  Flags.reserve(Names.size());
  for (const std::string &Name : Names)
    Flags.push_back("-D" + Name + "(...)=");
  return Flags;
}

/// The record of \p Error, which is shown once only.
static FindingRecord *recordOf(const ClangTidyError &Error, FileResult &Of) {
  for (FileReport &Report : Of.Reports)
    for (FindingRecord &Each : Report.Findings)
      if (Each.Offset == Error.Message.FileOffset &&
          Each.Check == Error.DiagnosticName &&
          Each.Message == Error.Message.Message &&
          Each.File == Error.Message.FilePath)
        return &Each;
  return nullptr;
}

/// Takes out what is in the baseline, and keeps the records of what was shown
/// or is known: not of what NOLINT and filters leave out.
static void compareWithBaseline(FileResult &Of) {
  std::vector<FindingRecord> Kept;
  erase_if(Of.Errors, [&](const ClangTidyError &Each) {
    const FindingRecord *Record = recordOf(Each, Of);
    if (!Record)
      return false;
    FindingRecord &New = Kept.emplace_back(*Record);
    New.IsKnown = runPlan().Baseline.isKnown(New.Identity);
    SmallString<128> Path;
    if (sys::path::is_relative(New.File))
      Path = Each.BuildDirectory;
    sys::path::append(Path, New.File);
    New.File = Path.str().str();
    return New.IsKnown;
  });
  for (FileReport &Each : Of.Reports)
    Each.Findings.clear();
  if (!Of.Reports.empty())
    Of.Reports.back().Findings = std::move(Kept);
}

/// Reports why the file was not analysed.
static void giveUp(StringRef File, std::string WhyNot) {
  FileReport Report;
  Report.File = File.str();
  Report.WhyNot = std::move(WhyNot);
  reportFile(std::move(Report), /*CountsAll=*/false);
}

/// \returns what a database has, for those who wonder why a file is not in it.
static std::string exampleOf(const tooling::CompilationDatabase &Database) {
  const std::vector<std::string> Files = Database.getAllFiles();
  if (Files.empty())
    return "it has no file";
  const std::string Example = *std::min_element(Files.begin(), Files.end());
  if (!isWindowsAbsolute(Example))
    return "it has '" + Example + "'";
  return "it has '" + Example +
         "'; --path-map says where such files are on this machine";
}

#ifndef _WIN32
namespace {

/// Lets handlers of signals run where the stack is used up.
class SignalStack {
public:
  SignalStack() : Memory(Size) {
    stack_t Own = {};
    Own.ss_sp = Memory.data();
    Own.ss_size = Memory.size();
    sigaltstack(&Own, nullptr);
    for (int Signal : {SIGSEGV, SIGBUS}) {
      struct sigaction Action;
      sigaction(Signal, nullptr, &Action);
      Action.sa_flags |= SA_ONSTACK;
      sigaction(Signal, &Action, nullptr);
    }
  }
  ~SignalStack() {
    stack_t None = {};
    None.ss_flags = SS_DISABLE;
    sigaltstack(&None, nullptr);
  }
  SignalStack(const SignalStack &) = delete;
  SignalStack &operator=(const SignalStack &) = delete;

private:
  static constexpr size_t Size = 1U << 16;
  std::vector<char> Memory;
};

} // namespace
#endif

/// Analyses one file on a thread of its own, with a stack for deep syntax
/// trees. What breaks Clang or us there ends this file only.
static bool runSafely(function_ref<void()> Analyse) {
  constexpr unsigned StackSize = 256U << 20;
  CrashRecoveryContext::Enable();
  CrashRecoveryContext Net;
  const auto OnThread = [Analyse] {
#ifndef _WIN32
    const SignalStack ForSignals;
#endif
    Analyse();
  };
  if (Net.RunSafelyOnThread(OnThread, StackSize))
    return true;
  SharedAnalysis::forgetAll();
  return false;
}

/// Reports it if \p File was not analysed, and leaves the errors that are to be
/// shown.
static void conclude(StringRef File, FileResult &Of) {
  if (!Of.Ended)
    giveUp(File, "the analysis broke down; please report it with the file");
  else if (!Of.Reports.empty())
    hideConsequences(Of);
  else if (any_of(Of.Errors, isClangsError))
    giveUp(File, "Clang could not read it");
}

/// Takes what was reported since \p Before for one file.
static std::vector<FileReport> takeReports(size_t Before) {
  std::vector<FileReport> &All = reportedFiles();
  std::vector<FileReport> Result(All.begin() + Before, All.end());
  All.resize(Before);
  return Result;
}

/// Analyses one file with more flags. \p Run calls clang-tidy's own function.
static FileResult
analyse(ClangTidyContext &Context, ArrayRef<std::string> Flags,
        function_ref<std::vector<ClangTidyError>(ClangTidyContext &)> Run) {
  FileResult Result;
  FileContext Alone(Context, Flags);
  const size_t Before = reportedFiles().size();
  Result.Ended = runSafely([&] { Result.Errors = Run(Alone.get()); });
  Result.Reports = takeReports(Before);
  return Result;
}

/// Analyses one file; once more if macros are empty that nobody defines, where
/// they hide code.
static FileResult
analyse(ClangTidyContext &Context,
        function_ref<std::vector<ClangTidyError>(ClangTidyContext &)> Run) {
  FileResult Result = analyse(Context, {}, Run);
  const std::vector<std::string> Flags = emptyMacros(Result);
  if (Flags.empty())
    return Result;
  FileResult Second = analyse(Context, Flags, Run);
  return Second.Ended && Second.functionsNot() < Result.functionsNot()
             ? std::move(Second)
             : std::move(Result);
}

std::vector<ClangTidyError> runFileByFile(RUN_CLANG_TIDY_PARAMETERS) {
  RunPlan &Plan = runPlan();
  Plan.Started = true;
  std::unique_ptr<tooling::CompilationDatabase> Own =
      Plan.Database ? Plan.Database(Compilations) : nullptr;
  const tooling::CompilationDatabase &Database = Own ? *Own : Compilations;
  if (Plan.UsesWindowsNames)
    BaseFS->pushOverlay(withWindowsNames(vfs::getRealFileSystem()));
  std::vector<ClangTidyError> All;
  OnceOnly Once;
  for (const std::string &File : InputFiles) {
    const std::string Path = tooling::getAbsolutePath(File);
    if (Database.getCompileCommands(Path).empty()) {
      giveUp(File, "the compilation database does not have it; " +
                       exampleOf(Database));
      continue;
    }
    FileResult Result = analyse(Context, [&](ClangTidyContext &Alone) {
      return runStockClangTidy(RUN_CLANG_TIDY_ARGUMENTS(Alone, Database, Path));
    });
    conclude(File, Result);
    Once.dropKnown(Result.Errors);
    compareWithBaseline(Result);
    append_range(reportedFiles(), Result.Reports);
    if (Plan.PrintsEachFile)
      handleStockErrors(Result.Errors, Context, tidy::FB_NoFix, PrintedErrors,
                        BaseFS);
    append_range(All, Result.Errors);
  }
  Plan.FoundSomething = !All.empty();
  return All;
}

void handleRest(ArrayRef<ClangTidyError> Errors, ClangTidyContext &Context,
                tidy::FixBehaviour Fix, unsigned &WarningsAsErrors,
                IntrusiveRefCntPtr<vfs::FileSystem> Files) {
  if (runPlan().PrintsEachFile)
    WarningsAsErrors += PrintedErrors;
  else
    handleStockErrors(Errors, Context, Fix, WarningsAsErrors, std::move(Files));
}
