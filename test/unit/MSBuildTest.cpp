//===- MSBuildTest.cpp -  -------------------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Disk.h"
#include "Project.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace mapitidy;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

using Strings = std::vector<std::string>;

const char Configurations[] = R"x(
  <ItemGroup Label="ProjectConfigurations">
    <ProjectConfiguration Include="Debug|Win32"/>
    <ProjectConfiguration Include="Release|x64"/>
  </ItemGroup>
  <Import Project="$(VCTargetsPath)\Microsoft.Cpp.Default.props"/>)x";

const char Sheets[] =
    R"x(<Import Project="$(VCTargetsPath)\Microsoft.Cpp.props"/>)x";

/// A project with \p Body behind its configurations.
std::string project(const std::string &Body) {
  return std::string("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project "
                     "xmlns=\"http://schemas.microsoft.com/x\">") +
         Configurations + Body + "</Project>";
}

ProjectReading read(std::vector<TextFile> Contents,
                    StringRef Configuration = "") {
  Disk D = diskOf(Contents);
  return cantFail(readProject("/p/App.vcxproj", Configuration, D.Files));
}

/// Reads a project of a file a.cpp.
ProjectReading readBody(const std::string &Body, StringRef Configuration = "",
                        std::vector<TextFile> Others = {}) {
  Others.push_back({"/p/a.cpp", ""});
  Others.push_back({"/p/App.vcxproj", project(Body)});
  return read(std::move(Others), Configuration);
}

const char Source[] = "<ItemGroup><ClCompile Include='a.cpp'/></ItemGroup>";

Strings namesOf(const ProjectReading &Reading) {
  Strings Result;
  for (const SourceUnit &Unit : Reading.Units)
    Result.push_back(Unit.File);
  return Result;
}

Strings flagsOf(const ProjectReading &Reading) {
  return Reading.Units.size() == 1 ? Reading.Units[0].Flags
                                   : Strings{"no single unit"};
}

TEST(MSBuildTest, ReadsAConfiguration) {
  const std::string Body = std::string(R"x(
  <PropertyGroup Condition="'$(Configuration)|$(Platform)'=='Debug|Win32'">
    <CharacterSet>Unicode</CharacterSet>
    <UseDebugLibraries>true</UseDebugLibraries>
  </PropertyGroup>
  <PropertyGroup Condition="'$(Configuration)|$(Platform)'=='Release|x64'">
    <CharacterSet>MultiByte</CharacterSet>
    <UseOfMfc>Dynamic</UseOfMfc>
    <ConfigurationType>DynamicLibrary</ConfigurationType>
  </PropertyGroup>)x") + Sheets +
                           Source;
  ProjectReading Debug = readBody(Body);
  EXPECT_EQ(Debug.Configuration, "Debug|Win32");
  EXPECT_THAT(flagsOf(Debug),
              ElementsAre("-std=gnu++14", "-D_MT", "-D_DLL", "-D_DEBUG",
                          "-D_UNICODE", "-DUNICODE"));
  EXPECT_FALSE(Debug.Units[0].Is64Bit);
  EXPECT_EQ(Debug.Units[0].Directory, "/p");
  ProjectReading Release = readBody(Body, "release");
  EXPECT_EQ(Release.Configuration, "Release|x64");
  EXPECT_THAT(flagsOf(Release),
              ElementsAre("-std=gnu++14", "-D_MT", "-D_DLL", "-D_WINDLL",
                          "-D_AFXDLL", "-D_MBCS"));
  EXPECT_TRUE(Release.Units[0].Is64Bit);
  EXPECT_THAT(Release.Notes, IsEmpty());
}

TEST(MSBuildTest, RefusesAnUnknownConfiguration) {
  Disk D = diskOf({{"/p/App.vcxproj", project("")}});
  EXPECT_THAT(
      toString(readProject("/p/App.vcxproj", "Fast", D.Files).takeError()),
      AllOf(HasSubstr("'Fast'"), HasSubstr("Debug|Win32, Release|x64")));
  EXPECT_EQ(cantFail(readProject("/p/App.vcxproj", "debug|X86", D.Files))
                .Configuration,
            "Debug|Win32");
}

TEST(MSBuildTest, ReadsAllSettings) {
  EXPECT_THAT(
      flagsOf(readBody(R"x(
  <ItemDefinitionGroup><ClCompile>
    <LanguageStandard>stdcpp17</LanguageStandard>
    <RuntimeLibrary>MultiThreaded</RuntimeLibrary>
    <StructMemberAlignment>4Bytes</StructMemberAlignment>
    <PreprocessorDefinitions>WIN32;NAME="x y";SEMI=%3B;TEXT=\"z\";
      %(PreprocessorDefinitions)</PreprocessorDefinitions>
    <UndefinePreprocessorDefinitions>OLD</UndefinePreprocessorDefinitions>
    <AdditionalIncludeDirectories>.\INC;"$(SolutionDir)My Lib";
      gone;%(AdditionalIncludeDirectories)</AdditionalIncludeDirectories>
    <ForcedIncludeFiles>pre.h</ForcedIncludeFiles>
    <AdditionalOptions>/J /DMORE="1 2" %(AdditionalOptions)</AdditionalOptions>
    <PrecompiledHeader>Use</PrecompiledHeader>
    <WarningLevel>Level4</WarningLevel>
  </ClCompile></ItemDefinitionGroup>)x" +
                           std::string(Source),
                       "", {{"/p/inc/x.h", ""}, {"/p/my lib/Pre.h", ""}})),
      ElementsAre("-std=gnu++17", "-fpack-struct=4", "-funsigned-char", "-D_MT",
                  "-DWIN32", "-DNAME=x y", "-DSEMI=;", "-DTEXT=\"z\"", "-UOLD",
                  "-DMORE=1 2", "-I/p/inc", "-I/p/my lib", "-include",
                  "/p/my lib/Pre.h"));
}

TEST(MSBuildTest, NotesFoldersThatAreNotThere) {
  ProjectReading Reading = readBody(R"x(
  <ItemDefinitionGroup><ClCompile><AdditionalIncludeDirectories>
    gone;$(BOOST)\include;$(VCInstallDir)include;
    $([System.IO.Path]::GetTempPath())
  </AdditionalIncludeDirectories></ClCompile></ItemDefinitionGroup>)x" +
                                    std::string(Source));
  EXPECT_THAT(flagsOf(Reading), Not(Contains(HasSubstr("-I"))));
  EXPECT_THAT(Reading.Notes, testing::UnorderedElementsAre(
                                 HasSubstr("'/p/gone' does not exist"),
                                 HasSubstr("set $(BOOST)"),
                                 HasSubstr("functions are not evaluated")));
}

TEST(MSBuildTest, InheritsOnlyWhereItIsSaid) {
  const std::string Unicode =
      "<PropertyGroup><CharacterSet>Unicode</CharacterSet></PropertyGroup>" +
      std::string(Sheets);
  auto Defining = [](const std::string &List) {
    return "<ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>" + List +
           "</PreprocessorDefinitions></ClCompile></ItemDefinitionGroup>" +
           Source;
  };
  EXPECT_THAT(flagsOf(readBody(Unicode + Defining("A"))),
              ElementsAre("-std=gnu++14", "-D_MT", "-D_DLL", "-DA"));
  EXPECT_THAT(
      flagsOf(readBody(Unicode +
                       Defining("A;%(ClCompile.PreprocessorDefinitions)"))),
      ElementsAre("-std=gnu++14", "-D_MT", "-D_DLL", "-DA", "-D_UNICODE",
                  "-DUNICODE"));
}

TEST(MSBuildTest, ReadsSettingsOfAFile) {
  ProjectReading Reading =
      readBody(R"x(
  <ItemDefinitionGroup><ClCompile>
    <PreprocessorDefinitions>ALL</PreprocessorDefinitions>
  </ClCompile></ItemDefinitionGroup>
  <ItemGroup>
    <ClCompile Include="a.cpp">
      <PreprocessorDefinitions>ONE;%(PreprocessorDefinitions)</PreprocessorDefinitions>
      <PreprocessorDefinitions Condition="'$(Platform)'=='x64'">NOT</PreprocessorDefinitions>
    </ClCompile>
    <ClCompile Include="b.cpp"><CompileAs>CompileAsC</CompileAs></ClCompile>
    <ClCompile Include="c.cpp">
      <ExcludedFromBuild Condition="'$(Configuration)'=='Debug'">true</ExcludedFromBuild>
    </ClCompile>
    <ClCompile Include="d.cpp">
      <ExcludedFromBuild Condition="'$(Configuration)'=='Release'">true</ExcludedFromBuild>
    </ClCompile>
  </ItemGroup>)x",
               "", {{"/p/b.cpp", ""}, {"/p/c.cpp", ""}, {"/p/d.cpp", ""}});
  ASSERT_THAT(namesOf(Reading),
              ElementsAre("/p/a.cpp", "/p/b.cpp", "/p/d.cpp"));
  EXPECT_THAT(Reading.Units[0].Flags,
              ElementsAre("-std=gnu++14", "-D_MT", "-D_DLL", "-DONE", "-DALL"));
  EXPECT_THAT(Reading.Units[1].Flags,
              ElementsAre("-D_MT", "-D_DLL", "-DALL", "-x", "c"));
}

TEST(MSBuildTest, FindsFilesInAnyCapitalisationAndNotesOthers) {
  ProjectReading Reading = readBody(
      R"x(<ItemGroup><ClCompile Include="SUB\One.CPP;gone.cpp"/>
         <ClCompile Include="..\Other%20One.cpp"/></ItemGroup>)x",
      "", {{"/p/Sub/one.cpp", ""}, {"/other one.cpp", ""}});
  EXPECT_THAT(namesOf(Reading),
              ElementsAre("/p/Sub/one.cpp", "/other one.cpp"));
  EXPECT_THAT(Reading.Notes, ElementsAre("'gone.cpp' of App.vcxproj does not "
                                         "exist."));
}

TEST(MSBuildTest, ReadsPatterns) {
  std::vector<TextFile> Others = {{"/p/b.CPP", ""},
                                  {"/p/x.h", ""},
                                  {"/p/sub/c.cpp", ""},
                                  {"/p/sub/deep/d.cpp", ""},
                                  {"/p/sub/deep/e1.cxx", ""}};
  auto Names = [&Others](const std::string &Items) {
    return namesOf(
        readBody("<ItemGroup>" + Items + "</ItemGroup>", "", Others));
  };
  EXPECT_THAT(Names("<ClCompile Include='*.cpp'/>"),
              ElementsAre("/p/a.cpp", "/p/b.CPP"));
  EXPECT_THAT(
      Names("<ClCompile Include='**\\*.cpp'/>"),
      ElementsAre("/p/a.cpp", "/p/b.CPP", "/p/sub/c.cpp", "/p/sub/deep/d.cpp"));
  EXPECT_THAT(Names("<ClCompile Include='SUB\\**\\e?.c*'/>"),
              ElementsAre("/p/sub/deep/e1.cxx"));
  EXPECT_THAT(Names("<ClCompile Include='**\\*.cpp' "
                    "Exclude='sub\\**\\*.cpp;B.cpp'/>"),
              ElementsAre("/p/a.cpp"));
  EXPECT_THAT(Names("<ClCompile Include='*.cpp'/>"
                    "<ClCompile Remove='A.CPP'/>"),
              ElementsAre("/p/b.CPP"));
  EXPECT_THAT(Names("<ClCompile Include='nowhere\\*.cpp;*.none'/>"), IsEmpty());
}

TEST(MSBuildTest, UpdatesItems) {
  EXPECT_THAT(flagsOf(readBody(R"x(<ItemGroup><ClCompile Include="a.cpp"/>
      <ClCompile Update="A.cpp"><LanguageStandard>stdcpplatest</LanguageStandard>
      </ClCompile></ItemGroup>)x")),
              Contains("-std=gnu++23"));
}

TEST(MSBuildTest, ImportsPropertySheets) {
  ProjectReading Reading = readBody(
      R"x(<ImportGroup Label="PropertySheets">
        <Import Project="..\PROPS\Common.props"/>
        <Import Project="gone.props" Condition="Exists('gone.props')"/>
        <Import Project="missing.props"/>
      </ImportGroup>)x" +
          std::string(Source),
      "",
      {{"/props/common.props",
        R"x(<Project><Import Project="second.props"/>
        <PropertyGroup><Name>Common</Name></PropertyGroup>
        <ItemDefinitionGroup><ClCompile>
          <AdditionalIncludeDirectories>$(MSBuildThisFileDirectory)inc</AdditionalIncludeDirectories>
          <PreprocessorDefinitions>$(Name)_$(Second)_$(MSBuildThisFileName)</PreprocessorDefinitions>
        </ClCompile></ItemDefinitionGroup></Project>)x"},
       {"/props/second.props",
        R"x(<Project><Import Project="common.props"/>
        <PropertyGroup><Second>2</Second></PropertyGroup></Project>)x"},
       {"/props/inc/x.h", ""}});
  EXPECT_THAT(flagsOf(Reading),
              ElementsAre("-std=gnu++14", "-D_MT", "-D_DLL",
                          "-DCommon_2_common", "-I/props/inc"));
  EXPECT_THAT(Reading.Notes, ElementsAre(HasSubstr("'missing.props'")));
}

TEST(MSBuildTest, ImportsDirectoryBuildProps) {
  const char Text[] = R"x(<Project><ItemDefinitionGroup><ClCompile>
    <PreprocessorDefinitions>OUTER</PreprocessorDefinitions>
    </ClCompile></ItemDefinitionGroup></Project>)x";
  EXPECT_THAT(flagsOf(readBody(Sheets + std::string(Source), "",
                               {{"/Directory.Build.props", Text}})),
              Contains("-DOUTER"));
}

TEST(MSBuildTest, Chooses) {
  EXPECT_THAT(flagsOf(readBody(R"x(<Choose>
      <When Condition="'$(Platform)'=='x64'">
        <PropertyGroup><Which>BIG</Which></PropertyGroup></When>
      <When Condition="'$(Platform)'=='Win32'">
        <PropertyGroup><Which>SMALL</Which></PropertyGroup></When>
      <Otherwise><PropertyGroup><Which>NONE</Which></PropertyGroup></Otherwise>
    </Choose><ItemDefinitionGroup><ClCompile>
    <PreprocessorDefinitions>$(Which)</PreprocessorDefinitions>
    </ClCompile></ItemDefinitionGroup>)x" +
                               std::string(Source))),
              AllOf(Contains("-DSMALL"), Not(Contains("-DNONE"))));
}

TEST(MSBuildTest, KnowsVisualStudiosMacros) {
  ProjectReading Reading = readBody(
      R"x(<ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>
      A=$(ProjectName);B=$(Configuration);C=$(PlatformTarget);
      D=$(PlatformShortName);E=$(SolutionName);F=$(TargetName);G=$(IntDir);
      H=$(MSBuildProjectDirectory)</PreprocessorDefinitions></ClCompile>
      </ItemDefinitionGroup>)x" +
          std::string(Source),
      "",
      {{"/Whole.sln", "Microsoft Visual Studio Solution File\n"
                      "Project(\"{8BC9}\") = \"App\", \"p\\App.vcxproj\", "
                      "\"{1}\"\nEndProject\n"}});
  EXPECT_THAT(flagsOf(Reading),
              ElementsAre("-std=gnu++14", "-D_MT", "-D_DLL", "-DA=App",
                          "-DB=Debug", "-DC=x86", "-DD=x86", "-DE=Whole",
                          "-DF=App", "-DG=Debug/", "-DH=/p"));
}

TEST(MSBuildTest, LetsAProjectSayWhereTheSolutionIs) {
  const std::string Definition =
      "<ItemDefinitionGroup><ClCompile><AdditionalIncludeDirectories>"
      "$(SolutionDir)inc</AdditionalIncludeDirectories></ClCompile>"
      "</ItemDefinitionGroup>" +
      std::string(Source);
  const std::vector<TextFile> Others = {{"/inc/x.h", ""}, {"/p/inc/x.h", ""}};
  EXPECT_THAT(flagsOf(readBody(R"x(<PropertyGroup>
      <SolutionDir Condition="'$(SolutionDir)' == ''">..\</SolutionDir>
      </PropertyGroup>)x" + Definition,
                               "", Others)),
              Contains("-I/inc"));
  EXPECT_THAT(flagsOf(readBody(Definition, "", Others)), Contains("-I/p/inc"));
}

TEST(MSBuildTest, TakesVisualStudioForANewOne) {
  ProjectReading Reading = readBody(R"x(
      <ItemGroup Condition="$(VisualStudioVersion) &gt;= 15.0">
      <ClCompile Include="a.cpp"/></ItemGroup>
      <ItemGroup Condition="'$(VisualStudioVersion)' == '10.0'">
      <ClCompile Include="old.cpp"/></ItemGroup>)x");
  EXPECT_THAT(namesOf(Reading), ElementsAre("/p/a.cpp"));
  EXPECT_THAT(Reading.Notes, IsEmpty());
}

TEST(MSBuildTest, ReadsWhatTheEditorKnowsOfMakefiles) {
  EXPECT_THAT(
      flagsOf(readBody(R"x(<PropertyGroup>
      <ConfigurationType>Makefile</ConfigurationType>
      <NMakePreprocessorDefinitions>A;B</NMakePreprocessorDefinitions>
      <NMakeIncludeSearchPath>inc</NMakeIncludeSearchPath>
      </PropertyGroup>)x" + std::string(Source),
                       "", {{"/p/inc/x.h", ""}})),
      ElementsAre("-std=gnu++14", "-D_MT", "-D_DLL", "-DA", "-DB", "-I/p/inc"));
}

TEST(MSBuildTest, NotesWhatIsNotEvaluated) {
  ProjectReading Reading = readBody(R"x(
    <Target Name="Make"><ItemGroup><ClCompile Include="made.cpp"/></ItemGroup>
    </Target>
    <Target Name="Say"><Message Text="x"/></Target>
    <Import Project="..\packages\wil.1\wil.targets"
            Condition="Exists('..\packages\wil.1\wil.targets')"/>
    <Import Project="$(VCTargetsPath)\BuildCustomizations\masm.props"/>
    <Import Project="$([MSBuild]::GetPathOfFileAbove('x.props'))"/>
    <PropertyGroup Condition="$(Configuration.StartsWith('D'))"><X>1</X>
    </PropertyGroup>
    <ItemGroup><ClCompile Include="@(Others)"/></ItemGroup>)x");
  EXPECT_THAT(Reading.Units, IsEmpty());
  EXPECT_THAT(Reading.Notes,
              testing::UnorderedElementsAre(
                  HasSubstr("The target 'Make'"), HasSubstr("NuGet packages"),
                  HasSubstr("masm.props"), HasSubstr("GetPathOfFileAbove"),
                  HasSubstr("The condition"), HasSubstr("'@(Others)'")));
}

TEST(MSBuildTest, ReadsOtherEncodings) {
  std::string Wide = "\xFF\xFE";
  for (char C :
       project("<ItemGroup><ClCompile Include='a.cpp'/></ItemGroup>")) {
    Wide += C;
    Wide += '\0';
  }
  EXPECT_THAT(namesOf(read({{"/p/App.vcxproj", Wide}, {"/p/a.cpp", ""}})),
              ElementsAre("/p/a.cpp"));
  EXPECT_THAT(namesOf(readBody("<ItemGroup><ClCompile "
                               "Include='caf\xE9.cpp'/></ItemGroup>",
                               "", {{"/p/caf\u00E9.cpp", ""}})),
              ElementsAre("/p/caf\u00E9.cpp"));
}

TEST(MSBuildTest, SaysWhereAFileIsDamaged) {
  auto ErrorOf = [](const std::string &Text) {
    Disk D = diskOf({{"/p/App.vcxproj", Text}});
    return toString(readProject("/p/App.vcxproj", "", D.Files).takeError());
  };
  EXPECT_THAT(ErrorOf("<Project>\n<ItemGroup>\n</Project>"),
              HasSubstr("/p/App.vcxproj:3: "));
  EXPECT_THAT(ErrorOf("<Project>\n<ItemGroup"),
              HasSubstr("/p/App.vcxproj:2: "));
  EXPECT_THAT(ErrorOf(""), HasSubstr("/p/App.vcxproj:1: "));
  EXPECT_THAT(ErrorOf("\xFF\xFE"), HasSubstr("/p/App.vcxproj:1: "));
  EXPECT_THAT(ErrorOf("<html/>"),
              HasSubstr("expected <Project>, found <html>"));
}

TEST(MSBuildTest, EndsOnHugeInput) {
  std::string Nested;
  for (int I = 0; I < 20000; ++I)
    Nested += "<Choose><Otherwise>";
  for (int I = 0; I < 20000; ++I)
    Nested += "</Otherwise></Choose>";
  Disk D = diskOf({{"/p/App.vcxproj", project(Nested)}});
  EXPECT_THAT(toString(readProject("/p/App.vcxproj", "", D.Files).takeError()),
              HasSubstr("nested too deeply"));
  std::string Doubling = "<PropertyGroup><A>xxxxxxxx</A>";
  std::string Metadata = "<ItemDefinitionGroup><ClCompile>"
                         "<PreprocessorDefinitions>yyyyyyyy"
                         "</PreprocessorDefinitions>";
  for (int I = 0; I < 60; ++I) {
    Doubling += "<A>$(A)$(A)</A>";
    Metadata += "<PreprocessorDefinitions>%(PreprocessorDefinitions)"
                "%(PreprocessorDefinitions)</PreprocessorDefinitions>";
  }
  ProjectReading Reading =
      readBody(Doubling + "</PropertyGroup>" + Metadata +
               "</ClCompile></ItemDefinitionGroup>" + Source);
  EXPECT_THAT(namesOf(Reading), ElementsAre("/p/a.cpp"));
}

TEST(MSBuildTest, FindsConfigurationsInASheet) {
  ProjectReading Reading =
      read({{"/p/a.cpp", ""},
            {"/p/App.vcxproj", "<Project><Import Project='c.props'/>" +
                                   std::string(Source) + "</Project>"},
            {"/p/c.props", project("")}},
           "Release|x64");
  EXPECT_EQ(Reading.Configuration, "Release|x64");
  EXPECT_THAT(namesOf(Reading), ElementsAre("/p/a.cpp"));
}

} // namespace
