//===- CatalogueTest.cpp - Tests of the catalogue -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/Catalogue.h"
#include "catalogue/CatalogueYaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"
#include <set>

using namespace mapitidy;

namespace {

std::string errorOf(llvm::StringRef Yaml) {
  Catalogue Entries;
  return llvm::toString(Entries.add(llvm::MemoryBufferRef(Yaml, "own.yaml")));
}

TEST(Catalogue, BuiltInEntriesLoad) {
  Catalogue Entries = Catalogue::builtIn();
  EXPECT_GT(Entries.size(), 600u);
  const CallEntry *Logon = Entries.findFunction("MAPILogonEx");
  ASSERT_NE(Logon, nullptr);
  ASSERT_EQ(Logon->Acquires.size(), 1u);
  EXPECT_EQ(Logon->Acquires[0].Kind, ResourceKind::Session);
  EXPECT_EQ(Logon->Acquires[0].Into.Index, 4);
}

/// The built-in files, as they are in the project.
std::vector<std::unique_ptr<llvm::MemoryBuffer>> builtInFiles() {
  std::vector<std::unique_ptr<llvm::MemoryBuffer>> Result;
  std::error_code Problem;
  for (llvm::sys::fs::directory_iterator It(MAPI_TIDY_CATALOGUE_DATA, Problem),
       End;
       It != End && !Problem; It.increment(Problem)) {
    auto Text = llvm::MemoryBuffer::getFile(It->path());
    EXPECT_TRUE(bool(Text)) << It->path();
    if (Text)
      Result.push_back(std::move(*Text));
  }
  EXPECT_FALSE(Problem) << Problem.message();
  llvm::sort(Result, [](const auto &A, const auto &B) { // as the build does
    return A->getBufferIdentifier() < B->getBufferIdentifier();
  });
  return Result;
}

/// All that they say, as one file.
CatalogueFile readBuiltInFiles() {
  CatalogueFile All;
  for (const std::unique_ptr<llvm::MemoryBuffer> &Text : builtInFiles()) {
    CatalogueFile Each = llvm::cantFail(readCatalogueFile(*Text));
    llvm::append_range(All.Interfaces, Each.Interfaces);
    llvm::append_range(All.Blocks, Each.Blocks);
    llvm::append_range(All.Libraries, Each.Libraries);
    llvm::append_range(All.Headers, Each.Headers);
    llvm::append_range(All.Verbs, Each.Verbs);
    llvm::append_range(All.Calls, Each.Calls);
  }
  return All;
}

std::string textOf(const CallEntry *Entry) {
  CatalogueFile File;
  if (Entry)
    File.Calls.push_back(*Entry);
  return writeCatalogueFile(std::move(File));
}

std::string textOf(const InterfaceEntry *Entry) {
  CatalogueFile File;
  if (Entry)
    File.Interfaces.push_back(*Entry);
  return writeCatalogueFile(std::move(File));
}

std::string textOf(const BlockEntry *Entry) {
  CatalogueFile File;
  if (Entry)
    File.Blocks.push_back(*Entry);
  return writeCatalogueFile(std::move(File));
}

TEST(Catalogue, CompiledEntriesAreThoseOfTheFiles) {
  const Catalogue Compiled = Catalogue::builtIn();
  const CatalogueFile Files = readBuiltInFiles();
  EXPECT_EQ(Compiled.size(), Files.Calls.size());
  for (const CallEntry &Each : Files.Calls)
    EXPECT_EQ(textOf(Compiled.findFunction(Each.Call)), textOf(&Each));
  for (const InterfaceEntry &Each : Files.Interfaces)
    EXPECT_EQ(textOf(Compiled.findInterface(Each.Name)), textOf(&Each));
  for (const BlockEntry &Each : Files.Blocks)
    EXPECT_EQ(textOf(Compiled.findBlock(Each.Name)), textOf(&Each));
}

/// What a catalogue answers when it is asked for \p Word in all ways.
std::string answersFor(const Catalogue &Entries, const std::string &Word) {
  std::string Answers = textOf(Entries.findFunction(Word)) +
                        textOf(Entries.findByPointerType(Word)) +
                        textOf(Entries.findByPointerType("LP" + Word)) +
                        textOf(Entries.findInterface(Word)) +
                        textOf(Entries.findBlock(Word));
  for (bool Answer : {Entries.freesBlocks(Word), Entries.isElementName(Word),
                      Entries.isMethodName(Word), Entries.isMapiLibrary(Word),
                      Entries.isMapiHeader(Word), Entries.isMapiCall(Word),
                      Entries.isMapiName(Word)})
    Answers += Answer ? '1' : '0';
  for (unsigned Meaning = 0; Meaning < VerbMeaningCount; ++Meaning)
    Answers += Entries.isVerb(Word, VerbMeaning(Meaning)) ? '1' : '0';
  return Answers;
}

/// All words of the built-in files, and some that are in none.
std::set<std::string> wordsToAskFor() {
  std::set<std::string> Result{"", "nonsense", "zzz", "LP"};
  for (const std::unique_ptr<llvm::MemoryBuffer> &Text : builtInFiles()) {
    llvm::SmallVector<llvm::StringRef> Words;
    llvm::SplitString(Text->getBuffer(), Words, " \n,[]{}\"'");
    for (llvm::StringRef Word : Words) {
      Word.consume_back(":");
      Result.insert(Word.str());
      Result.insert(Word.upper());
      Result.insert(Word.rsplit("::").second.str());
    }
  }
  for (const CallEntry &Each : readBuiltInFiles().Calls)
    forEachName(Each, [&](llvm::StringRef Name) { Result.insert(Name.str()); });
  return Result;
}

TEST(Catalogue, TheCompiledOneAnswersAsTheParsedOneDoes) {
  const Catalogue Compiled = Catalogue::builtIn();
  Catalogue Parsed;
  Parsed.add(readBuiltInFiles());
  for (const std::string &Word : wordsToAskFor())
    EXPECT_EQ(answersFor(Compiled, Word), answersFor(Parsed, Word)) << Word;
  for (unsigned Level = 0; Level < InitLevelCount; ++Level)
    EXPECT_EQ(textOf(Compiled.uninitialiserOf(InitLevel(Level))),
              textOf(Parsed.uninitialiserOf(InitLevel(Level))));
  ASSERT_EQ(Compiled.callbacks().size(), Parsed.callbacks().size());
  for (size_t I = 0; I < Parsed.callbacks().size(); ++I)
    EXPECT_EQ(textOf(Compiled.callbacks()[I]), textOf(Parsed.callbacks()[I]));
}

TEST(Catalogue, NamedCallsAreThere) {
  const Catalogue Entries = Catalogue::builtIn();
  for (const CallEntry &Entry : readBuiltInFiles().Calls) {
    if (!Entry.Registers)
      continue;
    auto [Interface, Method] =
        llvm::StringRef(Entry.Registers->CancelledBy).split("::");
    const CallEntry *Cancel = Entries.findMethod(Interface, Method);
    ASSERT_NE(Cancel, nullptr) << Entry.Call;
    EXPECT_TRUE(Cancel->Cancels.has_value()) << Entry.Call;
  }
}

TEST(Catalogue, EntriesAreReadOnce) {
  const Catalogue First = Catalogue::builtIn(), Second = Catalogue::builtIn();
  EXPECT_EQ(First.findFunction("MAPILogonEx"),
            Second.findFunction("MAPILogonEx"));
}

TEST(Catalogue, MethodsAreInherited) {
  Catalogue Entries = Catalogue::builtIn();
  const CallEntry *Release = Entries.findMethod("IMsgStore", "Release");
  ASSERT_NE(Release, nullptr);
  EXPECT_EQ(Release->Call, "IUnknown::Release");
  EXPECT_EQ(Entries.findMethod("IMsgStore", "Nonsense"), nullptr);
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
  Catalogue Entries = Catalogue::builtIn();
  ASSERT_FALSE(bool(Entries.add(llvm::MemoryBufferRef(
      "calls:\n  - call: UlRelease\n    note: ours\n", "own.yaml"))));
  EXPECT_EQ(Entries.findFunction("UlRelease")->Note, "ours");
}

TEST(Catalogue, OwnVerbsJoinBuiltInOnes) {
  Catalogue Entries = Catalogue::builtIn();
  EXPECT_FALSE(Entries.isVerb("retire", VerbMeaning::GivesBack));
  ASSERT_FALSE(bool(Entries.add(llvm::MemoryBufferRef(
      "verbs:\n  - {means: gives-back, words: [retire, keep]}\n",
      "own.yaml"))));
  EXPECT_TRUE(Entries.isVerb("retire", VerbMeaning::GivesBack));
  EXPECT_FALSE(Entries.isVerb("retire", VerbMeaning::Keeps));
  EXPECT_TRUE(Entries.isVerb("release", VerbMeaning::GivesBack));
  EXPECT_TRUE(Entries.isVerb("raise", VerbMeaning::Throws));
  // One verb may mean several things.
  EXPECT_TRUE(Entries.isVerb("keep", VerbMeaning::GivesBack));
  EXPECT_TRUE(Entries.isVerb("keep", VerbMeaning::Keeps));
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
