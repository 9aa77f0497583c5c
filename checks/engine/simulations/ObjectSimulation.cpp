//===- ObjectSimulation.cpp - Following an owned thing --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/ObjectSimulation.h"
#include "engine/simulations/Holding.h"

using namespace llvm;

namespace mapitidy {

/// The interface of the variable that gets what \p From holds, itself or
/// through others: a variable of a function that is called has no type here.
static std::string typeOfCopies(const FlowGraph &Graph, PathId From) {
  SmallVector<PathId, 4> Known{From};
  for (size_t I = 0; I < Known.size(); ++I) {
    if (!Graph.Paths[Known[I]].Interface.empty())
      return Graph.Paths[Known[I]].Interface;
    for (const Block &B : Graph.Blocks)
      for (const Operation &Op : B.Operations)
        if (Op.Kind == OperationKind::Copy && Op.Source == Known[I] &&
            !is_contained(Known, Op.Target))
          Known.push_back(Op.Target);
  }
  return {};
}

ObjectSimulation::ObjectSimulation(AnalysisContext &Shared,
                                   const Operation &Source,
                                   const Acquisition &How, OriginId Id)
    : Shared(Shared), Source(Source), How(How), Ids{Id},
      Path(Source.at(How.Into).Path), Type(How.Type) {
  if (Path != NoPath && !Shared.Graph.Paths[Path].Interface.empty())
    Type = Shared.Graph.Paths[Path].Interface;
  if (isSession(How.Kind) && Type.empty())
    Type = "IMAPISession";
  if (Type.empty() && Path != NoPath && How.Kind == ResourceKind::Interface)
    Type = typeOfCopies(Shared.Graph, Path);
  // Asked for by QueryInterface, a borrowed session stays one.
  if (How.Kind == ResourceKind::Interface && Shared.From.isBorrowed(Id))
    this->How.Kind = ResourceKind::BorrowedSession;
}

ObjectSimulation::ObjectSimulation(AnalysisContext &Shared,
                                   const Operation &Source, Slot What,
                                   ResourceKind Kind)
    : Shared(Shared), Source(Source), Ids(Shared.From.of(Source).at(What)),
      Path(Source.at(What).Path), FromOutside(true) {
  How.Into = What;
  How.Kind = Kind;
  if (Kind == ResourceKind::Interface && Path != NoPath)
    Type = Shared.Graph.Paths[Path].Interface;
}

void ObjectSimulation::begin(PathEngine &Engine, const Operation &,
                             PathState Before, std::vector<PathState> &After) {
  if (!FromOutside)
    return acquire(Engine, std::move(Before), After);
  ObjectState State;
  Before.addHolder(Path);
  if (addsReference()) {
    // One reference is the function's own, whatever others there are.
    State.Kept = true;
    Before.Typestate = State.pack();
    Engine.note(Before, Source.Place, &Source,
                name(Before) + " gets a reference more here");
    After.push_back(std::move(Before));
    return;
  }
  State.Owed = false;
  if (How.Kind == ResourceKind::Interface && !followsRelease())
    State.References = 4; // nobody knows how many there are
  Before.Typestate = State.pack();
  call(Engine, Source, std::move(Before), After);
}

/// Whether there is a block that the new one belongs to; it is known to be
/// there then.
bool ObjectSimulation::hangsOffRoot(PathState &Before) const {
  for (Slot Root : How.From) {
    Argument Given = Source.at(Root);
    if (Given.How == Argument::Mode::Constant && Given.Constant == 0)
      return false;
    if (Given.How != Argument::Mode::ByValue)
      continue;
    if (Before.fact(Given.Path).Signs == Value::Zero)
      return false;
    Before.setFact(Given.Path, Value::ofSigns(Value::Positive));
  }
  return true;
}

void ObjectSimulation::acquire(PathEngine &Engine, PathState Before,
                               std::vector<PathState> &After) {
  if (How.When == EffectWhen::Failure)
    Before.setFact(Source.Target, failureValue(*Source.Entry));
  else if (How.When != EffectWhen::Always)
    Before.setFact(Source.Target, successValue(*Source.Entry, How.When));
  Before.setFact(Path, Value::ofSigns(Value::Positive));
  // Without a block to belong to, it is a block of its own.
  if (How.Kind == ResourceKind::Chained && !hangsOffRoot(Before))
    return;
  // Memory comes with its size or count.
  if (isMemory(How.Kind))
    for (const Argument &Given : Source.Arguments)
      if (Given.How == Argument::Mode::ByAddress && Given.Path != NoPath &&
          Shared.Graph.Paths[Given.Path].Number)
        Before.setFact(Given.Path, Value::ofSigns(Value::Positive));
  if (const BlockEntry *Block =
          Shared.Entries.findBlock(Shared.Graph.Paths[Path].Block);
      Block && !Block->NeverEmpty.empty())
    if (PathId Count = Shared.Graph.memberOf(Path, Block->NeverEmpty);
        Count != NoPath)
      Before.setFact(Count, Value::ofSigns(Value::Positive));
  Before.addHolder(Path);
  if (Source.Target != NoPath && Source.Target != Path &&
      How.When != EffectWhen::Always)
    Before.Tells.add(Source.Target, /*Hidden=*/false);
  Before.Typestate = acquired(How.Kind).pack();
  Engine.note(Before, Source.Place, &Source,
              name(Before) + " is acquired here by " + Source.Entry->Call);
  After.push_back(std::move(Before));
}

bool ObjectSimulation::apply(PathEngine &Engine, const Operation &Op,
                             PathState &Now, ObjectEvent Event) {
  ObjectTransition Step =
      advance(How.Kind, ObjectState::unpack(Now.Typestate), Event);
  Now.Typestate = Step.Next.pack();
  if (Event == ObjectEvent::Lost && Step.Next.Phase == ObjectPhase::Lost)
    lose(Engine, Op, Now);
  else if (Step.Broken)
    report(Engine, Op, Now, *Step.Broken);
  return ObjectState::unpack(Now.Typestate).Phase != ObjectPhase::Gone;
}

bool ObjectSimulation::doubt(PathEngine &, BlockId Branch, const Edge &Taken,
                             PathState &State) {
  ObjectState Now = ObjectState::unpack(State.Typestate);
  const auto Doubt = Unsettled.take(Now.Doubt, Branch, Taken);
  if (!Doubt)
    return false;
  Now.Doubt = *Doubt;
  State.Typestate = Now.pack();
  return true;
}

/// Whoever uses the object knows that it is there.
static void believe(PathState &Now) {
  if (Now.Tells.empty())
    return;
  ObjectState State = ObjectState::unpack(Now.Typestate);
  State.Doubt = 0;
  Now.Typestate = State.pack();
  Now.Tells.clear();
}

/// What a test in doubt has parted is one again where both sides have come to
/// the same.
bool ObjectSimulation::merge(PathState &Known, const PathState &New) {
  ObjectState Now = ObjectState::unpack(Known.Typestate);
  const ObjectState Other = ObjectState::unpack(New.Typestate);
  const auto Both = Unsettled.meet(Now.Doubt, Other.Doubt);
  Now.Doubt = Other.Doubt;
  if (!Both || Now.pack() != Other.pack())
    return false;
  Now.Doubt = *Both;
  Known.Typestate = Now.pack();
  return true;
}

/// Whether it is a leak shows at the exit: a Logoff on the way would be worse.
void ObjectSimulation::lose(PathEngine &Engine, const Operation &Op,
                            PathState &Now) {
  Loss New{faultOf(Now, Rule::InterfaceLost, Op), {}};
  New.Lost.Message = message(Engine, Now, Rule::InterfaceLost, Op);
  auto It = find_if(Losses, [&](const Loss &Other) {
    return Other.Lost.Place == New.Lost.Place && Other.Lost.At == &Op;
  });
  size_t Index = It - Losses.begin();
  if (It == Losses.end()) {
    New.Way = Shared.wayTo(Engine, Now);
    New.Lost.Way = Engine.way(Now);
    Losses.push_back(std::move(New));
  }
  ObjectState State = ObjectState::unpack(Now.Typestate);
  State.Loss = uint8_t(std::min<size_t>(Index, 255));
  Now.Typestate = State.pack();
}

bool ObjectSimulation::release(PathEngine &Engine, const Operation &Op,
                               PathState &Now) {
  for (const GiveBack &Back : Op.Entry->Releases) {
    Argument Given = Op.at(Back.What);
    if (!isHeld(Now, Given)) {
      if (freesPart(Now, Op, Back)) {
        report(Engine, Op, Now, Rule::InteriorFreed);
        // A pointer that was meant to free the block will not do so again.
        if (Given.How != Argument::Mode::Other)
          apply(Engine, Op, Now, ObjectEvent::PartFreed);
      }
      continue;
    }
    if (Back.When == EffectWhen::Success && FromOutside)
      continue;
    if (Back.When == EffectWhen::Success)
      return false; // nobody knows which it is
    if (!giveBack(Engine, Op, Now, releaseBy(Now, Back, Given.Path)))
      return false;
    // Where a reference is left, it is somebody else's, and what happens to the
    // object is beyond this function.
    if (Back.How == "Release" && Op.Target != NoPath &&
        ObjectState::unpack(Now.Typestate).Phase == ObjectPhase::Released)
      Now.setFact(Op.Target, Value::ofConstant(0));
    // What the elements own outlives the shell.
    if (const BlockEntry *Shape =
            Shared.Entries.findBlock(Shared.Graph.Paths[Path].Block);
        Shape && Back.How == Shape->Shell)
      Now.clearParts();
  }
  return true;
}

bool ObjectSimulation::giveBack(PathEngine &Engine, const Operation &Op,
                                PathState &Now, ObjectEvent How) {
  explain(Now, Op,
          Op.Implicit ? "its destructor releases it here; release it before, "
                        "or narrow its scope"
                      : "it is released here");
  bool Live = ObjectState::unpack(Now.Typestate).Phase != ObjectPhase::Released;
  bool More = apply(Engine, Op, Now, How);
  if (Live && ObjectState::unpack(Now.Typestate).Phase == ObjectPhase::Released)
    Engine.note(Now, Op.Place, &Op, "it is given back here");
  return More;
}

void ObjectSimulation::libraries(PathEngine &Engine, const Operation &Op,
                                 PathState &Now) {
  const CallEntry &Entry = *Op.Entry;
  if (Entry.Uninitialises == InitLevel::Ole)
    apply(Engine, Op, Now, ObjectEvent::OleUninitialise);
  if (Entry.Uninitialises != InitLevel::Mapi ||
      Shared.NestedUninitialise.count(Op.Index))
    return;
  bool Foreign = !FromOutside && !Source.Entry->Mapi; // C's memory, COM's ...
  if (!Foreign && (!Shared.Entries.findInterface(Type) || isMapiType()))
    apply(Engine, Op, Now, ObjectEvent::MapiUninitialise);
  Engine.note(Now, Op.Place, &Op, "MAPIUninitialize is called here");
}

void ObjectSimulation::use(PathEngine &Engine, const Operation &Op,
                           PathState &Now) {
  StringRef Method = Op.Entry->name();
  // IUnknown's own methods work to the end.
  if (Method == "Release" || Method == "AddRef" || Method == "QueryInterface" ||
      (&Op == &Source && !FromOutside) || followsRelease())
    return; // ... and somebody else may have a reference
  bool Receives = isHeld(Now, Op.Receiver);
  bool Given = false;
  for (unsigned I = 0; I < Op.Arguments.size(); ++I)
    Given |= (isHeld(Now, Op.Arguments[I]) || isPart(Now, Op.Arguments[I])) &&
             none_of(Op.Entry->Releases,
                     [I](const GiveBack &Back) {
                       return Back.What == Slot{int(I)};
                     }) &&
             !(Op.Entry->AddsReference == Slot{int(I)});
  if (Receives)
    explain(Now, Op, "it is used here");
  if (Receives || Given)
    apply(Engine, Op, Now, ObjectEvent::Use);
}

void ObjectSimulation::succeed(PathEngine &Engine, const Operation &Op,
                               PathState Now, std::vector<PathState> &After) {
  const Invalidation *Invalid = invalidation(Now, Op);
  const Retention *Kept = nullptr;
  for (const Retention &Each : Op.Entry->Keeps)
    if (isHeld(Now, Op.at(Each.What)))
      Kept = &Each;
  const EffectWhen When = Invalid ? Invalid->When : EffectWhen::Success;
  Value OnFailure = When == EffectWhen::SOk
                        ? Value::ofSigns(Value::Negative | Value::Positive)
                        : failureValue(*Op.Entry);
  bool MayFail = OnFailure.Signs != 0 && Op.Ends != Success::Yes &&
                 ((Invalid && Invalid->When != EffectWhen::Always) ||
                  (Kept && !Kept->ReleaseBefore.empty()));
  if (MayFail) {
    PathState Failed = Now;
    Failed.setFact(Op.Target, OnFailure);
    After.push_back(std::move(Failed));
    Now.setFact(Op.Target, successValue(*Op.Entry, When));
  }
  if (Invalid && Op.Ends != Success::No) {
    Spender = &Op;
    SpentForSure = !Invalid->Doubtful;
    apply(Engine, Op, Now, ObjectEvent::Invalidate);
    Engine.note(Now, Op.Place, &Op,
                "after " + Op.Entry->Call + " here, only Release is left");
  }
  if (Kept || isAskedForElsewhere(Now, Op)) {
    ObjectState State = ObjectState::unpack(Now.Typestate);
    State.Kept = true;
    if (Kept && !Kept->ReleaseBefore.empty()) {
      Promise = Kept;
      State.Promised = true;
      Engine.note(Now, Op.Place, &Op, Op.Entry->Call + " keeps it here");
    }
    Now.Typestate = State.pack();
  }
  After.push_back(std::move(Now));
}

void ObjectSimulation::overwrite(PathEngine &Engine, const Operation &Op,
                                 PathState Now, std::vector<PathState> &After) {
  bool Acquires = false;
  for (const Acquisition &Other : Op.Entry->Acquires)
    if (Now.holds(Op.at(Other.Into).Path)) {
      if (Other.IfNull) // it is not null: the callee reads it
        return After.push_back(std::move(Now));
      Acquires = true;
    }
  if (!Acquires) // an in-out parameter: the callee may have replaced it
    return;
  PathState Failed = Now;
  Value OnFailure = failureValue(*Op.Entry);
  if (OnFailure.Signs != 0 && Op.Ends != Success::Yes) {
    Failed.setFact(Op.Target, OnFailure);
    for (PathId Holder : Failed.holders())
      Failed.setFact(Holder, Value::ofSigns(Value::Positive));
    // MAPI's functions, more often than not, set it to null then.
    bool Released =
        ObjectState::unpack(Now.Typestate).Phase == ObjectPhase::Released;
    if (Released)
      Engine.note(Failed, Op.Place, &Op,
                  "assuming that " + Op.Entry->Call +
                      " fails here: it may leave " + name(Now) + " alone");
    if (!Released || !Op.Entry->interface().empty())
      After.push_back(std::move(Failed));
  }
  Now.setFact(Op.Target, successValue(*Op.Entry, EffectWhen::Success));
  for (const Acquisition &Other : Op.Entry->Acquires)
    if (PathId Into = Op.at(Other.Into).Path; Now.holds(Into)) {
      Now.removeHolder(Into);
      Now.setFact(Into, Value::ofSigns(Value::Positive));
    }
  if (!Now.holders().empty() ||
      (apply(Engine, Op, Now, ObjectEvent::Lost) &&
       ObjectState::unpack(Now.Typestate).Phase != ObjectPhase::Released))
    After.push_back(std::move(Now));
}

/// \returns false if nothing more is of interest.
bool ObjectSimulation::overwriteResult(PathEngine &Engine, const Operation &Op,
                                       PathState &Now) {
  if (!Now.holds(Op.Target))
    return true;
  Now.removeHolder(Op.Target);
  return !Now.holders().empty() ||
         (apply(Engine, Op, Now, ObjectEvent::Lost) &&
          ObjectState::unpack(Now.Typestate).Phase != ObjectPhase::Released);
}

void ObjectSimulation::call(PathEngine &Engine, const Operation &Op,
                            PathState Now, std::vector<PathState> &After) {
  const CallEntry &Entry = *Op.Entry;
  for (const Argument &Given : Op.Arguments)
    if (Given.How == Argument::Mode::ByAddress)
      Now.removePart(Given.Path);
  if (Entry.FastShutdown || startsAnew(Op) ||
      ((Entry.LogsOff || Entry.Uninitialises) && isTheCallers(Now)))
    return;
  if (isHeld(Now, Op.Receiver))
    believe(Now);
  if (Promise && ObjectState::unpack(Now.Typestate).Promised &&
      Entry.Call == Promise->ReleaseBefore)
    report(Engine, Op, Now, Rule::HeldAtPromisedCall);
  if (removesIt(Op))
    apply(Engine, Op, Now, ObjectEvent::Removed);
  if (closesParent(Op))
    apply(Engine, Op, Now, ObjectEvent::ParentClosed);
  use(Engine, Op, Now);
  if (Entry.AddsReference && isHeld(Now, Op.at(*Entry.AddsReference)))
    apply(Engine, Op, Now, ObjectEvent::AddReference);
  if (!release(Engine, Op, Now) || !loseWithBlock(Engine, Op, Now))
    return;
  if (logsOff(Now, Op)) {
    apply(Engine, Op, Now, ObjectEvent::SessionLogoff);
    Engine.note(Now, Op.Place, &Op,
                (isSession(How.Kind) ? name(Now) : "the session") +
                    " is logged off here");
  } else if (Entry.LogsOff && How.Type == "IMAPIAdviseSink") {
    // Not an object of the session, but the page lists it: advice only.
    report(Engine, Op, Now, Rule::SinkLiveAtLogoff);
  }
  libraries(Engine, Op, Now);
  if (any_of(Op.Arguments, [&](const Argument &Given) {
        return Given.How == Argument::Mode::ByAddress && Now.holds(Given.Path);
      }))
    return overwrite(Engine, Op, std::move(Now), After);
  if (overwriteResult(Engine, Op, Now))
    succeed(Engine, Op, std::move(Now), After);
}

void ObjectSimulation::holderChanged(PathEngine &Engine, const Operation &Op,
                                     PathState Now,
                                     std::vector<PathState> &After) {
  if (PathId Named = holder(Now);
      Shared.Graph.Paths[Named].Where != Storage::Temporary)
    LastHolder = Named;
  if (isPassedAsPart(Now, Op))
    return; // whoever has the pointer can go back
  if (PathId Out = handedOut(Now, Op); Out != NoPath)
    return handOut(Engine, Op, Now, Out);
  if (Op.Kind == OperationKind::Copy && Now.holds(Op.Source) &&
      Shared.isInOwnBlock(Op.Target)) {
    Now.addHolder(Op.Target);
    return After.push_back(std::move(Now));
  }
  const bool HadParts = !Now.parts().empty();
  if (isMemory(How.Kind))
    updateParts(Shared.Graph, Op, Now, isFilled());
  HolderChange Change = updateHolders(Shared.Graph, Op, Now);
  const bool Dangles =
      ObjectState::unpack(Now.Typestate).Phase == ObjectPhase::Released;
  // A pointer that has moved through the block was the last way back to it.
  if (Change == HolderChange::None && HadParts && Now.holders().empty() &&
      Now.parts().empty())
    Change = HolderChange::LostLast;
  if (Change == HolderChange::LostLast && Dangles && !Now.parts().empty())
    return After.push_back(std::move(Now));
  // Whoever gets it, it stays part of its root.
  if (How.Kind == ResourceKind::Chained && Change == HolderChange::GivenAway &&
      Op.Kind == OperationKind::Copy)
    Change = HolderChange::None;
  if (Change == HolderChange::GivenAway ||
      (Change == HolderChange::LostLast &&
       (!apply(Engine, Op, Now, ObjectEvent::Lost) ||
        ObjectState::unpack(Now.Typestate).Phase == ObjectPhase::Released)))
    return;
  After.push_back(std::move(Now));
}

/// Whether somebody out of sight may change where the object is held.
static bool isExposed(const AnalysisContext &Shared, const PathState &Now) {
  return any_of(Now.holders(), [&](PathId Holder) {
    const AccessPath &Path = Shared.Graph.Paths[Holder];
    return Path.Shared ||
           (Path.Where == Storage::Outside && !Shared.isInOwnBlock(Holder));
  });
}

void ObjectSimulation::step(PathEngine &Engine, const Operation &Op,
                            PathState Before, std::vector<PathState> &After) {
  switch (Op.Kind) {
  case OperationKind::Call:
    return call(Engine, Op, std::move(Before), After);
  case OperationKind::AddReference:
    if (Before.holds(Op.Source))
      apply(Engine, Op, Before, ObjectEvent::AddReference);
    After.push_back(std::move(Before));
    return;
  case OperationKind::Release:
    if (Before.holds(Op.Target)) {
      if (!giveBack(Engine, Op, Before, ObjectEvent::Release))
        return;
    }
    After.push_back(std::move(Before));
    return;
  case OperationKind::Dereference:
    if (Before.holds(Op.Source))
      believe(Before);
    if ((Before.holds(Op.Source) || Before.pointsInto(Op.Source)) &&
        isMemory(How.Kind))
      apply(Engine, Op, Before, ObjectEvent::Use);
    After.push_back(std::move(Before));
    return;
  case OperationKind::Lend:
    // Whoever gets a part of a block, it stays that.
    if (!Shared.ComeBack.count(Op.Index) && How.Kind != ResourceKind::Chained)
      return holderChanged(Engine, Op, std::move(Before), After);
    After.push_back(std::move(Before));
    return;
  case OperationKind::PointInto:
    if (!isMemory(How.Kind) ||
        !isWithin(Shared.Graph, Before, Op.Source, isFilled()))
      return holderChanged(Engine, Op, std::move(Before), After);
    movePointer(Shared.Graph, Op, Before);
    After.push_back(std::move(Before));
    return;
  case OperationKind::UnknownCall:
    // Whoever adds a reference may do so for somebody else.
    if (!addsReference() &&
        (!(FromOutside || How.Kind == ResourceKind::Chained ||
           isInGlobal(Before)) ||
         !isExposed(Shared, Before)))
      After.push_back(std::move(Before));
    return;
  case OperationKind::Copy:
  case OperationKind::Set:
  case OperationKind::Constrain:
  case OperationKind::TakeAddress:
  case OperationKind::Test:
  case OperationKind::Derive:
  case OperationKind::Forget:
  case OperationKind::Combine:
  case OperationKind::Declare:
  case OperationKind::EmptyBlock:
  case OperationKind::OpenToOthers:
  case OperationKind::GiveAway:
  case OperationKind::EndOfLife:
  case OperationKind::Return:
  case OperationKind::Throw:
  case OperationKind::LeaveProcess:
  case OperationKind::UnknownLevels:
    return holderChanged(Engine, Op, std::move(Before), After);
  }
}

void ObjectSimulation::leave(PathEngine &Engine, const PathState &Last,
                             SourcePlace Place) {
  if (FromOutside && !addsReference())
    return;
  PathState Now = Last;
  if (isTheCallers(Last) || isInGlobal(Last))
    return; // whatever is thrown
  // An ordinary exit ended the holders' lives before; a throw did not.
  if (Last.holders().empty()) {
    apply(Engine, Source, Now, ObjectEvent::Exit);
    return;
  }
  Unwind.Kind = OperationKind::Release;
  Unwind.Place = Place;
  Unwind.Implicit = true;
  Leaving = Last.LeavingAt != 0 || !Shared.Graph.IsClass;
  bool Smart = any_of(Last.holders(), [&](PathId Holder) {
    return Shared.Graph.Paths[Holder].Smart;
  });
  apply(Engine, Unwind, Now, Smart ? ObjectEvent::Release : ObjectEvent::Lost);
  apply(Engine, Unwind, Now, ObjectEvent::Exit);
  Leaving = false;
}

} // namespace mapitidy
