//===- Main.cpp - Findings for CI systems ---------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns what clang-tidy exports into what CI systems show in a merge request.
///
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace mapitidy;

static cl::OptionCategory Category("mapi-report options");

enum class Format { GitHub, Azure, GitLab, Sarif };
static cl::opt<Format> OutputFormat(
    "format", cl::Required, cl::desc("What to write:"),
    cl::values(clEnumValN(Format::GitHub, "github",
                          "annotations of GitHub Actions"),
               clEnumValN(Format::Azure, "azure", "issues of Azure Pipelines"),
               clEnumValN(Format::GitLab, "gitlab",
                          "GitLab's code quality report (JSON)"),
               clEnumValN(Format::Sarif, "sarif", "SARIF 2.1.0")),
    cl::cat(Category));
static cl::opt<std::string>
    Root("root",
         cl::desc("Show paths relative to this folder; default: the "
                  "current one"),
         cl::value_desc("dir"), cl::init("."), cl::cat(Category));
static cl::opt<std::string> Output("o", cl::desc("Write to this file"),
                                   cl::value_desc("file"), cl::init("-"),
                                   cl::cat(Category));
static cl::list<std::string>
    Inputs(cl::Positional, cl::OneOrMore, cl::cat(Category),
           cl::desc("<files that clang-tidy --export-fixes wrote, or folders "
                    "of them>"));

static int fail(const Twine &Text) {
  errs() << "mapi-report: error: " << Text << '\n';
  return 1;
}

static Error addInputs(Report &Into) {
  for (const std::string &Path : Inputs) {
    // clang-tidy writes no file if there is nothing to write.
    if (!sys::fs::exists(Path)) {
      errs() << "mapi-report: note: '" << Path
             << "' is not there, so there are no findings in it\n";
      continue;
    }
    if (Error E = Into.add(Path))
      return E;
  }
  return Error::success();
}

static void write(const Report &From, raw_ostream &Out) {
  switch (OutputFormat.getValue()) {
  case Format::GitHub:
    return writeGitHub(From, Out);
  case Format::Azure:
    return writeAzure(From, Out);
  case Format::GitLab:
    return writeGitLab(From, Out);
  case Format::Sarif:
    return writeSarif(From, Out);
  }
}

int main(int Count, const char **Arguments) {
  cl::HideUnrelatedOptions(Category);
  cl::AddExtraVersionPrinter([](raw_ostream &Out) {
    Out << "  mapi-tidy version " MAPI_TIDY_VERSION "\n";
  });
  cl::ParseCommandLineOptions(
      Count, Arguments,
      "Turns what clang-tidy writes with --export-fixes into what CI systems "
      "show.\n");
  if (!sys::fs::is_directory(Root))
    return fail("--root: '" + Root + "' is not a directory");
  Report Findings(Root);
  if (Error E = addInputs(Findings))
    return fail(toString(std::move(E)));
  Findings.finish();
  for (const std::string &Problem : Findings.problems())
    errs() << "mapi-report: warning: " << Problem << '\n';
  Error Written = writeToOutput(Output, [&](raw_ostream &Out) {
    write(Findings, Out);
    return Error::success();
  });
  if (Written)
    return fail("cannot write '" + Output +
                "': " + toString(std::move(Written)));
  return 0;
}
