//===- Findings.h - What the runs of a scan have printed --------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Puts together what mapi-tidy has printed of single files: what several of
/// them have, as findings in headers, is said once.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_SCAN_FINDINGS_H
#define MAPITIDY_SCAN_FINDINGS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"

namespace mapitidy {

class PrintedFindings {
public:
  explicit PrintedFindings(llvm::raw_ostream &Out) : Out(Out) {}

  /// Prints what of \p Text, the output for one file, has not been printed yet.
  void add(llvm::StringRef Text);

  unsigned count() const { return Count; }

private:
  llvm::raw_ostream &Out;
  llvm::StringSet<> Known; ///< first lines
  unsigned Count = 0;
};

/// Whether \p Line begins a finding, as `file:line:column: warning: ...`.
bool beginsFinding(llvm::StringRef Line);

} // namespace mapitidy

#endif // MAPITIDY_SCAN_FINDINGS_H
