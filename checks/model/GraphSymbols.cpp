//===- GraphSymbols.cpp - Words of a flow graph's text --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/GraphSymbols.h"
#include "model/TextForms.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace mapitidy {

ArrayRef<GraphFlag> graphFlags() {
  static constexpr GraphFlag Flags[] = {
      {"returns-status", &FlowGraph::ReturnsStatus},
      {"returns-pointer-or-bool", &FlowGraph::ReturnsPointerOrBool},
      {"c", &FlowGraph::IsC},
      {"class", &FlowGraph::IsClass},
      {"thread-routine", &FlowGraph::IsThreadRoutine},
      {"object-undoes", &FlowGraph::ObjectUndoes}};
  return Flags;
}

ArrayRef<PathFlag> pathFlags() {
  static constexpr PathFlag Flags[] = {{"smart", &AccessPath::Smart},
                                       {"shared", &AccessPath::Shared},
                                       {"pointer", &AccessPath::Pointer},
                                       {"status", &AccessPath::Status},
                                       {"number", &AccessPath::Number},
                                       {"unsigned", &AccessPath::Unsigned},
                                       {"difference", &AccessPath::Difference}};
  return Flags;
}

static constexpr std::pair<StringLiteral, Storage> StorageWords[] = {
    {"local", Storage::Local},
    {"parameter", Storage::Parameter},
    {"outside", Storage::Outside},
    {"temporary", Storage::Temporary}};

StringRef wordOf(Storage Where) { return wordIn(StorageWords, Where); }

std::optional<Storage> storageNamed(StringRef Word) {
  return meaningIn<Storage>(StorageWords, Word);
}

std::string quoted(StringRef Text) {
  std::string Result = "\"";
  for (char Each : Text) {
    if (Each == '"' || Each == '\\')
      Result += '\\';
    if (Each == '\n')
      Result += "\\n";
    else
      Result += Each;
  }
  return Result + '"';
}

std::string unquoted(StringRef Text) {
  std::string Result;
  for (size_t I = 1; I + 1 < Text.size(); ++I) {
    const bool Escaped = Text[I] == '\\' && I + 2 < Text.size();
    if (Escaped)
      ++I;
    Result += Escaped && Text[I] == 'n' ? '\n' : Text[I];
  }
  return Result;
}

/// Whether the name can stand in a symbol as it is.
static bool isPlain(StringRef Name) {
  return !Name.empty() && all_of(Name, [](char Each) {
    return isAlnum(Each) || StringRef("_.*->:[]~$").contains(Each);
  });
}

static std::string symbolFor(StringRef Name) {
  return "%" + (isPlain(Name) ? Name.str() : quoted(Name));
}

PathVector<std::string> symbolsOf(const FlowGraph &Graph) {
  PathVector<std::string> Result;
  StringSet<> Taken;
  for (PathId Id : Graph.Paths.ids()) {
    const AccessPath &Path = Graph.Paths[Id];
    StringRef Name = Path.Name;
    if (Name.empty() && Path.Root.From == Place::Root::Result)
      Name = "result";
    std::string Symbol =
        Name.empty() ? "%t" + utostr(Id.index()) : symbolFor(Name);
    if (!Taken.insert(Symbol).second)
      Symbol = symbolFor((Name + "~" + Twine(Id.index())).str());
    Taken.insert(Symbol);
    Result.push_back(std::move(Symbol));
  }
  return Result;
}

std::string nameOfSymbol(StringRef Symbol, Storage Where) {
  if (Where == Storage::Temporary)
    return "";
  const StringRef Name = Symbol.drop_front();
  return Name.starts_with("\"") ? unquoted(Name) : Name.str();
}

} // namespace mapitidy
