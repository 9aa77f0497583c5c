//===- YamlWords.h - Enumerations as words of a file ------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads and writes an enumeration as one of a list of words. What is none of
/// them is an error that lists them.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CATALOGUE_YAMLWORDS_H
#define MAPITIDY_CATALOGUE_YAMLWORDS_H

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/YAMLTraits.h"

namespace mapitidy {

/// The words of \p Enum: `static constexpr std::pair<StringLiteral, Enum>
/// All[]`.
template <typename Enum> struct WordsOf;

/// The base of ScalarTraits<Enum>.
template <typename Enum> struct WordTraits {
  static void output(const Enum &Value, void *, llvm::raw_ostream &OS) {
    for (const auto &[Word, Meaning] : WordsOf<Enum>::All)
      if (Meaning == Value) {
        OS << Word;
        return;
      }
    llvm_unreachable("a value without a word");
  }

  static llvm::StringRef input(llvm::StringRef Text, void *, Enum &Value) {
    for (const auto &[Word, Meaning] : WordsOf<Enum>::All)
      if (Word == Text) {
        Value = Meaning;
        return {};
      }
    static const std::string Expected = list();
    return Expected;
  }

  static llvm::yaml::QuotingType mustQuote(llvm::StringRef) {
    return llvm::yaml::QuotingType::None;
  }

private:
  static std::string list() {
    std::string Result = "expected one of ";
    llvm::ListSeparator Comma;
    for (const auto &Each : WordsOf<Enum>::All) {
      Result += llvm::StringRef(Comma);
      Result += Each.first;
    }
    return Result;
  }
};

} // namespace mapitidy

#endif // MAPITIDY_CATALOGUE_YAMLWORDS_H
