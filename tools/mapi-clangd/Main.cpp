//===- Main.cpp - clangd with the MAPI checks -----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clangd's main program with the MAPI checks linked in. Before it runs, it is
/// told where Clang's own headers are; and the editor's first message is
/// completed, so that a file that nothing says how to compile is taken for
/// Windows C or C++, as mapi-tidy does.
///
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "FirstMessage.h"
#include "ResourceDirectory.h"
#include "hosts/ProcessReport.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace mapitidy;

// clangd's headers are not packaged; its libraries are.
namespace clang::clangd {
int clangdMain(int Count, char *Arguments[]);
} // namespace clang::clangd

extern volatile int MapiTidyModuleAnchor;

static void warn(const Twine &Text) {
  errs() << "mapi-clangd: warning: " << Text << '\n';
}

/// Whether some argument is the option \p Name, with one or two dashes.
static bool hasOption(ArrayRef<char *> Arguments, StringRef Name) {
  return any_of(Arguments, [Name](StringRef Argument) {
    return Argument.consume_front("-") &&
           (Argument.consume_front("-"), Argument.split('=').first == Name);
  });
}

/// Whether an editor is at the other end, and speaks first.
static bool isServer(ArrayRef<char *> Arguments) {
  return none_of(ArrayRef<StringRef>{"help", "help-hidden", "version", "check",
                                     "lit-test", "input-style"},
                 [&](StringRef Name) { return hasOption(Arguments, Name); });
}

int main(int Count, char *Arguments[]) {
  (void)MapiTidyModuleAnchor;
  setReportMode(ReportMode::PerFile);
  SmallVector<char *, 16> Given(Arguments, Arguments + Count);
  const std::string Resources = findResourceDirectory(Arguments[0]);
  std::string Option = "--resource-dir=" + Resources;
  if (!Resources.empty() && !hasOption(Given, "resource-dir"))
    Given.push_back(Option.data());
  if (isServer(Given))
    if (Error E = completeFirstMessage(fallbackFlags()))
      warn("files without flags are not taken for Windows code: " +
           toString(std::move(E)));
  if (hasOption(Given, "version"))
    outs() << "mapi-tidy version " MAPI_TIDY_VERSION "\n"; // clangd's follows
  Given.push_back(nullptr);
  return clang::clangd::clangdMain(Given.size() - 1, Given.data());
}
