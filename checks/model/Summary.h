//===- Summary.h - What a function does to its caller -----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The summary of a function: each way in which it can end, with what it does
/// on that way to things that its caller can name. A way is a list of steps,
/// in order; they are those of the catalogue's calls, on places instead of
/// variables. The caller's analysis replays them at the call.
///
/// This is the functional approach of Sharir and Pnueli, "Two Approaches to
/// Interprocedural Data Flow Analysis" (1981), with the steps as the function
/// and each way's result as the correlation.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_SUMMARY_H
#define MAPITIDY_MODEL_SUMMARY_H

#include "model/Operations.h"
#include "model/Slot.h"
#include "model/Value.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace mapitidy {

struct CallEntry;

/// A place in the source; the raw encoding of a clang::SourceLocation. 0 is
/// no place.
using SourcePlace = uint32_t;

/// The way from a call into the functions that it calls, outermost first.
using CallChain = llvm::SmallVector<SourcePlace, 2>;

/// Something that the caller of a function can name as well as the function
/// itself: `this.m_session`, `0` (the value of the first parameter), `0.*`
/// (what that points or refers to), `0.session` (a member of it), `result`,
/// `::globalSession`; `0 and 1`, a number made of one; or `$1:copy`, a variable
/// of the function's own through which something of the caller's passes,
/// `$1@guard.session` if it is an object.
struct Place {
  enum class Root {
    None,
    This,
    Parameter,
    Result,
    Global,
    Captured, ///< a variable of the function around a lambda
    Literal,  ///< a string that names a library
    Local
  };
  static constexpr llvm::StringLiteral Dereference = "*";

  Root From = Root::None;
  unsigned Index = 0; ///< of the parameter or local
  std::string Name;   ///< of the global, qualified; of the local; the string
  /// The declaration of what is global or captured, if it is known.
  const void *Declared = nullptr;
  bool IsObject = false; ///< of a local: it is no pointer or number
  /// Members, or Dereference. A member of what a pointer points to is a member
  /// of the pointer.
  std::vector<std::string> Fields;
  /// Of a number that is made of the one in this place, as `0 and 1`: how.
  Calculations Calculated;

  bool isKnown() const { return From != Root::None; }
  std::string str() const;
  /// \returns the place written in \p Text; an unknown one if it is malformed.
  static Place parse(llvm::StringRef Text);
  bool operator==(const Place &Other) const;
  bool operator!=(const Place &Other) const { return !(*this == Other); }
};

enum class ArgumentMode {
  Other,    ///< something that names no place
  Constant, ///< null or a number
  ByValue,  ///< the value of a place
  ByAddress ///< the address of a place
};

struct PlaceArgument {
  ArgumentMode How = ArgumentMode::Other;
  Place At;
  int64_t Constant = 0;

  bool operator==(const PlaceArgument &Other) const {
    return How == Other.How && At == Other.At && Constant == Other.Constant;
  }
};

/// What is known of a call's success beforehand.
enum class Success { Open, Yes, No };

/// One step of a summary.
struct Step {
  enum class Kind {
    Operation, ///< Does says what
    If,        ///< When decides between Then and Else
    Assume     ///< the way is taken only if When holds
  };
  Kind Is = Kind::Operation;
  OperationKind Does = OperationKind::Forget;
  bool Implicit = false; ///< Release: by a destructor
  bool Assumed = false;  ///< as of the operation
  Place Target;          ///< of If and Assume: what When is asked of
  Place Source; ///< of Assume: the pointer that Target is compared with
  Value Constant;
  Arithmetic With = Arithmetic::Or; ///< of Combine
  Comparison When;

  std::string Call; ///< name of the catalogue's entry, or of the function
  /// Of an invocation: the function's summary, if it is known.
  const CallEntry *Entry = nullptr;
  Success Ends = Success::Open;
  PlaceArgument Receiver;
  std::vector<PlaceArgument> Arguments;
  std::string Thrown; ///< of a throw, as of the operation

  std::vector<Step> Then, Else;
  CallChain Inside; ///< where it stands in the function

  /// What a call is given at \p At, or its result; unknown if it names no
  /// place.
  Place at(Slot At) const;
};

/// One way in which a function can end.
struct Outcome {
  std::vector<Step> Steps;
  Value Result;
  bool Throws = false;
  std::string Thrown; ///< the type of the exception; empty if it is not known
  CallChain ThrownAt; ///< where, in the function
};

} // namespace mapitidy

#endif // MAPITIDY_MODEL_SUMMARY_H
