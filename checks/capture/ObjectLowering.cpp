//===- ObjectLowering.cpp - Construction and destruction ------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "capture/SmartPointers.h"
#include "capture/StandardHolders.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

const Expr *madeObject(const Expr *Init) {
  const Expr *Made = nullptr;
  while (Made != Init) {
    Made = Init;
    Init = Init->IgnoreImplicit()->IgnoreParenCasts();
    if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(Init))
      Init = Default->getExpr();
  }
  bool Makes = isa<CXXConstructExpr, CallExpr, InitListExpr>(Made) &&
               Made->isPRValue() && Made->getType()->isRecordType();
  return Makes ? Made : nullptr;
}

void ExpressionLowering::constructInto(const Expr *Init, Argument Object) {
  const Expr *Made = madeObject(Init);
  if (Made && smartPointee(Made->getType()).isNull())
    Destinations[Made] = Object;
}

void ExpressionLowering::initialiseSmart(PathId Path, const Expr *Init,
                                         SourceLocation At) {
  const auto *Construct =
      Init ? dyn_cast_or_null<CXXConstructExpr>(madeObject(Init)) : nullptr;
  if (!Init || (Construct && Construct->getNumArgs() == 0))
    return set(Path, 0, At);
  const Expr *From = Construct ? Construct->getArg(0) : Init;
  std::optional<SmartPointerTraits> Traits =
      smartPointerTraits(Paths.type(Path));
  bool Counts = !Traits || Traits->CountsReferences;
  bool Raw = smartPointee(From->getType()).isNull();
  bool Moved = !Raw && (From->isPRValue() || isMoved(From));
  // A second argument is a deleter, or says whether to call AddRef.
  const Expr *Second = Construct && Construct->getNumArgs() == 2
                           ? Construct->getArg(1)
                           : nullptr;
  if (Second && !Counts)
    noteDeleter(Path, Second);
  // A shared pointer calls its deleter whatever it holds: some use one as a
  // guard that holds nothing.
  if (Second && Traits && !Counts && Traits->Deleter.isNull() &&
      constant(From) == 0)
    return set(Path, 1, At);
  bool Attached = Raw && (!Counts || (Second && constant(Second) == 0));
  assignSmart(Path, From,
              Moved      ? Transfer::Moved
              : Attached ? Transfer::Attached
                         : Transfer::Copied,
              At);
}

void ExpressionLowering::initialise(PathId Path, const Expr *Init,
                                    SourceLocation At) {
  if (Paths[Path].Smart)
    return initialiseSmart(Path, Init, At);
  if (Init && Destinations.count(madeObject(Init)))
    return; // constructed in place
  if (!Init && Paths[Path].Pointer) {
    emit(OperationKind::Declare, At).Target = Path;
    return;
  }
  if (!Init || isa<InitListExpr>(Init->IgnoreImplicit()))
    if (!Init || value(Init).How == Argument::Mode::Other) {
      emit(OperationKind::Forget, At).Target = Path;
      return;
    }
  assign(Path, Init, At);
}

void ExpressionLowering::lowerVariable(const VarDecl *Variable) {
  if (!Variable->hasLocalStorage() || lowerUnknownVariable(Variable) ||
      lowerUniqueOwner(Variable) || lowerRangeVariable(Variable))
    return;
  const Expr *Init = Variable->getInit();
  if (Init && Variable->getType()->isRecordType())
    emptyBlock(Init, Variable->getLocation());
  if (initialiseElements(Variable, Init))
    return;
  if (!Variable->getType()->isReferenceType())
    return initialise(Paths.variable(Variable), Init, Variable->getLocation());
  PathId Named = Init ? Paths.lvalue(strip(Init)) : NoPath;
  // A reference to an interface is a pointer to it, whatever becomes of the one
  // that it was made of.
  if (Named != NoPath)
    if (const Argument Object =
            asInterface({Argument::Mode::ByValue, Named, 0});
        Object.Path != Named)
      return Builder.copy(Paths[Paths.variable(Variable)].Base, Object.Path,
                          place(Variable->getLocation()));
  if (Named != NoPath) {
    Paths.bind(cast<VarDecl>(Variable->getCanonicalDecl()), Named);
    Paths.nameUnnamed(Named, Variable->getName());
  } else if (PathId Pointer = Paths[Paths.variable(Variable)].Base;
             Pointer != NoPath) // another element, round a loop
    emit(OperationKind::Forget, Variable->getLocation()).Target = Pointer;
}

void ExpressionLowering::initialiseMember(PathId Object, const FieldDecl *Field,
                                          const Expr *Init, SourceLocation At) {
  PathId Member = Paths.member(Object, Field->getName());
  if (!Field->getType()->isReferenceType())
    return initialise(Member, Init, At);
  PathId To = Init ? Paths.lvalue(strip(Init)) : NoPath;
  if (To == NoPath)
    return;
  if (const Argument Object = asInterface({Argument::Mode::ByValue, To, 0});
      Object.Path != To)
    return Builder.copy(Member, Object.Path, place(At));
  Operation &Take = emit(OperationKind::TakeAddress, At);
  Take.Target = Member;
  Take.Source = To;
  Paths.pointTo(Member, To);
}

void ExpressionLowering::lower(const CXXCtorInitializer &Initialiser) {
  const FieldDecl *Field = Initialiser.getMember();
  Built.push_back(&Initialiser);
  const auto &Constructor = cast<CXXConstructorDecl>(Function);
  if (!Field)
    return; // a base is constructed in place
  initialiseMember(Paths.thisPointer(Constructor.getThisType()), Field,
                   Initialiser.getInit(), Initialiser.getSourceLocation());
}

void ExpressionLowering::initialiseMembers(PathId Path,
                                           const InitListExpr *List) {
  const RecordDecl *Record = List->getType()->getAsRecordDecl();
  if (!Record || Record->isUnion())
    return;
  unsigned Index = 0;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
    Index = Class->getNumBases();
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (Index >= List->getNumInits())
      return;
    const Expr *Init = List->getInit(Index++);
    if (!Field->getName().empty())
      initialiseMember(Path, Field, Init, List->getBeginLoc());
  }
}

namespace {

/// Visits each member that may hold something, as fields from the whole to it.
class HoldingMembers {
public:
  using Visitor = function_ref<void(ArrayRef<std::string> Fields)>;

  HoldingMembers(CallResolver &Resolver, Visitor Visit)
      : Resolver(Resolver), Visit(Visit) {}

  /// \returns false if there are too many.
  bool run(QualType Type) {
    SmallPtrSet<const RecordDecl *, 8> Bases;
    return run(Type, Bases);
  }

private:
  // What a class inherits in several ways has one name, and is visited once.
  bool run(QualType Type, SmallPtrSetImpl<const RecordDecl *> &Bases);
  bool runMember(StringRef Field, QualType Type);

  static constexpr unsigned MostMembers = 1000;

  CallResolver &Resolver;
  Visitor Visit;
  std::vector<std::string> Fields;
  unsigned Visited = 0;
};

} // namespace

bool HoldingMembers::runMember(StringRef Field, QualType Type) {
  const bool Scalar =
      Type->isPointerType() || Type->isIntegralOrEnumerationType();
  const bool Holder = Scalar || !smartPointee(Type).isNull();
  if (Field.empty() || (!Holder && !Resolver.carriesInterface(Type)))
    return true;
  if (++Visited > MostMembers)
    return false;
  Fields.push_back(Field.str());
  bool All = true;
  if (Holder)
    Visit(Fields);
  else
    All = run(Type);
  Fields.pop_back();
  return All;
}

bool HoldingMembers::run(QualType Type,
                         SmallPtrSetImpl<const RecordDecl *> &Bases) {
  if (const auto Holder = standardHolder(Type)) {
    if (const std::string State = Holder->state(); !State.empty()) {
      Fields.push_back(State);
      Visit(Fields);
      Fields.pop_back();
    }
    for (unsigned I = 0; I < Holder->Parts.size(); ++I)
      if (!runMember(Holder->field(I), Holder->Parts[I]))
        return false;
    return true;
  }
  if (const QualType Element = containedType(Type); !Element.isNull())
    return runMember("[]", Element);
  const RecordDecl *Record = Type.isNull() ? nullptr : Type->getAsRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record || Record->isUnion() || !Bases.insert(Record).second)
    return true;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (!run(Base.getType(), Bases))
        return false;
  for (const FieldDecl *Field : Record->fields())
    if (!runMember(Field->getName(), Field->getType()))
      return false;
  return true;
}

void ExpressionLowering::forEachHoldingMember(
    QualType Type, function_ref<void(ArrayRef<std::string>)> Visit) {
  if (!HoldingMembers(Resolver, Visit).run(Type))
    Builder.giveUp("it copies objects of too many members");
}

void ExpressionLowering::copyMembers(PathId Target, PathId Source, bool Moved,
                                     SourceLocation At) {
  for (PathId Each : {Target, Source})
    if (RangedOver.count(Each))
      beginRange(Each, At);
  forEachHoldingMember(Paths.type(Target), [&](ArrayRef<std::string> Fields) {
    PathId From = Paths.descend(Source, Fields);
    // Elements that are copied have two owners, and nobody counts.
    if (is_contained(Fields, "[]")) {
      if (!Moved) {
        emit(OperationKind::OpenToOthers, At).Target = From;
        return;
      }
      Builder.copy(Paths.descend(Target, Fields), From, place(At));
      return set(From, 0, At);
    }
    Builder.copy(Paths.descend(Target, Fields), From, place(At));
    if (Moved && Paths[From].Smart)
      set(From, 0, At);
  });
  if (Telling.contains(Source) || Paths[Source].Where == Storage::Temporary)
    derive(Target, Source, At);
}

void ExpressionLowering::clearMembers(PathId Path, QualType Type,
                                      SourceLocation At) {
  forEachHoldingMember(Type, [&](ArrayRef<std::string> Fields) {
    set(Paths.descend(Path, Fields), 0, At);
  });
}

/// Whether the parameter is a reference by which the argument may be changed.
static bool takesVariable(const FunctionDecl &Callee, unsigned Index) {
  if (Index >= Callee.getNumParams())
    return false;
  QualType Type = Callee.getParamDecl(Index)->getType();
  return Type->isLValueReferenceType() &&
         !Type->getPointeeType().isConstQualified();
}

void ExpressionLowering::lowerConstruction(const CXXConstructExpr *Construct) {
  const CXXConstructorDecl *Constructor = Construct->getConstructor();
  if (!smartPointee(Construct->getType()).isNull())
    return;
  SourceLocation At = Construct->getBeginLoc();
  auto It = Destinations.find(Construct);
  if (It != Destinations.end() &&
      any_of(OwnedByVariable, [&](const auto &Each) {
        return Each.second.Pointer == It->second.Path;
      }))
    return; // a pointer, whose object has been made
  Argument Object = It != Destinations.end()
                        ? It->second
                        : Argument{Argument::Mode::ByAddress,
                                   Paths.temporary(Construct->getType()), 0};
  if (It == Destinations.end() && !Constructor->isCopyOrMoveConstructor())
    setResult(Construct, {Argument::Mode::ByValue, Object.Path, 0});
  if (Construct->requiresZeroInitialization() &&
      Object.How == Argument::Mode::ByAddress)
    clearMembers(Object.Path, Paths.type(Object.Path), At);
  ArrayRef<const Expr *> Arguments(Construct->getArgs(),
                                   Construct->getNumArgs());
  if (lowerHolder(Construct, Object) || makeContainer(Construct, Object))
    return noteTemporary(Construct);
  CalleeKnowledge Known = Summaries.of(*Constructor);
  if (Known.Is == CalleeKnowledge::Kind::Summary &&
      (It != Destinations.end() || !Constructor->isCopyOrMoveConstructor())) {
    Bindings Given;
    Given.This = Object;
    std::vector<PathId> Objects;
    Given.Arguments = bindArguments(*Constructor, Arguments, &Objects);
    Given.At = place(At);
    Given.Unwind = [this, Construct](StringRef Thrown) {
      unwind(Construct, Resolver.thrownType(Thrown));
    };
    SummaryReplay(Builder, Paths, *Known.Entry, std::move(Given)).run();
    destroyObjects(Objects, At);
    return noteTemporary(Construct);
  }
  if (Constructor->isCopyOrMoveConstructor()) {
    Argument From = value(Construct->getArg(0));
    if (It != Destinations.end() && From.How == Argument::Mode::ByValue &&
        Object.How == Argument::Mode::ByAddress)
      copyMembers(Object.Path, From.Path, Constructor->isMoveConstructor(), At);
    return;
  }
  const GraphBuilder::Assumption Assumed(
      Builder, invoke(*Constructor, Object, Arguments, At));
  changeLevels(Constructor, At);
  // An object that is built on a pointer may release it when it dies, and one
  // that is built on a variable whatever is in it then.
  for (auto [Index, From] : enumerate(Arguments)) {
    if (const auto *Lambda = From->getType()->getAsCXXRecordDecl();
        Lambda && Lambda->isLambda())
      escape(Lambda);
    Argument Value = value(From);
    if (Value.Path == NoPath || copiesText(*Constructor, Index))
      continue;
    const bool Address = Value.How == Argument::Mode::ByAddress ||
                         takesVariable(*Constructor, Index);
    if (!Address) {
      emit(OperationKind::GiveAway, At).Source = Value.Path;
      continue;
    }
    emit(OperationKind::OpenToOthers, At).Target = Value.Path;
    if (Construct->getType().isDestructedType()) {
      Paths[Value.Path].Shared = true;
      SharedPaths.push_back(Value.Path);
    }
  }
  deriveFromCall(Constructor, nullptr, Arguments, Object.Path, At);
}

void ExpressionLowering::destroyObject(Argument Object,
                                       const CXXRecordDecl *Class,
                                       SourceLocation At) {
  destroyPart(Object, Class, At);
  if (!Class || !Class->hasDefinition())
    return;
  for (const CXXBaseSpecifier &Base : reverse(Class->vbases()))
    destroyPart(Object, Base.getType()->getAsCXXRecordDecl(), At);
}

/// The destructor of \p Class runs, without those of its virtual bases.
void ExpressionLowering::destroyPart(Argument Object,
                                     const CXXRecordDecl *Class,
                                     SourceLocation At) {
  const CXXDestructorDecl *Destructor =
      Class && Class->hasDefinition() ? Class->getDestructor() : nullptr;
  if (!Destructor)
    return;
  CalleeKnowledge Known = Summaries.of(*Destructor);
  if (Known.Is != CalleeKnowledge::Kind::Summary) {
    const GraphBuilder::Assumption Assumed(Builder,
                                           invoke(*Destructor, Object, {}, At));
    if (Destructor->isUserProvided() &&
        !Resolver.isLibraryInternal(Destructor)) {
      openObject(Object, At, Class);
      emit(OperationKind::UnknownCall, At);
    }
    return changeLevels(Destructor, At);
  }
  Bindings Given;
  Given.This = Object;
  Given.At = place(At);
  Given.Implicit = true;
  // Where a destructor throws, the others that are due run still, or the
  // program ends: that way is not followed.
  Given.Unwind = [this, At](StringRef) {
    emit(OperationKind::LeaveProcess, At);
  };
  SummaryReplay(Builder, Paths, *Known.Entry, std::move(Given)).run();
}

/// Whether what \p Class does to `*this` is all in a part of the object that
/// the class of this function inherits: nothing of its own can be reached from
/// there, but by an overridden function.
bool ExpressionLowering::isInheritedPart(const CXXRecordDecl &Class) const {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (!Method || !Class.hasDefinition() ||
      !Method->getParent()->isDerivedFrom(&Class))
    return false;
  return isa<CXXDestructorDecl>(Method) ||
         none_of(Method->getParent()->methods(), [](const CXXMethodDecl *Own) {
           return Own->size_overridden_methods() != 0 &&
                  !isa<CXXDestructorDecl>(Own);
         });
}

/// A function of \p Class that is not seen may do anything to its object.
void ExpressionLowering::openThis(const CXXRecordDecl &Class,
                                  SourceLocation At) {
  const PathId This =
      Paths.thisPointer(cast<CXXMethodDecl>(Function).getThisType());
  QualType Type;
  for (const CXXMethodDecl *Each : Class.methods())
    if (Each->isInstance())
      Type = Each->getThisType()->getPointeeType();
  forEachHoldingMember(Type, [&](ArrayRef<std::string> Fields) {
    const PathId Member = Paths.descend(This, Fields);
    if (Paths[Member].Pointer)
      emit(OperationKind::OpenToOthers, At).Target = Member;
  });
}

/// A member function that is not seen may do anything to its object; one of
/// \p Class, if it is known, to what that has of it.
void ExpressionLowering::openObject(Argument Object, SourceLocation At,
                                    const CXXRecordDecl *Class) {
  if (Object.Path == NoPath)
    return;
  const Place Named = Builder.graph().placeOf(Object.Path);
  if (Object.How == Argument::Mode::ByAddress)
    emit(OperationKind::OpenToOthers, At).Target = Object.Path;
  else if (Named.From == Place::Root::This && Named.Fields.empty() && Class &&
           isInheritedPart(*Class))
    openThis(*Class, At);
  else if (Named.From == Place::Root::This && Named.Fields.empty())
    emit(OperationKind::GiveAway, At).Source = Object.Path;
}

void ExpressionLowering::destroy(const VarDecl *Variable, SourceLocation At) {
  // Its caller destroys what a function takes by value; Clang's CFG agrees, but
  // for functions that end in a return in some of its versions.
  if (isa<ParmVarDecl>(Variable))
    return;
  if (auto It = OwnedByVariable.find(Variable); It != OwnedByVariable.end())
    return deleteOwned(It->second, At);
  PathId Path = Paths.variable(Variable);
  if (Path == Builder.graph().Result)
    return; // it is what the function returns
  destroyAt(Path, Variable->getType(), At);
}

void ExpressionLowering::destroyAt(PathId Path, QualType Type,
                                   SourceLocation At) {
  if (Paths[Path].Smart)
    releaseSmart(Path, At, /*Implicit=*/true);
  else if (const auto Holder = standardHolder(Type))
    destroyHolder(Path, *Holder, At);
  else if (const QualType Element = containedType(Type);
           !Element.isNull() && Paths[Path].Where == Storage::Local &&
           Paths[Path].Base == NoPath && mayHold(Element))
    destroyContainer(Path, At);
  else
    destroyObject({Argument::Mode::ByAddress, Path, 0},
                  Type->getAsCXXRecordDecl(), At);
}

void ExpressionLowering::destroy(const FieldDecl *Member, SourceLocation At) {
  const auto *Destructor = cast<CXXDestructorDecl>(&Function);
  PathId Path = Paths.member(Paths.thisPointer(Destructor->getThisType()),
                             Member->getName());
  destroyAt(Path, Member->getType(), At);
}

void ExpressionLowering::destroyBase(const CXXRecordDecl *Base,
                                     SourceLocation At) {
  const auto *Destructor = cast<CXXDestructorDecl>(&Function);
  destroyPart({Argument::Mode::ByValue,
               Paths.thisPointer(Destructor->getThisType()), 0},
              Base, At);
}

void ExpressionLowering::noteTemporary(const Expr *Made) {
  const CXXRecordDecl *Class = Made->getType()->getAsCXXRecordDecl();
  if (Class && Class->hasDefinition() && !Class->hasTrivialDestructor())
    LiveTemporaries.push_back(Made);
}

void ExpressionLowering::destroyTemporary(const Expr *Made, SourceLocation At) {
  PathId Path = NoPath;
  if (auto It = Destinations.find(Made); It != Destinations.end())
    Path = It->second.Path;
  else if (auto It = Results.find(Made);
           It != Results.end() && It->second.How == Argument::Mode::ByValue)
    Path = It->second.Path;
  // What has become a variable lives on.
  if (Path == NoPath || Path == Builder.graph().Result ||
      Paths[Path].Where != Storage::Temporary)
    return;
  destroyAt(Path, Made->getType(), At);
  emit(OperationKind::EndOfLife, At).Target = Path;
}

void ExpressionLowering::destroy(const CXXBindTemporaryExpr *Temporary) {
  const Expr *Made = madeObject(Temporary);
  llvm::erase(LiveTemporaries, Made);
  if (Made)
    destroyTemporary(Made, Temporary->getEndLoc());
}

void ExpressionLowering::destroy(const CXXDeleteExpr *Delete) {
  Argument Pointer = value(Delete->getArgument());
  if (Pointer.Path != NoPath)
    destroyObject(Pointer, Delete->getDestroyedType()->getAsCXXRecordDecl(),
                  Delete->getBeginLoc());
}

void ExpressionLowering::endLife(const VarDecl *Variable, SourceLocation At) {
  if (Variable->isInvalidDecl()) // its destructor is not known either
    runUnknown(At);
  if (auto It = OwnedByVariable.find(Variable); It != OwnedByVariable.end())
    emit(It->second.Lent ? OperationKind::OpenToOthers
                         : OperationKind::EndOfLife,
         At)
        .Target = It->second.Object;
  if (!Variable->getType()->isReferenceType())
    emit(OperationKind::EndOfLife, At).Target = Paths.variable(Variable);
}

} // namespace mapitidy
