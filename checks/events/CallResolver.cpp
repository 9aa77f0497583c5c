//===- CallResolver.cpp - Which catalogue entry a call means --------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "events/CallResolver.h"
#include "events/SmartPointers.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

static const CallEntry *findInBases(const Catalogue &Entries,
                                    const CXXRecordDecl *Class,
                                    StringRef Method, unsigned Depth = 0) {
  constexpr unsigned DeepestHierarchy = 16;
  if (!Class || !Class->getIdentifier() || Depth > DeepestHierarchy)
    return nullptr;
  if (const CallEntry *Entry = Entries.findMethod(Class->getName(), Method))
    return Entry;
  Class = Class->getDefinition();
  if (!Class)
    return nullptr;
  for (const CXXBaseSpecifier &Base : Class->bases())
    if (const CallEntry *Entry = findInBases(
            Entries, Base.getType()->getAsCXXRecordDecl(), Method, Depth + 1))
      return Entry;
  return nullptr;
}

const CallEntry *CallResolver::lookUp(const FunctionDecl *Callee) const {
  const IdentifierInfo *Name = Callee->getIdentifier();
  if (!Name)
    return nullptr;
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee)) {
    StringRef MethodName = Name->getName();
    // <windows.h> turns GetMessage into GetMessageW, wherever it is declared.
    if (!Entries.isMethodName(MethodName))
      if (!MethodName.consume_back("W") && !MethodName.consume_back("A"))
        return nullptr;
    return Entries.isMethodName(MethodName)
               ? findInBases(Entries, Method->getParent(), MethodName)
               : nullptr;
  }
  const DeclContext *Scope = Callee->getDeclContext()->getRedeclContext();
  return Scope->isTranslationUnit() ? Entries.findFunction(Name->getName())
                                    : nullptr;
}

const CallEntry *CallResolver::entryOf(const FunctionDecl *Callee) {
  Callee = Callee->getCanonicalDecl();
  auto [It, Inserted] = Known.try_emplace(Callee, nullptr);
  if (Inserted)
    It->second = lookUp(Callee);
  return It->second;
}

/// \returns the field M of `p->lpVtbl->M(p, ...)`, as C and its COBJMACROS
/// write the call of a method; null for any other call.
static const FieldDecl *vtableMethod(const CallExpr *Call) {
  const auto *Method =
      dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParenImpCasts());
  if (!Method || Call->getNumArgs() == 0)
    return nullptr;
  const auto *Table =
      dyn_cast<MemberExpr>(Method->getBase()->IgnoreParenImpCasts());
  if (!Table || !Table->getMemberDecl()->getIdentifier() ||
      Table->getMemberDecl()->getName() != "lpVtbl")
    return nullptr;
  return dyn_cast<FieldDecl>(Method->getMemberDecl());
}

const CallEntry *CallResolver::entryOf(const CallExpr *Call) {
  if (const FunctionDecl *Callee = Call->getDirectCallee())
    return entryOf(Callee);
  const FieldDecl *Method = vtableMethod(Call);
  if (!Method || !Method->getIdentifier() ||
      !Entries.isMethodName(Method->getName()))
    return nullptr;
  const auto *Table = cast<MemberExpr>(
      cast<MemberExpr>(Call->getCallee()->IgnoreParenImpCasts())
          ->getBase()
          ->IgnoreParenImpCasts());
  return Entries.findMethod(interfaceName(Table->getBase()->getType()),
                            Method->getName());
}

/// Whether the call's first argument is the object that it is made on: an
/// operator that is a member, or a method of C.
static bool firstArgumentIsReceiver(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  return isa<CXXOperatorCallExpr>(Call) ? isa_and_nonnull<CXXMethodDecl>(Callee)
                                        : !Callee && vtableMethod(Call);
}

ResolvedCall CallResolver::resolve(const CallExpr *Call) {
  ResolvedCall Result;
  auto Arguments = ArrayRef(Call->getArgs(), Call->getNumArgs());
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
    Result.Receiver = Member->getImplicitObjectArgument();
  } else if (firstArgumentIsReceiver(Call)) {
    Result.Receiver = Arguments.front();
    Arguments = Arguments.drop_front();
  }
  Result.Arguments.append(Arguments.begin(), Arguments.end());
  Result.Entry = entryOf(Call);
  return Result;
}

StringRef CallResolver::interfaceName(QualType Type) const {
  if (Type.isNull())
    return {};
  Type = Type.getNonReferenceType();
  if (QualType Held = smartPointee(Type); !Held.isNull())
    Type = Held;
  else if (Type->isPointerType())
    Type = Type->getPointeeType();
  else
    return {};
  const auto *Record = Type->getAsRecordDecl();
  if (!Record || !Record->getIdentifier())
    return {};
  if (Entries.findInterface(Record->getName()))
    return Record->getName();
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  return findInBases(Entries, Class, "Release") ? Record->getName()
                                                : StringRef();
}

namespace {

/// Looks for calls in a body, lambdas included.
template <typename Predicate>
class CallFinder : public RecursiveASTVisitor<CallFinder<Predicate>> {
public:
  explicit CallFinder(Predicate Wanted) : Wanted(std::move(Wanted)) {}

  bool VisitCallExpr(CallExpr *Call) { return !(Found = Wanted(Call)); }

  bool Found = false;

private:
  Predicate Wanted;
};

} // namespace

template <typename Predicate>
static bool containsCall(const Stmt *Body, Predicate Wanted) {
  CallFinder<Predicate> Finder(std::move(Wanted));
  Finder.TraverseStmt(const_cast<Stmt *>(Body));
  return Finder.Found;
}

bool CallResolver::mentionsCatalogue(const Stmt *Body) {
  return containsCall(
      Body, [this](const CallExpr *Call) { return entryOf(Call) != nullptr; });
}

bool CallResolver::changesLevels(const FunctionDecl *Function) {
  auto [It, Inserted] = Levels.try_emplace(Function->getCanonicalDecl(), false);
  if (!Inserted)
    return It->second;
  const FunctionDecl *Definition = nullptr;
  const Stmt *Body = Function->getBody(Definition);
  bool Result = Body && containsCall(Body, [this](const CallExpr *Call) {
                  const CallEntry *Entry = entryOf(Call);
                  const FunctionDecl *Callee = Call->getDirectCallee();
                  if (!Entry)
                    return Callee && changesLevels(Callee);
                  return Entry->Initialises || Entry->Uninitialises ||
                         Entry->LogsOff || Entry->FastShutdown;
                });
  Levels[Function->getCanonicalDecl()] = Result;
  return Result;
}

bool isStatusType(QualType Type) {
  const auto *Alias = Type->getAs<TypedefType>();
  if (!Alias)
    return false;
  StringRef Name = Alias->getDecl()->getName();
  return Name == "HRESULT" || Name == "SCODE";
}

namespace {

/// Looks at what a function returns, nested functions left out.
class ReturnFinder : public RecursiveASTVisitor<ReturnFinder> {
public:
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitReturnStmt(ReturnStmt *Return) {
    const Expr *Value = Return->getRetValue();
    const auto *Ref =
        Value ? dyn_cast<DeclRefExpr>(Value->IgnoreParenCasts()) : nullptr;
    const auto *Parameter =
        Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
    Other |= !Parameter || (Returned && Returned != Parameter);
    Returned = Parameter;
    return !Other;
  }
  bool VisitBinaryOperator(BinaryOperator *Operator) {
    if (Operator->isAssignmentOp())
      if (const auto *Ref =
              dyn_cast<DeclRefExpr>(Operator->getLHS()->IgnoreParenCasts()))
        Assigned.push_back(Ref->getDecl());
    return true;
  }

  const ParmVarDecl *Returned = nullptr;
  std::vector<const ValueDecl *> Assigned;
  bool Other = false;
};

} // namespace

int CallResolver::passedThrough(const FunctionDecl *Function) {
  auto [It, Inserted] =
      PassedThrough.try_emplace(Function->getCanonicalDecl(), -1);
  if (!Inserted)
    return It->second;
  int Result = -1;
  const FunctionDecl *Definition = nullptr;
  if (Stmt *Body = Function->getBody(Definition)) {
    ReturnFinder Finder;
    Finder.TraverseStmt(Body);
    if (!Finder.Other && Finder.Returned &&
        !is_contained(Finder.Assigned, Finder.Returned))
      Result = Finder.Returned->getFunctionScopeIndex();
  } else if (isStatusType(Function->getReturnType())) {
    for (const ParmVarDecl *Parameter : Function->parameters())
      if (isStatusType(Parameter->getType())) {
        Result = Parameter->getFunctionScopeIndex();
        break;
      }
  }
  return It->second = Result;
}

namespace {

/// Looks for a use of one variable that may consume it.
class ConsumptionFinder : public RecursiveASTVisitor<ConsumptionFinder> {
public:
  ConsumptionFinder(const ValueDecl *Variable, CallResolver &Resolver)
      : Variable(Variable), Resolver(Resolver) {}

  bool VisitCallExpr(CallExpr *Call) {
    ResolvedCall Resolved = Resolver.resolve(Call);
    if (Resolved.Receiver && isVariable(Resolved.Receiver))
      Found |= consumesReceiver(Call, Resolved);
    for (auto [Index, Argument] : enumerate(Resolved.Arguments))
      if (isVariable(Argument))
        Found |= consumesArgument(Call, Resolved, Index);
    return !Found;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) {
    for (const Expr *Argument : Construct->arguments())
      Found |= isVariable(Argument);
    return !Found;
  }

  bool VisitBinaryOperator(BinaryOperator *Operator) {
    if (Operator->isAssignmentOp())
      Found |= isVariable(Operator->getLHS()) || isVariable(Operator->getRHS());
    return !Found;
  }

  bool VisitUnaryOperator(UnaryOperator *Operator) {
    if (Operator->getOpcode() == UO_AddrOf ||
        Operator->isIncrementDecrementOp())
      Found |= isVariable(Operator->getSubExpr());
    return !Found;
  }

  bool VisitVarDecl(VarDecl *Declared) {
    Found |= Declared->getInit() && isVariable(Declared->getInit());
    return !Found;
  }

  bool VisitReturnStmt(ReturnStmt *Return) {
    Found |= Return->getRetValue() && isVariable(Return->getRetValue());
    return !Found;
  }

  bool Found = false;

private:
  bool isVariable(const Expr *E) const {
    const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenCasts());
    return Ref && Ref->getDecl() == Variable;
  }

  static bool consumesReceiver(const CallExpr *Call,
                               const ResolvedCall &Resolved) {
    if (!Resolved.Entry)
      // Of a smart pointer: Release, Detach, operator=, operator& and so on.
      return !isa<CXXOperatorCallExpr>(Call) ||
             cast<CXXOperatorCallExpr>(Call)->getOperator() != OO_Arrow;
    return any_of(Resolved.Entry->Releases, [](const GiveBack &Release) {
      return Release.What.Index == Slot::This;
    });
  }

  bool consumesArgument(const CallExpr *Call, const ResolvedCall &Resolved,
                        unsigned Index) {
    if (Resolved.Entry)
      return any_of(Resolved.Entry->Releases, [&](const GiveBack &Release) {
        return Release.What.Index == int(Index);
      });
    const FunctionDecl *Callee = Call->getDirectCallee();
    const FunctionDecl *Definition = nullptr;
    if (!Callee || Index >= Callee->getNumParams())
      return true;
    if (Callee->getParamDecl(Index)->getType()->isReferenceType())
      return true;
    const Stmt *Body = Callee->getBody(Definition);
    return Body && Definition->getParamDecl(Index) != Variable &&
           mayConsume(Body, Definition->getParamDecl(Index), Resolver);
  }

  const ValueDecl *Variable;
  CallResolver &Resolver;
};

} // namespace

bool mayConsume(const Stmt *Body, const ValueDecl *Variable,
                CallResolver &Resolver) {
  // Mutual recursion ends here; what is that deep counts as consumed.
  static thread_local unsigned Depth = 0;
  constexpr unsigned DeepestCall = 8;
  if (Depth == DeepestCall)
    return true;
  ++Depth;
  ConsumptionFinder Finder(Variable, Resolver);
  Finder.TraverseStmt(const_cast<Stmt *>(Body));
  --Depth;
  return Finder.Found;
}

} // namespace mapitidy
