//===- FlowGraph.cpp - A function as MAPI sees it -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/FlowGraph.h"
#include <algorithm>

namespace mapitidy {

Argument Operation::at(Slot At) const {
  if (At.Index == Slot::This)
    return Receiver;
  if (At.Index == Slot::Result)
    return {Argument::Mode::ByAddress, Target, 0};
  if (At.Index >= 0 && unsigned(At.Index) < Arguments.size())
    return Arguments[At.Index];
  return {};
}

Place FlowGraph::placeOf(PathId Path) const {
  assert(Path.isKnown() && "nothing has no place");
  if (!Paths[Path].Calculated.empty()) {
    Place Result = placeOf(Paths[Path].Reads.front());
    Result.Calculated.append(Paths[Path].Calculated);
    return Result;
  }
  std::vector<std::string> Fields;
  for (; Paths[Path].Base != NoPath; Path = Paths[Path].Base)
    Fields.push_back(Paths[Path].Field);
  Place Result = Paths[Path].Root;
  Result.Fields.assign(Fields.rbegin(), Fields.rend());
  if (!Paths[Path].Literal.empty()) {
    Result.From = Place::Root::Literal;
    Result.Name = Paths[Path].Literal;
  }
  if (!Result.isKnown()) {
    Result.From = Place::Root::Local;
    Result.Index = Path.index();
    Result.Name = Paths[Path].Name;
    Result.IsObject = Paths[Path].Where != Storage::Outside &&
                      !Paths[Path].Pointer && !Paths[Path].Number;
  }
  return Result;
}

PathId FlowGraph::memberOf(PathId Base, llvm::StringRef Field) const {
  for (PathId Path : Paths.ids())
    if (Paths[Path].Base == Base && Paths[Path].Field == Field)
      return Path;
  return NoPath;
}

bool FlowGraph::isTested(PathId Path) const {
  return llvm::any_of(Blocks, [Path](const Block &B) {
    return llvm::any_of(
               B.Edges,
               [Path](const Edge &Out) { return Out.When.Path == Path; }) ||
           llvm::any_of(B.Operations, [Path](const Operation &Op) {
             return Op.Tested.Path == Path ||
                    (Op.Kind == OperationKind::Return && Op.Source == Path);
           });
  });
}

bool FlowGraph::isNamedThrough(PathId Path, PathId Root) const {
  while (Path != NoPath && Path != Root)
    Path = Paths[Path].Base;
  return Path == Root;
}

bool FlowGraph::isOutParameter(PathId Path) const {
  return Paths[Path].Field == Place::Dereference && isCallers(Path);
}

bool FlowGraph::isCallers(PathId Path) const {
  const AccessPath &Out = Paths[Path];
  if (IsClass || Out.Base == NoPath || !Out.Pointer || Out.Smart || Out.Shared)
    return false;
  PathId Whole = Path;
  while (Paths[Whole].Field != Place::Dereference &&
         Paths[Whole].Base != NoPath && !Paths[Paths[Whole].Base].Pointer)
    Whole = Paths[Whole].Base;
  if (Paths[Whole].Base == NoPath)
    return false;
  const AccessPath &Parameter = Paths[Paths[Whole].Base];
  return Parameter.Base == NoPath && Parameter.Where == Storage::Parameter &&
         Parameter.Root.From == Place::Root::Parameter;
}

bool FlowGraph::isPartOf(PathId Inner, PathId Outer) const {
  while (Inner != NoPath && Inner != Outer) {
    PathId Base = Paths[Inner].Base;
    if (Base == NoPath || Paths[Base].Pointer)
      return false;
    Inner = Base;
  }
  return Inner == Outer;
}

llvm::IntEqClasses FlowGraph::copies() const {
  llvm::IntEqClasses Result(Paths.size());
  for (const Block &B : Blocks)
    for (const Operation &Op : B.Operations)
      if (Op.Kind == OperationKind::Copy)
        Result.join(Op.Target.index(), Op.Source.index());
  return Result;
}

std::vector<BlockId> FlowGraph::reversePostOrder() const {
  std::vector<BlockId> Order;
  std::vector<char> Seen(Blocks.size(), 0);
  std::vector<std::pair<BlockId, unsigned>> Stack{{Entry, 0}};
  Seen[Entry] = 1;
  while (!Stack.empty()) {
    auto &[Id, Next] = Stack.back();
    if (Next == Blocks[Id].Edges.size()) {
      Order.push_back(Id);
      Stack.pop_back();
      continue;
    }
    BlockId To = Blocks[Id].Edges[Next++].To;
    if (!Seen[To]) {
      Seen[To] = 1;
      Stack.push_back({To, 0});
    }
  }
  std::reverse(Order.begin(), Order.end());
  return Order;
}

} // namespace mapitidy
