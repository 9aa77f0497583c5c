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
#include "llvm/ADT/SmallPtrSet.h"

namespace mapitidy {

/// A member function in the machine, and its operations in the graph.
struct MachinePart {
  const clang::CXXMethodDecl *Function = nullptr;
  const CallEntry *Summary = nullptr;
  /// It may end the object itself: nothing is called on it any more then.
  bool DeletesThis = false;
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
  const clang::CXXRecordDecl *Class = nullptr;
  FlowGraph Graph;
  std::vector<MachinePart> Parts;
  /// Functions that no user can call, but a derived class, or whoever has a
  /// pointer to them: nothing in the class calls them.
  std::vector<MachinePart> Hidden;
  /// Members that functions may change which are not followed, and classes with
  /// functions that are not seen: these may do anything to their members.
  llvm::SmallPtrSet<const clang::FieldDecl *, 8> Doubtful;
  llvm::SmallPtrSet<const clang::CXXRecordDecl *, 4> Unseen;
  /// One of those may initialise or uninitialise something.
  bool LevelsDoubtful = false;
  std::string WhyNot; ///< why the graph is of no use; empty if it is of use

  /// Whether all that is done to \p Member is known.
  bool isInSight(const clang::FieldDecl &Member) const;

  /// \returns the part that the operation belongs to, or null.
  const MachinePart *partOf(unsigned Operation) const;
};

/// \returns the machine of \p Class; nothing if it has nothing to do with MAPI,
/// or if anybody may do anything to its objects: friends, copies, constructors
/// without a body here. Other functions that are not known are noted.
std::optional<ClassMachine> lowerClass(const clang::CXXRecordDecl &Class,
                                       CallResolver &Resolver,
                                       SummarySource &Summaries);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_CLASSLOWERING_H
