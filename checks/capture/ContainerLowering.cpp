//===- ContainerLowering.cpp - What containers hold -----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The elements of a function's own container are one path, "[]": of the object
// that is followed it is the element that holds it. Elements that a loop has
// visited are another, "[done]"; when the loop ends, there are no others.
// Whoever takes an element in another way may take any.
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "capture/SmartPointers.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

/// What a member function of a container does with its elements.
enum class ContainerMember {
  Other,    ///< anything
  Look,     ///< nothing
  Count,    ///< tells how many there are
  AskEmpty, ///< ... or whether there are any
  Add,      ///< there is one more, made of the arguments
  AddPair,  ///< the same of a key and a value
  Insert,   ///< the same of the last argument
  Clear,    ///< there are no more elements
  Access    ///< hands out one of them
};

} // namespace

static ContainerMember containerMember(const CXXMethodDecl &Method) {
  if (Method.getOverloadedOperator() == OO_Subscript)
    return ContainerMember::Access;
  if (!Method.getIdentifier())
    return ContainerMember::Other;
  using Member = ContainerMember;
  static constexpr std::pair<llvm::StringLiteral, Member> Members[] = {
      {"size", Member::Count},
      {"empty", Member::AskEmpty},
      {"capacity", Member::Look},
      {"max_size", Member::Look},
      {"reserve", Member::Look},
      {"shrink_to_fit", Member::Look},
      {"GetCount", Member::Count},
      {"GetSize", Member::Count},
      {"IsEmpty", Member::AskEmpty},
      {"push_back", Member::Add},
      {"push_front", Member::Add},
      {"push", Member::Add},
      {"emplace_back", Member::Add},
      {"emplace_front", Member::Add},
      {"Add", Member::Add},
      {"AddTail", Member::Add},
      {"AddHead", Member::Add},
      {"emplace", Member::AddPair},
      {"try_emplace", Member::AddPair},
      {"insert_or_assign", Member::AddPair},
      {"insert", Member::Insert},
      {"clear", Member::Clear},
      {"RemoveAll", Member::Clear},
      {"at", Member::Access},
      {"front", Member::Access},
      {"back", Member::Access},
      {"top", Member::Access},
      {"GetAt", Member::Access},
      {"ElementAt", Member::Access}};
  const auto *It = find_if(Members, [&](const auto &Each) {
    return Each.first == Method.getName();
  });
  return It == std::end(Members) ? Member::Other : It->second;
}

/// Whether objects of \p Type may hold something that must be given back.
bool ExpressionLowering::mayHold(QualType Type) {
  if (Type->isPointerType() || !smartPointee(Type).isNull())
    return true;
  if (const auto Holder = standardHolder(Type))
    return any_of(Holder->Parts, [&](QualType Part) { return mayHold(Part); });
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  return Class && Class->hasDefinition() && Resolver.carriesInterface(Type);
}

/// The path of the container that \p E names, if it is a variable of this
/// function's whose elements are followed; or NoPath.
PathId ExpressionLowering::followedContainer(const Expr *E) {
  const QualType Element = containedType(E->getType());
  if (Element.isNull() || !mayHold(Element))
    return NoPath;
  const PathId Path = Paths.lvalue(strip(E));
  return Path != NoPath && Paths[Path].Where == Storage::Local &&
                 Paths[Path].Base == NoPath
             ? Path
             : NoPath;
}

/// Calls \p Visit for each part of \p Element that may hold something.
void ExpressionLowering::forEachHolding(
    PathId Element, function_ref<void(ArrayRef<std::string>)> Visit) {
  const QualType Type = Paths.type(Element);
  if (Type.isNull())
    return;
  if (Type->isPointerType() || Paths[Element].Smart)
    return Visit({});
  forEachHoldingMember(Type, Visit);
}

/// What \p From holds is held by one of the elements \p Into as well.
void ExpressionLowering::insertElement(PathId Into, PathId From,
                                       SourceLocation At) {
  forEachHolding(Into, [&](ArrayRef<std::string> Fields) {
    Operation &Insert = emit(OperationKind::Insert, At);
    Insert.Target = Paths.descend(Into, Fields);
    Insert.Source = Paths.descend(From, Fields);
  });
}

PathId ExpressionLowering::sizeOf(PathId Container) {
  const PathId Size = Paths.member(Container, "[size]");
  Paths[Size].Number = Paths[Size].Unsigned = true;
  return Size;
}

/// There is an element more.
void ExpressionLowering::grow(PathId Container, SourceLocation At) {
  Builder.set(sizeOf(Container), Value::ofSigns(Value::Positive), place(At));
}

void ExpressionLowering::addElement(PathId Container,
                                    ArrayRef<const Expr *> From,
                                    SourceLocation At) {
  const PathId Element = Paths.member(Container, "[]");
  grow(Container, At);
  for (const Expr *Each : From)
    emptyBlock(Each, At);
  if (From.empty())
    return;
  if (From.size() != 1)
    return giveToPart(Element, From, At);
  if (Paths[Element].Pointer && !Paths[Element].Smart) {
    const Argument Given = value(From.front());
    if (Given.How == Argument::Mode::ByValue && Given.Path != NoPath)
      return insertElement(Element, Given.Path, At);
    if (Given.How == Argument::Mode::ByAddress && Given.Path != NoPath)
      emit(OperationKind::OpenToOthers, At).Target = Given.Path;
    return;
  }
  const PathId Made = Paths.temporary(Paths.type(Element));
  initialisePart(Made, From.front(), At);
  insertElement(Element, Made, At);
  emit(OperationKind::EndOfLife, At).Target = Made;
}

/// The element is a pair of a key and a value.
void ExpressionLowering::addPair(PathId Container, ArrayRef<const Expr *> From,
                                 SourceLocation At) {
  const PathId Element = Paths.member(Container, "[]");
  const auto Holder = standardHolder(Paths.type(Element));
  if (From.size() != 2 || !Holder || Holder->Parts.size() != 2)
    return addElement(Container, From, At);
  grow(Container, At);
  const PathId Made = Paths.temporary(Paths.type(Element));
  for (unsigned I : {0, 1}) {
    emptyBlock(From[I], At);
    initialisePart(Paths.member(Made, Holder->field(I)), From[I], At);
  }
  insertElement(Element, Made, At);
  emit(OperationKind::EndOfLife, At).Target = Made;
}

void ExpressionLowering::forEachElement(PathId Container,
                                        function_ref<void(PathId)> Visit) {
  for (StringRef Field : {"[]", "[done]", "[each]"})
    if (Field == "[]" || RangedOver.count(Container))
      Visit(Paths.member(Container, Field));
}

void ExpressionLowering::destroyContainer(PathId Container, SourceLocation At) {
  forEachElement(Container, [&](PathId Element) {
    const QualType Type = Paths.type(Element);
    const CXXRecordDecl *Class =
        Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
    if (Class && Class->hasDefinition() && !Class->hasTrivialDestructor())
      destroyAt(Element, Type, At);
  });
}

void ExpressionLowering::clearContainer(PathId Container, SourceLocation At) {
  destroyContainer(Container, At);
  forEachElement(Container, [&](PathId Element) {
    forEachHolding(Element, [&](ArrayRef<std::string> Fields) {
      set(Paths.descend(Element, Fields), 0, At);
    });
  });
  set(sizeOf(Container), 0, At);
}

/// \returns false if it is no container, or begins with something in it.
bool ExpressionLowering::makeContainer(const CXXConstructExpr *Construct,
                                       Argument Object) {
  const QualType Element = containedType(Construct->getType());
  if (Element.isNull() || Object.How != Argument::Mode::ByAddress ||
      Object.Path == NoPath || Paths[Object.Path].Where != Storage::Local ||
      !mayHold(Element) || any_of(Construct->arguments(), [](const Expr *Each) {
        return !isa<CXXDefaultArgExpr>(Each);
      }))
    return false;
  set(sizeOf(Object.Path), 0, Construct->getBeginLoc());
  return true;
}

bool ExpressionLowering::lowerContainerCall(const CallExpr *Call,
                                            const ResolvedCall &Resolved) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Resolved.Callee);
  const PathId Container = Method && Resolved.Receiver
                               ? followedContainer(Resolved.Receiver)
                               : NoPath;
  if (Container == NoPath)
    return false;
  const SourceLocation At = Call->getExprLoc();
  SmallVector<const Expr *, 4> From;
  for (const Expr *Each : Resolved.Arguments)
    if (!isa<CXXDefaultArgExpr>(Each))
      From.push_back(Each);
  const PathId Element = Paths.member(Container, "[]");
  switch (containerMember(*Method)) {
  case ContainerMember::Other:
    return false;
  case ContainerMember::Look:
    break;
  case ContainerMember::Count:
    setResult(Call, {Argument::Mode::ByValue, sizeOf(Container), 0});
    return true;
  case ContainerMember::AskEmpty:
    Answers[Call] = {sizeOf(Container),
                     {Comparison::Operator::Equal, 0, false}};
    return true;
  case ContainerMember::Add:
    addElement(Container, From, At);
    if (Call->isGLValue()) {
      setResult(Call, {Argument::Mode::ByValue, Element, 0});
      return true;
    }
    break;
  case ContainerMember::AddPair:
    addPair(Container, From, At);
    break;
  case ContainerMember::Insert:
    if (From.empty() ||
        From.back()->getType().getCanonicalType().getUnqualifiedType() !=
            Paths.type(Element).getCanonicalType().getUnqualifiedType())
      return false;
    addElement(Container, From.back(), At);
    break;
  case ContainerMember::Clear:
    clearContainer(Container, At);
    break;
  case ContainerMember::Access:
    if (!Call->isGLValue())
      return false;
    // What is assigned to is one more, whatever was there before.
    if (AssignedElements.contains(Call)) {
      ElementsOf[Call] = Container;
      return true;
    }
    emit(OperationKind::OpenToOthers, At).Target = Container;
    setResult(Call, {Argument::Mode::ByValue, Element, 0});
    return true;
  }
  if (!Call->getType()->isVoidType() && !Call->isGLValue())
    emit(OperationKind::Forget, At).Target = result(Call);
  return true;
}

/// `container[key] = value`. \returns false if it is something else.
bool ExpressionLowering::assignElement(const BinaryOperator &Assignment) {
  auto It =
      ElementsOf.find(dyn_cast<CallExpr>(Assignment.getLHS()->IgnoreParens()));
  if (It == ElementsOf.end())
    return false;
  const SourceLocation At = Assignment.getOperatorLoc();
  const PathId Element = Paths.member(It->second, "[]");
  const Argument Given = value(Assignment.getRHS());
  grow(It->second, At);
  if (Given.Path == NoPath)
    return true;
  // Of a map, it is the value.
  const auto Holder = standardHolder(Paths.type(Element));
  const PathId Into =
      Holder ? Paths.member(Element, Holder->field(1)) : Element;
  if (Given.How == Argument::Mode::ByAddress)
    emit(OperationKind::OpenToOthers, At).Target = Given.Path;
  else
    insertElement(Into, Given.Path, At);
  return true;
}

void ExpressionLowering::prepareRange(const CXXForRangeStmt &Loop) {
  const PathId Container = followedContainer(Loop.getRangeInit());
  const auto *Variable = Loop.getLoopVariable();
  const QualType Type = Variable ? Variable->getType() : QualType();
  const bool Reference = !Type.isNull() && Type->isReferenceType();
  // A copy of an object has its own references.
  if (Container == NoPath || !Variable || !Loop.getBeginStmt() ||
      !Loop.getEndStmt() || !(Reference || Type->isPointerType()) ||
      Paths[Container].Shared)
    return;
  auto Skip = [&](const Stmt *S) {
    SmallVector<const Stmt *, 8> Work{S};
    while (!Work.empty()) {
      const Stmt *Next = Work.pop_back_val();
      if (!Next)
        continue;
      if (const auto *Call = dyn_cast<CallExpr>(Next))
        RangeParts.insert(Call);
      Work.append(Next->child_begin(), Next->child_end());
    }
  };
  for (const Stmt *Each : {static_cast<const Stmt *>(Loop.getBeginStmt()),
                           static_cast<const Stmt *>(Loop.getEndStmt()),
                           static_cast<const Stmt *>(Loop.getCond()),
                           static_cast<const Stmt *>(Loop.getInc())})
    Skip(Each);
  if (Variable->getInit())
    Skip(Variable->getInit());
  RangedOver.insert(Container);
  const Range Known{Container, Reference};
  RangeVariables[Variable] = Known;
  RangeLoops[&Loop] = Known;
  RangeStarts[cast<VarDecl>(
      cast<DeclStmt>(Loop.getRangeStmt())->getSingleDecl())] = Container;
  if (const auto *Inc =
          dyn_cast_or_null<CallExpr>(Loop.getInc()->IgnoreImplicit()))
    RangeSteps[Inc] = Known;
  if (!Reference)
    return;
  const PathId Each = Paths.member(Container, "[each]");
  Paths[Each].Name = Variable->getNameAsString();
  Paths.bind(cast<VarDecl>(Variable->getCanonicalDecl()), Each);
}

/// A loop over the container begins: all elements are yet to come.
void ExpressionLowering::beginRange(PathId Container, SourceLocation At) {
  const PathId Done = Paths.member(Container, "[done]");
  insertElement(Paths.member(Container, "[]"), Done, At);
  emit(OperationKind::EndOfLife, At).Target = Done;
}

/// The loop's variable is one of the elements: the one that is followed, or
/// another one.
bool ExpressionLowering::lowerRangeVariable(const VarDecl *Variable) {
  if (auto It = RangeStarts.find(Variable); It != RangeStarts.end())
    beginRange(It->second, Variable->getLocation());
  auto It = RangeVariables.find(Variable);
  if (It == RangeVariables.end())
    return false;
  const SourceLocation At = Variable->getLocation();
  const PathId Container = It->second.Container;
  const PathId Rest = Paths.member(Container, "[]");
  const PathId Each = Paths.variable(Variable);
  const BlockId From = Builder.currentBlock();
  const BlockId Join = Builder.addBlock();
  for (bool Followed : {true, false}) {
    const BlockId Next = Builder.addBlock();
    Builder.jump(From, Next);
    Builder.graph().Blocks[From].Edges.back().Assumption = "";
    Builder.startBlock(Next);
    forEachHolding(Rest, [&](ArrayRef<std::string> Fields) {
      if (Followed)
        Builder.copy(Paths.descend(Each, Fields), Paths.descend(Rest, Fields),
                     place(At));
      emit(OperationKind::Forget, At).Target =
          Paths.descend(Followed ? Rest : Each, Fields);
    });
    Builder.jump(Builder.currentBlock(), Join);
  }
  Builder.startBlock(Join);
  if (!It->second.ByReference)
    insertElement(Paths.member(Container, "[done]"), Each, At);
  return true;
}

/// A turn of the loop ends: the element is one of those that have been visited.
void ExpressionLowering::endTurn(const CallExpr *Step) {
  auto It = RangeSteps.find(Step);
  if (It == RangeSteps.end() || !It->second.ByReference)
    return;
  const SourceLocation At = Step->getBeginLoc();
  const PathId Each = Paths.member(It->second.Container, "[each]");
  insertElement(Paths.member(It->second.Container, "[done]"), Each, At);
  emit(OperationKind::EndOfLife, At).Target = Each;
}

BlockId ExpressionLowering::endRange(const Stmt *Loop, BlockId To) {
  auto It = RangeLoops.find(Loop);
  if (It == RangeLoops.end())
    return To;
  const BlockId Before = Builder.currentBlock();
  const BlockId Exit = Builder.addBlock();
  Builder.startBlock(Exit);
  const PathId Rest = Paths.member(It->second.Container, "[]");
  forEachHolding(Rest, [&](ArrayRef<std::string> Fields) {
    const PathId Part = Paths.descend(Rest, Fields);
    if (!Paths[Part].Pointer)
      return;
    Operation &None = emit(OperationKind::Constrain, Loop->getBeginLoc());
    None.Target = Part;
    None.Constant = Value::ofConstant(0);
  });
  beginRange(It->second.Container, Loop->getEndLoc());
  Builder.jump(Exit, To);
  Builder.startBlock(Before);
  return Exit;
}

} // namespace mapitidy
