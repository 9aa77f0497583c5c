//===- LLVMVersion.h - Differences between LLVMs ----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The only place that knows of differences between LLVM versions.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_LLVMVERSION_H
#define MAPITIDY_HOSTS_LLVMVERSION_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/Sarif.h"
#include "llvm/ADT/FunctionExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Config/llvm-config.h"

// LLVM 22 deprecates this header: its registry moved to ClangTidyModule.h.
#if LLVM_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif

#if LLVM_VERSION_MAJOR < 22
#include "clang/Driver/Options.h"
#else
#include "clang/Options/Options.h"
#endif

namespace clang {
class CodeGenOptions;
} // namespace clang

namespace mapitidy {

/// Clang's options, for the compiler that is called like GCC and for clang-cl.
#if LLVM_VERSION_MAJOR < 22
namespace options = clang::driver::options;
inline const llvm::opt::OptTable &clangOptions() {
  return clang::driver::getDriverOptTable();
}
#else
namespace options = clang::options;
inline const llvm::opt::OptTable &clangOptions() {
  return clang::getDriverOptTable();
}
#endif

using ModuleRegistry = llvm::Registry<clang::tidy::ClangTidyModule>;

/// What clangd's provideDefaultChecks returns; its headers are not packaged.
#if LLVM_VERSION_MAJOR < 22
using DefaultChecks =
    llvm::function_ref<void(clang::tidy::ClangTidyOptions &, llvm::StringRef)>;
#else
using DefaultChecks = llvm::unique_function<void(
    clang::tidy::ClangTidyOptions &, llvm::StringRef) const>;
#endif

/// clang-tidy's runClangTidy, which mapi-tidy calls file by file; the names are
/// the linker's.
#define RUN_CLANG_TIDY_NAME_BEGIN                                              \
  "_ZN5clang4tidy12runClangTidyERNS0_16ClangTidyContextERKNS_7tooling19"       \
  "CompilationDatabaseEN4llvm8ArrayRefINSt7__cxx1112basic_stringIcSt11char_"   \
  "traitsIcESaIcEEEEENS7_18IntrusiveRefCntPtrINS7_3vfs17OverlayFileSystemEEE"  \
  "bbNS7_9StringRefE"
#define RUN_CLANG_TIDY_PARAMETERS_BEGIN                                        \
  clang::tidy::ClangTidyContext &Context,                                      \
      const clang::tooling::CompilationDatabase &Compilations,                 \
      llvm::ArrayRef<std::string> InputFiles,                                  \
      llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> BaseFS,           \
      bool AppliesFixes, bool Profiles, llvm::StringRef ProfileFolder
#if LLVM_VERSION_MAJOR < 22
#define RUN_CLANG_TIDY_NAME RUN_CLANG_TIDY_NAME_BEGIN
#define RUN_CLANG_TIDY_PARAMETERS RUN_CLANG_TIDY_PARAMETERS_BEGIN
#define RUN_CLANG_TIDY_ARGUMENTS(Context, Compilations, File)                  \
  Context, Compilations, llvm::ArrayRef<std::string>(File), BaseFS,            \
      AppliesFixes, Profiles, ProfileFolder
#else
#define RUN_CLANG_TIDY_NAME RUN_CLANG_TIDY_NAME_BEGIN "b"
#define RUN_CLANG_TIDY_PARAMETERS RUN_CLANG_TIDY_PARAMETERS_BEGIN, bool Quiet
#define RUN_CLANG_TIDY_ARGUMENTS(Context, Compilations, File)                  \
  Context, Compilations, llvm::ArrayRef<std::string>(File), BaseFS,            \
      AppliesFixes, Profiles, ProfileFolder, Quiet
#endif
#define HANDLE_ERRORS_NAME                                                     \
  "_ZN5clang4tidy12handleErrorsEN4llvm8ArrayRefINS0_14ClangTidyErrorEEERNS0_"  \
  "16ClangTidyContextENS0_12FixBehaviourERjNS1_18IntrusiveRefCntPtrINS1_3vfs"  \
  "10FileSystemEEE"

/// CompilerInstance::createDiagnostics, by which mapi-clangd's engines are
/// made.
#if LLVM_VERSION_MAJOR < 22
#define CREATE_DIAGNOSTICS_NAME                                                \
  "_ZN5clang16CompilerInstance17createDiagnosticsEPNS_17DiagnosticOptionsEPNS" \
  "_18DiagnosticConsumerEbPKNS_14CodeGenOptionsE"
#define CREATE_DIAGNOSTICS_PARAMETERS                                          \
  clang::DiagnosticOptions *Options, clang::DiagnosticConsumer *Client,        \
      bool OwnsClient, const clang::CodeGenOptions *Generation
#define CREATE_DIAGNOSTICS_ARGUMENTS Options, Client, OwnsClient, Generation
#else
#define CREATE_DIAGNOSTICS_NAME                                                \
  "_ZN5clang16CompilerInstance17createDiagnosticsERN4llvm3vfs10FileSystemERNS" \
  "_17DiagnosticOptionsEPNS_18DiagnosticConsumerEbPKNS_14CodeGenOptionsE"
#define CREATE_DIAGNOSTICS_PARAMETERS                                          \
  llvm::vfs::FileSystem &Files, clang::DiagnosticOptions &Options,             \
      clang::DiagnosticConsumer *Client, bool OwnsClient,                      \
      const clang::CodeGenOptions *Generation
#define CREATE_DIAGNOSTICS_ARGUMENTS                                           \
  Files, Options, Client, OwnsClient, Generation
#endif

/// \returns a context with the permissions of \p Like.
inline std::unique_ptr<clang::tidy::ClangTidyContext>
makeContext(std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> Options,
            const clang::tidy::ClangTidyContext &Like) {
#if LLVM_VERSION_MAJOR < 22
  return std::make_unique<clang::tidy::ClangTidyContext>(
      std::move(Options), Like.canEnableAnalyzerAlphaCheckers(),
      Like.canEnableModuleHeadersParsing());
#else
  return std::make_unique<clang::tidy::ClangTidyContext>(
      std::move(Options), Like.canEnableAnalyzerAlphaCheckers(),
      Like.canEnableModuleHeadersParsing(), Like.canExperimentalCustomChecks());
#endif
}

/// \returns an engine that reports nothing, for those that need one.
inline std::unique_ptr<clang::DiagnosticsEngine> silentDiagnostics() {
#if LLVM_VERSION_MAJOR < 22
  auto *Options = new clang::DiagnosticOptions; // the engine's
#else
  static clang::DiagnosticOptions Options;
#endif
  return std::make_unique<clang::DiagnosticsEngine>(
      new clang::DiagnosticIDs, Options, new clang::IgnoringDiagConsumer);
}

/// Says where a finding is.
inline void setSarifLocation(clang::SarifResult &Result,
                             clang::CharSourceRange Where) {
#if LLVM_VERSION_MAJOR < 22
  Result.setLocations(Where);
#else
  Result.addLocations(Where);
#endif
}

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_LLVMVERSION_H
