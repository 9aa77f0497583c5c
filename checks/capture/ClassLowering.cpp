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
};

} // namespace

bool ClassLowering::collect(const CXXMethodDecl &Function) {
  if (Function.isDeleted() || Function.isPureVirtual())
    return true;
  if (Function.isStatic()) // it may do anything to any object
    return Summaries.of(Function).Is == CalleeKnowledge::Kind::Unknown;
  // Private and without a body is how C++98 said `= delete`.
  if (isCopy(Function))
    return !Function.isUserProvided() ||
           (!Function.hasBody() && Function.getAccess() == AS_private);
  const FunctionDecl *Definition = nullptr;
  const Stmt *Body = Function.getBody(Definition);
  if (!Body)
    return (Function.isImplicit() || Function.isDefaulted()) &&
           (!isa<CXXDestructorDecl>(Function) || Function.isTrivial());
  Bodies.push_back({place(Body->getBeginLoc()), place(Body->getEndLoc())});
  CalleeKnowledge Known = Summaries.of(Function);
  if (Known.Is == CalleeKnowledge::Kind::Unknown)
    return true; // it has nothing to do with MAPI
  if (Known.Is == CalleeKnowledge::Kind::Opaque)
    return false;
  MachinePart Part;
  Part.Function = cast<CXXMethodDecl>(Definition);
  Part.Summary = Known.Entry;
  // Others can be called through these only.
  if (Function.getAccess() == AS_public || Part.isConstructor() ||
      Part.isDestructor())
    Machine.Parts.push_back(Part);
  return true;
}

bool ClassLowering::collect(const CXXRecordDecl &From) {
  if (!Collected.insert(&From).second)
    return true; // a base in several ways
  if (From.hasFriends())
    return false;
  for (const CXXMethodDecl *Function : From.methods())
    if (!(&From != &Class && isa<CXXConstructorDecl, CXXDestructorDecl>(
                                 Function)) && // run by the class's own
        !collect(*Function))
      return false;
  for (const Decl *Each : From.decls())
    if (isa<FunctionTemplateDecl>(Each))
      return false;
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
    Builder.jump(Builder.currentBlock(), To);
  }
  if (!Any) {
    Builder.jump(From, To);
    Machine.Graph.Blocks[From].Edges.back().Assumption = "";
  }
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
  if (!collect(Class) || Machine.Parts.empty())
    return std::nullopt;
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
