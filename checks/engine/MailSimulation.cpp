//===- MailSimulation.cpp - Mail on its way -------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/MailSimulation.h"

namespace mapitidy {

void MailSimulation::step(PathEngine &Engine, const Operation &Op,
                          PathState Before, std::vector<PathState> &After) {
  if (!Started) {
    Started = true;
    if (Op.Ends == Success::No)
      return;
    Before.setFact(Op.Target, successValue(*Op.Entry, EffectWhen::Success));
    Engine.note(Before, Op.Place, &Op, "mail is submitted here");
  } else if (Op.Kind == OperationKind::UnknownCall) {
    return; // it may wait
  } else if (Op.Kind == OperationKind::Call) {
    if (Op.Entry->DeliversMail || Op.Entry->FastShutdown || &Op == &Submission)
      return;
    const OriginSet &Mail = Shared.From.of(Submission).Receiver;
    if (Op.Entry->LogsOff &&
        (Mail.empty() || Shared.From.belongs(Mail, Shared.From.of(Op).at(
                                                       *Op.Entry->LogsOff)))) {
      Fault Found;
      Found.Broken = Rule::UnsentMail;
      Found.Place = Op.Place;
      Found.Message = Op.Entry->Call + " follows " + Submission.Entry->Call +
                      " at once: the mail may stay in the Outbox until the "
                      "next logon";
      Found.Subject = Op.Index;
      Found.At = &Op;
      Shared.report(Engine, Before, std::move(Found));
      return;
    }
  }
  After.push_back(std::move(Before));
}

} // namespace mapitidy
