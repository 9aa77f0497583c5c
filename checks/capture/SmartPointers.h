//===- SmartPointers.h - COM's smart pointers -------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Recognises smart pointers to COM interfaces and says what their members do:
/// ATL's CComPtr and CComQIPtr, _com_ptr_t, WRL's ComPtr, WIL's com_ptr_t, and
/// the standard library's with a deleter. Any other class is looked through:
/// its members are what it holds, and its functions have summaries.
/// Sources: the class references at learn.microsoft.com (ATL "CComPtr Class",
/// "_com_ptr_t Class", WRL "ComPtr Class") and WIL's wiki "WinRT and COM
/// wrappers".
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_SMARTPOINTERS_H
#define MAPITIDY_CAPTURE_SMARTPOINTERS_H

#include "clang/AST/Type.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace mapitidy {

/// What is special about a family of smart pointers.
struct SmartPointerTraits {
  clang::QualType Pointee;
  /// A copy has a reference of its own, and so has one made of a raw pointer.
  bool CountsReferences = true;
  /// operator& releases what is held before it hands out the address.
  bool AddressReleases = true;
  /// The class or function pointer that gives back what is held; null if that
  /// is done by Release, or if it is given to the constructor.
  clang::QualType Deleter;
};

/// \returns what is known of the smart pointer class \p Type; nothing if it is
/// none that is known by name.
std::optional<SmartPointerTraits> smartPointerTraits(clang::QualType Type);

/// \returns the interface that a smart pointer of type \p Type holds; null if
/// it is none.
clang::QualType smartPointee(clang::QualType Type);

/// \returns the class of the object that a std::unique_ptr of type \p Type
/// deletes; null if it is none.
clang::QualType uniquelyOwned(clang::QualType Type);

/// What a member function of a smart pointer does to what it holds.
enum class SmartMember {
  Unknown,
  Other,          ///< leaves alone what is held
  Value,          ///< hands out the raw pointer, no reference
  Address,        ///< hands out the address to write a new pointer to
  ReleaseAddress, ///< ... after releasing what was held
  Release,        ///< releases and becomes null; or takes the argument
  Attach,         ///< releases, then takes over the argument's reference
  Detach,         ///< hands out pointer and reference, becomes null
  Swap,           ///< with the argument
  CopyTo,         ///< gives the argument a reference of its own
  Query           ///< QueryInterface into the last argument
};

SmartMember smartMember(llvm::StringRef Name);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_SMARTPOINTERS_H
