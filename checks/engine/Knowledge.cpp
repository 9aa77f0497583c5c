//===- Knowledge.cpp - What is known before each operation ----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Knowledge.h"
#include "catalogue/Catalogue.h"
#include "engine/core/Writes.h"

using namespace llvm;

namespace mapitidy {

/// More questions would part a function's ways into more cases than they are
/// worth.
static constexpr unsigned MostQuestions = 2;

/// How often the value of each path may become another one.
static PathVector<unsigned> countWrites(const FlowGraph &Graph) {
  PathVector<unsigned> Result(Graph.Paths.size(), 0);
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations)
      forEachTarget(Graph, Op, [&](PathId Written) { ++Result[Written]; });
  return Result;
}

/// The paths that some call gives back.
static PathVector<char> findGivenBack(const FlowGraph &Graph) {
  PathVector<char> Result(Graph.Paths.size(), 0);
  for (const Block &B : Graph.Blocks)
    for (const Operation &Op : B.Operations)
      if (Op.Kind == OperationKind::Call)
        for (const GiveBack &Back : Op.Entry->Releases)
          if (const PathId Path = Op.at(Back.What).Path; Path != NoPath)
            Result[Path] = 1;
  return Result;
}

/// Whether the answer to \p Asked stays what it is.
static bool staysTheSame(const FlowGraph &Graph, PathId Asked,
                         const PathVector<unsigned> &Writes) {
  const AccessPath &Path = Graph.Paths[Asked];
  return Path.Where != Storage::Outside && Writes[Asked] <= 1 &&
         all_of(Path.Reads,
                [&](PathId Read) { return staysTheSame(Graph, Read, Writes); });
}

/// What \p In asks at its end, if that has two answers.
static PathId questionOf(const Block &In) {
  return In.Edges.size() == 2 ? In.Edges.front().When.Path : NoPath;
}

/// Whether a way leads from the branch \p At to where the same is asked.
static bool isAskedAgain(const FlowGraph &Graph, BlockId At) {
  BitVector Seen(Graph.Blocks.size());
  SmallVector<BlockId, 16> Work{At};
  while (!Work.empty())
    for (const Edge &Out : Graph.Blocks[Work.pop_back_val()].Edges) {
      if (questionOf(Graph.Blocks[Out.To]) == questionOf(Graph.Blocks[At]))
        return true;
      if (!Seen.test(Out.To)) {
        Seen.set(Out.To);
        Work.push_back(Out.To);
      }
    }
  return false;
}

Knowledge::Knowledge(const FlowGraph &Graph) { findQuestions(Graph); }

/// A question is worth it if one of the sides behind it gives another value to
/// something that is given back.
void Knowledge::findQuestions(const FlowGraph &Graph) {
  const PathVector<unsigned> Writes = countWrites(Graph);
  const PathVector<char> GivenBack = findGivenBack(Graph);
  for (BlockId Id : Graph.reversePostOrder()) {
    const PathId Asked = questionOf(Graph.Blocks[Id]);
    if (Questions.size() >= MostQuestions || Asked == NoPath ||
        is_contained(Questions, Asked) || !staysTheSame(Graph, Asked, Writes) ||
        !isAskedAgain(Graph, Id))
      continue;
    if (any_of(BranchSides(Graph, Id).written(),
               [&](const auto &Each) { return GivenBack[Each.first] != 0; }))
      Questions.push_back(Asked);
  }
}

uint64_t Knowledge::answersIn(const PathState &State) const {
  uint64_t Result = 0;
  for (PathId Asked : Questions) {
    const unsigned Signs = State.fact(Asked).Signs;
    const unsigned Answer = Signs == Value::Zero         ? 1
                            : (Signs & Value::Zero) == 0 ? 2
                                                         : 0;
    Result = Result * 3 + Answer;
  }
  return Result;
}

void Knowledge::look(PathEngine &, const Operation &Op,
                     const PathState &Before) {
  if (Op.Kind != OperationKind::Call && Op.Kind != OperationKind::Declare &&
      Op.Kind != OperationKind::Lend)
    return;
  SmallVector<PathState, 1> &Cases = Known[Op.Index];
  for (PathState &Each : Cases)
    if (Each.Typestate == Before.Typestate) {
      Each.joinFacts(Before);
      return;
    }
  Cases.push_back(Before);
  Cases.back().Trail = NoTrail;
}

void Knowledge::step(PathEngine &, const Operation &, PathState Before,
                     std::vector<PathState> &After) {
  Before.Typestate = answersIn(Before);
  After.push_back(std::move(Before));
}

void Knowledge::learn(PathEngine &, const Condition &, PathState &State) {
  State.Typestate = answersIn(State);
}

std::vector<PathState> Knowledge::casesBefore(const Operation &Op) const {
  const auto It = Known.find(Op.Index);
  if (It == Known.end())
    return {};
  std::vector<PathState> Result(It->second.begin(), It->second.end());
  for (PathState &Each : Result)
    Each.Typestate = 0; // the answers are ours alone
  return Result;
}

std::optional<PathState> Knowledge::before(const Operation &Op) const {
  const auto It = Known.find(Op.Index);
  if (It == Known.end())
    return std::nullopt;
  PathState Result = It->second.front();
  Result.Typestate = 0;
  for (const PathState &Each : drop_begin(It->second))
    Result.joinFacts(Each);
  return Result;
}

} // namespace mapitidy
