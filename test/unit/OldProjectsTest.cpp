//===- OldProjectsTest.cpp -  ---------------------------------------------===//
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

const char Project2005[] = R"x(<?xml version="1.0" encoding="windows-1252"?>
<VisualStudioProject ProjectType="Visual C++" Version="8,00" Name="Old">
 <Configurations>
  <Configuration Name="Debug|Win32" CharacterSet="1" UseOfMFC="2"
    ConfigurationType="2" InheritedPropertySheets="..\Base.vsprops">
   <Tool Name="VCCustomBuildTool"/>
   <Tool Name="VCCLCompilerTool" RuntimeLibrary="3" StructMemberAlignment="1"
     PreprocessorDefinitions="WIN32,_DEBUG;NAME=$(Mine)"
     AdditionalIncludeDirectories="&quot;$(SolutionDir)Inc&quot;,.."/>
  </Configuration>
  <Configuration Name="Release|Win32" CharacterSet="2">
   <Tool Name="VCCLCompilerTool" RuntimeLibrary="0" ForcedIncludeFiles="a.h"/>
  </Configuration>
 </Configurations>
 <Files>
  <Filter Name="Sources">
   <Filter Name="Inner"><File RelativePath=".\Sub\B.cpp"/></Filter>
   <File RelativePath=".\a.cpp">
    <FileConfiguration Name="Debug|Win32">
     <Tool Name="VCCLCompilerTool" CompileAs="1"
       PreprocessorDefinitions="OWN;$(NoInherit)"/>
    </FileConfiguration>
   </File>
   <File RelativePath="c.cpp">
    <FileConfiguration Name="Debug|Win32" ExcludedFromBuild="true"/>
   </File>
   <File RelativePath="a.h"/>
   <File RelativePath="gone.cpp"/>
  </Filter>
 </Files>
</VisualStudioProject>)x";

const std::vector<TextFile> Files2005 = {
    {"/p/Old.vcproj", Project2005},
    {"/p/A.cpp", ""},
    {"/p/a.h", ""},
    {"/p/c.cpp", ""},
    {"/p/sub/b.cpp", ""},
    {"/p/inc/x.h", ""},
    {"/base.vsprops",
     R"x(<VisualStudioPropertySheet InheritedPropertySheets=".\p\more.vsprops">
        <UserMacro Name="Mine" Value="42"/>
        <Tool Name="VCCLCompilerTool" PreprocessorDefinitions="BASE"
          RuntimeLibrary="2"/></VisualStudioPropertySheet>)x"},
    {"/p/More.vsprops",
     R"x(<VisualStudioPropertySheet InheritedPropertySheets="..\Base.vsprops">
        <Tool Name="VCCLCompilerTool" PreprocessorDefinitions="MORE"/>
        </VisualStudioPropertySheet>)x"}};

TEST(VisualStudio2003Test, ReadsAConfiguration) {
  Disk D = diskOf(Files2005);
  ProjectReading Reading = cantFail(readProject("/p/Old.vcproj", "", D.Files));
  EXPECT_EQ(Reading.Configuration, "Debug|Win32");
  ASSERT_EQ(Reading.Units.size(), 2u);
  EXPECT_EQ(Reading.Units[0].File, "/p/sub/b.cpp");
  EXPECT_THAT(Reading.Units[0].Flags,
              ElementsAre("-std=gnu++14", "-fpack-struct=1", "-D_MT", "-D_DLL",
                          "-D_DEBUG", "-D_UNICODE", "-DUNICODE", "-D_AFXDLL",
                          "-D_WINDLL", "-DWIN32", "-DNAME=42", "-DBASE",
                          "-DMORE", "-I/p/inc", "-I/"));
  EXPECT_EQ(Reading.Units[1].File, "/p/A.cpp");
  EXPECT_THAT(
      Reading.Units[1].Flags,
      AllOf(Contains("-DOWN"), Not(Contains("-DWIN32")), Contains("c")));
  EXPECT_THAT(Reading.Notes,
              ElementsAre("'gone.cpp' of Old.vcproj does not exist."));
}

TEST(VisualStudio2003Test, ReadsAnotherConfiguration) {
  Disk D = diskOf(Files2005);
  ProjectReading Reading =
      cantFail(readProject("/p/Old.vcproj", "Release", D.Files));
  ASSERT_EQ(Reading.Units.size(), 3u);
  EXPECT_THAT(
      Reading.Units[2].Flags,
      ElementsAre("-std=gnu++14", "-D_MT", "-D_MBCS", "-include", "/p/a.h"));
}

TEST(VisualStudio2003Test, SaysWhatIsWrong) {
  auto ErrorOf = [](const std::string &Text) {
    Disk D = diskOf({{"/p/Old.vcproj", Text}});
    return toString(readProject("/p/Old.vcproj", "", D.Files).takeError());
  };
  EXPECT_THAT(ErrorOf("<VisualStudioProject>\n<Files"),
              HasSubstr("/p/Old.vcproj:2: "));
  EXPECT_THAT(ErrorOf("<Project/>"), HasSubstr("<VisualStudioProject>"));
  std::string Deep = "<VisualStudioProject><Files>";
  for (int I = 0; I < 10000; ++I)
    Deep += "<Filter>";
  for (int I = 0; I < 10000; ++I)
    Deep += "</Filter>";
  EXPECT_THAT(ErrorOf(Deep + "</Files></VisualStudioProject>"),
              HasSubstr("nested too deeply"));
}

TEST(VisualStudio2003Test, ReadsAProjectWithoutConfigurations) {
  Disk D = diskOf({{"/p/Old.vcproj",
                    "<VisualStudioProject><Files><File "
                    "RelativePath='a.cpp'/></Files></VisualStudioProject>"},
                   {"/p/a.cpp", ""}});
  ProjectReading Reading = cantFail(readProject("/p/Old.vcproj", "", D.Files));
  EXPECT_EQ(Reading.Units.size(), 1u);
  EXPECT_THAT(Reading.Notes, ElementsAre(HasSubstr("no configurations")));
}

const char Project6[] =
    "# Microsoft Developer Studio Project File - Name=\"App\" - Package "
    "Owner=<4>\r\n"
    "# TARGTYPE \"Win32 (x86) Application\" 0x0101\r\n"
    "CFG=App - Win32 Debug\r\n"
    "!MESSAGE \"App - Win32 Debug\" (based on \"Win32 (x86) Application\")\r\n"
    "!IF  \"$(CFG)\" == \"App - Win32 Release\"\r\n"
    "# PROP Use_MFC 2\r\n"
    "# ADD BASE CPP /nologo /D \"BASE\" /c\r\n"
    "# ADD CPP /nologo /MD /W3 /GX /O2 /I \"inc\" /I \"..\\gone\" /D \"WIN32\" "
    "/D \"_MBCS\" /Yu\"stdafx.h\" /FD /c\r\n"
    "# SUBTRACT CPP /YX\r\n"
    "!ELSEIF  \"$(CFG)\" == \"App - Win32 Debug\"\r\n"
    "# PROP Use_MFC 0\r\n"
    "# ADD CPP /MTd /D \"WIN32\" /D \"_DEBUG\" /c\r\n"
    "!ENDIF \r\n"
    "# Begin Target\r\n"
    "# Name \"App - Win32 Release\"\r\n"
    "# Name \"App - Win32 Debug\"\r\n"
    "# Begin Group \"Source Files\"\r\n"
    "# Begin Source File\r\n"
    "SOURCE=.\\A.CPP\r\n"
    "# End Source File\r\n"
    "# Begin Source File\r\n"
    "SOURCE=\"..\\my sub\\b.cpp\"\r\n"
    "!IF  \"$(CFG)\" == \"App - Win32 Release\"\r\n"
    "# ADD CPP /D \"ONLY\"\r\n"
    "# SUBTRACT CPP /D \"_MBCS\"\r\n"
    "!ELSEIF  \"$(CFG)\" == \"App - Win32 Debug\"\r\n"
    "# PROP Exclude_From_Build 1\r\n"
    "!ENDIF \r\n"
    "# End Source File\r\n"
    "# Begin Source File\r\n"
    "SOURCE=.\\a.h\r\n"
    "# End Source File\r\n"
    "# End Group\r\n"
    "# End Target\r\n"
    "# End Project\r\n";

const std::vector<TextFile> Files6 = {{"/p/App.dsp", Project6},
                                      {"/p/a.cpp", ""},
                                      {"/p/a.h", ""},
                                      {"/my sub/b.cpp", ""},
                                      {"/p/Inc/x.h", ""}};

TEST(VisualC6Test, ReadsTheFirstConfiguration) {
  Disk D = diskOf(Files6);
  ProjectReading Reading = cantFail(readProject("/p/App.dsp", "", D.Files));
  EXPECT_EQ(Reading.Configuration, "Release|Win32");
  ASSERT_EQ(Reading.Units.size(), 2u);
  EXPECT_EQ(Reading.Units[0].File, "/p/a.cpp");
  EXPECT_THAT(Reading.Units[0].Flags,
              ElementsAre("-std=gnu++14", "-fexceptions", "-D_MT", "-D_DLL",
                          "-D_AFXDLL", "-DWIN32", "-D_MBCS", "-I/p/Inc"));
  EXPECT_FALSE(Reading.Units[0].Is64Bit);
  EXPECT_EQ(Reading.Units[1].File, "/my sub/b.cpp");
  EXPECT_THAT(Reading.Units[1].Flags,
              ElementsAre("-std=gnu++14", "-fexceptions", "-D_MT", "-D_DLL",
                          "-D_AFXDLL", "-DWIN32", "-DONLY", "-I/p/Inc"));
  EXPECT_THAT(Reading.Notes, Contains(HasSubstr("'/gone' does not exist")));
}

TEST(VisualC6Test, ReadsTheOtherConfiguration) {
  Disk D = diskOf(Files6);
  ProjectReading Reading =
      cantFail(readProject("/p/App.dsp", "Debug|Win32", D.Files));
  ASSERT_EQ(Reading.Units.size(), 1u);
  EXPECT_THAT(Reading.Units[0].Flags,
              ElementsAre("-std=gnu++14", "-D_MT", "-D_DEBUG", "-DWIN32"));
  EXPECT_THAT(toString(readProject("/p/App.dsp", "Fast", D.Files).takeError()),
              HasSubstr("Release|Win32, Debug|Win32"));
}

TEST(VisualC6Test, RefusesOtherFiles) {
  Disk D = diskOf({{"/p/App.dsp", "something"}});
  EXPECT_THAT(toString(readProject("/p/App.dsp", "", D.Files).takeError()),
              HasSubstr("/p/App.dsp:1: "));
}

} // namespace
