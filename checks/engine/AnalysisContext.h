//===- AnalysisContext.h - What simulations share ---------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the simulations of one function share: the graph, where pointers come
/// from, and the findings so far.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_ENGINE_ANALYSISCONTEXT_H
#define MAPITIDY_ENGINE_ANALYSISCONTEXT_H

#include "catalogue/Catalogue.h"
#include "engine/core/PathEngine.h"
#include "engine/simulations/Origins.h"
#include "findings/Finding.h"
#include "llvm/ADT/DenseSet.h"

namespace mapitidy {

/// What a simulation has to say.
struct Fault {
  Rule Broken = Rule::LiveAtLogoff;
  SourcePlace Place = 0;
  std::string Message;
  unsigned Subject = 0; ///< an operation's index, a level or a path
  /// The operation that does the damage, if it is one.
  const Operation *At = nullptr;
  /// The earlier one at Place that is to blame, if At is not.
  const Operation *Blamed = nullptr;
  /// What acquired the subject, if it was acquired.
  const Operation *Source = nullptr;
  /// The path that holds it.
  PathId Holder = NoPath;
  std::optional<InitLevel> Level;
  CallChain TakenUp; ///< as of the finding
  /// Where the variable is declared, if that is at fault.
  SourcePlace Declared = 0;
  /// The repair, if it needs no planning.
  Repair Known;
  /// The way to it.
  std::vector<TrailStep> Way;
  bool Thrown = false; ///< an exception leaves the function
  /// It is so on one of several ways, and nobody knows which.
  bool Doubted = false;
  /// A second acquisition takes the place of the subject.
  bool Reacquired = false;
};

class AnalysisContext {
public:
  AnalysisContext(const FlowGraph &Graph, const Catalogue &Entries,
                  const Origins &From, Trace *Watch)
      : Graph(Graph), Entries(Entries), From(From), Watch(Watch) {}

  const FlowGraph &Graph;
  const Catalogue &Entries;
  const Origins &From;
  Trace *const Watch; ///< null unless somebody looks

  /// Whether \p A and \p B are one, or are connected by copies somewhere in the
  /// function.
  bool mayBeCopies(PathId A, PathId B);

  /// Adds a finding with the notes of \p State's way. The same rule, place
  /// and subject is reported once. \returns its index.
  size_t report(PathEngine &Engine, const PathState &State, Fault Found);
  /// The same for a way that was kept.
  size_t report(Fault Found, std::vector<FindingNote> Way);
  /// The steps to \p State that matter, as notes.
  std::vector<FindingNote> wayTo(PathEngine &Engine, const PathState &State);

  /// \returns the call inside of a function that would have handed something
  /// out into \p Path, if the step took a way out of it without that call; or
  /// null.
  const Operation *skippedAcquisition(const TrailStep &Step, PathId Path) const;

  /// Adds a note to a finding, unless it is there already.
  void addNote(size_t Finding, SourcePlace Place, std::string Text);

  /// Calls \p Visit for each finding so far.
  void forEachFinding(llvm::function_ref<void(const Fault &, Finding &)> Visit);

  bool isReported(Rule Broken, SourcePlace Place) const;

  /// Whether \p Path is a member of a block that a variable of the function's
  /// own holds, and that never leaves the function.
  bool isInOwnBlock(PathId Path) const;

  /// Whether what \p Source acquires by \p How, and holds as a \p Type, is
  /// MAPI's, and not only COM's.
  bool isMapis(const Operation &Source, const Acquisition &How,
               llvm::StringRef Type) const;

  std::vector<Finding> takeFindings();

  /// MAPIUninitialize calls that only undo a nested MAPIInitialize.
  llvm::DenseSet<unsigned> NestedUninitialise;
  /// Loans of what stays the function's own.
  llvm::DenseSet<unsigned> ComeBack;
  /// Variables, and whether they hold blocks that nobody else sees.
  mutable llvm::DenseMap<PathId, bool> OwnBlocks;
  /// Operations that a finding's note explains already.
  llvm::DenseSet<unsigned> Explained;

private:
  std::optional<llvm::IntEqClasses> Copied; ///< made when first asked for
  bool isDecisive(BlockId Branch, BlockId Reported) const;

  struct Key {
    Rule Broken;
    SourcePlace Place;
    unsigned Subject;
    bool operator==(const Key &Other) const {
      return Broken == Other.Broken && Place == Other.Place &&
             Subject == Other.Subject;
    }
  };
  std::vector<Finding> Findings;
  std::vector<Fault> Faults; ///< of each finding
  std::vector<Key> Keys;
};

/// Whether \p Op hands something out into \p Path.
bool handsOutInto(const Operation &Op, PathId Path);

/// `'hr' is a failure`, for the branch that was taken.
std::string describe(const FlowGraph &Graph, const TrailStep &Branch);

/// `'db' (IMsgStore)`, or what the call handed out if it has no name.
std::string describe(const FlowGraph &Graph, PathId Path,
                     llvm::StringRef Interface);

/// On which results a call does what it is followed for: hands something out,
/// or initialises.
EffectWhen effectOf(const CallEntry &Entry);

/// What a call's result is known to be after success, or after failure.
Value successValue(const CallEntry &Entry, EffectWhen When);
Value failureValue(const CallEntry &Entry);

/// Adds the way on which the call \p Op fails to \p After, if it may; on
/// \p Now it has succeeded.
void partByOutcome(const Operation &Op, PathState &Now,
                   std::vector<PathState> &After);

} // namespace mapitidy

#endif // MAPITIDY_ENGINE_ANALYSISCONTEXT_H
