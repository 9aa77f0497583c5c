//===- MapiCheck.cpp - The check behind every name ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/MapiCheck.h"
#include "findings/Baseline.h"
#include "hosts/FixIts.h"
#include "hosts/StatementText.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"

using namespace clang;
using namespace clang::ast_matchers;
using namespace llvm;

namespace mapitidy {

MapiCheck::MapiCheck(StringRef Name, tidy::ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context), CheckName(Name),
      Analysis(SharedAnalysis::of(*Context)) {}

void MapiCheck::registerPPCallbacks(const SourceManager &, Preprocessor *Source,
                                    Preprocessor *) {
  Analysis->watch(*Source);
}

void MapiCheck::registerMatchers(MatchFinder *Finder) {
  if (Analysis->failed())
    return;
  Finder->addMatcher(translationUnitDecl(), this);
  Finder->addMatcher(
      functionDecl(isDefinition(), unless(isExpansionInSystemHeader()))
          .bind("function"),
      this);
  Finder->addMatcher(
      cxxRecordDecl(isDefinition(), unless(isExpansionInSystemHeader()))
          .bind("class"),
      this);
}

static SourceLocation locationOf(SourcePlace Place) {
  return SourceLocation::getFromRawEncoding(Place);
}

void MapiCheck::record(const Finding &Found, const Subject &Of) {
  const SourceManager &Sources = Of.Context.getSourceManager();
  const SourceLocation At = Sources.getFileLoc(locationOf(Found.Place));
  if (At.isInvalid())
    return;
  FindingRecord Record;
  Record.Check = CheckName;
  Record.Level = ruleInfo(Found.Broken).Level;
  Record.File = Sources.getFilename(At).str();
  Record.Line = Sources.getSpellingLineNumber(At);
  Record.Column = Sources.getSpellingColumnNumber(At);
  Record.Offset = Sources.getFileOffset(At);
  Record.Message = Found.Message;
  Record.Identity = identityOf(
      CheckName, Of.Owner ? stableNameOf(*Of.Owner) : "",
      namesIn(Found.Message),
      statementAt(At, Of.Owner ? Of.Owner->getBeginLoc() : SourceLocation(),
                  Sources, Of.Context.getLangOpts()));
  Analysis->addRecord(std::move(Record));
}

void MapiCheck::report(const Finding &Found, const Subject &Of) {
  record(Found, Of);
  // Texts hold names of the user's; the placeholder keeps a % in them alone.
  {
    auto Warning = diag(locationOf(Found.Place), "%0");
    Warning << Found.Message;
    if (Of.Repaired)
      for (const FixItHint &Hint : fixItsFor(Found.Mends, *Of.Repaired))
        Warning << Hint;
  }
  for (const FindingNote &Note : Found.Notes)
    diag(locationOf(Note.Place), "%0", DiagnosticIDs::Note) << Note.Text;
  diag(locationOf(Found.Place), "%0", DiagnosticIDs::Note)
      << ruleInfo(Found.Broken).Advice;
}

void MapiCheck::reportAll(const std::vector<Finding> &Findings,
                          const Subject &Of) {
  for (const Finding &Found : Findings) {
    const RuleInfo &Info = ruleInfo(Found.Broken);
    bool Allowed = Found.Broken == Rule::SharedLogoff &&
                   Analysis->options().AllowSharedLogoff;
    if (Info.Check == CheckName && Info.Level <= Analysis->options().Level &&
        !Allowed)
      report(Found, Of);
  }
}

void MapiCheck::reportSwallowed() {
  for (const SwallowedLines &Lines : Analysis->coverage().Swallowed)
    diag(locationOf(Lines.At),
         "lines %0 to %1 are not in the syntax tree%select{|: '%3' is not "
         "known}2")
        << Lines.First << Lines.Last << !Lines.Macro.empty() << Lines.Macro;
}

void MapiCheck::check(const MatchFinder::MatchResult &Result) {
  Analysis->start(*Result.Context);
  if (const auto *Class = Result.Nodes.getNodeAs<CXXRecordDecl>("class"))
    return checkClass(*Class);
  const auto *Function = Result.Nodes.getNodeAs<FunctionDecl>("function");
  if (!Function) {
    if (CheckName == UnanalysedCheck && Analysis->options().ReportUnanalyzed)
      reportSwallowed();
    return reportAll(Analysis->unitFindings(*Result.Context),
                     {*Result.Context, nullptr});
  }
  const AnalysedFunction &Analysed = Analysis->function(*Function);
  // A repair of what is known in part only may break the rest.
  if (CheckName != UnanalysedCheck)
    return reportAll(Analysed.Findings,
                     {*Result.Context, Function,
                      Analysed.Except.empty() ? Function : nullptr});
  // That the rest of the file is not looked at must be seen.
  if (!Analysed.WhyNot.empty() && (Analysis->options().ReportUnanalyzed ||
                                   Analysis->firstGivenUp() == Function))
    diag(Function->getLocation(), "function '%0' is not analysed: %1")
        << Function->getQualifiedNameAsString() << Analysed.WhyNot;
  else if (Analysed.WhyNot.empty() && !Analysed.Except.empty() &&
           Analysis->options().ReportUnanalyzed)
    diag(Function->getLocation(), "function '%0' is analysed in part: %1")
        << Function->getQualifiedNameAsString() << Analysed.Except;
}

void MapiCheck::checkClass(const CXXRecordDecl &Class) {
  const AnalysedFunction &Analysed = Analysis->classAsMachine(Class);
  if (CheckName != UnanalysedCheck)
    return reportAll(Analysed.Findings, {Class.getASTContext(), &Class});
  if (!Analysed.WhyNot.empty() && Analysis->options().ReportUnanalyzed)
    diag(Class.getLocation(), "class '%0' is not analysed as a whole: %1")
        << Class.getQualifiedNameAsString() << Analysed.WhyNot;
}

void MapiCheck::onEndOfTranslationUnit() {
  for (const std::string &Misfit : Analysis->takeMisfits())
    configurationDiag("%0") << Misfit;
  // Only now have all callers asked.
  if (CheckName == UnanalysedCheck && Analysis->options().ReportUnanalyzed)
    for (const FunctionSummaries::Opaque &Each : Analysis->opaqueFunctions())
      diag(Each.Function->getLocation(),
           "function '%0' is unknown to its callers: %1")
          << Each.Function->getQualifiedNameAsString() << Each.Why;
  Analysis->finish(getCurrentMainFile());
}

void MapiCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Into) {
  Analysis->options().store(Into);
}

} // namespace mapitidy
