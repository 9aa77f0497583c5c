//===- AnalysisContext.cpp - What simulations share -----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/AnalysisContext.h"
#include "engine/reporting/Precedence.h"
#include <algorithm>

using namespace llvm;

namespace mapitidy {

std::string describe(const FlowGraph &Graph, PathId Path, StringRef Interface) {
  std::string Name = Path == NoPath ? "" : Graph.Paths[Path].Name;
  if (Name.empty())
    return Interface.empty() ? "the result" : ("the " + Interface).str();
  Name = "'" + Name + "'";
  return Interface.empty() ? Name : (Name + " (" + Interface + ")").str();
}

static std::string describeTest(const AccessPath &Path, const Comparison &Is) {
  const std::string Equals = Is.Negated ? " is not " : " is ";
  const std::string Constant = std::to_string(Is.Constant);
  if (Is.How == Comparison::Operator::Less) {
    if (Is.Constant == 0 && Path.Status)
      return Is.Negated ? " is a success" : " is a failure";
    return (Is.Negated ? " is at least " : " is less than ") + Constant;
  }
  if (Is.Constant != 0)
    return Equals + Constant;
  if (Path.Pointer || Path.Status)
    return Equals + (Path.Pointer ? "null" : "S_OK");
  return Is.Negated ? " is nonzero or true" : " is zero or false";
}

/// A value without a name is named after the call that returned it.
static std::string resultName(const FlowGraph &Graph, PathId Path) {
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations)
      if (Op.Target == Path && Op.Entry)
        return "the result of " + Op.Entry->Call;
  return "";
}

std::string describe(const FlowGraph &Graph, const TrailStep &Branch) {
  const Edge &Taken = *Branch.Taken;
  if (Taken.Assumption)
    return *Taken.Assumption;
  const Block &B = Graph.Blocks[Branch.InBlock];
  const Condition &When = Taken.When;
  auto AsWritten = [&]() {
    return (B.BranchText.empty() ? "the condition" : "'" + B.BranchText + "'") +
           (&Taken == &B.Edges.front() ? " is true" : " is false");
  };
  if (!When.isKnown() || !Graph.Paths[When.Path].Reads.empty())
    return AsWritten();
  const AccessPath &Path = Graph.Paths[When.Path];
  const std::string Name =
      Path.Name.empty() ? resultName(Graph, When.Path) : "'" + Path.Name + "'";
  if (Name.empty())
    return AsWritten();
  if (Taken.NoneOf)
    return Name + " is none of the cases";
  if (!Taken.OneOf.empty())
    return Name + " is " + std::to_string(Taken.OneOf[0]);
  return Name + describeTest(Path, When.Is);
}

EffectWhen effectOf(const CallEntry &Entry) {
  return Entry.Acquires.empty() ? Entry.InitialisesWhen
                                : Entry.Acquires.front().When;
}

Value successValue(const CallEntry &Entry, EffectWhen When) {
  switch (Entry.Status) {
  case StatusKind::HResult:
    return Value::ofSigns(
        When == EffectWhen::SOk ? Value::Zero : Value::Zero | Value::Positive);
  case StatusKind::NonzeroFails:
    return Value::ofSigns(Value::Zero);
  case StatusKind::None:
    return Value();
  case StatusKind::Bool:
    return Value::ofSigns(Value::Negative | Value::Positive);
  case StatusKind::Pointer:
    return Value::ofSigns(Value::Positive);
  }
  return Value();
}

Value failureValue(const CallEntry &Entry) {
  switch (Entry.Status) {
  case StatusKind::HResult:
    return Value::ofSigns(Value::Negative);
  case StatusKind::NonzeroFails:
    return Value::ofSigns(Value::Negative | Value::Positive);
  case StatusKind::None:
    return Value::ofSigns(0);
  case StatusKind::Bool:
  case StatusKind::Pointer:
    return Value::ofSigns(Value::Zero);
  }
  return Value();
}

void partByOutcome(const Operation &Op, PathState &Now,
                   std::vector<PathState> &After) {
  if (Value Failure = failureValue(*Op.Entry);
      Failure.Signs != 0 && Op.Ends != Success::Yes) {
    After.push_back(Now);
    After.back().setFact(Op.Target, Failure);
  }
  Now.setFact(Op.Target, successValue(*Op.Entry, EffectWhen::Success));
}

/// A branch decides if the finding's block can still be avoided behind it.
bool AnalysisContext::isDecisive(BlockId Branch, BlockId Reported) const {
  std::vector<char> Seen(Graph.Blocks.size(), 0);
  std::vector<BlockId> Work{Branch};
  while (!Work.empty()) {
    BlockId Id = Work.back();
    Work.pop_back();
    for (const Edge &Out : Graph.Blocks[Id].Edges) {
      if (Out.To == Graph.Exit)
        return true;
      if (Out.To != Reported && !Seen[Out.To]) {
        Seen[Out.To] = 1;
        Work.push_back(Out.To);
      }
    }
  }
  return false;
}

/// Shows the call inside of the functions that \p Op replays, if it does.
static void addInside(const Operation *Op, std::vector<FindingNote> &Notes) {
  if (Op && Op->Entry && !Op->Inside.empty())
    Notes.push_back(
        {Op->innermostPlace(), Op->Entry->Call + " is called here"});
}

std::vector<FindingNote> AnalysisContext::wayTo(PathEngine &Engine,
                                                const PathState &State) {
  std::vector<FindingNote> Notes;
  const std::string Assuming = "assuming that ";
  for (const TrailStep *Step : Engine.believedTrail(State)) {
    if (!Step->Taken) {
      Notes.push_back({Step->Place, Step->Text});
      addInside(Step->At, Notes);
      continue;
    }
    if (!isDecisive(Step->InBlock, Engine.currentBlock()))
      continue;
    std::string Text = describe(Graph, *Step);
    if (Text.empty())
      continue;
    // A loop's condition is worth one note, the last one.
    auto Same = find_if(Notes, [&](const FindingNote &Other) {
      return Other.Place == Step->Place &&
             StringRef(Other.Text).starts_with(Assuming);
    });
    if (Same != Notes.end())
      Notes.erase(Same);
    Notes.push_back({Step->Place, Assuming + Text});
  }
  return Notes;
}

bool handsOutInto(const Operation &Op, PathId Path) {
  return Op.Entry && any_of(Op.Entry->Acquires, [&](const Acquisition &How) {
           Argument Into = Op.at(How.Into);
           return Into.How == Argument::Mode::ByAddress && Into.Path == Path;
         });
}

const Operation *AnalysisContext::skippedAcquisition(const TrailStep &Step,
                                                     PathId Path) const {
  if (!Step.Taken || !Step.Taken->Assumption)
    return nullptr;
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations)
      if (!Op.Inside.empty() && Op.Place == Step.Place &&
          handsOutInto(Op, Path))
        return &Op;
  return nullptr;
}

size_t AnalysisContext::report(PathEngine &Engine, const PathState &State,
                               Fault Found) {
  Found.Way = Engine.way(State);
  return report(std::move(Found), wayTo(Engine, State));
}

size_t AnalysisContext::report(Fault Found, std::vector<FindingNote> Way) {
  Key Identity{Found.Broken, Found.Place, Found.Subject};
  if (Watch)
    Watch->find(Found.Message);
  auto It = find(Keys, Identity);
  if (It != Keys.end())
    return It - Keys.begin();
  Keys.push_back(Identity);
  addInside(Found.At, Way);
  Faults.push_back(Found);
  SourcePlace Cause = Found.Place;
  if (Found.Blamed)
    Cause = Found.Blamed->innermostPlace();
  else if (Found.At && Found.At->Place == Found.Place)
    Cause = Found.At->innermostPlace();
  Finding &New = Findings.emplace_back();
  New.Broken = Found.Broken;
  New.Place = Found.Place;
  New.Message = std::move(Found.Message);
  New.Notes = std::move(Way);
  New.Cause = Cause;
  New.Level = Found.Level;
  New.TakenUp = Found.TakenUp;
  New.Thrown = Found.Thrown;
  New.Reacquired = Found.Reacquired;
  if (Found.Source) {
    New.Acquired = Found.Source->innermostPlace();
    New.AcquiredBy = Found.Source->Index;
  }
  if (Found.At) {
    New.AtOperation = Found.At->Index;
    New.Implicit = Found.At->Implicit;
  }
  if (Found.Holder != NoPath)
    New.Subject = Graph.placeOf(Found.Holder);
  return Findings.size() - 1;
}

bool AnalysisContext::mayBeCopies(PathId A, PathId B) {
  if (!Copied) {
    Copied = Graph.copies();
    Copied->compress();
  }
  return (*Copied)[A.index()] == (*Copied)[B.index()];
}

void AnalysisContext::addNote(size_t Index, SourcePlace Place,
                              std::string Text) {
  if (Index >= Findings.size())
    return;
  std::vector<FindingNote> &Notes = Findings[Index].Notes;
  if (none_of(Notes, [&](const FindingNote &Note) {
        return Note.Place == Place && Note.Text == Text;
      }))
    Notes.push_back({Place, std::move(Text)});
}

void AnalysisContext::forEachFinding(
    function_ref<void(const Fault &, Finding &)> Visit) {
  for (size_t I = 0; I < Findings.size(); ++I)
    Visit(Faults[I], Findings[I]);
}

bool AnalysisContext::isReported(Rule Broken, SourcePlace Place) const {
  return any_of(Findings, [&](const Finding &Each) {
    return Each.Broken == Broken && Each.Place == Place;
  });
}

bool AnalysisContext::isMapis(const Operation &Source, const Acquisition &How,
                              StringRef Type) const {
  auto IsMapis = [this](StringRef Name) {
    const InterfaceEntry *Known = Entries.findInterface(Name);
    return Known && Known->Scope != InterfaceScope::Foreign;
  };
  // CoCreateInstance, QueryInterface and the like count if they ask for one.
  if (IsMapis(Type) || IsMapis(How.Type))
    return true;
  if (!Source.Entry->Mapi)
    return false;
  if (Source.Entry->interface().empty() || IsMapis(Source.Entry->interface()))
    return true;
  // ... or on MAPI's own objects.
  const PathId On = Source.Receiver.Path;
  return On != NoPath && IsMapis(Graph.Paths[On].Interface);
}

/// Whether \p Op makes what \p Pointer holds known elsewhere, or lets the
/// pointer hold what was not allocated here.
static bool sharesBlock(const Operation &Op, PathId Pointer) {
  switch (Op.Kind) {
  case OperationKind::Call:
    return any_of(Op.Arguments,
                  [&](const Argument &Given) {
                    return Given.How == Argument::Mode::ByAddress &&
                           Given.Path == Pointer;
                  }) &&
           none_of(Op.Entry->Acquires, [&](const Acquisition &How) {
             return Op.at(How.Into).Path == Pointer && isMemory(How.Kind);
           });
  case OperationKind::Set:
    return Op.Target == Pointer && Op.Constant.Signs != Value::Zero;
  case OperationKind::Declare:
  case OperationKind::EndOfLife:
  case OperationKind::Dereference:
  case OperationKind::Constrain:
  case OperationKind::EmptyBlock:
    return false;
  case OperationKind::Copy:
  case OperationKind::Insert:
  case OperationKind::TakeAddress:
  case OperationKind::PointInto:
  case OperationKind::Test:
  case OperationKind::Derive:
  case OperationKind::Forget:
  case OperationKind::Combine:
  case OperationKind::OpenToOthers:
  case OperationKind::GiveAway:
  case OperationKind::Lend:
  case OperationKind::AddReference:
  case OperationKind::Release:
  case OperationKind::Return:
  case OperationKind::Throw:
  case OperationKind::LeaveProcess:
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
  case OperationKind::Invoke:
    return Op.Target == Pointer || Op.Source == Pointer;
  }
  llvm_unreachable("all kinds are listed");
}

bool AnalysisContext::isInOwnBlock(PathId Path) const {
  PathId Root = Path;
  unsigned Pointers = 0;
  while (Graph.Paths[Root].Base != NoPath) {
    Root = Graph.Paths[Root].Base;
    Pointers += Graph.Paths[Root].Pointer;
  }
  const AccessPath &Variable = Graph.Paths[Root];
  if (Root == Path || Pointers != 1 || !Variable.Pointer || Variable.Shared ||
      Variable.Where != Storage::Local)
    return false;
  auto [It, Inserted] = OwnBlocks.try_emplace(Root, true);
  if (Inserted)
    for (const Block &B : Graph.Blocks)
      for (const Operation &Op : B.Operations)
        It->second &= !sharesBlock(Op, Root);
  return It->second;
}

std::vector<Finding> AnalysisContext::takeFindings() {
  applyPrecedence(Findings, Explained, Graph.IsClass, Watch);
  return std::move(Findings);
}

} // namespace mapitidy
