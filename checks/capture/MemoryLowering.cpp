//===- MemoryLowering.cpp - MAPI's memory as operations -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

std::optional<Argument> ExpressionLowering::libraryName(const Expr *E) {
  const auto *Literal = dyn_cast<clang::StringLiteral>(E);
  if (!Literal)
    return std::nullopt;
  std::string Text;
  for (unsigned I = 0; I < Literal->getLength(); ++I)
    Text += char(Literal->getCodeUnit(I) < 128 ? Literal->getCodeUnit(I) : '?');
  if (!StringRef(Text).ends_with_insensitive(".dll") &&
      !Resolver.catalogue().isMapiLibrary(Text))
    return std::nullopt;
  Argument Name{Argument::Mode::ByValue, Paths.literal(std::move(Text)), 0};
  Results[E] = Name;
  return Name;
}

PathId ExpressionLowering::leadingPointer(const Expr *E) {
  E = strip(E);
  while (true) {
    if (const auto *Member = dyn_cast<MemberExpr>(E))
      E = Member->getBase();
    else if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
      E = Subscript->getBase();
    else
      return Paths.lvalue(E);
    E = E->IgnoreImplicit()->IgnoreParenCasts();
    if (PathId Found = Paths.lvalue(E); Found != NoPath)
      return Found;
  }
}

/// Whether \p E is an element of a block of blocks: a row belongs to the set,
/// but is a block of its own.
static bool isElement(const Expr *E, const CallResolver &Resolver) {
  E = strip(E);
  const auto *Last = dyn_cast<MemberExpr>(E);
  if (!Last ||
      !Resolver.catalogue().isElementName(Last->getMemberDecl()->getName()))
    return false;
  while (true) {
    if (const auto *Member = dyn_cast<MemberExpr>(E))
      E = Member->getBase();
    else if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
      E = Subscript->getBase();
    else
      return false;
    E = E->IgnoreImplicit()->IgnoreParenCasts();
    if (E->getType()->isPointerType() && Resolver.blockEntry(E->getType()))
      return true;
  }
}

PathId ExpressionLowering::foundThrough(const Expr *E) {
  return isElement(E, Resolver) ? NoPath : leadingPointer(E);
}

namespace {

/// The address of something, as an expression writes it.
struct Address {
  const Expr *Pointer = nullptr;       ///< that leads to it, if one does
  const ValueDecl *Variable = nullptr; ///< that it is in, if it is in one
  bool IsFirst = true;                 ///< of what the pointer points to
  Value Offset; ///< from the pointer, if its sign is known
};

} // namespace

/// \returns the address of the lvalue \p E; neither pointer nor variable if
/// it cannot be told.
static Address addressOf(const Expr *E, ASTContext &Context) {
  Address Result;
  while (true) {
    E = E->IgnoreParens();
    if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
      if (!Field || Field->getType()->isReferenceType())
        return {};
      Result.IsFirst &= Field->getFieldIndex() == 0;
      if (Member->isArrow()) {
        Result.Pointer = Member->getBase();
        return Result;
      }
      E = Member->getBase();
    } else if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      Result.IsFirst &= constantValue(Subscript->getIdx(), Context) == 0;
      const Expr *Array = Subscript->getBase()->IgnoreParenImpCasts();
      if (!Array->getType()->isArrayType()) {
        Result.Pointer = Subscript->getBase();
        return Result;
      }
      E = Array;
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(E);
               Unary && Unary->getOpcode() == UO_Deref) {
      Result.Pointer = Unary->getSubExpr();
      return Result;
    } else {
      const auto *Ref = dyn_cast<DeclRefExpr>(E);
      if (Ref && isa<VarDecl>(Ref->getDecl()) &&
          !Ref->getType()->isReferenceType() &&
          !Ref->getDecl()->getType()->isReferenceType())
        Result.Variable = Ref->getDecl();
      return Result;
    }
  }
}

/// \returns what the pointer \p E points into: the address of an lvalue, an
/// array, or a pointer and a number behind it.
static Address pointedInto(const Expr *E, ASTContext &Context) {
  E = strip(E);
  if (E->getType()->isArrayType())
    return addressOf(E, Context);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E);
      Unary && Unary->getOpcode() == UO_AddrOf)
    return addressOf(Unary->getSubExpr(), Context);
  const auto *Sum = dyn_cast<BinaryOperator>(E);
  if (!Sum || !Sum->isAdditiveOp() || !E->getType()->isPointerType())
    return {};
  const bool Left = Sum->getLHS()->getType()->isPointerType();
  const Expr *Base = Left ? Sum->getLHS() : Sum->getRHS();
  const Expr *Offset = Left ? Sum->getRHS() : Sum->getLHS();
  const Expr *Array = Base->IgnoreParenImpCasts();
  Address Result;
  if (Array->getType()->isArrayType())
    Result = addressOf(Array, Context);
  else
    Result.Pointer = Base;
  Result.IsFirst &= constantValue(Offset, Context) == 0;
  if (Sum->getOpcode() == BO_Sub)
    Result.Offset = Value::ofSigns(Value::Negative);
  return Result;
}

Argument ExpressionLowering::freed(const Expr *E, Argument Given) {
  const Address Known = pointedInto(E, Context);
  if (Known.Variable)
    return {Argument::Mode::ByAddress, Paths.variable(Known.Variable), 0};
  if (Known.Pointer) {
    if (Known.IsFirst)
      return value(Known.Pointer);
    const PathId Pointer = Paths.lvalue(Known.Pointer);
    if (Known.Offset.Signs == Value::Negative) {
      if (Pointer == NoPath)
        return {};
      const PathId Begin = Paths.temporary(Known.Pointer->getType());
      pointInto(Begin, Pointer, Known.Offset, E->getExprLoc());
      return {Argument::Mode::ByValue, Begin, 0};
    }
    Argument Part{Argument::Mode::ByAddress, NoPath, 0};
    Part.Within = Pointer;
    if (Part.Within == NoPath)
      Part.Within = Paths.temporary(Known.Pointer->getType());
    return Part;
  }
  if (Given.How == Argument::Mode::Other)
    Given.Within = foundThrough(E);
  // What a pointer points to on one way is not what is freed on all.
  if (Given.How == Argument::Mode::ByAddress)
    if (PathId Pointer = Paths.lvalue(strip(E)); Pointer != NoPath)
      return {Argument::Mode::ByValue, Pointer, 0};
  return Given;
}

void ExpressionLowering::pointInto(PathId Target, PathId Source, Value Offset,
                                   SourceLocation At) {
  Operation &Part = emit(OperationKind::PointInto, At);
  Part.Target = Target;
  Part.Source = Source;
  Part.Constant = Offset;
}

bool ExpressionLowering::movePointer(const Expr *Changed, Value Offset,
                                     SourceLocation At) {
  const PathId Pointer = Paths.lvalue(Changed);
  if (Pointer == NoPath || !Changed->getType()->isPointerType() ||
      !Paths[Pointer].Interface.empty())
    return false;
  pointInto(Pointer, Pointer, Offset, At);
  return true;
}

bool ExpressionLowering::assignPart(PathId Target, const Expr *From,
                                    SourceLocation At) {
  if (!Paths[Target].Pointer || !Paths[Target].Interface.empty())
    return false;
  const Address Known = pointedInto(From, Context);
  const Expr *Pointer = strip(Known.Pointer ? Known.Pointer : From);
  if (!Known.Pointer && !isa<MemberExpr, ArraySubscriptExpr>(Pointer))
    return false;
  const PathId Source = leadingPointer(Pointer);
  if (Source == NoPath)
    return false;
  // &p[0] is p.
  if (Known.Pointer && Known.IsFirst && Source == Paths.lvalue(Pointer))
    Builder.copy(Target, Source, place(At));
  else
    pointInto(Target, Source, Known.Offset, At);
  if (Known.Pointer) {
    Operation &Address = emit(OperationKind::Constrain, At);
    Address.Target = Target;
    Address.Constant = Value::ofSigns(Value::Positive);
  }
  return true;
}

/// Whether values of \p Type are elements of a block of blocks.
static bool hasElement(const Catalogue &Entries, QualType Type) {
  const RecordDecl *Record = Type->getAsRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  return Record && any_of(Record->fields(), [&](const FieldDecl *Field) {
           return Entries.isElementName(Field->getName());
         });
}

/// What an element owns, or the element itself, is kept somewhere else.
void ExpressionLowering::emptyIfKept(const Expr *Into, const Expr *From,
                                     SourceLocation At) {
  PathId Target = Into ? Paths.lvalue(Into) : NoPath;
  bool Kept = Target == NoPath || Paths[Target].Where != Storage::Local ||
              Paths[Target].Base != NoPath;
  // A pointer of the function's own is there to look at it.
  if (Kept || From->getType()->isRecordType())
    emptyBlock(From, At);
}

void ExpressionLowering::emptyBlock(const Expr *E, SourceLocation At) {
  E = strip(E);
  if (const auto *Address = dyn_cast<UnaryOperator>(E);
      Address && Address->getOpcode() == UO_AddrOf)
    E = strip(Address->getSubExpr());
  const auto *Element = dyn_cast<MemberExpr>(E);
  bool Owner =
      Element && isa<FieldDecl>(Element->getMemberDecl()) &&
      Resolver.catalogue().isElementName(Element->getMemberDecl()->getName());
  QualType Type = E->getType();
  if (const auto *Elements = Context.getAsArrayType(Type))
    Type = Elements->getElementType();
  if (!Owner && !hasElement(Resolver.catalogue(), Type))
    return;
  // rows->aRow[i].lpProps: the block is what the outermost pointer points to.
  const Expr *Root = E;
  PathId Block = NoPath;
  while (Root && Block == NoPath) {
    if (const auto *Member = dyn_cast<MemberExpr>(Root))
      Root = Member->getBase();
    else if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(Root))
      Root = Subscript->getBase();
    else
      break;
    Root = Root->IgnoreImplicit()->IgnoreParenCasts();
    if (const BlockEntry *Known = Resolver.blockEntry(Root->getType());
        Known && !Known->Count.empty() && Root->getType()->isPointerType())
      Block = Paths.lvalue(Root);
  }
  emit(OperationKind::EmptyBlock, At).Target = Block;
}

/// Looks at what is in a block of MAPI's memory. What is behind an interface
/// pointer is only reached by calls.
void ExpressionLowering::lowerDereference(const Expr *E) {
  const Expr *Pointer = nullptr;
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    Pointer = Member->isArrow() ? Member->getBase() : nullptr;
  else if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    Pointer = Unary->getSubExpr();
  else
    Pointer = cast<ArraySubscriptExpr>(E)->getBase();
  const PathId Path = Pointer ? Paths.lvalue(Pointer) : NoPath;
  if (Path == NoPath ||
      (Paths[Path].Block.empty() && !PointInside.count(Path)) ||
      !Paths[Path].Interface.empty())
    return;
  const std::vector<Operation> &Before =
      Builder.graph().Blocks[Builder.currentBlock()].Operations;
  if (!Before.empty() && Before.back().Kind == OperationKind::Dereference &&
      Before.back().Source == Path)
    return; // once is enough
  emit(OperationKind::Dereference, E->getExprLoc()).Source = Path;
}

void ExpressionLowering::lowerDelete(const CXXDeleteExpr *Delete) {
  const CallEntry *Entry = Resolver.catalogue().findFunction("operator delete");
  Argument Pointer = value(Delete->getArgument());
  if (Pointer.How == Argument::Mode::ByAddress &&
      any_of(OwnedByVariable, [&](const auto &Each) {
        return Each.second.Object == Pointer.Path;
      })) {
    emit(OperationKind::EndOfLife, Delete->getBeginLoc()).Target = Pointer.Path;
    return;
  }
  if (!Entry || Pointer.How != Argument::Mode::ByValue)
    return;
  PathId Target = Paths.temporary(QualType());
  Operation &Call = emit(OperationKind::Call, Delete->getBeginLoc());
  Call.Entry = Entry;
  Call.Arguments = {Pointer};
  Call.Target = Target;
}

} // namespace mapitidy
