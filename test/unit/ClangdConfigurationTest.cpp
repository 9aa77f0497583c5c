//===- ClangdConfigurationTest.cpp ----------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ClangdConfiguration.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace mapitidy;
using testing::ElementsAre;

static std::vector<std::string> without(StringRef Flag,
                                        std::vector<std::string> Line) {
  Line.insert(Line.begin(), "clang++");
  removeFlag(Line, Flag);
  return {Line.begin() + 1, Line.end()};
}

TEST(ClangdConfiguration, RemovesAnOptionInAnySpelling) {
  EXPECT_THAT(without("-I", {"-Ia", "-I", "b", "--include-directory=c", "-c",
                             "--include-directory", "d", "x.cpp"}),
              ElementsAre("-c", "x.cpp"));
  EXPECT_THAT(without("-include", {"-include", "pch.h", "x.cpp"}),
              ElementsAre("x.cpp"));
}

TEST(ClangdConfiguration, RemovesByPrefixAndByText) {
  EXPECT_THAT(without("-DA=*", {"-DA=1", "-DAB", "-DA=2"}),
              ElementsAre("-DAB"));
  EXPECT_THAT(without("-DA", {"-DA=1", "-DA", "-DAB"}),
              ElementsAre("-DA=1", "-DAB"));
  EXPECT_THAT(without("-fplugin-x*", {"-Xclang", "-fplugin-x=1", "-c"}),
              ElementsAre("-c"));
}

TEST(ClangdConfiguration, KeepsTheCompiler) {
  std::vector<std::string> Line{"-c", "-c"};
  removeFlag(Line, "-c");
  EXPECT_THAT(Line, ElementsAre("-c"));
  Line.clear();
  removeFlag(Line, "-c");
  EXPECT_TRUE(Line.empty());
}

TEST(ClangdConfiguration, ReadsDocuments) {
  auto Read = parseClangd("If: {PathMatch: [a/.*, b], PathExclude: a/x}\n"
                          "CompileFlags: {Add: -DA, Remove: [-B, -C*]}\n"
                          "Index: {Background: Skip}\n"
                          "---\n"
                          "CompileFlags: {Compiler: cc}\n"
                          "---\n",
                          ".clangd");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  ASSERT_EQ(Read->size(), 2U);
  const ClangdFragment &First = Read->front();
  EXPECT_THAT(First.Add, ElementsAre("-DA"));
  EXPECT_THAT(First.Remove, ElementsAre("-B", "-C*"));
  EXPECT_TRUE(First.appliesTo("a/y"));
  EXPECT_FALSE(First.appliesTo("a/x"));
  EXPECT_TRUE(First.appliesTo("b"));
  EXPECT_FALSE(First.appliesTo("bb"));
  EXPECT_EQ(Read->back().Compiler, "cc");
}

TEST(ClangdConfiguration, SaysWhatItCannotRead) {
  const auto ProblemOf = [](StringRef Text) {
    auto Read = parseClangd(Text, "f");
    return Read ? "" : toString(Read.takeError());
  };
  EXPECT_EQ(ProblemOf("If: x\n"), "f:1:5: keys with values are expected");
  EXPECT_EQ(ProblemOf("If: {PathMatch: '('}\n"),
            "f:1:17: '(': parentheses not balanced");
  EXPECT_NE(ProblemOf("CompileFlags: {Add: [\n"), "");
  EXPECT_EQ(ProblemOf(""), "");
}

TEST(ClangdConfiguration, OuterFoldersComeFirst) {
  vfs::InMemoryFileSystem Disk;
  Disk.addFile("/p/.clangd", 0,
               MemoryBuffer::getMemBuffer("CompileFlags: {Add: -DA}\n"));
  Disk.addFile(
      "/p/in/.clangd", 0,
      MemoryBuffer::getMemBuffer("CompileFlags: {Remove: -DA, Add: -DB, "
                                 "CompilationDatabase: ../out}\n"));
  ClangdConfiguration Files(Disk);
  std::vector<std::string> Line{"cc", "--", "/p/in/a.c"};
  Files.adapt(Line, "/p/in/a.c");
  EXPECT_THAT(Line, ElementsAre("cc", "-DB", "--", "/p/in/a.c"));
  EXPECT_EQ(Files.databaseOf("/p/in/a.c"), "/p/in/../out");
  EXPECT_EQ(Files.databaseOf("/p/a.c"), std::nullopt);
  EXPECT_TRUE(Files.changes("/p/a.c"));
  EXPECT_FALSE(Files.changes("/q/a.c"));
  EXPECT_TRUE(Files.problems().empty());
}
