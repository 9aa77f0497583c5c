//===- Sarif.cpp - A report as SARIF --------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clang/Basic/Sarif.h"
#include "Formats.h"
#include "findings/Baseline.h"
#include "findings/Finding.h"
#include "hosts/LLVMVersion.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// The token at \p Message.
static CharSourceRange rangeOf(const ReportedMessage &Message,
                               const SourceManager &Sources) {
  LangOptions Cxx;
  Cxx.CPlusPlus = true;
  unsigned Length = Lexer::MeasureTokenLength(Message.Location, Sources, Cxx);
  return CharSourceRange::getCharRange(
      Message.Location, Message.Location.getLocWithOffset(Length));
}

static SarifResult resultOf(const ReportedFinding &Finding, size_t Rule,
                            const SourceManager &Sources) {
  SarifResult Result = SarifResult::create(Rule);
  Result.setRuleId(Finding.Check);
  Result.setDiagnosticMessage(Finding.Message.Text);
  Result.setDiagnosticLevel(Finding.IsError ? SarifResultLevel::Error
                                            : SarifResultLevel::Warning);
  setSarifLocation(Result, rangeOf(Finding.Message, Sources));
  std::vector<ThreadFlow> Steps;
  for (const ReportedMessage &Note : Finding.Notes)
    if (Note.Location.isValid())
      Steps.push_back(ThreadFlow::create()
                          .setRange(rangeOf(Note, Sources))
                          .setMessage(Note.Text)
                          .setImportance(ThreadFlowImportance::Important));
  Result.setThreadFlows(Steps);
  return Result;
}

/// The path that a `file://` address stands for.
static std::string pathOf(StringRef Address) {
  std::string Result;
  Address.consume_front("file://");
  while (!Address.empty()) {
    unsigned Code = 0;
    if (Address.consume_front("%") &&
        !Address.take_front(2).getAsInteger(16, Code)) {
      Result += static_cast<char>(Code);
      Address = Address.drop_front(2);
      continue;
    }
    Result += Address.front();
    Address = Address.drop_front();
  }
  return Result;
}

/// The writer names files by absolute addresses; whoever shows the report has
/// the sources in another place.
static void makeRelative(json::Value &In, const Report &From) {
  if (json::Array *Array = In.getAsArray())
    for (json::Value &Each : *Array)
      makeRelative(Each, From);
  json::Object *Object = In.getAsObject();
  if (!Object)
    return;
  for (auto &[Key, Each] : *Object) {
    std::optional<StringRef> Address = Each.getAsString();
    if (Key != "uri" || !Address) {
      makeRelative(Each, From);
      continue;
    }
    const std::string Path = pathOf(*Address);
    StringRef Below = From.belowRoot(Path);
    if (Below.empty())
      continue;
    // The address has as many slashes as the path.
    StringRef Rest = *Address;
    while (Rest.count('/') > Below.count('/'))
      Rest = Rest.split('/').second;
    Each = Rest.str();
  }
}

/// What \p Check finds; its name if it is not one of ours.
static std::string describeCheck(StringRef Check) {
  std::string Result;
  for (Rule Each : allRules())
    if (ruleInfo(Each).Check == Check)
      Result += (Result.empty() ? "Finds " : "; ") + ruleInfo(Each).Finds.str();
  return Result.empty() ? Check.str() : Result;
}

/// Adds what the tool says of its run, which Clang's writer cannot: the
/// `invocations` of SARIF.
static void addInvocation(json::Value &Document, const Report &From) {
  json::Array Notifications;
  bool Succeeded = true;
  for (const RunMessage &Each : From.runMessages()) {
    Succeeded &= !Each.IsError;
    json::Object Said{{"level", Each.IsError ? "error" : "note"},
                      {"message", json::Object{{"text", Each.Text}}}};
    if (!Each.File.empty())
      Said["locations"] = json::Array{
          json::Object{{"physicalLocation",
                        json::Object{{"artifactLocation",
                                      json::Object{{"uri", Each.File}}}}}}};
    Notifications.push_back(std::move(Said));
  }
  json::Array *Runs = Document.getAsObject()->getArray("runs");
  if (Notifications.empty() || !Runs || Runs->empty())
    return;
  (*Runs->front().getAsObject())["invocations"] = json::Array{
      json::Object{{"executionSuccessful", Succeeded},
                   {"toolExecutionNotifications", std::move(Notifications)}}};
}

/// Adds what Clang's writer cannot write of results.
static void completeResults(json::Object &Run,
                            ArrayRef<const ReportedFinding *> Findings) {
  json::Array *Results = Run.getArray("results");
  for (size_t I = 0; Results && I < Results->size(); ++I) {
    json::Object &Result = *(*Results)[I].getAsObject();
    const ReportedFinding &Finding = *Findings[I];
    if (!Finding.Identity.empty())
      Result["partialFingerprints"] =
          json::Object{{IdentityFingerprint, Finding.Identity}};
  }
}

void writeSarif(const Report &From, raw_ostream &Out) {
  SarifDocumentWriter Writer(From.sources());
  Writer.createRun("mapi-tidy", "clang-tidy with the MAPI checks",
                   MAPI_TIDY_VERSION);
  StringMap<size_t> Rules;
  std::vector<const ReportedFinding *> Written;
  for (const ReportedFinding &Each : From.findings()) {
    if (Each.Message.Location.isInvalid())
      continue;
    auto [It, IsNew] = Rules.try_emplace(Each.Check);
    if (IsNew)
      It->second =
          Writer.createRule(SarifRule::create()
                                .setRuleId(Each.Check)
                                .setName(Each.Check)
                                .setDescription(describeCheck(Each.Check)));
    Writer.appendResult(resultOf(Each, It->second, From.sources()));
    Written.push_back(&Each);
  }
  Writer.endRun();
  json::Value Document = Writer.createDocument();
  makeRelative(Document, From);
  json::Object &Run =
      *Document.getAsObject()->getArray("runs")->front().getAsObject();
  completeResults(Run, Written);
  addInvocation(Document, From);
  Out << formatv("{0:2}", Document) << '\n';
}

} // namespace mapitidy
