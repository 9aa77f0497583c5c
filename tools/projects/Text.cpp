//===- Text.cpp - Text files of Windows -----------------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/Unicode.h"

using namespace llvm;

namespace mapitidy {

/// No project or command line is larger.
constexpr uint64_t LargestText = 64u << 20;

static void appendCodePoint(UTF32 Letter, std::string &Text) {
  char Buffer[UNI_MAX_UTF8_BYTES_PER_CODE_POINT];
  char *End = Buffer;
  if (ConvertCodePointToUTF8(Letter, End))
    Text.append(Buffer, End);
}

/// What Windows-1252 has from 0x80 to 0x9F; elsewhere it is Latin-1.
static UTF32 fromWindows1252(unsigned char Byte) {
  static constexpr UTF32 Special[] = {
      0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
      0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
      0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  return Byte >= 0x80 && Byte < 0xA0 ? Special[Byte - 0x80] : Byte;
}

static bool isUtf8(StringRef Text) {
  const auto *Begin = reinterpret_cast<const UTF8 *>(Text.begin());
  return isLegalUTF8String(&Begin, reinterpret_cast<const UTF8 *>(Text.end()));
}

std::string toUtf8(StringRef Bytes) {
  if (hasUTF16ByteOrderMark(ArrayRef<char>(Bytes.data(), Bytes.size()))) {
    // A file that was cut off may end in half a letter.
    StringRef Whole = Bytes.take_front(Bytes.size() / 2 * 2);
    std::string Text;
    if (convertUTF16ToUTF8String(ArrayRef<char>(Whole.data(), Whole.size()),
                                 Text))
      return Text;
  }
  Bytes.consume_front("\xEF\xBB\xBF");
  if (isUtf8(Bytes))
    return Bytes.str();
  std::string Text;
  Text.reserve(Bytes.size() + Bytes.size() / 8);
  for (char Byte : Bytes)
    appendCodePoint(fromWindows1252(static_cast<unsigned char>(Byte)), Text);
  return Text;
}

Expected<std::string> readText(StringRef File, vfs::FileSystem &FS) {
  auto Status = FS.status(File);
  if (Status && Status->isDirectory())
    return failure("cannot read '" + File + "': it is a folder");
  if (Status && Status->getSize() > LargestText)
    return failure("cannot read '" + File + "': it is too large");
  auto Buffer = FS.getBufferForFile(File);
  if (!Buffer)
    return failure("cannot read '" + File +
                   "': " + Buffer.getError().message());
  return toUtf8((*Buffer)->getBuffer());
}

std::vector<std::string> splitWindowsCommandLine(StringRef Text) {
  BumpPtrAllocator Allocator;
  StringSaver Saver(Allocator);
  SmallVector<const char *, 32> Arguments;
  cl::TokenizeWindowsCommandLine(Text, Saver, Arguments);
  return {Arguments.begin(), Arguments.end()};
}

std::string foldCase(StringRef Text) {
  if (isASCII(Text) || !isUtf8(Text))
    return Text.lower();
  SmallVector<UTF32, 64> Letters(Text.size());
  const auto *Begin = reinterpret_cast<const UTF8 *>(Text.begin());
  UTF32 *End = Letters.data();
  ConvertUTF8toUTF32(&Begin, reinterpret_cast<const UTF8 *>(Text.end()), &End,
                     Letters.data() + Letters.size(), strictConversion);
  std::string Folded;
  for (UTF32 Letter :
       ArrayRef(Letters.data(), static_cast<size_t>(End - Letters.data())))
    appendCodePoint(static_cast<UTF32>(
                        sys::unicode::foldCharSimple(static_cast<int>(Letter))),
                    Folded);
  return Folded;
}

} // namespace mapitidy
