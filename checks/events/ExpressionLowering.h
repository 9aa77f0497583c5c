//===- ExpressionLowering.h - Expressions as operations ---------*- C++ -*-===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Lowers the elements of one CFG block, in the order in which they run, to
/// operations. Values and conditions are read from expressions on demand.
///
//===----------------------------------------------------------------------===//

#ifndef MAPITIDY_EVENTS_EXPRESSIONLOWERING_H
#define MAPITIDY_EVENTS_EXPRESSIONLOWERING_H

#include "events/CallResolver.h"
#include "events/FlowGraph.h"
#include "events/PathTable.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"

namespace mapitidy {

class ExpressionLowering {
public:
  ExpressionLowering(FlowGraph &Graph, const clang::FunctionDecl &Function,
                     clang::ASTContext &Context, CallResolver &Resolver)
      : Graph(Graph), Context(Context), Resolver(Resolver),
        Paths(Graph, Function, Resolver) {}

  /// Finds what must be known of the whole body before its first element:
  /// the arms of conditional operators, and the variables that lambdas or
  /// pointers to them may change.
  void prepare(const clang::Stmt *Body);

  /// Operations are appended to \p Into until the next call.
  void startBlock(Block &Into) { Current = &Into; }

  /// Lowers one element of the CFG.
  void lower(const clang::Stmt *S);
  /// The variable's destructor runs.
  void destroy(const clang::VarDecl *Variable, clang::SourceLocation At);
  /// The variable goes out of scope.
  void endLife(const clang::VarDecl *Variable, clang::SourceLocation At);

  /// What \p E tests; unknown if it tests nothing of interest.
  Condition condition(const clang::Expr *E);

  PathTable &paths() { return Paths; }

private:
  Operation &emit(OperationKind Kind, clang::SourceLocation At);

  /// The value of \p E, which has been lowered already.
  Argument value(const clang::Expr *E);
  std::optional<int64_t> constant(const clang::Expr *E) const;

  void lowerCall(const clang::CallExpr *Call);
  void lowerCatalogueCall(const clang::CallExpr *Call,
                          const ResolvedCall &Resolved);
  void lowerUnknownCall(const clang::CallExpr *Call,
                        const ResolvedCall &Resolved);
  void lowerArgument(const clang::Expr *Argument,
                     const clang::FunctionDecl *Callee, unsigned Index);
  /// Lowers the body of a lambda that is called on the spot and runs straight
  /// through: check macros are written so.
  bool inlineLambda(const clang::CallExpr *Call);
  bool lowerSwap(const clang::CallExpr *Call);
  void lowerVariable(const clang::VarDecl *Variable);
  void lowerConstruction(const clang::CXXConstructExpr *Construct);
  void lowerBinary(const clang::BinaryOperator *Operator);
  void assign(PathId Target, const clang::Expr *From, clang::SourceLocation At);
  void lowerArm(const clang::Expr *Arm);

  // Smart pointers, in SmartPointerLowering.cpp.
  bool lowerSmartCall(const clang::CallExpr *Call,
                      const ResolvedCall &Resolved);
  void lowerSmartMember(const clang::CallExpr *Call,
                        const ResolvedCall &Resolved, PathId Smart,
                        llvm::StringRef Name);
  /// How a smart pointer comes by its new content: a copy has a reference of
  /// its own, an attached pointer brings the reference, and one that is moved
  /// leaves its source empty besides.
  enum class Transfer { Copied, Attached, Moved };
  void assignSmart(PathId Target, const clang::Expr *From, Transfer How,
                   clang::SourceLocation At);
  void releaseSmart(PathId Smart, clang::SourceLocation At);
  void set(PathId Target, int64_t Constant, clang::SourceLocation At);

  SourcePlace place(clang::SourceLocation At) const;
  /// \p Callee runs; it may initialise or uninitialise something.
  void changeLevels(const clang::FunctionDecl *Callee,
                    clang::SourceLocation At);
  PathId result(const clang::Expr *Call);

  FlowGraph &Graph;
  clang::ASTContext &Context;
  CallResolver &Resolver;
  PathTable Paths;
  Block *Current = nullptr;
  llvm::DenseMap<const clang::Expr *, Argument> Results;
  llvm::DenseMap<const clang::Expr *,
                 const clang::AbstractConditionalOperator *>
      Arms;
  std::vector<PathId> SharedPaths;
};

/// \returns the lambda that \p Call calls on the spot, if its body has no
/// control flow among its statements; otherwise null.
const clang::LambdaExpr *straightLambda(const clang::CallExpr *Call);

} // namespace mapitidy

#endif // MAPITIDY_EVENTS_EXPRESSIONLOWERING_H
