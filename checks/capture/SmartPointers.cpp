//===- SmartPointers.cpp - COM's smart pointers ---------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/SmartPointers.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// _com_ptr_t's argument is a traits class that names the interface.
static QualType lookThroughTraits(QualType Held) {
  if (const auto *Traits = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
          Held->getAsCXXRecordDecl()))
    if (Traits->getName() == "_com_IIID" && Traits->getTemplateArgs().size())
      return Traits->getTemplateArgs()[0].getAsType();
  return Held;
}

static bool countsReferences(QualType Type) {
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  return Class && Class->hasDefinition() &&
         Class->hasMemberName(&Class->getASTContext().Idents.get("AddRef"));
}

/// The standard library's: of interest only if it does not call delete.
static std::optional<SmartPointerTraits>
standardTraits(const ClassTemplateSpecializationDecl &Class, QualType Held) {
  const TemplateArgumentList &Arguments = Class.getTemplateArgs();
  SmartPointerTraits Result{Held, false, false, QualType()};
  if (Class.getName() == "shared_ptr")
    return Held->isVoidType() || countsReferences(Held) ? std::optional(Result)
                                                        : std::nullopt;
  if (Arguments.size() < 2 || Arguments[1].getKind() != TemplateArgument::Type)
    return std::nullopt;
  Result.Deleter = Arguments[1].getAsType();
  const CXXRecordDecl *Deleter = Result.Deleter->getAsCXXRecordDecl();
  if (Deleter && Deleter->getIdentifier() &&
      Deleter->getName() == "default_delete")
    return std::nullopt;
  return Result;
}

std::optional<SmartPointerTraits> smartPointerTraits(QualType Type) {
  if (Type.isNull())
    return std::nullopt;
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Class || !Class->getIdentifier() ||
      Class->getTemplateArgs().size() == 0 ||
      Class->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return std::nullopt;
  StringRef Name = Class->getName();
  QualType Held = Class->getTemplateArgs()[0].getAsType();
  if (Name == "unique_ptr" || Name == "shared_ptr")
    return Class->isInStdNamespace() ? standardTraits(*Class, Held)
                                     : std::nullopt;
  SmartPointerTraits Result{lookThroughTraits(Held), true, true, QualType()};
  if (Name == "CComPtr" || Name == "CComPtrBase" || Name == "CComQIPtr")
    Result.AddressReleases = false; // it asserts that nothing is held
  else if (Name != "_com_ptr_t" && Name != "ComPtr" && Name != "com_ptr_t")
    return std::nullopt;
  return Result;
}

QualType smartPointee(QualType Type) {
  std::optional<SmartPointerTraits> Known = smartPointerTraits(Type);
  return Known ? Known->Pointee : QualType();
}

QualType uniquelyOwned(QualType Type) {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type->getAsCXXRecordDecl());
  if (!Class || !Class->isInStdNamespace() ||
      Class->getName() != "unique_ptr" || !smartPointee(Type).isNull())
    return {};
  const TemplateArgument &Held = Class->getTemplateArgs()[0];
  return Held.getKind() == TemplateArgument::Type &&
                 Held.getAsType()->isRecordType()
             ? Held.getAsType()
             : QualType();
}

SmartMember smartMember(StringRef Name) {
  return StringSwitch<SmartMember>(Name)
      .Case("get", SmartMember::Value)
      .Case("Get", SmartMember::Value)
      .Case("GetInterfacePtr", SmartMember::Value)
      .Case("GetAddressOf", SmartMember::Address)
      .Case("addressof", SmartMember::Address)
      .Case("put_unchecked", SmartMember::Address)
      .Case("put", SmartMember::ReleaseAddress)
      .Case("put_void", SmartMember::ReleaseAddress)
      .Case("put_unknown", SmartMember::ReleaseAddress)
      .Case("ReleaseAndGetAddressOf", SmartMember::ReleaseAddress)
      .Case("Release", SmartMember::Release)
      .Case("Reset", SmartMember::Release)
      .Case("reset", SmartMember::Release)
      .Case("Attach", SmartMember::Attach)
      .Case("attach", SmartMember::Attach)
      .Case("Detach", SmartMember::Detach)
      .Case("detach", SmartMember::Detach)
      .Case("release", SmartMember::Detach)
      .Case("Swap", SmartMember::Swap)
      .Case("swap", SmartMember::Swap)
      .Case("CopyTo", SmartMember::CopyTo)
      .Case("copy_to", SmartMember::CopyTo)
      .Case("QueryInterface", SmartMember::Query)
      .Case("As", SmartMember::Query)
      .Case("query_to", SmartMember::Query)
      .Case("get_deleter", SmartMember::Other)
      .Case("use_count", SmartMember::Other)
      .Default(SmartMember::Unknown);
}

} // namespace mapitidy
