//===- SarifRules.cpp - The checks as rules of SARIF ----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifRules.h"
#include "EmbeddedPages.h"
#include "findings/Finding.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace mapitidy {

/// The repository's address; empty in a build that nobody has told it.
static constexpr StringLiteral Address = MAPI_TIDY_URL;

/// What the checks enforce is explained there.
static constexpr StringLiteral MicrosoftsPage =
    "https://learn.microsoft.com/office/client-developer/outlook/mapi/"
    "ending-a-mapi-session";

/// `mapi-loader-lock` as `MapiLoaderLock`.
static std::string nameOf(StringRef Check) {
  std::string Result;
  for (StringRef Word : split(Check, '-'))
    if (!Word.empty())
      Result += toUpper(Word.front()) + Word.drop_front().str();
  return Result;
}

/// What \p Check finds, by rule; nothing if it is not one of ours.
static std::vector<std::string> whatIsFound(StringRef Check) {
  std::vector<std::string> Result;
  for (Rule Each : allRules())
    if (ruleInfo(Each).Check == Check)
      Result.push_back(ruleInfo(Each).Finds.str());
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

static StringRef pageOf(StringRef Check) {
  for (const EmbeddedFile &Each : embeddedPages())
    if (Each.Name == (Check + ".md").str())
      return Each.Text;
  return "";
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
  Rule["helpUri"] = Address.empty()
                        ? MicrosoftsPage.str()
                        : (Address + "/docs/checks/" + Check + ".md").str();
  const unsigned Level = levelOf(Check);
  Rule["properties"] = json::Object{
      {"tags", json::Array{"correctness", "mapi"}},
      {"precision", Level == 1 ? "high" : "medium"},
      {"problem.severity", Level == 3 ? "recommendation" : "warning"}};
}

void describeTool(json::Object &Driver) {
  Driver.erase("informationUri"); // Clang's own
  if (!Address.empty())
    Driver["informationUri"] = Address.str();
  if (json::Array *Rules = Driver.getArray("rules"))
    for (json::Value &Each : *Rules)
      describeRule(*Each.getAsObject());
}

} // namespace mapitidy
