//===- Page.cpp - A scan as a page ----------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Page.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Program.h"

using namespace llvm;

namespace mapitidy {

/// Writes a file that is there as long as \p Remover is.
static Expected<std::string>
writeTemporary(StringRef Suffix, FileRemover &Remover,
               function_ref<void(raw_ostream &)> Write) {
  SmallString<128> Path;
  int Descriptor = -1;
  if (std::error_code Problem =
          sys::fs::createTemporaryFile("mapi-scan", Suffix, Descriptor, Path))
    return createStringError(Problem, "cannot write a temporary file: " +
                                          Problem.message());
  Remover.setFile(Path);
  raw_fd_ostream Out(Descriptor, /*shouldClose=*/true);
  Write(Out);
  Out.close();
  if (std::error_code Problem = Out.error()) {
    Out.clear_error();
    return createStringError(Problem, "cannot write '" + Path +
                                          "': " + Problem.message());
  }
  return Path.str().str();
}

/// Writes \p Arguments as a response file has them.
static void writeArguments(ArrayRef<std::string> Arguments, raw_ostream &Out) {
  for (StringRef Each : Arguments) {
    Out << '"';
    for (char C : Each)
      if (C == '"' || C == '\\')
        Out << '\\' << C;
      else
        Out << C;
    Out << "\"\n";
  }
}

Error writePage(const ScanResult &Of, StringRef Folder, StringRef Program) {
  FileRemover RunRemover, ArgumentsRemover;
  Expected<std::string> Run = writeTemporary(
      "yaml", RunRemover, [&](raw_ostream &Out) { Of.Report.write(Out); });
  if (!Run)
    return Run.takeError();
  std::vector<std::string> Arguments = {"--format=html", "--run=" + *Run, "-o",
                                        Folder.str()};
  llvm::append_range(Arguments, Of.Fixes);
  // A project may have more files than a command line has room for.
  Expected<std::string> List =
      writeTemporary("rsp", ArgumentsRemover,
                     [&](raw_ostream &Out) { writeArguments(Arguments, Out); });
  if (!List)
    return List.takeError();
  const std::string Response = "@" + *List;
  std::string Problem;
  if (sys::ExecuteAndWait(Program, {Program, Response}, std::nullopt, {}, 0, 0,
                          &Problem) == 0)
    return Error::success();
  return createStringError(inconvertibleErrorCode(),
                           "cannot write the page of --html=" + Folder +
                               (Problem.empty() ? "" : ": " + Problem));
}

} // namespace mapitidy
