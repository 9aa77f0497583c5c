//===- Lowering.h - From Clang's CFG to a flow graph ------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns a function's body into a flow graph. This is the only part of
/// mapi-tidy, with the rest of this folder, that looks at Clang's AST.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_LOWERING_H
#define MAPITIDY_CAPTURE_LOWERING_H

#include "capture/CallResolver.h"
#include "capture/CodeGaps.h"
#include "capture/SummarySource.h"
#include "model/FlowGraph.h"

namespace mapitidy {

/// \returns the flow graph of \p Function, which must have a body that is not
/// dependent; an error if Clang can build no CFG for it.
llvm::Expected<FlowGraph> lower(const clang::FunctionDecl &Function,
                                CallResolver &Resolver,
                                SummarySource &Summaries, UnitGaps &Unit);

/// \returns the flow graph of a function whose body is elsewhere, made of what
/// \p Known says that it does.
llvm::Expected<FlowGraph> lowerElsewhere(const clang::FunctionDecl &Function,
                                         const CallEntry &Known,
                                         CallResolver &Resolver,
                                         const Budget &Limits);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_LOWERING_H
