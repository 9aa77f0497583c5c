//===- VisualC6.cpp - Projects of Visual C++ 6 ----------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A .dsp is a makefile that Visual C++ writes and reads:
///   !IF  "$(CFG)" == "App - Win32 Release"
///   # ADD CPP /nologo /MT /D "WIN32"
///   !ENDIF
///   # Begin Source File
///   SOURCE=.\a.cpp
///   # End Source File
///
//===----------------------------------------------------------------------===//

#include "Reading.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace mapitidy {
namespace {

using Strings = std::vector<std::string>;

/// The text between the next two quotes.
StringRef quoted(StringRef Text) {
  return Text.split('"').second.split('"').first;
}

/// Splits options so that a value is one with its option: `/D "X"` is `/DX`.
Strings splitOptions(StringRef Text) {
  Strings Result;
  bool WantsValue = false;
  for (std::string &Word : splitWindowsCommandLine(Text)) {
    if (WantsValue)
      Result.back() += Word;
    else
      Result.push_back(Word);
    WantsValue = !WantsValue && is_contained({"/D", "/U", "/I", "/FI", "/Tc",
                                              "/Tp", "-D", "-U", "-I"},
                                             StringRef(Word));
  }
  return Result;
}

class MakeFile {
public:
  MakeFile(StringRef Text, const ProjectRequest &Request, Reading &Into)
      : Request(Request), Into(Into) {
    Text.split(Lines, '\n');
    for (StringRef &Line : Lines)
      Line = Line.trim();
  }

  Error read();

private:
  Error chooseConfiguration();
  void readLine(StringRef Line);
  void readDirective(StringRef Line);
  void readProperty(StringRef Property);
  void addSource();
  Strings &current() { return InSource ? SourceOptions : Common; }

  const ProjectRequest &Request;
  Reading &Into;
  SmallVector<StringRef, 0> Lines;
  std::string Chosen;                      ///< "App - Win32 Debug"
  bool IsActive = true, WasActive = false; ///< in a `!IF`
  bool InSource = false, IsExcluded = false, UsesMfcDll = false;
  std::string Source;
  Strings Common, SourceOptions;
};

/// "App - Win32 Debug" is "Debug|Win32".
std::string modernName(StringRef Name) {
  auto [Platform, Configuration] = Name.rsplit(" - ").second.split(' ');
  return (Configuration + "|" + Platform).str();
}

Error MakeFile::chooseConfiguration() {
  Strings Names, Modern;
  for (StringRef Line : Lines) {
    if (!Line.starts_with_insensitive("!IF") &&
        !Line.starts_with_insensitive("!ELSEIF"))
      continue;
    if (!Line.contains_insensitive("$(CFG)"))
      continue;
    StringRef Name = quoted(Line.split("==").second);
    if (Name.contains(" - ") && !is_contained(Names, Name)) {
      Names.push_back(Name.str());
      Modern.push_back(modernName(Name));
    }
  }
  if (Names.empty()) // a project with one configuration has no conditions
    for (StringRef Line : Lines)
      if (Line.consume_front("# Name ") && quoted(Line).contains(" - ")) {
        Names.push_back(quoted(Line).str());
        Modern.push_back(modernName(Names.back()));
      }
  if (Names.empty()) {
    Into.note(sys::path::filename(Request.File) + " has no configurations.");
    return Error::success();
  }
  Expected<size_t> Index = mapitidy::chooseConfiguration(
      Modern, Request.Configuration, Request.File);
  if (!Index)
    return Index.takeError();
  Chosen = Names[*Index];
  if (Into.Result.Configuration.empty())
    Into.Result.Configuration = Modern[*Index];
  return Error::success();
}

Error MakeFile::read() {
  if (none_of(Lines, [](StringRef Line) {
        return Line.starts_with("# Microsoft Developer Studio Project File") ||
               Line.starts_with("# TARGTYPE");
      }))
    return failure(Request.File + ":1: it is no project of Visual C++ 6");
  if (Error E = chooseConfiguration())
    return E;
  for (StringRef Line : Lines)
    readLine(Line);
  return Error::success();
}

void MakeFile::readLine(StringRef Line) {
  if (Line.starts_with("!"))
    return readDirective(Line);
  if (Line.starts_with_insensitive("# Begin Source File")) {
    InSource = true;
    IsExcluded = false;
    Source.clear();
    SourceOptions = Common;
  } else if (Line.starts_with_insensitive("# End Source File")) {
    addSource();
    InSource = false;
  } else if (!IsActive) {
    return;
  } else if (InSource && Line.consume_front_insensitive("SOURCE=")) {
    Source = Line.trim().trim('"').str();
  } else if (Line.consume_front("# ")) {
    readProperty(Line);
  }
}

void MakeFile::readDirective(StringRef Line) {
  auto Matches = [this, Line] {
    StringRef Name = quoted(Line.split("==").second);
    return Line.contains_insensitive("$(CFG)") && Line.contains("==") &&
           Name.equals_insensitive(Chosen);
  };
  if (Line.starts_with_insensitive("!IF")) {
    // `!IF "$(CFG)" == ""` and the like ask for the environment.
    WasActive = IsActive = Matches();
  } else if (Line.starts_with_insensitive("!ELSEIF")) {
    IsActive = !WasActive && Matches();
    WasActive |= IsActive;
  } else if (Line.starts_with_insensitive("!ELSE")) {
    IsActive = !WasActive;
  } else if (Line.starts_with_insensitive("!ENDIF")) {
    IsActive = true;
  }
}

void MakeFile::readProperty(StringRef Property) {
  if (Property.consume_front("PROP ")) {
    if (Property.consume_front("Use_MFC "))
      UsesMfcDll = Property.trim() == "2";
    else if (InSource && Property.consume_front("Exclude_From_Build "))
      IsExcluded = Property.trim() == "1";
  } else if (Property.consume_front("ADD CPP ")) {
    append_range(current(), splitOptions(Property));
  } else if (Property.consume_front("SUBTRACT CPP ")) {
    for (StringRef Option : splitOptions(Property))
      erase_if(current(), [Option](StringRef Present) {
        // Without a value, an option with any value is meant.
        return Present == Option ||
               (!Option.starts_with_insensitive("/D") && Option.size() == 3 &&
                Present.starts_with(Option));
      });
  }
}

void MakeFile::addSource() {
  if (Source.empty() || IsExcluded || !isSourceFile(Source))
    return;
  Strings Written, Folders;
  if (UsesMfcDll && !is_contained(SourceOptions, "/D_AFXDLL"))
    Written.push_back("/D_AFXDLL");
  for (StringRef Option : SourceOptions)
    if (Option.starts_with("/I") || Option.starts_with("-I"))
      Folders.push_back(Option.drop_front(2).str());
    else
      Written.push_back(Option.str());
  addFolders("/I", Folders, Request, Into, Written);
  Into.addUnit(Source, Request, Written, /*Is64Bit=*/false);
}

} // namespace

Error readVisualC6(const ProjectRequest &Request, Reading &Into) {
  Expected<std::string> Text = readText(Request.File, Into.Files.fileSystem());
  if (!Text)
    return Text.takeError();
  return MakeFile(*Text, Request, Into).read();
}

} // namespace mapitidy
