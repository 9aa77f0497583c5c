//===- UnitFacts.h - What a translation unit says as a whole ----*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Facts that no function knows of itself: whether it is started as a thread,
/// which must initialise MAPI for itself ("Using Thread-Safe Objects"); and
/// whether somebody undoes what it initialises.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_UNITFACTS_H
#define MAPITIDY_CAPTURE_UNITFACTS_H

#include "catalogue/Catalogue.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <array>

namespace mapitidy {

/// The outermost declarations that tell of the unit as a whole: none of the
/// system's headers. An editor has read the project's headers beforehand and
/// wants the file itself looked at only (the context's traversal scope); to
/// load all of the headers for each keystroke would cost more than the
/// analysis.
std::vector<clang::Decl *> ownDeclarations(clang::ASTContext &Context);

class UnitFacts {
public:
  UnitFacts(const Catalogue &Entries, clang::ASTContext &Context);

  bool isThreadRoutine(const clang::FunctionDecl &Function) const {
    return Routines.count(Function.getCanonicalDecl()) != 0;
  }

  /// Whether a function or class other than \p Class takes \p Level down
  /// without taking it up.
  bool undoesForOthers(InitLevel Level,
                       const clang::CXXRecordDecl &Class) const;

private:
  struct Levels {
    std::array<bool, InitLevelCount> Up{}, Down{};
  };

  llvm::SmallPtrSet<const clang::FunctionDecl *, 4> Routines;
  /// Of a class, or of a function that belongs to none.
  llvm::DenseMap<const clang::Decl *, Levels> Owners;
  friend class UnitVisitor;
};

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_UNITFACTS_H
