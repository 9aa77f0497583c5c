//===- ProjectFile.h - Summaries that pass from file to file ----*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The file in which the functions of one source file, or of a whole project,
/// are kept for other files: a summary each, in the catalogue's format, under
/// the function's name across files. docs/project.md describes it.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CATALOGUE_PROJECTFILE_H
#define MAPITIDY_CATALOGUE_PROJECTFILE_H

#include "catalogue/Catalogue.h"
#include "model/PlaceNames.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace mapitidy {

/// A number that changes with \p Text, as hexadecimal digits.
std::string digestOf(llvm::StringRef Text);

/// The name of what a virtual call of \p Function means.
std::string chosenName(llvm::StringRef Function);

/// A function that a virtual call may mean, and one that the call may name: a
/// base class's, or, unless it is pure, itself.
using Override = std::pair<llvm::StringRef, llvm::StringRef>;

/// A file that has been read. Summaries stay text until somebody wants them: of
/// a project, one source file needs few.
class ProjectFile {
public:
  /// \returns an error that names the file if it cannot be read, is not what
  /// this version writes, or is damaged.
  static llvm::Expected<ProjectFile> read(llvm::StringRef Path);
  static llvm::Expected<ProjectFile>
  parse(std::unique_ptr<llvm::MemoryBuffer> Text);

  /// Whether there is a summary of \p Function.
  bool has(llvm::StringRef Function) const {
    return Functions.count(Function) != 0;
  }

  /// \returns the summary of \p Function, whose steps are not linked; null if
  /// there is none.
  /// \param Places tells where steps stand; may be null.
  llvm::Expected<std::unique_ptr<CallEntry>>
  summaryOf(llvm::StringRef Function, PlaceNames *Places) const;

  /// The text of the summary of \p Function; empty if there is none.
  llvm::StringRef textOf(llvm::StringRef Function) const {
    return Functions.lookup(Function);
  }

  /// Functions with a summary, in order.
  const std::vector<llvm::StringRef> &functions() const { return Order; }

  /// Functions without a body that the file was interested in, in order.
  const std::vector<llvm::StringRef> &asked() const { return Asked; }

  /// The virtual functions of the classes in the file, in order.
  const std::vector<Override> &overrides() const { return Overrides; }

  /// The files that the summaries were made of, in order.
  const std::vector<llvm::StringRef> &sources() const { return Sources; }

private:
  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  llvm::StringMap<llvm::StringRef> Functions;
  std::vector<llvm::StringRef> Order;
  std::vector<llvm::StringRef> Asked;
  std::vector<Override> Overrides;
  std::vector<llvm::StringRef> Sources;
};

/// Makes a project file.
class ProjectFileWriter {
public:
  /// Names a function that the file is interested in; before the overrides.
  void ask(llvm::StringRef Function);
  /// Says that a function stands for a virtual one; before the sources.
  void addOverride(llvm::StringRef Function, llvm::StringRef Base);
  /// Names a file that the summaries are made of; before any function.
  void addSource(llvm::StringRef File);
  void add(llvm::StringRef Function, CallEntry Summary, PlaceNames &Places);
  /// Adds a summary as ProjectFile::textOf has it.
  void addText(llvm::StringRef Function, llvm::StringRef Summary);

  /// Writes all of it; in front a number by which damage is noticed.
  void write(llvm::raw_ostream &Out) const;

private:
  std::string Text;
};

} // namespace mapitidy

#endif // MAPITIDY_CATALOGUE_PROJECTFILE_H
