//===- ProjectFile.cpp - Summaries that pass from file to file ------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "catalogue/ProjectFile.h"
#include "catalogue/CatalogueYaml.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace mapitidy {

// A change of what summaries say is another version: nobody reads old ones.
static constexpr StringLiteral FirstLine = "# mapi-tidy project 2 ";
static constexpr StringLiteral Asks = "# asks ";
static constexpr StringLiteral Overrides = "# overrides ";
static constexpr StringLiteral MadeOf = "# source ";
static constexpr StringLiteral Begin = "--- # ";

std::string digestOf(StringRef Text) {
  return utohexstr(xxh3_64bits(Text), /*LowerCase=*/true);
}

std::string chosenName(StringRef Function) {
  return ("virtual " + Function).str();
}

/// Takes the lines off \p Text that begin with \p Key. \returns what follows
/// it.
static std::vector<StringRef> takeLines(StringRef &Text, StringRef Key) {
  std::vector<StringRef> Result;
  while (Text.starts_with(Key)) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    Result.push_back(Line.drop_front(Key.size()));
  }
  return Result;
}

Expected<ProjectFile> ProjectFile::read(StringRef Path) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text = MemoryBuffer::getFile(Path);
  if (!Text)
    return createStringError(Text.getError(), "cannot read '" + Path + "': " +
                                                  Text.getError().message());
  return parse(std::move(*Text));
}

Expected<ProjectFile> ProjectFile::parse(std::unique_ptr<MemoryBuffer> Text) {
  ProjectFile Result;
  Result.Buffer = std::move(Text);
  auto [Line, Rest] = Result.Buffer->getBuffer().split('\n');
  if (!Line.consume_front(FirstLine))
    return createStringError(inconvertibleErrorCode(),
                             "'" + Result.Buffer->getBufferIdentifier() +
                                 "' is not a project file of this version of "
                                 "mapi-tidy; it can be deleted");
  const bool IsWhole = Line == digestOf(Rest);
  Result.Asked = takeLines(Rest, Asks);
  for (StringRef Pair : takeLines(Rest, mapitidy::Overrides))
    Result.Overrides.push_back(Pair.split(' '));
  Result.Sources = takeLines(Rest, MadeOf);
  while (Rest.consume_front(Begin)) {
    auto [Name, Behind] = Rest.split('\n');
    const size_t End = Behind.find(("\n" + Begin).str());
    const StringRef Summary =
        End == StringRef::npos ? Behind : Behind.take_front(End + 1);
    if (Result.Functions.try_emplace(Name, Summary).second)
      Result.Order.push_back(Name);
    Rest = Behind.drop_front(Summary.size());
  }
  if (!Rest.empty() || !IsWhole)
    return createStringError(inconvertibleErrorCode(),
                             "'" + Result.Buffer->getBufferIdentifier() +
                                 "' is damaged; it can be deleted");
  return Result;
}

Expected<std::unique_ptr<CallEntry>>
ProjectFile::summaryOf(StringRef Function, PlaceNames *Places) const {
  const auto Known = Functions.find(Function);
  if (Known == Functions.end())
    return nullptr;
  Expected<CatalogueFile> Read = readCatalogueFile(
      MemoryBufferRef(Known->second, Buffer->getBufferIdentifier()),
      /*Own=*/false, Places);
  if (!Read)
    return Read.takeError();
  if (Read->Calls.size() != 1)
    return createStringError(inconvertibleErrorCode(),
                             "'" + Buffer->getBufferIdentifier() +
                                 "' has no summary of '" + Function + "'");
  return std::make_unique<CallEntry>(std::move(Read->Calls.front()));
}

void ProjectFileWriter::ask(StringRef Function) {
  Text += (Asks + Function + "\n").str();
}

void ProjectFileWriter::addOverride(StringRef Function, StringRef Base) {
  Text += (Overrides + Function + " " + Base + "\n").str();
}

void ProjectFileWriter::addSource(StringRef File) {
  Text += (MadeOf + File + "\n").str();
}

void ProjectFileWriter::add(StringRef Function, CallEntry Summary,
                            PlaceNames &Places) {
  CatalogueFile File;
  File.Calls.push_back(std::move(Summary));
  const std::string Yaml = writeCatalogueFile(std::move(File), &Places);
  StringRef Body = Yaml;
  Body.consume_front("---\n");
  Body.consume_back("...\n");
  addText(Function, Body);
}

void ProjectFileWriter::addText(StringRef Function, StringRef Summary) {
  Text += (Begin + Function + "\n" + Summary).str();
}

void ProjectFileWriter::write(raw_ostream &Out) const {
  Out << FirstLine << digestOf(Text) << '\n' << Text;
}

} // namespace mapitidy
