//===- CatalogueYaml.h - The catalogue's file format ------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads one file of the catalogue with LLVM's YAML IO. The same format is
/// used for the built-in entries and for those of the user.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CATALOGUE_CATALOGUEYAML_H
#define MAPITIDY_CATALOGUE_CATALOGUEYAML_H

#include "catalogue/Catalogue.h"
#include "catalogue/Mentions.h"
#include "model/PlaceNames.h"

namespace mapitidy {

struct CatalogueFile {
  std::vector<InterfaceEntry> Interfaces;
  std::vector<BlockEntry> Blocks;
  std::vector<std::string> Libraries;
  std::vector<std::string> Headers;
  std::vector<VerbList> Verbs;
  std::vector<CallEntry> Calls;
  std::vector<Mention> Mentions; ///< if it is a user's
};

/// \returns the entries, or an error of the form `file:line:column: what`.
/// \param Own whether it is a user's file, of which it is noted what stands
/// where.
/// \param Places if given, tells where the steps of summaries stand.
llvm::Expected<CatalogueFile> readCatalogueFile(llvm::MemoryBufferRef Yaml,
                                                bool Own = false,
                                                PlaceNames *Places = nullptr);

/// \returns the text that reads back as \p File. It says where steps stand if
/// \p Places are given.
std::string writeCatalogueFile(CatalogueFile File,
                               PlaceNames *Places = nullptr);

} // namespace mapitidy

#endif // MAPITIDY_CATALOGUE_CATALOGUEYAML_H
