//===- FileByFile.h - One file after the other ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clang-tidy's main program analyses all files and then prints all findings,
/// and a file that breaks it ends it. Here it gets one file at a time: what is
/// found is printed when the file ends, and what happens to a file is known.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_FILEBYFILE_H
#define MAPITIDY_TOOLS_FILEBYFILE_H

#include "findings/Baseline.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <memory>
#include <string>

namespace mapitidy {

/// What main() decides for the run of all files.
struct RunPlan {
  /// Findings are printed as each file ends. Not with fix-its, which are
  /// applied to all files at once.
  bool PrintsEachFile = true;
  /// Headers are found by any capitalisation for whatever target.
  bool UsesWindowsNames = false;
  /// How the files are compiled, made of what clang-tidy has found.
  std::function<std::unique_ptr<clang::tooling::CompilationDatabase>(
      const clang::tooling::CompilationDatabase &)>
      Database;
  /// `--project` and `--capture`; empty if not given.
  std::string ProjectFile, CaptureFile;
  /// Which findings are known.
  BaselineRun Baseline;
  /// Whether the files were looked at: clang-tidy may have refused before.
  bool Started = false;
  /// Whether something was found, errors of Clang's included.
  bool FoundSomething = false;
};

/// The plan of this process, to be made before clang-tidy's main program runs.
RunPlan &runPlan();

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_FILEBYFILE_H
