//===- CallResolver.h - Which catalogue entry a call means ------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the catalogue entry of a call expression. Functions and methods are
/// matched by name wherever they are declared: there are other header sets
/// than Microsoft's.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_EVENTS_CALLRESOLVER_H
#define MAPITIDY_EVENTS_CALLRESOLVER_H

#include "catalogue/Catalogue.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"

namespace mapitidy {

/// A call with its receiver and arguments told apart.
struct ResolvedCall {
  const CallEntry *Entry = nullptr;
  const clang::Expr *Receiver = nullptr;
  llvm::SmallVector<const clang::Expr *, 8> Arguments;
};

class CallResolver {
public:
  explicit CallResolver(const Catalogue &Entries) : Entries(Entries) {}

  /// \returns the call's entry and parts; the entry is null for a call that
  /// the catalogue does not know.
  ResolvedCall resolve(const clang::CallExpr *Call);

  /// Whether \p Body contains a call of the catalogue. Stops at the first.
  bool mentionsCatalogue(const clang::Stmt *Body);

  /// Whether the function, or one that it calls and whose body is visible,
  /// calls something that initialises, uninitialises or logs off.
  bool changesLevels(const clang::FunctionDecl *Function);

  /// \returns the index of the parameter that \p Function hands back
  /// unchanged, as functions that log an HRESULT do; -1 if there is none. A
  /// function whose body is not visible is taken to hand on a status that it
  /// is given if its result is a status as well.
  int passedThrough(const clang::FunctionDecl *Function);

  const Catalogue &catalogue() const { return Entries; }

  /// The name of the COM interface that \p Type points to, or is a smart
  /// pointer to; empty if it is neither.
  llvm::StringRef interfaceName(clang::QualType Type) const;

private:
  const CallEntry *entryOf(const clang::FunctionDecl *Callee);
  /// The entry of any call: of a function, a method, or C's `p->lpVtbl->M(p)`.
  const CallEntry *entryOf(const clang::CallExpr *Call);
  const CallEntry *lookUp(const clang::FunctionDecl *Callee) const;

  const Catalogue &Entries;
  llvm::DenseMap<const clang::FunctionDecl *, const CallEntry *> Known;
  llvm::DenseMap<const clang::FunctionDecl *, bool> Levels;
  llvm::DenseMap<const clang::FunctionDecl *, int> PassedThrough;
};

/// Whether \p Type is HRESULT or SCODE.
bool isStatusType(clang::QualType Type);

/// Whether \p Body may give away or release what the variable holds, or change
/// the variable: everything but calling other methods on it, comparing it, and
/// passing it by value to functions that do none of this.
bool mayConsume(const clang::Stmt *Body, const clang::ValueDecl *Variable,
                CallResolver &Resolver);

} // namespace mapitidy

#endif // MAPITIDY_EVENTS_CALLRESOLVER_H
