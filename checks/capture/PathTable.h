//===- PathTable.h - Expressions as access paths ----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Gives each variable, and each chain of members of one, its path in the flow
/// graph: two spellings of the same place get the same path. A member of what
/// a pointer points to is a member of the pointer, and a reference is what it
/// refers to.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_PATHTABLE_H
#define MAPITIDY_CAPTURE_PATHTABLE_H

#include "capture/CallResolver.h"
#include "model/FlowGraph.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseSet.h"
#include <map>

namespace mapitidy {

/// The member in which \p Lambda has a copy of \p Captured; null if it has
/// none, or one that is more than a pointer or number.
const clang::FieldDecl *copyOf(const clang::CXXRecordDecl &Lambda,
                               const clang::ValueDecl &Captured);

/// Whether \p Type is a std::atomic of a number.
bool isAtomicNumber(clang::QualType Type);

/// The element of a function's own array that `array[2]` names.
struct NamedElement {
  const clang::VarDecl *Array = nullptr;
  const clang::Expr *Base = nullptr; ///< the array as it is written there
  std::string Field;                 ///< of the element: `[2]`
};

/// \returns the element that \p E names by a constant, if its array is one
/// whose elements are followed.
std::optional<NamedElement> elementNamedBy(const clang::Expr *E,
                                           const clang::ASTContext &Context);

/// \returns the entry of a block of blocks that \p E names by a constant, as
/// `list->aEntries[0]`; its array is a member.
std::optional<NamedElement> entryNamedBy(const clang::Expr *E,
                                         const CallResolver &Resolver,
                                         const clang::ASTContext &Context);

/// \returns the type of the elements of \p Array, an array of pointers; null if
/// it is none.
clang::QualType followedElement(clang::QualType Array,
                                const clang::ASTContext &Context);

class PathTable {
public:
  /// \p Function is what is lowered; null for a class as a whole.
  PathTable(FlowGraph &Graph, const clang::FunctionDecl *Function,
            CallResolver &Resolver)
      : Graph(Graph), Function(Function), Resolver(Resolver) {}

  /// \returns the path of \p Variable.
  PathId variable(const clang::ValueDecl *Variable);

  /// The same for one that is declared elsewhere but lives in this function.
  PathId ownVariable(const clang::VarDecl *Variable);

  /// \p Part has the name \p Name if what it is a part of has none by which a
  /// user could know it.
  void nameUnnamed(PathId Part, llvm::StringRef Name);

  /// The part of an object that a structured binding names.
  PathId binding(const clang::BindingDecl &Bound);

  /// The same as variable for a lambda's own copy of what it captures, where it
  /// is made.
  PathId ownCopy(const clang::FieldDecl *Field);

  /// \returns the path that the lvalue \p E names, or NoPath if it names none
  /// (an array's element, a call's result).
  PathId lvalue(const clang::Expr *E);

  /// A new path for a value that has no name in the source.
  PathId temporary(clang::QualType Type);
  /// A new path for an object that outlives the function.
  PathId heapObject(clang::QualType Type) {
    return add("", Storage::Outside, Type);
  }
  /// A new path for the object on the heap that only \p Owner, a pointer, leads
  /// to.
  PathId ownedObject(const clang::VarDecl *Owner, clang::QualType Type);
  /// The path of an expression that \p Key describes, computed from \p Reads.
  PathId expression(const std::string &Key, clang::QualType Type,
                    llvm::ArrayRef<PathId> Reads);
  /// The path of the number that \p Steps make of \p Of.
  PathId calculated(PathId Of, llvm::ArrayRef<Calculation> Steps,
                    clang::QualType Type);
  /// The path of \p Left less \p Right.
  PathId difference(PathId Left, PathId Right);
  /// The path of whether \p Path satisfies \p Is.
  PathId answer(PathId Path, const Comparison &Is);
  /// A new path for a string that names a library.
  PathId literal(std::string Text);
  /// A new path for a variable of a function that is called.
  PathId foreignLocal(llvm::StringRef Name, bool IsObject);
  /// The path of the pointer `this`, to an object of \p Class.
  PathId thisPointer(clang::QualType Pointer);
  /// The path of an object whose members are those of `this`.
  PathId object(clang::QualType Type);
  /// The path of something global or captured, also of another file's; NoPath
  /// for what a lambda captures that is not here.
  PathId outside(const Place &Root);
  /// The path of what the function returns.
  PathId result(clang::QualType Type);

  /// Notes what has to be known before the call \p Op to judge its arguments.
  void noteAsked(Operation &Op);

  /// Learns from a call of the catalogue's what the things are that other files
  /// name and whose types are not known here.
  void learnFrom(const Operation &Call);
  /// The same of \p Path, which somebody calculates with.
  void learnNumber(PathId Path) {
    if (Types[Path].isNull()) {
      Graph.Paths[Path].Number = true;
      Graph.Paths[Path].Pointer = false;
    }
  }

  /// The member \p Field of what \p Base names, or points to. Too far from its
  /// variable it is something that others may change, another one each time.
  PathId member(PathId Base, llvm::StringRef Field);
  PathId element(const NamedElement &Named) {
    return member(variable(Named.Array), Named.Field);
  }
  /// What \p Pointer points to.
  PathId pointee(PathId Pointer) { return member(Pointer, Place::Dereference); }
  /// \p Fields one after another, from \p Base.
  PathId descend(PathId Base, llvm::ArrayRef<std::string> Fields);

  /// \p Pointer points to \p To. If it points elsewhere as well, or to itself
  /// in the end, neither is followed any more.
  void pointTo(PathId Pointer, PathId To);
  /// \p Pointer points to \p To, or is null.
  void leadTo(PathId Pointer, PathId To);
  /// \returns what \p Pointer points to if it is not null, or NoPath.
  PathId leadFrom(PathId Pointer) const;
  /// \returns what \p Pointer is known to point to, or NoPath.
  PathId pointsTo(PathId Pointer) const;

  /// From here on the call \p E, which has a result, names \p Path.
  void name(const clang::Expr *E, PathId Path) { Named[E] = Path; }

  /// From here on \p Reference is another name of \p Path.
  void bind(const clang::VarDecl *Reference, PathId Path) {
    Variables[Reference] = Path;
  }

  AccessPath &operator[](PathId Id) { return Graph.Paths[Id]; }
  clang::QualType type(PathId Id) const { return Types[Id]; }

private:
  const clang::ValueDecl *asCaptured(const clang::ValueDecl *Declared) const;
  PathId add(std::string Name, Storage Where, clang::QualType Type);
  PathId addMember(PathId Base, llvm::StringRef Field);
  Storage storageOf(const clang::ValueDecl *Declared) const;
  Place rootOf(const clang::ValueDecl *Declared) const;
  /// Whether \p Declared belongs to a function around this one, as the
  /// variables do that a lambda captures.
  bool isCaptured(const clang::ValueDecl *Declared) const;
  bool leadsTo(PathId From, PathId Pointer) const;

  FlowGraph &Graph;
  const clang::FunctionDecl *Function;
  CallResolver &Resolver;
  PathId This = NoPath;
  PathVector<clang::QualType> Types;  ///< of each path
  PathVector<unsigned> Depths;        ///< of each: how many bases it has
  llvm::DenseSet<PathId> BehindOwner; ///< objects that are named by a pointer
  llvm::DenseMap<const clang::ValueDecl *, PathId> Variables;
  llvm::DenseMap<const clang::Expr *, PathId> Named;
  std::map<std::pair<PathId, std::string>, PathId> Members;
  std::map<std::string, PathId> Expressions;
  std::map<std::string, PathId> Elsewhere; ///< variables of other files
  llvm::DenseMap<PathId, PathId> PointsTo; ///< NoPath: to several things
  llvm::DenseMap<PathId, PathId> Leads;    ///< the same if it is not null
};

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_PATHTABLE_H
