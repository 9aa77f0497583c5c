//===- FirstMessage.h - What the editor says first --------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clangd takes the flags for files that are in no compilation database from
/// the editor's first message: `initializationOptions.fallbackFlags` of the
/// request `initialize` (clangd's protocol extensions). An editor that says
/// nothing there gets flags from here.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_FIRSTMESSAGE_H
#define MAPITIDY_TOOLS_FIRSTMESSAGE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace mapitidy {

/// \returns \p Message, the JSON of a request, with \p Flags as its fallback
/// flags; unchanged if it is no `initialize` request or has such flags.
std::string withFallbackFlags(llvm::StringRef Message,
                              llvm::ArrayRef<std::string> Flags);

/// The length of the message that \p Header announces, lines of `Name: value`;
/// nothing if it announces none.
std::optional<size_t> contentLength(llvm::StringRef Header);

/// From here on, whoever reads standard input finds its first message with
/// \p Flags, and all that follows as it is.
llvm::Error completeFirstMessage(std::vector<std::string> Flags);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_FIRSTMESSAGE_H
