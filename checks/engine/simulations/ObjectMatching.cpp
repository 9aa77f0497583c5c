//===- ObjectMatching.cpp - Whether a call concerns the thing -------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/core/Writes.h"
#include "engine/simulations/ObjectSimulation.h"

using namespace llvm;

namespace mapitidy {

/// Whether the pointer is what a temporary object leads to: such an object
/// stands in for somebody else, as `&~pointer` does, and owns nothing.
static bool isBehindTemporary(const FlowGraph &Graph, PathId Path) {
  const AccessPath &Held = Graph.Paths[Path];
  return Held.Base != NoPath && Held.Field == Place::Dereference &&
         Graph.Paths[Held.Base].Where == Storage::Temporary;
}

bool ObjectSimulation::isTracked() const {
  if (FromOutside) {
    return Source.at(How.Into).How == Argument::Mode::ByValue &&
           !(addsReference() &&
             (isStored() || !isMapiType() || Shared.Graph.Paths[Path].Smart));
  }
  Argument Into = Source.at(How.Into);
  if (Into.How != Argument::Mode::ByAddress || Path == NoPath ||
      !How.Field.empty() || How.Kind == ResourceKind::Handle ||
      How.Kind == ResourceKind::Module ||
      How.Kind == ResourceKind::BorrowedModule)
    return false;
  const AccessPath &Held = Shared.Graph.Paths[Path];
  if (!Source.Inside.empty() && Held.Where == Storage::Temporary &&
      !isPassedOn())
    return false; // the function that is called sees to it
  if (isBehindTemporary(Shared.Graph, Path))
    return false;
  return ((Held.Where != Storage::Outside || Shared.Graph.isCallers(Path) ||
           Shared.isInOwnBlock(Path) || isGlobal(Path)) &&
          !Held.Shared) ||
         How.Kind == ResourceKind::Chained;
}

/// Whether \p Path is a variable that outlives the function: what the function
/// does to what it holds is followed, and what is left is for others.
bool ObjectSimulation::isGlobal(PathId Path) const {
  const AccessPath &Held = Shared.Graph.Paths[Path];
  return Held.Root.From == Place::Root::Global && Held.Base == NoPath &&
         !Shared.Graph.IsClass;
}

/// Whether a structure of the caller's holds the object: others may know it.
bool ObjectSimulation::isInStructure(const PathState &Now) const {
  return any_of(Now.holders(), [this](PathId Holder) {
    return Shared.Graph.isCallers(Holder) &&
           !Shared.Graph.isOutParameter(Holder);
  });
}

bool ObjectSimulation::isInGlobal(const PathState &Now) const {
  return any_of(Now.holders(),
                [this](PathId Holder) { return isGlobal(Holder); });
}

/// The block that the only way to \p To comes from, if there is but one.
static const Block *onlyBlockBefore(const FlowGraph &Graph, BlockId To) {
  const Block *Result = nullptr;
  for (const Block &B : Graph.Blocks)
    for (const Edge &Out : B.Edges)
      if (Out.To == To && std::exchange(Result, &B))
        return nullptr;
  return Result;
}

/// The paths that hold, where \c Source stands, what \p Held holds: on the way
/// there one was copied to the other.
SmallVector<PathId, 4> ObjectSimulation::copiesBefore(PathId Held) const {
  const FlowGraph &Graph = Shared.Graph;
  SmallVector<PathId, 4> Result;
  SmallVector<PathId, 8> Changed;
  const Block *In = nullptr;
  for (const Block &B : Graph.Blocks)
    if (!B.Operations.empty() && &B.Operations.front() <= &Source &&
        &Source <= &B.Operations.back())
      In = &B;
  bool IsBehind = true;
  for (unsigned Steps = 0; In && Steps < Graph.Blocks.size(); ++Steps) {
    for (const Operation &Op : reverse(In->Operations)) {
      if (IsBehind) {
        IsBehind = &Op != &Source;
        continue;
      }
      if (Op.Kind == OperationKind::Copy &&
          (Op.Source == Held || Op.Target == Held)) {
        const PathId Other = Op.Source == Held ? Op.Target : Op.Source;
        if (!is_contained(Changed, Other))
          Result.push_back(Other);
      }
      forEachTarget(Graph, Op,
                    [&](PathId Written) { Changed.push_back(Written); });
    }
    if (is_contained(Changed, Held))
      break;
    In = onlyBlockBefore(Graph, In - Graph.Blocks.data());
  }
  return Result;
}

/// Whether the reference that is added may be another variable's: one that
/// outlives the function, or a copy. A pointer into the same object, computed
/// from this one, may be handed out as well.
bool ObjectSimulation::isStored() const {
  const bool IsOwn = Shared.Graph.Paths[Path].Where != Storage::Outside;
  return any_of(Shared.Graph.Blocks, [&](const Block &B) {
    return any_of(B.Operations, [&](const Operation &Op) {
      if (Op.Target == NoPath)
        return false;
      if (IsOwn && Op.Kind == OperationKind::Copy && Op.Source == Path &&
          Shared.Graph.Paths[Op.Target].Where == Storage::Local)
        return true;
      if (Shared.Graph.Paths[Op.Target].Where != Storage::Outside)
        return false;
      if (Op.Kind == OperationKind::Copy)
        return Shared.mayBeCopies(Path, Op.Target) &&
               !Shared.Graph.isOutParameter(Op.Target);
      return (Op.Kind == OperationKind::TakeAddress ||
              Op.Kind == OperationKind::Forget) &&
             Shared.Graph.Paths[Op.Target].Pointer;
    });
  });
}

/// Whether a variable of the function's own holds the object. One that outlives
/// it has a reference of its own.
bool ObjectSimulation::isHeldHere(const PathState &Now) const {
  return any_of(Now.holders(), [this](PathId Holder) {
    return Shared.Graph.Paths[Holder].Where != Storage::Outside ||
           Shared.Graph.isOutParameter(Holder);
  });
}

/// Whether what is acquired goes anywhere from where it is.
bool ObjectSimulation::isPassedOn() const {
  return any_of(Shared.Graph.Blocks, [this](const Block &B) {
    return any_of(B.Operations, [this](const Operation &Op) {
      return &Op != &Source && Op.Kind != OperationKind::EndOfLife &&
             (Op.Source == Path || Op.Receiver.Path == Path ||
              any_of(Op.Arguments, [this](const Argument &Given) {
                return Given.How == Argument::Mode::ByValue &&
                       Given.Path == Path;
              }));
    });
  });
}

/// Whether it is followed for the reference that \c Source adds.
bool ObjectSimulation::addsReference() const {
  return FromOutside && Source.Entry->AddsReference == How.Into;
}

/// Whether it is followed from the release of the reference that the function
/// has.
bool ObjectSimulation::followsRelease() const {
  return FromOutside && How.Kind == ResourceKind::Interface &&
         any_of(Source.Entry->Releases, [this](const GiveBack &Back) {
           return Back.What == How.Into && Back.When == EffectWhen::Always;
         });
}

bool ObjectSimulation::isMapiType() const {
  const InterfaceEntry *Known = Shared.Entries.findInterface(Type);
  return Known && Known->Scope != InterfaceScope::Foreign;
}

/// Whether a reference more goes out of the function, as by QueryInterface into
/// an out-parameter.
bool ObjectSimulation::isAskedForElsewhere(const PathState &Now,
                                           const Operation &Op) const {
  return Op.Ends != Success::No && isHeld(Now, Op.Receiver) &&
         any_of(Op.Entry->Acquires, [&](const Acquisition &How) {
           const PathId Into = Op.at(How.Into).Path;
           const bool Same = How.Kind == ResourceKind::Interface &&
                             How.Type.empty() && !How.From.empty();
           return Same && (Into == NoPath ||
                           Shared.Graph.Paths[Into].Where == Storage::Outside);
         });
}

bool ObjectSimulation::isHeld(const PathState &Now,
                              const Argument &Given) const {
  return Given.How == Argument::Mode::ByValue && Now.holds(Given.Path);
}

bool ObjectSimulation::isPart(const PathState &Now,
                              const Argument &Given) const {
  return isMemory(How.Kind) && Given.How == Argument::Mode::ByValue &&
         Now.pointsInto(Given.Path);
}

bool ObjectSimulation::logsOff(const PathState &Now,
                               const Operation &Op) const {
  if (!Op.Entry->LogsOff)
    return false;
  Argument Session = Op.at(*Op.Entry->LogsOff);
  if (isHeld(Now, Session))
    return isSession(How.Kind);
  OriginSet From = Shared.From.of(Op).at(*Op.Entry->LogsOff);
  if (isSession(How.Kind))
    return Origins::intersect(From, Ids) && Now.holders().empty();
  return Shared.From.belongs(Ids, From);
}

bool ObjectSimulation::closesParent(const Operation &Op) const {
  return any_of(Op.Entry->Releases, [&](const GiveBack &Back) {
    OriginSet Closed = Shared.From.of(Op).at(Back.What);
    erase_if(Closed, [&](OriginId Id) {
      return !Shared.From.isKind(Id, ResourceKind::MessageSession);
    });
    return Shared.From.hangsOff(Ids, Closed) &&
           !Origins::intersect(Ids, Closed);
  });
}

bool ObjectSimulation::removesIt(const Operation &Op) const {
  const std::optional<ChildRemoval> &Removal = Op.Entry->RemovesChild;
  if (!Removal || How.Type != Removal->Type ||
      !Shared.From.hangsOff(Ids, Shared.From.of(Op).Receiver))
    return false;
  Argument Number = Op.at(Removal->Number);
  if (Number.How == Argument::Mode::Constant) {
    Argument Opened = Source.at(Removal->Number);
    return Opened.How == Argument::Mode::Constant &&
           Opened.Constant == Number.Constant;
  }
  return Number.Path != NoPath &&
         any_of(Source.Arguments, [&](const Argument &Given) {
           return Given.Path == Number.Path;
         });
}

bool ObjectSimulation::freesPart(const PathState &Now, const Operation &Op,
                                 const GiveBack &Back) const {
  if (!isMemory(How.Kind) || How.Kind == ResourceKind::FormArray || FromOutside)
    return false;
  auto IsWithin = [&](PathId Part) {
    while (Part != NoPath && !Now.holds(Part))
      Part = Shared.Graph.Paths[Part].Base;
    return Part != NoPath;
  };
  const Argument Given = Op.at(Back.What);
  // Rows are blocks of their own.
  const BlockEntry *Shape =
      Shared.Entries.findBlock(Shared.Graph.Paths[Path].Block);
  if (isPart(Now, Given))
    return Back.How != "Release" && !(Shape && !Shape->Elements.empty());
  const bool Inside = IsWithin(Given.Within) && Back.How != "Release";
  // What the code has filled by hand may point to blocks of their own.
  if (How.Raw)
    return Inside && Given.How == Argument::Mode::ByAddress;
  if (Inside)
    return true;
  if (How.Kind != ResourceKind::Buffer || Back.How != deallocatorOf(How))
    return false;
  return any_of(Shared.From.of(Op).at(Back.What), [&](OriginId Id) {
    const Origin &From = Shared.From[Id];
    if (From.From != Origin::Kind::Entry)
      return false;
    return !Now.holds(From.Path) && IsWithin(From.Path);
  });
}

/// The call that gives back a block of blocks works on the shell alone once
/// its elements own nothing: somewhere in the function, they are freed or taken
/// out, or there are none.
bool ObjectSimulation::isEmptied(const PathState &Now,
                                 const BlockEntry &Block) const {
  const FlowGraph &Graph = Shared.Graph;
  // The only row, or the first one, has a name of its own.
  SmallVector<PathId, 4> Elements;
  for (PathId Each : Graph.Paths.ids())
    if (Graph.Paths[Each].Field == Block.Elements &&
        any_of(Now.holders(), [&](PathId Holder) {
          return Graph.isNamedThrough(Each, Holder);
        }))
      Elements.push_back(Each);
  auto Empties = [&](const Operation &Op) {
    if (Op.Kind == OperationKind::EmptyBlock)
      return Op.Target == NoPath || Now.holds(Op.Target);
    return Op.Kind == OperationKind::GiveAway && Op.Source != NoPath &&
           any_of(Elements, [&](PathId Each) {
             return Shared.mayBeCopies(Each, Op.Source);
           });
  };
  return any_of(Graph.Blocks, [&](const mapitidy::Block &B) {
    return any_of(B.Operations, Empties);
  });
}

ObjectEvent ObjectSimulation::releaseBy(const PathState &Now,
                                        const GiveBack &Back,
                                        PathId Given) const {
  StringRef Right = deallocatorOf(How);
  const Catalogue &Entries = Shared.Entries;
  // Rows that are held as a list of recipients are one.
  if (const BlockEntry *Held =
          Entries.findBlock(Shared.Graph.Paths[Given].Block);
      Held && Held->Free == Back.How && Entries.freesBlocks(Right))
    return ObjectEvent::Release;
  if (Right.empty() || Back.How == Right || FromOutside ||
      (How.Raw && Entries.freesBlocks(Back.How))) // filled by hand
    return ObjectEvent::Release;
  if (Entries.freesBlocks(Right) && Entries.freesBlocks(Back.How))
    return ObjectEvent::SimilarRelease;
  const BlockEntry *Shape = Entries.findBlock(Shared.Graph.Paths[Path].Block);
  if (!Shape || Shape->Shell.empty() || Back.How != Shape->Shell)
    return ObjectEvent::WrongRelease;
  if (PathId Count = Shared.Graph.memberOf(Given, Shape->Count);
      Count != NoPath && Now.fact(Count).Signs == Value::Zero)
    return ObjectEvent::Release;
  return isEmptied(Now, *Shape) ? ObjectEvent::Release
                                : ObjectEvent::WrongRelease;
}

const Invalidation *ObjectSimulation::invalidation(const PathState &Now,
                                                   const Operation &Op) const {
  if (Op.Entry->LogsOff || How.Kind != ResourceKind::Interface)
    return nullptr;
  for (const Invalidation &Each : Op.Entry->Invalidates) {
    const PathId On = Op.at(Each.What).Path;
    if (is_contained(Each.NotOf, Type) || is_contained(Each.NotOf, How.Type) ||
        (On != NoPath &&
         is_contained(Each.NotOf, Shared.Graph.Paths[On].Interface)))
      continue;
    // A helper's own flags are not always known.
    if (Each.UnlessFlags) {
      Argument Flags = Op.at(Each.UnlessFlags->Parameter);
      if (Flags.How != Argument::Mode::Constant ||
          (Flags.Constant & Each.UnlessFlags->Mask))
        continue;
    }
    if (isHeld(Now, Op.at(Each.What)) ||
        (Each.Children && !FromOutside &&
         Shared.From.hangsOff(Ids, Shared.From.of(Op).at(Each.What))))
      return &Each;
  }
  return nullptr;
}

/// Whether a class's user opens twice what he has opened: what then comes of
/// the first is his fault, and not the class's.
bool ObjectSimulation::startsAnew(const Operation &Op) const {
  // The same call may be part of several functions of the class.
  const bool Again = Op.Entry == Source.Entry &&
                     Op.innermostPlace() == Source.innermostPlace();
  return Shared.Graph.IsClass && !FromOutside &&
         (Again || any_of(Op.Entry->Acquires, [](const Acquisition &Other) {
            return Other.Kind == ResourceKind::Session;
          }));
}

} // namespace mapitidy
