//===- CallLowering.cpp - Calls as operations -----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "capture/FunctionNames.h"
#include "capture/SmartPointers.h"
#include "catalogue/SummaryQueries.h"
#include "clang/AST/Attr.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// Whether calling \p Callee ends the process, or at least does not come back.
static bool neverReturns(const ResolvedCall &Resolved) {
  const FunctionDecl *Callee = Resolved.Callee;
  return (Resolved.Entry && Resolved.Entry->NeverReturns) ||
         (Callee &&
          (Callee->isNoReturn() || Callee->hasAttr<AnalyzerNoReturnAttr>()));
}

/// Whether the call is virtual, and the object is not known to be of just that
/// class. A class that calls its own functions is taken to mean them.
static bool isChosenByObject(const CallExpr *Call,
                             const ResolvedCall &Resolved) {
  const auto *Method = dyn_cast<CXXMethodDecl>(Resolved.Callee);
  if (!Method || !Method->isVirtual() || !Resolved.Receiver ||
      Method->hasAttr<FinalAttr>() || Method->getParent()->hasAttr<FinalAttr>())
    return false;
  const auto *Named = dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParens());
  const Expr *Object = Resolved.Receiver->IgnoreParenCasts();
  if ((Named && Named->hasQualifier()) || isa<CXXThisExpr>(Object))
    return false;
  const auto *Ref = dyn_cast<DeclRefExpr>(Object);
  return !Ref || !Ref->getDecl()->getType()->isRecordType();
}

/// The call does not come back: it throws, or the process ends.
void ExpressionLowering::lowerLastCall(const CallExpr *Call,
                                       const ResolvedCall &Resolved) {
  const FunctionDecl *Callee = Resolved.Callee;
  const CalleeKnowledge Known = Callee && !isChosenByObject(Call, Resolved)
                                    ? Summaries.of(*Callee)
                                    : CalleeKnowledge();
  const GraphBuilder::Assumption Assumed(
      Builder, Callee && Known.Is == CalleeKnowledge::Kind::Unknown &&
                   !Resolved.Entry &&
                   invoke(Call, Resolved, NoPath, /*Chosen=*/false));
  if (Known.Is == CalleeKnowledge::Kind::Summary) {
    lowerSummary(Call, Resolved, *Known.Entry);
  } else if (Context.getLangOpts().CXXExceptions &&
             ((Resolved.Entry && Resolved.Entry->Throws) ||
              (Callee && throwsByName(*Callee, Resolver.catalogue())))) {
    unwind(Call, QualType());
    Builder.startBlock(Builder.addBlock());
  }
  emit(OperationKind::LeaveProcess, Call->getBeginLoc());
}

void ExpressionLowering::lowerCall(const CallExpr *Call) {
  if (RangeParts.contains(Call))
    return endTurn(Call);
  ResolvedCall Resolved = Resolver.resolve(Call);
  if (neverReturns(Resolved))
    return lowerLastCall(Call, Resolved);
  if (lowerOwnerCall(Call) || lowerSmartCall(Call, Resolved) ||
      lowerAddressConversion(Call, Resolved))
    return;
  if (Resolved.Entry && Resolved.Entry->StartsThread)
    return lowerUnknownCall(Call, Resolved, /*Opaque=*/false);
  if (Resolved.Entry)
    return Resolved.Entry->Summarised
               ? lowerSummary(Call, Resolved, *Resolved.Entry)
               : lowerCatalogueCall(Call, Resolved);
  if (lowerStandardCall(Call) || lowerHolderMember(Call, Resolved) ||
      lowerContainerCall(Call, Resolved) || lowerStructureCopy(Call, Resolved))
    return;
  CalleeKnowledge Known =
      Resolved.Callee ? Summaries.of(*Resolved.Callee) : CalleeKnowledge();
  // A function that a pointer or an object chooses may do anything.
  bool Chosen = !Resolved.Callee || isChosenByObject(Call, Resolved);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Resolved.Callee);
  const CalleeKnowledge Only =
      Chosen && Method ? Summaries.ofChosen(*Method) : CalleeKnowledge();
  if (Known.Is == CalleeKnowledge::Kind::Summary && !Chosen)
    lowerSummary(Call, Resolved, *Known.Entry);
  else if (Only.Is == CalleeKnowledge::Kind::Summary)
    lowerSummary(Call, Resolved, *Only.Entry);
  else
    lowerUnknownCall(
        Call, Resolved,
        Known.Is != CalleeKnowledge::Kind::Unknown || !Resolved.Callee, Chosen);
}

/// Some smart pointers hand out an address as an object that converts to it.
bool ExpressionLowering::lowerAddressConversion(const CallExpr *Call,
                                                const ResolvedCall &Resolved) {
  if (!Resolved.Callee || !isa<CXXConversionDecl>(Resolved.Callee) ||
      !Resolved.Receiver || !Call->getType()->isPointerType())
    return false;
  Argument Address = value(Resolved.Receiver);
  if (Address.How != Argument::Mode::ByAddress)
    return false;
  setResult(Call, Address);
  return true;
}

/// Whether \p Callee gets a pointer by its address, to set it to null besides.
static bool takesAddress(const FunctionDecl *Callee, unsigned Index) {
  if (!Callee || Index >= Callee->getNumParams())
    return false;
  const QualType Type = Callee->getParamDecl(Index)->getType();
  return Type->isReferenceType() ||
         (Type->isPointerType() && Type->getPointeeType()->isPointerType());
}

void ExpressionLowering::lowerCatalogueCall(const Expr *Call,
                                            const ResolvedCall &Resolved) {
  Argument Receiver =
      Resolved.Receiver ? asInterface(value(Resolved.Receiver)) : Argument();
  SmallVector<Argument, 6> Arguments;
  if (const FunctionDecl *Callee = Resolved.Callee)
    Arguments = bindArguments(*Callee, Resolved.Arguments);
  else
    for (const Expr *From : Resolved.Arguments)
      Arguments.push_back(value(From));
  // A pointer to the pointer: what it points to is written to.
  auto WriteThrough = [&](Slot At) {
    if (At.Index < 0 || unsigned(At.Index) >= Arguments.size())
      return;
    if (Argument &Into = Arguments[At.Index];
        Into.How == Argument::Mode::ByValue)
      Into = {Argument::Mode::ByAddress, Paths.pointee(Into.Path), 0};
  };
  for (const Acquisition &How : Resolved.Entry->Acquires)
    WriteThrough(How.Into);
  if (Resolved.Entry->Registers)
    WriteThrough(Resolved.Entry->Registers->Token);
  PathId Target = result(Call);
  for (const GiveBack &Back : Resolved.Entry->Releases)
    if (Back.What.Index >= 0 &&
        unsigned(Back.What.Index) < Resolved.Arguments.size()) {
      const Expr *Freed = Resolved.Arguments[Back.What.Index];
      if (!Freed) // it is not known
        continue;
      emptyBlock(Freed, Call->getExprLoc());
      if (!takesAddress(Resolved.Callee, Back.What.Index))
        Arguments[Back.What.Index] = freed(Freed, Arguments[Back.What.Index]);
    }
  Operation &Operation = emit(OperationKind::Call, Call->getExprLoc());
  Operation.Entry = Resolved.Entry;
  Operation.Receiver = Receiver;
  Operation.Arguments = std::move(Arguments);
  Operation.Target = Target;
  Paths.noteAsked(Operation);
  if (Resolved.Entry->FindsIn)
    if (const Argument In = Operation.at(*Resolved.Entry->FindsIn);
        In.How == Argument::Mode::ByValue)
      pointInto(Target, In.Path, Value(), Call->getExprLoc());
}

/// What a function takes by value is an object of its own.
std::optional<Argument>
ExpressionLowering::bindObject(QualType Type, const Expr *From,
                               std::vector<PathId> &Objects) {
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition() || Class->isLambda())
    return std::nullopt;
  if (!smartPointee(Type).isNull()) {
    PathId Copy = Paths.temporary(Type);
    initialiseSmart(Copy, From, From->getBeginLoc());
    if (const Expr *Made = madeObject(From))
      setResult(Made, {Argument::Mode::ByValue, Copy, 0});
    if (!isa<CXXBindTemporaryExpr>(From))
      Objects.push_back(Copy);
    return Argument{Argument::Mode::ByValue, Copy, 0};
  }
  auto It = Destinations.find(madeObject(From));
  if (It == Destinations.end())
    return std::nullopt;
  if (!isa<CXXBindTemporaryExpr>(From)) // else its end is in the CFG
    Objects.push_back(It->second.Path);
  return Argument{Argument::Mode::ByValue, It->second.Path, 0};
}

/// An answer or a number that \p E makes of variables.
Argument ExpressionLowering::madeNumber(const Expr *E) {
  if (Condition Tested = answer(E); Tested.isKnown()) {
    Operation &Test = emit(OperationKind::Test, E->getBeginLoc());
    Test.Target = Paths.temporary(E->getType());
    Test.Tested = Tested;
    return {Argument::Mode::ByValue, Test.Target, 0};
  }
  const PathId Number = computed(E);
  if (Number == NoPath || !Paths[Number].Number)
    return {};
  if (all_of(Paths[Number].Calculated, isOfBits))
    return {Argument::Mode::ByValue, Number, 0};
  // A function that calls itself with one more or less each time is to call
  // itself with the same thing.
  const PathId Passed = Paths.temporary(E->getType());
  Builder.copy(Passed, Number, place(E->getBeginLoc()));
  return {Argument::Mode::ByValue, Passed, 0};
}

SmallVector<Argument, 6>
ExpressionLowering::bindArguments(const FunctionDecl &Callee,
                                  ArrayRef<const Expr *> Arguments,
                                  std::vector<PathId> *Objects) {
  SmallVector<Argument, 6> Result;
  for (auto [Index, From] : enumerate(Arguments)) {
    bool HasParameter = Index < Callee.getNumParams();
    QualType Type =
        HasParameter ? Callee.getParamDecl(Index)->getType() : QualType();
    if (!From) { // it is not known
      Result.emplace_back();
      continue;
    }
    if (HasParameter && Objects)
      if (std::optional<Argument> Object = bindObject(Type, From, *Objects)) {
        Result.push_back(*Object);
        continue;
      }
    Argument Given = value(From);
    if (Given.How == Argument::Mode::Other)
      Given = madeNumber(From);
    // A reference is the address of what it refers to.
    if (Given.How == Argument::Mode::ByValue && HasParameter &&
        Type->isReferenceType()) {
      const Argument Pointer = asInterface(Given);
      if (Pointer.Path == Given.Path)
        Given.How = Argument::Mode::ByAddress;
      Given.Path = Pointer.Path;
    }
    Result.push_back(Given);
  }
  return Result;
}

void ExpressionLowering::destroyObjects(ArrayRef<PathId> Objects,
                                        SourceLocation At) {
  for (PathId Object : reverse(Objects)) {
    destroyAt(Object, Paths.type(Object), At);
    emit(OperationKind::EndOfLife, At).Target = Object;
  }
}

/// Whether some of the steps dispose of what the parameter \p Index points to.
static bool disposesOf(ArrayRef<Step> Steps, unsigned Index) {
  auto Is = [Index](const Place &At) {
    return At.From == Place::Root::Parameter && At.Index == Index &&
           At.Fields.empty();
  };
  return any_of(Steps, [&](const Step &Each) {
    if (Each.Is != Step::Kind::Operation)
      return disposesOf(Each.Then, Index) || disposesOf(Each.Else, Index);
    return (Each.Does == OperationKind::GiveAway && Is(Each.Source)) ||
           (Each.Entry &&
            any_of(Each.Entry->Releases, [&](const GiveBack &Back) {
              return Is(Each.at(Back.What));
            }));
  });
}

void ExpressionLowering::emptyIfDisposedOf(const Expr *Element,
                                           const CallEntry &Entry,
                                           unsigned Index) {
  if (any_of(Entry.Outcomes, [Index](const Outcome &Way) {
        return disposesOf(Way.Steps, Index);
      }))
    emptyBlock(Element, Element->getBeginLoc());
}

void ExpressionLowering::lowerSummary(const CallExpr *Call,
                                      const ResolvedCall &Resolved,
                                      const CallEntry &Entry) {
  const FunctionDecl *Callee = Resolved.Callee;
  Bindings Given;
  Given.At = place(Call->getExprLoc());
  if (Resolved.Receiver)
    Given.This = object(Resolved.Receiver);
  std::vector<PathId> Objects;
  if (Callee)
    Given.Arguments = bindArguments(*Callee, Resolved.Arguments, &Objects);
  for (auto [Index, From] : enumerate(Resolved.Arguments))
    if (From)
      emptyIfDisposedOf(From, Entry, Index);
  Given.Unwind = [this, Call](StringRef Thrown) {
    unwind(Call, Resolver.thrownType(Thrown));
  };
  bool Reference = Call->isGLValue();
  if (!Call->getType()->isVoidType())
    Given.Result =
        Reference ? Paths.temporary(Context.getPointerType(Call->getType()))
                  : result(Call);
  const Step *Hands = projection(Entry);
  SummaryReplay Replay(Builder, Paths, Entry, Given);
  if (Hands && Hands->Does == OperationKind::Copy && !Reference) {
    Argument Source = Replay.resolve(Hands->Source);
    if (Source.How == Argument::Mode::Constant ||
        (Source.Path != NoPath && !Destinations.count(Call)))
      return setResult(Call, Source);
  }
  if (const Step *Asked = predicate(Entry))
    if (Argument Tested = Replay.resolve(Asked->Target);
        Tested.How == Argument::Mode::ByValue && Tested.Path != NoPath) {
      Operation &Test = emit(OperationKind::Test, Call->getExprLoc());
      Test.Target = Given.Result;
      Test.Tested = Answers[Call] = {Tested.Path, Asked->When};
      return destroyObjects(Objects, Call->getExprLoc());
    }
  Replay.run();
  deriveFromReplay(Replay, Resolved, Call->getExprLoc());
  destroyObjects(Objects, Call->getExprLoc());
  noteTemporary(Call);
  if (Reference)
    if (PathId Named = Paths.pointsTo(Given.Result); Named != NoPath)
      setResult(Call, {Argument::Mode::ByValue, Named, 0});
}

bool ExpressionLowering::lowerStructureCopy(const CallExpr *Call,
                                            const ResolvedCall &Resolved) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Resolved.Callee);
  if (!Method || Method->isUserProvided() || !Resolved.Receiver ||
      !(Method->isCopyAssignmentOperator() ||
        Method->isMoveAssignmentOperator()))
    return false;
  // Clang writes one for classes whose members have theirs.
  if (!Method->isTrivial() &&
      Summaries.of(*Method).Is == CalleeKnowledge::Kind::Summary)
    return false;
  emptyBlock(Resolved.Arguments.front(), Call->getExprLoc());
  PathId Target = Paths.lvalue(Resolved.Receiver);
  Argument Source = value(Resolved.Arguments.front());
  if (Target == NoPath || Source.How != Argument::Mode::ByValue)
    return false;
  copyMembers(Target, Source.Path, Method->isMoveAssignmentOperator(),
              Call->getExprLoc());
  return true;
}

} // namespace mapitidy
