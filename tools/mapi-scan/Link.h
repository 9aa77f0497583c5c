//===- Link.h - From files to a project -------------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Joins what was captured of single files to what is known of a project: the
/// summaries of functions that others call, each under one name.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_SCAN_LINK_H
#define MAPITIDY_SCAN_LINK_H

#include "catalogue/ProjectFile.h"
#include "llvm/Support/Error.h"
#include <map>
#include <string>
#include <vector>

namespace mapitidy {

/// A project's functions, by their names across files.
class LinkedProject {
public:
  /// \param Captures in an order that does not depend on time.
  static LinkedProject of(std::vector<ProjectFile> Captures);

  /// Writes what other files want to know.
  /// \param Files the project's, for whoever wants to know if it is up to date.
  void write(llvm::raw_ostream &Out, llvm::ArrayRef<std::string> Files) const;

  /// A number that changes with all that is known of the functions which a file
  /// asks for, and of those which these call in turn; 0 if nothing is.
  uint64_t keyFor(llvm::ArrayRef<llvm::StringRef> Asked) const;

  /// Functions that several files define differently: nobody knows which of
  /// them a call means.
  const std::vector<std::string> &clashes() const { return Clashes; }

  /// Why functions are left out whose summaries cannot be read.
  const std::vector<std::string> &problems() const { return Problems; }

  size_t size() const { return Functions.size(); }

private:
  struct Function {
    llvm::StringRef Text;             ///< of its summary
    std::vector<std::string> Invoked; ///< functions that it calls by name
    bool Says = false; ///< it does something of interest by itself
  };

  void add(const ProjectFile &Capture);
  /// Gives virtual calls the function that they mean, if it is the only one.
  void choose();
  void dropUninteresting();

  std::vector<ProjectFile> Captures; ///< own the texts
  std::map<std::string, Function, std::less<>> Functions;
  std::vector<std::string> Clashes;
  std::vector<std::string> Problems;
};

} // namespace mapitidy

#endif // MAPITIDY_SCAN_LINK_H
