//===- CatalogueTest.cpp - Tests of the catalogue -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/Catalogue.h"
#include "catalogue/CatalogueYaml.h"
#include "catalogue/EmbeddedCatalogue.h"
#include "gtest/gtest.h"
#include <set>

using namespace mapitidy;

namespace {

std::string errorOf(llvm::StringRef Yaml) {
  Catalogue Entries;
  return llvm::toString(Entries.add(llvm::MemoryBufferRef(Yaml, "own.yaml")));
}

TEST(Catalogue, BuiltInEntriesLoad) {
  llvm::Expected<Catalogue> Entries = Catalogue::builtIn();
  ASSERT_TRUE(bool(Entries)) << llvm::toString(Entries.takeError());
  EXPECT_GT(Entries->size(), 600u);
  const CallEntry *Logon = Entries->findFunction("MAPILogonEx");
  ASSERT_NE(Logon, nullptr);
  ASSERT_EQ(Logon->Acquires.size(), 1u);
  EXPECT_EQ(Logon->Acquires[0].Kind, ResourceKind::Session);
  EXPECT_EQ(Logon->Acquires[0].Into.Index, 4);
}

TEST(Catalogue, BuiltInEntriesAreNamedOnce) {
  std::set<std::string> Names;
  for (const EmbeddedFile &Embedded : embeddedCatalogue()) {
    llvm::Expected<CatalogueFile> File =
        readCatalogueFile(llvm::MemoryBufferRef(Embedded.Text, Embedded.Name));
    ASSERT_TRUE(bool(File)) << llvm::toString(File.takeError());
    for (const CallEntry &Entry : File->Calls)
      EXPECT_TRUE(Names.insert(Entry.Call).second) << Entry.Call;
  }
}

TEST(Catalogue, NamedCallsAreThere) {
  llvm::Expected<Catalogue> Entries = Catalogue::builtIn();
  ASSERT_TRUE(bool(Entries)) << llvm::toString(Entries.takeError());
  for (const EmbeddedFile &Embedded : embeddedCatalogue()) {
    auto File =
        readCatalogueFile(llvm::MemoryBufferRef(Embedded.Text, Embedded.Name));
    for (const CallEntry &Entry : File->Calls) {
      if (Entry.Registers) {
        auto [Interface, Method] =
            llvm::StringRef(Entry.Registers->CancelledBy).split("::");
        const CallEntry *Cancel = Entries->findMethod(Interface, Method);
        ASSERT_NE(Cancel, nullptr) << Entry.Call;
        EXPECT_TRUE(Cancel->Cancels.has_value()) << Entry.Call;
      }
    }
  }
}

TEST(Catalogue, MethodsAreInherited) {
  llvm::Expected<Catalogue> Entries = Catalogue::builtIn();
  ASSERT_TRUE(bool(Entries)) << llvm::toString(Entries.takeError());
  const CallEntry *Release = Entries->findMethod("IMsgStore", "Release");
  ASSERT_NE(Release, nullptr);
  EXPECT_EQ(Release->Call, "IUnknown::Release");
  EXPECT_EQ(Entries->findMethod("IMsgStore", "Nonsense"), nullptr);
}

TEST(Catalogue, ErrorsNameFileLineAndColumn) {
  EXPECT_NE(errorOf("calls:\n  - call: Foo\n    frees: 1\n")
                .find("own.yaml:3:5: unknown key 'frees'"),
            std::string::npos);
  EXPECT_NE(errorOf("calls:\n  - call: Foo\n    acquires:\n"
                    "      - {into: second}\n")
                .find("own.yaml:4:16: expected 'this', 'result', 'process' or "
                      "a parameter index"),
            std::string::npos);
  EXPECT_NE(errorOf("calls: [").find("own.yaml:1:"), std::string::npos);
}

TEST(Catalogue, ParametersAreThoseOfTheName) {
  auto Complaint = [](const std::string &Call) {
    return errorOf("calls:\n  - call: " + Call +
                   "\n    acquires: [{into: 1}]\n");
  };
  EXPECT_EQ(Complaint("'f'"), "");
  EXPECT_EQ(Complaint("'f(int, IMsgStore **)'"), "");
  EXPECT_EQ(Complaint("'f(Pair<int, int>, IMsgStore **)'"), "");
  EXPECT_EQ(Complaint("'f(int, ...)'"), "");
  EXPECT_NE(Complaint("'f(Pair<int, int>)'").find("has no parameter 1"),
            std::string::npos);
  EXPECT_NE(Complaint("'f()'").find("has no parameter 1: it has none"),
            std::string::npos);
}

TEST(Catalogue, OwnEntriesReplaceBuiltInOnes) {
  llvm::Expected<Catalogue> Entries = Catalogue::builtIn();
  ASSERT_TRUE(bool(Entries)) << llvm::toString(Entries.takeError());
  ASSERT_FALSE(bool(Entries->add(llvm::MemoryBufferRef(
      "calls:\n  - call: UlRelease\n    note: ours\n", "own.yaml"))));
  EXPECT_EQ(Entries->findFunction("UlRelease")->Note, "ours");
}

TEST(Catalogue, OwnVerbsJoinBuiltInOnes) {
  llvm::Expected<Catalogue> Entries = Catalogue::builtIn();
  ASSERT_TRUE(bool(Entries)) << llvm::toString(Entries.takeError());
  EXPECT_FALSE(Entries->isVerb("retire", VerbMeaning::GivesBack));
  ASSERT_FALSE(bool(Entries->add(llvm::MemoryBufferRef(
      "verbs:\n  - {means: gives-back, words: [retire, keep]}\n",
      "own.yaml"))));
  EXPECT_TRUE(Entries->isVerb("retire", VerbMeaning::GivesBack));
  EXPECT_FALSE(Entries->isVerb("retire", VerbMeaning::Keeps));
  EXPECT_TRUE(Entries->isVerb("release", VerbMeaning::GivesBack));
  EXPECT_TRUE(Entries->isVerb("raise", VerbMeaning::Throws));
  // One verb may mean several things.
  EXPECT_TRUE(Entries->isVerb("keep", VerbMeaning::GivesBack));
  EXPECT_TRUE(Entries->isVerb("keep", VerbMeaning::Keeps));
}

TEST(Catalogue, VerbsAreWordsInLowerCase) {
  auto Complaint = [](const std::string &Word) {
    return errorOf("verbs:\n  - {means: keeps, words: ['" + Word + "']}\n");
  };
  EXPECT_EQ(Complaint("pin2"), "");
  for (const char *Word : {"Pin", "pin_down", ""})
    EXPECT_NE(Complaint(Word).find("own.yaml:2:6: '" + std::string(Word) +
                                   "' is not one word in lower case"),
              std::string::npos)
        << Complaint(Word);
  EXPECT_NE(
      errorOf("verbs:\n  - {means: eats, words: [eat]}\n")
          .find("own.yaml:2:13: expected one of gives-back, keeps, looks, "
                "makes, throws"),
      std::string::npos);
}

} // namespace
