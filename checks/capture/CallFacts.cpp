//===- CallFacts.cpp - What functions do, seen from afar ------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Which functions and classes have to do with the catalogue at all, by whom
/// they call: the part of CallResolver that looks through bodies.
///
//===----------------------------------------------------------------------===//

#include "capture/CallResolver.h"
#include "capture/SmartPointers.h"
#include "capture/StandardHolders.h"
#include "catalogue/ProjectFile.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

/// Collects what a body calls, itself or through its objects' constructors and
/// destructors. The bodies of lambdas are functions of their own.
class CalleeFinder : public RecursiveASTVisitor<CalleeFinder> {
public:
  std::vector<const CallExpr *> Calls;
  std::vector<const RecoveryExpr *> Recovered; ///< may be calls
  std::vector<const FunctionDecl *> Others;

  bool shouldVisitImplicitCode() const { return true; }
  bool shouldWalkTypesOfTypeLocs() const { return false; }
  bool TraverseLambdaExpr(LambdaExpr *Lambda) {
    Others.push_back(Lambda->getCallOperator());
    return true;
  }
  bool VisitCallExpr(CallExpr *Call) {
    Calls.push_back(Call);
    return true;
  }
  bool VisitRecoveryExpr(RecoveryExpr *E) {
    if (!E->subExpressions().empty())
      Recovered.push_back(E);
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) {
    Others.push_back(Construct->getConstructor());
    return true;
  }
  bool VisitVarDecl(VarDecl *Variable) {
    noteDestructor(Variable->getType());
    return true;
  }
  bool VisitCXXDeleteExpr(CXXDeleteExpr *Delete) {
    noteDestructor(Delete->getDestroyedType());
    return true;
  }
  void noteDestructor(QualType Type) {
    const CXXRecordDecl *Class =
        Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
    if (Class && Class->hasDefinition())
      if (const CXXDestructorDecl *Destructor = Class->getDestructor())
        Others.push_back(Destructor);
  }
};

} // namespace

/// The classes among the template arguments of \p Function and of the classes
/// that it is a member of, the standard library's left out.
static SmallVector<const CXXRecordDecl *, 2>
classArguments(const FunctionDecl *Function) {
  SmallVector<const CXXRecordDecl *, 2> Result;
  auto Add = [&](const TemplateArgumentList &List) {
    for (const TemplateArgument &Argument : List.asArray())
      if (Argument.getKind() == TemplateArgument::Type)
        if (const CXXRecordDecl *Class =
                Argument.getAsType()->getAsCXXRecordDecl();
            Class && !Class->isInStdNamespace())
          Result.push_back(Class);
  };
  if (const TemplateArgumentList *Own =
          Function->getTemplateSpecializationArgs())
    Add(*Own);
  for (const DeclContext *Scope = Function->getDeclContext();
       !Scope->isFileContext(); Scope = Scope->getParent())
    if (const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(Scope))
      Add(Class->getTemplateArgs());
  return Result;
}

static bool isInStandardLibrary(const FunctionDecl *Function) {
  const DeclContext *Scope = Function->getDeclContext();
  while (!Scope->isFileContext() ||
         (Scope->getParent() && !Scope->getParent()->isTranslationUnit()))
    Scope = Scope->getParent();
  return Scope->isStdNamespace();
}

bool CallResolver::isLibraryInternal(const FunctionDecl *Function) {
  // What its classes keep, they keep out of sight.
  return isInStandardLibrary(Function) &&
         (isa<CXXMethodDecl>(Function) || classArguments(Function).empty());
}

bool CallResolver::freesInterface(const ResolvedCall &Call) const {
  return any_of(Call.Entry->Releases, [&](const GiveBack &Back) {
    if (Back.What.Index < 0 ||
        unsigned(Back.What.Index) >= Call.Arguments.size() ||
        !Call.Arguments[Back.What.Index])
      return false;
    const Expr *Freed = Call.Arguments[Back.What.Index]->IgnoreParenCasts();
    const InterfaceEntry *Known =
        Entries.findInterface(interfaceName(Freed->getType()));
    return Known && Known->Scope != InterfaceScope::Foreign;
  });
}

const CallResolver::BodyFacts &
CallResolver::factsOf(const FunctionDecl *Function) {
  std::unique_ptr<BodyFacts> &Known = Facts[Function->getCanonicalDecl()];
  if (Known)
    return *Known;
  Known = std::make_unique<BodyFacts>();
  BodyFacts &Result = *Known;
  const FunctionDecl *Definition = nullptr;
  Stmt *Body = Function->getBody(Definition);
  CalleeFinder Finder;
  if (isLibraryInternal(Function)) {
    // It may destroy or call what it keeps.
    for (const CXXRecordDecl *Kept : classArguments(Function)) {
      if (Kept->isLambda())
        Finder.Others.push_back(Kept->getLambdaCallOperator());
      else if (Kept->hasDefinition() && Kept->getDestructor())
        Finder.Others.push_back(Kept->getDestructor());
    }
    Result.Callees = std::move(Finder.Others);
    return Result;
  }
  if (!Body) {
    Result.CallsElsewhere = !nameElsewhere(*Function).empty();
    return Result;
  }
  Finder.TraverseStmt(Body);
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Definition))
    for (const CXXCtorInitializer *Each : Constructor->inits())
      Finder.TraverseStmt(Each->getInit());
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(Definition)) {
    for (const FieldDecl *Field : Destructor->getParent()->fields())
      Finder.noteDestructor(Field->getType());
    for (const CXXBaseSpecifier &Base : Destructor->getParent()->bases())
      Finder.noteDestructor(Base.getType());
  }
  Result.Callees = std::move(Finder.Others);
  auto Note = [&](const ResolvedCall &Resolved) {
    const CallEntry *Entry = Resolved.Entry;
    if (!Entry && Resolved.Callee)
      Result.Callees.push_back(Resolved.Callee);
    if (!Entry || Entry->StartsThread ||
        (Entry->isIncidental() && !freesInterface(Resolved)))
      return;
    Result.MentionsCatalogue = true;
    Result.ChangesMapi |= Entry->Initialises == InitLevel::Mapi ||
                          Entry->Uninitialises == InitLevel::Mapi;
    Result.ChangesLevels |= Entry->Initialises || Entry->Uninitialises ||
                            Entry->LogsOff || Entry->FastShutdown;
  };
  for (const CallExpr *Call : Finder.Calls)
    Note(resolve(Call));
  for (const RecoveryExpr *E : Finder.Recovered)
    Note(resolveIncomplete(E->subExpressions().front(), {}));
  return Result;
}

OtherFiles::~OtherFiles() = default;

/// Whether the body of \p Function can be in another file of the project.
static bool canBeElsewhere(const FunctionDecl &Function) {
  return !Function.hasBody() && !Function.isImplicit() &&
         !Function.isDefaulted() && !Function.isDeleted() &&
         !Function.isPureVirtual() && !Function.isDependentContext() &&
         !Function.getBuiltinID() && Function.isExternallyVisible() &&
         !Function.getASTContext().getSourceManager().isInSystemHeader(
             Function.getLocation());
}

const CallEntry *
CallResolver::summaryElsewhere(const FunctionDecl &Function) const {
  return Others && canBeElsewhere(Function) ? Others->summaryOf(Function)
                                            : nullptr;
}

std::string CallResolver::nameElsewhere(const FunctionDecl &Function) const {
  if (!Others || !Others->keepsCalls() || !canBeElsewhere(Function))
    return "";
  return nameAcrossFiles(Function);
}

/// Whether the classes that have \p Method of their own are the project's: what
/// Windows declares, others may implement.
static bool isOwnVirtual(const CXXMethodDecl &Method) {
  auto IsOwn = [](const CXXMethodDecl &Each) {
    return Each.isExternallyVisible() && !Each.isDependentContext() &&
           !Each.getASTContext().getSourceManager().isInSystemHeader(
               Each.getLocation());
  };
  return IsOwn(Method) &&
         all_of(Method.overridden_methods(),
                [](const CXXMethodDecl *Base) { return isOwnVirtual(*Base); });
}

const CallEntry *
CallResolver::summaryOfChosen(const CXXMethodDecl &Method) const {
  return Others && isOwnVirtual(Method) ? Others->summaryOfChosen(Method)
                                        : nullptr;
}

std::string CallResolver::nameOfChosen(const CXXMethodDecl &Method) const {
  if (!Others || !Others->keepsCalls() || !isOwnVirtual(Method))
    return "";
  return chosenName(nameAcrossFiles(Method));
}

std::string CallResolver::nameOfGlobal(const ValueDecl &Variable) const {
  SmallString<128> Name;
  const auto *Static = dyn_cast<VarDecl>(&Variable);
  const bool IsOwn =
      !Variable.isExternallyVisible() || (Static && Static->isStaticLocal());
  if (!IsOwn || !Others || !Others->keepsCalls() ||
      index::generateUSRForDecl(&Variable, Name))
    return Variable.getQualifiedNameAsString();
  // A dot would begin a member.
  std::replace(Name.begin(), Name.end(), '.', ',');
  return Name.str().str();
}

std::string nameAcrossFiles(const FunctionDecl &Function) {
  SmallString<128> Name;
  return index::generateUSRForDecl(&Function, Name) ? "" : Name.str().str();
}

bool CallResolver::endsLevels(const CXXRecordDecl &Class) {
  const CXXRecordDecl *Known = Class.getDefinition();
  if (!Known || Known->isInStdNamespace() || Known->isDependentType())
    return false;
  auto [It, Inserted] = Ending.try_emplace(Known, false);
  if (!Inserted)
    return It->second;
  auto Ends = [this](QualType Type) {
    const CXXRecordDecl *Inner = Type->getAsCXXRecordDecl();
    return Inner && endsLevels(*Inner);
  };
  const CXXDestructorDecl *Destructor = Known->getDestructor();
  bool Result =
      (Destructor && Destructor->isUserProvided() &&
       changesLevels(Destructor)) ||
      any_of(Known->fields(),
             [&](const FieldDecl *Field) { return Ends(Field->getType()); }) ||
      any_of(Known->bases(), [&](const CXXBaseSpecifier &Base) {
        return Ends(Base.getType());
      });
  return Ending[Known] = Result;
}

bool CallResolver::reaches(const FunctionDecl *Function,
                           bool BodyFacts::*What) {
  auto &Known = Reaching[What == &BodyFacts::CallsElsewhere  ? 3
                         : What == &BodyFacts::ChangesMapi   ? 2
                         : What == &BodyFacts::ChangesLevels ? 1
                                                             : 0];
  Function = Function->getCanonicalDecl();
  if (auto It = Known.find(Function); It != Known.end())
    return It->second;
  // If nothing that can be reached does, no function on the way does either.
  SmallVector<const FunctionDecl *, 16> Seen{Function};
  DenseMap<const FunctionDecl *, bool> IsSeen{{Function, true}};
  for (size_t I = 0; I < Seen.size(); ++I) {
    auto It = Known.find(Seen[I]);
    const BodyFacts &Facts = factsOf(Seen[I]);
    if ((It != Known.end() && It->second) || Facts.*What ||
        givenSummary(*Seen[I]) || summaryElsewhere(*Seen[I]))
      return Known[Function] = true;
    if (It == Known.end())
      for (const FunctionDecl *Callee : Facts.Callees)
        if (Callee = Callee->getCanonicalDecl();
            IsSeen.try_emplace(Callee, true).second)
          Seen.push_back(Callee);
  }
  for (const FunctionDecl *Each : Seen)
    Known[Each] = false;
  return false;
}

bool CallResolver::carriesInterface(QualType Type, unsigned Depth) {
  constexpr unsigned DeepestMember = 4;
  if (Type.isNull() || Depth > DeepestMember)
    return false;
  Type = Type.getNonReferenceType();
  if (!interfaceName(Type).empty())
    return true;
  if (const auto Holder = standardHolder(Type))
    return any_of(Holder->Parts, [&](QualType Part) {
      return carriesInterface(Part, Depth + 1);
    });
  if (const QualType Element = containedType(Type); !Element.isNull())
    return carriesInterface(Element, Depth + 1);
  if (Type->isPointerType())
    return carriesInterface(Type->getPointeeType(), Depth + 1);
  const RecordDecl *Record = Type->getAsRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record || Record->isDependentContext())
    return false;
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  if (Class && Class->isLambda() &&
      reachesCatalogue(Class->getLambdaCallOperator()))
    return true;
  auto [It, Inserted] = Carrying.try_emplace(Record, false);
  if (!Inserted)
    return It->second;
  bool Result = any_of(Record->fields(), [&](const FieldDecl *Field) {
    return carriesInterface(Field->getType(), Depth + 1);
  });
  if (Class && !Result)
    Result = any_of(Class->bases(), [&](const CXXBaseSpecifier &Base) {
      return carriesInterface(Base.getType(), Depth + 1);
    });
  return Carrying[Record] = Result;
}

bool CallResolver::mayThrow(const FunctionDecl *Callee) const {
  if (!CallsThrow || !Callee)
    return CallsThrow;
  const auto *Type = Callee->getType()->getAs<FunctionProtoType>();
  return !Callee->isExternC() && !Callee->hasAttr<NoThrowAttr>() &&
         !(Type && Type->canThrow() == CT_Cannot);
}

std::string CallResolver::nameThrown(QualType Type) {
  if (Type.isNull())
    return "";
  Type = Type.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  std::string Name = Type.getAsString(Context.getPrintingPolicy());
  Thrown[Name] = Type;
  return Name;
}

QualType CallResolver::thrownType(StringRef Name) const {
  auto It = Thrown.find(Name);
  return It == Thrown.end() ? QualType() : It->second;
}

bool CallResolver::mattersAsClass(const CXXRecordDecl &Class) {
  return any_of(Class.methods(), [this](const CXXMethodDecl *Method) {
    return Method->hasBody() && reachesCatalogue(Method);
  });
}

/// Whether the class is about the outcome of a call: it holds a status or an
/// answer, and next to nothing besides.
static bool holdsAnswer(const CXXRecordDecl &Class) {
  constexpr unsigned MostFields = 4;
  if (Class.isInStdNamespace() || Class.getNumBases() != 0)
    return false;
  unsigned Fields = 0;
  bool Answers = false;
  for (const FieldDecl *Field : Class.fields()) {
    Answers |=
        Field->getType()->isBooleanType() || isStatusType(Field->getType());
    if (++Fields > MostFields ||
        !Field->getType()->isIntegralOrEnumerationType())
      return false;
  }
  return Answers;
}

/// Whether objects of the class hold a block of MAPI's, or a place for one.
bool CallResolver::holdsBlock(const CXXRecordDecl &Class) const {
  return any_of(Class.fields(), [this](const FieldDecl *Field) {
    QualType Type = Field->getType();
    if (!Type->isPointerType())
      return false;
    while (Type->getPointeeType()->isPointerType())
      Type = Type->getPointeeType();
    return blockEntry(Type) != nullptr;
  });
}

bool CallResolver::matters(const FunctionDecl *Function) {
  if (isLibraryInternal(Function))
    return false;
  if (reachesCatalogue(Function))
    return true;
  if (!Function->hasBody())
    return false;
  if (Function->isNoReturn())
    return true; // it ends the process, or it throws
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Function);
      Method && Method->isInstance() &&
      (carriesInterface(Method->getThisType()) ||
       holdsBlock(*Method->getParent()) || holdsAnswer(*Method->getParent()) ||
       mattersAsClass(*Method->getParent())))
    return true;
  return carriesInterface(Function->getReturnType()) ||
         any_of(Function->parameters(), [this](const ParmVarDecl *Parameter) {
           return isStatusType(Parameter->getType()) ||
                  blockEntry(Parameter->getType()) ||
                  carriesInterface(Parameter->getType());
         });
}

} // namespace mapitidy
