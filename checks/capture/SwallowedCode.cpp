//===- SwallowedCode.cpp - Code that is not in the syntax tree ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/SwallowedCode.h"
#include "capture/UnitFacts.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

class SwallowFinder {
public:
  SwallowFinder(ASTContext &Context, const Catalogue &Entries,
                const SourceText &Text)
      : Context(Context), Sources(Context.getSourceManager()), Entries(Entries),
        Text(Text) {}

  std::vector<SwallowedLines> run();

private:
  void cover(const Decl &Declared);
  bool isCovered(SourceLocation At);
  void take(const SourceToken &Token);
  void noteMacro(const SourceToken &Token);
  void finish();

  ASTContext &Context;
  const SourceManager &Sources;
  const Catalogue &Entries;
  const SourceText &Text;
  std::vector<SourceRange> Covered;
  size_t Next = 0;
  SourceLocation CoveredUntil;
  std::vector<SwallowedLines> Found;

  // The run of tokens at hand.
  SwallowedLines Run;
  std::string FirstWord;
  unsigned Depth = 0;
  unsigned Parentheses = 0;
  unsigned LastOutside = 0;
  unsigned Tokens = 0;
  bool Calls = false;     ///< anywhere in it
  bool BodyCalls = false; ///< since its outermost brace was opened
};

} // namespace

/// Notes where the declaration is; of what declarations are in, where these
/// are.
void SwallowFinder::cover(const Decl &Declared) {
  if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(Declared)) {
    for (const Decl *Each : cast<DeclContext>(Declared).decls())
      cover(*Each);
    return;
  }
  // A macro that makes a declaration is one as a whole.
  SourceRange Range(Sources.getExpansionLoc(Declared.getBeginLoc()),
                    Sources.getExpansionRange(Declared.getEndLoc()).getEnd());
  if (Range.isValid() && Sources.isInMainFile(Range.getBegin()) &&
      !Declared.isImplicit())
    Covered.push_back(Range);
}

bool SwallowFinder::isCovered(SourceLocation At) {
  for (; Next < Covered.size() && Covered[Next].getBegin() <= At; ++Next)
    if (CoveredUntil.isInvalid() || CoveredUntil < Covered[Next].getEnd())
      CoveredUntil = Covered[Next].getEnd();
  return CoveredUntil.isValid() && At <= CoveredUntil;
}

/// Whether \p Name is written as names of macros are.
static bool looksLikeMacro(StringRef Name) {
  return !Name.empty() && isUpper(Name.front()) &&
         all_of(Name, [](char C) { return !isLower(C); });
}

/// Whether what is named behind \p Before is declared there.
static bool isDeclarator(StringRef Before) {
  return Before == "::" || Before == "*" || Before == "&" || Before == "~" ||
         Before == ">" ||
         (!Before.empty() &&
          (isAlnum(Before.front()) || Before.front() == '_'));
}

/// Keeps the name in front of an outermost parenthesis if it may be a macro's.
void SwallowFinder::noteMacro(const SourceToken &Token) {
  if (Token.Text == ")" && Parentheses != 0)
    --Parentheses;
  if (Token.Text != "(" || Parentheses++ != 0 || Depth != 0 ||
      !looksLikeMacro(Token.Before) || isDeclarator(Token.BeforeThat) ||
      is_contained(Run.Macros, Token.Before))
    return;
  Run.Macros.push_back(Token.Before.str());
}

void SwallowFinder::take(const SourceToken &Token) {
  if (isCovered(Token.At))
    return finish();
  if ((Token.Text == ";" || Token.Text == "}") && Tokens == 0)
    return; // it ends what is before
  if (Tokens++ == 0) {
    Run.At = Token.At.getRawEncoding();
    Run.First = Text.lineOf(Token.At);
    FirstWord = Token.IsWord ? Token.Text.str() : "";
    if (Token.Text == "(") // Clang takes the macro for a variable
      Run.Macro = Token.Before.str();
  } else if (Tokens == 2 && Token.Text == "(") {
    Run.Macro = FirstWord;
  }
  noteMacro(Token);
  if (Token.IsWord &&
      (Token.Before == "->"
           ? Entries.isMethodName(Token.Text)
           : !Token.isQualified() && Entries.isMapiCall(Token.Text)))
    Calls = BodyCalls = true;
  if (Token.Text == "{" && Depth++ == 0) {
    BodyCalls = false;
    LastOutside = Run.Last;
  }
  if (Token.Text == "}" && Depth != 0) {
    --Depth;
    Run.Functions += Depth == 0 && BodyCalls;
  }
  // What stands behind the last body or declaration belongs to the next.
  if (Depth != 0 || Token.Text == "}" || Token.Text == ";")
    Run.Last = Text.lineOf(Token.At);
}

void SwallowFinder::finish() {
  if (Depth != 0 && BodyCalls)
    ++Run.Functions;
  else if (Depth != 0 && LastOutside != 0) // a namespace is opened
    Run.Last = LastOutside;
  if (Calls)
    Found.push_back(std::move(Run));
  Run = SwallowedLines();
  Depth = Parentheses = Tokens = LastOutside = 0;
  Calls = BodyCalls = false;
}

std::vector<SwallowedLines> SwallowFinder::run() {
  for (const Decl *Each : ownDeclarations(Context))
    cover(*Each);
  llvm::sort(Covered, [](SourceRange A, SourceRange B) {
    return A.getBegin() < B.getBegin();
  });
  Text.forEachToken(Sources.getLocForStartOfFile(Sources.getMainFileID()),
                    SourceLocation(),
                    [this](const SourceToken &Token) { take(Token); });
  finish();
  return std::move(Found);
}

std::vector<SwallowedLines> findSwallowedCode(ASTContext &Context,
                                              const Catalogue &Entries,
                                              const SourceText &Text) {
  return SwallowFinder(Context, Entries, Text).run();
}

} // namespace mapitidy
