//===- SourceText.cpp - The text behind the syntax tree -------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/SourceText.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/MacroArgs.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

class LeftOutRecorder : public PPCallbacks {
public:
  LeftOutRecorder(const SourceManager &Sources,
                  std::shared_ptr<LeftOutText> Into)
      : Sources(Sources), Into(std::move(Into)) {}

  void SourceRangeSkipped(SourceRange Range, SourceLocation) override {
    note(Range);
  }
  void MacroExpands(const Token &, const MacroDefinition &Definition,
                    SourceRange Range, const MacroArgs *) override {
    const MacroInfo *Macro = Definition.getMacroInfo();
    if (Macro && Macro->isFunctionLike() && Macro->getNumParams() != 0 &&
        none_of(Macro->tokens(), [Macro](const Token &Each) {
          return Each.getIdentifierInfo() &&
                 Macro->getParameterNum(Each.getIdentifierInfo()) >= 0;
        }))
      note(Range);
  }

private:
  void note(SourceRange Range) {
    if (Range.getBegin().isFileID() &&
        !Sources.isInSystemHeader(Range.getBegin()))
      Into->Ranges.push_back(Range);
  }

  const SourceManager &Sources;
  std::shared_ptr<LeftOutText> Into;
};

} // namespace

void recordLeftOut(Preprocessor &PP, std::shared_ptr<LeftOutText> Into) {
  PP.addPPCallbacks(std::make_unique<LeftOutRecorder>(PP.getSourceManager(),
                                                      std::move(Into)));
}

/// \returns what is left out from \p Begin on, by its beginning.
static std::vector<SourceRange> leftOutFrom(SourceLocation Begin,
                                            const LeftOutText *Text) {
  std::vector<SourceRange> Result;
  if (Text)
    copy_if(Text->Ranges, std::back_inserter(Result),
            [Begin](SourceRange Range) { return Begin <= Range.getEnd(); });
  llvm::sort(Result, [](SourceRange A, SourceRange B) {
    return A.getBegin() < B.getBegin();
  });
  return Result;
}

void SourceText::forEachToken(
    SourceLocation Begin, SourceLocation End,
    function_ref<void(const SourceToken &)> Visit) const {
  auto [File, Offset] = Sources.getDecomposedLoc(Begin);
  bool Missing = false;
  StringRef Text = Sources.getBufferData(File, &Missing);
  if (Missing || (End.isValid() && Sources.getFileID(End) != File))
    return;
  Lexer Raw(Sources.getLocForStartOfFile(File), Options, Text.begin(),
            Text.begin() + Offset, Text.end());
  const std::vector<SourceRange> LeftOutText =
      leftOutFrom(Begin, LeftOut.get());
  auto Next = LeftOutText.begin();
  SourceLocation LeftOutUntil;
  SourceToken Now;
  bool InDirective = false;
  Token Each;
  while (!Raw.LexFromRawLexer(Each) || Each.isNot(tok::eof)) {
    if (Each.is(tok::eof) || (End.isValid() && End < Each.getLocation()))
      return;
    if (Each.isAtStartOfLine())
      InDirective = Each.is(tok::hash);
    for (; Next != LeftOutText.end() && Next->getBegin() <= Each.getLocation();
         ++Next)
      if (LeftOutUntil.isInvalid() || LeftOutUntil < Next->getEnd())
        LeftOutUntil = Next->getEnd();
    if (InDirective ||
        (LeftOutUntil.isValid() && Each.getLocation() <= LeftOutUntil))
      continue;
    Now.BeforeThat = Now.Before;
    Now.Before = Now.Text;
    Now.At = Each.getLocation();
    Now.IsWord = Each.is(tok::raw_identifier);
    Now.Text = Now.IsWord ? Each.getRawIdentifier()
                          : StringRef(Sources.getCharacterData(Now.At),
                                      Each.getLength());
    Visit(Now);
  }
}

StringRef SourceText::tokenAt(SourceLocation At) const {
  return StringRef(Sources.getCharacterData(At),
                   Lexer::MeasureTokenLength(At, Sources, Options));
}

unsigned SourceText::lineOf(SourceLocation At) const {
  return Sources.getSpellingLineNumber(Sources.getFileLoc(At));
}

} // namespace mapitidy
