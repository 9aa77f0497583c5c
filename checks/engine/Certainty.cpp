//===- Certainty.cpp - Is, or may be --------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Certainty.h"
#include "engine/VariableSimulation.h"

using namespace llvm;

namespace mapitidy {

/// What the variable holds where the rule is broken; nothing for rules that are
/// not about a variable.
static std::optional<Holding> brokenIf(Rule Broken) {
  switch (Broken) {
  case Rule::LiveAtLogoff:
  case Rule::MissingUnadvise:
  case Rule::InterfaceLost:
  case Rule::BufferLost:
  case Rule::SessionLost:
    return Holding::Owed;
  case Rule::ReleasedTwice:
  case Rule::UsedAfterRelease:
    return Holding::Stale;
  default:
    return std::nullopt;
  }
}

void wordCarefully(AnalysisContext &Shared, PathEngine &Engine,
                   const Fault &Found, Finding &Reported) {
  std::optional<Holding> Broken = brokenIf(Found.Broken);
  // Of a class, the notes say in which order its functions are called.
  if (Shared.Graph.IsClass || !Broken || !Found.At || Found.Thrown ||
      Found.Holder == NoPath)
    return;
  VariableSimulation Follow(Found.Holder, *Found.At);
  Engine.run(Follow, initialFor(Shared.Graph, Found.Holder));
  bool Otherwise = false;
  for (Holding Other :
       {Holding::Null, Holding::Unset, Holding::Owed, Holding::Stale})
    Otherwise |= Other != *Broken && Follow.seenAtPoint(Other);
  size_t Verb = Reported.Message.find(" is ");
  if (!Follow.seenAtPoint(*Broken) || !Otherwise || Verb == std::string::npos)
    return;
  Reported.Message.replace(Verb, 4, " may be ");
  const FindingNote &Branch = Found.LastBranch;
  if (Branch.Text.empty()) {
    if (Found.Source && Found.Source->Entry)
      Reported.Message += ", if " + Found.Source->Entry->Call + " succeeds";
    return;
  }
  Reported.Message += ", if " + Branch.Text;
  if (none_of(Reported.Notes, [&](const FindingNote &Note) {
        return Note.Place == Branch.Place;
      }))
    Reported.Notes.push_back({Branch.Place, "the branch that decides"});
}

} // namespace mapitidy
