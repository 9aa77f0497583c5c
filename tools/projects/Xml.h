//===- Xml.h - XML files ----------------------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_XML_H
#define MAPITIDY_PROJECTS_XML_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>
#include <pugixml.hpp>
#include <string>

namespace mapitidy {

/// Elements deeper than this are in no project that a tool has written.
constexpr unsigned DeepestElement = 64;

struct XmlFile {
  std::string Path;
  pugi::xml_document Document;

  /// The outermost element.
  pugi::xml_node root() const { return Document.document_element(); }
};

/// Errors name the file and the line.
/// \param Root the name that the outermost element must have.
llvm::Expected<std::unique_ptr<XmlFile>>
readXml(llvm::StringRef Path, llvm::StringRef Root, llvm::vfs::FileSystem &FS);

/// Whether \p Node is an element \p Name, in any capitalisation.
bool isElement(pugi::xml_node Node, llvm::StringRef Name);

/// The value of an attribute, in any capitalisation; empty if there is none.
llvm::StringRef attribute(pugi::xml_node Node, llvm::StringRef Name);

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_XML_H
