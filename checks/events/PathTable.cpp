//===- PathTable.cpp - Expressions as access paths ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "events/PathTable.h"
#include "events/SmartPointers.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

PathId PathTable::add(std::string Name, Storage Where, QualType Type) {
  AccessPath Path;
  Path.Name = std::move(Name);
  Path.Where = Where;
  Path.Interface = Resolver.interfaceName(Type).str();
  QualType Plain = Type.getNonReferenceType();
  Path.Smart = !smartPointee(Plain).isNull();
  Path.Pointer = Path.Smart || Plain->isPointerType();
  Path.Status = isStatusType(Plain);
  Graph.Paths.push_back(std::move(Path));
  return Graph.Paths.size() - 1;
}

Storage PathTable::storageOf(const ValueDecl *Declared) const {
  const auto *Variable = dyn_cast<VarDecl>(Declared);
  if (!Variable || Variable->getType()->isReferenceType() ||
      !Variable->hasLocalStorage())
    return Storage::Outside;
  // In a lambda, what it captured is the enclosing function's.
  const DeclContext *Owner = Variable->getParentFunctionOrMethod();
  if (Owner && Owner != &Function && Owner->Encloses(&Function))
    return Storage::Outside;
  return isa<ParmVarDecl>(Variable) ? Storage::Parameter : Storage::Local;
}

PathId PathTable::variable(const ValueDecl *Declared) {
  Declared = cast<ValueDecl>(Declared->getCanonicalDecl());
  auto It = Variables.find(Declared);
  if (It != Variables.end())
    return It->second;
  PathId Id = add(Declared->getNameAsString(), storageOf(Declared),
                  Declared->getType());
  Variables[Declared] = Id;
  return Id;
}

PathId PathTable::temporary(QualType Type) {
  return add("", Storage::Temporary, Type);
}

PathId PathTable::member(PathId Base, const ValueDecl *Field) {
  auto [It, Inserted] = Members.try_emplace({Base, Field}, NoPath);
  if (!Inserted)
    return It->second;
  Storage Where = Storage::Outside;
  std::string Name = Field->getNameAsString();
  if (Base != ThisObject) {
    const AccessPath &Parent = Graph.Paths[Base];
    // A member of a local structure is as local as the structure itself.
    if (!Parent.Pointer && Parent.Where != Storage::Outside)
      Where = Parent.Where;
    Name = Parent.Name + (Parent.Pointer ? "->" : ".") + Name;
  }
  PathId Id = add(std::move(Name), Where, Field->getType());
  It->second = Id;
  return Id;
}

PathId PathTable::lvalue(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (isa<VarDecl>(Ref->getDecl()))
      return variable(Ref->getDecl());
    return NoPath;
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (!Field)
      return isa<VarDecl>(Member->getMemberDecl())
                 ? variable(Member->getMemberDecl())
                 : NoPath;
    const Expr *Base = Member->getBase()->IgnoreParenCasts();
    if (isa<CXXThisExpr>(Base))
      return member(ThisObject, cast<ValueDecl>(Field->getCanonicalDecl()));
    PathId BasePath = lvalue(Base);
    if (BasePath == NoPath)
      return NoPath;
    // CComPtr's public member `p` is the pointer itself.
    if (Graph.Paths[BasePath].Smart)
      return BasePath;
    return member(BasePath, cast<ValueDecl>(Field->getCanonicalDecl()));
  }
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() != UO_Deref)
      return NoPath;
    const Expr *Pointer = Unary->getSubExpr()->IgnoreParenCasts();
    // *&x is x.
    if (const auto *Address = dyn_cast<UnaryOperator>(Pointer))
      if (Address->getOpcode() == UO_AddrOf)
        return lvalue(Address->getSubExpr());
    PathId Base = lvalue(Pointer);
    if (Base == NoPath)
      return NoPath;
    auto [It, Inserted] = Members.try_emplace({Base, nullptr}, NoPath);
    if (Inserted)
      Members[{Base, nullptr}] =
          add("*" + Graph.Paths[Base].Name, Storage::Outside, E->getType());
    return Members[{Base, nullptr}];
  }
  return NoPath;
}

} // namespace mapitidy
