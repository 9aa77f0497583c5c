//===- Value.cpp - What is known of a number or pointer -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Value.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

using namespace llvm;

namespace mapitidy {

bool Value::insert(int64_t Number) {
  auto *End = Numbers.begin() + Count;
  auto *At = std::lower_bound(Numbers.begin(), End, Number);
  if (At != End && *At == Number)
    return true;
  if (Count == MostNumbers)
    return false;
  std::move_backward(At, End, End + 1);
  *At = Number;
  ++Count;
  Signs |= signOf(Number);
  return true;
}

Value Value::ofConstant(int64_t Constant) {
  Value Result = ofSigns(0);
  Result.insert(Constant);
  return Result;
}

Value Value::ofSigns(uint8_t Signs) {
  Value Result;
  Result.Signs = Signs;
  if (Signs == Zero)
    Result.insert(0);
  return Result;
}

std::string Value::key() const {
  std::string Result = std::to_string(Signs);
  for (int64_t Number : numbers())
    Result += "," + std::to_string(Number);
  return Result;
}

bool Value::operator==(const Value &Other) const {
  return Signs == Other.Signs && numbers() == Other.numbers();
}

Value Value::orWith(int64_t Constant) const {
  Value Result = isCounted() ? ofSigns(0) : Value();
  for (int64_t Number : numbers())
    Result.insert(Number | Constant);
  return Result;
}

Value Value::andWith(int64_t Constant) const {
  if (!isCounted())
    return Constant < 0 ? Value() : ofSigns(Zero | Positive);
  Value Result = ofSigns(0);
  for (int64_t Number : numbers())
    Result.insert(Number & Constant);
  return Result;
}

Value Value::plus(int64_t Constant) const {
  if (exact() && *exact() < MostExact && *exact() > -MostExact)
    return ofConstant(*exact() + Constant);
  // Numbers that are counted are taken not to overflow.
  return Constant > 0 && !(Signs & Negative) ? ofSigns(Positive) : Value();
}

Value Value::join(const Value &Other) const {
  Value Result = *this;
  bool Few = isCounted() && Other.isCounted() &&
             all_of(Other.numbers(),
                    [&](int64_t Number) { return Result.insert(Number); });
  return Few ? Result : ofSigns(Signs | Other.Signs);
}

Value Value::meet(const Value &Other) const {
  const Value &Counted = isCounted() ? *this : Other;
  const Value &Rest = isCounted() ? Other : *this;
  if (!Counted.isCounted())
    return ofSigns(Signs & Other.Signs);
  return Counted.filtered([&](int64_t Number) {
    return (Rest.Signs & signOf(Number)) != 0 &&
           (!Rest.isCounted() || is_contained(Rest.numbers(), Number));
  });
}

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
  if (Before.isCounted())
    return Before.filtered([this](int64_t Number) {
      return (How == Operator::Equal ? Number == Constant
                                     : Number < Constant) != Negated;
    });
  if (How == Operator::Less) {
    uint8_t Left = Before.Signs & signsBelow(Constant, Negated);
    return Left == Before.Signs ? Before : Value::ofSigns(Left);
  }
  const Value Equal = Value::ofConstant(Constant);
  if (!Negated)
    return Before.Signs & Equal.Signs ? Equal : Value::ofSigns(0);
  // There are many negative and positive numbers, but only one zero.
  return Constant == 0 ? Value::ofSigns(Before.Signs & ~Value::Zero) : Before;
}

} // namespace mapitidy
