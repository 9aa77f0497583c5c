//===- Widening.h - Many ways as few ----------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A function that does the same in many cases ends in more ways than anybody
/// wants to follow. What its caller needs is what becomes of its own things on
/// a success and on a failure.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_WIDENING_H
#define MAPITIDY_ENGINE_WIDENING_H

#include "model/Summary.h"
#include <optional>
#include <vector>

namespace mapitidy {

/// \returns one way for each kind of result in \p Ways, without the tests that
/// lead to it; nothing if ways with one kind of result do different things.
std::optional<std::vector<Outcome>> widen(const std::vector<Outcome> &Ways);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_WIDENING_H
