//===- FirstLook.cpp - Whether a file has to do with MAPI -----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FirstLook.h"
#include "headers/WindowsFileSystem.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {
namespace {

/// An open file with nothing in it.
class EmptyFile : public vfs::File {
public:
  explicit EmptyFile(vfs::Status Status) : Status(std::move(Status)) {}
  ErrorOr<vfs::Status> status() override { return Status; }
  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name, int64_t,
                                                   bool, bool) override {
    return MemoryBuffer::getMemBuffer("", Name.str());
  }
  std::error_code close() override { return {}; }

private:
  vfs::Status Status;
};

/// The real file system with nothing in the headers of the platform: they use
/// no MAPI, and are most of what a Windows file includes.
class WithoutPlatform : public vfs::ProxyFileSystem {
public:
  explicit WithoutPlatform(std::vector<std::string> Folders)
      : ProxyFileSystem(withWindowsNames(vfs::getRealFileSystem())),
        Folders(std::move(Folders)) {}

  void addFolder(StringRef Folder) { Folders.push_back(Folder.str()); }

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    ErrorOr<vfs::Status> Result = ProxyFileSystem::status(Path);
    if (Result && Result->isRegularFile() && isPlatforms(Path.str()))
      return vfs::Status::copyWithNewSize(*Result, 0);
    return Result;
  }

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    if (!isPlatforms(Path.str()))
      return ProxyFileSystem::openFileForRead(Path);
    ErrorOr<vfs::Status> Status = status(Path);
    if (!Status)
      return Status.getError();
    return std::make_unique<EmptyFile>(std::move(*Status));
  }

private:
  bool isPlatforms(StringRef Path) const {
    return any_of(Folders, [Path](StringRef Folder) {
      return Path.starts_with(Folder) &&
             Path.drop_front(Folder.size()).starts_with("/");
    });
  }

  std::vector<std::string> Folders;
};

/// Looks at what the preprocessor comes by.
class Watcher : public PPCallbacks {
public:
  Watcher(const Catalogue &Known, const SourceManager &Sources, bool &Found,
          std::set<std::string> &Looked)
      : Known(Known), Sources(Sources), Found(Found), Looked(Looked) {}

  void InclusionDirective(SourceLocation, const Token &, StringRef Name, bool,
                          CharSourceRange, OptionalFileEntryRef, StringRef,
                          StringRef, const Module *, bool,
                          SrcMgr::CharacteristicKind) override {
    Found |= Known.isMapiHeader(Name);
  }
  void moduleImport(SourceLocation, ModuleIdPath, const Module *) override {
    Found = true; // nobody sees what is in it
  }
  void FileChanged(SourceLocation At, FileChangeReason Reason,
                   SrcMgr::CharacteristicKind Kind, FileID) override {
    if (Reason != EnterFile || SrcMgr::isSystem(Kind))
      return;
    const FileID File = Sources.getFileID(At);
    if (const OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File))
      Looked.insert(Entry->getFileEntry().tryGetRealPathName().str());
    Found |= hasName(Sources.getBufferData(File));
  }

private:
  /// Whether one of MAPI's names stands in \p Text. A path of an include that
  /// the platform's missing macros leave out is text, too.
  bool hasName(StringRef Text) const {
    auto IsPart = [](char C) { return isAlnum(C) || C == '_' || C == '.'; };
    while (!Text.empty()) {
      StringRef Word = Text.take_while(IsPart);
      if (!Word.empty() &&
          (Known.isMapiHeader(Word) || any_of(split(Word, '.'), [&](auto Part) {
             return Known.isMapiName(Part);
           })))
        return true;
      Text = Text.drop_front(std::max<size_t>(Word.size(), 1));
    }
    return false;
  }

  const Catalogue &Known;
  const SourceManager &Sources;
  bool &Found;
  std::set<std::string> &Looked;
};

/// A look at a file, in each of the ways in which it is compiled.
struct Look {
  const Catalogue &Known;
  WithoutPlatform &Files;
  std::set<std::string> &Looked;
  std::string Command; ///< the present one
  bool Found = false;
};

/// Preprocesses until something is found.
class LookAction : public PreprocessOnlyAction {
public:
  explicit LookAction(Look &Now) : Now(Now) {}

  /// The system's folders that no flag names are the platform's.
  bool BeginInvocation(CompilerInstance &Compiler) override {
    for (const auto &Entry : Compiler.getHeaderSearchOpts().UserEntries)
      if ((Entry.Group == frontend::System ||
           Entry.Group == frontend::ExternCSystem) &&
          Now.Command.find(Entry.Path) == std::string::npos)
        Now.Files.addFolder(Entry.Path);
    Compiler.getDiagnosticOpts().ShowCarets = false; // no "1 error generated."
    return true;
  }

  void ExecuteAction() override {
    Preprocessor &Source = getCompilerInstance().getPreprocessor();
    Source.addPPCallbacks(std::make_unique<Watcher>(
        Now.Known, getCompilerInstance().getSourceManager(), Now.Found,
        Now.Looked));
    Source.EnterMainSourceFile();
    Token Next;
    do
      Source.Lex(Next);
    while (!Now.Found && Next.isNot(tok::eof));
  }

private:
  Look &Now;
};

class LookFactory : public tooling::FrontendActionFactory {
public:
  explicit LookFactory(Look &Now) : Now(Now) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<LookAction>(Now);
  }

private:
  Look &Now;
};

} // namespace

bool mayUseMapi(StringRef File, const Catalogue &Known, const Compilation &How,
                std::set<std::string> &Looked) {
  auto Files = makeIntrusiveRefCnt<WithoutPlatform>(How.PlatformHeaders);
  Look Now{Known, *Files, Looked, {}};
  tooling::ClangTool Tool(How.Database, {File.str()},
                          std::make_shared<PCHContainerOperations>(), Files);
  if (How.Adjuster)
    Tool.appendArgumentsAdjuster(How.Adjuster);
  Tool.appendArgumentsAdjuster(
      [&Now](const tooling::CommandLineArguments &Flags, StringRef) {
        Now.Command = join(Flags, "\n");
        return Flags;
      });
  DiagnosticConsumer Errors; // counts them
  Tool.setDiagnosticConsumer(&Errors);
  Tool.setPrintErrorMessage(false);
  LookFactory Factory(Now);
  return Tool.run(&Factory) != 0 || Now.Found || Errors.getNumErrors() != 0;
}

} // namespace mapitidy
