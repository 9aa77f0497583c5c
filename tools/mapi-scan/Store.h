//===- Store.h - What a scan remembers --------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The folder in which a scan keeps what it knows of each file, so that the
/// next one need not look again. It is safe to delete, to interrupt and to
/// share: files appear in it whole, and a result counts only while its key says
/// what is true.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_SCAN_STORE_H
#define MAPITIDY_SCAN_STORE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace mapitidy {

/// What a run of mapi-tidy on one file leaves behind, each a file.
struct RunFiles {
  std::string Output;  ///< the findings
  std::string Errors;  ///< the error stream
  std::string Report;  ///< what was analysed, as --export-report writes it
  std::string Fixes;   ///< the findings, as --export-fixes writes them
  std::string Capture; ///< what other files want to know; of the first run
  std::string Key;     ///< what all of it rests on

  /// The same under other names, for a run that has not ended.
  RunFiles unfinished() const;
  /// Puts what is there of \p Unfinished in the place of these.
  llvm::Error take(const RunFiles &Unfinished) const;
};

class Store {
public:
  /// Opens or makes the folder \p Path.
  static llvm::Expected<Store> open(llvm::StringRef Path);

  /// What is known of \p Source alone, or linked with its project.
  RunFiles alone(llvm::StringRef Source) const;
  RunFiles linked(llvm::StringRef Source) const;

  /// The file that says what all files of the project do.
  std::string projectFile() const;

  /// \returns the exit code of \p Of, if its result still holds: its key begins
  /// with \p Begin, and no file that it names has changed since.
  std::optional<int> exitOf(const RunFiles &Of, llvm::StringRef Begin);

  /// Lets the result of \p Of hold as long as \p Begin and the contents of
  /// \p Files do.
  llvm::Error keep(const RunFiles &Of, llvm::StringRef Begin, int Exit,
                   llvm::ArrayRef<std::string> Files);

  /// Writes \p Text to the file \p Path, whole or not at all.
  static llvm::Error write(llvm::StringRef Path, llvm::StringRef Text);

private:
  explicit Store(std::string Path) : Path(std::move(Path)) {}
  RunFiles filesOf(llvm::StringRef Source, llvm::StringRef Kind) const;
  /// A number for what is in \p File; for one that is not there, too.
  std::string contentOf(llvm::StringRef File);

  std::string Path;
  llvm::StringMap<std::string> Contents; ///< each file is read once
};

/// The lines of \p Text that are not empty.
llvm::SmallVector<llvm::StringRef, 16> linesOf(llvm::StringRef Text);

/// \returns the text of a file; nothing if it cannot be read.
std::optional<std::string> textOfFile(llvm::StringRef Path);

} // namespace mapitidy

#endif // MAPITIDY_SCAN_STORE_H
