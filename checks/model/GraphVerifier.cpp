//===- GraphVerifier.cpp - What the engine relies on ----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/GraphVerifier.h"
#include "model/Budget.h"
#include "llvm/ADT/BitVector.h"

using namespace llvm;

namespace mapitidy {

namespace {

class Verifier {
public:
  explicit Verifier(const FlowGraph &Graph)
      : Graph(Graph),
        Numbers(std::min<size_t>(Graph.OperationCount, Budget::MaxOperations)) {
  }

  /// \returns whether all is well.
  bool run();

  std::string Problem;

private:
  bool expect(bool Holds, const char *What) {
    if (!Holds && Problem.empty())
      Problem = What;
    return Holds;
  }
  bool isPath(PathId Path) const {
    return Path.isKnown() && Path.index() < Graph.Paths.size();
  }
  bool isPathOrNone(PathId Path) const {
    return !Path.isKnown() || isPath(Path);
  }
  bool isArgument(const Argument &Given) const {
    return isPathOrNone(Given.Within) &&
           (Given.How == Argument::Mode::ByValue ? isPath(Given.Path)
                                                 : isPathOrNone(Given.Path));
  }
  bool isBlock(BlockId Id) const { return Id < Graph.Blocks.size(); }

  void verify(PathId Id);
  void verify(const Operation &Op);
  void verify(const Edge &Out);

  const FlowGraph &Graph;
  llvm::BitVector Numbers; ///< those of the operations seen so far
};

} // namespace

void Verifier::verify(PathId Id) {
  const AccessPath &Path = Graph.Paths[Id];
  expect(!Path.Base.isKnown() || Path.Base < Id,
         "a path comes before what it is a member of");
  expect(all_of(Path.Reads, [&](PathId Read) { return isPath(Read); }),
         "a path is computed from one that is none");
  expect(Path.Calculated.empty() || Path.Reads.size() == 1,
         "a number is calculated from one other");
  expect(!Path.Difference || Path.Reads.size() == 2,
         "a difference is one of two paths");
}

void Verifier::verify(const Operation &Op) {
  const OperationTraits &Traits = traitsOf(Op.Kind);
  expect(Traits.needsTarget() ? isPath(Op.Target) : isPathOrNone(Op.Target),
         "an operation has no target");
  expect(Traits.needsSource() ? isPath(Op.Source) : isPathOrNone(Op.Source),
         "an operation has no source");
  if (expect(Op.Index < Numbers.size(), "an operation is not counted")) {
    expect(!Numbers.test(Op.Index), "two operations have one number");
    Numbers.set(Op.Index);
  }
  expect(isPathOrNone(Op.Tested.Path) && isPathOrNone(Op.Tested.Answer) &&
             (Op.Kind != OperationKind::Test || Op.Tested.isKnown()),
         "nothing is tested");
  expect(Op.Kind != OperationKind::Combine || Op.Constant.exact(),
         "nothing is combined");
  expect(Op.Kind != OperationKind::Call || Op.Entry, "nothing is called");
  expect(Op.Kind != OperationKind::Invoke || !Op.Function.empty(),
         "nothing is invoked");
  expect(isArgument(Op.Receiver) &&
             all_of(Op.Arguments,
                    [&](const Argument &Given) { return isArgument(Given); }),
         "an argument is no path");
  expect(all_of(Op.Asks, [&](PathId Asked) { return isPath(Asked); }),
         "a call asks for a path that is none");
}

void Verifier::verify(const Edge &Out) {
  expect(isBlock(Out.To), "an edge leads nowhere");
  expect(isPathOrNone(Out.When.Path) && isPathOrNone(Out.When.Answer),
         "an edge tests a path that is none");
  expect(Out.OneOf.empty() || Out.When.isKnown(), "values of nothing");
  expect(!Out.Pointers ||
             (isPath(Out.Pointers->Left) && isPath(Out.Pointers->Right)),
         "a pointer is compared with none");
}

bool Verifier::run() {
  expect(isBlock(Graph.Entry) && isBlock(Graph.Exit), "no entry or exit");
  expect(Graph.OperationCount <= Budget::MaxOperations,
         "there are too many operations");
  expect(isPathOrNone(Graph.Result), "the result is no path");
  expect(all_of(Graph.Parameters, [&](PathId Each) { return isPath(Each); }),
         "a parameter is no path");
  for (PathId Id : Graph.Paths.ids())
    verify(Id);
  for (const Block &B : Graph.Blocks) {
    for (const Operation &Op : B.Operations)
      verify(Op);
    for (const Edge &Out : B.Edges)
      verify(Out);
  }
  return Problem.empty();
}

Error verify(const FlowGraph &Graph) {
  Verifier Checked(Graph);
  if (Checked.run())
    return Error::success();
  return createStringError(inconvertibleErrorCode(),
                           "its flow graph is wrong, which is a fault of "
                           "mapi-tidy's: " +
                               Checked.Problem);
}

} // namespace mapitidy
