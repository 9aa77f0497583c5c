//===- MicrosoftCommandLine.cpp - Command lines of cl.exe -----------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MicrosoftCommandLine.h"
#include "ResponseFiles.h"
#include "Text.h"
#include "hosts/LLVMVersion.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;
using namespace llvm::opt;

namespace mapitidy {

bool isMicrosoftCompiler(StringRef Program) {
  StringRef Name = windowsFilename(Program);
  if (Name.ends_with_insensitive(".exe"))
    Name = Name.drop_back(4);
  return Name.equals_insensitive("cl") || Name.equals_insensitive("clang-cl") ||
         Name.equals_insensitive("icl");
}

/// Visual Studio's compilers stand in folders that are named for the processor
/// they compile for: bin/Hostx64/x86/cl.exe.
static std::optional<bool> is64Bit(StringRef Program) {
  size_t Slash = Program.find_last_of("/\\");
  if (Slash == StringRef::npos)
    return std::nullopt;
  StringRef Folder = windowsFilename(Program.take_front(Slash));
  if (Folder.ends_with("64"))
    return true;
  if (Folder.equals_insensitive("x86") || Folder.ends_with_insensitive("_x86"))
    return false;
  return std::nullopt;
}

/// GNU's forms of the standards: Microsoft's headers declare `strdup` and the
/// like in all of them, mingw's in these only.
static StringRef standardFor(StringRef Name) {
  return StringSwitch<StringRef>(Name.lower())
      .Case("c++14", "gnu++14")
      .Case("c++17", "gnu++17")
      .Case("c++20", "gnu++20")
      .Case("c++23", "gnu++23")
      .Case("c++23preview", "gnu++23")
      .Case("c++latest", "gnu++23")
      .Case("c11", "gnu11")
      .Case("c17", "gnu17")
      .Case("clatest", "gnu23")
      .Default("");
}

static std::vector<const char *> pointersTo(ArrayRef<std::string> Arguments) {
  std::vector<const char *> Result;
  Result.reserve(Arguments.size());
  for (const std::string &Argument : Arguments)
    Result.push_back(Argument.c_str());
  return Result;
}

namespace {

/// One command line on its way.
class Translator {
public:
  Translator(StringRef Directory, FileFinder &Files)
      : Directory(Directory), Files(Files) {}

  void read(ArrayRef<std::string> Arguments);
  Translation finish();

private:
  void readGnu(ArrayRef<std::string> Arguments);
  void add(const Arg &Option);
  bool addMicrosofts(const Arg &Option);
  void addGnu(const Arg &Option);
  void addRuntime(bool IsDll, bool IsDebug);
  void addStandard(StringRef Name);
  void addFolder(StringRef Flag, StringRef Folder);
  void addSource(StringRef Name);
  void addForcedInclude(StringRef Name);
  bool isPath(StringRef Argument);
  bool isC() const;

  StringRef Directory;
  FileFinder &Files;
  Translation Result;
  std::string Standard, CStandard, Language;
  std::vector<std::string> LanguageFlags, Runtime{"-D_MT"}, Definitions,
      Folders, ForcedIncludes, GnuFlags;
  std::vector<std::string> SearchedFolders;
};

/// Unix paths look like options.
bool Translator::isPath(StringRef Argument) {
  return Argument.starts_with("/") && Argument.drop_front().contains('/') &&
         Files.find(Argument);
}

void Translator::read(ArrayRef<std::string> Arguments) {
  std::vector<std::string> Options;
  for (const std::string &Argument : Arguments)
    if (isPath(Argument))
      addSource(Argument);
    else
      Options.push_back(Argument);
  unsigned MissingIndex, MissingCount;
  std::vector<const char *> Pointers = pointersTo(Options);
  InputArgList Parsed = clangOptions().ParseArgs(
      Pointers, MissingIndex, MissingCount, Visibility(options::CLOption));
  if (MissingCount)
    Result.UnknownOptions.push_back(Options[MissingIndex]);
  for (const Arg *Option : Parsed)
    add(*Option);
  if (!GnuFlags.empty())
    readGnu(std::exchange(GnuFlags, {}));
}

/// Reads what `/clang:` hands to the other driver.
void Translator::readGnu(ArrayRef<std::string> Arguments) {
  unsigned MissingIndex, MissingCount;
  std::vector<const char *> Pointers = pointersTo(Arguments);
  InputArgList Parsed = clangOptions().ParseArgs(
      Pointers, MissingIndex, MissingCount, Visibility(options::ClangOption));
  for (const Arg *Option : Parsed)
    if (!Option->getOption().matches(options::OPT_INPUT))
      add(*Option);
}

void Translator::add(const Arg &Option) {
  switch (Option.getOption().getKind()) {
  case Option::InputClass: // what is not known and begins with a slash, too
    if (StringRef(Option.getValue()).starts_with("/") &&
        !Files.find(Option.getValue()))
      Result.UnknownOptions.push_back(Option.getValue());
    else
      addSource(Option.getValue());
    return;
  case Option::UnknownClass:
    Result.UnknownOptions.push_back(Option.getSpelling().str());
    return;
  default:
    if (!addMicrosofts(Option))
      addGnu(Option);
  }
}

void Translator::addSource(StringRef Name) {
  std::optional<std::string> File = Files.find(Name, Directory);
  Result.Sources.push_back(File ? *File : Name.str());
}

void Translator::addRuntime(bool IsDll, bool IsDebug) {
  Runtime = {"-D_MT"};
  if (IsDll)
    Runtime.push_back("-D_DLL");
  if (IsDebug)
    Runtime.push_back("-D_DEBUG");
}

void Translator::addStandard(StringRef Name) {
  StringRef Known = standardFor(Name);
  if (Known.empty())
    Result.UnknownOptions.push_back(("/std:" + Name).str());
  else
    (Known.starts_with("gnu++") ? Standard : CStandard) =
        ("-std=" + Known).str();
}

/// Options that only cl and clang-cl have.
/// \returns whether \p Option is one.
bool Translator::addMicrosofts(const Arg &Option) {
  switch (Option.getOption().getID()) {
  case options::OPT__SLASH_MD:
    addRuntime(/*IsDll=*/true, /*IsDebug=*/false);
    return true;
  case options::OPT__SLASH_MDd:
    addRuntime(/*IsDll=*/true, /*IsDebug=*/true);
    return true;
  case options::OPT__SLASH_MT:
    addRuntime(/*IsDll=*/false, /*IsDebug=*/false);
    return true;
  case options::OPT__SLASH_MTd:
  case options::OPT__SLASH_LDd:
    addRuntime(/*IsDll=*/false, /*IsDebug=*/true);
    return true;
  case options::OPT__SLASH_std:
    addStandard(Option.getValue());
    return true;
  case options::OPT__SLASH_TC:
  case options::OPT__SLASH_TP:
    Language = Option.getOption().matches(options::OPT__SLASH_TC) ? "c" : "c++";
    return true;
  case options::OPT__SLASH_Tc:
  case options::OPT__SLASH_Tp:
    Language = Option.getOption().matches(options::OPT__SLASH_Tc) ? "c" : "c++";
    addSource(Option.getValue());
    return true;
  case options::OPT__SLASH_GX: // as Visual C++ 6 called it
    LanguageFlags.push_back("-fexceptions");
    return true;
  case options::OPT__SLASH_EH:
    // Without it, cl compiles `throw` and `try` nevertheless.
    if (!StringRef(Option.getValue()).ends_with("-"))
      LanguageFlags.push_back("-fexceptions");
    return true;
  case options::OPT__SLASH_imsvc:
    addFolder("-isystem", Option.getValue());
    return true;
  case options::OPT__DASH_DASH:
    for (StringRef Name : Option.getValues())
      addSource(Name);
    return true;
  case options::OPT__SLASH_clang:
    GnuFlags.push_back(Option.getValue());
    return true;
  default:
    // What is left changes the code that is generated, not its meaning. An
    // own wchar_t (/Zc:wchar_t-) no C++ library for Clang has; /GR- forbids
    // nothing.
    return !Option.getOption().getUnaliasedOption().hasVisibilityFlag(
        options::ClangOption);
  }
}

static std::string withEqualSign(StringRef Definition) {
  size_t Sign = Definition.find_first_of("=#");
  std::string Result = Definition.str();
  if (Sign != StringRef::npos)
    Result[Sign] = '='; // cl takes either
  return Result;
}

/// Options that both drivers have. Of those that change the language, the
/// compiler's own are kept: what a sanitizer or the optimiser does needs no
/// check and may be refused for the target.
void Translator::addGnu(const Arg &Option) {
  switch (Option.getOption().getUnaliasedOption().getID()) {
  case options::OPT_D:
    Definitions.push_back("-D" + withEqualSign(Option.getValue()));
    return;
  case options::OPT_U:
    Definitions.push_back(std::string("-U") + Option.getValue());
    return;
  case options::OPT_I:
    return addFolder("-I", Option.getValue());
  case options::OPT_iquote:
    return addFolder("-iquote", Option.getValue());
  case options::OPT_isystem:
  case options::OPT_idirafter:
    return addFolder("-isystem", Option.getValue());
  case options::OPT_include:
    ForcedIncludes.push_back(Option.getValue());
    return;
  case options::OPT_std_EQ:
    (StringRef(Option.getValue()).contains("++") ? Standard : CStandard) =
        std::string("-std=") + Option.getValue();
    return;
  case options::OPT_m32:
    Result.Is64Bit = false;
    return;
  case options::OPT_m64:
    Result.Is64Bit = true;
    return;
  case options::OPT_target:
    Result.Is64Bit = Triple(Option.getValue()).isArch64Bit();
    return;
  case options::OPT_Xclang:
    append_range(LanguageFlags,
                 std::vector<std::string>{"-Xclang", Option.getValue()});
    return;
  case options::OPT_funsigned_char:
  case options::OPT_fno_char8__t:
  case options::OPT_fchar8__t:
    LanguageFlags.push_back(
        Option.getOption().getUnaliasedOption().getPrefixedName().str());
    return;
  case options::OPT_fpack_struct_EQ:
  case options::OPT_fms_compatibility_version:
    LanguageFlags.push_back(
        (Option.getOption().getUnaliasedOption().getPrefixedName() +
         Option.getValue())
            .str());
    return;
  default:
    return;
  }
}

void Translator::addFolder(StringRef Flag, StringRef Folder) {
  std::optional<std::string> Path = Files.find(Folder, Directory);
  if (!Path || !Files.isDirectory(*Path)) {
    Result.MissingFolders.push_back(Folder.str());
    return;
  }
  SearchedFolders.push_back(*Path);
  if (Flag == "-I")
    Folders.push_back("-I" + *Path);
  else
    append_range(Folders, std::vector<std::string>{Flag.str(), *Path});
}

/// cl searches it as `#include "…"` does.
void Translator::addForcedInclude(StringRef Name) {
  std::optional<std::string> Path = Files.find(Name, Directory);
  for (const std::string &Folder : SearchedFolders)
    if (!Path)
      Path = Files.find(Name, Folder);
  std::string Slashed = Name.str();
  std::replace(Slashed.begin(), Slashed.end(), '\\', '/');
  Result.Flags.push_back("-include");
  Result.Flags.push_back(Path ? *Path : Slashed);
}

bool Translator::isC() const {
  if (!Language.empty())
    return Language == "c";
  return !Result.Sources.empty() &&
         StringRef(Result.Sources.front()).ends_with_insensitive(".c");
}

Translation Translator::finish() {
  std::vector<std::string> &Flags = Result.Flags;
  if (!isC()) // the version that cl takes unless told otherwise
    Flags.push_back(Standard.empty() ? "-std=gnu++14" : Standard);
  else if (!CStandard.empty())
    Flags.push_back(CStandard);
  append_range(Flags, LanguageFlags);
  append_range(Flags, Runtime);
  for (const std::string &Definition : Definitions)
    if (!is_contained(Runtime, Definition)) // said twice as a rule
      Flags.push_back(Definition);
  append_range(Flags, Folders);
  for (const std::string &Name : ForcedIncludes)
    addForcedInclude(Name);
  if (isC())
    append_range(Flags, std::vector<std::string>{"-x", "c"});
  else if (!Language.empty())
    append_range(Flags, std::vector<std::string>{"-x", Language});
  return std::move(Result);
}

} // namespace

Expected<Translation> translate(ArrayRef<std::string> Arguments,
                                StringRef Directory, FileFinder &Files) {
  if (Arguments.empty())
    return failure("the command line is empty");
  Expected<std::vector<std::string>> Expanded =
      expandResponseFiles(Arguments.drop_front(), Directory, Files);
  if (!Expanded)
    return Expanded.takeError();
  Translator All(Directory, Files);
  All.read(*Expanded);
  Translation Result = All.finish();
  if (!Result.Is64Bit)
    Result.Is64Bit = is64Bit(Arguments.front());
  return Result;
}

/// Whether the values of \p Option may be paths.
static bool namesPaths(const Option &O) {
  return !O.matches(options::OPT_D) && !O.matches(options::OPT_U);
}

std::optional<std::vector<std::string>>
mapPaths(ArrayRef<std::string> Arguments, const PathMap &Map) {
  if (Map.empty() || Arguments.empty())
    return std::nullopt;
  unsigned MissingIndex, MissingCount;
  std::vector<const char *> Pointers = pointersTo(Arguments);
  InputArgList Parsed =
      clangOptions().ParseArgs(ArrayRef(Pointers).drop_front(), MissingIndex,
                               MissingCount, Visibility(options::ClangOption));
  std::vector<std::string> Result = Arguments.vec();
  bool Changed = false;
  for (const Arg *A : Parsed) {
    if (!namesPaths(A->getOption()))
      continue;
    for (StringRef Value : A->getValues())
      if (std::optional<std::string> Mapped = Map.map(Value)) {
        // The value stands at the end of the option or in an argument behind.
        for (size_t At = A->getIndex() + 1; At < Result.size(); ++At)
          if (StringRef(Result[At]).ends_with(Value)) {
            Result[At].replace(Result[At].size() - Value.size(), Value.size(),
                               *Mapped);
            Changed = true;
            break;
          }
      }
  }
  if (!Changed)
    return std::nullopt;
  return Result;
}

} // namespace mapitidy
