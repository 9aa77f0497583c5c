//===- Lowering.cpp - From Clang's CFG to a flow graph --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "events/Lowering.h"
#include "events/ExpressionLowering.h"
#include "clang/AST/ASTContext.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

class FunctionLowering {
public:
  FunctionLowering(const FunctionDecl &Function, ASTContext &Context,
                   CallResolver &Resolver)
      : Function(Function), Context(Context),
        Expressions(Graph, Function, Context, Resolver) {}

  Expected<FlowGraph> run();

private:
  static CFG::BuildOptions buildOptions();
  void lowerBlock(const CFGBlock &From, Block &Into);
  void lowerElement(const CFGElement &Element);
  void addEdges(const CFGBlock &From, Block &Into);
  void addSwitchEdges(const CFGBlock &From, const SwitchStmt &Switch,
                      Block &Into);

  const FunctionDecl &Function;
  ASTContext &Context;
  FlowGraph Graph;
  ExpressionLowering Expressions;
};

} // namespace

CFG::BuildOptions FunctionLowering::buildOptions() {
  CFG::BuildOptions Options;
  Options.PruneTriviallyFalseEdges = true;
  Options.AddImplicitDtors = true;
  Options.AddTemporaryDtors = false;
  Options.AddLifetime = true;
  Options.AddEHEdges = false;
  Options.setAllAlwaysAdd();
  return Options;
}

/// A scope ends at its brace, or at the statement that leaves it.
static SourceLocation endOf(const Stmt *Trigger, SourceLocation Otherwise) {
  if (!Trigger)
    return Otherwise;
  if (const auto *Scope = dyn_cast<CompoundStmt>(Trigger))
    return Scope->getRBracLoc();
  if (isa<ReturnStmt, BreakStmt, ContinueStmt, GotoStmt>(Trigger))
    return Trigger->getBeginLoc();
  return Trigger->getEndLoc();
}

void FunctionLowering::lowerElement(const CFGElement &Element) {
  SourceLocation Brace = Function.getBody()->getEndLoc();
  if (auto Statement = Element.getAs<CFGStmt>())
    Expressions.lower(Statement->getStmt());
  else if (auto Destructor = Element.getAs<CFGAutomaticObjDtor>())
    Expressions.destroy(Destructor->getVarDecl(),
                        endOf(Destructor->getTriggerStmt(), Brace));
  else if (auto End = Element.getAs<CFGLifetimeEnds>())
    Expressions.endLife(End->getVarDecl(), endOf(End->getTriggerStmt(), Brace));
}

void FunctionLowering::addSwitchEdges(const CFGBlock &From,
                                      const SwitchStmt &Switch, Block &Into) {
  Condition Tested = Expressions.condition(Switch.getCond());
  SmallVector<int64_t, 4> AllValues;
  unsigned First = Into.Edges.size();
  const CFGBlock *DefaultBlock = nullptr;
  for (auto It = From.succ_begin(); It != From.succ_end(); ++It)
    if (const CFGBlock *To = *It) {
      Edge Out;
      Out.To = To->getBlockID();
      if (const auto *Case = dyn_cast_or_null<CaseStmt>(To->getLabel());
          Case && !Case->getRHS()) {
        Expr::EvalResult Result;
        if (Tested.isKnown() &&
            Case->getLHS()->EvaluateAsInt(Result, Context)) {
          Out.When = Tested;
          Out.OneOf.push_back(Result.Val.getInt().getExtValue());
          AllValues.push_back(Out.OneOf[0]);
        }
      } else {
        DefaultBlock = To;
      }
      Into.Edges.push_back(Out);
    }
  if (!DefaultBlock || !Tested.isKnown())
    return;
  for (Edge &Out : MutableArrayRef(Into.Edges).drop_front(First))
    if (Out.To == DefaultBlock->getBlockID()) {
      Out.When = Tested;
      Out.OneOf = AllValues;
      Out.NoneOf = true;
    }
}

void FunctionLowering::addEdges(const CFGBlock &From, Block &Into) {
  const Stmt *Terminator = From.getTerminatorStmt();
  if (const auto *Switch = dyn_cast_or_null<SwitchStmt>(Terminator)) {
    Into.BranchPlace = Switch->getBeginLoc().getRawEncoding();
    return addSwitchEdges(From, *Switch, Into);
  }
  Condition Tested;
  if (From.succ_size() == 2)
    if (const Expr *Last = From.getLastCondition()) {
      Tested = Expressions.condition(Last);
      Into.BranchPlace = Context.getSourceManager()
                             .getFileLoc(Last->getBeginLoc())
                             .getRawEncoding();
    }
  unsigned Index = 0;
  for (auto It = From.succ_begin(); It != From.succ_end(); ++It, ++Index)
    if (const CFGBlock *To = *It) {
      Edge Out;
      Out.To = To->getBlockID();
      Out.When = Index == 0 ? Tested : Tested.negated();
      Into.Edges.push_back(Out);
    }
}

void FunctionLowering::lowerBlock(const CFGBlock &From, Block &Into) {
  Expressions.startBlock(Into);
  for (const CFGElement &Element : From)
    lowerElement(Element);
  addEdges(From, Into);
}

Expected<FlowGraph> FunctionLowering::run() {
  Stmt *Body = Function.getBody();
  std::unique_ptr<CFG> Cfg =
      CFG::buildCFG(&Function, Body, &Context, buildOptions());
  if (!Cfg)
    return createStringError(inconvertibleErrorCode(),
                             "Clang builds no control-flow graph for it");
  Graph.Function = Function.getQualifiedNameAsString();
  Graph.ReturnsStatus = isStatusType(Function.getReturnType());
  Graph.ReturnsPointerOrBool = Function.getReturnType()->isPointerType() ||
                               Function.getReturnType()->isBooleanType();
  Graph.ClosingBrace =
      Context.getSourceManager().getFileLoc(Body->getEndLoc()).getRawEncoding();
  Graph.Entry = Cfg->getEntry().getBlockID();
  Graph.Exit = Cfg->getExit().getBlockID();
  Graph.Blocks.resize(Cfg->getNumBlockIDs());
  Expressions.prepare(Body);
  // Clang numbers blocks backwards: what comes first in the source has the
  // highest number, and calls are lowered before conditions on their results.
  for (const CFGBlock *From : reverse(*Cfg))
    lowerBlock(*From, Graph.Blocks[From->getBlockID()]);
  return Graph;
}

Expected<FlowGraph> lower(const FunctionDecl &Function, ASTContext &Context,
                          CallResolver &Resolver) {
  return FunctionLowering(Function, Context, Resolver).run();
}

} // namespace mapitidy
