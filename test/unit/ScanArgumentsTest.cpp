//===- ScanArgumentsTest.cpp - Tests of mapi-scan's command line ----------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Arguments.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace mapitidy;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

llvm::Expected<ScanArguments> parse(std::vector<const char *> Arguments) {
  Arguments.insert(Arguments.begin(), "mapi-scan");
  return parseScanArguments(Arguments);
}

std::string problemOf(std::vector<const char *> Arguments) {
  llvm::Expected<ScanArguments> Given = parse(std::move(Arguments));
  return Given ? "" : llvm::toString(Given.takeError());
}

TEST(ScanArguments, TakeTheirOwnAndForwardTheRest) {
  const ScanArguments Given = llvm::cantFail(
      parse({"-j4", "--store=/s", "--checks=mapi-*", "--export-report", "r",
             "App.sln", "--quiet", "--", "-DX", "-j5"}));
  EXPECT_EQ(Given.Jobs, 4u);
  EXPECT_EQ(Given.Store, "/s");
  EXPECT_EQ(Given.ReportFile, "r");
  EXPECT_TRUE(Given.Quiet);
  EXPECT_THAT(Given.Forwarded,
              ElementsAre("--checks=mapi-*", "App.sln", "--", "-DX", "-j5"));
  EXPECT_THAT(Given.with({"--only=f"}),
              ElementsAre("--checks=mapi-*", "App.sln", "--only=f", "--", "-DX",
                          "-j5"));
}

TEST(ScanArguments, NameTheFolderOfAPage) {
  const ScanArguments Given = llvm::cantFail(parse({"--html=page", "folder"}));
  EXPECT_EQ(Given.PageFolder, "page");
  EXPECT_THAT(Given.Forwarded, ElementsAre("folder"));
  EXPECT_EQ(problemOf({"--html=", "folder"}),
            "--html needs a folder: --html=FOLDER");
}

TEST(ScanArguments, KeepBaselinesFromMapiTidy) {
  const ScanArguments Given = llvm::cantFail(
      parse({"--baseline=b", "--write-baseline", "w", "--strict-baseline"}));
  EXPECT_EQ(Given.Baselines.File, "b");
  EXPECT_EQ(Given.Baselines.WrittenFile, "w");
  EXPECT_TRUE(Given.Baselines.IsStrict);
  EXPECT_THAT(Given.Forwarded, ElementsAre("."));
}

TEST(ScanArguments, WithoutFilesMeanAllThereAre) {
  EXPECT_THAT(llvm::cantFail(parse({})).Forwarded, ElementsAre("."));
  EXPECT_THAT(llvm::cantFail(parse({"-p", "build"})).Forwarded,
              ElementsAre("--all-files", "-p", "build"));
  EXPECT_THAT(llvm::cantFail(parse({"-p", "build", "a.cpp"})).Forwarded,
              ElementsAre("-p", "build", "a.cpp"));
}

TEST(ScanArguments, SayWhatDoesNotGo) {
  EXPECT_THAT(problemOf({"-j", "many"}), HasSubstr("needs a number"));
  EXPECT_THAT(problemOf({"--fix", "."}),
              HasSubstr("--project=.mapi-tidy/project"));
  EXPECT_THAT(problemOf({"--list-checks"}), HasSubstr("mapi-tidy tells that"));
  EXPECT_EQ(problemOf({"--version"}), "");
}

} // namespace
