//===- WindowsFileSystem.cpp - Windows's names of files -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "headers/WindowsFileSystem.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace llvm;

namespace mapitidy {

const char WindowsFileSystem::ID = 0;

const WindowsFileSystem::Listing &
WindowsFileSystem::listingOf(StringRef Directory) {
  auto [It, IsNew] = Listings.try_emplace(Directory);
  if (!IsNew)
    return It->second;
  std::error_code Problem;
  for (vfs::directory_iterator
           Entry = ProxyFileSystem::dir_begin(Directory, Problem),
           End;
       !Problem && Entry != End; Entry.increment(Problem)) {
    const std::string Name = sys::path::filename(Entry->path()).str();
    std::string &Known = It->second[StringRef(Name).lower()];
    if (Known.empty() || Name < Known)
      Known = Name;
  }
  return It->second;
}

/// Looks up the part of \p Path behind the last slash; what is before it comes
/// from the cache, or from here.
std::optional<std::string> WindowsFileSystem::lookUp(StringRef Path) {
  if (Path.empty() || sys::path::root_path(Path) == Path)
    return Path.str();
  const StringRef Name = sys::path::filename(Path);
  const StringRef Parent = sys::path::parent_path(Path);
  auto Known = Folders.find(Parent);
  if (Known == Folders.end()) {
    std::optional<std::string> Found =
        ProxyFileSystem::exists(Parent) ? Parent.str() : lookUp(Parent);
    Known = Folders.try_emplace(Parent, std::move(Found)).first;
  }
  if (!Known->second)
    return std::nullopt;
  SmallString<256> Result(*Known->second);
  if (Name == "." || Name == "..") {
    sys::path::append(Result, Name);
    return Result.str().str();
  }
  const Listing &Entries = listingOf(Result.empty() ? "." : Result.str());
  auto Entry = Entries.find(Name.lower());
  if (Entry == Entries.end())
    return std::nullopt;
  sys::path::append(Result, Entry->second);
  return Result.str().str();
}

std::optional<std::string> WindowsFileSystem::nameOnDisk(StringRef Path) {
  if (ProxyFileSystem::exists(Path))
    return Path.str();
  std::string Slashes = Path.str();
  std::replace(Slashes.begin(), Slashes.end(), '\\', '/');
  return lookUp(Slashes);
}

ErrorOr<vfs::Status> WindowsFileSystem::status(const Twine &Path) {
  ErrorOr<vfs::Status> Exact = ProxyFileSystem::status(Path);
  if (Exact || Exact.getError() != errc::no_such_file_or_directory)
    return Exact;
  if (std::optional<std::string> Name = nameOnDisk(Path.str()))
    return ProxyFileSystem::status(*Name);
  return Exact;
}

bool WindowsFileSystem::exists(const Twine &Path) {
  return nameOnDisk(Path.str()).has_value();
}

ErrorOr<std::unique_ptr<vfs::File>>
WindowsFileSystem::openFileForRead(const Twine &Path) {
  ErrorOr<std::unique_ptr<vfs::File>> Exact =
      ProxyFileSystem::openFileForRead(Path);
  if (Exact || Exact.getError() != errc::no_such_file_or_directory)
    return Exact;
  if (std::optional<std::string> Name = nameOnDisk(Path.str()))
    return ProxyFileSystem::openFileForRead(*Name);
  return Exact;
}

vfs::directory_iterator WindowsFileSystem::dir_begin(const Twine &Directory,
                                                     std::error_code &Problem) {
  return ProxyFileSystem::dir_begin(
      nameOnDisk(Directory.str()).value_or(Directory.str()), Problem);
}

std::error_code WindowsFileSystem::getRealPath(const Twine &Path,
                                               SmallVectorImpl<char> &Output) {
  return ProxyFileSystem::getRealPath(
      nameOnDisk(Path.str()).value_or(Path.str()), Output);
}

std::error_code
WindowsFileSystem::setCurrentWorkingDirectory(const Twine &Path) {
  Listings.clear(); // of folders with relative names, too
  Folders.clear();
  return ProxyFileSystem::setCurrentWorkingDirectory(
      nameOnDisk(Path.str()).value_or(Path.str()));
}

IntrusiveRefCntPtr<vfs::FileSystem>
withWindowsNames(IntrusiveRefCntPtr<vfs::FileSystem> Under) {
  if (isa<WindowsFileSystem>(*Under))
    return Under;
  return makeIntrusiveRefCnt<WindowsFileSystem>(std::move(Under));
}

} // namespace mapitidy
