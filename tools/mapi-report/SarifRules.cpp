//===- SarifRules.cpp - The checks as rules of SARIF ----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifRules.h"
#include "CheckPages.h"
#include "findings/Finding.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace mapitidy {

/// `mapi-loader-lock` as `MapiLoaderLock`.
static std::string nameOf(StringRef Check) {
  std::string Result;
  for (StringRef Word : split(Check, '-'))
    if (!Word.empty())
      Result += toUpper(Word.front()) + Word.drop_front().str();
  return Result;
}

/// The highest level of certainty at which \p Check reports.
static unsigned levelOf(StringRef Check) {
  unsigned Result = 3;
  for (Rule Each : allRules())
    if (ruleInfo(Each).Check == Check)
      Result = std::min(Result, ruleInfo(Each).Level);
  return Result;
}

/// The first paragraph of a page, as one line without Markdown's signs.
static std::string introductionOf(StringRef Page) {
  const StringRef Text = Page.split("\n\n").second.split("\n\n").first;
  std::string Result;
  for (char C : Text)
    if (C == '\n')
      Result += ' ';
    else if (C != '`' && C != '*')
      Result += C;
  return Result;
}

static json::Object textOf(const Twine &Text) {
  return json::Object{{"text", Text.str()}};
}

void describeRule(json::Object &Rule) {
  const std::string Check = Rule.getString("id").value_or("").str();
  Rule["name"] = nameOf(Check);
  const std::vector<std::string> Found = whatIsFound(Check);
  if (Found.empty()) { // another check of clang-tidy's, or Clang itself
    Rule["shortDescription"] = textOf("A finding of " + Check + ".");
    return;
  }
  Rule["shortDescription"] = textOf("Finds " + Found.front() + ".");
  Rule["fullDescription"] = textOf("Finds " + join(Found, "; ") + ".");
  const StringRef Page = pageOf(Check);
  Rule["help"] =
      json::Object{{"text", introductionOf(Page)}, {"markdown", Page.str()}};
  const std::string Address = pageAddress(Check);
  Rule["helpUri"] = Address.empty() ? MicrosoftsPage.str() : Address;
  const unsigned Level = levelOf(Check);
  Rule["properties"] = json::Object{
      {"tags", json::Array{"correctness", "mapi"}},
      {"precision", Level == 1 ? "high" : "medium"},
      {"problem.severity", Level == 3 ? "recommendation" : "warning"}};
}

void describeTool(json::Object &Driver) {
  Driver.erase("informationUri"); // Clang's own
  if (const StringRef Address = repositoryAddress(); !Address.empty())
    Driver["informationUri"] = Address.str();
  if (json::Array *Rules = Driver.getArray("rules"))
    for (json::Value &Each : *Rules)
      describeRule(*Each.getAsObject());
}

} // namespace mapitidy
