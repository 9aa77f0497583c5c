//===- TextForms.h - Values and comparisons as text -------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// How graphs and summaries write what is known of a number, and what is asked
/// of it.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_TEXTFORMS_H
#define MAPITIDY_MODEL_TEXTFORMS_H

#include "model/Value.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/ErrorHandling.h"
#include <optional>
#include <string>

namespace mapitidy {

/// \returns the word of \p Meaning in a table of pairs, which has one.
template <typename Table, typename Enum>
llvm::StringRef wordIn(const Table &Words, Enum Meaning) {
  for (const auto &[Word, Each] : Words)
    if (Each == Meaning)
      return Word;
  llvm_unreachable("a value without a word");
}

/// \returns what \p Word means in such a table; nothing if it is not there.
template <typename Enum, typename Table>
std::optional<Enum> meaningIn(const Table &Words, llvm::StringRef Word) {
  for (const auto &[Each, Meaning] : Words)
    if (Each == Word)
      return Meaning;
  return std::nullopt;
}

/// `any`, `5`, `-1-or-5`, `negative`, `zero-or-positive`.
std::string textOf(const Value &Known);
std::optional<Value> parseValue(llvm::StringRef Text);

/// `or`, `and`, `add` ...
llvm::StringRef wordOf(Arithmetic With);
std::optional<Arithmetic> arithmeticNamed(llvm::StringRef Word);

/// `and 4`, `multiply -1 add 1`; nothing for no step.
std::string textOf(llvm::ArrayRef<Calculation> Steps);
std::optional<Calculations> parseCalculations(llvm::StringRef Text);

/// `== 0`, `!= 5`, `< 0`, `>= 0`.
std::string textOf(const Comparison &When);
std::optional<Comparison> parseComparison(llvm::StringRef Operator,
                                          llvm::StringRef Constant);

} // namespace mapitidy

#endif // MAPITIDY_MODEL_TEXTFORMS_H
