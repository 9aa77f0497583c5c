//===- Catalogue.cpp - What a call does, as data --------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/Catalogue.h"
#include "catalogue/BuiltInEntries.h"
#include "catalogue/CatalogueYaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

/// The name without the types of the parameters.
static StringRef plainName(const CallEntry &Entry) {
  return StringRef(Entry.Call).split('(').first;
}

StringRef CallEntry::interface() const {
  auto [Interface, Method] = plainName(*this).rsplit("::");
  return Method.empty() ? StringRef() : Interface;
}

StringRef CallEntry::name() const {
  auto [Interface, Method] = plainName(*this).rsplit("::");
  return Method.empty() ? Interface : Method;
}

bool CallEntry::isIncidental() const {
  bool OnlyMemory = all_of(
      Acquires, [](const Acquisition &How) { return isMemory(How.Kind); });
  return !Mapi && OnlyMemory && !RemovesFile && !Initialises &&
         !Uninitialises && !LogsOff && !Summarised && !StartsThread;
}

StringRef deallocatorOf(const Acquisition &How) {
  bool Counted = How.Kind == ResourceKind::Interface || isSession(How.Kind);
  return Counted ? StringRef("Release") : StringRef(How.Free);
}

std::string describe(const CallEntry &Entry, const Outcome &Way) {
  const std::string Name = plainName(Entry).str();
  if (Way.Throws)
    return Name + " throws";
  const uint8_t Signs = Way.Result.Signs;
  switch (Entry.Status) {
  case StatusKind::HResult:
    return Signs == Value::Negative     ? Name + " fails"
           : !(Signs & Value::Negative) ? Name + " succeeds"
                                        : "";
  case StatusKind::Bool:
    return Signs == Value::Zero     ? Name + " returns false"
           : !(Signs & Value::Zero) ? Name + " returns true"
                                    : "";
  case StatusKind::Pointer:
    return Signs == Value::Zero     ? Name + " returns null"
           : !(Signs & Value::Zero) ? Name + " does not return null"
                                    : "";
  default:
    return "";
  }
}

void forEachName(const CallEntry &Entry, function_ref<void(StringRef)> Use) {
  Use(Entry.Call);
  if (Entry.interface().empty())
    return;
  for (const std::string &Interface : Entry.Also)
    Use(Interface + "::" + Entry.name().str());
}

void forEachPointerType(const CallEntry &Entry,
                        function_ref<void(StringRef)> Use) {
  if (!Entry.interface().empty())
    return;
  Use(Entry.name().upper());
  for (const std::string &Type : Entry.PointerTypes)
    Use(Type);
}

static const CompiledCatalogue NothingCompiled;

Catalogue::Catalogue() {
  static const BuiltInEntries None(NothingCompiled);
  BuiltIn = &None;
}

Error Catalogue::addFiles(StringRef Names) {
  Error Problems = Error::success();
  SmallVector<StringRef, 4> Files;
  Names.split(Files, ';', -1, /*KeepEmpty=*/false);
  for (StringRef Name : Files) {
    const std::string File = Name.trim().str();
    auto Text = MemoryBuffer::getFile(File);
    Error Problem =
        Text ? read(**Text)
             : createStringError(Text.getError(),
                                 "cannot read the catalogue '" + File +
                                     "': " + Text.getError().message());
    Problems = joinErrors(std::move(Problems), std::move(Problem));
  }
  // What refers to a file that was not read would only be its echo.
  return Problems ? std::move(Problems) : check();
}

Error Catalogue::add(MemoryBufferRef Yaml) {
  if (Error E = read(Yaml))
    return E;
  return check();
}

Error Catalogue::read(MemoryBufferRef Yaml) {
  Expected<CatalogueFile> File = readCatalogueFile(Yaml, /*Own=*/true);
  if (!File)
    return File.takeError();
  append_range(Mentions, File->Mentions);
  add(std::move(*File));
  return Error::success();
}

void Catalogue::add(CatalogueFile File) {
  for (InterfaceEntry &Entry : File.Interfaces) {
    Interfaces.push_back(std::move(Entry));
    InterfacesByName[Interfaces.back().Name] = &Interfaces.back();
  }
  for (BlockEntry &Entry : File.Blocks) {
    if (!Entry.Elements.empty())
      ElementNames[Entry.Elements] = 1;
    Blocks[Entry.Name] = Entry;
  }
  for (StringRef Library : File.Libraries)
    Libraries[Library.lower()] = 1;
  for (StringRef Header : File.Headers)
    Headers[Header.lower()] = 1;
  for (const VerbList &List : File.Verbs)
    for (StringRef Word : List.Words)
      Verbs[unsigned(List.Meaning)][Word] = 1;
  for (CallEntry &Entry : File.Calls)
    insert(std::move(Entry));
}

Error Catalogue::check() {
  Error Problems = Error::success();
  auto Note = [&](Error Problem) {
    Problems = joinErrors(std::move(Problems), std::move(Problem));
  };
  for (const Mention &Each : Mentions)
    Note(check(Each));
  Mentions.clear();
  for (const InterfaceEntry &Entry : Interfaces)
    Note(checkBases(Entry));
  if (Problems)
    return Problems;
  for (; Linked < Calls.size(); ++Linked)
    for (Outcome &Way : Calls[Linked].Outcomes)
      Note(link(Way.Steps));
  return Problems;
}

static Error problem(const Twine &Text) {
  return createStringError(inconvertibleErrorCode(), Text);
}

/// \returns ", did you mean 'X'?" with one of the names \p Own and \p BuiltIn,
/// or nothing.
template <typename Names>
static std::string guess(StringRef Wrong, const Names &Own,
                         ArrayRef<CompiledName> BuiltIn) {
  unsigned Best = 1 + Wrong.size() / 4;
  StringRef Nearest;
  const auto Try = [&](StringRef Name) {
    unsigned Distance = Wrong.edit_distance(Name, true, Best);
    // Of two as near as each other, the same one every time.
    if (Distance < Best ||
        (Distance == Best && !Nearest.empty() && Name < Nearest)) {
      Best = Distance;
      Nearest = Name;
    }
  };
  for (const auto &Each : Own)
    Try(Each.getKey());
  for (const CompiledName &Each : BuiltIn)
    Try(Each.Name);
  return Nearest.empty() ? "" : ("; did you mean '" + Nearest + "'?").str();
}

bool Catalogue::isDeallocator(StringRef Name) const {
  return Name == "Release" || isCallName(Name) ||
         hasWord(BuiltIn->Tables.Deallocators, Name);
}

Error Catalogue::check(const Mention &Each) {
  const auto Guess = [&] {
    return Each.Is == Mention::Kind::Interface
               ? guess(Each.Name, InterfacesByName,
                       BuiltIn->Tables.Interfaces.Names)
               : guess(Each.Name, CallsByName, BuiltIn->Tables.Calls.Names);
  };
  auto [Interface, Method] = StringRef(Each.Name).rsplit("::");
  const bool IsCall = Method.empty() ? findFunction(Each.Name) != nullptr
                                     : findMethod(Interface, Method) != nullptr;
  switch (Each.Is) {
  case Mention::Kind::How:
    if (isDeallocator(Each.Name))
      return Error::success();
    return problem(Each.Where + ": nothing is given back by '" + Each.Name +
                   "'; 'how' is Release, or a function of the catalogue" +
                   Guess());
  case Mention::Kind::Step:
    if (IsCall)
      return Error::success();
    return problem(Each.Where + ": no entry is named '" + Each.Name +
                   "', but a step calls it" + Guess());
  case Mention::Kind::Call:
    if (!IsCall && !isDeallocator(Each.Name))
      Warnings.push_back(Each.Where + ": no entry is named '" + Each.Name +
                         "'" + Guess());
    return Error::success();
  case Mention::Kind::Interface:
    if (!findInterface(Each.Name))
      Warnings.push_back(Each.Where + ": no interface is named '" + Each.Name +
                         "'" + Guess());
    return Error::success();
  }
  llvm_unreachable("all kinds are handled");
}

/// Whoever looks for a method in an interface goes through its bases.
Error Catalogue::checkBases(const InterfaceEntry &Entry) const {
  StringMap<char> Seen;
  std::vector<StringRef> Work(Entry.Bases.begin(), Entry.Bases.end());
  while (!Work.empty()) {
    StringRef Name = Work.back();
    Work.pop_back();
    if (Name == Entry.Name)
      return problem(Entry.Where + ": the interface '" + Entry.Name +
                     "' is a base of itself");
    const InterfaceEntry *Base = findInterface(Name);
    if (Base && Seen.try_emplace(Name, 1).second)
      Work.insert(Work.end(), Base->Bases.begin(), Base->Bases.end());
  }
  return Error::success();
}

Error Catalogue::link(std::vector<Step> &Steps) const {
  for (Step &Each : Steps) {
    if (Error E = link(Each.Then))
      return E;
    if (Error E = link(Each.Else))
      return E;
    if (Each.Is != Step::Kind::Operation || Each.Does != OperationKind::Call)
      continue;
    auto [Interface, Method] = StringRef(Each.Call).rsplit("::");
    Each.Entry = Method.empty() ? findFunction(Each.Call)
                                : findMethod(Interface, Method);
    if (!Each.Entry)
      return problem("no entry is named '" + Each.Call +
                     "', but a step calls it");
  }
  return Error::success();
}

void Catalogue::insert(CallEntry Entry) {
  Calls.push_back(std::move(Entry));
  const CallEntry &Stored = Calls.back();
  HasSummaries |= Stored.Summarised;
  if (Stored.Callback)
    Callbacks.push_back(&Stored);
  if (!Stored.interface().empty())
    MethodNames[Stored.name()] = 1;
  forEachName(Stored, [&](StringRef Name) { CallsByName[Name] = &Stored; });
  forEachPointerType(
      Stored, [&](StringRef Type) { FunctionsByPointerType[Type] = &Stored; });
}

bool Catalogue::isCallName(StringRef Name) const {
  return CallsByName.count(Name) ||
         findName(BuiltIn->Tables.Calls.Names, Name).has_value();
}

const CallEntry *Catalogue::findFunction(StringRef Name) const {
  const CallEntry *Own = CallsByName.lookup(Name);
  return Own ? Own : BuiltIn->Calls.find(Name);
}

const CallEntry *Catalogue::findByPointerType(StringRef Name) const {
  // A function whose own name is in capitals says nothing of its pointers.
  if (isCallName(Name))
    return nullptr;
  Name.consume_front("LP");
  if (const CallEntry *Own = FunctionsByPointerType.lookup(Name))
    return Own;
  const std::optional<unsigned> Call =
      findName(BuiltIn->Tables.PointerTypes, Name);
  return Call ? &BuiltIn->Calls[*Call] : nullptr;
}

const CallEntry *Catalogue::findMethod(StringRef Interface,
                                       StringRef Method) const {
  SmallString<64> Name(Interface);
  Name += "::";
  Name += Method;
  if (const CallEntry *Entry = findFunction(Name))
    return Entry;
  if (const InterfaceEntry *Declared = findInterface(Interface))
    for (const std::string &Base : Declared->Bases)
      if (const CallEntry *Entry = findMethod(Base, Method))
        return Entry;
  return nullptr;
}

const CallEntry *Catalogue::uninitialiserOf(InitLevel Level) const {
  if (int Call = BuiltIn->Tables.Uninitialisers[unsigned(Level)]; Call >= 0)
    return &BuiltIn->Calls[static_cast<unsigned>(Call)];
  auto It = find_if(Calls, [Level](const CallEntry &Each) {
    return Each.Uninitialises == Level;
  });
  return It == Calls.end() ? nullptr : &*It;
}

bool Catalogue::isMapiLibrary(StringRef File) const {
  std::string Name =
      sys::path::filename(File, sys::path::Style::windows).lower();
  if (!StringRef(Name).contains('.'))
    Name += ".dll"; // as LoadLibrary does
  return Libraries.count(Name) || hasWord(BuiltIn->Tables.Libraries, Name);
}

bool Catalogue::isMapiHeader(StringRef Name) const {
  // Windows code separates folders by either slash.
  const std::string File =
      sys::path::filename(Name, sys::path::Style::windows).lower();
  return Headers.count(File) || hasWord(BuiltIn->Tables.Headers, File);
}

/// Whether calls of it are what the checks look for, not only what they know.
static bool isOfMapi(const CallEntry &Entry) {
  return Entry.Mapi || Entry.Initialises || Entry.Uninitialises;
}

bool Catalogue::isMapiCall(StringRef Word) const {
  const CallEntry *Entry = findFunction(Word);
  return Entry && isOfMapi(*Entry);
}

bool Catalogue::isMapiName(StringRef Word) const {
  Word = Word.ltrim('_'); // as in _MAPIUninitialize@0
  const CallEntry *Entry = findFunction(Word);
  if (!Entry)
    Entry = findByPointerType(Word);
  if (Entry)
    return isOfMapi(*Entry);
  const InterfaceEntry *Known = findInterface(Word);
  return Known && Known->Scope != InterfaceScope::Foreign;
}

bool Catalogue::freesBlocks(StringRef Call) const {
  return any_of(BuiltIn->Tables.BlockFreers,
                [&](const CompiledName &Freer) {
                  return Freer.Name == Call &&
                         !Blocks.count(BuiltIn->Blocks[Freer.Entry].Name);
                }) ||
         any_of(Blocks,
                [Call](const auto &Each) { return Each.second.Free == Call; });
}

const BlockEntry *Catalogue::findBlock(StringRef Tag) const {
  auto It = Blocks.find(Tag);
  return It == Blocks.end() ? BuiltIn->Blocks.find(Tag) : &It->second;
}

bool Catalogue::isElementName(StringRef Member) const {
  return ElementNames.count(Member) ||
         hasWord(BuiltIn->Tables.ElementNames, Member);
}

bool Catalogue::isMethodName(StringRef Name) const {
  return MethodNames.count(Name) || hasWord(BuiltIn->Tables.MethodNames, Name);
}

bool Catalogue::isVerb(StringRef Word, VerbMeaning Meaning) const {
  return Verbs[unsigned(Meaning)].count(Word) ||
         hasWord(BuiltIn->Tables.Verbs[unsigned(Meaning)], Word);
}

size_t Catalogue::size() const { return BuiltIn->Calls.size() + Calls.size(); }

const InterfaceEntry *Catalogue::findInterface(StringRef Name) const {
  const InterfaceEntry *Own = InterfacesByName.lookup(Name);
  return Own ? Own : BuiltIn->Interfaces.find(Name);
}

} // namespace mapitidy
