//===- Origins.cpp - Where pointers come from -----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/Origins.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <iterator>

using namespace llvm;

namespace mapitidy {

/// \returns whether something was new in \p To.
static bool addAll(OriginSet &To, const OriginSet &From) {
  // Where ways meet, most paths come from the same places on both.
  if (To == From)
    return false;
  OriginSet Union;
  std::set_union(To.begin(), To.end(), From.begin(), From.end(),
                 std::back_inserter(Union));
  if (Union.size() == To.size())
    return false;
  To = std::move(Union);
  return true;
}

bool Origins::intersect(const OriginSet &A, const OriginSet &B) {
  return any_of(A, [&](OriginId Id) { return is_contained(B, Id); });
}

OriginSet CallOrigins::at(Slot At) const {
  if (At.Index == Slot::This)
    return Receiver;
  if (At.Index >= 0 && unsigned(At.Index) < Arguments.size())
    return Arguments[At.Index];
  return {};
}

OriginId Origins::intern(Origin::Kind Kind, PathId Path,
                         const Operation *Source, const Acquisition *How) {
  auto Key =
      std::make_pair(static_cast<const void *>(Source),
                     How ? reinterpret_cast<uintptr_t>(How) : Path.index());
  auto [It, Inserted] = Interned.try_emplace(Key, All.size());
  if (Inserted) {
    Origin New;
    New.From = Kind;
    New.Path = Path;
    New.Source = Source;
    New.How = How;
    All.push_back(std::move(New));
  }
  return It->second;
}

OriginSet Origins::lookUp(const State &Now, PathId Path) {
  assert(Path.isKnown() && "nothing comes from nowhere");
  auto It = Now.find(Path);
  if (It != Now.end())
    return It->second;
  return {intern(Origin::Kind::Entry, Path, nullptr, nullptr)};
}

bool Origins::isSession(OriginId Id) const {
  const Origin &From = All[Id];
  if (From.From == Origin::Kind::Acquired)
    return From.How->Kind == ResourceKind::Session ||
           From.How->Kind == ResourceKind::BorrowedSession;
  return Graph.Paths[From.Path].Interface == "IMAPISession";
}

void Origins::transferCall(State &Now, const Operation &Op) {
  assert(Op.Entry && Op.Index < ByOperation.size() && "a call that is counted");
  CallOrigins &Record = ByOperation[Op.Index];
  auto Note = [&](OriginSet &Into, const Argument &From) {
    if (From.How == Argument::Mode::ByValue)
      addAll(Into, lookUp(Now, From.Path));
    else if (From.Within != NoPath)
      addAll(Into, lookUp(Now, From.Within));
  };
  Note(Record.Receiver, Op.Receiver);
  Record.Arguments.resize(Op.Arguments.size());
  for (size_t I = 0; I < Op.Arguments.size(); ++I)
    Note(Record.Arguments[I], Op.Arguments[I]);
  for (const Argument &Given : Op.Arguments)
    if (Given.How == Argument::Mode::ByAddress && Given.Path != NoPath)
      Now[Given.Path] = {
          intern(Origin::Kind::Unknown, Given.Path, &Op, nullptr)};
  Record.Acquired.clear();
  for (const Acquisition &How : Op.Entry->Acquires) {
    Argument Into = Op.at(How.Into);
    OriginId Id = intern(Origin::Kind::Acquired, Into.Path, &Op, &How);
    Record.Acquired.push_back(Id);
    for (Slot Parent : How.From)
      addAll(All[Id].Parents, Record.at(Parent));
    if (Into.How == Argument::Mode::ByAddress && Into.Path != NoPath)
      Now[Into.Path] = {Id};
  }
}

void Origins::transfer(State &Now, const Operation &Op) {
  switch (Op.Kind) {
  case OperationKind::Copy:
    Now[Op.Target] = lookUp(Now, Op.Source);
    return;
  case OperationKind::Insert: {
    OriginSet Both = Now.count(Op.Target) ? Now[Op.Target] : OriginSet();
    addAll(Both, lookUp(Now, Op.Source));
    Now[Op.Target] = std::move(Both);
    return;
  }
  case OperationKind::Set:
    Now[Op.Target] = {};
    return;
  case OperationKind::PointInto:
  case OperationKind::Forget:
  case OperationKind::Combine:
  case OperationKind::Declare:
  case OperationKind::OpenToOthers:
    if (Op.Target != NoPath)
      Now[Op.Target] = {intern(Origin::Kind::Unknown, Op.Target, &Op, nullptr)};
    return;
  case OperationKind::Release:
    addAll(ByOperation[Op.Index].Receiver, lookUp(Now, Op.Target));
    return;
  case OperationKind::AddReference:
    addAll(ByOperation[Op.Index].Receiver, lookUp(Now, Op.Source));
    return;
  case OperationKind::Call:
    transferCall(Now, Op);
    return;
  case OperationKind::Constrain:
  case OperationKind::TakeAddress:
  case OperationKind::Test:
  case OperationKind::Derive:
  case OperationKind::EmptyBlock:
  case OperationKind::GiveAway:
  case OperationKind::Lend:
  case OperationKind::Dereference:
  case OperationKind::EndOfLife:
  case OperationKind::Return:
  case OperationKind::Throw:
  case OperationKind::LeaveProcess:
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
  case OperationKind::Invoke:
    return;
  }
}

bool Origins::join(std::optional<State> &To, const State &From) {
  if (!To) {
    To = From;
    Kept += From.size();
    return true;
  }
  bool Changed = false;
  for (const auto &[Path, Set] : From) {
    auto It = To->find(Path);
    if (It != To->end()) {
      Changed |= addAll(It->second, Set);
      continue;
    }
    // On the other way the path still has its entry value.
    OriginSet Joined = lookUp(*To, Path);
    addAll(Joined, Set);
    (*To)[Path] = std::move(Joined);
    ++Kept;
    Changed = true;
  }
  for (auto &[Path, Set] : *To)
    if (!From.count(Path))
      Changed |= addAll(Set, lookUp(From, Path));
  return Changed;
}

Origins::Origins(const FlowGraph &Graph, const Catalogue &Entries,
                 const Budget &Limits)
    : Graph(Graph), Entries(Entries), ByOperation(Graph.OperationCount) {
  std::vector<BlockId> Order = Graph.reversePostOrder();
  std::vector<std::optional<State>> Entry(Graph.Blocks.size());
  Entry[Graph.Entry] = State();
  BitVector Pending(Graph.Blocks.size());
  Pending.set(Graph.Entry);
  constexpr size_t MostKept = 4000000;
  Timer Clock(Limits.MaxTime);
  while (Complete && Pending.any())
    for (BlockId Id : Order) {
      if (!Pending.test(Id))
        continue;
      Complete = Kept < MostKept;
      if (!Complete)
        break;
      Pending.reset(Id);
      State Now = *Entry[Id];
      for (const Operation &Op : Graph.Blocks[Id].Operations) {
        transfer(Now, Op);
        Complete &= !Clock.isUp();
      }
      for (const Edge &Out : Graph.Blocks[Id].Edges)
        if (join(Entry[Out.To], Now))
          Pending.set(Out.To);
    }
  OriginSet Sessions;
  for (const CallOrigins &Record : ByOperation) {
    addAll(Sessions, Record.Receiver);
    addAll(Sessions, Record.Acquired);
  }
  SessionCount = count_if(Sessions, [&](OriginId Id) { return isSession(Id); });
}

bool Origins::belongs(OriginId Object, const OriginSet &Session,
                      std::vector<char> &Seen) const {
  if (Seen[Object])
    return false;
  Seen[Object] = 1;
  if (is_contained(Session, Object))
    return true;
  const Origin &From = All[Object];
  if (From.From == Origin::Kind::Acquired)
    return any_of(From.Parents, [&](OriginId Parent) {
      return belongs(Parent, Session, Seen);
    });
  // From outside: it is of the only session there is, if that came from
  // outside as well.
  if (isSession(Object) || SessionCount != 1)
    return false;
  const InterfaceEntry *Known =
      Entries.findInterface(Graph.Paths[From.Path].Interface);
  if (!Known || Known->Scope != InterfaceScope::Session)
    return false;
  return any_of(Session, [&](OriginId Id) {
    return All[Id].From != Origin::Kind::Acquired ||
           From.From == Origin::Kind::Unknown;
  });
}

bool Origins::isBorrowed(OriginId Id) const {
  const Origin &From = All[Id];
  // QueryInterface names no type: the same object in another shape.
  return From.From == Origin::Kind::Acquired && From.How->Type.empty() &&
         any_of(From.Parents, [this](OriginId Parent) {
           return isKind(Parent, ResourceKind::BorrowedSession);
         });
}

bool Origins::hangsOff(const OriginSet &Object, const OriginSet &Parent) const {
  std::vector<char> Seen(All.size(), 0);
  SmallVector<OriginId, 4> Work(Object.begin(), Object.end());
  while (!Work.empty()) {
    for (OriginId Each : All[Work.pop_back_val()].Parents) {
      if (is_contained(Parent, Each))
        return true;
      if (!Seen[Each])
        Work.push_back(Each);
      Seen[Each] = 1;
    }
  }
  return false;
}

bool Origins::belongs(const OriginSet &Object, const OriginSet &Session) const {
  std::vector<char> Seen(All.size(), 0);
  return any_of(Object,
                [&](OriginId Id) { return belongs(Id, Session, Seen); });
}

} // namespace mapitidy
