//===- Summarise.h - From a flow graph to a summary -------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Computes the summary of a function from its flow graph: a simulation whose
/// typestate is the list of steps so far. Two ways that a test of something of
/// the caller's has parted, and that meet again, become one with an `if`; that
/// keeps functions small that release ten members, each if it is there.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_SUMMARISE_H
#define MAPITIDY_ENGINE_SUMMARISE_H

#include "engine/core/PathEngine.h"

namespace mapitidy {

/// \returns the ways in which the function can end, in a fixed order; nothing
/// if they are too many or too long to be worth following.
std::optional<std::vector<Outcome>> summarise(const FlowGraph &Graph,
                                              const Budget &Limits);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_SUMMARISE_H
