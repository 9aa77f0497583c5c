//===- InitLifecycle.h - Libraries up and down ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The libraries around a session: how often each was initialised in this
/// function and not yet undone, and what may follow what.
///
/// \verbatim
///   per level   count: -1 (undid the caller's), 0, 1, 2, ...
///               initialise --success--> count + 1
///                          --failure--> failed
///               uninitialise at 0, failed    -> unmatched-init
///   ladder      OleUninitialize after the last MAPIUninitialize -> order
///               DeinitMapiUtil before MAPIUninitialize          -> order
///               MAPI call after the last MAPIUninitialize       -> order
///               MAPIUninitialize after DoFastShutdown           -> order
/// \endverbatim
///
/// Source: Microsoft, "Ending a MAPI Session", steps 6 to 8; MAPIInitialize,
/// MAPIUninitialize, DeinitMapiUtil; "Best practices for fast shutdown".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_LIFECYCLE_INITLIFECYCLE_H
#define MAPITIDY_LIFECYCLE_INITLIFECYCLE_H

#include "catalogue/Catalogue.h"
#include "findings/Finding.h"
#include <array>

namespace mapitidy {

struct LevelState {
  int8_t Count = 0;
  bool Failed = false; ///< tried, and not up because of that
  bool Undone = false; ///< was up, and undone as often
  bool Lent = false;   ///< something outside decided not to undo it here
};

struct InitState {
  std::array<LevelState, InitLevelCount> Levels;
  bool OleDown = false;       ///< OleUninitialize has run
  bool OleAfterMapi = false;  ///< OLE went up again after MAPI's end
  bool MapiDown = false;      ///< the balancing MAPIUninitialize has run
  bool UtilitiesDown = false; ///< DeinitMapiUtil ran while MAPI was up
  bool FastShutdown = false;
  bool WorkEnded = false;  ///< the session's work visibly ended
  bool UpBefore = false;   ///< MAPI was up before it was initialised here
  bool Helped = false;     ///< a function that is not seen has run
  bool Stopped = false;    ///< nothing more can be said on this path
  bool FailedExit = false; ///< the function is left with a failure

  LevelState &operator[](InitLevel Level) { return Levels[unsigned(Level)]; }
  const LevelState &operator[](InitLevel Level) const {
    return Levels[unsigned(Level)];
  }

  uint64_t pack() const;
  static InitState unpack(uint64_t Packed);
};

/// \returns the state in words, for traces.
std::string describe(const InitState &Now);

struct InitTransition {
  InitState Next;
  std::optional<Rule> Broken;
};

InitTransition initialise(InitState Now, InitLevel Level, bool Succeeded);
InitTransition uninitialise(InitState Now, InitLevel Level);
/// A call of MAPI that needs MAPIInitialize.
InitTransition callMapi(InitState Now);
InitTransition fastShutdown(InitState Now);

} // namespace mapitidy

#endif // MAPITIDY_LIFECYCLE_INITLIFECYCLE_H
