//===- Lowering.cpp - From Clang's CFG to a flow graph --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/Lowering.h"
#include "capture/Callbacks.h"
#include "capture/CfgBuilder.h"
#include "capture/Distrust.h"
#include "capture/ExpressionLowering.h"
#include "model/GraphVerifier.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

/// A part of the function: where it begins, and the edges that leave it, by
/// running off its end or by a return.
struct Piece {
  using EdgeRef = std::pair<BlockId, unsigned>;
  BlockId Entry = 0;
  SmallVector<EdgeRef, 4> FallsThrough;
  SmallVector<EdgeRef, 4> Leaves;
};

class FunctionLowering {
public:
  FunctionLowering(const FunctionDecl &Function, CallResolver &Resolver,
                   SummarySource &Summaries, UnitGaps &Unit)
      : Function(Function), Context(Function.getASTContext()),
        Resolver(Resolver), Summaries(Summaries), Gaps(Unit.of(Function)),
        Builder(Graph, Summaries.limits()), Paths(Graph, &Function, Resolver),
        Expressions(Builder, Paths, Function, Resolver, Summaries, Unit) {}

  Expected<FlowGraph> run();

private:
  bool objectUndoes() const;

  // Clang builds no CFG for __finally, so a function that has one is lowered
  // in pieces: what is before it, the guarded block, the handler once for each
  // way into it, and what is after it.
  Expected<Piece> lowerPiece(Stmt *S);
  Expected<Piece> lowerSequence(const CompoundStmt &Body);
  Expected<Piece> lowerFinally(const SEHTryStmt &Try);
  Stmt *guardedBlock(const SEHTryStmt &Try) const;
  Expected<Piece> lowerCfg(Stmt *S, const Stmt *Scope);
  void connect(ArrayRef<Piece::EdgeRef> Edges, BlockId To);
  bool runsIntoGap(const Stmt *Scope) const;
  /// Nobody knows what comes here.
  void leaveUnwritten() {
    Builder.emit(OperationKind::LeaveProcess, Graph.ClosingBrace);
  }
  void takeBackDoubtful();
  void endParameters(ArrayRef<Piece::EdgeRef> Edges, BlockId To);

  void lowerBlock(const CFGBlock &From);
  void lowerElement(const CFGElement &Element);
  void addEdges(const CFGBlock &From, Block &Into);
  void addSwitchEdges(const CFGBlock &From, const SwitchStmt &Switch,
                      Block &Into);
  BlockId idOf(const CFGBlock &Of) const { return Offset + Of.getBlockID(); }

  const FunctionDecl &Function;
  ASTContext &Context;
  CallResolver &Resolver;
  SummarySource &Summaries;
  const CodeGaps &Gaps;
  FlowGraph Graph;
  GraphBuilder Builder;
  PathTable Paths;
  ExpressionLowering Expressions;
  BlockId Offset = 0;
  /// The end of this statement is not the end of its variables' lives.
  const Stmt *OpenScope = nullptr;
  std::vector<const VarDecl *> OpenVariables;
};

} // namespace

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

/// Whether what comes behind the end of \p Scope is not written yet.
bool FunctionLowering::runsIntoGap(const Stmt *Scope) const {
  const auto *Compound = dyn_cast_or_null<CompoundStmt>(Scope);
  return Gaps.EndMissing && Compound &&
         Compound->getRBracLoc() == Function.getBody()->getEndLoc();
}

void FunctionLowering::lowerElement(const CFGElement &Element) {
  if (Summaries.isTimeUp())
    Builder.giveUp(SummarySource::TimeIsUp);
  if (!Builder.problem().empty())
    return;
  SourceLocation Brace = Function.getBody()->getEndLoc();
  if (auto Statement = Element.getAs<CFGStmt>())
    Expressions.lower(Statement->getStmt());
  else if (auto Destructor = Element.getAs<CFGAutomaticObjDtor>()) {
    if (runsIntoGap(Destructor->getTriggerStmt()))
      return leaveUnwritten();
    Expressions.destroy(Destructor->getVarDecl(),
                        endOf(Destructor->getTriggerStmt(), Brace));
  } else if (auto Initialiser = Element.getAs<CFGInitializer>())
    Expressions.lower(*Initialiser->getInitializer());
  else if (auto Member = Element.getAs<CFGMemberDtor>())
    Expressions.destroy(Member->getFieldDecl(), Brace);
  else if (auto Base = Element.getAs<CFGBaseDtor>()) {
    // Virtual bases go with the whole object.
    if (!Base->getBaseSpecifier()->isVirtual())
      Expressions.destroyBase(
          Base->getBaseSpecifier()->getType()->getAsCXXRecordDecl(), Brace);
  } else if (auto Temporary = Element.getAs<CFGTemporaryDtor>())
    Expressions.destroy(Temporary->getBindTemporaryExpr());
  else if (auto Delete = Element.getAs<CFGDeleteDtor>())
    Expressions.destroy(Delete->getDeleteExpr());
  else if (auto End = Element.getAs<CFGLifetimeEnds>()) {
    // Newer Clangs name parameters too, also at the end of a piece.
    if (isa<ParmVarDecl>(End->getVarDecl()))
      return;
    if (runsIntoGap(End->getTriggerStmt()))
      return leaveUnwritten();
    if (OpenScope && End->getTriggerStmt() == OpenScope)
      OpenVariables.push_back(End->getVarDecl());
    else
      Expressions.endLife(End->getVarDecl(),
                          endOf(End->getTriggerStmt(), Brace));
  }
}

void FunctionLowering::addSwitchEdges(const CFGBlock &From,
                                      const SwitchStmt &Switch, Block &Into) {
  Condition Tested = Expressions.branchCondition(Switch.getCond());
  SmallVector<int64_t, 4> AllValues;
  unsigned First = Into.Edges.size();
  const CFGBlock *DefaultBlock = nullptr;
  for (auto It = From.succ_begin(); It != From.succ_end(); ++It)
    if (const CFGBlock *To = *It) {
      Edge Out;
      Out.To = idOf(*To);
      if (const auto *Case = dyn_cast_or_null<CaseStmt>(To->getLabel());
          Case && !Case->getRHS()) {
        Expr::EvalResult Result;
        if (Tested.isKnown() && !Case->getLHS()->isValueDependent() &&
            Case->getLHS()->EvaluateAsInt(Result, Context)) {
          Out.When = Tested;
          Out.OneOf.push_back(
              asValueOf(Switch.getCond(), Result.Val.getInt().getExtValue()));
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
    if (Out.To == idOf(*DefaultBlock)) {
      Out.When = Tested;
      Out.OneOf = AllValues;
      Out.NoneOf = true;
    }
}

/// A temporary that was never made holds nothing, and may die all the same.
static const CFGBlock *temporariesDie(const CFGBlock &From) {
  if (!From.getTerminator().isTemporaryDtorsBranch())
    return nullptr;
  for (const CFGBlock *To : From.succs())
    if (To && any_of(*To, [](const CFGElement &Element) {
          return Element.getAs<CFGTemporaryDtor>().has_value();
        }))
      return To;
  return nullptr;
}

/// \p E as it is written, for messages; empty if it is long.
static std::string shortText(const Expr &E, const ASTContext &Context) {
  constexpr size_t Longest = 40;
  const SourceManager &Sources = Context.getSourceManager();
  StringRef Text = Lexer::getSourceText(
      Lexer::makeFileCharRange(
          CharSourceRange::getTokenRange(E.getSourceRange()), Sources,
          Context.getLangOpts()),
      Sources, Context.getLangOpts());
  return Text.size() > Longest || Text.contains('\n') ? "" : Text.str();
}

/// What decides where the block goes. Clang gives none where values without a
/// name die behind it.
static const Expr *lastCondition(const CFGBlock &From) {
  for (const CFGElement &Element : reverse(From)) {
    if (Element.getAs<CFGTemporaryDtor>())
      continue;
    const auto Last = Element.getAs<CFGStmt>();
    const auto *E = Last ? dyn_cast<Expr>(Last->getStmt()) : nullptr;
    return E ? E->IgnoreParens() : nullptr;
  }
  return nullptr;
}

void FunctionLowering::addEdges(const CFGBlock &From, Block &Into) {
  if (const CFGBlock *To = temporariesDie(From))
    return Builder.jump(Builder.currentBlock(), idOf(*To));
  const Stmt *Terminator = From.getTerminatorStmt();
  if (const auto *Switch = dyn_cast_or_null<SwitchStmt>(Terminator)) {
    Into.BranchPlace = Switch->getBeginLoc().getRawEncoding();
    return addSwitchEdges(From, *Switch, Into);
  }
  Condition Tested;
  std::optional<PointerComparison> Pointers;
  // `asm goto` goes where it likes.
  if (From.succ_size() == 2 && From.getTerminator().isStmtBranch() &&
      !isa_and_nonnull<AsmStmt>(Terminator))
    if (const Expr *Last = lastCondition(From)) {
      Tested = Expressions.branchCondition(Last);
      Expressions.forgetChecked(Tested, Last->getBeginLoc());
      if (!Tested.isKnown())
        Pointers = Expressions.pointerComparison(Last);
      Into.BranchPlace = Context.getSourceManager()
                             .getFileLoc(Last->getBeginLoc())
                             .getRawEncoding();
      // Nobody wrote what ends such a loop.
      if (!isa_and_nonnull<CXXForRangeStmt>(Terminator))
        Into.BranchText = shortText(*Last, Context);
    }
  unsigned Index = 0;
  SmallVector<Edge, 2> Edges;
  for (auto It = From.succ_begin(); It != From.succ_end(); ++It, ++Index)
    if (const CFGBlock *To = *It) {
      Edge Out;
      Out.To = idOf(*To);
      Out.When = Index == 0 ? Tested : Tested.negated();
      Out.Pointers = Pointers;
      if (Pointers && Index != 0)
        Out.Pointers->Equal = !Pointers->Equal;
      if (isa_and_nonnull<CXXForRangeStmt>(Terminator))
        Out.Assumption = "";
      if (Index != 0)
        Out.To = Expressions.endRange(Terminator, Out.To);
      Edges.push_back(Out);
    }
  // Blocks may have been added, so that the block is elsewhere.
  Graph.Blocks[Builder.currentBlock()].Edges = std::move(Edges);
}

void FunctionLowering::lowerBlock(const CFGBlock &From) {
  Builder.startBlock(idOf(From));
  for (const CFGElement &Element : From)
    lowerElement(Element);
  // Calls of functions may have added blocks.
  if (!Builder.hasEnded())
    addEdges(From, Graph.Blocks[Builder.currentBlock()]);
}

/// The return or throw of its own that the block ends in.
static const Operation *leftBy(const Block &B) {
  auto It = find_if(B.Operations, [](const Operation &Op) {
    return Op.Kind == OperationKind::Return || Op.Kind == OperationKind::Throw;
  });
  return It == B.Operations.end() ? nullptr : &*It;
}

Expected<Piece> FunctionLowering::lowerCfg(Stmt *S, const Stmt *Scope) {
  Expected<std::unique_ptr<CFG>> Built = buildCfg(Function, S, Gaps);
  if (!Built)
    return Built.takeError();
  std::unique_ptr<CFG> Cfg = std::move(*Built);
  OpenScope = Scope;
  Offset = Graph.Blocks.size();
  Graph.Blocks.resize(Offset + Cfg->getNumBlockIDs());
  Builder.setUnwindTarget(idOf(Cfg->getExit()));
  for (const CFGBlock *Each : *Cfg)
    if (const auto *Handler = dyn_cast_or_null<CXXCatchStmt>(Each->getLabel()))
      Expressions.setHandler(Handler, idOf(*Each));
  // Clang numbers blocks backwards: what comes first in the source has the
  // highest number, and calls are lowered before conditions on their results.
  for (const CFGBlock *From : reverse(*Cfg))
    lowerBlock(*From);
  Piece Result;
  Result.Entry = idOf(Cfg->getEntry());
  const BlockId Exit = idOf(Cfg->getExit());
  for (BlockId Id = Offset; Id < Graph.Blocks.size(); ++Id) {
    const Block &B = Graph.Blocks[Id];
    for (unsigned I = 0; I < B.Edges.size(); ++I)
      if (B.Edges[I].To == Exit)
        (leftBy(B) ? Result.Leaves : Result.FallsThrough).push_back({Id, I});
  }
  return Result;
}

void FunctionLowering::connect(ArrayRef<Piece::EdgeRef> Edges, BlockId To) {
  for (auto [From, Index] : Edges)
    Graph.Blocks[From].Edges[Index].To = To;
}

/// Leads the edges to \p To by the end of the parameters' lives, at the return
/// or brace that they leave by. A throw takes care of what dies by itself.
void FunctionLowering::endParameters(ArrayRef<Piece::EdgeRef> Edges,
                                     BlockId To) {
  for (auto [From, Index] : Edges) {
    Graph.Blocks[From].Edges[Index].To = To;
    const Operation *Left = leftBy(Graph.Blocks[From]);
    if (Left && Left->Kind == OperationKind::Throw)
      continue;
    SourceLocation At = Left ? SourceLocation::getFromRawEncoding(Left->Place)
                             : Function.getBody()->getEndLoc();
    BlockId End = From;
    if (Graph.Blocks[From].Edges.size() != 1) {
      End = Builder.addBlock();
      Graph.Blocks[From].Edges[Index].To = End;
      Builder.jump(End, To);
    }
    Builder.startBlock(End);
    if (!Left && Gaps.EndMissing)
      leaveUnwritten();
    for (const ParmVarDecl *Parameter : Function.parameters())
      Expressions.endLife(Parameter, At);
  }
}

static const SEHTryStmt *asTryFinally(const Stmt *S) {
  const auto *Try = dyn_cast<SEHTryStmt>(S);
  return Try && Try->getFinallyHandler() ? Try : nullptr;
}

static bool hasLeave(const Stmt *S) {
  return S && (isa<SEHLeaveStmt>(S) ||
               (!isa<SEHTryStmt>(S) && any_of(S->children(), hasLeave)));
}

/// Clang knows where __leave goes only in a try statement that it can make a
/// CFG of: one with a handler, which is never entered.
Stmt *FunctionLowering::guardedBlock(const SEHTryStmt &Try) const {
  CompoundStmt *Body = Try.getTryBlock();
  if (!hasLeave(Body) || any_of(Body->body(), asTryFinally))
    return Body;
  const SourceLocation At = Body->getRBracLoc();
  auto *Nothing =
      CompoundStmt::Create(Context, {}, FPOptionsOverride(), At, At);
  auto *Never = IntegerLiteral::Create(
      Context, APInt(Context.getIntWidth(Context.IntTy), 0), Context.IntTy, At);
  return SEHTryStmt::Create(Context, /*isCXXTry=*/false, Try.getTryLoc(), Body,
                            SEHExceptStmt::Create(Context, At, Never, Nothing));
}

Expected<Piece> FunctionLowering::lowerFinally(const SEHTryStmt &Try) {
  const SourceRange Around =
      Expressions.setGuarded(Try.getTryBlock()->getSourceRange());
  Expected<Piece> Guarded = lowerPiece(guardedBlock(Try));
  Expressions.setGuarded(Around);
  if (!Guarded)
    return Guarded;
  Stmt *Handler = Try.getFinallyHandler()->getBlock();
  Expected<Piece> Normal = lowerPiece(Handler);
  if (!Normal)
    return Normal;
  connect(Guarded->FallsThrough, Normal->Entry);
  Piece Result = *Normal;
  Result.Entry = Guarded->Entry;
  if (Guarded->Leaves.empty())
    return Result;
  Expected<Piece> Leaving = lowerPiece(Handler);
  if (!Leaving)
    return Leaving;
  connect(Guarded->Leaves, Leaving->Entry);
  Result.Leaves.append(Leaving->FallsThrough);
  Result.Leaves.append(Leaving->Leaves);
  return Result;
}

Expected<Piece> FunctionLowering::lowerSequence(const CompoundStmt &Body) {
  std::optional<Piece> Result;
  auto Append = [&](Expected<Piece> Next) -> Error {
    if (!Next)
      return Next.takeError();
    if (!Result) {
      Result = *Next;
      return Error::success();
    }
    connect(Result->FallsThrough, Next->Entry);
    Result->FallsThrough = Next->FallsThrough;
    Result->Leaves.append(Next->Leaves);
    return Error::success();
  };
  SmallVector<Stmt *, 8> Plain;
  auto AppendPlain = [&]() -> Error {
    if (Plain.empty())
      return Error::success();
    auto *Run = CompoundStmt::Create(Context, Plain, FPOptionsOverride(),
                                     Body.getLBracLoc(), Body.getRBracLoc());
    Plain.clear();
    return Append(lowerCfg(Run, Run));
  };
  for (Stmt *S : Body.body()) {
    if (!asTryFinally(S)) {
      Plain.push_back(S);
      continue;
    }
    if (Error E = AppendPlain())
      return E;
    if (Error E = Append(lowerPiece(S)))
      return E;
  }
  if (Error E = AppendPlain())
    return E;
  return *Result;
}

Expected<Piece> FunctionLowering::lowerPiece(Stmt *S) {
  if (const SEHTryStmt *Try = asTryFinally(S))
    return lowerFinally(*Try);
  const auto *Body = dyn_cast<CompoundStmt>(S);
  if (Body && any_of(Body->body(), asTryFinally))
    return lowerSequence(*Body);
  return lowerCfg(S, nullptr);
}

/// Constructors and destructors see to it themselves.
bool FunctionLowering::objectUndoes() const {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (!Method || Method->isStatic() ||
      isa<CXXConstructorDecl, CXXDestructorDecl>(Method))
    return false;
  const CXXDestructorDecl *Destructor = Method->getParent()->getDestructor();
  return Destructor && Resolver.changesLevels(Destructor);
}

void FunctionLowering::takeBackDoubtful() {
  Distrusted What;
  for (const ValueDecl *Named : Gaps.Named) {
    if (const auto *Field = dyn_cast<FieldDecl>(Named)) {
      const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
      if (Method && Method->isInstance())
        What.Named.push_back(Paths.member(
            Paths.thisPointer(Method->getThisType()), Field->getName()));
    } else if (isa<VarDecl>(Named)) {
      What.Named.push_back(Paths.variable(Named));
    }
  }
  if (Gaps.DoubtfulUntil.isValid()) {
    What.Begin = Expressions.place(Function.getBeginLoc());
    What.End = Expressions.place(Gaps.DoubtfulUntil);
  }
  distrust(Graph, What);
}

Expected<FlowGraph> FunctionLowering::run() {
  Stmt *Body = Function.getBody();
  Graph.Function = Function.getQualifiedNameAsString();
  Graph.ObjectUndoes = objectUndoes();
  Graph.IsC = !Context.getLangOpts().CPlusPlus;
  Graph.ReturnsStatus = isStatusType(Function.getReturnType());
  Graph.ReturnsPointerOrBool = Function.getReturnType()->isPointerType() ||
                               isAnswerType(Function.getReturnType());
  Graph.ClosingBrace =
      Context.getSourceManager().getFileLoc(Body->getEndLoc()).getRawEncoding();
  if (!Function.getReturnType()->isVoidType())
    Paths.result(Function.getReturnType());
  Graph.Implements = callbackImplementedBy(Function, Resolver);
  if (Graph.Implements)
    for (const ParmVarDecl *Parameter : Function.parameters())
      Graph.Parameters.push_back(Paths.variable(Parameter));
  Expressions.prepare();
  Expected<Piece> Whole = lowerPiece(Body);
  if (!Whole)
    return Whole.takeError();
  if (!Builder.problem().empty())
    return createStringError(inconvertibleErrorCode(), Builder.problem());
  Expressions.finishCheckers();
  Graph.Entry = Whole->Entry;
  // The variables of a function in pieces live until its very end.
  BlockId Last = Graph.Blocks.size();
  Graph.Exit = Last + 1;
  Graph.Blocks.resize(Last + 2);
  endParameters(Whole->FallsThrough, Last);
  endParameters(Whole->Leaves, Last);
  Builder.startBlock(Last);
  for (const VarDecl *Variable : OpenVariables)
    Expressions.endLife(Variable, Body->getEndLoc());
  Builder.jump(Last, Graph.Exit);
  takeBackDoubtful();
  if (Error Problem = verify(Graph))
    return Problem;
  return std::move(Graph);
}

SummarySource::~SummarySource() = default;

Expected<FlowGraph> lower(const FunctionDecl &Function, CallResolver &Resolver,
                          SummarySource &Summaries, UnitGaps &Unit) {
  return FunctionLowering(Function, Resolver, Summaries, Unit).run();
}

} // namespace mapitidy
