//===- Widening.cpp - Many ways as few ------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/summaries/Widening.h"
#include "engine/summaries/SummaryRelevance.h"
#include "engine/summaries/TraceTable.h"

using namespace llvm;

namespace mapitidy {

/// The steps without the tests, mere uses, and calls that fail: what becomes of
/// the caller's things.
static std::vector<Step> effectsOf(ArrayRef<Step> Steps) {
  std::vector<Step> Result;
  for (const Step &Each : Steps)
    if (Each.Is != Step::Kind::Assume && !isMereUse(Each) &&
        !(Each.Is == Step::Kind::Operation &&
          Each.Does == OperationKind::Call && Each.Ends == Success::No))
      Result.push_back(Each);
  dropPrivateSteps(Result);
  return Result;
}

/// Whether some call in \p Steps has to do with \p At, or with what it is a
/// part of.
static bool isGivenToCall(ArrayRef<Step> Steps, const Place &At) {
  return any_of(Steps, [&](const Step &Each) {
    if (Each.Is != Step::Kind::Operation ||
        Each.Does == OperationKind::Release ||
        Each.Does == OperationKind::AddReference)
      return true;
    return Each.Receiver.At == At || Each.Target == At ||
           any_of(Each.Arguments,
                  [&](const PlaceArgument &Given) { return Given.At == At; });
  });
}

/// Takes the steps out of \p Steps that give something a value that no call in
/// it has to do with. \returns what they write to.
static std::vector<Place> takeAssignments(std::vector<Step> &Steps) {
  std::vector<Step> Kept, Calls;
  for (const Step &Each : Steps)
    if (Each.Is != Step::Kind::Operation || Each.Does == OperationKind::Call)
      Calls.push_back(Each);
  std::vector<Place> Written;
  for (const Step &Each : Steps) {
    const bool Assigns =
        Each.Is == Step::Kind::Operation &&
        (Each.Does == OperationKind::Set || Each.Does == OperationKind::Copy ||
         Each.Does == OperationKind::Forget ||
         Each.Does == OperationKind::Combine ||
         Each.Does == OperationKind::OpenToOthers);
    if (!Assigns || isGivenToCall(Calls, Each.Target) ||
        (Each.Source.isKnown() && isGivenToCall(Calls, Each.Source)))
      Kept.push_back(Each);
    else if (!is_contained(Written, Each.Target))
      Written.push_back(Each.Target);
  }
  // Who has a number is of no interest.
  erase_if(Kept, [&](const Step &Each) {
    return Each.Is == Step::Kind::Operation &&
           Each.Does == OperationKind::GiveAway &&
           is_contained(Written, Each.Source);
  });
  Steps = std::move(Kept);
  return Written;
}

/// \p Of with numbers that only say which case it is.
static Step withoutNumbers(Step Of) {
  for (PlaceArgument &Given : Of.Arguments)
    if (Given.How == ArgumentMode::Constant ||
        Given.At.From == Place::Root::Local)
      Given = PlaceArgument();
  return Of;
}

static bool sameEffects(ArrayRef<Step> A, ArrayRef<Step> B) {
  return A.size() == B.size() && all_of(zip(A, B), [](const auto &Pair) {
           return keyOf(withoutNumbers(std::get<0>(Pair))) ==
                  keyOf(withoutNumbers(std::get<1>(Pair)));
         });
}

/// What \p Known gives its calls is known only where \p Other gives the same.
static void joinArguments(std::vector<Step> &Known, ArrayRef<Step> Other) {
  for (size_t I = 0; I < Known.size(); ++I)
    for (size_t J = 0; J < Known[I].Arguments.size(); ++J)
      if (!(Known[I].Arguments[J] == Other[I].Arguments[J]))
        Known[I].Arguments[J] = PlaceArgument();
}

static bool sameResult(const Outcome &A, const Outcome &B) {
  return A.Result.Signs == B.Result.Signs && A.Throws == B.Throws &&
         A.Thrown == B.Thrown;
}

/// Whether the results tell those apart that do different things.
static bool resultsTell(ArrayRef<Outcome> Ways) {
  for (size_t I = 0; I < Ways.size(); ++I)
    for (size_t J = I + 1; J < Ways.size(); ++J)
      if (!Ways[I].Throws && !Ways[J].Throws &&
          !sameEffects(Ways[I].Steps, Ways[J].Steps) &&
          Ways[I].Result.meet(Ways[J].Result).Signs != 0)
        return false;
  return true;
}

std::optional<std::vector<Outcome>> widen(const std::vector<Outcome> &Ways) {
  std::vector<Outcome> Result;
  std::vector<std::vector<Place>> Written;
  for (const Outcome &Each : Ways) {
    Outcome Way = Each;
    Way.Steps = effectsOf(Each.Steps);
    const std::vector<Place> Writes = takeAssignments(Way.Steps);
    auto It = find_if(
        Result, [&](const Outcome &Other) { return sameResult(Way, Other); });
    if (It == Result.end()) {
      Result.push_back(std::move(Way));
      Written.push_back(Writes);
      continue;
    }
    if (!sameEffects(It->Steps, Way.Steps))
      return std::nullopt;
    joinArguments(It->Steps, Way.Steps);
    It->Result = It->Result.join(Way.Result);
    for (const Place &At : Writes)
      if (!is_contained(Written[It - Result.begin()], At))
        Written[It - Result.begin()].push_back(At);
  }
  if (!resultsTell(Result))
    return std::nullopt;
  for (size_t I = 0; I < Result.size(); ++I)
    for (const Place &At : Written[I]) {
      Step Opened;
      Opened.Does = OperationKind::OpenToOthers;
      Opened.Target = At;
      Result[I].Steps.push_back(std::move(Opened));
    }
  return Result;
}

} // namespace mapitidy
