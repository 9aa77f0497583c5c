//===- ConditionsTest.cpp -  ----------------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conditions.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace mapitidy;

namespace {

std::optional<bool> answer(StringRef Condition) {
  Macros Known;
  Known.set("Configuration", "Debug");
  Known.set("Platform", "Win32");
  Known.set("Version", "10.0");
  Known.set("Empty", "");
  Known.set("Made", "$([System.IO.Path]::GetTempPath())");
  return evaluateCondition(Condition, Known, [](StringRef Path) {
    return Path == "there.props" || Path == "Debug/x (1).h";
  });
}

TEST(ConditionsTest, Holds) {
  for (const char *Condition : {
           "'$(Configuration)|$(Platform)'=='Debug|Win32'",
           " '$(configuration)' == 'DEBUG' ",
           "$(Configuration)==Debug",
           "'$(Configuration)' != 'Release'",
           "'$(Unset)' == ''",
           "'$(Empty)'==''",
           "Exists('there.props')",
           "exists ( 'there.props' )",
           "Exists('$(Configuration)/x (1).h')",
           "!Exists('gone.props')",
           "HasTrailingSlash('a\\')",
           "'a'=='a' and 'b'=='b'",
           "'a'=='b' or 'b'=='b'",
           "'a'=='b' AND 'x'=='x' Or 'b'=='b'",
           "'a'=='b' and ('x'=='x' or 'b'=='b') or true",
           "!('a'=='b')",
           "true",
           "'on' == 'true'",
           "'$(Version)' >= '9.5'",
           "'$(Version)' == '10'",
           "2 < 10",
           "'or' == 'or'",
           "'x' == 'x' or '$(Made)' == 'y'",
       })
    EXPECT_EQ(answer(Condition), true) << Condition;
}

TEST(ConditionsTest, DoesNotHold) {
  for (const char *Condition : {
           "'$(Configuration)|$(Platform)'=='Debug|x64'",
           "Exists('gone.props')",
           "HasTrailingSlash('a')",
           "'a'=='a' and 'b'=='c'",
           "false",
           "!true",
           "'$(Version)' < '9.5'",
           "'x' == 'y' and '$(Made)' == 'y'",
       })
    EXPECT_EQ(answer(Condition), false) << Condition;
}

TEST(ConditionsTest, IsUnknown) {
  for (const char *Condition : {
           "",
           "'$([System.IO.Path]::GetFileName('x'))' == 'x'",
           "'$(Made)' == ''",
           "Exists('$(Made)')",
           "$(Configuration.StartsWith('D'))",
           "'x' == 'x' and '$(Made)' == 'y'",
           "'a' < 'b'",
           "'a",
           "'a' ==",
           "== 'a'",
           "('a'=='a'",
           "'a'=='a')",
           "'a'=='a' 'b'",
           "Exists('a'",
           "Exists",
           "'a' = 'a'",
           "and",
           "$(",
           "perhaps",
       })
    EXPECT_EQ(answer(Condition), std::nullopt) << Condition;
}

TEST(ConditionsTest, EndsOnDeepNesting) {
  EXPECT_EQ(answer(std::string(100000, '(')), std::nullopt);
  EXPECT_EQ(answer(std::string(100000, '!')), std::nullopt);
  EXPECT_EQ(answer(std::string(10, '(') + "true" + std::string(10, ')')), true);
}

TEST(MacrosTest, Expands) {
  Macros Known;
  Known.set("A", "1");
  Known.set("B-2_x", "$(A)$(C)");
  EXPECT_EQ(Known.expand("x$(A)y$( a )z"), "x1y1z");
  EXPECT_EQ(Known.expand("$(B-2_X)"), "$(A)$(C)"); // as when it was set
  EXPECT_EQ(Known.expand("$(C) $(A.Length) $(A"), "$(C) $(A.Length) $(A");
  EXPECT_EQ(withoutMacros("a$(C)b$([X]::Y($(Z), (1)))c"), "abc");
  EXPECT_TRUE(hasFunction("x$(A.Length)"));
  EXPECT_FALSE(hasFunction("x$(A)(.)"));
}

TEST(MacrosTest, KeepsWhatTheProjectCannotChange) {
  Macros Known;
  Known.setGlobal("Platform", "x64");
  Known.set("PLATFORM", "Win32");
  Known.setDefault("platform", "ARM");
  EXPECT_EQ(Known.get("Platform"), "x64");
  Known.setDefault("D", "1");
  EXPECT_EQ(Known.get("d"), "1");
}

TEST(MacrosTest, BoundsValuesThatDouble) {
  Macros Known;
  Known.set("A", "xxxxxxxxxxxxxxxx");
  for (int I = 0; I < 100; ++I)
    Known.set("A", Known.expand("$(A)$(A)"));
  EXPECT_LT(Known.get("A").size(), 1u << 20);
}

} // namespace
