//===- Options.cpp - The options mapi.* -----------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/Options.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "hosts/Configuration.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;
using tidy::ClangTidyOptions;

namespace mapitidy {

using View = tidy::ClangTidyCheck::OptionsView;

static constexpr llvm::StringLiteral Names[] = {
#define OPTION(Type, Name, Default, Sentence) #Name,
#include "hosts/Options.def"
};

static void readInto(std::string &Value, const View &From, StringRef Name) {
  Value = From.get(Name, Value).str();
}

static void readInto(unsigned &Value, const View &From, StringRef Name) {
  Value = From.get(Name, Value);
}

static void readInto(bool &Value, const View &From, StringRef Name) {
  // Read as text: g++ and clang do not agree on the name of get<bool>.
  const StringRef Text = From.get(Name, Value ? "true" : "false");
  Value = Text == "true" || Text == "1";
}

static std::string textOf(const std::string &Value) { return Value; }
static std::string textOf(unsigned Value) { return utostr(Value); }
static std::string textOf(bool Value) { return Value ? "true" : "false"; }

static std::string listOfNames() {
  std::string Result;
  for (const StringRef Name : Names)
    Result += (Name == *std::begin(Names)    ? "mapi."
               : Name == *std::rbegin(Names) ? " and mapi."
                                             : ", mapi.") +
              Name.str();
  return Result;
}

/// Says which options there are not.
static void checkNames(tidy::ClangTidyContext &Context) {
  std::vector<StringRef> Unknown;
  for (const auto &Each : Context.getOptions().CheckOptions) {
    const auto [Owner, Name] = Each.getKey().split('.');
    if ((Owner == "mapi" && !is_contained(Names, Name)) ||
        (Owner.starts_with("mapi-") && !Name.empty()))
      Unknown.push_back(Each.getKey());
  }
  llvm::sort(Unknown);
  for (StringRef Key : Unknown)
    Context.configurationDiag("unknown option '%0'; the checks know %1")
        << Key << listOfNames();
}

Options Options::read(tidy::ClangTidyContext &Context) {
  checkNames(Context);
  const View From("mapi", Context.getOptions().CheckOptions, &Context);
  Options Result;
#define OPTION(Type, Name, Default, Sentence)                                  \
  readInto(Result.Name, From, #Name);
#include "hosts/Options.def"
  if (Result.Level < 1 || Result.Level > 3)
    Context.configurationDiag("mapi.Level is 1, 2 or 3, not %0",
                              DiagnosticIDs::Error)
        << Result.Level;
  Result.Catalogue =
      locateCatalogues(Result.Catalogue, Context.getCurrentFile());
  // What is captured is to depend on this file only.
  if (Result.Project != "auto" && Result.Project != "none")
    Result.ProjectFile = Result.Project;
  else if (Result.Project == "auto" && Result.CaptureTo.empty())
    Result.ProjectFile = locateProject(Context.getCurrentFile());
  return Result;
}

void Options::store(ClangTidyOptions::OptionMap &Into) const {
#define OPTION(Type, Name, Default, Sentence)                                  \
  Into["mapi." #Name] = ClangTidyOptions::ClangTidyValue(textOf(Name));
#include "hosts/Options.def"
}

Budget Options::limits() const {
  Budget Result;
  Result.MaxBlocks = MaxBlocks;
  Result.MaxStates = MaxStates;
  Result.MaxTime = std::chrono::milliseconds(MaxMilliseconds);
  return Result;
}

} // namespace mapitidy
