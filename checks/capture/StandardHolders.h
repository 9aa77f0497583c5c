//===- StandardHolders.h - Classes that consist of others -------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The standard library's classes whose objects are structures in all but name:
/// std::pair, std::tuple, std::optional and std::variant. What they consist of
/// has names here as members have.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_STANDARDHOLDERS_H
#define MAPITIDY_CAPTURE_STANDARDHOLDERS_H

#include "clang/AST/Type.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>

namespace mapitidy {

struct StandardHolder {
  enum class Kind { Pair, Tuple, Optional, Variant };
  Kind Is = Kind::Pair;
  llvm::SmallVector<clang::QualType, 2> Parts;

  /// The name of the part at \p Index.
  std::string field(unsigned Index) const;
  /// The name of what says which part is there, or whether it is; empty if all
  /// always are.
  std::string state() const;
  /// The part of \p Type, or -1 if it is none or not the only one.
  int partOf(clang::QualType Type) const;
};

/// \returns what \p Type consists of, if it is one of those classes.
std::optional<StandardHolder> standardHolder(clang::QualType Type);

/// \returns the type of what \p Field names in one; null if it is none.
clang::QualType typeOfPart(clang::QualType Whole, llvm::StringRef Field);

/// \returns what a user calls the part \p Field of \p Whole.
std::string nameOfPart(const StandardHolder &Holder, llvm::StringRef Whole,
                       llvm::StringRef Field);

/// \returns the type of the elements of \p Type, if it is a container of C++'s,
/// ATL's or MFC's; null if it is none.
clang::QualType containedType(clang::QualType Type);

/// Whether \p Type is the standard library's class \p Name.
bool isStandardClass(clang::QualType Type, llvm::StringRef Name);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_STANDARDHOLDERS_H
