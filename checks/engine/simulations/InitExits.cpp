//===- InitExits.cpp - Libraries where a function is left -----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/InitSimulation.h"

using namespace llvm;

namespace mapitidy {

/// Whether the block, or one that it leads to without a choice, has a call that
/// \p Is wanted.
static bool leadsTo(const FlowGraph &Graph, BlockId Id,
                    function_ref<bool(const CallEntry &)> Is) {
  constexpr unsigned FarEnough = 4;
  for (unsigned I = 0; I < FarEnough; ++I) {
    const Block &B = Graph.Blocks[Id];
    for (const Operation &Op : B.Operations)
      if (Op.Entry && Is(*Op.Entry))
        return true;
    if (B.Edges.size() != 1)
      return false;
    Id = B.Edges.front().To;
  }
  return false;
}

/// Whether the library goes down where \p Path is tested for \p Is; or, if \p
/// Otherwise, for anything else.
static bool decidesUninitialise(const FlowGraph &Graph, const Condition &Learnt,
                                bool Otherwise, InitLevel Level) {
  auto Leads = [&](const Edge &Out) {
    return leadsTo(Graph, Out.To, [Level](const CallEntry &Entry) {
      return Entry.Uninitialises == Level;
    });
  };
  return any_of(Graph.Blocks, [&](const Block &B) {
    bool Wanted = any_of(B.Edges, [&](const Edge &Out) {
      return Out.When.Path == Learnt.Path &&
             (Out.When.Is == Learnt.Is) != Otherwise && Leads(Out);
    });
    return Wanted && (B.Edges.size() == 1 || !all_of(B.Edges, Leads));
  });
}

/// Whether \p Level goes up where \p Flag is zero.
static bool decidesInitialise(const FlowGraph &Graph, PathId Flag,
                              InitLevel Level) {
  const Value Zero = Value::ofConstant(0);
  return any_of(Graph.Blocks, [&](const Block &B) {
    return any_of(B.Edges, [&](const Edge &Out) {
      return Out.When.Path == Flag && Out.When.Is.refine(Zero).Signs != 0 &&
             leadsTo(Graph, Out.To, [Level](const CallEntry &Entry) {
               return Entry.Initialises == Level;
             });
    });
  });
}

/// A flag or count that outlives the function, and for which the library was
/// taken up, says from now on that it is: whoever asks it undoes it.
void InitSimulation::noteFlag(const Operation &Op, PathState &Now) const {
  const FlowGraph &Graph = Shared.Graph;
  const Value To =
      Op.Kind == OperationKind::Set ? Op.Constant : Now.fact(Op.Source);
  if (Graph.Paths[Op.Target].Where != Storage::Outside ||
      (To.Signs & Value::Zero) != 0)
    return;
  InitState State = InitState::unpack(Now.Typestate);
  for (unsigned I = 0; I < InitLevelCount; ++I) {
    const InitLevel Level = static_cast<InitLevel>(I);
    if (State[Level].Count > 0 && !State[Level].Lent)
      State[Level].Lent = decidesInitialise(Graph, Op.Target, Level);
  }
  Now.Typestate = State.pack();
}

void InitSimulation::learn(PathEngine &, const Condition &Learnt,
                           PathState &State) {
  const FlowGraph &Graph = Shared.Graph;
  if (Graph.Paths[Learnt.Path].Where != Storage::Outside)
    return;
  // A count or flag that outlives the function says who undoes the library.
  InitState Now = InitState::unpack(State.Typestate);
  for (unsigned I = 0; I < InitLevelCount; ++I) {
    InitLevel Level = static_cast<InitLevel>(I);
    if (Now[Level].Count > 0)
      Now[Level].Lent |=
          decidesUninitialise(Graph, Learnt, /*Otherwise=*/true, Level);
    if (Now[Level].Failed &&
        decidesUninitialise(Graph, Learnt, /*Otherwise=*/false, Level))
      Now[Level].Failed = false; // it was up before
  }
  State.Typestate = Now.pack();
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
  for (const TrailStep *Step : Engine.trail(Last))
    if (Step->At && Step->At->Entry && Step->At->Entry->Initialises) {
      CallChain &Way = Out.TakenUp[unsigned(*Step->At->Entry->Initialises)];
      Way.assign(1, Step->At->Place);
      Way.append(Step->At->Inside);
    }
  Exits.push_back(std::move(Out));
}

bool InitSimulation::isFault(const InitState &Up, InitLevel Level) const {
  if (Shared.Graph.ObjectUndoes)
    return false; // the object is still there, and its destructor will run
  if (Up.WorkEnded || Shared.Graph.IsClass || Shared.Graph.IsThreadRoutine)
    return true;
  return any_of(Exits, [&](const Exit &Other) {
    return Other.Levels[Level].Undone &&
           !(Other.Levels.FailedExit && !Up.FailedExit);
  });
}

/// The missing call, if the library is up whenever this exit is taken, nothing
/// behind it still needs the library, and no helper keeps account of it.
Repair InitSimulation::undone(InitLevel Level, SourcePlace Place) const {
  // Of several libraries, the order would matter.
  bool OnlyOne = all_of(Exits, [&](const Exit &Other) {
    unsigned Up = 0;
    for (const LevelState &Each : Other.Levels.Levels)
      Up += Each.Count > 0;
    return Other.Place != Place || (Other.Levels[Level].Count == 1 && Up == 1);
  });
  bool Elsewhere = any_of(Shared.Graph.Blocks, [](const Block &B) {
    return any_of(B.Operations, [](const Operation &Op) {
      bool Changes =
          Op.Entry && (Op.Entry->Initialises || Op.Entry->Uninitialises);
      return (Changes && !Op.Inside.empty()) || Op.Implicit ||
             Op.Kind == OperationKind::Release;
    });
  });
  const CallEntry *Call = Shared.Entries.uninitialiserOf(Level);
  if (!OnlyOne || Elsewhere || !Call)
    return {};
  Edit Insert;
  Insert.Does = Edit::Kind::InsertAtExit;
  Insert.At = Place;
  Insert.Text = Call->Call + "();";
  Insert.Needs = Call->Call;
  return {Insert};
}

/// Whether some way leaves the library up for the caller.
bool InitSimulation::handsUp(InitLevel Level) const {
  return any_of(Exits, [&](const Exit &Out) {
    return Out.Levels[Level].Count > 0 &&
           (Out.Levels[Level].Lent || !isFault(Out.Levels, Level));
  });
}

void InitSimulation::reportExit(const Exit &Out, InitLevel Level) {
  if (Out.Levels[Level].Count <= 0 || Out.Levels[Level].Lent ||
      !isFault(Out.Levels, Level) || (Level == InitLevel::Com && !UsesMapi))
    return;
  // A caller that leaves it up, too, does no wrong of its own, unless it should
  // have expected that.
  CallChain TakenUp;
  if (!handsUp(Level))
    TakenUp = Out.TakenUp[unsigned(Level)];
  if (Shared.isReported(Rule::SessionLost, Out.Place)) {
    Implied.push_back(std::move(TakenUp));
    return;
  }
  Fault Left;
  Left.Broken = Rule::InitLeftUp;
  Left.Place = Out.Place;
  Left.Message = initialiserOf(Level) + " is not undone on this way out";
  Left.Subject = unsigned(Level);
  Left.Level = Level;
  Left.TakenUp = std::move(TakenUp);
  Left.Known = undone(Level, Out.Place);
  Left.Thrown = Shared.Graph.IsClass && Out.Levels.FailedExit;
  Shared.report(std::move(Left), Out.Way);
}

void InitSimulation::reportExits() {
  for (const Exit &Out : Exits)
    for (unsigned I = 0; I < InitLevelCount; ++I)
      reportExit(Out, static_cast<InitLevel>(I));
}

} // namespace mapitidy
