//===- ObjectSimulation.cpp - Following an owned thing --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/ObjectSimulation.h"
#include "engine/Holding.h"

using namespace llvm;

namespace mapitidy {

ObjectSimulation::ObjectSimulation(AnalysisContext &Shared,
                                   const Operation &Source,
                                   const Acquisition &How, OriginId Id)
    : Shared(Shared), Source(Source), How(How), Id(Id),
      Path(Source.at(How.Into).Path), Type(How.Type) {
  if (Path != NoPath && !Shared.Graph.Paths[Path].Interface.empty())
    Type = Shared.Graph.Paths[Path].Interface;
  if (isSession(How.Kind) && Type.empty())
    Type = "IMAPISession";
}

/// The path by which a user knows the object: not a variable of a function that
/// was called to open it.
PathId ObjectSimulation::holder(const PathState &Now) const {
  if (Shared.Graph.Paths[Path].Where != Storage::Temporary)
    return Path;
  for (PathId Holder : Now.holders())
    if (Shared.Graph.Paths[Holder].Where != Storage::Temporary)
      return Holder;
  return Path;
}

std::string ObjectSimulation::name(const PathState &Now) const {
  return describe(Shared.Graph, holder(Now), Type);
}

bool ObjectSimulation::isTracked() const {
  Argument Into = Source.at(How.Into);
  if (Into.How != Argument::Mode::ByAddress || Path == NoPath ||
      !How.Field.empty())
    return false;
  const AccessPath &Held = Shared.Graph.Paths[Path];
  return Held.Where != Storage::Outside && !Held.Shared;
}

bool ObjectSimulation::isHeld(const PathState &Now,
                              const Argument &Given) const {
  return Given.How == Argument::Mode::ByValue && Now.holds(Given.Path);
}

void ObjectSimulation::acquire(PathEngine &Engine, PathState Before,
                               std::vector<PathState> &After) {
  if (How.When != EffectWhen::Always)
    Before.setFact(Source.Target, successValue(*Source.Entry, How.When));
  Before.setFact(Path, Value::ofSigns(Value::Positive));
  Before.addHolder(Path);
  Before.Typestate = ObjectState().pack();
  Engine.note(Before, Source.Place, &Source,
              name(Before) + " is acquired here by " + Source.Entry->Call);
  After.push_back(std::move(Before));
}

static std::string describeRelease(const Operation &Op) {
  return Op.Implicit ? "its destructor releases it here; release it before, or "
                       "narrow its scope"
                     : "it is released here";
}

static std::string messageFor(Rule Broken, const std::string &Name,
                              const Operation &Op) {
  std::string Call = Op.Entry ? Op.Entry->Call : "";
  switch (Broken) {
  case Rule::LiveAtLogoff:
  case Rule::SinkLiveAtLogoff:
    return Name + " is still open when " + Call + " is called";
  case Rule::ReleasedWithoutLogoff:
    return "session " + Name +
           " is released for the last time without IMAPISession::Logoff";
  case Rule::SessionLost:
    return "session " + Name + " is lost here without IMAPISession::Logoff";
  case Rule::SessionNeverReleased:
    return "session " + Name + " is logged off but never released";
  case Rule::SessionHeldAtUninitialise:
    return Call + " is called while session " + Name + " is still held";
  default:
    return Name + " is released after MAPIUninitialize";
  }
}

const Operation *
ObjectSimulation::lastUninitialise(PathEngine &Engine,
                                   const PathState &Now) const {
  const Operation *Result = nullptr;
  for (const TrailStep *Step : Engine.trail(Now))
    if (Step->At && Step->At->Entry && Step->At->Entry->Uninitialises)
      Result = Step->At;
  return Result;
}

void ObjectSimulation::report(PathEngine &Engine, const Operation &Op,
                              PathState &Now, Rule Broken) {
  const std::string Name = name(Now);
  SourcePlace Place = Op.Place;
  bool Late = Broken == Rule::ReleaseAfterUninitialise && Op.Implicit;
  bool Exit = Broken == Rule::SessionLost ||
              Broken == Rule::SessionNeverReleased ||
              (Broken == Rule::ReleasedWithoutLogoff && Op.Implicit);
  if (Exit && Now.LeavingAt && Op.Kind != OperationKind::Call)
    Place = Now.LeavingAt;
  const Operation *Blamed = Late ? lastUninitialise(Engine, Now) : nullptr;
  if (Blamed)
    Place = Blamed->Place;
  std::string Message =
      Late ? "MAPIUninitialize is called while " + Name +
                 " is still open; its destructor releases it afterwards"
           : messageFor(Broken, Name, Op);
  Fault Found;
  Found.Broken = Broken;
  Found.Place = Place;
  Found.Message = std::move(Message);
  Found.Subject = Source.Index;
  Found.At = &Op;
  Found.Blamed = Blamed;
  Found.Source = &Source;
  Found.Holder = holder(Now);
  Found.Thrown = Leaving;
  size_t Index = Shared.report(Engine, Now, std::move(Found));
  if (Late)
    Shared.addNote(Index, Op.Place, "the destructor runs here");
  ObjectState State = ObjectState::unpack(Now.Typestate);
  State.Finding = uint8_t(std::min<size_t>(Index, 255));
  Now.Typestate = State.pack();
}

bool ObjectSimulation::apply(PathEngine &Engine, const Operation &Op,
                             PathState &Now, ObjectEvent Event) {
  ObjectTransition Step =
      advance(How.Kind, ObjectState::unpack(Now.Typestate), Event);
  Now.Typestate = Step.Next.pack();
  if (Step.Broken)
    report(Engine, Op, Now, *Step.Broken);
  return ObjectState::unpack(Now.Typestate).Phase != ObjectPhase::Gone;
}

void ObjectSimulation::explain(const PathState &Now, const Operation &Op,
                               std::string Text) {
  ObjectState State = ObjectState::unpack(Now.Typestate);
  if (State.Phase != ObjectPhase::Reported)
    return;
  Shared.addNote(State.Finding, Op.Place, std::move(Text));
  Shared.Explained.insert(Op.Index);
}

bool ObjectSimulation::logsOff(const PathState &Now,
                               const Operation &Op) const {
  Argument Session = Op.at(*Op.Entry->LogsOff);
  if (isHeld(Now, Session))
    return true;
  OriginSet From = Shared.From.of(Op).at(*Op.Entry->LogsOff);
  if (isSession(How.Kind))
    return is_contained(From, Id) && Now.holders().empty();
  return Shared.From.belongs({Id}, From);
}

void ObjectSimulation::overwrite(PathEngine &Engine, const Operation &Op,
                                 PathState Now, std::vector<PathState> &After) {
  bool Acquires = any_of(Op.Entry->Acquires, [&](const Acquisition &Other) {
    return Now.holds(Op.at(Other.Into).Path);
  });
  if (!Acquires) // an in-out parameter: the callee may have replaced it
    return;
  PathState Failed = Now;
  Value OnFailure = failureValue(*Op.Entry);
  if (OnFailure.Signs != 0 && Op.Ends != Success::Yes) {
    Failed.setFact(Op.Target, OnFailure);
    After.push_back(std::move(Failed));
  }
  Now.setFact(Op.Target, successValue(*Op.Entry, EffectWhen::Success));
  for (const Acquisition &Other : Op.Entry->Acquires)
    if (PathId Into = Op.at(Other.Into).Path; Now.holds(Into)) {
      Now.removeHolder(Into);
      Now.setFact(Into, Value::ofSigns(Value::Positive));
    }
  if (!Now.holders().empty() || apply(Engine, Op, Now, ObjectEvent::Lost))
    After.push_back(std::move(Now));
}

/// Whether a class's user opens twice what he has opened: what then comes of
/// the first is his fault, and not the class's.
bool ObjectSimulation::startsAnew(const Operation &Op) const {
  return Shared.Graph.IsClass &&
         (&Op == &Source ||
          any_of(Op.Entry->Acquires, [](const Acquisition &Other) {
            return Other.Kind == ResourceKind::Session;
          }));
}

void ObjectSimulation::call(PathEngine &Engine, const Operation &Op,
                            PathState Now, std::vector<PathState> &After) {
  const CallEntry &Entry = *Op.Entry;
  if (Entry.FastShutdown || startsAnew(Op))
    return;
  if (Entry.AddsReference && isHeld(Now, Op.at(*Entry.AddsReference)))
    apply(Engine, Op, Now, ObjectEvent::AddReference);
  for (const GiveBack &Back : Entry.Releases)
    if (isHeld(Now, Op.at(Back.What))) {
      explain(Now, Op, describeRelease(Op));
      if (Back.When == EffectWhen::Success ||
          !apply(Engine, Op, Now, ObjectEvent::Release))
        return;
    }
  if (Entry.LogsOff && logsOff(Now, Op)) {
    apply(Engine, Op, Now, ObjectEvent::SessionLogoff);
    if (isSession(How.Kind))
      Engine.note(Now, Op.Place, &Op, name(Now) + " is logged off here");
  } else if (Entry.LogsOff && How.Type == "IMAPIAdviseSink") {
    // Not an object of the session, but the page lists it: advice only.
    report(Engine, Op, Now, Rule::SinkLiveAtLogoff);
  }
  if (Entry.Uninitialises == InitLevel::Ole)
    apply(Engine, Op, Now, ObjectEvent::OleUninitialise);
  if (Entry.Uninitialises == InitLevel::Mapi &&
      !Shared.NestedUninitialise.count(Op.Index)) {
    const InterfaceEntry *Known = Shared.Entries.findInterface(Type);
    if (!Known || Known->Scope != InterfaceScope::Foreign)
      apply(Engine, Op, Now, ObjectEvent::MapiUninitialise);
    Engine.note(Now, Op.Place, &Op, "MAPIUninitialize is called here");
  }
  if (isHeld(Now, Op.Receiver) && &Op != &Source)
    explain(Now, Op, "it is used here");
  if (any_of(Op.Arguments, [&](const Argument &Given) {
        return Given.How == Argument::Mode::ByAddress && Now.holds(Given.Path);
      }))
    return overwrite(Engine, Op, std::move(Now), After);
  After.push_back(std::move(Now));
}

void ObjectSimulation::holderChanged(PathEngine &Engine, const Operation &Op,
                                     PathState Now,
                                     std::vector<PathState> &After) {
  switch (updateHolders(Shared.Graph, Op, Now)) {
  case HolderChange::GivenAway:
    return;
  case HolderChange::LostLast:
    if (!apply(Engine, Op, Now, ObjectEvent::Lost))
      return;
    [[fallthrough]];
  case HolderChange::None:
    After.push_back(std::move(Now));
  }
}

void ObjectSimulation::step(PathEngine &Engine, const Operation &Op,
                            PathState Before, std::vector<PathState> &After) {
  if (!Started) {
    Started = true;
    return acquire(Engine, std::move(Before), After);
  }
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
      explain(Before, Op, describeRelease(Op));
      if (!apply(Engine, Op, Before, ObjectEvent::Release))
        return;
    }
    After.push_back(std::move(Before));
    return;
  default:
    return holderChanged(Engine, Op, std::move(Before), After);
  }
}

void ObjectSimulation::leave(PathEngine &Engine, const PathState &Last,
                             SourcePlace Place) {
  // An ordinary exit ended the holders' lives before; a throw did not.
  if (Last.holders().empty())
    return;
  PathState Now = Last;
  Operation Unwind;
  Unwind.Kind = OperationKind::Release;
  Unwind.Place = Place;
  Unwind.Implicit = true;
  Leaving = true;
  bool Smart = any_of(Last.holders(), [&](PathId Holder) {
    return Shared.Graph.Paths[Holder].Smart;
  });
  apply(Engine, Unwind, Now, Smart ? ObjectEvent::Release : ObjectEvent::Lost);
  Leaving = false;
}

} // namespace mapitidy
