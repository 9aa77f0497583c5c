//===- SummaryTest.cpp - Tests of summaries -------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/CatalogueYaml.h"
#include "engine/summaries/Summarise.h"
#include "engine/summaries/TraceTable.h"
#include "gtest/gtest.h"

using namespace mapitidy;

namespace {

TEST(Place, IsReadAsItIsWritten) {
  for (const char *Text :
       {"this", "result", "0", "1.*", "this.m_ctx.pSession", "0.*.store",
        "::client::session", "$2:copy.raw", "$3@guard.raw"}) {
    Place At = Place::parse(Text);
    EXPECT_TRUE(At.isKnown()) << Text;
    EXPECT_EQ(At.str(), Text);
  }
  EXPECT_FALSE(Place::parse("that.m_session").isKnown());
  EXPECT_FALSE(Place::parse("").isKnown());
}

TEST(Summary, StepsAreReadAsTheyAreWritten) {
  constexpr const char *Yaml = R"(calls:
  - call: close
    outcomes:
      - result: zero-or-positive
        steps:
          - {does: if, what: 0.store, is: "!= 0", then: [
              {does: call, call: "IUnknown::Release", "on": 0.store}]}
          - {does: set, what: 0.store, to: 0}
      - {result: negative, throws: true}
  - {call: never, never-returns: true}
)";
  Catalogue Entries = Catalogue::builtIn();
  ASSERT_FALSE(bool(Entries.add(llvm::MemoryBufferRef(Yaml, "own.yaml"))));
  const CallEntry *Close = Entries.findFunction("close");
  ASSERT_NE(Close, nullptr);
  ASSERT_EQ(Close->Outcomes.size(), 2u);
  const Step &Test = Close->Outcomes[0].Steps[0];
  EXPECT_EQ(Test.Is, Step::Kind::If);
  ASSERT_EQ(Test.Then.size(), 1u);
  EXPECT_EQ(Test.Then[0].Entry, Entries.findMethod("IUnknown", "Release"));
  EXPECT_TRUE(Close->Outcomes[1].Throws);
  EXPECT_TRUE(Entries.findFunction("never")->Summarised);

  CatalogueFile File;
  File.Calls.push_back(*Close);
  std::string Written = writeCatalogueFile(File);
  auto Again = readCatalogueFile(llvm::MemoryBufferRef(Written, "again.yaml"));
  ASSERT_TRUE(bool(Again)) << llvm::toString(Again.takeError());
  EXPECT_EQ(keyOf(Again->Calls[0].Outcomes[0].Steps),
            keyOf(Close->Outcomes[0].Steps));
  EXPECT_EQ(Again->Calls[0].Outcomes[0].Result.Signs,
            Value::Zero | Value::Positive);
}

TEST(Summary, AStepMustNameAnEntry) {
  Catalogue Entries = Catalogue::builtIn();
  std::string Message = llvm::toString(Entries.add(llvm::MemoryBufferRef(
      "calls:\n  - call: f\n    outcomes:\n      - steps:\n"
      "          - {does: call, call: NoSuchCall}\n",
      "own.yaml")));
  EXPECT_EQ(Message,
            "own.yaml:5:32: no entry is named 'NoSuchCall', but a step calls "
            "it");
}

/// Builds the flow graph of a function by hand.
class SummariseTest : public ::testing::Test {
protected:
  SummariseTest() : Entries(Catalogue::builtIn()) { Graph.Blocks.resize(1); }

  PathId parameter(unsigned Index, const char *Interface) {
    AccessPath Path;
    Path.Name = "p" + std::to_string(Index);
    Path.Where = Storage::Parameter;
    Path.Interface = Interface;
    Path.Pointer = true;
    Path.Root.From = Place::Root::Parameter;
    Path.Root.Index = Index;
    return Graph.Paths.push_back(Path);
  }
  BlockId block() {
    Graph.Blocks.emplace_back();
    return Graph.Blocks.size() - 1;
  }
  void edge(BlockId From, BlockId To, Condition When = {}) {
    Edge &Out = Graph.Blocks[From].Edges.emplace_back();
    Out.To = To;
    Out.When = When;
  }
  void release(BlockId In, PathId What) {
    Operation &Op = Graph.Blocks[In].Operations.emplace_back();
    Op.Kind = OperationKind::Call;
    Op.Entry = Entries.findMethod("IUnknown", "Release");
    Op.Receiver = {ArgumentMode::ByValue, What, 0};
    Op.Index = Graph.OperationCount++;
  }
  /// if (What) What->Release(); \returns the block behind it.
  BlockId releaseIfThere(BlockId From, PathId What) {
    Condition Null{What, {Comparison::Operator::Equal, 0, false}};
    BlockId Then = block(), Join = block();
    edge(From, Then, Null.negated());
    edge(From, Join, Null);
    release(Then, What);
    edge(Then, Join);
    return Join;
  }

  Catalogue Entries;
  FlowGraph Graph;
};

TEST_F(SummariseTest, TenConditionalReleasesAreOneWay) {
  BlockId Last = 0;
  for (unsigned I = 0; I < 10; ++I)
    Last = releaseIfThere(Last, parameter(I, "IMsgStore"));
  Graph.Exit = block();
  edge(Last, Graph.Exit);
  auto Outcomes = summarise(Graph, Budget());
  ASSERT_TRUE(Outcomes.has_value());
  ASSERT_EQ(Outcomes->size(), 1u);
  const std::vector<Step> &Steps = Outcomes->front().Steps;
  ASSERT_EQ(Steps.size(), 10u);
  for (const Step &Each : Steps) {
    EXPECT_EQ(Each.Is, Step::Kind::If);
    EXPECT_EQ(Each.Then.size() + Each.Else.size(), 1u);
  }
}

TEST_F(SummariseTest, ALoopThatReleasesIsTooMuch) {
  PathId Object = parameter(0, "IMsgStore");
  BlockId Body = block();
  Graph.Exit = block();
  edge(0, Body);
  release(Body, Object);
  edge(Body, Body);
  edge(Body, Graph.Exit);
  EXPECT_FALSE(summarise(Graph, Budget()).has_value());
}

TEST_F(SummariseTest, WhatNobodySeesIsLeftOut) {
  AccessPath Own;
  Own.Name = "own";
  Own.Pointer = true;
  release(0, Graph.Paths.push_back(Own));
  Graph.Exit = block();
  edge(0, Graph.Exit);
  auto Outcomes = summarise(Graph, Budget());
  ASSERT_TRUE(Outcomes.has_value());
  ASSERT_EQ(Outcomes->size(), 1u);
  EXPECT_TRUE(Outcomes->front().Steps.empty());
}

TEST(TraceTable, EqualListsAreOneNumber) {
  Step First, Second;
  First.Target = Place::parse("0");
  Second.Target = Place::parse("1");
  TraceTable Traces;
  TraceNumber A = Traces.append(TraceTable::Empty, First);
  EXPECT_EQ(A, Traces.append(TraceTable::Empty, First));
  TraceNumber B = Traces.append(A, Second);
  TraceNumber C = Traces.append(A, First);
  EXPECT_NE(B, C);
  EXPECT_EQ(Traces.commonBeginning(B, C), A);
  EXPECT_EQ(Traces.behind(A, B).size(), 1u);
  EXPECT_EQ(Traces.count(C, First), 2u);
}

// Negative, and -1, are two things.
TEST(TraceTable, KnowledgeIsPartOfTheKey) {
  Step Negative, MinusOne;
  Negative.Constant = Value::ofSigns(Value::Negative);
  MinusOne.Constant = Value::ofConstant(-1);
  EXPECT_NE(keyOf(Negative), keyOf(MinusOne));
}

TEST(TraceTable, ASetBehindACallThatWritesIsNews) {
  Step Set, Call;
  Set.Does = OperationKind::Set;
  Set.Target = Place::parse("0");
  Call.Does = OperationKind::Call;
  PlaceArgument Into;
  Into.How = ArgumentMode::ByAddress;
  Into.At = Set.Target;
  Call.Arguments.push_back(Into);
  TraceTable Traces;
  TraceNumber Once = Traces.append(TraceTable::Empty, Set);
  EXPECT_TRUE(Traces.endsWith(Once, Set));
  EXPECT_FALSE(Traces.endsWith(Traces.append(Once, Call), Set));
}

} // namespace
