//===- SummarySource.h - Where lowering finds summaries ---------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What lowering asks about a function that is called and that the catalogue
/// does not know.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_CAPTURE_SUMMARYSOURCE_H
#define MAPITIDY_CAPTURE_SUMMARYSOURCE_H

#include "catalogue/Catalogue.h"
#include "model/Budget.h"
#include "clang/AST/DeclCXX.h"

namespace mapitidy {

/// What is known of a called function.
struct CalleeKnowledge {
  enum class Kind {
    Unknown, ///< its body is not here, or has nothing to do with MAPI
    Opaque,  ///< its body is too much: it may do anything with what it gets
    Summary
  };
  Kind Is = Kind::Unknown;
  const CallEntry *Entry = nullptr; ///< of Summary
};

class SummarySource {
public:
  static constexpr llvm::StringLiteral TimeIsUp =
      "the time for the file, mapi.MaxFileMilliseconds, is up";

  virtual ~SummarySource();
  virtual CalleeKnowledge of(const clang::FunctionDecl &Callee) = 0;

  /// The name by which other files know \p Callee, if its body may be in one of
  /// them, and if that is of interest; else empty.
  virtual std::string nameElsewhere(const clang::FunctionDecl &Callee) = 0;

  /// What is known of the only function that a virtual call of \p Method can
  /// mean, and the name of what such a call means.
  virtual CalleeKnowledge ofChosen(const clang::CXXMethodDecl &Method) = 0;
  virtual std::string nameOfChosen(const clang::CXXMethodDecl &Method) = 0;

  /// What the graph may take into which the summaries are written.
  virtual const Budget &limits() const = 0;
  /// Whether there is no time left for the file.
  virtual bool isTimeUp() const = 0;
};

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_SUMMARYSOURCE_H
