//===- BaselineTest.cpp - Tests of what findings are known by -------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Baseline.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace mapitidy;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;

namespace {

/// Reads a baseline of the given text.
llvm::Expected<Baseline> read(llvm::StringRef Text) {
  llvm::SmallString<128> Path;
  if (llvm::sys::fs::createTemporaryFile("baseline", "txt", Path))
    return llvm::createStringError("no file");
  const llvm::FileRemover Remover(Path);
  if (llvm::Error E = llvm::writeToOutput(Path, [Text](llvm::raw_ostream &Out) {
        Out << Text;
        return llvm::Error::success();
      }))
    return E;
  return Baseline::read(Path);
}

std::string problemOf(llvm::StringRef Text) {
  llvm::Expected<Baseline> Read = read(Text);
  return Read ? "" : llvm::toString(Read.takeError());
}

constexpr llvm::StringLiteral First = "# mapi-tidy baseline, format 1\n";

TEST(Baseline, NamesAreWhatAMessageIsAbout) {
  EXPECT_EQ(namesIn("'store' (IMsgStore) is still open when "
                    "IMAPISession::Logoff is called"),
            "store IMsgStore IMAPISession::Logoff");
  EXPECT_EQ(namesIn("MAPIUninitialize is called on a path where "
                    "MAPIInitialize failed"),
            "MAPIUninitialize MAPIInitialize");
  EXPECT_EQ(namesIn("a variable is no block of MAPI's that 'a b' has"),
            "MAPI a b");
  EXPECT_EQ(namesIn("nothing, and an odd ' too"), "");
}

TEST(Baseline, HowSureAFindingIsDoesNotCount) {
  EXPECT_EQ(namesIn("'row' is lost on this way out"),
            namesIn("'row' may be lost on this way out, if 'count' is 0"));
}

TEST(Baseline, IdentitiesAreALine) {
  EXPECT_EQ(identityOf("mapi-x", "", "", "a\nb\tc"), "mapi-x | - | - | a b c");
  EXPECT_EQ(identityOf("mapi-x", "N::f", "n", ""), "mapi-x | N::f | n | -");
  const std::string Long =
      identityOf("mapi-x", "f", "n", std::string(500, 's') + "end");
  EXPECT_LT(Long.size(), 200u);
  EXPECT_EQ(identityOf("mapi-x", "f", "n", "\xE4"),
            "mapi-x | f | n | \xEF\xBF\xBD");
}

TEST(Baseline, HasAsManyEntriesAsLines) {
  Baseline Known =
      llvm::cantFail(read((First + "mapi-x | f | n | a | b\r\n\n# why\n"
                                   "mapi-a | g | n | a\n"
                                   "mapi-x | f | n | a | b")
                              .str()));
  EXPECT_TRUE(Known.take("mapi-x | f | n | a | b"));
  EXPECT_FALSE(Known.take("mapi-x | f | n | a"));
  EXPECT_THAT(Known.rest(),
              ElementsAre("mapi-a | g | n | a", "mapi-x | f | n | a | b"));
  EXPECT_TRUE(Known.take("mapi-x | f | n | a | b"));
  EXPECT_FALSE(Known.take("mapi-x | f | n | a | b"));
}

TEST(Baseline, SaysWhereItIsDamaged) {
  EXPECT_THAT(problemOf((First + "\nmapi-x | f").str()), HasSubstr(":3: "));
  EXPECT_THAT(problemOf((First + "other | f | n | a").str()),
              HasSubstr(":2: expected 'check |"));
  EXPECT_THAT(problemOf((First + ">>>>>>> theirs").str()),
              HasSubstr(":2: this is what a merge leaves"));
  EXPECT_THAT(problemOf("# mapi-tidy baseline, format 2\n"),
              HasSubstr(":1: expected '# mapi-tidy baseline, format 1'"));
  EXPECT_THAT(problemOf(""), HasSubstr(":1: expected"));
}

TEST(Baseline, MayBeSarif) {
  Baseline Known = llvm::cantFail(read(R"({"runs": [{"results": [
    {"ruleId": "mapi-x", "partialFingerprints": {"mapiTidyIdentity/v1": "i"}},
    {"ruleId": "clang-diagnostic-error"}]}]})"));
  EXPECT_TRUE(Known.take("i"));
  EXPECT_THAT(Known.rest(), ElementsAre());
  EXPECT_THAT(problemOf(R"({"runs": [{"results": [{"ruleId": "mapi-x"}]}]})"),
              HasSubstr("result 1 has no fingerprint 'mapiTidyIdentity/v1'"));
  EXPECT_THAT(problemOf("{}"), HasSubstr("there is no 'runs' in it"));
  EXPECT_THAT(problemOf("{"), EndsWith("expected a baseline, or SARIF of "
                                       "mapi-report's"));
}

} // namespace
