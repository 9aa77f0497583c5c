//===- Store.cpp - What a scan remembers ----------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Store.h"
#include "catalogue/ProjectFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace mapitidy {

std::optional<std::string> textOfFile(StringRef Path) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text = MemoryBuffer::getFile(Path);
  if (!Text)
    return std::nullopt;
  return (*Text)->getBuffer().str();
}

SmallVector<StringRef, 16> linesOf(StringRef Text) {
  SmallVector<StringRef, 16> Lines;
  Text.split(Lines, '\n', -1, /*KeepEmpty=*/false);
  return Lines;
}

static std::string pathIn(const Twine &A, const Twine &B) {
  SmallString<128> Result;
  sys::path::append(Result, A, B);
  return Result.str().str();
}

Expected<Store> Store::open(StringRef Path) {
  SmallString<128> Absolute(Path);
  std::error_code Problem = sys::fs::make_absolute(Absolute);
  if (!Problem)
    Problem = sys::fs::create_directories(pathIn(Absolute, "files"));
  if (Problem)
    return createStringError(Problem, "cannot make the folder '" + Path +
                                          "': " + Problem.message() +
                                          "; --store names another one");
  // Nothing in it is for version control.
  const std::string Ignore = pathIn(Absolute, ".gitignore");
  if (!sys::fs::exists(Ignore))
    if (Error E = write(Ignore, "*\n"))
      return E;
  return Store(Absolute.str().str());
}

RunFiles Store::filesOf(StringRef Source, StringRef Kind) const {
  const std::string Name =
      sys::path::filename(Source).str() + "-" + digestOf(Source) + Kind.str();
  const std::string Base = pathIn(pathIn(Path, "files"), Name);
  return {Base + ".out",  Base + ".err",     Base + ".report",
          Base + ".yaml", Base + ".capture", Base + ".key"};
}

/// Calls \p Do with each of the files, by a pointer to the member.
static void forEachFile(function_ref<void(std::string RunFiles::*)> Do) {
  for (auto Each : {&RunFiles::Output, &RunFiles::Errors, &RunFiles::Report,
                    &RunFiles::Fixes, &RunFiles::Capture, &RunFiles::Key})
    Do(Each);
}

RunFiles RunFiles::unfinished() const {
  RunFiles Result = *this;
  const std::string Suffix = "." + utostr(sys::Process::getProcessId());
  forEachFile([&](auto Each) { Result.*Each += Suffix; });
  return Result;
}

Error RunFiles::take(const RunFiles &Unfinished) const {
  std::error_code Problem;
  forEachFile([&](auto Each) {
    if (Problem)
      return;
    if (sys::fs::exists(Unfinished.*Each))
      Problem = sys::fs::rename(Unfinished.*Each, this->*Each);
    else
      Problem = sys::fs::remove(this->*Each);
  });
  return errorCodeToError(Problem);
}

RunFiles Store::alone(StringRef Source) const { return filesOf(Source, ""); }

RunFiles Store::linked(StringRef Source) const {
  return filesOf(Source, "-linked");
}

std::string Store::projectFile() const { return pathIn(Path, "project"); }

std::string Store::contentOf(StringRef File) {
  auto [It, Inserted] = Contents.try_emplace(File);
  if (Inserted) {
    const std::optional<std::string> Text = textOfFile(File);
    It->second = Text ? digestOf(*Text) : "missing";
  }
  return It->second;
}

/// A number for what a run has left behind: damage makes it another.
static std::string resultOf(const RunFiles &Of) {
  std::string All;
  for (const std::string &File : {Of.Output, Of.Report, Of.Fixes, Of.Capture}) {
    const std::string Text = textOfFile(File).value_or("");
    All += utostr(Text.size()) + "\n" + Text;
  }
  return digestOf(All);
}

std::optional<int> Store::exitOf(const RunFiles &Of, StringRef Begin) {
  const std::optional<std::string> Key = textOfFile(Of.Key);
  if (!Key)
    return std::nullopt;
  StringRef Rest = *Key;
  if (!Rest.consume_front(Begin) ||
      !Rest.consume_front("\n" + resultOf(Of) + "\n"))
    return std::nullopt;
  int Exit = 0;
  if (Rest.consumeInteger(10, Exit))
    return std::nullopt;
  const bool Holds = all_of(linesOf(Rest), [this](StringRef Line) {
    const auto [Content, File] = Line.split(' ');
    return contentOf(File) == Content;
  });
  return Holds ? std::optional(Exit) : std::nullopt;
}

Error Store::keep(const RunFiles &Of, StringRef Begin, int Exit,
                  ArrayRef<std::string> Files) {
  std::string Text =
      (Begin + "\n" + resultOf(Of) + "\n" + Twine(Exit) + "\n").str();
  for (const std::string &File : Files)
    Text += contentOf(File) + " " + File + "\n";
  return write(Of.Key, Text);
}

Error Store::write(StringRef Path, StringRef Text) {
  return writeToOutput(Path, [Text](raw_ostream &Out) {
    Out << Text;
    return Error::success();
  });
}

} // namespace mapitidy
