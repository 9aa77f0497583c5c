//===- Xml.cpp - XML files ------------------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Xml.h"
#include "Text.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace mapitidy {

Expected<std::unique_ptr<XmlFile>> readXml(StringRef Path, StringRef Root,
                                           vfs::FileSystem &FS) {
  Expected<std::string> Text = readText(Path, FS);
  if (!Text)
    return Text.takeError();
  auto File = std::make_unique<XmlFile>();
  File->Path = Path.str();
  pugi::xml_parse_result Parsed = File->Document.load_buffer(
      Text->data(), Text->size(), pugi::parse_default, pugi::encoding_utf8);
  if (!Parsed) {
    StringRef Before = StringRef(*Text).take_front(
        static_cast<size_t>(std::max<ptrdiff_t>(Parsed.offset, 0)));
    return failure(Path + ":" + Twine(Before.count('\n') + 1) + ": " +
                   Parsed.description());
  }
  if (!isElement(File->root(), Root))
    return failure(Path + ":1: expected <" + Root + ">, found <" +
                   File->root().name() + ">");
  return File;
}

bool isElement(pugi::xml_node Node, StringRef Name) {
  return Node.type() == pugi::node_element &&
         Name.equals_insensitive(Node.name());
}

StringRef attribute(pugi::xml_node Node, StringRef Name) {
  for (pugi::xml_attribute Attribute : Node.attributes())
    if (Name.equals_insensitive(Attribute.name()))
      return Attribute.value();
  return "";
}

} // namespace mapitidy
