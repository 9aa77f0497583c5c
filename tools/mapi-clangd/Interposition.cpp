//===- Interposition.cpp - clangd's defaults, and ours --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clangd decides some things by functions that the linker (--wrap) leads here.
/// Which checks run, and which are fast: the MAPI checks are, and are on unless
/// a configuration speaks of them. How files are found, and how a file is
/// compiled: as Windows would, with stand-ins for headers that are not there.
/// What is fatal: nothing, also in the headers at the beginning of a file,
/// which clangd parses without the checks.
///
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "headers/HeaderLookup.h"
#include "headers/WindowsFileSystem.h"
#include "hosts/LLVMVersion.h"
#include "clang/Tooling/CompilationDatabase.h"
#include <optional>

using namespace llvm;
using mapitidy::DefaultChecks;

// clangd's own, by the names that the linker gives them ...
extern DefaultChecks
stockDefaultChecks() asm("__real__ZN5clang6clangd20provideDefaultChecksEv");
extern std::optional<bool> isFastStockCheck(StringRef Check) asm(
    "__real__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");
std::unique_ptr<vfs::FileSystem>
stockFileSystem() asm("__real__ZN4llvm3vfs24createPhysicalFileSystemEv");
clang::IntrusiveRefCntPtr<clang::DiagnosticsEngine> stockDiagnostics(
    CREATE_DIAGNOSTICS_PARAMETERS) asm("__real_" CREATE_DIAGNOSTICS_NAME);
void adjustStockCommand(
    const void *Mangler, clang::tooling::CompileCommand &Command,
    StringRef File) asm("__real__ZNK5clang6clangd14CommandManglerclERNS_"
                        "7tooling14CompileCommandEN4llvm9StringRefE");

// ... and what is called in their place.
DefaultChecks
defaultChecks() asm("__wrap__ZN5clang6clangd20provideDefaultChecksEv");
std::optional<bool> isFastCheck(StringRef Check) asm(
    "__wrap__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");
std::unique_ptr<vfs::FileSystem>
windowsFileSystem() asm("__wrap__ZN4llvm3vfs24createPhysicalFileSystemEv");
clang::IntrusiveRefCntPtr<clang::DiagnosticsEngine> patientDiagnostics(
    CREATE_DIAGNOSTICS_PARAMETERS) asm("__wrap_" CREATE_DIAGNOSTICS_NAME);
void adjustCommand(
    const void *Mangler, clang::tooling::CompileCommand &Command,
    StringRef File) asm("__wrap__ZNK5clang6clangd14CommandManglerclERNS_"
                        "7tooling14CompileCommandEN4llvm9StringRefE");

static void chooseChecks(clang::tidy::ClangTidyOptions &Options,
                         StringRef File) {
  stockDefaultChecks()(Options, File);
  if (!StringRef(*Options.Checks).contains("mapi-"))
    *Options.Checks += ",mapi-*";
  // What an editor may wait for after a keystroke; one function has no more.
  for (StringRef Limit : {"mapi.MaxFileMilliseconds", "mapi.MaxMilliseconds"})
    Options.CheckOptions.try_emplace(Limit, "50");
}

DefaultChecks defaultChecks() { return chooseChecks; }

std::optional<bool> isFastCheck(StringRef Check) {
  return Check.starts_with("mapi-") ? true : isFastStockCheck(Check);
}

std::unique_ptr<vfs::FileSystem> windowsFileSystem() {
  return std::make_unique<mapitidy::WindowsFileSystem>(
      IntrusiveRefCntPtr<vfs::FileSystem>(stockFileSystem().release()));
}

clang::IntrusiveRefCntPtr<clang::DiagnosticsEngine>
patientDiagnostics(CREATE_DIAGNOSTICS_PARAMETERS) {
  auto Engine = stockDiagnostics(CREATE_DIAGNOSTICS_ARGUMENTS);
  mapitidy::goOnBehindErrors(*Engine);
  return Engine;
}

void adjustCommand(const void *Mangler, clang::tooling::CompileCommand &Command,
                   StringRef File) {
  mapitidy::adaptCommand(Command, File);
  adjustStockCommand(Mangler, Command, File);
}
