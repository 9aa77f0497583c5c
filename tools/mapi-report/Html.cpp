//===- Html.cpp - A report for people -------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Html.h"
#include "EmbeddedPages.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

static Error writeFile(StringRef Folder, StringRef Name,
                       function_ref<void(raw_ostream &)> Write) {
  SmallString<128> Path(Folder);
  sys::path::append(Path, Name);
  Error Problem = writeToOutput(Path, [&](raw_ostream &Out) {
    Write(Out);
    return Error::success();
  });
  if (!Problem)
    return Problem;
  return createStringError(inconvertibleErrorCode(),
                           "cannot write '" + Path +
                               "': " + toString(std::move(Problem)));
}

Error writeHtml(const Report &From, StringRef Folder) {
  if (std::error_code Problem = sys::fs::create_directories(
          Folder, /*IgnoreExisting=*/true, sys::fs::all_all))
    return createStringError(Problem, "cannot make the folder '" + Folder +
                                          "': " + Problem.message());
  if (!sys::fs::is_directory(Folder))
    return createStringError(inconvertibleErrorCode(),
                             "'" + Folder +
                                 "' is a file; --format=html writes a folder");
  for (const EmbeddedFile &Each : embeddedHtml())
    if (Error E = writeFile(Folder, Each.Name,
                            [&](raw_ostream &Out) { Out << Each.Text; }))
      return E;
  return writeFile(Folder, "data.js",
                   [&](raw_ostream &Out) { writeHtmlData(From, Out); });
}

} // namespace mapitidy
