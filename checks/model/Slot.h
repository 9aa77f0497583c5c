//===- Slot.h - What a call reads or writes ---------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_SLOT_H
#define MAPITIDY_MODEL_SLOT_H

namespace mapitidy {

/// A place that a call reads or writes: the receiver, the result, or an
/// argument by its index from 0. The receiver is not counted.
struct Slot {
  static constexpr int This = -1;
  static constexpr int Result = -2;
  /// Not a place but a parent: whatever hangs off MAPIInitialize alone.
  static constexpr int Process = -3;
  int Index = This;

  bool operator==(const Slot &Other) const { return Index == Other.Index; }
};

} // namespace mapitidy

#endif // MAPITIDY_MODEL_SLOT_H
