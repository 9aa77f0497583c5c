//===- CallResolver.h - Which catalogue entry a call means ------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the catalogue entry of a call expression. Functions and methods are
/// matched by name wherever they are declared: there are other header sets
/// than Microsoft's.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_CALLRESOLVER_H
#define MAPITIDY_CAPTURE_CALLRESOLVER_H

#include "capture/FunctionPointers.h"
#include "capture/SourceText.h"
#include "catalogue/Catalogue.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <map>
#include <memory>
#include <utility>

namespace mapitidy {

/// A call with its receiver and arguments told apart.
struct ResolvedCall {
  const CallEntry *Entry = nullptr;
  /// The function that runs, perhaps through a pointer; null if unknown.
  const clang::FunctionDecl *Callee = nullptr;
  const clang::Expr *Receiver = nullptr;
  llvm::SmallVector<const clang::Expr *, 8> Arguments;
};

/// What is known of functions whose bodies are in other files of the project.
class OtherFiles {
public:
  virtual ~OtherFiles();
  /// \returns the summary of \p Function, or null.
  virtual const CallEntry *summaryOf(const clang::FunctionDecl &Function) = 0;
  /// \returns the summary of the only function of the project that a virtual
  /// call of \p Method can mean, or null.
  virtual const CallEntry *
  summaryOfChosen(const clang::CXXMethodDecl &Method) = 0;
  /// Whether calls of functions without a summary are kept as such.
  virtual bool keepsCalls() const = 0;
};

class CallResolver {
public:
  /// \p CallsThrow: a function may throw that is not known not to.
  CallResolver(const Catalogue &Entries, clang::ASTContext &Context,
               bool CallsThrow)
      : Entries(Entries), Context(Context), CallsThrow(CallsThrow) {}

  /// Whether a function whose body is not known, or any function if \p Callee
  /// is null, is to be taken to throw. Functions of C, as all of Windows's are,
  /// do not.
  bool mayThrow(const clang::FunctionDecl *Callee) const;

  /// The types of exceptions have names in summaries. \returns no type for the
  /// name of one that is not known here.
  std::string nameThrown(clang::QualType Type);
  clang::QualType thrownType(llvm::StringRef Name) const;

  /// \returns the call's entry and parts; the entry is null for a call that
  /// the catalogue does not know.
  ResolvedCall resolve(const clang::CallExpr *Call);

  /// \returns the call that Clang could not make sense of as a whole, with null
  /// for each argument that is not known; nothing if \p E is no call of a known
  /// function, or has not as many arguments as that takes.
  std::optional<ResolvedCall> resolve(const clang::RecoveryExpr *E,
                                      const SourceText &Text);

  /// The type of what \p Call gives, which Clang does not say if an argument is
  /// not known; no type if the function is not known either.
  clang::QualType returnType(const clang::Expr *Call, const SourceText &Text);

  /// \returns the summary that the user gives of a function, or null.
  const CallEntry *givenSummary(const clang::FunctionDecl &Function) const;

  /// From here on \p Others tells what is known of functions whose bodies are
  /// not in this translation unit.
  void setOtherFiles(OtherFiles *Others) { this->Others = Others; }
  /// \returns the summary of such a function, or null.
  const CallEntry *summaryElsewhere(const clang::FunctionDecl &Function) const;
  /// \returns the name of a function whose body may be in another file; empty
  /// if there can be none, or if nobody wants to know.
  std::string nameElsewhere(const clang::FunctionDecl &Function) const;

  /// The same of what a virtual call of \p Method means: the object chooses.
  const CallEntry *summaryOfChosen(const clang::CXXMethodDecl &Method) const;
  std::string nameOfChosen(const clang::CXXMethodDecl &Method) const;

  /// The name of a variable at namespace scope or a static one, which no
  /// variable of another file has.
  std::string nameOfGlobal(const clang::ValueDecl &Variable) const;

  /// Whether \p Function, or one that it calls and whose body is visible,
  /// calls something of the catalogue.
  bool reachesCatalogue(const clang::FunctionDecl *Function) {
    return reaches(Function, &BodyFacts::MentionsCatalogue);
  }

  /// Whether it calls something whose body may be in another file.
  bool reachesElsewhere(const clang::FunctionDecl *Function) {
    return reaches(Function, &BodyFacts::CallsElsewhere);
  }

  /// Whether it calls something that initialises, uninitialises or logs off.
  bool changesLevels(const clang::FunctionDecl *Function) {
    return reaches(Function, &BodyFacts::ChangesLevels);
  }

  /// Whether the destructor of \p Class, or of one of its members, does.
  bool endsLevels(const clang::CXXRecordDecl &Class);

  /// Whether it calls MAPIInitialize or MAPIUninitialize.
  bool changesMapi(const clang::FunctionDecl *Function) {
    return reaches(Function, &BodyFacts::ChangesMapi);
  }

  /// The functions that \p Function calls itself, the catalogue's left out.
  llvm::ArrayRef<const clang::FunctionDecl *>
  callees(const clang::FunctionDecl *Function) {
    return factsOf(Function).Callees;
  }

  /// Whether \p Function is the standard library's own business: a method of
  /// one of its classes, or a function without a lambda or class of the user's
  /// among its template arguments.
  static bool isLibraryInternal(const clang::FunctionDecl *Function);

  /// Whether what a call of \p Function does can matter: it reaches the
  /// catalogue, or is given something that holds an object of MAPI's.
  bool matters(const clang::FunctionDecl *Function);

  /// Whether objects of the class hold something of MAPI's, or its functions
  /// reach the catalogue.
  bool mattersAsClass(const clang::CXXRecordDecl &Class);

  /// Whether objects of the class hold memory of MAPI's.
  bool holdsBlock(const clang::CXXRecordDecl &Class) const;

  /// Whether a value of \p Type is, points to or holds a COM interface.
  bool carriesInterface(clang::QualType Type, unsigned Depth = 0);

  /// Whether \p E is a pointer to a function that is known.
  bool isKnownPointer(const clang::Expr *E) {
    return E->getType()->isFunctionPointerType() &&
           Pointers.targetOf(E, Context).has_value();
  }

  const Catalogue &catalogue() const { return Entries; }

  /// The name of the COM interface that \p Type points to, or is a smart
  /// pointer to; empty if it is neither.
  llvm::StringRef interfaceName(clang::QualType Type) const;

  /// The structure of MAPI's that \p Type points to, or null.
  const BlockEntry *blockEntry(clang::QualType Type) const;

  /// \returns the catalogue's entry of a function, or null.
  const CallEntry *entryOf(const clang::FunctionDecl *Callee);

  /// What is wrong with the user's entries that do not fit the functions that
  /// they name, with file, line and column; once.
  std::vector<std::string> takeMisfits() { return std::exchange(Misfits, {}); }

private:
  ResolvedCall resolveIncomplete(const clang::Expr *Callee,
                                 llvm::ArrayRef<const clang::Expr *> Arguments);
  /// The entry of C's `p->lpVtbl->M(p)`, or null.
  const CallEntry *vtableEntry(const clang::CallExpr *Call);
  /// Finds what a call through a pointer calls.
  void resolvePointer(const clang::CallExpr *Call, ResolvedCall &Result);
  const CallEntry *lookUp(const clang::FunctionDecl *Callee) const;
  /// The entry that a macro in front of the arguments is named as, which leads
  /// to a function of the project's: `#define MAPIFreeBuffer loadedFreeBuffer`.
  const CallEntry *entryOfMacro(const clang::CallExpr *Call,
                                const clang::FunctionDecl &Callee) const;
  bool fits(const CallEntry &Entry, const clang::FunctionDecl &Function);

  /// What a function's own body says.
  struct BodyFacts {
    bool MentionsCatalogue = false;
    bool ChangesLevels = false;
    bool ChangesMapi = false;
    bool CallsElsewhere = false;
    std::vector<const clang::FunctionDecl *> Callees;
  };
  /// Whether \p Call frees an object of MAPI's, which nothing frees.
  bool freesInterface(const ResolvedCall &Call) const;
  const BodyFacts &factsOf(const clang::FunctionDecl *Function);
  bool reaches(const clang::FunctionDecl *Function, bool BodyFacts::*What);

  const Catalogue &Entries;
  clang::ASTContext &Context;
  bool CallsThrow;
  OtherFiles *Others = nullptr;
  std::map<std::string, clang::QualType, std::less<>> Thrown;
  FunctionPointers Pointers;
  llvm::DenseMap<const clang::FunctionDecl *, const CallEntry *> Known;
  llvm::SmallPtrSet<const CallEntry *, 4> Misfitting;
  std::vector<std::string> Misfits;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<BodyFacts>> Facts;
  /// The answers of reaches, for each of the facts.
  llvm::DenseMap<const clang::FunctionDecl *, bool> Reaching[4];
  llvm::DenseMap<const clang::RecordDecl *, bool> Carrying;
  llvm::DenseMap<const clang::RecordDecl *, bool> Ending;
};

/// The name of a function in a file of summaries: qualified, with the types of
/// its parameters.
std::string summaryName(const clang::FunctionDecl &Function);

/// The name of a function in all files of a project, a USR; empty if it has
/// none.
std::string nameAcrossFiles(const clang::FunctionDecl &Function);

/// Whether \p Type is HRESULT or SCODE.
bool isStatusType(clang::QualType Type);

/// Whether \p Type is for yes and no: bool, or Windows's typedef for it.
bool isAnswerType(clang::QualType Type);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_CALLRESOLVER_H
