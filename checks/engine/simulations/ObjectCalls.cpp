//===- ObjectCalls.cpp - What a call does to an owned thing ---------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/ObjectSimulation.h"

using namespace llvm;

namespace mapitidy {

void ObjectSimulation::believe(PathState &Now) {
  if (Now.Tells.empty())
    return;
  ObjectState State = ObjectState::unpack(Now.Typestate);
  State.Doubt = 0;
  Now.Typestate = State.pack();
  Now.Tells.clear();
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
      if (Other.IfNull) { // it is not null: the callee reads it
        for (PathId Holder : Now.holders())
          Now.setFact(Holder, Value::ofSigns(Value::Positive));
        return After.push_back(std::move(Now));
      }
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

} // namespace mapitidy
