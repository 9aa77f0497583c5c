//===- EntryBytes.h - Entries of the catalogue as bytes ---------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// How the built-in entries are kept in the programs: member after member,
/// numbers as LEB128, texts and lists behind their length, optional values
/// behind 0 or 1. The build writes them, a program reads those that it needs;
/// nobody else sees them, so that the form may change at any time.
///
/// \c members names all members of a structure in a structured binding, so that
/// a new member does not compile until it is listed here.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CATALOGUE_ENTRYBYTES_H
#define MAPITIDY_CATALOGUE_ENTRYBYTES_H

#include "catalogue/Catalogue.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/raw_ostream.h"
#include <type_traits>

namespace mapitidy {

template <typename Visitor> void members(Slot &Each, Visitor &See) {
  auto &[Index] = Each;
  See(Index);
}

template <typename Visitor> void members(Acquisition &Each, Visitor &See) {
  auto &[Into, Kind, Type, From, When, Free, Field, Raw, IfNull, MaybeNull,
         Count] = Each;
  See(Into, Kind, Type, From, When, Free, Field, Raw, IfNull, MaybeNull, Count);
}

template <typename Visitor> void members(GiveBack &Each, Visitor &See) {
  auto &[What, How, When, NullOk] = Each;
  See(What, How, When, NullOk);
}

template <typename Visitor> void members(Retention &Each, Visitor &See) {
  auto &[What, Until, ReleaseBefore] = Each;
  See(What, Until, ReleaseBefore);
}

template <typename Visitor> void members(Registration &Each, Visitor &See) {
  auto &[Token, Sink, CancelledBy] = Each;
  See(Token, Sink, CancelledBy);
}

template <typename Visitor> void members(Cancellation &Each, Visitor &See) {
  auto &[Token] = Each;
  See(Token);
}

template <typename Visitor> void members(HandleOpening &Each, Visitor &See) {
  auto &[Handle, ClosedBy] = Each;
  See(Handle, ClosedBy);
}

template <typename Visitor> void members(HandleClosing &Each, Visitor &See) {
  auto &[Handle] = Each;
  See(Handle);
}

template <typename Visitor> void members(FlagGuard &Each, Visitor &See) {
  auto &[Parameter, Mask] = Each;
  See(Parameter, Mask);
}

template <typename Visitor> void members(Invalidation &Each, Visitor &See) {
  auto &[What, When, UnlessFlags, Except, Children, Doubtful, NotOf] = Each;
  See(What, When, UnlessFlags, Except, Children, Doubtful, NotOf);
}

template <typename Visitor> void members(FlagRule &Each, Visitor &See) {
  auto &[Parameter, Field, Never, AtMostOneOf, ExactlyOneOf, Says, Drop,
         SharedLogoff] = Each;
  See(Parameter, Field, Never, AtMostOneOf, ExactlyOneOf, Says, Drop,
      SharedLogoff);
}

template <typename Visitor> void members(AgreedFlag &Each, Visitor &See) {
  auto &[Parameter, Field, Mask, Name] = Each;
  See(Parameter, Field, Mask, Name);
}

template <typename Visitor> void members(ChildRemoval &Each, Visitor &See) {
  auto &[Number, Type] = Each;
  See(Number, Type);
}

template <typename Visitor> void members(CallbackType &Each, Visitor &See) {
  auto &[Parameter, Structure] = Each;
  See(Parameter, Structure);
}

template <typename Visitor> void members(RemovalEvent &Each, Visitor &See) {
  auto &[Parameter, Values] = Each;
  See(Parameter, Values);
}

/// Where it stands and its outcomes are a user's only.
template <typename Visitor> void members(CallEntry &Each, Visitor &See) {
  auto &[Call, Also, PointerTypes, Page, Status, Returns, Acquires, Lends,
         FindsIn, AddsReference, Releases, Keeps, Registers, Cancels, Pairs,
         Closes, Initialises, InitialisesWhen, Uninitialises, LogsOff,
         FastShutdown, Invalidates, Modifies, Flags, Agrees, RemovesChild,
         SubmitsMail, NeverReturns, Throws, DeliversMail, RemovesFile, Locked,
         Callback, AllowsRemoval, StartsThread, AllowedAfterUninitialise, Mapi,
         Note, Outcomes, Summarised, Where] = Each;
  See(Call, Also, PointerTypes, Page, Status, Returns, Acquires, Lends, FindsIn,
      AddsReference, Releases, Keeps, Registers, Cancels, Pairs, Closes,
      Initialises, InitialisesWhen, Uninitialises, LogsOff, FastShutdown,
      Invalidates, Modifies, Flags, Agrees, RemovesChild, SubmitsMail,
      NeverReturns, Throws, DeliversMail, RemovesFile, Locked, Callback,
      AllowsRemoval, StartsThread, AllowedAfterUninitialise, Mapi, Note,
      Summarised);
}

template <typename Visitor> void members(InterfaceEntry &Each, Visitor &See) {
  auto &[Name, Bases, Scope, Where] = Each;
  See(Name, Bases, Scope);
}

template <typename Visitor> void members(BlockEntry &Each, Visitor &See) {
  auto &[Name, Count, Elements, NeverEmpty, Free, Shell] = Each;
  See(Name, Count, Elements, NeverEmpty, Free, Shell);
}

/// Writes what it is given.
class EntryWriter {
public:
  explicit EntryWriter(llvm::raw_ostream &Out) : Out(Out) {}

  template <typename... Members> void operator()(Members &...Each) {
    (write(Each), ...);
  }

private:
  template <typename Part> void write(Part &Value) {
    if constexpr (std::is_enum_v<Part> || std::is_unsigned_v<Part>)
      llvm::encodeULEB128(static_cast<uint64_t>(Value), Out);
    else if constexpr (std::is_integral_v<Part>)
      llvm::encodeSLEB128(Value, Out);
    else
      members(Value, *this);
  }

  void write(std::string &Text) {
    llvm::encodeULEB128(Text.size(), Out);
    Out << Text;
  }

  template <typename Part> void write(std::vector<Part> &List) {
    llvm::encodeULEB128(List.size(), Out);
    for (Part &Each : List)
      write(Each);
  }

  template <typename Part> void write(std::optional<Part> &Value) {
    llvm::encodeULEB128(Value.has_value(), Out);
    if (Value)
      write(*Value);
  }

  llvm::raw_ostream &Out;
};

/// Fills what it is given with what stands at \c At, which an EntryWriter has
/// written there.
class EntryReader {
public:
  explicit EntryReader(const uint8_t *At) : At(At) {}

  template <typename... Members> void operator()(Members &...Each) {
    (read(Each), ...);
  }

private:
  uint64_t number() {
    unsigned Length = 0;
    const uint64_t Result = llvm::decodeULEB128(At, &Length);
    At += Length;
    return Result;
  }

  template <typename Part> void read(Part &Value) {
    if constexpr (std::is_enum_v<Part> || std::is_unsigned_v<Part>) {
      Value = static_cast<Part>(number());
    } else if constexpr (std::is_integral_v<Part>) {
      unsigned Length = 0;
      Value = static_cast<Part>(llvm::decodeSLEB128(At, &Length));
      At += Length;
    } else {
      members(Value, *this);
    }
  }

  void read(std::string &Text) {
    const uint64_t Length = number();
    Text.assign(reinterpret_cast<const char *>(At), Length);
    At += Length;
  }

  template <typename Part> void read(std::vector<Part> &List) {
    List.resize(number());
    for (Part &Each : List)
      read(Each);
  }

  template <typename Part> void read(std::optional<Part> &Value) {
    if (number() != 0)
      read(Value.emplace());
  }

  const uint8_t *At;
};

} // namespace mapitidy

#endif // MAPITIDY_CATALOGUE_ENTRYBYTES_H
