//===- TestNames.h - Names in the text of test graphs -----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TEST_UNIT_TESTNAMES_H
#define MAPITIDY_TEST_UNIT_TESTNAMES_H

#include "catalogue/Catalogue.h"
#include "model/GraphText.h"

namespace mapitidy {

/// Places by their numbers, and the built-in catalogue's calls.
class TestNames : public GraphNames {
public:
  std::string nameOf(SourcePlace Place) override {
    return std::to_string(Place);
  }
  std::optional<SourcePlace> placeNamed(llvm::StringRef Name) override {
    SourcePlace Place = 0;
    if (Name.getAsInteger(10, Place))
      return std::nullopt;
    return Place;
  }
  std::string nameOf(const CallEntry &Entry) override { return Entry.Call; }
  const CallEntry *callNamed(llvm::StringRef Name) override {
    const Catalogue Known = Catalogue::builtIn();
    const auto [Interface, Method] = Name.rsplit("::");
    return Method.empty() ? Known.findFunction(Name)
                          : Known.findMethod(Interface, Method);
  }
};

} // namespace mapitidy

#endif // MAPITIDY_TEST_UNIT_TESTNAMES_H
