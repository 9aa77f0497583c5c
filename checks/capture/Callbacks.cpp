//===- Callbacks.cpp - What functions are there to be called --------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/Callbacks.h"
#include "clang/AST/ASTContext.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

static bool takesStructure(const FunctionDecl &Function,
                           const CallbackType &Wanted) {
  const auto Index = static_cast<unsigned>(Wanted.Parameter.Index);
  if (Index >= Function.getNumParams())
    return false;
  QualType Pointee = Function.getParamDecl(Index)->getType()->getPointeeType();
  const RecordDecl *Record =
      Pointee.isNull() ? nullptr : Pointee->getAsRecordDecl();
  // Some headers leave out the underscore of Microsoft's tags.
  return Record &&
         Record->getName().ltrim('_') == StringRef(Wanted.Structure).ltrim('_');
}

/// Whether \p Named is the type of \p Function, or of pointers to it: code
/// without Microsoft's headers may declare either by this name.
static bool isTypeOf(const FunctionDecl &Function, QualType Named) {
  if (Named->isPointerType())
    Named = Named->getPointeeType();
  return Named->isFunctionProtoType() &&
         Function.getType()->isFunctionProtoType() &&
         Function.getASTContext().hasSameFunctionTypeIgnoringExceptionSpec(
             Named, Function.getType());
}

const CallEntry *callbackImplementedBy(const FunctionDecl &Function,
                                       CallResolver &Resolver) {
  ASTContext &Context = Function.getASTContext();
  if (isa<CXXMethodDecl>(Function))
    return Resolver.entryOf(&Function);
  for (const CallEntry *Entry : Resolver.catalogue().callbacks()) {
    // To look up a name makes an editor load all that it has read before.
    if (!takesStructure(Function, *Entry->Callback))
      continue;
    for (const NamedDecl *Found : Context.getTranslationUnitDecl()->lookup(
             &Context.Idents.get(Entry->Call)))
      if (const auto *Alias = dyn_cast<TypedefNameDecl>(Found);
          Alias && isTypeOf(Function, Alias->getUnderlyingType()))
        return Entry;
  }
  return nullptr;
}

} // namespace mapitidy
