//===- ProjectSummaries.cpp - What other files do -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/ProjectSummaries.h"
#include "clang/Basic/FileManager.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

std::string FilePlaces::pathOf(FileEntryRef File) const {
  SmallString<128> Path(File.getFileEntry().tryGetRealPathName());
  if (Path.empty()) {
    Path = File.getName();
    Sources.getFileManager().makeAbsolutePath(Path);
  }
  return Path.str().str();
}

std::set<std::string> FilePlaces::files() const {
  std::set<std::string> Result;
  for (auto It = Sources.fileinfo_begin(); It != Sources.fileinfo_end(); ++It)
    Result.insert(pathOf(It->first));
  return Result;
}

std::string FilePlaces::nameOf(SourcePlace Place) {
  const auto [File, Offset] = Sources.getDecomposedExpansionLoc(
      SourceLocation::getFromRawEncoding(Place));
  const OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
  if (!Entry)
    return "";
  return (pathOf(*Entry) + ":" + Twine(Sources.getLineNumber(File, Offset)) +
          ":" + Twine(Sources.getColumnNumber(File, Offset)))
      .str();
}

std::optional<SourcePlace> FilePlaces::placeNamed(StringRef Name) {
  const auto [Front, Column] = Name.rsplit(':');
  const auto [Path, Line] = Front.rsplit(':');
  unsigned AtLine = 0, AtColumn = 0;
  if (Line.getAsInteger(10, AtLine) || Column.getAsInteger(10, AtColumn) ||
      AtLine == 0 || AtColumn == 0)
    return std::nullopt;
  const OptionalFileEntryRef File =
      Sources.getFileManager().getOptionalFileRef(Path);
  if (!File)
    return std::nullopt;
  FileID Id = Sources.translateFile(*File);
  if (Id.isInvalid())
    Id = Sources.createFileID(*File, SourceLocation(), SrcMgr::C_User);
  return Sources.translateLineCol(Id, AtLine, AtColumn).getRawEncoding();
}

const CallEntry *ProjectSummaries::ask(const std::string &Name) {
  if (Keeps)
    Asked.insert(Name);
  return Known ? summaryNamed(Name, 0) : nullptr;
}

const CallEntry *ProjectSummaries::summaryOf(const FunctionDecl &Function) {
  return ask(nameAcrossFiles(Function));
}

const CallEntry *
ProjectSummaries::summaryOfChosen(const CXXMethodDecl &Method) {
  return ask(chosenName(nameAcrossFiles(Method)));
}

const CallEntry *ProjectSummaries::summaryNamed(StringRef Name,
                                                unsigned Depth) {
  constexpr unsigned Deepest = 256;
  if (auto It = Linked.find(Name); It != Linked.end())
    return It->second.get();
  if (Depth == Deepest || !Known->has(Name))
    return nullptr;
  std::unique_ptr<CallEntry> &Slot = Linked[Name.str()]; // stays where it is
  Expected<std::unique_ptr<CallEntry>> Read = Known->summaryOf(Name, &Places);
  if (!Read) {
    Problems.push_back(toString(Read.takeError()));
    return nullptr;
  }
  for (Outcome &Way : (*Read)->Outcomes) {
    if (Error Wrong = Entries.link(Way.Steps)) {
      Problems.push_back(toString(std::move(Wrong)));
      return nullptr;
    }
    linkCalls(Way.Steps, Depth);
  }
  Slot = std::move(*Read);
  return Slot.get();
}

void ProjectSummaries::linkCalls(std::vector<Step> &Steps, unsigned Depth) {
  for (Step &Each : Steps) {
    if (Each.Does == OperationKind::Invoke)
      Each.Entry = summaryNamed(Each.Call, Depth + 1);
    linkCalls(Each.Then, Depth);
    linkCalls(Each.Else, Depth);
  }
}

} // namespace mapitidy
