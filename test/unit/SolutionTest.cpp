//===- SolutionTest.cpp -  ------------------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Disk.h"
#include "Project.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace mapitidy;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

using Strings = std::vector<std::string>;

std::string vcxproj(const std::string &Source) {
  return R"x(<Project><ItemGroup>
    <ProjectConfiguration Include="Debug|Win32"/>
    <ProjectConfiguration Include="Fast|x64"/></ItemGroup>
    <ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>
    $(Configuration)_$(Platform)</PreprocessorDefinitions></ClCompile>
    </ItemDefinitionGroup><ItemGroup><ClCompile Include=")x" +
         Source + R"x("/></ItemGroup></Project>)x";
}

const char SolutionText[] =
    "\xEF\xBB\xBF\r\nMicrosoft Visual Studio Solution File, Format Version "
    "12.00\r\n"
    "Project(\"{8BC9CEB8}\") = \"One\", \"One\\One.vcxproj\", \"{AAAA}\"\r\n"
    "EndProject\r\n"
    "Project(\"{2150E333}\") = \"Folder\", \"Folder\", \"{FFFF}\"\r\n"
    "EndProject\r\n"
    "Project(\"{8BC9CEB8}\") = \"Two\", \"two\\TWO.vcxproj\", \"{BBBB}\"\r\n"
    "EndProject\r\n"
    "Project(\"{FAE04EC0}\") = \"Net\", \"Net\\Net.csproj\", \"{CCCC}\"\r\n"
    "EndProject\r\n"
    "Project(\"{8BC9CEB8}\") = \"No\", \"No\\No.vcxproj\", \"{DDDD}\"\r\n"
    "EndProject\r\n"
    "Global\r\n"
    "\tGlobalSection(SolutionConfigurationPlatforms) = preSolution\r\n"
    "\t\tDebug|Any CPU = Debug|Any CPU\r\n"
    "\t\tDebug|x86 = Debug|x86\r\n"
    "\t\tRelease|x64 = Release|x64\r\n"
    "\tEndGlobalSection\r\n"
    "\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\r\n"
    "\t\t{aaaa}.Debug|Any CPU.ActiveCfg = Debug|Win32\r\n"
    "\t\t{AAAA}.Debug|x86.ActiveCfg = Debug|Win32\r\n"
    "\t\t{AAAA}.Debug|x86.Build.0 = Debug|Win32\r\n"
    "\t\t{AAAA}.Release|x64.ActiveCfg = Fast|x64\r\n"
    "\t\t{AAAA}.Release|x64.Build.0 = Fast|x64\r\n"
    "\t\t{BBBB}.Debug|x86.ActiveCfg = Debug|Win32\r\n"
    "\t\t{BBBB}.Release|x64.ActiveCfg = Fast|x64\r\n"
    "\t\t{BBBB}.Release|x64.Build.0 = Fast|x64\r\n"
    "\t\t{DDDD}.Release|x64.Build.0 = Fast|x64\r\n"
    "\tEndGlobalSection\r\n"
    "EndGlobal\r\n";

std::vector<TextFile> solutionFiles() {
  return {{"/s/All.sln", SolutionText},
          {"/s/One/One.vcxproj", vcxproj("one.cpp")},
          {"/s/Two/Two.vcxproj", vcxproj("two.cpp;..\\one\\one.cpp")},
          {"/s/One/one.cpp", ""},
          {"/s/Two/two.cpp", ""},
          {"/s/loose.cpp", ""}};
}

Strings namesOf(const ProjectReading &Reading) {
  Strings Result;
  for (const SourceUnit &Unit : Reading.Units)
    Result.push_back(Unit.File);
  return Result;
}

TEST(SolutionTest, ReadsTheFirstConfigurationWithCpp) {
  Disk D = diskOf(solutionFiles());
  ProjectReading Reading = cantFail(readProject("/s/All.sln", "", D.Files));
  EXPECT_EQ(Reading.Configuration, "Debug|x86");
  EXPECT_THAT(namesOf(Reading), ElementsAre("/s/One/one.cpp"));
  EXPECT_THAT(Reading.Units[0].Flags, Contains("-DDebug_Win32"));
  EXPECT_THAT(Reading.Notes,
              ElementsAre(HasSubstr("'two\\TWO.vcxproj' is not built"),
                          HasSubstr("'Net.csproj'"),
                          HasSubstr("'No\\No.vcxproj' is not built")));
}

TEST(SolutionTest, MapsConfigurations) {
  Disk D = diskOf(solutionFiles());
  ProjectReading Reading =
      cantFail(readProject("/s/All.sln", "Release", D.Files));
  EXPECT_THAT(namesOf(Reading),
              ElementsAre("/s/One/one.cpp", "/s/Two/two.cpp"));
  EXPECT_THAT(Reading.Units[0].Flags, Contains("-DFast_x64"));
  EXPECT_TRUE(Reading.Units[0].Is64Bit);
  EXPECT_THAT(
      Reading.Notes,
      Contains(HasSubstr("'No\\No.vcxproj' of All.sln does not exist")));
}

TEST(SolutionTest, RefusesUnknownConfigurationsAndFiles) {
  Disk D = diskOf({{"/s/All.sln", SolutionText}, {"/s/Bad.sln", "PK\x03"}});
  auto ErrorOf = [&D](StringRef File, StringRef Configuration) {
    return toString(readProject(File, Configuration, D.Files).takeError());
  };
  EXPECT_THAT(ErrorOf("/s/All.sln", "Slow"),
              HasSubstr("there are Debug|Any CPU, Debug|x86, Release|x64"));
  EXPECT_THAT(ErrorOf("/s/Bad.sln", ""), HasSubstr("/s/Bad.sln:1: "));
  EXPECT_THAT(ErrorOf("/s/None.sln", ""), HasSubstr("no such project"));
}

TEST(SolutionTest, GoesOnBehindADamagedProject) {
  std::vector<TextFile> Contents = solutionFiles();
  Contents[1].Text = "<Project>\n<Item";
  Disk D = diskOf(Contents);
  ProjectReading Reading =
      cantFail(readProject("/s/All.sln", "Release|x64", D.Files));
  EXPECT_THAT(namesOf(Reading),
              ElementsAre("/s/Two/two.cpp", "/s/One/one.cpp"));
  EXPECT_THAT(Reading.Notes, Contains(HasSubstr("/s/One/One.vcxproj:2: ")));
}

TEST(SolutionTest, ReadsVisualStudio2003s) {
  Disk D =
      diskOf({{"/s/All.sln",
               "Microsoft Visual Studio Solution File, Format Version 8.00\n"
               "Project(\"{8BC9}\") = \"Old\", \"Old.vcproj\", "
               "\"{AAAA}\"\nEndProject\n"
               "GlobalSection(SolutionConfiguration) = preSolution\n"
               "Debug = Debug\nRelease = Release\nEndGlobalSection\n"
               "GlobalSection(ProjectConfiguration) = postSolution\n"
               "{AAAA}.Debug.ActiveCfg = Debug|Win32\n"
               "{AAAA}.Debug.Build.0 = Debug|Win32\nEndGlobalSection\n"},
              {"/s/Old.vcproj",
               "<VisualStudioProject><Configurations><Configuration "
               "Name='Debug|Win32'/></Configurations><Files><File "
               "RelativePath='a.cpp'/></Files></VisualStudioProject>"},
              {"/s/a.cpp", ""}});
  ProjectReading Reading =
      cantFail(readProject("/s/All.sln", "Debug", D.Files));
  EXPECT_THAT(namesOf(Reading), ElementsAre("/s/a.cpp"));
  EXPECT_EQ(Reading.Configuration, "Debug");
}

TEST(SolutionTest, ReadsXmlSolutions) {
  std::vector<TextFile> Contents = solutionFiles();
  Contents.push_back({"/s/New.slnx", R"x(<Solution><Configurations>
      <BuildType Name="Debug"/><BuildType Name="Release"/>
      <Platform Name="x86"/><Platform Name="x64"/></Configurations>
      <Folder Name="/a/"><Project Path="One/One.vcxproj">
        <BuildType Solution="Release|*" Project="Fast"/></Project></Folder>
      <Project Path="Two\Two.vcxproj">
        <Build Solution="Debug|*" Project="false"/>
        <BuildType Solution="Release|*" Project="Fast"/></Project>
      </Solution>)x"});
  Disk D = diskOf(Contents);
  ProjectReading Debug = cantFail(readProject("/s/New.slnx", "", D.Files));
  EXPECT_EQ(Debug.Configuration, "Debug|x86");
  EXPECT_THAT(namesOf(Debug), ElementsAre("/s/One/one.cpp"));
  ProjectReading Release =
      cantFail(readProject("/s/New.slnx", "Release|x64", D.Files));
  EXPECT_THAT(namesOf(Release),
              ElementsAre("/s/One/one.cpp", "/s/Two/two.cpp"));
  EXPECT_THAT(Release.Units[1].Flags, Contains("-DFast_x64"));
}

TEST(SolutionTest, ReadsWorkspaces) {
  Disk D = diskOf(
      {{"/s/All.dsw", "Microsoft Developer Studio Workspace File, Format "
                      "Version 6.00\r\n"
                      "Project: \"x\"=.\\X\\x.dsp - Package Owner=<4>\r\n"
                      "Project: \"y z\"=\".\\y z\\y.dsp\" - Package "
                      "Owner=<4>\r\n"},
       {"/s/x/X.dsp", "# TARGTYPE\n# Name \"X - Win32 Debug\"\n"
                      "# Begin Source File\nSOURCE=a.c\n# End Source File\n"},
       {"/s/x/a.c", ""}});
  ProjectReading Reading = cantFail(readProject("/s/All.dsw", "", D.Files));
  EXPECT_THAT(namesOf(Reading), ElementsAre("/s/x/a.c"));
  EXPECT_EQ(Reading.Configuration, "Debug|Win32");
  EXPECT_THAT(Reading.Notes, ElementsAre(HasSubstr("'.\\y z\\y.dsp'")));
}

TEST(FolderTest, PrefersSolutionsToTheirProjects) {
  std::vector<TextFile> Contents = solutionFiles();
  Contents.push_back({"/s/Three/Three.vcxproj", vcxproj("three.cpp")});
  Contents.push_back({"/s/Three/three.cpp", ""});
  Contents.push_back({"/s/.git/x.cpp", ""});
  Contents.push_back({"/s/Debug/y.cpp", ""});
  Contents.push_back({"/s/out/CMakeCache.txt", ""});
  Contents.push_back({"/s/out/z.cpp", ""});
  Disk D = diskOf(Contents);
  ProjectReading Reading = cantFail(readFolder("/s", "", D.Files));
  EXPECT_THAT(namesOf(Reading),
              ElementsAre("/s/One/one.cpp", "/s/Three/three.cpp"));
  EXPECT_EQ(Reading.Configuration, "Debug|x86");
  EXPECT_THAT(Reading.Notes,
              Contains(HasSubstr("2 source files are in no project that was "
                                 "read, the first is '/s/loose.cpp'")));
}

TEST(FolderTest, TakesAllSourcesWhereThereIsNoProject) {
  Disk D = diskOf({{"/s/b.cpp", ""},
                   {"/s/a/C.CXX", ""},
                   {"/s/a/x.h", ""},
                   {"/s/z.c", ""},
                   {"/s/readme.txt", ""}});
  ProjectReading Reading = cantFail(readFolder("/s", "", D.Files));
  EXPECT_THAT(namesOf(Reading),
              ElementsAre("/s/a/C.CXX", "/s/b.cpp", "/s/z.c"));
  EXPECT_THAT(Reading.Units[0].Flags, IsEmpty());
  EXPECT_EQ(Reading.Configuration, "");
  EXPECT_THAT(toString(readFolder("/none", "", D.Files).takeError()),
              HasSubstr("no such folder"));
}

TEST(FolderTest, TakesSourcesThatNoProjectIsNear) {
  Disk D = diskOf({{"/s/app/App.vcxproj", vcxproj("a.cpp")},
                   {"/s/app/a.cpp", ""},
                   {"/s/app/old/unused.cpp", ""},
                   {"/s/tool/tool.cpp", ""},
                   {"/s/tool/makefile", ""},
                   {"/s/empty/Empty.sln", ""},
                   {"/s/empty/b.cpp", ""}});
  ProjectReading Reading = cantFail(readFolder("/s", "", D.Files));
  EXPECT_THAT(namesOf(Reading), ElementsAre("/s/app/a.cpp", "/s/empty/b.cpp",
                                            "/s/tool/tool.cpp"));
  EXPECT_THAT(Reading.Units.back().Flags, IsEmpty());
  EXPECT_THAT(Reading.Notes,
              Contains(HasSubstr("1 source files are in no project that was "
                                 "read, the first is '/s/app/old/unused.cpp")));
}

TEST(FolderTest, GoesOnBehindADamagedProject) {
  Disk D = diskOf({{"/s/Bad.vcxproj", "<Project>"},
                   {"/s/Good.vcxproj", vcxproj("a.cpp")},
                   {"/s/a.cpp", ""}});
  ProjectReading Reading = cantFail(readFolder("/s", "", D.Files));
  EXPECT_THAT(namesOf(Reading), ElementsAre("/s/a.cpp"));
  EXPECT_THAT(Reading.Notes, Contains(HasSubstr("/s/Bad.vcxproj:1: ")));
}

TEST(FolderTest, ReadsARealDiskWithLinksThatLeadBack) {
  SmallString<128> Folder;
  ASSERT_FALSE(sys::fs::createUniqueDirectory("mapi-tidy-folder", Folder));
  auto Write = [&Folder](StringRef Name, StringRef Text) {
    std::error_code Problem;
    raw_fd_ostream((Folder + "/" + Name).str(), Problem) << Text;
    ASSERT_FALSE(Problem);
  };
  ASSERT_FALSE(sys::fs::create_directory(Folder + "/Sub"));
  ASSERT_FALSE(sys::fs::create_link(Folder, Folder + "/Sub/again"));
  Write("App.vcxproj", vcxproj("SUB\\a.CPP"));
  Write("Sub/A.cpp", "");
  auto FS = vfs::getRealFileSystem();
  FileFinder Files(*FS);
  Expected<ProjectReading> Reading = readFolder(Folder, "", Files);
  sys::fs::remove_directories(Folder);
  ASSERT_TRUE(bool(Reading));
  EXPECT_THAT(namesOf(*Reading), ElementsAre((Folder + "/Sub/A.cpp").str()));
  EXPECT_THAT(Reading->Notes, IsEmpty());
}

TEST(ProjectTest, KnowsFilesByTheirNames) {
  for (const char *Name :
       {"A.sln", "a.SLNX", "C:\\x\\a.VcxProj", "a.vcproj", "a.dsw", "/x/a.dsp"})
    EXPECT_TRUE(isProjectFile(Name)) << Name;
  for (const char *Name : {"sln", "a.csproj", "a.vcxproj.filters", "", "a.cpp"})
    EXPECT_FALSE(isProjectFile(Name)) << Name;
  EXPECT_TRUE(isSourceFile("a.CPP"));
  EXPECT_FALSE(isSourceFile("a.h"));
}

TEST(ProjectTest, WritesADatabase) {
  SmallString<128> Path;
  ASSERT_FALSE(sys::fs::createTemporaryFile("database", "json", Path));
  ProjectReading Reading;
  Reading.Units.push_back(
      {"/p/my \"a\".cpp", "/p", {"-DX=\"y\"", "-I/in c"}, true});
  ASSERT_FALSE(writeDatabase(Reading, Path));
  std::string Text = MemoryBuffer::getFile(Path).get()->getBuffer().str();
  sys::fs::remove(Path);
  EXPECT_EQ(cantFail(json::parse(Text)),
            (json::Value(json::Array{json::Object{
                {"directory", "/p"},
                {"file", "/p/my \"a\".cpp"},
                {"arguments", json::Array{"clang", "-DX=\"y\"", "-I/in c",
                                          "/p/my \"a\".cpp"}}}})));
  EXPECT_TRUE(errorToBool(writeDatabase(Reading, "/none/such/file.json")));
}

} // namespace
