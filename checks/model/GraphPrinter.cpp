//===- GraphPrinter.cpp - Flow graphs to text -----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/GraphSymbols.h"
#include "model/GraphText.h"
#include "model/TextForms.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace mapitidy {

PlaceNames::~PlaceNames() = default;

namespace {

class Printer {
public:
  Printer(const FlowGraph &Graph, GraphNames &Names, raw_ostream &Out)
      : Graph(Graph), Names(Names), Out(Out), Symbols(symbolsOf(Graph)) {}

  void run();

private:
  void header();
  void path(PathId Id);
  void block(BlockId Id);
  void operation(const Operation &Op);
  void callParts(const Operation &Op, StringRef Name);
  void edge(const Edge &Leaving);
  void condition(const Condition &When);
  void argument(const Argument &Given);
  void flag(StringRef Word, bool Is) {
    if (Is)
      Out << ", " << Word;
  }
  void text(StringRef Key, StringRef Value) {
    if (!Value.empty())
      Out << ", " << Key << ' ' << quoted(Value);
  }
  void at(SourcePlace Place) {
    if (Place != 0)
      Out << " @" << Names.nameOf(Place);
  }
  std::string symbol(PathId Id) const {
    return Id.isKnown() ? Symbols[Id] : "_";
  }
  void list(StringRef Key, ArrayRef<PathId> Each);

  const FlowGraph &Graph;
  GraphNames &Names;
  raw_ostream &Out;
  PathVector<std::string> Symbols;
};

} // namespace

void Printer::list(StringRef Key, ArrayRef<PathId> Each) {
  if (Each.empty())
    return;
  Out << ' ' << Key << " (";
  interleaveComma(Each, Out, [this](PathId Id) { Out << symbol(Id); });
  Out << ')';
}

void Printer::header() {
  Out << "function " << quoted(Graph.Function) << " entry b" << Graph.Entry
      << " exit b" << Graph.Exit << " operations " << Graph.OperationCount;
  if (Graph.Result.isKnown())
    Out << " result " << symbol(Graph.Result);
  list("parameters", Graph.Parameters);
  if (Graph.Implements)
    Out << " implements " << quoted(Names.nameOf(*Graph.Implements));
  for (const GraphFlag &Each : graphFlags())
    if (Graph.*Each.Member)
      Out << ' ' << Each.Word;
  at(Graph.ClosingBrace);
  Out << '\n';
}

void Printer::path(PathId Id) {
  const AccessPath &Path = Graph.Paths[Id];
  Out << "  " << symbol(Id) << " = " << wordOf(Path.Where);
  if (Path.Name != nameOfSymbol(symbol(Id), Path.Where))
    Out << ", named " << quoted(Path.Name);
  if (Path.Base.isKnown())
    Out << ", member " << quoted(Path.Field) << " of " << symbol(Path.Base);
  if (Path.Root.isKnown())
    text("as", Path.Root.str());
  text("interface", Path.Interface);
  text("block", Path.Block);
  text("literal", Path.Literal);
  text("reset", Path.Reset);
  for (const PathFlag &Each : pathFlags())
    flag(Each.Word, Path.*Each.Member);
  if (!Path.Reads.empty())
    Out << ',';
  list("reads", Path.Reads);
  text("calculated", textOf(Path.Calculated));
  Out << '\n';
}

void Printer::argument(const Argument &Given) {
  switch (Given.How) {
  case ArgumentMode::Other:
    Out << '_';
    break;
  case ArgumentMode::Constant:
    Out << '=' << Given.Constant;
    break;
  case ArgumentMode::ByAddress:
    Out << '&' << symbol(Given.Path);
    break;
  case ArgumentMode::ByValue:
    Out << symbol(Given.Path);
    break;
  }
  if (Given.Within.isKnown())
    Out << " within " << symbol(Given.Within);
}

void Printer::callParts(const Operation &Op, StringRef Name) {
  Out << ' ' << quoted(Name);
  if (Op.Receiver.How != ArgumentMode::Other) {
    Out << " on ";
    argument(Op.Receiver);
  }
  Out << " (";
  interleaveComma(Op.Arguments, Out,
                  [this](const Argument &Each) { argument(Each); });
  Out << ')';
  list("asks", Op.Asks);
  if (Op.Ends != Success::Open)
    Out << (Op.Ends == Success::Yes ? " succeeds" : " fails");
}

void Printer::condition(const Condition &When) {
  Out << symbol(When.Path) << ' ' << textOf(When.Is);
  if (When.Answer.isKnown())
    Out << (When.Says ? " answer " : " answer not ") << symbol(When.Answer);
}

void Printer::operation(const Operation &Op) {
  const OperationTraits &Traits = traitsOf(Op.Kind);
  Out << "  #" << Op.Index << ' ';
  if (Traits.Target != TargetRole::None)
    Out << symbol(Op.Target) << " = ";
  Out << Traits.Text;
  if (Traits.Source != SourceRole::None)
    Out << ' ' << symbol(Op.Source);
  switch (Traits.Operand) {
  case OperandKind::None:
    break;
  case OperandKind::Constant:
    Out << ' ' << textOf(Op.Constant);
    break;
  case OperandKind::Arithmetic:
    Out << ' ' << wordOf(Op.With) << ' ' << textOf(Op.Constant);
    break;
  case OperandKind::Condition:
    Out << ' ';
    condition(Op.Tested);
    break;
  case OperandKind::Type:
    if (!Op.Thrown.empty())
      Out << ' ' << quoted(Op.Thrown);
    break;
  case OperandKind::Call:
    callParts(Op, Names.nameOf(*Op.Entry));
    break;
  case OperandKind::Function:
    callParts(Op, Op.Function);
    break;
  }
  if (Op.Implicit)
    Out << " implicit";
  if (Op.Assumed)
    Out << " assumed";
  at(Op.Place);
  for (SourcePlace Each : Op.Inside)
    Out << " >" << Names.nameOf(Each);
  Out << '\n';
}

void Printer::edge(const Edge &Leaving) {
  Out << "  -> b" << Leaving.To;
  if (Leaving.When.isKnown()) {
    Out << " when ";
    condition(Leaving.When);
  }
  if (!Leaving.OneOf.empty()) {
    Out << (Leaving.NoneOf ? " none of (" : " one of (");
    interleaveComma(Leaving.OneOf, Out);
    Out << ')';
  } else if (Leaving.NoneOf) {
    Out << " none of ()";
  }
  if (Leaving.Pointers)
    Out << " pointers " << symbol(Leaving.Pointers->Left)
        << (Leaving.Pointers->Equal ? " == " : " != ")
        << symbol(Leaving.Pointers->Right);
  if (Leaving.Assumption)
    Out << " assuming " << quoted(*Leaving.Assumption);
  at(Leaving.Place);
  Out << '\n';
}

void Printer::block(BlockId Id) {
  const Block &Each = Graph.Blocks[Id];
  Out << 'b' << Id << ':';
  if (!Each.BranchText.empty())
    Out << " branch " << quoted(Each.BranchText);
  at(Each.BranchPlace);
  Out << '\n';
  for (const Operation &Op : Each.Operations)
    operation(Op);
  for (const Edge &Leaving : Each.Edges)
    edge(Leaving);
}

void Printer::run() {
  header();
  for (PathId Id : Graph.Paths.ids())
    path(Id);
  std::vector<BlockId> Order = Graph.reversePostOrder();
  BitVector Printed(Graph.Blocks.size());
  for (BlockId Id : Order)
    Printed.set(Id);
  for (BlockId Id = 0; Id < Graph.Blocks.size(); ++Id)
    if (!Printed.test(Id))
      Order.push_back(Id);
  for (BlockId Id : Order)
    block(Id);
}

void print(const FlowGraph &Graph, GraphNames &Names, raw_ostream &Out) {
  Printer(Graph, Names, Out).run();
}

} // namespace mapitidy
