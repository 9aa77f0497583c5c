//===- Operations.cpp - What an operation of a flow graph does ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Operations.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace mapitidy {

static constexpr OperationTraits Traits[] = {
#define OPERATION(Kind, Text, Target, Source, Operand, InSummary)              \
  {OperationKind::Kind,  Text,     TargetRole::Target, SourceRole::Source,     \
   OperandKind::Operand, InSummary},
#include "model/Operations.def"
};

const OperationTraits &traitsOf(OperationKind Kind) {
  return Traits[static_cast<unsigned>(Kind)];
}

std::optional<OperationKind> operationNamed(StringRef Text) {
  const auto *Found =
      find_if(Traits, [Text](const auto &Each) { return Each.Text == Text; });
  if (Found == std::end(Traits))
    return std::nullopt;
  return Found->Kind;
}

} // namespace mapitidy
