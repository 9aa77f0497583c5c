//===- LambdaLowering.cpp - What lambdas capture --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

void ExpressionLowering::lowerCaptures(const LambdaExpr &Lambda) {
  for (auto [Capture, Init] : zip(Lambda.captures(), Lambda.capture_inits())) {
    if (!Capture.capturesVariable())
      continue;
    const auto *Captured = cast<ValueDecl>(Capture.getCapturedVar());
    if (Lambda.isInitCapture(&Capture))
      lowerInitCapture(cast<VarDecl>(Captured));
    else if (const FieldDecl *Copy =
                 copyOf(*Lambda.getLambdaClass(), *Captured))
      assign(Paths.ownCopy(Copy), Init, Capture.getLocation());
  }
}

void ExpressionLowering::lowerInitCapture(const VarDecl *Captured) {
  const Expr *Init = Captured->getInit();
  if (!Init)
    return;
  SourceLocation At = Captured->getLocation();
  if (Captured->getType()->isReferenceType()) {
    if (PathId Named = Paths.lvalue(strip(Init)); Named != NoPath)
      Paths.bind(Captured, Named);
    return;
  }
  PathId Path = Paths.ownVariable(Captured);
  initialise(Path, Init, At);
}

/// Whether some step does more with the captured variable than look at it.
static bool changesCaptured(ArrayRef<Step> Steps, const ValueDecl *Variable) {
  auto Names = [Variable](const Place &At) {
    return At.From == Place::Root::Captured && At.Declared == Variable;
  };
  return any_of(Steps, [&](const Step &Each) {
    if (Each.Is != Step::Kind::Operation)
      return changesCaptured(Each.Then, Variable) ||
             changesCaptured(Each.Else, Variable);
    return Names(Each.Target) || Names(Each.Source) ||
           Names(Each.Receiver.At) ||
           any_of(Each.Arguments,
                  [&](const PlaceArgument &Given) { return Names(Given.At); });
  });
}

static bool changesCaptured(const CallEntry &Entry, const CXXRecordDecl &Lambda,
                            const ValueDecl *Variable) {
  if (const FieldDecl *Copy = copyOf(Lambda, *Variable))
    Variable = Copy;
  return any_of(Entry.Outcomes, [Variable](const Outcome &Way) {
    return changesCaptured(Way.Steps, Variable);
  });
}

/// Adds the members that steps name of the object that the lambda was made in.
static void collectOfThis(ArrayRef<Step> Steps, std::vector<Place> &Into) {
  auto Add = [&](const Place &At) {
    if (At.From == Place::Root::Captured && !At.Declared &&
        !At.Fields.empty() && !is_contained(Into, At))
      Into.push_back(At);
  };
  for (const Step &Each : Steps) {
    Add(Each.Target);
    Add(Each.Source);
    Add(Each.Receiver.At);
    for (const PlaceArgument &Given : Each.Arguments)
      Add(Given.At);
    collectOfThis(Each.Then, Into);
    collectOfThis(Each.Else, Into);
  }
}

/// The lambda may change members of this function's object at any time.
void ExpressionLowering::escapeThis(const CalleeKnowledge &Known,
                                    SourceLocation At) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (!Method || !Method->isInstance())
    return;
  const PathId This = Paths.thisPointer(Method->getThisType());
  if (Known.Is == CalleeKnowledge::Kind::Opaque)
    return openObject({Argument::Mode::ByValue, This, 0}, At);
  std::vector<Place> Members;
  for (const Outcome &Way : Known.Entry->Outcomes)
    collectOfThis(Way.Steps, Members);
  for (const Place &Member : Members)
    emit(OperationKind::OpenToOthers, At).Target =
        Paths.descend(This, Member.Fields);
}

void ExpressionLowering::escape(const CXXRecordDecl *Lambda) {
  // Without a summary the lambda may do anything to what it captures; with
  // one, only what it names matters.
  CalleeKnowledge Known = Summaries.of(*Lambda->getLambdaCallOperator());
  if (Known.Is == CalleeKnowledge::Kind::Unknown)
    return;
  for (const LambdaCapture &Capture : Lambda->captures()) {
    if (Capture.capturesThis())
      escapeThis(Known, Lambda->getLocation());
    if (!Capture.capturesVariable())
      continue;
    if (Known.Is == CalleeKnowledge::Kind::Summary &&
        !changesCaptured(*Known.Entry, *Lambda,
                         cast<ValueDecl>(Capture.getCapturedVar())))
      continue;
    const auto *Captured = cast<ValueDecl>(Capture.getCapturedVar());
    // A copy is the lambda's own.
    if (const FieldDecl *Copy = copyOf(*Lambda, *Captured)) {
      emit(OperationKind::GiveAway, Lambda->getLocation()).Source =
          Paths.ownCopy(Copy);
      continue;
    }
    PathId Path = Paths.variable(Captured);
    // It is another function's, which must know.
    if (Paths[Path].Where == Storage::Outside)
      emit(OperationKind::OpenToOthers, Lambda->getLocation()).Target = Path;
    Paths[Path].Shared = true;
    SharedPaths.push_back(Path);
  }
}

} // namespace mapitidy
