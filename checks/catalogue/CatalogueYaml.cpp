//===- CatalogueYaml.cpp - The catalogue's file format --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/CatalogueYaml.h"
#include "catalogue/SummaryYaml.h"
#include "catalogue/YamlWords.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"

using namespace llvm;
using namespace mapitidy;

LLVM_YAML_IS_FLOW_SEQUENCE_VECTOR(mapitidy::Slot)
LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::Acquisition)
LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::GiveBack)
LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::Retention)
LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::Invalidation)
LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::FlagRule)
LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::BlockEntry)
LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::CallEntry)
LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::InterfaceEntry)
LLVM_YAML_IS_SEQUENCE_VECTOR(mapitidy::VerbList)

namespace mapitidy {

/// `after-uninitialise: allowed` is a word so that it reads well in a file.
enum class AfterUninitialise { Forbidden, Allowed };

template <> struct WordsOf<ResourceKind> {
  static constexpr std::pair<StringLiteral, ResourceKind> All[] = {
      {"interface", ResourceKind::Interface},
      {"session", ResourceKind::Session},
      {"borrowed-session", ResourceKind::BorrowedSession},
      {"buffer", ResourceKind::Buffer},
      {"rowset", ResourceKind::RowSet},
      {"adrlist", ResourceKind::AddressList},
      {"message-session", ResourceKind::MessageSession},
      {"form-array", ResourceKind::FormArray},
      {"lent", ResourceKind::Lent},
      {"chained", ResourceKind::Chained},
      {"handle", ResourceKind::Handle},
      {"module", ResourceKind::Module},
      {"borrowed-module", ResourceKind::BorrowedModule}};
};

template <> struct WordsOf<StatusKind> {
  static constexpr std::pair<StringLiteral, StatusKind> All[] = {
      {"hresult", StatusKind::HResult},
      {"nonzero-fails", StatusKind::NonzeroFails},
      {"none", StatusKind::None},
      {"bool", StatusKind::Bool},
      {"pointer", StatusKind::Pointer}};
};

template <> struct WordsOf<EffectWhen> {
  static constexpr std::pair<StringLiteral, EffectWhen> All[] = {
      {"success", EffectWhen::Success},
      {"always", EffectWhen::Always},
      {"s-ok", EffectWhen::SOk},
      {"failure", EffectWhen::Failure}};
};

template <> struct WordsOf<InitLevel> {
  static constexpr std::pair<StringLiteral, InitLevel> All[] = {
      {"mapi", InitLevel::Mapi},
      {"ole", InitLevel::Ole},
      {"mapi-util", InitLevel::MapiUtil},
      {"com", InitLevel::Com}};
};

template <> struct WordsOf<InterfaceScope> {
  static constexpr std::pair<StringLiteral, InterfaceScope> All[] = {
      {"session", InterfaceScope::Session},
      {"process", InterfaceScope::Process},
      {"foreign", InterfaceScope::Foreign}};
};

template <> struct WordsOf<VerbMeaning> {
  static constexpr std::pair<StringLiteral, VerbMeaning> All[] = {
      {"gives-back", VerbMeaning::GivesBack},
      {"keeps", VerbMeaning::Keeps},
      {"looks", VerbMeaning::Looks},
      {"makes", VerbMeaning::Makes},
      {"throws", VerbMeaning::Throws}};
};

template <> struct WordsOf<AfterUninitialise> {
  static constexpr std::pair<StringLiteral, AfterUninitialise> All[] = {
      {"forbidden", AfterUninitialise::Forbidden},
      {"allowed", AfterUninitialise::Allowed}};
};

} // namespace mapitidy

namespace llvm::yaml {

template <> struct ScalarTraits<Slot> {
  static void output(const Slot &Value, void *, raw_ostream &OS) {
    switch (Value.Index) {
    case Slot::This:
      OS << "this";
      return;
    case Slot::Result:
      OS << "result";
      return;
    case Slot::Process:
      OS << "process";
      return;
    default:
      OS << Value.Index;
    }
  }

  static StringRef input(StringRef Text, void *, Slot &Value) {
    if (Text == "this")
      Value.Index = Slot::This;
    else if (Text == "result")
      Value.Index = Slot::Result;
    else if (Text == "process")
      Value.Index = Slot::Process;
    else if (Text.getAsInteger(10, Value.Index) || Value.Index < 0)
      return "expected 'this', 'result', 'process' or a parameter index";
    return {};
  }

  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <> struct ScalarTraits<ResourceKind> : WordTraits<ResourceKind> {};

template <> struct ScalarTraits<StatusKind> : WordTraits<StatusKind> {};

template <> struct ScalarTraits<EffectWhen> : WordTraits<EffectWhen> {};

template <> struct ScalarTraits<InitLevel> : WordTraits<InitLevel> {};

template <> struct ScalarTraits<InterfaceScope> : WordTraits<InterfaceScope> {};

template <> struct ScalarTraits<VerbMeaning> : WordTraits<VerbMeaning> {};

template <> struct MappingTraits<Acquisition> {
  static void mapping(IO &IO, Acquisition &Value) {
    IO.mapRequired("into", Value.Into);
    IO.mapOptional("kind", Value.Kind, ResourceKind::Interface);
    IO.mapOptional("type", Value.Type, std::string());
    IO.mapOptional("from", Value.From);
    IO.mapOptional("when", Value.When, EffectWhen::Success);
    IO.mapOptional("free", Value.Free, std::string());
    IO.mapOptional("field", Value.Field, std::string());
    IO.mapOptional("raw", Value.Raw, false);
    IO.mapOptional("if-null", Value.IfNull, false);
    IO.mapOptional("maybe-null", Value.MaybeNull, false);
    IO.mapOptional("count", Value.Count);
    mention(IO, Mention::Kind::Interface, Value.Type);
    mention(IO, Mention::Kind::Call, Value.Free);
  }
};

template <> struct MappingTraits<GiveBack> {
  static void mapping(IO &IO, GiveBack &Value) {
    IO.mapRequired("what", Value.What);
    IO.mapRequired("how", Value.How);
    IO.mapOptional("when", Value.When, EffectWhen::Always);
    IO.mapOptional("null-ok", Value.NullOk, false);
    mention(IO, Mention::Kind::How, Value.How);
  }
};

template <> struct MappingTraits<Retention> {
  static void mapping(IO &IO, Retention &Value) {
    IO.mapRequired("what", Value.What);
    IO.mapOptional("until", Value.Until, std::string());
    IO.mapOptional("release-before", Value.ReleaseBefore, std::string());
    mention(IO, Mention::Kind::Call, Value.ReleaseBefore);
  }
};

template <> struct MappingTraits<Registration> {
  static void mapping(IO &IO, Registration &Value) {
    IO.mapRequired("token", Value.Token);
    IO.mapOptional("sink", Value.Sink);
    IO.mapRequired("cancelled-by", Value.CancelledBy);
    mention(IO, Mention::Kind::Call, Value.CancelledBy);
  }
};

template <> struct MappingTraits<Cancellation> {
  static void mapping(IO &IO, Cancellation &Value) {
    IO.mapRequired("token", Value.Token);
  }
};

template <> struct MappingTraits<HandleOpening> {
  static void mapping(IO &IO, HandleOpening &Value) {
    IO.mapRequired("handle", Value.Handle);
    IO.mapRequired("closed-by", Value.ClosedBy);
    mention(IO, Mention::Kind::Call, Value.ClosedBy);
  }
};

template <> struct MappingTraits<HandleClosing> {
  static void mapping(IO &IO, HandleClosing &Value) {
    IO.mapRequired("handle", Value.Handle);
  }
};

template <> struct MappingTraits<FlagGuard> {
  static void mapping(IO &IO, FlagGuard &Value) {
    IO.mapRequired("parameter", Value.Parameter);
    IO.mapRequired("mask", Value.Mask);
  }
};

template <> struct MappingTraits<Invalidation> {
  static void mapping(IO &IO, Invalidation &Value) {
    IO.mapRequired("what", Value.What);
    IO.mapOptional("when", Value.When, EffectWhen::Success);
    IO.mapOptional("unless-flags", Value.UnlessFlags);
    IO.mapOptional("except", Value.Except);
    IO.mapOptional("children", Value.Children, false);
    IO.mapOptional("doubtful", Value.Doubtful, false);
    IO.mapOptional("not-of", Value.NotOf);
    for (const std::string &Interface : Value.NotOf)
      mention(IO, Mention::Kind::Interface, Interface);
  }
};

template <> struct MappingTraits<FlagRule> {
  static void mapping(IO &IO, FlagRule &Value) {
    IO.mapRequired("parameter", Value.Parameter);
    IO.mapOptional("field", Value.Field, std::string());
    IO.mapOptional("never", Value.Never, uint64_t(0));
    IO.mapOptional("at-most-one-of", Value.AtMostOneOf, uint64_t(0));
    IO.mapOptional("exactly-one-of", Value.ExactlyOneOf, uint64_t(0));
    IO.mapRequired("says", Value.Says);
    IO.mapOptional("drop", Value.Drop, std::string());
    IO.mapOptional("shared-logoff", Value.SharedLogoff, false);
  }
};

template <> struct MappingTraits<AgreedFlag> {
  static void mapping(IO &IO, AgreedFlag &Value) {
    IO.mapRequired("parameter", Value.Parameter);
    IO.mapOptional("field", Value.Field, std::string());
    IO.mapRequired("mask", Value.Mask);
    IO.mapRequired("name", Value.Name);
  }
};

template <> struct MappingTraits<ChildRemoval> {
  static void mapping(IO &IO, ChildRemoval &Value) {
    IO.mapRequired("number", Value.Number);
    IO.mapRequired("type", Value.Type);
    mention(IO, Mention::Kind::Interface, Value.Type);
  }
};

template <> struct MappingTraits<CallbackType> {
  static void mapping(IO &IO, CallbackType &Value) {
    IO.mapRequired("parameter", Value.Parameter);
    IO.mapRequired("structure", Value.Structure);
  }
};

template <> struct MappingTraits<RemovalEvent> {
  static void mapping(IO &IO, RemovalEvent &Value) {
    IO.mapRequired("parameter", Value.Parameter);
    IO.mapRequired("values", Value.Values);
  }
};

template <>
struct ScalarTraits<AfterUninitialise> : WordTraits<AfterUninitialise> {};

template <> struct MappingTraits<CallEntry> {
  static void mapping(IO &IO, CallEntry &Value) {
    IO.mapRequired("call", Value.Call);
    IO.mapOptional("also", Value.Also);
    IO.mapOptional("pointer-types", Value.PointerTypes);
    IO.mapOptional("page", Value.Page, std::string());
    IO.mapOptional("status", Value.Status, StatusKind::HResult);
    IO.mapOptional("returns", Value.Returns);
    IO.mapOptional("acquires", Value.Acquires);
    IO.mapOptional("lends", Value.Lends);
    IO.mapOptional("adds-reference", Value.AddsReference);
    IO.mapOptional("releases", Value.Releases);
    IO.mapOptional("keeps", Value.Keeps);
    IO.mapOptional("registers", Value.Registers);
    IO.mapOptional("cancels", Value.Cancels);
    IO.mapOptional("pairs", Value.Pairs);
    IO.mapOptional("closes", Value.Closes);
    IO.mapOptional("initialises", Value.Initialises);
    IO.mapOptional("initialises-when", Value.InitialisesWhen, EffectWhen::SOk);
    IO.mapOptional("uninitialises", Value.Uninitialises);
    IO.mapOptional("logs-off", Value.LogsOff);
    IO.mapOptional("fast-shutdown", Value.FastShutdown, false);
    IO.mapOptional("invalidates", Value.Invalidates);
    IO.mapOptional("modifies", Value.Modifies);
    IO.mapOptional("flags", Value.Flags);
    IO.mapOptional("agrees", Value.Agrees);
    IO.mapOptional("removes-child", Value.RemovesChild);
    IO.mapOptional("submits-mail", Value.SubmitsMail, false);
    IO.mapOptional("never-returns", Value.NeverReturns, false);
    IO.mapOptional("throws", Value.Throws, false);
    IO.mapOptional("delivers-mail", Value.DeliversMail, false);
    IO.mapOptional("removes-file", Value.RemovesFile);
    IO.mapOptional("locked", Value.Locked, false);
    IO.mapOptional("callback", Value.Callback);
    IO.mapOptional("allows-removal", Value.AllowsRemoval);
    IO.mapOptional("starts-thread", Value.StartsThread);
    IO.mapOptional("finds-in", Value.FindsIn);
    bool NeverReturns = Value.Summarised && Value.Outcomes.empty();
    AfterUninitialise After = Value.AllowedAfterUninitialise
                                  ? AfterUninitialise::Allowed
                                  : AfterUninitialise::Forbidden;
    IO.mapOptional("after-uninitialise", After, AfterUninitialise::Forbidden);
    Value.AllowedAfterUninitialise = After == AfterUninitialise::Allowed;
    IO.mapOptional("mapi", Value.Mapi, true);
    IO.mapOptional("note", Value.Note, std::string());
    IO.mapOptional("outcomes", Value.Outcomes);
    IO.mapOptional("never-returns", NeverReturns, false);
    Value.Summarised = NeverReturns || !Value.Outcomes.empty();
    Value.Where = whereOf(IO, Value.Call);
    for (const std::string &Interface : Value.Also)
      mention(IO, Mention::Kind::Interface, Interface);
    std::optional<unsigned> Declared = parameterCount(Value.Call);
    if (Declared && parametersUsed(Value) > *Declared)
      IO.setError("'" + Value.Call + "' has no parameter " +
                  Twine(parametersUsed(Value) - 1) + ": " +
                  (*Declared == 0 ? std::string("it has none")
                                  : "its parameters are 0 to " +
                                        std::to_string(*Declared - 1)));
  }
};

template <> struct MappingTraits<InterfaceEntry> {
  static void mapping(IO &IO, InterfaceEntry &Value) {
    IO.mapRequired("name", Value.Name);
    IO.mapOptional("bases", Value.Bases);
    IO.mapOptional("scope", Value.Scope, InterfaceScope::Session);
    Value.Where = whereOf(IO, Value.Name);
    for (const std::string &Base : Value.Bases)
      mention(IO, Mention::Kind::Interface, Base);
  }
};

template <> struct MappingTraits<BlockEntry> {
  static void mapping(IO &IO, BlockEntry &Value) {
    IO.mapRequired("name", Value.Name);
    IO.mapOptional("count", Value.Count, std::string());
    IO.mapOptional("elements", Value.Elements, std::string());
    IO.mapOptional("never-empty", Value.NeverEmpty, std::string());
    IO.mapOptional("free", Value.Free, std::string());
    IO.mapOptional("shell", Value.Shell, std::string());
    mention(IO, Mention::Kind::Call, Value.Free);
    mention(IO, Mention::Kind::Call, Value.Shell);
  }
};

template <> struct MappingTraits<VerbList> {
  static void mapping(IO &IO, VerbList &Value) {
    IO.mapRequired("means", Value.Meaning);
    IO.mapRequired("words", Value.Words);
    // Names are taken apart into such words: another one would be in none.
    for (StringRef Word : Value.Words)
      if (Word.empty() ||
          !all_of(Word, [](char C) { return isLower(C) || isDigit(C); }))
        IO.setError("'" + Word + "' is not one word in lower case");
  }
};

template <> struct MappingTraits<CatalogueFile> {
  static void mapping(IO &IO, CatalogueFile &Value) {
    IO.mapOptional("interfaces", Value.Interfaces);
    IO.mapOptional("blocks", Value.Blocks);
    IO.mapOptional("libraries", Value.Libraries);
    IO.mapOptional("headers", Value.Headers);
    IO.mapOptional("verbs", Value.Verbs);
    IO.mapOptional("calls", Value.Calls);
  }
};

} // namespace llvm::yaml

namespace mapitidy {

/// Keeps the first problem only: those behind it are often its echoes.
static void keepFirst(const SMDiagnostic &Problem, void *Context) {
  auto &Message = *static_cast<std::string *>(Context);
  if (!Message.empty())
    return;
  raw_string_ostream OS(Message);
  OS << Problem.getFilename() << ':' << Problem.getLineNo() << ':'
     << Problem.getColumnNo() + 1 << ": " << Problem.getMessage();
}

Expected<CatalogueFile> readCatalogueFile(MemoryBufferRef Yaml, bool Own,
                                          PlaceNames *Places) {
  CatalogueFile Result;
  std::string Message;
  MentionReader Reader{Yaml, {}};
  YamlContext Context{Own ? &Reader : nullptr, Places};
  yaml::Input Input(Yaml, &Context, keepFirst, &Message);
  Input >> Result;
  Result.Mentions = std::move(Reader.All);
  if (!Input.error() && Message.empty())
    return Result;
  if (Message.empty())
    Message =
        Yaml.getBufferIdentifier().str() +
        ":1:1: expected a mapping with 'interfaces', 'blocks' and 'calls'";
  return createStringError(inconvertibleErrorCode(), Message);
}

std::string writeCatalogueFile(CatalogueFile File, PlaceNames *Places) {
  std::string Text;
  raw_string_ostream OS(Text);
  YamlContext Context{nullptr, Places};
  yaml::Output Output(OS, &Context, /*WrapColumn=*/0);
  Output << File;
  return Text;
}

} // namespace mapitidy
