//===- FlowGraph.cpp - A function as MAPI sees it -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "events/FlowGraph.h"
#include <algorithm>

namespace mapitidy {

/// The signs of the numbers below \p Constant, or of the others.
static uint8_t signsBelow(int64_t Constant, bool Negated) {
  if (!Negated)
    return Constant <= 0   ? Value::Negative
           : Constant == 1 ? Value::Negative | Value::Zero
                           : Value::Anything;
  return Constant > 0    ? Value::Positive
         : Constant == 0 ? Value::Zero | Value::Positive
                         : Value::Anything;
}

Value Condition::refine(Value Before) const {
  const Value Impossible = Value::ofSigns(0);
  if (Before.Exact) {
    bool Holds = How == Comparison::Equal ? *Before.Exact == Constant
                                          : *Before.Exact < Constant;
    return Holds != Negated ? Before : Impossible;
  }
  if (How == Comparison::Less) {
    uint8_t Left = Before.Signs & signsBelow(Constant, Negated);
    return Left == Before.Signs ? Before : Value::ofSigns(Left);
  }
  const Value Equal = Value::ofConstant(Constant);
  if (!Negated)
    return Before.Signs & Equal.Signs ? Equal : Impossible;
  // There are many negative and positive numbers, but only one zero.
  return Constant == 0 ? Value::ofSigns(Before.Signs & ~Value::Zero) : Before;
}

Argument Operation::at(Slot At) const {
  if (At.Index == Slot::This)
    return Receiver;
  if (At.Index == Slot::Result)
    return {Argument::Mode::ByAddress, Target, 0};
  if (At.Index >= 0 && unsigned(At.Index) < Arguments.size())
    return Arguments[At.Index];
  return {};
}

std::vector<BlockId> FlowGraph::reversePostOrder() const {
  std::vector<BlockId> Order;
  std::vector<char> Seen(Blocks.size(), 0);
  std::vector<std::pair<BlockId, unsigned>> Stack{{Entry, 0}};
  Seen[Entry] = 1;
  while (!Stack.empty()) {
    auto &[Id, Next] = Stack.back();
    if (Next == Blocks[Id].Edges.size()) {
      Order.push_back(Id);
      Stack.pop_back();
      continue;
    }
    BlockId To = Blocks[Id].Edges[Next++].To;
    if (!Seen[To]) {
      Seen[To] = 1;
      Stack.push_back({To, 0});
    }
  }
  std::reverse(Order.begin(), Order.end());
  return Order;
}

} // namespace mapitidy
