//===- Main.cpp - Prints the rules for the docs ---------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/RuleBook.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace mapitidy;

/// The checks with what they find, for README.md.
static void printChecks(raw_ostream &OS) {
  OS << "| check | finds | level |\n|---|---|---|\n";
  StringRef Last;
  for (Rule Each : allRules()) {
    const RuleInfo &Info = ruleInfo(Each);
    OS << "| ";
    if (Info.Check != Last)
      OS << "[`" << Info.Check << "`](docs/checks/" << Info.Check << ".md)";
    Last = Info.Check;
    OS << " | " << Info.Finds << " | " << Info.Level << " |\n";
  }
}

static std::string enforcers(const BookEntry &Entry) {
  std::string Result;
  for (Rule Each : Entry.EnforcedBy) {
    const RuleInfo &Info = ruleInfo(Each);
    if (!Result.empty())
      Result += "<br>";
    Result += ("`" + Info.Check + "` (level " + Twine(Info.Level) +
               "): " + Info.Finds)
                  .str();
  }
  return Result.empty() ? "no check" : Result;
}

/// The rule book, for docs/rules.md.
static void printBook(raw_ostream &OS) {
  OS << "| rule | what Microsoft asks for | pages | enforced by | not enforced "
        "|\n|---|---|---|---|---|\n";
  for (const BookEntry &Entry : ruleBook())
    OS << "| " << Entry.Id << " | " << Entry.Statement << " | " << Entry.Source
       << " | " << enforcers(Entry) << " | "
       << (Entry.NotEnforced.empty() ? "nothing is left out"
                                     : Entry.NotEnforced)
       << " |\n";
}

/// The options, for README.md.
static void printOptions(raw_ostream &OS) {
  OS << "| option | default | what |\n|---|---|---|\n";
#define OPTION(Type, Name, Default, Sentence)                                  \
  OS << "| `mapi." #Name "` | " << StringRef(#Default).trim('"')               \
     << " | " Sentence " |\n";
#include "hosts/Options.def"
}

int main(int Count, char **Arguments) {
  StringRef What = Count == 2 ? Arguments[1] : "";
  if (What == "checks")
    printChecks(outs());
  else if (What == "book")
    printBook(outs());
  else if (What == "options")
    printOptions(outs());
  else if (What == "names")
    outs() << join(allChecks(), "\n") << '\n';
  else {
    errs() << "usage: rule-book checks|book|names|options\n";
    return 2;
  }
  return 0;
}
