//===- UnwindLowering.cpp - Exceptions as operations ----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

static bool isNoexcept(const FunctionDecl &Function) {
  const auto *Type = Function.getType()->getAs<FunctionProtoType>();
  return Type && Type->canThrow() == CT_Cannot;
}

/// What a constructor has built so far dies with the exception.
void ExpressionLowering::destroyBuiltMembers(SourceLocation At) {
  const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function);
  if (!Constructor)
    return;
  PathId This = Paths.thisPointer(Constructor->getThisType());
  for (const CXXCtorInitializer *Each : reverse(Built)) {
    // Once a constructor has been delegated to, there is an object.
    if (Each->isDelegatingInitializer())
      destroyObject({Argument::Mode::ByValue, This, 0},
                    Constructor->getParent(), At);
    else if (const FieldDecl *Field = Each->getMember())
      destroyAt(Paths.member(This, Field->getName()), Field->getType(), At);
    else if (const Type *Base = Each->getBaseClass())
      destroyPart({Argument::Mode::ByValue, This, 0},
                  Base->getAsCXXRecordDecl(), At);
  }
}

/// Whether the variable lives around the guarded block: its __finally runs
/// while it is still there.
bool ExpressionLowering::isAroundGuarded(const VarDecl *Variable) const {
  if (Guarded.isInvalid())
    return false;
  const SourceManager &SM = Context.getSourceManager();
  const SourceLocation At = Variable->getLocation();
  return SM.isBeforeInTranslationUnit(At, Guarded.getBegin()) ||
         SM.isBeforeInTranslationUnit(Guarded.getEnd(), At);
}

/// Whether there is somebody to catch it.
static bool isGuarded(const UnwindScope *Scope) {
  while (Scope && !Scope->Try)
    Scope = Scope->Outer;
  return Scope != nullptr;
}

void ExpressionLowering::enterHandler(const CXXCatchStmt &Handler) {
  auto It = Handlers.find(&Handler);
  if (It != Handlers.end())
    Builder.jump(Builder.currentBlock(), It->second);
}

void ExpressionLowering::unwind(const Expr *From, QualType Thrown) {
  SourceLocation At = From->getExprLoc();
  if (isNoexcept(Function) && !isGuarded(Scopes.around(From))) {
    emit(OperationKind::LeaveProcess, At);
    return;
  }
  for (const Expr *Made : reverse(LiveTemporaries))
    destroyTemporary(Made, At);
  for (const UnwindScope *Scope = Scopes.around(From); Scope;
       Scope = Scope->Outer) {
    if (const VarDecl *Variable = Scope->Variable) {
      if (isAroundGuarded(Variable))
        continue;
      if (Variable->getType()->isRecordType())
        destroy(Variable, At);
      endLife(Variable, At);
      continue;
    }
    // Of an exception whose type is not known, the first try block that there
    // is takes care.
    const CXXTryStmt &Try = *Scope->Try;
    for (unsigned I = 0; I < Try.getNumHandlers(); ++I) {
      const CXXCatchStmt &Handler = *Try.getHandler(I);
      if (!Thrown.isNull() && !catches(Handler, Thrown))
        continue;
      enterHandler(Handler);
      if (!Thrown.isNull())
        return;
    }
    if (Thrown.isNull() && Try.getNumHandlers() != 0)
      return;
  }
  if (isNoexcept(Function)) {
    emit(OperationKind::LeaveProcess, At);
    return;
  }
  destroyBuiltMembers(At);
  emit(OperationKind::Throw, At).Thrown = Resolver.nameThrown(Thrown);
  Builder.jump(Builder.currentBlock(), Builder.unwindTarget());
}

void ExpressionLowering::lowerThrow(const CXXThrowExpr *Throw) {
  const Expr *Thrown = Throw->getSubExpr();
  unwind(Throw,
         Thrown && !Thrown->isTypeDependent() ? Thrown->getType() : QualType());
  Builder.endBlock();
}

void ExpressionLowering::mayThrow(const CallExpr *Call,
                                  const FunctionDecl *Callee) {
  if (!Resolver.mayThrow(Callee))
    return;
  BlockId From = Builder.currentBlock();
  BlockId Thrown = Builder.addBlock();
  BlockId Next = Builder.addBlock();
  Builder.graph().Blocks[From].BranchPlace = place(Call->getExprLoc());
  Builder.jump(From, Thrown);
  Builder.graph().Blocks[From].Edges.back().Assumption =
      (Callee ? Callee->getNameAsString() : "the called function") + " throws";
  Builder.jump(From, Next);
  Builder.graph().Blocks[From].Edges.back().Assumption = "";
  Builder.startBlock(Thrown);
  unwind(Call, QualType());
  Builder.startBlock(Next);
}

} // namespace mapitidy
