//===- Arguments.cpp - The command line of mapi-scan ----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Arguments.h"
#include "CommandLine.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace mapitidy {

static Error wrong(const Twine &Text) {
  return createStringError(inconvertibleErrorCode(), Text);
}

namespace {

class Reader {
public:
  explicit Reader(ArrayRef<const char *> Arguments)
      : Rest(Arguments.drop_front()) {}

  Expected<ScanArguments> run();

private:
  /// Takes in the next argument if it is one of ours.
  Expected<bool> takeOwn();
  /// Whether the next argument is the option \p Name; then its value is in
  /// Value, and both are taken.
  bool takeValue(StringRef Name);
  /// The value of \p Option, which was taken, is a file or a folder: \p What.
  Expected<bool> takePath(StringRef Option, StringRef What, std::string &Into);
  Expected<bool> takeFormat();
  bool takeFlag(StringRef Name) {
    if (Rest.front() != "-" + Name.str() && Rest.front() != "--" + Name.str())
      return false;
    Rest = Rest.drop_front();
    return true;
  }

  ArrayRef<const char *> Rest;
  ScanArguments Result;
  StringRef Value;
};

} // namespace

bool Reader::takeValue(StringRef Name) {
  StringRef Text = StringRef(Rest.front()).ltrim('-');
  if (!StringRef(Rest.front()).starts_with("-") || !Text.consume_front(Name))
    return false;
  if (Text.consume_front("=")) {
    Value = Text;
    Rest = Rest.drop_front();
    return true;
  }
  if (!Text.empty() || Rest.size() < 2)
    return false;
  Value = Rest[1];
  Rest = Rest.drop_front(2);
  return true;
}

Expected<bool> Reader::takePath(StringRef Option, StringRef What,
                                std::string &Into) {
  if (Value.empty())
    return wrong("--" + Option + " needs a " + What + ": --" + Option + "=" +
                 What.upper());
  Into = Value.str();
  return true;
}

Expected<bool> Reader::takeFormat() {
  if (Value != "text" && Value != "summary")
    return wrong("--format is 'text' or 'summary', not '" + Value +
                 "'; mapi-report writes others of what --export-fixes wrote");
  Result.OnlySummary = Value == "summary";
  return true;
}

Expected<bool> Reader::takeOwn() {
  StringRef Attached = Rest.front();
  if (Attached.consume_front("-j") && !Attached.empty() &&
      !Attached.getAsInteger(10, Result.Jobs)) {
    Rest = Rest.drop_front();
    return true;
  }
  if (takeValue("jobs") || takeValue("j")) {
    if (Value.getAsInteger(10, Result.Jobs))
      return wrong("--jobs needs a number, not '" + Value + "'");
    return true;
  }
  if (takeValue("store"))
    Result.Store = Value.str();
  else if (takeValue("export-report"))
    Result.ReportFile = Value.str();
  else if (takeValue("export-fixes"))
    Result.FixesFolder = Value.str();
  else if (takeValue("html"))
    return takePath("html", "folder", Result.PageFolder);
  else if (takeValue("baseline"))
    return takePath("baseline", "file", Result.Baselines.File);
  else if (takeValue("write-baseline"))
    return takePath("write-baseline", "file", Result.Baselines.WrittenFile);
  else if (takeValue("format"))
    return takeFormat();
  else if (takeFlag("strict-baseline"))
    Result.Baselines.IsStrict = true;
  else if (takeFlag("help") || takeFlag("h"))
    Result.ShowsHelp = true;
  else if (takeFlag("version"))
    Result.ShowsVersion = true;
  else if (takeFlag("allow-missing"))
    Result.AllowsMissing = true;
  else if (takeFlag("quiet"))
    Result.Quiet = true;
  else
    return false;
  return true;
}

Expected<ScanArguments> Reader::run() {
  while (!Rest.empty() && StringRef(Rest.front()) != "--") {
    Expected<bool> Own = takeOwn();
    if (!Own)
      return Own.takeError();
    if (*Own)
      continue;
    Result.Forwarded.push_back(Rest.front());
    Rest = Rest.drop_front();
  }
  for (const char *Each : Rest)
    Result.Forwarded.push_back(Each);
  return Result;
}

Expected<ScanArguments> parseScanArguments(ArrayRef<const char *> Arguments) {
  Expected<ScanArguments> Result = Reader(Arguments).run();
  if (!Result)
    return Result;
  std::vector<const char *> Plain{Arguments.front()};
  for (const std::string &Each : Result->Forwarded)
    Plain.push_back(Each.c_str());
  Expected<CommandLine> Given = parseCommandLine(Plain);
  if (!Given)
    return Given.takeError();
  if (!Given->Analyses)
    return wrong("mapi-tidy tells that, with the same options");
  if (Given->Fixes)
    return wrong("fix-its of many files at a time are for mapi-tidy: with "
                 "--project=" +
                 Result->Store +
                 "/project it knows what this scan has found out");
  if (Given->Files.empty())
    Result->Forwarded.insert(Result->Forwarded.begin(),
                             Given->Database ? "--all-files" : ".");
  return Result;
}

std::vector<std::string>
ScanArguments::with(ArrayRef<std::string> Added) const {
  std::vector<std::string> Result = Forwarded;
  Result.insert(find(Result, "--"), Added.begin(), Added.end());
  return Result;
}

} // namespace mapitidy
