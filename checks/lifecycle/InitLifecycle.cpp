//===- InitLifecycle.cpp - Libraries up and down --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lifecycle/InitLifecycle.h"
#include <algorithm>
#include <iterator>

namespace mapitidy {

static constexpr int8_t MostCounted = 3;

static constexpr bool InitState::*Flags[] = {
    &InitState::OleDown,       &InitState::OleAfterMapi, &InitState::MapiDown,
    &InitState::UtilitiesDown, &InitState::FastShutdown, &InitState::WorkEnded,
    &InitState::UpBefore,      &InitState::Helped,       &InitState::Stopped,
    &InitState::FailedExit};

uint64_t InitState::pack() const {
  uint64_t Result = 0;
  for (const LevelState &Level : Levels)
    Result = Result << 6 | uint64_t(Level.Count + 1) << 3 |
             uint64_t(Level.Lent) << 2 | uint64_t(Level.Failed) << 1 |
             uint64_t(Level.Undone);
  for (bool InitState::*Flag : Flags)
    Result = Result << 1 | uint64_t(this->*Flag);
  return Result;
}

InitState InitState::unpack(uint64_t Packed) {
  InitState Result;
  for (size_t I = std::size(Flags); I-- > 0; Packed >>= 1)
    Result.*Flags[I] = Packed & 1;
  for (unsigned I = InitLevelCount; I-- > 0; Packed >>= 6) {
    Result.Levels[I].Undone = Packed & 1;
    Result.Levels[I].Failed = Packed >> 1 & 1;
    Result.Levels[I].Lent = Packed >> 2 & 1;
    Result.Levels[I].Count = int8_t(Packed >> 3 & 7) - 1;
  }
  return Result;
}

InitTransition initialise(InitState Now, InitLevel Level, bool Succeeded) {
  LevelState &State = Now[Level];
  State.Failed = !Succeeded;
  if (!Succeeded)
    return {Now, std::nullopt};
  State.Count =
      std::min<int8_t>(std::max<int8_t>(State.Count, 0) + 1, MostCounted);
  State.Undone = State.Lent = false;
  if (Level == InitLevel::Ole) {
    Now.OleDown = false;
    Now.OleAfterMapi = Now.MapiDown;
  }
  if (Level == InitLevel::Mapi) {
    Now.MapiDown = false;
    Now.UtilitiesDown = false;
  }
  return {Now, std::nullopt};
}

/// The order of the ladder.
static std::optional<Rule> orderBroken(const InitState &Now, InitLevel Level) {
  if (Level == InitLevel::Ole && Now.MapiDown && !Now.OleAfterMapi)
    return Rule::OleAfterMapi;
  bool Mapis = Level == InitLevel::Mapi || Level == InitLevel::MapiUtil;
  if (Mapis && Now.FastShutdown)
    return Rule::UninitialiseAfterFastShutdown;
  if (Level == InitLevel::Mapi && Now.UtilitiesDown)
    return Rule::UtilitiesBeforeMapi;
  return std::nullopt;
}

InitTransition uninitialise(InitState Now, InitLevel Level) {
  LevelState &State = Now[Level];
  if (State.Count <= 0 && State.Failed) {
    State.Failed = false;
    return {Now, Rule::UninitialiseAfterFailure};
  }
  std::optional<Rule> Broken = orderBroken(Now, Level);
  if (Level == InitLevel::MapiUtil && !Now.MapiDown)
    Now.UtilitiesDown = true;
  State.Undone = State.Count == 1;
  State.Count = State.Count > 0 ? State.Count - 1 : -1;
  if (Level == InitLevel::Ole)
    Now.OleDown = State.Count <= 0;
  if (Level == InitLevel::Mapi) {
    // Whoever initialised it before undoes it later.
    Now.MapiDown = State.Count < 0 || (State.Count == 0 && !Now.UpBefore);
    Now.UpBefore &= !Now.MapiDown;
    Now.UtilitiesDown = false;
  }
  return {Now, Broken};
}

InitTransition callMapi(InitState Now) {
  if (Now.MapiDown)
    return {Now, Rule::CallAfterUninitialise};
  return {Now, std::nullopt};
}

InitTransition fastShutdown(InitState Now) {
  Now.FastShutdown = true;
  return {Now, std::nullopt};
}

} // namespace mapitidy
