//===- Value.cpp - What is known of a number or pointer -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Value.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/MathExtras.h"
#include <algorithm>
#include <limits>

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

/// \returns the number that \p Step makes of \p Number; none if it overflows or
/// is not defined.
static std::optional<int64_t> calculate(int64_t Number,
                                        const Calculation &Step) {
  const int64_t Constant = Step.Constant;
  constexpr int64_t MostLeft = 31, MostRight = 63;
  int64_t Result = 0;
  switch (Step.With) {
  case Arithmetic::Or:
    return Number | Constant;
  case Arithmetic::And:
    return Number & Constant;
  case Arithmetic::Xor:
    return Number ^ Constant;
  case Arithmetic::Add:
    return AddOverflow(Number, Constant, Result) ? std::nullopt
                                                 : std::optional(Result);
  case Arithmetic::Multiply:
    return MulOverflow(Number, Constant, Result) ? std::nullopt
                                                 : std::optional(Result);
  case Arithmetic::Divide:
    return Constant == 0 || Constant == -1 ? std::nullopt
                                           : std::optional(Number / Constant);
  case Arithmetic::Remainder:
    return Constant == 0 || Constant == -1 ? std::nullopt
                                           : std::optional(Number % Constant);
  case Arithmetic::ShiftLeft:
    if (Constant < 0 || Constant > MostLeft)
      return std::nullopt;
    return MulOverflow(Number, int64_t(1) << Constant, Result)
               ? std::nullopt
               : std::optional(Result);
  case Arithmetic::ShiftRight:
    return Constant < 0 || Constant > MostRight
               ? std::nullopt
               : std::optional(Number >> Constant);
  }
  llvm_unreachable("all kinds are listed");
}

/// Whether a loop that does \p Step each turn may go on for ever without
/// coming to the same number again.
static bool grows(const Calculation &Step, int64_t From, int64_t To) {
  auto IsSmall = [](int64_t Number) {
    return Number >= -Value::MostExact && Number <= Value::MostExact;
  };
  // The least number has no opposite, but each has one that is not above zero.
  auto BelowZero = [](int64_t Number) { return Number < 0 ? Number : -Number; };
  return !isOfBits(Step) && !(IsSmall(From) && IsSmall(To)) &&
         BelowZero(To) <= BelowZero(From);
}

/// The signs of what \p Step makes of any number of the signs \p Before.
/// Numbers are taken not to overflow.
static uint8_t signsAfter(uint8_t Before, const Calculation &Step) {
  constexpr uint8_t NotNegative = Value::Zero | Value::Positive;
  const bool WasNotNegative = !(Before & Value::Negative);
  switch (Step.With) {
  case Arithmetic::And:
    return Step.Constant >= 0 || WasNotNegative ? NotNegative : Value::Anything;
  case Arithmetic::Or:
    return Step.Constant > 0 && WasNotNegative ? Value::Positive
                                               : Value::Anything;
  case Arithmetic::Add: {
    if (Step.Constant == 0)
      return Before;
    const bool Up = Step.Constant > 0;
    const uint8_t Towards = Up ? Value::Positive : Value::Negative;
    const uint8_t Against = Up ? Value::Negative : Value::Positive;
    // Counting by one does not leap over zero.
    const bool IsOne = Step.Constant == (Up ? 1 : -1);
    return (Before & ~Against ? Towards : 0) | (!(Before & Against) ? 0
                                                : IsOne ? Against | Value::Zero
                                                        : Value::Anything);
  }
  case Arithmetic::Multiply:
    if (Step.Constant > 0)
      return Before;
    return Step.Constant == 0 ? Value::Zero : Value::Anything;
  case Arithmetic::Divide:
  case Arithmetic::Remainder:
  case Arithmetic::ShiftRight:
    return WasNotNegative && Step.Constant >= 0 ? NotNegative : Value::Anything;
  case Arithmetic::ShiftLeft:
    return Before;
  case Arithmetic::Xor:
    return Value::Anything;
  }
  llvm_unreachable("all kinds are listed");
}

Value Value::after(const Calculation &Step, bool Once) const {
  if (Signs == 0)
    return *this;
  Value Result = ofSigns(0);
  for (int64_t Number : numbers()) {
    const std::optional<int64_t> Next = calculate(Number, Step);
    if (!Next || (!Once && grows(Step, Number, *Next)) || !Result.insert(*Next))
      return ofSigns(signsAfter(Signs, Step));
  }
  return isCounted() ? Result : ofSigns(signsAfter(Signs, Step));
}

Value Value::after(ArrayRef<Calculation> Steps) const {
  Value Result = *this;
  for (const Calculation &Step : Steps)
    Result = Result.after(Step);
  return Result;
}

/// The least and the greatest number that \p Known can be.
static std::pair<int64_t, int64_t> boundsOf(const Value &Known) {
  if (Known.isCounted())
    return {Known.numbers().front(), Known.numbers().back()};
  constexpr int64_t Least = std::numeric_limits<int64_t>::min();
  constexpr int64_t Greatest = std::numeric_limits<int64_t>::max();
  return {Known.Signs & Value::Negative ? Least
          : Known.Signs & Value::Zero   ? 0
                                        : 1,
          Known.Signs & Value::Positive ? Greatest
          : Known.Signs & Value::Zero   ? 0
                                        : -1};
}

Value Value::minus(const Value &Other) const {
  if (Signs == 0 || Other.Signs == 0)
    return ofSigns(0);
  if (const std::optional<int64_t> Less = Other.exact(); Less && isCounted()) {
    Value Result = ofSigns(0);
    int64_t Number = 0;
    if (all_of(numbers(), [&](int64_t Each) {
          return !SubOverflow(Each, *Less, Number) && Result.insert(Number);
        }))
      return Result;
  }
  const auto [Least, Greatest] = boundsOf(*this);
  const auto [OthersLeast, OthersGreatest] = boundsOf(Other);
  uint8_t Result = 0;
  if (Least < OthersGreatest)
    Result |= Negative;
  if (Greatest > OthersLeast)
    Result |= Positive;
  if (meet(Other).Signs != 0)
    Result |= Zero;
  return ofSigns(Result);
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
