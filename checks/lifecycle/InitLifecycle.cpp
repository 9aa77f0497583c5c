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

namespace {

struct InitFlag {
  bool InitState::*Member;
  const char *Words; ///< in traces
};

} // namespace

static constexpr InitFlag Flags[] = {
    {&InitState::OleDown, "OLE is down"},
    {&InitState::OleAfterMapi, "OLE is up after MAPI"},
    {&InitState::MapiDown, "MAPI is down"},
    {&InitState::UtilitiesDown, "the utilities went down first"},
    {&InitState::FastShutdown, "fast shutdown"},
    {&InitState::WorkEnded, "the work has ended"},
    {&InitState::UpBefore, "MAPI was up before"},
    {&InitState::Helped, "an unseen function has run"},
    {&InitState::Stopped, "stopped"},
    {&InitState::FailedExit, "a failure is returned"}};

uint64_t InitState::pack() const {
  uint64_t Result = 0;
  for (const LevelState &Level : Levels)
    Result = Result << 6 | uint64_t(Level.Count + 1) << 3 |
             uint64_t(Level.Lent) << 2 | uint64_t(Level.Failed) << 1 |
             uint64_t(Level.Undone);
  for (const InitFlag &Each : Flags)
    Result = Result << 1 | uint64_t(this->*Each.Member);
  return Result;
}

InitState InitState::unpack(uint64_t Packed) {
  InitState Result;
  for (size_t I = std::size(Flags); I-- > 0; Packed >>= 1)
    Result.*Flags[I].Member = Packed & 1;
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
  // What has ended before the library went up was another session's work.
  if (!State.Undone)
    Now.WorkEnded = false;
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

std::string describe(const InitState &Now) {
  static constexpr const char *Names[InitLevelCount] = {"OLE", "MAPI",
                                                        "utilities", "COM"};
  std::string Result;
  for (unsigned I = 0; I < InitLevelCount; ++I) {
    const LevelState &Level = Now.Levels[I];
    Result += std::string(I == 0 ? "" : ", ") + Names[I] + " " +
              std::to_string(Level.Count);
    for (const auto &[Is, Word] : {std::pair(Level.Failed, " failed"),
                                   std::pair(Level.Undone, " undone"),
                                   std::pair(Level.Lent, " left to others")})
      if (Is)
        Result += Word;
  }
  for (const InitFlag &Each : Flags)
    if (Now.*Each.Member)
      Result += std::string(", ") + Each.Words;
  return Result;
}

} // namespace mapitidy
