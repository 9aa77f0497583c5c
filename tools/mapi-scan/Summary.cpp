//===- Summary.cpp - The findings of a scan in figures --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Summary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace llvm;

namespace mapitidy {

namespace {

/// Rows of words; columns of figures are set to the right.
class Table {
public:
  /// \param FirstFigure the first column of figures.
  explicit Table(size_t FirstFigure) : FirstFigure(FirstFigure) {}

  void add(std::vector<std::string> Row) { Rows.push_back(std::move(Row)); }
  void print(raw_ostream &Out) const;

private:
  size_t widthOf(size_t Column) const {
    size_t Result = 0;
    for (const std::vector<std::string> &Row : Rows)
      Result = std::max(Result, Row[Column].size());
    return Result;
  }

  size_t FirstFigure;
  std::vector<std::vector<std::string>> Rows;
};

/// The findings of a folder.
struct FolderCount {
  unsigned All = 0, New = 0;
  std::map<unsigned, unsigned> ByLevel;

  void add(const FolderCount &Other) {
    All += Other.All;
    New += Other.New;
    for (const auto &[Level, Count] : Other.ByLevel)
      ByLevel[Level] += Count;
  }
};

} // namespace

void Table::print(raw_ostream &Out) const {
  for (const std::vector<std::string> &Row : Rows) {
    std::string Line;
    for (size_t I = 0; I < Row.size(); ++I) {
      const std::string Blanks(widthOf(I) - Row[I].size(), ' ');
      Line += I < FirstFigure ? "  " + Row[I] + Blanks : "  " + Blanks + Row[I];
    }
    Out << StringRef(Line).rtrim() << '\n';
  }
}

static void printChecks(ArrayRef<FindingRecord> Findings, bool HasBaseline,
                        raw_ostream &Out) {
  std::map<std::pair<unsigned, StringRef>, std::pair<unsigned, unsigned>>
      Counts;
  for (const FindingRecord &Each : Findings) {
    auto &[All, New] = Counts[{Each.Level, Each.Check}];
    ++All;
    New += !Each.IsKnown;
  }
  Table Shown(2);
  const auto Add = [&](StringRef Level, StringRef Check, StringRef All,
                       StringRef New) {
    std::vector<std::string> Row{Level.str(), Check.str(), All.str()};
    if (HasBaseline)
      Row.push_back(New.str());
    Shown.add(std::move(Row));
  };
  Add("level", "check", "findings", "new");
  for (const auto &[Key, Count] : Counts)
    Add(utostr(Key.first), Key.second, utostr(Count.first),
        utostr(Count.second));
  Shown.print(Out);
}

/// The folder of \p File, relative to \p Root if it is below that.
static std::string folderOf(StringRef File, StringRef Root) {
  StringRef Folder = sys::path::parent_path(File);
  if (Folder == Root)
    return ".";
  StringRef Below = Folder;
  if (Below.consume_front(Root) && sys::path::is_separator(Below.front()))
    Folder = Below.drop_front();
  return sys::path::convert_to_slash(Folder);
}

using NamedCount = std::pair<std::string, FolderCount>;

/// \returns the folders with most findings first; the last stands for those
/// that are too many.
static std::vector<NamedCount> countFolders(ArrayRef<FindingRecord> Findings,
                                            const SummaryOptions &Wanted) {
  std::map<std::string, FolderCount> Folders;
  for (const FindingRecord &Each : Findings)
    Folders[folderOf(Each.File, Wanted.Root)].add(
        {1, Each.IsKnown ? 0U : 1U, {{Each.Level, 1}}});
  std::vector<NamedCount> Result(Folders.begin(), Folders.end());
  llvm::stable_sort(Result, [](const NamedCount &A, const NamedCount &B) {
    return A.second.All > B.second.All;
  });
  if (Result.size() <= Wanted.MostFolders)
    return Result;
  const size_t Left = Result.size() - Wanted.MostFolders;
  FolderCount Rest;
  for (const NamedCount &Each : ArrayRef(Result).take_back(Left))
    Rest.add(Each.second);
  Result.resize(Wanted.MostFolders);
  Result.push_back({utostr(Left) + (Left == 1 ? " other" : " others"), Rest});
  return Result;
}

static void printFolders(ArrayRef<FindingRecord> Findings,
                         const SummaryOptions &Wanted, raw_ostream &Out) {
  const std::vector<NamedCount> Folders = countFolders(Findings, Wanted);
  FolderCount All;
  for (const NamedCount &Each : Folders)
    All.add(Each.second);
  Table Shown(1);
  std::vector<std::string> Head{"folder"};
  Head.reserve(All.ByLevel.size() + 3);
  for (const auto &Level : All.ByLevel)
    Head.push_back("level " + utostr(Level.first));
  Head.push_back("findings");
  if (Wanted.HasBaseline)
    Head.push_back("new");
  Shown.add(std::move(Head));
  for (const auto &[Name, Count] : Folders) {
    std::vector<std::string> Row{Name};
    Row.reserve(All.ByLevel.size() + 3);
    for (const auto &Level : All.ByLevel) {
      const auto It = Count.ByLevel.find(Level.first);
      Row.push_back(utostr(It == Count.ByLevel.end() ? 0 : It->second));
    }
    Row.push_back(utostr(Count.All));
    if (Wanted.HasBaseline)
      Row.push_back(utostr(Count.New));
    Shown.add(std::move(Row));
  }
  Shown.print(Out);
}

void printSummary(ArrayRef<FindingRecord> Findings,
                  const SummaryOptions &Wanted, raw_ostream &Out) {
  if (Findings.empty())
    return;
  printChecks(Findings, Wanted.HasBaseline, Out);
  Out << '\n';
  printFolders(Findings, Wanted, Out);
}

} // namespace mapitidy
