//===- SummaryReplay.cpp - A called function's steps ----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/SummaryReplay.h"
#include "catalogue/SummaryQueries.h"
#include "clang/AST/ASTContext.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// The number that \p At makes of \p From.
Argument SummaryReplay::calculate(const Argument &From, const Place &At) {
  if (From.How == ArgumentMode::Constant) {
    const Value Result = Value::ofConstant(From.Constant).after(At.Calculated);
    if (Result.exact())
      return {ArgumentMode::Constant, NoPath, *Result.exact()};
    return {};
  }
  if (From.How != ArgumentMode::ByValue || !From.Path.isKnown() ||
      Paths[From.Path].Shared)
    return {};
  return {ArgumentMode::ByValue,
          Paths.calculated(From.Path, At.Calculated, Paths.type(From.Path)), 0};
}

/// A variable around the function; of a reference, the pointer that it is
/// behind the scenes.
Argument SummaryReplay::outside(const Place &At) {
  const PathId Path = Paths.outside(At);
  const auto *Declared = static_cast<const ValueDecl *>(At.Declared);
  if (!Path.isKnown() || !Declared || !Declared->getType()->isReferenceType())
    return {ArgumentMode::ByValue, Path, 0};
  if (Paths[Path].Field == Place::Dereference)
    return {ArgumentMode::ByValue, Paths[Path].Base, 0};
  return {ArgumentMode::ByAddress, Path, 0};
}

/// A member of something without a name, as an element of a row set.
Argument SummaryReplay::inUnnamed() {
  if (Unnamed == NoPath)
    Unnamed = Paths.temporary(QualType());
  return {ArgumentMode::Other, NoPath, 0, Unnamed};
}

Argument SummaryReplay::resolve(const Place &At) {
  if (At.Calculated.empty())
    return resolveNamed(At);
  return calculate(resolveNamed(At), At);
}

Argument SummaryReplay::resolveNamed(const Place &At) {
  Argument Root;
  switch (At.From) {
  case Place::Root::None:
    return {};
  case Place::Root::This:
    Root = Given.This;
    break;
  case Place::Root::Parameter:
    if (At.Index < Given.Arguments.size())
      Root = Given.Arguments[At.Index];
    break;
  case Place::Root::Result:
    Root = {ArgumentMode::ByValue, Given.Result, 0};
    break;
  case Place::Root::Global:
  case Place::Root::Captured:
    Root = outside(At);
    break;
  case Place::Root::Literal:
    return {ArgumentMode::ByValue, Paths.literal(At.Name), 0};
  case Place::Root::Local: {
    auto [It, Inserted] = Locals.try_emplace({At.Index, At.Name}, NoPath);
    if (Inserted)
      It->second = Paths.foreignLocal(At.Name, At.IsObject);
    Root = {ArgumentMode::ByValue, It->second, 0};
  }
  }
  // The caller has no such thing: the function returns nothing, or the global
  // variable is not declared here.
  if (Root.How == ArgumentMode::ByValue && !Root.Path.isKnown())
    return {};
  ArrayRef<std::string> Fields = At.Fields;
  if (Fields.empty())
    return Root;
  if (!Root.Path.isKnown())
    return Root.How == ArgumentMode::ByAddress ? inUnnamed() : Argument();
  if (Root.How == ArgumentMode::ByAddress && Fields[0] == Place::Dereference)
    Fields = Fields.drop_front();
  return {ArgumentMode::ByValue, Paths.descend(Root.Path, Fields), 0};
}

/// Of a variable of another file it is known only now that it is no pointer.
static Place addressed(Place At) {
  At.IsObject |= At.From == Place::Root::Global && At.Fields.empty();
  return At;
}

PathId SummaryReplay::path(const Place &At) {
  Argument Found = resolve(At);
  return Found.How == ArgumentMode::ByValue ? Found.Path : NoPath;
}

Argument SummaryReplay::argument(const PlaceArgument &From) {
  if (From.How == ArgumentMode::Constant)
    return {ArgumentMode::Constant, NoPath, From.Constant};
  if (From.How == ArgumentMode::Other)
    return {};
  if (From.How == ArgumentMode::ByValue)
    return resolve(From.At);
  const Argument Found = resolve(addressed(From.At));
  if (Found.How == ArgumentMode::ByValue)
    return {ArgumentMode::ByAddress, Found.Path, 0};
  return {};
}

bool SummaryReplay::isShown(SourcePlace At) const {
  return any_of(Given.Shown, [At](const auto &Body) {
    return Body.first <= At && At <= Body.second;
  });
}

CallChain SummaryReplay::wayTo(const CallChain &Inside) const {
  CallChain Result = Given.Way;
  Result.append(Inside);
  return Result;
}

Operation &SummaryReplay::emit(OperationKind Kind, const Step &From) {
  Operation &Result = Builder.emit(Kind, Given.At);
  Result.Implicit = From.Implicit || Given.Implicit;
  Result.Assumed |= From.Assumed;
  CallChain Inside = wayTo(From.Inside);
  while (!Inside.empty() && isShown(Inside.front())) {
    Result.Place = Inside.front();
    Inside.erase(Inside.begin());
  }
  Result.Inside = std::move(Inside);
  return Result;
}

void SummaryReplay::replayCall(const Step &Call) {
  assert(Call.Entry && "a step's call is linked when it is read");
  Argument Receiver = argument(Call.Receiver);
  SmallVector<Argument, 6> Arguments;
  for (const PlaceArgument &From : Call.Arguments)
    Arguments.push_back(argument(From));
  PathId Target = path(Call.Target);
  if (Target == NoPath)
    Target = Paths.temporary(QualType());
  Operation &Op = emit(OperationKind::Call, Call);
  Op.Entry = Call.Entry;
  Op.Receiver = Receiver;
  Op.Arguments = std::move(Arguments);
  Op.Ends = Call.Ends;
  Op.Target = Target;
  if (Call.Entry->Initialises || !Call.Entry->Acquires.empty())
    Statuses.insert(Target);
  Paths.noteAsked(Op);
  Paths.learnFrom(Op);
}

/// A function whose body is in another file. Where its summary is not known,
/// the steps behind it that are assumed stand for it.
void SummaryReplay::replayInvocation(const Step &Call) {
  constexpr unsigned Deepest = 24;
  IsKnown = Call.Entry && Depth < Deepest;
  Argument Receiver = argument(Call.Receiver);
  SmallVector<Argument, 6> Arguments;
  for (const PlaceArgument &From : Call.Arguments)
    Arguments.push_back(argument(From));
  const PathId Target = path(Call.Target);
  if (!IsKnown) {
    Operation &Op = emit(OperationKind::Invoke, Call);
    Op.Function = Call.Call;
    Op.Receiver = Receiver;
    Op.Arguments = std::move(Arguments);
    Op.Target = Target;
    return;
  }
  Bindings Inner;
  Inner.This = Receiver;
  Inner.Arguments = std::move(Arguments);
  Inner.Result = Target;
  Inner.At = Given.At;
  Inner.Shown = Given.Shown;
  Inner.Way = wayTo(Call.Inside);
  Inner.Implicit = Given.Implicit || Call.Implicit;
  Inner.Unwind = [this](StringRef Thrown) { leaveByException(Thrown, {}); };
  SummaryReplay Replay(Builder, Paths, *Call.Entry, std::move(Inner),
                       Depth + 1);
  Replay.run();
  Unfollowed.insert(Replay.Unfollowed.begin(), Replay.Unfollowed.end());
  Statuses.insert(Replay.Statuses.begin(), Replay.Statuses.end());
}

void SummaryReplay::takeAddress(PathId Pointer, PathId To, const Step &From) {
  Operation &Take = emit(OperationKind::TakeAddress, From);
  Take.Target = Pointer;
  Take.Source = To;
  Paths.pointTo(Pointer, To);
}

void SummaryReplay::replayCopy(const Step &Copy) {
  PathId Target = path(Copy.Target);
  Argument Source = resolve(Copy.Source);
  if (Target == NoPath) {
    // Into an array's element or the like: it has a second owner now.
    if (Copy.Target.isKnown() && Source.How == ArgumentMode::ByValue &&
        Source.Path != NoPath && Paths[Source.Path].Pointer)
      emit(OperationKind::GiveAway, Copy).Source = Source.Path;
    return;
  }
  bool Known = Source.Path != NoPath;
  if (Known && Source.How == ArgumentMode::ByAddress)
    return takeAddress(Target, Source.Path, Copy);
  if (const PathId To = Known ? Paths.pointsTo(Source.Path) : NoPath;
      To != NoPath)
    return takeAddress(Target, To, Copy);
  OperationKind Kind = Source.How == ArgumentMode::Constant ? OperationKind::Set
                       : Known ? OperationKind::Copy
                               : OperationKind::Forget;
  Operation &Op = emit(Kind, Copy);
  Op.Target = Target;
  Op.Source = Source.Path;
  Op.Constant = Value::ofConstant(Source.Constant);
}

void SummaryReplay::replayGiveAway(const Step &Each) {
  const Argument Given = resolve(Each.Source);
  // Something without a name, as an element of a row set, or what it owns.
  const bool IsUnnamed =
      Given.How == ArgumentMode::ByAddress
          ? Given.Path == NoPath
          : Given.Within != NoPath &&
                Paths[Given.Within].Where == Storage::Temporary;
  if (IsUnnamed)
    emit(OperationKind::EmptyBlock, Each).Target = NoPath;
  else if (Given.How == ArgumentMode::ByAddress)
    emit(OperationKind::OpenToOthers, Each).Target = Given.Path;
  else if (Given.How == ArgumentMode::ByValue && Given.Path != NoPath)
    emit(OperationKind::GiveAway, Each).Source = Given.Path;
}

void SummaryReplay::replayOperation(const Step &Each) {
  switch (Each.Does) {
  case OperationKind::Call:
    return replayCall(Each);
  case OperationKind::Invoke:
    return replayInvocation(Each);
  case OperationKind::UnknownLevels:
  case OperationKind::UnknownCall:
  case OperationKind::LeaveProcess:
    emit(Each.Does, Each);
    return;
  case OperationKind::EmptyBlock:
    emit(Each.Does, Each).Target = path(Each.Target);
    return;
  case OperationKind::GiveAway:
    return replayGiveAway(Each);
  case OperationKind::AddReference:
    if (PathId Source = path(Each.Source); Source != NoPath)
      emit(Each.Does, Each).Source = Source;
    return;
  case OperationKind::TakeAddress:
    if (PathId Pointer = path(Each.Target), To = path(addressed(Each.Source));
        Pointer != NoPath && To != NoPath)
      takeAddress(Pointer, To, Each);
    return;
  case OperationKind::Copy:
    return replayCopy(Each);
  case OperationKind::Combine:
    if (PathId Target = path(Each.Target); Target != NoPath) {
      Paths.learnNumber(Target);
      const bool Known = Paths[Target].Number;
      Operation &Op =
          emit(Known ? OperationKind::Combine : OperationKind::Forget, Each);
      Op.Target = Target;
      Op.With = Each.With;
      if (Known)
        Op.Constant = Each.Constant;
    }
    return;
  case OperationKind::Set:
  case OperationKind::Constrain:
  case OperationKind::Test:
  case OperationKind::Derive:
  case OperationKind::Forget:
  case OperationKind::Declare:
  case OperationKind::OpenToOthers:
  case OperationKind::Release:
  case OperationKind::Lend:
  case OperationKind::Insert:
  case OperationKind::PointInto:
  case OperationKind::Dereference:
  case OperationKind::EndOfLife:
  case OperationKind::Return:
  case OperationKind::Throw:
    if (PathId Target = path(Each.Target); Target != NoPath) {
      Operation &Op = emit(Each.Does, Each);
      Op.Target = Target;
      Op.Constant = Each.Constant;
      // What becomes of the result, the outcomes tell.
      if (Each.Target.From != Place::Root::Local &&
          Each.Target.From != Place::Root::Result &&
          (Each.Does == OperationKind::OpenToOthers ||
           Each.Does == OperationKind::Forget))
        Unfollowed.insert(Target);
    }
  }
}

/// What the caller would ask for itself.
Condition SummaryReplay::conditionOn(PathId Path, const Comparison &Is) {
  Condition Result{Path, Is};
  if (Is.isToldBySign() || Paths[Path].Shared)
    return Result;
  Result.Says = !Is.Negated;
  Result.Answer = Paths.answer(Path, Is);
  return Result;
}

/// What the test asks of the caller's paths.
Edge SummaryReplay::edgeOf(const Step &Test) {
  Edge Result;
  Argument Tested = resolve(Test.Target);
  if (Tested.How != ArgumentMode::ByValue || Tested.Path == NoPath)
    return Result;
  Argument Other = resolve(Test.Source);
  if (!Test.Source.isKnown())
    Result.When = conditionOn(Tested.Path, Test.When);
  else if (Other.How == ArgumentMode::Constant)
    Result.When = {
        Tested.Path,
        {Comparison::Operator::Equal, Other.Constant, Test.When.Negated}};
  else if (Other.How == ArgumentMode::ByValue && Other.Path != NoPath)
    Result.Pointers = {Tested.Path, Other.Path, !Test.When.Negated};
  return Result;
}

/// Whether the test holds, if the caller's places tell.
std::optional<bool> SummaryReplay::answer(const Step &Test) {
  const Argument Tested = resolve(Test.Target);
  if (Test.Source.isKnown()) {
    // Two objects of the caller's are one or are not.
    const Argument Other = resolve(Test.Source);
    if (Tested.How != ArgumentMode::ByAddress || Tested.Path == NoPath ||
        Other.How != ArgumentMode::ByAddress || Other.Path == NoPath)
      return std::nullopt;
    return (Tested.Path == Other.Path) != Test.When.Negated;
  }
  if (Tested.How == ArgumentMode::Constant) // f(p, /*release=*/false)
    return Test.When.refine(Value::ofConstant(Tested.Constant)).Signs != 0;
  if (Tested.How == ArgumentMode::ByAddress)
    return Test.When.refine(Value::ofSigns(Value::Positive)).Signs != 0;
  return std::nullopt;
}

void SummaryReplay::replayTest(const Step &Test) {
  if (const std::optional<bool> Holds = answer(Test)) {
    if (Test.Is == Step::Kind::If)
      replay(*Holds ? Test.Then : Test.Else);
    else if (!*Holds)
      Builder.emit(OperationKind::LeaveProcess, Given.At);
    return;
  }
  Edge Holding = edgeOf(Test);
  Edge Failing = Holding;
  Failing.When = Holding.When.negated();
  if (Failing.Pointers)
    Failing.Pointers->Equal = !Failing.Pointers->Equal;
  BlockId From = Builder.currentBlock();
  Builder.graph().Blocks[From].BranchPlace = Given.At;
  BlockId Then = Builder.addBlock();
  Builder.jump(From, Then, Holding);
  Builder.startBlock(Then);
  if (Test.Is == Step::Kind::Assume)
    return;
  const bool WasKnown = IsKnown;
  replay(Test.Then);
  IsKnown = WasKnown;
  BlockId EndOfThen = Builder.currentBlock();
  BlockId Else = Builder.addBlock();
  Builder.jump(From, Else, Failing);
  Builder.startBlock(Else);
  replay(Test.Else);
  BlockId EndOfElse = Builder.currentBlock();
  BlockId Join = Builder.addBlock();
  Builder.jump(EndOfThen, Join);
  Builder.jump(EndOfElse, Join);
  Builder.startBlock(Join);
}

void SummaryReplay::replay(ArrayRef<Step> Steps) {
  for (const Step &Each : Steps) {
    if (!Builder.problem().empty())
      return;
    if (Each.Assumed && IsKnown)
      continue;
    if (Each.Is == Step::Kind::Operation)
      replayOperation(Each);
    else
      replayTest(Each);
  }
}

void SummaryReplay::endLocals() {
  for (auto &[Key, Path] : Locals)
    Builder.emit(OperationKind::EndOfLife, Given.At).Target = Path;
}

void SummaryReplay::leaveByException(StringRef Thrown, const CallChain &From) {
  endLocals();
  if (Given.Unwind)
    return Given.Unwind(Thrown);
  Step Throw;
  Throw.Inside = From;
  emit(OperationKind::Throw, Throw).Thrown = Thrown.str();
  Builder.jump(Builder.currentBlock(), Builder.unwindTarget());
}

void SummaryReplay::replay(const Outcome &Way) {
  IsKnown = false;
  replay(Way.Steps);
  if (Way.Throws) {
    leaveByException(Way.Thrown, Way.ThrownAt);
  } else if (Given.Result != NoPath && !Way.Result.isAnything()) {
    Operation &Constrain = Builder.emit(OperationKind::Constrain, Given.At);
    Constrain.Target = Given.Result;
    Constrain.Constant = Way.Result;
  }
}

/// A function changes its copy of an argument, not its caller's variable.
void SummaryReplay::protectArguments() {
  for (unsigned I = 0; I < Given.Arguments.size(); ++I) {
    Argument &Passed = Given.Arguments[I];
    if (Passed.How != ArgumentMode::ByValue || Passed.Path == NoPath ||
        !assignsParameter(Entry, I))
      continue;
    PathId Path = Paths.temporary(Paths.type(Passed.Path));
    Builder.copy(Path, Passed.Path, Given.At);
    Passed.Path = Path;
    Locals[{std::numeric_limits<unsigned>::max(), std::to_string(I)}] = Path;
  }
}

void SummaryReplay::noteUntoldResult() {
  if (Given.Result == NoPath || Paths[Given.Result].Status)
    return; // a status says by itself how it went
  const QualType Type = Paths.type(Given.Result);
  const bool IsObject = !Type.isNull() && Type->isRecordType();
  if (leavesResultOpen(Entry, IsObject))
    Unfollowed.insert(Given.Result);
}

void SummaryReplay::run() {
  protectArguments();
  noteUntoldResult();
  if (Given.Result != NoPath && projection(Entry) == nullptr)
    Builder.emit(OperationKind::Forget, Given.At).Target = Given.Result;
  if (Entry.Outcomes.empty()) {
    Builder.emit(OperationKind::LeaveProcess, Given.At);
    return;
  }
  if (Entry.Outcomes.size() == 1 && !Entry.Outcomes[0].Throws) {
    replay(Entry.Outcomes[0]);
    return endLocals();
  }
  BlockId From = Builder.currentBlock();
  Builder.graph().Blocks[From].BranchPlace = Given.At;
  BlockId Join = Builder.addBlock();
  for (const Outcome &Way : Entry.Outcomes) {
    BlockId First = Builder.addBlock();
    Builder.jump(From, First);
    Builder.graph().Blocks[From].Edges.back().Assumption = describe(Entry, Way);
    Builder.startBlock(First);
    replay(Way);
    if (!Way.Throws)
      Builder.jump(Builder.currentBlock(), Join);
  }
  Builder.startBlock(Join);
  endLocals();
}

} // namespace mapitidy
