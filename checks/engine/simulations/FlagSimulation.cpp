//===- FlagSimulation.cpp - Flags that calls are given --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/FlagSimulation.h"
#include <tuple>

using namespace llvm;

namespace mapitidy {

bool FlagSimulation::Knowledge::operator<(const Knowledge &Other) const {
  auto Order = [](const Knowledge &Of) {
    return std::make_tuple(Of.Initialised ? Of.Initialised->Index + 1 : 0,
                           Of.Agreed);
  };
  return std::make_tuple(Order(*this), Flags) <
         std::make_tuple(Order(Other), Other.Flags);
}

FlagSimulation::FlagSimulation(AnalysisContext &Shared) : Shared(Shared) {
  for (const Block &B : Shared.Graph.Blocks)
    for (const Operation &Op : B.Operations)
      if (Op.Entry && (!Op.Entry->Flags.empty() || Op.Entry->Agrees)) {
        Needed = true;
        Followed.insert(Followed.end(), Op.Asks.begin(), Op.Asks.end());
      }
  // What they are copied from, as the arms of a conditional expression.
  for (size_t I = 0; I < Followed.size(); ++I)
    for (const Block &B : Shared.Graph.Blocks)
      for (const Operation &Op : B.Operations)
        if (Op.Kind == OperationKind::Copy && Op.Target == Followed[I] &&
            !is_contained(Followed, Op.Source))
          Followed.push_back(Op.Source);
  llvm::sort(Followed);
  Followed.erase(llvm::unique(Followed), Followed.end());
  number({std::vector<std::optional<int64_t>>(Followed.size()), nullptr, {}});
}

uint64_t FlagSimulation::number(Knowledge Known) {
  // So many different flags in one function are no mistake of the moment.
  constexpr size_t MostKnown = 64;
  auto It = Numbers.find(Known);
  if (It != Numbers.end())
    return It->second;
  if (All.size() == MostKnown)
    return 0;
  All.push_back(Known);
  return Numbers[std::move(Known)] = All.size() - 1;
}

void FlagSimulation::report(PathEngine &Engine, const PathState &State,
                            Rule Broken, const Operation &Op,
                            std::string Message, Repair Known) {
  Fault Found;
  Found.Broken = Broken;
  Found.Place = Op.Place;
  Found.Message = std::move(Message);
  Found.Subject = Op.Index;
  Found.At = &Op;
  if (Op.Inside.empty())
    Found.Known = std::move(Known);
  Shared.report(Engine, State, std::move(Found));
}

static Repair dropping(const FlagRule &Rule, const Operation &Op) {
  if (Rule.Drop.empty())
    return {};
  Edit Drop;
  Drop.Does = Edit::Kind::DropFlag;
  Drop.At = Op.Place;
  Drop.Index = Rule.Parameter.Index;
  Drop.Text = Rule.Drop;
  return {Drop};
}

namespace {

/// What a parameter says of the flags in it or behind it.
struct GivenFlags {
  std::optional<uint64_t> Known;
  bool Null = false; ///< there is nothing behind it
};

} // namespace

static GivenFlags flagsAt(const FlowGraph &Graph, const Operation &Op,
                          Slot Parameter, StringRef Field,
                          const PathState &State) {
  GivenFlags Result;
  Argument Given = Op.at(Parameter);
  const bool Behind = !Field.empty();
  if (Given.How == Argument::Mode::Constant) {
    if (!Behind)
      Result.Known = uint64_t(Given.Constant);
    Result.Null = Behind && Given.Constant == 0;
    return Result;
  }
  PathId Path = Given.Path;
  if (Path == NoPath)
    return Result;
  const bool Pointer = Given.How == Argument::Mode::ByValue;
  Result.Null = Behind && Pointer && State.fact(Path).Signs == Value::Zero;
  if (Behind && (Pointer || Field != Place::Dereference))
    Path = Graph.memberOf(Path, Field);
  else if (!Behind && !Pointer)
    return Result;
  if (Path != NoPath)
    if (std::optional<int64_t> Exact = State.fact(Path).exact())
      Result.Known = uint64_t(*Exact);
  return Result;
}

static bool isBroken(const FlagRule &Rule, uint64_t Flags) {
  auto Count = [Flags](uint64_t Mask) { return popcount(Flags & Mask); };
  return (Flags & Rule.Never) != 0 || Count(Rule.AtMostOneOf) > 1 ||
         (Rule.ExactlyOneOf != 0 && Count(Rule.ExactlyOneOf) != 1);
}

void FlagSimulation::checkFlags(PathEngine &Engine, const Operation &Op,
                                const PathState &State) {
  for (const FlagRule &Each : Op.Entry->Flags) {
    GivenFlags Given =
        flagsAt(Shared.Graph, Op, Each.Parameter, Each.Field, State);
    if (Given.Null || (Given.Known && isBroken(Each, *Given.Known)))
      report(Engine, State,
             Each.SharedLogoff ? Rule::SharedLogoff : Rule::WrongFlags, Op,
             Op.Entry->Call + " is called with " +
                 (Given.Null ? "a null pointer" : Each.Says),
             dropping(Each, Op));
  }
}

std::optional<bool> FlagSimulation::isSet(const AgreedFlag &Flag,
                                          const Operation &Op,
                                          const PathState &State) const {
  GivenFlags Given =
      flagsAt(Shared.Graph, Op, Flag.Parameter, Flag.Field, State);
  if (Given.Null)
    return false; // no structure, no flags
  return Given.Known ? std::optional((*Given.Known & Flag.Mask) != 0)
                     : std::nullopt;
}

void FlagSimulation::checkAgreement(PathEngine &Engine, const Operation &Op,
                                    const PathState &State) {
  const AgreedFlag &Flag = *Op.Entry->Agrees;
  std::optional<bool> Set = isSet(Flag, Op, State);
  if (Op.Entry->Initialises) {
    Initialising = Set;
    return;
  }
  const Knowledge &Known = All[State.Typestate];
  if (Set && Known.Agreed && *Set != *Known.Agreed)
    report(Engine, State, Rule::ServiceFlagInOnePlace, Op,
           Op.Entry->Call + " is called " + (*Set ? "with " : "without ") +
               Flag.Name + ", but " + Known.Initialised->Entry->Call +
               (*Known.Agreed ? " with it" : " without it"));
}

void FlagSimulation::look(PathEngine &Engine, const Operation &Op,
                          const PathState &State) {
  if (Op.Kind != OperationKind::Call)
    return;
  checkFlags(Engine, Op, State);
  if (Op.Entry->Agrees)
    checkAgreement(Engine, Op, State);
}

void FlagSimulation::step(PathEngine &, const Operation &Op, PathState Before,
                          std::vector<PathState> &After) {
  Knowledge Known = All[Before.Typestate];
  for (size_t I = 0; I < Followed.size(); ++I)
    Known.Flags[I] = Before.fact(Followed[I]).exact();
  if (Op.Kind == OperationKind::Call && Op.Entry->Initialises &&
      Op.Entry->Agrees) {
    Known.Initialised = &Op;
    Known.Agreed = Initialising;
  }
  Before.Typestate = number(std::move(Known));
  After.push_back(std::move(Before));
}

} // namespace mapitidy
