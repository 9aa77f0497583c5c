//===- GraphDump.cpp - Flow graphs to look at -----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hosts/GraphDump.h"
#include "catalogue/Catalogue.h"
#include "model/GraphText.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

namespace {

/// Places as line:column, with the file's name in front if it is a header.
class UnitNames : public GraphNames {
public:
  explicit UnitNames(const SourceManager &Sources) : Sources(Sources) {}

  std::string nameOf(SourcePlace Place) override;
  std::optional<SourcePlace> placeNamed(StringRef Name) override {
    auto Known = Places.find(Name);
    if (Known == Places.end())
      return std::nullopt;
    return Known->second;
  }

  std::string nameOf(const CallEntry &Entry) override {
    return nameIn(Calls, &Entry, Entry.Call);
  }
  const CallEntry *callNamed(StringRef Name) override {
    return Calls.lookup(Name);
  }

private:
  /// \returns a name that nothing else has in \p Taken.
  template <typename Thing>
  static std::string nameIn(StringMap<Thing> &Taken, Thing Named,
                            std::string Name) {
    while (Taken.try_emplace(Name, Named).first->second != Named)
      Name += '\'';
    return Name;
  }

  const SourceManager &Sources;
  /// What has been named.
  StringMap<SourcePlace> Places;
  StringMap<const CallEntry *> Calls;
};

} // namespace

std::string UnitNames::nameOf(SourcePlace Place) {
  const SourceLocation At =
      Sources.getExpansionLoc(SourceLocation::getFromRawEncoding(Place));
  std::string Name = (Twine(Sources.getSpellingLineNumber(At)) + ":" +
                      Twine(Sources.getSpellingColumnNumber(At)))
                         .str();
  if (!Sources.isWrittenInMainFile(At)) {
    // White space would end the name.
    std::string File = sys::path::filename(Sources.getFilename(At)).str();
    std::replace(File.begin(), File.end(), ' ', '_');
    Name = File + ":" + Name;
  }
  // A macro has many places in one.
  return nameIn(Places, Place, std::move(Name));
}

Error show(FlowGraph &Graph, const Options &Wanted,
           const SourceManager &Sources) {
  const bool Prints =
      Wanted.DumpGraph == "*" || Wanted.DumpGraph == Graph.Function;
  if (!Prints && !Wanted.ReadGraphsBack)
    return Error::success();
  UnitNames Names(Sources);
  std::string Text;
  raw_string_ostream Out(Text);
  print(Graph, Names, Out);
  if (Prints)
    outs() << Text << '\n';
  if (!Wanted.ReadGraphsBack)
    return Error::success();
  Expected<FlowGraph> Read = parseGraph(Text, Names);
  if (!Read)
    return Read.takeError();
  std::string Again;
  raw_string_ostream OutAgain(Again);
  print(*Read, Names, OutAgain);
  if (Again != Text)
    return createStringError(inconvertibleErrorCode(),
                             "its flow graph reads back as another one");
  Graph = std::move(*Read);
  return Error::success();
}

std::unique_ptr<Trace> traceFor(const FlowGraph &Graph, const Options &Wanted) {
  if (Wanted.Trace.empty() || Wanted.Trace != Graph.Function)
    return nullptr;
  return std::make_unique<Trace>(Graph, outs());
}

} // namespace mapitidy
