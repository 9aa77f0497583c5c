//===- LoaderLock.cpp - What runs under the loader lock -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/LoaderLock.h"
#include "capture/UnitFacts.h"
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
  LockFinder(ASTContext &Context, CallResolver &Resolver,
             function_ref<bool()> IsTimeUp)
      : Context(Context), Resolver(Resolver), IsTimeUp(IsTimeUp) {}

  std::vector<LockedCall> run();

private:
  void look(const Decl &Declared);
  void lookAt(const FunctionDecl &Function);
  void lookAt(const VarDecl &Object);
  /// Follows \p From to the call; \returns whether it leads there.
  bool follow(const Run &From, LockedCall &Into);
  /// The function that \p Each runs, if it may lead there and has not been
  /// looked into.
  const FunctionDecl *next(const Run &Each);
  std::vector<Run> runsOf(const FunctionDecl &Function);
  SourcePlace place(SourceLocation At) const {
    return Context.getSourceManager().getFileLoc(At).getRawEncoding();
  }

  ASTContext &Context;
  CallResolver &Resolver;
  function_ref<bool()> IsTimeUp;
  std::vector<LockedCall> Found;
  /// Those that lead nowhere, and those that are being followed.
  SmallPtrSet<const FunctionDecl *, 16> Visited;
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

static bool changesMapi(const CallEntry &Entry) {
  return Entry.Initialises == InitLevel::Mapi ||
         Entry.Uninitialises == InitLevel::Mapi;
}

/// Appends to \p Way how \p Steps, of functions of other files, lead to such a
/// call. \returns the call's entry, or null if they do not.
static const CallEntry *followSteps(ArrayRef<Step> Steps,
                                    std::vector<SourcePlace> &Way,
                                    unsigned Depth = 0) {
  constexpr unsigned Deepest = 24;
  for (const Step &Each : Steps) {
    const size_t Length = Way.size();
    Way.insert(Way.end(), Each.Inside.begin(), Each.Inside.end());
    if (Each.Does == OperationKind::Call && changesMapi(*Each.Entry))
      return Each.Entry;
    if (Each.Does == OperationKind::Invoke && Each.Entry && Depth < Deepest)
      for (const Outcome &End : Each.Entry->Outcomes)
        if (const CallEntry *Call = followSteps(End.Steps, Way, Depth + 1))
          return Call;
    Way.resize(Length);
    for (const std::vector<Step> *Branch : {&Each.Then, &Each.Else})
      if (const CallEntry *Call = followSteps(*Branch, Way, Depth))
        return Call;
  }
  return nullptr;
}

/// The same for a function whose body is in another file.
static const CallEntry *followElsewhere(const Run &Each,
                                        const CallResolver &Resolver,
                                        std::vector<SourcePlace> &Way) {
  const CallEntry *Known = !Each.Entry && Each.Function
                               ? Resolver.summaryElsewhere(*Each.Function)
                               : nullptr;
  if (Known)
    for (const Outcome &End : Known->Outcomes)
      if (const CallEntry *Call = followSteps(End.Steps, Way))
        return Call;
  return nullptr;
}

const FunctionDecl *LockFinder::next(const Run &Each) {
  const FunctionDecl *Definition = nullptr;
  bool Leads =
      !Each.Entry && Each.Function && Resolver.changesMapi(Each.Function) &&
      Each.Function->getBody(Definition) && Visited.insert(Definition).second;
  return Leads ? Definition : nullptr;
}

bool LockFinder::follow(const Run &From, LockedCall &Into) {
  // Depth first, in the order of the source; a function is looked into once.
  struct Level {
    std::vector<Run> Runs;
    size_t Next = 0;
  };
  SmallVector<const FunctionDecl *, 16> Followed;
  std::vector<Level> Way;
  Way.push_back({{From}});
  while (!Way.empty() && !IsTimeUp()) {
    Level &Last = Way.back();
    if (Last.Next == Last.Runs.size()) {
      Way.pop_back();
      continue;
    }
    const Run &Each = Last.Runs[Last.Next++];
    std::vector<SourcePlace> Elsewhere;
    const CallEntry *Call = Each.Entry && changesMapi(*Each.Entry)
                                ? Each.Entry
                                : followElsewhere(Each, Resolver, Elsewhere);
    if (Call) {
      for (const Level &Passed : Way)
        Into.Way.push_back(place(Passed.Runs[Passed.Next - 1].At));
      Into.Way.insert(Into.Way.end(), Elsewhere.begin(), Elsewhere.end());
      Into.Call = Call->Call;
      // Others may come this way too.
      for (const FunctionDecl *Leading : Followed)
        Visited.erase(Leading);
      return true;
    }
    if (const FunctionDecl *Function = next(Each)) {
      Followed.push_back(Function);
      Way.push_back({runsOf(*Function)});
    }
  }
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
                                        CallResolver &Resolver,
                                        function_ref<bool()> IsTimeUp) {
  return LockFinder(Context, Resolver, IsTimeUp).run();
}

} // namespace mapitidy
