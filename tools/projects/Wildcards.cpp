//===- Wildcards.cpp - Files by pattern -----------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Wildcards.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace mapitidy {

bool hasWildcard(StringRef Path) {
  return Path.find_first_of("*?") != StringRef::npos;
}

/// Whether \p Pattern, with `*` and `?`, is \p Name; both are folded.
static bool matches(StringRef Pattern, StringRef Name) {
  size_t P = 0, N = 0, Star = StringRef::npos, Resume = 0;
  while (N < Name.size()) {
    if (P < Pattern.size() && Pattern[P] == '*') {
      Star = P++;
      Resume = N;
    } else if (P < Pattern.size() &&
               (Pattern[P] == '?' || Pattern[P] == Name[N])) {
      ++P;
      ++N;
    } else if (Star != StringRef::npos) {
      P = Star + 1;
      N = ++Resume;
    } else {
      return false;
    }
  }
  return Pattern.drop_front(P).find_first_not_of('*') == StringRef::npos;
}

namespace {

/// A project with more files below it is not to be read by pattern.
constexpr size_t MostEntries = 1u << 18;
constexpr unsigned DeepestFolder = 64;

class Search {
public:
  explicit Search(FileFinder &Files) : Files(Files) {}

  /// Adds what \p Parts, the folded rest of the pattern, names in \p Folder.
  void add(const std::string &Folder, ArrayRef<std::string> Parts,
           unsigned Depth) {
    if (Parts.empty() || Depth > DeepestFolder || Visited > MostEntries)
      return;
    const bool IsAnyFolder = Parts.front() == "**";
    if (IsAnyFolder)
      add(Folder, Parts.drop_front(), Depth);
    // The listing may move when another is read.
    std::vector<FileFinder::Entry> Entries = Files.entries(Folder).vec();
    for (const FileFinder::Entry &E : Entries) {
      if (++Visited > MostEntries)
        return;
      std::string Path = Folder + (Folder == "/" ? "" : "/") + E.Name;
      // Links may lead back to where they stand.
      const bool IsFolder = E.Type == sys::fs::file_type::directory_file;
      if (IsAnyFolder) {
        if (IsFolder)
          add(Path, Parts, Depth + 1);
      } else if (matches(Parts.front(), E.Folded)) {
        if (Parts.size() > 1)
          add(Path, Parts.drop_front(), Depth + 1);
        else if (!IsFolder && Seen.insert({Path, true}).second)
          Result.push_back(Path);
      }
    }
  }

  std::vector<std::string> Result;

private:
  FileFinder &Files;
  StringMap<bool> Seen;
  size_t Visited = 0;
};

} // namespace

std::vector<std::string> filesMatching(StringRef Pattern, StringRef Base,
                                       FileFinder &Files) {
  SmallVector<StringRef, 8> Parts;
  std::string Absolute = Files.absolute(Pattern, Base);
  StringRef(Absolute).split(Parts, '/', /*MaxSplit=*/-1, /*KeepEmpty=*/true);
  auto FirstPattern = find_if(Parts, hasWildcard);
  std::string Folder = llvm::join(ArrayRef(Parts.begin(), FirstPattern), "/");
  std::optional<std::string> Start =
      Files.find(Folder.empty() ? "/" : StringRef(Folder));
  if (!Start)
    return {};
  std::vector<std::string> Folded;
  for (StringRef Part : ArrayRef(FirstPattern, Parts.end()))
    Folded.push_back(foldCase(Part));
  Search All(Files);
  All.add(*Start, Folded, 0);
  return std::move(All.Result);
}

} // namespace mapitidy
