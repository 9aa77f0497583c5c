//===- CallResolver.cpp - Which catalogue entry a call means --------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/CallResolver.h"
#include "capture/SmartPointers.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

using ClassSet = SmallPtrSet<const CXXRecordDecl *, 8>;

/// A base that is one in many ways is looked at once.
static const CallEntry *findInBases(const Catalogue &Entries,
                                    const CXXRecordDecl *Class,
                                    StringRef Method, ClassSet &Seen) {
  if (!Class || !Class->getIdentifier() ||
      !Seen.insert(Class->getCanonicalDecl()).second)
    return nullptr;
  if (const CallEntry *Entry = Entries.findMethod(Class->getName(), Method))
    return Entry;
  Class = Class->getDefinition();
  if (!Class)
    return nullptr;
  for (const CXXBaseSpecifier &Base : Class->bases())
    if (const CallEntry *Entry = findInBases(
            Entries, Base.getType()->getAsCXXRecordDecl(), Method, Seen))
      return Entry;
  return nullptr;
}

const CallEntry *CallResolver::lookUp(const FunctionDecl *Callee) const {
  const IdentifierInfo *Name = Callee->getIdentifier();
  if (!Name)
    return nullptr;
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee)) {
    StringRef MethodName = Name->getName();
    // <windows.h> turns GetMessage into GetMessageW, wherever it is declared.
    if (!Entries.isMethodName(MethodName))
      if (!MethodName.consume_back("W") && !MethodName.consume_back("A"))
        return nullptr;
    ClassSet Seen;
    return Entries.isMethodName(MethodName)
               ? findInBases(Entries, Method->getParent(), MethodName, Seen)
               : nullptr;
  }
  const DeclContext *Scope = Callee->getDeclContext()->getRedeclContext();
  return Scope->isTranslationUnit() ? Entries.findFunction(Name->getName())
                                    : nullptr;
}

/// A user's entry may speak of parameters that the function does not have; it
/// is then of another function.
bool CallResolver::fits(const CallEntry &Entry, const FunctionDecl &Function) {
  if (Entry.Where.empty() || Function.isVariadic() ||
      !Function.hasPrototype() ||
      parametersUsed(Entry) <= Function.getNumParams())
    return true;
  if (Misfitting.insert(&Entry).second)
    Misfits.push_back(
        Entry.Where + ": '" + Entry.Call + "' has no parameter " +
        std::to_string(parametersUsed(Entry) - 1) + ", it is declared with " +
        std::to_string(Function.getNumParams()) + "; the entry is left out");
  return false;
}

const CallEntry *CallResolver::entryOf(const FunctionDecl *Callee) {
  Callee = Callee->getCanonicalDecl();
  auto [It, Inserted] = Known.try_emplace(Callee, nullptr);
  if (Inserted)
    if (const CallEntry *Entry = lookUp(Callee); Entry && fits(*Entry, *Callee))
      It->second = Entry;
  return It->second;
}

std::string summaryName(const FunctionDecl &Function) {
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
      Method && Method->getParent()->isLambda())
    return "the lambda";
  std::string Name;
  raw_string_ostream OS(Name);
  PrintingPolicy Policy(Function.getASTContext().getLangOpts());
  Policy.SuppressTagKeyword = true;
  Function.getNameForDiagnostic(OS, Policy, /*Qualified=*/true);
  OS << '(';
  ListSeparator Comma;
  for (const ParmVarDecl *Parameter : Function.parameters())
    OS << Comma << Parameter->getType().getAsString(Policy);
  OS << ')';
  return Name;
}

const CallEntry *
CallResolver::givenSummary(const FunctionDecl &Function) const {
  return Entries.hasSummaries() ? Entries.findFunction(summaryName(Function))
                                : nullptr;
}

/// \returns the field M of `p->lpVtbl->M(p, ...)`, as C and its COBJMACROS
/// write the call of a method; null for any other call.
static const FieldDecl *vtableMethod(const CallExpr *Call) {
  const auto *Method =
      dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParenImpCasts());
  if (!Method || Call->getNumArgs() == 0)
    return nullptr;
  const auto *Table =
      dyn_cast<MemberExpr>(Method->getBase()->IgnoreParenImpCasts());
  if (!Table || !Table->getMemberDecl()->getIdentifier() ||
      Table->getMemberDecl()->getName() != "lpVtbl")
    return nullptr;
  return dyn_cast<FieldDecl>(Method->getMemberDecl());
}

const CallEntry *CallResolver::vtableEntry(const CallExpr *Call) {
  const FieldDecl *Method = vtableMethod(Call);
  if (!Method || !Method->getIdentifier() ||
      !Entries.isMethodName(Method->getName()))
    return nullptr;
  const auto *Table = cast<MemberExpr>(
      cast<MemberExpr>(Call->getCallee()->IgnoreParenImpCasts())
          ->getBase()
          ->IgnoreParenImpCasts());
  return Entries.findMethod(interfaceName(Table->getBase()->getType()),
                            Method->getName());
}

/// The names of \p Type, its pointee and what they are other names of.
static SmallVector<StringRef, 4> typedefNames(QualType Type) {
  SmallVector<StringRef, 4> Names;
  while (true) {
    if (const auto *Alias = Type->getAs<TypedefType>()) {
      Names.push_back(Alias->getDecl()->getName());
      Type = Alias->desugar();
    } else if (Type->isPointerType() || Type->isReferenceType()) {
      Type = Type->getPointeeType();
    } else {
      return Names;
    }
  }
}

void CallResolver::resolvePointer(const CallExpr *Call, ResolvedCall &Result) {
  const Expr *Callee = Call->getCallee()->IgnoreParenImpCasts();
  if (std::optional<FunctionTarget> Target =
          Pointers.targetOf(Callee, Context)) {
    Result.Callee = Target->Function;
    Result.Entry = Target->Function ? entryOf(Target->Function)
                                    : Entries.findFunction(Target->Name);
    return;
  }
  for (StringRef Name : typedefNames(Callee->getType()))
    if (!Result.Entry)
      Result.Entry = Entries.findByPointerType(Name);
}

const CallEntry *CallResolver::entryOfMacro(const CallExpr *Call,
                                            const FunctionDecl &Callee) const {
  const SourceManager &SM = Context.getSourceManager();
  SourceLocation At = Call->getCallee()->getBeginLoc();
  while (At.isMacroID() && SM.isMacroArgExpansion(At))
    At = SM.getImmediateSpellingLoc(At);
  if (!At.isMacroID() || isa<CXXMethodDecl>(Callee) ||
      SM.getSLocEntry(SM.getFileID(At))
          .getExpansion()
          .isFunctionMacroExpansion())
    return nullptr;
  const CallEntry *Entry = Entries.findFunction(
      Lexer::getImmediateMacroName(At, SM, Context.getLangOpts()));
  return Entry && parametersUsed(*Entry) <= Callee.getNumParams() ? Entry
                                                                  : nullptr;
}

/// Whether the call's first argument is the object that it is made on: an
/// operator that is a member, or a method of C.
static bool firstArgumentIsReceiver(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  return isa<CXXOperatorCallExpr>(Call) ? isa_and_nonnull<CXXMethodDecl>(Callee)
                                        : !Callee && vtableMethod(Call);
}

ResolvedCall CallResolver::resolve(const CallExpr *Call) {
  if (Call->isTypeDependent())
    return resolveIncomplete(Call->getCallee(),
                             {Call->getArgs(), Call->getNumArgs()});
  ResolvedCall Result;
  auto Arguments = ArrayRef(Call->getArgs(), Call->getNumArgs());
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
    Result.Receiver = Member->getImplicitObjectArgument();
  } else if (firstArgumentIsReceiver(Call)) {
    Result.Receiver = Arguments.front();
    Arguments = Arguments.drop_front();
  }
  Result.Arguments.append(Arguments.begin(), Arguments.end());
  Result.Callee = Call->getDirectCallee();
  if (Result.Callee) {
    Result.Entry = entryOf(Result.Callee);
    if (!Result.Entry && !Result.Callee->hasBody())
      Result.Entry = entryOfMacro(Call, *Result.Callee);
  } else if (vtableMethod(Call))
    Result.Entry = vtableEntry(Call);
  else
    resolvePointer(Call, Result);
  return Result;
}

const BlockEntry *CallResolver::blockEntry(QualType Type) const {
  if (Type.isNull())
    return nullptr;
  Type = Type.getNonReferenceType();
  if (QualType Held = smartPointee(Type); !Held.isNull())
    Type = Held;
  else if (Type->isPointerType())
    Type = Type->getPointeeType();
  const RecordDecl *Record = Type->getAsRecordDecl();
  bool IsNamed = Record && Record->getIdentifier();
  return IsNamed ? Entries.findBlock(Record->getName()) : nullptr;
}

StringRef CallResolver::interfaceName(QualType Type) const {
  if (Type.isNull())
    return {};
  Type = Type.getNonReferenceType();
  if (QualType Held = smartPointee(Type); !Held.isNull())
    Type = Held;
  else if (Type->isPointerType())
    Type = Type->getPointeeType();
  else
    return {};
  const auto *Record = Type->getAsRecordDecl();
  if (!Record || !Record->getIdentifier())
    return {};
  if (Entries.findInterface(Record->getName()))
    return Record->getName();
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  ClassSet Seen;
  return findInBases(Entries, Class, "Release", Seen) ? Record->getName()
                                                      : StringRef();
}

bool isStatusType(QualType Type) {
  const auto *Alias = Type->getAs<TypedefType>();
  if (!Alias)
    return false;
  StringRef Name = Alias->getDecl()->getName();
  return Name == "HRESULT" || Name == "SCODE";
}

bool isAnswerType(QualType Type) {
  const auto *Alias = Type->getAs<TypedefType>();
  return Type->isBooleanType() ||
         (Alias && Alias->getDecl()->getName() == "BOOL");
}

} // namespace mapitidy
