//===- LoaderLock.cpp - What runs under the loader lock -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "events/LoaderLock.h"
#include "events/UnitFacts.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

/// A call, a construction or a destruction, and the function that it runs.
struct Run {
  const FunctionDecl *Function = nullptr;
  const CallEntry *Entry = nullptr;
  SourceLocation At;
};

/// Collects what an expression or body runs, in the order of the source. The
/// bodies of lambdas run when they are called.
class RunFinder : public RecursiveASTVisitor<RunFinder> {
public:
  explicit RunFinder(CallResolver &Resolver) : Resolver(Resolver) {}

  std::vector<Run> Runs;

  bool shouldVisitImplicitCode() const { return true; }
  bool shouldWalkTypesOfTypeLocs() const { return false; }
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCallExpr(CallExpr *Call) {
    ResolvedCall Resolved = Resolver.resolve(Call);
    Runs.push_back({Resolved.Callee, Resolved.Entry, Call->getExprLoc()});
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) {
    Runs.push_back(
        {Construct->getConstructor(), nullptr, Construct->getBeginLoc()});
    return true;
  }
  bool VisitVarDecl(VarDecl *Variable) {
    if (Variable->hasLocalStorage())
      destroy(Variable->getType(), Variable->getLocation());
    return true;
  }
  bool VisitCXXDeleteExpr(CXXDeleteExpr *Delete) {
    destroy(Delete->getDestroyedType(), Delete->getBeginLoc());
    return true;
  }
  void destroy(QualType Type, SourceLocation At) {
    if (Type.isNull())
      return;
    const CXXRecordDecl *Class =
        Type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    if (Class && Class->hasDefinition())
      if (const CXXDestructorDecl *Destructor = Class->getDestructor())
        Runs.push_back({Destructor, nullptr, At});
  }

private:
  CallResolver &Resolver;
};

class LockFinder {
public:
  LockFinder(ASTContext &Context, CallResolver &Resolver)
      : Context(Context), Resolver(Resolver) {}

  std::vector<LockedCall> run();

private:
  void look(const Decl &Declared);
  void lookAt(const FunctionDecl &Function);
  void lookAt(const VarDecl &Object);
  /// Follows \p From to the call; \returns whether it leads there.
  bool follow(const Run &From, LockedCall &Into);
  std::vector<Run> runsOf(const FunctionDecl &Function);
  SourcePlace place(SourceLocation At) const {
    return Context.getSourceManager().getFileLoc(At).getRawEncoding();
  }

  ASTContext &Context;
  CallResolver &Resolver;
  std::vector<LockedCall> Found;
  SmallPtrSet<const FunctionDecl *, 16> OnTheWay;
};

} // namespace

std::vector<Run> LockFinder::runsOf(const FunctionDecl &Function) {
  RunFinder Finder(Resolver);
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function))
    for (const CXXCtorInitializer *Each : Constructor->inits())
      Finder.TraverseStmt(Each->getInit());
  Finder.TraverseStmt(Function.getBody());
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&Function)) {
    for (const FieldDecl *Field : Destructor->getParent()->fields())
      Finder.destroy(Field->getType(), Field->getLocation());
    for (const CXXBaseSpecifier &Base : Destructor->getParent()->bases())
      Finder.destroy(Base.getType(), Base.getBeginLoc());
  }
  return std::move(Finder.Runs);
}

bool LockFinder::follow(const Run &From, LockedCall &Into) {
  if (From.Entry) {
    if (From.Entry->Initialises != InitLevel::Mapi &&
        From.Entry->Uninitialises != InitLevel::Mapi)
      return false;
    Into.Call = From.Entry->Call;
    Into.Way.push_back(place(From.At));
    return true;
  }
  const FunctionDecl *Definition = nullptr;
  if (!From.Function || !Resolver.changesMapi(From.Function) ||
      !From.Function->getBody(Definition) ||
      !OnTheWay.insert(Definition).second)
    return false;
  Into.Way.push_back(place(From.At));
  for (const Run &Next : runsOf(*Definition))
    if (follow(Next, Into)) {
      OnTheWay.erase(Definition);
      return true;
    }
  OnTheWay.erase(Definition);
  Into.Way.pop_back();
  return false;
}

void LockFinder::lookAt(const FunctionDecl &Function) {
  const CallEntry *Entry = Resolver.entryOf(&Function);
  if (!Entry || !Entry->Locked || !Function.doesThisDeclarationHaveABody())
    return;
  for (const Run &Each : runsOf(Function)) {
    LockedCall New;
    New.Place = place(Each.At);
    New.Root = Entry->Call;
    bool Known = any_of(Found, [&](const LockedCall &Other) {
      return Other.Place == New.Place;
    });
    if (!Known && follow(Each, New))
      Found.push_back(std::move(New));
  }
}

void LockFinder::lookAt(const VarDecl &Object) {
  if (!Object.isThisDeclarationADefinition() || Object.isStaticLocal())
    return;
  RunFinder Finder(Resolver);
  if (const Expr *Init = Object.getInit())
    Finder.TraverseStmt(const_cast<Expr *>(Init));
  Finder.destroy(Object.getType(), Object.getLocation());
  for (const Run &Each : Finder.Runs) {
    LockedCall New;
    New.Place = place(Object.getLocation());
    New.Root = Object.getNameAsString();
    New.IsObject = true;
    if (follow(Each, New)) {
      Found.push_back(std::move(New));
      return; // one defect
    }
  }
}

void LockFinder::look(const Decl &Declared) {
  // A header can be included within a namespace or extern "C".
  if (Context.getSourceManager().isInSystemHeader(Declared.getLocation()))
    return;
  if (const auto *Function = dyn_cast<FunctionDecl>(&Declared))
    return lookAt(*Function);
  if (const auto *Object = dyn_cast<VarDecl>(&Declared))
    return lookAt(*Object);
  const auto *Class = dyn_cast<CXXRecordDecl>(&Declared);
  if (isa<NamespaceDecl, LinkageSpecDecl>(Declared) ||
      (Class && !Class->isDependentContext())) // inline static members
    for (const Decl *Each : cast<DeclContext>(Declared).decls())
      look(*Each);
}

std::vector<LockedCall> LockFinder::run() {
  for (const Decl *Each : ownDeclarations(Context))
    look(*Each);
  return std::move(Found);
}

std::vector<LockedCall> findLockedCalls(ASTContext &Context,
                                        CallResolver &Resolver) {
  return LockFinder(Context, Resolver).run();
}

} // namespace mapitidy
