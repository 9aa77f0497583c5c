//===- PathTable.h - Expressions as access paths ----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Gives each variable, and each chain of members of one, its path in the flow
/// graph: two spellings of the same place get the same path.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_EVENTS_PATHTABLE_H
#define MAPITIDY_EVENTS_PATHTABLE_H

#include "events/CallResolver.h"
#include "events/FlowGraph.h"
#include "clang/AST/Decl.h"
#include <map>

namespace mapitidy {

class PathTable {
public:
  PathTable(FlowGraph &Graph, const clang::FunctionDecl &Function,
            CallResolver &Resolver)
      : Graph(Graph), Function(Function), Resolver(Resolver) {}

  /// \returns the path of \p Variable.
  PathId variable(const clang::ValueDecl *Variable);

  /// \returns the path that the lvalue \p E names, or NoPath if it names none
  /// (an array's element, a call's result).
  PathId lvalue(const clang::Expr *E);

  /// A new path for a value that has no name in the source.
  PathId temporary(clang::QualType Type);

  /// From here on \p Reference is another name of \p Path.
  void bind(const clang::VarDecl *Reference, PathId Path) {
    Variables[Reference] = Path;
  }

  AccessPath &operator[](PathId Id) { return Graph.Paths[Id]; }

private:
  PathId add(std::string Name, Storage Where, clang::QualType Type);
  /// The member \p Field of what \p Base names, or points to.
  PathId member(PathId Base, const clang::ValueDecl *Field);

  static constexpr PathId ThisObject = NoPath - 1;

  Storage storageOf(const clang::ValueDecl *Declared) const;

  FlowGraph &Graph;
  const clang::FunctionDecl &Function;
  CallResolver &Resolver;
  llvm::DenseMap<const clang::ValueDecl *, PathId> Variables;
  /// A null field is a dereference.
  std::map<std::pair<PathId, const clang::ValueDecl *>, PathId> Members;
};

} // namespace mapitidy

#endif // MAPITIDY_EVENTS_PATHTABLE_H
