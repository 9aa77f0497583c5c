//===- Holding.cpp - Who holds the tracked value --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/Holding.h"

namespace mapitidy {

/// \returns the holders that are named by way of \p Changed.
static llvm::SmallVector<PathId, 2>
holdersThrough(const FlowGraph &Graph, const PathState &State, PathId Changed) {
  llvm::SmallVector<PathId, 2> Result;
  for (PathId Holder : State.holders())
    if (Graph.isNamedThrough(Holder, Changed))
      Result.push_back(Holder);
  return Result;
}

/// \returns the holders that are \p Whole or members of it.
static llvm::SmallVector<PathId, 2>
holdersIn(const FlowGraph &Graph, const PathState &State, PathId Whole) {
  llvm::SmallVector<PathId, 2> Result;
  for (PathId Holder : State.holders())
    if (Graph.isPartOf(Holder, Whole))
      Result.push_back(Holder);
  return Result;
}

static HolderChange drop(const FlowGraph &Graph, PathState &State,
                         PathId Whole) {
  llvm::SmallVector<PathId, 2> Dropped = holdersThrough(Graph, State, Whole);
  for (PathId Holder : Dropped)
    State.removeHolder(Holder);
  return !Dropped.empty() && State.holders().empty() ? HolderChange::LostLast
                                                     : HolderChange::None;
}

/// Whether it is a value without a name, which nobody asks for again once a
/// variable has it.
static bool isPassing(const AccessPath &Path) {
  return Path.Where == Storage::Temporary && Path.Name.empty() && !Path.Smart &&
         Path.Base == NoPath;
}

static void dropParts(const FlowGraph &Graph, PathState &State,
                      PathId Changed) {
  for (PathId Part : llvm::SmallVector<PathId, 2>(State.parts()))
    if (Graph.isNamedThrough(Part, Changed))
      State.removePart(Part);
}

HolderChange updateHolders(const FlowGraph &Graph, const Operation &Op,
                           PathState &State) {
  switch (Op.Kind) {
  case OperationKind::Copy:
    if (!State.holds(Op.Source))
      return drop(Graph, State, Op.Target);
    if ((Graph.Paths[Op.Target].Where == Storage::Outside &&
         !Graph.isCallers(Op.Target)) ||
        Graph.Paths[Op.Target].Shared)
      return HolderChange::GivenAway;
    State.addHolder(Op.Target);
    if (isPassing(Graph.Paths[Op.Source]) && !isPassing(Graph.Paths[Op.Target]))
      State.removeHolder(Op.Source);
    return HolderChange::None;
  case OperationKind::Insert:
    if (!State.holds(Op.Source))
      return HolderChange::None;
    if (Graph.Paths[Op.Target].Where == Storage::Outside ||
        Graph.Paths[Op.Target].Shared)
      return HolderChange::GivenAway;
    State.addHolder(Op.Target);
    if (isPassing(Graph.Paths[Op.Source]))
      State.removeHolder(Op.Source);
    return HolderChange::None;
  case OperationKind::Set:
  case OperationKind::PointInto:
  case OperationKind::Forget:
  case OperationKind::Combine:
  case OperationKind::Declare:
  case OperationKind::Test:
  case OperationKind::EndOfLife:
    return drop(Graph, State, Op.Target);
  case OperationKind::OpenToOthers:
    return holdersIn(Graph, State, Op.Target).empty() ? HolderChange::None
                                                      : HolderChange::GivenAway;
  case OperationKind::GiveAway:
  case OperationKind::Return:
    return Op.Source != NoPath && !holdersIn(Graph, State, Op.Source).empty()
               ? HolderChange::GivenAway
               : HolderChange::None;
  case OperationKind::Lend:
    return State.holds(Op.Source) ? HolderChange::GivenAway
                                  : HolderChange::None;
  case OperationKind::EmptyBlock: // whoever takes it is not known
    return llvm::any_of(State.holders(),
                        [&](PathId Holder) {
                          return Op.Target != NoPath && Holder != Op.Target &&
                                 Graph.isNamedThrough(Holder, Op.Target);
                        })
               ? HolderChange::GivenAway
               : HolderChange::None;
  case OperationKind::Call:
  case OperationKind::Derive:
  case OperationKind::Constrain:
  case OperationKind::TakeAddress:
  case OperationKind::AddReference:
  case OperationKind::Release:
  case OperationKind::Dereference:
  case OperationKind::Throw:
  case OperationKind::LeaveProcess:
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
  case OperationKind::Invoke:
    return HolderChange::None;
  }
  llvm_unreachable("all kinds are listed");
}

bool isWithin(const FlowGraph &Graph, const PathState &State, PathId Path,
              bool Filled) {
  if (State.holds(Path) || State.pointsInto(Path))
    return true;
  auto IsBehind = [&](PathId Pointer) {
    return Graph.isNamedThrough(Path, Pointer);
  };
  return Filled && (llvm::any_of(State.holders(), IsBehind) ||
                    llvm::any_of(State.parts(), IsBehind));
}

void updateParts(const FlowGraph &Graph, const Operation &Op, PathState &State,
                 bool Filled) {
  constexpr size_t MostParts = 8;
  if (Op.Kind == OperationKind::EmptyBlock &&
      (Op.Target == NoPath || State.holds(Op.Target)))
    return State.clearParts(); // what its elements own is others' business
  if (Op.Target == NoPath || !(traitsOf(Op.Kind).changesTarget() ||
                               Op.Kind == OperationKind::EndOfLife))
    return;
  const bool Takes = Op.Kind == OperationKind::Copy ||
                     Op.Kind == OperationKind::TakeAddress ||
                     Op.Kind == OperationKind::PointInto;
  const AccessPath &Target = Graph.Paths[Op.Target];
  const bool Gets = Takes && Target.Pointer && Target.Interface.empty() &&
                    Target.Where != Storage::Outside &&
                    !State.holds(Op.Source) &&
                    isWithin(Graph, State, Op.Source,
                             Filled || Op.Kind == OperationKind::TakeAddress);
  dropParts(Graph, State, Op.Target);
  if (Gets && State.parts().size() < MostParts)
    State.addPart(Op.Target);
}

void movePointer(const FlowGraph &Graph, const Operation &Op,
                 PathState &State) {
  const bool Back = Op.Constant.Signs == Value::Negative &&
                    (State.holds(Op.Source) || State.pointsInto(Op.Source));
  for (PathId Holder : holdersThrough(Graph, State, Op.Target))
    State.removeHolder(Holder);
  dropParts(Graph, State, Op.Target);
  if (Back)
    State.addHolder(Op.Target);
  else
    State.addPart(Op.Target);
}

} // namespace mapitidy
