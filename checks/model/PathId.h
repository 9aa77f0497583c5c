//===- PathId.h - The number of an access path ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The number of an access path in its flow graph, or none at all. None is a
/// state of its own: it can be compared, but is no index.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_PATHID_H
#define MAPITIDY_MODEL_PATHID_H

#include "llvm/ADT/DenseMapInfo.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include <cassert>
#include <limits>
#include <vector>

namespace mapitidy {

class PathId {
public:
  /// No path.
  constexpr PathId() = default;
  constexpr explicit PathId(uint32_t Number) : Number(Number) {}

  bool isKnown() const { return Number != None; }

  /// The number; there must be a path.
  uint32_t index() const {
    assert(isKnown() && "no path is no index");
    return Number;
  }

  friend bool operator==(PathId A, PathId B) { return A.Number == B.Number; }
  friend bool operator!=(PathId A, PathId B) { return A.Number != B.Number; }
  friend bool operator<(PathId A, PathId B) { return A.Number < B.Number; }

private:
  friend struct llvm::DenseMapInfo<PathId>;
  static constexpr uint32_t None = std::numeric_limits<uint32_t>::max();
  uint32_t Number = None;
};

constexpr PathId NoPath;

/// Something for each path of a graph.
template <typename T> class PathVector {
public:
  PathVector() = default;
  explicit PathVector(size_t Size, const T &Value = T()) : Each(Size, Value) {}

  T &operator[](PathId Id) {
    assert(Id.index() < Each.size() && "a path of another graph");
    return Each[Id.index()];
  }
  const T &operator[](PathId Id) const {
    assert(Id.index() < Each.size() && "a path of another graph");
    return Each[Id.index()];
  }

  /// \returns the new one's number.
  PathId push_back(T Value) {
    Each.push_back(std::move(Value));
    return PathId(Each.size() - 1);
  }

  size_t size() const { return Each.size(); }
  bool empty() const { return Each.empty(); }
  void resize(size_t Size) { Each.resize(Size); }
  auto begin() const { return Each.begin(); }
  auto end() const { return Each.end(); }

  /// The numbers from the first to the last.
  auto ids() const {
    return llvm::map_range(llvm::seq<uint32_t>(0, Each.size()),
                           [](uint32_t Number) { return PathId(Number); });
  }

private:
  std::vector<T> Each;
};

} // namespace mapitidy

namespace llvm {
template <> struct DenseMapInfo<mapitidy::PathId> {
  static mapitidy::PathId getEmptyKey() {
    return mapitidy::PathId(mapitidy::PathId::None - 1);
  }
  static mapitidy::PathId getTombstoneKey() {
    return mapitidy::PathId(mapitidy::PathId::None - 2);
  }
  static unsigned getHashValue(mapitidy::PathId Id) {
    return DenseMapInfo<uint32_t>::getHashValue(Id.Number);
  }
  static bool isEqual(mapitidy::PathId A, mapitidy::PathId B) { return A == B; }
};
} // namespace llvm

#endif // MAPITIDY_MODEL_PATHID_H
