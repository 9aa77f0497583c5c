//===- BuiltInEntries.h - The entries that ship with mapi-tidy --*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The built-in entries as the build compiles them from catalogue/data (see
/// CompileCatalogue.cpp): constant tables of names, and the entries as bytes.
/// An entry is read when somebody asks for it, so that a program pays for what
/// it meets and not for all that there is.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CATALOGUE_BUILTINENTRIES_H
#define MAPITIDY_CATALOGUE_BUILTINENTRIES_H

#include "catalogue/Catalogue.h"
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace mapitidy {

/// A name, and the number of the entry that it leads to.
struct CompiledName {
  llvm::StringLiteral Name;
  unsigned Entry;
};

/// Entries of one kind.
struct CompiledEntries {
  llvm::ArrayRef<CompiledName> Names; ///< in order
  llvm::ArrayRef<uint32_t> Starts;    ///< of each entry in the bytes
};

/// What the build has made of all files. Names and words are in order.
struct CompiledCatalogue {
  const uint8_t *Bytes = nullptr;
  CompiledEntries Calls, Interfaces, Blocks;
  llvm::ArrayRef<CompiledName> PointerTypes; ///< leading to calls
  llvm::ArrayRef<CompiledName>
      BlockFreers;                    ///< leading to the blocks that they free
  llvm::ArrayRef<unsigned> Callbacks; ///< calls
  /// The calls that take each library down, or -1.
  int Uninitialisers[InitLevelCount] = {-1, -1, -1, -1};
  /// What the releases of calls name, besides calls.
  llvm::ArrayRef<llvm::StringLiteral> Deallocators;
  llvm::ArrayRef<llvm::StringLiteral> MethodNames, ElementNames;
  llvm::ArrayRef<llvm::StringLiteral> Libraries, Headers; ///< in lower case
  llvm::ArrayRef<llvm::StringLiteral> Verbs[VerbMeaningCount];
};

/// \returns the tables, which the build writes.
const CompiledCatalogue &compiledCatalogue();

/// \returns the number behind \p Name.
std::optional<unsigned> findName(llvm::ArrayRef<CompiledName> Names,
                                 llvm::StringRef Name);
bool hasWord(llvm::ArrayRef<llvm::StringLiteral> Words, llvm::StringRef Word);

/// Entries of one kind, each of which is read when it is first asked for, and
/// keeps its address. For several threads.
template <typename Entry> class EntriesOnDemand {
public:
  EntriesOnDemand(const CompiledEntries &Compiled, const uint8_t *Bytes)
      : Compiled(Compiled), Bytes(Bytes), Read(Compiled.Starts.size()) {}

  const Entry &operator[](unsigned Number) const;
  /// \returns the entry, or null.
  const Entry *find(llvm::StringRef Name) const {
    const std::optional<unsigned> Number = findName(Compiled.Names, Name);
    return Number ? &(*this)[*Number] : nullptr;
  }
  size_t size() const { return Read.size(); }

private:
  const CompiledEntries &Compiled;
  const uint8_t *Bytes;
  mutable std::mutex Access;
  mutable std::vector<std::unique_ptr<const Entry>> Read;
};

struct BuiltInEntries {
  explicit BuiltInEntries(const CompiledCatalogue &Tables)
      : Tables(Tables), Calls(Tables.Calls, Tables.Bytes),
        Interfaces(Tables.Interfaces, Tables.Bytes),
        Blocks(Tables.Blocks, Tables.Bytes) {}

  const CompiledCatalogue &Tables;
  const EntriesOnDemand<CallEntry> Calls;
  const EntriesOnDemand<InterfaceEntry> Interfaces;
  const EntriesOnDemand<BlockEntry> Blocks;
};

} // namespace mapitidy

#endif // MAPITIDY_CATALOGUE_BUILTINENTRIES_H
