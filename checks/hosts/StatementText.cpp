//===- StatementText.cpp - The statement at a place -----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/StatementText.h"
#include "capture/SourceText.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/PrettyPrinter.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

/// Is shown the tokens of a file, and keeps those of one statement.
class StatementFinder {
public:
  explicit StatementFinder(SourceLocation At) : At(At) {}

  void see(const SourceToken &Token);
  std::string text() const { return Text; }

private:
  /// Whether \p Token ends a statement. The semicolons of a `for` do not.
  bool isBoundary(const SourceToken &Token);
  void append(StringRef Token);

  SourceLocation At;
  std::string Text;
  unsigned ForDepth = 0; ///< open parentheses since a `for`
  bool Reached = false, Ended = false;
};

} // namespace

bool StatementFinder::isBoundary(const SourceToken &Token) {
  if (Token.Text == "(" && (ForDepth != 0 || Token.Before == "for"))
    ++ForDepth;
  if (Token.Text == ")" && ForDepth != 0)
    --ForDepth;
  if (Token.Text == "{" || Token.Text == "}") {
    ForDepth = 0;
    return true;
  }
  return Token.Text == ";" && ForDepth == 0;
}

void StatementFinder::append(StringRef Token) {
  const bool Touches = !Text.empty() &&
                       isAsciiIdentifierContinue(Text.back()) &&
                       isAsciiIdentifierContinue(Token.front());
  if (Touches || (!Text.empty() && Text.back() == ','))
    Text += ' ';
  Text += Token;
}

void StatementFinder::see(const SourceToken &Token) {
  if (Ended)
    return;
  if (!isBoundary(Token)) {
    Reached |= At <= Token.At;
    return append(Token.Text);
  }
  Ended = Reached || At <= Token.At;
  if (Ended && !Reached)
    Text = Token.Text;
  if (!Ended)
    Text.clear();
}

std::string statementAt(SourceLocation At, SourceLocation From,
                        const SourceManager &Sources,
                        const LangOptions &Options) {
  At = Sources.getFileLoc(At);
  const FileID File = Sources.getFileID(At);
  From = From.isValid() ? Sources.getFileLoc(From) : From;
  if (From.isInvalid() || Sources.getFileID(From) != File || At < From)
    From = Sources.getLocForStartOfFile(File);
  // Nobody looks at more of a statement than this.
  constexpr unsigned Most = 2000;
  const unsigned Offset = Sources.getFileOffset(At);
  const SourceLocation End = Sources.getLocForEndOfFile(File);
  const bool IsNear = Sources.getFileOffset(End) - Offset <= Most;
  StatementFinder Finder(At);
  SourceText(Sources, Options, nullptr)
      .forEachToken(From, IsNear ? End : At.getLocWithOffset(Most),
                    [&](const SourceToken &Each) { Finder.see(Each); });
  return Finder.text();
}

std::string stableNameOf(const NamedDecl &Of) {
  PrintingPolicy Policy = Of.getASTContext().getPrintingPolicy();
  Policy.AnonymousTagLocations = false;
  std::string Result;
  raw_string_ostream Text(Result);
  Of.printQualifiedName(Text, Policy);
  return Result;
}

} // namespace mapitidy
