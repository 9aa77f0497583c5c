//===- Callbacks.h - What functions are there to be called ------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_CALLBACKS_H
#define MAPITIDY_CAPTURE_CALLBACKS_H

#include "capture/CallResolver.h"
#include "catalogue/Catalogue.h"

namespace mapitidy {

/// \returns the catalogue's callback or method that \p Function implements, as
/// its type or name says; null if it is none.
const CallEntry *callbackImplementedBy(const clang::FunctionDecl &Function,
                                       CallResolver &Resolver);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_CALLBACKS_H
