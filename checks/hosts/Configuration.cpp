//===- Configuration.cpp - What .clang-tidy says --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/Configuration.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "findings/Finding.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

static std::vector<StringRef> checkNames() {
  std::vector<StringRef> Result(allChecks().begin(), allChecks().end());
  Result.push_back(UnanalysedCheck);
  return Result;
}

static StringRef nearestTo(StringRef Name) {
  constexpr unsigned FarthestEdit = 6;
  StringRef Nearest;
  unsigned Least = FarthestEdit;
  for (StringRef Each : checkNames())
    if (unsigned Edits = Name.edit_distance(Each, true, Least); Edits < Least) {
      Least = Edits;
      Nearest = Each;
    }
  return Nearest;
}

std::vector<UnknownCheck> unknownChecks(StringRef Checks) {
  std::vector<UnknownCheck> Result;
  SmallVector<StringRef, 8> Items;
  SplitString(Checks, Items, ", \n\t");
  for (StringRef Item : Items) {
    Item.consume_front("-");
    if (!Item.starts_with("mapi-"))
      continue;
    Expected<GlobPattern> Glob = GlobPattern::create(Item);
    const bool Exists = Glob && any_of(checkNames(), [&Glob](StringRef Each) {
                          return Glob->match(Each);
                        });
    consumeError(Glob.takeError());
    if (!Exists)
      Result.push_back({Item.str(), nearestTo(Item).str()});
  }
  return Result;
}

/// Whether the file \p Configuration sets mapi.Catalogue to \p Names.
static bool namesCatalogues(StringRef Configuration, StringRef Names) {
  auto Text = MemoryBuffer::getFile(Configuration);
  if (!Text)
    return false;
  ErrorOr<clang::tidy::ClangTidyOptions> Parsed =
      clang::tidy::parseConfigurationWithDiags(
          **Text, [](const SMDiagnostic &) {}); // clang-tidy has told
  if (!Parsed)
    return false;
  auto It = Parsed->CheckOptions.find("mapi.Catalogue");
  return It != Parsed->CheckOptions.end() && It->second.Value == Names;
}

/// \returns the nearest folder above \p Source that is wanted; empty if none
/// is.
static std::string folderAbove(StringRef Source,
                               function_ref<bool(StringRef)> Wanted) {
  SmallString<256> Folder(Source);
  if (Source.empty() || sys::fs::make_absolute(Folder))
    return {};
  while (sys::path::has_parent_path(Folder)) {
    sys::path::remove_filename(Folder);
    if (Wanted(Folder))
      return Folder.str().str();
  }
  return {};
}

std::string locateProject(StringRef Source) {
  static constexpr StringLiteral Name = "/.mapi-tidy/project";
  const std::string Folder = folderAbove(
      Source, [](StringRef Each) { return sys::fs::exists(Each + Name); });
  return Folder.empty() ? Folder : Folder + Name.str();
}

std::string locateCatalogues(StringRef Names, StringRef Source) {
  const auto IsRelative = [](StringRef Name) {
    return !Name.empty() && sys::path::is_relative(Name);
  };
  SmallVector<StringRef, 4> Files;
  Names.split(Files, ';');
  if (none_of(Files, IsRelative))
    return Names.str();
  const std::string Folder = folderAbove(Source, [Names](StringRef Each) {
    return namesCatalogues((Each + "/.clang-tidy").str(), Names);
  });
  if (Folder.empty())
    return Names.str();
  return join(map_range(Files,
                        [&](StringRef Name) {
                          return IsRelative(Name) ? (Folder + "/" + Name).str()
                                                  : Name.str();
                        }),
              ";");
}

} // namespace mapitidy
