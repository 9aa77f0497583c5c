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
/// events/Lowering.h and knows nothing of Clang: C and C++ calls, smart
/// pointers and implicit destructors all look the same from here on, and tests
/// can build one by hand.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_EVENTS_FLOWGRAPH_H
#define MAPITIDY_EVENTS_FLOWGRAPH_H

#include "catalogue/Catalogue.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace mapitidy {

/// A place in the source; the raw encoding of a clang::SourceLocation. 0 is
/// no place.
using SourcePlace = uint32_t;

/// An index into FlowGraph::Paths.
using PathId = uint32_t;
constexpr PathId NoPath = std::numeric_limits<PathId>::max();

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
  std::string Interface; ///< of the object pointed to, if it is one of COM's
  bool Smart = false;    ///< releases what it holds when it dies
  bool Shared = false;   ///< others may change it behind the function's back
  bool Pointer = false;  ///< for wording: null rather than zero
  bool Status = false;   ///< for wording: HRESULT or SCODE
};

/// What is known of a number or pointer: which signs it can have, and its
/// exact value if that is known. HRESULT failure is `Negative`; a null pointer
/// and `false` are `Zero`; any other pointer is `Positive`.
struct Value {
  static constexpr uint8_t Negative = 1;
  static constexpr uint8_t Zero = 2;
  static constexpr uint8_t Positive = 4;
  static constexpr uint8_t Anything = Negative | Zero | Positive;

  uint8_t Signs = Anything;
  std::optional<int64_t> Exact;

  static Value ofConstant(int64_t Constant) {
    return {Constant < 0    ? Negative
            : Constant == 0 ? Zero
                            : Positive,
            Constant};
  }
  static Value ofSigns(uint8_t Signs) {
    return {Signs, Signs == Zero ? std::optional<int64_t>(0) : std::nullopt};
  }
  bool isAnything() const { return Signs == Anything; }
  bool operator==(const Value &Other) const {
    return Signs == Other.Signs && Exact == Other.Exact;
  }
  /// The least that both know.
  Value join(const Value &Other) const {
    return {uint8_t(Signs | Other.Signs),
            Exact == Other.Exact ? Exact : std::nullopt};
  }
};

/// A comparison of one path with a constant: `Path == Constant`, or `Path <
/// Constant`, or, if \c Negated, the opposite. A plain test for truth is `Path
/// == 0`, negated.
struct Condition {
  enum class Comparison { Equal, Less };
  PathId Path = NoPath; ///< NoPath: nothing is known of the test
  Comparison How = Comparison::Equal;
  int64_t Constant = 0;
  bool Negated = false;

  bool isKnown() const { return Path != NoPath; }
  Condition negated() const {
    Condition Result = *this;
    Result.Negated = !Result.Negated;
    return Result;
  }
  /// \returns what is known of the path once the condition held, given \p
  /// Before; no signs at all if it cannot hold.
  Value refine(Value Before) const;
};

/// An argument or receiver of a call.
struct Argument {
  enum class Mode {
    Other,    ///< something that names no path
    Constant, ///< null or a number
    ByValue,  ///< the value of Path
    ByAddress ///< the address of Path
  };
  Mode How = Mode::Other;
  PathId Path = NoPath;
  int64_t Constant = 0;
};

enum class OperationKind {
  Call,         ///< a call of the catalogue: Entry, Receiver, Arguments, Target
  Copy,         ///< Target = Source
  Set,          ///< Target = Constant
  Test,         ///< Target = whether Tested holds
  Forget,       ///< Target may have any value now
  OpenToOthers, ///< somebody unknown got the address of Target
  GiveAway,     ///< the object behind Source is somebody else's from here on
  AddReference, ///< a reference more on the object behind Source
  Release,      ///< Target's destructor or assignment gives a reference back
  EndOfLife,    ///< Target goes out of scope
  Return,       ///< Source is the result, if any
  Throw,        ///< leaves the function
  LeaveProcess, ///< exit() and the like
  UnknownLevels ///< a call that may initialise or uninitialise anything
};

struct Operation {
  OperationKind Kind = OperationKind::Forget;
  SourcePlace Place = 0;
  PathId Target = NoPath;
  PathId Source = NoPath;
  Value Constant;
  Condition Tested;

  const CallEntry *Entry = nullptr;
  Argument Receiver;
  llvm::SmallVector<Argument, 6> Arguments;
  /// For a Release by a destructor: the smart pointer's name is Target's, and
  /// this is true; an explicit call is false.
  bool Implicit = false;
  /// Unique in the function, in order of lowering.
  unsigned Index = 0;

  /// The argument at \p At, the receiver or the result.
  Argument at(Slot At) const;
};

struct Edge {
  BlockId To = 0;
  Condition When;
  /// Several values lead here (switch): any of them, or none of them.
  llvm::SmallVector<int64_t, 4> OneOf;
  bool NoneOf = false;
};

struct Block {
  std::vector<Operation> Operations;
  llvm::SmallVector<Edge, 2> Edges;
  SourcePlace BranchPlace = 0; ///< of the condition, for notes
};

struct FlowGraph {
  std::string Function;
  std::vector<AccessPath> Paths;
  std::vector<Block> Blocks;
  BlockId Entry = 0;
  BlockId Exit = 0;
  SourcePlace ClosingBrace = 0;
  unsigned OperationCount = 0;
  /// The function's result says by its sign whether it succeeded.
  bool ReturnsStatus = false;
  /// ... by being null or false on failure.
  bool ReturnsPointerOrBool = false;

  /// Blocks in reverse post order from Entry; unreachable ones are left out.
  std::vector<BlockId> reversePostOrder() const;
};

} // namespace mapitidy

#endif // MAPITIDY_EVENTS_FLOWGRAPH_H
