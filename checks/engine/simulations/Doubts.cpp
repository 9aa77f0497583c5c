//===- Doubts.cpp - Which side of a test lost it --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/Doubts.h"

using namespace llvm;

namespace mapitidy {

std::optional<Doubts::Number> Doubts::take(Number Way, BlockId Branch,
                                           const Edge &Side) {
  // Round a loop, the same test has the same side.
  for (Number Each = Way; Each != 0; Each = Nodes[Each].Before)
    if (Nodes[Each].Side == &Side)
      return Way;
  for (size_t I = 1; I < Nodes.size(); ++I)
    if (Nodes[I].Before == Way && Nodes[I].Side == &Side)
      return Number(I);
  if (Nodes.size() == MostNodes)
    return std::nullopt;
  Nodes.push_back({Way, Branch, &Side});
  return Number(Nodes.size() - 1);
}

unsigned Doubts::sides(Number Before, BlockId Branch) const {
  return count_if(drop_begin(Nodes), [&](const Node &Each) {
    return Each.Before == Before && Each.Branch == Branch;
  });
}

std::optional<Doubts::Number> Doubts::meet(Number Way, Number Other) const {
  if (Way == 0 || Other == 0 || Way == Other)
    return std::nullopt;
  const Node &One = Nodes[Way], &Two = Nodes[Other];
  if (One.Before != Two.Before || One.Branch != Two.Branch ||
      sides(One.Before, One.Branch) != 2)
    return std::nullopt;
  return One.Before;
}

void Doubts::suspect(Number Way, Fault Found, std::vector<FindingNote> Notes) {
  Suspicions.push_back({Way, std::move(Found), std::move(Notes)});
}

bool Doubts::isWrongOnAllSides(Number Before, BlockId Branch) const {
  for (size_t I = 1; I < Nodes.size(); ++I)
    if (Nodes[I].Before == Before && Nodes[I].Branch == Branch &&
        !isWrong(Number(I)))
      return false;
  return true;
}

/// Whether something goes wrong on \p Way, or on all sides of a test on it.
bool Doubts::isWrong(Number Way) const {
  if (any_of(Suspicions,
             [Way](const Suspicion &Each) { return Each.Way == Way; }))
    return true;
  return any_of(drop_begin(Nodes), [&](const Node &Each) {
    return Each.Before == Way && sides(Way, Each.Branch) > 1 &&
           isWrongOnAllSides(Way, Each.Branch);
  });
}

/// Of the sides, that of success is most often the last.
const Doubts::Suspicion &Doubts::lastSuspicion() const {
  return *max_element(Suspicions, [](const Suspicion &A, const Suspicion &B) {
    return A.Found.Place < B.Found.Place;
  });
}

void Doubts::settle(AnalysisContext &Shared) {
  if (Suspicions.empty() || !isWrong(0))
    return;
  Suspicion Last = lastSuspicion();
  Last.Found.Doubted = true;
  Shared.report(std::move(Last.Found), std::move(Last.Notes));
}

} // namespace mapitidy
