//===- Catalogue.h - What a call does, as data ------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The catalogue says what each call of Extended MAPI, OLE and COM does to
/// ownership and to the ladder at the end of a session: what the caller owns
/// afterwards, what it gives back, which registration is made or cancelled,
/// which library goes up or down. It is data (YAML): the built-in files in
/// catalogue/data, which the build compiles (BuiltInEntries.h), and files of
/// the user that describe wrappers of their own.
/// docs/catalogue.md describes the format. The source of each built-in entry
/// is the page of Microsoft's MAPI reference named in its `page` key.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CATALOGUE_CATALOGUE_H
#define MAPITIDY_CATALOGUE_CATALOGUE_H

#include "catalogue/Mentions.h"
#include "model/Slot.h"
#include "model/Summary.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace mapitidy {

/// What the caller owns after an acquisition. `Session` is a logon of the
/// caller's own, which it must log off; `BorrowedSession` is a reference to
/// somebody else's logon, which it must only release.
enum class ResourceKind {
  Interface,
  Session,
  BorrowedSession,
  Buffer,
  RowSet,
  AddressList,
  MessageSession,
  FormArray,
  Lent,    ///< an interface without a reference
  Chained, ///< memory of MAPIAllocateMore: it goes with its root
  Handle,
  Module,        ///< a DLL that the code loaded for itself
  BorrowedModule ///< one that somebody else loaded
};

/// Whether \p Kind is a session, whoever logged it on.
inline bool isSession(ResourceKind Kind) {
  return Kind == ResourceKind::Session || Kind == ResourceKind::BorrowedSession;
}

/// Whether \p Kind is memory that its owner must free.
inline bool isMemory(ResourceKind Kind) {
  return Kind == ResourceKind::Buffer || Kind == ResourceKind::RowSet ||
         Kind == ResourceKind::AddressList || Kind == ResourceKind::FormArray;
}

/// How the result of a call tells success from failure.
enum class StatusKind {
  HResult,      ///< negative is failure, MAPI_W_* and S_FALSE are successes
  NonzeroFails, ///< Simple MAPI: every nonzero code is a failure
  None,         ///< void, or a result that proves nothing (Release)
  Bool,         ///< zero is failure
  Pointer       ///< null is failure
};

/// On which results an effect takes place. `SOk` is S_OK only: the page
/// documents no warning that hands over ownership.
enum class EffectWhen { Success, Always, SOk, Failure };

/// The libraries that are counted up and down around a session. The order is
/// that of the ladder's steps 6 to 8; COM is not on the ladder.
enum class InitLevel { Ole, Mapi, MapiUtil, Com };
constexpr unsigned InitLevelCount = 4;

/// Something the caller owns after the call.
struct Acquisition {
  Slot Into;
  ResourceKind Kind = ResourceKind::Interface;
  std::string Type;       ///< interface name, empty if chosen by IID
  std::vector<Slot> From; ///< what it hangs off; empty: nothing of MAPI
  EffectWhen When = EffectWhen::Success;
  std::string Free;    ///< the call that gives it back
  std::string Field;   ///< member of the block behind the parameter
  bool Raw = false;    ///< memory for the caller to fill
  bool IfNull = false; ///< only if the caller passes a null pointer
  /// A success may hand out nothing: there is an error or problem to tell of,
  /// or not.
  bool MaybeNull = false;
  /// The parameter that says how many things the block is for. It is not zero:
  /// an empty block is nobody's loss.
  std::optional<Slot> Count;
};

/// One reference, or a block of memory, given back.
struct GiveBack {
  Slot What;
  std::string How; ///< `Release`, or the function that frees it
  EffectWhen When = EffectWhen::Always;
  bool NullOk = false;
};

/// A reference that the callee keeps for itself (COM: it calls AddRef).
struct Retention {
  Slot What;
  std::string Until;
  /// The call before which the caller must have released its own reference.
  std::string ReleaseBefore;
};

/// An Advise call. The token it writes is what Unadvise takes.
struct Registration {
  Slot Token;
  std::optional<Slot> Sink;
  std::string CancelledBy;
};

/// An Unadvise call.
struct Cancellation {
  Slot Token;
};

/// A handle pair outside COM's counting (bookmarks, idle routines, forms).
struct HandleOpening {
  Slot Handle;
  std::string ClosedBy;
};

/// The closing half of a handle pair.
struct HandleClosing {
  Slot Handle;
};

/// A flag argument that switches an invalidation off.
struct FlagGuard {
  Slot Parameter;
  unsigned Mask = 0;
};

/// A call after which only \c Except may still be called on an object.
struct Invalidation {
  Slot What;
  EffectWhen When = EffectWhen::Success;
  std::optional<FlagGuard> UnlessFlags;
  std::vector<std::string> Except;
  bool Children = false; ///< what was opened from it as well
  bool Doubtful = false; ///< it depends on who implements it
  /// Interfaces to whose objects the call does nothing of the kind.
  std::vector<std::string> NotOf;
};

/// What a flag argument must look like.
struct FlagRule {
  Slot Parameter;
  /// The member of the structure that the parameter points to; `*` for the
  /// number that it points to; empty for the parameter itself.
  std::string Field;
  uint64_t Never = 0;        ///< none of these bits may be set
  uint64_t AtMostOneOf = 0;  ///< of these bits
  uint64_t ExactlyOneOf = 0; ///< of these bits
  /// What is wrong, as it continues `IMAPISession::Logoff is called with`.
  std::string Says;
  std::string Drop; ///< the flag that should go
  /// The rule is one that the user may switch off.
  bool SharedLogoff = false;
};

/// A bit that MAPIInitialize and MAPILogonEx must agree on.
struct AgreedFlag {
  Slot Parameter;
  std::string Field; ///< as in FlagRule
  uint64_t Mask = 0;
  std::string Name;
};

/// Objects of \c Type that hang off the receiver and that the call's number
/// names must have been released.
struct ChildRemoval {
  Slot Number;
  std::string Type;
};

/// The entry's name is that of a function's type, which the code implements.
/// Such a function has a pointer to \c Structure, named by its tag, as a
/// parameter.
struct CallbackType {
  Slot Parameter;
  std::string Structure;
};

/// On which values of a parameter an entry point may remove a library.
struct RemovalEvent {
  Slot Parameter;
  std::vector<int64_t> Values;
};

/// One call with all its effects. A method is named `Interface::Method`; a
/// function whose parameters matter is named with their types, `f(int)`.
struct CallEntry {
  std::string Call;
  std::vector<std::string> Also;
  /// Of a function: further types of pointers to it.
  std::vector<std::string> PointerTypes;
  std::string Page;
  StatusKind Status = StatusKind::HResult;
  /// What it gives, if that is the same always.
  std::optional<int64_t> Returns;
  std::vector<Acquisition> Acquires;
  std::vector<Slot> Lends;
  /// The result points into the block that it is given here.
  std::optional<Slot> FindsIn;
  std::optional<Slot> AddsReference;
  std::vector<GiveBack> Releases;
  std::vector<Retention> Keeps;
  std::optional<Registration> Registers;
  std::optional<Cancellation> Cancels;
  std::optional<HandleOpening> Pairs;
  std::optional<HandleClosing> Closes;
  std::optional<InitLevel> Initialises;
  /// On which results it does. OleInitialize's S_FALSE, it is up already, must
  /// be undone as well.
  EffectWhen InitialisesWhen = EffectWhen::SOk;
  std::optional<InitLevel> Uninitialises;
  std::optional<Slot> LogsOff;
  bool FastShutdown = false;
  std::vector<Invalidation> Invalidates;
  std::vector<Slot> Modifies;
  std::vector<FlagRule> Flags;
  std::optional<AgreedFlag> Agrees;
  std::optional<ChildRemoval> RemovesChild;
  /// Mail is on its way from here on; it takes its time.
  bool SubmitsMail = false;
  /// It throws or ends the process, though its declaration does not say so.
  bool NeverReturns = false;
  /// ... but throws.
  bool Throws = false;
  /// Gives mail the time or the push that it needs.
  bool DeliversMail = false;
  /// A file of this name is deleted or renamed.
  std::optional<Slot> RemovesFile;
  /// The code implements it; it runs while a process or library starts or ends,
  /// or where else the libraries may not go up or down.
  bool Locked = false;
  std::optional<CallbackType> Callback;
  std::optional<RemovalEvent> AllowsRemoval;
  /// The parameter is run on a thread of its own.
  std::optional<Slot> StartsThread;
  bool AllowedAfterUninitialise = false;
  bool Mapi = true;
  std::string Note;
  /// The function as a whole, in place of the effects above: each way in which
  /// it can end.
  std::vector<Outcome> Outcomes;
  /// Outcomes says it all, even if it is empty: such a function never returns.
  bool Summarised = false;
  /// file:line:column, if it is in a user's file.
  std::string Where;

  /// The part before the last `::`; empty for a function.
  llvm::StringRef interface() const;
  /// The part after `::`, or the function's name.
  llvm::StringRef name() const;
  /// Whether a function that calls this is of interest because of it: not if
  /// it only frees, waits or deletes.
  bool isIncidental() const;
};

/// Calls \p Use with each name under which \p Entry is found.
void forEachName(const CallEntry &Entry,
                 llvm::function_ref<void(llvm::StringRef)> Use);
/// Calls \p Use with each type of pointers to the function \p Entry, without
/// the prefix LP. A method has none.
void forEachPointerType(const CallEntry &Entry,
                        llvm::function_ref<void(llvm::StringRef)> Use);

/// The call that gives back what \p How acquired; empty if it is not known.
llvm::StringRef deallocatorOf(const Acquisition &How);

/// \returns what is assumed where the summarised call \p Entry ends in \p Way,
/// as `OpenStore fails`; empty if its result does not say.
std::string describe(const CallEntry &Entry, const Outcome &Way);

/// Whether objects of an interface live in a session, need only the process's
/// MAPIInitialize, or are not MAPI's at all (IStream).
enum class InterfaceScope { Session, Process, Foreign };

struct InterfaceEntry {
  std::string Name;
  std::vector<std::string> Bases;
  InterfaceScope Scope = InterfaceScope::Session;
  std::string Where; ///< as in CallEntry
};

/// A structure in MAPI's memory.
struct BlockEntry {
  std::string Name; ///< its tag
  /// Of a block of blocks: the member that counts them, and the member of each
  /// that owns memory of its own.
  std::string Count, Elements;
  /// Of a block that is only handed out if there is something in it: the member
  /// that counts.
  std::string NeverEmpty;
  /// The call that frees it with its elements; the one that frees the block
  /// itself once its elements own nothing.
  std::string Free, Shell;
};

/// What a verb in the name of a function without a visible body says of it:
/// that it gives back what it gets, keeps it, makes an object of it that owns
/// it, or throws and does not return.
enum class VerbMeaning { GivesBack, Keeps, Looks, Makes, Throws };
constexpr unsigned VerbMeaningCount = 5;

/// Verbs with one meaning, in lower case.
struct VerbList {
  VerbMeaning Meaning = VerbMeaning::GivesBack;
  std::vector<std::string> Words;
};

struct BuiltInEntries;
struct CatalogueFile;

/// All entries, looked up by name. Entries keep their addresses.
class Catalogue {
public:
  /// No entries at all.
  Catalogue();
  Catalogue(Catalogue &&) = default;
  Catalogue &operator=(Catalogue &&) = default;

  /// The entries that ship with mapi-tidy. It costs next to nothing: they are
  /// the same for all, and each is read when it is first asked for.
  static Catalogue builtIn();

  /// Adds the entries of \p Yaml; one that is there already is replaced. The
  /// error names file, line and column, and what was expected there. After an
  /// error the catalogue is of no use.
  llvm::Error add(llvm::MemoryBufferRef Yaml);

  /// Adds entries that are known to be right and whose steps name no others.
  void add(CatalogueFile File);

  /// Adds the files of the option mapi.Catalogue, whose names are separated by
  /// `;` and which may name each other's entries. The error has what is wrong
  /// with each.
  llvm::Error addFiles(llvm::StringRef Names);

  /// What is strange in the files that were added, with file, line and column.
  llvm::ArrayRef<std::string> warnings() const { return Warnings; }

  /// \returns the function's entry, or null.
  const CallEntry *findFunction(llvm::StringRef Name) const;

  /// \returns the function's entry that pointers of the type \p Name point to:
  /// Microsoft's headers call the type of MAPILogonEx MAPILOGONEX, and a
  /// pointer LPMAPILOGONEX. Null if there is none.
  const CallEntry *findByPointerType(llvm::StringRef Name) const;

  /// \returns the entry of the method in \p Interface or in one of its bases,
  /// or null.
  const CallEntry *findMethod(llvm::StringRef Interface,
                              llvm::StringRef Method) const;

  const InterfaceEntry *findInterface(llvm::StringRef Name) const;

  const BlockEntry *findBlock(llvm::StringRef Tag) const;
  /// Whether \p Call frees a block of blocks with all its elements.
  bool freesBlocks(llvm::StringRef Call) const;
  /// Whether a block of blocks owns memory through members of this name.
  bool isElementName(llvm::StringRef Member) const;

  /// Whether some entry is a method of this name: the cheap look.
  bool isMethodName(llvm::StringRef Name) const;

  /// Whether some entry of the user is a function as a whole.
  bool hasSummaries() const { return HasSummaries; }

  /// \returns the function that takes \p Level down, or null.
  const CallEntry *uninitialiserOf(InitLevel Level) const;

  /// Whether \p File is one of the libraries that implement MAPI itself.
  bool isMapiLibrary(llvm::StringRef File) const;

  /// Whether the header \p Name declares MAPI, whatever its capitalisation and
  /// folder.
  bool isMapiHeader(llvm::StringRef Name) const;

  /// Whether \p Word is a function of MAPI's, or starts or stops a library.
  bool isMapiCall(llvm::StringRef Word) const;

  /// Whether a text in which \p Word stands may use MAPI, or start or stop one
  /// of the libraries: it is the name of such a function, of the type of a
  /// pointer to one, or of an interface.
  bool isMapiName(llvm::StringRef Word) const;

  /// Whether \p Word, in lower case, is a verb with this meaning.
  bool isVerb(llvm::StringRef Word, VerbMeaning Meaning) const;

  /// The entries of functions that the code implements.
  llvm::ArrayRef<const CallEntry *> callbacks() const { return Callbacks; }

  size_t size() const;

  /// Finds the entries that the steps of summaries name.
  /// \returns an error that names one that is not there.
  llvm::Error link(std::vector<Step> &Steps) const;

private:
  /// Adds a file, which must be checked with all others.
  llvm::Error read(llvm::MemoryBufferRef Yaml);
  llvm::Error check();
  llvm::Error check(const Mention &Each);
  llvm::Error checkBases(const InterfaceEntry &Entry) const;
  bool isDeallocator(llvm::StringRef Name) const;
  void insert(CallEntry Entry);
  bool isCallName(llvm::StringRef Name) const;

  const BuiltInEntries *BuiltIn; ///< never null
  /// Those of the user, which replace built-in ones of the same name.
  std::deque<CallEntry> Calls;
  std::deque<InterfaceEntry> Interfaces;
  llvm::StringMap<BlockEntry> Blocks;
  llvm::StringMap<char> ElementNames;
  llvm::StringMap<char> Libraries; ///< in lower case
  llvm::StringMap<char> Headers;   ///< in lower case
  llvm::StringMap<char> Verbs[VerbMeaningCount];
  std::vector<const CallEntry *> Callbacks;
  llvm::StringMap<const CallEntry *> CallsByName;
  llvm::StringMap<const InterfaceEntry *> InterfacesByName;
  llvm::StringMap<const CallEntry *> FunctionsByPointerType;
  llvm::StringMap<char> MethodNames;
  bool HasSummaries = false;
  std::vector<Mention> Mentions; ///< not checked yet
  size_t Linked = 0;             ///< calls whose steps are linked
  std::vector<std::string> Warnings;
};

} // namespace mapitidy

#endif // MAPITIDY_CATALOGUE_CATALOGUE_H
