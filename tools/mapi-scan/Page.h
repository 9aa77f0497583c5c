//===- Page.h - A scan as a page --------------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Has mapi-report write the page of a scan: `mapi-scan --html`.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_SCAN_PAGE_H
#define MAPITIDY_SCAN_PAGE_H

#include "Scan.h"

namespace mapitidy {

/// Writes the page of \p Of into \p Folder.
/// \param Program mapi-report's path.
/// \returns an error if that does not succeed; mapi-report has said why.
llvm::Error writePage(const ScanResult &Of, llvm::StringRef Folder,
                      llvm::StringRef Program);

} // namespace mapitidy

#endif // MAPITIDY_SCAN_PAGE_H
