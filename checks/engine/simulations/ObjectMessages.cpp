//===- ObjectMessages.cpp - What is said of an owned thing ----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/ObjectSimulation.h"

using namespace llvm;

namespace mapitidy {

/// The path by which a user knows the object: not a variable of a function that
/// was called to open it.
PathId ObjectSimulation::holder(const PathState &Now) const {
  // What outlives the function has a reference of its own.
  auto IsNamed = [this](PathId Held) {
    const Storage Where = Shared.Graph.Paths[Held].Where;
    return Where != Storage::Temporary &&
           !(Where == Storage::Outside && addsReference());
  };
  if (IsNamed(Path))
    return Path;
  for (PathId Holder : Now.holders())
    if (IsNamed(Holder))
      return Holder;
  return LastHolder == NoPath ? Path : LastHolder;
}

std::string ObjectSimulation::name(const PathState &Now) const {
  return describe(Shared.Graph, holder(Now), Type);
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

/// Whether the last way to the thing is another value in its variable.
static bool isOverwritten(const Operation &Op) {
  return Op.Kind == OperationKind::Call || Op.Kind == OperationKind::Copy ||
         Op.Kind == OperationKind::Set || Op.Kind == OperationKind::Forget ||
         Op.Kind == OperationKind::Test;
}

/// Whether the last way to the thing is in a block that is freed.
static bool goesWithBlock(const Operation &Op) {
  return Op.Kind == OperationKind::Call && Op.Entry->Acquires.empty() &&
         !Op.Entry->Releases.empty();
}

static std::string describeLoss(const Operation &Op, StringRef Verb) {
  return (goesWithBlock(Op)   ? " is lost here with its block, without being "
          : isOverwritten(Op) ? " is overwritten here without being "
                              : " is lost on this way out without being ") +
         Verb.str();
}

/// The pointer into the block that \p Op uses, if it uses no other.
static PathId partUsed(const PathState &Now, const Operation &Op) {
  if (Op.Source != NoPath && Now.pointsInto(Op.Source))
    return Op.Source;
  PathId Part = NoPath;
  for (const Argument &Given : Op.Arguments) {
    if (Given.How != Argument::Mode::ByValue)
      continue;
    if (Now.holds(Given.Path))
      return NoPath;
    if (Now.pointsInto(Given.Path))
      Part = Given.Path;
  }
  return Part;
}

std::string ObjectSimulation::message(PathEngine &Engine, const PathState &Now,
                                      Rule Broken, const Operation &Op) const {
  const std::string Name = name(Now);
  const std::string Call = Op.Entry ? Op.Entry->Call : "";
  switch (Broken) {
  case Rule::LiveAtLogoff:
  case Rule::SinkLiveAtLogoff:
  case Rule::OpenWhenParentCloses:
  case Rule::OpenWhenRemoved:
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
  case Rule::InterfaceLost:
    return Name + describeLoss(Op, How.Kind == ResourceKind::MessageSession
                                       ? "closed"
                                       : "released");
  case Rule::BufferLost:
    return Name + describeLoss(Op, "freed");
  case Rule::WronglyFreed:
  case Rule::SimilarlyFreed:
    return Name + " is given back by " + Call + ", but goes with " +
           deallocatorOf(How).str();
  case Rule::ChainedFreed:
    return Name + " is freed by itself, but belongs to the block that it was "
                  "allocated for";
  case Rule::InteriorFreed:
    return "a part of " + Name + " is freed by itself";
  case Rule::LentReleased:
    return Name + " is released, but came without a reference";
  case Rule::ReleasedTwice:
    return Name + " is given back a second time";
  case Rule::UsedAfterRelease:
    if (PathId Part = partUsed(Now, Op); Part != NoPath)
      return describe(Shared.Graph, Part, "") +
             " is used after the block that it points into, " + Name +
             ", was given back";
    if (Op.Kind == OperationKind::Return || Op.Kind == OperationKind::EndOfLife)
      return Name + " goes to the caller after it was given back";
    return Name + " is used after it was given back";
  case Rule::UsedWhenSpent:
  case Rule::UsedWhenSaved:
    return Name + " is used after " + (Spender ? Spender->Entry->Call : "") +
           ", which leaves only Release";
  case Rule::HeldAtPromisedCall:
    return Name + " is not released before " + Call;
  case Rule::BorrowedLoggedOff:
    return "session " + Name + " is logged off, but belongs to somebody else";
  default:
    return Op.Implicit && lastUninitialise(Engine, Now)
               ? "MAPIUninitialize is called while " + Name +
                     " is still open; its destructor releases it afterwards"
               : Name + " is released after MAPIUninitialize";
  }
}

/// Whether the rule is broken by the function's end, and not by a call.
static bool isAboutExit(Rule Broken, const Operation &Op) {
  switch (Broken) {
  case Rule::SessionLost:
  case Rule::SessionNeverReleased:
  case Rule::InterfaceLost:
  case Rule::BufferLost:
    return true;
  case Rule::ReleasedWithoutLogoff:
    return Op.Implicit;
  default:
    return false;
  }
}

/// Whether a function that did not come to set the pointer anew may have set it
/// to null.
bool ObjectSimulation::mayBeSetSince(PathEngine &Engine,
                                     const PathState &Now) const {
  return any_of(Engine.trail(Now), [&](const TrailStep *Step) {
    return any_of(Now.holders(), [&](PathId Holder) {
      return Shared.skippedAcquisition(*Step, Holder) != nullptr;
    });
  });
}

Fault ObjectSimulation::faultOf(const PathState &Now, Rule Broken,
                                const Operation &Op) const {
  Fault Found;
  Found.Broken = Broken;
  Found.Place = Op.Place;
  if (isAboutExit(Broken, Op) && Now.LeavingAt &&
      Op.Kind != OperationKind::Call)
    Found.Place = Now.LeavingAt;
  Found.Subject = Source.Index;
  Found.At = &Op;
  Found.Source = &Source;
  Found.Holder = holder(Now);
  Found.Thrown = Leaving;
  Found.Reacquired = isAboutExit(Broken, Op) &&
                     Op.Kind == OperationKind::Call && !goesWithBlock(Op);
  return Found;
}

void ObjectSimulation::report(PathEngine &Engine, const Operation &Op,
                              PathState &Now, Rule Broken) {
  if (Broken == Rule::UsedWhenSpent && !SpentForSure)
    Broken = Rule::UsedWhenSaved;
  bool Stale =
      Broken == Rule::ReleasedTwice || Broken == Rule::UsedAfterRelease;
  if (Stale && mayBeSetSince(Engine, Now))
    return;
  ObjectState State = ObjectState::unpack(Now.Typestate);
  bool Leak = Broken == Rule::InterfaceLost || Broken == Rule::BufferLost;
  if (Leak && !FromOutside && !Shared.isMapis(Source, How, Type))
    return;
  if (Broken == Rule::InterfaceLost) {
    const Loss &Known = Losses[State.Loss];
    if (State.Doubt != 0)
      Unsettled.suspect(State.Doubt, Known.Lost, Known.Way);
    else
      Shared.report(Known.Lost, Known.Way);
    return;
  }
  Fault Found = faultOf(Now, Broken, Op);
  bool Late = Broken == Rule::ReleaseAfterUninitialise && Op.Implicit;
  if (Late)
    Found.Blamed = lastUninitialise(Engine, Now);
  if (Found.Blamed)
    Found.Place = Found.Blamed->Place;
  Found.Message = message(Engine, Now, Broken, Op);
  // What is open though its variable holds something else by now.
  if (Broken == Rule::LiveAtLogoff && Now.holders().empty() &&
      State.Loss < Losses.size())
    Found.Reacquired = Losses[State.Loss].Lost.At->Kind == OperationKind::Call;
  if (State.Doubt != 0) {
    Found.Way = Engine.way(Now);
    return Unsettled.suspect(State.Doubt, std::move(Found),
                             Shared.wayTo(Engine, Now));
  }
  size_t Index = Shared.report(Engine, Now, std::move(Found));
  if (Late)
    Shared.addNote(Index, Op.Place, "the destructor runs here");
  State.Finding = uint8_t(std::min<size_t>(Index, 255));
  Now.Typestate = State.pack();
}

void ObjectSimulation::explain(const PathState &Now, const Operation &Op,
                               std::string Text) {
  ObjectState State = ObjectState::unpack(Now.Typestate);
  if (State.Phase != ObjectPhase::Reported || State.Doubt != 0)
    return;
  Shared.addNote(State.Finding, Op.Place, std::move(Text));
  Shared.Explained.insert(Op.Index);
}

} // namespace mapitidy
