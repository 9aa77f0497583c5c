//===- SummaryQueries.h - Questions about summaries -------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a caller asks of a summary before it replays it.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CATALOGUE_SUMMARYQUERIES_H
#define MAPITIDY_CATALOGUE_SUMMARYQUERIES_H

#include "catalogue/Catalogue.h"

namespace mapitidy {

/// Whether \p Entry does nothing but hand out a place of its caller's, as
/// getters do. \returns the step, or null.
const Step *projection(const CallEntry &Entry);

/// Whether \p Entry does nothing but answer whether something of its caller's
/// is so. \returns the test that it answers with true, or null.
const Step *predicate(const CallEntry &Entry);

/// Whether \p Entry changes its own copy of the parameter \p Index.
bool assignsParameter(const CallEntry &Entry, unsigned Index);

/// Whether \p Entry can return without a step that says what the result is, or,
/// of an object, what is in it.
bool leavesResultOpen(const CallEntry &Entry, bool IsObject);

} // namespace mapitidy

#endif // MAPITIDY_CATALOGUE_SUMMARYQUERIES_H
