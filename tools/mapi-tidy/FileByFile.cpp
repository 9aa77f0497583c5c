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
#include "module/LLVMVersion.h"
#include "module/ProcessReport.h"
#include "module/SharedAnalysis.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/CrashRecoveryContext.h"
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

} // namespace

namespace {

/// Tells what another context's provider tells.
class SameOptions : public tidy::ClangTidyOptionsProvider {
public:
  explicit SameOptions(const ClangTidyContext &Given) : Given(Given) {}
  const tidy::ClangTidyGlobalOptions &getGlobalOptions() override {
    return Given.getGlobalOptions();
  }
  std::vector<OptionsSource> getRawOptions(StringRef File) override {
    return {{Given.getOptionsForFile(File), "clang-tidy"}};
  }

private:
  const ClangTidyContext &Given;
};

/// The context of one file: it remembers diagnostics by numbers that begin
/// anew with each call of runClangTidy.
class FileContext {
public:
  explicit FileContext(ClangTidyContext &All)
      : All(All), Own(makeContext(std::make_unique<SameOptions>(All), All)) {}

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

/// \returns what the checks said of \p File; nothing if they did not get there.
static FileReport *reportOf(size_t Before) {
  std::vector<FileReport> &Files = reportedFiles();
  return Files.size() > Before ? &Files.back() : nullptr;
}

/// Takes out errors that missing headers may explain, and counts them.
static void hideConsequences(FileReport &Report,
                             std::vector<ClangTidyError> &Errors) {
  if (!hidesErrors(Report.Headers))
    return;
  const size_t Before = Errors.size();
  erase_if(Errors, isClangsError);
  Report.HiddenErrors = Before - Errors.size();
}

/// \returns the file's report, with the reason why it was not analysed.
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

/// Analyses one file on a thread of its own, with a stack for deep syntax
/// trees. What breaks Clang or us there ends this file only.
static bool runSafely(function_ref<void()> Analyse) {
  constexpr unsigned StackSize = 256U << 20;
  CrashRecoveryContext::Enable();
  CrashRecoveryContext Net;
  Net.DumpStackAndCleanupOnFailure = true;
  if (Net.RunSafelyOnThread(Analyse, StackSize))
    return true;
  SharedAnalysis::forgetAll();
  return false;
}

/// Goes by what the file's report says, and by whether there is one.
static void judge(StringRef File, bool Ended, FileReport *Report,
                  std::vector<ClangTidyError> &Errors) {
  if (!Ended)
    giveUp(File, "the analysis broke down; please report it with the file");
  else if (Report)
    hideConsequences(*Report, Errors);
  else if (any_of(Errors, isClangsError))
    giveUp(File, "Clang could not read it");
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
    std::vector<ClangTidyError> Errors;
    FileContext Alone(Context);
    const size_t Before = reportedFiles().size();
    const bool Ended = runSafely([&] {
      Errors = runStockClangTidy(
          RUN_CLANG_TIDY_ARGUMENTS(Alone.get(), Database, Path));
    });
    judge(File, Ended, reportOf(Before), Errors);
    Once.dropKnown(Errors);
    if (Plan.PrintsEachFile)
      handleStockErrors(Errors, Context, tidy::FB_NoFix, PrintedErrors, BaseFS);
    append_range(All, Errors);
  }
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
