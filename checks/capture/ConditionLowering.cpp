//===- ConditionLowering.cpp - Tests as conditions ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

static Condition compare(PathId Path, BinaryOperatorKind Opcode,
                         int64_t Constant) {
  using Operator = Comparison::Operator;
  constexpr int64_t Greatest = std::numeric_limits<int64_t>::max();
  switch (Opcode) {
  case BO_EQ:
  case BO_NE:
    return {Path, {Operator::Equal, Constant, Opcode == BO_NE}};
  case BO_LT:
  case BO_GE:
    return {Path, {Operator::Less, Constant, Opcode == BO_GE}};
  case BO_LE:
  case BO_GT:
    if (Constant == Greatest)
      return {};
    return {Path, {Operator::Less, Constant + 1, Opcode == BO_GT}};
  default:
    return {};
  }
}

/// Whether the signs of a number tell whether it satisfies \p Is.
static bool isToldBySign(const Comparison &Is) {
  return Is.Constant == 0 ||
         (Is.How == Comparison::Operator::Less && Is.Constant == 1);
}

Condition ExpressionLowering::compareNumber(PathId Path,
                                            BinaryOperatorKind Opcode,
                                            int64_t Constant) {
  Condition Result = compare(Path, Opcode, Constant);
  if (!Result.isKnown() || isToldBySign(Result.Is) || Paths[Path].Shared)
    return Result;
  Result.Says = !Result.Is.Negated;
  Result.Answer = Paths.expression(
      (Result.Is.How == Comparison::Operator::Equal ? "=" : "<") +
          std::to_string(Result.Is.Constant) + "$" +
          std::to_string(Path.index()),
      Context.BoolTy, {Path});
  return Result;
}

/// What \p E points to is known, as is what a new expression makes: there is
/// always memory for it.
PathId ExpressionLowering::nonNull(const Expr *E) {
  PathId Pointer = Paths.temporary(E->getType());
  set(Pointer, 1, E->getBeginLoc());
  return Pointer;
}

/// Writes what \p E computes to \p Key, and from what to \p Reads. \returns
/// false if it depends on more than paths.
bool ExpressionLowering::describe(const Expr *E, std::string &Key,
                                  SmallVectorImpl<PathId> &Reads,
                                  unsigned Depth) {
  // Nobody asks the same long question twice.
  constexpr unsigned Deepest = 16;
  if (Depth == Deepest)
    return false;
  E = strip(E);
  const Argument Leaf = value(E);
  if (Leaf.How == Argument::Mode::Constant) {
    Key += "#" + std::to_string(Leaf.Constant);
    return true;
  }
  if (Leaf.How == Argument::Mode::ByValue) {
    Key += "$" + std::to_string(Leaf.Path.index());
    Reads.push_back(Leaf.Path);
    return !Paths[Leaf.Path].Shared && !E->getType().isVolatileQualified();
  }
  Key += "(" + std::to_string(E->getStmtClass());
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    Key += "." + std::to_string(Unary->getOpcode());
    return Unary->isArithmeticOp() &&
           describe(Unary->getSubExpr(), Key, Reads, Depth + 1);
  }
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary || Binary->isAssignmentOp() || Binary->isCommaOp() ||
      Binary->isLogicalOp())
    return false;
  Key += "." + std::to_string(Binary->getOpcode());
  return describe(Binary->getLHS(), Key, Reads, Depth + 1) &&
         describe(Binary->getRHS(), Key, Reads, Depth + 1);
}

PathId ExpressionLowering::computed(const Expr *E) {
  std::string Key;
  SmallVector<PathId, 4> Reads;
  if (!isa<BinaryOperator, UnaryOperator>(strip(E)) ||
      !describe(E, Key, Reads) || Reads.empty())
    return NoPath;
  PathId Result = Paths.expression(Key, E->getType(), Reads);
  Paths[Result].Mask = mask(E);
  return Result;
}

/// The constant of `flags & 1`.
std::optional<int64_t> ExpressionLowering::mask(const Expr *E) {
  const auto *Binary = dyn_cast<BinaryOperator>(strip(E));
  if (!Binary || Binary->getOpcode() != BO_And)
    return std::nullopt;
  const Argument Left = value(Binary->getLHS());
  const Argument Right = value(Binary->getRHS());
  if (Left.How == Argument::Mode::ByValue &&
      Right.How == Argument::Mode::Constant)
    return Right.Constant;
  if (Left.How == Argument::Mode::Constant &&
      Right.How == Argument::Mode::ByValue)
    return Left.Constant;
  return std::nullopt;
}

/// Two numbers that are compared. `!=` asks the opposite of `==`, `>=` that of
/// `<`, and `<=` that of `>`.
Condition ExpressionLowering::comparison(const BinaryOperator &Numbers) {
  BinaryOperatorKind Opcode = Numbers.getOpcode();
  bool Opposite = Opcode == BO_NE || Opcode == BO_GE || Opcode == BO_LE;
  if (Opposite)
    Opcode = BinaryOperator::negateComparisonOp(Opcode);
  std::string Key = "?" + std::to_string(Opcode);
  SmallVector<PathId, 4> Reads;
  if (Numbers.getLHS()->getType()->isPointerType() ||
      !describe(Numbers.getLHS(), Key, Reads) ||
      !describe(Numbers.getRHS(), Key, Reads))
    return {};
  return compare(Paths.expression(Key, Numbers.getType(), Reads),
                 Opposite ? BO_EQ : BO_NE, 0);
}

std::optional<std::pair<PathId, int64_t>>
ExpressionLowering::countedValue(const Expr *E) {
  const auto *Unary = dyn_cast<UnaryOperator>(strip(E));
  if (!Unary || !Unary->isPostfix())
    return std::nullopt;
  PathId Path = Paths.lvalue(Unary->getSubExpr());
  if (Path == NoPath)
    return std::nullopt;
  return std::make_pair(Path, Unary->isIncrementOp() ? 1 : -1);
}

/// IS_ERROR(hr) and HRESULT_SEVERITY(hr).
PathId ExpressionLowering::signOf(const Expr *E) {
  const auto *Shift = dyn_cast<BinaryOperator>(strip(E));
  if (Shift && Shift->getOpcode() == BO_And && constant(Shift->getRHS()) == 1)
    Shift = dyn_cast<BinaryOperator>(strip(Shift->getLHS()));
  constexpr int64_t SignBit = 31;
  if (!Shift || Shift->getOpcode() != BO_Shr ||
      constant(Shift->getRHS()) != SignBit)
    return NoPath;
  Argument Shifted = value(Shift->getLHS());
  return Shifted.How == Argument::Mode::ByValue ? Shifted.Path : NoPath;
}

Condition ExpressionLowering::condition(const Expr *E) {
  E = strip(E);
  if (auto It = Answers.find(E); It != Answers.end())
    return It->second;
  // Whoever tests a pointer to a function has no plan for its absence.
  if (Resolver.isKnownPointer(E))
    return compare(nonNull(E), BO_NE, 0);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    if (Unary->getOpcode() == UO_LNot)
      return condition(Unary->getSubExpr()).negated();
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (Call->getOperator() == OO_Exclaim)
      return condition(Call->getArg(0)).negated();
    if (Call->getNumArgs() == 2 && (Call->getOperator() == OO_EqualEqual ||
                                    Call->getOperator() == OO_ExclaimEqual)) {
      Argument Left = value(Call->getArg(0)), Right = value(Call->getArg(1));
      if (Left.How == Argument::Mode::ByValue &&
          Right.How == Argument::Mode::Constant)
        return compare(Left.Path,
                       Call->getOperator() == OO_EqualEqual ? BO_EQ : BO_NE,
                       Right.Constant);
      return {};
    }
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E);
      Binary && Binary->isComparisonOp()) {
    const Expr *Tested = Binary->getLHS();
    std::optional<int64_t> Constant = constant(Binary->getRHS());
    BinaryOperatorKind Opcode = Binary->getOpcode();
    if (!Constant) {
      Tested = Binary->getRHS();
      Constant = constant(Binary->getLHS());
      if (Opcode != BO_EQ && Opcode != BO_NE)
        Opcode = BinaryOperator::reverseComparisonOp(Opcode);
    }
    if (!Constant)
      return comparison(*Binary);
    if (auto Counted = countedValue(Tested))
      return compareNumber(Counted->first, Opcode, *Constant + Counted->second);
    Argument Left = value(Tested);
    if (Left.How == Argument::Mode::ByValue)
      return compareNumber(Left.Path, Opcode, *Constant);
    if (Left.How == Argument::Mode::ByAddress && *Constant == 0)
      return compare(nonNull(E), Opcode, 0);
    // (SUCCEEDED(hr)) == TRUE, and the like.
    if (BinaryOperator::isEqualityOp(Opcode) &&
        (*Constant == 0 || *Constant == 1) &&
        (strip(Tested)->isKnownToHaveBooleanValue() ||
         signOf(Tested) != NoPath))
      return (Opcode == BO_EQ) == (*Constant == 1)
                 ? condition(Tested)
                 : condition(Tested).negated();
    return compareNumber(computed(Tested), Opcode, *Constant);
  }
  if (PathId Signed = signOf(E); Signed != NoPath)
    return compare(Signed, BO_LT, 0);
  if (auto Counted = countedValue(E))
    return compareNumber(Counted->first, BO_NE, Counted->second);
  Argument Tested = value(E);
  if (Tested.How == Argument::Mode::ByAddress)
    return compare(nonNull(E), BO_NE, 0);
  return compare(Tested.How == Argument::Mode::ByValue ? Tested.Path
                                                       : computed(E),
                 BO_NE, 0);
}

std::optional<PointerComparison>
ExpressionLowering::pointerComparison(const Expr *E) {
  E = strip(E);
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary || !Binary->isEqualityOp() ||
      !Binary->getLHS()->getType()->isPointerType())
    return std::nullopt;
  Argument Left = value(Binary->getLHS()), Right = value(Binary->getRHS());
  if (Left.How != Argument::Mode::ByValue ||
      Right.How != Argument::Mode::ByValue)
    return std::nullopt;
  return PointerComparison{Left.Path, Right.Path, Binary->getOpcode() == BO_EQ};
}

/// The value of && or || if its second operand does not run.
static bool shortValue(const BinaryOperator *Logical) {
  return Logical->getOpcode() == BO_LOr;
}

static bool isFirst(const Expr *Operand, const BinaryOperator *Logical) {
  return Operand->IgnoreParens() == Logical->getLHS()->IgnoreParens();
}

/// \p Logical is \p Known without more ado; what is around it may be as well.
/// Nobody asks for the value of one within another.
void ExpressionLowering::setLogical(const BinaryOperator *Logical, bool Known,
                                    SourceLocation At) {
  while (const BinaryOperator *Outer = Operands.lookup(Logical)) {
    if (isFirst(Logical, Outer) && shortValue(Outer) != Known)
      return;
    Logical = Outer;
  }
  set(Results[Logical].Path, Known, At);
}

void ExpressionLowering::lowerOperand(const Expr *Operand) {
  const BinaryOperator *Logical = Operands.lookup(Operand);
  if (!Logical)
    return;
  SourceLocation At = Operand->getBeginLoc();
  if (isFirst(Operand, Logical))
    return setLogical(Logical, shortValue(Logical), At);
  // Clang's CFG goes from here to the end of the outermost expression.
  Condition Tested = branchCondition(Operand);
  forgetChecked(Tested, At);
  while (const BinaryOperator *Outer = Operands.lookup(Logical)) {
    if (isFirst(Logical, Outer))
      return setLogical(Outer, shortValue(Outer), At);
    Logical = Outer;
  }
  Operation &Answer =
      emit(Tested.isKnown() ? OperationKind::Test : OperationKind::Forget, At);
  Answer.Target = Results[Logical].Path;
  Answer.Tested = Tested;
}

} // namespace mapitidy
