//===- FunctionAnalysis.h - All checks of one function ----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Analyses one flow graph for all checks at once: the libraries first, then
/// each thing that the function acquires, then each Logoff.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_FUNCTIONANALYSIS_H
#define MAPITIDY_ENGINE_FUNCTIONANALYSIS_H

#include "engine/core/PathEngine.h"
#include "findings/Finding.h"

namespace mapitidy {

struct FunctionReport {
  std::vector<Finding> Findings; ///< by place, then by check
  /// False if a budget ran out: the findings are then incomplete.
  bool Complete = true;
  /// Libraries left up where a finding says worse, by the ways to the calls
  /// that took them up.
  std::vector<CallChain> LeftUp;
};

/// \param Watch gets a record of the analysis, if it is not null.
FunctionReport analyse(const FlowGraph &Graph, const Catalogue &Entries,
                       const Budget &Limits, Trace *Watch = nullptr);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_FUNCTIONANALYSIS_H
