//===- SmartPointerLowering.cpp - Smart pointers as operations ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "events/ExpressionLowering.h"
#include "events/SmartPointers.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

void ExpressionLowering::releaseSmart(PathId Smart, SourceLocation At) {
  emit(OperationKind::Release, At).Target = Smart;
}

void ExpressionLowering::assignSmart(PathId Target, const Expr *From,
                                     Transfer How, SourceLocation At) {
  Argument Source = value(From);
  if (Source.How == Argument::Mode::Constant)
    return set(Target, Source.Constant, At);
  if (Source.How != Argument::Mode::ByValue) {
    emit(OperationKind::Forget, At).Target = Target;
    return;
  }
  if (How == Transfer::Copied)
    emit(OperationKind::AddReference, At).Source = Source.Path;
  Operation &Copy = emit(OperationKind::Copy, At);
  Copy.Target = Target;
  Copy.Source = Source.Path;
  if (How == Transfer::Moved)
    set(Source.Path, 0, At);
}

/// Whether \p E is std::move(x) or another value about to die.
static bool isMoved(const Expr *E) {
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
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call)) {
    switch (Operator->getOperator()) {
    case OO_Equal: {
      const Expr *From = Resolved.Arguments[0];
      bool Moved = isMoved(From);
      Argument Source = value(From);
      // A reference for the new content comes before the old one is released:
      // p = p must not free.
      if (!Moved && Source.How == Argument::Mode::ByValue)
        emit(OperationKind::AddReference, At).Source = Source.Path;
      releaseSmart(Smart, At);
      assignSmart(Smart, From, Moved ? Transfer::Moved : Transfer::Attached,
                  At);
      break;
    }
    case OO_Amp:
      Results[Call] = {Argument::Mode::ByAddress, Smart, 0};
      return true;
    default:
      break;
    }
    Results[Call] = {Argument::Mode::ByValue, Smart, 0};
    return true;
  }
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (isa_and_nonnull<CXXConversionDecl>(Callee)) {
    Results[Call] = {Argument::Mode::ByValue, Smart, 0};
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
  case SmartMember::Value:
    Results[Call] = {Argument::Mode::ByValue, Smart, 0};
    return;
  case SmartMember::ReleaseAddress:
    releaseSmart(Smart, At);
    set(Smart, 0, At);
    [[fallthrough]];
  case SmartMember::Address:
    Results[Call] = {Argument::Mode::ByAddress, Smart, 0};
    return;
  case SmartMember::Release:
  case SmartMember::Attach:
    releaseSmart(Smart, At);
    if (First && !isa<CXXDefaultArgExpr>(First))
      assignSmart(Smart, First, Transfer::Attached, At);
    else
      set(Smart, 0, At);
    return;
  case SmartMember::Detach: {
    Operation &Copy = emit(OperationKind::Copy, At);
    Copy.Target = result(Call);
    Copy.Source = Smart;
    set(Smart, 0, At);
    return;
  }
  case SmartMember::CopyTo:
    emit(OperationKind::AddReference, At).Source = Smart;
    emit(OperationKind::GiveAway, At).Source = Smart;
    return;
  case SmartMember::Query: {
    Operation &Query = emit(OperationKind::Call, At);
    Query.Entry = Resolver.catalogue().findMethod("IUnknown", "QueryInterface");
    Query.Receiver = {Argument::Mode::ByValue, Smart, 0};
    Argument Out = value(Resolved.Arguments.back());
    Current->Operations.back().Arguments = {Argument(), Out};
    Current->Operations.back().Target = result(Call);
    return;
  }
  case SmartMember::Unknown:
    emit(OperationKind::OpenToOthers, At).Target = Smart;
    emit(OperationKind::Forget, At).Target = result(Call);
    return;
  }
}

} // namespace mapitidy
