//===- GraphTextTest.cpp - Flow graphs as text ----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/GraphText.h"
#include "TestNames.h"
#include "model/GraphVerifier.h"
#include "model/TextForms.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace mapitidy;
using testing::HasSubstr;

static std::string printed(const FlowGraph &Graph) {
  TestNames Names;
  std::string Text;
  raw_string_ostream Out(Text);
  print(Graph, Names, Out);
  return Text;
}

static std::string problemOf(StringRef Text) {
  TestNames Names;
  Expected<FlowGraph> Graph = parseGraph(Text, Names);
  return Graph ? "" : toString(Graph.takeError());
}

/// All there is in the language.
static const char Everything[] =
    R"text(function "ns::f" entry b0 exit b2 operations 30 result %t3 parameters (%session, %store) implements "IMAPIAdviseSink::OnNotify" returns-status c thread-routine @9
  %session = parameter, as "0", interface "IMAPISession", pointer
  %store = local, interface "IMsgStore", reset "Reset", smart, pointer
  %this->m_db = outside, member "m_db" of %session, shared, pointer
  %t3 = temporary, status, number
  %"flags & 1" = temporary, named "flags & 1", number, unsigned, reads (%t3), calculated "and 1 add -2"
  %store~5 = local, named "store", block "SRowSet", literal "a \"b\" \\ c"
  %"a b" = local, as "^a"
b0: branch "FAILED(hr)" @4
  #0 %t3 = call "IMAPISession::OpenMsgStore" on %session (=0, =-3, _ within %store, &%store, %session, &_) asks (%t3) succeeds implicit @5 >6 >7
  #1 _ = call "MAPIUninitialize" () fails
  #2 %store = copy %store~5 @3
  #3 %store = set -1-or-0
  #4 %store = constrain negative-or-positive
  #5 %store = take-address %t3
  #6 %store = test %t3 < 0 answer not %session
  #7 %store = forget
  #8 %store = combine and 5
  #9 %store = declare
  #10 %store = empty-block
  #11 _ = empty-block
  #12 %store = open
  #13 give-away %store
  #14 add-reference %store
  #15 %store = release implicit
  #16 dereference %store
  #17 %store = end-of-life
  #18 return %t3
  #19 return _
  #20 throw
  #21 leave-process
  #22 unknown-levels
  #23 unknown-call
  -> b1 when %t3 < 0
  -> b2 when %t3 == 0 answer %store one of (1, -2)
  -> b2 when %t3 == 0 none of (1)
  -> b2 pointers %store != %session assuming "it \"fails\"" @8
b1:
  -> b2
b2:
)text";

TEST(GraphText, RoundTrip) {
  TestNames Names;
  Expected<FlowGraph> Graph = parseGraph(Everything, Names);
  ASSERT_TRUE(bool(Graph)) << toString(Graph.takeError());
  EXPECT_EQ(printed(*Graph), Everything);
  EXPECT_FALSE(bool(verify(*Graph)));
}

TEST(GraphText, BlocksStandInAnyOrder) {
  TestNames Names;
  Expected<FlowGraph> Graph =
      parseGraph("function \"f\" entry b1 exit b0 operations 0\n"
                 "b1:\n  -> b0\nb0:\n",
                 Names);
  ASSERT_TRUE(bool(Graph)) << toString(Graph.takeError());
  EXPECT_TRUE(Graph->Blocks[0].Edges.empty());
  EXPECT_EQ(Graph->Blocks[1].Edges.size(), 1U);
}

TEST(GraphText, ReadsAllFields) {
  TestNames Names;
  Expected<FlowGraph> Read = parseGraph(Everything, Names);
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  const FlowGraph &Graph = *Read;
  EXPECT_EQ(Graph.Function, "ns::f");
  EXPECT_EQ(Graph.ClosingBrace, 9U);
  EXPECT_EQ(Graph.Implements->Call, "IMAPIAdviseSink::OnNotify");
  const AccessPath &Session = Graph.Paths[PathId(0)];
  EXPECT_EQ(Session.Root, Place::parse("0"));
  EXPECT_EQ(Session.Interface, "IMAPISession");
  const AccessPath &Member = Graph.Paths[PathId(2)];
  EXPECT_EQ(Member.Base, PathId(0));
  EXPECT_EQ(Member.Field, "m_db");
  EXPECT_EQ(Graph.Paths[PathId(3)].Name, "");
  EXPECT_EQ(textOf(Graph.Paths[PathId(4)].Calculated), "and 1 add -2");
  EXPECT_EQ(Graph.Paths[PathId(5)].Literal, "a \"b\" \\ c");
  EXPECT_EQ(Graph.Paths[PathId(6)].Root.From, Place::Root::Captured);
  const Operation &Open = Graph.Blocks[0].Operations[0];
  EXPECT_EQ(Open.Entry->Call, "IMAPISession::OpenMsgStore");
  EXPECT_EQ(Open.Arguments.size(), 6U);
  EXPECT_EQ(Open.Arguments[2].Within, PathId(1));
  EXPECT_EQ(Open.Ends, Success::Yes);
  EXPECT_EQ(Open.Inside, (CallChain{6, 7}));
  EXPECT_TRUE(Open.Implicit);
  const Edge &Switched = Graph.Blocks[0].Edges[1];
  EXPECT_EQ(Switched.OneOf.size(), 2U);
  EXPECT_EQ(Switched.When.Answer, PathId(1));
  EXPECT_TRUE(Graph.Blocks[0].Edges[2].NoneOf);
  EXPECT_FALSE(Graph.Blocks[0].Edges[3].Pointers->Equal);
  EXPECT_EQ(Graph.Blocks[0].Edges[3].Assumption, "it \"fails\"");
}

TEST(GraphText, SaysWhatIsWrong) {
  const auto WithLine = [](StringRef Last) {
    return problemOf(("function \"f\" entry b0 exit b0 operations 1\n"
                      "  %a = local\n"
                      "b0:\n" +
                      Last)
                         .str());
  };
  EXPECT_EQ(WithLine(""), "");
  EXPECT_EQ(WithLine("  #0 %b = forget"), "4:6: expected a path, not '%b'");
  EXPECT_EQ(WithLine("  #0 %a = forgo"),
            "4:11: expected an operation, not 'forgo'");
  EXPECT_EQ(WithLine("  #0 %a = call \"f\" ()"),
            "4:16: expected a call of the catalogue, not '\"f\"'");
  EXPECT_EQ(WithLine("  #0 forget"),
            "4:6: expected '=' in front of it, not 'forget'");
  EXPECT_EQ(WithLine("  #0 %a = throw"),
            "4:11: expected an operation that has a target, not 'throw'");
  EXPECT_EQ(WithLine("  #0 %a = set"), "4:14: expected a value");
  EXPECT_EQ(WithLine("  #0 %a = forget again"),
            "4:18: expected the end of the line, not 'again'");
  EXPECT_EQ(WithLine("  -> b"), "4:6: expected a block, not 'b'");
  EXPECT_EQ(WithLine("b2:"), "4:1: expected another block, of 2, not 'b2:'");
  EXPECT_THAT(problemOf("function \"f\n"), HasSubstr("a text in quotes"));
}

TEST(GraphText, DamageIsAnError) {
  const StringRef Text = Everything;
  TestNames Names;
  for (size_t Length = 0; Length < Text.size(); ++Length) {
    Expected<FlowGraph> Cut = parseGraph(Text.take_front(Length), Names);
    if (!Cut) {
      EXPECT_NE(toString(Cut.takeError()), "");
      continue;
    }
    consumeError(verify(*Cut));
  }
}
