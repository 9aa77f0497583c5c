//===- CodeGaps.h - What of a function Clang cannot make out ----*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Code that does not compile is in the syntax tree as far as Clang could make
/// it out: with recovery expressions and invalid declarations in it, with a
/// name taken for a similar one, or not at all. The last shows only in the
/// tokens: a word that names a variable and that no part of the tree stands
/// for, or a `return` without its statement.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_CODEGAPS_H
#define MAPITIDY_CAPTURE_CODEGAPS_H

#include "capture/SourceText.h"
#include "catalogue/Catalogue.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <memory>
#include <string>
#include <vector>

namespace mapitidy {

/// What is not known of one function.
struct CodeGaps {
  /// Each thing and where it is, for people, in the order of the source.
  std::vector<std::string> What;
  /// Variables and members that are named in code that the tree lacks.
  llvm::SmallPtrSet<const clang::ValueDecl *, 4> Named;
  /// Names that Clang took for those of similar declarations.
  llvm::SmallPtrSet<const clang::Expr *, 4> Guessed;
  /// A jump is not in the tree: which ways lead to what is before this place is
  /// not known.
  clang::SourceLocation DoubtfulUntil;
  /// The closing brace is missing, and whatever may stand before it.
  bool EndMissing = false;
  /// Clang's CFG cannot have the initialisers, or the members' destructors.
  bool BodyOnly = false;
  /// What the function returns is not known.
  bool ResultUnknown = false;

  bool any() const { return !What.empty(); }
  /// Whether the tree lacks statements: what they do is not even to be guessed.
  bool lacksCode() const {
    return !Named.empty() || DoubtfulUntil.isValid() || EndMissing ||
           BodyOnly || ResultUnknown;
  }
  /// The first few of What as one text.
  std::string str() const;
};

/// The gaps of the functions of a translation unit.
class UnitGaps {
public:
  /// \p HasErrors is false for a unit that compiles, which has none.
  UnitGaps(const Catalogue &Entries, SourceText Text, bool HasErrors)
      : Entries(Entries), Text(std::move(Text)), HasErrors(HasErrors) {}

  /// \returns what is not known of \p Function, which has a body.
  const CodeGaps &of(const clang::FunctionDecl &Function);

  /// Whether all that belongs to the class is in the tree, its bases included.
  bool isWhole(const clang::CXXRecordDecl &Class) const;

  /// Whether the text of \p Function, which does not compile, names calls of
  /// the catalogue's: the tree may have none of them.
  bool namesCalls(const clang::FunctionDecl &Function);

  bool hasErrors() const { return HasErrors; }
  const SourceText &text() const { return Text; }

private:
  const Catalogue &Entries;
  SourceText Text;
  bool HasErrors;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<CodeGaps>> Known;
};

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_CODEGAPS_H
