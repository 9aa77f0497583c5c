//===- Solution.h - Solutions of Visual Studio ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_SOLUTION_H
#define MAPITIDY_PROJECTS_SOLUTION_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>
#include <vector>

namespace mapitidy {

/// Which projects belong together, and which of their configurations.
struct Solution {
  struct Mapping {
    std::string Configuration; ///< of the project
    bool IsBuilt = false;
  };
  struct Member {
    std::string Path, Id;
    llvm::StringMap<Mapping> ByConfiguration; ///< of the solution, folded
  };
  std::vector<std::string> Configurations;
  std::vector<Member> Members;
  /// Whether it says what to build; a workspace of Visual C++ 6 does not.
  bool HasMappings = false;
};

/// Reads a .sln, .slnx or .dsw.
llvm::Expected<Solution> parseSolution(llvm::StringRef File,
                                       llvm::vfs::FileSystem &FS);

/// Whether \p Path names a project of C++. A solution's folders and other
/// languages' projects are none.
bool isCppProject(llvm::StringRef Path);

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_SOLUTION_H
