//===- EngineTest.cpp - Tests of the engine -------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/FunctionAnalysis.h"
#include "engine/core/Relations.h"
#include "gtest/gtest.h"

using namespace mapitidy;

namespace {

/// Builds flow graphs by hand: the engine needs no Clang.
class EngineTest : public ::testing::Test {
protected:
  EngineTest() : Entries(Catalogue::builtIn()) {
    Graph.Blocks.resize(6);
    Graph.Exit = 5;
    Graph.ClosingBrace = 1000;
    Session = path("session", Storage::Parameter, "IMAPISession");
    Store = path("store", Storage::Local, "IMsgStore");
    Status = path("hr", Storage::Local, "");
    Graph.Paths[Status].Status = true;
  }

  PathId path(const char *Name, Storage Where, const char *Interface) {
    AccessPath Path;
    Path.Name = Name;
    Path.Where = Where;
    Path.Interface = Interface;
    Path.Pointer = *Interface != 0;
    return Graph.Paths.push_back(Path);
  }

  Operation &add(BlockId In, OperationKind Kind, SourcePlace Place) {
    Operation &Op = Graph.Blocks[In].Operations.emplace_back();
    Op.Kind = Kind;
    Op.Place = Place;
    Op.Index = Graph.OperationCount++;
    return Op;
  }

  Operation &call(BlockId In, SourcePlace Place, const char *Interface,
                  const char *Method, PathId Receiver) {
    Operation &Op = add(In, OperationKind::Call, Place);
    Op.Entry = Entries.findMethod(Interface, Method);
    Op.Receiver = {Argument::Mode::ByValue, Receiver, 0};
    Op.Target = path("", Storage::Temporary, "");
    return Op;
  }

  /// hr = session->OpenMsgStore(..., &store);
  void openStore(BlockId In, SourcePlace Place) {
    Operation &Open = call(In, Place, "IMAPISession", "OpenMsgStore", Session);
    Open.Arguments.resize(6);
    Open.Arguments[5] = {Argument::Mode::ByAddress, Store, 0};
    PathId Result = Open.Target;
    Operation &Copy = add(In, OperationKind::Copy, Place);
    Copy.Target = Status;
    Copy.Source = Result;
  }

  void edge(BlockId From, BlockId To, Condition When = {}) {
    Edge &Out = Graph.Blocks[From].Edges.emplace_back();
    Out.To = To;
    Out.When = When;
  }

  std::vector<Finding> findings() {
    return analyse(Graph, Entries, Budget()).Findings;
  }

  Condition failed() const { return {Status, {Comparison::Operator::Less, 0}}; }

  Catalogue Entries;
  FlowGraph Graph;
  PathId Session, Store, Status;
};

TEST_F(EngineTest, BranchOnTheStatusDecides) {
  openStore(0, 10);
  edge(0, 1, failed());
  edge(0, 2, failed().negated());
  edge(1, 3);
  call(2, 20, "IUnknown", "Release", Store);
  edge(2, 3);
  call(3, 30, "IMAPISession", "Logoff", Session);
  edge(3, 5);
  EXPECT_TRUE(findings().empty());
}

TEST_F(EngineTest, ObjectLiveOnOneBranch) {
  openStore(0, 10);
  edge(0, 1, failed());
  edge(0, 2, failed().negated());
  call(1, 20, "IUnknown", "Release", Store);
  edge(1, 3);
  edge(2, 3);
  call(3, 30, "IMAPISession", "Logoff", Session);
  edge(3, 5);
  std::vector<Finding> Found = findings();
  ASSERT_EQ(Found.size(), 1u);
  EXPECT_EQ(Found[0].Broken, Rule::LiveAtLogoff);
  EXPECT_EQ(Found[0].Place, 30u);
  ASSERT_FALSE(Found[0].Notes.empty());
  EXPECT_EQ(Found[0].Notes[0].Place, 10u);
}

/// A store that only its variable knows is lost where the function ends.
TEST_F(EngineTest, ObjectOfAVariableIsLost) {
  openStore(0, 10);
  add(0, OperationKind::EndOfLife, 20).Target = Store;
  edge(0, 5);
  ASSERT_EQ(findings().size(), 1u);
  EXPECT_EQ(findings()[0].Broken, Rule::InterfaceLost);
}

/// What a temporary object leads to belongs to somebody else.
TEST_F(EngineTest, ObjectBehindATemporaryIsNotFollowed) {
  const PathId Proxy = path("", Storage::Temporary, "");
  Store = path("*", Storage::Temporary, "IMsgStore");
  Graph.Paths[Store].Base = Proxy;
  Graph.Paths[Store].Field = Place::Dereference;
  openStore(0, 10);
  add(0, OperationKind::EndOfLife, 20).Target = Proxy;
  edge(0, 5);
  EXPECT_TRUE(findings().empty());
}

TEST_F(EngineTest, LoopsEnd) {
  openStore(0, 10);
  edge(0, 1);
  edge(1, 0);
  edge(1, 2);
  call(2, 30, "IMAPISession", "Logoff", Session);
  edge(2, 5);
  ASSERT_EQ(findings().size(), 1u);
}

TEST_F(EngineTest, BudgetsAreKept) {
  openStore(0, 10);
  edge(0, 5);
  Budget Small;
  Small.MaxStates = 1;
  EXPECT_FALSE(analyse(Graph, Entries, Small).Complete);
  Small = Budget();
  Small.MaxBlocks = 2;
  EXPECT_FALSE(analyse(Graph, Entries, Small).Complete);
}

TEST(Condition, RefinesSigns) {
  Comparison Failed{Comparison::Operator::Less, 0};
  EXPECT_EQ(Failed.refine(Value()).Signs, Value::Negative);
  EXPECT_EQ(Failed.negated().refine(Value()).Signs,
            Value::Zero | Value::Positive);
  EXPECT_EQ(Failed.refine(Value::ofConstant(0)).Signs, 0);
}

TEST(Condition, RefinesConstants) {
  Comparison IsThree{Comparison::Operator::Equal, 3};
  EXPECT_EQ(IsThree.refine(Value()).exact(), 3);
  EXPECT_EQ(IsThree.refine(Value::ofConstant(4)).Signs, 0);
  EXPECT_EQ(IsThree.negated().refine(Value::ofConstant(3)).Signs, 0);
  EXPECT_EQ(IsThree.negated().refine(Value()).Signs, Value::Anything);
  Comparison IsOk{Comparison::Operator::Equal, 0};
  EXPECT_EQ(IsOk.negated().refine(Value()).Signs,
            Value::Negative | Value::Positive);
}

TEST(Condition, RefinesByOrder) {
  Comparison BelowTwo{Comparison::Operator::Less, 2};
  EXPECT_EQ(BelowTwo.refine(Value::ofConstant(2)).Signs, 0);
  EXPECT_EQ(BelowTwo.refine(Value::ofConstant(1)).exact(), 1);
  EXPECT_EQ(BelowTwo.refine(Value()).Signs, Value::Anything);
  EXPECT_EQ(BelowTwo.negated().refine(Value()).Signs, Value::Positive);
  Comparison BelowOne{Comparison::Operator::Less, 1};
  EXPECT_EQ(BelowOne.refine(Value()).Signs, Value::Negative | Value::Zero);
}

TEST(Values, AreCountedWhileFew) {
  Value Few = Value::ofConstant(2).join(Value::ofConstant(1));
  EXPECT_EQ(Few.key(), "4,1,2");
  EXPECT_EQ((Comparison{Comparison::Operator::Equal, 3}.refine(Few).Signs), 0);
  EXPECT_EQ((Comparison{Comparison::Operator::Less, 2}.refine(Few).exact()), 1);
  for (int64_t Each = 3; Each <= 16; ++Each)
    Few = Few.join(Value::ofConstant(Each));
  EXPECT_TRUE(Few.isCounted());
  Few = Few.join(Value::ofConstant(17));
  EXPECT_FALSE(Few.isCounted());
  EXPECT_EQ(Few.Signs, Value::Positive);
}

TEST(Values, AreCalculated) {
  const Value Few = Value::ofConstant(1).join(Value::ofConstant(2));
  const Value AnyBit = Value::ofSigns(Value::Zero | Value::Positive);
  auto After = [](const Value &Before, Arithmetic With, int64_t Constant) {
    return Before.after(Calculation{With, Constant});
  };
  EXPECT_EQ(After(Few, Arithmetic::Or, 4).key(), "4,5,6");
  EXPECT_EQ(After(Few, Arithmetic::And, 2).key(), "6,0,2");
  EXPECT_EQ(After(Few, Arithmetic::Xor, 1).key(), "6,0,3");
  EXPECT_EQ(After(Few, Arithmetic::Multiply, -1).key(), "1,-2,-1");
  EXPECT_EQ(After(Few, Arithmetic::ShiftLeft, 0).key(), "4,1,2");
  EXPECT_EQ(After(Few, Arithmetic::ShiftLeft, 1),
            Value::ofSigns(Value::Positive));
  EXPECT_EQ(After(Few, Arithmetic::ShiftRight, 1).key(), "6,0,1");
  EXPECT_EQ(After(Few, Arithmetic::Remainder, 2).key(), "6,0,1");
  EXPECT_EQ(After(Few, Arithmetic::Divide, 2).key(), "6,0,1");
  EXPECT_EQ(After(Value(), Arithmetic::And, 1), AnyBit);
  EXPECT_TRUE(After(Few, Arithmetic::Divide, 0).Signs & Value::Zero);
  // 1 - x
  const Calculation Opposite[] = {{Arithmetic::Multiply, -1},
                                  {Arithmetic::Add, 1}};
  EXPECT_EQ(Few.after(Opposite).key(), "3,-1,0");
  EXPECT_EQ(After(Value::ofSigns(0), Arithmetic::Add, 1).Signs, 0);
}

TEST(Values, AreSubtracted) {
  const Value None = Value::ofConstant(0), Five = Value::ofConstant(5),
              Some = Value::ofSigns(Value::Positive);
  EXPECT_EQ(None.minus(Five).exact(), -5);
  EXPECT_EQ(Five.minus(Five).exact(), 0);
  EXPECT_EQ(None.minus(Some), Value::ofSigns(Value::Negative));
  EXPECT_EQ(Some.minus(None), Value::ofSigns(Value::Positive));
  EXPECT_TRUE(Some.minus(Some).isAnything());
  EXPECT_TRUE(Value().minus(Some).isAnything());
  EXPECT_EQ(Value::ofSigns(Value::Zero | Value::Positive).minus(None),
            Value::ofSigns(Value::Zero | Value::Positive));
  EXPECT_EQ(Some.minus(Value::ofSigns(0)).Signs, 0);
}

TEST(Values, AreCountedUpToZero) {
  const Value Below = Value::ofSigns(Value::Negative);
  EXPECT_EQ(Below.after(Calculation{Arithmetic::Add, 1}),
            Value::ofSigns(Value::Negative | Value::Zero));
  EXPECT_TRUE(Below.after(Calculation{Arithmetic::Add, 2}).isAnything());
  EXPECT_EQ(
      Value::ofSigns(Value::Positive).after(Calculation{Arithmetic::Add, -1}),
      Value::ofSigns(Value::Zero | Value::Positive));
}

TEST(Values, GrowNoFurtherThanALoopShouldCount) {
  const Value Three = Value::ofConstant(3);
  EXPECT_EQ(Value::ofConstant(2).after(Calculation{Arithmetic::Add, 1}), Three);
  EXPECT_EQ(Three.after(Calculation{Arithmetic::Add, 1}),
            Value::ofSigns(Value::Positive));
  EXPECT_EQ(
      Value::ofConstant(9).after(Calculation{Arithmetic::Add, -1}).exact(), 8);
  // Bits are set once.
  EXPECT_EQ(
      Value::ofConstant(64).after(Calculation{Arithmetic::Or, 128}).exact(),
      192);
}

TEST(Values, Meet) {
  Value Few = Value::ofConstant(-1).join(Value::ofConstant(1));
  EXPECT_EQ(Few.meet(Value::ofSigns(Value::Positive)).exact(), 1);
  EXPECT_EQ(Value().meet(Few), Few);
  EXPECT_EQ(Few.meet(Value::ofConstant(0)).Signs, 0);
}

/// `own = !given` in block 0, `if (given)` in block 1.
class RelationsTest : public EngineTest {
protected:
  RelationsTest() {
    Given = path("given", Storage::Parameter, "IMsgStore");
    Own = path("own", Storage::Local, "");
    Operation &Test = add(0, OperationKind::Test, 10);
    Test.Target = Own;
    Test.Tested = {Given, IsNull};
    edge(0, 1);
    edge(1, 2, {Given, IsNull});
    edge(1, 3, {Given, IsNull.negated()});
    edge(2, 4, {Own, IsNull});
    edge(2, 5);
    edge(3, 5);
    edge(4, 5);
  }

  /// What is known of `own` once `given` is null in block 1.
  Value ownIfNull() {
    PathState State;
    State.setFact(Given, Value::ofConstant(0));
    FactLiveness Liveness(Graph);
    EXPECT_TRUE(Relations(Graph, Liveness, Writes(Graph)).propagate(1, State));
    return State.fact(Own);
  }

  const Comparison IsNull{Comparison::Operator::Equal, 0};
  PathId Given, Own;
};

TEST_F(RelationsTest, TellTheAnswer) { EXPECT_EQ(ownIfNull().exact(), 1); }

TEST_F(RelationsTest, EndWithAWrite) {
  add(1, OperationKind::Forget, 20).Target = Given;
  EXPECT_TRUE(ownIfNull().isAnything());
}

TEST_F(RelationsTest, HoldOnAllWaysOnly) {
  add(3, OperationKind::Forget, 20).Target = Own;
  edge(3, 1);
  EXPECT_TRUE(ownIfNull().isAnything());
}

TEST_F(RelationsTest, ContradictThemselves) {
  PathState State;
  State.setFact(Given, Value::ofConstant(0));
  State.setFact(Own, Value::ofConstant(0));
  FactLiveness Liveness(Graph);
  EXPECT_FALSE(Relations(Graph, Liveness, Writes(Graph)).propagate(1, State));
}

/// `store = null; hr = OpenMsgStore(&store);` in block 0, `if (hr)` in block 1.
class OutcomeTest : public EngineTest {
protected:
  /// What is known of `store` once `hr` is a failure in block 1.
  Value storeIfFailed() {
    const Comparison Failed{Comparison::Operator::Less, 0};
    edge(0, 1);
    edge(1, 2, {Status, Failed});
    edge(1, 3, {Status, Failed.negated()});
    edge(2, 5);
    edge(3, 5);
    PathState State;
    State.setFact(Status, Value::ofSigns(Value::Negative));
    FactLiveness Liveness(Graph);
    EXPECT_TRUE(Relations(Graph, Liveness, Writes(Graph)).propagate(1, State));
    return State.fact(Store);
  }
};

TEST_F(OutcomeTest, OfAFailureIsWhatWasBefore) {
  Operation &Null = add(0, OperationKind::Set, 10);
  Null.Target = Store;
  Null.Constant = Value::ofConstant(0);
  openStore(0, 20);
  EXPECT_EQ(storeIfFailed().exact(), 0);
}

TEST_F(OutcomeTest, IsOpenIfNothingWasKnownBefore) {
  openStore(0, 20);
  EXPECT_TRUE(storeIfFailed().isAnything());
}

TEST(PathState, JoinsFacts) {
  PathState A, B;
  A.setFact(PathId(1), Value::ofConstant(0));
  A.setFact(PathId(2), Value::ofConstant(7));
  B.setFact(PathId(1), Value::ofConstant(5));
  EXPECT_TRUE(A.joinFacts(B));
  EXPECT_EQ(A.fact(PathId(1)).Signs, Value::Zero | Value::Positive);
  EXPECT_EQ(A.fact(PathId(1)).numbers(), llvm::ArrayRef<int64_t>({0, 5}));
  EXPECT_TRUE(A.fact(PathId(2)).isAnything());
  EXPECT_FALSE(A.joinFacts(B));
}

} // namespace
