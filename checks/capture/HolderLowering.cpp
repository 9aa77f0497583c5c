//===- HolderLowering.cpp - std::pair, tuple, optional and variant --------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What consists of others is a structure of them. Of an optional that is empty,
// and of a variant's other alternatives, the parts are there and hold nothing.
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "capture/SmartPointers.h"
#include "capture/StandardHolders.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

using Kind = StandardHolder::Kind;

static SmallVector<const Expr *, 4> written(ArrayRef<const Expr *> Arguments) {
  SmallVector<const Expr *, 4> Result;
  for (const Expr *Each : Arguments)
    if (Each && !isa<CXXDefaultArgExpr>(Each))
      Result.push_back(Each);
  return Result;
}

/// The constructor by which \p Class makes an object of another one.
static const CXXConstructorDecl *copying(const CXXRecordDecl &Class,
                                         bool Moved) {
  const CXXConstructorDecl *Copies = nullptr;
  for (const CXXConstructorDecl *Each : Class.ctors()) {
    if (Moved && Each->isMoveConstructor())
      return Each;
    if (Each->isCopyConstructor())
      Copies = Each;
  }
  return Copies;
}

void ExpressionLowering::constructFrom(PathId To, PathId From, bool Moved,
                                       SourceLocation At) {
  const QualType Type = Paths.type(To);
  if (Paths[To].Smart) {
    const auto Traits = smartPointerTraits(Type);
    if (!Moved)
      emit(!Traits || Traits->CountsReferences ? OperationKind::AddReference
                                               : OperationKind::GiveAway,
           At)
          .Source = From;
    Builder.copy(To, From, place(At));
    if (Moved)
      set(From, 0, At);
    return;
  }
  if (const auto Holder = standardHolder(Type)) {
    for (unsigned I = 0; I < Holder->Parts.size(); ++I)
      constructFrom(Paths.member(To, Holder->field(I)),
                    Paths.member(From, Holder->field(I)), Moved, At);
    if (const std::string State = Holder->state(); !State.empty())
      Builder.copy(Paths.member(To, State), Paths.member(From, State),
                   place(At));
    return;
  }
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  if (!Class)
    return Builder.copy(To, From, place(At));
  const CXXConstructorDecl *Copies =
      Class->hasDefinition() ? copying(*Class, Moved) : nullptr;
  const CalleeKnowledge Known =
      Copies ? Summaries.of(*Copies) : CalleeKnowledge();
  if (Known.Is != CalleeKnowledge::Kind::Summary)
    return copyMembers(To, From, Moved, At);
  Bindings Given;
  Given.This = {Argument::Mode::ByAddress, To, 0};
  Given.Arguments = {{Argument::Mode::ByAddress, From, 0}};
  Given.At = place(At);
  SummaryReplay(Builder, Paths, *Known.Entry, std::move(Given)).run();
}

void ExpressionLowering::initialisePart(PathId Part, const Expr *From,
                                        SourceLocation At) {
  const QualType Type = Paths.type(Part);
  if (Type.isNull() || !Type->isRecordType() || Paths[Part].Smart)
    return initialise(Part, From, At);
  const Argument Source = value(From);
  if (Source.How != Argument::Mode::ByValue || Source.Path == NoPath)
    return forget(Part, From, At);
  const CXXRecordDecl *Class = From->getType()->getAsCXXRecordDecl();
  if (!Class || Class->getCanonicalDecl() !=
                    Type->getAsCXXRecordDecl()->getCanonicalDecl()) {
    // An object that is made of something else may own that.
    emit(OperationKind::GiveAway, At).Source = Source.Path;
    return forget(Part, From, At);
  }
  constructFrom(Part, Source.Path, !From->isLValue() || isMoved(From), At);
}

void ExpressionLowering::clearPart(PathId Part, SourceLocation At) {
  const QualType Type = Paths.type(Part);
  if (!Type.isNull() && Type->isRecordType() && !Paths[Part].Smart)
    clearMembers(Part, Type, At);
  else
    set(Part, 0, At);
}

/// The part is made of nothing.
void ExpressionLowering::makePart(PathId Part, SourceLocation At) {
  const QualType Type = Paths.type(Part);
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  clearPart(Part, At);
  if (!Class || !Class->hasDefinition() || Paths[Part].Smart)
    return;
  for (const CXXConstructorDecl *Each : Class->ctors())
    if (Each->isDefaultConstructor())
      if (const CalleeKnowledge Known = Summaries.of(*Each);
          Known.Is == CalleeKnowledge::Kind::Summary) {
        Bindings Given;
        Given.This = {Argument::Mode::ByAddress, Part, 0};
        Given.Arguments.resize(Each->getNumParams());
        Given.At = place(At);
        SummaryReplay(Builder, Paths, *Known.Entry, std::move(Given)).run();
      }
}

/// What \p Part holds is given up.
void ExpressionLowering::endPart(PathId Part, SourceLocation At) {
  const QualType Type = Paths.type(Part);
  if (!Type.isNull())
    destroyAt(Part, Type, At);
  clearPart(Part, At);
}

void ExpressionLowering::destroyHolder(PathId Whole,
                                       const StandardHolder &Holder,
                                       SourceLocation At) {
  for (unsigned I = Holder.Parts.size(); I-- > 0;) {
    const CXXRecordDecl *Class = Holder.Parts[I]->getAsCXXRecordDecl();
    if (Class && Class->hasDefinition() && !Class->hasTrivialDestructor())
      destroyAt(Paths.member(Whole, Holder.field(I)), Holder.Parts[I], At);
  }
}

/// The alternative or value at \p Index is there, made of \p From.
void ExpressionLowering::fillPart(PathId Whole, const StandardHolder &Holder,
                                  unsigned Index, ArrayRef<const Expr *> From,
                                  SourceLocation At) {
  const PathId Part = Paths.member(Whole, Holder.field(Index));
  if (From.empty())
    makePart(Part, At);
  else if (From.size() == 1)
    initialisePart(Part, From.front(), At);
  else
    giveToPart(Part, From, At);
  set(Paths.member(Whole, Holder.state()),
      Holder.Is == Kind::Optional ? 1 : int64_t(Index), At);
}

/// The part is made of several things, in a way that is not followed.
void ExpressionLowering::giveToPart(PathId Part, ArrayRef<const Expr *> From,
                                    SourceLocation At) {
  for (const Expr *Each : From)
    if (const Argument Given = value(Each); Given.Path != NoPath)
      emit(OperationKind::OpenToOthers, At).Target = Given.Path;
  emit(OperationKind::Forget, At).Target = Part;
}

/// Nobody knows what is in \p Whole from here on, or it gets \p From.
void ExpressionLowering::loseTrack(PathId Whole, ArrayRef<const Expr *> From,
                                   SourceLocation At) {
  emit(OperationKind::OpenToOthers, At).Target = Whole;
  giveToPart(Whole, From, At);
}

/// An optional or variant gets what \p From says.
void ExpressionLowering::fillHolder(PathId Whole, const StandardHolder &Holder,
                                    ArrayRef<const Expr *> From,
                                    SourceLocation At) {
  const PathId State = Paths.member(Whole, Holder.state());
  const bool Optional = Holder.Is == Kind::Optional;
  const bool Empty =
      From.empty() ||
      (Optional && isStandardClass(From.front()->getType(), "nullopt_t"));
  if (Empty) {
    for (unsigned I = 0; I < Holder.Parts.size(); ++I)
      clearPart(Paths.member(Whole, Holder.field(I)), At);
    if (!Optional)
      return fillPart(Whole, Holder, 0, {}, At);
    return set(State, 0, At);
  }
  const auto Other = standardHolder(From.front()->getType());
  if (From.size() == 1 && Other && Other->Is == Holder.Is) {
    const Argument Source = value(From.front());
    if (Source.How != Argument::Mode::ByValue || Source.Path == NoPath)
      return loseTrack(Whole, {}, At);
    return constructFrom(Whole, Source.Path,
                         !From.front()->isLValue() || isMoved(From.front()),
                         At);
  }
  if (Optional && isStandardClass(From.front()->getType(), "in_place_t"))
    return fillPart(Whole, Holder, 0, From.drop_front(), At);
  const int Index = Optional           ? 0
                    : From.size() == 1 ? Holder.partOf(From.front()->getType())
                                       : -1;
  if (Index < 0 || From.size() != 1)
    return loseTrack(Whole, From, At);
  for (unsigned I = 0; I < Holder.Parts.size(); ++I)
    if (I != unsigned(Index))
      clearPart(Paths.member(Whole, Holder.field(I)), At);
  fillPart(Whole, Holder, unsigned(Index), From, At);
}

/// A pair or tuple gets what \p From says. \returns false if that is not
/// followed.
bool ExpressionLowering::makeParts(PathId Whole, const StandardHolder &Holder,
                                   ArrayRef<const Expr *> From,
                                   SourceLocation At) {
  const auto Other =
      From.size() == 1 ? standardHolder(From.front()->getType()) : std::nullopt;
  const bool Converts = Other && Other->Parts.size() == Holder.Parts.size() &&
                        (Other->Is == Kind::Pair || Other->Is == Kind::Tuple);
  if (!From.empty() && !Converts && From.size() != Holder.Parts.size())
    return false;
  const Argument Source = Converts ? value(From.front()) : Argument();
  if (Converts &&
      (Source.How != Argument::Mode::ByValue || Source.Path == NoPath))
    return false;
  for (unsigned I = 0; I < Holder.Parts.size(); ++I) {
    const PathId Part = Paths.member(Whole, Holder.field(I));
    if (Converts)
      constructFrom(Part, Paths.member(Source.Path, Other->field(I)),
                    !From.front()->isLValue() || isMoved(From.front()), At);
    else if (From.empty())
      makePart(Part, At);
    else
      initialisePart(Part, From[I], At);
  }
  return true;
}

bool ExpressionLowering::lowerHolder(const CXXConstructExpr *Construct,
                                     Argument Object) {
  const auto Holder = standardHolder(Construct->getType());
  if (!Holder || Object.How != Argument::Mode::ByAddress ||
      Object.Path == NoPath)
    return false;
  // A copy that goes nowhere is what it is a copy of.
  if (!Destinations.count(Construct) &&
      Construct->getConstructor()->isCopyOrMoveConstructor())
    return true;
  const SourceLocation At = Construct->getBeginLoc();
  const SmallVector<const Expr *, 4> From =
      written({Construct->getArgs(), Construct->getNumArgs()});
  if (Holder->Is == Kind::Pair || Holder->Is == Kind::Tuple)
    return makeParts(Object.Path, *Holder, From, At);
  fillHolder(Object.Path, *Holder, From, At);
  return true;
}

/// \returns the part that `get<0>` or `get<T>` names; -1 if it is not known.
static int partNamed(const StandardHolder &Holder, const FunctionDecl &Callee) {
  const TemplateArgumentList *Arguments =
      Callee.getTemplateSpecializationArgs();
  if (!Arguments || Arguments->size() == 0)
    return -1;
  const TemplateArgument &First = Arguments->get(0);
  if (First.getKind() == TemplateArgument::Type)
    return Holder.partOf(First.getAsType());
  if (First.getKind() != TemplateArgument::Integral)
    return -1;
  const uint64_t Index = First.getAsIntegral().getZExtValue();
  return Index < Holder.Parts.size() ? int(Index) : -1;
}

/// std::get, std::get_if and std::holds_alternative.
bool ExpressionLowering::lowerPartCall(const CallExpr *Call, StringRef Name) {
  if (Call->getNumArgs() != 1)
    return false;
  const Argument Whole = value(Call->getArg(0));
  QualType Type = Call->getArg(0)->getType();
  if (Name == "get_if" && Type->isPointerType())
    Type = Type->getPointeeType();
  const auto Holder = standardHolder(Type);
  const int Index = Holder ? partNamed(*Holder, *Call->getDirectCallee()) : -1;
  if (Index < 0 || Whole.Path == NoPath ||
      Whole.How != (Name == "get_if" ? Argument::Mode::ByAddress
                                     : Argument::Mode::ByValue))
    return false;
  const PathId Part = Paths.member(Whole.Path, Holder->field(Index));
  if (Name == "get") {
    setResult(Call, {Argument::Mode::ByValue, Part, 0});
    return true;
  }
  if (Holder->Is != Kind::Variant)
    return false;
  const Condition Is{Paths.member(Whole.Path, Holder->state()),
                     {Comparison::Operator::Equal, Index, false}};
  if (Name == "holds_alternative") {
    Answers[Call] = Is;
    return true;
  }
  const SourceLocation At = Call->getExprLoc();
  const PathId Pointer = result(Call);
  branch(Is, At, [&](bool Holds) {
    Builder.set(Pointer,
                Holds ? Value::ofSigns(Value::Positive) : Value::ofConstant(0),
                place(At));
  });
  Paths.leadTo(Pointer, Part);
  return true;
}

void ExpressionLowering::branch(const Condition &When, SourceLocation At,
                                function_ref<void(bool)> Lower) {
  const BlockId From = Builder.currentBlock();
  const BlockId Then = Builder.addBlock();
  const BlockId Else = Builder.addBlock();
  const BlockId Join = Builder.addBlock();
  Builder.graph().Blocks[From].BranchPlace = place(At);
  Builder.jump(From, Then, When);
  Builder.jump(From, Else, When.negated());
  for (bool Holds : {true, false}) {
    Builder.startBlock(Holds ? Then : Else);
    Lower(Holds);
    Builder.jump(Builder.currentBlock(), Join);
  }
  Builder.startBlock(Join);
}

/// `std::tie(status, table) = open()`.
bool ExpressionLowering::lowerTied(const CallExpr *Assignment) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Assignment);
  if (!Operator || Operator->getOperator() != OO_Equal)
    return false;
  const auto *Tie = dyn_cast<CallExpr>(strip(Operator->getArg(0)));
  const FunctionDecl *Callee = Tie ? Tie->getDirectCallee() : nullptr;
  const Expr *From = Operator->getArg(1);
  const auto Holder = standardHolder(From->getType());
  if (!Callee || !Callee->isInStdNamespace() || !Callee->getIdentifier() ||
      Callee->getName() != "tie" || !Holder ||
      Holder->Parts.size() != Tie->getNumArgs())
    return false;
  const SourceLocation At = Operator->getOperatorLoc();
  const Argument Source = value(From);
  for (unsigned I = 0; I < Holder->Parts.size(); ++I) {
    const Expr *Into = Tie->getArg(I);
    const PathId Target = Paths.lvalue(Into);
    const bool Object = Into->getType()->isRecordType();
    if (Object || Target == NoPath || Source.Path == NoPath) {
      const bool Ignored =
          isStandardClass(Into->getType(), "_Swallow_assign") ||
          isStandardClass(Into->getType(), "__ignore_type");
      if (Target != NoPath && !Ignored)
        emit(OperationKind::OpenToOthers, At).Target = Target;
      if (!Ignored && Source.Path != NoPath)
        emit(OperationKind::OpenToOthers, At).Target =
            Paths.member(Source.Path, Holder->field(I));
      continue;
    }
    Builder.copy(Target, Paths.member(Source.Path, Holder->field(I)),
                 place(At));
  }
  // Nobody names it again.
  if (Source.Path != NoPath && From->isPRValue() &&
      Paths[Source.Path].Where == Storage::Temporary)
    emit(OperationKind::EndOfLife, At).Target = Source.Path;
  return true;
}

/// Functions of the standard library that make one of these, or take it apart.
bool ExpressionLowering::lowerHolderFunction(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee->isInStdNamespace())
    return false;
  const OverloadedOperatorKind Operator = Callee->getOverloadedOperator();
  if ((Operator == OO_EqualEqual || Operator == OO_ExclaimEqual) &&
      Call->getNumArgs() == 2)
    for (unsigned I : {0, 1})
      if (isStandardClass(Call->getArg(I)->getType(), "nullopt_t"))
        if (const Argument Whole = value(Call->getArg(1 - I));
            Whole.How == Argument::Mode::ByValue && Whole.Path != NoPath &&
            standardHolder(Call->getArg(1 - I)->getType())) {
          Answers[Call] = {
              Paths.member(Whole.Path, "[which]"),
              {Comparison::Operator::Equal, 0, Operator == OO_ExclaimEqual}};
          return true;
        }
  if (!Callee->getIdentifier())
    return false;
  const StringRef Name = Callee->getName();
  if (Name == "tie" && !isa<CXXMethodDecl>(Callee))
    return true; // what it makes is taken apart again
  if (Name == "get" || Name == "get_if" || Name == "holds_alternative")
    return lowerPartCall(Call, Name);
  if (Name != "make_pair" && Name != "make_tuple" && Name != "make_optional")
    return false;
  const auto Holder = standardHolder(Call->getType());
  if (!Holder || Holder->Parts.size() != Call->getNumArgs())
    return false;
  const PathId Whole = result(Call);
  const ArrayRef<const Expr *> From(Call->getArgs(), Call->getNumArgs());
  if (Holder->Is == Kind::Optional)
    fillPart(Whole, *Holder, 0, From, Call->getExprLoc());
  else
    makeParts(Whole, *Holder, From, Call->getExprLoc());
  noteTemporary(Call);
  return true;
}

/// `optional.value_or(null)`.
bool ExpressionLowering::lowerValueOr(const CallExpr *Call, PathId Whole,
                                      const Expr *Otherwise) {
  if (Call->getType()->isRecordType())
    return false;
  const SourceLocation At = Call->getExprLoc();
  const PathId Target = result(Call);
  branch({Paths.member(Whole, "[which]"),
          {Comparison::Operator::Equal, 0, /*Negated=*/true}},
         At, [&](bool Holds) {
           if (Holds)
             Builder.copy(Target, Paths.member(Whole, "[0]"), place(At));
           else
             assign(Target, Otherwise, At);
         });
  return true;
}

/// What \p Whole holds is given up for \p From. \returns false if that is not
/// followed.
bool ExpressionLowering::assignHolder(const CallExpr *Call, PathId Whole,
                                      const StandardHolder &Holder,
                                      const Expr *From) {
  const SourceLocation At = Call->getExprLoc();
  const bool HasState = !Holder.state().empty();
  if (!HasState && !standardHolder(From->getType()))
    return false;
  for (unsigned I = 0; I < Holder.Parts.size(); ++I)
    if (Holder.Parts[I]->isRecordType())
      endPart(Paths.member(Whole, Holder.field(I)), At);
  setResult(Call, {Argument::Mode::ByValue, Whole, 0});
  if (HasState)
    fillHolder(Whole, Holder, From, At);
  else if (!makeParts(Whole, Holder, From, At))
    loseTrack(Whole, From, At);
  return true;
}

/// Members of these classes.
bool ExpressionLowering::lowerHolderMember(const CallExpr *Call,
                                           const ResolvedCall &Resolved) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Resolved.Callee);
  const auto Holder = Method && Resolved.Receiver
                          ? standardHolder(Resolved.Receiver->getType())
                          : std::nullopt;
  if (!Holder)
    return false;
  const Argument Found = value(Resolved.Receiver);
  if (Found.How != Argument::Mode::ByValue || Found.Path == NoPath)
    return false;
  const PathId Whole = Found.Path;
  const SourceLocation At = Call->getExprLoc();
  const SmallVector<const Expr *, 4> From = written(Resolved.Arguments);
  if (Method->getOverloadedOperator() == OO_Equal && From.size() == 1)
    return assignHolder(Call, Whole, *Holder, From.front());
  if (Holder->Is != Kind::Optional && Holder->Is != Kind::Variant)
    return false;
  const PathId State = Paths.member(Whole, Holder->state());
  const PathId Value = Paths.member(Whole, Holder->field(0));
  const StringRef Name = Method->getIdentifier() ? Method->getName() : "";
  const bool Optional = Holder->Is == Kind::Optional;
  if (Optional ? Name == "has_value" || isa<CXXConversionDecl>(Method)
               : Name == "index")
    setResult(Call, {Argument::Mode::ByValue, State, 0});
  else if (Optional &&
           (Name == "value" || Method->getOverloadedOperator() == OO_Star))
    setResult(Call, {Argument::Mode::ByValue, Value, 0});
  else if (Optional && Method->getOverloadedOperator() == OO_Arrow)
    setResult(Call, {Argument::Mode::ByAddress, Value, 0});
  else if (Optional && Name == "value_or" && From.size() == 1)
    return lowerValueOr(Call, Whole, From.front());
  else if (Optional && Name == "reset") {
    endPart(Value, At);
    set(State, 0, At);
  } else if (Optional && Name == "emplace") {
    endPart(Value, At);
    fillPart(Whole, *Holder, 0, From, At);
    setResult(Call, {Argument::Mode::ByValue, Value, 0});
  } else {
    return false;
  }
  return true;
}

} // namespace mapitidy
