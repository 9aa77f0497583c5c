//===- Finding.cpp - What is wrong, where and why -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Finding.h"

using namespace llvm;

namespace mapitidy {

const RuleInfo &ruleInfo(Rule R) {
  static constexpr StringLiteral LiveAtLogoff = "mapi-live-at-logoff";
  static constexpr StringLiteral MissingUnadvise = "mapi-missing-unadvise";
  static constexpr StringLiteral MissingLogoff = "mapi-missing-logoff";
  static constexpr StringLiteral UnmatchedInit = "mapi-unmatched-init";
  static constexpr StringLiteral TeardownOrder = "mapi-teardown-order";
  static constexpr StringLiteral UseAfterLogoff = "mapi-use-after-logoff";
  static constexpr StringLiteral InterfaceLeak = "mapi-interface-leak";
  static const RuleInfo Infos[] = {
      {LiveAtLogoff, 1,
       "step 2: release every open object before Logoff "
       "('Ending a MAPI Session')"},
      {LiveAtLogoff, 3,
       "step 2: release advise sinks before Logoff ('Ending a MAPI Session')"},
      {MissingUnadvise, 1,
       "step 1: cancel every registration with Unadvise on the object that "
       "granted it ('Ending a MAPI Session', 'Canceling a Notification')"},
      {MissingLogoff, 2,
       "step 4: call IMAPISession::Logoff before the session's last Release "
       "('Ending a MAPI Session')"},
      {MissingLogoff, 1,
       "steps 4 and 5: log off, then release the session "
       "('Ending a MAPI Session')"},
      {InterfaceLeak, 1,
       "step 5: release the session after Logoff ('Ending a MAPI Session')"},
      {UnmatchedInit, 1,
       "steps 6 to 8: undo each successful initialisation exactly once "
       "('Ending a MAPI Session', 'MAPIInitialize')"},
      {UnmatchedInit, 1,
       "steps 6 to 8: undo an initialisation only if it succeeded "
       "('Ending a MAPI Session', 'MAPIInitialize')"},
      {UnmatchedInit, 1,
       "each thread that uses MAPI initialises and uninitialises it for itself "
       "('Using Thread-Safe Objects')"},
      {TeardownOrder, 1,
       "step 7: OleUninitialize comes before MAPIUninitialize "
       "('Ending a MAPI Session')"},
      {TeardownOrder, 1,
       "step 8: DeinitMapiUtil comes after MAPIUninitialize "
       "('Ending a MAPI Session')"},
      {TeardownOrder, 1,
       "steps 4 and 5: log off and release the session before any library goes "
       "down ('Ending a MAPI Session')"},
      {TeardownOrder, 1,
       "no MAPI call may follow MAPIUninitialize ('MAPIUninitialize')"},
      {TeardownOrder, 1,
       "release MAPI objects and memory before MAPIUninitialize "
       "('MAPIUninitialize')"},
      {TeardownOrder, 1,
       "no MAPI call may follow DoFastShutdown "
       "('Best practices for fast shutdown')"},
      {UseAfterLogoff, 1,
       "only Release may be called once Logoff has returned "
       "('IMAPISession::Logoff')"},
  };
  return Infos[static_cast<size_t>(R)];
}

ArrayRef<StringRef> allChecks() {
  static const StringRef Names[] = {
      "mapi-live-at-logoff", "mapi-missing-unadvise", "mapi-missing-logoff",
      "mapi-unmatched-init", "mapi-teardown-order",   "mapi-use-after-logoff",
      "mapi-interface-leak"};
  return Names;
}

} // namespace mapitidy
