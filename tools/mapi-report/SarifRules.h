//===- SarifRules.h - The checks as rules of SARIF --------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Completes what Clang's SARIF writer says of the tool and its rules:
/// descriptions, help, addresses.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_SARIFRULES_H
#define MAPITIDY_TOOLS_SARIFRULES_H

#include "llvm/Support/JSON.h"

namespace mapitidy {

/// Completes the object `tool.driver` of a SARIF run, with its rules.
void describeTool(llvm::json::Object &Driver);

/// Completes one `reportingDescriptor`, which has its `id`.
void describeRule(llvm::json::Object &Rule);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_SARIFRULES_H
