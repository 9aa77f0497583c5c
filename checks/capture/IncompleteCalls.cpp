//===- IncompleteCalls.cpp - Calls with unknown arguments -----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// If an argument is not known, Clang chooses no function, but says which names
// it would have chosen from; of an argument that is an undeclared name it keeps
// nothing, so that its place must be found in the source.
//
//===----------------------------------------------------------------------===//

#include "capture/CallResolver.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// The function that a name stands for: whichever overload it is, the catalogue
/// knows them by their name.
static const FunctionDecl *namedFunction(const OverloadExpr &Name) {
  for (const NamedDecl *Found : Name.decls())
    if (const auto *Function =
            dyn_cast<FunctionDecl>(Found->getUnderlyingDecl()))
      return Function;
  return nullptr;
}

ResolvedCall CallResolver::resolveIncomplete(const Expr *Callee,
                                             ArrayRef<const Expr *> Arguments) {
  ResolvedCall Result;
  Result.Arguments.append(Arguments.begin(), Arguments.end());
  Callee = Callee->IgnoreParenImpCasts();
  if (const auto *Member = dyn_cast<MemberExpr>(Callee)) {
    Result.Callee = dyn_cast<CXXMethodDecl>(Member->getMemberDecl());
    Result.Receiver = Member->getBase();
  } else if (const auto *Member = dyn_cast<UnresolvedMemberExpr>(Callee)) {
    if (Member->isImplicitAccess())
      return Result;
    Result.Callee = namedFunction(*Member);
    Result.Receiver = Member->getBase();
  } else if (const auto *Name = dyn_cast<UnresolvedLookupExpr>(Callee)) {
    Result.Callee = namedFunction(*Name);
  } else if (const auto *Ref = dyn_cast<DeclRefExpr>(Callee)) {
    Result.Callee = dyn_cast<FunctionDecl>(Ref->getDecl());
  }
  if (Result.Callee)
    Result.Entry = entryOf(Result.Callee);
  return Result;
}

/// Where each argument begins in the source of the call from \p Name to \p End.
static SmallVector<SourceLocation, 8> argumentPlaces(SourceLocation Name,
                                                     SourceLocation End,
                                                     const SourceText &Text) {
  SmallVector<SourceLocation, 8> Places;
  unsigned Depth = 0;
  bool Begins = false;
  Text.forEachToken(Name, End, [&](const SourceToken &Token) {
    bool Opens = Token.Text == "(" || Token.Text == "[" || Token.Text == "{";
    bool Closes = Token.Text == ")" || Token.Text == "]" || Token.Text == "}";
    if (Closes && Depth != 0)
      --Depth;
    if (Begins && Depth != 0)
      Places.push_back(Token.At);
    Begins = Depth == 1 ? Token.Text == "," : Depth == 0 && Opens;
    if (Opens)
      ++Depth;
  });
  return Places;
}

std::optional<ResolvedCall> CallResolver::resolve(const RecoveryExpr *E,
                                                  const SourceText &Text) {
  auto Parts = E->subExpressions();
  if (Parts.empty())
    return std::nullopt;
  ResolvedCall Result = resolveIncomplete(Parts.front(), {});
  if (!Result.Callee)
    return std::nullopt;
  const SourceManager &Sources = Text.sources();
  SourceLocation Name = Sources.getFileLoc(Parts.front()->getEndLoc());
  SourceLocation End = Sources.getFileLoc(E->getEndLoc());
  if (Name.isInvalid() || End.isInvalid() || !(Name < End))
    return std::nullopt;
  SmallVector<SourceLocation, 8> Places = argumentPlaces(Name, End, Text);
  const size_t Given = Places.size();
  if (Given < Result.Callee->getMinRequiredArguments() ||
      (Given > Result.Callee->getNumParams() && !Result.Callee->isVariadic()))
    return std::nullopt;
  Result.Arguments.assign(Given, nullptr);
  for (const Expr *Part : Parts.drop_front()) {
    SourceLocation At = Sources.getFileLoc(Part->getBeginLoc());
    size_t Index = llvm::upper_bound(Places, At) - Places.begin();
    if (Index == 0 || Result.Arguments[Index - 1])
      return std::nullopt;
    Result.Arguments[Index - 1] = Part;
  }
  return Result;
}

QualType CallResolver::returnType(const Expr *Call, const SourceText &Text) {
  const FunctionDecl *Callee = nullptr;
  if (const auto *Recovery = dyn_cast<RecoveryExpr>(Call)) {
    if (std::optional<ResolvedCall> Resolved = resolve(Recovery, Text))
      Callee = Resolved->Callee;
  } else if (const auto *Plain = dyn_cast<CallExpr>(Call)) {
    Callee = resolve(Plain).Callee;
  }
  return Callee ? Callee->getReturnType() : QualType();
}

} // namespace mapitidy
