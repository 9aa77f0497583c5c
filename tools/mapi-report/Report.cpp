//===- Report.cpp - What clang-tidy found ---------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "hosts/LLVMVersion.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <tuple>

using namespace clang;
using namespace llvm;

namespace mapitidy {

Report::Report(StringRef Root)
    : Diagnostics(silentDiagnostics()), Files(FileSystemOptions()),
      Sources(*Diagnostics, Files) {
  SmallString<256> Path(Root);
  if (!sys::fs::make_absolute(Path)) {
    sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
    Roots.push_back(Path.str().str());
  }
  if (!sys::fs::real_path(Root, Path))
    Roots.push_back(Path.str().str());
}

Report::~Report() = default;

Error Report::add(StringRef Path) {
  if (!sys::fs::is_directory(Path))
    return addFile(Path);
  std::vector<std::string> Names;
  std::error_code Problem;
  for (sys::fs::directory_iterator It(Path, Problem), End;
       !Problem && It != End; It.increment(Problem))
    if (sys::path::extension(It->path()) == ".yaml")
      Names.push_back(It->path());
  if (Problem)
    return createStringError(Problem, "cannot read the folder '" + Path +
                                          "': " + Problem.message());
  llvm::sort(Names);
  for (const std::string &Name : Names)
    if (Error E = addFile(Name))
      return E;
  return Error::success();
}

/// Keeps the first problem with its place.
static void keepFirst(const SMDiagnostic &Problem, void *Context) {
  auto &Message = *static_cast<std::string *>(Context);
  if (Message.empty())
    Message = (Twine(Problem.getLineNo()) + ": " + Problem.getMessage()).str();
}

Error Report::addFile(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return createStringError(Buffer.getError(),
                             "cannot read '" + Path +
                                 "': " + Buffer.getError().message());
  // run-clang-tidy writes an empty file where there is nothing to write.
  if ((*Buffer)->getBuffer().trim().empty())
    return Error::success();
  tooling::TranslationUnitDiagnostics Unit;
  std::string Problem;
  yaml::Input Input((*Buffer)->getBuffer(), nullptr, keepFirst, &Problem);
  Input >> Unit;
  if (Input.error())
    return createStringError(inconvertibleErrorCode(),
                             Path + ":" + Problem +
                                 "; expected what clang-tidy writes with "
                                 "--export-fixes");
  for (tooling::Diagnostic &Each : Unit.Diagnostics) {
    ReportedFinding Finding;
    Finding.Check = Each.DiagnosticName;
    Finding.IsError = Each.DiagLevel == tooling::Diagnostic::Error;
    for (const tooling::DiagnosticMessage &Note : Each.Notes)
      Finding.Notes.push_back(locate(Note, Each.BuildDirectory));
    // What is wrong with a command line stands at the file that it is for.
    if (Each.Message.FilePath.empty())
      Each.Message.FilePath = Unit.MainSourceFile;
    Finding.Message = locate(Each.Message, Each.BuildDirectory);
    Finding.Fix = editsOf(Each.Message, Finding.Message.Location);
    if (Finding.Message.Location.isInvalid())
      Problems.push_back("not located: '" + Finding.Message.Text + "' [" +
                         Finding.Check + "] in '" + Finding.Message.File +
                         "', which cannot be read or has changed since");
    Findings.push_back(std::move(Finding));
  }
  return Error::success();
}

void Report::add(const RunReport &Run) {
  std::string Summary;
  raw_string_ostream Text(Summary);
  Text << "functions with MAPI calls: " << Run.Analysed << " analysed, "
       << Run.InPart << " in part, " << Run.Not << " not";
  if (!Run.Headers.empty()) {
    Text << "; headers not found:";
    for (const HeaderUse &Use : Run.Headers)
      Text << ' ' << Use.Header
           << (Use.IsStandIn ? " (a stand-in is used)" : "");
  }
  if (!Run.Headers.empty() || Run.InPart + Run.Not != 0)
    RunMessages.push_back({std::move(Summary), "", false});
  for (const std::string &Note : Run.Notes)
    RunMessages.push_back({Note, "", false});
  for (const FileGap &Gap : Run.FilesNot)
    RunMessages.push_back(
        {"not analysed: " + Gap.WhyNot, shown(Gap.File), true});
  for (const FindingRecord &Each : Run.Findings) {
    Records.push_back(Each);
    Records.back().File = shown(Each.File);
  }
}

StringRef Report::belowRoot(StringRef Path) const {
  for (StringRef Root : Roots) {
    StringRef Rest = Path;
    if (Rest.consume_front(Root) && !Rest.empty() &&
        sys::path::is_separator(Rest.front()))
      return Rest.drop_front();
  }
  return {};
}

std::string Report::shown(StringRef Path) const {
  StringRef Below = belowRoot(Path);
  SmallString<256> Real;
  if (Below.empty() && !sys::fs::real_path(Path, Real))
    Below = belowRoot(Real);
  return sys::path::convert_to_slash(Below.empty() ? Path : Below);
}

ReportedMessage Report::locate(const tooling::DiagnosticMessage &Message,
                               StringRef Directory) {
  ReportedMessage Result;
  Result.Text = Message.Message;
  if (Message.FilePath.empty())
    return Result;
  SmallString<256> Path(Message.FilePath);
  if (sys::path::is_relative(Path)) {
    Path = Directory;
    sys::path::append(Path, Message.FilePath);
  }
  Result.File = shown(Path);
  Expected<FileEntryRef> File = Files.getFileRef(Path);
  if (!File) {
    consumeError(File.takeError());
    return Result;
  }
  FileID Id = Sources.getOrCreateFileID(*File, SrcMgr::C_User);
  bool Invalid = false;
  StringRef Text = Sources.getBufferData(Id, &Invalid);
  if (Invalid || Message.FileOffset > Text.size())
    return Result;
  Result.Line = Sources.getLineNumber(Id, Message.FileOffset);
  Result.Column = Sources.getColumnNumber(Id, Message.FileOffset);
  Result.Location = Sources.getComposedLoc(Id, Message.FileOffset);
  return Result;
}

/// Line and column of \p Offset in \p Text; the column counts code points.
static std::pair<unsigned, unsigned> placeOf(StringRef Text, size_t Offset) {
  const StringRef Before = Text.take_front(Offset);
  const StringRef Line = Before.drop_front(Before.rfind('\n') + 1);
  const auto IsFirstByte = [](char C) { return (C & 0xC0) != 0x80; };
  return {Before.count('\n') + 1, count_if(Line, IsFirstByte) + 1};
}

std::vector<ReportedEdit>
Report::editsOf(const tooling::DiagnosticMessage &Message,
                SourceLocation At) const {
  std::vector<ReportedEdit> Result;
  if (Message.Fix.size() != 1 || At.isInvalid())
    return Result;
  const StringRef Text = Sources.getBufferData(Sources.getFileID(At));
  for (const tooling::Replacement &Each : Message.Fix.begin()->second) {
    const size_t End = Each.getOffset() + Each.getLength();
    if (Each.getFilePath() != Message.FilePath || End > Text.size())
      return {};
    ReportedEdit &New = Result.emplace_back();
    std::tie(New.Line, New.Column) = placeOf(Text, Each.getOffset());
    std::tie(New.EndLine, New.EndColumn) = placeOf(Text, End);
    New.Text = Each.getReplacementText().str();
  }
  return Result;
}

static auto keyOf(const ReportedFinding &Each) {
  return std::tie(Each.Message.File, Each.Message.Line, Each.Message.Column,
                  Each.Check, Each.Message.Text);
}

static auto keyOf(const FindingRecord &Each) {
  return std::tie(Each.File, Each.Line, Each.Column, Each.Check, Each.Message);
}

void Report::describe(ReportedFinding &Finding) const {
  const auto It = llvm::lower_bound(
      Records, Finding, [](const FindingRecord &A, const ReportedFinding &B) {
        return keyOf(A) < keyOf(B);
      });
  if (It == Records.end() || keyOf(*It) != keyOf(Finding))
    return;
  Finding.Identity = It->Identity;
  Finding.Level = It->Level;
  Finding.IsKnown = It->IsKnown;
}

void Report::finish() {
  llvm::sort(Records, [](const FindingRecord &A, const FindingRecord &B) {
    return keyOf(A) < keyOf(B);
  });
  llvm::stable_sort(Findings,
                    [](const ReportedFinding &A, const ReportedFinding &B) {
                      return keyOf(A) < keyOf(B);
                    });
  auto End =
      std::unique(Findings.begin(), Findings.end(),
                  [](const ReportedFinding &A, const ReportedFinding &B) {
                    return keyOf(A) == keyOf(B);
                  });
  Findings.erase(End, Findings.end());
  for (ReportedFinding &Each : Findings)
    describe(Each);
  auto New = std::stable_partition(
      Findings.begin(), Findings.end(),
      [](const ReportedFinding &Each) { return !Each.IsKnown; });
  Known.assign(std::make_move_iterator(New),
               std::make_move_iterator(Findings.end()));
  Findings.erase(New, Findings.end());
}

std::vector<const ReportedFinding *> Report::withKnown() const {
  std::vector<const ReportedFinding *> Result;
  Result.reserve(Findings.size() + Known.size());
  for (const ReportedFinding &Each : Findings)
    Result.push_back(&Each);
  for (const ReportedFinding &Each : Known)
    Result.push_back(&Each);
  llvm::sort(Result, [](const ReportedFinding *A, const ReportedFinding *B) {
    return keyOf(*A) < keyOf(*B);
  });
  return Result;
}

StringRef Report::lineOf(const ReportedMessage &Message) const {
  if (Message.Location.isInvalid())
    return {};
  auto [Id, Offset] = Sources.getDecomposedLoc(Message.Location);
  StringRef Text = Sources.getBufferData(Id);
  StringRef Line = Text.substr(Offset - (Message.Column - 1));
  return Line.take_until([](char C) { return C == '\n'; }).trim();
}

CharSourceRange Report::tokenAt(const ReportedMessage &Message) const {
  LangOptions Cxx;
  Cxx.CPlusPlus = true;
  const unsigned Length =
      Lexer::MeasureTokenLength(Message.Location, Sources, Cxx);
  return CharSourceRange::getCharRange(
      Message.Location, Message.Location.getLocWithOffset(Length));
}

} // namespace mapitidy
