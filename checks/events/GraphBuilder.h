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

#ifndef MAPITIDY_EVENTS_GRAPHBUILDER_H
#define MAPITIDY_EVENTS_GRAPHBUILDER_H

#include "events/FlowGraph.h"

namespace mapitidy {

class GraphBuilder {
public:
  explicit GraphBuilder(FlowGraph &Graph) : Graph(Graph) {}

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
    Graph.Blocks.emplace_back();
    return Graph.Blocks.size() - 1;
  }

  /// The operation is valid until the next one is appended.
  Operation &emit(OperationKind Kind, SourcePlace At) {
    Operation &Result = Graph.Blocks[Current].Operations.emplace_back();
    Result.Kind = Kind;
    Result.Place = At;
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
    Like.To = To;
    Graph.Blocks[From].Edges.push_back(std::move(Like));
  }

  /// Where an exception goes that is thrown in the current block.
  void setUnwindTarget(BlockId To) { Unwind = To; }
  BlockId unwindTarget() const { return Unwind; }

  FlowGraph &graph() { return Graph; }

private:
  FlowGraph &Graph;
  BlockId Current = 0;
  BlockId Unwind = 0;
  bool Ended = false;
};

} // namespace mapitidy

#endif // MAPITIDY_EVENTS_GRAPHBUILDER_H
