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
#include "llvm/ADT/FunctionExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Config/llvm-config.h"

// LLVM 22 deprecates this header: its registry moved to ClangTidyModule.h.
#if LLVM_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif

namespace mapitidy {

using ModuleRegistry = llvm::Registry<clang::tidy::ClangTidyModule>;

/// What clangd's provideDefaultChecks returns; its headers are not packaged.
#if LLVM_VERSION_MAJOR < 22
using DefaultChecks =
    llvm::function_ref<void(clang::tidy::ClangTidyOptions &, llvm::StringRef)>;
#else
using DefaultChecks = llvm::unique_function<void(
    clang::tidy::ClangTidyOptions &, llvm::StringRef) const>;
#endif

} // namespace mapitidy

#endif // MAPITIDY_MODULE_LLVMVERSION_H
