//===- StandardHolders.cpp - Classes that consist of others ---------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/StandardHolders.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

static const ClassTemplateSpecializationDecl *standardTemplate(QualType Type) {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type.isNull() ? nullptr
                    : Type.getNonReferenceType()->getAsCXXRecordDecl());
  return Class && Class->isInStdNamespace() && Class->getIdentifier() ? Class
                                                                      : nullptr;
}

bool isStandardClass(QualType Type, StringRef Name) {
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr
                    : Type.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && Class->isInStdNamespace() && Class->getIdentifier() &&
         Class->getName() == Name;
}

std::optional<StandardHolder> standardHolder(QualType Type) {
  using Kind = StandardHolder::Kind;
  const ClassTemplateSpecializationDecl *Class = standardTemplate(Type);
  if (!Class)
    return std::nullopt;
  const auto Known = StringSwitch<std::optional<Kind>>(Class->getName())
                         .Case("pair", Kind::Pair)
                         .Case("tuple", Kind::Tuple)
                         .Case("optional", Kind::Optional)
                         .Case("variant", Kind::Variant)
                         .Default(std::nullopt);
  if (!Known)
    return std::nullopt;
  StandardHolder Result;
  Result.Is = *Known;
  bool IsPlain = true;
  auto Add = [&](const TemplateArgument &Each) {
    IsPlain &= Each.getKind() == TemplateArgument::Type &&
               !Each.getAsType()->isReferenceType();
    if (IsPlain)
      Result.Parts.push_back(Each.getAsType());
  };
  for (const TemplateArgument &Each : Class->getTemplateArgs().asArray())
    if (Each.getKind() == TemplateArgument::Pack)
      for (const TemplateArgument &Inner : Each.pack_elements())
        Add(Inner);
    else
      Add(Each);
  if (!IsPlain)
    return std::nullopt;
  return Result;
}

QualType containedType(QualType Type) {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type.isNull() ? nullptr
                    : Type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Class || !Class->getIdentifier() || !Class->hasDefinition())
    return {};
  const bool IsStandard = StringSwitch<bool>(Class->getName())
                              .Case("vector", true)
                              .Case("deque", true)
                              .Case("list", true)
                              .Case("forward_list", true)
                              .Case("set", true)
                              .Case("multiset", true)
                              .Case("unordered_set", true)
                              .Case("unordered_multiset", true)
                              .Case("map", true)
                              .Case("multimap", true)
                              .Case("unordered_map", true)
                              .Case("unordered_multimap", true)
                              .Case("queue", true)
                              .Case("stack", true)
                              .Default(false);
  const TemplateArgumentList &Arguments = Class->getTemplateArgs();
  if (Class->isInStdNamespace() && IsStandard) {
    ASTContext &Context = Class->getASTContext();
    for (const NamedDecl *Found :
         Class->getDefinition()->lookup(&Context.Idents.get("value_type")))
      if (const auto *Alias = dyn_cast<TypedefNameDecl>(Found))
        return Alias->getUnderlyingType().getCanonicalType();
    return {};
  }
  const bool IsWindows = StringSwitch<bool>(Class->getName())
                             .Case("CAtlArray", true)
                             .Case("CAtlList", true)
                             .Case("CSimpleArray", true)
                             .Case("CArray", true)
                             .Case("CList", true)
                             .Default(false);
  return IsWindows && Class->getParent()->isFileContext() &&
                 Arguments[0].getKind() == TemplateArgument::Type
             ? Arguments[0].getAsType()
             : QualType();
}

std::string StandardHolder::field(unsigned Index) const {
  if (Is == Kind::Pair)
    return Index == 0 ? "first" : "second";
  return "[" + std::to_string(Index) + "]";
}

std::string StandardHolder::state() const {
  return Is == Kind::Optional || Is == Kind::Variant ? "[which]" : "";
}

int StandardHolder::partOf(QualType Type) const {
  int Found = -1;
  for (unsigned I = 0; I < Parts.size(); ++I)
    if (Parts[I].getCanonicalType().getUnqualifiedType() ==
        Type.getNonReferenceType().getCanonicalType().getUnqualifiedType()) {
      if (Found >= 0)
        return -1;
      Found = int(I);
    }
  return Found;
}

QualType typeOfPart(QualType Whole, StringRef Field) {
  const std::optional<StandardHolder> Holder = standardHolder(Whole);
  if (!Holder)
    return {};
  if (Field == Holder->state())
    return standardTemplate(Whole)->getASTContext().UnsignedIntTy;
  for (unsigned I = 0; I < Holder->Parts.size(); ++I)
    if (Field == Holder->field(I))
      return Holder->Parts[I];
  return {};
}

std::string nameOfPart(const StandardHolder &Holder, StringRef Whole,
                       StringRef Field) {
  using Kind = StandardHolder::Kind;
  if (Whole.empty())
    return "";
  if (Field == Holder.state())
    return (Whole + (Holder.Is == Kind::Optional ? ".has_value()" : ".index()"))
        .str();
  if (Holder.Is == Kind::Optional)
    return Whole.str();
  if (Holder.Is == Kind::Pair)
    return (Whole + "." + Field).str();
  return ("std::get<" + Field.trim("[]") + ">(" + Whole + ")").str();
}

} // namespace mapitidy
