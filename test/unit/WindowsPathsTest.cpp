//===- WindowsPathsTest.cpp -  --------------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Disk.h"
#include "Text.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace mapitidy;

namespace {

using Strings = std::vector<std::string>;

PathMap mapOf(StringRef Text) { return cantFail(PathMap::parse(Text)); }

TEST(PathMapTest, MapsInAnyCapitalisationAndStyle) {
  PathMap Map = mapOf("C:\\proj=/src;D:\\x=/y/");
  EXPECT_EQ(Map.map("C:\\proj\\a.cpp"), "/src/a.cpp");
  EXPECT_EQ(Map.map("c:/PROJ/Sub\\A.cpp"), "/src/Sub/A.cpp");
  EXPECT_EQ(Map.map("C:\\proj"), "/src");
  EXPECT_EQ(Map.map("C:\\proj\\"), "/src");
  EXPECT_EQ(Map.map("d:\\x\\y"), "/y/y");
}

TEST(PathMapTest, MapsWholeComponentsOnly) {
  PathMap Map = mapOf("C:\\proj=/src");
  EXPECT_EQ(Map.map("C:\\project\\a.cpp"), std::nullopt);
  EXPECT_EQ(Map.map("C:\\pro"), std::nullopt);
  EXPECT_EQ(Map.map("a.cpp"), std::nullopt);
  EXPECT_EQ(Map.map(""), std::nullopt);
}

TEST(PathMapTest, PrefersTheInnermostFolder) {
  PathMap Map = mapOf("C:\\=/drive;C:\\proj\\lib=/lib;C:\\proj=/src");
  EXPECT_EQ(Map.map("C:\\proj\\lib\\a.h"), "/lib/a.h");
  EXPECT_EQ(Map.map("C:\\proj\\a.h"), "/src/a.h");
  EXPECT_EQ(Map.map("C:\\a.h"), "/drive/a.h");
}

TEST(PathMapTest, MapsServersAndLettersOutsideAscii) {
  EXPECT_EQ(mapOf("\\\\server\\share=/net").map("\\\\SERVER\\share\\a.h"),
            "/net/a.h");
  EXPECT_EQ(mapOf("C:\\Bücher=/b").map("c:\\BÜCHER\\a.h"), "/b/a.h");
}

TEST(PathMapTest, RefusesHalfAnEntry) {
  for (const char *Text : {"C:\\proj", "=/src", "C:\\proj=", "a=b;c"})
    EXPECT_NE(toString(PathMap::parse(Text).takeError()).find("no map"),
              std::string::npos)
        << Text;
  EXPECT_TRUE(mapOf("").empty());
  EXPECT_TRUE(mapOf(";;").empty());
}

TEST(FileFinderTest, FindsTheRealCapitalisation) {
  Disk D = diskOf(
      {{"/p/StdAfx.h", ""}, {"/p/Common/Foo.h", ""}, {"/p/sub/a.cpp", ""}});
  EXPECT_EQ(D.Files.find("stdafx.h", "/p"), "/p/StdAfx.h");
  EXPECT_EQ(D.Files.find("..\\COMMON\\foo.H", "/p/sub"), "/p/Common/Foo.h");
  EXPECT_EQ(D.Files.find(".\\Sub\\..\\Common", "/p"), "/p/Common");
  EXPECT_EQ(D.Files.find("/P/SUB/A.CPP"), "/p/sub/a.cpp");
  EXPECT_EQ(D.Files.find("missing.h", "/p"), std::nullopt);
  EXPECT_EQ(D.Files.find("StdAfx.h/x", "/p"), std::nullopt);
  EXPECT_EQ(D.Files.find("", "/p"), std::nullopt);
  EXPECT_EQ(D.Files.find(StringRef("a\0b", 3), "/p"), std::nullopt);
}

TEST(FileFinderTest, PrefersTheExactNameThenTheFirst) {
  Disk D =
      diskOf({{"/p/a.h", ""}, {"/p/A.h", ""}, {"/p/b.H", ""}, {"/p/B.H", ""}});
  EXPECT_EQ(D.Files.find("a.h", "/p"), "/p/a.h");
  EXPECT_EQ(D.Files.find("A.h", "/p"), "/p/A.h");
  EXPECT_EQ(D.Files.find("B.h", "/p"), "/p/B.H");
}

TEST(FileFinderTest, LooksIntoAllFoldersOfAName) {
  Disk D = diskOf({{"/p/Inc/one.h", ""}, {"/p/inc/two.h", ""}});
  EXPECT_EQ(D.Files.find("INC/Two.h", "/p"), "/p/inc/two.h");
  EXPECT_EQ(D.Files.find("inc/one.h", "/p"), "/p/Inc/one.h");
}

TEST(FileFinderTest, GoesThroughTheMap) {
  Disk D = diskOf({{"/src/Inc/a.h", ""}}, mapOf("C:\\proj=/src"));
  EXPECT_EQ(D.Files.find("c:\\Proj\\inc\\A.h", "/elsewhere"), "/src/Inc/a.h");
  EXPECT_EQ(D.Files.find("D:\\proj\\a.h", "/src"), std::nullopt);
  EXPECT_EQ(D.Files.absolute("C:\\proj\\x\\..\\New.h", ""), "/src/New.h");
}

TEST(TextTest, ReadsTheEncodingsOfWindows) {
  EXPECT_EQ(toUtf8("plain"), "plain");
  EXPECT_EQ(toUtf8("\xEF\xBB\xBFx"), "x");
  EXPECT_EQ(toUtf8(StringRef("\xFF\xFEx\0\xFC\0", 6)), "x\u00FC");
  EXPECT_EQ(toUtf8(StringRef("\xFE\xFF\0x", 4)), "x");
  EXPECT_EQ(toUtf8("caf\xE9 \x80"), "caf\u00E9 \u20AC");
  EXPECT_EQ(toUtf8("caf\u00E9"), "caf\u00E9");
  EXPECT_EQ(toUtf8(""), "");
}

TEST(TextTest, ReadsUtf16ThatIsCutOff) {
  EXPECT_EQ(toUtf8(StringRef("\xFF\xFEx\0y", 5)), "x");
  EXPECT_FALSE(toUtf8(StringRef("\xFF\xFE\x00\xD8", 4)).empty());
}

TEST(TextTest, FoldsLettersOfAllAlphabets) {
  EXPECT_EQ(foldCase("StdAfx.H"), "stdafx.h");
  EXPECT_EQ(foldCase("\u00C4\u042F"), foldCase("\u00E4\u044F"));
  EXPECT_EQ(foldCase("\xFF"), "\xFF");
}

TEST(TextTest, SaysWhatCannotBeRead) {
  Disk D = diskOf({{"/p/a", "x"}});
  EXPECT_EQ(cantFail(readText("/p/a", *D.FS)), "x");
  EXPECT_NE(toString(readText("/p/b", *D.FS).takeError()).find("'/p/b'"),
            std::string::npos);
  EXPECT_NE(toString(readText("/p", *D.FS).takeError()).find("it is a folder"),
            std::string::npos);
}

} // namespace
