//===- UnwindScopes.cpp - What an exception leaves ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/UnwindScopes.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

UnwindScopes::UnwindScopes(const Stmt *Body) {
  const UnwindScope *Outermost = nullptr;
  visit(Body, Outermost);
}

void UnwindScopes::visitTry(const CXXTryStmt *Try, const UnwindScope *Now) {
  Scopes.push_back({Now, nullptr, Try});
  const UnwindScope *Guarded = &Scopes.back();
  visit(Try->getTryBlock(), Guarded);
  for (unsigned I = 0; I < Try->getNumHandlers(); ++I) {
    const UnwindScope *Handler = Now;
    visit(Try->getHandler(I), Handler);
  }
}

void UnwindScopes::visit(const Stmt *S, const UnwindScope *&Now) {
  if (!S || isa<LambdaExpr>(S))
    return;
  if (const auto *Try = dyn_cast<CXXTryStmt>(S))
    return visitTry(Try, Now);
  if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
    for (const Decl *Each : Declaration->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(Each)) {
        visit(Variable->getInit(), Now);
        if (Variable->hasLocalStorage()) {
          Scopes.push_back({Now, Variable, nullptr});
          Now = &Scopes.back();
        }
      }
    return;
  }
  const auto *E = dyn_cast<Expr>(S);
  if (E && isa<CallExpr, CXXConstructExpr, CXXThrowExpr>(E))
    Around[E] = Now;
  if (E) {
    for (const Stmt *Child : E->children())
      visit(Child, Now);
    return;
  }
  // Variables of a statement are gone behind it.
  const UnwindScope *Inner = Now;
  for (const Stmt *Child : S->children())
    visit(Child, Inner);
}

bool catches(const CXXCatchStmt &Handler, QualType Thrown) {
  QualType Caught = Handler.getCaughtType();
  if (Caught.isNull())
    return true;
  ASTContext &Context = Handler.getExceptionDecl()->getASTContext();
  Caught = Caught.getNonReferenceType().getUnqualifiedType();
  Thrown = Thrown.getNonReferenceType().getUnqualifiedType();
  if (Context.hasSameType(Caught, Thrown))
    return true;
  const CXXRecordDecl *Base = Caught->getAsCXXRecordDecl();
  const CXXRecordDecl *Class = Thrown->getAsCXXRecordDecl();
  return Base && Class && Class->hasDefinition() && Class->isDerivedFrom(Base);
}

} // namespace mapitidy
