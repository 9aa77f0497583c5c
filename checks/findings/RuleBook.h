//===- RuleBook.h - What Microsoft asks for ---------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The rules of starting and ending a MAPI session, as Microsoft's pages have
/// them, and what becomes of each: which rules of the checks enforce it, and
/// what of it is not enforced, and why.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_FINDINGS_RULEBOOK_H
#define MAPITIDY_FINDINGS_RULEBOOK_H

#include "findings/Finding.h"

namespace mapitidy {

/// An entry of the book. At least one of \c EnforcedBy and \c NotEnforced says
/// something.
struct BookEntry {
  llvm::StringRef Id;        ///< S: starting, E: ending, N: notes, X: around
  llvm::StringRef Statement; ///< in a line
  llvm::StringRef Source;    ///< names of Microsoft's pages
  std::vector<Rule> EnforcedBy;
  llvm::StringRef NotEnforced; ///< the reason why a tool should not
};

llvm::ArrayRef<BookEntry> ruleBook();

} // namespace mapitidy

#endif // MAPITIDY_FINDINGS_RULEBOOK_H
