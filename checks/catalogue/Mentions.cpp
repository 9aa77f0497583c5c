//===- Mentions.cpp - What a catalogue file refers to ---------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/Mentions.h"
#include "catalogue/Catalogue.h"
#include "llvm/Support/YAMLParser.h"
#include "llvm/Support/YAMLTraits.h"

using namespace llvm;

namespace mapitidy {

std::string MentionReader::locate(yaml::IO &IO, StringRef Name) const {
  StringRef Text = File.getBuffer();
  size_t At = 0;
  if (const yaml::Node *Node = static_cast<yaml::Input &>(IO).getCurrentNode())
    if (const char *Start = Node->getSourceRange().Start.getPointer();
        Start >= Text.begin() && Start <= Text.end())
      At = Start - Text.begin();
  if (size_t Found = Text.find(Name, At); Found != StringRef::npos)
    At = Found;
  StringRef Before = Text.take_front(At);
  size_t Line = Before.count('\n') + 1;
  size_t Column = At - (Before.rfind('\n') + 1) + 1; // npos + 1 is 0
  return (File.getBufferIdentifier() + ":" + Twine(Line) + ":" + Twine(Column))
      .str();
}

const YamlContext &contextOf(yaml::IO &IO) {
  static const YamlContext None;
  const void *Context = IO.getContext();
  return Context ? *static_cast<const YamlContext *>(Context) : None;
}

static MentionReader *readerOf(yaml::IO &IO) {
  return IO.outputting() ? nullptr : contextOf(IO).Reader;
}

void mention(yaml::IO &IO, Mention::Kind Is, StringRef Name) {
  MentionReader *Reader = readerOf(IO);
  if (Reader && !Name.empty())
    Reader->All.push_back({Is, Name.str(), Reader->locate(IO, Name)});
}

std::string whereOf(yaml::IO &IO, StringRef Name) {
  const MentionReader *Reader = readerOf(IO);
  return Reader ? Reader->locate(IO, Name) : "";
}

std::optional<unsigned> parameterCount(StringRef Call) {
  auto [Name, Types] = Call.split('(');
  if (Name.size() == Call.size() || !Types.consume_back(")"))
    return std::nullopt;
  if (Types.contains("..."))
    return std::nullopt;
  unsigned Count = !Types.trim().empty(), Depth = 0;
  for (char Each : Types) {
    Depth += Each == '(' || Each == '<';
    Depth -= (Each == ')' || Each == '>') && Depth > 0;
    Count += Each == ',' && Depth == 0;
  }
  return Count;
}

namespace {

/// Keeps the highest index that it is shown.
class Highest {
public:
  void see(Slot At) { seeIndex(At.Index); }
  void see(const std::optional<Slot> &At) {
    if (At)
      see(*At);
  }
  void see(ArrayRef<Slot> All) {
    for (Slot At : All)
      see(At);
  }
  void see(const Place &At) {
    if (At.From == Place::Root::Parameter)
      seeIndex(static_cast<int64_t>(At.Index));
  }
  void see(ArrayRef<Step> Steps) {
    for (const Step &Each : Steps) {
      see(Each.Target);
      see(Each.Source);
      see(Each.Receiver.At);
      for (const PlaceArgument &Given : Each.Arguments)
        see(Given.At);
      see(ArrayRef(Each.Then));
      see(ArrayRef(Each.Else));
    }
  }

  unsigned Used = 0;

private:
  void seeIndex(int64_t Index) {
    if (Index >= static_cast<int64_t>(Used))
      Used = static_cast<unsigned>(Index) + 1;
  }
};

} // namespace

unsigned parametersUsed(const CallEntry &Entry) {
  Highest Seen;
  for (const Acquisition &How : Entry.Acquires) {
    Seen.see(How.Into);
    Seen.see(How.From);
  }
  Seen.see(Entry.Lends);
  Seen.see(Entry.FindsIn);
  Seen.see(Entry.AddsReference);
  for (const GiveBack &Back : Entry.Releases)
    Seen.see(Back.What);
  for (const Retention &Kept : Entry.Keeps)
    Seen.see(Kept.What);
  if (Entry.Registers) {
    Seen.see(Entry.Registers->Token);
    Seen.see(Entry.Registers->Sink);
  }
  if (Entry.Cancels)
    Seen.see(Entry.Cancels->Token);
  if (Entry.Pairs)
    Seen.see(Entry.Pairs->Handle);
  if (Entry.Closes)
    Seen.see(Entry.Closes->Handle);
  Seen.see(Entry.LogsOff);
  for (const Invalidation &Each : Entry.Invalidates) {
    Seen.see(Each.What);
    if (Each.UnlessFlags)
      Seen.see(Each.UnlessFlags->Parameter);
  }
  Seen.see(Entry.Modifies);
  for (const FlagRule &Rule : Entry.Flags)
    Seen.see(Rule.Parameter);
  if (Entry.Agrees)
    Seen.see(Entry.Agrees->Parameter);
  if (Entry.RemovesChild)
    Seen.see(Entry.RemovesChild->Number);
  Seen.see(Entry.RemovesFile);
  if (Entry.Callback)
    Seen.see(Entry.Callback->Parameter);
  if (Entry.AllowsRemoval)
    Seen.see(Entry.AllowsRemoval->Parameter);
  Seen.see(Entry.StartsThread);
  for (const Outcome &Way : Entry.Outcomes)
    Seen.see(ArrayRef(Way.Steps));
  return Seen.Used;
}

} // namespace mapitidy
