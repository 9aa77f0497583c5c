//===- ResponseFiles.cpp - Arguments in files -----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ResponseFiles.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace mapitidy {

/// A response file may name others; more than these name themselves.
constexpr unsigned DeepestFile = 16;
constexpr size_t MostArguments = 1u << 20;

namespace {

class Expansion {
public:
  Expansion(StringRef Directory, FileFinder &Files)
      : Directory(Directory), Files(Files) {}

  Error add(ArrayRef<std::string> Arguments, unsigned Depth) {
    for (const std::string &Argument : Arguments) {
      if (Result.size() > MostArguments)
        return failure("the command line is too long");
      if (StringRef(Argument).starts_with("@")) {
        if (Error E = addFile(StringRef(Argument).drop_front(), Depth + 1))
          return E;
      } else {
        Result.push_back(Argument);
      }
    }
    return Error::success();
  }

  std::vector<std::string> Result;

private:
  Error addFile(StringRef Name, unsigned Depth) {
    if (Depth > DeepestFile)
      return failure("the response file '" + Name + "' names itself");
    std::optional<std::string> File = Files.find(Name, Directory);
    if (!File)
      return failure("no such response file: '" + Name + "' in '" + Directory +
                     "'");
    Expected<std::string> Text = readText(*File, Files.fileSystem());
    if (!Text)
      return Text.takeError();
    return add(splitWindowsCommandLine(*Text), Depth);
  }

  StringRef Directory;
  FileFinder &Files;
};

} // namespace

Expected<std::vector<std::string>>
expandResponseFiles(ArrayRef<std::string> Arguments, StringRef Directory,
                    FileFinder &Files) {
  Expansion All(Directory, Files);
  if (Error E = All.add(Arguments, 0))
    return E;
  return All.Result;
}

} // namespace mapitidy
