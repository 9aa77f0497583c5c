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
/// and the value itself if it is known.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CATALOGUE_VALUE_H
#define MAPITIDY_CATALOGUE_VALUE_H

#include <cstdint>
#include <optional>
#include <string>

namespace mapitidy {

/// What is known of a number or pointer: which signs it can have, and its
/// exact value if that is known. HRESULT failure is `Negative`; a null pointer
/// and `false` are `Zero`; any other pointer is `Positive`.
struct Value {
  static constexpr uint8_t Negative = 1;
  static constexpr uint8_t Zero = 2;
  static constexpr uint8_t Positive = 4;
  static constexpr uint8_t Anything = Negative | Zero | Positive;

  /// A loop counts no further: it would never come to an end.
  static constexpr int64_t MostExact = 1;

  uint8_t Signs = Anything;
  std::optional<int64_t> Exact;

  static Value ofConstant(int64_t Constant) {
    return {Constant < 0    ? Negative
            : Constant == 0 ? Zero
                            : Positive,
            Constant};
  }
  static Value ofSigns(uint8_t Signs) {
    return {Signs, Signs == Zero ? std::optional<int64_t>(0) : std::nullopt};
  }
  /// The same text for the same knowledge, for keys.
  std::string key() const {
    return std::to_string(Signs) +
           (Exact ? "=" + std::to_string(*Exact) : std::string());
  }
  bool isAnything() const { return Signs == Anything; }
  bool operator==(const Value &Other) const {
    return Signs == Other.Signs && Exact == Other.Exact;
  }
  bool operator!=(const Value &Other) const { return !(*this == Other); }
  /// What is known after \p Constant has been combined with it, bit by bit or
  /// by adding.
  Value orWith(int64_t Constant) const {
    return Exact ? ofConstant(*Exact | Constant) : Value();
  }
  Value andWith(int64_t Constant) const {
    return Exact ? ofConstant(*Exact & Constant) : Value();
  }
  Value plus(int64_t Constant) const {
    if (Exact && *Exact < MostExact && *Exact > -MostExact)
      return ofConstant(*Exact + Constant);
    // Numbers that are counted are taken not to overflow.
    return Constant > 0 && !(Signs & Negative) ? ofSigns(Positive) : Value();
  }
  /// The least that both know.
  Value join(const Value &Other) const {
    return {uint8_t(Signs | Other.Signs),
            Exact == Other.Exact ? Exact : std::nullopt};
  }
};

/// A comparison with a constant: equal to it, or less than it; or, if \c
/// Negated, the opposite. A plain test for truth is `== 0`, negated.
struct Comparison {
  enum class Operator { Equal, Less };
  Operator How = Operator::Equal;
  int64_t Constant = 0;
  bool Negated = false;

  Comparison negated() const { return {How, Constant, !Negated}; }
  /// \returns what is known of a value once the comparison held, given \p
  /// Before; no signs at all if it cannot hold.
  Value refine(Value Before) const;
  bool operator==(const Comparison &Other) const {
    return How == Other.How && Constant == Other.Constant &&
           Negated == Other.Negated;
  }
};

} // namespace mapitidy

#endif // MAPITIDY_CATALOGUE_VALUE_H
