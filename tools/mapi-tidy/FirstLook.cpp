//===- FirstLook.cpp - Whether a file has to do with MAPI -----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FirstLook.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

/// Takes \p Option off \p Flag if it starts with it, as `-I` or MSVC's `/I`.
static bool consumeOption(StringRef &Flag, StringRef Option) {
  StringRef Rest = Flag;
  if ((Rest.consume_front("-") || Rest.consume_front("/")) &&
      Rest.consume_front(Option)) {
    Flag = Rest;
    return true;
  }
  return false;
}

HeaderFlags readHeaderFlags(ArrayRef<std::string> Given, StringRef Directory) {
  HeaderFlags Result;
  std::vector<StringRef> Flags(Given.begin(), Given.end());
  llvm::erase(Flags, "-Xclang");
  for (size_t I = 0; I < Flags.size(); ++I) {
    StringRef Flag = Flags[I];
    // The names in a precompiled header can be read as well as in a text.
    bool IsForced = consumeOption(Flag, "include-pch") ||
                    consumeOption(Flag, "include") || consumeOption(Flag, "FI");
    if (!IsForced && !consumeOption(Flag, "iquote") &&
        !consumeOption(Flag, "I"))
      continue;
    if (Flag.empty() && ++I < Flags.size())
      Flag = Flags[I];
    if (Flag.empty())
      continue;
    if (IsForced) {
      Result.Forced.push_back(Flag.str());
      continue;
    }
    SmallString<256> Path(Flag);
    if (sys::path::is_relative(Flag)) {
      Path = Directory;
      sys::path::append(Path, Flag);
    }
    Result.Directories.push_back(Path.str().str());
  }
  return Result;
}

bool FirstLook::addInclusion(StringRef Directive, Text &Into) const {
  Directive = Directive.ltrim(" \t");
  if (!Directive.consume_front("include") && !Directive.consume_front("import"))
    return false;
  Directive.consume_front("_next");
  Directive = Directive.ltrim(" \t");
  const bool Quoted = Directive.consume_front("\"");
  if (!Quoted && !Directive.consume_front("<"))
    return true; // a macro
  StringRef Name = Directive.take_until(
      [Quoted](char C) { return C == (Quoted ? '"' : '>') || C == '\n'; });
  Into.Includes.push_back({Name.str(), Quoted});
  return Known.isMapiHeader(Name);
}

FirstLook::Text FirstLook::look(StringRef Content) const {
  Text Result;
  while (!Content.empty() && !Result.MayUseMapi) {
    if (Content.consume_front("#")) {
      Result.MayUseMapi = addInclusion(Content, Result);
      continue;
    }
    StringRef Word =
        Content.take_while([](char C) { return isAlnum(C) || C == '_'; });
    Result.MayUseMapi = !Word.empty() && Known.isMapiName(Word);
    Content = Content.drop_front(std::max<size_t>(Word.size(), 1));
  }
  return Result;
}

const FirstLook::Text &FirstLook::read(StringRef File) {
  auto [It, IsNew] = Texts.try_emplace(File);
  if (IsNew) {
    auto Buffer = MemoryBuffer::getFile(File);
    if (Buffer)
      It->second = look((*Buffer)->getBuffer());
    else
      It->second.MayUseMapi = true;
  }
  return It->second;
}

/// \returns the path of the header \p Name; empty if it is not found.
static std::string findHeader(StringRef Name, StringRef Includer, bool Quoted,
                              ArrayRef<std::string> Directories) {
  std::string Portable = Name.str();
  std::replace(Portable.begin(), Portable.end(), '\\', '/');
  auto In = [&](StringRef Directory) {
    SmallString<256> Path(Directory);
    sys::path::append(Path, Portable);
    sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
    return sys::fs::is_regular_file(Path) ? Path.str().str() : std::string();
  };
  if (Quoted)
    if (std::string Path = In(sys::path::parent_path(Includer)); !Path.empty())
      return Path;
  for (StringRef Directory : Directories)
    if (std::string Path = In(Directory); !Path.empty())
      return Path;
  return {};
}

bool FirstLook::mayUseMapi(StringRef File, const HeaderFlags &Flags) {
  std::vector<std::string> Pending{File.str()};
  StringSet<> Seen{File};
  auto Follow = [&](StringRef Name, StringRef Includer, bool Quoted) {
    std::string Path = findHeader(Name, Includer, Quoted, Flags.Directories);
    if (!Path.empty() && Seen.insert(Path).second)
      Pending.push_back(std::move(Path));
  };
  for (StringRef Name : Flags.Forced) {
    if (Known.isMapiHeader(Name))
      return true;
    Follow(Name, File, /*Quoted=*/true);
  }
  while (!Pending.empty()) {
    const std::string Includer = std::move(Pending.back());
    Pending.pop_back();
    const Text &Content = read(Includer);
    if (Content.MayUseMapi)
      return true;
    for (const Inclusion &Each : Content.Includes)
      Follow(Each.Name, Includer, Each.Quoted);
  }
  return false;
}

} // namespace mapitidy
