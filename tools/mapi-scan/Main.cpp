//===- Main.cpp - A project in one command --------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Analyses a project as a whole: what a function does is known in all of its
/// files.
///
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include "Page.h"
#include "Scan.h"
#include "Summary.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace mapitidy;

static constexpr const char *Help =
    R"(Usage: mapi-scan [options] [folder | solution | project | file]...

Analyses a project as a whole: what a function does is known in all of its
files. Without an argument, the folder that it is started in is the project;
with -p alone, all files of that compilation database.

Options of its own:
  -j N, --jobs=N        files at a time; default: as many as there are cores
  --store=FOLDER        where to keep what is known for the next scan, and for
                        mapi-tidy --project; default: .mapi-tidy
  --allow-missing       do not fail because of files that could not be analysed
  --export-report=FILE  what was analysed and what not, in YAML
  --export-fixes=FOLDER findings and fix-its, a file for each source file, for
                        mapi-report and clang-apply-replacements
  --html=FOLDER         a page with all findings and the ways to them, whose
                        index.html is for the browser
  --baseline=FILE       do not show the findings that FILE has
  --write-baseline=FILE write the findings to FILE, for --baseline
  --strict-baseline     fail if findings of the baseline are absent
  --format=summary      no findings, only how many there are of which check
                        and in which folder
  --quiet               no progress and no summary

All others are mapi-tidy's; mapi-tidy --help lists them.
)";

static constexpr const char *Version =
    "  LLVM version " LLVM_VERSION_STRING "\n"
    "  mapi-tidy version " MAPI_TIDY_VERSION "\n";

static int fail(const Twine &Text) {
  errs() << "mapi-scan: error: " << Text << '\n';
  return NotAnalysed;
}

static void summarise(const ScanResult &Of, bool HasBaseline) {
  // A baseline that is only written has all that was found.
  size_t Count = Of.Findings;
  if (!HasBaseline)
    Count += count_if(Of.Report.Findings,
                      [](const FindingRecord &Each) { return Each.IsKnown; });
  errs() << "mapi-scan: " << Count << (HasBaseline ? " new" : "") << " finding"
         << (Count == 1 ? "" : "s") << " in " << Of.Files << " file"
         << (Of.Files == 1 ? "" : "s") << ", " << Of.Read
         << " of them read now; " << Of.Known
         << " functions are known across files, " << Of.Linked
         << (Of.Linked == 1 ? " file depends" : " files depend")
         << " on others\n";
}

/// Prints how many findings there are of each check and in each folder.
static void showFigures(const ScanArguments &Given, const ScanResult &Of) {
  SummaryOptions Wanted;
  SmallString<128> Folder;
  if (!sys::fs::current_path(Folder))
    Wanted.Root = Folder.str().str();
  Wanted.HasBaseline = !Given.Baselines.File.empty();
  printSummary(Of.Report.Findings, Wanted, Given.OnlySummary ? outs() : errs());
}

/// \p Name is in the same folder.
static std::string findProgram(const char *Own, StringRef Name) {
  static int Anchor;
  SmallString<128> Path(
      sys::path::parent_path(sys::fs::getMainExecutable(Own, &Anchor)));
  sys::path::append(Path, Name);
  return Path.str().str();
}

/// Writes the files that the user wants to have of the scan.
static Error writeFiles(const ScanArguments &Given, const ScanResult &Of,
                        const char *Own) {
  if (!Given.ReportFile.empty()) {
    Error Problem = writeToOutput(Given.ReportFile, [&Of](raw_ostream &Out) {
      Of.Report.write(Out);
      return Error::success();
    });
    if (Problem)
      return createStringError(inconvertibleErrorCode(),
                               "cannot write '" + Given.ReportFile +
                                   "': " + toString(std::move(Problem)));
  }
  if (Given.PageFolder.empty())
    return Error::success();
  return writePage(Of, Given.PageFolder, findProgram(Own, "mapi-report"));
}

static int conclude(const ScanArguments &Given, const BaselineRun &Baseline,
                    ScanResult &Of, const char *Own) {
  Of.Report.print(errs());
  if (!Given.Quiet || Given.OnlySummary)
    showFigures(Given, Of);
  if (!Given.Quiet)
    summarise(Of, !Given.Baselines.File.empty());
  if (Error E = writeFiles(Given, Of, Own))
    return fail(toString(std::move(E)));
  Expected<bool> Fails = Baseline.finish("mapi-scan", Given.Quiet, errs());
  if (!Fails)
    return fail(toString(Fails.takeError()));
  if (!Given.AllowsMissing && !Of.Report.FilesNot.empty())
    return NotAnalysed;
  return Of.Failed || *Fails ? FoundErrors : Clean;
}

int main(int Count, const char **Arguments) {
  InitLLVM Setup(Count, Arguments);
  SmallVector<const char *, 32> Expanded(Arguments, Arguments + Count);
  BumpPtrAllocator Allocator;
  cl::ExpansionContext Response(Allocator, cl::TokenizeGNUCommandLine);
  if (Error E = Response.expandResponseFiles(Expanded))
    return fail(toString(std::move(E)));
  Expected<ScanArguments> Given = parseScanArguments(Expanded);
  if (!Given)
    return fail(toString(Given.takeError()));
  if (Given->ShowsHelp || Given->ShowsVersion) {
    outs() << (Given->ShowsHelp ? Help : Version);
    return Clean;
  }
  const std::string Program = findProgram(Arguments[0], "mapi-tidy");
  if (!sys::fs::can_execute(Program))
    return fail("'" + Program + "' is missing");
  Expected<Store> Kept = Store::open(Given->Store);
  if (!Kept)
    return fail(toString(Kept.takeError()));
  Expected<BaselineRun> Baseline = BaselineRun::begin(Given->Baselines);
  if (!Baseline)
    return fail(toString(Baseline.takeError()));
  Expected<ScanResult> Result =
      Scan(*Given, Program, std::move(*Kept), *Baseline).run();
  if (!Result)
    return fail(toString(Result.takeError()));
  return conclude(*Given, *Baseline, *Result, Arguments[0]);
}
