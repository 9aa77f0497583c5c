//===- FlowGraph.h - A function as MAPI sees it -----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The flow graph is what remains of a function once everything that cannot
/// matter to the end of a session is gone: blocks of operations on access
/// paths, joined by edges that carry conditions. It is made from clang::CFG by
/// capture/Lowering.h and knows nothing of Clang: C and C++ calls, smart
/// pointers and implicit destructors all look the same from here on, and tests
/// can build one by hand.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_FLOWGRAPH_H
#define MAPITIDY_MODEL_FLOWGRAPH_H

#include "model/PathId.h"
#include "model/Slot.h"
#include "model/Summary.h"
#include "llvm/ADT/IntEqClasses.h"
#include "llvm/ADT/SmallVector.h"
#include <string>
#include <vector>

namespace mapitidy {

using BlockId = uint32_t;

/// Where the thing named by an access path lives, as far as ownership cares.
enum class Storage {
  Local,     ///< dies with the function
  Parameter, ///< by value: the caller keeps its own copy
  Outside,   ///< member, global, `*out`, element: survives the function
  Temporary  ///< a value without a name, as a call's result
};

/// A variable, or a chain of members of one: `pSession`, `this->m_db`,
/// `context.folder`. Two spellings of the same chain are one path.
struct AccessPath {
  std::string Name; ///< as a user would write it; empty if temporary
  Storage Where = Storage::Local;
  /// What it is a member of, or what points to it; NoPath for a variable.
  PathId Base = NoPath;
  std::string Field; ///< the member's name, or Place::Dereference
  /// Of a variable: how a caller of the function would name it, if it can.
  Place Root;
  std::string Interface; ///< of the object pointed to, if it is one of COM's
  std::string Block;     ///< tag of the structure of MAPI's pointed to
  std::string Literal;   ///< the text, if it is a string that names a library
  bool Smart = false;    ///< releases what it holds when it dies
  std::string Reset;     ///< the member by which a smart pointer does so before
  bool Shared = false;   ///< others may change it behind the function's back
  bool Pointer = false;  ///< for wording: null rather than zero
  bool Status = false;   ///< for wording: HRESULT or SCODE
  bool Number = false;   ///< holds nothing, unless it is an advise token
  bool Unsigned = false; ///< a number that is never negative
  /// Of a value without a name that stands for an expression, as `flags & 1`:
  /// what it is computed from.
  llvm::SmallVector<PathId, 2> Reads;
  /// Of one that is computed from a single path and constants: how.
  Calculations Calculated;
  /// It is the first of the two numbers that it reads, less the second.
  bool Difference = false;
};

/// A comparison of one path with a constant.
struct Condition {
  PathId Path = NoPath; ///< NoPath: nothing is known of the test
  Comparison Is;
  /// Where the signs of the path do not tell: the path of the answer, and what
  /// it is if the condition holds.
  PathId Answer = NoPath;
  bool Says = true;

  bool isKnown() const { return Path != NoPath; }
  Condition negated() const { return {Path, Is.negated(), Answer, !Says}; }
};

/// An argument or receiver of a call.
struct Argument {
  using Mode = ArgumentMode;
  Mode How = Mode::Other;
  PathId Path = NoPath;
  int64_t Constant = 0;
  /// Of Other: the pointer through whose elements it is found.
  PathId Within = NoPath;
};

struct Operation {
  OperationKind Kind = OperationKind::Forget;
  SourcePlace Place = 0;
  PathId Target = NoPath;
  PathId Source = NoPath;
  Value Constant;
  Arithmetic With = Arithmetic::Or;
  Condition Tested;
  /// Of a throw: the type of the exception; empty if it is not known.
  std::string Thrown;

  const CallEntry *Entry = nullptr;
  /// Of an invocation: the function's name across files.
  std::string Function;
  Argument Receiver;
  llvm::SmallVector<Argument, 6> Arguments;
  /// Of a call: the paths whose values decide whether it is right.
  llvm::SmallVector<PathId, 1> Asks;
  /// Of a call: what is known of its success, in the replay of a summary.
  Success Ends = Success::Open;
  /// In the replay of a summary: where it stands in the called functions.
  CallChain Inside;
  /// For a Release by a destructor: the smart pointer's name is Target's, and
  /// this is true; an explicit call is false.
  bool Implicit = false;
  /// It stands for the function that the invocation in front of it calls.
  bool Assumed = false;
  /// Unique in the function, in order of lowering.
  unsigned Index = 0;

  /// The argument at \p At, the receiver or the result.
  Argument at(Slot At) const;
  /// Where the call stands in the end, in this function or in one it calls.
  SourcePlace innermostPlace() const {
    return Inside.empty() ? Place : Inside.back();
  }
};

/// A comparison of two pointers: equal, or not.
struct PointerComparison {
  PathId Left = NoPath;
  PathId Right = NoPath;
  bool Equal = true;
};

struct Edge {
  BlockId To = 0;
  Condition When;
  /// Decided by two pointers, if by nothing that When could say.
  std::optional<PointerComparison> Pointers;
  /// Several values lead here (switch): any of them, or none of them.
  llvm::SmallVector<int64_t, 4> OneOf;
  bool NoneOf = false;
  /// Where it is decided, if not where the block branches.
  SourcePlace Place = 0;
  /// What taking the edge assumes, if the condition does not say it; empty if
  /// it is not worth a word.
  std::optional<std::string> Assumption;
};

struct Block {
  std::vector<Operation> Operations;
  llvm::SmallVector<Edge, 2> Edges;
  SourcePlace BranchPlace = 0; ///< of the condition, for notes
  std::string BranchText;      ///< the condition as written, if it is short
};

struct FlowGraph {
  std::string Function;
  PathVector<AccessPath> Paths;
  std::vector<Block> Blocks;
  BlockId Entry = 0;
  BlockId Exit = 0;
  SourcePlace ClosingBrace = 0;
  /// The path that stands for what the function returns.
  PathId Result = NoPath;
  unsigned OperationCount = 0;
  /// The function's result says by its sign whether it succeeded.
  bool ReturnsStatus = false;
  /// ... by being null or false on failure.
  bool ReturnsPointerOrBool = false;

  /// How the caller of the function names \p Path; a Local, numbered by its
  /// variable's path, if it cannot.
  Place placeOf(PathId Path) const;

  /// The function is C.
  bool IsC = false;
  /// The graph is that of a class as a whole.
  bool IsClass = false;
  /// The function is run on a thread of its own.
  bool IsThreadRoutine = false;
  /// The entry of the callback or method of MAPI's that the function
  /// implements, and the paths of its parameters.
  const CallEntry *Implements = nullptr;
  std::vector<PathId> Parameters;
  /// The function is a member of a class whose destructor takes libraries down.
  bool ObjectUndoes = false;

  /// The path of the member \p Field of what \p Base names or points to, or
  /// NoPath if the function never names it.
  PathId memberOf(PathId Base, llvm::StringRef Field) const;

  /// Whether some branch or answer depends on \p Path.
  bool isTested(PathId Path) const;

  /// Whether \p Path is named through \p Root: it is a member of it, or of what
  /// it points to, or of what that points to ...
  bool isNamedThrough(PathId Path, PathId Root) const;

  /// Whether \p Inner is \p Outer, or a member of it by value.
  bool isPartOf(PathId Inner, PathId Outer) const;

  /// Whether \p Path is what a parameter points or refers to: a pointer that
  /// the caller gets.
  bool isOutParameter(PathId Path) const;

  /// The same, or a pointer in a structure that a parameter points or refers
  /// to.
  bool isCallers(PathId Path) const;

  /// Blocks in reverse post order from Entry; unreachable ones are left out.
  std::vector<BlockId> reversePostOrder() const;
  /// Classes of paths, by index, that are connected by copies somewhere in the
  /// graph; not compressed yet.
  llvm::IntEqClasses copies() const;
};

} // namespace mapitidy

#endif // MAPITIDY_MODEL_FLOWGRAPH_H
