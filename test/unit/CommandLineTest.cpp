//===- CommandLineTest.cpp ------------------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace mapitidy;

namespace {

using Strings = std::vector<std::string>;

CommandLine parse(std::vector<const char *> Arguments) {
  Arguments.insert(Arguments.begin(), "mapi-tidy");
  return cantFail(parseCommandLine(Arguments));
}

std::string errorOf(std::vector<const char *> Arguments) {
  Arguments.insert(Arguments.begin(), "mapi-tidy");
  return toString(parseCommandLine(Arguments).takeError());
}

TEST(CommandLineTest, TellsFilesFromOptions) {
  CommandLine Given = parse({"a.cpp", "--fix", "--checks=-*,mapi-*", "b.c"});
  EXPECT_EQ(Given.Files, (Strings{"a.cpp", "b.c"}));
  EXPECT_EQ(Given.Arguments, (Strings{"--fix", "--checks=-*,mapi-*"}));
  EXPECT_TRUE(Given.Analyses);
  EXPECT_FALSE(Given.HasCompilerFlags);
}

TEST(CommandLineTest, KnowsValuesInTheNextArgument) {
  CommandLine Given = parse({"-checks", "-*,mapi-*", "-p", "build",
                             "--header-filter", ".*", "a.cpp"});
  EXPECT_EQ(Given.Files, Strings{"a.cpp"});
  EXPECT_EQ(Given.Database, "build");
  EXPECT_EQ(Given.Arguments.size(), 6u);
}

TEST(CommandLineTest, ToleratesAMissingValue) {
  EXPECT_EQ(parse({"a.cpp", "-checks"}).Arguments, Strings{"-checks"});
}

TEST(CommandLineTest, SeparatesCompilerFlags) {
  CommandLine Given = parse({"a.cpp", "--", "-DX", "--quiet", "b.cpp"});
  EXPECT_EQ(Given.Files, Strings{"a.cpp"});
  EXPECT_TRUE(Given.HasCompilerFlags);
  EXPECT_EQ(Given.CompilerFlags, (Strings{"-DX", "--quiet", "b.cpp"}));
  EXPECT_TRUE(parse({"a.cpp", "--"}).HasCompilerFlags);
}

TEST(CommandLineTest, TakesOutTheSdkDirectories) {
  CommandLine Given = parse(
      {"--mapi-sdk=one,two", "a.cpp", "--mapi-sdk", "auto", "-mapi-sdk=three"});
  EXPECT_EQ(Given.SdkDirectories, (Strings{"one", "two", "auto", "three"}));
  EXPECT_EQ(Given.Files, Strings{"a.cpp"});
  EXPECT_TRUE(Given.Arguments.empty());
}

TEST(CommandLineTest, WantsAnSdkDirectory) {
  for (std::vector<const char *> Arguments :
       {std::vector<const char *>{"--mapi-sdk="},
        {"--mapi-sdk=,"},
        {"a.cpp", "--mapi-sdk"}})
    EXPECT_NE(errorOf(Arguments).find("--mapi-sdk=DIR"), std::string::npos);
}

TEST(CommandLineTest, SeesWhetherAnythingIsAnalysed) {
  for (const char *Option :
       {"--help", "-h", "--list-checks", "--version", "--dump-config"})
    EXPECT_FALSE(parse({Option}).Analyses) << Option;
}

TEST(CommandLineTest, SeesWhetherChecksAreNamed) {
  EXPECT_FALSE(parse({"--quiet", "a.cpp"}).NamesChecks);
  EXPECT_TRUE(parse({"--checks=*", "a.cpp"}).NamesChecks);
  EXPECT_TRUE(parse({"-config-file", "x", "a.cpp"}).NamesChecks);
}

TEST(CommandLineTest, TakesOutTheWishToSkipOtherFiles) {
  CommandLine Given = parse({"--mapi-skip-others", "a.cpp"});
  EXPECT_TRUE(Given.SkipsOthers);
  EXPECT_TRUE(Given.Arguments.empty());
}

TEST(CommandLineTest, TheWishToSkipTakesNoValue) {
  EXPECT_EQ(errorOf({"--mapi-skip-others=0", "a.cpp"}),
            "--mapi-skip-others takes no value");
}

TEST(CommandLineTest, SeesAConfiguration) {
  EXPECT_EQ(parse({"--config={}", "a.cpp"}).Configuration, "{}");
  EXPECT_EQ(parse({"--config-file", "x", "a.cpp"}).ConfigurationFile, "x");
}

TEST(CommandLineTest, SeesExtraFlags) {
  CommandLine Given =
      parse({"--extra-arg=-Ia", "--extra-arg-before", "-Ib", "a.cpp"});
  EXPECT_EQ(Given.ExtraFlags, Strings{"-Ia"});
  EXPECT_EQ(Given.ExtraFlagsBefore, Strings{"-Ib"});
  EXPECT_EQ(Given.Arguments.size(), 3u);
}

TEST(CommandLineTest, SeesAnOverlay) {
  EXPECT_TRUE(parse({"--vfsoverlay=a.yaml", "a.cpp"}).NamesOverlay);
  EXPECT_EQ(parse({"--vfsoverlay", "a.yaml", "a.cpp"}).Files, Strings{"a.cpp"});
}

TEST(CommandLineTest, WritesTheCommandLineOfClangTidy) {
  CommandLine Given = parse({"a.cpp", "--mapi-sdk=x", "--", "-DX"});
  Given.addCompilerFlag("-DY");
  EXPECT_EQ(
      Given.forClangTidy(),
      (Strings{"mapi-tidy", "--extra-arg-before=-DY", "a.cpp", "--", "-DX"}));
  EXPECT_EQ(parse({"a.cpp"}).forClangTidy(), (Strings{"mapi-tidy", "a.cpp"}));
}

TEST(CommandLineTest, WindowsFlagsNameTheTargetButNotTheLanguage) {
  Strings Flags = windowsFlags({"a.c", "a.h"});
  EXPECT_EQ(Flags.front(), "--target=x86_64-w64-mingw32");
  for (const std::string &Flag : Flags)
    EXPECT_NE(Flag, "-x");
}

TEST(CommandLineTest, AHeaderAloneIsCxx) {
  EXPECT_EQ(windowsFlags({"a.h", "B.H"}).back(), "c++-header");
}

TEST(CommandLineTest, TheCLibraryComesAfterTheCxxLibrary) {
  EXPECT_EQ(includeFlags("dir", /*HasCLibrary=*/true),
            (Strings{"-Xclang", "-idirafter", "-Xclang", "dir"}));
  EXPECT_EQ(includeFlags("dir", /*HasCLibrary=*/false),
            (Strings{"-Xclang", "-isystem", "-Xclang", "dir"}));
}

} // namespace
