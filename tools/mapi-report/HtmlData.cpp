//===- HtmlData.cpp - What the page shows ---------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckPages.h"
#include "Excerpts.h"
#include "Html.h"
#include "findings/RuleBook.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"

using namespace llvm;

namespace mapitidy {

/// The rule that \p Finding has broken: it ends with the rule's advice. Null if
/// it is none of ours.
static const RuleInfo *ruleOf(const ReportedFinding &Finding) {
  if (Finding.Notes.empty())
    return nullptr;
  for (Rule Each : allRules())
    if (ruleInfo(Each).Check == Finding.Check &&
        ruleInfo(Each).Advice == Finding.Notes.back().Text)
      return &ruleInfo(Each);
  return nullptr;
}

/// The steps of "Ending a MAPI Session" that \p Advice names at its beginning:
/// `step 2:`, `steps 4 and 5:`, `steps 6 to 8:`.
static std::vector<unsigned> stepsIn(StringRef Advice) {
  unsigned First = 0;
  if ((!Advice.consume_front("step ") && !Advice.consume_front("steps ")) ||
      Advice.consumeInteger(10, First))
    return {};
  unsigned Last = First;
  if ((Advice.consume_front(" and ") || Advice.consume_front(" to ")) &&
      Advice.consumeInteger(10, Last))
    return {};
  std::vector<unsigned> Result;
  for (unsigned Step : seq_inclusive(First, std::max(First, Last)))
    Result.push_back(Step);
  return Result;
}

/// The function or class in an identity: its second part.
static StringRef ownerIn(StringRef Identity) {
  const StringRef Owner = Identity.split(" | ").second.split(" | ").first;
  return Owner == "-" ? "" : Owner;
}

/// How many of \p Notes come before the finding itself on its way. The last
/// ones tell what happens further down in the same file, if they do: a late
/// release, other ways out.
static size_t notesBefore(const ReportedMessage &Finding,
                          ArrayRef<ReportedMessage> Notes) {
  size_t Result = Notes.size();
  while (Result > 0 && Notes[Result - 1].File == Finding.File &&
         std::tie(Notes[Result - 1].Line, Notes[Result - 1].Column) >
             std::tie(Finding.Line, Finding.Column))
    --Result;
  return Result;
}

/// The number of code points of \p Text as it is written.
static size_t codePoints(StringRef Text) {
  return count_if(json::fixUTF8(Text),
                  [](char C) { return (C & 0xC0) != 0x80; });
}

namespace {

class DataWriter {
public:
  DataWriter(const Report &From, raw_ostream &Into)
      : From(From), Sources(From), Out(Into) {}

  void run();

private:
  void writeChecks(ArrayRef<const ReportedFinding *> Findings);
  void writeLadder();
  void writeFinding(const ReportedFinding &Finding);
  void writeSteps(const ReportedFinding &Finding,
                  ArrayRef<ReportedMessage> Notes);
  void writePlace(const ReportedMessage &Message);
  void writeFix(const ReportedFinding &Finding);
  void writeRun();

  const Report &From;
  Excerpts Sources;
  json::OStream Out;
};

} // namespace

void DataWriter::writeChecks(ArrayRef<const ReportedFinding *> Findings) {
  std::set<StringRef> Checks;
  for (const ReportedFinding *Each : Findings)
    Checks.insert(Each->Check);
  Out.attributeArray("checks", [&] {
    for (StringRef Check : Checks)
      Out.object([&] {
        const StringRef Page = pageOf(Check);
        Out.attribute("name", json::fixUTF8(Check));
        Out.attribute("page", Page);
        if (!Page.empty())
          Out.attribute("address", pageAddress(Check));
      });
  });
}

void DataWriter::writeLadder() {
  Out.attributeObject("ladder", [&] {
    Out.attribute("address", MicrosoftsPage);
    Out.attributeArray("steps", [&] {
      for (const BookEntry &Each : ruleBook()) {
        unsigned Number = 0;
        StringRef Id = Each.Id;
        if (!Id.consume_front("E") || Id.getAsInteger(10, Number) ||
            Number == 0) // E0 comes before the steps
          continue;
        Out.object([&] {
          Out.attribute("number", Number);
          Out.attribute("text", Each.Statement);
        });
      }
    });
  });
}

void DataWriter::writePlace(const ReportedMessage &Message) {
  if (Message.File.empty())
    return;
  Out.attribute("file", Sources.add(Message));
  if (Message.Location.isInvalid())
    return;
  const StringRef Text =
      From.sources().getBufferData(From.sources().getFileID(Message.Location));
  const size_t At = From.sources().getFileOffset(Message.Location);
  const clang::CharSourceRange Token = From.tokenAt(Message);
  const size_t End = From.sources().getFileOffset(Token.getEnd());
  const size_t Line = At - (Message.Column - 1);
  Out.attribute("line", Message.Line);
  Out.attribute("column", codePoints(Text.slice(Line, At)) + 1);
  Out.attribute("length", codePoints(Text.slice(At, End)));
}

void DataWriter::writeSteps(const ReportedFinding &Finding,
                            ArrayRef<ReportedMessage> Notes) {
  const auto Write = [&](const ReportedMessage &Message, bool IsFinding) {
    Out.object([&] {
      Out.attribute("text", json::fixUTF8(Message.Text));
      if (IsFinding)
        Out.attribute("finding", true);
      writePlace(Message);
    });
  };
  const size_t Before = notesBefore(Finding.Message, Notes);
  Out.attributeArray("steps", [&] {
    for (const ReportedMessage &Each : Notes.take_front(Before))
      Write(Each, false);
    Write(Finding.Message, true);
    for (const ReportedMessage &Each : Notes.drop_front(Before))
      Write(Each, false);
  });
}

void DataWriter::writeFix(const ReportedFinding &Finding) {
  if (Finding.Fix.empty())
    return;
  Out.attributeArray("fix", [&] {
    for (const ReportedEdit &Each : Finding.Fix) {
      Sources.addLines(Finding.Message, Each.Line, Each.EndLine);
      Out.object([&] {
        Out.attribute("line", Each.Line);
        Out.attribute("column", Each.Column);
        Out.attribute("endLine", Each.EndLine);
        Out.attribute("endColumn", Each.EndColumn);
        Out.attribute("text", json::fixUTF8(Each.Text));
      });
    }
  });
}

void DataWriter::writeFinding(const ReportedFinding &Finding) {
  const RuleInfo *Broken = ruleOf(Finding);
  ArrayRef<ReportedMessage> Notes = Finding.Notes;
  Out.object([&] {
    Out.attribute("check", json::fixUTF8(Finding.Check));
    Out.attribute("level",
                  Finding.Level == 0 && Broken ? Broken->Level : Finding.Level);
    if (const StringRef Owner = ownerIn(Finding.Identity); !Owner.empty())
      Out.attribute("function", Owner);
    if (Finding.IsError)
      Out.attribute("error", true);
    if (Finding.IsKnown)
      Out.attribute("known", true);
    if (Broken) {
      Out.attribute("finds", Broken->Finds);
      Out.attribute("advice", Broken->Advice);
      Out.attributeArray("broken", [&] {
        for (unsigned Step : stepsIn(Broken->Advice))
          Out.value(Step);
      });
      Notes = Notes.drop_back();
    }
    writeSteps(Finding, Notes);
    writeFix(Finding);
  });
}

void DataWriter::writeRun() {
  Out.attributeArray("run", [&] {
    for (const RunMessage &Each : From.runMessages())
      Out.object([&] {
        Out.attribute("text", json::fixUTF8(Each.Text));
        if (!Each.File.empty())
          Out.attribute("file", json::fixUTF8(Each.File));
        if (Each.IsError)
          Out.attribute("error", true);
      });
  });
}

void DataWriter::run() {
  const std::vector<const ReportedFinding *> Findings = From.withKnown();
  Out.object([&] {
    Out.attribute("version", MAPI_TIDY_VERSION);
    writeRun();
    writeChecks(Findings);
    writeLadder();
    Out.attributeArray("findings", [&] {
      for (const ReportedFinding *Each : Findings)
        writeFinding(*Each);
    });
    Sources.write(Out); // the lines are known when all places are
  });
}

void writeHtmlData(const Report &From, raw_ostream &Out) {
  std::string Text;
  raw_string_ostream Buffer(Text);
  DataWriter(From, Buffer).run();
  Out << "window.mapiReport = ";
  for (char C : Text) { // such characters stand in strings only
    if (C == '<')
      Out << "\\u003c";
    else
      Out << C;
  }
  Out << ";\n";
}

} // namespace mapitidy
