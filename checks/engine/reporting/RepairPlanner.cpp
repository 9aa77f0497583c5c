//===- RepairPlanner.cpp - Which findings can be mended -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/reporting/RepairPlanner.h"
#include "engine/simulations/VariableSimulation.h"

using namespace llvm;

namespace mapitidy {

/// Whether something behind \p Point may still look at \p Variable.
static bool isNamedBehind(const FlowGraph &Graph, const Operation &Point,
                          PathId Variable) {
  auto Names = [Variable](const Operation &Op) {
    return (Op.Kind != OperationKind::EndOfLife && Op.Target == Variable) ||
           Op.Source == Variable || Op.Tested.Path == Variable ||
           Op.Receiver.Path == Variable ||
           any_of(Op.Arguments, [Variable](const Argument &Given) {
             return Given.Path == Variable;
           });
  };
  std::vector<char> Seen(Graph.Blocks.size(), 0);
  std::vector<BlockId> Work;
  auto Follow = [&](const Block &B) {
    bool Tests = false;
    for (const Edge &Out : B.Edges) {
      Tests |= Out.When.Path == Variable;
      if (!Seen[Out.To]) {
        Seen[Out.To] = 1;
        Work.push_back(Out.To);
      }
    }
    return Tests;
  };
  for (const Block &B : Graph.Blocks)
    for (size_t I = 0; I < B.Operations.size(); ++I)
      if (&B.Operations[I] == &Point)
        if (any_of(drop_begin(B.Operations, I + 1), Names) || Follow(B))
          return true;
  while (!Work.empty()) {
    const Block &B = Graph.Blocks[Work.back()];
    Work.pop_back();
    if (any_of(B.Operations, Names) || Follow(B))
      return true;
  }
  return false;
}

/// The variable as it is written; empty if it is not a variable, but a member
/// of one, or hidden behind another's name.
static std::string spelling(const AccessPath &Path) {
  bool Variable = Path.Where == Storage::Local && Path.Base == NoPath;
  return Variable ? Path.Name : "";
}

/// Whether \p Op is the only one in its place: a handler may stand for several
/// ways to it.
static bool isAloneInPlace(const FlowGraph &Graph, const Operation &Op) {
  return none_of(Graph.Blocks, [&](const Block &B) {
    return any_of(B.Operations, [&](const Operation &Other) {
      return &Other != &Op && Other.Kind == Op.Kind &&
             Other.Place == Op.Place && Other.Entry == Op.Entry &&
             (Op.Entry || Other.Target == Op.Target);
    });
  });
}

Repair RepairPlanner::insert(const Fault &Found, bool AtExit, PathId Variable,
                             const std::string &Call, bool NullOk,
                             const std::string &Needs) {
  const FlowGraph &Graph = Shared.Graph;
  const AccessPath &Path = Graph.Paths[Variable];
  if (!isAloneInPlace(Graph, *Found.At))
    return {};
  VariableSimulation Follow(Variable, *Found.At, /*Mends=*/true);
  Engine.run(Follow, initialFor(Graph, Variable));
  if (!Follow.isSafe() || Engine.exhausted())
    return {};
  Edit Insert;
  Insert.Does = AtExit ? Edit::Kind::InsertAtExit : Edit::Kind::InsertBefore;
  Insert.At = Found.Place;
  Insert.Variable = AtExit ? spelling(Path) : "";
  Insert.Needs = Needs;
  Insert.Text = Follow.seenAtPoint(Holding::Null) && !NullOk
                    ? "if (" + spelling(Path) + ")\n  " + Call
                    : Call;
  Repair Result{Insert};
  for (const Operation *Late : Follow.late()) {
    bool Movable = Late->Inside.empty() && !Late->Implicit &&
                   Follow.isOnlyLate(Late) && isAloneInPlace(Graph, *Late) &&
                   (!Late->Entry->Releases.empty() || Late->Entry->Cancels);
    if (!Movable)
      return {};
    Edit Remove;
    Remove.Does = Edit::Kind::RemoveStatement;
    Remove.At = Late->Place;
    Result.push_back(Remove);
  }
  if (!AtExit && !Path.Smart && Follow.late().empty() &&
      isNamedBehind(Graph, *Found.At, Variable))
    Result.front().Text += "\n" + spelling(Path) + " = " +
                           (Path.Number ? "0"
                            : Graph.IsC ? "NULL"
                                        : "nullptr") +
                           ";";
  return Result;
}

/// Whether all that is acquired into the variable is given back in one way.
static bool hasOneWayBack(const FlowGraph &Graph, PathId Variable,
                          const Acquisition &How) {
  return all_of(Graph.Blocks, [&](const Block &B) {
    return all_of(B.Operations, [&](const Operation &Op) {
      return !Op.Entry || all_of(Op.Entry->Acquires, [&](const auto &Other) {
        return Op.at(Other.Into).Path != Variable ||
               deallocatorOf(Other) == deallocatorOf(How);
      });
    });
  });
}

/// The acquisition of \p Source that fills \p Variable, or null.
static const Acquisition *acquisitionInto(const Operation &Source,
                                          PathId Variable) {
  for (const Acquisition &How : Source.Entry->Acquires)
    if (Source.at(How.Into).Path == Variable)
      return &How;
  return nullptr;
}

Repair RepairPlanner::giveBack(const Fault &Found, bool AtExit) {
  const FlowGraph &Graph = Shared.Graph;
  const Acquisition *How = acquisitionInto(*Found.Source, Found.Holder);
  const AccessPath &Path = Graph.Paths[Found.Holder];
  const std::string Name = spelling(Path);
  if (!How || Name.empty() || !hasOneWayBack(Graph, Found.Holder, *How))
    return {};
  if (Path.Smart)
    return Path.Reset.empty() ? Repair()
                              : insert(Found, AtExit, Found.Holder,
                                       Name + "." + Path.Reset + "();",
                                       /*NullOk=*/true, "");
  const std::string Back = deallocatorOf(*How).str();
  if (Back == "Release")
    return insert(Found, AtExit, Found.Holder,
                  Graph.IsC ? Name + "->lpVtbl->Release(" + Name + ");"
                            : Name + "->Release();",
                  /*NullOk=*/false, "");
  const CallEntry *Entry = Shared.Entries.findFunction(Back);
  if (!Entry || Entry->Releases.empty())
    return {};
  return insert(Found, AtExit, Found.Holder, Back + "(" + Name + ");",
                Entry->Releases.front().NullOk, Back);
}

Repair RepairPlanner::cancel(const Fault &Found) {
  const FlowGraph &Graph = Shared.Graph;
  const Operation &Advise = *Found.Source;
  PathId On = Advise.Receiver.Path;
  if (On == NoPath || Advise.Receiver.How != Argument::Mode::ByValue)
    return {};
  const AccessPath &Source = Graph.Paths[On];
  const std::string Token = spelling(Graph.Paths[Found.Holder]);
  StringRef Cancel = StringRef(Advise.Entry->Registers->CancelledBy);
  StringRef Method = Cancel.rsplit("::").second;
  // An Unadvise that takes more than the token is not written here.
  const CallEntry *Entry =
      Shared.Entries.findMethod(Advise.Entry->interface(), Method);
  bool Simple = Entry && Entry->Cancels && Entry->Cancels->Token.Index == 0;
  if (!Simple || Token.empty() || Source.Name.empty() ||
      Source.Where == Storage::Temporary)
    return {};
  return insert(
      Found, /*AtExit=*/false, Found.Holder,
      Source.Name +
          (Graph.IsC ? "->lpVtbl->" + Method.str() + "(" + Source.Name + ", "
                     : "->" + Method.str() + "(") +
          Token + ");",
      /*NullOk=*/false, "");
}

Repair RepairPlanner::rename(const Fault &Found) {
  const Acquisition *How = acquisitionInto(*Found.Source, Found.Holder);
  const CallEntry *Right =
      How ? Shared.Entries.findFunction(deallocatorOf(*How)) : nullptr;
  // One function for another; `delete` and Release are more than a name.
  if (!Right || !Found.At->Entry->interface().empty() ||
      StringRef(Found.At->Entry->Call).contains(' ') ||
      Found.At->Arguments.size() != 1)
    return {};
  VariableSimulation Follow(Found.Holder, *Found.At, /*Mends=*/true);
  Engine.run(Follow, initialFor(Shared.Graph, Found.Holder));
  bool Null = Follow.seenAtPoint(Holding::Null);
  if (!Follow.isSafe() ||
      (Null && !(Right->Releases.size() == 1 && Right->Releases[0].NullOk)) ||
      !hasOneWayBack(Shared.Graph, Found.Holder, *How))
    return {};
  Edit Rename;
  Rename.Does = Edit::Kind::RenameCall;
  Rename.At = Found.At->Place;
  Rename.Text = Rename.Needs = Right->Call;
  return {Rename};
}

Repair RepairPlanner::plan(const Fault &Found) {
  if (Shared.Graph.IsClass || Found.Thrown)
    return {};
  bool Direct = Found.At && Found.At->Inside.empty() && !Found.At->Implicit &&
                Found.At->Place == Found.Place;
  switch (Found.Broken) {
  case Rule::LiveAtLogoff:
    return Direct ? giveBack(Found, /*AtExit=*/false) : Repair();
  case Rule::InterfaceLost:
  case Rule::BufferLost:
    return Found.At && Found.At->Kind == OperationKind::EndOfLife &&
                   !Shared.Graph.Paths[Found.Holder].Smart
               ? giveBack(Found, /*AtExit=*/true)
               : Repair();
  case Rule::MissingUnadvise:
    return Direct && Found.At->Kind == OperationKind::Call ? cancel(Found)
                                                           : Repair();
  case Rule::WronglyFreed:
  case Rule::SimilarlyFreed:
    return Direct && Found.Source ? rename(Found) : Repair();
  case Rule::NoValueIfFailed: {
    Edit Initialise;
    Initialise.Does = Edit::Kind::InitialiseNull;
    Initialise.At = Found.Declared;
    return {Initialise};
  }
  default:
    return Found.Known;
  }
}

} // namespace mapitidy
