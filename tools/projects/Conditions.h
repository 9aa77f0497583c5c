//===- Conditions.h - Conditions of MSBuild ---------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_CONDITIONS_H
#define MAPITIDY_PROJECTS_CONDITIONS_H

#include "Macros.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace mapitidy {

/// \param Condition such as `'$(Configuration)'=='Debug' and
/// Exists('x.props')`.
/// \param Exists answers for files and folders.
/// \returns nothing if the answer depends on a property function, or if the
/// condition is not written as MSBuild wants it.
std::optional<bool>
evaluateCondition(llvm::StringRef Condition, const Macros &Known,
                  llvm::function_ref<bool(llvm::StringRef Path)> Exists);

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_CONDITIONS_H
