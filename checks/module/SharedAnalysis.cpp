//===- SharedAnalysis.cpp - One analysis for all checks -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "module/SharedAnalysis.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "events/Lowering.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/MemoryBuffer.h"
#include <map>
#include <mutex>

using namespace clang;
using namespace llvm;

namespace mapitidy {

std::shared_ptr<SharedAnalysis>
SharedAnalysis::of(tidy::ClangTidyContext &Context) {
  // Checks are made one by one, and an editor runs several files at once.
  static std::mutex Guard;
  static std::map<tidy::ClangTidyContext *, std::weak_ptr<SharedAnalysis>> All;
  std::lock_guard<std::mutex> Lock(Guard);
  std::weak_ptr<SharedAnalysis> &Known = All[&Context];
  if (std::shared_ptr<SharedAnalysis> Shared = Known.lock())
    return Shared;
  auto Shared = std::make_shared<SharedAnalysis>(Context);
  Known = Shared;
  return Shared;
}

SharedAnalysis::SharedAnalysis(tidy::ClangTidyContext &Context) {
  readOptions(Context);
  readCatalogue(Context);
  Resolver = std::make_unique<CallResolver>(*Entries);
}

static bool isKnownOption(StringRef Name) {
  return StringSwitch<bool>(Name)
      .Case("Level", true)
      .Case("Catalogue", true)
      .Case("ReportUnanalyzed", true)
      .Case("MaxBlocks", true)
      .Case("MaxStates", true)
      .Case("MaxMilliseconds", true)
      .Default(false);
}

void SharedAnalysis::readOptions(tidy::ClangTidyContext &Context) {
  const auto &All = Context.getOptions().CheckOptions;
  std::vector<StringRef> Unknown;
  for (const auto &Option : All) {
    auto [Owner, Name] = Option.getKey().split('.');
    if ((Owner == "mapi" && !isKnownOption(Name)) ||
        (Owner.starts_with("mapi-") && !Name.empty()))
      Unknown.push_back(Option.getKey());
  }
  llvm::sort(Unknown);
  for (StringRef Key : Unknown)
    Context.configurationDiag(
        "unknown option '%0'; the checks know mapi.Level, mapi.Catalogue, "
        "mapi.ReportUnanalyzed, mapi.MaxBlocks, mapi.MaxStates and "
        "mapi.MaxMilliseconds")
        << Key;
  tidy::ClangTidyCheck::OptionsView View("mapi", All, &Context);
  Options.Level = View.get("Level", Options.Level);
  Options.Catalogue = View.get("Catalogue", "").str();
  // Read as text: g++ and clang do not agree on the name of get<bool>.
  StringRef List = View.get("ReportUnanalyzed", "false");
  Options.ReportUnanalyzed = List == "true" || List == "1";
  Options.Limits.MaxBlocks = View.get("MaxBlocks", Options.Limits.MaxBlocks);
  Options.Limits.MaxStates = View.get("MaxStates", Options.Limits.MaxStates);
  Options.Limits.MaxTime = std::chrono::milliseconds(
      View.get("MaxMilliseconds", unsigned(Options.Limits.MaxTime.count())));
}

void SharedAnalysis::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Into) const {
  Into["mapi.Level"] =
      tidy::ClangTidyOptions::ClangTidyValue(std::to_string(Options.Level));
  Into["mapi.Catalogue"] =
      tidy::ClangTidyOptions::ClangTidyValue(Options.Catalogue);
  Into["mapi.ReportUnanalyzed"] = tidy::ClangTidyOptions::ClangTidyValue(
      Options.ReportUnanalyzed ? "true" : "false");
  Into["mapi.MaxBlocks"] = tidy::ClangTidyOptions::ClangTidyValue(
      std::to_string(Options.Limits.MaxBlocks));
  Into["mapi.MaxStates"] = tidy::ClangTidyOptions::ClangTidyValue(
      std::to_string(Options.Limits.MaxStates));
  Into["mapi.MaxMilliseconds"] = tidy::ClangTidyOptions::ClangTidyValue(
      std::to_string(Options.Limits.MaxTime.count()));
}

static Error addFile(Catalogue &Entries, StringRef Path) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> File = MemoryBuffer::getFile(Path);
  if (!File)
    return createStringError(File.getError(),
                             "cannot read the catalogue '" + Path +
                                 "': " + File.getError().message());
  return Entries.add(**File);
}

void SharedAnalysis::readCatalogue(tidy::ClangTidyContext &Context) {
  auto Complain = [&](Error E) {
    Context.configurationDiag("%0", DiagnosticIDs::Error)
        << llvm::toString(std::move(E));
  };
  // The built-in entries never change; one copy serves all files.
  static Expected<Catalogue> BuiltIn = Catalogue::builtIn();
  static const std::string BuiltInError =
      BuiltIn ? "" : llvm::toString(BuiltIn.takeError());
  if (!BuiltInError.empty()) {
    Complain(createStringError(inconvertibleErrorCode(), BuiltInError));
    Entries = std::make_shared<Catalogue>();
    return;
  }
  Entries =
      std::shared_ptr<const Catalogue>(std::shared_ptr<void>(), &*BuiltIn);
  if (Options.Catalogue.empty())
    return;
  Expected<Catalogue> Own = Catalogue::builtIn();
  if (!Own)
    return Complain(Own.takeError());
  SmallVector<StringRef, 4> Files;
  StringRef(Options.Catalogue).split(Files, ';', -1, false);
  for (StringRef File : Files)
    if (Error E = addFile(*Own, File.trim()))
      Complain(std::move(E));
  Entries = std::make_shared<Catalogue>(std::move(*Own));
}

namespace {

/// Finds what Clang could not make sense of.
class ErrorFinder : public RecursiveASTVisitor<ErrorFinder> {
public:
  bool VisitExpr(Expr *E) { return !(Found = E->containsErrors()); }
  bool VisitDecl(Decl *D) { return !(Found = D->isInvalidDecl()); }
  bool Found = false;
};

} // namespace

AnalysedFunction SharedAnalysis::analyseFunction(const FunctionDecl &Function,
                                                 ASTContext &Context) {
  AnalysedFunction Result;
  if (Function.isDependentContext() || !Function.hasBody())
    return Result;
  Stmt *Body = Function.getBody();
  if (!Body || !Resolver->mentionsCatalogue(Body))
    return Result;
  Result.UsesMapi = true;
  ErrorFinder Errors;
  if (Function.isInvalidDecl() || (Errors.TraverseStmt(Body), Errors.Found)) {
    Result.WhyNot = "it does not compile";
    return Result;
  }
  Expected<FlowGraph> Graph = lower(Function, Context, *Resolver);
  if (!Graph) {
    Result.WhyNot = llvm::toString(Graph.takeError());
    return Result;
  }
  FunctionReport Report = analyse(*Graph, *Entries, Options.Limits);
  Result.Findings = std::move(Report.Findings);
  if (!Report.Complete)
    Result.WhyNot = "it exceeds mapi.MaxBlocks, mapi.MaxStates or "
                    "mapi.MaxMilliseconds";
  return Result;
}

const AnalysedFunction &SharedAnalysis::function(const FunctionDecl &Function,
                                                 ASTContext &Context) {
  std::unique_ptr<AnalysedFunction> &Known = Functions[&Function];
  if (!Known) {
    Known =
        std::make_unique<AnalysedFunction>(analyseFunction(Function, Context));
    Unanalysed += !Known->WhyNot.empty();
    Analysed += Known->UsesMapi && Known->WhyNot.empty();
  }
  return *Known;
}

void SharedAnalysis::announce() {
  if (Announced)
    return;
  Announced = true;
  if (Options.ReportUnanalyzed)
    errs() << "mapi-tidy: functions with MAPI calls: " << Analysed
           << " analysed, " << Unanalysed << " not\n";
  else if (Unanalysed != 0)
    errs() << "mapi-tidy: functions with MAPI calls not analysed: "
           << Unanalysed << "; " << UnanalysedCheck
           << " with mapi.ReportUnanalyzed lists them\n";
}

} // namespace mapitidy
