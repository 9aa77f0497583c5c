//===- GraphBuilder.h - Appends to a flow graph -----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Appends operations and blocks to a flow graph, at one point that moves.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_GRAPHBUILDER_H
#define MAPITIDY_CAPTURE_GRAPHBUILDER_H

#include "model/Budget.h"
#include "model/FlowGraph.h"

namespace mapitidy {

class GraphBuilder {
public:
  GraphBuilder(FlowGraph &Graph, const Budget &Limits)
      : Graph(Graph), Limits(Limits) {}

  /// The graph is of no use, for the reason \p Why; what is appended to it any
  /// more does not matter.
  void giveUp(llvm::StringRef Why) {
    if (Problem.empty())
      Problem = Why.str();
  }
  /// Why the graph is of no use; empty if it is of use. Whoever appends much
  /// asks now and then.
  llvm::StringRef problem() const { return Problem; }

  /// Operations are appended to \p In until the next call.
  void startBlock(BlockId In) {
    Current = In;
    Ended = false;
  }
  /// Nothing follows: the current block has all its edges.
  void endBlock() { Ended = true; }
  bool hasEnded() const { return Ended; }
  BlockId currentBlock() const { return Current; }
  BlockId addBlock() {
    if (Graph.Blocks.size() >= Limits.MaxBlocks)
      giveUp(Budget::Exceeded);
    Graph.Blocks.emplace_back();
    return Graph.Blocks.size() - 1;
  }

  /// The operation is valid until the next one is appended.
  Operation &emit(OperationKind Kind, SourcePlace At) {
    assert(Current < Graph.Blocks.size() && "no block has been started");
    if (Graph.OperationCount >= Budget::MaxOperations)
      giveUp(Budget::Exceeded);
    Operation &Result = Graph.Blocks[Current].Operations.emplace_back();
    Result.Kind = Kind;
    Result.Place = At;
    Result.Assumed = Assumes;
    Result.Index = Graph.OperationCount++;
    return Result;
  }
  void copy(PathId Target, PathId Source, SourcePlace At) {
    Operation &Copy = emit(OperationKind::Copy, At);
    Copy.Target = Target;
    Copy.Source = Source;
  }
  void set(PathId Target, Value Known, SourcePlace At) {
    Operation &Set = emit(OperationKind::Set, At);
    Set.Target = Target;
    Set.Constant = Known;
  }
  void jump(BlockId From, BlockId To, Condition When = {}) {
    Edge Out;
    Out.When = When;
    jump(From, To, std::move(Out));
  }
  /// The same with all that \p Like says of when it is taken.
  void jump(BlockId From, BlockId To, Edge Like) {
    assert(From < Graph.Blocks.size() && To < Graph.Blocks.size() &&
           "a block of another graph");
    Like.To = To;
    Graph.Blocks[From].Edges.push_back(std::move(Like));
  }

  /// Where an exception goes that is thrown in the current block.
  void setUnwindTarget(BlockId To) { Unwind = To; }
  BlockId unwindTarget() const { return Unwind; }

  FlowGraph &graph() { return Graph; }

  /// While there is one that holds, what is appended is assumed of the
  /// invocation in front of it.
  class Assumption {
  public:
    Assumption(GraphBuilder &Of, bool Holds) : Of(Of), Before(Of.Assumes) {
      Of.Assumes |= Holds;
    }
    ~Assumption() { Of.Assumes = Before; }
    Assumption(const Assumption &) = delete;
    Assumption &operator=(const Assumption &) = delete;

  private:
    GraphBuilder &Of;
    bool Before;
  };

private:
  FlowGraph &Graph;
  Budget Limits;
  std::string Problem;
  BlockId Current = 0;
  BlockId Unwind = 0;
  bool Ended = false;
  bool Assumes = false;
};

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_GRAPHBUILDER_H
