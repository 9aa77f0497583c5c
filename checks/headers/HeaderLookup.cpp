//===- HeaderLookup.cpp - Headers that are not there ----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "headers/HeaderLookup.h"
#include "headers/SharedFolder.h"
#include "headers/WindowsFileSystem.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

class HeaderWatcher : public PPCallbacks {
public:
  HeaderWatcher(const SourceManager &Sources,
                std::shared_ptr<HeaderFacts> Facts)
      : Sources(Sources), Facts(std::move(Facts)) {}

  bool FileNotFound(StringRef) override { return true; }

  void InclusionDirective(SourceLocation At, const Token &, StringRef Name,
                          bool, CharSourceRange, OptionalFileEntryRef File,
                          StringRef Folder, StringRef, const Module *Imported,
                          bool, SrcMgr::CharacteristicKind) override {
    std::string Written = Name.lower();
    std::replace(Written.begin(), Written.end(), '\\', '/');
    if (!File && !Imported)
      Facts->Missing.insert(std::move(Written));
    else if (isStandIn(Folder) && !isStandIn(Sources.getFilename(At)))
      Facts->StandIns.insert(std::move(Written));
    else if (!Sources.isInSystemHeader(At))
      Facts->Found.insert(std::move(Written));
  }

private:
  static bool isStandIn(StringRef Path) {
    return any_of(standInFolders(), [Path](StringRef Folder) {
      return Path.starts_with(Folder);
    });
  }

  const SourceManager &Sources;
  std::shared_ptr<HeaderFacts> Facts;
};

} // namespace

const std::vector<std::string> &standInFolders() {
  static const std::vector<std::string> Folders = [] {
    std::vector<std::string> Found;
    for (const char *Name : {"stand-ins/windows", "stand-ins/mapi"})
      if (std::string Folder = sharedFile(Name); !Folder.empty())
        Found.push_back(std::move(Folder));
    return Found;
  }();
  return Folders;
}

std::vector<std::string> microsoftHeaderFlags() {
  const std::string Library = sharedFile("stand-ins/std");
  const std::string Annotations = sharedFile("stand-ins/annotations.h");
  const std::string Rest = sharedFile("stand-ins/compatibility.h");
  if (Library.empty() || Annotations.empty() || Rest.empty())
    return {};
  return {"-isystem", Library, "-include", Annotations, "-include", Rest};
}

/// Adds the folders of stand-ins behind all others.
static void addStandIns(Preprocessor &Source) {
  FileManager &Files = Source.getFileManager();
  for (const std::string &Folder : standInFolders())
    if (OptionalDirectoryEntryRef Entry = Files.getOptionalDirectoryRef(Folder))
      Source.getHeaderSearchInfo().AddSystemSearchPath(
          DirectoryLookup(*Entry, SrcMgr::C_System, /*isFramework=*/false));
}

void goOnBehindErrors(DiagnosticsEngine &Diagnostics) {
  Diagnostics.setErrorLimit(0);
  Diagnostics.setFatalsAsError(true);
}

void forgetErrors(DiagnosticsEngine &Diagnostics) {
  Diagnostics.getDiagnosticOptions().ShowCarets = false;
  Diagnostics.getClient()->clear();
}

std::shared_ptr<const HeaderFacts> watchHeaders(Preprocessor &Source) {
  auto Facts = std::make_shared<HeaderFacts>();
  if (Source.getTargetInfo().getTriple().isOSWindows()) {
    FileManager &Files = Source.getFileManager();
    Files.setVirtualFileSystem(
        withWindowsNames(Files.getVirtualFileSystemPtr()));
    addStandIns(Source);
  }
  goOnBehindErrors(Source.getDiagnostics());
  Source.addPPCallbacks(
      std::make_unique<HeaderWatcher>(Source.getSourceManager(), Facts));
  return Facts;
}

} // namespace mapitidy
