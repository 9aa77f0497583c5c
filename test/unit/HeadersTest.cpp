//===- HeadersTest.cpp ----------------------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "headers/HeaderOrigins.h"
#include "headers/WindowsFileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace mapitidy;

namespace {

class WindowsFileSystemTest : public ::testing::Test {
protected:
  void add(StringRef Name) {
    Memory->addFile(Name, 0, MemoryBuffer::getMemBufferCopy(Name));
  }
  std::string textOf(StringRef Name) {
    auto Buffer = Files.getBufferForFile(Name);
    return Buffer ? (*Buffer)->getBuffer().str() : "none";
  }

  IntrusiveRefCntPtr<vfs::InMemoryFileSystem> Memory =
      makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  WindowsFileSystem Files{Memory};
};

TEST_F(WindowsFileSystemTest, FindsAnyCapitalisation) {
  add("/Source/StdAfx.h");
  EXPECT_EQ(textOf("/Source/StdAfx.h"), "/Source/StdAfx.h");
  EXPECT_EQ(textOf("/Source/stdafx.h"), "/Source/StdAfx.h");
  EXPECT_EQ(textOf("/SOURCE/STDAFX.H"), "/Source/StdAfx.h");
  EXPECT_EQ(textOf("/source/other.h"), "none");
  EXPECT_TRUE(Files.exists("/source/stdafx.h"));
  EXPECT_FALSE(Files.exists("/source/other.h"));
}

TEST_F(WindowsFileSystemTest, TellsTheNameOnTheDisk) {
  add("/Source/StdAfx.h");
  ErrorOr<vfs::Status> Status = Files.status("/source/STDAFX.h");
  ASSERT_TRUE(Status);
  EXPECT_EQ(Status->getName(), "/Source/StdAfx.h");
  EXPECT_EQ(Files.nameOnDisk("/source/none.h"), std::nullopt);
}

TEST_F(WindowsFileSystemTest, KnowsBothSlashes) {
  add("/Source/Common/Foo.h");
  add("/Source/App/App.cpp");
  EXPECT_EQ(textOf("/source/app/..\\common\\foo.h"), "/Source/Common/Foo.h");
  EXPECT_EQ(textOf("\\source\\common\\FOO.H"), "/Source/Common/Foo.h");
}

TEST_F(WindowsFileSystemTest, PrefersTheNameAsItIs) {
  add("/a/Config.h");
  add("/a/config.h");
  EXPECT_EQ(textOf("/a/config.h"), "/a/config.h");
  EXPECT_EQ(textOf("/a/Config.h"), "/a/Config.h");
  EXPECT_EQ(textOf("/a/CONFIG.h"), "/a/Config.h"); // the first of both
}

TEST_F(WindowsFileSystemTest, FollowsTheCurrentFolder) {
  add("/one/A.h");
  add("/two/B.h");
  ASSERT_FALSE(Files.setCurrentWorkingDirectory("/one"));
  EXPECT_EQ(textOf("a.h"), "/one/A.h");
  EXPECT_EQ(textOf("b.h"), "none");
  ASSERT_FALSE(Files.setCurrentWorkingDirectory("/two"));
  EXPECT_EQ(textOf("b.h"), "/two/B.h");
  EXPECT_EQ(textOf("a.h"), "none");
}

TEST_F(WindowsFileSystemTest, IsAddedOnce) {
  auto Names = withWindowsNames(Memory);
  EXPECT_NE(Names.get(), Memory.get());
  EXPECT_EQ(withWindowsNames(Names).get(), Names.get());
}

HeaderOrigins originsIn(StringRef Text) {
  return cantFail(HeaderOrigins::read(MemoryBufferRef(Text, "list.yaml")));
}

TEST(HeaderOriginsTest, FindsTheFirstPattern) {
  HeaderOrigins List = originsIn("- {header: atlbase.h, from: ATL}\n"
                                 "- {header: 'afx*.h', from: MFC}\n"
                                 "- {header: 'wil/*', from: WIL}\n"
                                 "- {header: '*', from: elsewhere}\n");
  EXPECT_EQ(List.of("atlbase.h"), "ATL");
  EXPECT_EQ(List.of("afxwin.h"), "MFC");
  EXPECT_EQ(List.of("wil/com.h"), "WIL");
  EXPECT_EQ(List.of("other.h"), "elsewhere");
  EXPECT_EQ(HeaderOrigins().of("atlbase.h"), "");
}

TEST(HeaderOriginsTest, SaysWhatIsWrong) {
  auto Problem = [](StringRef Text) {
    return toString(
        HeaderOrigins::read(MemoryBufferRef(Text, "list.yaml")).takeError());
  };
  EXPECT_NE(Problem("- {header: a.h}\n").find("list.yaml:1"),
            std::string::npos);
  EXPECT_NE(Problem("- {header: '[', from: x}\n").find("list.yaml: '['"),
            std::string::npos);
}

} // namespace
