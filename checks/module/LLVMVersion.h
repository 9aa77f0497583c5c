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

#ifndef MAPITIDY_MODULE_LLVMVERSION_H
#define MAPITIDY_MODULE_LLVMVERSION_H

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

#endif // MAPITIDY_MODULE_LLVMVERSION_H
