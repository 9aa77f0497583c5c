//===- RegistrationSimulation.cpp - Following a registration --------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/RegistrationSimulation.h"
#include "engine/simulations/Holding.h"

using namespace llvm;

namespace mapitidy {

namespace {

/// What is known of the registration and its source.
struct RegistrationState {
  uint8_t SourceReferences = 1;
  bool Reported = false;
  uint8_t Finding = 0;

  uint64_t pack() const {
    return uint64_t(SourceReferences) | uint64_t(Reported) << 8 |
           uint64_t(Finding) << 16;
  }
  static RegistrationState unpack(uint64_t Packed) {
    return {uint8_t(Packed), (Packed >> 8 & 1) != 0, uint8_t(Packed >> 16)};
  }
};

} // namespace

std::string RegistrationSimulation::textOf(uint64_t Typestate) const {
  const RegistrationState Now = RegistrationState::unpack(Typestate);
  return std::string(Now.Reported ? "reported" : "registered") +
         ", references to its source: " + std::to_string(Now.SourceReferences);
}

RegistrationSimulation::RegistrationSimulation(AnalysisContext &Shared,
                                               const Operation &Advise)
    : Shared(Shared), Advise(Advise),
      SourceOrigins(Shared.From.of(Advise).Receiver) {
  Argument Out = Advise.at(Advise.Entry->Registers->Token);
  if (Out.How == Argument::Mode::ByAddress)
    Token = Out.Path;
  SourceName =
      describe(Shared.Graph, Advise.Receiver.Path, Advise.Entry->interface());
}

bool RegistrationSimulation::isTracked() const {
  if (Token == NoPath || SourceOrigins.empty())
    return false;
  const AccessPath &Path = Shared.Graph.Paths[Token];
  return Path.Where != Storage::Outside && !Path.Shared;
}

void RegistrationSimulation::advise(PathEngine &Engine, PathState Before,
                                    std::vector<PathState> &After) {
  // No page of an Advise documents a warning.
  Before.setFact(Advise.Target, successValue(*Advise.Entry, EffectWhen::SOk));
  Before.setFact(Token, Value::ofSigns(Value::Positive));
  Before.addHolder(Token);
  if (Advise.Target != NoPath)
    Before.Tells.add(Advise.Target, /*Hidden=*/false);
  Before.Typestate = RegistrationState().pack();
  Engine.note(Before, Advise.Place, &Advise,
              "the registration is made here; its token is " +
                  describe(Shared.Graph, Token, ""));
  After.push_back(std::move(Before));
}

void RegistrationSimulation::report(PathEngine &Engine, PathState &Now,
                                    SourcePlace Place, std::string Message,
                                    const Operation *At) {
  RegistrationState State = RegistrationState::unpack(Now.Typestate);
  if (State.Reported)
    return;
  State.Reported = true;
  Fault Found;
  Found.Broken = Rule::MissingUnadvise;
  Found.Place = Place;
  Found.Message = std::move(Message);
  Found.Subject = Advise.Index;
  Found.At = At;
  Found.Source = &Advise;
  Found.Holder = Token;
  size_t Index = Shared.report(Engine, Now, std::move(Found));
  State.Finding = uint8_t(std::min<size_t>(Index, 255));
  Now.Typestate = State.pack();
}

void RegistrationSimulation::releaseSource(PathEngine &Engine,
                                           const Operation &Op,
                                           PathState &Now) {
  RegistrationState State = RegistrationState::unpack(Now.Typestate);
  if (State.SourceReferences > 1) {
    --State.SourceReferences;
    Now.Typestate = State.pack();
    return;
  }
  SourcePlace Place = Op.Implicit && Now.LeavingAt ? Now.LeavingAt : Op.Place;
  report(Engine, Now, Place,
         "the registration on " + SourceName +
             " is not cancelled before its source is released",
         &Op);
}

bool RegistrationSimulation::cancel(PathEngine &Engine, const Operation &Op,
                                    PathState &Now) {
  Argument Given = Op.at(Op.Entry->Cancels->Token);
  bool Ours = Given.How == Argument::Mode::ByValue && Now.holds(Given.Path);
  if (!isSource(Shared.From.of(Op).Receiver)) {
    if (Ours)
      Engine.note(Now, Op.Place, &Op,
                  "its token is given to another object here, which did not "
                  "grant it");
    return true;
  }
  if (!Ours && !Now.holders().empty())
    return true;
  RegistrationState State = RegistrationState::unpack(Now.Typestate);
  if (State.Reported) {
    Shared.addNote(State.Finding, Op.Place, "it is cancelled too late here");
    Shared.Explained.insert(Op.Index);
  }
  return false;
}

bool RegistrationSimulation::call(PathEngine &Engine, const Operation &Op,
                                  PathState &Now) {
  const CallEntry &Entry = *Op.Entry;
  if (Entry.FastShutdown)
    return false;
  if (Entry.Cancels)
    return cancel(Engine, Op, Now);
  const CallOrigins &From = Shared.From.of(Op);
  if (Entry.AddsReference && isSource(From.at(*Entry.AddsReference))) {
    RegistrationState State = RegistrationState::unpack(Now.Typestate);
    State.SourceReferences = std::min(State.SourceReferences + 1, 4);
    Now.Typestate = State.pack();
  }
  for (const GiveBack &Back : Entry.Releases)
    if (isSource(From.at(Back.What)))
      releaseSource(Engine, Op, Now);
  if (Entry.LogsOff &&
      Shared.From.belongs(SourceOrigins, From.at(*Entry.LogsOff)))
    report(Engine, Now, Op.Place,
           "the registration on " + SourceName +
               " is not cancelled before IMAPISession::Logoff",
           &Op);
  for (const Argument &Given : Op.Arguments)
    if (Given.How == Argument::Mode::ByAddress && &Op != &Advise)
      Now.removeHolder(Given.Path);
  return true;
}

void RegistrationSimulation::begin(PathEngine &Engine, const Operation &,
                                   PathState Before,
                                   std::vector<PathState> &After) {
  advise(Engine, std::move(Before), After);
}

void RegistrationSimulation::step(PathEngine &Engine, const Operation &Op,
                                  PathState Before,
                                  std::vector<PathState> &After) {
  if (Op.Kind == OperationKind::Call) {
    if (call(Engine, Op, Before))
      After.push_back(std::move(Before));
    return;
  }
  if (Op.Kind == OperationKind::AddReference &&
      Origins::intersect(Shared.From.of(Op).Receiver, SourceOrigins)) {
    RegistrationState State = RegistrationState::unpack(Before.Typestate);
    State.SourceReferences = std::min(State.SourceReferences + 1, 4);
    Before.Typestate = State.pack();
  }
  if (Op.Kind == OperationKind::Release &&
      isSource(Shared.From.of(Op).Receiver))
    releaseSource(Engine, Op, Before);
  if (updateHolders(Shared.Graph, Op, Before) != HolderChange::GivenAway)
    After.push_back(std::move(Before));
}

void RegistrationSimulation::leave(PathEngine &Engine, const PathState &Last,
                                   SourcePlace Place) {
  PathState State = Last;
  report(Engine, State, Place,
         "the registration on " + SourceName +
             " is not cancelled: its token is lost here");
}

} // namespace mapitidy
