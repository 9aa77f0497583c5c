//===- FunctionSummaries.cpp - Summaries of a translation unit ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/FunctionSummaries.h"
#include "capture/Lowering.h"
#include "engine/summaries/Summarise.h"
#include "engine/summaries/TraceTable.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

static StatusKind statusOf(QualType Type) {
  if (isStatusType(Type))
    return StatusKind::HResult;
  if (isAnswerType(Type))
    return StatusKind::Bool;
  return Type->isPointerType() ? StatusKind::Pointer : StatusKind::None;
}

static Error tooMuch(StringRef Why) {
  return createStringError(inconvertibleErrorCode(), Why);
}

FunctionSummaries::Inferred
FunctionSummaries::infer(const FunctionDecl &Function) {
  if (Gaps.of(Function).lacksCode())
    return tooMuch(""); // it is listed as analysed in part
  return summarise(Function, lower(Function, Resolver, *this, Gaps));
}

FunctionSummaries::Inferred
FunctionSummaries::summarise(const FunctionDecl &Function,
                             Expected<FlowGraph> Graph) const {
  if (!Graph)
    return Graph.takeError();
  std::optional<std::vector<Outcome>> Outcomes =
      mapitidy::summarise(*Graph, Clock.within(Limits));
  if (!Outcomes)
    return tooMuch("it ends in too many ways, or does too much on them");
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
    Key += keyOf(Way.Steps) + Way.Result.key() + (Way.Throws ? "!" : "") +
           Way.Thrown + ";";
  return Key;
}

CalleeKnowledge FunctionSummaries::keep(const FunctionDecl &Function,
                                        Inferred Entry, bool IsSettled) {
  CalleeKnowledge Known;
  if (Entry) {
    Storage.push_back(std::move(*Entry));
    Known = {CalleeKnowledge::Kind::Summary, &Storage.back()};
    WhyOpaque.erase(&Function);
  } else {
    Known.Is = CalleeKnowledge::Kind::Opaque;
    WhyOpaque[&Function] = toString(Entry.takeError());
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
  Inferred Entry = tooMuch("it calls itself, and no end is in sight");
  size_t RestsOn = Mine;
  for (unsigned Round = 0; Round < MostRounds; ++Round) {
    Lowest = Mine;
    Stack[Mine].Asked = false;
    Inferred Next = infer(Function);
    RestsOn = Lowest;
    bool Stable = !Stack[Mine].Asked || !Next || RestsOn < Mine ||
                  keyOf(*Next) == keyOf(Stack[Mine].Approximation);
    if (Stable) {
      consumeError(Entry.takeError());
      Entry = std::move(Next);
      break;
    }
    // What was computed meanwhile rests on the old approximation. The storage
    // of the approximation may be in use no more: no graph outlives infer.
    Provisional.clear();
    Stack[Mine].Approximation = std::move(*Next);
  }
  Stack.pop_back();
  Lowest = std::min(LowestOutside, RestsOn);
  if (RestsOn >= Mine)
    Provisional.clear();
  return keep(Function, std::move(Entry), RestsOn >= Mine);
}

CalleeKnowledge FunctionSummaries::of(const FunctionDecl &Callee) {
  const FunctionDecl *Definition = nullptr;
  // A summary that the user gives is better than one that is inferred.
  if (const CallEntry *Given = Resolver.givenSummary(Callee))
    return {CalleeKnowledge::Kind::Summary, Given};
  if (!Callee.getBody(Definition))
    return elsewhere(*Callee.getCanonicalDecl());
  if (Definition->isDependentContext() ||
      !(Resolver.matters(Definition) || Resolver.reachesElsewhere(Definition)))
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
  if (std::optional<StringRef> Why = whyNotNow()) {
    WhyOpaque[Definition] = Why->str();
    return {CalleeKnowledge::Kind::Opaque, nullptr};
  }
  return compute(*Definition);
}

CalleeKnowledge FunctionSummaries::elsewhere(const FunctionDecl &Callee) {
  if (auto It = Settled.find(&Callee); It != Settled.end())
    return It->second;
  const CallEntry *Linked = Resolver.summaryElsewhere(Callee);
  if (!Linked)
    return Settled[&Callee] = {};
  return Settled[&Callee] = whole(Callee, *Linked);
}

CalleeKnowledge FunctionSummaries::ofChosen(const CXXMethodDecl &Method) {
  auto [It, Inserted] = Chosen.try_emplace(Method.getCanonicalDecl());
  if (!Inserted)
    return It->second;
  const CallEntry *Linked = Resolver.summaryOfChosen(Method);
  return It->second = Linked ? whole(Method, *Linked) : CalleeKnowledge();
}

CalleeKnowledge FunctionSummaries::whole(const FunctionDecl &Callee,
                                         const CallEntry &Linked) {
  Inferred Whole =
      summarise(Callee, lowerElsewhere(Callee, Linked, Resolver, Limits));
  if (Whole) {
    Storage.push_back(std::move(*Whole));
    return {CalleeKnowledge::Kind::Summary, &Storage.back()};
  }
  // In parts it may be less.
  consumeError(Whole.takeError());
  return {CalleeKnowledge::Kind::Summary, &Linked};
}

/// What is behind one call may take some functions' time, not that of all.
std::optional<StringRef> FunctionSummaries::whyNotNow() {
  constexpr size_t DeepestCall = 48;
  constexpr unsigned MostFunctions = 4;
  if (Clock.isUp())
    return TimeIsUp;
  if (Stack.size() >= DeepestCall)
    return StringRef("it is called too far down");
  auto Now = std::chrono::steady_clock::now();
  if (Stack.empty())
    Began = Now;
  if (Now - Began > MostFunctions * Limits.MaxTime)
    return Budget::Exceeded;
  return std::nullopt;
}

std::vector<FunctionSummaries::Opaque> FunctionSummaries::opaque() const {
  std::vector<Opaque> Result;
  for (const auto &[Function, Why] : WhyOpaque)
    if (!Why.empty() &&
        !Function->getASTContext().getSourceManager().isInSystemHeader(
            Function->getLocation()))
      Result.push_back({Function, Why});
  llvm::sort(Result, [](const Opaque &A, const Opaque &B) {
    return A.Function->getLocation() < B.Function->getLocation();
  });
  return Result;
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
