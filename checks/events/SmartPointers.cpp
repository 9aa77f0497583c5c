//===- SmartPointers.cpp - COM's smart pointers ---------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "events/SmartPointers.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

static bool isSmartPointerName(StringRef Name) {
  return StringSwitch<bool>(Name)
      .Case("CComPtr", true)
      .Case("CComPtrBase", true)
      .Case("CComQIPtr", true)
      .Case("_com_ptr_t", true)
      .Case("ComPtr", true)
      .Case("com_ptr_t", true)
      .Default(false);
}

QualType smartPointee(QualType Type) {
  if (Type.isNull())
    return {};
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Class || !Class->getIdentifier() ||
      !isSmartPointerName(Class->getName()) ||
      Class->getTemplateArgs().size() == 0 ||
      Class->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return {};
  QualType Held = Class->getTemplateArgs()[0].getAsType();
  // _com_ptr_t's argument is a traits class that names the interface.
  if (const auto *Traits = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
          Held->getAsCXXRecordDecl()))
    if (Traits->getName() == "_com_IIID" && Traits->getTemplateArgs().size())
      return Traits->getTemplateArgs()[0].getAsType();
  return Held;
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
      .Case("CopyTo", SmartMember::CopyTo)
      .Case("copy_to", SmartMember::CopyTo)
      .Case("QueryInterface", SmartMember::Query)
      .Case("As", SmartMember::Query)
      .Case("query_to", SmartMember::Query)
      .Default(SmartMember::Unknown);
}

} // namespace mapitidy
