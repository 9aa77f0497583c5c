//===- Mentions.h - What a catalogue file refers to -------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Collects, while a user's catalogue is read, the calls and interfaces that it
/// names, and where: whether they exist is known when all is read.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CATALOGUE_MENTIONS_H
#define MAPITIDY_CATALOGUE_MENTIONS_H

#include "model/Summary.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <vector>

namespace llvm::yaml {
class IO;
} // namespace llvm::yaml

namespace mapitidy {

struct CallEntry;
class PlaceNames;

/// A name in a catalogue file that should be that of something.
struct Mention {
  enum class Kind {
    How,      ///< of `releases`: Release, or a function
    Step,     ///< of an outcome: a call that must be there
    Call,     ///< another call
    Interface ///< an interface
  };
  Kind Is = Kind::Call;
  std::string Name;
  std::string Where; ///< file:line:column
};

/// What the reading of a user's file notes.
struct MentionReader {
  llvm::MemoryBufferRef File;
  std::vector<Mention> All;

  /// \returns where \p Name stands in what \p IO reads just now, as
  /// file:line:column.
  std::string locate(llvm::yaml::IO &IO, llvm::StringRef Name) const;
};

/// The context of what reads and writes catalogue files; all of it is optional.
struct YamlContext {
  MentionReader *Reader = nullptr; ///< of a user's file
  PlaceNames *Places = nullptr;    ///< where steps stand
};

/// \returns the context of \p IO.
const YamlContext &contextOf(llvm::yaml::IO &IO);

/// Notes that the part that \p IO reads just now names \p Name.
void mention(llvm::yaml::IO &IO, Mention::Kind Is, llvm::StringRef Name);

/// \returns where the entry stands that \p IO reads just now; empty if it is
/// not a user's.
std::string whereOf(llvm::yaml::IO &IO, llvm::StringRef Name);

/// The number of parameters of a function that is named with their types; none
/// if it is named without.
std::optional<unsigned> parameterCount(llvm::StringRef Call);

/// One more than the highest index of a parameter that \p Entry speaks of.
unsigned parametersUsed(const CallEntry &Entry);

} // namespace mapitidy

#endif // MAPITIDY_CATALOGUE_MENTIONS_H
