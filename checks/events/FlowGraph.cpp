//===- FlowGraph.cpp - A function as MAPI sees it -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "events/FlowGraph.h"
#include <algorithm>

namespace mapitidy {

Value Condition::refine(Value Before) const {
  if (Equals) {
    const Value Constant = Value::ofConstant(*Equals);
    if (!Negated) {
      bool Possible = Before.Exact ? *Before.Exact == *Equals
                                   : (Before.Signs & Constant.Signs) != 0;
      return Possible ? Constant : Value::ofSigns(0);
    }
    if (Before.Exact)
      return *Before.Exact == *Equals ? Value::ofSigns(0) : Before;
    // There are many negative and positive numbers, but only one zero.
    if (*Equals == 0)
      return Value::ofSigns(Before.Signs & ~Value::Zero);
    return Before;
  }
  uint8_t Allowed = Negated ? uint8_t(Value::Anything & ~Signs) : Signs;
  if ((Before.Signs & Allowed) == Before.Signs)
    return Before;
  return Value::ofSigns(Before.Signs & Allowed);
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
