//===- SharedAnalysis.cpp - One analysis for all checks -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/SharedAnalysis.h"
#include "capture/LoaderLock.h"
#include "capture/Lowering.h"
#include "capture/SwallowedCode.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "engine/reporting/Precedence.h"
#include "hosts/ClassAnalysis.h"
#include "hosts/Configuration.h"
#include "hosts/FileCapture.h"
#include "hosts/GraphDump.h"
#include "hosts/ProcessReport.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include <map>
#include <mutex>

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

/// Checks are made one by one, and an editor runs several files at once.
struct RunningAnalyses {
  std::mutex Guard;
  std::map<tidy::ClangTidyContext *, std::weak_ptr<SharedAnalysis>> All;
};

} // namespace

static RunningAnalyses &running() {
  static RunningAnalyses Running;
  return Running;
}

void SharedAnalysis::forgetAll() {
  std::lock_guard<std::mutex> Lock(running().Guard);
  running().All.clear();
}

std::shared_ptr<SharedAnalysis>
SharedAnalysis::of(tidy::ClangTidyContext &Context) {
  std::lock_guard<std::mutex> Lock(running().Guard);
  std::weak_ptr<SharedAnalysis> &Known = running().All[&Context];
  if (std::shared_ptr<SharedAnalysis> Shared = Known.lock())
    return Shared;
  auto Shared = std::make_shared<SharedAnalysis>(Context);
  Known = Shared;
  return Shared;
}

/// Says which of the checks asked for there are not.
static void checkChecks(tidy::ClangTidyContext &Context) {
  for (const UnknownCheck &Check :
       unknownChecks(Context.getOptions().Checks.value_or("")))
    Context.configurationDiag(Check.Nearest.empty()
                                  ? "no check is called '%0'"
                                  : "no check is called '%0'; did you mean "
                                    "'%1'?")
        << Check.Name << Check.Nearest;
}

SharedAnalysis::SharedAnalysis(tidy::ClangTidyContext &Context)
    : Wanted(Options::read(Context)) {
  checkChecks(Context);
  readCatalogue(Context);
  readProject(Context);
}

/// \returns a file of the project that has changed since \p Path was written;
/// empty if there is none but \p Present.
static std::string newerThan(StringRef Path, const ProjectFile &Project,
                             StringRef Present) {
  sys::fs::file_status Mine, Other;
  if (sys::fs::status(Path, Mine))
    return "";
  for (StringRef File : Project.sources())
    if (File != Present && !sys::fs::status(File, Other) &&
        Other.getLastModificationTime() > Mine.getLastModificationTime())
      return File.str();
  return "";
}

/// Without what is known of other files, this one is judged alone; that is
/// said.
void SharedAnalysis::readProject(tidy::ClangTidyContext &Context) {
  if (Wanted.ProjectFile.empty())
    return;
  Expected<ProjectFile> Read = ProjectFile::read(Wanted.ProjectFile);
  if (!Read) {
    Context.configurationDiag("%0") << toString(Read.takeError());
    return;
  }
  Project = std::make_shared<ProjectFile>(std::move(*Read));
  static std::once_flag Said;
  if (const std::string Newer =
          newerThan(Wanted.ProjectFile, *Project, Context.getCurrentFile());
      !Newer.empty())
    std::call_once(Said, [&] {
      errs() << "mapi-tidy: note: '" << Newer << "' is newer than '"
             << Wanted.ProjectFile << "'; mapi-scan brings that up to date\n";
    });
}

void SharedAnalysis::watch(Preprocessor &Source) {
  if (Headers)
    return;
  Headers = watchHeaders(Source);
  LeftOut = std::make_shared<LeftOutText>();
  recordLeftOut(Source, LeftOut);
  Diagnostics = &Source.getDiagnostics();
}

void SharedAnalysis::start(ASTContext &Context) {
  if (Resolver)
    return;
  Gaps = std::make_unique<UnitGaps>(
      *Entries,
      SourceText(Context.getSourceManager(), Context.getLangOpts(), LeftOut),
      Context.getDiagnostics().hasErrorOccurred());
  if (Gaps->hasErrors())
    Coverage.Swallowed = findSwallowedCode(Context, *Entries, Gaps->text());
  for (const SwallowedLines &Lines : Coverage.Swallowed)
    Coverage.Not += Lines.Functions;
  Resolver = std::make_unique<CallResolver>(*Entries, Context,
                                            Wanted.AssumeCallsThrow);
  if (Project || !Wanted.CaptureTo.empty()) {
    Others = std::make_unique<ProjectSummaries>(
        Project, *Entries, Context.getSourceManager(),
        /*KeepsCalls=*/!Wanted.CaptureTo.empty());
    Resolver->setOtherFiles(Others.get());
  }
  Clock.setLimit(std::chrono::milliseconds(Wanted.MaxFileMilliseconds));
  Summaries = std::make_unique<FunctionSummaries>(*Resolver, *Gaps,
                                                  Wanted.limits(), Clock);
}

void SharedAnalysis::readCatalogue(tidy::ClangTidyContext &Context) {
  auto Known = std::make_shared<Catalogue>(Catalogue::builtIn());
  Entries = Known;
  if (Error Wrong = Known->addFiles(Wanted.Catalogue)) {
    Failed = true;
    handleAllErrors(std::move(Wrong), [&](const ErrorInfoBase &Each) {
      Context.configurationDiag("%0", DiagnosticIDs::Error) << Each.message();
    });
    return;
  }
  for (const std::string &Warning : Known->warnings())
    Context.configurationDiag("%0") << Warning;
}

AnalysedFunction SharedAnalysis::analyseFunction(const FunctionDecl &Function) {
  AnalysedFunction Result;
  if (Function.isDependentContext() || !Function.getBody())
    return Result;
  const bool Reaches = Resolver->reachesCatalogue(&Function);
  if (!Reaches && !Gaps->namesCalls(Function))
    return Result;
  Result.UsesMapi = true;
  Result.Except = Gaps->of(Function).str();
  if (!Reaches) {
    Result.WhyNot = "no call of MAPI's is known in it: " + Result.Except;
    return Result;
  }
  bool GivenUp = Clock.isUp();
  if (!GivenUp) {
    FileClock::Piece Running(Clock);
    analyseInto(Function, Result);
    GivenUp = !Result.WhyNot.empty();
  }
  if (GivenUp && Clock.isUp()) {
    Result.WhyNot = SummarySource::TimeIsUp.str();
    if (!FirstGivenUp)
      FirstGivenUp = &Function;
  }
  return Result;
}

void SharedAnalysis::analyseInto(const FunctionDecl &Function,
                                 AnalysedFunction &Result) {
  Expected<FlowGraph> Graph = lower(Function, *Resolver, *Summaries, *Gaps);
  if (!Graph) {
    Result.WhyNot = llvm::toString(Graph.takeError());
    return;
  }
  if (Clock.isUp()) { // what is called has not been summarised
    Result.WhyNot = SummarySource::TimeIsUp.str();
    return;
  }
  Graph->IsThreadRoutine =
      unit(Function.getASTContext()).isThreadRoutine(Function);
  judge(*Graph, Function.getASTContext().getSourceManager(), Result);
}

/// Whether the subject is acquired and lost within one call of a function of
/// another file, where it is found as well.
static bool isAnothersOwn(const Finding &Found, const FlowGraph &Graph,
                          const SourceManager &Sources) {
  if (!Found.AcquiredBy || Graph.IsClass ||
      Sources.isWrittenInMainFile(Sources.getExpansionLoc(
          SourceLocation::getFromRawEncoding(Found.Acquired))))
    return false;
  // What a variable of this function's own held, it got from an earlier call.
  if (Found.Subject.From == Place::Root::Local &&
      Graph.Paths[PathId(Found.Subject.Index)].Where != Storage::Temporary)
    return false;
  return any_of(Graph.Blocks, [&](const Block &Each) {
    return any_of(Each.Operations, [&](const Operation &Op) {
      return Op.Index == *Found.AcquiredBy && Op.Place == Found.Place &&
             !Op.Inside.empty();
    });
  });
}

void SharedAnalysis::judge(FlowGraph &Graph, const SourceManager &Sources,
                           AnalysedFunction &Result) {
  if (Error Wrong = show(Graph, Wanted, Sources)) {
    Result.WhyNot = toString(std::move(Wrong));
    return;
  }
  const std::unique_ptr<Trace> Watch = traceFor(Graph, Wanted);
  FunctionReport Report =
      analyse(Graph, *Entries, Clock.within(Wanted.limits()), Watch.get());
  Result.Findings = std::move(Report.Findings);
  if (Project)
    erase_if(Result.Findings, [&](const Finding &Found) {
      return isAnothersOwn(Found, Graph, Sources);
    });
  Result.Known.addImplied(Report);
  if (!Report.Complete)
    Result.WhyNot = Budget::Exceeded.str();
}

const UnitFacts &SharedAnalysis::unit(ASTContext &Context) {
  if (!Unit)
    Unit = std::make_unique<UnitFacts>(*Entries, Context);
  return *Unit;
}

/// Removes what a function that is called has reported already.
static void dropKnown(AnalysedFunction &Result) {
  erase_if(Result.Findings,
           [&](const Finding &Found) { return Result.Known.has(Found); });
  for (const Finding &Found : Result.Findings)
    Result.Known.add(Found);
}

const KnownDefects &
SharedAnalysis::knownElsewhere(const FunctionDecl &Function) {
  auto [It, Inserted] = Elsewhere.try_emplace(Function.getCanonicalDecl());
  if (!Inserted)
    return It->second;
  const CallEntry *Known = Resolver->summaryElsewhere(Function);
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
      Method && Method->isVirtual() && !Known)
    Known = Resolver->summaryOfChosen(*Method);
  if (!Known)
    return It->second;
  FileClock::Piece Running(Clock);
  const Budget Limits = Clock.within(Wanted.limits());
  Expected<FlowGraph> Graph =
      lowerElsewhere(Function, *Known, *Resolver, Limits);
  if (!Graph) {
    consumeError(Graph.takeError());
    return It->second;
  }
  const FunctionReport Report = analyse(*Graph, *Entries, Limits);
  for (const Finding &Found : Report.Findings)
    It->second.add(Found);
  It->second.addImplied(Report);
  return It->second;
}

const AnalysedFunction &SharedAnalysis::function(const FunctionDecl &Function) {
  std::unique_ptr<AnalysedFunction> &Slot = Functions[&Function];
  if (Slot)
    return *Slot;
  Slot = std::make_unique<AnalysedFunction>();
  AnalysedFunction &Result = *Slot; // stays where it is
  if (!Wanted.CaptureTo.empty())
    Seen.push_back(&Function);
  KnownDefects Known;
  const SourceManager &Sources = Function.getASTContext().getSourceManager();
  for (const FunctionDecl *Callee : Resolver->callees(&Function)) {
    const FunctionDecl *Definition = nullptr;
    // A class that is wrong by itself is reported once, and not where it is
    // used.
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    const auto *Caller = dyn_cast<CXXMethodDecl>(&Function);
    if (Method && !(Caller && Caller->getParent() == Method->getParent())) {
      Known.add(classAsMachine(*Method->getParent()).Known);
    }
    if (Project)
      Known.add(knownElsewhere(*Callee));
    if (Callee->getBody(Definition) &&
        !Sources.isInSystemHeader(Definition->getLocation()))
      Known.add(function(*Definition).Known);
  }
  Result = analyseFunction(Function);
  const KnownDefects Implied = std::exchange(Result.Known, std::move(Known));
  dropKnown(Result);
  Result.Known.add(Implied);
  Coverage.Not += !Result.WhyNot.empty();
  if (Result.UsesMapi && Result.WhyNot.empty())
    ++(Result.Except.empty() ? Coverage.Analysed : Coverage.InPart);
  return Result;
}

void SharedAnalysis::analyseInto(const CXXRecordDecl &Class,
                                 AnalysedFunction &Result) {
  if (Clock.isUp()) {
    Result.WhyNot = SummarySource::TimeIsUp.str();
    return;
  }
  std::optional<ClassMachine> Machine = [&] {
    FileClock::Piece Running(Clock);
    return lowerClass(Class, *Resolver, *Summaries);
  }();
  if (!Machine)
    return;
  for (const MachinePart &Part : Machine->Parts) {
    Result.Known.add(function(*Part.Function).Known);
  }
  Result.WhyNot =
      Clock.isUp() ? SummarySource::TimeIsUp.str() : Machine->WhyNot;
  if (!Result.WhyNot.empty())
    return;
  FileClock::Piece Running(Clock);
  judge(Machine->Graph, Class.getASTContext().getSourceManager(), Result);
  const UnitFacts &Facts = unit(Class.getASTContext());
  if (!Wanted.Strict)
    dropUsersFaults(*Machine, Result.Findings, [&](InitLevel Level) {
      return Facts.undoesForOthers(Level, Class);
    });
  joinLosses(Result.Findings);
  dropKnown(Result);
}

const AnalysedFunction &
SharedAnalysis::classAsMachine(const CXXRecordDecl &Class) {
  std::unique_ptr<AnalysedFunction> &Slot = Classes[&Class];
  if (Slot)
    return *Slot;
  Slot = std::make_unique<AnalysedFunction>();
  AnalysedFunction &Result = *Slot;
  if (Class.isDependentContext() || Class.isLambda() ||
      !Resolver->mattersAsClass(Class) || !Gaps->isWhole(Class))
    return Result;
  // What a base or a member does wrong is theirs.
  auto Learn = [&](QualType Type) {
    const CXXRecordDecl *Inner = Type->getAsCXXRecordDecl();
    Inner = Inner ? Inner->getDefinition() : nullptr;
    if (Inner && Inner != &Class) {
      Result.Known.add(classAsMachine(*Inner).Known);
    }
  };
  for (const CXXBaseSpecifier &Base : Class.bases())
    Learn(Base.getType());
  for (const FieldDecl *Field : Class.fields())
    Learn(Field->getType());
  analyseInto(Class, Result);
  Coverage.Not += !Result.WhyNot.empty();
  return Result;
}

static Finding findingOf(const LockedCall &Locked) {
  Finding Result;
  Result.Broken = Rule::LoaderLock;
  Result.Place = Locked.Place;
  Result.Message = Locked.IsObject
                       ? "'" + Locked.Root + "' calls " + Locked.Call +
                             " when the process or library starts or ends"
                       : Locked.Call + " is called in " + Locked.Root;
  for (SourcePlace At : Locked.Way)
    if (At != Locked.Place)
      Result.Notes.push_back({At, At == Locked.Way.back()
                                      ? Locked.Call + " is called here"
                                      : "by way of this call"});
  return Result;
}

const std::vector<Finding> &SharedAnalysis::unitFindings(ASTContext &Context) {
  if (!UnitFindings) {
    FileClock::Piece Running(Clock);
    UnitFindings.emplace();
    for (const LockedCall &Locked :
         findLockedCalls(Context, *Resolver, [this] { return Clock.isUp(); }))
      UnitFindings->push_back(findingOf(Locked));
  }
  return *UnitFindings;
}

void SharedAnalysis::dumpSummaries() const {
  std::error_code Problem;
  raw_fd_ostream OS(Wanted.DumpSummaries, Problem);
  if (Problem) {
    errs() << "mapi-tidy: cannot write '" << Wanted.DumpSummaries
           << "': " << Problem.message() << '\n';
    return;
  }
  OS << writeCatalogueFile(Summaries->inferred());
}

void SharedAnalysis::writeCapture() {
  const ProjectFileWriter File = capture(Seen, *Summaries, *Others);
  Error Problem = writeToOutput(Wanted.CaptureTo, [&File](raw_ostream &Out) {
    File.write(Out);
    return Error::success();
  });
  if (Problem)
    errs() << "mapi-tidy: cannot write '" << Wanted.CaptureTo
           << "': " << toString(std::move(Problem)) << '\n';
}

std::vector<FunctionSummaries::Opaque> SharedAnalysis::opaqueFunctions() const {
  return Summaries ? Summaries->opaque()
                   : std::vector<FunctionSummaries::Opaque>();
}

std::vector<std::string> SharedAnalysis::takeMisfits() {
  return Resolver ? Resolver->takeMisfits() : std::vector<std::string>();
}

void SharedAnalysis::finish(StringRef File) {
  if (Finished)
    return;
  Finished = true;
  if (!Wanted.DumpSummaries.empty())
    dumpSummaries();
  if (!Wanted.CaptureTo.empty() && Others)
    writeCapture();
  if (Others)
    for (const std::string &Problem : Others->problems())
      errs() << "mapi-tidy: note: a function of another file is not known: "
             << Problem << '\n';
  FileReport Report;
  Report.File = File.str();
  if (Failed)
    Report.WhyNot = "the configuration is wrong";
  if (Headers)
    Report.Headers = *Headers;
  if (Diagnostics && hidesErrors(Report.Headers))
    forgetErrors(*Diagnostics);
  Coverage.Opaque = opaqueFunctions().size();
  Report.Coverage = Coverage;
  Report.Findings = std::move(Records);
  const auto IsMapis = [this](StringRef Header) {
    return Entries->isMapiHeader(Header);
  };
  Report.LacksMapi = any_of(Report.Headers.Missing, IsMapis) &&
                     none_of(Report.Headers.Found, IsMapis) &&
                     none_of(Report.Headers.StandIns, IsMapis);
  reportFile(std::move(Report), Wanted.ReportUnanalyzed);
}

} // namespace mapitidy
