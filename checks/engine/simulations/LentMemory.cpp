//===- LentMemory.cpp - What a callback is lent ---------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/LentMemory.h"

using namespace llvm;

namespace mapitidy {

static bool comesFrom(const AnalysisContext &Shared, const OriginSet &Freed,
                      PathId Parameter) {
  return any_of(Freed, [&](OriginId Id) {
    const Origin &From = Shared.From[Id];
    return From.From == Origin::Kind::Entry &&
           Shared.Graph.isNamedThrough(From.Path, Parameter);
  });
}

void checkLentMemory(AnalysisContext &Shared, const Operation &Op) {
  const CallEntry *Implemented = Shared.Graph.Implements;
  if (!Implemented)
    return;
  for (Slot Lent : Implemented->Lends) {
    if (Lent.Index < 0 ||
        unsigned(Lent.Index) >= Shared.Graph.Parameters.size())
      continue;
    PathId Parameter = Shared.Graph.Parameters[Lent.Index];
    for (const GiveBack &Back : Op.Entry->Releases) {
      if (Back.How == "Release" ||
          !comesFrom(Shared, Shared.From.of(Op).at(Back.What), Parameter))
        continue;
      Fault Found;
      Found.Broken = Rule::LentFreed;
      Found.Place = Op.Place;
      Found.Message = describe(Shared.Graph, Parameter, "") +
                      " is freed, but belongs to the caller";
      Found.Subject = Op.Index;
      Found.At = &Op;
      Shared.report(std::move(Found), {});
    }
  }
}

} // namespace mapitidy
