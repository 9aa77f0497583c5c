//===- RemovalSimulation.cpp - DLLs at the end ----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/RemovalSimulation.h"

using namespace llvm;

namespace mapitidy {

bool RemovalSimulation::endsSession(const Operation &Op) const {
  return Op.Entry->LogsOff || (Op.Entry->Uninitialises == InitLevel::Mapi &&
                               !Shared.NestedUninitialise.count(Op.Index));
}

/// \returns the name of the library that \p Id was loaded by, if it is known.
static StringRef libraryName(const AnalysisContext &Shared, OriginId Id) {
  for (OriginId Name : Shared.From[Id].Parents)
    if (Shared.From[Name].From == Origin::Kind::Entry)
      return Shared.Graph.Paths[Shared.From[Name].Path].Literal;
  return "";
}

bool RemovalSimulation::unloadsMapi(const Operation &Op) const {
  return any_of(Op.Entry->Releases, [&](const GiveBack &Back) {
    return any_of(Shared.From.of(Op).at(Back.What), [&](OriginId Id) {
      return Shared.From.isKind(Id, ResourceKind::Module) &&
             Shared.Entries.isMapiLibrary(libraryName(Shared, Id));
    });
  });
}

bool RemovalSimulation::removesLibrary(const Operation &Op) const {
  const CallOrigins &From = Shared.From.of(Op);
  auto IsLibrary = [&](OriginId Id) {
    return Shared.From[Id].From == Origin::Kind::Entry &&
           !Shared.Graph.Paths[Shared.From[Id].Path].Literal.empty();
  };
  if (Op.Entry->RemovesFile)
    return any_of(From.at(*Op.Entry->RemovesFile), IsLibrary);
  return any_of(Op.Entry->Releases, [&](const GiveBack &Back) {
    const OriginSet Modules = From.at(Back.What);
    return !Modules.empty() && all_of(Modules, [&](OriginId Id) {
      return Shared.From.isKind(Id, ResourceKind::BorrowedModule);
    });
  });
}

bool RemovalSimulation::isNeeded() const {
  return endsSession(First) || unloadsMapi(First);
}

bool RemovalSimulation::isAllowed(PathEngine &Engine,
                                  const PathState &Now) const {
  const CallEntry *Implemented = Shared.Graph.Implements;
  if (!Implemented || !Implemented->AllowsRemoval)
    return false;
  const RemovalEvent &Event = *Implemented->AllowsRemoval;
  if (unsigned(Event.Parameter.Index) >= Shared.Graph.Parameters.size())
    return false; // the code means another function by this name
  PathId Told = Shared.Graph.Parameters[Event.Parameter.Index];
  return any_of(Engine.trail(Now), [&](const TrailStep *Step) {
    if (!Step->Taken || Step->Taken->When.Path != Told)
      return false;
    const Edge &Taken = *Step->Taken;
    if (!Taken.OneOf.empty())
      return !Taken.NoneOf && is_contained(Event.Values, Taken.OneOf[0]);
    return Taken.When.Is.How == Comparison::Operator::Equal &&
           !Taken.When.Is.Negated &&
           is_contained(Event.Values, Taken.When.Is.Constant);
  });
}

void RemovalSimulation::report(PathEngine &Engine, const PathState &Now,
                               Rule Broken, const Operation &Op,
                               std::string Message) {
  Fault Found;
  Found.Broken = Broken;
  Found.Place = Op.Place;
  Found.Message = std::move(Message);
  Found.Subject = Op.Index;
  Found.At = &Op;
  Shared.report(Engine, Now, std::move(Found));
}

void RemovalSimulation::begin(PathEngine &Engine, const Operation &Op,
                              PathState Before, std::vector<PathState> &After) {
  if (!unloadsMapi(First))
    Engine.note(Before, Op.Place, &Op, Op.Entry->Call + " is called here");
  After.push_back(std::move(Before));
}

void RemovalSimulation::step(PathEngine &Engine, const Operation &Op,
                             PathState Before, std::vector<PathState> &After) {
  const bool Unloads = unloadsMapi(First);
  if (Op.Kind == OperationKind::Call) {
    if (Unloads && endsSession(Op) && Op.Entry->Uninitialises) {
      Engine.note(Before, Op.Place, &Op, Op.Entry->Call + " is called here");
      return report(Engine, Before, Rule::LibraryFreedEarly, First,
                    "MAPI's library is freed before " + Op.Entry->Call);
    }
    if (!Unloads && removesLibrary(Op) && !isAllowed(Engine, Before))
      report(Engine, Before, Rule::LibraryRemoved, Op,
             "a library is " +
                 std::string(Op.Entry->RemovesFile ? "removed" : "unloaded") +
                 " by " + Op.Entry->Call + " at the end of the session");
  }
  After.push_back(std::move(Before));
}

} // namespace mapitidy
