//===- MSBuild.h - Evaluation of MSBuild's files ----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Evaluates a project of MSBuild for one configuration, as far as its source
/// files go: properties, imports, item definitions, items, in this order.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_MSBUILD_H
#define MAPITIDY_PROJECTS_MSBUILD_H

#include "Macros.h"
#include "Reading.h"
#include "Xml.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace mapitidy {

/// Settings by name, in lower case.
using Metadata = std::map<std::string, std::string>;

/// A source file as the project has it.
struct SourceItem {
  std::string Name; ///< as written, or as found for a pattern
  std::string Key;  ///< the same for each spelling
  Metadata Settings;
};

/// \returns \p Text with the letters that MSBuild writes as `%28`, because
/// they mean something to it.
std::string unescapeMSBuild(llvm::StringRef Text);

class MSBuildEvaluation {
public:
  /// \param Configuration such as "Debug|Win32"; empty to find out which there
  /// are.
  MSBuildEvaluation(const ProjectRequest &Request, Reading &Into,
                    llvm::StringRef Configuration);

  llvm::Error run();

  std::vector<std::string> Configurations; ///< which the project has
  std::vector<SourceItem> Sources;
  Macros Properties;

private:
  using Node = pugi::xml_node;
  /// An element that is evaluated when all properties are known.
  struct Pending {
    Node Element; ///< none: Visual Studio's own definitions
    const XmlFile *File;
  };
  enum class Role { Project, Import, DirectoryBuild };

  llvm::Error load(llvm::StringRef Path, Role As);
  llvm::Error visitChildren(Node Parent, const XmlFile &File, unsigned Depth);
  llvm::Error visit(Node Element, const XmlFile &File, unsigned Depth);
  llvm::Error choose(Node Choose, const XmlFile &File, unsigned Depth);
  llvm::Error import(Node Element, const XmlFile &File);
  llvm::Error importVisualStudios(llvm::StringRef Name);
  llvm::Error importFromAbove(llvm::StringRef Name);
  void noteTarget(Node Target, const XmlFile &File);
  void setThisFile(llvm::StringRef Path);
  void setDefaults();

  bool holds(Node Element, const XmlFile &File);
  void define(Node Group, const XmlFile &File);
  void defineVisualStudios();
  void addConfigurations(Node Group);
  void addItems(Node Group, const XmlFile &File);
  void include(Node Item, const XmlFile &File);
  std::vector<std::string> namesIn(llvm::StringRef List);
  llvm::StringSet<> keysIn(llvm::StringRef List);
  void apply(Node Settings, const XmlFile &File, Metadata &To);

  const ProjectRequest &Request;
  Reading &Into;
  std::string Configuration, Directory;
  std::vector<std::unique_ptr<XmlFile>> Loaded;
  llvm::StringSet<> Visited;
  std::vector<Pending> Definitions, Items;
  bool HasVisualStudios = false;
  Metadata Defaults;
};

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_MSBUILD_H
