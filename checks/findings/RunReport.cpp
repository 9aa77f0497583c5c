//===- RunReport.cpp - What a run analysed, and what not ------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/RunReport.h"
#include "findings/Finding.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"
#include <map>

using namespace llvm;
using mapitidy::FileGap;
using mapitidy::FindingRecord;
using mapitidy::HeaderUse;
using mapitidy::LineGap;
using mapitidy::RunReport;

LLVM_YAML_IS_SEQUENCE_VECTOR(HeaderUse)
LLVM_YAML_IS_SEQUENCE_VECTOR(FileGap)
LLVM_YAML_IS_SEQUENCE_VECTOR(LineGap)
LLVM_YAML_IS_SEQUENCE_VECTOR(FindingRecord)

template <> struct yaml::MappingTraits<HeaderUse> {
  static void mapping(IO &Text, HeaderUse &Use) {
    Text.mapRequired("header", Use.Header);
    Text.mapRequired("files", Use.Files);
    Text.mapOptional("stand-in", Use.IsStandIn, false);
    Text.mapOptional("from", Use.From, std::string());
  }
};

template <> struct yaml::MappingTraits<FileGap> {
  static void mapping(IO &Text, FileGap &Gap) {
    Text.mapRequired("file", Gap.File);
    Text.mapRequired("why-not", Gap.WhyNot);
  }
};

template <> struct yaml::MappingTraits<LineGap> {
  static void mapping(IO &Text, LineGap &Gap) {
    Text.mapRequired("file", Gap.File);
    Text.mapRequired("first", Gap.First);
    Text.mapRequired("last", Gap.Last);
    Text.mapOptional("macro", Gap.Macro, std::string());
  }
};

template <> struct yaml::MappingTraits<FindingRecord> {
  static void mapping(IO &Text, FindingRecord &Record) {
    Text.mapRequired("check", Record.Check);
    Text.mapRequired("level", Record.Level);
    Text.mapRequired("file", Record.File);
    Text.mapRequired("line", Record.Line);
    Text.mapRequired("column", Record.Column);
    Text.mapRequired("message", Record.Message);
    Text.mapRequired("identity", Record.Identity);
    Text.mapOptional("in-baseline", Record.IsKnown, false);
  }
};

template <> struct yaml::MappingTraits<RunReport> {
  static void mapping(IO &Text, RunReport &Report) {
    Text.mapRequired("files", Report.Files);
    Text.mapRequired("functions-analysed", Report.Analysed);
    Text.mapRequired("functions-in-part", Report.InPart);
    Text.mapRequired("functions-not-analysed", Report.Not);
    Text.mapOptional("functions-unknown-to-callers", Report.Opaque, 0U);
    Text.mapOptional("hidden-errors", Report.HiddenErrors, 0U);
    Text.mapOptional("headers-not-found", Report.Headers);
    Text.mapOptional("files-not-analysed", Report.FilesNot);
    Text.mapOptional("lines-not-analysed", Report.LinesNot);
    Text.mapOptional("findings", Report.Findings);
    Text.mapOptional("notes", Report.Notes);
    Text.mapOptional("counts-all", Report.CountsAll, false);
  }
};

namespace mapitidy {

std::string FileReport::whyNothing() const {
  if (!WhyNot.empty())
    return WhyNot;
  if (Coverage.Analysed + Coverage.InPart != 0)
    return "";
  if (Coverage.Not != 0)
    return "it uses MAPI, but none of its functions could be analysed";
  return LacksMapi ? "the headers of MAPI that it includes are not found" : "";
}

static std::vector<HeaderUse>
headersOf(ArrayRef<FileReport> Files,
          function_ref<StringRef(StringRef)> OriginOf) {
  std::map<std::pair<StringRef, bool>, unsigned> Uses;
  for (const FileReport &File : Files) {
    for (const std::string &Header : File.Headers.Missing)
      ++Uses[{Header, false}];
    for (const std::string &Header : File.Headers.StandIns)
      ++Uses[{Header, true}];
  }
  std::vector<HeaderUse> Result;
  Result.reserve(Uses.size());
  for (const auto &[Key, Count] : Uses)
    Result.push_back(
        {Key.first.str(), Count, Key.second, OriginOf(Key.first).str()});
  return Result;
}

RunReport RunReport::of(ArrayRef<FileReport> Files,
                        function_ref<StringRef(StringRef)> OriginOf) {
  RunReport Result;
  Result.Files = Files.size();
  Result.Headers = headersOf(Files, OriginOf);
  for (const FileReport &File : Files) {
    Result.Analysed += File.Coverage.Analysed;
    Result.InPart += File.Coverage.InPart;
    Result.Not += File.Coverage.Not;
    Result.Opaque += File.Coverage.Opaque;
    Result.HiddenErrors += File.HiddenErrors;
    if (std::string WhyNot = File.whyNothing(); !WhyNot.empty())
      Result.FilesNot.push_back({File.File, std::move(WhyNot)});
    for (const SwallowedLines &Lines : File.Coverage.Swallowed)
      Result.LinesNot.push_back(
          {File.File, Lines.First, Lines.Last, Lines.Macro});
    Result.Findings.insert(Result.Findings.end(), File.Findings.begin(),
                           File.Findings.end());
  }
  return Result;
}

void RunReport::add(const RunReport &Others) {
  Files += Others.Files;
  Analysed += Others.Analysed;
  InPart += Others.InPart;
  Not += Others.Not;
  Opaque += Others.Opaque;
  HiddenErrors += Others.HiddenErrors;
  CountsAll |= Others.CountsAll;
  for (const HeaderUse &Use : Others.Headers) {
    auto Known = find_if(Headers, [&](const HeaderUse &Each) {
      return Each.Header == Use.Header && Each.IsStandIn == Use.IsStandIn;
    });
    if (Known == Headers.end())
      Headers.push_back(Use);
    else
      Known->Files += Use.Files;
  }
  FilesNot.insert(FilesNot.end(), Others.FilesNot.begin(),
                  Others.FilesNot.end());
  LinesNot.insert(LinesNot.end(), Others.LinesNot.begin(),
                  Others.LinesNot.end());
}

Expected<RunReport> RunReport::read(MemoryBufferRef Text) {
  std::string Problem;
  yaml::Input Input(
      Text, nullptr,
      [](const SMDiagnostic &Found, void *Into) {
        auto &First = *static_cast<std::string *>(Into);
        if (First.empty())
          First = (Found.getFilename() + ":" + Twine(Found.getLineNo()) + ": " +
                   Found.getMessage())
                      .str();
      },
      &Problem);
  RunReport Result;
  Input >> Result;
  if (Input.error())
    return createStringError(Input.error(),
                             Problem + "; expected what mapi-tidy writes with "
                                       "--export-report");
  return Result;
}

void RunReport::write(raw_ostream &Out) const {
  RunReport Copy = *this; // YAML reads and writes by one description
  yaml::Output Text(Out);
  Text << Copy;
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

static void printCounts(raw_ostream &Out, const RunReport &Report) {
  const bool All = Report.CountsAll || !Report.Headers.empty();
  if (Report.InPart + Report.Not == 0 && !All)
    return;
  Out << "mapi-tidy: functions with MAPI calls";
  if (All) {
    Out << ": " << Report.Analysed << " analysed";
    if (Report.InPart != 0)
      Out << ", " << Report.InPart << " in part";
    Out << ", " << Report.Not << " not";
    if (Report.Opaque != 0)
      Out << "; unknown to their callers: " << Report.Opaque;
  } else {
    Out << " not analysed: " << Report.Not;
    if (Report.InPart != 0)
      Out << ", in part: " << Report.InPart;
  }
  if (Report.InPart + Report.Not != 0 && !Report.CountsAll)
    Out << "; " << UnanalysedCheck << " with mapi.ReportUnanalyzed lists them";
  Out << '\n';
}

static void printLines(raw_ostream &Out, ArrayRef<LineGap> Gaps) {
  constexpr size_t Most = 5;
  for (const LineGap &Gap : Gaps.take_front(Most)) {
    Out << "mapi-tidy: '" << Gap.File << "': lines " << Gap.First << " to "
        << Gap.Last << " are not in the syntax tree";
    if (!Gap.Macro.empty())
      Out << "; '" << Gap.Macro << "' may be a macro that is not defined";
    Out << '\n';
  }
  if (Gaps.size() > Most)
    Out << "mapi-tidy: nor are " << Gaps.size() - Most << " other parts\n";
}

void RunReport::print(raw_ostream &Out) const {
  for (const std::string &Note : Notes)
    Out << "mapi-tidy: note: " << Note << '\n';
  if (!Headers.empty())
    Out << "mapi-tidy: headers not found:\n";
  for (const HeaderUse &Use : Headers)
    printHeader(Out, Use);
  if (HiddenErrors != 0)
    Out << "mapi-tidy: " << HiddenErrors << " error" << plural(HiddenErrors)
        << " of Clang's are not shown, which other headers may explain; "
           "--show-errors shows them\n";
  printCounts(Out, *this);
  printLines(Out, LinesNot);
  for (const FileGap &Gap : FilesNot)
    Out << "mapi-tidy: error: '" << Gap.File
        << "' is not analysed: " << Gap.WhyNot << '\n';
}

} // namespace mapitidy
