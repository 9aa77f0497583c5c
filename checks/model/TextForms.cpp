//===- TextForms.cpp - Values and comparisons as text ---------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/TextForms.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace mapitidy {

static constexpr std::pair<uint8_t, StringLiteral> SignNames[] = {
    {Value::Negative, "negative"},
    {Value::Zero, "zero"},
    {Value::Positive, "positive"}};

std::string textOf(const Value &Known) {
  if (Known.isAnything())
    return "any";
  if (Known.Signs == 0)
    return "impossible";
  std::string Result;
  ListSeparator Or("-or-");
  for (int64_t Number : Known.numbers())
    (Result += StringRef(Or)) += std::to_string(Number);
  for (auto [Sign, Name] : SignNames)
    if (!Known.isCounted() && (Known.Signs & Sign))
      (Result += StringRef(Or)) += Name;
  return Result;
}

/// \returns what one part of a text says.
static std::optional<Value> parsePart(StringRef Text) {
  int64_t Number;
  if (!Text.getAsInteger(10, Number))
    return Value::ofConstant(Number);
  const auto *Sign = find_if(
      SignNames, [Text](const auto &Each) { return Each.second == Text; });
  if (Sign == std::end(SignNames))
    return std::nullopt;
  return Value::ofSigns(Sign->first);
}

std::optional<Value> parseValue(StringRef Text) {
  if (Text == "any")
    return Value();
  if (Text == "impossible")
    return Value::ofSigns(0);
  SmallVector<StringRef, 3> Parts;
  Text.split(Parts, "-or-");
  Value Known = Value::ofSigns(0);
  for (StringRef Part : Parts) {
    const std::optional<Value> Each = parsePart(Part);
    if (!Each)
      return std::nullopt;
    Known = Known.Signs == 0 ? *Each : Known.join(*Each);
  }
  return Known;
}

static constexpr std::pair<StringLiteral, Arithmetic> ArithmeticWords[] = {
    {"or", Arithmetic::Or},
    {"and", Arithmetic::And},
    {"xor", Arithmetic::Xor},
    {"add", Arithmetic::Add},
    {"multiply", Arithmetic::Multiply},
    {"divide", Arithmetic::Divide},
    {"remainder", Arithmetic::Remainder},
    {"shift-left", Arithmetic::ShiftLeft},
    {"shift-right", Arithmetic::ShiftRight}};

StringRef wordOf(Arithmetic With) { return wordIn(ArithmeticWords, With); }

std::optional<Arithmetic> arithmeticNamed(StringRef Word) {
  return meaningIn<Arithmetic>(ArithmeticWords, Word);
}

std::string textOf(ArrayRef<Calculation> Steps) {
  std::string Result;
  ListSeparator Space(" ");
  for (const Calculation &Step : Steps)
    (Result += StringRef(Space)) +=
        (wordOf(Step.With) + " " + Twine(Step.Constant)).str();
  return Result;
}

std::optional<Calculations> parseCalculations(StringRef Text) {
  Calculations Result;
  while (!Text.empty()) {
    auto [Word, Behind] = Text.split(' ');
    auto [Number, Rest] = Behind.split(' ');
    const std::optional<Arithmetic> With = arithmeticNamed(Word);
    int64_t Constant = 0;
    if (!With || Number.getAsInteger(10, Constant))
      return std::nullopt;
    Result.push_back({*With, Constant});
    Text = Rest;
  }
  return Result;
}

std::string textOf(const Comparison &When) {
  const bool Equal = When.How == Comparison::Operator::Equal;
  const StringRef Operator =
      Equal ? (When.Negated ? "!= " : "== ") : (When.Negated ? ">= " : "< ");
  return (Operator + Twine(When.Constant)).str();
}

std::optional<Comparison> parseComparison(StringRef Operator,
                                          StringRef Constant) {
  Comparison When;
  const bool Equal = Operator == "==" || Operator == "!=";
  if (!Equal && Operator != "<" && Operator != ">=")
    return std::nullopt;
  When.How = Equal ? Comparison::Operator::Equal : Comparison::Operator::Less;
  When.Negated = Operator == "!=" || Operator == ">=";
  if (Constant.getAsInteger(10, When.Constant))
    return std::nullopt;
  return When;
}

} // namespace mapitidy
