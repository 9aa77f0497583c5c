//===- GraphDump.h - Flow graphs to look at ---------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `mapi.DumpGraph` prints the flow graphs of a translation unit, `mapi.Trace`
/// what the analysis of one does, and `mapi.ReadGraphsBack` judges what is read
/// of a graph's text.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_GRAPHDUMP_H
#define MAPITIDY_HOSTS_GRAPHDUMP_H

#include "engine/core/Trace.h"
#include "hosts/Options.h"
#include "model/FlowGraph.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/Error.h"
#include <memory>

namespace mapitidy {

/// Does with \p Graph, before it is judged, what the options ask for.
/// \returns an error that the text does not say what the graph says, which is a
/// fault of mapi-tidy's.
llvm::Error show(FlowGraph &Graph, const Options &Wanted,
                 const clang::SourceManager &Sources);

/// \returns a record on the standard output if the options ask for one of this
/// function or class; else null.
std::unique_ptr<Trace> traceFor(const FlowGraph &Graph, const Options &Wanted);

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_GRAPHDUMP_H
