//===- clang-tidy-config.h - Parts of clang-tidy ----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Stands in for a header that clang-tidy's build generates and that packages
/// leave out: which optional parts the stock checks were built with.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_STOCK_CLANG_TIDY_CONFIG_H
#define MAPITIDY_TOOLS_STOCK_CLANG_TIDY_CONFIG_H

#define CLANG_TIDY_ENABLE_STATIC_ANALYZER 1
#define CLANG_TIDY_ENABLE_QUERY_BASED_CUSTOM_CHECKS 0

#endif // MAPITIDY_TOOLS_STOCK_CLANG_TIDY_CONFIG_H
