//===- ProjectSummaries.h - What other files do -----------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What one translation unit knows of the functions of a project's other files,
/// and what these get to know of its own.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_HOSTS_PROJECTSUMMARIES_H
#define MAPITIDY_HOSTS_PROJECTSUMMARIES_H

#include "capture/CallResolver.h"
#include "catalogue/ProjectFile.h"
#include "clang/Basic/SourceManager.h"
#include <map>
#include <set>

namespace mapitidy {

/// Places as file:line:column, with the whole path of the file.
class FilePlaces : public PlaceNames {
public:
  explicit FilePlaces(clang::SourceManager &Sources) : Sources(Sources) {}

  std::string nameOf(SourcePlace Place) override;
  std::optional<SourcePlace> placeNamed(llvm::StringRef Name) override;

  /// All files that have been read, by their whole paths.
  std::set<std::string> files() const;

private:
  std::string pathOf(clang::FileEntryRef File) const;

  clang::SourceManager &Sources;
};

class ProjectSummaries : public OtherFiles {
public:
  /// \param Known what there is; may be null.
  /// \param KeepsCalls whether calls of what is not known are kept as such.
  ProjectSummaries(std::shared_ptr<const ProjectFile> Known,
                   const Catalogue &Entries, clang::SourceManager &Sources,
                   bool KeepsCalls)
      : Known(std::move(Known)), Entries(Entries), Places(Sources),
        Keeps(KeepsCalls) {}

  const CallEntry *summaryOf(const clang::FunctionDecl &Function) override;
  const CallEntry *summaryOfChosen(const clang::CXXMethodDecl &Method) override;

  bool keepsCalls() const override { return Keeps; }

  FilePlaces &places() { return Places; }

  /// The functions that were asked for, by their names, if calls are kept.
  const std::set<std::string> &asked() const { return Asked; }

  /// What is wrong with summaries that were asked for: a sentence each.
  const std::vector<std::string> &problems() const { return Problems; }

private:
  const CallEntry *ask(const std::string &Name);
  const CallEntry *summaryNamed(llvm::StringRef Name, unsigned Depth);
  void linkCalls(std::vector<Step> &Steps, unsigned Depth);

  std::shared_ptr<const ProjectFile> Known;
  const Catalogue &Entries;
  FilePlaces Places;
  bool Keeps;
  /// What has been read; null for a function that is being linked, and so calls
  /// itself, or has none.
  std::map<std::string, std::unique_ptr<CallEntry>, std::less<>> Linked;
  std::set<std::string> Asked;
  std::vector<std::string> Problems;
};

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_PROJECTSUMMARIES_H
