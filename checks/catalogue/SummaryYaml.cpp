//===- SummaryYaml.cpp - Summaries in the catalogue's format --------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/SummaryYaml.h"
#include "catalogue/Mentions.h"
#include "catalogue/YamlWords.h"
#include "model/PlaceNames.h"
#include "model/TextForms.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace mapitidy;

namespace mapitidy {

/// What the key `does` can say: an operation, or a test.
enum class Verb {
#define OPERATION(Kind, Text, Target, Source, Operand, InSummary) Kind,
#include "model/Operations.def"
  If,
  Assume
};

static Verb verbOf(const Step &Each) {
  switch (Each.Is) {
  case Step::Kind::Operation:
    return static_cast<Verb>(Each.Does);
  case Step::Kind::If:
    return Verb::If;
  case Step::Kind::Assume:
    return Verb::Assume;
  }
  llvm_unreachable("all kinds are listed");
}

static void setVerb(Step &Each, Verb Does) {
  Each.Is = Does == Verb::If       ? Step::Kind::If
            : Does == Verb::Assume ? Step::Kind::Assume
                                   : Step::Kind::Operation;
  if (Each.Is == Step::Kind::Operation)
    Each.Does = static_cast<OperationKind>(Does);
}

template <> struct WordsOf<Verb> {
  static constexpr std::pair<StringLiteral, Verb> All[] = {
#define VERB_true(Kind, Text) {Text, Verb::Kind},
#define VERB_false(Kind, Text)
#define OPERATION(Kind, Text, Target, Source, Operand, InSummary)              \
  VERB_##InSummary(Kind, Text)
#include "model/Operations.def"
#undef VERB_true
#undef VERB_false
      {"if", Verb::If}, {"assume", Verb::Assume}};
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

void ScalarTraits<Value>::output(const Value &Known, void *, raw_ostream &OS) {
  OS << textOf(Known);
}

StringRef ScalarTraits<Value>::input(StringRef Text, void *, Value &Known) {
  const std::optional<Value> Read = parseValue(Text);
  if (!Read)
    return "expected 'any', or numbers, 'negative', 'zero' and 'positive' "
           "joined by '-or-'";
  Known = *Read;
  return {};
}

void ScalarTraits<Comparison>::output(const Comparison &When, void *,
                                      raw_ostream &OS) {
  OS << textOf(When);
}

StringRef ScalarTraits<Comparison>::input(StringRef Text, void *,
                                          Comparison &When) {
  const auto [Operator, Constant] = Text.split(' ');
  const std::optional<Comparison> Read = parseComparison(Operator, Constant);
  if (!Read)
    return "expected '==', '!=', '<' or '>=', and a number";
  When = *Read;
  return {};
}

void ScalarTraits<Calculation>::output(const Calculation &By, void *,
                                       raw_ostream &OS) {
  OS << textOf(By);
}

StringRef ScalarTraits<Calculation>::input(StringRef Text, void *,
                                           Calculation &By) {
  const std::optional<Calculations> Read = parseCalculations(Text);
  if (!Read || Read->size() != 1)
    return "expected 'or', 'and', 'add' or the like, and a number";
  By = Read->front();
  return {};
}

static constexpr StringLiteral Inwards = " > ";

/// The way from a call into what it calls, as a single text.
static std::string textOf(const CallChain &Way, PlaceNames &Names) {
  std::string Text;
  for (SourcePlace At : Way)
    Text += (Text.empty() ? "" : Inwards.str()) + Names.nameOf(At);
  return Text;
}

static CallChain chainOf(StringRef Text, PlaceNames &Names) {
  CallChain Result;
  SmallVector<StringRef, 4> Parts;
  Text.split(Parts, Inwards, -1, /*KeepEmpty=*/false);
  for (StringRef Part : Parts)
    if (const std::optional<SourcePlace> At = Names.placeNamed(Part))
      Result.push_back(*At);
  return Result;
}

/// Where it stands, where somebody knows the names of places.
static void mapWay(IO &IO, CallChain &Way) {
  PlaceNames *Names = contextOf(IO).Places;
  std::string Text;
  if (IO.outputting() && Names)
    Text = textOf(Way, *Names);
  IO.mapOptional("at", Text, std::string());
  if (!IO.outputting() && Names)
    Way = chainOf(Text, *Names);
}

static void mapArguments(IO &IO, Step &Each) {
  IO.mapOptional("on", Each.Receiver, PlaceArgument());
  IO.mapOptional("with", Each.Arguments);
  IO.mapOptional("result", Each.Target, Place());
}

static void mapCall(IO &IO, Step &Each) {
  IO.mapRequired("call", Each.Call);
  IO.mapOptional("ends", Each.Ends, Success::Open);
  mapArguments(IO, Each);
  mention(IO, Mention::Kind::Step, Each.Call);
}

static void mapTest(IO &IO, Step &Each) {
  IO.mapOptional("assumed", Each.Assumed, false);
  IO.mapRequired("what", Each.Target);
  IO.mapRequired("is", Each.When);
  IO.mapOptional("same-as", Each.Source, Place());
  IO.mapOptional("then", Each.Then);
  IO.mapOptional("else", Each.Else);
}

/// Of two places, one is `from` and one `into`; a single one is `what`.
static void mapPlaces(IO &IO, const OperationTraits &Does, Step &Each) {
  if (Does.needsTarget() && Does.needsSource()) {
    IO.mapRequired("from", Each.Source);
    IO.mapRequired("into", Each.Target);
  } else if (Does.needsTarget()) {
    IO.mapRequired("what", Each.Target);
  } else if (Does.needsSource()) {
    IO.mapRequired("what", Each.Source);
  } else if (Does.Target != TargetRole::None) {
    IO.mapOptional("what", Each.Target, Place());
  }
}

void MappingTraits<Step>::mapping(IO &IO, Step &Each) {
  Verb Does = verbOf(Each);
  IO.mapRequired("does", Does);
  setVerb(Each, Does);
  if (Each.Is != Step::Kind::Operation)
    return mapTest(IO, Each);
  mapWay(IO, Each.Inside);
  IO.mapOptional("assumed", Each.Assumed, false);
  const OperationTraits &Traits = traitsOf(Each.Does);
  if (Traits.Operand == OperandKind::Call)
    return mapCall(IO, Each);
  if (Traits.Operand == OperandKind::Function) {
    IO.mapRequired("function", Each.Call);
    return mapArguments(IO, Each);
  }
  if (Each.Does == OperationKind::Release)
    IO.mapOptional("implicit", Each.Implicit, false);
  mapPlaces(IO, Traits, Each);
  if (Traits.Operand == OperandKind::Arithmetic) {
    Calculation By{Each.With, Each.Constant.exact().value_or(0)};
    IO.mapRequired("by", By);
    Each.With = By.With;
    Each.Constant = Value::ofConstant(By.Constant);
  }
  if (Traits.Operand == OperandKind::Constant)
    IO.mapRequired("to", Each.Constant);
}

void MappingTraits<Outcome>::mapping(IO &IO, Outcome &Way) {
  IO.mapOptional("result", Way.Result, Value());
  IO.mapOptional("throws", Way.Throws, false);
  IO.mapOptional("thrown", Way.Thrown, std::string());
  mapWay(IO, Way.ThrownAt);
  IO.mapOptional("steps", Way.Steps);
}

} // namespace llvm::yaml
