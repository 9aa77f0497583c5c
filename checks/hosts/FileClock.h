//===- FileClock.h - The time that a file may take --------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Counts the time that is spent on the functions and classes of a file, piece
/// by piece, against a limit.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_FILECLOCK_H
#define MAPITIDY_HOSTS_FILECLOCK_H

#include "model/Budget.h"
#include <algorithm>
#include <cassert>
#include <chrono>
#include <optional>

namespace mapitidy {

class FileClock {
public:
  /// \param Limit zero if there is none.
  void setLimit(std::chrono::milliseconds NewLimit) { Limit = NewLimit; }

  /// A piece of work, which takes as long as this lives. What is within another
  /// piece is counted with that.
  class Piece {
  public:
    explicit Piece(FileClock &Clock) : Clock(Clock) {
      if (Clock.Running++ == 0)
        Clock.Started = std::chrono::steady_clock::now();
    }
    ~Piece() {
      assert(Clock.Running > 0 && "a piece that was not begun");
      if (--Clock.Running != 0)
        return;
      Clock.Spent = Clock.spent();
      Clock.Started.reset();
    }
    Piece(const Piece &) = delete;
    Piece &operator=(const Piece &) = delete;

  private:
    FileClock &Clock;
  };

  bool isUp() const { return Limit.count() != 0 && spent() >= Limit; }

  /// \returns \p Wanted, with no more time than is left.
  Budget within(Budget Wanted) const {
    if (Limit.count() != 0)
      Wanted.MaxTime =
          std::min(Wanted.MaxTime,
                   std::max(std::chrono::nanoseconds(0), Limit - spent()));
    return Wanted;
  }

private:
  std::chrono::nanoseconds spent() const {
    return Started ? Spent + (std::chrono::steady_clock::now() - *Started)
                   : Spent;
  }

  std::chrono::nanoseconds Limit{0};
  std::chrono::nanoseconds Spent{0};
  std::optional<std::chrono::steady_clock::time_point> Started;
  unsigned Running = 0; ///< pieces within each other
};

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_FILECLOCK_H
