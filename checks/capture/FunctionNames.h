//===- FunctionNames.h - What a function's name says ------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a function that is not seen does, as its name says: nothing else
/// tells. The verbs are the catalogue's; where in a name they count is decided
/// here.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_FUNCTIONNAMES_H
#define MAPITIDY_CAPTURE_FUNCTIONNAMES_H

#include "catalogue/Catalogue.h"
#include "clang/AST/Decl.h"

namespace mapitidy {

/// Whether \p Callee does no more with memory than read or write it, whatever
/// its name says: the compiler's own functions, and those of headers that are
/// not the user's.
bool leavesMemory(const clang::FunctionDecl &Callee);

/// Whether \p Callee makes an object of what it gets.
bool makesByName(const clang::FunctionDecl &Callee, const Catalogue &Entries);

/// Whether \p Callee, if it never returns, throws.
bool throwsByName(const clang::FunctionDecl &Callee, const Catalogue &Entries);

/// Whether \p Callee gives back what it gets.
bool givesBackByName(const clang::FunctionDecl &Callee,
                     const Catalogue &Entries);

/// Whether \p Callee keeps what it gets as its parameter \p Index: `keep`,
/// `addToList`, or `setSession` for a session. What changes a property of an
/// object, as `setSubject` does, keeps nothing.
bool keepsByName(const clang::FunctionDecl &Callee, unsigned Index,
                 const Catalogue &Entries);

/// Whether \p Callee only looks at the memory that it gets: `isStringProperty`,
/// `logRows`. `checkAndFree` does more.
bool looksByName(const clang::FunctionDecl &Callee, const Catalogue &Entries);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_FUNCTIONNAMES_H
