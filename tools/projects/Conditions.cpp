//===- Conditions.cpp - Conditions of MSBuild -----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conditions.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/VersionTuple.h"

using namespace llvm;

namespace mapitidy {
namespace {

using Answer = std::optional<bool>; // or unknown

Answer negate(Answer A) { return A ? Answer(!*A) : A; }

Answer conjunction(Answer A, Answer B) {
  if ((A && !*A) || (B && !*B))
    return false;
  return A && B ? Answer(true) : std::nullopt;
}

Answer disjunction(Answer A, Answer B) {
  return negate(conjunction(negate(A), negate(B)));
}

/// Nested more deeply than this is no condition that somebody wrote.
constexpr unsigned DeepestParenthesis = 64;

/// Reads a condition from left to right:
///   or    := and ('or' and)*
///   and   := term ('and' term)*
///   term  := '!' term | '(' or ')' | name '(' value ')' | value [op value]
class Parser {
public:
  Parser(StringRef Text, const Macros &Known,
         function_ref<bool(StringRef)> Exists)
      : Rest(Text), Known(Known), Exists(Exists) {}

  Answer parse() {
    Answer Result = parseOr();
    return Rest.trim().empty() && !Failed ? Result : std::nullopt;
  }

private:
  bool consume(StringRef Token) {
    Rest = Rest.ltrim();
    return Rest.consume_front(Token);
  }

  bool consumeWord(StringRef Word) {
    Rest = Rest.ltrim();
    if (!Rest.starts_with_insensitive(Word))
      return false;
    StringRef After = Rest.drop_front(Word.size());
    if (!After.empty() && (isAlnum(After.front()) || After.front() == '_'))
      return false;
    Rest = After;
    return true;
  }

  Answer fail() {
    Failed = true;
    return std::nullopt;
  }

  Answer parseOr() {
    Answer Result = parseAnd();
    while (!Failed && consumeWord("or"))
      Result = disjunction(Result, parseAnd());
    return Result;
  }

  Answer parseAnd() {
    Answer Result = parseTerm();
    while (!Failed && consumeWord("and"))
      Result = conjunction(Result, parseTerm());
    return Result;
  }

  Answer parseTerm() {
    if (Depth >= DeepestParenthesis)
      return fail();
    ++Depth;
    Answer Result = parseNested();
    --Depth;
    return Result;
  }

  Answer parseNested() {
    Rest = Rest.ltrim();
    if (!Rest.starts_with("!=") && consume("!"))
      return negate(parseTerm());
    if (consume("(")) {
      Answer Result = parseOr();
      return consume(")") ? Result : fail();
    }
    if (consumeWord("Exists"))
      return parseCall([this](StringRef Path) { return Exists(Path); });
    if (consumeWord("HasTrailingSlash"))
      return parseCall([](StringRef Path) {
        return Path.ends_with("/") || Path.ends_with("\\");
      });
    return parseComparison();
  }

  Answer parseCall(function_ref<bool(StringRef)> Function) {
    if (!consume("("))
      return fail();
    std::optional<std::string> Value = parseValue();
    if (!Value || !consume(")"))
      return fail();
    if (hasFunction(*Value))
      return std::nullopt;
    return Function(withoutMacros(*Value));
  }

  /// A text in quotes, a macro, a number or a word.
  std::optional<std::string> parseValue() {
    Rest = Rest.ltrim();
    StringRef Value;
    if (Rest.consume_front("'")) {
      size_t End = endOfQuote();
      if (End == StringRef::npos)
        return std::nullopt;
      Value = Rest.take_front(End);
      Rest = Rest.drop_front(End + 1);
    } else if (Rest.starts_with("$(")) {
      Value = firstMacro(Rest);
      Rest = Rest.drop_front(Value.size());
    } else {
      Value = Rest.take_while([](char C) {
        return isAlnum(C) || C == '_' || C == '.' || C == '-' || C == '+';
      });
      Rest = Rest.drop_front(Value.size());
      if (Value.empty())
        return std::nullopt;
    }
    return Known.expand(Value);
  }

  /// Quotes in a macro do not end the text around it.
  size_t endOfQuote() const {
    for (size_t At = 0; At < Rest.size(); ++At) {
      if (Rest[At] == '\'')
        return At;
      if (Rest.substr(At).starts_with("$("))
        if (StringRef Macro = firstMacro(Rest.substr(At)); !Macro.empty())
          At += Macro.size() - 1;
    }
    return StringRef::npos;
  }

  StringRef parseOperator() {
    for (StringRef Operator : {"==", "!=", "<=", ">=", "<", ">"})
      if (consume(Operator))
        return Operator;
    return "";
  }

  Answer parseComparison() {
    std::optional<std::string> Left = parseValue();
    if (!Left)
      return fail();
    StringRef Operator = parseOperator();
    if (Operator.empty())
      return hasFunction(*Left) ? std::nullopt : truth(withoutMacros(*Left));
    std::optional<std::string> Right = parseValue();
    if (!Right)
      return fail();
    if (hasFunction(*Left) || hasFunction(*Right))
      return std::nullopt;
    return compare(withoutMacros(*Left), Operator, withoutMacros(*Right));
  }

  static Answer truth(StringRef Text) {
    for (StringRef Word : {"true", "on", "yes", "!false", "!off", "!no"})
      if (Text.equals_insensitive(Word))
        return true;
    for (StringRef Word : {"false", "off", "no", "!true", "!on", "!yes"})
      if (Text.equals_insensitive(Word))
        return false;
    return std::nullopt;
  }

  static Answer compare(StringRef Left, StringRef Operator, StringRef Right) {
    Answer LeftTruth = truth(Left), RightTruth = truth(Right);
    VersionTuple A, B; // numbers, too
    const bool AreNumbers = !Left.empty() && !Right.empty() &&
                            !A.tryParse(Left) && !B.tryParse(Right);
    bool IsEqual = Left.equals_insensitive(Right) || (AreNumbers && A == B) ||
                   (LeftTruth && RightTruth && *LeftTruth == *RightTruth);
    if (Operator == "==")
      return IsEqual;
    if (Operator == "!=")
      return !IsEqual;
    if (!AreNumbers)
      return std::nullopt;
    if (Operator == "<")
      return A < B;
    if (Operator == "<=")
      return A <= B;
    return Operator == ">" ? A > B : A >= B;
  }

  StringRef Rest;
  const Macros &Known;
  function_ref<bool(StringRef)> Exists;
  unsigned Depth = 0;
  bool Failed = false;
};

} // namespace

std::optional<bool> evaluateCondition(StringRef Condition, const Macros &Known,
                                      function_ref<bool(StringRef)> Exists) {
  return Parser(Condition, Known, Exists).parse();
}

} // namespace mapitidy
