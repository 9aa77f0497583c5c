//===- InitSimulation.cpp - Following the libraries -----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/InitSimulation.h"

using namespace llvm;

namespace mapitidy {

static Fault faultAt(Rule Broken, SourcePlace Place, std::string Message,
                     const Operation &Op, PathId Holder = NoPath) {
  Fault Result;
  Result.Broken = Broken;
  Result.Place = Place;
  Result.Message = std::move(Message);
  Result.Subject = Holder == NoPath ? Op.Index : Holder.index();
  Result.At = &Op;
  Result.Holder = Holder;
  return Result;
}

static bool isMapiInterface(const Catalogue &Entries, StringRef Name) {
  const InterfaceEntry *Known = Entries.findInterface(Name);
  return Known && Known->Scope != InterfaceScope::Foreign;
}

InitSimulation::InitSimulation(AnalysisContext &Shared)
    : Shared(Shared), Needed(Shared.Graph.IsThreadRoutine) {
  for (const Block &B : Shared.Graph.Blocks)
    for (const Operation &Op : B.Operations)
      if (Op.Entry) {
        Needed |= Op.Entry->Initialises || Op.Entry->Uninitialises ||
                  Op.Entry->FastShutdown;
        UsesMapi |= Op.Entry->Mapi;
      }
}

PathState InitSimulation::initial() const {
  InitState Before;
  // Whoever is given an object of MAPI's is called while MAPI is up.
  Before.UpBefore = !Shared.Graph.Implements &&
                    any_of(Shared.Graph.Paths, [this](const AccessPath &Each) {
                      return Each.Where == Storage::Parameter &&
                             isMapiInterface(Shared.Entries, Each.Interface);
                    });
  PathState Result;
  Result.Typestate = Before.pack();
  return Result;
}

bool InitSimulation::isResultUsed(const Operation &Init) const {
  if (Init.Ends != Success::Open)
    return true; // by the function that is called
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
  if (Op.Target != NoPath)
    Before.Tells.add(Op.Target, /*Hidden=*/false);
  if (Op.Ends == Success::No)
    return fail(Engine, Op, std::move(Before), After);
  PathState Up = Before;
  Up.Typestate = mapitidy::initialise(Now, Level, true).Next.pack();
  if (Op.Entry->Status != StatusKind::None)
    Up.setFact(Op.Target, successValue(*Op.Entry, Op.Entry->InitialisesWhen));
  Engine.note(Up, Op.Place, &Op, Op.Entry->Call + " succeeds here");
  After.push_back(std::move(Up));
  if (Op.Entry->Status != StatusKind::None && Op.Ends == Success::Open)
    fail(Engine, Op, std::move(Before), After);
}

void InitSimulation::fail(PathEngine &Engine, const Operation &Op,
                          PathState Before, std::vector<PathState> &After) {
  Before.Typestate = mapitidy::initialise(InitState::unpack(Before.Typestate),
                                          *Op.Entry->Initialises, false)
                         .Next.pack();
  Before.setFact(Op.Target, failureValue(*Op.Entry));
  Engine.note(Before, Op.Place, &Op,
              "assuming that " + Op.Entry->Call +
                  (isResultUsed(Op) ? " fails here"
                                    : " fails here: its result is ignored"));
  After.push_back(std::move(Before));
}

std::string initialiserOf(InitLevel Level) {
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

/// The last call on the way that took \p Level down, or null.
static const Operation *lastDown(PathEngine &Engine, const PathState &Now,
                                 InitLevel Level) {
  const Operation *Result = nullptr;
  for (const TrailStep *Step : Engine.trail(Now))
    if (Step->At && Step->At->Entry && Step->At->Entry->Uninitialises == Level)
      Result = Step->At;
  return Result;
}

static bool isWrittenHere(const Operation &Op) {
  return Op.Inside.empty() && !Op.Implicit;
}

/// The two calls in the other order, if both are written here.
static Repair swapped(const Operation *First, const Operation &Second) {
  if (!First || !isWrittenHere(*First) || !isWrittenHere(Second))
    return {};
  Edit Swap;
  Swap.Does = Edit::Kind::SwapStatements;
  Swap.At = First->Place;
  Swap.Other = Second.Place;
  return {Swap};
}

void InitSimulation::report(PathEngine &Engine, const PathState &Now,
                            Rule Broken, const Operation &Op) {
  const std::string &Call = Op.Entry->Call;
  const Operation *Blamed = nullptr;
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
    Blamed = lastDown(Engine, Now, InitLevel::MapiUtil);
    break;
  case Rule::CallAfterFastShutdown:
  case Rule::UninitialiseAfterFastShutdown:
    Message = Call + " is called after IMAPIClientShutdown::DoFastShutdown";
    break;
  default:
    Message = Call + " is called after MAPIUninitialize";
    break;
  }
  Fault Found = faultAt(Broken, Blamed ? Blamed->Place : Op.Place,
                        std::move(Message), Op);
  Found.Blamed = Blamed;
  if (Broken == Rule::OleAfterMapi)
    Found.Known = swapped(lastDown(Engine, Now, InitLevel::Mapi), Op);
  size_t Index = Shared.report(Engine, Now, std::move(Found));
  if (Blamed)
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
    (Step.Next.MapiDown ? SeenBalancing : SeenNested).insert(Op.Index);
  // What a function that is called does for itself says nothing of this one.
  Step.Next.WorkEnded |= Op.Inside.empty();
  Now.Typestate = Step.Next.pack();
  Engine.note(Now, Op.Place, &Op, Op.Entry->Call + " is called here");
}

void InitSimulation::publishNesting() {
  for (unsigned Index : SeenNested)
    if (!SeenBalancing.count(Index))
      Shared.NestedUninitialise.insert(Index);
}

/// The first call on the way that took OLE or MAPI down and was not undone.
static const Operation *firstDown(PathEngine &Engine, const PathState &Now) {
  const Operation *Result = nullptr;
  for (const TrailStep *Step : Engine.trail(Now)) {
    if (!Step->At || !Step->At->Entry)
      continue;
    auto Down = Step->At->Entry->Uninitialises;
    if (!Result && (Down == InitLevel::Ole || Down == InitLevel::Mapi))
      Result = Step->At;
    if (Step->At->Entry->Initialises == InitLevel::Mapi)
      Result = nullptr;
  }
  return Result;
}

bool InitSimulation::isNews(PathEngine &Engine, const PathState &Now) {
  const Operation *Down = lastDown(Engine, Now, InitLevel::Mapi);
  return Blamed.insert(Down ? Down->Index : 0).second;
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
    const Operation *Down = firstDown(Engine, Now);
    Fault Held = faultAt(
        Rule::SessionHeldAtUninitialise, Down ? Down->Place : Op.Place,
        "a library goes down here while session " + Name + " is still held", Op,
        Given.Path);
    Held.Blamed = Down;
    size_t Index = Shared.report(Engine, Now, std::move(Held));
    Shared.addNote(Index, Op.Place, "it is released here");
  } else if (State.MapiDown && isNews(Engine, Now)) {
    Shared.report(Engine, Now,
                  faultAt(Rule::ReleaseAfterUninitialise, Op.Place,
                          Name + " is released after MAPIUninitialize", Op));
  }
}

/// Whether the call needs MAPIInitialize: it is a function of MAPI's, or on one
/// of its objects.
static bool needsMapi(const AnalysisContext &Shared, const Operation &Op) {
  const CallEntry &Entry = *Op.Entry;
  if (!Entry.Mapi || Entry.AllowedAfterUninitialise)
    return false;
  // QueryInterface and the like count only on MAPI's own objects.
  return Entry.interface().empty() ||
         isMapiInterface(Shared.Entries, Entry.interface()) ||
         (Op.Receiver.Path != NoPath &&
          isMapiInterface(Shared.Entries,
                          Shared.Graph.Paths[Op.Receiver.Path].Interface));
}

void InitSimulation::lateCall(PathEngine &Engine, const Operation &Op,
                              PathState &Now) {
  const CallEntry &Entry = *Op.Entry;
  InitState State = InitState::unpack(Now.Typestate);
  // What the destructors of members do is the affair of the class as a whole.
  bool Members =
      Op.Implicit && !Shared.Graph.IsClass && Op.Receiver.Path != NoPath &&
      Shared.Graph.placeOf(Op.Receiver.Path).From == Place::Root::This;
  bool Releases = any_of(Entry.Releases, [](const GiveBack &Back) {
    return Back.How == "Release"; // harmless, on the object of the shutdown
  });
  if (State.FastShutdown && Entry.Mapi && !Members && !Releases) {
    report(Engine, Now, Rule::CallAfterFastShutdown, Op);
    State.Stopped = true; // once is enough
    Now.Typestate = State.pack();
    return;
  }
  if (!Entry.Mapi || Entry.AllowedAfterUninitialise || Members ||
      (!State.MapiDown && !State.OleDown))
    return;
  for (const GiveBack &Back : Entry.Releases)
    lateRelease(Engine, Op, Back, Now);
  if (!Entry.Releases.empty() || !State.MapiDown)
    return;
  // Utilities need no more than ScInitMapiUtil.
  const LevelState &Utilities = State[InitLevel::MapiUtil];
  bool Utility =
      Entry.interface().empty() && (Utilities.Count > 0 || Utilities.Failed);
  if (needsMapi(Shared, Op) && !Utility && isNews(Engine, Now))
    report(Engine, Now, Rule::CallAfterUninitialise, Op);
}

void InitSimulation::callOnThread(PathEngine &Engine, const Operation &Op,
                                  PathState &Now) {
  InitState State = InitState::unpack(Now.Typestate);
  if (State[InitLevel::Mapi].Count > 0 || State[InitLevel::Mapi].Failed ||
      State[InitLevel::MapiUtil].Count > 0 || State.MapiDown || State.Helped ||
      !Op.Entry->Releases.empty() || !needsMapi(Shared, Op))
    return;
  Shared.report(Engine, Now,
                faultAt(Rule::ThreadWithoutInitialise, Op.Place,
                        Op.Entry->Call + " is called on a thread that has not "
                                         "called MAPIInitialize",
                        Op));
  State.Stopped = true;
  Now.Typestate = State.pack();
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
  const PathId Returned = Return ? Return->Source : Graph.Result;
  if (Returned != NoPath) {
    Value Result = Now.fact(Returned);
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

/// What a test means is not known that agrees with the outcome somehow.
bool InitSimulation::doubt(PathEngine &, BlockId, const Edge &,
                           PathState &State) {
  InitState Now = InitState::unpack(State.Typestate);
  Now.Stopped = true;
  State.Typestate = Now.pack();
  return true;
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
  if (Op.Kind == OperationKind::UnknownCall && Shared.Graph.IsThreadRoutine) {
    State.Helped = true; // it may have initialised MAPI
    Before.Typestate = State.pack();
  }
  if (Op.Kind == OperationKind::UnknownLevels) {
    State.Stopped = true;
    Before.Typestate = State.pack();
  }
  if (Op.Kind == OperationKind::Set || Op.Kind == OperationKind::Copy)
    noteFlag(Op, Before);
  if (Op.Kind == OperationKind::Call) {
    if (!State.MapiDown && State[InitLevel::Mapi].Count == 0 &&
        !State[InitLevel::Mapi].Failed && !Op.Entry->Initialises &&
        !Op.Entry->Uninitialises && needsMapi(Shared, Op)) {
      State.UpBefore = true;
      Before.Typestate = State.pack();
    }
    if (Op.Entry->Initialises)
      return initialise(Engine, Op, std::move(Before), After);
    if (Op.Entry->Uninitialises)
      uninitialise(Engine, Op, Before);
    else if (Op.Entry->FastShutdown)
      Before.Typestate = fastShutdown(State).Next.pack();
    else {
      lateCall(Engine, Op, Before);
      if (Shared.Graph.IsThreadRoutine)
        callOnThread(Engine, Op, Before);
      State = InitState::unpack(Before.Typestate);
      if (endsWork(Op, Before)) {
        State.WorkEnded = true;
        Before.Typestate = State.pack();
      }
    }
  }
  After.push_back(std::move(Before));
}

} // namespace mapitidy
