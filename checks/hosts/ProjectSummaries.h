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
#include "findings/Finding.h"
#include "clang/Basic/SourceManager.h"
#include <map>
#include <set>
#include <tuple>

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

/// What makes two findings one defect: rule, cause, and where its subject came
/// from.
using Defect = std::tuple<Rule, SourcePlace, SourcePlace>;

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

  /// What is reported of \p Function where its body is.
  std::vector<Defect> reportedOf(const clang::FunctionDecl &Function);
  /// How that is written.
  std::string textOf(const Defect &Known);
  bool keepsCalls() const override { return Keeps; }

  FilePlaces &places() { return Places; }

  /// What is wrong with summaries that were asked for: a sentence each.
  const std::vector<std::string> &problems() const { return Problems; }

private:
  const CallEntry *summaryNamed(llvm::StringRef Name, unsigned Depth);
  void linkCalls(std::vector<Step> &Steps, unsigned Depth);

  std::shared_ptr<const ProjectFile> Known;
  const Catalogue &Entries;
  FilePlaces Places;
  bool Keeps;
  /// What has been read; null for a function that is being linked, and so calls
  /// itself, or has none.
  std::map<std::string, std::unique_ptr<CallEntry>, std::less<>> Linked;
  std::vector<std::string> Problems;
};

} // namespace mapitidy

#endif // MAPITIDY_HOSTS_PROJECTSUMMARIES_H
