//===- Repair.h - How a finding is mended -----------------------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A repair as plain data: edits of the source, named by places in it. Whether
/// it is right is known where it is planned; whether it can be written there
/// (no macro in the way, the functions declared) is for the front end to say,
/// which applies all edits of a repair or none.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_FINDINGS_REPAIR_H
#define MAPITIDY_FINDINGS_REPAIR_H

#include "model/Summary.h"
#include <string>
#include <vector>

namespace mapitidy {

struct Edit {
  enum class Kind {
    InsertBefore,    ///< the statements of Text, before the one at At
    InsertAtExit,    ///< ... before the return, jump or closing brace at At
    RemoveStatement, ///< the whole statement at At
    SwapStatements,  ///< the one at At and the next one, which is at Other
    RenameCall,      ///< the function called at At becomes Text
    DropFlag,        ///< Text is taken out of the argument at Index of the call
    InitialiseNull   ///< the variable declared at At starts as null
  };
  Kind Does = Kind::InsertBefore;
  SourcePlace At = 0;
  SourcePlace Other = 0;
  std::string Text;
  unsigned Index = 0;
  /// The variable that must not be named in the statement at At.
  std::string Variable;
  /// The function that must be declared.
  std::string Needs;
};

using Repair = std::vector<Edit>; ///< empty: none is known

} // namespace mapitidy

#endif // MAPITIDY_FINDINGS_REPAIR_H
