//===- ClassAnalysis.cpp - What a class does wrong by itself --------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/ClassAnalysis.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

/// Goes through the steps of a summary, and knows the variables of the function
/// that hold what the wanted member holds.
class StepSearch {
public:
  using Predicate = function_ref<bool(const Step &, const StepSearch &)>;

  explicit StepSearch(const Place &Member) : Names{Member} {}
  explicit StepSearch(std::vector<Place> Names) : Names(std::move(Names)) {}

  bool names(const Place &At) const { return is_contained(Names, At); }

  bool any(const CallEntry &In, Predicate Wanted) {
    return any_of(In.Outcomes,
                  [&](const Outcome &Way) { return any(Way.Steps, Wanted); });
  }

private:
  bool any(ArrayRef<Step> Steps, Predicate Wanted) {
    for (const Step &Each : Steps) {
      if (Each.Is != Step::Kind::Operation) {
        if (any(Each.Then, Wanted) || any(Each.Else, Wanted))
          return true;
        continue;
      }
      if (Each.Does == OperationKind::Copy && names(Each.Source))
        Names.push_back(Each.Target);
      if (Wanted(Each, *this))
        return true;
    }
    return false;
  }

  std::vector<Place> Names;
};

bool givesBack(const Step &Each, const StepSearch &Member) {
  if (Each.Does == OperationKind::Release)
    return Member.names(Each.Target);
  if (Each.Does == OperationKind::GiveAway)
    return Member.names(Each.Source);
  if (Each.Does == OperationKind::OpenToOthers)
    return Member.names(Each.Target);
  if (Each.Does == OperationKind::Copy)
    return Member.names(Each.Source) &&
           Each.Target.From != Place::Root::Local &&
           Each.Target.From != Place::Root::This;
  return Each.Does == OperationKind::Call &&
         any_of(Each.Entry->Releases, [&](const GiveBack &Back) {
           return Member.names(Each.at(Back.What));
         });
}

bool logsOff(const Step &Each) {
  return Each.Does == OperationKind::Call && Each.Entry->LogsOff;
}

bool cancels(const Step &Each) {
  return Each.Does == OperationKind::Call && Each.Entry->Cancels;
}

/// What one function does with a member: whether it gives back what was there
/// before, and whether it leaves something new in it.
class MemberUse {
public:
  explicit MemberUse(const Place &Member) : Member(Member) {}

  /// Whether a user can have the member given back by calling the function. One
  /// that opens it anew is no closer, nor is one that cleans up after itself.
  bool closes(const CallEntry &Function) {
    bool Closes = false;
    bool ClosesInVain = false;
    for (const Outcome &Way : Function.Outcomes) {
      Now = {{Member}, {}, false, false};
      run(Way.Steps);
      if (Escapes)
        return true;
      if (Now.GivenBack && !Now.Opened)
        (Way.Result.Signs == Value::Negative ? ClosesInVain : Closes) = true;
    }
    return Closes || (ClosesInVain && !Opens);
  }

private:
  struct State {
    std::vector<Place> Old; ///< what holds what was there before
    std::vector<Place> New; ///< what holds something that was opened since
    bool GivenBack = false;
    bool Opened = false; ///< it holds something new
  };

  void run(ArrayRef<Step> Steps) {
    for (const Step &Each : Steps)
      if (Each.Is == Step::Kind::If)
        part(Each);
      else if (Each.Is == Step::Kind::Operation)
        run(Each);
  }
  /// One of two ways: a user may choose it.
  void part(const Step &Test) {
    const State Before = Now;
    run(Test.Then);
    const State Then = std::exchange(Now, Before);
    run(Test.Else);
    Now.GivenBack |= Then.GivenBack;
    Now.Opened &= Then.Opened;
    append_range(Now.Old, Then.Old);
    append_range(Now.New, Then.New);
  }
  void run(const Step &Each) {
    StepSearch Held(Now.Old);
    if (givesBack(Each, Held)) {
      Now.GivenBack = true;
      Escapes |= Each.Does != OperationKind::Call &&
                 Each.Does != OperationKind::Release;
    }
    if (Each.Does == OperationKind::Call)
      for (const Acquisition &How : Each.Entry->Acquires)
        acquire(Each.at(How.Into));
    if (Each.Does != OperationKind::Copy)
      return;
    if (is_contained(Now.Old, Each.Source))
      Now.Old.push_back(Each.Target);
    if (Each.Target == Member && is_contained(Now.New, Each.Source))
      acquire(Member);
  }
  void acquire(const Place &Into) {
    Now.New.push_back(Into);
    if (Into != Member)
      return;
    Opens = Now.Opened = true;
    erase(Now.Old, Member);
  }

  Place Member;
  State Now;
  bool Opens = false;   ///< some way leaves something new in it
  bool Escapes = false; ///< somebody else gets it
};

class OwnFaults {
public:
  explicit OwnFaults(const ClassMachine &Machine) : Machine(Machine) {}

  bool isOwn(const Finding &Found) const;

private:
  const MachinePart *partOf(const std::optional<unsigned> &Operation) const {
    return Operation ? Machine.partOf(*Operation) : nullptr;
  }
  /// Whether some function gives back what the member holds, other than those
  /// that log off and the destructor.
  bool hasOwnCloser(const Place &Member) const {
    return any_of(Machine.Parts, [&](const MachinePart &Part) {
      return !Part.isDestructor() &&
             StepSearch(Member).any(*Part.Summary, givesBack) &&
             !StepSearch(Member).any(*Part.Summary,
                                     [](const Step &Each, const StepSearch &) {
                                       return logsOff(Each);
                                     });
    });
  }
  /// Whether some function has a step that is wanted; the search knows which
  /// variables hold what \p Member holds.
  bool anyStep(const Place &Member, StepSearch::Predicate Wanted) const {
    return any_of(Machine.Parts, [&](const MachinePart &Part) {
      return StepSearch(Member).any(*Part.Summary, Wanted);
    });
  }
  bool anyStep(function_ref<bool(const Step &)> Wanted) const {
    return anyStep(Place(), [Wanted](const Step &Each, const StepSearch &) {
      return Wanted(Each);
    });
  }
  /// Whether a function other than the constructors takes the library up, or
  /// one other than the destructor takes it down: then a user has a say.
  bool isLeftToUsers(InitLevel Level) const {
    return any_of(Machine.Parts, [&](const MachinePart &Part) {
      return StepSearch(Place()).any(*Part.Summary, [&](const Step &Each,
                                                        const StepSearch &) {
        if (Each.Does == OperationKind::UnknownLevels)
          return true;
        return Each.Does == OperationKind::Call &&
               ((Each.Entry->Uninitialises == Level && !Part.isDestructor()) ||
                (Each.Entry->Initialises == Level && !Part.isConstructor() &&
                 undoes(Level)));
      });
    });
  }
  bool undoes(InitLevel Level) const {
    return anyStep([Level](const Step &Each) {
      return Each.Does == OperationKind::Call &&
             Each.Entry->Uninitialises == Level;
    });
  }
  /// Whether the destructor gives back what the member holds, or a function
  /// does so for whoever calls it.
  bool isClosed(const Place &Member) const {
    auto Closes = [&Member](const MachinePart &Part) {
      return Part.isDestructor()
                 ? StepSearch(Member).any(*Part.Summary, givesBack)
                 : MemberUse(Member).closes(*Part.Summary);
    };
    return any_of(Machine.Parts, Closes) || any_of(Machine.Hidden, Closes);
  }
  /// Whether it is about a session, of which a call after Logoff tells.
  bool isSession(const Finding &Found) const {
    return any_of(Machine.Graph.Blocks, [&](const Block &B) {
      return any_of(B.Operations, [&](const Operation &Op) {
        return Op.Index == Found.AcquiredBy && Op.Entry &&
               any_of(Op.Entry->Acquires, [](const Acquisition &How) {
                 return How.Kind == ResourceKind::Session;
               });
      });
    });
  }
  /// Whether the damage is that \p In sets the member to null, and does not
  /// open it anew: it could have given back what is in it.
  bool forgets(const Finding &Found, const MachinePart &In) const {
    auto AnyOperation = [&](function_ref<bool(const Operation &)> Is) {
      return any_of(Machine.Graph.Blocks,
                    [Is](const Block &B) { return any_of(B.Operations, Is); });
    };
    auto Opens = [&](const Operation &Op) {
      return Op.Entry && Machine.partOf(Op.Index) == &In &&
             any_of(Op.Entry->Acquires, [&](const Acquisition &How) {
               const PathId Into = Op.at(How.Into).Path;
               return Into.isKnown() &&
                      Machine.Graph.placeOf(Into) == Found.Subject;
             });
    };
    auto Forgets = [&](const Operation &Op) {
      return Op.Index == Found.AtOperation && Op.Kind == OperationKind::Set &&
             Op.Constant.Signs == Value::Zero;
    };
    return AnyOperation(Forgets) && !AnyOperation(Opens);
  }
  /// Whether the member is out of the reach of others.
  bool isPrivate(const Place &Member) const;
  bool hasDestructor() const {
    return any_of(Machine.Parts, [](const MachinePart &Part) {
      return Part.isDestructor() && Part.Function->isUserProvided();
    });
  }
  /// Whether others may get at the member itself.
  bool addressLeaves(const Place &Member) const {
    return anyStep(Member, [](const Step &Each, const StepSearch &Search) {
      return Each.Does == OperationKind::TakeAddress &&
             Search.names(Each.Source);
    });
  }
  /// Whether some function hands out what the member holds.
  bool leaves(const Place &Member) const {
    return anyStep(Member, [](const Step &Each, const StepSearch &Search) {
      return (Each.Does == OperationKind::Copy ||
              Each.Does == OperationKind::TakeAddress) &&
             Search.names(Each.Source) &&
             Each.Target.From != Place::Root::Local &&
             Each.Target.From != Place::Root::This;
    });
  }

  const ClassMachine &Machine;
};

} // namespace

static const FieldDecl *findField(const CXXRecordDecl *Class, StringRef Name) {
  for (const FieldDecl *Field : Class->fields())
    if (Field->getName() == Name)
      return Field;
  for (const CXXBaseSpecifier &Base : Class->bases())
    if (const CXXRecordDecl *Inner = Base.getType()->getAsCXXRecordDecl())
      if (const FieldDecl *Field = findField(Inner, Name))
        return Field;
  return nullptr;
}

/// Whether no class can derive from \p Class: no other file sees it, and none
/// beside it does.
static bool isLastOfItsKind(const CXXRecordDecl &Class) {
  if (Class.isEffectivelyFinal())
    return true;
  const SourceManager &Sources = Class.getASTContext().getSourceManager();
  if (!Sources.isWrittenInMainFile(
          Sources.getExpansionLoc(Class.getLocation())))
    return false;
  return none_of(Class.getDeclContext()->decls(), [&](const Decl *Beside) {
    const auto *Other = dyn_cast<CXXRecordDecl>(Beside);
    return Other && Other->hasDefinition() && Other->isDerivedFrom(&Class);
  });
}

bool OwnFaults::isPrivate(const Place &Member) const {
  if (Member.From != Place::Root::This || Member.Fields.empty())
    return false;
  const FieldDecl *Field = findField(Machine.Class, Member.Fields.front());
  if (!Field || !Machine.isInSight(*Field))
    return false;
  return Field->getAccess() == AS_private ||
         (Field->getAccess() == AS_protected &&
          isLastOfItsKind(*Machine.Class));
}

bool OwnFaults::isOwn(const Finding &Found) const {
  const MachinePart *Damage = partOf(Found.AtOperation);
  const MachinePart *Source = partOf(Found.AcquiredBy);
  bool InDestructor = Damage && Damage->isDestructor();
  // A constructor that throws leaves nobody to clean up.
  if (Found.Thrown)
    return true;
  switch (Found.Broken) {
  case Rule::LiveAtLogoff:
    return isPrivate(Found.Subject) && !hasOwnCloser(Found.Subject) &&
           !addressLeaves(Found.Subject);
  case Rule::InterfaceLost:
  case Rule::BufferLost:
    if (Damage && forgets(Found, *Damage))
      return isPrivate(Found.Subject) && !leaves(Found.Subject) &&
             !addressLeaves(Found.Subject);
    // The class never gives it back, not even if it is asked to; if it logs
    // off, that is where the object is still open.
    return !Damage && hasDestructor() && isPrivate(Found.Subject) &&
           !leaves(Found.Subject) && !isClosed(Found.Subject) &&
           (Found.Broken == Rule::BufferLost || !anyStep(logsOff));
  case Rule::SessionLost:
  case Rule::SessionNeverReleased:
    return !Found.Reacquired && hasDestructor() && isPrivate(Found.Subject) &&
           !hasOwnCloser(Found.Subject) && !leaves(Found.Subject) &&
           (Found.Broken == Rule::SessionNeverReleased || !anyStep(logsOff));
  case Rule::ReleasedWithoutLogoff:
    return isPrivate(Found.Subject) && !leaves(Found.Subject) &&
           !anyStep(logsOff);
  case Rule::MissingUnadvise:
    return isPrivate(Found.Subject) && !anyStep(cancels);
  case Rule::ReleasedTwice:
  case Rule::UsedAfterRelease:
    // Whatever its users do, the destructor runs, or what ends the object.
    return (InDestructor || (Damage && Damage->DeletesThis)) &&
           isPrivate(Found.Subject) && !isSession(Found) &&
           !leaves(Found.Subject) && !addressLeaves(Found.Subject);
  case Rule::InitLeftUp:
    return !Machine.LevelsDoubtful && Found.Level && hasDestructor() &&
           !isLeftToUsers(*Found.Level);
  case Rule::UninitialiseAfterFailure:
  case Rule::OleAfterMapi:
  case Rule::UtilitiesBeforeMapi:
  case Rule::UninitialiseAfterFastShutdown:
    return !Machine.LevelsDoubtful && InDestructor;
  case Rule::ReleaseAfterUninitialise:
    return !Machine.LevelsDoubtful && InDestructor && Source;
  case Rule::SessionHeldAtUninitialise:
    return InDestructor && isPrivate(Found.Subject) &&
           !hasOwnCloser(Found.Subject);
  default:
    return false;
  }
}

void dropUsersFaults(const ClassMachine &Machine,
                     std::vector<Finding> &Findings,
                     function_ref<bool(InitLevel)> UndoneByOthers) {
  erase_if(Findings, [&, Judge = OwnFaults(Machine)](const Finding &Found) {
    return !Judge.isOwn(Found) || (Found.Broken == Rule::InitLeftUp &&
                                   Found.Level && UndoneByOthers(*Found.Level));
  });
}

} // namespace mapitidy
