//===- FirstLook.h - Whether a file has to do with MAPI ---------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tells from the text of a file, and of the project's headers that it
/// includes, whether it can have findings. Parsing a Windows file costs a
/// hundred times more.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_TOOLS_FIRSTLOOK_H
#define MAPITIDY_TOOLS_FIRSTLOOK_H

#include "catalogue/Catalogue.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace mapitidy {

/// What a compiler's flags say of headers.
struct HeaderFlags {
  /// Where the project's headers are searched for. Those of the system are not
  /// among them: they hold declarations of everything.
  std::vector<std::string> Directories;
  std::vector<std::string> Forced; ///< headers that the flags include
};

/// \param Given flags of clang, gcc or MSVC.
/// \param Directory what relative directories in them are relative to.
HeaderFlags readHeaderFlags(llvm::ArrayRef<std::string> Given,
                            llvm::StringRef Directory);

/// Looks at files; one that several others include is read once.
class FirstLook {
public:
  explicit FirstLook(const Catalogue &Known) : Known(Known) {}

  /// Whether \p File or a header of the project that it includes, at whatever
  /// depth, includes a header of MAPI's or has one of its names in it, in a
  /// comment or string too. What cannot be read or decided may use it; a header
  /// that is not found is none of the project's.
  bool mayUseMapi(llvm::StringRef File, const HeaderFlags &Flags);

private:
  struct Inclusion {
    std::string Name;
    bool Quoted = false;
  };
  struct Text {
    bool MayUseMapi = false;
    std::vector<Inclusion> Includes;
  };

  const Text &read(llvm::StringRef File);
  Text look(llvm::StringRef Content) const;
  /// Takes in the directive behind a `#`. \returns whether it includes MAPI.
  bool addInclusion(llvm::StringRef Directive, Text &Into) const;

  const Catalogue &Known;
  llvm::StringMap<Text> Texts;
};

} // namespace mapitidy

#endif // MAPITIDY_TOOLS_FIRSTLOOK_H
