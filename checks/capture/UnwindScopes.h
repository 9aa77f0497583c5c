//===- UnwindScopes.h - What an exception leaves ----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Knows for each expression which variables are alive around it, and which try
/// blocks it is in: what an exception destroys, and who may catch it. Clang's
/// CFG has neither.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_UNWINDSCOPES_H
#define MAPITIDY_CAPTURE_UNWINDSCOPES_H

#include "clang/AST/Decl.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include <deque>

namespace mapitidy {

/// A variable or a try block, and what is around it.
struct UnwindScope {
  const UnwindScope *Outer = nullptr;
  const clang::VarDecl *Variable = nullptr;
  const clang::CXXTryStmt *Try = nullptr;
};

class UnwindScopes {
public:
  explicit UnwindScopes(const clang::Stmt *Body);

  /// \returns what is innermost around the call, construction or throw \p E.
  const UnwindScope *around(const clang::Expr *E) const {
    return Around.lookup(E);
  }

private:
  void visit(const clang::Stmt *S, const UnwindScope *&Now);
  void visitTry(const clang::CXXTryStmt *Try, const UnwindScope *Now);

  std::deque<UnwindScope> Scopes;
  llvm::DenseMap<const clang::Expr *, const UnwindScope *> Around;
};

/// Whether a handler catches what is thrown as \p Thrown.
bool catches(const clang::CXXCatchStmt &Handler, clang::QualType Thrown);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_UNWINDSCOPES_H
