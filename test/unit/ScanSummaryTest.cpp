//===- ScanSummaryTest.cpp - Tests of the figures of a scan ---------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Summary.h"
#include "gtest/gtest.h"

using namespace mapitidy;

namespace {

FindingRecord finding(llvm::StringRef Check, unsigned Level,
                      llvm::StringRef File, bool IsKnown = false) {
  FindingRecord Result;
  Result.Check = Check.str();
  Result.Level = Level;
  Result.File = File.str();
  Result.IsKnown = IsKnown;
  return Result;
}

std::string summaryOf(const std::vector<FindingRecord> &Findings,
                      const SummaryOptions &Wanted) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  printSummary(Findings, Wanted, Out);
  return Text;
}

TEST(ScanSummary, CountsByLevelCheckAndFolder) {
  EXPECT_EQ(summaryOf({finding("mapi-b", 2, "/p/a.cpp"),
                       finding("mapi-b", 1, "/p/sub/b.cpp"),
                       finding("mapi-a", 2, "/p/sub/c.cpp"),
                       finding("mapi-b", 1, "/parts/d.cpp"),
                       finding("mapi-b", 1, "/p/sub/b.cpp")},
                      {"/p"}),
            "  level  check   findings\n"
            "  1      mapi-b         3\n"
            "  2      mapi-a         1\n"
            "  2      mapi-b         1\n"
            "\n"
            "  folder  level 1  level 2  findings\n"
            "  sub           2        1         3\n"
            "  .             0        1         1\n"
            "  /parts        1        0         1\n");
}

TEST(ScanSummary, TellsNewFromKnown) {
  EXPECT_EQ(summaryOf({finding("mapi-a", 1, "/p/a.cpp", /*IsKnown=*/true),
                       finding("mapi-a", 1, "/p/b.cpp")},
                      {"/p", /*HasBaseline=*/true}),
            "  level  check   findings  new\n"
            "  1      mapi-a         2    1\n"
            "\n"
            "  folder  level 1  findings  new\n"
            "  .             2         2    1\n");
}

TEST(ScanSummary, ShowsTheWorstFolders) {
  EXPECT_EQ(summaryOf({finding("mapi-a", 1, "/p/x/a.cpp"),
                       finding("mapi-a", 1, "/p/y/a.cpp"),
                       finding("mapi-a", 1, "/p/z/a.cpp"),
                       finding("mapi-a", 1, "/p/z/b.cpp")},
                      {"/p", /*HasBaseline=*/false, /*MostFolders=*/1}),
            "  level  check   findings\n"
            "  1      mapi-a         4\n"
            "\n"
            "  folder    level 1  findings\n"
            "  z               2         2\n"
            "  2 others        2         2\n");
}

TEST(ScanSummary, IsSilentWithoutFindings) {
  EXPECT_EQ(summaryOf({}, {"/p"}), "");
}

} // namespace
