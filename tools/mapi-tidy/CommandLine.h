//===- CommandLine.h - The command line -------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads mapi-tidy's command line, which is clang-tidy's with options that
/// begin with `--mapi-`, and writes one for clang-tidy. Nothing here looks at
/// the file system.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_COMMANDLINE_H
#define MAPITIDY_TOOLS_COMMANDLINE_H

#include "findings/Baseline.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace mapitidy {

/// What the process says of its run, and so does mapi-scan; docs/ci.md has the
/// list.
enum ExitCode {
  Clean = 0,
  FoundErrors = 1, ///< findings that are errors, or errors of Clang's
  NotAnalysed = 2, ///< a file that uses MAPI, or everything
};

/// What the user asked for.
struct CommandLine {
  std::string Program;
  std::vector<std::string> Arguments; ///< clang-tidy's options
  std::vector<std::string> Files;
  std::vector<std::string> CompilerFlags; ///< behind `--`
  /// Those of `--extra-arg` and `--extra-arg-before`; in Arguments, too.
  std::vector<std::string> ExtraFlags, ExtraFlagsBefore;
  std::vector<std::string> SdkDirectories; ///< as given; may hold `auto`
  std::optional<std::string> Database;     ///< `-p`
  std::optional<std::string> Configuration, ConfigurationFile;
  /// `--path-map`: Windows folders and what they are here, `C:\proj=/src`.
  std::vector<std::string> PathMaps;
  std::string ProjectConfiguration;   ///< `--configuration`, e.g. `Release|x64`
  std::string WrittenDatabase;        ///< `--write-database`
  std::string ReportFile;             ///< `--export-report`
  std::string FixesFile;              ///< `--export-fixes`
  std::vector<std::string> OnlyFiles; ///< `--only`, of what Files stand for
  std::string ProjectFile;            ///< `--project`
  std::string CaptureFile;            ///< `--capture`
  BaselineOptions Baselines;
  bool HasCompilerFlags = false; ///< `--` was given
  bool NamesNoDatabase = false;  ///< .clangd wants none to be looked for
  bool NamesOverlay = false;     ///< `--vfsoverlay` was given
  bool NamesChecks = false;      ///< `--checks` or a configuration was given
  bool SkipsOthers = false;      ///< files that do not use MAPI
  bool AllowsMissing = false; ///< files that cannot be analysed are no failure
  bool ShowsErrors = false;   ///< Clang's, where headers are missing, too
  bool TakesAll = false;      ///< all files of the compilation database
  bool ListsFiles = false;    ///< and does no more
  bool LeavesReport = false;  ///< to whoever reads ReportFile
  bool Fixes = false;         ///< applies fix-its
  bool Analyses = true;       ///< not --help, --list-checks and the like

  /// Adds a flag for the compiler that the user's own flags can override.
  void addCompilerFlag(llvm::StringRef Flag);

  /// The arguments for clang-tidy, the program's name first.
  std::vector<std::string> forClangTidy() const;
};

/// \param Arguments as main() gets them, response files expanded.
llvm::Expected<CommandLine>
parseCommandLine(llvm::ArrayRef<const char *> Arguments);

/// Flags that mean Windows, its compiler and mingw-w64's headers.
std::vector<std::string> targetFlags();

/// Flags that mean Unicode, which Visual Studio sets for new projects.
std::vector<std::string> unicodeFlags();

/// Whether a compiler's flag says for which machine it compiles.
bool namesTarget(llvm::StringRef Flag);

/// Flags for Windows files, when nothing else says how they are compiled.
std::vector<std::string> windowsFlags(llvm::ArrayRef<std::string> Files);

/// Flags that add \p Directory to the places where headers are searched for,
/// understood by clang and clang-cl.
/// \param HasCLibrary whether the C library's headers are in it; they have to
/// be found after those of the C++ library.
std::vector<std::string> includeFlags(llvm::StringRef Directory,
                                      bool HasCLibrary);

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_COMMANDLINE_H
