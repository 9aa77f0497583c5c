//===- WindowsDatabaseTest.cpp -  -----------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Database.h"
#include "Disk.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace clang::tooling;
using namespace llvm;
using namespace mapitidy;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

using Strings = std::vector<std::string>;

const char WindowsEntries[] = R"([
  {"directory": "C:\\proj\\Sub", "file": "..\\A.cpp",
   "command": "cl.exe /c /DX /I..\\inc /Yu\"stdafx.h\" /Zunheard ..\\A.cpp"},
  {"directory": "C:\\proj", "file": "C:/proj/b.c",
   "arguments": ["clang-cl", "C:/proj/b.c"]}])";

Disk windowsDisk() {
  return diskOf({{"/src/a.cpp", ""},
                 {"/src/b.c", ""},
                 {"/src/Inc/x.h", ""},
                 {"/src/sub/y.h", ""},
                 {"/src/db.json", WindowsEntries}},
                cantFail(PathMap::parse("C:\\proj=/src")));
}

TEST(WindowsDatabaseTest, TranslatesCommandsOfWindows) {
  Disk D = windowsDisk();
  WindowsDatabase Database(cantFail(readCompileCommands("/src/db.json", *D.FS)),
                           D.Files, {"--target=x86_64-w64-mingw32"});
  EXPECT_THAT(Database.getAllFiles(), ElementsAre("/src/a.cpp", "/src/b.c"));
  std::vector<CompileCommand> Commands = Database.getAllCompileCommands();
  ASSERT_EQ(Commands.size(), 2u);
  EXPECT_EQ(Commands[0].Directory, "/src/sub");
  EXPECT_THAT(Commands[0].CommandLine,
              ElementsAre("clang", "--target=x86_64-w64-mingw32",
                          "-std=gnu++14", "-D_MT", "-DX", "-I/src/Inc",
                          "/src/a.cpp"));
  EXPECT_THAT(Commands[1].CommandLine,
              ElementsAre("clang", "--target=x86_64-w64-mingw32", "-D_MT", "-x",
                          "c", "/src/b.c"));
  EXPECT_TRUE(Database.hasMicrosoftCommands());
  EXPECT_THAT(Database.notes(), ElementsAre(HasSubstr("/Zunheard")));
}

TEST(WindowsDatabaseTest, FindsAFileInAnySpelling) {
  Disk D = windowsDisk();
  WindowsDatabase Database(cantFail(readCompileCommands("/src/db.json", *D.FS)),
                           D.Files);
  for (const char *Name : {"/src/a.cpp", "/SRC/A.CPP", "/src/sub/../a.cpp",
                           "C:\\proj\\A.cpp", "/src\\a.cpp"})
    EXPECT_EQ(Database.getCompileCommands(Name).size(), 1u) << Name;
  EXPECT_THAT(Database.getCompileCommands("/src/c.cpp"), IsEmpty());
}

TEST(WindowsDatabaseTest, LeavesOtherCommandsAlone) {
  Disk D = diskOf(
      {{"/p/a.cpp", ""}, {"/p/db.json", R"([{"directory": "/p", "file": "a.cpp",
             "command": "g++ -DX=\\\"y\\\" -c a.cpp"}])"}});
  auto Inner = cantFail(readCompileCommands("/p/db.json", *D.FS));
  Strings Before = Inner->getAllCompileCommands().front().CommandLine;
  WindowsDatabase Database(std::move(Inner), D.Files, {"--target=x"});
  std::vector<CompileCommand> Commands =
      Database.getCompileCommands("/p/a.cpp");
  ASSERT_EQ(Commands.size(), 1u);
  EXPECT_EQ(Commands[0].CommandLine, Before);
  EXPECT_THAT(Before, testing::Contains("-DX=\"y\""));
  EXPECT_EQ(Commands[0].Filename, "a.cpp");
  EXPECT_THAT(Database.getAllFiles(), ElementsAre("/p/a.cpp"));
  EXPECT_FALSE(Database.hasMicrosoftCommands());
  EXPECT_THAT(Database.notes(), IsEmpty());
}

TEST(WindowsDatabaseTest, MapsPathsInOtherCommands) {
  Disk D =
      diskOf({{"/src/a.cpp", ""},
              {"/db.json", R"([{"directory": "C:/proj", "file": "C:/proj/a.cpp",
             "command": "C:\\mingw\\g++.exe -IC:\\proj\\inc -c C:\\proj\\a.cpp"}])"}},
             cantFail(PathMap::parse("C:\\proj=/src")));
  WindowsDatabase Database(cantFail(readCompileCommands("/db.json", *D.FS)),
                           D.Files);
  std::vector<CompileCommand> Commands =
      Database.getCompileCommands("/src/a.cpp");
  ASSERT_EQ(Commands.size(), 1u);
  EXPECT_EQ(Commands[0].Directory, "/src");
  EXPECT_THAT(Commands[0].CommandLine,
              ElementsAre(testing::_, "--driver-mode=g++", "-I/src/inc", "-c",
                          "/src/a.cpp"));
}

TEST(WindowsDatabaseTest, ReadsResponseFilesOfEitherStyle) {
  Disk D = diskOf({{"/p/a.cpp", ""},
                   {"/p/b.cpp", ""},
                   {"/p/gnu.rsp", "-DA=x\\ y"},
                   {"/p/cl.rsp", "/DB=x\\y"},
                   {"/p/db.json", R"x([
  {"directory": "/p", "file": "a.cpp", "arguments": ["g++", "@gnu.rsp", "a.cpp"]},
  {"directory": "/p", "file": "b.cpp", "arguments": ["cl", "@CL.rsp", "b.cpp"]}
])x"}});
  WindowsDatabase Database(cantFail(readCompileCommands("/p/db.json", *D.FS)),
                           D.Files);
  std::vector<CompileCommand> Commands = Database.getAllCompileCommands();
  ASSERT_EQ(Commands.size(), 2u);
  EXPECT_THAT(Commands[0].CommandLine, testing::Contains("-DA=x y"));
  EXPECT_THAT(Commands[1].CommandLine, testing::Contains("-DB=x\\y"));
}

TEST(WindowsDatabaseTest, KeepsFilesThatDifferInCaseApart) {
  Disk D = diskOf({{"/p/a.cpp", ""}, {"/p/A.cpp", ""}, {"/p/db.json", R"([
  {"directory": "/p", "file": "a.cpp", "arguments": ["g++", "-DLOW", "a.cpp"]},
  {"directory": "/p", "file": "A.cpp", "arguments": ["g++", "-DUP", "A.cpp"]}
])"}});
  WindowsDatabase Database(cantFail(readCompileCommands("/p/db.json", *D.FS)),
                           D.Files);
  std::vector<CompileCommand> Low = Database.getCompileCommands("/p/a.cpp");
  ASSERT_EQ(Low.size(), 1u);
  EXPECT_THAT(Low[0].CommandLine, testing::Contains("-DLOW"));
}

TEST(WindowsDatabaseTest, AsksForFlagsOfAnyFile) {
  Disk D = diskOf({{"/p/a.cpp", ""}});
  WindowsDatabase Database(
      std::make_unique<FixedCompilationDatabase>("/p", Strings{"-DX"}),
      D.Files);
  EXPECT_EQ(Database.getCompileCommands("/p/a.cpp").size(), 1u);
  EXPECT_THAT(Database.getAllFiles(), IsEmpty());
}

TEST(WindowsDatabaseTest, SaysWhatItDoesNotUnderstand) {
  Disk D = diskOf({{"/p/db.json", R"([{"directory": "/p", "file": "a.cpp",
             "arguments": ["cl", "@gone.rsp", "a.cpp"]}])"},
                   {"/p/bad.json", "[{]"},
                   {"/p/a.cpp", ""}});
  WindowsDatabase Database(cantFail(readCompileCommands("/p/db.json", *D.FS)),
                           D.Files);
  EXPECT_THAT(Database.getCompileCommands("/p/a.cpp")[0].CommandLine,
              ElementsAre("clang", "/p/a.cpp"));
  EXPECT_THAT(Database.notes(), ElementsAre(HasSubstr("gone.rsp")));
  EXPECT_THAT(toString(readCompileCommands("/p/bad.json", *D.FS).takeError()),
              HasSubstr("cannot read '/p/bad.json'"));
  EXPECT_THAT(toString(readCompileCommands("/p/no.json", *D.FS).takeError()),
              HasSubstr("/p/no.json"));
}

TEST(ProjectDatabaseTest, GivesTheUnitsOfAProject) {
  Disk D = diskOf({{"/p/a.cpp", ""}});
  ProjectReading Reading;
  Reading.Units.push_back({"/p/a.cpp", "/p", {"-DX"}, true});
  ProjectDatabase Database(Reading, D.Files, {"--target=t"});
  EXPECT_THAT(Database.getAllFiles(), ElementsAre("/p/a.cpp"));
  std::vector<CompileCommand> Commands =
      Database.getCompileCommands("/P/A.cpp");
  ASSERT_EQ(Commands.size(), 1u);
  EXPECT_THAT(Commands[0].CommandLine,
              ElementsAre("clang", "--target=t", "-DX", "/p/a.cpp"));
  EXPECT_EQ(Database.getAllCompileCommands().size(), 1u);
}

} // namespace
