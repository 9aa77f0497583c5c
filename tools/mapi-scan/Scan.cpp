//===- Scan.cpp - A project, file by file and then as a whole -------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan.h"
#include "CommandLine.h"
#include "Findings.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/ThreadPool.h"
#include <mutex>

using namespace llvm;

namespace mapitidy {

namespace {

/// Says on a terminal how far a scan has come.
class Progress {
public:
  Progress(StringRef Doing, size_t All, bool Quiet)
      : Doing(Doing), All(All),
        Shows(!Quiet && All > 1 && sys::Process::StandardErrIsDisplayed()) {}
  ~Progress() {
    if (Shows)
      errs() << "\r\x1b[K";
  }
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  /// Not from several threads at once.
  void step() {
    ++Done;
    if (Shows)
      errs() << "\r[" << Done << '/' << All << "] " << Doing << "\x1b[K";
  }

private:
  StringRef Doing;
  size_t All, Done = 0;
  bool Shows;
};

} // namespace

/// Runs a program whose output goes to files. \returns its exit code, or what
/// hindered it.
static Expected<int> execute(const std::string &Program,
                             ArrayRef<std::string> Arguments, StringRef Output,
                             StringRef Errors) {
  // What is longer than the new output would stay behind it.
  for (StringRef File : {Output, Errors})
    if (std::error_code Problem = sys::fs::remove(File))
      return createStringError(Problem, "cannot replace '" + File +
                                            "': " + Problem.message());
  std::vector<StringRef> All{Program};
  All.insert(All.end(), Arguments.begin(), Arguments.end());
  std::string Problem;
  const int Exit =
      sys::ExecuteAndWait(Program, All, std::nullopt, {"", Output, Errors},
                          /*SecondsToWait=*/0, /*MemoryLimit=*/0, &Problem);
  if (Exit >= 0)
    return Exit;
  return createStringError(inconvertibleErrorCode(),
                           Problem.empty() ? "it was ended" : Problem);
}

Error Scan::listFiles() {
  const RunFiles Into = Kept.alone("files of the project");
  Expected<int> Exit =
      execute(Program, Given.with({"--list-files"}), Into.Output, Into.Errors);
  if (!Exit)
    return Exit.takeError();
  const std::string Notes = textOfFile(Into.Errors).value_or("");
  if (*Exit != 0)
    return createStringError(inconvertibleErrorCode(), StringRef(Notes).trim());
  errs() << Notes;
  const std::string Machine = keyOfMachine();
  const std::string Text = textOfFile(Into.Output).value_or("");
  for (StringRef Line : linesOf(Text)) {
    const auto [Flags, File] = Line.split(' ');
    Unit &New = Units.emplace_back();
    New.File = File.str();
    New.Key = Machine + " " + Flags.str();
  }
  return Error::success();
}

/// What a result rests on besides its source files: the program and the
/// command line.
std::string Scan::keyOfMachine() const {
  sys::fs::file_status Status;
  std::string Text = MAPI_TIDY_VERSION;
  if (!sys::fs::status(Program, Status))
    Text += utostr(Status.getSize()) + " " +
            utostr(Status.getLastModificationTime().time_since_epoch().count());
  for (const std::string &Each : Given.Forwarded)
    Text += "\n" + Each;
  return digestOf(Text);
}

/// clang-tidy's configuration files that \p File obeys, there or not.
static std::vector<std::string> configurationsOf(StringRef File) {
  std::vector<std::string> Result;
  for (StringRef Folder = sys::path::parent_path(File); !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    SmallString<128> Path(Folder);
    sys::path::append(Path, ".clang-tidy");
    Result.push_back(Path.str().str());
  }
  return Result;
}

size_t Scan::runAll(StringRef Doing, function_ref<bool(Unit &)> Wants,
                    function_ref<void(Unit &)> Run) {
  std::vector<Unit *> Work;
  for (Unit &Each : Units)
    if (Wants(Each))
      Work.push_back(&Each);
  Progress Shown(Doing, Work.size(), Given.Quiet);
  std::mutex Guard;
  DefaultThreadPool Pool(hardware_concurrency(Given.Jobs));
  for (Unit *Each : Work)
    Pool.async([&, Each] {
      Run(*Each);
      std::lock_guard<std::mutex> Lock(Guard);
      Shown.step();
    });
  Pool.wait();
  return Work.size();
}

void Scan::runOne(Unit &Of) {
  const RunFiles &Into = Of.Shown;
  const RunFiles Now = Into.unfinished();
  std::vector<std::string> Own{"--quiet",
                               "--no-report",
                               "--allow-missing",
                               "--mapi-skip-others",
                               "--only=" + Of.File,
                               "--export-report=" + Now.Report,
                               "--export-fixes=" + Now.Fixes};
  Own.push_back(Project ? "--project=" + Kept.projectFile()
                        : "--capture=" + Now.Capture);
  Expected<int> Exit =
      execute(Program, Given.with(Own), Now.Output, Now.Errors);
  if (!Exit)
    Of.Problem = toString(Exit.takeError());
  else if (Error E = Into.take(Now))
    Of.Problem = toString(std::move(E));
  else
    Of.Exit = *Exit;
}

/// The files that the results of \p Of rest on.
std::vector<std::string> Scan::sourcesOf(const Unit &Of) {
  std::vector<std::string> Result = configurationsOf(Of.File);
  Result.push_back(Of.File);
  for (StringRef Each : Of.Sources)
    Result.push_back(Each.str());
  return Result;
}

/// Whether what there is of \p Of still holds; then it is used.
bool Scan::isKnown(Unit &Of) {
  const std::optional<int> Exit = Kept.exitOf(Of.Shown, Of.ShownKey);
  Of.Exit = Exit.value_or(0);
  Of.IsNew = !Exit;
  return Exit.has_value();
}

void Scan::runAlone() {
  Result.Read = runAll(
      "files read",
      [this](Unit &Each) {
        Each.Shown = Kept.alone(Each.File);
        Each.ShownKey = Each.Key;
        return !isKnown(Each);
      },
      [this](Unit &Each) { runOne(Each); });
}

Error Scan::link() {
  std::vector<ProjectFile> Captures;
  for (Unit &Each : Units) {
    if (!sys::fs::exists(Each.Shown.Capture))
      continue; // it has nothing to do with MAPI, or broke down
    Expected<ProjectFile> Read = ProjectFile::read(Each.Shown.Capture);
    if (!Read) {
      Each.Problem = toString(Read.takeError());
      continue;
    }
    Each.Asked = Read->asked();
    Each.Sources = Read->sources();
    Captures.push_back(std::move(*Read)); // their texts stay where they are
  }
  Project = LinkedProject::of(std::move(Captures));
  for (Unit &Each : Units)
    Each.LinkKey = Project->keyFor(Each.Asked);
  std::vector<std::string> Files;
  Files.reserve(Units.size());
  for (const Unit &Each : Units)
    Files.push_back(Each.File);
  return writeToOutput(Kept.projectFile(), [&](raw_ostream &Out) {
    Project->write(Out, Files);
    return Error::success();
  });
}

void Scan::runLinked() {
  runAll(
      "files judged with what others do",
      [this](Unit &Each) {
        if (Each.LinkKey == 0)
          return false;
        ++Result.Linked;
        Each.Shown = Kept.linked(Each.File);
        Each.ShownKey =
            Each.Key + " " + utohexstr(Each.LinkKey, /*LowerCase=*/true);
        return !isKnown(Each);
      },
      [this](Unit &Each) { runOne(Each); });
}

/// \returns the line in which a program says why it ended; the first one, if
/// none looks like that.
static std::string complaintIn(StringRef Errors) {
  const SmallVector<StringRef, 16> Lines = linesOf(Errors);
  for (StringRef Line : Lines)
    if (Line.contains_insensitive("error:"))
      return Line.str();
  return Lines.empty() ? "" : Lines.front().str();
}

/// Adds what mapi-tidy has reported of one file. \returns its findings.
std::vector<FindingRecord> Scan::addReport(const Unit &Of) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text =
      MemoryBuffer::getFile(Of.Shown.Report);
  Expected<RunReport> Read =
      Text ? RunReport::read(**Text) : errorCodeToError(Text.getError());
  std::string Problem = Of.Problem;
  const bool Ended = Read && Of.Exit <= FoundErrors;
  std::vector<FindingRecord> Findings;
  if (Read) {
    Result.Report.add(*Read);
    Findings = std::move(Read->Findings);
  } else {
    consumeError(Read.takeError());
  }
  if (!Ended && Problem.empty())
    Problem = complaintIn(textOfFile(Of.Shown.Errors).value_or(""));
  if (!Ended && Problem.empty())
    Problem = "mapi-tidy gave no report";
  if (!Problem.empty())
    Result.Report.FilesNot.push_back({Of.File, std::move(Problem)});
  return Findings;
}

/// What mapi-tidy has said besides its report, each line once.
static void sayOthers(StringRef Errors, StringSet<> &Said) {
  for (StringRef Line : linesOf(Errors))
    if (Said.insert(Line).second)
      errs() << Line << '\n';
}

Expected<ScanResult> Scan::conclude() {
  PrintedFindings Printed(Given.OnlySummary ? nulls() : outs(), Baseline);
  StringSet<> Said;
  for (const Unit &Each : Units) {
    const std::vector<FindingRecord> Records = addReport(Each);
    Printed.add(textOfFile(Each.Shown.Output).value_or(""), Records);
    if (Each.Exit <= FoundErrors)
      sayOthers(textOfFile(Each.Shown.Errors).value_or(""), Said);
    if (Error E = exportFixes(Each))
      return E;
    if (sys::fs::exists(Each.Shown.Fixes))
      Result.Fixes.push_back(Each.Shown.Fixes);
    Result.Failed |= Each.Exit == FoundErrors;
  }
  // What is in the baseline is no failure.
  if (Given.Baselines.areGiven())
    Result.Failed &= Printed.hasErrors();
  for (const std::string &Problem : Project->problems())
    Result.Report.Notes.push_back("a function is not known to other files: " +
                                  Problem);
  for (const std::string &Name : Project->clashes())
    Result.Report.Notes.push_back(
        "'" + Name +
        "' is defined in several files, each time differently; calls from "
        "other files are not followed");
  Result.Files = Units.size();
  Result.Known = Project->size();
  Result.Findings = Printed.count();
  Result.Report.Findings = Printed.takeRecords();
  outs().flush();
  return std::move(Result);
}

/// Copies the findings of a file to where the user wants them.
Error Scan::exportFixes(const Unit &Of) const {
  if (Given.FixesFolder.empty() || !sys::fs::exists(Of.Shown.Fixes))
    return Error::success();
  SmallString<128> Into(Given.FixesFolder);
  std::error_code Problem = sys::fs::create_directories(Into);
  sys::path::append(Into, sys::path::filename(Of.Shown.Fixes));
  if (!Problem)
    Problem = sys::fs::copy_file(Of.Shown.Fixes, Into);
  if (Problem)
    return createStringError(Problem, "cannot write '" + Into +
                                          "': " + Problem.message());
  return Error::success();
}

/// Lets the runs that have ended hold from now on.
Error Scan::keepNew() {
  for (Unit &Each : Units) {
    // One that failed may do better next time.
    const bool Failed = Each.Exit > FoundErrors || !Each.Problem.empty();
    if (std::exchange(Each.IsNew, false) && !Failed)
      if (Error E =
              Kept.keep(Each.Shown, Each.ShownKey, Each.Exit, sourcesOf(Each)))
        return E;
  }
  return Error::success();
}

Expected<ScanResult> Scan::run() {
  if (Error E = listFiles())
    return E;
  runAlone();
  if (Error E = link())
    return E;
  if (Error E = keepNew())
    return E;
  runLinked();
  if (Error E = keepNew())
    return E;
  return conclude();
}

} // namespace mapitidy
