//===- Main.cpp - Findings for CI systems ---------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns what clang-tidy exports into what CI systems show in a merge request,
/// or into a page.
///
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "Html.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace mapitidy;

static cl::OptionCategory Category("mapi-report options");

enum class Format { GitHub, Azure, GitLab, Sarif, Html };
static cl::opt<Format> OutputFormat(
    "format", cl::Required, cl::desc("What to write:"),
    cl::values(clEnumValN(Format::GitHub, "github",
                          "annotations of GitHub Actions"),
               clEnumValN(Format::Azure, "azure", "issues of Azure Pipelines"),
               clEnumValN(Format::GitLab, "gitlab",
                          "GitLab's code quality report (JSON)"),
               clEnumValN(Format::Sarif, "sarif", "SARIF 2.1.0"),
               clEnumValN(Format::Html, "html",
                          "a page for the browser, in the folder of -o")),
    cl::cat(Category));
static cl::opt<std::string>
    Root("root",
         cl::desc("Show paths relative to this folder; default: the "
                  "current one"),
         cl::value_desc("dir"), cl::init("."), cl::cat(Category));
static cl::opt<std::string> Output("o",
                                   cl::desc("Write to this file, or with "
                                            "--format=html into this folder"),
                                   cl::value_desc("path"), cl::init("-"),
                                   cl::cat(Category));
static cl::list<std::string>
    Inputs(cl::Positional, cl::OneOrMore, cl::cat(Category),
           cl::desc("<files that clang-tidy --export-fixes wrote, or folders "
                    "of them>"));

static cl::opt<bool>
    AllowMissing("allow-missing",
                 cl::desc("An input that is missing or empty has no findings; "
                          "otherwise it is an error"),
                 cl::cat(Category));
static cl::opt<std::string>
    Run("run",
        cl::desc("What mapi-tidy --export-report wrote: show what was not "
                 "analysed, too, and not what was found in the baseline"),
        cl::value_desc("file"), cl::cat(Category));

static int fail(const Twine &Text) {
  errs() << "mapi-report: error: " << Text << '\n';
  return 1;
}

/// Whether there is nothing in an input, as where a step before has failed.
/// clang-tidy writes no file if there is nothing to write, run-clang-tidy an
/// empty one.
static bool isMissing(StringRef Path) {
  uint64_t Size = 0;
  if (sys::fs::is_directory(Path)) {
    std::error_code Problem;
    return sys::fs::directory_iterator(Path, Problem) ==
           sys::fs::directory_iterator();
  }
  return sys::fs::file_size(Path, Size) || Size == 0;
}

static Error addInputs(Report &Into) {
  for (const std::string &Path : Inputs) {
    if (!isMissing(Path)) {
      if (Error E = Into.add(Path))
        return E;
      continue;
    }
    const StringRef What = sys::fs::exists(Path) ? "is empty" : "is not there";
    if (!AllowMissing)
      return createStringError(inconvertibleErrorCode(),
                               "'" + Path + "' " + What +
                                   "; if that means that nothing was found, "
                                   "add --allow-missing");
    errs() << "mapi-report: note: '" << Path << "' " << What
           << ", so there are no findings in it\n";
  }
  return Error::success();
}

/// Adds what became of the run, if it was exported.
static Error addRun(Report &Into) {
  if (Run.empty())
    return Error::success();
  auto Buffer = MemoryBuffer::getFile(Run);
  if (!Buffer)
    return createStringError(Buffer.getError(),
                             "cannot read '" + Run +
                                 "': " + Buffer.getError().message());
  Expected<RunReport> Read = RunReport::read(**Buffer);
  if (!Read)
    return Read.takeError();
  Into.add(*Read);
  return Error::success();
}

static void writeTo(raw_ostream &Out, const Report &From) {
  switch (OutputFormat.getValue()) {
  case Format::GitHub:
    return writeGitHub(From, Out);
  case Format::Azure:
    return writeAzure(From, Out);
  case Format::GitLab:
    return writeGitLab(From, Out);
  case Format::Sarif:
    return writeSarif(From, Out);
  case Format::Html:
    return; // has files
  }
}

static Error write(const Report &From) {
  if (OutputFormat == Format::Html)
    return writeHtml(From, Output);
  Error Problem = writeToOutput(Output, [&](raw_ostream &Out) {
    writeTo(Out, From);
    return Error::success();
  });
  if (!Problem)
    return Problem;
  return createStringError(inconvertibleErrorCode(),
                           "cannot write '" + Output +
                               "': " + toString(std::move(Problem)));
}

int main(int Count, const char **Arguments) {
  cl::HideUnrelatedOptions(Category);
  cl::AddExtraVersionPrinter([](raw_ostream &Out) {
    Out << "  mapi-tidy version " MAPI_TIDY_VERSION "\n";
  });
  cl::ParseCommandLineOptions(
      Count, Arguments,
      "Turns what clang-tidy writes with --export-fixes into what CI systems "
      "show, or into a page.\n");
  if (!sys::fs::is_directory(Root))
    return fail("--root: '" + Root + "' is not a directory");
  if (OutputFormat == Format::Html && Output == "-")
    return fail("--format=html writes a folder; name it with -o DIR");
  Report Findings(Root);
  if (Error E = addInputs(Findings))
    return fail(toString(std::move(E)));
  if (Error E = addRun(Findings))
    return fail(toString(std::move(E)));
  Findings.finish();
  for (const std::string &Problem : Findings.problems())
    errs() << "mapi-report: warning: " << Problem << '\n';
  if (Error E = write(Findings))
    return fail(toString(std::move(E)));
  return 0;
}
