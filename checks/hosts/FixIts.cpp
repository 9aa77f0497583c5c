//===- FixIts.cpp - Repairs as fix-its ------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/FixIts.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

/// A statement, the block that it stands in, and the one behind it.
struct Spot {
  const Stmt *Statement = nullptr;
  const Stmt *Next = nullptr;
  bool InBlock = false; ///< else it is the only statement of an if or a loop
};

/// Finds the innermost statement around a place, and the call or variable that
/// stands there.
class SpotFinder : public RecursiveASTVisitor<SpotFinder> {
public:
  SpotFinder(const SourceManager &Sources, SourceLocation At)
      : Sources(Sources), At(At) {}

  Spot Found;
  const CallExpr *Call = nullptr;
  const VarDecl *Variable = nullptr;
  bool NamesCall = false; ///< the statement found has calls in it

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCompoundStmt(CompoundStmt *Block) {
    for (auto It = Block->body_begin(); It != Block->body_end(); ++It)
      note(*It, std::next(It) == Block->body_end() ? nullptr : *std::next(It),
           true);
    return true;
  }
  bool VisitLabelStmt(LabelStmt *Label) {
    note(Label->getSubStmt(), nullptr, true);
    return true;
  }
  bool VisitSwitchCase(SwitchCase *Case) {
    note(Case->getSubStmt(), nullptr, true);
    return true;
  }
  bool VisitDoStmt(DoStmt *Loop) {
    note(Loop->getBody(), nullptr, false);
    return true;
  }
  bool VisitIfStmt(IfStmt *If) {
    note(If->getThen(), nullptr, false);
    note(If->getElse(), nullptr, false);
    return true;
  }
  bool VisitWhileStmt(WhileStmt *Loop) {
    note(Loop->getBody(), nullptr, false);
    return true;
  }
  bool VisitForStmt(ForStmt *Loop) {
    note(Loop->getBody(), nullptr, false);
    return true;
  }
  bool VisitCallExpr(CallExpr *Each) {
    if (Sources.getFileLoc(Each->getExprLoc()) == At)
      Call = Each;
    return true;
  }
  bool VisitVarDecl(VarDecl *Each) {
    if (Sources.getFileLoc(Each->getLocation()) == At)
      Variable = Each;
    return true;
  }

private:
  void note(const Stmt *Statement, const Stmt *Next, bool InBlock) {
    if (!Statement || isa<CompoundStmt>(Statement))
      return;
    SourceLocation Begin = Sources.getFileLoc(Statement->getBeginLoc());
    SourceLocation End = Sources.getFileLoc(Statement->getEndLoc());
    if (!Sources.isBeforeInTranslationUnit(At, Begin) &&
        !Sources.isBeforeInTranslationUnit(End, At))
      Found = {Statement, Next, InBlock};
  }

  const SourceManager &Sources;
  SourceLocation At;
};

/// Whether a statement calls something, or names the variable.
class UseFinder : public RecursiveASTVisitor<UseFinder> {
public:
  explicit UseFinder(StringRef Variable) : Variable(Variable) {}
  bool Found = false;

  bool VisitCallExpr(CallExpr *) { return !(Found = true); }
  bool VisitDeclRefExpr(DeclRefExpr *Ref) {
    const IdentifierInfo *Name = Ref->getDecl()->getIdentifier();
    bool Same = !Variable.empty() && Name &&
                Name->getName() == Variable.split('.').first;
    return !(Found |= Same);
  }

private:
  StringRef Variable;
};

class RepairWriter {
public:
  explicit RepairWriter(const FunctionDecl &Function)
      : Function(Function), Context(Function.getASTContext()),
        Sources(Context.getSourceManager()) {}

  std::vector<FixItHint> Hints;

  /// \returns false if the edit cannot be written.
  bool write(const Edit &Each);

private:
  SpotFinder find(SourcePlace At) const;
  bool insert(const Edit &Each, const Spot &Where);
  bool insertAtBrace(const Edit &Each, SourceLocation Brace);
  bool remove(const Spot &Where);
  bool swap(const Edit &Each, const Spot &Where);
  bool rename(const Edit &Each, const CallExpr *Call);
  bool dropFlag(const Edit &Each, const CallExpr *Call);
  bool initialise(const VarDecl *Variable);

  bool isDeclared(StringRef Name) const;
  /// Whether the statement stands in the source as it is, but for macros in
  /// it.
  bool isWritten(const Stmt *S) const {
    return S && S->getBeginLoc().isFileID();
  }
  StringRef text(SourceRange Range) const {
    return Lexer::getSourceText(CharSourceRange::getTokenRange(Range), Sources,
                                Context.getLangOpts());
  }
  /// The white space before \p At in its line; nothing if there is more.
  std::optional<StringRef> indentation(SourceLocation At) const;
  /// The statement with its semicolon.
  std::optional<SourceRange> whole(const Stmt *Statement) const;

  const FunctionDecl &Function;
  ASTContext &Context;
  const SourceManager &Sources;
};

} // namespace

SpotFinder RepairWriter::find(SourcePlace At) const {
  SpotFinder Finder(Sources, SourceLocation::getFromRawEncoding(At));
  Finder.TraverseDecl(const_cast<FunctionDecl *>(&Function));
  return Finder;
}

bool RepairWriter::isDeclared(StringRef Name) const {
  return Name.empty() || !Context.getTranslationUnitDecl()
                              ->lookup(&Context.Idents.get(Name))
                              .empty();
}

std::optional<StringRef> RepairWriter::indentation(SourceLocation At) const {
  auto [File, Offset] = Sources.getDecomposedLoc(At);
  StringRef Before = Sources.getBufferData(File).take_front(Offset);
  StringRef Line = Before.substr(Before.rfind('\n') + 1);
  return Line.trim().empty() ? std::optional(Line) : std::nullopt;
}

std::optional<SourceRange> RepairWriter::whole(const Stmt *Statement) const {
  if (!isWritten(Statement))
    return std::nullopt;
  SourceLocation End =
      Sources.getExpansionRange(Statement->getEndLoc()).getEnd();
  if (std::optional<Token> Next =
          Lexer::findNextToken(End, Sources, Context.getLangOpts());
      Next && Next->is(tok::semi))
    End = Next->getLocation();
  return SourceRange(Statement->getBeginLoc(), End);
}

/// Puts \p Indentation before each line of \p Text but the first.
static std::string indented(StringRef Text, StringRef Indentation) {
  std::string Result;
  for (char Each : Text) {
    Result += Each;
    if (Each == '\n')
      Result += Indentation;
  }
  return Result;
}

bool RepairWriter::insert(const Edit &Each, const Spot &Where) {
  const Stmt *Statement = Where.Statement;
  if (!isWritten(Statement))
    return false;
  SourceLocation Begin = Statement->getBeginLoc();
  std::optional<StringRef> Indentation = indentation(Begin);
  const std::string Line = Indentation ? Indentation->str() : "";
  if (Where.InBlock) {
    Hints.push_back(
        FixItHint::CreateInsertion(Begin, indented(Each.Text + "\n", Line)));
    return true;
  }
  std::optional<SourceRange> Whole = whole(Statement);
  if (!Whole)
    return false;
  Hints.push_back(FixItHint::CreateInsertion(
      Begin, "{\n" + Line + indented(Each.Text + "\n", Line)));
  Hints.push_back(FixItHint::CreateInsertion(
      Lexer::getLocForEndOfToken(Whole->getEnd(), 0, Sources,
                                 Context.getLangOpts()),
      "\n" + Line + "}"));
  return true;
}

bool RepairWriter::insertAtBrace(const Edit &Each, SourceLocation Brace) {
  std::optional<StringRef> Indentation = indentation(Brace);
  if (!Indentation)
    return false;
  const std::string Line = Indentation->str();
  Hints.push_back(FixItHint::CreateInsertion(
      Brace, "  " + indented(Each.Text, Line + "  ") + "\n" + Line));
  return true;
}

bool RepairWriter::remove(const Spot &Where) {
  std::optional<SourceRange> Whole = whole(Where.Statement);
  if (!Whole || !Where.InBlock || !isa<Expr>(Where.Statement))
    return false;
  // With its line, if it is alone there.
  SourceLocation Begin = Whole->getBegin();
  SourceLocation End = Lexer::getLocForEndOfToken(Whole->getEnd(), 0, Sources,
                                                  Context.getLangOpts());
  auto [File, Offset] = Sources.getDecomposedLoc(End);
  StringRef Behind = Sources.getBufferData(File).drop_front(Offset);
  if (std::optional<StringRef> Indentation = indentation(Begin);
      Indentation && Behind.ltrim(" \t\r").starts_with("\n")) {
    Begin = Begin.getLocWithOffset(-int(Indentation->size()));
    End = End.getLocWithOffset(int(Behind.find('\n') + 1));
  }
  Hints.push_back(
      FixItHint::CreateRemoval(CharSourceRange::getCharRange(Begin, End)));
  return true;
}

bool RepairWriter::swap(const Edit &Each, const Spot &Where) {
  Spot Second = find(Each.Other).Found;
  if (!Where.InBlock || !Second.InBlock || Where.Next != Second.Statement ||
      !isWritten(Where.Statement) || !isWritten(Second.Statement) ||
      !isa<CallExpr>(Where.Statement) || !isa<CallExpr>(Second.Statement))
    return false;
  SourceRange First = Where.Statement->getSourceRange();
  SourceRange Other = Second.Statement->getSourceRange();
  Hints.push_back(FixItHint::CreateReplacement(First, text(Other)));
  Hints.push_back(FixItHint::CreateReplacement(Other, text(First)));
  return true;
}

bool RepairWriter::rename(const Edit &Each, const CallExpr *Call) {
  const auto *Callee =
      Call ? dyn_cast<DeclRefExpr>(Call->getCallee()->IgnoreParenImpCasts())
           : nullptr;
  // What was cast for one function does not fit another.
  bool Cast = Call && any_of(Call->arguments(), [](const Expr *Given) {
                return isa<ExplicitCastExpr>(Given->IgnoreParenImpCasts());
              });
  if (!isWritten(Callee) || Cast)
    return false;
  Hints.push_back(
      FixItHint::CreateReplacement(Callee->getSourceRange(), Each.Text));
  return true;
}

bool RepairWriter::dropFlag(const Edit &Each, const CallExpr *Call) {
  if (!Call || Call->getNumArgs() == 0)
    return false;
  // C passes the object itself as the first argument.
  unsigned Index = Each.Index + (isa<CXXMemberCallExpr>(Call) ? 0 : 1);
  if (Index >= Call->getNumArgs())
    return false;
  const Expr *Argument = Call->getArg(Index)->IgnoreParenImpCasts();
  auto Spelled = [this](const Expr *E) {
    SourceRange Range(Sources.getFileLoc(E->getBeginLoc()),
                      Sources.getFileLoc(E->getEndLoc()));
    return CharSourceRange::getTokenRange(Range);
  };
  auto IsFlag = [&](const Expr *E) {
    return Lexer::getSourceText(Spelled(E), Sources, Context.getLangOpts()) ==
           Each.Text;
  };
  if (IsFlag(Argument)) {
    Hints.push_back(FixItHint::CreateReplacement(Spelled(Argument), "0"));
    return true;
  }
  const auto *Or = dyn_cast<BinaryOperator>(Argument);
  if (!Or || Or->getOpcode() != BO_Or || !Or->getOperatorLoc().isFileID())
    return false;
  const Expr *Left = Or->getLHS()->IgnoreParenImpCasts();
  const Expr *Right = Or->getRHS()->IgnoreParenImpCasts();
  const Expr *Kept = IsFlag(Left) ? Right : IsFlag(Right) ? Left : nullptr;
  if (!Kept)
    return false;
  StringRef Text =
      Lexer::getSourceText(Spelled(Kept), Sources, Context.getLangOpts());
  Hints.push_back(FixItHint::CreateReplacement(Spelled(Argument), Text));
  return true;
}

bool RepairWriter::initialise(const VarDecl *Variable) {
  if (!Variable || Variable->getInit() ||
      !Variable->getType()->isPointerType() ||
      !Variable->getLocation().isFileID())
    return false;
  bool HasNullptr = Context.getLangOpts().CPlusPlus11;
  Hints.push_back(FixItHint::CreateInsertion(
      Lexer::getLocForEndOfToken(Variable->getLocation(), 0, Sources,
                                 Context.getLangOpts()),
      HasNullptr ? " = nullptr" : " = NULL"));
  return true;
}

bool RepairWriter::write(const Edit &Each) {
  if (!isDeclared(Each.Needs))
    return false;
  SpotFinder At = find(Each.At);
  switch (Each.Does) {
  case Edit::Kind::InsertBefore:
    return At.Found.Statement && insert(Each, At.Found);
  case Edit::Kind::InsertAtExit: {
    SourceLocation Place = SourceLocation::getFromRawEncoding(Each.At);
    const Stmt *Leaves = At.Found.Statement;
    bool Jump =
        Leaves && isa<ReturnStmt, BreakStmt, ContinueStmt, GotoStmt>(Leaves);
    if (!Jump)
      return *Sources.getCharacterData(Place) == '}' &&
             insertAtBrace(Each, Place);
    UseFinder Uses(Each.Variable);
    Uses.TraverseStmt(const_cast<Stmt *>(Leaves));
    return !Uses.Found && insert(Each, At.Found);
  }
  case Edit::Kind::RemoveStatement:
    return At.Found.Statement && remove(At.Found);
  case Edit::Kind::SwapStatements:
    return At.Found.Statement && swap(Each, At.Found);
  case Edit::Kind::RenameCall:
    return rename(Each, At.Call);
  case Edit::Kind::DropFlag:
    return dropFlag(Each, At.Call);
  case Edit::Kind::InitialiseNull:
    return initialise(At.Variable);
  }
  return false;
}

std::vector<FixItHint> fixItsFor(const Repair &Mends,
                                 const FunctionDecl &Function) {
  RepairWriter Writer(Function);
  for (const Edit &Each : Mends)
    if (!Writer.write(Each))
      return {};
  return std::move(Writer.Hints);
}

} // namespace mapitidy
