//===- ClassLowering.cpp - A class as one machine -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ClassLowering.h"
#include "capture/ExpressionLowering.h"
#include "capture/SummaryReplay.h"
#include "model/GraphVerifier.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

const MachinePart *ClassMachine::partOf(unsigned Operation) const {
  auto It = find_if(Parts, [Operation](const MachinePart &Part) {
    return Part.FirstOperation <= Operation && Operation < Part.EndOfOperations;
  });
  return It == Parts.end() ? nullptr : &*It;
}

bool ClassMachine::isInSight(const FieldDecl &Member) const {
  const auto *Of = dyn_cast<CXXRecordDecl>(Member.getParent());
  return !Doubtful.contains(&Member) &&
         !(Of && Unseen.contains(Of->getCanonicalDecl()));
}

namespace {

/// What a function names that is not followed: members of its own object and of
/// others, and whether it hands an object on.
class NameFinder : public RecursiveASTVisitor<NameFinder> {
public:
  SmallPtrSet<const FieldDecl *, 8> Members;
  SmallVector<const CXXMethodDecl *, 4> Called;
  bool HandsOn = false;
  bool DeletesThis = false;

  bool VisitCXXDeleteExpr(CXXDeleteExpr *Delete) {
    DeletesThis |=
        isa<CXXThisExpr>(Delete->getArgument()->IgnoreParenImpCasts());
    return true;
  }
  bool VisitMemberExpr(MemberExpr *E) {
    if (const auto *Field = dyn_cast<FieldDecl>(E->getMemberDecl()))
      Members.insert(Field);
    if (const auto *Method = dyn_cast<CXXMethodDecl>(E->getMemberDecl()))
      Called.push_back(Method);
    // `this->` is no object that is handed on.
    const auto *This =
        dyn_cast<CXXThisExpr>(E->getBase()->IgnoreParenImpCasts());
    Looked += This && !This->isImplicit();
    return true;
  }
  bool VisitCXXThisExpr(CXXThisExpr *E) {
    Named += !E->isImplicit();
    HandsOn = Named > Looked;
    return true;
  }

private:
  unsigned Named = 0, Looked = 0;
};

} // namespace

/// LLVM's versions ask for a class's type in different ways; its functions know
/// it in all of them.
static QualType typeOf(const CXXRecordDecl &Class) {
  for (const CXXMethodDecl *Function : Class.methods())
    if (Function->isInstance())
      return Function->getThisType()->getPointeeType().getUnqualifiedType();
  return {};
}

static bool isCopy(const CXXMethodDecl &Function) {
  const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function);
  return (Constructor && Constructor->isCopyOrMoveConstructor()) ||
         Function.isCopyAssignmentOperator() ||
         Function.isMoveAssignmentOperator();
}

namespace {

class ClassLowering {
public:
  ClassLowering(const CXXRecordDecl &Class, CallResolver &Resolver,
                SummarySource &Summaries)
      : Class(Class), Summaries(Summaries),
        Builder(Machine.Graph, Summaries.limits()),
        Paths(Machine.Graph, nullptr, Resolver) {}

  std::optional<ClassMachine> run();

private:
  /// \returns false if the class has something that is not known.
  bool collect(const CXXRecordDecl &From);
  bool collect(const CXXMethodDecl &Function);
  bool collectElsewhere(const CXXMethodDecl &Function);
  bool isJudgedElsewhere();
  bool endsNothing(const CXXRecordDecl &Of);
  void add(const MachinePart &Part);
  void show(ArrayRef<Step> Steps);
  /// Notes what \p Function may do that is not followed.
  void doubt(const CXXMethodDecl &Function);
  void doubtNamed(const CXXMethodDecl &Function);
  /// Somebody unknown may do anything to the members of \p Part.
  void doubtAll(const CXXRecordDecl &Part) {
    Machine.Unseen.insert(Part.getCanonicalDecl());
    Machine.LevelsDoubtful = true;
  }
  /// \p Caught is where an exception goes on with the object intact.
  void replay(MachinePart &Part, BlockId Caught);
  void replayAll(bool (*Wanted)(const MachinePart &), BlockId From, BlockId To);

  /// What members have before any function runs, if no constructor sets them.
  void initialiseMembers();

  SourcePlace place(SourceLocation At) const {
    return Class.getASTContext()
        .getSourceManager()
        .getFileLoc(At)
        .getRawEncoding();
  }

  const CXXRecordDecl &Class;
  SummarySource &Summaries;
  ClassMachine Machine;
  GraphBuilder Builder;
  PathTable Paths;
  PathId Object = NoPath;
  std::vector<std::pair<SourcePlace, SourcePlace>> Bodies;
  SmallPtrSet<const CXXRecordDecl *, 8> Collected;
  SmallPtrSet<const CXXMethodDecl *, 16> Called; ///< by functions of the class
};

} // namespace

/// Whether a static function that is not seen may get at an object by what it
/// is given: a pointer or reference to one, or what anything can be packed
/// into.
static bool mayGetObject(const CXXMethodDecl &Function) {
  return any_of(Function.parameters(), [&](const ParmVarDecl *Parameter) {
    const QualType Type = Parameter->getType();
    const QualType To = Type->getPointeeType();
    if (To.isNull())
      return Type->isIntegerType() &&
             Function.getASTContext().getTypeSize(Type) >=
                 Function.getASTContext().getTypeSize(
                     Function.getASTContext().VoidPtrTy);
    const CXXRecordDecl *Class = To->getAsCXXRecordDecl();
    return To->isVoidType() ||
           (Class && (Class->getCanonicalDecl() ==
                          Function.getParent()->getCanonicalDecl() ||
                      !Class->hasDefinition() ||
                      Function.getParent()->isDerivedFrom(Class)));
  });
}

/// Whether a function that is not seen looks at its object, and hands out
/// nothing of it.
static bool looksOnly(const CXXMethodDecl &Function) {
  auto TakesPointer = [](const ParmVarDecl *Parameter) {
    const QualType To = Parameter->getType()->getPointeeType();
    return !To.isNull() && To->isPointerType() && !To.isConstQualified();
  };
  const QualType Result = Function.getReturnType();
  return Function.isConst() &&
         (Result->isVoidType() || Result->isIntegralOrEnumerationType()) &&
         none_of(Function.parameters(), TakesPointer);
}

/// Adds the members that \p Function and the functions that it calls name.
void ClassLowering::doubtNamed(const CXXMethodDecl &Function) {
  SmallVector<const CXXMethodDecl *, 4> Work{&Function};
  SmallPtrSet<const CXXMethodDecl *, 8> Seen;
  while (!Work.empty()) {
    const CXXMethodDecl *Next = Work.pop_back_val();
    if (!Seen.insert(Next->getCanonicalDecl()).second)
      continue;
    const FunctionDecl *Definition = nullptr;
    Stmt *Body = Next->getBody(Definition);
    if (!Body) {
      if (!looksOnly(*Next))
        Machine.Unseen.insert(Next->getParent()->getCanonicalDecl());
      continue;
    }
    NameFinder Names;
    Names.TraverseStmt(Body);
    Machine.Doubtful.insert(Names.Members.begin(), Names.Members.end());
    if (Names.HandsOn)
      Machine.Unseen.insert(Class.getCanonicalDecl());
    for (const CXXMethodDecl *Called : Names.Called)
      if (Class.getCanonicalDecl() == Called->getParent()->getCanonicalDecl() ||
          Class.isDerivedFrom(Called->getParent()))
        Work.push_back(Called);
  }
}

void ClassLowering::doubt(const CXXMethodDecl &Function) {
  Machine.LevelsDoubtful = true;
  if (Function.hasBody())
    return doubtNamed(Function);
  // What only looks neither gives back nor stores anything.
  if (Function.isStatic() ? mayGetObject(Function) : !looksOnly(Function))
    Machine.Unseen.insert(Function.getParent()->getCanonicalDecl());
}

static bool doesNothing(const CalleeKnowledge &Known) {
  if (Known.Is != CalleeKnowledge::Kind::Summary)
    return Known.Is == CalleeKnowledge::Kind::Unknown;
  return all_of(Known.Entry->Outcomes,
                [](const Outcome &Way) { return Way.Steps.empty(); });
}

/// Whether what the destructors of the members and bases of \p Of do has
/// nothing to do with MAPI. Clang makes a body for an implicit destructor only
/// where an object ends.
bool ClassLowering::endsNothing(const CXXRecordDecl &Of) {
  auto IsHarmless = [this](QualType Type) {
    const auto *Part = Type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    if (!Part)
      return true;
    Part = Part->getDefinition();
    const CXXDestructorDecl *Destructor =
        Part ? Part->getDestructor() : nullptr;
    if (!Part || Part->hasTrivialDestructor())
      return Part != nullptr;
    if (Destructor && Destructor->hasBody())
      return doesNothing(Summaries.of(*Destructor));
    return Destructor && !Destructor->isUserProvided() && endsNothing(*Part);
  };
  return all_of(Of.bases(),
                [&](const CXXBaseSpecifier &Base) {
                  return IsHarmless(Base.getType());
                }) &&
         all_of(Of.fields(), [&](const FieldDecl *Field) {
           return IsHarmless(Field->getType());
         });
}

bool ClassLowering::collect(const CXXMethodDecl &Function) {
  if (Function.isDeleted() || Function.isPureVirtual())
    return true;
  if (Function.isStatic()) {
    if (Summaries.of(Function).Is != CalleeKnowledge::Kind::Unknown ||
        !Function.hasBody())
      doubt(Function);
    return true;
  }
  // Private and without a body is how C++98 said `= delete`.
  if (isCopy(Function))
    return !Function.isUserProvided() ||
           (!Function.hasBody() && Function.getAccess() == AS_private);
  const FunctionDecl *Definition = nullptr;
  const Stmt *Body = Function.getBody(Definition);
  if (!Body && collectElsewhere(Function))
    return true;
  if (!Body && isa<CXXConstructorDecl, CXXDestructorDecl>(Function))
    return (Function.isImplicit() || Function.isDefaulted()) &&
           (!isa<CXXDestructorDecl>(Function) || Function.isTrivial() ||
            endsNothing(*Function.getParent()));
  if (!Body) {
    doubt(Function);
    return true;
  }
  Bodies.push_back({place(Body->getBeginLoc()), place(Body->getEndLoc())});
  NameFinder Names;
  Names.TraverseStmt(const_cast<Stmt *>(Body));
  for (const CXXMethodDecl *Other : Names.Called)
    Called.insert(Other->getCanonicalDecl());
  CalleeKnowledge Known = Summaries.of(Function);
  if (Known.Is == CalleeKnowledge::Kind::Unknown)
    return true; // it has nothing to do with MAPI
  if (Known.Is == CalleeKnowledge::Kind::Opaque) {
    doubt(*cast<CXXMethodDecl>(Definition));
    return !isa<CXXConstructorDecl, CXXDestructorDecl>(Function);
  }
  MachinePart Part;
  Part.Function = cast<CXXMethodDecl>(Definition);
  Part.Summary = Known.Entry;
  Part.DeletesThis = Names.DeletesThis;
  add(Part);
  return true;
}

/// A function whose body is in another file; whether something is known of it.
bool ClassLowering::collectElsewhere(const CXXMethodDecl &Function) {
  const CalleeKnowledge Known = Summaries.of(Function);
  if (Known.Is != CalleeKnowledge::Kind::Summary)
    return false;
  MachinePart Part;
  Part.Function = &Function;
  Part.Summary = Known.Entry;
  for (const Outcome &Way : Known.Entry->Outcomes)
    show(Way.Steps);
  // Other functions there may call a private one.
  if (Function.getAccess() == AS_private)
    Called.insert(Function.getCanonicalDecl());
  add(Part);
  return true;
}

/// Findings in a body that is not here stand where its steps do, too.
void ClassLowering::show(ArrayRef<Step> Steps) {
  for (const Step &Each : Steps) {
    if (!Each.Inside.empty())
      Bodies.push_back({Each.Inside.front(), Each.Inside.front()});
    show(Each.Then);
    show(Each.Else);
  }
}

void ClassLowering::add(const MachinePart &Part) {
  // Others can be called through these only, or by a base class.
  const bool Open = Part.Function->getAccess() == AS_public ||
                    Part.isConstructor() || Part.isDestructor() ||
                    Part.Function->size_overridden_methods() != 0;
  (Open ? Machine.Parts : Machine.Hidden).push_back(Part);
}

bool ClassLowering::collect(const CXXRecordDecl &From) {
  if (!Collected.insert(&From).second)
    return true; // a base in several ways
  // What base classes do that is not seen they do to their own members.
  const bool IsBase = &From != &Class;
  if (From.hasFriends()) {
    if (!IsBase)
      return false;
    doubtAll(From);
  }
  for (const CXXMethodDecl *Function : From.methods()) {
    if (IsBase && isa<CXXConstructorDecl, CXXDestructorDecl>(Function)) {
      if (!Function->hasBody() && !Function->isImplicit())
        doubt(*Function);
      continue; // run by the class's own
    }
    if (IsBase && isCopy(*Function))
      continue;
    if (!collect(*Function))
      return false;
  }
  for (const Decl *Each : From.decls()) {
    if (isa<FunctionTemplateDecl>(Each)) {
      if (!IsBase)
        return false;
      doubtAll(From);
    }
    // An inner class gets at the members of the outer one.
    if (const auto *Inner = dyn_cast<CXXRecordDecl>(Each))
      for (const CXXMethodDecl *Function : Inner->methods())
        if (Function->hasBody())
          doubtNamed(*Function);
  }
  for (const CXXBaseSpecifier &Base : From.bases()) {
    const CXXRecordDecl *Inner = Base.getType()->getAsCXXRecordDecl();
    Inner = Inner ? Inner->getDefinition() : nullptr;
    if (!Inner || (Inner->getNumBases() + Inner->getNumVBases() < 64 &&
                   !Inner->isEmpty() && !collect(*Inner)))
      return false;
  }
  return true;
}

void ClassLowering::replay(MachinePart &Part, BlockId Caught) {
  Part.FirstOperation = Machine.Graph.OperationCount;
  Bindings Given;
  Given.This = {ArgumentMode::ByAddress, Object, 0};
  Given.Arguments.resize(Part.Function->getNumParams());
  Given.At = place(Part.Function->getLocation());
  Given.Shown = Bodies;
  // A constructor that throws leaves no object.
  if (!Part.isConstructor())
    Given.Unwind = [this, Caught](StringRef) {
      Builder.jump(Builder.currentBlock(), Caught);
    };
  QualType Returned = Part.Function->getReturnType();
  if (!Returned->isVoidType())
    Given.Result = Paths.temporary(Returned);
  SummaryReplay(Builder, Paths, *Part.Summary, std::move(Given)).run();
  Part.EndOfOperations = Machine.Graph.OperationCount;
}

/// One of the wanted functions runs on the way from \p From to \p To.
void ClassLowering::replayAll(bool (*Wanted)(const MachinePart &), BlockId From,
                              BlockId To) {
  bool Any = false;
  for (MachinePart &Part : Machine.Parts) {
    if (!Wanted(Part))
      continue;
    if (Summaries.isTimeUp())
      Builder.giveUp(SummarySource::TimeIsUp);
    if (!Builder.problem().empty())
      return;
    Any = true;
    BlockId First = Builder.addBlock();
    Builder.jump(From, First);
    Edge &Out = Machine.Graph.Blocks[From].Edges.back();
    Out.Assumption = Part.Function->getQualifiedNameAsString() + " is called";
    Out.Place = place(Part.Function->getLocation());
    Builder.startBlock(First);
    replay(Part, To);
    if (Part.DeletesThis)
      Builder.emit(OperationKind::LeaveProcess,
                   place(Part.Function->getLocation()));
    else
      Builder.jump(Builder.currentBlock(), To);
  }
  if (!Any) {
    Builder.jump(From, To);
    Machine.Graph.Blocks[From].Edges.back().Assumption = "";
  }
}

/// Of the files that have functions of the class, the one with its destructor
/// judges it.
bool ClassLowering::isJudgedElsewhere() {
  const CXXDestructorDecl *Destructor = Class.getDestructor();
  return Destructor && Destructor->isUserProvided() && !Destructor->hasBody() &&
         Summaries.of(*Destructor).Is == CalleeKnowledge::Kind::Summary;
}

void ClassLowering::initialiseMembers() {
  if (Class.hasUserDeclaredConstructor())
    return;
  for (const FieldDecl *Field : Class.fields())
    if (const Expr *Init = Field->getInClassInitializer())
      if (std::optional<int64_t> Known =
              constantValue(strip(Init), Class.getASTContext()))
        Builder.set(Paths.member(Object, Field->getName()),
                    Value::ofConstant(*Known), place(Field->getLocation()));
}

std::optional<ClassMachine> ClassLowering::run() {
  FlowGraph &Graph = Machine.Graph;
  auto IsHelper = [this](const MachinePart &Part) {
    return Part.Function->getAccess() == AS_private &&
           Called.contains(Part.Function->getCanonicalDecl());
  };
  if (isJudgedElsewhere())
    return std::nullopt;
  // What destructors of virtual bases do is in no summary.
  if (Class.getNumVBases() != 0 || !collect(Class) || Machine.Parts.empty())
    return std::nullopt;
  erase_if(Machine.Hidden, IsHelper);
  Machine.Class = &Class;
  Graph.IsClass = true;
  Graph.Function = Class.getQualifiedNameAsString();
  Object = Paths.object(typeOf(Class));
  BlockId Entry = Builder.addBlock();
  BlockId Ready = Builder.addBlock();
  BlockId Ending = Builder.addBlock();
  Graph.Entry = Entry;
  Graph.Exit = Builder.addBlock();
  Builder.setUnwindTarget(Graph.Exit);
  Builder.startBlock(Entry);
  initialiseMembers();
  replayAll([](const MachinePart &Part) { return Part.isConstructor(); }, Entry,
            Ready);
  replayAll(
      [](const MachinePart &Part) {
        return !Part.isConstructor() && !Part.isDestructor();
      },
      Ready, Ready);
  replayAll([](const MachinePart &Part) { return Part.isDestructor(); }, Ready,
            Ending);
  const CXXDestructorDecl *Destructor = Class.getDestructor();
  const Stmt *Body = Destructor ? Destructor->getBody() : nullptr;
  Graph.ClosingBrace =
      place(Body && !Destructor->isImplicit() ? Body->getEndLoc()
                                              : Class.getLocation());
  Builder.startBlock(Ending);
  Builder.emit(OperationKind::EndOfLife, Graph.ClosingBrace).Target = Object;
  Builder.jump(Ending, Graph.Exit);
  Machine.WhyNot = Builder.problem().str();
  if (Machine.WhyNot.empty())
    if (Error Problem = verify(Graph))
      Machine.WhyNot = toString(std::move(Problem));
  return std::move(Machine);
}

std::optional<ClassMachine> lowerClass(const CXXRecordDecl &Class,
                                       CallResolver &Resolver,
                                       SummarySource &Summaries) {
  return ClassLowering(Class, Resolver, Summaries).run();
}

} // namespace mapitidy
