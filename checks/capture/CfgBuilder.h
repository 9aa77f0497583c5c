//===- CfgBuilder.h - Clang's CFG of code that may not compile --*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Clang builds CFGs of functions that compile and looks into whatever they
/// name. For others it is given what it can take: a loop over something unknown
/// as a loop that runs as often as it likes, and the body without initialisers
/// and members' destructors where these are not known.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_CFGBUILDER_H
#define MAPITIDY_CAPTURE_CFGBUILDER_H

#include "capture/CodeGaps.h"
#include "clang/Analysis/CFG.h"
#include "llvm/Support/Error.h"

namespace mapitidy {

/// \returns the CFG of \p Body, the body of \p Function or a part of it.
llvm::Expected<std::unique_ptr<clang::CFG>>
buildCfg(const clang::FunctionDecl &Function, clang::Stmt *Body,
         const CodeGaps &Gaps);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_CFGBUILDER_H
