//===- PathsOfCalls.cpp - Access paths that calls bring in ----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of PathTable that serves calls and replayed summaries: what they ask
// of their arguments, and what they name that is not this function's.
//
//===----------------------------------------------------------------------===//

#include "capture/PathTable.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

/// \returns the variable with this qualified name, or null.
static const VarDecl *findVariable(const DeclContext *Scope, StringRef Name) {
  auto [Outer, Rest] = Name.split("::");
  ASTContext &Context = Scope->getParentASTContext();
  for (const NamedDecl *Found : Scope->lookup(&Context.Idents.get(Outer))) {
    if (const auto *Variable = dyn_cast<VarDecl>(Found);
        Variable && Rest.empty())
      return Variable;
    if (const auto *Inner = dyn_cast<DeclContext>(Found);
        Inner && !Rest.empty())
      return findVariable(Inner, Rest);
  }
  return nullptr;
}

PathId PathTable::outside(const Place &Root) {
  if (Root.Declared)
    return variable(static_cast<const ValueDecl *>(Root.Declared));
  if (Root.From == Place::Root::Captured) {
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Function);
    return Method && !Method->isStatic() ? thisPointer(Method->getThisType())
                                         : NoPath;
  }
  const VarDecl *Variable =
      Function
          ? findVariable(Function->getASTContext().getTranslationUnitDecl(),
                         Root.Name)
          : nullptr;
  if (Variable)
    return PathTable::variable(Variable);
  // It is another file's: a pointer, unless it has members.
  auto [It, Inserted] = Elsewhere.try_emplace(Root.Name, NoPath);
  if (Inserted) {
    // The part that a reader of that file knows it by.
    StringRef Shown = Root.Name;
    Shown = Shown.drop_front(Shown.rfind('@') + 1);
    It->second = add(Shown.str(), Storage::Outside, QualType());
    AccessPath &Path = Graph.Paths[It->second];
    Path.Pointer = Root.Fields.empty() && !Root.IsObject;
    Path.Root.From = Place::Root::Global;
    Path.Root.Name = Root.Name;
  }
  return It->second;
}

void PathTable::noteAsked(Operation &Op) {
  auto Ask = [&](const Argument &Given, StringRef Field) {
    if (Given.Path == NoPath)
      return;
    bool Pointer = Given.How == Argument::Mode::ByValue;
    if (Field.empty() ? Pointer : !Pointer && Field == Place::Dereference)
      Op.Asks.push_back(Given.Path);
    else if (!Field.empty() && !Types[Given.Path].isNull())
      Op.Asks.push_back(member(Given.Path, Field));
    if (Pointer && !Field.empty())
      Op.Asks.push_back(Given.Path); // it may be null
  };
  for (const FlagRule &Rule : Op.Entry->Flags)
    Ask(Op.at(Rule.Parameter), Rule.Field);
  if (Op.Entry->Agrees)
    Ask(Op.at(Op.Entry->Agrees->Parameter), Op.Entry->Agrees->Field);
  for (const Acquisition &How : Op.Entry->Acquires)
    if (How.IfNull)
      Ask(Op.at(How.Into), Place::Dereference);
  for (const GiveBack &Back : Op.Entry->Releases) {
    Argument Given = Op.at(Back.What);
    const BlockEntry *Block =
        Given.Path == NoPath ? nullptr : Resolver.blockEntry(Types[Given.Path]);
    if (Block && !Block->Count.empty())
      Ask(Given, Block->Count);
  }
}

void PathTable::learnFrom(const Operation &Call) {
  const auto IsUntyped = [this](const Argument &Given, ArgumentMode How) {
    return Given.How == How && Given.Path.isKnown() &&
           Types[Given.Path].isNull();
  };
  for (const Acquisition &How : Call.Entry->Acquires)
    if (const Argument Into = Call.at(How.Into);
        IsUntyped(Into, ArgumentMode::ByAddress))
      Graph.Paths[Into.Path].Pointer = true;
  if (!IsUntyped(Call.Receiver, ArgumentMode::ByValue))
    return;
  AccessPath &Object = Graph.Paths[Call.Receiver.Path];
  Object.Pointer = true;
  // Every interface has the methods of the first.
  if (Object.Interface.empty() && !Call.Entry->AddsReference &&
      Call.Entry->Releases.empty())
    Object.Interface = Call.Entry->interface().str();
}

} // namespace mapitidy
