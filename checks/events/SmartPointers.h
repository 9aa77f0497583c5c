//===- SmartPointers.h - COM's smart pointers -------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Recognises smart pointers to COM interfaces and says what their members do:
/// ATL's CComPtr and CComQIPtr, _com_ptr_t, WRL's ComPtr and WIL's com_ptr_t.
/// Sources: the class references at learn.microsoft.com (ATL "CComPtr Class",
/// "_com_ptr_t Class", WRL "ComPtr Class") and WIL's wiki "WinRT and COM
/// wrappers".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_EVENTS_SMARTPOINTERS_H
#define MAPITIDY_EVENTS_SMARTPOINTERS_H

#include "clang/AST/Type.h"
#include "llvm/ADT/StringRef.h"

namespace mapitidy {

/// \returns the interface that a smart pointer of type \p Type holds; null if
/// it is none.
clang::QualType smartPointee(clang::QualType Type);

/// What a member function of a smart pointer does to what it holds.
enum class SmartMember {
  Unknown,
  Value,          ///< hands out the raw pointer, no reference
  Address,        ///< hands out the address to write a new pointer to
  ReleaseAddress, ///< ... after releasing what was held
  Release,        ///< releases and becomes null; or takes the argument
  Attach,         ///< releases, then takes over the argument's reference
  Detach,         ///< hands out pointer and reference, becomes null
  CopyTo,         ///< gives the argument a reference of its own
  Query           ///< QueryInterface into the last argument
};

SmartMember smartMember(llvm::StringRef Name);

} // namespace mapitidy

#endif // MAPITIDY_EVENTS_SMARTPOINTERS_H
