//===- InitSimulation.cpp - Following the libraries -----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/InitSimulation.h"

using namespace llvm;

namespace mapitidy {

static bool isMapiInterface(const Catalogue &Entries, StringRef Name) {
  const InterfaceEntry *Known = Entries.findInterface(Name);
  return Known && Known->Scope != InterfaceScope::Foreign;
}

InitSimulation::InitSimulation(AnalysisContext &Shared) : Shared(Shared) {
  for (const Block &B : Shared.Graph.Blocks)
    for (const Operation &Op : B.Operations)
      if (Op.Entry) {
        Needed |= Op.Entry->Initialises || Op.Entry->Uninitialises;
        UsesMapi |= Op.Entry->Mapi;
      }
}

bool InitSimulation::isResultUsed(const Operation &Init) const {
  for (const Block &B : Shared.Graph.Blocks) {
    for (const Edge &Out : B.Edges)
      if (Out.When.Path == Init.Target)
        return true;
    for (const Operation &Op : B.Operations)
      if (Op.Source == Init.Target || Op.Tested.Path == Init.Target)
        return true;
  }
  return false;
}

void InitSimulation::initialise(PathEngine &Engine, const Operation &Op,
                                PathState Before,
                                std::vector<PathState> &After) {
  InitLevel Level = *Op.Entry->Initialises;
  InitState Now = InitState::unpack(Before.Typestate);
  PathState Up = Before;
  Up.Typestate = mapitidy::initialise(Now, Level, true).Next.pack();
  if (Op.Entry->Status != StatusKind::None)
    Up.setFact(Op.Target, successValue(*Op.Entry, EffectWhen::SOk));
  Engine.note(Up, Op.Place, &Op, Op.Entry->Call + " succeeds here");
  After.push_back(std::move(Up));
  if (Op.Entry->Status == StatusKind::None)
    return;
  Before.Typestate = mapitidy::initialise(Now, Level, false).Next.pack();
  Before.setFact(Op.Target, failureValue(*Op.Entry));
  Engine.note(Before, Op.Place, &Op,
              "assuming that " + Op.Entry->Call +
                  (isResultUsed(Op) ? " fails here"
                                    : " fails here: its result is ignored"));
  After.push_back(std::move(Before));
}

static std::string initialiserOf(InitLevel Level) {
  switch (Level) {
  case InitLevel::Ole:
    return "OleInitialize";
  case InitLevel::Mapi:
    return "MAPIInitialize";
  case InitLevel::MapiUtil:
    return "ScInitMapiUtil";
  case InitLevel::Com:
    return "CoInitialize";
  }
  return "";
}

void InitSimulation::report(PathEngine &Engine, const PathState &Now,
                            Rule Broken, const Operation &Op) {
  const std::string &Call = Op.Entry->Call;
  SourcePlace Place = Op.Place;
  std::string Message;
  switch (Broken) {
  case Rule::UninitialiseAfterFailure:
    Message = Call + " is called on a path where " +
              initialiserOf(*Op.Entry->Uninitialises) + " failed";
    break;
  case Rule::OleAfterMapi:
    Message = Call + " is called after MAPIUninitialize";
    break;
  case Rule::UtilitiesBeforeMapi:
    Message = "DeinitMapiUtil is called before MAPIUninitialize";
    for (const TrailStep *Step : Engine.trail(Now))
      if (Step->At && Step->At->Entry &&
          Step->At->Entry->Uninitialises == InitLevel::MapiUtil)
        Place = Step->Place;
    break;
  case Rule::UninitialiseAfterFastShutdown:
    Message = Call + " is called after IMAPIClientShutdown::DoFastShutdown";
    break;
  default:
    Message = Call + " is called after MAPIUninitialize";
    break;
  }
  size_t Index =
      Shared.report(Engine, Now, Broken, Place, Op.Index, std::move(Message));
  if (Place != Op.Place)
    Shared.addNote(Index, Op.Place, Call + " is called here");
}

void InitSimulation::uninitialise(PathEngine &Engine, const Operation &Op,
                                  PathState &Now) {
  InitLevel Level = *Op.Entry->Uninitialises;
  InitTransition Step =
      mapitidy::uninitialise(InitState::unpack(Now.Typestate), Level);
  // COM is the client's own business unless MAPI is used as well.
  if (Step.Broken && (Level != InitLevel::Com || UsesMapi))
    report(Engine, Now, *Step.Broken, Op);
  if (Level == InitLevel::Mapi)
    (Step.Next[Level].Count > 0 ? SeenNested : SeenBalancing).insert(Op.Index);
  Now.Typestate = Step.Next.pack();
  Engine.note(Now, Op.Place, &Op, Op.Entry->Call + " is called here");
}

void InitSimulation::publishNesting() {
  for (unsigned Index : SeenNested)
    if (!SeenBalancing.count(Index))
      Shared.NestedUninitialise.insert(Index);
}

/// The first call on the way that took OLE or MAPI down and was not undone.
static SourcePlace downPlace(PathEngine &Engine, const PathState &Now) {
  SourcePlace Result = 0;
  for (const TrailStep *Step : Engine.trail(Now)) {
    if (!Step->At || !Step->At->Entry)
      continue;
    auto Down = Step->At->Entry->Uninitialises;
    if (!Result && (Down == InitLevel::Ole || Down == InitLevel::Mapi))
      Result = Step->Place;
    if (Step->At->Entry->Initialises == InitLevel::Mapi)
      Result = 0;
  }
  return Result;
}

void InitSimulation::lateRelease(PathEngine &Engine, const Operation &Op,
                                 const GiveBack &Back, PathState &Now) {
  InitState State = InitState::unpack(Now.Typestate);
  Argument Given = Op.at(Back.What);
  OriginSet From = Shared.From.of(Op).at(Back.What);
  // What this function acquired is followed by its own simulation.
  if (Given.How != Argument::Mode::ByValue || From.empty() ||
      Now.fact(Given.Path).Signs == Value::Zero ||
      any_of(From, [&](OriginId Id) {
        return Shared.From[Id].From == Origin::Kind::Acquired;
      }))
    return;
  const AccessPath &Path = Shared.Graph.Paths[Given.Path];
  if (Back.How == "Release" && !isMapiInterface(Shared.Entries, Path.Interface))
    return;
  std::string Name = describe(Shared.Graph, Given.Path, Path.Interface);
  if (Path.Interface == "IMAPISession") {
    size_t Index = Shared.report(Engine, Now, Rule::SessionHeldAtUninitialise,
                                 downPlace(Engine, Now), Given.Path,
                                 "a library goes down here while session " +
                                     Name + " is still held");
    Shared.addNote(Index, Op.Place, "it is released here");
  } else if (State.MapiDown) {
    Shared.report(Engine, Now, Rule::ReleaseAfterUninitialise, Op.Place,
                  Op.Index, Name + " is released after MAPIUninitialize");
  }
}

void InitSimulation::lateCall(PathEngine &Engine, const Operation &Op,
                              PathState &Now) {
  const CallEntry &Entry = *Op.Entry;
  InitState State = InitState::unpack(Now.Typestate);
  if (!Entry.Mapi || Entry.AllowedAfterUninitialise ||
      (!State.MapiDown && !State.OleDown))
    return;
  for (const GiveBack &Back : Entry.Releases)
    lateRelease(Engine, Op, Back, Now);
  if (!Entry.Releases.empty() || !State.MapiDown)
    return;
  // QueryInterface and the like count only on MAPI's own objects.
  if (!Entry.interface().empty() &&
      !isMapiInterface(Shared.Entries, Entry.interface()) &&
      (Op.Receiver.Path == NoPath ||
       !isMapiInterface(Shared.Entries,
                        Shared.Graph.Paths[Op.Receiver.Path].Interface)))
    return;
  report(Engine, Now, Rule::CallAfterUninitialise, Op);
}

bool InitSimulation::endsWork(const Operation &Op, const PathState &Now) const {
  if (Op.Entry->LogsOff)
    return true;
  for (const GiveBack &Back : Op.Entry->Releases) {
    Argument Given = Op.at(Back.What);
    if (Given.How == Argument::Mode::ByValue &&
        Shared.Graph.Paths[Given.Path].Interface == "IMAPISession" &&
        (Now.fact(Given.Path).Signs & Value::Zero) == 0)
      return true;
  }
  return false;
}

bool InitSimulation::isFailure(const PathState &Now,
                               const Operation *Return) const {
  const FlowGraph &Graph = Shared.Graph;
  if (Return && Return->Source != NoPath) {
    Value Result = Now.fact(Return->Source);
    if (Graph.ReturnsStatus)
      return Result.Signs == Value::Negative;
    if (Graph.ReturnsPointerOrBool)
      return Result.Signs == Value::Zero;
  }
  return any_of(Now.facts(), [&](const std::pair<PathId, Value> &Fact) {
    return Graph.Paths[Fact.first].Status &&
           Fact.second.Signs == Value::Negative;
  });
}

void InitSimulation::step(PathEngine &Engine, const Operation &Op,
                          PathState Before, std::vector<PathState> &After) {
  InitState State = InitState::unpack(Before.Typestate);
  if (State.Stopped) {
    After.push_back(std::move(Before));
    return;
  }
  if (Op.Kind == OperationKind::Return || Op.Kind == OperationKind::Throw) {
    State.FailedExit =
        Op.Kind == OperationKind::Throw || isFailure(Before, &Op);
    Before.Typestate = State.pack();
  }
  if (Op.Kind == OperationKind::UnknownLevels) {
    State.Stopped = true;
    Before.Typestate = State.pack();
  }
  if (Op.Kind == OperationKind::Call) {
    if (Op.Entry->Initialises)
      return initialise(Engine, Op, std::move(Before), After);
    if (Op.Entry->Uninitialises)
      uninitialise(Engine, Op, Before);
    else if (Op.Entry->FastShutdown)
      Before.Typestate = fastShutdown(State).Next.pack();
    else {
      lateCall(Engine, Op, Before);
      if (endsWork(Op, Before)) {
        State.WorkEnded = true;
        Before.Typestate = State.pack();
      }
    }
  }
  After.push_back(std::move(Before));
}

void InitSimulation::leave(PathEngine &Engine, const PathState &Last,
                           SourcePlace Place) {
  Exit Out;
  Out.Place = Place;
  Out.Levels = InitState::unpack(Last.Typestate);
  if (Out.Levels.Stopped || Out.Levels.FastShutdown)
    return;
  if (!Last.LeavingAt)
    Out.Levels.FailedExit = isFailure(Last, nullptr);
  Out.Way = Shared.wayTo(Engine, Last);
  Exits.push_back(std::move(Out));
}

bool InitSimulation::isFault(const InitState &Up, InitLevel Level) const {
  if (Up.WorkEnded)
    return true;
  return any_of(Exits, [&](const Exit &Other) {
    return Other.Levels[Level].Undone &&
           !(Other.Levels.FailedExit && !Up.FailedExit);
  });
}

void InitSimulation::reportExits() {
  for (const Exit &Out : Exits)
    for (unsigned I = 0; I < InitLevelCount; ++I) {
      InitLevel Level = static_cast<InitLevel>(I);
      if (Out.Levels[Level].Count <= 0 || !isFault(Out.Levels, Level) ||
          (Level == InitLevel::Com && !UsesMapi) ||
          Shared.isReported(Rule::SessionLost, Out.Place))
        continue;
      Shared.report(Rule::InitLeftUp, Out.Place, I,
                    initialiserOf(Level) + " is not undone on this way out",
                    Out.Way);
    }
}

} // namespace mapitidy
