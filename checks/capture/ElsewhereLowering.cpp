//===- ElsewhereLowering.cpp - Functions of other files -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is known of a function whose body is in another file may name functions
// that it calls, and these name others. Replayed on the function's own
// parameters all of it is one graph, like that of a body.
//
//===----------------------------------------------------------------------===//

#include "capture/Lowering.h"
#include "capture/SummaryReplay.h"
#include "model/GraphVerifier.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// What the function gets, as it names it itself.
static Bindings ownNames(const FunctionDecl &Function, PathTable &Paths) {
  Bindings Result;
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (Method && Method->isInstance())
    Result.This = {ArgumentMode::ByValue,
                   Paths.thisPointer(Method->getThisType()), 0};
  for (const ParmVarDecl *Parameter : Function.parameters())
    Result.Arguments.push_back({Parameter->getType()->isReferenceType()
                                    ? ArgumentMode::ByAddress
                                    : ArgumentMode::ByValue,
                                Paths.variable(Parameter), 0});
  const QualType Type = Function.getReturnType();
  if (Type->isReferenceType())
    Result.Result = Paths.result(
        Function.getASTContext().getPointerType(Type.getNonReferenceType()));
  else if (!Type->isVoidType())
    Result.Result = Paths.result(Type);
  Result.At = Function.getLocation().getRawEncoding();
  return Result;
}

/// What the function does stands in its body, wherever that is.
static void placeInBody(Operation &Op) {
  if (Op.Inside.empty())
    return;
  Op.Place = Op.Inside.front();
  Op.Inside.erase(Op.Inside.begin());
}

Expected<FlowGraph> lowerElsewhere(const FunctionDecl &Function,
                                   const CallEntry &Known,
                                   CallResolver &Resolver,
                                   const Budget &Limits) {
  FlowGraph Graph;
  Graph.Function = Function.getQualifiedNameAsString();
  Graph.ReturnsStatus = isStatusType(Function.getReturnType());
  Graph.ReturnsPointerOrBool = Function.getReturnType()->isPointerType() ||
                               isAnswerType(Function.getReturnType());
  GraphBuilder Builder(Graph, Limits);
  PathTable Paths(Graph, &Function, Resolver);
  Graph.Entry = Builder.addBlock();
  Graph.Exit = Builder.addBlock();
  Builder.setUnwindTarget(Graph.Exit);
  Builder.startBlock(Graph.Entry);
  SummaryReplay(Builder, Paths, Known, ownNames(Function, Paths)).run();
  Builder.jump(Builder.currentBlock(), Graph.Exit);
  for (Block &Each : Graph.Blocks)
    for (Operation &Op : Each.Operations)
      placeInBody(Op);
  if (!Builder.problem().empty())
    return createStringError(inconvertibleErrorCode(), Builder.problem());
  if (Error Wrong = verify(Graph))
    return Wrong;
  return Graph;
}

} // namespace mapitidy
