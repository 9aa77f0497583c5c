//===- Trace.cpp - What simulations know on their paths -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/core/Trace.h"
#include "engine/core/PathEngine.h"
#include "model/GraphSymbols.h"
#include "model/TextForms.h"

using namespace llvm;

namespace mapitidy {

Trace::Trace(const FlowGraph &Graph, raw_ostream &Out)
    : Symbols(symbolsOf(Graph)), Out(Out) {
  Out << "trace of " << quoted(Graph.Function) << '\n';
}

std::string Trace::text(const PathState &State,
                        const Simulation &Tracked) const {
  std::string Result = "[" + Tracked.textOf(State.Typestate);
  if (!State.holders().empty())
    Result += "; held by";
  for (PathId Holder : State.holders())
    Result += " " + Symbols[Holder];
  if (!State.parts().empty())
    Result += "; pointed into by";
  for (PathId Part : State.parts())
    Result += " " + Symbols[Part];
  for (const auto &[Path, Known] : State.facts())
    Result += "; " + Symbols[Path] + " is " + textOf(Known);
  return Result + "]";
}

void Trace::begin(const Simulation &Tracked) { Out << Tracked.name() << ":\n"; }

void Trace::enter(BlockId In, const PathState &State,
                  const Simulation &Tracked) {
  Out << "  b" << In << ' ' << text(State, Tracked) << '\n';
}

void Trace::run(const Operation &Op, const PathState &Before,
                ArrayRef<PathState> After, const Simulation &Tracked) {
  if (After.size() == 1 && After.front().Typestate == Before.Typestate &&
      After.front().holders() == Before.holders() &&
      After.front().parts() == Before.parts() &&
      After.front().facts() == Before.facts())
    return; // nothing has happened
  Out << "    #" << Op.Index << ' ' << traitsOf(Op.Kind).Text;
  if (After.empty())
    Out << " ends the path";
  for (const PathState &Each : After)
    Out << (After.size() > 1 ? "\n      or " : " ") << text(Each, Tracked);
  Out << '\n';
}

void Trace::end(const Operation &Op, StringRef Why) {
  Out << "    #" << Op.Index << ' ' << traitsOf(Op.Kind).Text
      << " ends the path: " << Why << '\n';
}

void Trace::take(const Edge &Taken, bool Feasible) {
  Out << "    -> b" << Taken.To;
  if (!Feasible)
    Out << " cannot be taken";
  Out << '\n';
}

void Trace::meet(BlockId In) {
  Out << "       joins a state of b" << In << '\n';
}

void Trace::leave() { Out << "       leaves the function\n"; }

void Trace::exhaust() { Out << "    the budget is exceeded\n"; }

void Trace::find(StringRef Message) {
  Out << "    finding: " << Message << '\n';
}

void Trace::drop(StringRef Message, StringRef Why) {
  Out << "dropped: " << Message << ": " << Why << '\n';
}

} // namespace mapitidy
