//===- Sarif.cpp - A report as SARIF --------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clang/Basic/Sarif.h"
#include "Formats.h"
#include "SarifRules.h"
#include "findings/Baseline.h"
#include "hosts/LLVMVersion.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

static SarifResult resultOf(const ReportedFinding &Finding, size_t Rule,
                            const Report &From) {
  SarifResult Result = SarifResult::create(Rule);
  Result.setRuleId(Finding.Check);
  Result.setDiagnosticMessage(Finding.Message.Text);
  Result.setDiagnosticLevel(Finding.IsError ? SarifResultLevel::Error
                                            : SarifResultLevel::Warning);
  setSarifLocation(Result, From.tokenAt(Finding.Message));
  std::vector<ThreadFlow> Steps;
  for (const ReportedMessage &Note : Finding.Notes)
    if (Note.Location.isValid())
      Steps.push_back(ThreadFlow::create()
                          .setRange(From.tokenAt(Note))
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

/// \p Path as an address, relative if the path is.
static std::string addressOf(StringRef Path) {
  std::string Result = Path.starts_with("/") ? "file://" : "";
  for (char C : Path)
    if (isAlnum(C) || StringRef("-._~/").contains(C))
      Result += C;
    else
      Result += "%" + toHex(StringRef(&C, 1));
  return Result;
}

/// Adds what the tool says of its run, which Clang's writer cannot: the
/// `invocations` of SARIF.
static void addInvocation(json::Object &Run, const Report &From) {
  json::Array Notifications;
  bool Succeeded = true;
  for (const RunMessage &Each : From.runMessages()) {
    Succeeded &= !Each.IsError;
    json::Object Said{{"level", Each.IsError ? "error" : "note"},
                      {"message", json::Object{{"text", Each.Text}}}};
    if (!Each.File.empty())
      Said["locations"] = json::Array{json::Object{
          {"physicalLocation",
           json::Object{{"artifactLocation",
                         json::Object{{"uri", addressOf(Each.File)}}}}}}};
    Notifications.push_back(std::move(Said));
  }
  json::Object Invocation{{"executionSuccessful", Succeeded}};
  if (!Notifications.empty())
    Invocation["toolExecutionNotifications"] = std::move(Notifications);
  Run["invocations"] = json::Array{std::move(Invocation)};
}

/// The notes of a result, of which the writer has made the steps of a code
/// flow, as places that have to do with it.
static json::Array relatedLocations(const json::Object &Result) {
  json::Array All;
  const json::Array *Flows = Result.getArray("codeFlows");
  if (!Flows || Flows->empty())
    return All;
  for (const json::Value &Flow :
       *Flows->front().getAsObject()->getArray("threadFlows"))
    for (const json::Value &Step : *Flow.getAsObject()->getArray("locations")) {
      json::Object Place = *Step.getAsObject()->getObject("location");
      Place["id"] = All.size() + 1;
      All.push_back(std::move(Place));
    }
  return All;
}

/// The fix of \p Finding, in the file of its place.
static json::Array fixOf(const ReportedFinding &Finding,
                         const json::Object &Result) {
  json::Array Edits;
  for (const ReportedEdit &Each : Finding.Fix)
    Edits.push_back(json::Object{
        {"deletedRegion", json::Object{{"startLine", Each.Line},
                                       {"startColumn", Each.Column},
                                       {"endLine", Each.EndLine},
                                       {"endColumn", Each.EndColumn}}},
        {"insertedContent", json::Object{{"text", json::fixUTF8(Each.Text)}}}});
  const json::Object &Place = *Result.getArray("locations")
                                   ->front()
                                   .getAsObject()
                                   ->getObject("physicalLocation");
  return json::Array{json::Object{
      {"description", json::Object{{"text", "Repair it as mapi-tidy --fix."}}},
      {"artifactChanges",
       json::Array{
           json::Object{{"artifactLocation",
                         json::Object(*Place.getObject("artifactLocation"))},
                        {"replacements", std::move(Edits)}}}}}};
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
    if (json::Array Related = relatedLocations(Result); !Related.empty())
      Result["relatedLocations"] = std::move(Related);
    if (!Finding.Fix.empty())
      Result["fixes"] = fixOf(Finding, Result);
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
      It->second = Writer.createRule(SarifRule::create()
                                         .setRuleId(Each.Check)
                                         .setName(Each.Check)
                                         .setDescription(Each.Check));
    Writer.appendResult(resultOf(Each, It->second, From));
    Written.push_back(&Each);
  }
  Writer.endRun();
  json::Value Document = Writer.createDocument();
  makeRelative(Document, From);
  json::Object &Run =
      *Document.getAsObject()->getArray("runs")->front().getAsObject();
  completeResults(Run, Written);
  describeTool(*Run.getObject("tool")->getObject("driver"));
  addInvocation(Run, From);
  Out << formatv("{0:2}", Document) << '\n';
}

} // namespace mapitidy
