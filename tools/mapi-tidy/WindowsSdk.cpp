//===- WindowsSdk.cpp - Windows headers on Linux --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WindowsSdk.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MD5.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <set>

using namespace llvm;

namespace mapitidy {

std::string findMingwHeaders() {
  for (StringRef Directory :
       {"/usr/x86_64-w64-mingw32/include", "/usr/share/mingw-w64/include"})
    if (hasMapiHeaders(Directory))
      return Directory.str();
  return {};
}

/// The entries of \p Directory in the order of their names.
static std::vector<std::string> entriesOf(StringRef Directory) {
  std::vector<std::string> Result;
  std::error_code Problem;
  for (sys::fs::directory_iterator It(Directory, Problem), End;
       !Problem && It != End; It.increment(Problem))
    Result.push_back(It->path());
  llvm::sort(Result);
  return Result;
}

bool hasMapiHeaders(StringRef Directory) {
  return any_of(entriesOf(Directory), [](const std::string &Path) {
    return sys::path::filename(Path).equals_insensitive("mapix.h");
  });
}

/// Directories below this depth hold nothing that is included by name.
constexpr unsigned DeepestFolder = 2;

static json::Array overlayEntries(StringRef Directory, unsigned Depth) {
  json::Array Result;
  std::set<std::string> Seen;
  for (const std::string &Path : entriesOf(Directory)) {
    std::string Name = sys::path::filename(Path).str();
    if (!Seen.insert(StringRef(Name).lower()).second)
      continue;
    if (sys::fs::is_directory(Path)) {
      if (Depth < DeepestFolder && Name != "c++")
        Result.push_back(
            json::Object{{"type", "directory"},
                         {"name", Name},
                         {"contents", overlayEntries(Path, Depth + 1)}});
      continue;
    }
    Result.push_back(json::Object{
        {"type", "file"}, {"name", Name}, {"external-contents", Path}});
  }
  return Result;
}

std::string overlayText(ArrayRef<std::string> Directories) {
  json::Array Roots;
  for (const std::string &Directory : Directories)
    Roots.push_back(json::Object{{"type", "directory"},
                                 {"name", Directory},
                                 {"contents", overlayEntries(Directory, 0)}});
  json::Object Overlay{{"version", 0},
                       {"case-sensitive", "false"},
                       {"use-external-names", "false"},
                       {"roots", std::move(Roots)}};
  std::string Text;
  raw_string_ostream(Text) << json::Value(std::move(Overlay));
  return Text;
}

/// A name that changes when a directory does.
static Expected<std::string> keyOf(ArrayRef<std::string> Directories) {
  MD5 Hash;
  Hash.update("overlay 1");
  for (const std::string &Directory : Directories) {
    sys::fs::file_status Status;
    if (std::error_code Problem = sys::fs::status(Directory, Status))
      return createStringError(Problem, "cannot read the header directory '" +
                                            Directory +
                                            "': " + Problem.message());
    Hash.update(Directory);
    Hash.update(std::to_string(
        Status.getLastModificationTime().time_since_epoch().count()));
  }
  MD5::MD5Result Result;
  Hash.final(Result);
  return Result.digest().str().str();
}

Expected<std::string> writeOverlay(ArrayRef<std::string> Directories) {
  Expected<std::string> Key = keyOf(Directories);
  if (!Key)
    return Key.takeError();
  SmallString<128> Folder;
  if (!sys::path::cache_directory(Folder))
    sys::path::system_temp_directory(true, Folder);
  sys::path::append(Folder, "mapi-tidy");
  if (sys::fs::create_directories(Folder)) {
    sys::path::system_temp_directory(true, Folder);
  }
  SmallString<128> File(Folder);
  sys::path::append(File, "overlay-" + *Key + ".yaml");
  if (sys::fs::exists(File))
    return File.str().str();
  // Written aside and renamed, so that nobody reads half a file.
  Expected<sys::fs::TempFile> Temporary =
      sys::fs::TempFile::create(File + ".%%%%%%");
  if (!Temporary)
    return Temporary.takeError();
  {
    raw_fd_ostream Out(Temporary->FD, false);
    Out << overlayText(Directories);
  }
  if (Error E = Temporary->keep(File))
    return E;
  return File.str().str();
}

} // namespace mapitidy
