//===- CfgBuilder.cpp - Clang's CFG of code that may not compile ----------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/CfgBuilder.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Diagnostic.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

static CFG::BuildOptions buildOptions() {
  CFG::BuildOptions Options;
  Options.PruneTriviallyFalseEdges = true;
  Options.AddInitializers = true;
  Options.AddCXXDefaultInitExprInCtors = true;
  Options.AddCXXDefaultInitExprInAggregates = true;
  Options.AddImplicitDtors = true;
  Options.AddTemporaryDtors = true;
  Options.AddLifetime = true;
  Options.AddEHEdges = false;
  Options.setAllAlwaysAdd();
  return Options;
}

namespace {

/// Puts other statements in the places of those that a CFG cannot have, and
/// takes them out again at its end.
class Mender {
public:
  explicit Mender(ASTContext &Context) : Context(Context) {}
  ~Mender() {
    for (auto [Place, Original] : reverse(Replaced))
      *Place = Original;
  }
  Mender(const Mender &) = delete;
  Mender &operator=(const Mender &) = delete;

  void mend(Stmt *S);
  /// What cannot be mended, for people; empty if all can.
  StringRef problem() const { return Problem; }

private:
  void check(QualType Type);

  ASTContext &Context;
  SmallVector<std::pair<Stmt **, Stmt *>, 2> Replaced;
  StringRef Problem;
};

} // namespace

/// Whether somewhere in objects of the class is one of an incomplete class.
/// \param Seen the classes looked at: a broken one may be a part of itself.
static bool hasIncompletePart(const CXXRecordDecl &Class,
                              SmallPtrSetImpl<const CXXRecordDecl *> &Seen) {
  auto IsIncomplete = [&Seen](QualType Type) {
    const CXXRecordDecl *Part =
        Type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    return Part && (!Part->hasDefinition() || hasIncompletePart(*Part, Seen));
  };
  const CXXRecordDecl *Whole = Class.getDefinition();
  return Whole && !Whole->isInStdNamespace() && // to be quick
         Seen.insert(Whole).second &&
         (any_of(Whole->fields(),
                 [&](const FieldDecl *Each) {
                   return IsIncomplete(Each->getType());
                 }) ||
          any_of(Whole->bases(), [&](const CXXBaseSpecifier &Each) {
            return IsIncomplete(Each.getType());
          }));
}

void Mender::check(QualType Type) {
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr
                    : Type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  SmallPtrSet<const CXXRecordDecl *, 8> Seen;
  if (Class && hasIncompletePart(*Class, Seen))
    Problem = "it has an object with a part of an incomplete class";
}

void Mender::mend(Stmt *S) {
  if (!S || isa<LambdaExpr>(S))
    return;
  if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
    for (const Decl *Each : Declaration->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(Each))
        check(Variable->getType());
  } else if (const auto *Temporary = dyn_cast<CXXBindTemporaryExpr>(S)) {
    check(Temporary->getType());
  } else if (const auto *Switch = dyn_cast<SwitchStmt>(S)) {
    // Clang compares the cases of a constant with it.
    if (!Switch->getCond()->isValueDependent())
      for (const SwitchCase *Each = Switch->getSwitchCaseList(); Each;
           Each = Each->getNextSwitchCase())
        if (const auto *Case = dyn_cast<CaseStmt>(Each);
            Case && Case->getLHS()->isValueDependent() &&
            Switch->getCond()->isEvaluatable(Context))
          Problem = "a case of a constant is not known";
  }
  for (Stmt *&Child : S->children()) {
    mend(Child);
    auto *Loop = dyn_cast_or_null<CXXForRangeStmt>(Child);
    if (!Loop || (Loop->getBeginStmt() && Loop->getInc()))
      continue;
    Replaced.push_back({&Child, Child});
    Child = WhileStmt::Create(Context, nullptr, Loop->getRangeInit(),
                              Loop->getBody(), Loop->getForLoc(),
                              Loop->getColonLoc(), Loop->getRParenLoc());
  }
}

Expected<std::unique_ptr<CFG>> buildCfg(const FunctionDecl &Function,
                                        Stmt *Body, const CodeGaps &Gaps) {
  ASTContext &Context = Function.getASTContext();
  // Of a wrong constant the CFG would have wrong ways.
  for (const Expr *Each : Gaps.Guessed)
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Each);
        Ref && isa<EnumConstantDecl>(Ref->getDecl()))
      return createStringError(inconvertibleErrorCode(),
                               "Clang takes a name for a constant of another");
  Mender Mended(Context);
  if (Context.getDiagnostics().hasErrorOccurred())
    Mended.mend(Body);
  if (!Mended.problem().empty())
    return createStringError(inconvertibleErrorCode(), Mended.problem());
  std::unique_ptr<CFG> Cfg = CFG::buildCFG(Gaps.BodyOnly ? nullptr : &Function,
                                           Body, &Context, buildOptions());
  if (!Cfg)
    return createStringError(inconvertibleErrorCode(),
                             "Clang builds no control-flow graph for it");
  return Cfg;
}

} // namespace mapitidy
