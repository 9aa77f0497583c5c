//===- MSBuild.cpp - Evaluation of MSBuild's files ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MSBuild.h"
#include "Conditions.h"
#include "Text.h"
#include "Wildcards.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

/// A project that imports more files imports itself in disguise.
constexpr size_t MostImports = 512;
constexpr size_t MostSources = 1u << 17;

MSBuildEvaluation::MSBuildEvaluation(const ProjectRequest &Request,
                                     Reading &Into, StringRef Configuration)
    : Request(Request), Into(Into), Configuration(Configuration.str()),
      Directory(Request.directory()) {
  setPlaces(Properties, Request, Configuration);
  StringRef Platform = Properties.get("Platform");
  const bool IsWin32 = Platform.equals_insensitive("Win32");
  Properties.setGlobal("MSBuildProjectDirectory", Directory);
  Properties.setGlobal("MSBuildProjectFullPath", Request.File);
  Properties.setGlobal("MSBuildProjectFile", sys::path::filename(Request.File));
  Properties.setGlobal("MSBuildProjectName", sys::path::stem(Request.File));
  Properties.setGlobal("MSBuildProjectExtension",
                       sys::path::extension(Request.File));
  Properties.setGlobal("PlatformTarget", IsWin32 ? "x86" : Platform);
  Properties.setGlobal("PlatformShortName", IsWin32 ? "x86" : Platform);
  Properties.setGlobal("PlatformArchitecture",
                       is64BitConfiguration(Configuration) ? "64" : "32");
  Properties.setGlobal("OS", "Windows_NT");
  Properties.setDefault("VisualStudioVersion", "17.0"); // as if opened in 2022
}

Error MSBuildEvaluation::run() {
  if (Error E = load(Request.File, Role::Project))
    return E;
  setDefaults();
  for (const Pending &Group : Items)
    addConfigurations(Group.Element);
  if (Configuration.empty())
    return Error::success();
  if (!HasVisualStudios)
    defineVisualStudios();
  for (const Pending &Group : Definitions)
    if (!Group.Element)
      defineVisualStudios();
    else
      define(Group.Element, *Group.File);
  for (const Pending &Group : Items)
    addItems(Group.Element, *Group.File);
  return Error::success();
}

/// What Visual Studio's targets set in the end.
void MSBuildEvaluation::setDefaults() {
  const bool IsWin32 = Properties.get("Platform").equals_insensitive("Win32");
  std::string Folder =
      IsWin32 ? "$(Configuration)/" : "$(Platform)/$(Configuration)/";
  Properties.setDefault("IntDir", Properties.expand(Folder));
  Properties.setDefault("OutDir", Properties.expand("$(SolutionDir)" + Folder));
  Properties.setDefault("TargetName", Properties.get("ProjectName"));
  Properties.setDefault("RootNamespace", Properties.get("ProjectName"));
}

void MSBuildEvaluation::setThisFile(StringRef Path) {
  StringRef Folder = sys::path::parent_path(Path);
  Properties.setGlobal("MSBuildThisFileDirectory", (Folder + "/").str());
  Properties.setGlobal("MSBuildThisFileFullPath", Path);
  Properties.setGlobal("MSBuildThisFile", sys::path::filename(Path));
  Properties.setGlobal("MSBuildThisFileName", sys::path::stem(Path));
  Properties.setGlobal("MSBuildThisFileExtension", sys::path::extension(Path));
}

Error MSBuildEvaluation::load(StringRef Path, Role As) {
  // MSBuild, too, takes each file once.
  if (!Visited.insert(Path).second)
    return Error::success();
  if (Visited.size() > MostImports)
    return failure(Request.File + ": it imports too many files");
  Expected<std::unique_ptr<XmlFile>> File =
      readXml(Path, "Project", Into.Files.fileSystem());
  if (!File)
    return File.takeError();
  Loaded.push_back(std::move(*File));
  const XmlFile &This = *Loaded.back();
  if (As == Role::Project && !attribute(This.root(), "Sdk").empty())
    Into.note("The SDK that " + sys::path::filename(Path) +
              " names is not evaluated.");
  std::string Outer = Properties.get("MSBuildThisFileFullPath").str();
  setThisFile(Path);
  Error E = visitChildren(This.root(), This, 0);
  setThisFile(Outer);
  return E;
}

Error MSBuildEvaluation::visitChildren(Node Parent, const XmlFile &File,
                                       unsigned Depth) {
  for (Node Child : Parent.children())
    if (Error E = visit(Child, File, Depth))
      return E;
  return Error::success();
}

Error MSBuildEvaluation::visit(Node Element, const XmlFile &File,
                               unsigned Depth) {
  if (Depth > DeepestElement)
    return failure(File.Path + ": its elements are nested too deeply");
  if (isElement(Element, "ItemGroup"))
    Items.push_back({Element, &File});
  else if (isElement(Element, "ItemDefinitionGroup"))
    Definitions.push_back({Element, &File});
  else if (isElement(Element, "Choose"))
    return choose(Element, File, Depth);
  else if (isElement(Element, "Import"))
    return import(Element, File);
  else if (isElement(Element, "Target"))
    noteTarget(Element, File);
  else if (isElement(Element, "ImportGroup") && holds(Element, File))
    return visitChildren(Element, File, Depth + 1);
  else if (isElement(Element, "PropertyGroup") && holds(Element, File))
    for (Node Property : Element.children())
      if (Property.type() == pugi::node_element && holds(Property, File))
        Properties.set(Property.name(),
                       Properties.expand(Property.text().get()));
  return Error::success();
}

Error MSBuildEvaluation::choose(Node Choose, const XmlFile &File,
                                unsigned Depth) {
  for (Node Branch : Choose.children())
    if (isElement(Branch, "Otherwise") ||
        (isElement(Branch, "When") && holds(Branch, File)))
      return visitChildren(Branch, File, Depth + 1);
  return Error::success();
}

/// Targets run while Visual Studio builds. Only what could add to the sources
/// is worth a word.
void MSBuildEvaluation::noteTarget(Node Target, const XmlFile &File) {
  for (Node Child : Target.children())
    if (isElement(Child, "ItemGroup") || isElement(Child, "PropertyGroup"))
      Into.note("The target '" + attribute(Target, "Name") + "' of " +
                sys::path::filename(File.Path) + " is not evaluated.");
}

bool MSBuildEvaluation::holds(Node Element, const XmlFile &File) {
  StringRef Condition = attribute(Element, "Condition");
  if (Condition.trim().empty())
    return true;
  StringRef Folder = sys::path::parent_path(File.Path);
  std::optional<bool> Answer =
      evaluateCondition(Condition, Properties, [&](StringRef Path) {
        return Into.Files.find(Path, Folder) ||
               Into.Files.find(Path, Directory);
      });
  if (!Answer)
    Into.note("The condition \"" + Condition + "\" in " +
              sys::path::filename(File.Path) +
              " is not understood and taken for false.");
  return Answer.value_or(false);
}

/// Whether \p Path is in a folder in which NuGet puts packages.
static bool isPackage(StringRef Path) {
  return Path.contains_insensitive("packages\\") ||
         Path.contains_insensitive("packages/") ||
         Path.contains_insensitive("$(NuGet");
}

Error MSBuildEvaluation::import(Node Element, const XmlFile &File) {
  StringRef Raw = attribute(Element, "Project");
  StringRef Name = windowsFilename(Raw);
  if (Raw.contains_insensitive("$(VCTargetsPath"))
    return holds(Element, File) ? importVisualStudios(Name) : Error::success();
  std::string Path = Properties.expand(Raw);
  StringRef Folder = sys::path::parent_path(File.Path);
  if (isPackage(Raw) && !Into.Files.find(Path, Folder)) {
    Into.note("NuGet packages that projects import are not there; what they "
              "set is not known.");
    return Error::success();
  }
  if (!holds(Element, File))
    return Error::success();
  if (!attribute(Element, "Sdk").empty() || hasFunction(Path)) {
    Into.note("The import of '" + Raw + "' in " +
              sys::path::filename(File.Path) + " is not evaluated.");
    return Error::success();
  }
  if (hasWildcard(Path)) {
    for (const std::string &Each : filesMatching(Path, Folder, Into.Files))
      if (Error E = load(Each, Role::Import))
        return E;
    return Error::success();
  }
  std::optional<std::string> Found =
      Into.Files.find(withoutMacros(Path), Folder);
  if (Found && !Into.Files.isDirectory(*Found))
    return load(*Found, Role::Import);
  Into.note("'" + Raw + "', which " + sys::path::filename(File.Path) +
            " imports, does not exist.");
  return Error::success();
}

/// What stands in for the files of Visual Studio itself.
Error MSBuildEvaluation::importVisualStudios(StringRef Name) {
  if (Name.equals_insensitive("Microsoft.Cpp.Default.props"))
    return importFromAbove("Directory.Build.props");
  if (Name.equals_insensitive("Microsoft.Cpp.targets"))
    return importFromAbove("Directory.Build.targets");
  if (!Name.equals_insensitive("Microsoft.Cpp.props")) {
    Into.note("Visual Studio's own " + Name + " is not evaluated.");
  } else if (!HasVisualStudios) {
    HasVisualStudios = true;
    setDefaults();
    Definitions.push_back({Node(), nullptr});
  }
  return Error::success();
}

/// Imports the file \p Name of the nearest folder that has it.
Error MSBuildEvaluation::importFromAbove(StringRef Name) {
  for (StringRef Folder = Directory; !Folder.empty();
       Folder = sys::path::parent_path(Folder))
    if (std::optional<std::string> Found = Into.Files.find(Name, Folder))
      return load(*Found, Role::DirectoryBuild);
  return Error::success();
}

/// The definitions that Visual Studio begins with; the project's own either
/// inherit or replace them.
void MSBuildEvaluation::defineVisualStudios() {
  std::string &Macros = Defaults["preprocessordefinitions"];
  auto Add = [&Macros](StringRef Name) {
    Macros = (Name + ";" + Macros).str();
  };
  auto Is = [this](StringRef Property, StringRef Value) {
    return Properties.get(Property).trim().equals_insensitive(Value);
  };
  if (Is("CharacterSet", "Unicode"))
    Add("_UNICODE;UNICODE");
  else if (Is("CharacterSet", "MultiByte"))
    Add("_MBCS");
  if (Is("UseOfMfc", "Dynamic"))
    Add("_AFXDLL");
  if (Is("UseOfAtl", "Dynamic"))
    Add("_ATL_DLL");
  else if (Is("UseOfAtl", "Static"))
    Add("_ATL_STATIC_REGISTRY");
  if (Is("ConfigurationType", "DynamicLibrary"))
    Add("_WINDLL");
  Defaults["runtimelibrary"] = Is("UseDebugLibraries", "true")
                                   ? "MultiThreadedDebugDLL"
                                   : "MultiThreadedDLL";
}

/// Replaces `%(Name)` by what has been set so far.
static std::string expandMetadata(StringRef Text, const Metadata &Known) {
  constexpr size_t Longest = 1u << 18; // values may double at each use
  std::string Result;
  while (Result.size() < Longest) {
    auto [Before, Rest] = Text.split("%(");
    size_t End = Rest.find(')');
    if (Before.size() == Text.size() || End == StringRef::npos)
      break;
    Result += Before;
    StringRef Name = Rest.take_front(End);
    Name = Name.substr(Name.rfind('.') + 1).trim(); // %(ClCompile.Name)
    if (auto It = Known.find(Name.lower()); It != Known.end())
      Result += It->second;
    Text = Rest.drop_front(End + 1);
  }
  Result += Text;
  if (Result.size() > Longest)
    Result.resize(Longest);
  return Result;
}

void MSBuildEvaluation::apply(Node Settings, const XmlFile &File,
                              Metadata &To) {
  for (Node Setting : Settings.children()) {
    if (Setting.type() != pugi::node_element || !holds(Setting, File))
      continue;
    std::string Value = Properties.expand(Setting.text().get());
    std::string &Place = To[StringRef(Setting.name()).lower()];
    Place = expandMetadata(Value, To);
  }
}

void MSBuildEvaluation::define(Node Group, const XmlFile &File) {
  setThisFile(File.Path);
  if (!holds(Group, File))
    return;
  for (Node Definition : Group.children())
    if (isElement(Definition, "ClCompile") && holds(Definition, File))
      apply(Definition, File, Defaults);
}

void MSBuildEvaluation::addConfigurations(Node Group) {
  for (Node Item : Group.children())
    if (isElement(Item, "ProjectConfiguration"))
      if (StringRef Name = attribute(Item, "Include").trim(); !Name.empty())
        Configurations.push_back(Name.str());
}

std::string unescapeMSBuild(StringRef Text) {
  std::string Result;
  for (size_t At = 0; At < Text.size(); ++At) {
    if (Text[At] == '%' && At + 2 < Text.size() && isHexDigit(Text[At + 1]) &&
        isHexDigit(Text[At + 2])) {
      Result += static_cast<char>(hexFromNibbles(Text[At + 1], Text[At + 2]));
      At += 2;
    } else {
      Result += Text[At];
    }
  }
  return Result;
}

/// \returns the names that \p List holds; patterns are replaced by the files
/// that they match.
std::vector<std::string> MSBuildEvaluation::namesIn(StringRef List) {
  std::vector<std::string> Result;
  for (const std::string &Entry : splitList(Properties.expand(List))) {
    if (StringRef(Entry).starts_with("@(") || hasFunction(Entry)) {
      Into.note("The items '" + Entry + "' in " +
                sys::path::filename(Request.File) + " are not evaluated.");
      continue;
    }
    std::string Name = unescapeMSBuild(withoutMacros(Entry));
    if (hasWildcard(Name))
      append_range(Result, filesMatching(Name, Directory, Into.Files));
    else
      Result.push_back(std::move(Name));
  }
  return Result;
}

StringSet<> MSBuildEvaluation::keysIn(StringRef List) {
  StringSet<> Result;
  for (const std::string &Name : namesIn(List))
    Result.insert(foldCase(Into.Files.absolute(Name, Directory)));
  return Result;
}

void MSBuildEvaluation::addItems(Node Group, const XmlFile &File) {
  setThisFile(File.Path);
  bool Holds = false, Asked = false;
  for (Node Item : Group.children()) {
    if (!isElement(Item, "ClCompile"))
      continue;
    if (!std::exchange(Asked, true))
      Holds = holds(Group, File);
    if (Holds && holds(Item, File))
      include(Item, File);
  }
}

void MSBuildEvaluation::include(Node Item, const XmlFile &File) {
  if (StringRef Removed = attribute(Item, "Remove"); !Removed.empty()) {
    StringSet<> Keys = keysIn(Removed);
    erase_if(Sources, [&Keys](const SourceItem &Source) {
      return Keys.contains(Source.Key);
    });
  }
  if (StringRef Updated = attribute(Item, "Update"); !Updated.empty()) {
    StringSet<> Keys = keysIn(Updated);
    for (SourceItem &Source : Sources)
      if (Keys.contains(Source.Key))
        apply(Item, File, Source.Settings);
  }
  StringRef Included = attribute(Item, "Include");
  if (Included.empty())
    return;
  StringSet<> Excluded = keysIn(attribute(Item, "Exclude"));
  Metadata Settings = Defaults;
  apply(Item, File, Settings);
  for (std::string &Name : namesIn(Included)) {
    std::string Key = foldCase(Into.Files.absolute(Name, Directory));
    if (!Excluded.contains(Key) && Sources.size() < MostSources)
      Sources.push_back({std::move(Name), std::move(Key), Settings});
  }
}

} // namespace mapitidy
