//===- MailSimulation.cpp - Mail on its way -------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/MailSimulation.h"

using namespace llvm;

namespace mapitidy {

/// The blocks that \p From leads to.
static BitVector reachable(const FlowGraph &Graph, BlockId From) {
  BitVector Seen(Graph.Blocks.size());
  SmallVector<BlockId, 16> Work{From};
  while (!Work.empty())
    for (const Edge &Out : Graph.Blocks[Work.pop_back_val()].Edges)
      if (!Seen.test(Out.To)) {
        Seen.set(Out.To);
        Work.push_back(Out.To);
      }
  return Seen;
}

MailSimulation::MailSimulation(AnalysisContext &Shared,
                               const Operation &Submission)
    : Shared(Shared), Submission(Submission),
      Waiting(Shared.Graph.Blocks.size()) {
  const FlowGraph &Graph = Shared.Graph;
  for (BlockId Wait = 0; Wait < Graph.Blocks.size(); ++Wait) {
    if (none_of(Graph.Blocks[Wait].Operations, [](const Operation &Op) {
          return Op.Entry && Op.Entry->DeliversMail;
        }))
      continue;
    BitVector Round = reachable(Graph, Wait);
    if (!Round.test(Wait))
      continue;
    for (BlockId Each : Round.set_bits())
      if (reachable(Graph, Each).test(Wait))
        Waiting.set(Each);
  }
}

void MailSimulation::begin(PathEngine &Engine, const Operation &Op,
                           PathState Before, std::vector<PathState> &After) {
  if (Op.Ends == Success::No)
    return;
  Before.setFact(Op.Target, successValue(*Op.Entry, EffectWhen::SOk));
  Engine.note(Before, Op.Place, &Op, "mail is submitted here");
  After.push_back(std::move(Before));
}

void MailSimulation::step(PathEngine &Engine, const Operation &Op,
                          PathState Before, std::vector<PathState> &After) {
  if (Op.Kind == OperationKind::UnknownCall ||
      Waiting.test(Engine.currentBlock())) {
    // It may wait; `while (the queue is not empty) wait`: it may be empty.
    return;
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
                      " without a flush or a wait: the mail may stay in the "
                      "Outbox until the next logon";
      Found.Subject = Op.Index;
      Found.At = &Op;
      Shared.report(Engine, Before, std::move(Found));
      return;
    }
  }
  After.push_back(std::move(Before));
}

} // namespace mapitidy
