//===- TraceTable.h - Lists of steps as numbers -----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Lists of steps that share their beginnings. Equal lists have equal numbers,
/// so that a number can be a typestate.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_TRACETABLE_H
#define MAPITIDY_ENGINE_TRACETABLE_H

#include "model/Summary.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include <map>

namespace mapitidy {

using TraceNumber = uint64_t;

class TraceTable {
public:
  static constexpr TraceNumber Empty = 0;

  TraceTable() : Nodes(1) {}

  TraceNumber append(TraceNumber To, const Step &Last);
  TraceNumber append(TraceNumber To, llvm::ArrayRef<Step> Last);
  /// The last step, and the list without it.
  const Step &last(TraceNumber Of) const { return *Nodes[Of].Last; }
  TraceNumber parent(TraceNumber Of) const { return Nodes[Of].Parent; }
  std::vector<Step> steps(TraceNumber Of) const;
  unsigned length(TraceNumber Of) const { return Nodes[Of].Length; }
  /// \returns the longest list that both begin with.
  TraceNumber commonBeginning(TraceNumber A, TraceNumber B) const;
  /// The lists behind \p Beginning, from there on.
  llvm::SmallVector<TraceNumber, 16> behind(TraceNumber Beginning,
                                            TraceNumber Of) const;
  /// Whether the steps that end the two lists are the same.
  bool sameLast(TraceNumber A, TraceNumber B) const {
    return Nodes[A].Last == Nodes[B].Last;
  }
  /// A loop that acquires something each turn leaves in the end what one turn
  /// leaves. \returns the list without the last steps if they are the same as
  /// those before them.
  TraceNumber withoutRepetition(TraceNumber Of) const;
  /// How often \p Wanted is in the list.
  unsigned count(TraceNumber In, const Step &Wanted) const;
  /// Whether the last step that writes to the target of \p Wanted is the same.
  bool endsWith(TraceNumber In, const Step &Wanted) const;
  /// Whether \p Test has been asked since its target was written to.
  bool holds(TraceNumber In, const Step &Test) const;
  size_t size() const { return Nodes.size(); }

private:
  struct Node {
    TraceNumber Parent = Empty;
    unsigned Length = 0;
    const Step *Last = nullptr; ///< one for all equal steps
  };
  const Step *intern(const Step &Each);

  std::vector<Node> Nodes;
  std::map<std::string, Step> Steps; ///< by key
  llvm::DenseMap<std::pair<TraceNumber, const Step *>, TraceNumber> Numbers;
};

/// What makes two steps the same: all but where they stand.
std::string keyOf(const Step &Of);
std::string keyOf(llvm::ArrayRef<Step> Of);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_TRACETABLE_H
