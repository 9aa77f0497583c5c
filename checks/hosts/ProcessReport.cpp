//===- ProcessReport.cpp - The report of this process ---------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/ProcessReport.h"
#include "headers/HeaderOrigins.h"
#include <mutex>

using namespace llvm;

namespace mapitidy {

namespace {

struct ProcessReport {
  ProcessReport() { (void)errs(); } // outlives us
  ~ProcessReport() {
    if (Mode == ReportMode::AtExit)
      summary().print(errs());
  }
  ProcessReport(const ProcessReport &) = delete;
  ProcessReport &operator=(const ProcessReport &) = delete;

  RunReport summary() const {
    RunReport Result = RunReport::of(Files, [](StringRef Header) {
      return HeaderOrigins::installed().of(Header);
    });
    Result.CountsAll = CountsAll;
    return Result;
  }

  ReportMode Mode = ReportMode::AtExit;
  ErrorPolicy Policy = ErrorPolicy::HideDoubtful;
  std::vector<FileReport> Files;
  bool CountsAll = false;
  std::mutex Guard;
};

} // namespace

static ProcessReport &ofProcess() {
  static ProcessReport Report;
  return Report;
}

void setReportMode(ReportMode Mode) { ofProcess().Mode = Mode; }

void setErrorPolicy(ErrorPolicy Policy) { ofProcess().Policy = Policy; }

bool hidesErrors(const HeaderFacts &Headers) {
  const ErrorPolicy Policy = ofProcess().Policy;
  return Policy == ErrorPolicy::Hide ||
         (Policy == ErrorPolicy::HideDoubtful && !Headers.isComplete());
}

void reportFile(FileReport Report, bool CountsAll) {
  ProcessReport &Process = ofProcess();
  std::lock_guard<std::mutex> Lock(Process.Guard);
  if (Process.Mode == ReportMode::PerFile) {
    Report.Headers = {}; // an editor shows them in the text
    RunReport Alone = RunReport::of(Report, [](StringRef) { return ""; });
    Alone.CountsAll = CountsAll;
    return Alone.print(errs());
  }
  Process.Files.push_back(std::move(Report));
  Process.CountsAll |= CountsAll;
}

std::vector<FileReport> &reportedFiles() { return ofProcess().Files; }

RunReport reportOfProcess() { return ofProcess().summary(); }

} // namespace mapitidy
