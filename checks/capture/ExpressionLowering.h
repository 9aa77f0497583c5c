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

#ifndef MAPITIDY_CAPTURE_EXPRESSIONLOWERING_H
#define MAPITIDY_CAPTURE_EXPRESSIONLOWERING_H

#include "capture/CallResolver.h"
#include "capture/CodeGaps.h"
#include "capture/GraphBuilder.h"
#include "capture/PathTable.h"
#include "capture/StandardHolders.h"
#include "capture/SummaryReplay.h"
#include "capture/SummarySource.h"
#include "capture/UnwindScopes.h"
#include "model/FlowGraph.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include <utility>

namespace mapitidy {

/// \returns the number that \p E always is, 0 for a null pointer.
std::optional<int64_t> constantValue(const clang::Expr *E,
                                     clang::ASTContext &Context);

/// \returns \p Constant as a value of what \p E names, which it is compared
/// with: 0x8004010F is a negative HRESULT.
int64_t asValueOf(const clang::Expr *E, int64_t Constant);

/// \returns the step by which `x OPCODE Constant` is made of x, if there is
/// one.
std::optional<Calculation> calculationOf(clang::BinaryOperatorKind Opcode,
                                         int64_t Constant);

class ExpressionLowering {
public:
  ExpressionLowering(GraphBuilder &Builder, PathTable &Paths,
                     const clang::FunctionDecl &Function,
                     CallResolver &Resolver, SummarySource &Summaries,
                     UnitGaps &Unit)
      : Builder(Builder), Paths(Paths), Function(Function),
        Context(Function.getASTContext()), Resolver(Resolver),
        Summaries(Summaries), Unit(Unit), Gaps(Unit.of(Function)),
        Scopes(Function.getBody()) {}

  /// Finds what must be known of the whole function before its first element:
  /// the arms of conditional operators, the variables that pointers to them
  /// may change, and what objects are constructed into.
  void prepare();

  /// Lowers one element of the CFG.
  void lower(const clang::Stmt *S);
  /// An element of a constructor's initialiser list.
  void lower(const clang::CXXCtorInitializer &Initialiser);
  /// The variable's destructor runs.
  void destroy(const clang::VarDecl *Variable, clang::SourceLocation At);
  /// The destructor of a member or base of `*this` runs.
  void destroy(const clang::FieldDecl *Member, clang::SourceLocation At);
  void destroyBase(const clang::CXXRecordDecl *Base, clang::SourceLocation At);
  /// The destructor of a value without a name runs.
  void destroy(const clang::CXXBindTemporaryExpr *Temporary);
  /// The destructor of what \p Delete deletes runs.
  void destroy(const clang::CXXDeleteExpr *Delete);
  /// The variable goes out of scope.
  void endLife(const clang::VarDecl *Variable, clang::SourceLocation At);

  /// \p Loop is left for \p To as it has come to its end. \returns the block
  /// that the edge leads to instead.
  BlockId endRange(const clang::Stmt *Loop, BlockId To);

  /// The whole function is lowered.
  void finishCheckers();

  /// \p Tested decides where the block goes.
  void forgetChecked(const Condition &Tested, clang::SourceLocation At);

  /// What \p E tests; unknown if it tests nothing of interest. In
  /// ConditionLowering.cpp, as all about && and ||.
  Condition condition(const clang::Expr *E);

  /// The same, if all that \p E can be is true or false.
  Condition answer(const clang::Expr *E);

  /// What decides a branch: the same for expressions that are not known, too.
  /// In UnknownLowering.cpp.
  Condition branchCondition(const clang::Expr *E);

  /// A path for the value of \p E, an expression that is computed from paths
  /// alone: it has the same value until one of them changes. NoPath if it is no
  /// such expression.
  PathId computed(const clang::Expr *E);
  PathId calculation(const clang::Expr *E, Calculations &Steps);
  /// A path for a pointer that is known not to be null.
  PathId nonNull(const clang::Expr *E);
  /// The two pointers that \p E compares, if it does.
  std::optional<PointerComparison> pointerComparison(const clang::Expr *E);

  /// \p Handler begins in the block \p At.
  void setHandler(const clang::CXXCatchStmt *Handler, BlockId At) {
    Handlers[Handler] = At;
  }

  /// What follows is guarded by a __finally. \returns what was around it.
  clang::SourceRange setGuarded(clang::SourceRange Block) {
    return std::exchange(Guarded, Block);
  }

  SourcePlace place(clang::SourceLocation At) const;

private:
  bool guardsKnownPointer(const clang::Expr *Operand) const;
  bool describe(const clang::Expr *E, std::string &Key,
                llvm::SmallVectorImpl<PathId> &Reads, unsigned Depth = 0);
  std::pair<PathId, int64_t> summand(const clang::Expr *E);
  Condition distance(const clang::BinaryOperator &Numbers);
  Condition comparison(const clang::BinaryOperator &Numbers);
  /// `path++` and the like, whose value is not the path's any more. \returns
  /// what has been added to the path since; nothing for other expressions.
  std::optional<std::pair<PathId, int64_t>> countedValue(const clang::Expr *E);
  PathId pointer(const clang::Expr *E);
  /// The path whose sign \p E is 1 or 0 for, or nonzero or 0; or NoPath.
  PathId shiftedSign(const clang::Expr *E);
  PathId signOf(const clang::Expr *E);
  Condition compareNumber(PathId Path, clang::BinaryOperatorKind Opcode,
                          int64_t Constant);
  /// What `Tested OPCODE Constant` asks.
  Condition compareExpression(const clang::Expr *Tested,
                              clang::BinaryOperatorKind Opcode,
                              int64_t Constant);
  Operation &emit(OperationKind Kind, clang::SourceLocation At) {
    return Builder.emit(Kind, place(At));
  }

  /// The value of \p E, which has been lowered already.
  Argument value(const clang::Expr *E);
  std::optional<int64_t> constant(const clang::Expr *E) const {
    return constantValue(E, Context);
  }
  /// The pointer behind \p Found if that is an interface itself, as `*p` is.
  Argument asInterface(Argument Found) const;
  /// The pointer to the object that a member function is called on.
  Argument object(const clang::Expr *Receiver);
  PathId result(const clang::Expr *Call);
  void setResult(const clang::Expr *Call, Argument Value);

  // Calls, in CallLowering.cpp.
  void lowerCall(const clang::CallExpr *Call);
  void lowerLastCall(const clang::CallExpr *Call, const ResolvedCall &Resolved);
  void lowerCatalogueCall(const clang::Expr *Call,
                          const ResolvedCall &Resolved);
  void lowerSummary(const clang::CallExpr *Call, const ResolvedCall &Resolved,
                    const CallEntry &Entry);
  bool lowerAddressConversion(const clang::CallExpr *Call,
                              const ResolvedCall &Resolved);
  /// Lowers an assignment of a whole structure, which nobody wrote a function
  /// for. \returns false if it is none.
  bool lowerStructureCopy(const clang::CallExpr *Call,
                          const ResolvedCall &Resolved);
  llvm::SmallVector<Argument, 6>
  bindArguments(const clang::FunctionDecl &Callee,
                llvm::ArrayRef<const clang::Expr *> Arguments,
                std::vector<PathId> *Objects = nullptr);
  Argument madeNumber(const clang::Expr *E);
  std::optional<Argument> bindObject(clang::QualType Type,
                                     const clang::Expr *From,
                                     std::vector<PathId> &Objects);
  /// What a call took by value dies with it.
  void destroyObjects(llvm::ArrayRef<PathId> Objects, clang::SourceLocation At);
  /// A lambda is out of sight: it may run at any time.
  void escape(const clang::CXXRecordDecl *Lambda);
  void escapeThis(const CalleeKnowledge &Known, clang::SourceLocation At);

  // Calls of functions that are not seen, in UnseenCalls.cpp.
  /// \p Chosen by a pointer or object: then it is no one's in particular.
  void useInterface(const clang::Expr *Receiver, clang::SourceLocation At);
  void lowerUnknownCall(const clang::CallExpr *Call,
                        const ResolvedCall &Resolved, bool Opaque,
                        bool Chosen = true);
  PathId nameReferred(const clang::CallExpr *Call);
  /// If the body of the called function may be in another file, and that is of
  /// interest, the call stays one. \returns whether it does: what follows is
  /// only assumed then.
  bool invoke(const clang::CallExpr *Call, const ResolvedCall &Resolved,
              PathId Target, bool Chosen);
  /// The same of a constructor or destructor.
  bool invoke(const clang::CXXMethodDecl &Callee, Argument This,
              llvm::ArrayRef<const clang::Expr *> Arguments,
              clang::SourceLocation At);
  bool makesOwner(const clang::FunctionDecl &Callee);
  void lowerArgument(const clang::Expr *Argument,
                     const clang::FunctionDecl *Callee, unsigned Index,
                     bool Opaque, llvm::SmallVectorImpl<PathId> &Lent);
  /// A function whose answer is \p Answer got what \p Lent points to.
  void lend(llvm::ArrayRef<PathId> Lent, PathId Answer, clang::QualType Type,
            clang::SourceLocation At);
  /// \p Callee runs; it may initialise or uninitialise something.
  void changeLevels(const clang::FunctionDecl *Callee,
                    clang::SourceLocation At);

  // Code that Clang cannot make out, in UnknownLowering.cpp.
  bool isUnknown(const clang::Expr *E);
  bool isUnknownCall(const clang::CallExpr *Call);
  void lowerUnknown(const clang::Expr *E);
  bool lowerRecovered(const clang::RecoveryExpr *E);
  /// \returns false if the variable is known.
  bool lowerUnknownVariable(const clang::VarDecl *Variable);
  PathId giveToUnknown(const clang::Expr *E, clang::SourceLocation At);
  void useHandedOn(const clang::Expr *E, PathId Target,
                   clang::SourceLocation At);
  /// A function that nobody knows runs.
  void runUnknown(clang::SourceLocation At);
  void noteUnknownCheck(PathId Status, clang::SourceLocation At);
  llvm::StringRef textOf(const clang::Expr &E) const;

  // Elements of arrays, in ArrayLowering.cpp.
  void noteLookedAt(const clang::CallExpr &Call);
  void lowerDecay(const clang::ImplicitCastExpr *Cast);
  bool lowerElement(const clang::CallExpr *Call);
  /// \returns false if no element of it is followed.
  bool initialiseElements(const clang::VarDecl *Array, const clang::Expr *Init);

  // Calls of C, C++ and Windows, in StandardCallLowering.cpp.
  bool lowerStandardCall(const clang::CallExpr *Call);
  bool lowerExchange(const clang::CallExpr *Call);
  bool lowerSwap(const clang::CallExpr *Call);
  bool lowerInterlocked(const clang::CallExpr *Call);
  bool lowerAtomic(const clang::CallExpr *Call);
  void combineAtomic(const clang::CallExpr *Call, PathId Path,
                     clang::BinaryOperatorKind Opcode);
  bool lowerZeroing(const clang::CallExpr *Call);
  PathId pointedTo(const Argument &Given);
  bool lowerCopying(const clang::CallExpr *Call);
  void swap(PathId Left, PathId Right, clang::SourceLocation At);

  // What containers hold, in ContainerLowering.cpp.
  struct Range {
    PathId Container;
    bool ByReference = false;
  };
  bool mayHold(clang::QualType Type);
  PathId followedContainer(const clang::Expr *E);
  void
  forEachHolding(PathId Element,
                 llvm::function_ref<void(llvm::ArrayRef<std::string>)> Visit);
  void insertElement(PathId Into, PathId From, clang::SourceLocation At);
  void addElement(PathId Container, llvm::ArrayRef<const clang::Expr *> From,
                  clang::SourceLocation At);
  void addPair(PathId Container, llvm::ArrayRef<const clang::Expr *> From,
               clang::SourceLocation At);
  void forEachElement(PathId Container, llvm::function_ref<void(PathId)> Visit);
  PathId sizeOf(PathId Container);
  void grow(PathId Container, clang::SourceLocation At);
  bool makeContainer(const clang::CXXConstructExpr *Construct, Argument Object);
  void destroyContainer(PathId Container, clang::SourceLocation At);
  void clearContainer(PathId Container, clang::SourceLocation At);
  bool lowerContainerCall(const clang::CallExpr *Call,
                          const ResolvedCall &Resolved);
  bool assignElement(const clang::BinaryOperator &Assignment);
  void prepareRange(const clang::CXXForRangeStmt &Loop);
  void beginRange(PathId Container, clang::SourceLocation At);
  bool lowerRangeVariable(const clang::VarDecl *Variable);
  void endTurn(const clang::CallExpr *Step);

  // std::pair, tuple, optional and variant, in HolderLowering.cpp.
  bool lowerHolder(const clang::CXXConstructExpr *Construct, Argument Object);
  bool lowerHolderFunction(const clang::CallExpr *Call);
  bool lowerHolderMember(const clang::CallExpr *Call,
                         const ResolvedCall &Resolved);
  bool lowerTied(const clang::CallExpr *Assignment);
  bool assignHolder(const clang::CallExpr *Call, PathId Whole,
                    const StandardHolder &Holder, const clang::Expr *From);
  bool lowerPartCall(const clang::CallExpr *Call, llvm::StringRef Name);
  bool lowerValueOr(const clang::CallExpr *Call, PathId Whole,
                    const clang::Expr *Otherwise);
  void destroyHolder(PathId Whole, const StandardHolder &Holder,
                     clang::SourceLocation At);
  bool makeParts(PathId Whole, const StandardHolder &Holder,
                 llvm::ArrayRef<const clang::Expr *> From,
                 clang::SourceLocation At);
  void fillHolder(PathId Whole, const StandardHolder &Holder,
                  llvm::ArrayRef<const clang::Expr *> From,
                  clang::SourceLocation At);
  void fillPart(PathId Whole, const StandardHolder &Holder, unsigned Index,
                llvm::ArrayRef<const clang::Expr *> From,
                clang::SourceLocation At);
  /// \p To, which is new, becomes a copy of \p From, or gets what that holds.
  void constructFrom(PathId To, PathId From, bool Moved,
                     clang::SourceLocation At);
  void initialisePart(PathId Part, const clang::Expr *From,
                      clang::SourceLocation At);
  void makePart(PathId Part, clang::SourceLocation At);
  void clearPart(PathId Part, clang::SourceLocation At);
  void endPart(PathId Part, clang::SourceLocation At);
  void giveToPart(PathId Part, llvm::ArrayRef<const clang::Expr *> From,
                  clang::SourceLocation At);
  void loseTrack(PathId Whole, llvm::ArrayRef<const clang::Expr *> From,
                 clang::SourceLocation At);
  /// Lowers what happens if \p When holds, and what does if it does not.
  void branch(const Condition &When, clang::SourceLocation At,
              llvm::function_ref<void(bool Holds)> Lower);

  // Objects, in ObjectLowering.cpp.
  void lowerVariable(const clang::VarDecl *Variable);
  /// A lambda's own variables and copies live where the lambda is made.
  void lowerCaptures(const clang::LambdaExpr &Lambda);
  void lowerInitCapture(const clang::VarDecl *Captured);
  void initialise(PathId Path, const clang::Expr *Init,
                  clang::SourceLocation At);
  void initialiseSmart(PathId Path, const clang::Expr *Init,
                       clang::SourceLocation At);
  void initialiseMembers(PathId Path, const clang::InitListExpr *List);
  void initialiseMember(PathId Object, const clang::FieldDecl *Field,
                        const clang::Expr *Init, clang::SourceLocation At);
  void lowerConstruction(const clang::CXXConstructExpr *Construct);
  /// Gives up the function if there are too many.
  void forEachHoldingMember(
      clang::QualType Type,
      llvm::function_ref<void(llvm::ArrayRef<std::string>)> Visit);
  void copyMembers(PathId Target, PathId Source, bool Moved,
                   clang::SourceLocation At);
  /// \p Made is an object without a name; it lives until its end is lowered.
  void noteTemporary(const clang::Expr *Made);
  void destroyTemporary(const clang::Expr *Made, clang::SourceLocation At);
  /// \p Path names an object of \p Type, or points to it.
  void clearMembers(PathId Path, clang::QualType Type,
                    clang::SourceLocation At);
  void constructInto(const clang::Expr *Init, Argument Object);
  void destroyAt(PathId Path, clang::QualType Type, clang::SourceLocation At);
  void destroyPart(Argument Object, const clang::CXXRecordDecl *Class,
                   clang::SourceLocation At);
  void openObject(Argument Object, clang::SourceLocation At,
                  const clang::CXXRecordDecl *Class = nullptr);
  bool isInheritedPart(const clang::CXXRecordDecl &Class) const;
  void openThis(const clang::CXXRecordDecl &Class, clang::SourceLocation At);
  void destroyObject(Argument Object, const clang::CXXRecordDecl *Class,
                     clang::SourceLocation At);

  // Objects with one owner, in OwnedObjects.cpp.
  struct Owned;
  const Owned *ownedBy(const clang::Expr *Pointer) const;
  bool lowerUniqueOwner(const clang::VarDecl *Variable);
  bool lowerOwnerCall(const clang::CallExpr *Call);
  void makeUnique(const clang::CallExpr *Call, PathId Object);
  void deleteOwned(const Owned &Of, clang::SourceLocation At);

  // Exceptions, in UnwindLowering.cpp.
  void lowerThrow(const clang::CXXThrowExpr *Throw);
  /// \p Call may throw, if the options say that calls do.
  void mayThrow(const clang::CallExpr *Call, const clang::FunctionDecl *Callee);
  /// An exception leaves \p From; \p Thrown is null if its type is unknown.
  void unwind(const clang::Expr *From, clang::QualType Thrown);
  bool isAroundGuarded(const clang::VarDecl *Variable) const;
  void enterHandler(const clang::CXXCatchStmt &Handler);
  void destroyBuiltMembers(clang::SourceLocation At);

  // Assignments, in AssignmentLowering.cpp.
  void lowerBinary(const clang::BinaryOperator *Operator);
  /// `ok &= p != nullptr` and the like.
  bool combineAnswer(const clang::BinaryOperator &Operator);
  /// `flags |= Constant` and the like: \p Step, if it is known, changes \p
  /// Target.
  void combine(PathId Target, std::optional<Calculation> Step,
               clang::SourceLocation At);
  void assign(PathId Target, const clang::Expr *From, clang::SourceLocation At);

  void lowerReturn(const clang::ReturnStmt *Return);
  void lowerArm(const clang::Expr *Arm);
  /// An operand of && or || has been lowered.
  void lowerOperand(const clang::Expr *Operand);
  void setLogical(const clang::BinaryOperator *Logical, bool Known,
                  clang::SourceLocation At);
  void set(PathId Target, int64_t Constant, clang::SourceLocation At) {
    Builder.set(Target, Value::ofConstant(Constant), place(At));
  }

  // The status of a call, in StatusLowering.cpp.
  void forgetOutcome(Argument Status, clang::SourceLocation At);
  bool handOnStatus(const clang::CallExpr *Call, const ResolvedCall &Resolved);
  /// \p Callee, which is not seen, may look at the status of a call.
  void noteChecker(const clang::FunctionDecl &Callee,
                   llvm::ArrayRef<const clang::Expr *> Arguments, PathId Result,
                   clang::SourceLocation At);
  void noteCopiedAnswer(PathId Source, PathId Target);
  /// Whether \p Path may say how a call went.
  bool mayTell(PathId Path) const;
  void collectTelling(const clang::Expr *E, llvm::SmallVectorImpl<PathId> &Into,
                      unsigned Depth = 0);
  /// What \p Target is from here on has to do with \p From, and nobody knows
  /// how.
  void derive(PathId Target, llvm::ArrayRef<PathId> From,
              clang::SourceLocation At);
  /// \p Target is what \p From says, which is not followed.
  void forget(PathId Target, const clang::Expr *From, clang::SourceLocation At);
  /// The same for all that an unseen call makes of what it is given.
  void deriveFromCall(const clang::FunctionDecl *Callee,
                      const clang::Expr *Receiver,
                      llvm::ArrayRef<const clang::Expr *> Arguments,
                      PathId Result, clang::SourceLocation At);
  void deriveFromReplay(const SummaryReplay &Replay,
                        const ResolvedCall &Resolved, clang::SourceLocation At);

  // Memory, in MemoryLowering.cpp.
  void lowerDereference(const clang::Expr *E);
  /// \p Target points into the block behind \p Source, \p Offset behind it.
  void pointInto(PathId Target, PathId Source, Value Offset,
                 clang::SourceLocation At);
  /// \p Changed is a pointer, and moves.
  bool movePointer(const clang::Expr *Changed, Value Offset,
                   clang::SourceLocation At);
  /// \returns false if \p From is not found within something.
  bool assignPart(PathId Target, const clang::Expr *From,
                  clang::SourceLocation At);
  /// The pointer from which members and elements lead to \p E, or NoPath.
  PathId leadingPointer(const clang::Expr *E);
  void lowerDelete(const clang::CXXDeleteExpr *Delete);
  /// What a call that frees \p E gets, which is \p Given by value: an address
  /// within a block is found through the block's pointer.
  Argument freed(const clang::Expr *E, Argument Given);
  /// The pointer through whose elements \p E is found, which names no path.
  PathId foundThrough(const clang::Expr *E);
  /// Elements of a block of blocks lose what they own if \p E, which is freed
  /// or assigned to, is a member that owns it.
  void emptyBlock(const clang::Expr *E, clang::SourceLocation At);
  /// The same if the function that \p Entry summarises disposes of what it gets
  /// as its parameter \p Index.
  void emptyIfDisposedOf(const clang::Expr *Element, const CallEntry &Entry,
                         unsigned Index);
  void emptyIfKept(const clang::Expr *Into, const clang::Expr *From,
                   clang::SourceLocation At);
  /// The value of a string that names a library; none for other strings.
  std::optional<Argument> libraryName(const clang::Expr *E);

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
  void releaseSmart(PathId Smart, clang::SourceLocation At,
                    bool Implicit = false);
  /// \p Deleter will give back what \p Smart holds.
  void noteDeleter(PathId Smart, const clang::Expr *Deleter);
  void callDeleter(PathId Smart, const clang::FunctionDecl &Deleter,
                   clang::SourceLocation At);

  GraphBuilder &Builder;
  PathTable &Paths;
  const clang::FunctionDecl &Function;
  clang::ASTContext &Context;
  CallResolver &Resolver;
  SummarySource &Summaries;
  UnitGaps &Unit;
  const CodeGaps &Gaps;
  llvm::DenseMap<const clang::Expr *, Argument> Results;
  /// The operands of ?:, and the last expression in a ({ }), with that of which
  /// they are the value.
  llvm::DenseMap<const clang::Expr *, const clang::Expr *> Arms;
  llvm::DenseMap<const clang::Expr *, const clang::BinaryOperator *> Operands;
  /// What an object is constructed into that an expression makes.
  llvm::DenseMap<const clang::Expr *, Argument> Destinations;
  /// What a call of a predicate asks.
  llvm::DenseMap<const clang::Expr *, Condition> Answers;
  std::vector<PathId> SharedPaths;
  /// Arrays of which an element is named by a constant, and where.
  llvm::DenseSet<const clang::VarDecl *> IndexedArrays;
  llvm::DenseSet<const clang::Expr *> NamedArrays;
  /// The same for those that are members of blocks.
  llvm::DenseSet<const clang::ValueDecl *> IndexedFields;
  /// A call of a function that is not seen with the status of another call.
  struct StatusCheck {
    BlockId In;
    unsigned Index; ///< of the operation that says so
    PathId Status;
    PathId Answer; ///< what the function says of it, or NoPath
    bool IsUsed;   ///< what the function gives is looked at
  };
  std::vector<StatusCheck> Checks;
  /// Calls of containers that hand out what is assigned to, and of which.
  llvm::DenseSet<const clang::CallExpr *> AssignedElements;
  llvm::DenseMap<const clang::CallExpr *, PathId> ElementsOf;
  /// Loops over containers whose elements are followed: the calls that Clang
  /// makes for them, what begins one, its variable, its step, and its end.
  llvm::DenseSet<const clang::CallExpr *> RangeParts;
  llvm::DenseSet<PathId> RangedOver;
  llvm::DenseMap<const clang::VarDecl *, PathId> RangeStarts;
  llvm::DenseMap<const clang::VarDecl *, Range> RangeVariables;
  llvm::DenseMap<const clang::CallExpr *, Range> RangeSteps;
  llvm::DenseMap<const clang::Stmt *, Range> RangeLoops;
  /// What has something of a status in it.
  llvm::DenseSet<PathId> Telling;
  /// What is not known and is given a status.
  llvm::DenseSet<const clang::Expr *> HandsOn;
  /// Runs once in a process, and not with each call of the function.
  llvm::DenseSet<const clang::Stmt *> RunOnce;
  llvm::DenseMap<PathId, const clang::FunctionDecl *> Deleters;
  /// Variables that point to what was found in something at some time.
  llvm::DenseSet<PathId> PointInside;
  UnwindScopes Scopes;
  /// The block whose __finally runs before what is around it dies.
  clang::SourceRange Guarded;
  /// Values without a name whose destructors have not run yet.
  std::vector<const clang::Expr *> LiveTemporaries;
  /// Objects on the heap that only a variable of the function's own leads to,
  /// by that.
  struct Owned {
    PathId Pointer;
    PathId Object;
    bool Lent = false;
  };
  llvm::DenseMap<const clang::VarDecl *, Owned> OwnedByVariable;
  /// What makes those objects.
  llvm::DenseMap<const clang::Expr *, PathId> MadeByOwner;
  /// What the constructor has built so far.
  std::vector<const clang::CXXCtorInitializer *> Built;
  llvm::DenseMap<const clang::CXXCatchStmt *, BlockId> Handlers;
};

/// Whether \p Callee, a method of a string or the like, copies the characters
/// that its parameter \p Index points to.
bool copiesText(const clang::FunctionDecl &Callee, unsigned Index);

/// Whether \p E is std::move(x) or another value about to die.
bool isMoved(const clang::Expr *E);

/// \returns the function behind an expression that names one or makes an
/// object that can be called; null if it is not known.
const clang::FunctionDecl *calledFunction(const clang::Expr *E);

/// \returns the function that runs when an object of this class is called; null
/// if there is none or more than one.
const clang::FunctionDecl *callOperator(clang::QualType Type);

/// Strips everything that leaves the value as it is.
const clang::Expr *strip(const clang::Expr *E);

/// \returns the expression behind \p Init that makes an object of a class, by
/// a constructor, a call or a list; null if there is none.
const clang::Expr *madeObject(const clang::Expr *Init);

} // namespace mapitidy

#endif // MAPITIDY_CAPTURE_EXPRESSIONLOWERING_H
