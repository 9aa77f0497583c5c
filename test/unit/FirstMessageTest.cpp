//===- FirstMessageTest.cpp - What the editor says first ------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FirstMessage.h"
#include <gtest/gtest.h>

using namespace mapitidy;

namespace {

const std::vector<std::string> Flags = {"--target=x86_64-w64-mingw32"};

TEST(FirstMessage, GetsFlags) {
  EXPECT_EQ(withFallbackFlags(R"({"method":"initialize","params":{}})", Flags),
            R"({"method":"initialize","params":{"initializationOptions":)"
            R"({"fallbackFlags":["--target=x86_64-w64-mingw32"]}}})");
  // Some editors say null where they mean nothing.
  EXPECT_NE(withFallbackFlags(R"({"method":"initialize","params":)"
                              R"({"initializationOptions":null}})",
                              Flags)
                .find("mingw32"),
            std::string::npos);
}

TEST(FirstMessage, KeepsWhatTheEditorSays) {
  for (const char *Text :
       {R"({"method":"initialize","params":{"initializationOptions":)"
        R"({"fallbackFlags":["-m32"]}}})",
        R"({"method":"shutdown"})", R"({"method":"initialize"})", "[1, 2]",
        "no JSON"})
    EXPECT_EQ(withFallbackFlags(Text, Flags), Text);
}

TEST(FirstMessage, Length) {
  EXPECT_EQ(contentLength("Content-Length: 12\r\n\r\n"), 12U);
  EXPECT_EQ(contentLength("Content-Type: x\r\ncontent-length:7\r\n"), 7U);
  EXPECT_EQ(contentLength("Content-Length: many\r\n"), std::nullopt);
  EXPECT_EQ(contentLength(""), std::nullopt);
}

} // namespace
