//===- SummaryRelevance.cpp - What of a function its callers see ----------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/summaries/SummaryRelevance.h"
#include "catalogue/Catalogue.h"
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace mapitidy {

/// Calls \p See with what a call is given, and with its result.
static void forEachPathOf(const Operation &Call,
                          function_ref<void(PathId)> See) {
  for (const Argument &Given : Call.Arguments)
    if (Given.Path.isKnown())
      See(Given.Path);
  for (PathId Path : {Call.Receiver.Path, Call.Target})
    if (Path.isKnown())
      See(Path);
}

SummaryRelevance::SummaryRelevance(const FlowGraph &Graph)
    : Graph(Graph), Exported(Graph.Paths.size(), 0),
      Relevant(Graph.Paths.size(), 0), Holding(Graph.Paths.size(), 0),
      Assigned(Graph.Paths.size(), 0), Result(Graph.Paths.size(), 0) {
  IntEqClasses Same(Graph.Paths.size());
  // A status says by its value what happened; it holds nothing. But one that
  // is handed in may be handed back.
  PathVector<char> HandedIn(Graph.Paths.size(), 0);
  for (PathId Path : Graph.Paths.ids())
    HandedIn[Path] = Graph.Paths[Path].Root.From == Place::Root::Parameter;
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations)
      if (Op.Kind == OperationKind::Copy && HandedIn[Op.Source] &&
          Graph.Paths[Op.Target].Where == Storage::Temporary)
        HandedIn[Op.Target] = 1;
  auto MayHold = [&](PathId Path) {
    return !Graph.Paths[Path].Status || HandedIn[Path];
  };
  auto Join = [&](PathId A, PathId B) {
    if (A != NoPath && B != NoPath && MayHold(A) && MayHold(B))
      Same.join(A.index(), B.index());
  };
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations) {
      if (Op.Target != NoPath && Op.Kind != OperationKind::EndOfLife)
        Assigned[Op.Target] = 1;
      if (Op.Kind == OperationKind::Copy ||
          Op.Kind == OperationKind::TakeAddress)
        Join(Op.Target, Op.Source);
      if (Op.Kind == OperationKind::Return)
        Join(Graph.Result, Op.Source);
    }
  // A number that is returned matters if it may be a token.
  PathVector<char> Holds(Graph.Paths.size(), 0);
  for (PathId Path : Graph.Paths.ids())
    Holds[Path] = !Graph.Paths[Path].Number && Path != Graph.Result;
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations)
      if (Op.Entry && Op.Entry->Registers)
        if (PathId Token = Op.at(Op.Entry->Registers->Token).Path;
            Token != NoPath)
          Holds[Token] = 1;
  Same.compress();
  std::vector<char> RelevantClass(Same.getNumClasses(), 0);
  for (PathId Path : Graph.Paths.ids()) {
    Place At = Graph.placeOf(Path);
    Exported[Path] = At.From != Place::Root::Local && At.Calculated.empty();
    if (Exported[Path] && At.From != Place::Root::Result)
      RelevantClass[Same[Path.index()]] = 1;
  }
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations)
      if (Op.Kind == OperationKind::Invoke)
        forEachPathOf(
            Op, [&](PathId Path) { RelevantClass[Same[Path.index()]] = 1; });
  if (Graph.Result != NoPath)
    for (PathId Path : Graph.Paths.ids()) {
      bool Member = Path != Graph.Result && Graph.isPartOf(Path, Graph.Result);
      if (Member ||
          (Holds[Path] && Same[Path.index()] == Same[Graph.Result.index()]))
        RelevantClass[Same[Path.index()]] = 1;
    }
  for (PathId Path : Graph.Paths.ids())
    Relevant[Path] =
        RelevantClass[Same[Path.index()]] ||
        (Graph.Paths[Path].Base != NoPath && Relevant[Graph.Paths[Path].Base]);
  markParents();
  for (PathId Path : Graph.Paths.ids())
    if (!Graph.Paths[Path].Calculated.empty())
      Relevant[Path] = Relevant[Graph.Paths[Path].Reads.front()];
  markResult();
  markHolding();
}

/// Unlike what holds something, a status counts here: it is its value that is
/// handed on.
void SummaryRelevance::markResult() {
  if (Graph.Result == NoPath)
    return;
  IntEqClasses Same = Graph.copies();
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations)
      if (Op.Kind == OperationKind::Return && Op.Source != NoPath)
        Same.join(Graph.Result.index(), Op.Source.index());
  Same.compress();
  for (PathId Path : Graph.Paths.ids())
    Result[Path] = Same[Path.index()] == Same[Graph.Result.index()];
}

void SummaryRelevance::markHolding() {
  for (PathId Path : Graph.Paths.ids())
    if (Relevant[Path])
      for (PathId Whole = Path; Whole.isKnown() && !Holding[Whole];
           Whole = Graph.Paths[Whole].Base)
        Holding[Whole] = 1;
}

/// What an object hangs off says which session it belongs to.
void SummaryRelevance::markParents() {
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (const Block &B : Graph.Blocks)
      for (const Operation &Op : B.Operations) {
        if (!Op.Entry)
          continue;
        for (const Acquisition &How : Op.Entry->Acquires)
          for (Slot Parent : How.From)
            if (PathId Path = Op.at(Parent).Path;
                touches(Op, How.Into) && Path != NoPath && !Relevant[Path])
              Relevant[Path] = Changed = true;
      }
  }
}

bool SummaryRelevance::isTest(PathId Path) const {
  return Relevant[Path] && Path != Graph.Result;
}

bool SummaryRelevance::isReturned(PathId Path) const {
  if (Graph.Result == NoPath)
    return false;
  const AccessPath &Source = Graph.Paths[Path];
  return Relevant[Path] && !(Source.Status && Assigned[Path] &&
                             Source.Root.From == Place::Root::Parameter);
}

bool SummaryRelevance::touches(const Operation &Call, Slot At) const {
  PathId Path = Call.at(At).Path;
  return Path != NoPath && Relevant[Path];
}

SummaryRelevance::Role SummaryRelevance::roleOf(const Operation &Call) const {
  const CallEntry &Entry = *Call.Entry;
  if (Entry.Initialises)
    return Role::DecidedBySuccess;
  if (Entry.Uninitialises || Entry.FastShutdown || Entry.RemovesFile)
    return Role::Effect;
  if (Entry.DeliversMail)
    return Role::Once;
  bool Hands = any_of(Entry.Acquires, [&](const Acquisition &How) {
    return touches(Call, How.Into);
  });
  if (Hands || Entry.SubmitsMail ||
      (Entry.Registers && touches(Call, Entry.Registers->Token)))
    return Role::DecidedBySuccess;
  if ((Entry.LogsOff && touches(Call, *Entry.LogsOff)) ||
      (Entry.AddsReference && touches(Call, *Entry.AddsReference)) ||
      (Entry.Cancels &&
       (touches(Call, Entry.Cancels->Token) || touches(Call, {Slot::This}))) ||
      any_of(Entry.Releases,
             [&](const GiveBack &Back) { return touches(Call, Back.What); }))
    return Role::Effect;
  // A function of MAPI's needs the library, whatever it is called for.
  return Entry.Mapi && (touches(Call, {Slot::This}) ||
                        (Entry.interface().empty() && Entry.Releases.empty() &&
                         !Entry.AllowedAfterUninitialise))
             ? Role::Use
             : Role::None;
}

namespace {

/// Tells the variables of a function that something of its caller's passes
/// through, on one way.
class PrivateSteps {
public:
  explicit PrivateSteps(ArrayRef<Step> Steps) {
    connect(Steps);
    while (connectParents(Steps))
      ;
  }

  void drop(std::vector<Step> &Steps) const {
    erase_if(Steps, [this](Step &Each) {
      if (Each.Is == Step::Kind::Operation)
        return isPrivate(Each);
      drop(Each.Then);
      drop(Each.Else);
      bool Empty = Each.Then.empty() && Each.Else.empty();
      return isPrivate(Each.Target) || (Each.Is == Step::Kind::If && Empty);
    });
  }

private:
  /// The root of a local; 0 stands for everything of the caller's.
  static unsigned rootOf(const Place &At) {
    return At.From == Place::Root::Local ? At.Index + 1 : 0;
  }
  void connect(ArrayRef<Step> Steps) {
    for (const Step &Each : Steps) {
      connect(Each.Then);
      connect(Each.Else);
      if (Each.Is == Step::Kind::Operation &&
          (Each.Does == OperationKind::Copy ||
           Each.Does == OperationKind::TakeAddress))
        Connected.unionSets(rootOf(Each.Target), rootOf(Each.Source));
      if (Each.Is == Step::Kind::Operation &&
          Each.Does == OperationKind::Invoke)
        publish(Each);
    }
  }
  /// A function that is not known may do anything to the caller's things.
  void publish(const Step &Invocation) {
    Connected.unionSets(rootOf(Invocation.Target), 0);
    Connected.unionSets(rootOf(Invocation.Receiver.At), 0);
    for (const PlaceArgument &Given : Invocation.Arguments)
      Connected.unionSets(rootOf(Given.At), 0);
  }
  /// Connects what a public object hangs off. \returns whether there was more.
  bool connectParents(ArrayRef<Step> Steps) {
    bool Changed = false;
    for (const Step &Each : Steps) {
      Changed |= connectParents(Each.Then) || connectParents(Each.Else);
      if (Each.Is != Step::Kind::Operation || Each.Does != OperationKind::Call)
        continue;
      for (const Acquisition &How : Each.Entry->Acquires)
        for (Slot Parent : How.From)
          if (!isPrivate(Each.at(How.Into)) && isPrivate(Each.at(Parent))) {
            Connected.unionSets(rootOf(Each.at(Parent)), 0);
            Changed = true;
          }
    }
    return Changed;
  }
  bool isPrivate(const Place &At) const {
    unsigned Root = rootOf(At);
    return At.isKnown() && Root != 0 && !Connected.isEquivalent(Root, 0);
  }
  bool isPrivate(const Step &Each) const {
    const OperationTraits &Does = traitsOf(Each.Does);
    if (Does.Operand == OperandKind::Call)
      return isPrivateCall(Each);
    if (Does.Operand == OperandKind::Function)
      return false;
    return isPrivate(Does.Target == TargetRole::None ? Each.Source
                                                     : Each.Target);
  }
  bool isPrivateCall(const Step &Call) const {
    const CallEntry &Entry = *Call.Entry;
    if (Entry.Initialises || Entry.Uninitialises || Entry.FastShutdown ||
        Entry.DeliversMail || Entry.RemovesFile)
      return false;
    bool Private = false, Public = false;
    auto Look = [&](Slot At) {
      Place Named = Call.at(At);
      if (Named.isKnown())
        (isPrivate(Named) ? Private : Public) = true;
    };
    for (const Acquisition &How : Entry.Acquires)
      Look(How.Into);
    for (const GiveBack &Back : Entry.Releases)
      Look(Back.What);
    if (Entry.Registers)
      Look(Entry.Registers->Token);
    if (Entry.AddsReference)
      Look(*Entry.AddsReference);
    if (!Private && !Public && Call.Receiver.At.isKnown())
      Look({Slot::This});
    return Private && !Public;
  }

  mutable EquivalenceClasses<unsigned> Connected;
};

/// Numbers the locals in the order in which they come.
class LocalNumbers {
public:
  void renumber(std::vector<Step> &Steps) {
    for (Step &Each : Steps) {
      renumber(Each.Receiver.At);
      for (PlaceArgument &Given : Each.Arguments)
        renumber(Given.At);
      renumber(Each.Target);
      renumber(Each.Source);
      renumber(Each.Then);
      renumber(Each.Else);
    }
  }

private:
  void renumber(Place &At) {
    if (At.From != Place::Root::Local)
      return;
    auto *It = find(Seen, At.Index);
    if (It == Seen.end()) {
      Seen.push_back(At.Index);
      It = Seen.end() - 1;
    }
    At.Index = It - Seen.begin() + 1;
  }

  SmallVector<unsigned, 8> Seen;
};

} // namespace

bool isMereUse(const Step &Each) {
  if (Each.Is != Step::Kind::Operation)
    return false;
  if (Each.Does == OperationKind::UnknownCall)
    return true;
  if (Each.Does != OperationKind::Call)
    return false;
  const CallEntry &Entry = *Each.Entry;
  if (Entry.DeliversMail)
    return true;
  return !Entry.Initialises && !Entry.Uninitialises && !Entry.FastShutdown &&
         !Entry.SubmitsMail && !Entry.RemovesFile && !Entry.LogsOff &&
         !Entry.AddsReference && !Entry.Registers && !Entry.Cancels &&
         Entry.Releases.empty() &&
         none_of(Entry.Acquires, [&](const Acquisition &How) {
           return Each.at(How.Into).isKnown();
         });
}

void dropPrivateSteps(std::vector<Step> &Steps) {
  PrivateSteps(Steps).drop(Steps);
  LocalNumbers().renumber(Steps);
}

} // namespace mapitidy
