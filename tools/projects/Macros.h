//===- Macros.h - What $(Name) stands for -----------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_PROJECTS_MACROS_H
#define MAPITIDY_PROJECTS_MACROS_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include <string>

namespace mapitidy {

/// Macros of Visual Studio, which are the properties of MSBuild. Their names
/// are the same in any capitalisation.
class Macros {
public:
  void set(llvm::StringRef Name, llvm::StringRef Value);
  /// Sets what the project cannot change.
  void setGlobal(llvm::StringRef Name, llvm::StringRef Value);
  /// Sets what the project does not.
  void setDefault(llvm::StringRef Name, llvm::StringRef Value);
  /// \returns the value; empty if there is none.
  llvm::StringRef get(llvm::StringRef Name) const;

  /// Replaces the macros in \p Text. Those without a value, and property
  /// functions, are left as they stand: no environment is asked, so that the
  /// answer is the same on all machines.
  std::string expand(llvm::StringRef Text) const;

private:
  llvm::StringMap<std::string> Values;
  llvm::StringSet<> Globals;
};

/// \returns the first `$(...)` in \p Text, with all parentheses in it; empty
/// if there is none.
llvm::StringRef firstMacro(llvm::StringRef Text);

/// Whether \p Text has a property function in it, as `$([System.IO.Path]::…)`
/// or `$(Name.Replace(…))`.
bool hasFunction(llvm::StringRef Text);

/// \returns \p Text without macros.
std::string withoutMacros(llvm::StringRef Text);

} // namespace mapitidy

#endif // MAPITIDY_PROJECTS_MACROS_H
