//===- SummaryQueries.cpp - Questions about summaries ---------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/SummaryQueries.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace mapitidy {

const Step *projection(const CallEntry &Entry) {
  if (Entry.Outcomes.size() != 1 || Entry.Outcomes[0].Throws ||
      Entry.Outcomes[0].Steps.size() != 1)
    return nullptr;
  const Step &Only = Entry.Outcomes[0].Steps[0];
  bool Hands = Only.Is == Step::Kind::Operation &&
               (Only.Does == OperationKind::Copy ||
                Only.Does == OperationKind::TakeAddress) &&
               Only.Target.From == Place::Root::Result &&
               Only.Target.Fields.empty();
  return Hands ? &Only : nullptr;
}

const Step *predicate(const CallEntry &Entry) {
  if (Entry.Outcomes.size() != 2)
    return nullptr;
  const Step *True = nullptr, *False = nullptr;
  for (const Outcome &Way : Entry.Outcomes) {
    if (Way.Throws || Way.Steps.size() != 1 ||
        Way.Steps[0].Is != Step::Kind::Assume || !Way.Result.exact())
      return nullptr;
    (*Way.Result.exact() == 0 ? False : True) = &Way.Steps[0];
  }
  bool Opposite = True && False && True->Target == False->Target &&
                  True->When == False->When.negated();
  return Opposite ? True : nullptr;
}

/// Whether some step changes the parameter's own variable.
static bool assignsParameter(ArrayRef<Step> Steps, unsigned Index) {
  return any_of(Steps, [Index](const Step &Each) {
    auto IsIt = [Index](const Place &At) {
      return At.From == Place::Root::Parameter && At.Index == Index &&
             At.Fields.empty();
    };
    if (Each.Is != Step::Kind::Operation)
      return assignsParameter(Each.Then, Index) ||
             assignsParameter(Each.Else, Index);
    return (Each.Does != OperationKind::Release &&
            Each.Does != OperationKind::EmptyBlock && IsIt(Each.Target)) ||
           any_of(Each.Arguments, [&](const PlaceArgument &Given) {
             return Given.How == ArgumentMode::ByAddress && IsIt(Given.At);
           });
  });
}

bool assignsParameter(const CallEntry &Entry, unsigned Index) {
  return any_of(Entry.Outcomes, [Index](const Outcome &Way) {
    return assignsParameter(Way.Steps, Index);
  });
}

/// Whether some step says what the result is, or, of an object, is in it.
static bool tellsResult(ArrayRef<Step> Steps, bool IsObject) {
  return any_of(Steps, [IsObject](const Step &Each) {
    if (Each.Is != Step::Kind::Operation)
      return tellsResult(Each.Then, IsObject) ||
             tellsResult(Each.Else, IsObject);
    if (Each.Target.From != Place::Root::Result ||
        Each.Does == OperationKind::Forget ||
        Each.Does == OperationKind::OpenToOthers)
      return false;
    return Each.Does == OperationKind::Set
               ? !Each.Constant.isAnything()
               : !IsObject || !Each.Target.Fields.empty();
  });
}

bool leavesResultOpen(const CallEntry &Entry, bool IsObject) {
  return any_of(Entry.Outcomes, [IsObject](const Outcome &Way) {
    return !Way.Throws && Way.Result.isAnything() &&
           !tellsResult(Way.Steps, IsObject);
  });
}

} // namespace mapitidy
