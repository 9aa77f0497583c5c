//===- RunReport.cpp - What a run analysed, and what not ------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "module/RunReport.h"
#include "headers/HeaderOrigins.h"
#include "module/SharedAnalysis.h"
#include "llvm/Support/YAMLTraits.h"
#include <map>
#include <mutex>

using namespace llvm;

namespace {

/// A header that was not found, or a stand-in that was used.
struct HeaderUse {
  std::string Header;
  unsigned Files = 0; ///< how many included it
  bool IsStandIn = false;
  std::string From; ///< where it comes from, if known
};

struct RunTotals {
  mapitidy::FunctionCounts Functions;
  unsigned HiddenErrors = 0;
};

} // namespace

static std::vector<HeaderUse>
headersOf(const std::vector<mapitidy::FileReport> &Files) {
  std::map<std::pair<bool, StringRef>, unsigned> Uses;
  for (const mapitidy::FileReport &File : Files) {
    for (const std::string &Header : File.Headers.Missing)
      ++Uses[{false, Header}];
    for (const std::string &Header : File.Headers.StandIns)
      ++Uses[{true, Header}];
  }
  std::vector<HeaderUse> Result;
  for (const auto &[Key, Count] : Uses)
    Result.push_back(
        {Key.second.str(), Count, Key.first,
         mapitidy::HeaderOrigins::installed().of(Key.second).str()});
  return Result;
}

static RunTotals totalsOf(const std::vector<mapitidy::FileReport> &Files) {
  RunTotals Result;
  for (const mapitidy::FileReport &File : Files) {
    Result.Functions.Analysed += File.Functions.Analysed;
    Result.Functions.Unanalysed += File.Functions.Unanalysed;
    Result.HiddenErrors += File.HiddenErrors;
  }
  return Result;
}

LLVM_YAML_IS_SEQUENCE_VECTOR(HeaderUse)
LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::FileReport)

template <> struct yaml::MappingTraits<HeaderUse> {
  static void mapping(IO &Text, HeaderUse &Use) {
    Text.mapRequired("header", Use.Header);
    Text.mapRequired("files", Use.Files);
    Text.mapOptional("stand-in", Use.IsStandIn, false);
    Text.mapOptional("from", Use.From, std::string());
  }
};

template <> struct yaml::MappingTraits<mapitidy::FunctionCounts> {
  static void mapping(IO &Text, mapitidy::FunctionCounts &Counts) {
    Text.mapRequired("analysed", Counts.Analysed);
    Text.mapRequired("not-analysed", Counts.Unanalysed);
  }
};

template <> struct yaml::MappingTraits<mapitidy::FileReport> {
  static void mapping(IO &Text, mapitidy::FileReport &File) {
    Text.mapRequired("file", File.File);
    Text.mapRequired("why-not", File.WhyNot);
  }
};

namespace {

/// What is written for programs.
struct WrittenReport {
  unsigned Files = 0;
  RunTotals Totals;
  std::vector<HeaderUse> Headers;
  std::vector<mapitidy::FileReport> NotAnalysed;
  std::vector<std::string> Notes;
};

} // namespace

template <> struct yaml::MappingTraits<WrittenReport> {
  static void mapping(IO &Text, WrittenReport &Report) {
    Text.mapRequired("files", Report.Files);
    Text.mapRequired("functions", Report.Totals.Functions);
    Text.mapOptional("hidden-errors", Report.Totals.HiddenErrors, 0U);
    Text.mapOptional("headers", Report.Headers);
    Text.mapOptional("files-not-analysed", Report.NotAnalysed);
    Text.mapOptional("notes", Report.Notes);
  }
};

namespace mapitidy {

std::vector<FileReport> RunReport::unanalysedFiles() const {
  std::vector<FileReport> Result;
  for (const FileReport &File : Files) {
    if (File.WhyNot.empty() &&
        (File.Functions.Analysed != 0 || File.Functions.Unanalysed == 0))
      continue;
    Result.push_back(File);
    if (File.WhyNot.empty())
      Result.back().WhyNot =
          "it uses MAPI, but none of its functions could be analysed";
  }
  return Result;
}

static StringRef plural(size_t Count) { return Count == 1 ? "" : "s"; }

static void printHeader(raw_ostream &Out, const HeaderUse &Use) {
  Out << "  " << Use.Header << " (" << Use.Files << " file" << plural(Use.Files)
      << ")";
  if (!Use.From.empty())
    Out << ": " << Use.From;
  if (Use.IsStandIn)
    Out << (Use.From.empty() ? ": " : "; ") << "a stand-in is used";
  Out << '\n';
}

static void printCounts(raw_ostream &Out, const FunctionCounts &Counts,
                        bool CountsAll) {
  if (CountsAll)
    Out << "mapi-tidy: functions with MAPI calls: " << Counts.Analysed
        << " analysed, " << Counts.Unanalysed << " not\n";
  else if (Counts.Unanalysed != 0)
    Out << "mapi-tidy: functions with MAPI calls not analysed: "
        << Counts.Unanalysed << "; " << UnanalysedCheck
        << " with mapi.ReportUnanalyzed lists them\n";
}

void RunReport::print(raw_ostream &Out) const {
  for (const std::string &Note : Notes)
    Out << "mapi-tidy: note: " << Note << '\n';
  const std::vector<HeaderUse> Headers = headersOf(Files);
  if (!Headers.empty()) {
    Out << "mapi-tidy: headers not found:\n";
    for (const HeaderUse &Use : Headers)
      printHeader(Out, Use);
  }
  const RunTotals Totals = totalsOf(Files);
  if (Totals.HiddenErrors != 0)
    Out << "mapi-tidy: " << Totals.HiddenErrors << " error"
        << plural(Totals.HiddenErrors)
        << " of Clang's in files that include these are not shown; "
           "--show-errors shows them\n";
  printCounts(Out, Totals.Functions, CountsAll || !Headers.empty());
  for (const FileReport &File : unanalysedFiles())
    Out << "mapi-tidy: error: '" << File.File
        << "' is not analysed: " << File.WhyNot << '\n';
}

void RunReport::write(raw_ostream &Out) const {
  WrittenReport Report{static_cast<unsigned>(Files.size()), totalsOf(Files),
                       headersOf(Files), unanalysedFiles(), Notes};
  yaml::Output Text(Out);
  Text << Report;
}

namespace {

/// Prints when the process ends, if nobody else does.
struct ProcessReport {
  ProcessReport() { (void)errs(); } // outlives us
  ~ProcessReport() {
    if (Mode == ReportMode::AtExit)
      Run.print(errs());
  }
  ProcessReport(const ProcessReport &) = delete;
  ProcessReport &operator=(const ProcessReport &) = delete;

  ReportMode Mode = ReportMode::AtExit;
  RunReport Run;
  std::mutex Guard;
};

} // namespace

static ProcessReport &ofProcess() {
  static ProcessReport Report;
  return Report;
}

void setReportMode(ReportMode Mode) { ofProcess().Mode = Mode; }

void reportFile(FileReport Report, bool CountsAll) {
  ProcessReport &Process = ofProcess();
  std::lock_guard<std::mutex> Lock(Process.Guard);
  if (Process.Mode == ReportMode::PerFile) {
    Report.Headers = {}; // an editor shows them in the text
    RunReport Alone;
    Alone.Files.push_back(std::move(Report));
    Alone.CountsAll = CountsAll;
    return Alone.print(errs());
  }
  Process.Run.Files.push_back(std::move(Report));
  Process.Run.CountsAll |= CountsAll;
}

RunReport &currentRun() { return ofProcess().Run; }

} // namespace mapitidy
