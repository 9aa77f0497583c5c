//===- WindowsSdk.cpp - Windows headers on Linux --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WindowsSdk.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MD5.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;

namespace mapitidy {

std::string findMingwHeaders() {
  for (StringRef Directory :
       {"/usr/x86_64-w64-mingw32/include", "/usr/share/mingw-w64/include"})
    if (sys::fs::exists(Directory + "/mapix.h"))
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

bool hasHeader(StringRef Directory, StringRef Name) {
  return any_of(entriesOf(Directory), [Name](const std::string &Path) {
    return sys::path::filename(Path).equals_insensitive(Name);
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
  Hash.update("overlay 1"); // to be counted up when overlayText() changes
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

/// Writes a file so that nobody ever reads half of it.
static Error writeAtomically(StringRef File, StringRef Text) {
  if (std::error_code Problem =
          sys::fs::create_directories(sys::path::parent_path(File)))
    return errorCodeToError(Problem);
  return writeToOutput(File, [Text](raw_ostream &Out) {
    Out << Text;
    return Error::success();
  });
}

static Expected<OverlayFile> writeTemporary(StringRef Text) {
  int Descriptor;
  SmallString<128> File;
  if (std::error_code Problem = sys::fs::createTemporaryFile(
          "mapi-tidy-overlay", "yaml", Descriptor, File))
    return createStringError(
        Problem, "cannot write the list of Windows headers, neither to the "
                 "cache directory nor to the directory for temporary files: " +
                     Problem.message());
  sys::RemoveFileOnSignal(File);
  raw_fd_ostream(Descriptor, /*shouldClose=*/true) << Text;
  return OverlayFile{File.str().str(), /*IsTemporary=*/true};
}

Expected<OverlayFile> writeOverlay(ArrayRef<std::string> Directories) {
  Expected<std::string> Key = keyOf(Directories);
  if (!Key)
    return Key.takeError();
  SmallString<128> File;
  if (!sys::path::cache_directory(File))
    return writeTemporary(overlayText(Directories));
  sys::path::append(File, "mapi-tidy", "overlay-" + *Key + ".yaml");
  if (sys::fs::exists(File))
    return OverlayFile{File.str().str()};
  std::string Text = overlayText(Directories);
  if (Error E = writeAtomically(File, Text)) {
    consumeError(std::move(E)); // no cache is no error
    return writeTemporary(Text);
  }
  return OverlayFile{File.str().str()};
}

} // namespace mapitidy
