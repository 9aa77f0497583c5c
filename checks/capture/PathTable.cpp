//===- PathTable.cpp - Expressions as access paths ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/PathTable.h"
#include "capture/SmartPointers.h"
#include "capture/StandardHolders.h"
#include "model/TextForms.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// \returns the name of the member function by which a smart pointer gives back
/// what it holds; empty if it has none.
static std::string resetMember(const CXXRecordDecl &Class) {
  for (StringRef Name : {"reset", "Reset", "Release"}) {
    auto Has = [Name](const CXXRecordDecl *Of) {
      return any_of(Of->methods(), [Name](const CXXMethodDecl *Method) {
        return Method->getIdentifier() && Method->getName() == Name;
      });
    };
    bool Inherits = any_of(Class.bases(), [&](const CXXBaseSpecifier &Base) {
      const CXXRecordDecl *Of = Base.getType()->getAsCXXRecordDecl();
      return Of && Of->hasDefinition() && Has(Of->getDefinition());
    });
    if (Inherits || (Class.hasDefinition() && Has(Class.getDefinition())))
      return Name.str();
  }
  return "";
}

PathId PathTable::add(std::string Name, Storage Where, QualType Type) {
  AccessPath Path;
  Path.Name = std::move(Name);
  Path.Where = Where;
  if (!Type.isNull()) {
    Path.Interface = Resolver.interfaceName(Type).str();
    if (const BlockEntry *Block = Resolver.blockEntry(Type);
        Block && !Type->isRecordType())
      Path.Block = Block->Name;
    QualType Plain = Type.getNonReferenceType();
    Path.Smart = !smartPointee(Plain).isNull();
    if (Path.Smart)
      Path.Reset = resetMember(*Plain->getAsCXXRecordDecl());
    Path.Pointer = Path.Smart || Plain->isPointerType();
    Path.Status = isStatusType(Plain);
    Path.Number = Plain->isIntegralOrEnumerationType() || isAtomicNumber(Plain);
    Path.Unsigned = Plain->isUnsignedIntegerType();
  }
  Types.push_back(Type);
  Depths.push_back(0);
  return Graph.Paths.push_back(std::move(Path));
}

bool PathTable::isCaptured(const ValueDecl *Declared) const {
  const DeclContext *Owner = Declared->getParentFunctionOrMethod();
  const auto *Variable = dyn_cast<VarDecl>(Declared);
  if (Variable && Variable->isStaticLocal())
    return false; // it is there for all functions
  return Owner &&
         (Owner != Function || (Variable && Variable->isInitCapture()));
}

Storage PathTable::storageOf(const ValueDecl *Declared) const {
  const auto *Variable = dyn_cast<VarDecl>(Declared);
  if (!Variable || !Variable->hasLocalStorage() || isCaptured(Variable))
    return Storage::Outside;
  return isa<ParmVarDecl>(Variable) ? Storage::Parameter : Storage::Local;
}

const FieldDecl *copyOf(const CXXRecordDecl &Lambda,
                        const ValueDecl &Captured) {
  const QualType Type = Captured.getType();
  if (!Type->isPointerType() && !Type->isIntegralOrEnumerationType())
    return nullptr;
  DenseMap<const ValueDecl *, FieldDecl *> Fields;
  FieldDecl *This = nullptr;
  Lambda.getCaptureFields(Fields, This);
  for (const LambdaCapture &Each : Lambda.captures())
    if (Each.capturesVariable() && Each.getCaptureKind() == LCK_ByCopy &&
        Each.getCapturedVar()->getCanonicalDecl() ==
            Captured.getCanonicalDecl() &&
        !Each.getCapturedVar()->isInitCapture())
      return Fields.lookup(Each.getCapturedVar());
  return nullptr;
}

/// The name of what a lambda has a copy of in \p Field.
static std::string nameOfCopied(const FieldDecl &Field) {
  const auto &Lambda = *cast<CXXRecordDecl>(Field.getParent());
  for (const LambdaCapture &Each : Lambda.captures())
    if (Each.capturesVariable() &&
        copyOf(Lambda, *Each.getCapturedVar()) == &Field)
      return Each.getCapturedVar()->getNameAsString();
  return "";
}

static std::string nameOf(const ValueDecl *Declared) {
  const auto *Field = dyn_cast<FieldDecl>(Declared);
  return Field ? nameOfCopied(*Field) : Declared->getNameAsString();
}

Place PathTable::rootOf(const ValueDecl *Declared) const {
  Place Root;
  Root.Name = nameOf(Declared);
  if (isCaptured(Declared)) {
    Root.From = Place::Root::Captured;
    Root.Declared = Declared;
  } else if (const auto *Parameter = dyn_cast<ParmVarDecl>(Declared)) {
    Root.From = Place::Root::Parameter;
    Root.Index = Parameter->getFunctionScopeIndex();
    Root.Name.clear();
  } else if (storageOf(Declared) == Storage::Outside) {
    Root.From = Place::Root::Global;
    Root.Name = Resolver.nameOfGlobal(*Declared);
    Root.Declared = Declared;
  }
  return Root;
}

/// A reference as the pointer that it is behind the scenes.
static QualType asPointer(const ValueDecl *Declared) {
  QualType Type = Declared->getType();
  return Type->isReferenceType() ? Declared->getASTContext().getPointerType(
                                       Type.getNonReferenceType())
                                 : Type;
}

PathId PathTable::ownCopy(const FieldDecl *Field) {
  auto [It, Inserted] = Variables.try_emplace(Field, NoPath);
  if (Inserted) {
    const PathId Id =
        add(nameOfCopied(*Field), Storage::Local, Field->getType());
    Variables[Field] = Id;
    return Id;
  }
  return It->second;
}

/// What the lambda that is lowered has of \p Declared: a copy, if it says so.
const ValueDecl *PathTable::asCaptured(const ValueDecl *Declared) const {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Function);
  if (!Method || !Method->getParent()->isLambda() || !isCaptured(Declared))
    return Declared;
  const FieldDecl *Copy = copyOf(*Method->getParent(), *Declared);
  return Copy ? Copy : Declared;
}

PathId PathTable::variable(const ValueDecl *Declared) {
  Declared = asCaptured(cast<ValueDecl>(Declared->getCanonicalDecl()));
  auto It = Variables.find(Declared);
  if (It != Variables.end())
    return It->second;
  // A reference is a pointer that is looked through wherever it is named.
  bool Reference = Declared->getType()->isReferenceType();
  PathId Id = add(nameOf(Declared), storageOf(Declared), asPointer(Declared));
  Graph.Paths[Id].Root = rootOf(Declared);
  if (Reference) {
    Id = pointee(Id);
    Graph.Paths[Id].Name = nameOf(Declared);
  }
  Variables[Declared] = Id;
  return Id;
}

PathId PathTable::ownVariable(const VarDecl *Variable) {
  const auto *Declared = cast<ValueDecl>(Variable->getCanonicalDecl());
  auto [It, Inserted] = Variables.try_emplace(Declared, NoPath);
  if (Inserted) {
    PathId Id =
        add(Variable->getNameAsString(), Storage::Local, Variable->getType());
    Variables[Declared] = Id;
    return Id;
  }
  return It->second;
}

PathId PathTable::temporary(QualType Type) {
  return add("", Storage::Temporary, Type);
}

PathId PathTable::ownedObject(const VarDecl *Owner, QualType Type) {
  const PathId Id = add(Owner->getNameAsString(), Storage::Local, Type);
  BehindOwner.insert(Id);
  pointTo(variable(Owner), Id);
  return Id;
}

PathId PathTable::expression(const std::string &Key, QualType Type,
                             ArrayRef<PathId> Reads) {
  auto [It, Inserted] = Expressions.try_emplace(Key, NoPath);
  if (Inserted) {
    It->second = temporary(Type);
    Graph.Paths[It->second].Reads.append(Reads.begin(), Reads.end());
  }
  return It->second;
}

PathId PathTable::calculated(PathId Of, ArrayRef<Calculation> Steps,
                             QualType Type) {
  Calculations All = Graph.Paths[Of].Calculated;
  if (!All.empty())
    Of = Graph.Paths[Of].Reads.front();
  All.append(Steps.begin(), Steps.end());
  const PathId Result =
      expression(textOf(All) + "$" + std::to_string(Of.index()), Type, {Of});
  Graph.Paths[Result].Calculated = std::move(All);
  return Result;
}

PathId PathTable::difference(PathId Left, PathId Right) {
  const PathId Result = expression("-$" + std::to_string(Left.index()) + "$" +
                                       std::to_string(Right.index()),
                                   QualType(), {Left, Right});
  Graph.Paths[Result].Number = Graph.Paths[Result].Difference = true;
  return Result;
}

PathId PathTable::answer(PathId Path, const Comparison &Is) {
  const PathId Result = expression(
      (Is.How == Comparison::Operator::Equal ? "=" : "<") +
          std::to_string(Is.Constant) + "$" + std::to_string(Path.index()),
      QualType(), {Path});
  Graph.Paths[Result].Number = Graph.Paths[Result].Unsigned = true;
  return Result;
}

PathId PathTable::literal(std::string Text) {
  PathId Id = add("", Storage::Temporary, QualType());
  Graph.Paths[Id].Pointer = true;
  Graph.Paths[Id].Literal = std::move(Text);
  return Id;
}

PathId PathTable::foreignLocal(StringRef Name, bool IsObject) {
  PathId Id = add(Name.str(), Storage::Temporary, QualType());
  Graph.Paths[Id].Pointer = !IsObject;
  return Id;
}

PathId PathTable::thisPointer(QualType Pointer) {
  if (This == NoPath) {
    This = add("this", Storage::Parameter, Pointer);
    AccessPath &Path = Graph.Paths[This];
    Path.Pointer = true;
    Path.Smart = false;
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Function);
    bool InLambda = Method && Method->getParent()->isLambda();
    Path.Root.From = InLambda ? Place::Root::Captured : Place::Root::This;
    if (InLambda)
      Path.Root.Name = "this";
  }
  return This;
}

PathId PathTable::object(QualType Type) {
  PathId Id = add("", Storage::Local, Type);
  Graph.Paths[Id].Root.From = Place::Root::This;
  return Id;
}

PathId PathTable::result(QualType Type) {
  if (Graph.Result == NoPath) {
    Graph.Result = add("", Storage::Outside, Type);
    Graph.Paths[Graph.Result].Root.From = Place::Root::Result;
  }
  return Graph.Result;
}

using RecordSet = SmallPtrSet<const RecordDecl *, 8>;

/// \returns the field of this name in \p Record or its bases, or null. A base
/// that is one in many ways is looked at once.
static const FieldDecl *findField(const RecordDecl *Record, StringRef Name,
                                  RecordSet &Seen) {
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record || !Seen.insert(Record).second)
    return nullptr;
  for (const FieldDecl *Field : Record->fields())
    if (Field->getName() == Name)
      return Field;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (const FieldDecl *Field =
              findField(Base.getType()->getAsRecordDecl(), Name, Seen))
        return Field;
  return nullptr;
}

/// Whether objects of the class are used as pointers: what they hold goes by
/// their name.
static bool isPointerClass(QualType Type) {
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  return Class && Class->hasDefinition() &&
         any_of(Class->methods(), [](const CXXMethodDecl *Method) {
           return Method->getOverloadedOperator() == OO_Arrow;
         });
}

static QualType elementType(QualType Array, const ASTContext &Context) {
  if (const QualType Element = followedElement(Array, Context);
      !Element.isNull())
    return Element;
  const auto *Plain = Array.isNull() ? nullptr : Context.getAsArrayType(Array);
  return Plain ? Plain->getElementType() : QualType();
}

PathId PathTable::addMember(PathId Base, StringRef Field) {
  assert(Base.isKnown() && "a member of nothing");
  const AccessPath Parent = Graph.Paths[Base];
  QualType Type = Types[Base];
  bool Dereference = Field == Place::Dereference;
  if (!Type.isNull() && Type->isPointerType())
    Type = Type->getPointeeType();
  const bool Element = Field.starts_with("[");
  const std::optional<StandardHolder> Holder = standardHolder(Type);
  const bool IsContained =
      Element && Field != "[size]" && !containedType(Type).isNull();
  if (Holder && !Dereference) {
    Type = typeOfPart(Type, Field);
  } else if (IsContained) {
    Type = containedType(Type);
  } else if (Element) {
    Type = Function ? elementType(Type, Function->getASTContext()) : QualType();
  } else if (!Type.isNull() && !Dereference) {
    RecordSet Seen;
    const FieldDecl *Declared = findField(Type->getAsRecordDecl(), Field, Seen);
    Type = Declared ? asPointer(Declared) : QualType();
  }
  bool Hidden = !Parent.Pointer && !Dereference &&
                isPointerClass(Types[Base]) && !Parent.Name.empty();
  const bool IsBehindPointer = Parent.Pointer || BehindOwner.count(Base);
  std::string Name =
      Holder && !Dereference ? nameOfPart(*Holder, Parent.Name, Field)
      : Hidden               ? Parent.Name
      : IsContained          ? Parent.Name + "[...]"
      : Element ? Parent.Name + (Field == "[size]" ? ".size()" : Field.str())
      : Dereference ? "*" + Parent.Name
      : Parent.Name.empty() || Base == This
          ? Field.str()
          : Parent.Name + (IsBehindPointer ? "->" : ".") + Field.str();
  // A member of a local structure is as local as the structure itself.
  Storage Where = Parent.Pointer ? Storage::Outside : Parent.Where;
  // Round a list, each turn names a node further on.
  constexpr unsigned Deepest = 32;
  if (Depths[Base] == Deepest) {
    PathId Far = add("", Storage::Outside, Type);
    Graph.Paths[Far].Shared = true;
    return Far;
  }
  PathId Id = add(std::move(Name), Where, Type);
  Depths[Id] = Depths[Base] + 1;
  Graph.Paths[Id].Base = Base;
  Graph.Paths[Id].Field = Field.str();
  Graph.Paths[Id].Shared = Parent.Shared && !Parent.Pointer;
  return Id;
}

PathId PathTable::member(PathId Base, StringRef Field) {
  if (Field == Place::Dereference) {
    if (PathId To = pointsTo(Base); To != NoPath)
      return To;
    if (auto It = Leads.find(Base); It != Leads.end() && It->second != NoPath)
      return It->second;
  } else if (Graph.Paths[Base].Field == Place::Dereference &&
             !Graph.Paths[Base].Pointer) {
    Base = Graph.Paths[Base].Base;
  } else if (PathId To = pointsTo(Base); To != NoPath) {
    return member(To, Field);
  }
  auto Key = std::make_pair(Base, Field.str());
  auto It = Members.find(Key);
  if (It != Members.end())
    return It->second;
  PathId Id = addMember(Base, Field);
  if (Graph.Paths[Id].Base.isKnown())
    Members[Key] = Id;
  return Id;
}

PathId PathTable::descend(PathId Base, ArrayRef<std::string> Fields) {
  for (const std::string &Field : Fields)
    Base = member(Base, Field);
  return Base;
}

PathId PathTable::pointsTo(PathId Pointer) const {
  auto It = PointsTo.find(Pointer);
  return It == PointsTo.end() ? NoPath : It->second;
}

/// Whether what \p From points to is, or points in the end to, \p Pointer.
bool PathTable::leadsTo(PathId From, PathId Pointer) const {
  while (From.isKnown() && From != Pointer)
    From = pointsTo(From); // ends: no pointer gets to point to itself
  return From == Pointer;
}

void PathTable::pointTo(PathId Pointer, PathId To) {
  assert(Pointer.isKnown() && To.isKnown() && "a pointer to or from nothing");
  if (leadsTo(To, Pointer)) {
    Graph.Paths[Pointer].Shared = Graph.Paths[To].Shared = true;
    PointsTo[Pointer] = NoPath;
    return;
  }
  auto [It, Inserted] = PointsTo.try_emplace(Pointer, To);
  if (Inserted || It->second == To)
    return;
  if (It->second != NoPath)
    Graph.Paths[It->second].Shared = true;
  Graph.Paths[To].Shared = true;
  It->second = NoPath;
}

void PathTable::leadTo(PathId Pointer, PathId To) {
  auto [It, Inserted] = Leads.try_emplace(Pointer, To);
  if (!Inserted && It->second != To)
    It->second = NoPath;
}

PathId PathTable::leadFrom(PathId Pointer) const {
  auto It = Leads.find(Pointer);
  return It == Leads.end() ? NoPath : It->second;
}

PathId PathTable::binding(const BindingDecl &Bound) {
  if (const VarDecl *Held = Bound.getHoldingVar())
    return variable(Held);
  const PathId Part = Bound.getBinding() ? lvalue(Bound.getBinding()) : NoPath;
  if (Part != NoPath)
    nameUnnamed(Part, Bound.getName());
  return Part;
}

void PathTable::nameUnnamed(PathId Part, StringRef Name) {
  const PathId Whole = Graph.Paths[Part].Base;
  if (Whole != NoPath && Graph.Paths[Whole].Name.empty())
    Graph.Paths[Part].Name = Name.str();
}

/// The name by which \p Field goes: the pointers of a union are one, and go by
/// the name of the first.
static StringRef nameOf(const FieldDecl &Field) {
  const RecordDecl *Record = Field.getParent();
  if (Record->isUnion() && Field.getType()->isPointerType())
    for (const FieldDecl *First : Record->fields())
      if (First->getType()->isPointerType())
        return First->getName();
  return Field.getName();
}

PathId PathTable::lvalue(const Expr *E) {
  E = E->IgnoreImplicit()->IgnoreParenCasts();
  if (auto It = Named.find(E); It != Named.end())
    return It->second;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Bound = dyn_cast<BindingDecl>(Ref->getDecl()))
      return binding(*Bound);
    return isa<VarDecl>(Ref->getDecl()) ? variable(Ref->getDecl()) : NoPath;
  }
  if (isa<CXXThisExpr>(E))
    return thisPointer(E->getType());
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (!Field)
      return isa<VarDecl>(Member->getMemberDecl())
                 ? variable(Member->getMemberDecl())
                 : NoPath;
    PathId Base = lvalue(Member->getBase());
    // CComPtr's public member `p` is the pointer itself.
    if (Base == NoPath || Graph.Paths[Base].Smart)
      return Base;
    // What a reference member names is what it refers to.
    PathId Id = member(Base, nameOf(*Field));
    return Field->getType()->isReferenceType() ? pointee(Id) : Id;
  }
  if (isa<ArraySubscriptExpr>(E) && Function) {
    const ASTContext &Context = Function->getASTContext();
    if (const std::optional<NamedElement> Named = elementNamedBy(E, Context))
      return element(*Named);
    const std::optional<NamedElement> Entry =
        entryNamedBy(E, Resolver, Context);
    const PathId All = Entry ? lvalue(Entry->Base) : NoPath;
    return All == NoPath ? NoPath : member(All, Entry->Field);
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
    return Base == NoPath ? NoPath : pointee(Base);
  }
  return NoPath;
}

} // namespace mapitidy
