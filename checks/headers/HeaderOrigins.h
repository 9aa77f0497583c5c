//===- HeaderOrigins.h - Which package has a header -------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tells which package or folder has a header that was not found, for people
/// who wonder what they need. `share/headers.yaml` lists them.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HEADERS_HEADERORIGINS_H
#define MAPITIDY_HEADERS_HEADERORIGINS_H

#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <deque>
#include <optional>
#include <string>

namespace mapitidy {

class HeaderOrigins {
public:
  HeaderOrigins() = default;
  HeaderOrigins(HeaderOrigins &&) = default;
  HeaderOrigins &operator=(HeaderOrigins &&) = default;

  /// Reads a list in YAML: `- {header: PATTERN, from: TEXT}`; of several
  /// patterns that match the first counts.
  /// \returns an error with place and reason.
  static llvm::Expected<HeaderOrigins> read(llvm::MemoryBufferRef Text);

  /// \returns the installed list; an empty one if there is none.
  static const HeaderOrigins &installed();

  /// \param Header in lower case, with slashes.
  /// \returns where \p Header comes from; empty if that is not known.
  llvm::StringRef of(llvm::StringRef Header) const;

private:
  struct Origin {
    std::string Header, From;
    /// Refers to the text in Header.
    std::optional<llvm::GlobPattern> Pattern;
  };
  std::deque<Origin> Known; // they stay where they are
};

} // namespace mapitidy

#endif // MAPITIDY_HEADERS_HEADERORIGINS_H
