//===- Formats.cpp - What CI systems show ---------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MD5.h"

using namespace llvm;

namespace mapitidy {

/// A character, and what stands for it.
using Escapes = ArrayRef<std::pair<char, StringRef>>;

static std::string escape(StringRef Text, Escapes Map) {
  std::string Result;
  for (char C : Text) {
    const auto *It =
        find_if(Map, [C](const auto &Each) { return Each.first == C; });
    if (It == Map.end())
      Result += C;
    else
      Result += It->second;
  }
  return Result;
}

/// The message, and each note on a line of its own.
static std::string withNotes(const ReportedFinding &Finding) {
  std::string Result = Finding.Message.Text + " [" + Finding.Check + "]";
  for (const ReportedMessage &Note : Finding.Notes) {
    Result += '\n';
    if (!Note.File.empty())
      Result += Note.File + ":" + std::to_string(Note.Line) + ":" +
                std::to_string(Note.Column) + ": ";
    Result += Note.Text;
  }
  return Result;
}

static StringRef levelOf(const ReportedFinding &Finding) {
  return Finding.IsError ? "error" : "warning";
}

void writeGitHub(const Report &From, raw_ostream &Out) {
  const std::pair<char, StringRef> InText[] = {
      {'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"}};
  const std::pair<char, StringRef> InProperty[] = {
      {'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"}, {':', "%3A"}, {',', "%2C"}};
  for (const ReportedFinding &Each : From.findings()) {
    Out << "::" << levelOf(Each) << " title=" << escape(Each.Check, InProperty);
    if (!Each.Message.File.empty())
      Out << ",file=" << escape(Each.Message.File, InProperty)
          << ",line=" << Each.Message.Line << ",col=" << Each.Message.Column;
    Out << "::" << escape(withNotes(Each), InText) << '\n';
  }
  for (const RunMessage &Each : From.runMessages()) {
    Out << (Each.IsError ? "::error" : "::notice") << " title=mapi-tidy";
    if (!Each.File.empty())
      Out << ",file=" << escape(Each.File, InProperty);
    Out << "::" << escape(Each.Text, InText) << '\n';
  }
}

void writeAzure(const Report &From, raw_ostream &Out) {
  const std::pair<char, StringRef> InText[] = {
      {'%', "%AZP25"}, {'\r', "%0D"}, {'\n', "%0A"}};
  const std::pair<char, StringRef> InProperty[] = {{'%', "%AZP25"},
                                                   {'\r', "%0D"},
                                                   {'\n', "%0A"},
                                                   {';', "%3B"},
                                                   {']', "%5D"}};
  for (const ReportedFinding &Each : From.findings()) {
    Out << "##vso[task.logissue type=" << levelOf(Each) << ';';
    if (!Each.Message.File.empty())
      Out << "sourcepath=" << escape(Each.Message.File, InProperty)
          << ";linenumber=" << Each.Message.Line
          << ";columnnumber=" << Each.Message.Column << ';';
    Out << "code=" << escape(Each.Check, InProperty) << ";]"
        << escape(withNotes(Each), InText) << '\n';
  }
  for (const RunMessage &Each : From.runMessages()) {
    Out << "##vso[task.logissue type=" << (Each.IsError ? "error" : "warning")
        << ';';
    if (!Each.File.empty())
      Out << "sourcepath=" << escape(Each.File, InProperty) << ';';
    Out << "code=mapi-tidy;]" << escape(Each.Text, InText) << '\n';
  }
}

static std::string md5Of(StringRef Text) {
  MD5 Hash;
  Hash.update(Text);
  MD5::MD5Result Result;
  Hash.final(Result);
  return Result.digest().str().str();
}

void writeGitLab(const Report &From, raw_ostream &Out) {
  json::Array Issues;
  StringMap<unsigned> Times; // a line can stand in a file more than once
  for (const ReportedFinding &Each : From.findings()) {
    if (Each.Message.File.empty())
      continue; // GitLab shows files only
    std::string Key = Each.Check + '\n' + Each.Message.File + '\n' +
                      Each.Message.Text + '\n' +
                      From.lineOf(Each.Message).str();
    Key += '\n' + std::to_string(Times[Key]++);
    Issues.push_back(json::Object{
        {"description", withNotes(Each)},
        {"check_name", Each.Check},
        {"fingerprint", md5Of(Key)},
        {"severity", Each.IsError ? "critical" : "major"},
        {"location",
         json::Object{{"path", Each.Message.File},
                      {"lines", json::Object{{"begin", Each.Message.Line}}}}}});
  }
  for (const RunMessage &Each : From.runMessages())
    if (!Each.File.empty())
      Issues.push_back(json::Object{
          {"description", Each.Text},
          {"check_name", "mapi-tidy"},
          {"fingerprint", md5Of(Each.File + '\n' + Each.Text)},
          {"severity", "critical"},
          {"location", json::Object{{"path", Each.File},
                                    {"lines", json::Object{{"begin", 1}}}}}});
  Out << formatv("{0:2}", json::Value(std::move(Issues))) << '\n';
}

} // namespace mapitidy
