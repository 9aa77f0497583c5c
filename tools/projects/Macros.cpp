//===- Macros.cpp - What $(Name) stands for -------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Macros.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace mapitidy {

/// Values that double each time they are used end here.
constexpr size_t LongestValue = 1u << 18;

void Macros::set(StringRef Name, StringRef Value) {
  std::string Key = Name.lower();
  if (!Globals.contains(Key))
    Values[Key] = Value.str();
}

void Macros::setGlobal(StringRef Name, StringRef Value) {
  Values[Name.lower()] = Value.str();
  Globals.insert(Name.lower());
}

void Macros::setDefault(StringRef Name, StringRef Value) {
  Values.try_emplace(Name.lower(), Value.str());
}

StringRef Macros::get(StringRef Name) const {
  auto It = Values.find(Name.lower());
  return It == Values.end() ? StringRef() : StringRef(It->second);
}

StringRef firstMacro(StringRef Text) {
  size_t Begin = Text.find("$(");
  if (Begin == StringRef::npos)
    return {};
  unsigned Depth = 0;
  for (size_t At = Begin + 1; At < Text.size(); ++At) {
    if (Text[At] == '(')
      ++Depth;
    else if (Text[At] == ')' && --Depth == 0)
      return Text.slice(Begin, At + 1);
  }
  return {}; // it has no end: text
}

static bool isName(StringRef Text) {
  return !Text.empty() && all_of(Text, [](char C) {
    return isAlnum(C) || C == '_' || C == '-';
  });
}

static StringRef nameIn(StringRef Macro) {
  return Macro.drop_front(2).drop_back().trim();
}

/// Appends \p Text to \p Result, each macro in it as \p Replace says.
static void replaceMacros(StringRef Text, std::string &Result,
                          function_ref<void(StringRef Macro)> Replace) {
  while (Result.size() < LongestValue) {
    StringRef Macro = firstMacro(Text);
    if (Macro.empty())
      break;
    size_t Begin = static_cast<size_t>(Macro.data() - Text.data());
    Result += Text.take_front(Begin);
    Replace(Macro);
    Text = Text.drop_front(Begin + Macro.size());
  }
  Result += Text;
  if (Result.size() > LongestValue)
    Result.resize(LongestValue);
}

std::string Macros::expand(StringRef Text) const {
  std::string Result;
  replaceMacros(Text, Result, [&](StringRef Macro) {
    auto It = Values.find(nameIn(Macro).lower());
    Result += It == Values.end() ? Macro : StringRef(It->second);
  });
  return Result;
}

bool hasFunction(StringRef Text) {
  bool Found = false;
  std::string Ignored;
  replaceMacros(Text, Ignored,
                [&Found](StringRef Macro) { Found |= !isName(nameIn(Macro)); });
  return Found;
}

std::string withoutMacros(StringRef Text) {
  std::string Result;
  replaceMacros(Text, Result, [](StringRef) {});
  return Result;
}

} // namespace mapitidy
