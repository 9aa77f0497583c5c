//===- SolutionFormats.cpp - Files of solutions ---------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths.h"
#include "Solution.h"
#include "Text.h"
#include "Xml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {

bool isCppProject(StringRef Path) {
  StringRef Extension = sys::path::extension(windowsFilename(Path));
  return Extension.equals_insensitive(".vcxproj") ||
         Extension.equals_insensitive(".vcproj") ||
         Extension.equals_insensitive(".dsp");
}

static void addConfiguration(Solution &To, StringRef Name) {
  Name = Name.trim();
  if (!Name.empty() && !is_contained(To.Configurations, Name))
    To.Configurations.push_back(Name.str());
}

static SmallVector<StringRef, 64> linesOf(StringRef Text) {
  SmallVector<StringRef, 64> Lines;
  Text.split(Lines, '\n');
  for (StringRef &Line : Lines)
    Line = Line.trim();
  return Lines;
}

namespace {

/// The text format of Visual Studio 2002 to 2022.
class TextReader {
public:
  Solution read(StringRef Text) {
    for (StringRef Line : linesOf(Text))
      readLine(Line);
    return std::move(Result);
  }

private:
  void readLine(StringRef Line);
  void addMember(StringRef Line);
  void addMapping(StringRef Line);

  Solution Result;
  StringRef Section;
  StringMap<size_t> ById;
};

void TextReader::readLine(StringRef Line) {
  if (Line.starts_with("Project(")) {
    addMember(Line);
  } else if (Line.consume_front("GlobalSection(")) {
    Section = Line.take_until([](char C) { return C == ')'; });
  } else if (Line.starts_with("EndGlobalSection")) {
    Section = "";
  } else if (Section == "SolutionConfigurationPlatforms") {
    addConfiguration(Result, Line.split('=').first);
  } else if (Section == "SolutionConfiguration") {
    // Visual Studio 2002 counts them, 2003 does not.
    auto [Key, Name] = Line.split('=');
    addConfiguration(Result, Key.contains('.') ? Name : Key);
  } else if (Section == "ProjectConfigurationPlatforms" ||
             Section == "ProjectConfiguration") {
    addMapping(Line);
  }
}

/// `Project("{kind}") = "Name", "Path", "{id}"`
void TextReader::addMember(StringRef Line) {
  SmallVector<StringRef, 16> Parts;
  Line.split(Parts, '"');
  if (Parts.size() < 8)
    return; // it is cut off
  ById.try_emplace(Parts[7].lower(), Result.Members.size());
  Result.Members.push_back({Parts[5].str(), Parts[7].str(), {}});
}

/// `{id}.Release|x64.ActiveCfg = Release|Win32`, and `.Build.0` if it is built.
void TextReader::addMapping(StringRef Line) {
  auto [Key, Value] = Line.split('=');
  Key = Key.trim();
  StringRef Id = Key.take_front(Key.find('}') + 1);
  Key = Key.drop_front(Id.size());
  if (Id.empty() || !Key.consume_front("."))
    return;
  const bool IsBuild = Key.consume_back(".Build.0");
  if (!IsBuild && !Key.consume_back(".ActiveCfg"))
    return;
  Result.HasMappings = true;
  auto It = ById.find(Id.lower());
  if (It == ById.end())
    return; // of a project that was taken out
  Solution::Mapping &Mapped =
      Result.Members[It->second].ByConfiguration[foldCase(Key)];
  Mapped.Configuration = Value.trim().str();
  Mapped.IsBuilt |= IsBuild;
}

/// The XML format of Visual Studio 2022 and later, which says only what is not
/// as usual.
class XmlReader {
public:
  Expected<Solution> read(const XmlFile &File) {
    for (pugi::xml_node Child : File.root().children())
      if (isElement(Child, "Configurations"))
        readConfigurations(Child);
    addCombinations();
    if (Error E = readMembers(File.root(), File.Path, 0))
      return E;
    Result.HasMappings = true;
    return std::move(Result);
  }

private:
  void readConfigurations(pugi::xml_node Node) {
    for (pugi::xml_node Child : Node.children())
      if (isElement(Child, "BuildType"))
        BuildTypes.push_back(attribute(Child, "Name").str());
      else if (isElement(Child, "Platform"))
        Platforms.push_back(attribute(Child, "Name").str());
  }

  void addCombinations() {
    if (BuildTypes.empty())
      BuildTypes = {"Debug", "Release"};
    if (Platforms.empty())
      Platforms = {"Any CPU"};
    for (const std::string &BuildType : BuildTypes)
      for (const std::string &Platform : Platforms)
        addConfiguration(Result, (Twine(BuildType) + "|" + Platform).str());
  }

  Error readMembers(pugi::xml_node Parent, StringRef File, unsigned Depth) {
    if (Depth > DeepestElement)
      return failure(File + ": its folders are nested too deeply");
    for (pugi::xml_node Child : Parent.children())
      if (isElement(Child, "Project"))
        readMember(Child);
      else if (isElement(Child, "Folder"))
        if (Error E = readMembers(Child, File, Depth + 1))
          return E;
    return Error::success();
  }

  void readMember(pugi::xml_node Node) {
    Solution::Member M{attribute(Node, "Path").str(), "", {}};
    for (StringRef Configuration : Result.Configurations) {
      auto [BuildType, Platform] = Configuration.split('|');
      bool IsBuilt = true;
      for (pugi::xml_node Rule : Node.children()) {
        if (!matches(attribute(Rule, "Solution"), Configuration))
          continue;
        StringRef Value = attribute(Rule, "Project");
        if (isElement(Rule, "BuildType"))
          BuildType = Value;
        else if (isElement(Rule, "Platform"))
          Platform = Value;
        else if (isElement(Rule, "Build"))
          IsBuilt = !Value.equals_insensitive("false");
      }
      // No project of C++ has a platform of that name.
      std::string Name = Platform.equals_insensitive("Any CPU")
                             ? BuildType.str()
                             : (BuildType + "|" + Platform).str();
      M.ByConfiguration[foldCase(Configuration)] = {std::move(Name), IsBuilt};
    }
    Result.Members.push_back(std::move(M));
  }

  /// Whether \p Rule, in which `*` stands for any name, is for
  /// \p Configuration.
  static bool matches(StringRef Rule, StringRef Configuration) {
    auto Part = [](StringRef Wanted, StringRef Name) {
      return Wanted.empty() || Wanted == "*" || Wanted.equals_insensitive(Name);
    };
    auto [BuildType, Platform] = Rule.split('|');
    auto [Name, PlatformName] = Configuration.split('|');
    return Part(BuildType, Name) && Part(Platform, PlatformName);
  }

  Solution Result;
  std::vector<std::string> BuildTypes, Platforms;
};

} // namespace

/// `Project: "x"=.\x\x.dsp - Package Owner=<4>`, of Visual C++ 6.
static Solution parseWorkspace(StringRef Text) {
  Solution Result;
  for (StringRef Line : linesOf(Text)) {
    if (!Line.consume_front("Project:"))
      continue;
    StringRef Path = Line.split('=').second.split(" - Package").first.trim();
    if (Path.consume_front("\""))
      Path = Path.split('"').first;
    Result.Members.push_back({Path.str(), "", {}});
  }
  return Result;
}

Expected<Solution> parseSolution(StringRef File, vfs::FileSystem &FS) {
  StringRef Extension = sys::path::extension(File);
  if (Extension.equals_insensitive(".slnx")) {
    Expected<std::unique_ptr<XmlFile>> Xml = readXml(File, "Solution", FS);
    if (!Xml)
      return Xml.takeError();
    return XmlReader().read(**Xml);
  }
  Expected<std::string> Text = readText(File, FS);
  if (!Text)
    return Text.takeError();
  if (Extension.equals_insensitive(".dsw")) {
    if (!StringRef(*Text).contains("Developer Studio Workspace File"))
      return failure(File + ":1: it is no workspace of Visual C++ 6");
    return parseWorkspace(*Text);
  }
  if (!StringRef(*Text).contains("Visual Studio Solution File"))
    return failure(File + ":1: it is no solution of Visual Studio");
  return TextReader().read(*Text);
}

} // namespace mapitidy
