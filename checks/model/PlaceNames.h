//===- PlaceNames.h - Places of the source as text --------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A place is a number that means something to one parse only. Graphs and
/// summaries that are written down call it by a name.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_MODEL_PLACENAMES_H
#define MAPITIDY_MODEL_PLACENAMES_H

#include "model/Summary.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace mapitidy {

class PlaceNames {
public:
  virtual ~PlaceNames();

  /// \returns a name without quotes and parentheses; another one for each
  /// place.
  virtual std::string nameOf(SourcePlace Place) = 0;
  /// \returns nothing if \p Name is not the name of a place.
  virtual std::optional<SourcePlace> placeNamed(llvm::StringRef Name) = 0;
};

} // namespace mapitidy

#endif // MAPITIDY_MODEL_PLACENAMES_H
