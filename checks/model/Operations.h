//===- Operations.h - What an operation of a flow graph does ----*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The kinds of operations, as Operations.def lists them, and what all code
/// may ask of a kind. What an operation means for a simulation is the
/// simulation's own; its switch has no `default:`, so that a new kind is
/// noticed.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_OPERATIONS_H
#define MAPITIDY_MODEL_OPERATIONS_H

#include "llvm/ADT/StringRef.h"
#include <optional>

namespace mapitidy {

enum class OperationKind {
#define OPERATION(Kind, Text, Target, Source, Operand, InSummary) Kind,
#include "model/Operations.def"
};

/// What becomes of an operation's target.
enum class TargetRole {
  None,         ///< it has none
  Written,      ///< it has another value
  MayBeWritten, ///< the same, if there is one
  Updated,      ///< it has another value, made of the one before
  MayBeUpdated, ///< the same, if there is one
  Refined,      ///< more is known of it; it is the same as before
  Exposed,      ///< it may have another value at any time
  Ended         ///< there is no such variable any more
};

/// What an operation does with its source.
enum class SourceRole {
  None,      ///< it has none
  Read,      ///< its value counts
  MayBeRead, ///< the same, if there is one
  Addressed  ///< only where it is counts
};

/// What an operation carries besides its paths.
enum class OperandKind {
  None,
  Constant,
  Arithmetic,
  Condition,
  Type,
  Call,    ///< of the catalogue's entry, with receiver and arguments
  Function ///< the same of a function of the project, by its name
};

/// One line of Operations.def.
struct OperationTraits {
  OperationKind Kind;
  llvm::StringLiteral Text;
  TargetRole Target;
  SourceRole Source;
  OperandKind Operand;
  bool InSummary;

  bool needsTarget() const {
    return Target != TargetRole::None && Target != TargetRole::MayBeWritten &&
           Target != TargetRole::MayBeUpdated;
  }
  bool needsSource() const {
    return Source == SourceRole::Read || Source == SourceRole::Addressed;
  }
  /// Whether the target is another afterwards than it was before.
  bool changesTarget() const {
    return Target != TargetRole::None && Target != TargetRole::Refined &&
           Target != TargetRole::Ended;
  }
  /// Whether it does not matter afterwards what the target was before.
  bool overwritesTarget() const {
    return Target == TargetRole::Written ||
           Target == TargetRole::MayBeWritten || Target == TargetRole::Exposed;
  }
};

const OperationTraits &traitsOf(OperationKind Kind);

/// \returns the kind that \p Text names.
std::optional<OperationKind> operationNamed(llvm::StringRef Text);

} // namespace mapitidy

#endif // MAPITIDY_MODEL_OPERATIONS_H
