//===- SummaryYaml.h - Summaries in the catalogue's format ------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// How LLVM's YAML IO reads and writes the outcomes of a function. Only
/// CatalogueYaml.cpp includes this. docs/catalogue.md describes the keys.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CATALOGUE_SUMMARYYAML_H
#define MAPITIDY_CATALOGUE_SUMMARYYAML_H

#include "model/Summary.h"
#include "llvm/Support/YAMLTraits.h"

LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::Step)
LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::Outcome)
LLVM_YAML_IS_FLOW_SEQUENCE_VECTOR(mapitidy::PlaceArgument)

namespace llvm::yaml {

template <> struct ScalarTraits<mapitidy::Place> {
  static void output(const mapitidy::Place &At, void *, raw_ostream &OS);
  static StringRef input(StringRef Text, void *, mapitidy::Place &At);
  static QuotingType mustQuote(StringRef Text) { return needsQuotes(Text); }
};

template <> struct ScalarTraits<mapitidy::PlaceArgument> {
  static void output(const mapitidy::PlaceArgument &Given, void *,
                     raw_ostream &OS);
  static StringRef input(StringRef Text, void *,
                         mapitidy::PlaceArgument &Given);
  static QuotingType mustQuote(StringRef) { return QuotingType::Double; }
};

template <> struct ScalarTraits<mapitidy::Value> {
  static void output(const mapitidy::Value &Known, void *, raw_ostream &OS);
  static StringRef input(StringRef Text, void *, mapitidy::Value &Known);
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <> struct ScalarTraits<mapitidy::Calculation> {
  static void output(const mapitidy::Calculation &By, void *, raw_ostream &OS);
  static StringRef input(StringRef Text, void *, mapitidy::Calculation &By);
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <> struct ScalarTraits<mapitidy::Comparison> {
  static void output(const mapitidy::Comparison &When, void *, raw_ostream &OS);
  static StringRef input(StringRef Text, void *, mapitidy::Comparison &When);
  static QuotingType mustQuote(StringRef) { return QuotingType::Double; }
};

template <> struct MappingTraits<mapitidy::Step> {
  static void mapping(IO &IO, mapitidy::Step &Each);
};

template <> struct MappingTraits<mapitidy::Outcome> {
  static void mapping(IO &IO, mapitidy::Outcome &Way);
};

} // namespace llvm::yaml

#endif // MAPITIDY_CATALOGUE_SUMMARYYAML_H
