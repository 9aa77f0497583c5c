//===- SummaryYaml.cpp - Summaries in the catalogue's format --------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/SummaryYaml.h"
#include "catalogue/Mentions.h"
#include "catalogue/YamlWords.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace mapitidy;

namespace mapitidy {

/// What the key `does` can say.
enum class Verb {
  Call,
  Copy,
  TakeAddress,
  Set,
  Forget,
  Open,
  GiveAway,
  AddReference,
  Release,
  EndOfLife,
  UnknownLevels,
  UnknownCall,
  EmptyBlock,
  If,
  Assume
};

static constexpr std::pair<Verb, OperationKind> Operations[] = {
    {Verb::Call, OperationKind::Call},
    {Verb::Copy, OperationKind::Copy},
    {Verb::TakeAddress, OperationKind::TakeAddress},
    {Verb::Set, OperationKind::Set},
    {Verb::Forget, OperationKind::Forget},
    {Verb::Open, OperationKind::OpenToOthers},
    {Verb::GiveAway, OperationKind::GiveAway},
    {Verb::AddReference, OperationKind::AddReference},
    {Verb::Release, OperationKind::Release},
    {Verb::EndOfLife, OperationKind::EndOfLife},
    {Verb::UnknownLevels, OperationKind::UnknownLevels},
    {Verb::UnknownCall, OperationKind::UnknownCall},
    {Verb::EmptyBlock, OperationKind::EmptyBlock}};

static Verb verbOf(const Step &Each) {
  if (Each.Is != Step::Kind::Operation)
    return Each.Is == Step::Kind::If ? Verb::If : Verb::Assume;
  for (auto [Word, Kind] : Operations)
    if (Kind == Each.Does)
      return Word;
  return Verb::Forget;
}

static void setVerb(Step &Each, Verb Does) {
  Each.Is = Does == Verb::If       ? Step::Kind::If
            : Does == Verb::Assume ? Step::Kind::Assume
                                   : Step::Kind::Operation;
  for (auto [Word, Kind] : Operations)
    if (Word == Does)
      Each.Does = Kind;
}

} // namespace mapitidy

namespace mapitidy {

template <> struct WordsOf<Verb> {
  static constexpr std::pair<StringLiteral, Verb> All[] = {
      {"call", Verb::Call},
      {"copy", Verb::Copy},
      {"take-address", Verb::TakeAddress},
      {"set", Verb::Set},
      {"forget", Verb::Forget},
      {"open", Verb::Open},
      {"give-away", Verb::GiveAway},
      {"add-reference", Verb::AddReference},
      {"release", Verb::Release},
      {"end-of-life", Verb::EndOfLife},
      {"unknown-levels", Verb::UnknownLevels},
      {"unknown-call", Verb::UnknownCall},
      {"empty-block", Verb::EmptyBlock},
      {"if", Verb::If},
      {"assume", Verb::Assume}};
};

template <> struct WordsOf<Success> {
  static constexpr std::pair<StringLiteral, Success> All[] = {
      {"open", Success::Open}, {"well", Success::Yes}, {"badly", Success::No}};
};

} // namespace mapitidy

namespace llvm::yaml {

template <> struct ScalarTraits<Verb> : WordTraits<Verb> {};

template <> struct ScalarTraits<Success> : WordTraits<Success> {};

void ScalarTraits<Place>::output(const Place &At, void *, raw_ostream &OS) {
  OS << At.str();
}

StringRef ScalarTraits<Place>::input(StringRef Text, void *, Place &At) {
  At = Place::parse(Text);
  return At.isKnown() ? StringRef()
                      : "expected a place: 'this', 'result', a parameter "
                        "index, '::global' or '$1:local', with '.members'";
}

void ScalarTraits<PlaceArgument>::output(const PlaceArgument &Given, void *,
                                         raw_ostream &OS) {
  switch (Given.How) {
  case ArgumentMode::Other:
    OS << "_";
    return;
  case ArgumentMode::Constant:
    OS << "=" << Given.Constant;
    return;
  case ArgumentMode::ByAddress:
    OS << "&";
    [[fallthrough]];
  case ArgumentMode::ByValue:
    OS << Given.At.str();
  }
}

StringRef ScalarTraits<PlaceArgument>::input(StringRef Text, void *,
                                             PlaceArgument &Given) {
  if (Text == "_")
    return {};
  if (Text.consume_front("=")) {
    Given.How = ArgumentMode::Constant;
    return Text.getAsInteger(10, Given.Constant) ? "expected '=' and a number"
                                                 : StringRef();
  }
  Given.How =
      Text.consume_front("&") ? ArgumentMode::ByAddress : ArgumentMode::ByValue;
  Given.At = Place::parse(Text);
  return Given.At.isKnown() ? StringRef()
                            : "expected '_', '=NUMBER', a place, or '&' and a "
                              "place";
}

static constexpr std::pair<uint8_t, StringLiteral> SignNames[] = {
    {Value::Negative, "negative"},
    {Value::Zero, "zero"},
    {Value::Positive, "positive"}};

void ScalarTraits<Value>::output(const Value &Known, void *, raw_ostream &OS) {
  if (Known.isAnything()) {
    OS << "any";
    return;
  }
  ListSeparator Or("-or-");
  for (int64_t Number : Known.numbers())
    OS << Or << Number;
  for (auto [Sign, Name] : SignNames)
    if (!Known.isCounted() && (Known.Signs & Sign))
      OS << Or << Name;
}

StringRef ScalarTraits<Value>::input(StringRef Text, void *, Value &Known) {
  Known = Value();
  if (Text == "any")
    return {};
  SmallVector<StringRef, 3> Names;
  Text.split(Names, "-or-");
  for (const auto &[I, Name] : enumerate(Names)) {
    int64_t Number;
    const auto *Sign = find_if(SignNames, [Name = Name](const auto &Each) {
      return Each.second == Name;
    });
    Value Each;
    if (!Name.getAsInteger(10, Number))
      Each = Value::ofConstant(Number);
    else if (Sign != std::end(SignNames))
      Each = Value::ofSigns(Sign->first);
    else
      return "expected 'any', or numbers, 'negative', 'zero' and 'positive' "
             "joined by '-or-'";
    Known = I == 0 ? Each : Known.join(Each);
  }
  return {};
}

void ScalarTraits<Comparison>::output(const Comparison &When, void *,
                                      raw_ostream &OS) {
  bool Equal = When.How == Comparison::Operator::Equal;
  OS << (Equal          ? When.Negated ? "!= " : "== "
         : When.Negated ? ">= "
                        : "< ")
     << When.Constant;
}

StringRef ScalarTraits<Comparison>::input(StringRef Text, void *,
                                          Comparison &When) {
  auto [Operator, Constant] = Text.split(' ');
  When.How = Operator == "==" || Operator == "!=" ? Comparison::Operator::Equal
                                                  : Comparison::Operator::Less;
  When.Negated = Operator == "!=" || Operator == ">=";
  bool Known = When.How == Comparison::Operator::Equal || Operator == "<" ||
               Operator == ">=";
  return Known && !Constant.getAsInteger(10, When.Constant)
             ? StringRef()
             : "expected '==', '!=', '<' or '>=', and a number";
}

void MappingTraits<Step>::mapping(IO &IO, Step &Each) {
  Verb Does = verbOf(Each);
  IO.mapRequired("does", Does);
  setVerb(Each, Does);
  switch (Does) {
  case Verb::Call:
    IO.mapRequired("call", Each.Call);
    IO.mapOptional("ends", Each.Ends, Success::Open);
    IO.mapOptional("on", Each.Receiver, PlaceArgument());
    IO.mapOptional("with", Each.Arguments);
    IO.mapOptional("result", Each.Target, Place());
    mention(IO, Mention::Kind::Step, Each.Call);
    return;
  case Verb::Copy:
  case Verb::TakeAddress:
    IO.mapRequired("from", Each.Source);
    IO.mapRequired("into", Each.Target);
    return;
  case Verb::Set:
    IO.mapRequired("what", Each.Target);
    IO.mapRequired("to", Each.Constant);
    return;
  case Verb::GiveAway:
  case Verb::AddReference:
    IO.mapRequired("what", Each.Source);
    return;
  case Verb::Release:
    IO.mapOptional("implicit", Each.Implicit, false);
    [[fallthrough]];
  case Verb::Forget:
  case Verb::Open:
  case Verb::EndOfLife:
    IO.mapRequired("what", Each.Target);
    return;
  case Verb::EmptyBlock:
    IO.mapOptional("what", Each.Target, Place());
    return;
  case Verb::UnknownLevels:
  case Verb::UnknownCall:
    return;
  case Verb::If:
  case Verb::Assume:
    IO.mapRequired("what", Each.Target);
    IO.mapRequired("is", Each.When);
    IO.mapOptional("same-as", Each.Source, Place());
    IO.mapOptional("then", Each.Then);
    IO.mapOptional("else", Each.Else);
  }
}

void MappingTraits<Outcome>::mapping(IO &IO, Outcome &Way) {
  IO.mapOptional("result", Way.Result, Value());
  IO.mapOptional("throws", Way.Throws, false);
  IO.mapOptional("steps", Way.Steps);
}

} // namespace llvm::yaml
