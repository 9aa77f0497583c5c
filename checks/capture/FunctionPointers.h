//===- FunctionPointers.h - What function pointers point to -----*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Says which function a variable or member points to, if the translation unit
/// gives it one function and no other: by name, or through GetProcAddress with
/// a literal. MAPI is often reached so; see "How to: Link to MAPI functions".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_FUNCTIONPOINTERS_H
#define MAPITIDY_CAPTURE_FUNCTIONPOINTERS_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include <optional>

namespace mapitidy {

/// A function, or the name of one in a library.
struct FunctionTarget {
  const clang::FunctionDecl *Function = nullptr;
  std::string Name;

  bool operator==(const FunctionTarget &Other) const {
    return Function == Other.Function && Name == Other.Name;
  }
};

class FunctionPointers {
public:
  /// \returns what the function pointer \p Callee of a call points to.
  std::optional<FunctionTarget> targetOf(const clang::Expr *Callee,
                                         clang::ASTContext &Context);

private:
  using Targets =
      llvm::DenseMap<const clang::ValueDecl *, std::optional<FunctionTarget>>;

  static std::optional<FunctionTarget> valueOf(const clang::Expr *E);
  static void collect(Targets &Into, clang::ASTContext &Context);

  std::optional<Targets> Known; ///< of the whole translation unit
  friend class AssignmentFinder;
};

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_FUNCTIONPOINTERS_H
