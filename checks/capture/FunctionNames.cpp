//===- FunctionNames.cpp - What a function's name says --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/FunctionNames.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// The words of a name, as `safe` and `release` of SafeRelease, in lower case.
static SmallVector<std::string, 4> wordsOf(StringRef Name) {
  SmallVector<std::string, 4> Result;
  bool New = true;
  for (size_t I = 0; I < Name.size(); ++I) {
    New |= isUpper(Name[I]) && (I == 0 || !isUpper(Name[I - 1]));
    if (!isAlnum(Name[I])) {
      New = true;
      continue;
    }
    if (New)
      Result.emplace_back();
    Result.back() += toLower(Name[I]);
    New = false;
  }
  return Result;
}

bool leavesMemory(const FunctionDecl &Callee) {
  return Callee.getBuiltinID() != 0 ||
         Callee.getASTContext().getSourceManager().isInSystemHeader(
             Callee.getLocation());
}

bool throwsByName(const FunctionDecl &Callee, const Catalogue &Entries) {
  if (Callee.hasBody() || !Callee.getIdentifier())
    return false;
  return any_of(wordsOf(Callee.getName()), [&Entries](StringRef Word) {
    return Entries.isVerb(Word, VerbMeaning::Throws);
  });
}

/// An English name has its verb in front, or at its end after an adverb or an
/// object (safeRelease, session_free). In between, a word is part of something
/// else's name (isCloseEnough). What is free and busy is time, of which the
/// verb knows nothing: that is a rule of English, not of somebody's code.
bool givesBackByName(const FunctionDecl &Callee, const Catalogue &Entries) {
  if (leavesMemory(Callee) || !Callee.getIdentifier())
    return false;
  const SmallVector<std::string, 4> Words = wordsOf(Callee.getName());
  auto Says = [&Entries](StringRef Word) {
    return Entries.isVerb(Word, VerbMeaning::GivesBack);
  };
  return !Words.empty() && (Says(Words.front()) || Says(Words.back())) &&
         !(Words.size() > 1 && Words[1] == "busy");
}

/// Whether one of the \p Words behind a verb says that it is done to \p
/// Parameter: they name it or its type, or where it goes. The prepositions are
/// English's own, as the place of the verb in front is.
static bool speaksOf(ArrayRef<std::string> Words,
                     const ParmVarDecl &Parameter) {
  const std::string Name = Parameter.getName().lower();
  QualType Type = Parameter.getType().getNonReferenceType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  const RecordDecl *Record = Type->getAsRecordDecl();
  const std::string Kind = Record ? Record->getName().lower() : "";
  return any_of(Words, [&](const std::string &Word) {
    return Word == "to" || Word == "in" || Word == "into" || Word == "back" ||
           Word == "front" || Word == "it" || Word == Name ||
           StringRef(Kind).contains(Word);
  });
}

static bool isUnknown(const CXXRecordDecl *Class) {
  if (!Class || !Class->hasDefinition())
    return false;
  bool Found = false;
  Class->forallBases([&](const CXXRecordDecl *Base) {
    Found |= Base->getName() == "IUnknown";
    return true;
  });
  return Found;
}

/// Whether a COM interface's method gets an interface there: by COM's rule it
/// keeps a reference of its own.
static bool referencesItself(const FunctionDecl &Callee, unsigned Index) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
  if (!Method || !Method->isVirtual() || !isUnknown(Method->getParent()) ||
      !Method->getParent()->isAbstract() || !Method->getParent()->field_empty())
    return false;
  const QualType Type = Callee.getParamDecl(Index)->getType();
  return Type->isPointerType() && isUnknown(Type->getPointeeCXXRecordDecl());
}

bool keepsByName(const FunctionDecl &Callee, unsigned Index,
                 const Catalogue &Entries) {
  if (leavesMemory(Callee) || !Callee.getIdentifier() ||
      Index >= Callee.getNumParams() || referencesItself(Callee, Index))
    return false;
  // In C a module's name may stand before the verb: Session_setStore.
  for (StringRef Name = Callee.getName(); !Name.empty();
       Name = Name.split('_').second) {
    const SmallVector<std::string, 4> Words = wordsOf(Name);
    if (!Words.empty() && Entries.isVerb(Words.front(), VerbMeaning::Keeps) &&
        (Words.size() == 1 ||
         speaksOf(ArrayRef(Words).drop_front(), *Callee.getParamDecl(Index))))
      return true;
  }
  return false;
}

bool looksByName(const FunctionDecl &Callee, const Catalogue &Entries) {
  if (!Callee.getIdentifier())
    return false;
  auto DoesMore = [&Entries](StringRef Word) {
    return Entries.isVerb(Word, VerbMeaning::GivesBack) ||
           Entries.isVerb(Word, VerbMeaning::Keeps);
  };
  for (StringRef Name = Callee.getName(); !Name.empty();
       Name = Name.split('_').second) {
    const SmallVector<std::string, 4> Words = wordsOf(Name);
    if (!Words.empty() && Entries.isVerb(Words.front(), VerbMeaning::Looks))
      return none_of(Words, DoesMore);
  }
  return false;
}

bool makesByName(const FunctionDecl &Callee, const Catalogue &Entries) {
  if (!Callee.getIdentifier())
    return false;
  const SmallVector<std::string, 4> Words = wordsOf(Callee.getName());
  return !Words.empty() && Entries.isVerb(Words.front(), VerbMeaning::Makes);
}

} // namespace mapitidy
