//===- Catalogue.cpp - What a call does, as data --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/Catalogue.h"
#include "catalogue/CatalogueYaml.h"
#include "catalogue/EmbeddedCatalogue.h"
#include "llvm/ADT/SmallString.h"

using namespace llvm;

namespace mapitidy {

StringRef CallEntry::interface() const {
  auto [Interface, Method] = StringRef(Call).split("::");
  return Method.empty() ? StringRef() : Interface;
}

StringRef CallEntry::name() const {
  auto [Interface, Method] = StringRef(Call).split("::");
  return Method.empty() ? Interface : Method;
}

Expected<Catalogue> Catalogue::builtIn() {
  Catalogue Result;
  for (const EmbeddedFile &File : embeddedCatalogue())
    if (Error E = Result.add(MemoryBufferRef(File.Text, File.Name)))
      return E;
  return Result;
}

Error Catalogue::add(MemoryBufferRef Yaml) {
  Expected<CatalogueFile> File = readCatalogueFile(Yaml);
  if (!File)
    return File.takeError();
  for (InterfaceEntry &Entry : File->Interfaces) {
    Interfaces.push_back(std::move(Entry));
    InterfacesByName[Interfaces.back().Name] = &Interfaces.back();
  }
  for (CallEntry &Entry : File->Calls)
    insert(std::move(Entry));
  return Error::success();
}

void Catalogue::insert(CallEntry Entry) {
  Calls.push_back(std::move(Entry));
  const CallEntry &Stored = Calls.back();
  CallsByName[Stored.Call] = &Stored;
  if (Stored.interface().empty())
    return;
  MethodNames[Stored.name()] = 1;
  for (const std::string &Interface : Stored.Also)
    CallsByName[Interface + "::" + Stored.name().str()] = &Stored;
}

const CallEntry *Catalogue::findFunction(StringRef Name) const {
  return CallsByName.lookup(Name);
}

const CallEntry *Catalogue::findMethod(StringRef Interface,
                                       StringRef Method) const {
  SmallString<64> Name(Interface);
  Name += "::";
  Name += Method;
  if (const CallEntry *Entry = CallsByName.lookup(Name))
    return Entry;
  if (const InterfaceEntry *Declared = findInterface(Interface))
    for (const std::string &Base : Declared->Bases)
      if (const CallEntry *Entry = findMethod(Base, Method))
        return Entry;
  return nullptr;
}

const InterfaceEntry *Catalogue::findInterface(StringRef Name) const {
  return InterfacesByName.lookup(Name);
}

} // namespace mapitidy
