//===- FixIts.h - Repairs as fix-its ----------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Writes a repair as Clang's fix-its, if the source allows it.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_FIXITS_H
#define MAPITIDY_HOSTS_FIXITS_H

#include "findings/Repair.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/Diagnostic.h"

namespace mapitidy {

/// \returns the fix-its of \p Mends in \p Function; none if one of its edits
/// cannot be written: a macro is in the way, a function is not declared, the
/// statement has more to it.
std::vector<clang::FixItHint> fixItsFor(const Repair &Mends,
                                        const clang::FunctionDecl &Function);

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_FIXITS_H
