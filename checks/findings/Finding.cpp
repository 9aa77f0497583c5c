//===- Finding.cpp - What is wrong, where and why -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Finding.h"

using namespace llvm;

namespace mapitidy {

#define CHECK(Id, Name) static constexpr StringLiteral Id = Name;
#include "findings/Rules.def"

const RuleInfo &ruleInfo(Rule R) {
  static const RuleInfo Infos[] = {
#define RULE(Id, Check, Level, Finds, Advice) {Check, Level, Finds, Advice},
#include "findings/Rules.def"
  };
  return Infos[static_cast<size_t>(R)];
}

ArrayRef<Rule> allRules() {
  static constexpr Rule Rules[] = {
#define RULE(Id, Check, Level, Finds, Advice) Rule::Id,
#include "findings/Rules.def"
  };
  return Rules;
}

ArrayRef<StringRef> allChecks() {
  static const StringRef Names[] = {
#define CHECK(Id, Name) Id,
#include "findings/Rules.def"
  };
  return Names;
}

} // namespace mapitidy
