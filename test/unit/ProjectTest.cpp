//===- ProjectTest.cpp - Tests of what passes from file to file -----------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Findings.h"
#include "Link.h"
#include "TestNames.h"
#include "catalogue/ProjectFile.h"
#include "engine/summaries/Summarise.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace mapitidy;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::string textOf(const ProjectFileWriter &Writer) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  Writer.write(Out);
  return Text;
}

/// \returns a project file with the functions and their summaries.
ProjectFile projectOf(
    std::initializer_list<std::pair<const char *, const char *>> Functions) {
  ProjectFileWriter Writer;
  for (const auto &[Name, Outcomes] : Functions)
    Writer.addText(Name, std::string("calls:\n  - call: ") + Name +
                             "\n    outcomes:\n" + Outcomes);
  return llvm::cantFail(ProjectFile::parse(
      llvm::MemoryBuffer::getMemBufferCopy(textOf(Writer), "test")));
}

/// The summary of a function that only calls \p Other.
std::string invoking(const std::string &Other) {
  return "      - steps:\n"
         "          - {does: invoke, function: " +
         Other +
         "}\n"
         "          - {does: unknown-call, assumed: true}\n";
}

constexpr const char *Releasing =
    "      - steps:\n"
    "          - {does: call, call: 'IUnknown::Release', on: '0'}\n";
constexpr const char *Harmless = "      - {result: any}\n";

std::string written(const LinkedProject &Project) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  Project.write(Out, {});
  return Text;
}

TEST(ProjectFile, IsReadAsItIsWritten) {
  TestNames Places;
  CallEntry Entry;
  Entry.Call = "open()";
  Outcome Way;
  Step Call;
  Call.Does = OperationKind::Invoke;
  Call.Call = "c:@F@other";
  Call.Target = Place::parse("$1:");
  Call.Inside = {7, 9};
  Way.Steps.push_back(Call);
  Step Then;
  Then.Does = OperationKind::UnknownCall;
  Then.Assumed = true;
  Way.Steps.push_back(Then);
  Entry.Outcomes.push_back(Way);
  Entry.Summarised = true;

  ProjectFileWriter Writer;
  Writer.ask("c:@F@other");
  Writer.addSource("/p/a file.cpp");
  Writer.add("c:@F@open", Entry, Places);
  Writer.add("c:@F@close", Entry, Places);

  const ProjectFile Read = llvm::cantFail(
      ProjectFile::parse(llvm::MemoryBuffer::getMemBufferCopy(textOf(Writer))));
  EXPECT_THAT(Read.asked(), ElementsAre("c:@F@other"));
  EXPECT_THAT(Read.sources(), ElementsAre("/p/a file.cpp"));
  EXPECT_THAT(Read.functions(), ElementsAre("c:@F@open", "c:@F@close"));
  EXPECT_EQ(llvm::cantFail(Read.summaryOf("c:@F@none", &Places)), nullptr);
  const std::unique_ptr<CallEntry> Again =
      llvm::cantFail(Read.summaryOf("c:@F@close", &Places));
  ASSERT_EQ(Again->Outcomes.size(), 1u);
  ASSERT_EQ(Again->Outcomes[0].Steps.size(), 2u);
  EXPECT_EQ(Again->Outcomes[0].Steps[0].Call, "c:@F@other");
  EXPECT_THAT(Again->Outcomes[0].Steps[0].Inside, ElementsAre(7u, 9u));
  EXPECT_TRUE(Again->Outcomes[0].Steps[1].Assumed);
}

TEST(ProjectFile, OfAnotherVersionOrDamagedIsAnError) {
  auto Problem = [](llvm::StringRef Text) {
    llvm::Expected<ProjectFile> Read =
        ProjectFile::parse(llvm::MemoryBuffer::getMemBufferCopy(Text, "old"));
    EXPECT_FALSE(bool(Read));
    return llvm::toString(Read.takeError());
  };
  EXPECT_THAT(Problem(""), HasSubstr("'old' is not a project file"));
  EXPECT_THAT(Problem("# mapi-tidy project 0\n"),
              HasSubstr("'old' is not a project file"));
  EXPECT_THAT(Problem("# mapi-tidy project 2 0\n"),
              HasSubstr("'old' is damaged"));
  ProjectFileWriter Writer;
  Writer.ask("c:@F@other");
  Writer.addText("c:@F@own", "calls:\n");
  const std::string Whole = textOf(Writer);
  // Wherever it is damaged, it is an error, and nothing worse.
  for (size_t I = 0; I < Whole.size(); ++I) {
    std::string Changed = Whole;
    Changed[I] ^= 1;
    Problem(Changed);
    Problem(Whole.substr(0, I));
  }
  // A summary is read when somebody asks for it.
  const ProjectFile Project = projectOf({{"f", "      - {result: 3-or}\n"}});
  llvm::Expected<std::unique_ptr<CallEntry>> Summary =
      Project.summaryOf("f", nullptr);
  EXPECT_FALSE(bool(Summary));
  llvm::consumeError(Summary.takeError());
}

TEST(LinkedProject, KeepsWhatSaysSomething) {
  std::vector<ProjectFile> Captures;
  Captures.push_back(projectOf({{"release", Releasing},
                                {"harmless", Harmless},
                                {"outer", invoking("middle").c_str()},
                                {"idle", invoking("nobody").c_str()}}));
  Captures.push_back(projectOf({{"middle", invoking("release").c_str()}}));
  const LinkedProject Linked = LinkedProject::of(std::move(Captures));
  const std::string Text = written(Linked);
  for (const char *Name : {"release", "harmless", "outer", "middle"})
    EXPECT_THAT(Text, HasSubstr(std::string("--- # ") + Name + "\n"));
  EXPECT_THAT(Text, testing::Not(HasSubstr("idle")));
}

TEST(LinkedProject, KnowsNoFunctionThatIsTwo) {
  std::vector<ProjectFile> Captures;
  Captures.push_back(projectOf({{"close", Releasing}, {"same", Harmless}}));
  Captures.push_back(projectOf({{"close", Harmless}, {"same", Harmless}}));
  const LinkedProject Linked = LinkedProject::of(std::move(Captures));
  EXPECT_THAT(Linked.clashes(), ElementsAre("close"));
  EXPECT_EQ(Linked.size(), 1u);
}

TEST(LinkedProject, KeyChangesWithWhatIsCalledOnTheWay) {
  auto KeyWith = [](const char *Last) {
    std::vector<ProjectFile> Captures;
    Captures.push_back(projectOf({{"outer", invoking("inner").c_str()},
                                  {"inner", Last},
                                  {"other", Releasing}}));
    const LinkedProject Linked = LinkedProject::of(std::move(Captures));
    EXPECT_EQ(Linked.keyFor({"nobody"}), 0u);
    return Linked.keyFor({"outer"});
  };
  EXPECT_NE(KeyWith(Releasing), 0u);
  EXPECT_EQ(KeyWith(Releasing), KeyWith(Releasing));
  EXPECT_NE(KeyWith(Releasing), KeyWith(Harmless));
}

TEST(LinkedProject, LeavesOutWhatCannotBeRead) {
  std::vector<ProjectFile> Captures;
  Captures.push_back(
      projectOf({{"bad", "      - {result: 3-or}\n"}, {"good", Releasing}}));
  const LinkedProject Linked = LinkedProject::of(std::move(Captures));
  ASSERT_EQ(Linked.problems().size(), 1u);
  EXPECT_THAT(Linked.problems()[0], HasSubstr("joined by '-or-'"));
  EXPECT_EQ(Linked.size(), 1u);
}

TEST(PrintedFindings, BeginWithAPlace) {
  EXPECT_TRUE(beginsFinding("/p/a.cpp:3:14: warning: lost [mapi-x]"));
  EXPECT_TRUE(beginsFinding("C:\\p\\a.cpp:3:14: error: lost [mapi-x]"));
  EXPECT_FALSE(beginsFinding("/p/a.cpp:3:14: note: acquired here"));
  EXPECT_FALSE(beginsFinding("    3 | call(); // 1:2: warning: no"));
  EXPECT_FALSE(beginsFinding("warning: nothing"));
}

TEST(PrintedFindings, AreSaidOnce) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  BaselineRun NoBaseline = llvm::cantFail(BaselineRun::begin({}));
  PrintedFindings Printed(Out, NoBaseline);
  Printed.add("in front\na.h:1:2: warning: one\nnote of one\n", {});
  Printed.add("a.h:1:2: warning: one\nnote of one\n"
              "b.cpp:1:2: error: two\nnote of two",
              {});
  EXPECT_EQ(Text, "a.h:1:2: warning: one\nnote of one\n"
                  "b.cpp:1:2: error: two\nnote of two\n");
  EXPECT_EQ(Printed.count(), 2u);
  EXPECT_TRUE(Printed.hasErrors());
}

TEST(PrintedFindings, KnowTheirRecords) {
  FindingRecord One{"mapi-x", 1, "/p/a.h", 1, 2, 0, "lost, if it is", "id-1"};
  FindingRecord Two = One; // another check at the same place
  Two.Check = "mapi-y";
  Two.Identity = "id-2";
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  BaselineOptions Writes;
  Writes.WrittenFile = "unused";
  BaselineRun All = llvm::cantFail(BaselineRun::begin(Writes));
  PrintedFindings Printed(Out, All);
  Printed.add("/p/a.h:1:2: error: lost, if it is [mapi-y,-warnings-as-errors]\n"
              "/p/a.h:1:2: warning: lost, if it is [misc-other]\n",
              {One, Two});
  EXPECT_EQ(Text, "/p/a.h:1:2: warning: lost, if it is [misc-other]\n");
  const std::vector<FindingRecord> Records = Printed.takeRecords();
  ASSERT_EQ(Records.size(), 1u);
  EXPECT_EQ(Records[0].Identity, "id-2");
  EXPECT_TRUE(Records[0].IsKnown);
  EXPECT_FALSE(Printed.hasErrors());
}

} // namespace
