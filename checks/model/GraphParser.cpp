//===- GraphParser.cpp - Text to flow graphs ------------------------------===//
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
#include "llvm/ADT/StringMap.h"

using namespace llvm;

namespace mapitidy {

namespace {

/// The words of one line. A quoted text is one, with what is in front of it.
class Line {
public:
  Line(StringRef Text, unsigned Number) : Text(Text), Number(Number) {}

  bool atEnd() { return peek().empty(); }
  /// \returns the next word; empty at the end.
  StringRef peek();
  StringRef take() {
    const StringRef Word = peek();
    Rest = Rest.drop_front(Word.size());
    return Word;
  }
  bool consume(StringRef Word) {
    if (peek() != Word)
      return false;
    take();
    return true;
  }
  /// line:column of the next word.
  std::string where() {
    const StringRef Word = peek();
    return (Twine(Number) + ":" + Twine(Word.data() - Text.data() + 1)).str();
  }

private:
  StringRef Text;
  StringRef Rest = Text;
  unsigned Number;
};

class Parser {
public:
  Parser(StringRef Text, GraphNames &Names) : Text(Text), Names(Names) {}

  Expected<FlowGraph> run();

private:
  bool expected(Line &In, const Twine &What);
  bool word(Line &In, StringRef Word);
  template <typename Number> bool number(Line &In, Number &Into);
  bool blockId(Line &In, BlockId &Into);
  bool symbol(Line &In, PathId &Into);
  bool symbols(Line &In, SmallVectorImpl<PathId> &Into);
  bool string(Line &In, std::string &Into);
  bool place(Line &In, SourcePlace &Into);
  bool placeNamed(Line &In, StringRef Name, SourcePlace &Into);
  bool call(Line &In, const CallEntry *&Into);
  bool value(Line &In, Value &Into);
  bool comparison(Line &In, Comparison &Into);

  /// Each of these reads the rest of a line, and answers whether it could.
  bool line(Line &In);
  bool header(Line &In);
  bool path(Line &In);
  bool attribute(Line &In, AccessPath &Into, StringRef Symbol);
  bool startBlock(Line &In);
  bool operation(Line &In);
  bool operand(Line &In, Operation &Into);
  bool callParts(Line &In, Operation &Into);
  bool argument(Line &In, Argument &Into);
  bool condition(Line &In, Condition &Into);
  bool edge(Line &In);
  bool numbers(Line &In, SmallVectorImpl<int64_t> &Into);

  void lookAhead(ArrayRef<StringRef> Lines);

  StringRef Text;
  GraphNames &Names;
  FlowGraph Graph;
  StringMap<PathId> Symbols;
  unsigned BlockCount = 0;
  BitVector Begun; ///< blocks that have had their line
  Block *Current = nullptr;
  std::string Problem;
};

} // namespace

StringRef Line::peek() {
  Rest = Rest.ltrim(' ');
  if (Rest.empty())
    return Rest;
  if (StringRef("(),").contains(Rest.front()))
    return Rest.take_front(1);
  size_t End = 0;
  while (End < Rest.size() && !StringRef(" (),\"").contains(Rest[End]))
    ++End;
  if (End == Rest.size() || Rest[End] != '"')
    return Rest.take_front(End);
  for (++End; End < Rest.size() && Rest[End] != '"'; ++End)
    if (Rest[End] == '\\')
      ++End;
  return Rest.take_front(End + 1);
}

bool Parser::expected(Line &In, const Twine &What) {
  if (Problem.empty())
    Problem = (In.where() + ": expected " + What +
               (In.atEnd() ? "" : ", not '" + In.peek() + "'"))
                  .str();
  return false;
}

bool Parser::word(Line &In, StringRef Word) {
  return In.consume(Word) || expected(In, "'" + Word + "'");
}

template <typename Number> bool Parser::number(Line &In, Number &Into) {
  if (In.peek().getAsInteger(10, Into))
    return expected(In, "a number");
  In.take();
  return true;
}

bool Parser::blockId(Line &In, BlockId &Into) {
  StringRef Word = In.peek();
  if (!Word.consume_front("b") || Word.getAsInteger(10, Into))
    return expected(In, "a block");
  In.take();
  return true;
}

bool Parser::symbol(Line &In, PathId &Into) {
  if (In.consume("_")) {
    Into = NoPath;
    return true;
  }
  auto Known = Symbols.find(In.peek());
  if (Known == Symbols.end())
    return expected(In, "a path");
  Into = Known->second;
  In.take();
  return true;
}

bool Parser::symbols(Line &In, SmallVectorImpl<PathId> &Into) {
  if (!word(In, "("))
    return false;
  do
    if (!symbol(In, Into.emplace_back()))
      return false;
  while (In.consume(","));
  return word(In, ")");
}

bool Parser::string(Line &In, std::string &Into) {
  const StringRef Word = In.peek();
  if (Word.size() < 2 || Word.front() != '"' || Word.back() != '"')
    return expected(In, "a text in quotes");
  Into = unquoted(In.take());
  return true;
}

bool Parser::placeNamed(Line &In, StringRef Name, SourcePlace &Into) {
  const std::optional<SourcePlace> Named = Names.placeNamed(Name);
  if (!Named)
    return expected(In, "a place in the source");
  Into = *Named;
  In.take();
  return true;
}

/// There may be none.
bool Parser::place(Line &In, SourcePlace &Into) {
  StringRef Word = In.peek();
  return !Word.consume_front("@") || placeNamed(In, Word, Into);
}

bool Parser::call(Line &In, const CallEntry *&Into) {
  const StringRef Word = In.peek();
  if (Word.starts_with("\""))
    Into = Names.callNamed(unquoted(Word));
  if (!Into)
    return expected(In, "a call of the catalogue");
  In.take();
  return true;
}

bool Parser::value(Line &In, Value &Into) {
  const std::optional<Value> Read = parseValue(In.peek());
  if (!Read)
    return expected(In, "a value");
  Into = *Read;
  In.take();
  return true;
}

bool Parser::comparison(Line &In, Comparison &Into) {
  const StringRef Operator = In.take();
  const std::optional<Comparison> Read = parseComparison(Operator, In.peek());
  if (!Read)
    return expected(In, "a comparison");
  Into = *Read;
  In.take();
  return true;
}

/// Paths may be named before their lines: by the head, and by each other.
void Parser::lookAhead(ArrayRef<StringRef> Lines) {
  uint32_t Count = 0;
  for (StringRef Each : Lines)
    if (Each.starts_with("  %"))
      Symbols.try_emplace(Line(Each, 0).take(), PathId(Count++));
    else
      BlockCount += Each.starts_with("b");
  Begun.resize(BlockCount);
  Graph.Blocks.resize(BlockCount);
}

bool Parser::header(Line &In) {
  if (!word(In, "function") || !string(In, Graph.Function) ||
      !word(In, "entry") || !blockId(In, Graph.Entry) || !word(In, "exit") ||
      !blockId(In, Graph.Exit) || !word(In, "operations") ||
      !number(In, Graph.OperationCount))
    return false;
  if (In.consume("result") && !symbol(In, Graph.Result))
    return false;
  if (In.consume("parameters")) {
    SmallVector<PathId, 4> Parameters;
    if (!symbols(In, Parameters))
      return false;
    Graph.Parameters.assign(Parameters.begin(), Parameters.end());
  }
  if (In.consume("implements") && !call(In, Graph.Implements))
    return false;
  for (const GraphFlag &Each : graphFlags())
    Graph.*Each.Member = In.consume(Each.Word);
  return place(In, Graph.ClosingBrace);
}

/// Variables around a lambda are in no catalogue, but in graphs.
static Place parseRoot(StringRef Text) {
  if (!Text.consume_front("^"))
    return Place::parse(Text);
  Place Result = Place::parse(("::" + Text).str());
  Result.From = Place::Root::Captured;
  return Result;
}

bool Parser::attribute(Line &In, AccessPath &Into, StringRef Symbol) {
  if (In.consume("named"))
    return string(In, Into.Name);
  if (In.consume("member"))
    return string(In, Into.Field) && word(In, "of") && symbol(In, Into.Base);
  if (In.consume("as")) {
    std::string Root;
    if (!string(In, Root))
      return false;
    Into.Root = parseRoot(Root);
    return Into.Root.isKnown() || expected(In, "a place");
  }
  const std::pair<StringRef, std::string *> Texts[] = {
      {"interface", &Into.Interface},
      {"block", &Into.Block},
      {"literal", &Into.Literal},
      {"reset", &Into.Reset}};
  for (const auto &[Word, Text] : Texts)
    if (In.consume(Word))
      return string(In, *Text);
  if (In.consume("reads"))
    return symbols(In, Into.Reads);
  if (In.consume("calculated")) {
    std::string Steps;
    if (!string(In, Steps))
      return false;
    const std::optional<Calculations> Read = parseCalculations(Steps);
    if (!Read || Read->empty())
      return expected(In, "the steps of a calculation");
    Into.Calculated = *Read;
    return true;
  }
  for (const PathFlag &Each : pathFlags())
    if (In.consume(Each.Word)) {
      Into.*Each.Member = true;
      return true;
    }
  return expected(In, "something that can be said of " + Symbol);
}

bool Parser::path(Line &In) {
  const StringRef Symbol = In.take();
  if (Symbols.lookup(Symbol) != PathId(Graph.Paths.size()))
    return expected(In, "another name than " + Symbol);
  AccessPath Path;
  if (!word(In, "="))
    return false;
  const std::optional<Storage> Where = storageNamed(In.peek());
  if (!Where)
    return expected(In, "where the path lives");
  In.take();
  Path.Where = *Where;
  Path.Name = nameOfSymbol(Symbol, Path.Where);
  while (In.consume(","))
    if (!attribute(In, Path, Symbol))
      return false;
  Graph.Paths.push_back(std::move(Path));
  return true;
}

bool Parser::startBlock(Line &In) {
  StringRef Word = In.peek();
  BlockId Id = 0;
  if (!Word.consume_back(":") || !Word.consume_front("b") ||
      Word.getAsInteger(10, Id) || Id >= BlockCount || Begun.test(Id))
    return expected(In, "another block, of " + Twine(BlockCount));
  In.take();
  Begun.set(Id);
  Current = &Graph.Blocks[Id];
  if (In.consume("branch") && !string(In, Current->BranchText))
    return false;
  return place(In, Current->BranchPlace);
}

bool Parser::argument(Line &In, Argument &Into) {
  StringRef Word = In.peek();
  if (Word == "_") {
    In.take();
    Into.How = ArgumentMode::Other;
  } else if (Word.consume_front("=")) {
    Into.How = ArgumentMode::Constant;
    if (Word.getAsInteger(10, Into.Constant))
      return expected(In, "a number behind '='");
    In.take();
  } else {
    Into.How = Word.consume_front("&") ? ArgumentMode::ByAddress
                                       : ArgumentMode::ByValue;
    auto Known = Symbols.find(Word);
    if (Known == Symbols.end() && Word != "_")
      return expected(In, "an argument");
    Into.Path = Word == "_" ? NoPath : Known->second;
    In.take();
  }
  return !In.consume("within") || symbol(In, Into.Within);
}

bool Parser::callParts(Line &In, Operation &Into) {
  const bool IsCall = traitsOf(Into.Kind).Operand == OperandKind::Call;
  if (!(IsCall ? call(In, Into.Entry) : string(In, Into.Function)) ||
      (In.consume("on") && !argument(In, Into.Receiver)) || !word(In, "("))
    return false;
  if (!In.consume(")")) {
    do
      if (!argument(In, Into.Arguments.emplace_back()))
        return false;
    while (In.consume(","));
    if (!word(In, ")"))
      return false;
  }
  if (In.consume("asks") && !symbols(In, Into.Asks))
    return false;
  if (In.consume("succeeds"))
    Into.Ends = Success::Yes;
  else if (In.consume("fails"))
    Into.Ends = Success::No;
  return true;
}

bool Parser::condition(Line &In, Condition &Into) {
  if (!symbol(In, Into.Path) || !comparison(In, Into.Is))
    return false;
  if (!In.consume("answer"))
    return true;
  Into.Says = !In.consume("not");
  return symbol(In, Into.Answer);
}

bool Parser::operand(Line &In, Operation &Into) {
  switch (traitsOf(Into.Kind).Operand) {
  case OperandKind::None:
    return true;
  case OperandKind::Constant:
    return value(In, Into.Constant);
  case OperandKind::Arithmetic: {
    const std::optional<Arithmetic> With = arithmeticNamed(In.peek());
    if (!With)
      return expected(In, "'or', 'and', 'add' or the like");
    In.take();
    Into.With = *With;
    return value(In, Into.Constant);
  }
  case OperandKind::Condition:
    return condition(In, Into.Tested);
  case OperandKind::Type:
    return !In.peek().starts_with("\"") || string(In, Into.Thrown);
  case OperandKind::Call:
  case OperandKind::Function:
    return callParts(In, Into);
  }
  llvm_unreachable("all operands are listed");
}

bool Parser::operation(Line &In) {
  Operation Op;
  StringRef Number = In.take();
  Number.consume_front("#");
  if (Number.getAsInteger(10, Op.Index))
    return expected(In, "'#' and the operation's number in front");
  const bool HasTarget = In.peek() == "_" || In.peek().starts_with("%");
  if (HasTarget && (!symbol(In, Op.Target) || !word(In, "=")))
    return false;
  const std::optional<OperationKind> Kind = operationNamed(In.peek());
  if (!Kind)
    return expected(In, "an operation");
  Op.Kind = *Kind;
  const OperationTraits &Traits = traitsOf(*Kind);
  if (HasTarget != (Traits.Target != TargetRole::None))
    return expected(In, HasTarget ? "an operation that has a target"
                                  : "'=' in front of it");
  In.take();
  if ((Traits.Source != SourceRole::None && !symbol(In, Op.Source)) ||
      !operand(In, Op))
    return false;
  Op.Implicit = In.consume("implicit");
  Op.Assumed = In.consume("assumed");
  if (!place(In, Op.Place))
    return false;
  for (StringRef Word = In.peek(); Word.consume_front(">"); Word = In.peek())
    if (!placeNamed(In, Word, Op.Inside.emplace_back()))
      return false;
  Current->Operations.push_back(std::move(Op));
  return true;
}

bool Parser::numbers(Line &In, SmallVectorImpl<int64_t> &Into) {
  if (!word(In, "of") || !word(In, "("))
    return false;
  if (In.consume(")"))
    return true;
  do
    if (!number(In, Into.emplace_back()))
      return false;
  while (In.consume(","));
  return word(In, ")");
}

bool Parser::edge(Line &In) {
  Edge Leaving;
  In.take();
  if (!blockId(In, Leaving.To) ||
      (In.consume("when") && !condition(In, Leaving.When)))
    return false;
  Leaving.NoneOf = In.peek() == "none";
  if ((In.consume("none") || In.consume("one")) && !numbers(In, Leaving.OneOf))
    return false;
  if (In.consume("pointers")) {
    PointerComparison &Both = Leaving.Pointers.emplace();
    if (!symbol(In, Both.Left))
      return false;
    Both.Equal = In.consume("==");
    if ((!Both.Equal && !word(In, "!=")) || !symbol(In, Both.Right))
      return false;
  }
  if (In.consume("assuming") && !string(In, Leaving.Assumption.emplace()))
    return false;
  if (!place(In, Leaving.Place))
    return false;
  Current->Edges.push_back(std::move(Leaving));
  return true;
}

bool Parser::line(Line &In) {
  const StringRef First = In.peek();
  const bool Read = First == "function"      ? header(In)
                    : First.starts_with("b") ? startBlock(In)
                    : !Current               ? path(In)
                    : First == "->"          ? edge(In)
                                             : operation(In);
  return Read && (In.atEnd() || expected(In, "the end of the line"));
}

Expected<FlowGraph> Parser::run() {
  SmallVector<StringRef, 0> Lines;
  Text.split(Lines, '\n');
  lookAhead(Lines);
  for (auto [Index, Each] : enumerate(Lines)) {
    Line In(Each, Index + 1);
    if (!In.atEnd() && !line(In))
      return createStringError(inconvertibleErrorCode(), Problem);
  }
  return std::move(Graph);
}

Expected<FlowGraph> parseGraph(StringRef Text, GraphNames &Names) {
  return Parser(Text, Names).run();
}

} // namespace mapitidy
