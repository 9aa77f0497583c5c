//===- CallLowering.cpp - Calls as operations -----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "events/ExpressionLowering.h"
#include "events/SmartPointers.h"
#include "clang/AST/Attr.h"
#include "clang/Analysis/CFG.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

PathId ExpressionLowering::result(const Expr *Call) {
  PathId Path = Paths.temporary(Call->getType());
  Results[Call] = {Argument::Mode::ByValue, Path, 0};
  return Path;
}

/// Whether calling \p Call ends the process, or at least does not come back.
static bool neverReturns(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  return Callee &&
         (Callee->isNoReturn() || Callee->hasAttr<AnalyzerNoReturnAttr>());
}

void ExpressionLowering::lowerCall(const CallExpr *Call) {
  ResolvedCall Resolved = Resolver.resolve(Call);
  if (neverReturns(Call)) {
    emit(OperationKind::LeaveProcess, Call->getBeginLoc());
    return;
  }
  if (lowerSmartCall(Call, Resolved) || inlineLambda(Call))
    return;
  if (Resolved.Entry)
    lowerCatalogueCall(Call, Resolved);
  else
    lowerUnknownCall(Call, Resolved);
}

void ExpressionLowering::lowerCatalogueCall(const CallExpr *Call,
                                            const ResolvedCall &Resolved) {
  Argument Receiver = Resolved.Receiver ? value(Resolved.Receiver) : Argument();
  SmallVector<Argument, 6> Arguments;
  for (auto [Index, From] : enumerate(Resolved.Arguments)) {
    Argument Value = value(From);
    // A parameter of type T *& takes the variable itself.
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && Index < Callee->getNumParams() &&
        Callee->getParamDecl(Index)->getType()->isReferenceType() &&
        Value.How == Argument::Mode::ByValue)
      Value.How = Argument::Mode::ByAddress;
    Arguments.push_back(Value);
  }
  PathId Target = result(Call);
  Operation &Operation = emit(OperationKind::Call, Call->getExprLoc());
  Operation.Entry = Resolved.Entry;
  Operation.Receiver = Receiver;
  Operation.Arguments = std::move(Arguments);
  Operation.Target = Target;
}

const LambdaExpr *straightLambda(const CallExpr *Call) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
  if (!Operator || Operator->getOperator() != OO_Call)
    return nullptr;
  const auto *Lambda = dyn_cast<LambdaExpr>(
      Operator->getArg(0)->IgnoreImplicit()->IgnoreParenCasts());
  if (!Lambda || Operator->getNumArgs() != 1)
    return nullptr;
  const auto *Body = cast<CompoundStmt>(Lambda->getBody());
  for (const Stmt *S : Body->body())
    if (!isa<Expr, DeclStmt>(S) &&
        !(isa<ReturnStmt>(S) && S == Body->body_back()))
      return nullptr;
  return Lambda;
}

bool ExpressionLowering::inlineLambda(const CallExpr *Call) {
  const LambdaExpr *Lambda = straightLambda(Call);
  if (!Lambda)
    return false;
  // A straight body has one block between entry and exit; a condition inside
  // an expression makes it more.
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  std::unique_ptr<CFG> Cfg = CFG::buildCFG(
      Lambda->getCallOperator(), Lambda->getBody(), &Context, Options);
  if (!Cfg || Cfg->getNumBlockIDs() != 3)
    return false;
  Argument Returned;
  for (const CFGBlock *Block : *Cfg)
    for (const CFGElement &Element : *Block)
      if (auto Statement = Element.getAs<CFGStmt>()) {
        const auto *Return = dyn_cast<ReturnStmt>(Statement->getStmt());
        if (!Return)
          lower(Statement->getStmt());
        else if (Return->getRetValue())
          Returned = value(Return->getRetValue());
      }
  if (Returned.How != Argument::Mode::ByValue)
    Returned = {Argument::Mode::ByValue, Paths.temporary(Call->getType()), 0};
  Results[Call] = Returned;
  return true;
}

bool ExpressionLowering::lowerSwap(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || !Callee->getIdentifier() || Callee->getName() != "swap" ||
      Call->getNumArgs() != 2)
    return false;
  PathId Left = Paths.lvalue(Call->getArg(0));
  PathId Right = Paths.lvalue(Call->getArg(1));
  if (Left == NoPath || Right == NoPath)
    return false;
  PathId Held = Paths.temporary(Call->getArg(0)->getType());
  auto Copy = [&](PathId Target, PathId Source) {
    Operation &Copy = emit(OperationKind::Copy, Call->getBeginLoc());
    Copy.Target = Target;
    Copy.Source = Source;
  };
  Copy(Held, Left);
  Copy(Left, Right);
  Copy(Right, Held);
  emit(OperationKind::EndOfLife, Call->getBeginLoc()).Target = Held;
  return true;
}

/// Whether the method belongs to a container, which keeps what it is given.
static bool isContainerMethod(const CallExpr *Call) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
  return Method && (isa<ClassTemplateSpecializationDecl>(Method->getParent()) ||
                    Method->isInStdNamespace());
}

/// Whether a parameter of a function whose body is visible may be given away
/// in it; for one that is not, COM's rule says no.
static bool mayConsumeParameter(const FunctionDecl *Callee, unsigned Index,
                                CallResolver &Resolver) {
  const FunctionDecl *Definition = nullptr;
  const Stmt *Body = Callee ? Callee->getBody(Definition) : nullptr;
  return Body && Index < Definition->getNumParams() &&
         mayConsume(Body, Definition->getParamDecl(Index), Resolver);
}

/// Whether a parameter of this type takes anything: containers of void *,
/// thread routines and window messages keep what they are given.
static bool keepsAnything(QualType Type) {
  return Type->isVoidPointerType() || Type->isIntegralOrEnumerationType();
}

void ExpressionLowering::lowerArgument(const Expr *From,
                                       const FunctionDecl *Callee,
                                       unsigned Index) {
  Argument Value = value(From);
  if (Value.Path == NoPath)
    return;
  bool Known = Callee && Index < Callee->getNumParams();
  QualType Type = Known ? Callee->getParamDecl(Index)->getType() : QualType();
  bool ByReference = Known && Type->isReferenceType() &&
                     !Type->getPointeeType().isConstQualified();
  if (Value.How == Argument::Mode::ByAddress || ByReference)
    emit(OperationKind::OpenToOthers, From->getBeginLoc()).Target = Value.Path;
  else if (!Paths[Value.Path].Pointer || (Known && keepsAnything(Type)) ||
           mayConsumeParameter(Callee, Index, Resolver))
    // A number given away is a token that somebody else may cancel.
    emit(OperationKind::GiveAway, From->getBeginLoc()).Source = Value.Path;
}

void ExpressionLowering::lowerUnknownCall(const CallExpr *Call,
                                          const ResolvedCall &Resolved) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (Callee && Callee->getBuiltinID() &&
      Callee->getName() == "__builtin_expect") {
    Results[Call] = value(Call->getArg(0));
    return;
  }
  if (Callee && Callee->isInStdNamespace() && Callee->getIdentifier() &&
      Call->getNumArgs() == 1 &&
      (Callee->getName() == "move" || Callee->getName() == "forward")) {
    Results[Call] = value(Call->getArg(0));
    return;
  }
  if (lowerSwap(Call))
    return;
  bool Container = isContainerMethod(Call);
  for (auto [Index, From] : enumerate(Resolved.Arguments)) {
    if (Argument Value = value(From);
        Container && Value.How == Argument::Mode::ByValue)
      emit(OperationKind::GiveAway, From->getBeginLoc()).Source = Value.Path;
    else
      lowerArgument(From, Callee, Index);
  }
  for (PathId Shared : SharedPaths)
    emit(OperationKind::OpenToOthers, Call->getBeginLoc()).Target = Shared;
  if (Callee)
    changeLevels(Callee, Call->getBeginLoc());
  int Through = Callee ? Resolver.passedThrough(Callee) : -1;
  if (Through >= 0 && unsigned(Through) < Resolved.Arguments.size())
    if (Argument Value = value(Resolved.Arguments[Through]);
        Value.How == Argument::Mode::ByValue) {
      Results[Call] = Value;
      return;
    }
  PathId Target = result(Call);
  emit(OperationKind::Forget, Call->getBeginLoc()).Target = Target;
}

} // namespace mapitidy
