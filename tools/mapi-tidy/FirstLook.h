//===- FirstLook.h - Whether a file has to do with MAPI ---------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tells whether a file can have findings before it is parsed: Clang's
/// preprocessor follows its includes, but finds the platform's headers empty.
/// Parsing a Windows file costs twenty times more.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_FIRSTLOOK_H
#define MAPITIDY_TOOLS_FIRSTLOOK_H

#include "catalogue/Catalogue.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/CompilationDatabase.h"
#include <set>
#include <string>
#include <vector>

namespace mapitidy {

/// How a file is compiled.
struct Compilation {
  const clang::tooling::CompilationDatabase &Database;
  /// Adds what clang-tidy's command line and configuration say.
  clang::tooling::ArgumentsAdjuster Adjuster;
  /// Folders of headers that the platform is known to have.
  std::vector<std::string> PlatformHeaders;
};

/// Whether \p File, compiled in one of the ways that the database has for it,
/// includes a header of MAPI's or has one of its names in it, in a comment or
/// string too; or a header of the project does that it includes, at whatever
/// depth. What the preprocessor cannot make sense of may use MAPI.
/// \param Looked gets the files of the project's that were looked at.
bool mayUseMapi(llvm::StringRef File, const Catalogue &Known,
                const Compilation &How, std::set<std::string> &Looked);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_FIRSTLOOK_H
