//===- Value.cpp - What is known of a number or pointer -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/Value.h"

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

Value Comparison::refine(Value Before) const {
  const Value Impossible = Value::ofSigns(0);
  if (Before.Exact) {
    bool Holds = How == Operator::Equal ? *Before.Exact == Constant
                                        : *Before.Exact < Constant;
    return Holds != Negated ? Before : Impossible;
  }
  if (How == Operator::Less) {
    uint8_t Left = Before.Signs & signsBelow(Constant, Negated);
    return Left == Before.Signs ? Before : Value::ofSigns(Left);
  }
  const Value Equal = Value::ofConstant(Constant);
  if (!Negated)
    return Before.Signs & Equal.Signs ? Equal : Impossible;
  // There are many negative and positive numbers, but only one zero.
  return Constant == 0 ? Value::ofSigns(Before.Signs & ~Value::Zero) : Before;
}

} // namespace mapitidy
