//===- LentMemory.h - What a callback is lent -------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a callback is lent stays its caller's: it must not free it.
/// Source: Microsoft, "IMAPIAdviseSink::OnNotify".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_LENTMEMORY_H
#define MAPITIDY_ENGINE_LENTMEMORY_H

#include "engine/AnalysisContext.h"

namespace mapitidy {

/// Reports \p Op if it frees what the function was lent.
void checkLentMemory(AnalysisContext &Shared, const Operation &Op);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_LENTMEMORY_H
