//===- WrongThings.h - What no call like this frees -------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A call gives back something that cannot be given back like this, wherever
/// it came from: its type tells, or that it is the address of a variable, or of
/// something within a block.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_WRONGTHINGS_H
#define MAPITIDY_ENGINE_WRONGTHINGS_H

#include "engine/AnalysisContext.h"

namespace mapitidy {

/// Reports what \p Op gives back although it cannot.
void checkWrongThings(AnalysisContext &Shared, const Operation &Op);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_WRONGTHINGS_H
