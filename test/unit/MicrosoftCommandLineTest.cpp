//===- MicrosoftCommandLineTest.cpp -  ------------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MicrosoftCommandLine.h"
#include "Disk.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace mapitidy;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

using Strings = std::vector<std::string>;

Translation translated(Strings Options, Disk D = diskOf({{"/p/a.cpp", ""}})) {
  Options.insert(Options.begin(), "cl.exe");
  return cantFail(translate(Options, "/p", D.Files));
}

Strings flagsOf(Strings Options) {
  Options.push_back("a.cpp");
  return translated(std::move(Options)).Flags;
}

TEST(MicrosoftCommandLineTest, KnowsTheCompilers) {
  for (const char *Program :
       {"cl", "CL.EXE", "C:\\Program Files\\VC\\bin\\cl.exe", "clang-cl",
        "/usr/bin/clang-cl", "C:/llvm/bin/Clang-CL.exe", "icl.exe"})
    EXPECT_TRUE(isMicrosoftCompiler(Program)) << Program;
  for (const char *Program :
       {"clang", "g++", "cl.cpp", "ocl", "clang-cl-22x", "", "cl.exe/"})
    EXPECT_FALSE(isMicrosoftCompiler(Program)) << Program;
}

TEST(MicrosoftCommandLineTest, HasDefaults) {
  EXPECT_THAT(flagsOf({}), ElementsAre("-std=gnu++14", "-D_MT"));
}

TEST(MicrosoftCommandLineTest, ReadsDefinitionsInAllForms) {
  EXPECT_THAT(flagsOf({"/DA", "-D", "B=1", "/D", "C#2", "/UD", "/U", "E",
                       "/DF=\"x y\""}),
              ElementsAre("-std=gnu++14", "-D_MT", "-DA", "-DB=1", "-DC=2",
                          "-UD", "-UE", "-DF=\"x y\""));
}

TEST(MicrosoftCommandLineTest, KeepsExistingFoldersOnly) {
  Disk D = diskOf({{"/p/a.cpp", ""}, {"/p/Inc/x.h", ""}, {"/lib/y.h", ""}});
  Translation T = translated({"/I", "inc", "/I..\\LIB", "-Inone", "/external:I",
                              "\\lib", "/imsvc", "inc", "/Ia.cpp", "a.cpp"},
                             std::move(D));
  EXPECT_THAT(T.Flags,
              ElementsAre("-std=gnu++14", "-D_MT", "-I/p/Inc", "-I/lib",
                          "-isystem", "/lib", "-isystem", "/p/Inc"));
  EXPECT_THAT(T.MissingFolders, ElementsAre("none", "a.cpp"));
}

TEST(MicrosoftCommandLineTest, ReadsTheStandard) {
  EXPECT_THAT(flagsOf({"/std:c++17"}), Contains("-std=gnu++17"));
  EXPECT_THAT(flagsOf({"/std:c++20", "-std:c++14"}), Contains("-std=gnu++14"));
  EXPECT_THAT(flagsOf({"/std:c++latest"}), Contains("-std=gnu++23"));
  EXPECT_THAT(flagsOf({"/clang:-std=c++20"}), Contains("-std=c++20"));
  EXPECT_THAT(flagsOf({"/std:c++17", "/TC"}),
              Not(Contains(HasSubstr("-std="))));
  EXPECT_THAT(flagsOf({"/std:c11", "/TC"}), Contains("-std=gnu11"));
  EXPECT_THAT(translated({"/std:c++99", "a.cpp"}).UnknownOptions,
              ElementsAre("/std:c++99"));
}

TEST(MicrosoftCommandLineTest, ReadsTheLanguage) {
  Disk D = diskOf({{"/p/a.c", ""}, {"/p/B.CPP", ""}});
  EXPECT_THAT(translated({"a.c"}, D).Flags, ElementsAre("-D_MT", "-x", "c"));
  EXPECT_THAT(translated({"/TP", "a.c"}, D).Flags,
              ElementsAre("-std=gnu++14", "-D_MT", "-x", "c++"));
  EXPECT_THAT(translated({"/TC", "b.cpp"}, D).Flags,
              ElementsAre("-D_MT", "-x", "c"));
  Translation T = translated({"/Tcb.cpp"}, D);
  EXPECT_THAT(T.Flags, ElementsAre("-D_MT", "-x", "c"));
  EXPECT_THAT(T.Sources, ElementsAre("/p/B.CPP"));
}

TEST(MicrosoftCommandLineTest, DefinesWhatTheRuntimeDoes) {
  EXPECT_THAT(flagsOf({"/MD"}), ElementsAre("-std=gnu++14", "-D_MT", "-D_DLL"));
  EXPECT_THAT(flagsOf({"/MT", "/MDd"}),
              ElementsAre("-std=gnu++14", "-D_MT", "-D_DLL", "-D_DEBUG"));
  EXPECT_THAT(flagsOf({"/MTd"}),
              ElementsAre("-std=gnu++14", "-D_MT", "-D_DEBUG"));
}

TEST(MicrosoftCommandLineTest, KeepsWhatChangesTheLanguage) {
  EXPECT_THAT(flagsOf({"/J", "/Zp4", "/EHsc", "-Xclang", "-fno-spell-checking",
                       "/clang:-DX"}),
              ElementsAre("-std=gnu++14", "-funsigned-char", "-fpack-struct=4",
                          "-fexceptions", "-Xclang", "-fno-spell-checking",
                          "-D_MT", "-DX"));
}

TEST(MicrosoftCommandLineTest, DropsTheRestSilently) {
  Translation T =
      translated({"/nologo",       "/c",           "/Yustdafx.h",
                  "/Ycstdafx.h",   "/Fpx.pch",     "/Foobj\\",
                  "/Fdx.pdb",      "/MP4",         "/W4",
                  "/WX",           "/wd4996",      "/O2",
                  "/Od",           "/GS",          "/Gm-",
                  "/ZI",           "/RTC1",        "/GR-",
                  "/EHs-c-",       "/permissive-", "/Zc:wchar_t-",
                  "/showIncludes", "/fp:precise",  "/sdl",
                  "/external:W0",  "/FC",          "/diagnostics:column",
                  "/guard:cf",     "/Zc:inline",   "/fsanitize=address",
                  "/openmp",       "/bigobj",      "a.cpp",
                  "/link",         "x.lib"});
  EXPECT_THAT(T.Flags, ElementsAre("-std=gnu++14", "-D_MT"));
  EXPECT_THAT(T.Sources, ElementsAre("/p/a.cpp"));
  EXPECT_THAT(T.UnknownOptions, IsEmpty());
}

TEST(MicrosoftCommandLineTest, ListsUnknownOptions) {
  Translation T = translated({"/Qunheard:of", "a.cpp"});
  EXPECT_THAT(T.UnknownOptions, ElementsAre("/Qunheard:of"));
  EXPECT_THAT(translated({"a.cpp", "/D"}).UnknownOptions, ElementsAre("/D"));
}

TEST(MicrosoftCommandLineTest, FindsForcedIncludesLikeIncludes) {
  Disk D =
      diskOf({{"/p/a.cpp", ""}, {"/p/inc/Pre.h", ""}, {"/p/StdAfx.h", ""}});
  EXPECT_THAT(translated({"/FI", "pre.h", "/FIstdafx.h", "/FIsub\\no.h",
                          "/Iinc", "a.cpp"},
                         std::move(D))
                  .Flags,
              ElementsAre("-std=gnu++14", "-D_MT", "-I/p/inc", "-include",
                          "/p/inc/Pre.h", "-include", "/p/StdAfx.h", "-include",
                          "sub/no.h"));
}

TEST(MicrosoftCommandLineTest, TellsUnixPathsFromOptions) {
  Disk D = diskOf({{"/Users/me/a.cpp", ""}, {"/Dir/b.cpp", ""}});
  Translation T = translated({"/DX", "/Users/me/a.cpp", "--", "/Dir/b.cpp"}, D);
  EXPECT_THAT(T.Sources, ElementsAre("/Users/me/a.cpp", "/Dir/b.cpp"));
  EXPECT_THAT(T.Flags, ElementsAre("-std=gnu++14", "-D_MT", "-DX"));
}

TEST(MicrosoftCommandLineTest, ReadsResponseFiles) {
  Disk D =
      diskOf({{"/p/a.cpp", ""},
              {"/p/obj/Flags.rsp", "\xEF\xBB\xBF/D \"A=x y\" /I\"my inc\"\r\n"
                                   "@obj\\more.rsp"},
              {"/p/obj/more.rsp",
               std::string("\xFF\xFE/\0D\0B\0 \0a\0.\0c\0p\0p\0", 20)},
              {"/p/my inc/x.h", ""}});
  Translation T = translated({"@OBJ\\flags.rsp"}, std::move(D));
  EXPECT_THAT(T.Flags, ElementsAre("-std=gnu++14", "-D_MT", "-DA=x y", "-DB",
                                   "-I/p/my inc"));
  EXPECT_THAT(T.Sources, ElementsAre("/p/a.cpp"));
}

TEST(MicrosoftCommandLineTest, RefusesBadResponseFiles) {
  Disk D = diskOf(
      {{"/p/loop.rsp", "/DX @loop.rsp"}, {"/p/two.rsp", "@two.rsp @two.rsp"}});
  for (const char *Name : {"@loop.rsp", "@two.rsp"})
    EXPECT_THAT(toString(translate({"cl", Name}, "/p", D.Files).takeError()),
                HasSubstr("names itself"));
  EXPECT_THAT(
      toString(translate({"cl", "@none.rsp"}, "/p", D.Files).takeError()),
      HasSubstr("no such response file: 'none.rsp' in '/p'"));
  EXPECT_THAT(toString(translate({}, "/p", D.Files).takeError()),
              HasSubstr("empty"));
}

TEST(MicrosoftCommandLineTest, GoesThroughTheMap) {
  Disk D = diskOf({{"/src/a.cpp", ""}, {"/src/Inc/x.h", ""}},
                  cantFail(PathMap::parse("C:\\proj=/src")));
  Translation T =
      translated({"/IC:\\proj\\inc", "/c", "c:\\PROJ\\A.cpp"}, std::move(D));
  EXPECT_THAT(T.Flags, ElementsAre("-std=gnu++14", "-D_MT", "-I/src/Inc"));
  EXPECT_THAT(T.Sources, ElementsAre("/src/a.cpp"));
}

TEST(MicrosoftCommandLineTest, KnowsTheProcessor) {
  Disk D = diskOf({});
  auto Is64 = [&D](Strings Line) {
    return cantFail(translate(Line, "/p", D.Files)).Is64Bit;
  };
  EXPECT_EQ(Is64({"C:\\VC\\bin\\Hostx64\\x86\\cl.exe"}), false);
  EXPECT_EQ(Is64({"C:\\VC\\bin\\Hostx64\\x64\\cl.exe"}), true);
  EXPECT_EQ(Is64({"cl.exe"}), std::nullopt);
  EXPECT_EQ(Is64({"clang-cl", "-m32"}), false);
  EXPECT_EQ(Is64({"clang-cl", "--target=x86_64-pc-windows-msvc"}), true);
}

TEST(MicrosoftCommandLineTest, MapsPathsOfOtherCompilers) {
  PathMap Map = cantFail(PathMap::parse("C:\\proj=/src"));
  EXPECT_EQ(mapPaths({"g++", "-IC:/proj/inc", "-isystem", "C:\\proj\\sys",
                      "-DP=\"C:/proj\"", "-o", "c:/proj/a.o", "C:/proj/a.cpp"},
                     Map),
            (Strings{"g++", "-I/src/inc", "-isystem", "/src/sys",
                     "-DP=\"C:/proj\"", "-o", "/src/a.o", "/src/a.cpp"}));
  EXPECT_EQ(mapPaths({"g++", "-I/x", "a.cpp"}, Map), std::nullopt);
  EXPECT_EQ(mapPaths({"g++", "-IC:/proj"}, PathMap()), std::nullopt);
}

} // namespace
