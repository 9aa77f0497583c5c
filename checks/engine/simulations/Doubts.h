//===- Doubts.h - Which side of a test lost it ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Where a test asks how a call went in a way that is not known (Telltales.h),
/// one of its sides is that of success, and nobody knows which. What goes wrong
/// on one of them only may go wrong where there is nothing to go wrong with.
/// What goes wrong on each of them, whatever is asked there in turn, is wrong.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_DOUBTS_H
#define MAPITIDY_ENGINE_DOUBTS_H

#include "engine/AnalysisContext.h"

namespace mapitidy {

class Doubts {
public:
  /// The sides of tests that a way has taken; 0 if it has met no such test.
  using Number = uint8_t;

  /// \returns what the way becomes that takes \p Side of \p Branch, or nothing
  /// if there are too many.
  std::optional<Number> take(Number Way, BlockId Branch, const Edge &Side);
  /// \returns what the two ways become that meet, if they are the sides of one
  /// test.
  std::optional<Number> meet(Number Way, Number Other) const;

  /// \p Found is so on \p Way, unless that is a side on which the call failed.
  void suspect(Number Way, Fault Found, std::vector<FindingNote> Notes);

  /// Reports what is so whichever sides are those of success.
  void settle(AnalysisContext &Shared);

private:
  struct Node {
    Number Before = 0;
    BlockId Branch = 0;
    const Edge *Side = nullptr;
  };
  struct Suspicion {
    Number Way;
    Fault Found;
    std::vector<FindingNote> Notes;
  };
  bool isWrong(Number Way) const;
  bool isWrongOnAllSides(Number Before, BlockId Branch) const;
  unsigned sides(Number Before, BlockId Branch) const;
  const Suspicion &lastSuspicion() const;

  static constexpr unsigned MostNodes = 24;

  std::vector<Node> Nodes{1}; // the first one is no side of anything
  std::vector<Suspicion> Suspicions;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_DOUBTS_H
