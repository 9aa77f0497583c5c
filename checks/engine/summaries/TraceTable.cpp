//===- TraceTable.cpp - Lists of steps as numbers -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/summaries/TraceTable.h"
#include "catalogue/Catalogue.h"
#include "engine/summaries/SummaryRelevance.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

using namespace llvm;

namespace mapitidy {

static void write(raw_ostream &OS, const PlaceArgument &Given) {
  OS << int(Given.How) << Given.At.str() << '=' << Given.Constant << ',';
}

static void write(raw_ostream &OS, const Step &Of) {
  OS << int(Of.Is) << ' ' << int(Of.Does) << Of.Implicit << Of.Assumed
     << int(Of.Ends) << ' ' << Of.Target.str() << ' ' << Of.Source.str() << ' '
     << Of.Constant.key() << ' ' << int(Of.With) << ' ' << int(Of.When.How)
     << Of.When.Negated << Of.When.Constant << ' ' << Of.Call << Of.Thrown
     << '(';
  write(OS, Of.Receiver);
  for (const PlaceArgument &Given : Of.Arguments)
    write(OS, Given);
  OS << "){" << keyOf(Of.Then) << '|' << keyOf(Of.Else) << '}';
}

std::string keyOf(const Step &Of) {
  std::string Key;
  raw_string_ostream OS(Key);
  write(OS, Of);
  return Key;
}

std::string keyOf(ArrayRef<Step> Of) {
  std::string Key;
  raw_string_ostream OS(Key);
  for (const Step &Each : Of)
    write(OS, Each);
  return Key;
}

const Step *TraceTable::intern(const Step &Each) {
  return &Steps.try_emplace(keyOf(Each), Each).first->second;
}

TraceNumber TraceTable::append(TraceNumber To, const Step &Last) {
  const Step *One = intern(Last);
  auto [It, Inserted] = Numbers.try_emplace({To, One}, Nodes.size());
  if (Inserted)
    Nodes.push_back({To, Nodes[To].Length + 1, One});
  return It->second;
}

TraceNumber TraceTable::append(TraceNumber To, ArrayRef<Step> Last) {
  for (const Step &Each : Last)
    To = append(To, Each);
  return To;
}

TraceNumber TraceTable::commonBeginning(TraceNumber A, TraceNumber B) const {
  assert(A < Nodes.size() && B < Nodes.size() && "a list of another table");
  while (Nodes[A].Length > Nodes[B].Length)
    A = Nodes[A].Parent;
  while (Nodes[B].Length > Nodes[A].Length)
    B = Nodes[B].Parent;
  // Lists are shared from their beginnings, so equal ones are the same node.
  while (A != B) {
    A = Nodes[A].Parent;
    B = Nodes[B].Parent;
  }
  return A;
}

SmallVector<TraceNumber, 16> TraceTable::behind(TraceNumber Beginning,
                                                TraceNumber Of) const {
  SmallVector<TraceNumber, 16> Result;
  for (; Of != Beginning; Of = Nodes[Of].Parent) {
    assert(Of != Empty && Of < Nodes.size() && "the list begins otherwise");
    Result.push_back(Of);
  }
  std::reverse(Result.begin(), Result.end());
  return Result;
}

std::vector<Step> TraceTable::steps(TraceNumber Of) const {
  std::vector<Step> Result;
  Result.reserve(Nodes[Of].Length);
  for (TraceNumber Each : behind(Empty, Of))
    Result.push_back(*Nodes[Each].Last);
  return Result;
}

/// Whether \p Each may change \p At without having it as its target.
static bool mayChange(const Step &Each, const Place &At) {
  return Each.Is == Step::Kind::If ||
         any_of(Each.Arguments, [&](const PlaceArgument &Given) {
           return Given.How == ArgumentMode::ByAddress && Given.At == At;
         });
}

/// Whether the step, done twice in the same way, has done no more than once: it
/// counts nothing, and gives nothing back that callers can name.
static bool isIdempotent(const Step &Each) {
  if (Each.Is == Step::Kind::If)
    return all_of(Each.Then, isIdempotent) && all_of(Each.Else, isIdempotent);
  if (Each.Is == Step::Kind::Assume)
    return true;
  if (Each.Does == OperationKind::Call)
    return isMereUse(Each) || Each.Entry->Cancels.has_value();
  return Each.Does != OperationKind::Invoke &&
         Each.Does != OperationKind::Combine &&
         Each.Does != OperationKind::AddReference &&
         Each.Does != OperationKind::Release &&
         Each.Does != OperationKind::Throw;
}

TraceNumber TraceTable::withoutRepetition(TraceNumber Of) const {
  constexpr unsigned MostSteps = 16;
  TraceNumber Middle = Of;
  bool Acquires = false;
  bool Idempotent = true;
  for (unsigned Length = 1;
       Length <= MostSteps && Nodes[Of].Length >= 2 * Length; ++Length) {
    const Step &Last = *Nodes[Middle].Last;
    Acquires |= Last.Entry && !Last.Entry->Acquires.empty();
    Idempotent &= isIdempotent(Last);
    Middle = Nodes[Middle].Parent;
    TraceNumber A = Of, B = Middle;
    while (A != Middle && Nodes[A].Last == Nodes[B].Last) {
      A = Nodes[A].Parent;
      B = Nodes[B].Parent;
    }
    if (A == Middle && (Acquires || Idempotent))
      return Middle;
  }
  return Of;
}

bool TraceTable::endsWith(TraceNumber In, const Step &Wanted) const {
  for (; In != Empty; In = Nodes[In].Parent) {
    const Step &Each = *Nodes[In].Last;
    if (mayChange(Each, Wanted.Target))
      return false;
    if (Each.Is == Step::Kind::Operation && Each.Target == Wanted.Target)
      return keyOf(Each) == keyOf(Wanted);
  }
  return false;
}

bool TraceTable::holds(TraceNumber In, const Step &Test) const {
  for (; In != Empty; In = Nodes[In].Parent) {
    const Step &Each = *Nodes[In].Last;
    if (mayChange(Each, Test.Target))
      return false;
    if (Each.Target == Test.Target)
      return keyOf(Each) == keyOf(Test);
  }
  return false;
}

unsigned TraceTable::count(TraceNumber In, const Step &Wanted) const {
  auto It = Steps.find(keyOf(Wanted));
  if (It == Steps.end())
    return 0;
  unsigned Result = 0;
  for (; In != Empty; In = Nodes[In].Parent)
    Result += Nodes[In].Last == &It->second;
  return Result;
}

} // namespace mapitidy
