//===- Paths.cpp - Paths of Windows on another disk -----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <algorithm>
#include <tuple>

using namespace llvm;

namespace mapitidy {

bool isWindowsAbsolute(StringRef Path) {
  if (Path.starts_with("\\\\"))
    return true;
  return Path.size() >= 3 && isAlpha(Path[0]) && Path[1] == ':' &&
         (Path[2] == '\\' || Path[2] == '/');
}

StringRef windowsFilename(StringRef Path) {
  size_t Slash = Path.find_last_of("/\\");
  return Slash == StringRef::npos ? Path : Path.substr(Slash + 1);
}

static std::string withSlashes(StringRef Path) {
  std::string Result = Path.str();
  std::replace(Result.begin(), Result.end(), '\\', '/');
  return Result;
}

static StringRef withoutSlashAtEnd(StringRef Path) {
  return Path.size() > 1 ? Path.rtrim('/') : Path;
}

static SmallString<256> withoutDots(StringRef Path) {
  SmallString<256> Result(Path);
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return Result;
}

Expected<PathMap> PathMap::parse(StringRef Text) {
  PathMap Result;
  SmallVector<StringRef, 4> Parts;
  Text.split(Parts, ';', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (StringRef Part : Parts) {
    auto [Folder, Target] = Part.split('=');
    Folder = Folder.trim();
    Target = Target.trim();
    if (Folder.empty() || Target.empty())
      return failure("'" + Part +
                     "' is no map of paths; expected 'C:\\project=/folder'");
    std::string Slashed = withSlashes(Target);
    Result.Entries.push_back(
        {foldCase(StringRef(withSlashes(Folder)).rtrim('/')),
         withoutSlashAtEnd(Slashed).str()});
  }
  // The innermost folder is tried first.
  stable_sort(Result.Entries, [](const Entry &A, const Entry &B) {
    return A.Folder.size() > B.Folder.size();
  });
  return Result;
}

std::optional<std::string> PathMap::map(StringRef Path) const {
  if (Entries.empty())
    return std::nullopt;
  const std::string Slashed = withSlashes(Path);
  for (const Entry &E : Entries) {
    // Folding may change a name's length: compare component by component.
    StringRef Rest = Slashed, Wanted = E.Folder;
    bool Matches = true;
    while (Matches && !Wanted.empty()) {
      auto [WantedPart, WantedRest] = Wanted.split('/');
      auto [Part, PartRest] = Rest.split('/');
      Matches = foldCase(Part) == WantedPart;
      Wanted = WantedRest;
      Rest = PartRest;
    }
    if (Matches)
      return Rest.empty() ? E.Target
                          : (E.Target == "/" ? "" : E.Target) + "/" +
                                Rest.ltrim('/').str();
  }
  return std::nullopt;
}

std::string FileFinder::absolute(StringRef Path, StringRef Base) const {
  std::string Result;
  if (std::optional<std::string> Mapped = Map.map(Path))
    Result = *Mapped;
  else
    Result = withSlashes(Path);
  if (!sys::path::is_absolute(Result) && !isWindowsAbsolute(Result)) {
    SmallString<256> Joined(Base);
    sys::path::append(Joined, Result);
    Result = Joined.str().str();
  }
  SmallString<256> Clean = withoutDots(Result);
  return withoutSlashAtEnd(Clean).str();
}

bool FileFinder::isDirectory(StringRef Path) {
  auto Status = FS.status(Path);
  return Status && Status->isDirectory();
}

ArrayRef<FileFinder::Entry> FileFinder::entries(StringRef Directory) {
  auto [It, IsNew] = Listings.try_emplace(Directory);
  std::vector<Entry> &Result = It->second;
  if (!IsNew)
    return Result;
  std::error_code Problem;
  for (vfs::directory_iterator At = FS.dir_begin(Directory, Problem), End;
       !Problem && At != End; At.increment(Problem)) {
    StringRef Name = sys::path::filename(At->path());
    sys::fs::file_type Type = At->type();
    if (Type == sys::fs::file_type::type_unknown) // some file systems' way
      if (auto Status = FS.status(At->path()))
        Type = Status->getType();
    Result.push_back({foldCase(Name), Name.str(), Type});
  }
  llvm::sort(Result, [](const Entry &A, const Entry &B) {
    return std::tie(A.Folded, A.Name) < std::tie(B.Folded, B.Name);
  });
  return Result;
}

static std::string join(StringRef Folder, StringRef Name) {
  return (Folder + (Folder.ends_with("/") ? "" : "/") + Name).str();
}

/// \returns what \p Rest names below \p Folder, which exists.
std::optional<std::string> FileFinder::descend(std::string Folder,
                                               StringRef Rest) {
  Rest = Rest.ltrim('/');
  if (Rest.empty())
    return Folder;
  auto [Name, Below] = Rest.split('/');
  const std::string Folded = foldCase(Name);
  std::vector<std::string> Candidates;
  for (const Entry &E : entries(Folder))
    if (E.Folded == Folded) {
      bool IsExact = E.Name == Name;
      Candidates.insert(IsExact ? Candidates.begin() : Candidates.end(),
                        join(Folder, E.Name));
    }
  for (std::string &Candidate : Candidates)
    if (auto Result = descend(std::move(Candidate), Below))
      return Result;
  return std::nullopt;
}

std::optional<std::string> FileFinder::search(StringRef Absolute) {
  if (FS.exists(Absolute))
    return Absolute.str();
  if (!sys::path::is_absolute(Absolute))
    return std::nullopt; // a drive that this machine has not
  StringRef Root = sys::path::root_path(Absolute);
  return descend(Root.str(), Absolute.substr(Root.size()));
}

std::optional<std::string> FileFinder::find(StringRef Path, StringRef Base) {
  if (Path.empty() || Path.contains('\0'))
    return std::nullopt;
  std::string Absolute = absolute(Path, Base);
  auto It = Found.find(Absolute);
  if (It != Found.end())
    return It->second;
  std::optional<std::string> Result = search(Absolute);
  Found[Absolute] = Result;
  return Result;
}

} // namespace mapitidy
