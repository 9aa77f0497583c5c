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
    Type = typeOfCopies(Shared.Graph, Path);
}

void ObjectSimulation::begin(PathEngine &Engine, const Operation &,
                             PathState Before, std::vector<PathState> &After) {
  if (!FromOutside)
    return acquire(Engine, std::move(Before), After);
  ObjectState State;
  Before.addHolder(Path);
  if (addsReference()) {
    // One reference is the function's own, whatever others there are. It may be
    // given back by way of any variable with the object.
    for (PathId Other : Shared.Graph.Paths.ids())
      if (Shared.Graph.Paths[Other].Where == Storage::Outside &&
          Shared.mayBeCopies(Path, Other) &&
          !Shared.Graph.isOutParameter(Other))
        Before.addHolder(Other);
    for (PathId Other : copiesBefore(Path))
      Before.addHolder(Other);
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
  const PathId Count = How.Count ? Source.at(*How.Count).Path : NoPath;
  if (Count != NoPath) {
    Before.setFact(Count, Value::ofSigns(Value::Positive));
    for (PathId Same : copiesBefore(Count))
      Before.setFact(Same, Value::ofSigns(Value::Positive));
  }
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
  const bool WasHeldHere = isHeldHere(Now);
  HolderChange Change = updateHolders(Shared.Graph, Op, Now);
  if (addsReference() && WasHeldHere && !isHeldHere(Now) &&
      Change == HolderChange::None) {
    Now.clearHolders();
    Change = HolderChange::LostLast;
  }
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
    if (Before.holds(Op.Source) || Before.pointsInto(Op.Source))
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
  case OperationKind::Invoke: // what is assumed of it follows
    After.push_back(std::move(Before));
    return;
  case OperationKind::UnknownCall:
    // Whoever adds a reference may do so for somebody else.
    if ((!addsReference() || Before.holders().empty()) &&
        (!(FromOutside || How.Kind == ResourceKind::Chained ||
           isInGlobal(Before) || isInStructure(Before)) ||
         !isExposed(Shared, Before)))
      After.push_back(std::move(Before));
    return;
  case OperationKind::Copy:
  case OperationKind::Insert:
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
  // A member's reference may be the object's own.
  if (addsReference() && !Last.holders().empty() && !isHeldHere(Last))
    return;
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
