//===- Trace.h - What simulations know on their paths -----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The record of a function's analysis, for people who ask why something is
/// reported or not: which simulations ran, what each knew at which block, where
/// states met, parted and ended, and which findings were dropped and why.
/// docs/hacking.md describes it.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_TRACE_H
#define MAPITIDY_ENGINE_TRACE_H

#include "engine/core/PathState.h"
#include "llvm/Support/raw_ostream.h"

namespace mapitidy {

class Simulation;

class Trace {
public:
  Trace(const FlowGraph &Graph, llvm::raw_ostream &Out);

  void begin(const Simulation &Tracked);
  void enter(BlockId In, const PathState &State, const Simulation &Tracked);
  /// \p Op has run; \p After can follow.
  void run(const Operation &Op, const PathState &Before,
           llvm::ArrayRef<PathState> After, const Simulation &Tracked);
  /// The path ends at \p Op.
  void end(const Operation &Op, llvm::StringRef Why);
  void take(const Edge &Taken, bool Feasible);
  /// A state came to \p In and was joined with one that was there.
  void meet(BlockId In);
  void leave();
  void exhaust();
  void find(llvm::StringRef Message);
  void drop(llvm::StringRef Message, llvm::StringRef Why);

private:
  std::string text(const PathState &State, const Simulation &Tracked) const;

  PathVector<std::string> Symbols;
  llvm::raw_ostream &Out;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_TRACE_H
