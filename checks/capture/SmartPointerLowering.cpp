//===- SmartPointerLowering.cpp - Smart pointers as operations ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "capture/SmartPointers.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

const FunctionDecl *calledFunction(const Expr *E) {
  E = strip(E);
  if (const auto *Address = dyn_cast<UnaryOperator>(E);
      Address && Address->getOpcode() == UO_AddrOf)
    E = strip(Address->getSubExpr());
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (const auto *Function = dyn_cast<FunctionDecl>(Ref->getDecl()))
      return Function;
  // A lambda as a plain function: its conversion is called.
  if (const auto *Conversion = dyn_cast<CXXMemberCallExpr>(E))
    return callOperator(Conversion->getImplicitObjectArgument()->getType());
  return callOperator(E->getType());
}

const FunctionDecl *callOperator(QualType Type) {
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition())
    return nullptr;
  if (Class->isLambda())
    return Class->getLambdaCallOperator();
  const FunctionDecl *Result = nullptr;
  for (const CXXMethodDecl *Method : Class->methods())
    if (Method->getOverloadedOperator() == OO_Call) {
      if (Result)
        return nullptr; // which one depends on the argument
      Result = Method;
    }
  return Result;
}

void ExpressionLowering::noteDeleter(PathId Smart, const Expr *Deleter) {
  if (const FunctionDecl *Function = calledFunction(Deleter))
    Deleters[Smart] = Function;
}

/// Gives back what \p Smart holds, if it holds anything, in its own way.
void ExpressionLowering::callDeleter(PathId Smart, const FunctionDecl &Deleter,
                                     SourceLocation At) {
  BlockId From = Builder.currentBlock();
  BlockId Held = Builder.addBlock();
  BlockId Join = Builder.addBlock();
  Condition Empty{Smart, {Comparison::Operator::Equal, 0, false}};
  Builder.graph().Blocks[From].BranchPlace = place(At);
  Builder.jump(From, Held, Empty.negated());
  Builder.jump(From, Join, Empty);
  Builder.startBlock(Held);
  Argument Pointer{Argument::Mode::ByValue, Smart, 0};
  CalleeKnowledge Known = Summaries.of(Deleter);
  if (const CallEntry *Entry = Resolver.entryOf(&Deleter)) {
    Operation &Call = emit(OperationKind::Call, At);
    Call.Entry = Entry;
    Call.Arguments = {Pointer};
    Call.Target = Paths.temporary(Deleter.getReturnType());
  } else if (Known.Is == CalleeKnowledge::Kind::Summary) {
    Bindings Given;
    Given.Arguments = {Pointer};
    Given.At = place(At);
    Given.Implicit = true;
    SummaryReplay(Builder, Paths, *Known.Entry, std::move(Given)).run();
  } else {
    emit(OperationKind::GiveAway, At).Source = Smart;
    changeLevels(&Deleter, At);
  }
  Builder.jump(Builder.currentBlock(), Join);
  Builder.startBlock(Join);
}

void ExpressionLowering::releaseSmart(PathId Smart, SourceLocation At,
                                      bool Implicit) {
  std::optional<SmartPointerTraits> Traits =
      smartPointerTraits(Paths.type(Smart));
  if (Traits && !Traits->CountsReferences) {
    const FunctionDecl *Deleter = Deleters.lookup(Smart);
    if (!Deleter && !Traits->Deleter.isNull())
      Deleter = callOperator(Traits->Deleter);
    if (Deleter)
      return callDeleter(Smart, *Deleter, At);
    emit(OperationKind::GiveAway, At).Source = Smart;
    return;
  }
  Operation &Release = emit(OperationKind::Release, At);
  Release.Target = Smart;
  Release.Implicit = Implicit;
}

void ExpressionLowering::assignSmart(PathId Target, const Expr *From,
                                     Transfer How, SourceLocation At) {
  Argument Source = value(From);
  if (Source.How == Argument::Mode::Constant)
    return set(Target, Source.Constant, At);
  if (Source.How == Argument::Mode::ByAddress)
    return Builder.set(Target, Value::ofSigns(Value::Positive), place(At));
  if (Source.How != Argument::Mode::ByValue) {
    emit(OperationKind::Forget, At).Target = Target;
    return;
  }
  std::optional<SmartPointerTraits> Traits =
      smartPointerTraits(Paths.type(Target));
  bool Counts = !Traits || Traits->CountsReferences;
  if (auto It = Deleters.find(Source.Path); It != Deleters.end()) {
    const FunctionDecl *Deleter = It->second;
    Deleters.try_emplace(Target, Deleter);
  }
  if (How == Transfer::Copied && Counts)
    emit(OperationKind::AddReference, At).Source = Source.Path;
  // Several shared pointers give back together what they hold.
  if (How == Transfer::Copied && !Counts && Paths[Source.Path].Smart)
    emit(OperationKind::GiveAway, At).Source = Source.Path;
  Builder.copy(Target, Source.Path, place(At));
  if (How == Transfer::Moved)
    set(Source.Path, 0, At);
}

bool isMoved(const Expr *E) {
  return E->isXValue() ||
         (isa<CallExpr>(E->IgnoreParenImpCasts()) &&
          cast<CallExpr>(E->IgnoreParenImpCasts())->isCallToStdMove());
}

bool ExpressionLowering::lowerSmartCall(const CallExpr *Call,
                                        const ResolvedCall &Resolved) {
  if (!Resolved.Receiver || smartPointee(Resolved.Receiver->getType()).isNull())
    return false;
  PathId Smart = Paths.lvalue(Resolved.Receiver);
  if (Smart == NoPath || !Paths[Smart].Smart)
    return false;
  SourceLocation At = Call->getExprLoc();
  // Called by name in the assignments that Clang writes for classes.
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (const OverloadedOperatorKind Operator =
          Callee ? Callee->getOverloadedOperator() : OO_None;
      Operator != OO_None) {
    switch (Operator) {
    case OO_Equal: {
      const Expr *From = Resolved.Arguments[0];
      bool Moved = isMoved(From);
      Argument Source = value(From);
      bool Counts = smartPointerTraits(Paths.type(Smart))->CountsReferences;
      // A reference for the new content comes before the old one is released:
      // p = p must not free.
      if (!Moved && Counts && Source.How == Argument::Mode::ByValue)
        emit(OperationKind::AddReference, At).Source = Source.Path;
      releaseSmart(Smart, At);
      assignSmart(Smart, From,
                  Moved    ? Transfer::Moved
                  : Counts ? Transfer::Attached
                           : Transfer::Copied,
                  At);
      break;
    }
    case OO_Amp:
      if (smartPointerTraits(Paths.type(Smart))->AddressReleases) {
        releaseSmart(Smart, At);
        set(Smart, 0, At);
      }
      setResult(Call, {Argument::Mode::ByAddress, Smart, 0});
      return true;
    default:
      break;
    }
    setResult(Call, {Argument::Mode::ByValue, Smart, 0});
    return true;
  }
  if (isa_and_nonnull<CXXConversionDecl>(Callee)) {
    setResult(Call, {Argument::Mode::ByValue, Smart, 0});
    return true;
  }
  if (!Callee || !Callee->getIdentifier())
    return false;
  lowerSmartMember(Call, Resolved, Smart, Callee->getName());
  return true;
}

void ExpressionLowering::lowerSmartMember(const CallExpr *Call,
                                          const ResolvedCall &Resolved,
                                          PathId Smart, StringRef Name) {
  SourceLocation At = Call->getExprLoc();
  const Expr *First =
      Resolved.Arguments.empty() ? nullptr : Resolved.Arguments[0];
  switch (smartMember(Name)) {
  case SmartMember::Other:
    emit(OperationKind::Forget, At).Target = result(Call);
    return;
  case SmartMember::Value:
    setResult(Call, {Argument::Mode::ByValue, Smart, 0});
    return;
  case SmartMember::ReleaseAddress:
    releaseSmart(Smart, At);
    set(Smart, 0, At);
    [[fallthrough]];
  case SmartMember::Address:
    setResult(Call, {Argument::Mode::ByAddress, Smart, 0});
    return;
  case SmartMember::Release:
  case SmartMember::Attach:
    // _com_ptr_t's Attach can be told to call AddRef.
    if (Resolved.Arguments.size() == 2 && constant(Resolved.Arguments[1]) == 1)
      if (Argument Source = value(First); Source.How == Argument::Mode::ByValue)
        emit(OperationKind::AddReference, At).Source = Source.Path;
    releaseSmart(Smart, At);
    if (First && !isa<CXXDefaultArgExpr>(First))
      assignSmart(Smart, First, Transfer::Attached, At);
    else
      set(Smart, 0, At);
    return;
  case SmartMember::Detach:
    Builder.copy(result(Call), Smart, place(At));
    set(Smart, 0, At);
    return;
  case SmartMember::CopyTo: {
    emit(OperationKind::AddReference, At).Source = Smart;
    Argument Out = First ? value(Resolved.Arguments.back()) : Argument();
    if (Out.How == Argument::Mode::ByAddress && Out.Path != NoPath)
      Builder.copy(Out.Path, Smart, place(At));
    else
      emit(OperationKind::GiveAway, At).Source = Smart;
    return;
  }
  case SmartMember::Swap:
    if (PathId Other = First ? Paths.lvalue(First) : NoPath; Other != NoPath)
      swap(Smart, Other, At);
    else
      emit(OperationKind::OpenToOthers, At).Target = Smart;
    return;
  case SmartMember::Query: {
    // Some hand out a smart pointer instead.
    if (Resolved.Arguments.empty()) {
      emit(OperationKind::Forget, At).Target = result(Call);
      return;
    }
    Argument Out = value(Resolved.Arguments.back());
    PathId Target = result(Call);
    Operation &Query = emit(OperationKind::Call, At);
    Query.Entry = Resolver.catalogue().findMethod("IUnknown", "QueryInterface");
    Query.Receiver = {Argument::Mode::ByValue, Smart, 0};
    Query.Arguments = {Argument(), Out};
    Query.Target = Target;
    return;
  }
  case SmartMember::Unknown:
    emit(OperationKind::OpenToOthers, At).Target = Smart;
    emit(OperationKind::Forget, At).Target = result(Call);
    return;
  }
}

} // namespace mapitidy
