//===- Budget.h - What one function may take --------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Limits on what is spent between the syntax tree and the findings of one
/// function, class or summary. Running out of one gives it up, visibly.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_BUDGET_H
#define MAPITIDY_MODEL_BUDGET_H

#include "llvm/ADT/StringRef.h"
#include <chrono>
#include <cstdint>

namespace mapitidy {

struct Budget {
  /// Of the flow graph; its operations and dataflows have limits besides.
  unsigned MaxBlocks = 20000;
  unsigned MaxStates = 400000;
  std::chrono::nanoseconds MaxTime = std::chrono::seconds(5);

  static constexpr size_t MaxOperations = 200000;
  /// Of a table of all paths in all blocks.
  static constexpr uint64_t MaxCells = uint64_t(1) << 30;

  static constexpr llvm::StringLiteral Exceeded =
      "it exceeds mapi.MaxBlocks, mapi.MaxStates or mapi.MaxMilliseconds";
};

/// The time that is left of a budget, looked at now and then.
class Timer {
public:
  explicit Timer(std::chrono::nanoseconds MaxTime) : MaxTime(MaxTime) {}

  /// \returns whether the time is up; asking costs next to nothing.
  bool isUp() {
    constexpr unsigned Interval = 256;
    if (++Asked % Interval == 0 && !Up)
      Up = std::chrono::steady_clock::now() - Started > MaxTime;
    return Up;
  }

private:
  std::chrono::nanoseconds MaxTime;
  std::chrono::steady_clock::time_point Started =
      std::chrono::steady_clock::now();
  unsigned Asked = 0;
  bool Up = false;
};

} // namespace mapitidy

#endif // MAPITIDY_MODEL_BUDGET_H
