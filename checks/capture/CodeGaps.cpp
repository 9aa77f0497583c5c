//===- CodeGaps.cpp - What of a function Clang cannot make out ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/CodeGaps.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <map>

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

constexpr llvm::StringLiteral SomeExpression = "an expression is not known";

/// Something that is not known, by its place, so that each is said once.
using GapTexts = std::map<SourceLocation, std::string>;

/// Collects what the tree has of a function's tokens, and what in it says that
/// Clang was at a loss.
class TreeTokens : public RecursiveASTVisitor<TreeTokens> {
public:
  TreeTokens(const SourceText &Text, const FunctionDecl &Whole,
             GapTexts &Unknown)
      : Text(Text), Sources(Text.sources()), Whole(&Whole), Unknown(Unknown) {}

  DenseSet<SourceLocation> Has; ///< names and keywords, as written
  StringMap<SmallVector<const ValueDecl *, 1>> Variables;
  StringMap<SmallVector<const ValueDecl *, 1>> Members; ///< of this object
  /// Variables that the tree has without what they begin with.
  DenseMap<SourceLocation, const VarDecl *> Beginless;
  SmallPtrSet<const Expr *, 4> Guessed;
  SmallVector<SourceRange, 4> Loops;
  SmallVector<SourceLocation, 4> Labels;
  bool ReturnsUnknown = false;

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitDecl(Decl *D) {
    has(D->getLocation());
    const auto *Typed = dyn_cast<VarDecl>(D);
    const bool IsAuto = Typed && Typed->getType()->isUndeducedType();
    if (D->isInvalidDecl() && D != Whole && !IsAuto)
      unknown(D->getBeginLoc());
    if (auto *Variable = dyn_cast<VarDecl>(D)) {
      note(Variables, Variable);
      if (!Variable->getInit() && Variable->getLocation().isFileID())
        Beginless[Variable->getLocation()] = Variable;
    }
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *Ref) {
    const ValueDecl *Declared = Ref->getDecl();
    has(Ref->getLocation());
    if (isa<VarDecl>(Declared))
      note(Variables, Declared);
    // C declares what it does not know.
    if (const auto *Called = dyn_cast<FunctionDecl>(Declared);
        Called && Called->isImplicit() && !Called->getBuiltinID() &&
        !Called->getASTContext().getLangOpts().CPlusPlus)
      unknown(Ref->getLocation());
    guess(Ref, Ref->getLocation(), Declared);
    return true;
  }
  bool VisitMemberExpr(MemberExpr *Member) {
    has(Member->getMemberLoc());
    if (isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts()))
      note(Members, Member->getMemberDecl());
    guess(Member, Member->getMemberLoc(), Member->getMemberDecl());
    return true;
  }
  bool VisitReturnStmt(ReturnStmt *Return) {
    const Expr *Returned = Return->getRetValue();
    ReturnsUnknown |= InLambda == 0 && Returned && Returned->containsErrors();
    return true;
  }
  bool TraverseLambdaExpr(LambdaExpr *Lambda) {
    ++InLambda;
    bool Go = RecursiveASTVisitor::TraverseLambdaExpr(Lambda);
    --InLambda;
    return Go;
  }
  bool VisitOverloadExpr(OverloadExpr *Name) {
    has(Name->getNameLoc());
    if (Name->decls().empty())
      unknown(Name->getNameLoc());
    return true;
  }
  bool VisitCXXDependentScopeMemberExpr(CXXDependentScopeMemberExpr *Member) {
    has(Member->getMemberLoc());
    unknown(Member->getMemberLoc());
    return true;
  }
  bool VisitRecoveryExpr(RecoveryExpr *E) {
    // Of p->NoSuch, it is the member that is not known; of a variable, its
    // type, which has been said.
    auto Parts = E->subExpressions();
    bool OfObject = Parts.size() == 1 && isa<DeclRefExpr>(Parts.front());
    if (OfObject && E->getBeginLoc() == E->getEndLoc())
      return true;
    if (StringRef Called = calledName(Parts); !Called.empty())
      Unknown[Sources.getFileLoc(E->getExprLoc())] =
          "what '" + Called.str() + "' is given is not known";
    else if (Parts.empty() || !isa<OverloadExpr>(Parts.front()))
      unknown(OfObject ? E->getEndLoc() : E->getBeginLoc());
    return true;
  }
  bool TraverseLambdaCapture(LambdaExpr *Lambda, const LambdaCapture *Capture,
                             Expr *Init) {
    has(Capture->getLocation());
    return RecursiveASTVisitor::TraverseLambdaCapture(Lambda, Capture, Init);
  }
  bool TraverseConstructorInitializer(CXXCtorInitializer *Each) {
    has(Each->getMemberLocation());
    if (Each->getMember())
      note(Members, Each->getMember());
    return RecursiveASTVisitor::TraverseConstructorInitializer(Each);
  }
  bool VisitLabelStmt(LabelStmt *Label) {
    Labels.push_back(Label->getBeginLoc());
    return true;
  }
  bool VisitStmt(Stmt *S) {
    if (!isa<Expr>(S) || isa<CXXThrowExpr>(S))
      has(S->getBeginLoc());
    if (auto *If = dyn_cast<IfStmt>(S))
      has(If->getElseLoc());
    else if (auto *Do = dyn_cast<DoStmt>(S))
      has(Do->getWhileLoc());
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S))
      Loops.push_back({Sources.getFileLoc(S->getBeginLoc()),
                       Sources.getFileLoc(S->getEndLoc())});
    return true;
  }

private:
  /// The known function that is called with something unknown.
  static StringRef calledName(ArrayRef<Expr *> Parts) {
    const NamedDecl *Called = nullptr;
    if (Parts.empty())
      return {};
    if (auto *Name = dyn_cast<OverloadExpr>(Parts.front());
        Name && !Name->decls().empty())
      Called = *Name->decls_begin();
    else if (auto *Member = dyn_cast<MemberExpr>(Parts.front()))
      Called = Member->getMemberDecl();
    return Called && Called->getIdentifier() ? Called->getName() : StringRef();
  }
  void has(SourceLocation At) {
    if (At.isValid())
      Has.insert(Sources.getFileLoc(At));
  }
  void note(StringMap<SmallVector<const ValueDecl *, 1>> &Into,
            const ValueDecl *Declared) {
    Declared = cast<ValueDecl>(Declared->getCanonicalDecl());
    if (!Declared->getIdentifier())
      return;
    auto &Known = Into[Declared->getName()];
    if (!is_contained(Known, Declared))
      Known.push_back(Declared);
  }
  void unknown(SourceLocation At) {
    At = Sources.getFileLoc(At);
    if (At.isInvalid())
      return;
    StringRef Token = Text.tokenAt(At);
    Unknown[At] = isValidAsciiIdentifier(Token)
                      ? "'" + Token.str() + "' is not known"
                      : SomeExpression.str();
  }
  /// Clang takes an unknown name for a similar one that it knows.
  void guess(const Expr *E, SourceLocation At, const ValueDecl *Declared) {
    if (At.isMacroID())
      At = Sources.isMacroArgExpansion(At) ? Sources.getSpellingLoc(At)
                                           : SourceLocation();
    if (At.isInvalid() || At.isMacroID() || !Declared->getIdentifier())
      return;
    StringRef Token = Text.tokenAt(At);
    if (Token == Declared->getName() || !isValidAsciiIdentifier(Token))
      return;
    Guessed.insert(E);
    unknown(At);
  }

  const SourceText &Text;
  const SourceManager &Sources;
  const Decl *Whole;
  unsigned InLambda = 0;
  GapTexts &Unknown;
};

class GapFinder {
public:
  GapFinder(const Catalogue &Entries, const SourceText &Text,
            const FunctionDecl &Function)
      : Entries(Entries), Text(Text), Function(Function),
        Tree(Text, Function, Unknown) {}

  CodeGaps run();

private:
  void compareTokens(SourceLocation Begin, SourceLocation End);
  void missing(const SourceToken &Token, StringRef After);
  void begins(const VarDecl &Variable, const SourceToken &Name,
              StringRef After);
  void doubt(SourceLocation Until);
  bool isClosed(SourceLocation Brace) const;
  bool needsBodyOnly() const;

  const Catalogue &Entries;
  const SourceText &Text;
  const FunctionDecl &Function;
  GapTexts Unknown;
  TreeTokens Tree;
  CodeGaps Result;
  std::map<unsigned, SourceLocation> MissingLines;
};

} // namespace

static bool isJump(StringRef Word) {
  return Word == "return" || Word == "goto" || Word == "throw" ||
         Word == "break" || Word == "continue" || Word == "co_return" ||
         Word == "__leave";
}

static bool isControl(StringRef Word) {
  return isJump(Word) || Word == "if" || Word == "else" || Word == "for" ||
         Word == "while" || Word == "do" || Word == "switch" ||
         Word == "case" || Word == "default" || Word == "try" ||
         Word == "catch";
}

/// A jump leaves the ways that lead to it; round a loop, or to a label, they
/// come by what is before it again.
void GapFinder::doubt(SourceLocation Until) {
  for (SourceRange Loop : Tree.Loops)
    if (Loop.getBegin() < Until && Until < Loop.getEnd())
      Until = Loop.getEnd();
  for (SourceLocation Label : Tree.Labels)
    if (Label < Until)
      Until = Function.getBody()->getEndLoc();
  if (Result.DoubtfulUntil.isInvalid() || Result.DoubtfulUntil < Until)
    Result.DoubtfulUntil = Until;
}

/// Whether the word is the language's own, which no name is meant by.
static bool isKeyword(const ASTContext &Context, StringRef Word) {
  return Context.Idents.get(Word).isKeyword(Context.getLangOpts());
}

/// Whether \p Written is \p Name, or a slip of the pen.
static bool isMeant(StringRef Name, StringRef Written) {
  constexpr unsigned Slips = 2, Shortest = 4;
  return Name == Written ||
         (Written.size() >= Shortest && Name.size() >= Shortest &&
          Name.edit_distance(Written, /*AllowReplacements=*/true, Slips) <=
              Slips);
}

static bool isNumber(const ValueDecl *Declared) {
  return Declared->getType()->isIntegralOrEnumerationType();
}

static bool isAssignment(StringRef Sign) {
  return Sign.size() <= 3 && Sign.ends_with("=") && Sign != "==" &&
         Sign != "!=" && Sign != "<=" && Sign != ">=";
}

/// A word of the source that no part of the tree stands for.
void GapFinder::missing(const SourceToken &Token, StringRef After) {
  bool Matters = isControl(Token.Text);
  if (Matters)
    doubt(Token.At);
  else if (Token.isQualified() && Token.BeforeThat != "this") {
    if (Token.Before == "->" && Entries.isMethodName(Token.Text))
      MissingLines.try_emplace(Text.lineOf(Token.At), Token.At);
    return;
  }
  if (!Matters && isKeyword(Function.getASTContext(), Token.Text))
    return;
  for (const auto *Names : {&Tree.Variables, &Tree.Members})
    for (const auto &[Name, Declared] : *Names)
      for (const ValueDecl *Named : Declared) {
        if (!isMeant(Name, Token.Text))
          continue;
        Matters = true;
        // Of a number it is of interest only what it decides behind.
        if (!isNumber(Named))
          Result.Named.insert(Named);
        else if (isAssignment(After) || Token.Before == "&")
          doubt(Token.At);
      }
  if (Entries.findFunction(Token.Text))
    Matters = true;
  if (Matters)
    MissingLines.try_emplace(Text.lineOf(Token.At), Token.At);
}

/// Clang drops what a variable begins with if it cannot make that out.
void GapFinder::begins(const VarDecl &Variable, const SourceToken &Name,
                       StringRef After) {
  if (isa<ParmVarDecl>(Variable) ||
      (After != "=" && After != "(" && After != "{"))
    return;
  Unknown.try_emplace(Name.At,
                      "the value of '" + Name.Text.str() + "' is not known");
  if (isNumber(&Variable))
    doubt(Name.At);
  else
    Result.Named.insert(cast<ValueDecl>(Variable.getCanonicalDecl()));
}

void GapFinder::compareTokens(SourceLocation Begin, SourceLocation End) {
  SourceToken Last;
  Text.forEachToken(Begin, End, [&](const SourceToken &Token) {
    if (Last.IsWord && !Tree.Has.contains(Last.At))
      missing(Last, Token.Text);
    else if (const VarDecl *Variable = Tree.Beginless.lookup(Last.At))
      begins(*Variable, Last, Token.Text);
    Last = Token;
  });
  if (Last.IsWord && !Tree.Has.contains(Last.At))
    missing(Last, "");
}

bool GapFinder::isClosed(SourceLocation Brace) const {
  return Brace.isMacroID() || Text.tokenAt(Brace) == "}";
}

/// Whether objects of the class have a part that is not known: Clang's CFG
/// would ask it for its destructor.
static bool hasUnknownPart(const CXXRecordDecl &Class) {
  auto IsUnknown = [](QualType Type) {
    const CXXRecordDecl *Part =
        Type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    return Part && !Part->hasDefinition();
  };
  return Class.isInvalidDecl() ||
         any_of(Class.fields(),
                [&](const FieldDecl *Each) {
                  return Each->isInvalidDecl() || IsUnknown(Each->getType());
                }) ||
         any_of(Class.bases(), [&](const CXXBaseSpecifier &Each) {
           return IsUnknown(Each.getType());
         });
}

bool GapFinder::needsBodyOnly() const {
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&Function))
    return hasUnknownPart(*Destructor->getParent());
  const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function);
  return Constructor &&
         (Constructor->isInvalidDecl() ||
          hasUnknownPart(*Constructor->getParent()) ||
          any_of(Constructor->inits(), [](const CXXCtorInitializer *Each) {
            return !Each->getInit() || Each->getInit()->containsErrors() ||
                   Each->getInit()->getType().isNull();
          }));
}

CodeGaps GapFinder::run() {
  const SourceManager &Sources = Text.sources();
  const Stmt *Body = Function.getBody();
  Tree.TraverseDecl(const_cast<FunctionDecl *>(&Function));
  Result.Guessed = Tree.Guessed;
  for (const Expr *Each : Tree.Guessed)
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Each))
      Result.Named.insert(cast<ValueDecl>(Ref->getDecl()->getCanonicalDecl()));
    else if (const auto *Member = dyn_cast<MemberExpr>(Each))
      Result.Named.insert(Member->getMemberDecl());
  SourceLocation Begin = Sources.getFileLoc(Function.getLocation());
  SourceLocation End = Body->getEndLoc();
  if (End.isFileID() && Sources.getFileID(Begin) == Sources.getFileID(End) &&
      Begin < End) {
    Result.EndMissing = !isClosed(End);
    compareTokens(Begin, End);
  }
  for (const auto &[Line, At] : MissingLines)
    Unknown.try_emplace(At, "the syntax tree lacks code");
  Result.BodyOnly = needsBodyOnly();
  if (Result.BodyOnly && Unknown.empty())
    Unknown[Begin] = "its class has a part that is not known";
  if (Result.EndMissing)
    Unknown[End] = "its closing brace is missing";
  if (Function.isInvalidDecl() && Unknown.empty())
    Unknown[Begin] = "its declaration is not valid";
  Result.ResultUnknown = Tree.ReturnsUnknown;
  StringSet<> Said; // a name once
  unsigned Line = 0;
  for (const auto &[At, Problem] : Unknown) {
    const unsigned Before = std::exchange(Line, Text.lineOf(At));
    const bool IsVague = Problem == SomeExpression && Before == Line;
    if (!IsVague && Said.insert(Problem).second)
      Result.What.push_back(Problem + " (line " + std::to_string(Line) + ")");
  }
  return std::move(Result);
}

std::string CodeGaps::str() const {
  constexpr size_t Most = 3;
  std::string Text = llvm::join(ArrayRef(What).take_front(Most), ", ");
  if (What.size() > Most)
    Text += " and " + std::to_string(What.size() - Most) + " more";
  return Text;
}

const CodeGaps &UnitGaps::of(const FunctionDecl &Function) {
  std::unique_ptr<CodeGaps> &Gaps = Known[&Function];
  if (!Gaps)
    Gaps = std::make_unique<CodeGaps>(
        HasErrors ? GapFinder(Entries, Text, Function).run() : CodeGaps());
  return *Gaps;
}

bool UnitGaps::namesCalls(const FunctionDecl &Function) {
  const SourceRange Body = Function.getBody()->getSourceRange();
  if (!HasErrors || !of(Function).any() || !Body.getBegin().isFileID() ||
      !Body.getEnd().isFileID())
    return false;
  bool Names = false;
  Text.forEachToken(
      Body.getBegin(), Body.getEnd(), [&](const SourceToken &Token) {
        Names |= Token.Before == "->"
                     ? Entries.isMethodName(Token.Text)
                     : !Token.isQualified() && Entries.isMapiCall(Token.Text);
      });
  return Names;
}

/// How many bases the head of the class names.
static unsigned basesAsWritten(const CXXRecordDecl &Class,
                               const SourceText &Text) {
  unsigned Count = 0, Depth = 0;
  Text.forEachToken(
      Class.getLocation(), Class.getBraceRange().getBegin(),
      [&](const SourceToken &Token) {
        if (Token.Text == "<" || Token.Text == "(")
          ++Depth;
        else if (Depth != 0 && (Token.Text == ">" || Token.Text == ")"))
          --Depth;
        else if (Depth == 0 && ((Token.Text == ":" && Count == 0) ||
                                (Token.Text == "," && Count != 0)))
          ++Count;
      });
  return Count;
}

bool UnitGaps::isWhole(const CXXRecordDecl &Class) const {
  const CXXRecordDecl *Whole = Class.getDefinition();
  if (!HasErrors)
    return true;
  if (!Whole || Whole->isInvalidDecl() ||
      any_of(Whole->decls(),
             [](const Decl *Each) { return Each->isInvalidDecl(); }))
    return false;
  SourceLocation Brace = Whole->getBraceRange().getBegin();
  if (Whole->getLocation().isFileID() && Brace.isFileID() &&
      Whole->getTemplateSpecializationKind() == TSK_Undeclared &&
      basesAsWritten(*Whole, Text) != Whole->getNumBases())
    return false;
  return all_of(Whole->bases(), [this](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Class = Base.getType()->getAsCXXRecordDecl();
    return Class && isWhole(*Class);
  });
}

} // namespace mapitidy
