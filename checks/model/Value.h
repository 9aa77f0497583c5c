//===- Value.h - What is known of a number or pointer -----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The abstract values of the path engine and of summaries. One domain serves
/// HRESULT, pointers, flags and enumerations: the signs that a value can have,
/// and the numbers themselves if there are few.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_VALUE_H
#define MAPITIDY_MODEL_VALUE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace mapitidy {

/// How a number is made of another one and a constant.
enum class Arithmetic {
  Or,
  And,
  Xor,
  Add,
  Multiply,
  Divide,
  Remainder,
  ShiftLeft,
  ShiftRight
};

/// One step of a calculation.
struct Calculation {
  Arithmetic With = Arithmetic::Or;
  int64_t Constant = 0;

  bool operator==(const Calculation &Other) const {
    return With == Other.With && Constant == Other.Constant;
  }
};

/// Whether the step only sets, clears or toggles bits: done again and again, it
/// comes to the same numbers.
inline bool isOfBits(const Calculation &Step) {
  return Step.With == Arithmetic::Or || Step.With == Arithmetic::And ||
         Step.With == Arithmetic::Xor;
}

/// The steps that make one number of another, in order.
using Calculations = llvm::SmallVector<Calculation, 1>;

class Value;

/// A comparison with a constant: equal to it, or less than it; or, if \c
/// Negated, the opposite. A plain test for truth is `== 0`, negated.
struct Comparison {
  enum class Operator { Equal, Less };
  Operator How = Operator::Equal;
  int64_t Constant = 0;
  bool Negated = false;

  Comparison negated() const { return {How, Constant, !Negated}; }
  /// Whether the signs of a number tell whether it satisfies this.
  bool isToldBySign() const {
    return Constant == 0 || (How == Operator::Less && Constant == 1);
  }
  /// \returns what is known of a value once the comparison held, given \p
  /// Before; no signs at all if it cannot hold.
  Value refine(Value Before) const;
  bool operator==(const Comparison &Other) const {
    return How == Other.How && Constant == Other.Constant &&
           Negated == Other.Negated;
  }
};

/// What is known of a number or pointer: which signs it can have, and which
/// numbers it can be if they are few. HRESULT failure is `Negative`; a null
/// pointer and `false` are `Zero`; any other pointer is `Positive`.
class Value {
public:
  static constexpr uint8_t Negative = 1;
  static constexpr uint8_t Zero = 2;
  static constexpr uint8_t Positive = 4;
  static constexpr uint8_t Anything = Negative | Zero | Positive;

  /// A loop makes numbers no greater: it would never come to an end.
  static constexpr int64_t MostExact = 3;

  uint8_t Signs = Anything;

  static uint8_t signOf(int64_t Constant) {
    return Constant < 0 ? Negative : Constant == 0 ? Zero : Positive;
  }
  static Value ofConstant(int64_t Constant);
  static Value ofSigns(uint8_t Signs);

  /// The value itself, if there is only one that it can be.
  std::optional<int64_t> exact() const {
    return Count == 1 ? std::optional(Numbers[0]) : std::nullopt;
  }
  /// The numbers that it can be, in order; none if it may be any number of its
  /// signs.
  llvm::ArrayRef<int64_t> numbers() const {
    return llvm::ArrayRef(Numbers.data(), Count);
  }
  bool isCounted() const { return Count != 0; }
  /// The same text for the same knowledge, for keys.
  std::string key() const;
  /// Whether it is zero, or it is not, for sure.
  bool isYesOrNo() const { return Signs == Zero || !(Signs & Zero); }
  bool isAnything() const { return Signs == Anything && Count == 0; }
  bool operator==(const Value &Other) const;
  bool operator!=(const Value &Other) const { return !(*this == Other); }

  /// What is known of the number that \p Step makes of it. Where it is not done
  /// \p Once only, in a loop, numbers must not go on growing.
  Value after(const Calculation &Step, bool Once = false) const;
  Value after(llvm::ArrayRef<Calculation> Steps) const;

  /// What is known of it less \p Other.
  Value minus(const Value &Other) const;

  /// The least that both know.
  Value join(const Value &Other) const;
  /// All that both know together; no signs at all if they contradict.
  Value meet(const Value &Other) const;
  /// Keeps the numbers for which \p Holds; they must be counted.
  template <typename Predicate> Value filtered(Predicate Holds) const {
    Value Result = ofSigns(0);
    for (int64_t Number : numbers())
      if (Holds(Number))
        Result.insert(Number);
    return Result;
  }

private:
  static constexpr unsigned MostNumbers = 16;

  /// Adds \p Number to those that it can be. \returns false if there are too
  /// many then.
  bool insert(int64_t Number);

  // Values are copied with every state: they are plain memory.
  std::array<int64_t, MostNumbers> Numbers{}; // in order
  uint8_t Count = 0;
};

} // namespace mapitidy

#endif // MAPITIDY_MODEL_VALUE_H
