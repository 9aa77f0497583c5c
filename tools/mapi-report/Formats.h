//===- Formats.h - What CI systems show -------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Writes a report in the formats of CI systems.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_FORMATS_H
#define MAPITIDY_TOOLS_FORMATS_H

#include "Report.h"
#include "llvm/Support/raw_ostream.h"

namespace mapitidy {

/// Annotations of GitHub Actions: "Workflow commands for GitHub Actions".
void writeGitHub(const Report &From, llvm::raw_ostream &Out);

/// Issues of Azure Pipelines: "Logging commands", `task.logissue`.
void writeAzure(const Report &From, llvm::raw_ostream &Out);

/// GitLab's code quality report: "Code Quality report format". A fingerprint
/// depends on the text of its line, not on its number.
void writeGitLab(const Report &From, llvm::raw_ostream &Out);

/// SARIF 2.1.0 (OASIS), the notes as a code flow. A finding without a place is
/// left out: GitHub refuses files with such.
void writeSarif(const Report &From, llvm::raw_ostream &Out);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_FORMATS_H
