//===- ClassLowering.h - A class as one machine -----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Lowers a class to one flow graph: a constructor, then any public functions
/// in any order, then the destructor, on one object. The steps are those of
/// the functions' summaries.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_CLASSLOWERING_H
#define MAPITIDY_CAPTURE_CLASSLOWERING_H

#include "capture/CallResolver.h"
#include "capture/SummarySource.h"
#include "model/FlowGraph.h"
#include "clang/AST/DeclCXX.h"

namespace mapitidy {

/// A member function in the machine, and its operations in the graph.
struct MachinePart {
  const clang::CXXMethodDecl *Function = nullptr;
  const CallEntry *Summary = nullptr;
  unsigned FirstOperation = 0;
  unsigned EndOfOperations = 0;

  bool isConstructor() const {
    return llvm::isa<clang::CXXConstructorDecl>(Function);
  }
  bool isDestructor() const {
    return llvm::isa<clang::CXXDestructorDecl>(Function);
  }
};

struct ClassMachine {
  FlowGraph Graph;
  std::vector<MachinePart> Parts;
  std::string WhyNot; ///< why the graph is of no use; empty if it is of use

  /// \returns the part that the operation belongs to, or null.
  const MachinePart *partOf(unsigned Operation) const;
};

/// \returns the machine of \p Class; nothing if it has nothing to do with MAPI,
/// or if not all that can be done to its objects is known: functions without a
/// body here, friends, copies.
std::optional<ClassMachine> lowerClass(const clang::CXXRecordDecl &Class,
                                       CallResolver &Resolver,
                                       SummarySource &Summaries);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_CLASSLOWERING_H
