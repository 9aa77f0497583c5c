//===- Distrust.cpp - What unseen code may do to a flow graph -------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/Distrust.h"
#include "catalogue/Catalogue.h"

using namespace llvm;

namespace mapitidy {

namespace {

class Distrust {
public:
  Distrust(FlowGraph &Graph, const Distrusted &What)
      : Graph(Graph), What(What) {}

  void run();

private:
  bool isDoubtful(const Operation &Op) const {
    return What.Begin <= Op.Place && Op.Place < What.End;
  }
  void add(const Operation &After, OperationKind Kind, PathId Path);
  void giveAway(const Operation &After, PathId Path);

  FlowGraph &Graph;
  const Distrusted &What;
  std::vector<Operation> Now; ///< of the block at hand
};

} // namespace

void Distrust::add(const Operation &After, OperationKind Kind, PathId Path) {
  Operation &Op = Now.emplace_back();
  Op.Kind = Kind;
  Op.Place = After.Place;
  Op.Inside = After.Inside;
  Op.Index = Graph.OperationCount++;
  (Kind == OperationKind::GiveAway ? Op.Source : Op.Target) = Path;
}

void Distrust::giveAway(const Operation &After, PathId Path) {
  // What a number says of a call's success is still so.
  if (Path == NoPath || Graph.Paths[Path].Number || Graph.Paths[Path].Status)
    return;
  add(After, OperationKind::GiveAway, Path);
  add(After, OperationKind::OpenToOthers, Path);
}

/// The paths that \p Op reads or writes.
static SmallVector<PathId, 8> pathsOf(const Operation &Op) {
  SmallVector<PathId, 8> Paths{Op.Target, Op.Source, Op.Receiver.Path};
  for (const Argument &Given : Op.Arguments)
    Paths.push_back(Given.Path);
  erase(Paths, NoPath);
  llvm::sort(Paths);
  Paths.erase(llvm::unique(Paths), Paths.end());
  return Paths;
}

void Distrust::run() {
  for (Block &B : Graph.Blocks) {
    Now.clear();
    for (const Operation &Op : B.Operations) {
      Now.push_back(Op);
      if (Op.Kind == OperationKind::EndOfLife)
        continue;
      const bool Doubtful = isDoubtful(Op);
      for (PathId Path : pathsOf(Op))
        if (Doubtful || any_of(What.Named, [&](PathId Named) {
              return Path == Named || Graph.isNamedThrough(Path, Named);
            }))
          giveAway(Op, Path);
      if (Doubtful && Op.Kind == OperationKind::Call &&
          (Op.Entry->Initialises || Op.Entry->Uninitialises))
        add(Op, OperationKind::UnknownLevels, NoPath);
    }
    B.Operations = Now;
  }
}

void distrust(FlowGraph &Graph, const Distrusted &What) {
  if (!What.Named.empty() || What.End != 0)
    Distrust(Graph, What).run();
}

} // namespace mapitidy
