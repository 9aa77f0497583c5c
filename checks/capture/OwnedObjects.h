//===- OwnedObjects.h - Objects on the heap and their owners ----*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the objects that a function makes on the heap and that no variable but
/// one of its own ever points to: they are as good as variables of their own.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_OWNEDOBJECTS_H
#define MAPITIDY_CAPTURE_OWNEDOBJECTS_H

#include "clang/AST/ExprCXX.h"
#include <vector>

namespace mapitidy {

struct OwnedObject {
  const clang::VarDecl *Owner = nullptr;
  /// What makes it: new, or a call of std::make_unique.
  const clang::Expr *Made = nullptr;
  clang::QualType Type;
  /// A function got the pointer and may have kept it: the object may live on
  /// if the owner does not delete it.
  bool Lent = false;
};

std::vector<OwnedObject> ownedObjects(clang::Stmt *Body,
                                      clang::ASTContext &Context);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_OWNEDOBJECTS_H
