//===- ClassAnalysis.h - What a class does wrong by itself ------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Chooses among the findings of a class's machine those that are the class's
/// own fault. Only a constructor and a destructor are sure to run, and in that
/// order; between them, whoever uses the class calls what he likes, and may be
/// expected to call a function that cleans up.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_CLASSANALYSIS_H
#define MAPITIDY_HOSTS_CLASSANALYSIS_H

#include "capture/ClassLowering.h"
#include "findings/Finding.h"

namespace mapitidy {

/// Removes from \p Findings, those in \p Machine, what depends on how the class
/// is used. \p UndoneByOthers says whether a library is taken down by others.
void dropUsersFaults(const ClassMachine &Machine,
                     std::vector<Finding> &Findings,
                     llvm::function_ref<bool(InitLevel)> UndoneByOthers);

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_CLASSANALYSIS_H
