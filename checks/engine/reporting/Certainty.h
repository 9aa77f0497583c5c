//===- Certainty.h - Is, or may be ------------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A message says "is" if what it says holds whenever its place is reached, and
/// "may be", with the condition, if there are ways on which it does not.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_CERTAINTY_H
#define MAPITIDY_ENGINE_CERTAINTY_H

#include "engine/AnalysisContext.h"

namespace mapitidy {

/// Words the message of \p Reported, which is \p Found, as carefully as it must
/// be.
void wordCarefully(AnalysisContext &Shared, PathEngine &Engine,
                   const Fault &Found, Finding &Reported);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_CERTAINTY_H
