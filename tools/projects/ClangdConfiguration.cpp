//===- ClangdConfiguration.cpp - What .clangd says of flags ---------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ClangdConfiguration.h"
#include "hosts/LLVMVersion.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

using namespace llvm;
using namespace llvm::opt;

namespace mapitidy {

static bool matchesOne(ArrayRef<std::string> Patterns, StringRef Path) {
  return any_of(Patterns, [Path](const std::string &Pattern) {
    return Regex("^(" + Pattern + ")$").match(Path);
  });
}

bool ClangdFragment::appliesTo(StringRef Path) const {
  return (PathMatch.empty() || matchesOne(PathMatch, Path)) &&
         !matchesOne(PathExclude, Path);
}

namespace {

/// Reads one file. As clangd does, goes by keys it knows and leaves the others.
class Reader {
public:
  Reader(StringRef Text, StringRef FileName)
      : Stream(MemoryBufferRef(Text, FileName), Sources,
               /*ShowColors=*/false) {
    Sources.setDiagHandler(keepFirst, &Problem);
  }

  Expected<std::vector<ClangdFragment>> read() {
    std::vector<ClangdFragment> Result;
    for (yaml::Document &Each : Stream) {
      yaml::Node *Root = Each.getRoot();
      if (!Root || Stream.failed())
        break;
      if (!isa<yaml::NullNode>(Root))
        readDocument(*Root, Result.emplace_back());
    }
    if (!Problem.empty())
      return createStringError(inconvertibleErrorCode(), Problem);
    return Result;
  }

private:
  using OnKey = function_ref<void(StringRef Key, yaml::Node &Value)>;

  static void keepFirst(const SMDiagnostic &Found, void *Problem) {
    std::string &Text = *static_cast<std::string *>(Problem);
    if (Text.empty() && Found.getKind() == SourceMgr::DK_Error)
      Text = (Found.getFilename() + ":" + Twine(Found.getLineNo()) + ":" +
              Twine(Found.getColumnNo() + 1) + ": " + Found.getMessage())
                 .str();
  }

  void forEachKey(yaml::Node &Of, OnKey Read) {
    auto *Map = dyn_cast<yaml::MappingNode>(&Of);
    if (!Map)
      return Stream.printError(&Of, "keys with values are expected");
    for (yaml::KeyValueNode &Each : *Map) {
      auto *Key = dyn_cast_or_null<yaml::ScalarNode>(Each.getKey());
      yaml::Node *Value = Each.getValue();
      SmallString<32> Storage;
      if (Key && Value)
        Read(Key->getValue(Storage), *Value);
    }
  }

  /// One value stands for a list of one.
  std::vector<std::string> strings(yaml::Node &Of) {
    SmallString<64> Storage;
    if (auto *One = dyn_cast<yaml::ScalarNode>(&Of))
      return {One->getValue(Storage).str()};
    std::vector<std::string> Result;
    auto *List = dyn_cast<yaml::SequenceNode>(&Of);
    if (!List) {
      Stream.printError(&Of, "a value or a list of values is expected");
      return Result;
    }
    for (yaml::Node &Each : *List)
      if (auto *Element = dyn_cast<yaml::ScalarNode>(&Each))
        Result.push_back(Element->getValue(Storage).str());
      else
        Stream.printError(&Each, "a value is expected");
    return Result;
  }

  std::optional<std::string> string(yaml::Node &Of) {
    SmallString<64> Storage;
    if (auto *One = dyn_cast<yaml::ScalarNode>(&Of))
      return One->getValue(Storage).str();
    Stream.printError(&Of, "a value is expected");
    return std::nullopt;
  }

  std::vector<std::string> patterns(yaml::Node &Of) {
    std::vector<std::string> Result = strings(Of);
    std::string Why;
    for (const std::string &Each : Result)
      if (!Regex(Each).isValid(Why))
        Stream.printError(&Of, Twine("'") + Each + "': " + Why);
    return Result;
  }

  void readDocument(yaml::Node &Root, ClangdFragment &Result) {
    forEachKey(Root, [&](StringRef Key, yaml::Node &Value) {
      if (Key == "If")
        readCondition(Value, Result);
      else if (Key == "CompileFlags")
        readFlags(Value, Result);
      else
        Value.skip();
    });
  }

  void readCondition(yaml::Node &If, ClangdFragment &Result) {
    forEachKey(If, [&](StringRef Key, yaml::Node &Value) {
      if (Key == "PathMatch")
        Result.PathMatch = patterns(Value);
      else if (Key == "PathExclude")
        Result.PathExclude = patterns(Value);
      else
        Value.skip();
    });
  }

  void readFlags(yaml::Node &Flags, ClangdFragment &Result) {
    forEachKey(Flags, [&](StringRef Key, yaml::Node &Value) {
      if (Key == "Add")
        Result.Add = strings(Value);
      else if (Key == "Remove")
        Result.Remove = strings(Value);
      else if (Key == "Compiler")
        Result.Compiler = string(Value);
      else if (Key == "CompilationDatabase")
        Result.Database = string(Value);
      else
        Value.skip();
    });
  }

  SourceMgr Sources;
  yaml::Stream Stream;
  std::string Problem;
};

} // namespace

Expected<std::vector<ClangdFragment>> parseClangd(StringRef Text,
                                                  StringRef FileName) {
  return Reader(Text, FileName).read();
}

/// Clang's options by their spelling: what each is short for.
static StringMap<unsigned> optionsBySpelling() {
  StringMap<unsigned> Result;
  const OptTable &Table = clangOptions();
  for (unsigned Id = 1; Id <= Table.getNumOptions(); ++Id) {
    const Option Each = Table.getOption(Id);
    if (Each.isValid() && Each.getKind() != Option::GroupClass &&
        Each.getKind() != Option::InputClass &&
        Each.getKind() != Option::UnknownClass)
      Result.try_emplace(Each.getPrefixedName(),
                         Each.getUnaliasedOption().getID());
  }
  return Result;
}

/// \returns the option that \p Flag is a spelling of; 0 if there is none.
static unsigned optionNamed(StringRef Flag) {
  static const StringMap<unsigned> Options = optionsBySpelling();
  return Options.lookup(Flag);
}

/// Removes the options \p Id with their values.
static void removeOption(std::vector<std::string> &Line, unsigned Id) {
  std::vector<const char *> Arguments;
  for (const std::string &Each : ArrayRef(Line).drop_front())
    Arguments.push_back(Each.c_str());
  unsigned MissingIndex = 0, MissingCount = 0;
  const InputArgList Parsed = clangOptions().ParseArgs(
      Arguments, MissingIndex, MissingCount, Visibility(options::ClangOption));
  std::vector<bool> Kept(Line.size(), true);
  for (auto It = Parsed.begin(); It != Parsed.end(); ++It) {
    if ((*It)->getOption().getUnaliasedOption().getID() != Id)
      continue;
    auto Next = std::next(It);
    const unsigned End =
        Next == Parsed.end() ? Arguments.size() : (*Next)->getIndex();
    for (unsigned I = (*It)->getIndex(); I < End; ++I)
      Kept[I + 1] = false;
  }
  size_t At = 0;
  erase_if(Line, [&](const std::string &) { return !Kept[At++]; });
}

/// Removes what \p Matches, and the -Xclang in front of it.
static void removeIf(std::vector<std::string> &Line,
                     function_ref<bool(StringRef)> Matches) {
  std::vector<std::string> Result;
  for (std::string &Each : Line) {
    if (Result.empty() || !Matches(Each)) {
      Result.push_back(std::move(Each));
      continue;
    }
    if (Result.size() > 1 && Result.back() == "-Xclang")
      Result.pop_back();
  }
  Line = std::move(Result);
}

void removeFlag(std::vector<std::string> &Line, StringRef Flag) {
  if (Line.empty() || Flag.empty())
    return;
  if (const unsigned Id = optionNamed(Flag))
    return removeOption(Line, Id);
  StringRef Prefix = Flag;
  if (Prefix.consume_back("*"))
    removeIf(Line, [=](StringRef Each) { return Each.starts_with(Prefix); });
  else
    removeIf(Line, [=](StringRef Each) { return Each == Flag; });
}

const std::vector<ClangdFragment> &ClangdConfiguration::in(StringRef Folder) {
  auto [It, IsNew] = ByFolder.try_emplace(Folder);
  if (!IsNew)
    return It->second;
  const std::string Name = (Folder + "/.clangd").str();
  auto Text = Disk.getBufferForFile(Name);
  if (!Text)
    return It->second; // a folder may have this name too
  if (Expected<std::vector<ClangdFragment>> Read =
          parseClangd((*Text)->getBuffer(), Name))
    It->second = std::move(*Read);
  else
    Problems.push_back(toString(Read.takeError()) +
                       "; what it says of flags is not used");
  return It->second;
}

std::vector<std::pair<std::string, const ClangdFragment *>>
ClangdConfiguration::of(StringRef File) {
  std::vector<std::string> Folders;
  for (StringRef Each = sys::path::parent_path(File); !Each.empty();
       Each = sys::path::parent_path(Each))
    Folders.push_back(Each.str());
  std::vector<std::pair<std::string, const ClangdFragment *>> Result;
  for (const std::string &Folder : reverse(Folders)) {
    const std::string Below = sys::path::convert_to_slash(
        File.drop_front(Folder.size()).ltrim("/\\"));
    for (const ClangdFragment &Each : in(Folder))
      if (Each.appliesTo(Below))
        Result.push_back({Folder, &Each});
  }
  return Result;
}

bool ClangdConfiguration::changes(StringRef File) {
  return any_of(of(File), [](const auto &Each) {
    const ClangdFragment &Fragment = *Each.second;
    return Fragment.Compiler || !Fragment.Add.empty() ||
           !Fragment.Remove.empty();
  });
}

void ClangdConfiguration::adapt(std::vector<std::string> &Line,
                                StringRef File) {
  for (const auto &[Folder, Fragment] : of(File)) {
    if (Fragment->Compiler && !Line.empty()) {
      Line.front() = *Fragment->Compiler;
      clang::tooling::addTargetAndModeForProgramName(Line, Line.front());
    }
    for (const std::string &Flag : Fragment->Remove)
      removeFlag(Line, Flag);
    // Behind `--` only files may stand.
    Line.insert(find(Line, "--"), Fragment->Add.begin(), Fragment->Add.end());
  }
}

std::optional<std::string> ClangdConfiguration::databaseOf(StringRef File) {
  std::optional<std::string> Result;
  for (const auto &[Folder, Fragment] : of(File)) {
    if (!Fragment->Database)
      continue;
    if (*Fragment->Database == "Ancestors") {
      Result.reset();
    } else if (*Fragment->Database == "None") {
      Result = "None";
    } else {
      Result = sys::path::is_absolute(*Fragment->Database)
                   ? *Fragment->Database
                   : Folder + "/" + *Fragment->Database;
    }
  }
  return Result;
}

} // namespace mapitidy
