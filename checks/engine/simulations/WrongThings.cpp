//===- WrongThings.cpp - What no call like this frees ---------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/simulations/WrongThings.h"

using namespace llvm;

namespace mapitidy {

namespace {

/// What is wrong, and how it is said.
struct Mistake {
  Rule Broken;
  std::string Says;
};

/// Looks at one thing that a call gives back.
class WrongThing {
public:
  WrongThing(const AnalysisContext &Shared, const Operation &Op,
             const GiveBack &Back)
      : Shared(Shared), Op(Op), Back(Back), Given(Op.at(Back.What)) {}

  std::optional<Mistake> find() const {
    if (isAcquired())
      return std::nullopt; // it is followed from there
    if (Given.How == Argument::Mode::ByValue)
      return asTyped();
    // In the replay of a summary a pointer that points to a variable on some
    // ways only is its address, too.
    if (Given.How != Argument::Mode::ByAddress || !Op.Inside.empty())
      return std::nullopt;
    return Given.Path != NoPath ? asVariable() : asPart();
  }

private:
  const AccessPath &pathOf(PathId Id) const { return Shared.Graph.Paths[Id]; }

  /// Whether the function has acquired it, or what it is a part of.
  bool isAcquired() const {
    return any_of(Shared.From.of(Op).at(Back.What), [this](OriginId Id) {
      return Shared.From[Id].From == Origin::Kind::Acquired;
    });
  }
  bool isFree() const { return Back.How != "Release" && Op.Entry->Mapi; }

  std::optional<Mistake> asVariable() const {
    if (!isFree() || pathOf(Given.Path).Name.empty())
      return std::nullopt;
    return Mistake{Rule::VariableFreed,
                   "the address of " + describe(Shared.Graph, Given.Path, "") +
                       " is given to " + Op.Entry->Call +
                       ", but a variable is no block of MAPI's"};
  }

  std::optional<Mistake> asPart() const {
    if (!isFree() || Given.Within == NoPath ||
        pathOf(Given.Within).Block.empty())
      return std::nullopt;
    const std::string Around = pathOf(Given.Within).Name.empty()
                                   ? "a block"
                                   : describe(Shared.Graph, Given.Within, "");
    return Mistake{Rule::InteriorFreed,
                   "a part of " + Around + " is freed by itself"};
  }

  std::optional<Mistake> asTyped() const {
    const AccessPath &Path = pathOf(Given.Path);
    const BlockEntry *Block = Shared.Entries.findBlock(Path.Block);
    if (Back.How == "Release")
      return Block ? goesWith(Rule::WronglyFreed, Block->Free.empty()
                                                      ? "MAPIFreeBuffer"
                                                      : Block->Free)
                   : std::nullopt;
    if (const InterfaceEntry *Known =
            Shared.Entries.findInterface(Path.Interface))
      return Known->Scope != InterfaceScope::Foreign || Op.Entry->Mapi
                 ? goesWith(Rule::WronglyFreed, "Release")
                 : std::nullopt;
    if (Block && !Block->Free.empty() && Back.How != Block->Free &&
        Shared.Entries.freesBlocks(Back.How))
      return goesWith(Rule::SimilarlyFreed, Block->Free);
    return std::nullopt;
  }

  std::optional<Mistake> goesWith(Rule Broken, StringRef Right) const {
    return Mistake{Broken, describe(Shared.Graph, Given.Path,
                                    pathOf(Given.Path).Interface) +
                               " is given back by " + Op.Entry->Call +
                               ", but goes with " + Right.str()};
  }

  const AnalysisContext &Shared;
  const Operation &Op;
  const GiveBack &Back;
  const Argument Given;
};

} // namespace

void checkWrongThings(AnalysisContext &Shared, const Operation &Op) {
  for (const GiveBack &Back : Op.Entry->Releases) {
    std::optional<Mistake> Wrong = WrongThing(Shared, Op, Back).find();
    if (!Wrong)
      continue;
    Fault Found;
    Found.Broken = Wrong->Broken;
    Found.Place = Op.Place;
    Found.Message = std::move(Wrong->Says);
    Found.Subject = Op.Index;
    Found.At = &Op;
    Shared.report(std::move(Found), {});
  }
}

} // namespace mapitidy
