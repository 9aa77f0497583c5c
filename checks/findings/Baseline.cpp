//===- Baseline.cpp - Findings that are known -----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Baseline.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace mapitidy {

static constexpr StringLiteral FirstLine = "# mapi-tidy baseline, format 1";
static constexpr StringLiteral Between = " | ";

std::string identityOf(StringRef Check, StringRef Owner, StringRef Names,
                       StringRef Statement) {
  // A statement may be long; its beginning tells it from its neighbours.
  constexpr size_t Most = 160;
  std::string Text = (Check + Between + (Owner.empty() ? "-" : Owner) +
                      Between + (Names.empty() ? "-" : Names) + Between +
                      (Statement.empty() ? "-" : Statement.take_front(Most)))
                         .str();
  for (char &C : Text)
    if (C >= 0 && C < ' ')
      C = ' ';
  return json::fixUTF8(StringRef(Text).rtrim());
}

/// Whether \p Word is written like the name of a function, type or constant of
/// an API, and not like a word.
static bool looksLikeName(StringRef Word) {
  return Word.size() > 1 && any_of(Word.drop_front(), isUpper);
}

std::string namesIn(StringRef Message) {
  const auto IsOfName = [](char C) {
    return isAlnum(C) || C == '_' || C == ':';
  };
  std::vector<StringRef> Names;
  for (StringRef Rest = Message; !Rest.empty();) {
    if (Rest.starts_with(", if "))
      break;
    if (Rest.front() == '\'' && Rest.find('\'', 1) != StringRef::npos) {
      const StringRef Name =
          Rest.drop_front().take_until([](char C) { return C == '\''; });
      Names.push_back(Name);
      Rest = Rest.drop_front(Name.size() + 2);
    } else if (IsOfName(Rest.front())) {
      // "MAPI's" has no quote in it.
      const StringRef Word = Rest.take_while(IsOfName);
      Rest = Rest.drop_front(Word.size());
      Rest.consume_front("'s ");
      if (looksLikeName(Word.rtrim(':')))
        Names.push_back(Word.rtrim(':'));
    } else {
      Rest = Rest.drop_front();
    }
  }
  return join(Names, " ");
}

static Error wrong(const Twine &Text) {
  return createStringError(inconvertibleErrorCode(), Text);
}

Expected<Baseline> Baseline::read(StringRef Path) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text =
      MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!Text)
    return wrong("cannot read the baseline '" + Path +
                 "': " + Text.getError().message() +
                 "; --write-baseline=" + Path + " makes it");
  Baseline Result;
  const StringRef All = (*Text)->getBuffer();
  if (Error E = All.ltrim().starts_with("{") ? Result.readSarif(Path, All)
                                             : Result.readLines(Path, All))
    return E;
  return Result;
}

/// \returns what is wrong with a line of a baseline; empty if nothing is.
static StringRef problemOf(StringRef Line) {
  for (StringRef Mark : {"<<<<<<<", "=======", ">>>>>>>", "|||||||"})
    if (Line.starts_with(Mark))
      return "this is what a merge leaves where it failed: delete such lines, "
             "and keep the entries of both sides";
  SmallVector<StringRef, 4> Fields;
  Line.split(Fields, Between, 3);
  if (Fields.size() != 4 || !Fields[0].starts_with("mapi-"))
    return "expected 'check | function | names | statement'; delete the line, "
           "or write the file anew with --write-baseline";
  return "";
}

Error Baseline::readLines(StringRef Path, StringRef Text) {
  if (Text.split('\n').first.rtrim() != FirstLine)
    return wrong(Path + ":1: expected '" + FirstLine +
                 "', so this is no baseline that can be read here; "
                 "--write-baseline writes one");
  for (unsigned Number = 1; !Text.empty(); ++Number) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    Line = Line.rtrim();
    if (Line.empty() || Line.starts_with("#"))
      continue;
    if (StringRef Problem = problemOf(Line); !Problem.empty())
      return wrong(Path + ":" + Twine(Number) + ": " + Problem);
    ++Entries[Line.str()];
  }
  return Error::success();
}

Error Baseline::readSarif(StringRef Path, StringRef Text) {
  Expected<json::Value> Document = json::parse(Text);
  if (!Document)
    return wrong(Path + ": " + toString(Document.takeError()) +
                 "; expected a baseline, or SARIF of mapi-report's");
  const json::Object *Top = Document->getAsObject();
  const json::Array *Runs = Top ? Top->getArray("runs") : nullptr;
  if (!Runs)
    return wrong(Path + ": there is no 'runs' in it, so it is not SARIF; "
                        "expected a baseline, or SARIF of mapi-report's");
  for (const json::Value &Run : *Runs) {
    const json::Object *Inside = Run.getAsObject();
    const json::Array *Results = Inside ? Inside->getArray("results") : nullptr;
    for (size_t I = 0; Results && I < Results->size(); ++I) {
      const json::Object *Each = (*Results)[I].getAsObject();
      const json::Object *Prints =
          Each ? Each->getObject("partialFingerprints") : nullptr;
      if (std::optional<StringRef> Identity =
              Prints ? Prints->getString(IdentityFingerprint) : std::nullopt)
        ++Entries[Identity->str()];
      else if (Each &&
               Each->getString("ruleId").value_or("").starts_with("mapi-"))
        return wrong(Path + ": result " + Twine(I + 1) +
                     " has no fingerprint '" + IdentityFingerprint +
                     "'; mapi-report writes it if --run gives it what "
                     "--export-report wrote");
    }
  }
  return Error::success();
}

Error Baseline::write(StringRef Path, std::vector<std::string> Identities) {
  llvm::sort(Identities);
  Error Problem = writeToOutput(Path, [&](raw_ostream &Out) {
    Out << FirstLine << '\n'
        << "# Findings that are known, one a line: check, function or class, "
           "names, statement.\n"
        << "# Delete a line when its finding is mended, or write the file anew "
           "with --write-baseline.\n";
    for (const std::string &Each : Identities)
      Out << Each << '\n';
    return Error::success();
  });
  if (Problem)
    return wrong("cannot write the baseline '" + Path +
                 "': " + toString(std::move(Problem)));
  return Error::success();
}

bool Baseline::take(StringRef Identity) {
  const auto It = Entries.find(Identity);
  if (It == Entries.end() || It->second == 0)
    return false;
  --It->second;
  return true;
}

std::vector<std::string> Baseline::rest() const {
  std::vector<std::string> Result;
  for (const auto &[Entry, Count] : Entries)
    Result.insert(Result.end(), Count, Entry);
  return Result;
}

Expected<BaselineRun> BaselineRun::begin(const BaselineOptions &Given) {
  BaselineRun Result;
  Result.Given = Given;
  if (Given.IsStrict && Given.File.empty())
    return wrong("--strict-baseline needs --baseline=FILE");
  if (Given.File.empty())
    return Result;
  Expected<Baseline> Read = Baseline::read(Given.File);
  if (!Read)
    return Read.takeError();
  Result.Known = std::move(*Read);
  return Result;
}

bool BaselineRun::isKnown(StringRef Identity) {
  if (!Given.WrittenFile.empty())
    All.push_back(Identity.str());
  if (!Known)
    return !Given.WrittenFile.empty();
  const bool Is = Known->take(Identity);
  ++(Is ? Unchanged : New);
  return Is;
}

void BaselineRun::say(StringRef Program, ArrayRef<std::string> Absent,
                      raw_ostream &Out) const {
  if (Known)
    Out << Program << ": baseline '" << Given.File << "': " << New << " new, "
        << Unchanged << " unchanged, " << Absent.size() << " absent\n";
  if (!Given.WrittenFile.empty())
    Out << Program << ": wrote a baseline of " << All.size() << " finding"
        << (All.size() == 1 ? "" : "s") << " to '" << Given.WrittenFile
        << "'\n";
}

Expected<bool> BaselineRun::finish(StringRef Program, bool Quiet,
                                   raw_ostream &Out) const {
  if (!Given.WrittenFile.empty())
    if (Error E = Baseline::write(Given.WrittenFile, All))
      return E;
  const std::vector<std::string> Absent =
      Known ? Known->rest() : std::vector<std::string>();
  if (!Quiet)
    say(Program, Absent, Out);
  if (!Given.IsStrict || Absent.empty())
    return false;
  for (const std::string &Each : Absent)
    Out << Program << ": error: in the baseline, but not found: " << Each
        << '\n';
  return true;
}

} // namespace mapitidy
