//===- PathEngine.h - Property simulation -----------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Runs one lifecycle along all paths of a flow graph. Paths that meet with
/// the same typestate become one, knowing what both know; paths that meet with
/// different typestates stay apart. The number of states is therefore bounded
/// by blocks times typestates, not by paths.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_PATHENGINE_H
#define MAPITIDY_ENGINE_PATHENGINE_H

#include "engine/core/FactLiveness.h"
#include "engine/core/PathState.h"
#include "engine/core/Relations.h"
#include "engine/core/Trace.h"
#include "engine/core/Writes.h"
#include "model/Budget.h"
#include <deque>

namespace mapitidy {

/// One step of the way to a state.
struct TrailStep {
  TrailId Parent = NoTrail;
  SourcePlace Place = 0;
  /// A branch: its block and the edge taken. Otherwise an operation, and what
  /// happened there.
  BlockId InBlock = 0;
  const Edge *Taken = nullptr;
  const Operation *At = nullptr;
  std::string Text;
  /// Several ways met here, and what they do not agree on is forgotten: the
  /// earlier branches that may contradict later ones.
  llvm::SmallVector<TrailId, 4> Doubted;
  bool Meets = false;
};

class PathEngine;

/// Whether to know something of each path in each block of \p Graph would take
/// too much.
bool isTooLarge(const FlowGraph &Graph, const Budget &Limits);

/// What is tracked along the paths.
class Simulation {
public:
  virtual ~Simulation();

  /// What it follows, for the trace: `object of #3`.
  virtual std::string name() const = 0;
  /// A typestate as a trace shows it.
  virtual std::string textOf(uint64_t Typestate) const;

  /// Whether what is only assumed to be known of a value is believed.
  virtual bool trustsAssumptions() const { return true; }

  /// \p Operation is about to run in \p State.
  virtual void look(PathEngine &Engine, const Operation &Operation,
                    const PathState &State);

  /// The operation at which the run starts runs in \p Before; otherwise as
  /// step, which this calls unless the simulation starts with something
  /// special.
  virtual void begin(PathEngine &Engine, const Operation &Operation,
                     PathState Before, std::vector<PathState> &After);

  /// \p Operation runs in \p Before, whose facts the engine has updated
  /// already; the simulation pushes the states that can follow.
  virtual void step(PathEngine &Engine, const Operation &Operation,
                    PathState Before, std::vector<PathState> &After) = 0;

  /// Taking an edge told that \p Learnt holds, which was not known before.
  virtual void learn(PathEngine &, const Condition &Learnt, PathState &State);

  /// Taking an edge told that \p Learnt holds.
  virtual void compare(PathEngine &, const PointerComparison &Learnt,
                       PathState &State);

  /// Taking an edge assumes that something is so which agrees with how the
  /// followed call went, in a way that is not known. \returns false if the way
  /// is not to be followed.
  virtual bool doubt(PathEngine &, BlockId Branch, const Edge &Taken,
                     PathState &State);

  /// Whether \p Known and \p New, which meet but differ in typestate, can be
  /// one: \p Known then gets the typestate of both.
  virtual bool merge(PathState &Known, const PathState &New);

  /// The function is left in \p Last, at the place given.
  virtual void leave(PathEngine &Engine, const PathState &Last,
                     SourcePlace Place) = 0;
};

class PathEngine {
public:
  /// \param Watch gets a record of all runs, if it is not null.
  PathEngine(const FlowGraph &Graph, const Budget &Limits,
             Trace *Watch = nullptr);

  /// Runs \p Tracked from the function's entry.
  void run(Simulation &Tracked, PathState Initial);
  /// Runs \p Tracked from the operation at \p Index of \p In, with what is
  /// known before it in \p Initial.
  void runFrom(Simulation &Tracked, PathState Initial, BlockId In,
               unsigned Index);

  /// Ends the present run.
  void abandon() { Abandoned = true; }

  /// Whether a budget ran out in one of the runs.
  bool exhausted() const { return Exhausted; }

  const FlowGraph &graph() const { return Graph; }
  /// The block whose operations are running.
  BlockId currentBlock() const { return Running; }
  /// Whether what runs may run again.
  bool isInLoop() const { return InLoop[Running] != 0; }

  /// Appends a step to the way of \p State.
  void note(PathState &State, SourcePlace Place, const Operation *At,
            std::string Text);
  /// The way to \p State, first step first. Where ways have met it is the first
  /// of them, and its branches may contradict each other.
  std::vector<const TrailStep *> trail(const PathState &State) const;
  /// The same without the branches that are in doubt.
  std::vector<const TrailStep *> believedTrail(const PathState &State) const;
  /// The same as trail, to be kept when another simulation runs.
  std::vector<TrailStep> way(const PathState &State) const;

private:
  struct Visit {
    BlockId In;
    unsigned State;
  };

  void drain(Simulation &Tracked);
  void runBlock(Simulation &Tracked, BlockId In, unsigned FirstOperation,
                PathState State);
  void runOperation(Simulation &Tracked, const Operation &Op, PathState State,
                    std::vector<PathState> &Next);
  void follow(Simulation &Tracked, BlockId From, const PathState &State);
  void noteAsked(BlockId Branch, bool Decided, PathState &State);
  void tellOfSides(BlockId From, BlockId To, PathState &State);
  void enter(Simulation &Tracked, BlockId To, PathState State);
  void mergeStates(std::vector<PathState> &States);
  void meet(PathState &Known, TrailId Other);
  void append(PathState &State, TrailStep Step);
  bool refine(PathState &State, BlockId From, const Edge &Taken) const;
  void updateFacts(PathState &State, const Operation &Operation) const;
  /// What \p State knows of \p Path, or of what it is computed from.
  Value known(const PathState &State, PathId Path) const;
  bool learnOfCalculated(PathState &State) const;
  void learnFrom(PathState &State, const Operation &Operation) const;
  llvm::SmallVector<std::pair<PathId, Value>, 4>
  movedBy(const PathState &State, const Operation &Operation) const;
  void move(const PathState &State, PathId Path, int64_t Step,
            llvm::SmallVectorImpl<std::pair<PathId, Value>> &Moved) const;
  void noteDifferences(PathState &State, BlockId To) const;
  void collectAnswers();
  void findLoops();
  bool spend();

  const FlowGraph &Graph;
  Budget Limits;
  std::vector<unsigned> OrderOf; ///< of a block in reverse post order
  std::vector<char> InLoop;      ///< whether a block may run more than once
  std::vector<BlockId> Order;
  FactLiveness Liveness;
  Writes Written;
  Relations Related;
  std::vector<PathId> Calculated;  ///< the paths that are
  std::vector<PathId> Differences; ///< the paths that are
  /// What the answers say that decide something, none of them negated.
  std::vector<Condition> Answers;
  AllSides Sides;
  /// The branches of this run that ask how the followed call went.
  llvm::SmallVector<std::pair<BlockId, PathId>, 4> Asking;
  std::vector<std::vector<PathState>> Entries;
  std::vector<std::vector<char>> Pending;
  std::vector<char> BlockPending;
  unsigned FirstPending = 0;
  std::deque<TrailStep> Steps;
  BlockId Running = 0;
  unsigned StatesSpent = 0;
  bool Exhausted = false;
  bool Abandoned = false;
  bool Beginning = false; ///< the run's first operation is yet to come
  Timer Clock;
  Trace *Watch;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_PATHENGINE_H
