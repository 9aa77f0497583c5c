//===- CompileCatalogue.cpp - Makes C++ of the built-in catalogue ---------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// compile-catalogue OUTPUT FILE...: a program of the build. It reads the
/// catalogue's files as a user's would be read, and writes a C++ file with the
/// tables of BuiltInEntries.h. What is wrong in a file fails the build.
///
//===----------------------------------------------------------------------===//

#include "catalogue/BuiltInEntries.h"
#include "catalogue/CatalogueYaml.h"
#include "catalogue/EntryBytes.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <map>
#include <set>

using namespace llvm;
using namespace mapitidy;

namespace {

/// Names in order, with the number of the entry that each leads to. Of two
/// entries with one name, it leads to the later one.
using NamesOfEntries = std::map<std::string, unsigned>;
using Words = std::set<std::string>;

/// Collects what stands in the files, and writes it.
class Compiler {
public:
  Error add(CatalogueFile File);
  void write(raw_ostream &OS);

private:
  /// Entries of one kind.
  struct Kind {
    NamesOfEntries Names;
    std::vector<size_t> Starts;
  };

  /// \returns the number of the entry, whose bytes are kept.
  template <typename Entry> unsigned store(Kind &Of, Entry &Each);
  Error addCall(CallEntry &Entry);
  static void writeKind(raw_ostream &OS, StringRef Name, const Kind &Of);

  std::string Bytes;
  Kind Calls, Interfaces, Blocks;
  NamesOfEntries PointerTypes, BlockFreers;
  std::vector<unsigned> Callbacks;
  std::optional<unsigned> Uninitialisers[InitLevelCount];
  Words Deallocators, MethodNames, ElementNames, Libraries, Headers;
  Words Verbs[VerbMeaningCount];
};

} // namespace

template <typename Entry> unsigned Compiler::store(Kind &Of, Entry &Each) {
  Of.Starts.push_back(Bytes.size());
  raw_string_ostream OS(Bytes);
  EntryWriter Writer(OS);
  members(Each, Writer);
  return static_cast<unsigned>(Of.Starts.size() - 1);
}

Error Compiler::addCall(CallEntry &Entry) {
  if (!Entry.Outcomes.empty())
    return createStringError("'" + Entry.Call +
                             "': only a user's entry can have outcomes");
  if (Calls.Names.count(Entry.Call))
    return createStringError("'" + Entry.Call + "' is there twice");
  const unsigned Number = store(Calls, Entry);
  forEachName(Entry, [&](StringRef Name) { Calls.Names[Name.str()] = Number; });
  forEachPointerType(
      Entry, [&](StringRef Type) { PointerTypes[Type.str()] = Number; });
  if (!Entry.interface().empty())
    MethodNames.insert(Entry.name().str());
  if (Entry.Callback)
    Callbacks.push_back(Number);
  for (const GiveBack &Back : Entry.Releases)
    Deallocators.insert(Back.How);
  if (Entry.Uninitialises)
    if (auto &First = Uninitialisers[unsigned(*Entry.Uninitialises)]; !First)
      First = Number;
  return Error::success();
}

Error Compiler::add(CatalogueFile File) {
  for (InterfaceEntry &Entry : File.Interfaces)
    Interfaces.Names[Entry.Name] = store(Interfaces, Entry);
  for (BlockEntry &Entry : File.Blocks) {
    const unsigned Number = store(Blocks, Entry);
    Blocks.Names[Entry.Name] = Number;
    BlockFreers[Entry.Free] = Number;
    if (!Entry.Elements.empty())
      ElementNames.insert(Entry.Elements);
  }
  for (StringRef Name : File.Libraries)
    Libraries.insert(Name.lower());
  for (StringRef Name : File.Headers)
    Headers.insert(Name.lower());
  for (const VerbList &List : File.Verbs)
    Verbs[unsigned(List.Meaning)].insert(List.Words.begin(), List.Words.end());
  for (CallEntry &Entry : File.Calls)
    if (Error E = addCall(Entry))
      return E;
  return Error::success();
}

namespace {

/// Writes the C++ file: constant tables, and a function that shows where they
/// are. There is no table for what is empty.
class TableWriter {
public:
  explicit TableWriter(raw_ostream &OS) : OS(OS) {
    OS << "// Written by compile-catalogue.\n\n"
          "#include \"catalogue/BuiltInEntries.h\"\n\n"
          "namespace mapitidy {\n\n";
  }

  template <typename Items, typename Print>
  void table(StringRef Type, StringRef Member, const Items &All, Print One) {
    if (All.empty())
      return;
    const std::string Name = "Table" + utostr(Count++);
    OS << "static constexpr " << Type << ' ' << Name << "[] = {\n";
    for (const auto &Each : All) {
      One(Each);
      OS << ",\n";
    }
    OS << "};\n\n";
    assign(Member, Name);
  }

  template <typename Numbers>
  void numbers(StringRef Type, StringRef Member, const Numbers &All) {
    table(Type, Member, All, [this](auto Each) { OS << unsigned(Each); });
  }

  void names(StringRef Member, const NamesOfEntries &All) {
    table("CompiledName", Member, All, [this](const auto &Each) {
      OS << '{';
      quote(Each.first);
      OS << ", " << Each.second << '}';
    });
  }

  void words(const Twine &Member, const Words &All) {
    table("llvm::StringLiteral", Member.str(), All,
          [this](StringRef Each) { quote(Each); });
  }

  void assign(StringRef Member, StringRef Value) {
    Assignments += ("  All." + Member + " = " + Value + ";\n").str();
  }

  void finish() {
    OS << "static CompiledCatalogue assemble() {\n"
          "  CompiledCatalogue All;\n"
       << Assignments
       << "  return All;\n"
          "}\n\n"
          "const CompiledCatalogue &compiledCatalogue() {\n"
          "  static const CompiledCatalogue All = assemble();\n"
          "  return All;\n"
          "}\n\n"
          "} // namespace mapitidy\n";
  }

private:
  void quote(StringRef Text) {
    OS << '"';
    OS.write_escaped(Text);
    OS << '"';
  }

  raw_ostream &OS;
  unsigned Count = 0;
  std::string Assignments;
};

} // namespace

void Compiler::write(raw_ostream &OS) {
  TableWriter Out(OS);
  Out.numbers("uint8_t", "Bytes", arrayRefFromStringRef(Bytes));
  const auto Entries = [&Out](const std::string &Member, const Kind &Of) {
    Out.names(Member + ".Names", Of.Names);
    Out.numbers("uint32_t", Member + ".Starts", Of.Starts);
  };
  Entries("Calls", Calls);
  Entries("Interfaces", Interfaces);
  Entries("Blocks", Blocks);
  Out.names("PointerTypes", PointerTypes);
  Out.names("BlockFreers", BlockFreers);
  Out.numbers("unsigned", "Callbacks", Callbacks);
  for (unsigned Level = 0; Level < InitLevelCount; ++Level)
    if (Uninitialisers[Level])
      Out.assign("Uninitialisers[" + utostr(Level) + "]",
                 utostr(*Uninitialisers[Level]));
  Out.words("Deallocators", Deallocators);
  Out.words("MethodNames", MethodNames);
  Out.words("ElementNames", ElementNames);
  Out.words("Libraries", Libraries);
  Out.words("Headers", Headers);
  for (unsigned Meaning = 0; Meaning < VerbMeaningCount; ++Meaning)
    Out.words("Verbs[" + Twine(Meaning) + "]", Verbs[Meaning]);
  Out.finish();
}

static Error compile(StringRef Output, ArrayRef<StringRef> Files) {
  Compiler All;
  for (StringRef Name : Files) {
    auto Text = MemoryBuffer::getFile(Name);
    if (!Text)
      return createStringError(Text.getError(), "cannot read '" + Name + "'");
    Expected<CatalogueFile> File = readCatalogueFile(**Text);
    if (!File)
      return File.takeError();
    if (Error E = All.add(std::move(*File)))
      return joinErrors(createStringError("in '" + Name + "':"), std::move(E));
  }
  std::error_code Problem;
  raw_fd_ostream OS(Output, Problem);
  if (Problem)
    return createStringError(Problem, "cannot write '" + Output + "'");
  All.write(OS);
  return Error::success();
}

int main(int Count, char **Arguments) {
  if (Count < 3) {
    errs() << "usage: compile-catalogue OUTPUT FILE...\n";
    return 1;
  }
  const std::vector<StringRef> Files(Arguments + 2, Arguments + Count);
  if (Error E = compile(Arguments[1], Files)) {
    logAllUnhandledErrors(std::move(E), errs());
    return 1;
  }
  return 0;
}
