//===- FirstMessage.cpp - What the editor says first ----------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FirstMessage.h"
#include "llvm/Support/Errno.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>
#include <thread>
#include <unistd.h>

using namespace llvm;

namespace mapitidy {

std::string withFallbackFlags(StringRef Message, ArrayRef<std::string> Flags) {
  Expected<json::Value> Parsed = json::parse(Message);
  if (!Parsed) {
    consumeError(Parsed.takeError()); // the server will complain
    return Message.str();
  }
  json::Object *Request = Parsed->getAsObject();
  if (!Request || Request->getString("method") != StringRef("initialize"))
    return Message.str();
  json::Object *Parameters = Request->getObject("params");
  if (!Parameters)
    return Message.str();
  json::Value &Options = (*Parameters)["initializationOptions"];
  if (!Options.getAsObject())
    Options = json::Object();
  json::Object &Object = *Options.getAsObject();
  if (const json::Array *Given = Object.getArray("fallbackFlags");
      Given && !Given->empty())
    return Message.str();
  Object["fallbackFlags"] = json::Array(Flags);
  std::string Result;
  raw_string_ostream(Result) << *Parsed;
  return Result;
}

std::optional<size_t> contentLength(StringRef Header) {
  while (!Header.empty()) {
    auto [Line, Rest] = Header.split('\n');
    auto [Name, Value] = Line.split(':');
    size_t Length = 0;
    if (Name.trim().equals_insensitive("Content-Length") &&
        !Value.trim().getAsInteger(10, Length))
      return Length;
    Header = Rest;
  }
  return std::nullopt;
}

namespace {

/// Copies what an editor sends to a server.
class Relay {
public:
  Relay(int From, int To) : From(From), To(To) {}

  void run(ArrayRef<std::string> Flags);

private:
  /// \returns the number of bytes that came; none at the end of input.
  size_t read(MutableArrayRef<char> Into) const;
  bool write(StringRef Text) const;
  /// Reads until the end of the header. \returns false at the end of input.
  bool readHeader();
  bool readBody(size_t Length);

  int From, To;
  std::string Header, Body;
};

} // namespace

size_t Relay::read(MutableArrayRef<char> Into) const {
  char *Bytes = Into.data();
  const ssize_t Count =
      sys::RetryAfterSignal(-1, ::read, From, Bytes, Into.size());
  return Count > 0 ? Count : 0;
}

bool Relay::write(StringRef Text) const {
  while (!Text.empty()) {
    const ssize_t Count =
        sys::RetryAfterSignal(-1, ::write, To, Text.data(), Text.size());
    if (Count <= 0)
      return false;
    Text = Text.drop_front(Count);
  }
  return true;
}

bool Relay::readHeader() {
  char Next = 0;
  while (read(Next) == 1) {
    Header += Next;
    if (StringRef(Header).ends_with("\r\n\r\n") ||
        StringRef(Header).ends_with("\n\n"))
      return true;
  }
  return false;
}

bool Relay::readBody(size_t Length) {
  Body.resize(Length);
  for (size_t Came = 0; Came < Length;) {
    const size_t Count =
        read(MutableArrayRef(Body.data(), Length).drop_front(Came));
    Came += Count;
    if (Count == 0) {
      Body.resize(Came);
      return false;
    }
  }
  return true;
}

void Relay::run(ArrayRef<std::string> Flags) {
  // Nobody says more than that at first; the server will complain.
  constexpr size_t Longest = 1 << 24;
  const std::optional<size_t> Length =
      readHeader() ? contentLength(Header) : std::nullopt;
  if (Length && *Length <= Longest && readBody(*Length)) {
    Body = withFallbackFlags(Body, Flags);
    Header = "Content-Length: " + std::to_string(Body.size()) + "\r\n\r\n";
  }
  bool Open = write(Header) && write(Body);
  char Buffer[65536];
  while (Open) {
    const size_t Count = read(Buffer);
    Open = Count != 0 && write(StringRef(Buffer, Count));
  }
  ::close(To);
}

Error completeFirstMessage(std::vector<std::string> Flags) {
  auto Problem = []() {
    return createStringError(errnoAsErrorCode(), sys::StrError());
  };
  int Pipe[2];
  int Editor = ::dup(STDIN_FILENO);
  if (Editor < 0 || ::pipe(Pipe) != 0 || ::dup2(Pipe[0], STDIN_FILENO) < 0)
    return Problem();
  ::close(Pipe[0]);
  // It ends with the process, or when the editor closes its end.
  std::thread([Editor, To = Pipe[1], Flags = std::move(Flags)] {
    Relay(Editor, To).run(Flags);
  }).detach();
  return Error::success();
}

} // namespace mapitidy
