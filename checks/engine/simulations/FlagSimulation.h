//===- FlagSimulation.h - Flags that calls are given ------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows the numbers that are given to calls as flags, along each path, and
/// compares them with what the pages allow.
/// Source: Microsoft, "IMAPISession::Logoff", "IMsgStore::StoreLogoff",
/// "MAPILogonEx", "MAPIINIT_0".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_FLAGSIMULATION_H
#define MAPITIDY_ENGINE_FLAGSIMULATION_H

#include "engine/AnalysisContext.h"
#include <map>

namespace mapitidy {

class FlagSimulation : public Simulation {
public:
  explicit FlagSimulation(AnalysisContext &Shared);

  /// Whether some call takes flags.
  bool isNeeded() const { return Needed; }

  std::string name() const override { return "flags"; }
  void look(PathEngine &Engine, const Operation &Op,
            const PathState &State) override;
  void step(PathEngine &Engine, const Operation &Op, PathState Before,
            std::vector<PathState> &After) override;
  void leave(PathEngine &, const PathState &, SourcePlace) override {}

private:
  /// What a state knows: the flags, and how MAPIInitialize was called.
  struct Knowledge {
    std::vector<std::optional<int64_t>> Flags;
    const Operation *Initialised = nullptr;
    std::optional<bool> Agreed;

    bool operator<(const Knowledge &Other) const;
  };

  void checkFlags(PathEngine &Engine, const Operation &Op,
                  const PathState &State);
  void checkAgreement(PathEngine &Engine, const Operation &Op,
                      const PathState &State);
  std::optional<bool> isSet(const AgreedFlag &Flag, const Operation &Op,
                            const PathState &State) const;
  void report(PathEngine &Engine, const PathState &State, Rule Broken,
              const Operation &Op, std::string Message, Repair Known = {});
  /// The number of \p Known, as a typestate.
  uint64_t number(Knowledge Known);

  AnalysisContext &Shared;
  bool Needed = false;
  std::vector<PathId> Followed;
  std::map<Knowledge, uint64_t> Numbers;
  std::vector<Knowledge> All;
  /// What MAPIInitialize is being called with.
  std::optional<bool> Initialising;
};

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_FLAGSIMULATION_H
