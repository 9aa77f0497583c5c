//===- BuiltInEntries.cpp - The entries that ship with mapi-tidy ----------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/BuiltInEntries.h"
#include "catalogue/EntryBytes.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace mapitidy {

std::optional<unsigned> findName(ArrayRef<CompiledName> Names, StringRef Name) {
  const auto *It =
      lower_bound(Names, Name, [](const CompiledName &Each, StringRef Name) {
        return Each.Name < Name;
      });
  if (It == Names.end() || It->Name != Name)
    return std::nullopt;
  return It->Entry;
}

bool hasWord(ArrayRef<StringLiteral> Words, StringRef Word) {
  return std::binary_search(Words.begin(), Words.end(), Word);
}

template <typename Entry>
const Entry &EntriesOnDemand<Entry>::operator[](unsigned Number) const {
  const std::lock_guard<std::mutex> Lock(Access);
  std::unique_ptr<const Entry> &Place = Read[Number];
  if (!Place) {
    auto Fresh = std::make_unique<Entry>();
    EntryReader Reader(Bytes + Compiled.Starts[Number]);
    members(*Fresh, Reader);
    Place = std::move(Fresh);
  }
  return *Place;
}

template class EntriesOnDemand<CallEntry>;
template class EntriesOnDemand<InterfaceEntry>;
template class EntriesOnDemand<BlockEntry>;

} // namespace mapitidy
