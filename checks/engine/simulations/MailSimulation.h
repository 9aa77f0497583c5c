//===- MailSimulation.h - Mail on its way -----------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows mail from SubmitMessage: a Logoff right behind it may leave the mail
/// in the Outbox until the next logon.
/// Source: Microsoft, "Ending a MAPI Session", "IMsgStore::StoreLogoff".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_MAILSIMULATION_H
#define MAPITIDY_ENGINE_MAILSIMULATION_H

#include "engine/AnalysisContext.h"
#include "llvm/ADT/BitVector.h"

namespace mapitidy {

class MailSimulation : public Simulation {
public:
  MailSimulation(AnalysisContext &Shared, const Operation &Submission);

  std::string name() const override {
    return "mail of #" + std::to_string(Submission.Index);
  }
  void begin(PathEngine &Engine, const Operation &Op, PathState Before,
             std::vector<PathState> &After) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void leave(PathEngine &, const PathState &, SourcePlace) override {}

private:
  AnalysisContext &Shared;
  const Operation &Submission;
  llvm::BitVector Waiting; ///< the blocks of loops that wait
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_MAILSIMULATION_H
