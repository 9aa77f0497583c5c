//===- VisualStudio2003.cpp - Projects of Visual Studio 2002 to 2008 ------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reading.h"
#include "Text.h"
#include "Xml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"
#include <map>
#include <memory>

using namespace llvm;

namespace mapitidy {
namespace {

/// The compiler's settings, by name in lower case. Lists grow from the sheets
/// to the project and the file; of other settings the innermost counts.
using Settings = std::map<std::string, std::string>;

constexpr unsigned DeepestSheet = 32;
constexpr size_t MostSheets = 512;

bool isList(StringRef Name) {
  for (StringRef List :
       {"AdditionalIncludeDirectories", "PreprocessorDefinitions",
        "UndefinePreprocessorDefinitions", "ForcedIncludeFiles",
        "AdditionalOptions"})
    if (Name.equals_insensitive(List))
      return true;
  return false;
}

class Project {
public:
  Project(const ProjectRequest &Request, Reading &Into)
      : Request(Request), Into(Into) {}

  Error read();

private:
  using Node = pugi::xml_node;

  Expected<Node> chooseConfiguration(Node Root);
  Error addSheets(StringRef List, StringRef Folder, unsigned Depth);
  Error addSheet(StringRef Name, StringRef Folder, unsigned Depth);
  void addTools(Node Parent, Settings &To);
  void addTool(Node Tool, Settings &To);
  void addGeneral(Node Configuration);
  Error addFiles(Node Parent, unsigned Depth);
  void addFile(Node File);
  std::vector<std::string> optionsFor(const Settings &Of) const;
  Node configurationOf(Node File) const;
  StringRef fileName() const { return sys::path::filename(Request.File); }

  const ProjectRequest &Request;
  Reading &Into;
  Macros Known;
  std::string Configuration;
  Settings Common;
  std::map<std::string, std::string> General; ///< CharacterSet and the like
  StringSet<> SheetsRead;
};

Error Project::read() {
  Expected<std::unique_ptr<XmlFile>> File =
      readXml(Request.File, "VisualStudioProject", Into.Files.fileSystem());
  if (!File)
    return File.takeError();
  Node Root = (*File)->root();
  Expected<Node> Chosen = chooseConfiguration(Root);
  if (!Chosen)
    return Chosen.takeError();
  setPlaces(Known, Request, Configuration);
  Known.setDefault("SolutionDir", Request.directory() + "/");
  if (StringRef Name = attribute(Root, "Name"); !Name.empty())
    Known.set("ProjectName", Name);
  if (Error E = addSheets(attribute(*Chosen, "InheritedPropertySheets"),
                          Request.directory(), 0))
    return E;
  addGeneral(*Chosen);
  addTools(*Chosen, Common);
  for (Node Child : Root.children())
    if (isElement(Child, "Files"))
      if (Error E = addFiles(Child, 0))
        return E;
  return Error::success();
}

Expected<Project::Node> Project::chooseConfiguration(Node Root) {
  std::vector<std::string> Names;
  std::vector<Node> Nodes;
  for (Node Group : Root.children())
    if (isElement(Group, "Configurations"))
      for (Node Child : Group.children())
        if (isElement(Child, "Configuration")) {
          Names.push_back(attribute(Child, "Name").str());
          Nodes.push_back(Child);
        }
  if (Nodes.empty()) {
    Into.note(fileName() + " has no configurations.");
    return Node();
  }
  Expected<size_t> Index =
      mapitidy::chooseConfiguration(Names, Request.Configuration, Request.File);
  if (!Index)
    return Index.takeError();
  Configuration = Names[*Index];
  if (Into.Result.Configuration.empty())
    Into.Result.Configuration = Configuration;
  return Nodes[*Index];
}

Error Project::addSheets(StringRef List, StringRef Folder, unsigned Depth) {
  for (const std::string &Name : splitList(List, ";,"))
    if (Error E = addSheet(Name, Folder, Depth + 1))
      return E;
  return Error::success();
}

Error Project::addSheet(StringRef Name, StringRef Folder, unsigned Depth) {
  std::string Path = Known.expand(Name);
  std::optional<std::string> Found = Into.Files.find(Path, Folder);
  if (!Found || Into.Files.isDirectory(*Found)) {
    if (!StringRef(Path).contains_insensitive("$(VCInstallDir"))
      Into.note("The property sheet '" + Name + "' of " + fileName() +
                " does not exist.");
    return Error::success();
  }
  if (!SheetsRead.insert(*Found).second)
    return Error::success();
  if (Depth > DeepestSheet || SheetsRead.size() > MostSheets)
    return failure(Request.File + ": it inherits too many property sheets");
  Expected<std::unique_ptr<XmlFile>> File =
      readXml(*Found, "VisualStudioPropertySheet", Into.Files.fileSystem());
  if (!File)
    return File.takeError();
  Node Root = (*File)->root();
  if (Error E = addSheets(attribute(Root, "InheritedPropertySheets"),
                          sys::path::parent_path(*Found), Depth))
    return E;
  for (Node Child : Root.children())
    if (isElement(Child, "UserMacro"))
      Known.set(attribute(Child, "Name"),
                Known.expand(attribute(Child, "Value")));
  addGeneral(Root);
  addTools(Root, Common);
  return Error::success();
}

void Project::addGeneral(Node Configuration) {
  for (StringRef Name :
       {"CharacterSet", "UseOfMFC", "UseOfATL", "ConfigurationType"})
    if (StringRef Value = attribute(Configuration, Name); !Value.empty())
      General[Name.str()] = Value.str();
  for (StringRef Name : {"OutputDirectory", "IntermediateDirectory"})
    if (StringRef Value = attribute(Configuration, Name); !Value.empty())
      Known.set(Name == "OutputDirectory" ? "OutDir" : "IntDir",
                Known.expand(Value));
}

void Project::addTools(Node Parent, Settings &To) {
  for (Node Child : Parent.children())
    if (isElement(Child, "Tool") &&
        attribute(Child, "Name").equals_insensitive("VCCLCompilerTool"))
      addTool(Child, To);
}

/// The settings of \p Tool come before what it inherits, as for the compiler.
void Project::addTool(Node Tool, Settings &To) {
  for (pugi::xml_attribute Attribute : Tool.attributes()) {
    StringRef Name = Attribute.name();
    std::string Value = Known.expand(Attribute.value());
    std::string &Place = To[Name.lower()];
    const bool Inherits =
        isList(Name) && !StringRef(Value).contains_insensitive("$(NoInherit)");
    constexpr size_t Longest = 1u << 18;
    if (Inherits && !Place.empty() && Place.size() < Longest)
      Value.append(Name.equals_insensitive("AdditionalOptions") ? " " : ";")
          .append(Place);
    Place = std::move(Value);
  }
}

Error Project::addFiles(Node Parent, unsigned Depth) {
  if (Depth > DeepestElement)
    return failure(Request.File + ": its filters are nested too deeply");
  for (Node Child : Parent.children()) {
    if (isElement(Child, "Filter") || isElement(Child, "Folder")) {
      if (Error E = addFiles(Child, Depth + 1))
        return E;
    } else if (isElement(Child, "File")) {
      addFile(Child);
      // Files may hang below others.
      if (Error E = addFiles(Child, Depth + 1))
        return E;
    }
  }
  return Error::success();
}

Project::Node Project::configurationOf(Node File) const {
  for (Node Child : File.children())
    if (isElement(Child, "FileConfiguration") &&
        attribute(Child, "Name").equals_insensitive(Configuration))
      return Child;
  return Node();
}

void Project::addFile(Node File) {
  std::string Name =
      withoutMacros(Known.expand(attribute(File, "RelativePath")));
  Node Own = configurationOf(File);
  bool IsCompiled = isSourceFile(Name);
  for (Node Tool : Own.children("Tool")) // one that the extension hides
    IsCompiled = attribute(Tool, "Name").equals_insensitive("VCCLCompilerTool");
  StringRef Excluded = attribute(Own, "ExcludedFromBuild");
  if (!IsCompiled || Excluded.equals_insensitive("true") || Excluded == "1")
    return;
  Settings Of = Common;
  addTools(Own, Of);
  Into.addUnit(Name, Request, optionsFor(Of),
               is64BitConfiguration(Configuration));
}

std::vector<std::string> Project::optionsFor(const Settings &Of) const {
  std::vector<std::string> Options;
  auto Value = [&Of](StringRef Name) {
    auto It = Of.find(Name.lower());
    return It == Of.end() ? StringRef() : StringRef(It->second).trim();
  };
  auto Add = [&Options](StringRef Option) {
    if (!Option.empty())
      Options.push_back(Option.str());
  };
  auto Is = [this](const char *Name, StringRef Wanted) {
    auto It = General.find(Name);
    return It != General.end() && It->second == Wanted;
  };
  auto IsOn = [](StringRef Text) {
    return Text.equals_insensitive("true") || Text == "1";
  };
  Add(StringSwitch<StringRef>(Value("CompileAs"))
          .Case("1", "/TC")
          .Case("2", "/TP")
          .Default(""));
  Add(StringSwitch<StringRef>(Value("RuntimeLibrary"))
          .Case("1", "/MTd")
          .Case("2", "/MD")
          .Case("3", "/MDd")
          .Case("5", "/MTd") // of one thread, which newer compilers have not
          .Default("/MT"));
  Add(StringSwitch<StringRef>(Value("StructMemberAlignment"))
          .Case("1", "/Zp1")
          .Case("2", "/Zp2")
          .Case("3", "/Zp4")
          .Case("4", "/Zp8")
          .Case("5", "/Zp16")
          .Default(""));
  if (IsOn(Value("DefaultCharIsUnsigned")))
    Add("/J");
  if (Is("CharacterSet", "1"))
    addDefinitions("/D", {"_UNICODE", "UNICODE"}, Options);
  else if (Is("CharacterSet", "2"))
    Add("/D_MBCS");
  if (Is("UseOfMFC", "2"))
    Add("/D_AFXDLL");
  if (Is("UseOfATL", "2"))
    Add("/D_ATL_DLL");
  else if (Is("UseOfATL", "1"))
    Add("/D_ATL_STATIC_REGISTRY");
  if (Is("ConfigurationType", "2"))
    Add("/D_WINDLL");
  addDefinitions("/D", splitList(Value("PreprocessorDefinitions"), ";,"),
                 Options);
  addDefinitions(
      "/U", splitList(Value("UndefinePreprocessorDefinitions"), ";,"), Options);
  addFolders("/I", splitList(Value("AdditionalIncludeDirectories"), ";,"),
             Request, Into, Options);
  for (const std::string &Name : splitList(Value("ForcedIncludeFiles"), ";,"))
    Add("/FI" + withoutMacros(Name));
  append_range(Options, splitWindowsCommandLine(
                            withoutMacros(Value("AdditionalOptions"))));
  return Options;
}

} // namespace

Error readVisualStudio2003(const ProjectRequest &Request, Reading &Into) {
  return Project(Request, Into).read();
}

} // namespace mapitidy
