//===- ObjectLeaving.cpp - Where an owned thing goes ----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/ObjectSimulation.h"

using namespace llvm;

namespace mapitidy {

/// Whether the caller gets the object when the function ends.
bool ObjectSimulation::isTheCallers(const PathState &Now) const {
  return any_of(Now.holders(), [this](PathId Holder) {
    return Shared.Graph.isCallers(Holder);
  });
}

/// Whether a function that is called takes entries out of \p Block: how many is
/// not known.
static bool isEmptiedElsewhere(const FlowGraph &Graph, PathId Block) {
  return any_of(Graph.Blocks, [&](const mapitidy::Block &B) {
    return any_of(B.Operations, [&](const Operation &Op) {
      return Op.Kind == OperationKind::EmptyBlock && !Op.Inside.empty() &&
             (Op.Target == NoPath || Op.Target == Block);
    });
  });
}

/// \p Op frees a block of the function's own: what its members hold is lost,
/// unless the call frees that, too. \returns false if nothing more is owed on
/// the path.
bool ObjectSimulation::loseWithBlock(PathEngine &Engine, const Operation &Op,
                                     PathState &Now) {
  for (const GiveBack &Back : Op.Entry->Releases) {
    const Argument Given = Op.at(Back.What);
    if (Given.How != Argument::Mode::ByValue || Now.holds(Given.Path))
      continue;
    for (PathId Holder : SmallVector<PathId, 4>(Now.holders())) {
      if (!Shared.Graph.isNamedThrough(Holder, Given.Path) ||
          !Shared.isInOwnBlock(Holder))
        continue;
      const BlockEntry *Shape =
          Shared.Entries.findBlock(Shared.Graph.Paths[Given.Path].Block);
      if (Shape && !Shape->Elements.empty() && Back.How == Shape->Free)
        return Shared.Graph.Paths[Holder].Field == Shape->Elements &&
               giveBack(Engine, Op, Now, ObjectEvent::Release);
      if (isEmptiedElsewhere(Shared.Graph, Given.Path))
        return false;
      LastHolder = Holder;
      Now.removeHolder(Holder);
      if (Now.holders().empty() && !apply(Engine, Op, Now, ObjectEvent::Lost))
        return false;
    }
  }
  return true;
}

/// What the caller gets the object by, in \p Op; NoPath if it does not.
PathId ObjectSimulation::handedOut(const PathState &Now,
                                   const Operation &Op) const {
  if (Op.Kind == OperationKind::Return)
    return Op.Source != NoPath && Now.holds(Op.Source) ? Op.Source : NoPath;
  const bool Passes =
      Op.Kind == OperationKind::GiveAway || Op.Kind == OperationKind::Lend;
  const PathId Parameter = Passes ? Op.Source : Op.Target;
  if (Parameter == NoPath || Shared.Graph.Paths[Parameter].Base != NoPath)
    return NoPath;
  for (PathId Holder : Now.holders())
    if (Holder != Parameter && Shared.Graph.isCallers(Holder) &&
        Shared.Graph.isNamedThrough(Holder, Parameter))
      return Holder;
  return NoPath;
}

/// The caller gets the object. If that has been given back, and the function
/// says that it was successful, the caller will use it.
void ObjectSimulation::handOut(PathEngine &Engine, const Operation &Op,
                               PathState Now, PathId Out) {
  const ObjectState State = ObjectState::unpack(Now.Typestate);
  // One interface of an object may be given back, and another one live on.
  const bool Known = isMemory(How.Kind) ||
                     (How.Kind == ResourceKind::Interface && !How.Type.empty());
  if (State.Phase != ObjectPhase::Released || State.Kept || FromOutside ||
      !Known || Now.fact(Out).Signs == Value::Zero ||
      (Op.Kind != OperationKind::Return && !Shared.Graph.isOutParameter(Out)))
    return;
  const FlowGraph &Graph = Shared.Graph;
  const uint8_t Result =
      Graph.Result == NoPath ? Value::Zero : Now.fact(Graph.Result).Signs;
  const bool Succeeds = Graph.Result == NoPath ||
                        (Graph.ReturnsStatus && !(Result & Value::Negative)) ||
                        (Graph.ReturnsPointerOrBool && !(Result & Value::Zero));
  const bool Leaves = Op.Kind == OperationKind::EndOfLife && Succeeds;
  if (Leaves || (Op.Kind == OperationKind::Return && isMemory(How.Kind)))
    report(Engine, Op, Now, Rule::UsedAfterRelease);
}

/// Whether a pointer into the block leaves the function.
bool ObjectSimulation::isPassedAsPart(const PathState &Now,
                                      const Operation &Op) const {
  if (Op.Source == NoPath || !Now.pointsInto(Op.Source))
    return false;
  const bool Leaves = Op.Kind == OperationKind::GiveAway ||
                      (Op.Kind == OperationKind::Copy &&
                       Shared.Graph.Paths[Op.Target].Where == Storage::Outside);
  return Op.Kind == OperationKind::Return || (Leaves && Now.holders().empty());
}

} // namespace mapitidy
