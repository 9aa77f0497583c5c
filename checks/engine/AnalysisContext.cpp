//===- AnalysisContext.cpp - What simulations share -----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/AnalysisContext.h"
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

static std::string describeTest(const AccessPath &Path, const Condition &When) {
  const std::string Is = When.Negated ? " is not " : " is ";
  const std::string Constant = std::to_string(When.Constant);
  if (When.How == Condition::Comparison::Less) {
    if (When.Constant == 0 && Path.Status)
      return When.Negated ? " is a success" : " is a failure";
    return (When.Negated ? " is at least " : " is less than ") + Constant;
  }
  if (When.Constant != 0)
    return Is + Constant;
  if (Path.Pointer || Path.Status)
    return Is + (Path.Pointer ? "null" : "S_OK");
  return When.Negated ? " is nonzero or true" : " is zero or false";
}

std::string describe(const FlowGraph &Graph, const Edge &Taken, bool First) {
  const Condition &When = Taken.When;
  if (!When.isKnown())
    return First ? "the condition is true" : "the condition is false";
  const AccessPath &Path = Graph.Paths[When.Path];
  std::string Name = Path.Name.empty() ? "the result" : "'" + Path.Name + "'";
  if (Taken.NoneOf)
    return Name + " is none of the cases";
  if (!Taken.OneOf.empty())
    return Name + " is " + std::to_string(Taken.OneOf[0]);
  return Name + describeTest(Path, When);
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

std::vector<FindingNote> AnalysisContext::wayTo(PathEngine &Engine,
                                                const PathState &State) {
  std::vector<FindingNote> Notes;
  for (const TrailStep *Step : Engine.trail(State)) {
    if (!Step->Taken) {
      Notes.push_back({Step->Place, Step->Text});
      continue;
    }
    if (!isDecisive(Step->InBlock, Engine.currentBlock()))
      continue;
    bool First = Step->Taken == &Graph.Blocks[Step->InBlock].Edges.front();
    FindingNote Note{Step->Place,
                     "assuming that " + describe(Graph, *Step->Taken, First)};
    // A loop's condition is worth one note, the last one.
    auto Same = find_if(Notes, [&](const FindingNote &Other) {
      return Other.Place == Note.Place;
    });
    if (Same != Notes.end())
      Notes.erase(Same);
    Notes.push_back(std::move(Note));
  }
  return Notes;
}

size_t AnalysisContext::report(PathEngine &Engine, const PathState &State,
                               Rule Broken, SourcePlace Place, unsigned Subject,
                               std::string Message) {
  return report(Broken, Place, Subject, std::move(Message),
                wayTo(Engine, State));
}

size_t AnalysisContext::report(Rule Broken, SourcePlace Place, unsigned Subject,
                               std::string Message,
                               std::vector<FindingNote> Way) {
  Key New{Broken, Place, Subject};
  auto It = find(Keys, New);
  if (It != Keys.end())
    return It - Keys.begin();
  Keys.push_back(New);
  Findings.push_back({Broken, Place, std::move(Message), std::move(Way)});
  return Findings.size() - 1;
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

bool AnalysisContext::isReported(Rule Broken, SourcePlace Place) const {
  return any_of(Findings, [&](const Finding &Each) {
    return Each.Broken == Broken && Each.Place == Place;
  });
}

std::vector<Finding> AnalysisContext::takeFindings() {
  stable_sort(Findings, [](const Finding &A, const Finding &B) {
    return std::make_pair(A.Place, A.Broken) <
           std::make_pair(B.Place, B.Broken);
  });
  return std::move(Findings);
}

} // namespace mapitidy
