//===- RepairPlanner.cpp - Which findings can be mended -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/RepairPlanner.h"
#include <set>

using namespace llvm;

namespace mapitidy {

namespace {

/// What a variable is on a path.
enum class Holding : uint64_t {
  Unknown, ///< something else, or shared with somebody
  Unset,   ///< no value at all
  Null,
  Owed,   ///< something that must be given back
  Stale,  ///< something that was given back
  Mended, ///< null, because the repair has run
};

/// Follows one variable to the point of the repair, and beyond it.
class VariableSimulation : public Simulation {
public:
  VariableSimulation(const FlowGraph &Graph, PathId Variable,
                     const Operation &Point)
      : Graph(Graph), Variable(Variable), Point(Point) {}

  void look(PathEngine &, const Operation &Op, const PathState &State) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void leave(PathEngine &, const PathState &, SourcePlace) override {}

  bool seenAtPoint(Holding State) const { return AtPoint.count(State) != 0; }
  /// Whether the repair would be right on all paths.
  bool isSafe() const {
    return seenAtPoint(Holding::Owed) && !seenAtPoint(Holding::Unknown) &&
           !seenAtPoint(Holding::Unset) && !seenAtPoint(Holding::Stale) &&
           !seenAtPoint(Holding::Mended);
  }
  /// The calls behind the repair that would be given null and mind it.
  const std::set<const Operation *> &late() const { return Late; }
  bool isOnlyLate(const Operation *Op) const { return !Early.count(Op); }

private:
  void call(const Operation &Op, PathState Now, std::vector<PathState> &After);
  bool isGivenBackBy(const Operation &Op, bool &NullOk) const;

  const FlowGraph &Graph;
  PathId Variable;
  const Operation &Point;
  std::set<Holding> AtPoint;
  std::set<const Operation *> Late, Early;
};

Holding holdingOf(const PathState &State) {
  return static_cast<Holding>(State.Typestate);
}

void become(PathState &State, Holding Now) {
  State.Typestate = static_cast<uint64_t>(Now);
}

} // namespace

void VariableSimulation::look(PathEngine &, const Operation &Op,
                              const PathState &State) {
  if (&Op == &Point)
    AtPoint.insert(holdingOf(State));
}

bool VariableSimulation::isGivenBackBy(const Operation &Op,
                                       bool &NullOk) const {
  auto IsVariable = [this](const Argument &Given) {
    return Given.How == Argument::Mode::ByValue && Given.Path == Variable;
  };
  for (const GiveBack &Back : Op.Entry->Releases)
    if (IsVariable(Op.at(Back.What))) {
      NullOk = Back.NullOk;
      return true;
    }
  return Op.Entry->Cancels && IsVariable(Op.at(Op.Entry->Cancels->Token));
}

void VariableSimulation::call(const Operation &Op, PathState Now,
                              std::vector<PathState> &After) {
  auto IsInto = [this, &Op](Slot Into) {
    Argument Given = Op.at(Into);
    return Given.How == Argument::Mode::ByAddress && Given.Path == Variable;
  };
  bool Acquires =
      any_of(Op.Entry->Acquires,
             [&](const Acquisition &How) { return IsInto(How.Into); }) ||
      (Op.Entry->Registers && IsInto(Op.Entry->Registers->Token));
  if (Acquires) {
    if (Value Failure = failureValue(*Op.Entry);
        Failure.Signs != 0 && Op.Ends != Success::Yes) {
      PathState Failed = Now;
      Failed.setFact(Op.Target, Failure);
      After.push_back(std::move(Failed));
    }
    Now.setFact(Op.Target, successValue(*Op.Entry, EffectWhen::Success));
    Now.setFact(Variable, Value::ofSigns(Value::Positive));
    become(Now, Holding::Owed);
    return After.push_back(std::move(Now));
  }
  bool Addressed = any_of(Op.Arguments, [this](const Argument &Given) {
    return Given.How == Argument::Mode::ByAddress && Given.Path == Variable;
  });
  std::optional<Slot> Added = Op.Entry->AddsReference;
  if (Addressed || (Added && Op.at(*Added).Path == Variable))
    become(Now, Holding::Unknown);
  bool NullOk = false;
  bool GivesBack = isGivenBackBy(Op, NullOk);
  bool Uses = GivesBack || Op.Receiver.Path == Variable ||
              any_of(Op.Arguments, [this](const Argument &Given) {
                return Given.Path == Variable;
              });
  if (Uses && holdingOf(Now) == Holding::Mended && !NullOk)
    Late.insert(&Op);
  else if (Uses && holdingOf(Now) != Holding::Mended)
    Early.insert(&Op);
  if (GivesBack && holdingOf(Now) == Holding::Owed)
    become(Now, Holding::Stale);
  After.push_back(std::move(Now));
}

void VariableSimulation::step(PathEngine &, const Operation &Op,
                              PathState Before, std::vector<PathState> &After) {
  const bool Target = Op.Target == Variable;
  switch (Op.Kind) {
  case OperationKind::Call:
    if (&Op == &Point) {
      become(Before, Holding::Mended);
      Before.setFact(Variable, Value::ofConstant(0));
      return After.push_back(std::move(Before));
    }
    return call(Op, std::move(Before), After);
  case OperationKind::Declare:
  case OperationKind::EndOfLife:
    if (Target)
      become(Before, Holding::Unset);
    break;
  case OperationKind::Set:
    if (Target)
      become(Before, Op.Constant.Signs == Value::Zero ? Holding::Null
                                                      : Holding::Unknown);
    break;
  case OperationKind::Release:
    if (Target) // a smart pointer's, which is empty then
      become(Before, Holding::Null);
    break;
  case OperationKind::Copy:
  case OperationKind::TakeAddress:
  case OperationKind::AddReference:
  case OperationKind::GiveAway:
  case OperationKind::Return:
    if (Target || Op.Source == Variable)
      become(Before, Holding::Unknown);
    break;
  case OperationKind::Combine:
  case OperationKind::Forget:
  case OperationKind::OpenToOthers:
    if (Target)
      become(Before, Holding::Unknown);
    break;
  default:
    break;
  }
  After.push_back(std::move(Before));
}

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
  VariableSimulation Follow(Graph, Variable, *Found.At);
  PathState Initial;
  become(Initial, Path.Smart ? Holding::Null : Holding::Unset);
  Engine.run(Follow, Initial);
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
  VariableSimulation Follow(Shared.Graph, Found.Holder, *Found.At);
  PathState Initial;
  become(Initial, Holding::Unset);
  Engine.run(Follow, Initial);
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
    return Direct ? rename(Found) : Repair();
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
