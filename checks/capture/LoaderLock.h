//===- LoaderLock.h - What runs under the loader lock -----------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the ways from DllMain and its like, and from objects at namespace
/// scope, to MAPIInitialize and MAPIUninitialize. Both may create or end
/// threads and load libraries, which waits for the lock that is held there.
/// Source: Microsoft, "MAPIInitialize", "MAPIUninitialize", "Implementing an
/// Address Book Provider Entry Point Function".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_LOADERLOCK_H
#define MAPITIDY_CAPTURE_LOADERLOCK_H

#include "capture/CallResolver.h"

namespace mapitidy {

/// A call that is reached where it may not be.
struct LockedCall {
  /// Where the way begins: a call in the function, or an object's definition.
  SourcePlace Place = 0;
  std::string Root; ///< the function, or the object
  bool IsObject = false;
  std::string Call;             ///< MAPIInitialize or MAPIUninitialize
  std::vector<SourcePlace> Way; ///< the calls that lead there, outermost first
};

/// \returns the calls of the translation unit, in order.
std::vector<LockedCall> findLockedCalls(clang::ASTContext &Context,
                                        CallResolver &Resolver,
                                        llvm::function_ref<bool()> IsTimeUp);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_LOADERLOCK_H
