//===- Summary.cpp - What a function does to its caller -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Summary.h"
#include "model/TextForms.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace mapitidy {

static std::string rootText(const Place &At) {
  switch (At.From) {
  case Place::Root::None:
    return "?";
  case Place::Root::This:
    return "this";
  case Place::Root::Parameter:
    return utostr(At.Index);
  case Place::Root::Result:
    return "result";
  case Place::Root::Global:
    return "::" + At.Name;
  case Place::Root::Captured:
    return "^" + At.Name;
  case Place::Root::Literal:
    return '"' + At.Name + '"';
  case Place::Root::Local:
    return "$" + utostr(At.Index) + (At.IsObject ? "@" : ":") + At.Name;
  }
  return "?";
}

std::string Place::str() const {
  std::string Text = rootText(*this);
  for (const std::string &Field : Fields)
    Text += "." + Field;
  if (!Calculated.empty())
    Text += " " + textOf(Calculated);
  return Text;
}

Place Place::parse(StringRef Text) {
  Place Result;
  if (Text.size() > 1 && Text.front() == '"' && Text.back() == '"') {
    Result.From = Root::Literal;
    Result.Name = Text.drop_front().drop_back().str();
    return Result;
  }
  auto [Path, Steps] = Text.split(' ');
  std::optional<Calculations> Calculated = parseCalculations(Steps);
  if (!Calculated)
    return Result;
  Result.Calculated = std::move(*Calculated);
  SmallVector<StringRef, 4> Parts;
  Path.split(Parts, '.');
  StringRef First = Parts.front();
  for (StringRef Field : ArrayRef(Parts).drop_front())
    Result.Fields.push_back(Field.str());
  if (First == "this") {
    Result.From = Root::This;
  } else if (First == "result") {
    Result.From = Root::Result;
  } else if (First.consume_front("::")) {
    Result.From = Root::Global;
    Result.Name = First.str();
  } else if (First.consume_front("$")) {
    Result.IsObject = First.contains('@');
    auto [Index, Name] = First.split(Result.IsObject ? '@' : ':');
    Result.Name = Name.str();
    if (!Index.getAsInteger(10, Result.Index))
      Result.From = Root::Local;
  } else if (!First.getAsInteger(10, Result.Index)) {
    Result.From = Root::Parameter;
  }
  return Result;
}

bool Place::operator==(const Place &Other) const {
  return From == Other.From && Index == Other.Index && Name == Other.Name &&
         Declared == Other.Declared && Fields == Other.Fields &&
         Calculated == Other.Calculated;
}

Place Step::at(Slot At) const {
  if (At.Index == Slot::This)
    return Receiver.At;
  if (At.Index == Slot::Result)
    return Target;
  if (At.Index >= 0 && unsigned(At.Index) < Arguments.size())
    return Arguments[At.Index].At;
  return {};
}

} // namespace mapitidy
