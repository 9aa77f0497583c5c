//===- ArrayLowering.cpp - Elements of arrays -----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An element of a function's own array of pointers or numbers that a constant
// names is a variable of its own. Whoever takes an element by a number that is
// not known, or the array as a whole, may take any of them.
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "capture/SmartPointers.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// Whether nothing runs when an object of the type begins or ends.
static bool isPlainStructure(QualType Type) {
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  if (!Class)
    return Type->isRecordType();
  return Class->hasDefinition() && Class->isPOD() && !Class->isUnion();
}

QualType followedElement(QualType Array, const ASTContext &Context) {
  if (Array.isNull())
    return {};
  QualType Element;
  if (const auto *Plain = Context.getAsConstantArrayType(Array)) {
    Element = Plain->getElementType();
  } else if (const auto *Class =
                 dyn_cast_or_null<ClassTemplateSpecializationDecl>(
                     Array->getAsCXXRecordDecl())) {
    const TemplateArgumentList &Arguments = Class->getTemplateArgs();
    if (Class->isInStdNamespace() && Class->getName() == "array" &&
        Arguments[0].getKind() == TemplateArgument::Type)
      Element = Arguments[0].getAsType();
  }
  const bool Holds =
      !Element.isNull() &&
      (Element->isPointerType() || Element->isIntegralOrEnumerationType() ||
       isPlainStructure(Element) || !smartPointee(Element).isNull());
  return Holds ? Element : QualType();
}

/// The array and the number in `array[2]`, of either kind.
static std::pair<const Expr *, const Expr *> subscriptOf(const Expr *E) {
  if (const auto *Plain = dyn_cast<ArraySubscriptExpr>(E))
    return {Plain->getBase(), Plain->getIdx()};
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
  if (Call && Call->getOperator() == OO_Subscript && Call->getNumArgs() == 2)
    return {Call->getArg(0), Call->getArg(1)};
  return {nullptr, nullptr};
}

std::optional<NamedElement> elementNamedBy(const Expr *E,
                                           const ASTContext &Context) {
  auto [Base, Index] = subscriptOf(E);
  const auto *Named =
      Base ? dyn_cast<DeclRefExpr>(Base->IgnoreParenImpCasts()) : nullptr;
  const auto *Array = Named ? dyn_cast<VarDecl>(Named->getDecl()) : nullptr;
  Expr::EvalResult Number;
  if (!Array || !Array->hasLocalStorage() || isa<ParmVarDecl>(Array) ||
      followedElement(Array->getType(), Context).isNull() ||
      Index->isValueDependent() || !Index->EvaluateAsInt(Number, Context))
    return std::nullopt;
  return NamedElement{
      Array, Base,
      ("[" + Twine(Number.Val.getInt().getExtValue()) + "]").str()};
}

std::optional<NamedElement> entryNamedBy(const Expr *E,
                                         const CallResolver &Resolver,
                                         const ASTContext &Context) {
  const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E);
  const auto *Entries =
      Subscript
          ? dyn_cast<MemberExpr>(Subscript->getBase()->IgnoreParenImpCasts())
          : nullptr;
  const BlockEntry *Block =
      Entries && Entries->isArrow()
          ? Resolver.blockEntry(Entries->getBase()->getType())
          : nullptr;
  Expr::EvalResult Number;
  if (!Block || Block->Elements.empty() || !Entries->getType()->isArrayType() ||
      Subscript->getIdx()->isValueDependent() ||
      !Subscript->getIdx()->EvaluateAsInt(Number, Context))
    return std::nullopt;
  return NamedElement{
      nullptr, Entries,
      ("[" + Twine(Number.Val.getInt().getExtValue()) + "]").str()};
}

/// The arrays that \p Call is given and only looks at: those of MAPI's
/// functions that say of no such parameter that they keep or change what is in
/// it.
void ExpressionLowering::noteLookedAt(const CallExpr &Call) {
  const ResolvedCall Resolved = Resolver.resolve(&Call);
  if (!Resolved.Entry || !Resolved.Entry->Mapi)
    return;
  const CallEntry &Entry = *Resolved.Entry;
  for (auto [Index, Given] : enumerate(Resolved.Arguments)) {
    const Slot At{int(Index)};
    const bool Touches =
        any_of(Entry.Acquires,
               [&](const Acquisition &How) { return How.Into == At; }) ||
        any_of(Entry.Releases,
               [&](const GiveBack &Back) { return Back.What == At; }) ||
        any_of(Entry.Keeps,
               [&](const Retention &Kept) { return Kept.What == At; });
    const auto *Cast = dyn_cast<ImplicitCastExpr>(Given->IgnoreParens());
    if (!Touches && Cast && Cast->getCastKind() == CK_ArrayToPointerDecay)
      NamedArrays.insert(Cast);
  }
}

/// `array` is not the array of a constant element: it may be any of them.
void ExpressionLowering::lowerDecay(const ImplicitCastExpr *Cast) {
  if (Cast->getCastKind() != CK_ArrayToPointerDecay ||
      NamedArrays.contains(Cast))
    return;
  const Expr *Whole = Cast->getSubExpr()->IgnoreParens();
  if (const auto *Member = dyn_cast<MemberExpr>(Whole)) {
    const PathId Entries = IndexedFields.contains(Member->getMemberDecl())
                               ? Paths.lvalue(Member)
                               : NoPath;
    if (Entries != NoPath)
      emit(OperationKind::OpenToOthers, Cast->getBeginLoc()).Target = Entries;
    return;
  }
  // Numbers that nobody names are nobody's business.
  const auto *Named = dyn_cast<DeclRefExpr>(Cast->getSubExpr()->IgnoreParens());
  const QualType Element =
      followedElement(Cast->getSubExpr()->getType(), Context);
  if (!Element.isNull() && Element->isIntegralOrEnumerationType() &&
      !(Named && IndexedArrays.contains(dyn_cast<VarDecl>(Named->getDecl()))))
    return;
  const PathId Array = Paths.lvalue(Cast->getSubExpr());
  if (Array != NoPath && Paths[Array].Where == Storage::Local &&
      !followedElement(Paths.type(Array), Context).isNull())
    emit(OperationKind::OpenToOthers, Cast->getBeginLoc()).Target = Array;
}

bool ExpressionLowering::lowerElement(const CallExpr *Call) {
  const std::optional<NamedElement> Element = elementNamedBy(Call, Context);
  if (!Element)
    return false;
  setResult(Call, {Argument::Mode::ByValue, Paths.element(*Element), 0});
  return true;
}

/// The elements of \p Array that have names begin with what \p Init gives them.
bool ExpressionLowering::initialiseElements(const VarDecl *Array,
                                            const Expr *Init) {
  constexpr unsigned MostElements = 16;
  const auto *Type = Context.getAsConstantArrayType(Array->getType());
  const auto *List =
      Init ? dyn_cast<InitListExpr>(Init->IgnoreImplicit()) : nullptr;
  if (!Type || !(List || !Init) || !IndexedArrays.contains(Array) ||
      Type->getSize().getLimitedValue() > MostElements)
    return false;
  const PathId Path = Paths.variable(Array);
  if (!Init) {
    for (unsigned I = 0; I < Type->getSize().getLimitedValue(); ++I)
      initialise(Paths.member(Path, ("[" + Twine(I) + "]").str()), nullptr,
                 Array->getLocation());
    return true;
  }
  for (unsigned I = 0; I < Type->getSize().getLimitedValue(); ++I) {
    const Expr *Value =
        I < List->getNumInits() ? List->getInit(I) : List->getArrayFiller();
    const PathId Element = Paths.member(Path, ("[" + Twine(I) + "]").str());
    if (Value)
      initialise(Element, Value, Array->getLocation());
    else
      set(Element, 0, Array->getLocation());
  }
  return true;
}

} // namespace mapitidy
