//===- SummaryRelevance.h - What of a function its callers see --*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Says which paths and calls of a function belong into its summary: what a
/// caller can name, and the variables of the function through which such
/// things pass.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_SUMMARYRELEVANCE_H
#define MAPITIDY_ENGINE_SUMMARYRELEVANCE_H

#include "model/FlowGraph.h"
#include "llvm/ADT/IntEqClasses.h"

namespace mapitidy {

class SummaryRelevance {
public:
  enum class Role {
    None,
    Effect,           ///< it does something to what callers can name
    Use,              ///< it only uses such an object
    Once,             ///< that it is called at all matters
    DecidedBySuccess, ///< it does something if it succeeds
  };

  explicit SummaryRelevance(const FlowGraph &Graph);

  /// Whether \p Path is something that callers can name, or is connected with
  /// such a thing by copies.
  bool is(PathId Path) const { return Relevant[Path]; }
  /// The same of \p Path or of a member of it: whoever gets the whole gets
  /// that.
  bool holds(PathId Path) const { return Holding[Path]; }
  /// Whether callers can name it.
  bool isExported(PathId Path) const { return Exported[Path]; }
  /// Whether a test of \p Path parts the ways of the summary.
  bool isTest(PathId Path) const;
  /// Whether \p Path may be returned, and what it holds matters.
  bool isReturned(PathId Path) const;
  /// Whether the value of \p Path may be the result, whatever it holds.
  bool decidesResult(PathId Path) const { return Result[Path]; }
  Role roleOf(const Operation &Call) const;

private:
  void markParents();
  void markResult();
  void markHolding();
  bool touches(const Operation &Call, Slot At) const;

  const FlowGraph &Graph;
  PathVector<char> Exported;
  PathVector<char> Relevant;
  PathVector<char> Holding;
  PathVector<char> Assigned;
  PathVector<char> Result;
};

/// Whether the step only uses an object, and changes nothing that is followed.
bool isMereUse(const Step &Each);

/// Removes what a way does to variables of the function that nothing of the
/// caller's passes through on that way.
void dropPrivateSteps(std::vector<Step> &Steps);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_SUMMARYRELEVANCE_H
