//===- ConditionLowering.cpp - Tests as conditions ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "llvm/Support/MathExtras.h"

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

Condition ExpressionLowering::compareNumber(PathId Path,
                                            BinaryOperatorKind Opcode,
                                            int64_t Constant) {
  Condition Result = compare(Path, Opcode, Constant);
  if (!Result.isKnown() || Result.Is.isToldBySign() || Paths[Path].Shared)
    return Result;
  Result.Says = !Result.Is.Negated;
  Result.Answer = Paths.answer(Path, Result.Is);
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

static std::optional<Arithmetic> arithmeticOf(BinaryOperatorKind Opcode) {
  switch (Opcode) {
  case BO_Or:
    return Arithmetic::Or;
  case BO_And:
    return Arithmetic::And;
  case BO_Xor:
    return Arithmetic::Xor;
  case BO_Add:
  case BO_Sub:
    return Arithmetic::Add;
  case BO_Mul:
    return Arithmetic::Multiply;
  case BO_Div:
    return Arithmetic::Divide;
  case BO_Rem:
    return Arithmetic::Remainder;
  case BO_Shl:
    return Arithmetic::ShiftLeft;
  case BO_Shr:
    return Arithmetic::ShiftRight;
  default:
    return std::nullopt;
  }
}

std::optional<Calculation> calculationOf(BinaryOperatorKind Opcode,
                                         int64_t Constant) {
  const std::optional<Arithmetic> With = arithmeticOf(Opcode);
  if (!With ||
      (Opcode == BO_Sub && Constant == std::numeric_limits<int64_t>::min()))
    return std::nullopt;
  return Calculation{*With, Opcode == BO_Sub ? -Constant : Constant};
}

/// An unsigned number that is negated or complemented is none below zero.
static void keepUnsigned(const ASTContext &Context, QualType Type,
                         Calculations &Steps) {
  constexpr unsigned Widest = 32;
  if (Type->isUnsignedIntegerType() && Context.getTypeSize(Type) <= Widest)
    Steps.push_back(
        {Arithmetic::And, (int64_t(1) << Context.getTypeSize(Type)) - 1});
}

/// The path that the number \p E is made of, with constants only, and how.
PathId ExpressionLowering::calculation(const Expr *E, Calculations &Steps) {
  constexpr unsigned MostSteps = 8;
  E = strip(E);
  const Argument Leaf = value(E);
  if (Leaf.How == Argument::Mode::ByValue)
    return Paths[Leaf.Path].Shared || E->getType().isVolatileQualified()
               ? NoPath
               : Leaf.Path;
  if (!E->getType()->isIntegralOrEnumerationType() || Steps.size() >= MostSteps)
    return NoPath;
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    const UnaryOperatorKind Opcode = Unary->getOpcode();
    if (const auto Counted = countedValue(Unary)) { // what it was before
      Steps.push_back({Arithmetic::Add, -Counted->second});
      return Counted->first;
    }
    if (Opcode != UO_Not && Opcode != UO_Minus)
      return NoPath;
    const PathId Of = calculation(Unary->getSubExpr(), Steps);
    Steps.push_back(Opcode == UO_Not ? Calculation{Arithmetic::Xor, -1}
                                     : Calculation{Arithmetic::Multiply, -1});
    keepUnsigned(Context, E->getType(), Steps);
    return Of;
  }
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary)
    return NoPath;
  const Expr *Number = Binary->getLHS();
  BinaryOperatorKind Opcode = Binary->getOpcode();
  std::optional<int64_t> Constant = constant(Binary->getRHS());
  bool Reversed = false;
  if (!Constant) { // 1 - x
    Constant = constant(Binary->getLHS());
    Number = Binary->getRHS();
    Reversed = Opcode == BO_Sub;
    const bool Commutes = Opcode == BO_Add || Opcode == BO_Mul ||
                          BinaryOperator::isBitwiseOp(Opcode);
    if (!Constant || !(Reversed || Commutes))
      return NoPath;
  }
  if (Reversed)
    Opcode = BO_Add;
  const std::optional<Calculation> Last = calculationOf(Opcode, *Constant);
  const PathId Of = Last ? calculation(Number, Steps) : NoPath;
  if (Reversed)
    Steps.push_back({Arithmetic::Multiply, -1});
  if (Last)
    Steps.push_back(*Last);
  return Of;
}

PathId ExpressionLowering::computed(const Expr *E) {
  if (!isa<BinaryOperator, UnaryOperator>(strip(E)))
    return NoPath;
  Calculations Steps;
  if (const PathId Of = calculation(E, Steps); Of != NoPath && !Steps.empty())
    return Paths.calculated(Of, Steps, E->getType());
  std::string Key;
  SmallVector<PathId, 4> Reads;
  if (!describe(E, Key, Reads) || Reads.empty())
    return NoPath;
  return Paths.expression(Key, E->getType(), Reads);
}

/// `number + 2` as the path and what is added; NoPath if \p E is something
/// else.
std::pair<PathId, int64_t> ExpressionLowering::summand(const Expr *E) {
  Calculations Steps;
  PathId Path = calculation(E, Steps);
  if (Path == NoPath)
    return {NoPath, 0};
  Calculations All = Paths[Path].Calculated;
  All.append(Steps);
  if (!Paths[Path].Calculated.empty())
    Path = Paths[Path].Reads.front();
  int64_t Added = 0;
  for (const Calculation &Each : All)
    if (Each.With != Arithmetic::Add ||
        AddOverflow(Added, Each.Constant, Added))
      return {NoPath, 0};
  return {Paths[Path].Number ? Path : NoPath, Added};
}

/// Two numbers that are compared, and nothing but constants added to them: what
/// is asked is how far they are apart.
Condition ExpressionLowering::distance(const BinaryOperator &Numbers) {
  auto [Left, Above] = summand(Numbers.getLHS());
  auto [Right, Below] = summand(Numbers.getRHS());
  int64_t Apart = 0;
  if (Left == NoPath || Right == NoPath || Left == Right ||
      SubOverflow(Below, Above, Apart))
    return {};
  // Below zero an unsigned number starts again from above.
  const bool Wraps = (Paths[Left].Unsigned && Above < 0) ||
                     (Paths[Right].Unsigned && Below < 0);
  BinaryOperatorKind Opcode = Numbers.getOpcode();
  if (Wraps && !Numbers.isEqualityOp())
    return {};
  if (Right < Left) {
    if (SubOverflow(int64_t(0), Apart, Apart))
      return {};
    std::swap(Left, Right);
    if (!Numbers.isEqualityOp())
      Opcode = BinaryOperator::reverseComparisonOp(Opcode);
  }
  return compareNumber(Paths.difference(Left, Right), Opcode, Apart);
}

/// Two numbers that are compared. `!=` asks the opposite of `==`, `>=` that of
/// `<`, and `<=` that of `>`.
Condition ExpressionLowering::comparison(const BinaryOperator &Numbers) {
  if (const Condition Known = distance(Numbers); Known.isKnown())
    return Known;
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
  const PathId Answer = Paths.expression(Key, Numbers.getType(), Reads);
  return compare(Answer, Opposite ? BO_EQ : BO_NE, 0);
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
PathId ExpressionLowering::shiftedSign(const Expr *E) {
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

/// These, and hr & 0x80000000.
PathId ExpressionLowering::signOf(const Expr *E) {
  const auto *Masked = dyn_cast<BinaryOperator>(strip(E));
  if (!Masked || Masked->getOpcode() != BO_And ||
      constant(Masked->getRHS()) != int64_t(1) << 31)
    return shiftedSign(E);
  const Argument Whole = value(Masked->getLHS());
  return Whole.How == Argument::Mode::ByValue && Paths[Whole.Path].Status
             ? Whole.Path
             : NoPath;
}

int64_t asValueOf(const Expr *E, int64_t Constant) {
  const QualType Type = strip(E)->getType();
  constexpr int64_t Least = int64_t(1) << 31, Most = (int64_t(1) << 32) - 1;
  if (Type.isNull() || !Type->isSignedIntegerOrEnumerationType() ||
      Constant < Least || Constant > Most)
    return Constant;
  return SignExtend64<32>(Constant);
}

Condition ExpressionLowering::compareExpression(const Expr *Tested,
                                                BinaryOperatorKind Opcode,
                                                int64_t Constant) {
  if (auto Counted = countedValue(Tested)) {
    const auto [Path, Since] = *Counted;
    // Below zero an unsigned number starts again from above.
    if (Paths[Path].Unsigned && Since < 0 &&
        (Constant + Since < 0 || !BinaryOperator::isEqualityOp(Opcode)))
      return compareNumber(Paths.calculated(Path, {{Arithmetic::Add, -Since}},
                                            Tested->getType()),
                           Opcode, Constant);
    return compareNumber(Path, Opcode, Constant + Since);
  }
  const Argument Left = value(Tested);
  if (Left.How == Argument::Mode::ByValue) {
    const int64_t Meant = asValueOf(Tested, Constant);
    if (Meant == Constant || BinaryOperator::isEqualityOp(Opcode))
      return compareNumber(Left.Path, Opcode, Meant);
    // (ULONG)hr < 0x80000000: no failure.
    if (Meant == SignExtend64<32>(uint64_t(1) << 31) &&
        (Opcode == BO_LT || Opcode == BO_GE))
      return compare(Left.Path, Opcode == BO_LT ? BO_GE : BO_LT, 0);
    return {};
  }
  if (Left.How == Argument::Mode::ByAddress && Constant == 0)
    return compare(nonNull(Tested), Opcode, 0);
  // (SUCCEEDED(hr)) == TRUE, and the like.
  if (BinaryOperator::isEqualityOp(Opcode) && (Constant == 0 || Constant == 1))
    if (const Condition Asked = answer(Tested); Asked.isKnown())
      return (Opcode == BO_EQ) == (Constant == 1) ? Asked : Asked.negated();
  if (const PathId Signed = signOf(Tested);
      Signed != NoPath && Constant == 0 && BinaryOperator::isEqualityOp(Opcode))
    return compare(Signed, Opcode == BO_EQ ? BO_GE : BO_LT, 0);
  return compareNumber(computed(Tested), Opcode, Constant);
}

Condition ExpressionLowering::answer(const Expr *E) {
  const bool YesOrNo = E->getType()->isBooleanType() ||
                       strip(E)->isKnownToHaveBooleanValue() ||
                       shiftedSign(E) != NoPath;
  return YesOrNo ? condition(E) : Condition();
}

/// `library && function ? function(block) : ...`: what comes from the library
/// is only there with it.
bool ExpressionLowering::guardsKnownPointer(const Expr *Operand) const {
  const BinaryOperator *Both = Operands.lookup(Operand->IgnoreParens());
  const Expr *E = strip(Operand);
  if (!Both || Both->getOpcode() != BO_LAnd || !E->getType()->isPointerType())
    return false;
  const auto *Named = dyn_cast<DeclRefExpr>(E);
  const auto *Variable = Named ? dyn_cast<VarDecl>(Named->getDecl()) : nullptr;
  const bool Lasts =
      isa<MemberExpr>(E) || (Variable && Variable->hasGlobalStorage());
  return Lasts && (Resolver.isKnownPointer(strip(Both->getLHS())) ||
                   Resolver.isKnownPointer(strip(Both->getRHS())));
}

Condition ExpressionLowering::condition(const Expr *E) {
  if (guardsKnownPointer(E))
    return compare(nonNull(E), BO_NE, 0);
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
    return compareExpression(Tested, Opcode, *Constant);
  }
  if (PathId Signed = signOf(E); Signed != NoPath)
    return compare(Signed, BO_LT, 0);
  if (countedValue(E))
    return compareExpression(E, BO_NE, 0);
  Argument Tested = value(E);
  if (Tested.How == Argument::Mode::ByAddress)
    return compare(nonNull(E), BO_NE, 0);
  return compare(Tested.How == Argument::Mode::ByValue ? Tested.Path
                                                       : computed(E),
                 BO_NE, 0);
}

/// The path of the pointer that \p E is; the address of what one points to is
/// the pointer itself. NoPath if it is something else.
PathId ExpressionLowering::pointer(const Expr *E) {
  const Argument Found = value(E);
  if (Found.Path == NoPath || Found.How == Argument::Mode::ByValue)
    return Found.Path;
  const AccessPath &Object = Paths[Found.Path];
  return Object.Field == Place::Dereference ? Object.Base : NoPath;
}

std::optional<PointerComparison>
ExpressionLowering::pointerComparison(const Expr *E) {
  E = strip(E);
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary || !Binary->isEqualityOp() ||
      !Binary->getLHS()->getType()->isPointerType())
    return std::nullopt;
  const PathId Left = pointer(Binary->getLHS());
  const PathId Right = pointer(Binary->getRHS());
  if (Left == NoPath || Right == NoPath)
    return std::nullopt;
  return PointerComparison{Left, Right, Binary->getOpcode() == BO_EQ};
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
