//===- Html.h - A report for people -----------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Writes a report as a page: a folder of a few files that needs no server.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_HTML_H
#define MAPITIDY_TOOLS_HTML_H

#include "Report.h"

namespace mapitidy {

/// Writes the page into \p Folder, which is made if it is not there; its other
/// files stay. The error names the file or folder that cannot be written.
llvm::Error writeHtml(const Report &From, llvm::StringRef Folder);

/// Writes the data of the page, a script that assigns `mapiReport`. The same
/// report gives the same bytes. No text in it can end a script or begin a tag.
void writeHtmlData(const Report &From, llvm::raw_ostream &Out);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_HTML_H
