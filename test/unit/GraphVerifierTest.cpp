//===- GraphVerifierTest.cpp - Each invariant, broken ---------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/GraphVerifier.h"
#include "TestNames.h"
#include "model/GraphText.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <functional>

using namespace llvm;
using namespace mapitidy;
using testing::HasSubstr;

namespace {

class GraphVerifier : public testing::Test {
protected:
  GraphVerifier() {
    TestNames Names;
    Graph = cantFail(parseGraph(
        R"text(function "f" entry b0 exit b1 operations 4 parameters (%p)
  %p = parameter, pointer
  %m = outside, member "m" of %p, pointer
  %n = temporary, number, reads (%p), calculated "and 1"
b0:
  #0 %m = copy %p
  #1 %n = test %p == 0
  #2 %n = combine or 1
  #3 %n = call "MAPIUninitialize" ()
  -> b1 when %n == 0
b1:
)text",
        Names));
  }

  Operation &copy() { return Graph.Blocks[0].Operations[0]; }
  Operation &test() { return Graph.Blocks[0].Operations[1]; }
  Operation &combine() { return Graph.Blocks[0].Operations[2]; }
  Operation &call() { return Graph.Blocks[0].Operations[3]; }
  Edge &edge() { return Graph.Blocks[0].Edges[0]; }

  /// What the verifier says of the graph.
  std::string problem() { return toString(verify(Graph)); }

  FlowGraph Graph;
  const PathId Nowhere = PathId(99);
};

} // namespace

TEST_F(GraphVerifier, AcceptsWhatIsRight) { EXPECT_EQ(problem(), ""); }

TEST_F(GraphVerifier, PathsComeBeforeTheirMembers) {
  Graph.Paths[PathId(0)].Base = PathId(1);
  EXPECT_THAT(problem(), HasSubstr("comes before what it is a member of"));
}

TEST_F(GraphVerifier, PathsReadPaths) {
  Graph.Paths[PathId(2)].Reads = {Nowhere};
  EXPECT_THAT(problem(), HasSubstr("computed from one that is none"));
}

TEST_F(GraphVerifier, CalculationsAreOfAPath) {
  Graph.Paths[PathId(2)].Reads.clear();
  EXPECT_THAT(problem(), HasSubstr("a number is calculated from one other"));
}

TEST_F(GraphVerifier, OperationsHaveTheirPaths) {
  copy().Target = NoPath;
  EXPECT_THAT(problem(), HasSubstr("has no target"));
  copy().Target = Nowhere;
  EXPECT_THAT(problem(), HasSubstr("has no target"));
  copy().Target = PathId(1);
  copy().Source = NoPath;
  EXPECT_THAT(problem(), HasSubstr("has no source"));
}

TEST_F(GraphVerifier, OperationsHaveNumbersOfTheirOwn) {
  copy().Index = 4;
  EXPECT_THAT(problem(), HasSubstr("is not counted"));
  copy().Index = 1;
  EXPECT_THAT(problem(), HasSubstr("two operations have one number"));
}

TEST_F(GraphVerifier, OperationsAreNotTooMany) {
  Graph.OperationCount = ~0U;
  EXPECT_THAT(problem(), HasSubstr("too many operations"));
}

TEST_F(GraphVerifier, OperationsHaveTheirOperands) {
  test().Tested = {};
  EXPECT_THAT(problem(), HasSubstr("nothing is tested"));
  test().Tested.Path = Nowhere;
  EXPECT_THAT(problem(), HasSubstr("nothing is tested"));
  test().Tested.Path = PathId(0);
  combine().Constant = Value();
  EXPECT_THAT(problem(), HasSubstr("nothing is combined"));
  combine().Constant = Value::ofConstant(1);
  call().Entry = nullptr;
  EXPECT_THAT(problem(), HasSubstr("nothing is called"));
}

TEST_F(GraphVerifier, ArgumentsArePaths) {
  call().Arguments.push_back({ArgumentMode::ByValue, NoPath, 0});
  EXPECT_THAT(problem(), HasSubstr("an argument is no path"));
  call().Arguments[0] = {ArgumentMode::Other, NoPath, 0, Nowhere};
  EXPECT_THAT(problem(), HasSubstr("an argument is no path"));
  call().Arguments.clear();
  call().Receiver = {ArgumentMode::ByAddress, Nowhere, 0};
  EXPECT_THAT(problem(), HasSubstr("an argument is no path"));
  call().Receiver = {};
  call().Asks = {NoPath};
  EXPECT_THAT(problem(), HasSubstr("asks for a path that is none"));
}

TEST_F(GraphVerifier, EdgesLeadSomewhere) {
  edge().To = 2;
  EXPECT_THAT(problem(), HasSubstr("leads nowhere"));
}

TEST_F(GraphVerifier, EdgesTestPaths) {
  edge().When.Path = Nowhere;
  EXPECT_THAT(problem(), HasSubstr("tests a path that is none"));
  edge().When = {};
  edge().OneOf = {1};
  EXPECT_THAT(problem(), HasSubstr("values of nothing"));
  edge().OneOf.clear();
  edge().Pointers = PointerComparison{PathId(0), NoPath, true};
  EXPECT_THAT(problem(), HasSubstr("compared with none"));
}

TEST_F(GraphVerifier, TheGraphHasItsEnds) {
  Graph.Exit = 2;
  EXPECT_THAT(problem(), HasSubstr("no entry or exit"));
  Graph.Exit = 1;
  Graph.Result = Nowhere;
  EXPECT_THAT(problem(), HasSubstr("the result is no path"));
  Graph.Result = NoPath;
  Graph.Parameters = {NoPath};
  EXPECT_THAT(problem(), HasSubstr("a parameter is no path"));
}
