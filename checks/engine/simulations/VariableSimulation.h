//===- VariableSimulation.h - What a variable holds -------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows one variable to a point of the function, and beyond it as if it were
/// set to null there: whether a repair at that point would be right, and
/// whether what is said of the point holds whenever it is reached.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_VARIABLESIMULATION_H
#define MAPITIDY_ENGINE_VARIABLESIMULATION_H

#include "engine/AnalysisContext.h"
#include <set>

namespace mapitidy {

/// What a variable is on a path.
enum class Holding : uint64_t {
  Unknown, ///< something else, or shared with somebody
  Unset,   ///< no value at all
  Null,
  Owed,   ///< something that must be given back
  Stale,  ///< something that was given back
  Mended, ///< null, because the repair has run
};

/// Follows one variable to a point. If that is where it is mended, it is null
/// from there on.
class VariableSimulation : public Simulation {
public:
  VariableSimulation(PathId Variable, const Operation &Point, bool Mends)
      : Variable(Variable), Point(Point), Mends(Mends) {}

  std::string name() const override {
    return std::string(Mends ? "repair" : "variable") + " at #" +
           std::to_string(Point.Index);
  }
  std::string textOf(uint64_t Typestate) const override;
  void look(PathEngine &, const Operation &Op, const PathState &State) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void leave(PathEngine &, const PathState &, SourcePlace) override {}

  bool seenAtPoint(Holding State) const { return AtPoint.count(State) != 0; }
  /// Whether the repair would be right on all paths.
  bool isSafe() const {
    return seenAtPoint(Holding::Owed) && !seenAtPoint(Holding::Unknown) &&
           !seenAtPoint(Holding::Unset) && !seenAtPoint(Holding::Stale) &&
           !seenAtPoint(Holding::Mended);
  }
  /// Whether it is anything else there on some path.
  bool seenOtherAtPoint(Holding Than) const;
  /// The calls behind the repair that would be given null and mind it.
  const std::set<const Operation *> &late() const { return Late; }
  bool isOnlyLate(const Operation *Op) const { return !Early.count(Op); }

private:
  void call(const Operation &Op, PathState Now, std::vector<PathState> &After);
  void noteUse(const Operation &Op, Holding Now);
  bool isGivenBackBy(const Operation &Op, bool &NullOk) const;

  PathId Variable;
  const Operation &Point;
  bool Mends;
  std::set<Holding> AtPoint;
  std::set<const Operation *> Late, Early;
};

/// \returns the state in which \p Variable is at first.
PathState initialFor(const FlowGraph &Graph, PathId Variable);

/// \returns the state in which a variable holds what \p Now says.
PathState holding(Holding Now);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_VARIABLESIMULATION_H
