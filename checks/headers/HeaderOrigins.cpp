//===- HeaderOrigins.cpp - Which package has a header ---------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "headers/HeaderOrigins.h"
#include "headers/SharedFolder.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace {

struct OriginEntry {
  std::string Header, From;
};

} // namespace

LLVM_YAML_IS_SEQUENCE_VECTOR(OriginEntry)

template <> struct yaml::MappingTraits<OriginEntry> {
  static void mapping(IO &Text, OriginEntry &Entry) {
    Text.mapRequired("header", Entry.Header);
    Text.mapRequired("from", Entry.From);
  }
};

namespace mapitidy {

Expected<HeaderOrigins> HeaderOrigins::read(MemoryBufferRef Text) {
  std::string Problem;
  yaml::Input Input(
      Text, nullptr,
      [](const SMDiagnostic &Found, void *Into) {
        std::string &First = *static_cast<std::string *>(Into);
        raw_string_ostream Stream(First);
        if (First.empty())
          Found.print(nullptr, Stream, /*ShowColors=*/false);
      },
      &Problem);
  std::vector<OriginEntry> Entries;
  Input >> Entries;
  if (Input.error())
    return createStringError(Input.error(), Problem);
  HeaderOrigins Result;
  for (OriginEntry &Entry : Entries) {
    Origin &New = Result.Known.emplace_back();
    New.Header = std::move(Entry.Header);
    New.From = std::move(Entry.From);
    Expected<GlobPattern> Pattern = GlobPattern::create(New.Header);
    if (!Pattern)
      return createStringError(inconvertibleErrorCode(),
                               Text.getBufferIdentifier() + ": '" + New.Header +
                                   "': " + toString(Pattern.takeError()));
    New.Pattern = std::move(*Pattern);
  }
  return Result;
}

const HeaderOrigins &HeaderOrigins::installed() {
  static const HeaderOrigins List = [] {
    const std::string File = sharedFile("headers.yaml");
    auto Buffer = MemoryBuffer::getFile(File);
    if (File.empty() || !Buffer)
      return HeaderOrigins();
    Expected<HeaderOrigins> Read = read(**Buffer);
    if (Read)
      return std::move(*Read);
    errs() << "mapi-tidy: warning: " << toString(Read.takeError()) << '\n';
    return HeaderOrigins();
  }();
  return List;
}

StringRef HeaderOrigins::of(StringRef Header) const {
  for (const Origin &Each : Known)
    if (Each.Pattern->match(Header))
      return Each.From;
  return {};
}

} // namespace mapitidy
