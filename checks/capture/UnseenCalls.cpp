//===- UnseenCalls.cpp - Calls of functions that are not seen -------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of a function without a visible body, its declaration and its name tell what
// it may do with what it gets: give it back, keep it, change it, or look at it.
// Containers keep what they are given; strings copy it.
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "capture/FunctionNames.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// Whether \p Class is one of the standard library's streams, which read and
/// write only.
static bool isStream(const CXXRecordDecl *Class) {
  bool Found = false;
  const CXXRecordDecl *Known = Class->getDefinition();
  if (Known && Class->isInStdNamespace())
    Known->forallBases([&](const CXXRecordDecl *Base) {
      Found |= Base->getName() == "ios_base";
      return true;
    });
  return Found;
}

/// Whether the method belongs to a container, which keeps what it is given.
static bool isContainerMethod(const CallExpr *Call) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
  return Method &&
         (isa<ClassTemplateSpecializationDecl>(Method->getParent()) ||
          Method->isInStdNamespace()) &&
         !isStream(Method->getParent());
}

bool copiesText(const FunctionDecl &Callee, unsigned Index) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
  if (!Method || Index >= Callee.getNumParams() ||
      !(Method->getParent()->isInStdNamespace() || !Callee.hasBody()) ||
      !isa<ClassTemplateSpecializationDecl>(Method->getParent()))
    return false;
  const QualType Type = Callee.getParamDecl(Index)->getType();
  return Type->isPointerType() && Type->getPointeeType().isConstQualified() &&
         Type->getPointeeType()->isAnyCharacterType();
}

/// Whether a parameter of this type takes anything: containers of void *,
/// thread routines and window messages keep what they are given.
static bool keepsAnything(QualType Type) {
  return (Type->isVoidPointerType() &&
          !Type->getPointeeType().isConstQualified()) ||
         Type->isIntegralOrEnumerationType();
}

/// Whether \p Callee, which is not seen, does no more than look at a structure
/// that it gets by value or may not change.
static bool looksAtStructure(const FunctionDecl &Callee, unsigned Index,
                             const Catalogue &Entries) {
  QualType Type = Callee.getParamDecl(Index)->getType();
  if (Type->isReferenceType() || Type->isPointerType()) {
    Type = Type->getPointeeType();
    if (!Type.isConstQualified())
      return false;
  }
  const auto *Class = Type->getAsCXXRecordDecl();
  return Type->isRecordType() && !(Class && Class->isLambda()) &&
         !(Class && Class->isInStdNamespace()) && !isa<CXXMethodDecl>(Callee) &&
         !givesBackByName(Callee, Entries) &&
         !keepsByName(Callee, Index, Entries);
}

/// Whether \p Callee may keep what it gets by value in a parameter of \p Type.
static bool mayKeep(const FunctionDecl &Callee, QualType Type, bool Memory,
                    const Catalogue &Entries) {
  const bool Leaves = leavesMemory(Callee);
  // COM's own methods, as IStream::Read, do not.
  const bool Keeps =
      keepsAnything(Type) &&
      !(Leaves && isa<CXXMethodDecl>(Callee) && Type->isPointerType());
  return Keeps || (Memory && !Leaves && !looksByName(Callee, Entries));
}

/// Whether the class is a template of another class, as smart pointers are, but
/// none of the standard library's own classes.
static bool isOfClass(const CXXRecordDecl &Class) {
  const auto *Template = dyn_cast<ClassTemplateSpecializationDecl>(&Class);
  if (!Template)
    return false;
  return any_of(
      Template->getTemplateArgs().asArray(), [](const TemplateArgument &Each) {
        const CXXRecordDecl *Of = Each.getKind() == TemplateArgument::Type
                                      ? Each.getAsType()->getAsCXXRecordDecl()
                                      : nullptr;
        return Of && !Of->isInStdNamespace();
      });
}

/// Whether what \p Callee gives may own the interface that it got: an object of
/// the code's own, a pointer to one, or one that its name says it makes.
bool ExpressionLowering::makesOwner(const FunctionDecl &Callee) {
  if (leavesMemory(Callee))
    return false;
  const QualType Type = Callee.getReturnType();
  if (Type->isPointerType())
    return Type->getPointeeType()->isRecordType() &&
           Resolver.interfaceName(Type).empty() && !Resolver.blockEntry(Type);
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  return Class &&
         (isOfClass(*Class) || makesByName(Callee, Resolver.catalogue()));
}

void ExpressionLowering::lowerArgument(const Expr *From,
                                       const FunctionDecl *Callee,
                                       unsigned Index, bool Opaque,
                                       SmallVectorImpl<PathId> &Lent) {
  if (const auto *Class = From->getType()->getAsCXXRecordDecl();
      Class && Class->isLambda())
    escape(Class);
  Argument Value = value(From);
  const Catalogue &Entries = Resolver.catalogue();
  bool Known = Callee && Index < Callee->getNumParams();
  QualType Type = Known ? Callee->getParamDecl(Index)->getType() : QualType();
  if (Value.Path == NoPath || strip(From)->getType()->isArrayType()) {
    // A function that may change an element may take what it owns, and one
    // that takes anything may copy it.
    if (!Known || Type->getPointeeType().isNull() ||
        !Type->getPointeeType().isConstQualified() || Type->isVoidPointerType())
      emptyBlock(From, From->getBeginLoc());
  }
  if (Value.Path == NoPath)
    return;
  bool ByReference = Known && Type->isReferenceType() &&
                     !Type->getPointeeType().isConstQualified();
  // COM's rule, that what is passed stays with its owner, is for interfaces.
  // A method that is not seen may keep even what it may not change.
  bool Memory = Known && Type->isPointerType() &&
                (!Type->getPointeeType().isConstQualified() ||
                 isa<CXXMethodDecl>(Callee)) &&
                Paths[Value.Path].Interface.empty();
  if (Known && !Opaque && looksAtStructure(*Callee, Index, Entries))
    return;
  if (Value.How == Argument::Mode::ByAddress || ByReference) {
    emit(OperationKind::OpenToOthers, From->getBeginLoc()).Target = Value.Path;
    return;
  }
  const bool Keepable = Memory || (Known && keepsAnything(Type)) ||
                        !Paths[Value.Path].Interface.empty();
  const bool Named =
      Known && (givesBackByName(*Callee, Entries) ||
                (Keepable && keepsByName(*Callee, Index, Entries)) ||
                (!Paths[Value.Path].Interface.empty() && makesOwner(*Callee)));
  // A number given away is a token that somebody else may cancel; memory, a
  // block that somebody else may free.
  if (!Callee || !Paths[Value.Path].Pointer || Named)
    emit(OperationKind::GiveAway, From->getBeginLoc()).Source = Value.Path;
  else if (Opaque || (Known && !Callee->getBuiltinID() &&
                      mayKeep(*Callee, Type, Memory, Entries)))
    Lent.push_back(Value.Path);
}

/// What a function of \p Type answers if it has done its work.
static Value successOf(QualType Type) {
  if (isStatusType(Type))
    return Value::ofSigns(Value::Zero | Value::Positive);
  if (isAnswerType(Type))
    return Value::ofSigns(Value::Negative | Value::Positive);
  return Type->isPointerType() ? Value::ofSigns(Value::Positive) : Value();
}

void ExpressionLowering::lend(ArrayRef<PathId> Lent, PathId Answer,
                              QualType Type, SourceLocation At) {
  for (PathId Given : Lent) {
    Operation &Loan = emit(OperationKind::Lend, At);
    Loan.Source = Given;
    Loan.Target = Answer;
    Loan.Constant = successOf(Type);
  }
}

/// The result of \p Call, which is a reference, names what a pointer without a
/// name points to. \returns that pointer.
PathId ExpressionLowering::nameReferred(const CallExpr *Call) {
  const PathId Pointer =
      Paths.temporary(Context.getPointerType(Call->getType()));
  setResult(Call, {Argument::Mode::ByValue, Paths.pointee(Pointer), 0});
  return Pointer;
}

bool ExpressionLowering::invoke(const CallExpr *Call,
                                const ResolvedCall &Resolved, PathId Target,
                                bool Chosen) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Resolved.Callee);
  std::string Name;
  if (!Chosen)
    Name = Summaries.nameElsewhere(*Resolved.Callee);
  else if (Method)
    Name = Summaries.nameOfChosen(*Method);
  if (Name.empty())
    return false;
  const SourceLocation At = Call->getExprLoc();
  const Argument Receiver =
      Resolved.Receiver ? object(Resolved.Receiver) : Argument();
  SmallVector<Argument, 6> Arguments =
      bindArguments(*Resolved.Callee, Resolved.Arguments);
  if (Call->isGLValue())
    Target = nameReferred(Call);
  if (Target.isKnown())
    emit(OperationKind::Forget, At).Target = Target;
  Operation &Invoked = emit(OperationKind::Invoke, At);
  Invoked.Function = std::move(Name);
  Invoked.Receiver = Receiver;
  Invoked.Arguments = std::move(Arguments);
  Invoked.Target = Target;
  return true;
}

bool ExpressionLowering::invoke(const CXXMethodDecl &Callee, Argument This,
                                ArrayRef<const Expr *> Arguments,
                                SourceLocation At) {
  std::string Name = Summaries.nameElsewhere(Callee);
  if (Name.empty())
    return false;
  SmallVector<Argument, 6> Bound = bindArguments(Callee, Arguments);
  Operation &Invoked = emit(OperationKind::Invoke, At);
  Invoked.Function = std::move(Name);
  Invoked.Receiver = This;
  Invoked.Arguments = std::move(Bound);
  return true;
}

/// A method is called on the object that \p Receiver leads to.
void ExpressionLowering::useInterface(const Expr *Receiver, SourceLocation At) {
  const Argument Pointer = Receiver ? object(Receiver) : Argument();
  if (Pointer.How == ArgumentMode::ByValue && Pointer.Path.isKnown() &&
      !Paths[Pointer.Path].Interface.empty())
    emit(OperationKind::Dereference, At).Source = Pointer.Path;
}

void ExpressionLowering::lowerUnknownCall(const CallExpr *Call,
                                          const ResolvedCall &Resolved,
                                          bool Opaque, bool Chosen) {
  const FunctionDecl *Callee = Resolved.Callee;
  // A reference names something, but nobody knows what.
  const bool Named = handOnStatus(Call, Resolved) || Call->isGLValue();
  const PathId Target = Named ? NoPath : result(Call);
  const bool Invoked = invoke(
      Call, Resolved, Call->getType()->isVoidType() ? NoPath : Target, Chosen);
  const GraphBuilder::Assumption Assumed(Builder, Invoked);
  useInterface(Resolved.Receiver, Call->getExprLoc());
  const bool Keeps = isContainerMethod(Call);
  SmallVector<PathId, 4> Lent;
  for (auto [Index, From] : enumerate(Resolved.Arguments)) {
    const bool Container = Keeps && !copiesText(*Callee, Index);
    if (Container)
      emptyBlock(From, From->getBeginLoc());
    if (Argument Value = value(From);
        Container && Value.How == Argument::Mode::ByValue)
      emit(OperationKind::GiveAway, From->getBeginLoc()).Source = Value.Path;
    else
      lowerArgument(From, Callee, Index, Opaque, Lent);
  }
  if (Resolved.Receiver) {
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    openObject(object(Resolved.Receiver), Call->getBeginLoc(),
               Method ? Method->getParent() : nullptr);
  }
  // (p->*method)(): it may be any of the object's, Release too.
  if (const auto *Member =
          dyn_cast<BinaryOperator>(Call->getCallee()->IgnoreParens());
      Member && Member->isPtrMemOp())
    if (const Argument Object = asInterface(value(Member->getLHS()));
        Object.How == Argument::Mode::ByValue)
      emit(OperationKind::GiveAway, Call->getBeginLoc()).Source = Object.Path;
  for (PathId Shared : SharedPaths)
    emit(OperationKind::OpenToOthers, Call->getBeginLoc()).Target = Shared;
  if (Callee)
    changeLevels(Callee, Call->getBeginLoc());
  // Whoever is given a function runs it when he likes, as atexit does.
  if (!Resolved.Entry || !Resolved.Entry->StartsThread)
    for (const Expr *From : Resolved.Arguments)
      if (const FunctionDecl *Given = calledFunction(From);
          Given && Resolver.changesLevels(Given))
        emit(OperationKind::UnknownLevels, Call->getBeginLoc());
  if (!Callee || !leavesMemory(*Callee))
    emit(OperationKind::UnknownCall, Call->getBeginLoc());
  mayThrow(Call, Callee);
  auto Derive = [&](PathId Result) {
    deriveFromCall(Callee, Resolved.Receiver, Resolved.Arguments, Result,
                   Call->getBeginLoc());
  };
  if (Named) {
    Derive(NoPath);
    return lend(Lent, Paths.temporary(QualType()), Context.VoidTy,
                Call->getBeginLoc());
  }
  if (!Invoked)
    emit(OperationKind::Forget, Call->getBeginLoc()).Target = Target;
  Derive(Target);
  lend(Lent, Target, Call->getType(), Call->getBeginLoc());
  if (Callee)
    noteChecker(*Callee, Resolved.Arguments, Target, Call->getExprLoc());
}

void ExpressionLowering::changeLevels(const FunctionDecl *Callee,
                                      SourceLocation At) {
  // A function that is not seen may do what the object's destructor undoes.
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  bool Hidden = Method && !Method->isStatic() && !Method->hasBody() &&
                Resolver.endsLevels(*Method->getParent());
  if (Hidden || Resolver.changesLevels(Callee))
    emit(OperationKind::UnknownLevels, At);
}

} // namespace mapitidy
