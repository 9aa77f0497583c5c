//===- FunctionSummaries.cpp - Summaries of a translation unit ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "module/FunctionSummaries.h"
#include "engine/Summarise.h"
#include "engine/TraceTable.h"
#include "events/Lowering.h"
#include "clang/AST/ASTContext.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

static StatusKind statusOf(QualType Type) {
  if (isStatusType(Type))
    return StatusKind::HResult;
  if (Type->isBooleanType())
    return StatusKind::Bool;
  return Type->isPointerType() ? StatusKind::Pointer : StatusKind::None;
}

std::optional<CallEntry>
FunctionSummaries::infer(const FunctionDecl &Function) {
  // What it does besides what is in the tree, nobody knows.
  if (Gaps.of(Function).lacksCode())
    return std::nullopt;
  Expected<FlowGraph> Graph = lower(Function, Resolver, *this, Gaps);
  if (!Graph) {
    consumeError(Graph.takeError());
    return std::nullopt;
  }
  std::optional<std::vector<Outcome>> Outcomes =
      summarise(*Graph, Clock.within(Limits));
  if (!Outcomes)
    return std::nullopt;
  CallEntry Entry;
  Entry.Call = summaryName(Function);
  Entry.Status = statusOf(Function.getReturnType());
  Entry.Outcomes = std::move(*Outcomes);
  Entry.Summarised = true;
  return Entry;
}

static std::string keyOf(const CallEntry &Entry) {
  std::string Key;
  for (const Outcome &Way : Entry.Outcomes)
    Key += keyOf(Way.Steps) + Way.Result.key() + (Way.Throws ? "!;" : ";");
  return Key;
}

CalleeKnowledge FunctionSummaries::keep(const FunctionDecl &Function,
                                        std::optional<CallEntry> Entry,
                                        bool IsSettled) {
  CalleeKnowledge Known;
  Known.Is = CalleeKnowledge::Kind::Opaque;
  if (Entry) {
    Storage.push_back(std::move(*Entry));
    Known = {CalleeKnowledge::Kind::Summary, &Storage.back()};
  }
  (IsSettled ? Settled : Provisional)[&Function] = Known;
  return Known;
}

CalleeKnowledge FunctionSummaries::compute(const FunctionDecl &Function) {
  constexpr unsigned MostRounds = 6;
  const size_t Mine = Stack.size();
  const size_t LowestOutside = Lowest;
  Stack.push_back({&Function, {}, false});
  Stack.back().Approximation.Call = summaryName(Function);
  Stack.back().Approximation.Summarised = true;
  std::optional<CallEntry> Entry;
  size_t RestsOn = Mine;
  bool Stable = false;
  for (unsigned Round = 0; Round < MostRounds && !Stable; ++Round) {
    Lowest = Mine;
    Stack[Mine].Asked = false;
    Entry = infer(Function);
    RestsOn = Lowest;
    Stable = !Stack[Mine].Asked || !Entry || RestsOn < Mine ||
             keyOf(*Entry) == keyOf(Stack[Mine].Approximation);
    if (Stable)
      break;
    // What was computed meanwhile rests on the old approximation. The storage
    // of the approximation may be in use no more: no graph outlives infer.
    Provisional.clear();
    Stack[Mine].Approximation = *Entry;
  }
  Stack.pop_back();
  Lowest = std::min(LowestOutside, RestsOn);
  if (RestsOn >= Mine)
    Provisional.clear();
  if (!Stable)
    Entry = std::nullopt;
  return keep(Function, std::move(Entry), RestsOn >= Mine);
}

CalleeKnowledge FunctionSummaries::of(const FunctionDecl &Callee) {
  const FunctionDecl *Definition = nullptr;
  // A summary that the user gives is better than one that is inferred.
  if (const CallEntry *Given = Resolver.givenSummary(Callee))
    return {CalleeKnowledge::Kind::Summary, Given};
  if (!Callee.getBody(Definition) || Definition->isDependentContext() ||
      !Resolver.matters(Definition))
    return {};
  if (auto It = Settled.find(Definition); It != Settled.end())
    return It->second;
  if (auto It = Provisional.find(Definition); It != Provisional.end())
    return It->second;
  for (size_t I = 0; I < Stack.size(); ++I)
    if (Stack[I].Function == Definition) {
      Stack[I].Asked = true;
      Lowest = std::min(Lowest, I);
      return {CalleeKnowledge::Kind::Summary, &Stack[I].Approximation};
    }
  constexpr size_t DeepestCall = 48;
  if (Stack.size() == DeepestCall || Clock.isUp())
    return {CalleeKnowledge::Kind::Opaque, nullptr};
  return compute(*Definition);
}

CatalogueFile FunctionSummaries::inferred() const {
  CatalogueFile Result;
  for (const auto &[Function, Known] : Settled) {
    if (Known.Is != CalleeKnowledge::Kind::Summary ||
        (isa<CXXMethodDecl>(Function) &&
         cast<CXXMethodDecl>(Function)->getParent()->isLambda()))
      continue;
    if (Known.Entry->Outcomes.size() != 1 ||
        !Known.Entry->Outcomes[0].Steps.empty())
      Result.Calls.push_back(*Known.Entry);
  }
  llvm::sort(Result.Calls, [](const CallEntry &A, const CallEntry &B) {
    return A.Call < B.Call;
  });
  return Result;
}

} // namespace mapitidy
