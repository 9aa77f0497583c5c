//===- FirstLookTest.cpp --------------------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FirstLook.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace mapitidy;

namespace {

using Strings = std::vector<std::string>;

/// A folder with files, removed at the end.
class FirstLookTest : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(sys::fs::createUniqueDirectory("mapi-tidy-look", Folder));
  }
  void TearDown() override { sys::fs::remove_directories(Folder); }

  std::string path(StringRef Name) { return (Folder + "/" + Name).str(); }

  void write(StringRef Name, StringRef Text) {
    std::string Path = path(Name);
    sys::fs::create_directories(sys::path::parent_path(Path));
    std::error_code Problem;
    raw_fd_ostream(Path, Problem) << Text;
    ASSERT_FALSE(Problem);
  }

  bool mayUseMapi(StringRef Text, const HeaderFlags &Flags = {}) {
    write("source/client.cpp", Text);
    return FirstLook(Known).mayUseMapi(path("source/client.cpp"), Flags);
  }

  SmallString<128> Folder;
  Catalogue Known = cantFail(Catalogue::builtIn());
};

TEST_F(FirstLookTest, KnowsMapisHeadersInAnySpelling) {
  EXPECT_TRUE(mayUseMapi("#include <mapix.h>\n"));
  EXPECT_TRUE(mayUseMapi("# include \"MAPIDefS.h\"\n"));
  EXPECT_TRUE(mayUseMapi("  #\timport <outlook\\Mapix.H>\n"));
  EXPECT_TRUE(mayUseMapi("#include <EdkMdb.h>"));
  EXPECT_FALSE(mayUseMapi("#include <windows.h>\n#include <dwmapi.h>\n"));
}

TEST_F(FirstLookTest, KnowsNamesAsWholeWords) {
  EXPECT_TRUE(mayUseMapi("auto f = load(\"MAPIInitialize\");"));
  EXPECT_TRUE(mayUseMapi("void f(struct IMAPISession *);"));
  EXPECT_TRUE(mayUseMapi("HRESULT hr = OleInitialize(0);"));
  EXPECT_FALSE(mayUseMapi("int MyMAPIInitialize, MAPIInitialize2;"));
}

TEST_F(FirstLookTest, WhatOthersUseTooIsNoSign) {
  EXPECT_FALSE(mayUseMapi("void f(IUnknown *p) { p->Release(); free(0); }\n"
                          "auto t = CreateThread(0, 0, f, 0, 0, 0);"));
}

TEST_F(FirstLookTest, FollowsTheProjectsHeaders) {
  write("source/near.h", "#include \"../other/far.h\"\n");
  write("other/far.h", "#include <third.h>\n");
  write("include/third.h", "#include \"source\\near.h\"\n#include <mapix.h>");
  const char *Text = "#include \"near.h\"\n";
  EXPECT_FALSE(mayUseMapi(Text)) << "third.h is not found";
  HeaderFlags Flags;
  Flags.Directories = {path("nothing"), path("include")};
  EXPECT_TRUE(mayUseMapi(Text, Flags));
}

TEST_F(FirstLookTest, HeadersMayIncludeEachOther) {
  write("source/a.h", "#include \"b.h\"\n");
  write("source/b.h", "#include \"a.h\"\n");
  EXPECT_FALSE(mayUseMapi("#include \"a.h\"\n"));
}

TEST_F(FirstLookTest, FollowsForcedHeaders) {
  write("source/forced.h", "#include <mapix.h>\n");
  HeaderFlags Flags;
  Flags.Forced = {"forced.h"};
  EXPECT_TRUE(mayUseMapi("", Flags));
  Flags.Forced = {"mapix.h"};
  EXPECT_TRUE(mayUseMapi("", Flags));
  Flags.Forced = {"not-there.h"};
  EXPECT_FALSE(mayUseMapi("", Flags));
}

TEST_F(FirstLookTest, WhatCannotBeToldMayUseMapi) {
  EXPECT_TRUE(mayUseMapi("#include HEADER\n"));
  EXPECT_TRUE(FirstLook(Known).mayUseMapi(path("not-there.cpp"), {}));
}

TEST_F(FirstLookTest, OneLookServesManyFiles) {
  write("a.h", "#include <mapix.h>\n");
  write("a.cpp", "#include \"a.h\"\n");
  write("b.cpp", "#include \"a.h\"\n");
  write("c.cpp", "int c;\n");
  FirstLook Look(Known);
  EXPECT_TRUE(Look.mayUseMapi(path("a.cpp"), {}));
  EXPECT_TRUE(Look.mayUseMapi(path("b.cpp"), {}));
  EXPECT_FALSE(Look.mayUseMapi(path("c.cpp"), {}));
}

TEST(HeaderFlagsTest, ReadsTheFlagsOfAllCompilers) {
  HeaderFlags Flags = readHeaderFlags(
      {"clang++", "-Ione", "-I", "/two", "-iquote", "three", "/Ifour",
       "-isystem", "/system", "-include", "a.h", "/FIb.h", "-Xclang",
       "-include-pch", "-Xclang", "c.pch", "-c", "x.cpp"},
      "/project");
  EXPECT_EQ(Flags.Directories, (Strings{"/project/one", "/two",
                                        "/project/three", "/project/four"}));
  EXPECT_EQ(Flags.Forced, (Strings{"a.h", "b.h", "c.pch"}));
}

TEST(HeaderFlagsTest, ToleratesAMissingValue) {
  EXPECT_TRUE(readHeaderFlags({"-I"}, "/project").Directories.empty());
}

} // namespace
