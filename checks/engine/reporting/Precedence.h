//===- Precedence.h - One defect, one finding -------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A defect may break several rules, or one rule in several places. Of its
/// findings, one is kept.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_PRECEDENCE_H
#define MAPITIDY_ENGINE_PRECEDENCE_H

#include "engine/core/Trace.h"
#include "findings/Finding.h"
#include "llvm/ADT/DenseSet.h"

namespace mapitidy {

/// Leaves one of \p Findings for each defect, and sorts them by place and rule.
/// A note explains the operations in \p Explained already.
/// Of a class, losses on several ways are left to \c joinLosses, once it is
/// known which of them are the class's own.
/// \param Watch is told what is dropped, if it is not null.
void applyPrecedence(std::vector<Finding> &Findings,
                     const llvm::DenseSet<unsigned> &Explained, bool IsClass,
                     Trace *Watch);

/// Leaves one finding of what one call handed out and several ways lose, with
/// notes at the others.
void joinLosses(std::vector<Finding> &Findings);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_PRECEDENCE_H
