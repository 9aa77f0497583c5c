//===- StandardCallLowering.cpp - C's, C++'s and Windows' calls -----------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "capture/ExpressionLowering.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using namespace llvm;

namespace mapitidy {

bool ExpressionLowering::lowerSwap(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || !Callee->getIdentifier() || Callee->getName() != "swap" ||
      Call->getNumArgs() != 2)
    return false;
  PathId Left = Paths.lvalue(Call->getArg(0));
  PathId Right = Paths.lvalue(Call->getArg(1));
  if (Left == NoPath || Right == NoPath)
    return false;
  swap(Left, Right, Call->getBeginLoc());
  return true;
}

void ExpressionLowering::swap(PathId Left, PathId Right, SourceLocation At) {
  for (PathId Each : {Left, Right})
    if (RangedOver.count(Each))
      beginRange(Each, At);
  // Of an object, the parts that hold something.
  if (QualType Type = Paths.type(Left);
      !Paths[Left].Smart && !Type.isNull() &&
      Type.getNonReferenceType()->isRecordType())
    return forEachHoldingMember(
        Type.getNonReferenceType(), [&](ArrayRef<std::string> Fields) {
          swap(Paths.descend(Left, Fields), Paths.descend(Right, Fields), At);
        });
  PathId Held = Paths.temporary(Paths.type(Left));
  Builder.copy(Held, Left, place(At));
  Builder.copy(Left, Right, place(At));
  Builder.copy(Right, Held, place(At));
  emit(OperationKind::EndOfLife, At).Target = Held;
}

/// std::exchange: the old value comes out, the new one goes in.
bool ExpressionLowering::lowerExchange(const CallExpr *Call) {
  PathId Target = Paths.lvalue(Call->getArg(0));
  if (Target == NoPath)
    return false;
  Builder.copy(result(Call), Target, place(Call->getExprLoc()));
  assign(Target, Call->getArg(1), Call->getExprLoc());
  return true;
}

bool ExpressionLowering::lowerStandardCall(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (lowerAtomic(Call) || lowerElement(Call) ||
      (Callee && (lowerTied(Call) || lowerHolderFunction(Call))))
    return true;
  if (!Callee || !Callee->getIdentifier())
    return false;
  if (Callee->isInStdNamespace() && Callee->getName() == "exchange" &&
      Call->getNumArgs() == 2)
    return lowerExchange(Call);
  // A guard that asks runs on the way out that is followed here.
  if (Callee->isInStdNamespace() &&
      Callee->getName().starts_with("uncaught_exception")) {
    set(result(Call), 0, Call->getExprLoc());
    return true;
  }
  if (Callee->isInStdNamespace() && Callee->getName() == "addressof" &&
      Call->getNumArgs() == 1) {
    setResult(Call,
              {Argument::Mode::ByAddress, Paths.lvalue(Call->getArg(0)), 0});
    return true;
  }
  bool HandsOn =
      (Callee->getBuiltinID() && Callee->getName() == "__builtin_expect") ||
      (Callee->isInStdNamespace() && Call->getNumArgs() == 1 &&
       (Callee->getName() == "move" || Callee->getName() == "forward"));
  if (HandsOn)
    setResult(Call, value(Call->getArg(0)));
  return HandsOn || lowerSwap(Call) || lowerInterlocked(Call) ||
         lowerZeroing(Call) || lowerCopying(Call);
}

/// Windows' functions that change a variable for all threads at once.
bool ExpressionLowering::lowerInterlocked(const CallExpr *Call) {
  StringRef Name = Call->getDirectCallee()->getName().ltrim('_');
  if (!Name.consume_front("Interlocked") || Call->getNumArgs() == 0)
    return false;
  const Argument Variable = value(Call->getArg(0));
  const PathId Path = Variable.How == Argument::Mode::ByAddress ? Variable.Path
                      : Variable.How == Argument::Mode::ByValue
                          ? Paths.pointee(Variable.Path)
                          : NoPath;
  SourceLocation At = Call->getExprLoc();
  bool Up = Name.starts_with("Increment");
  if (Up || Name.starts_with("Decrement")) {
    combine(Path, Calculation{Arithmetic::Add, Up ? 1 : -1}, At);
    setResult(Call, {Argument::Mode::ByValue, Path, 0});
    return Path != NoPath;
  }
  // The variable holds it from here on.
  if (Name.contains("Exchange") && Call->getNumArgs() > 1)
    if (Argument New = value(Call->getArg(1));
        New.How == Argument::Mode::ByValue && Paths[New.Path].Pointer)
      emit(OperationKind::GiveAway, At).Source = New.Path;
  return false;
}

bool isAtomicNumber(QualType Type) {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type.isNull() ? nullptr
                    : Type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Class || !Class->isInStdNamespace())
    return false;
  const StringRef Name = Class->getName();
  const TemplateArgumentList &Arguments = Class->getTemplateArgs();
  return (Name == "atomic" || Name.starts_with("__atomic_")) &&
         Arguments.size() != 0 &&
         Arguments[0].getKind() == TemplateArgument::Type &&
         Arguments[0].getAsType()->isIntegralOrEnumerationType();
}

static const Expr *objectOf(const CallExpr *Call) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call))
    return Operator->getNumArgs() != 0 ? Operator->getArg(0) : nullptr;
  const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
  return Member ? Member->getImplicitObjectArgument() : nullptr;
}

/// The arithmetic of `fetch_add` or `operator+=`.
static std::optional<BinaryOperatorKind>
atomicArithmetic(const FunctionDecl &Callee) {
  switch (Callee.getOverloadedOperator()) {
  case OO_PlusEqual:
  case OO_PlusPlus:
    return BO_Add;
  case OO_MinusEqual:
  case OO_MinusMinus:
    return BO_Sub;
  case OO_PipeEqual:
    return BO_Or;
  case OO_AmpEqual:
    return BO_And;
  case OO_CaretEqual:
    return BO_Xor;
  default:
    break;
  }
  if (!Callee.getIdentifier())
    return std::nullopt;
  return StringSwitch<std::optional<BinaryOperatorKind>>(Callee.getName())
      .Case("fetch_add", BO_Add)
      .Case("fetch_sub", BO_Sub)
      .Case("fetch_or", BO_Or)
      .Case("fetch_and", BO_And)
      .Case("fetch_xor", BO_Xor)
      .Default(std::nullopt);
}

/// `count.fetch_add(1)`: the value is what the number was before, that of
/// `++count` what it is now.
void ExpressionLowering::combineAtomic(const CallExpr *Call, PathId Path,
                                       BinaryOperatorKind Opcode) {
  const SourceLocation At = Call->getExprLoc();
  const OverloadedOperatorKind Operator =
      Call->getDirectCallee()->getOverloadedOperator();
  const bool Steps = Operator == OO_PlusPlus || Operator == OO_MinusMinus;
  const bool GivesOld = Operator == OO_None ||
                        (Steps && Call->getDirectCallee()->getNumParams() == 1);
  const unsigned Amount = isa<CXXOperatorCallExpr>(Call) ? 1 : 0;
  const std::optional<int64_t> Constant =
      Steps ? std::optional<int64_t>(1) : constant(Call->getArg(Amount));
  const std::optional<Calculation> Step =
      Constant ? calculationOf(Opcode, *Constant) : std::nullopt;
  const bool Adds = Step && Step->With == Arithmetic::Add;
  PathId Old = Path;
  if (GivesOld && !Adds) {
    Old = Paths.temporary(Call->getType());
    Builder.copy(Old, Path, place(At));
  }
  combine(Path, Step, At);
  if (GivesOld && Adds)
    Old = Paths.calculated(Path, {{Arithmetic::Add, -Step->Constant}},
                           Call->getType());
  setResult(Call, {Argument::Mode::ByValue, Old, 0});
}

/// A std::atomic of a number is used like the number.
bool ExpressionLowering::lowerAtomic(const CallExpr *Call) {
  const Expr *Object = objectOf(Call);
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Object || !Callee || !isAtomicNumber(Object->getType()))
    return false;
  const PathId Path = Paths.lvalue(Object);
  if (Path == NoPath)
    return false;
  if (const std::optional<BinaryOperatorKind> Opcode =
          atomicArithmetic(*Callee)) {
    combineAtomic(Call, Path, *Opcode);
    return true;
  }
  const StringRef Name = Callee->getIdentifier() ? Callee->getName() : "";
  const bool Stores =
      Name == "store" || Callee->getOverloadedOperator() == OO_Equal;
  if (Stores)
    assign(Path, Call->getArg(isa<CXXOperatorCallExpr>(Call) ? 1 : 0),
           Call->getExprLoc());
  if (Stores || Name == "load" || isa<CXXConversionDecl>(Callee)) {
    setResult(Call, {Argument::Mode::ByValue, Path, 0});
    return true;
  }
  emit(OperationKind::Forget, Call->getExprLoc()).Target = Path;
  return false;
}

/// What an argument points to, or NoPath.
PathId ExpressionLowering::pointedTo(const Argument &Given) {
  if (Given.How == Argument::Mode::ByAddress || Given.Path == NoPath)
    return Given.Path;
  return Given.How == Argument::Mode::ByValue && Paths[Given.Path].Pointer
             ? Paths.pointee(Given.Path)
             : NoPath;
}

/// memset(&it, 0, sizeof(it)), and what is made of it.
bool ExpressionLowering::lowerZeroing(const CallExpr *Call) {
  StringRef Name = Call->getDirectCallee()->getName();
  bool Zeroes = (Name == "memset" && Call->getNumArgs() == 3 &&
                 constant(Call->getArg(1)) == 0) ||
                Name == "SecureZeroMemory" || Name == "RtlZeroMemory";
  if (!Zeroes)
    return false;
  const Argument Into = value(Call->getArg(0));
  const PathId Whole = pointedTo(Into);
  if (Whole == NoPath)
    return false;
  const SourceLocation At = Call->getExprLoc();
  QualType Type = Paths.type(Whole);
  if (!Type.isNull() && Type->isPointerType()) {
    if (constant(Call->getArg(Call->getNumArgs() - 1)) !=
        Context.getTypeSizeInChars(Type).getQuantity())
      return false;
    set(Whole, 0, At);
    return true;
  }
  Type = Paths.type(Into.Path);
  if (Into.How == Argument::Mode::ByValue && !Type.isNull())
    Type = Type->getPointeeType();
  if (Type.isNull() || !Type->isRecordType())
    return false;
  clearMembers(Into.Path, Type, At);
  return true;
}

/// memcpy(&to, &from, sizeof(from)) of a pointer or structure, and what is made
/// of it.
bool ExpressionLowering::lowerCopying(const CallExpr *Call) {
  const unsigned Builtin = Call->getDirectCallee()->getBuiltinID();
  if ((Builtin != Builtin::BImemcpy && Builtin != Builtin::BImemmove) ||
      Call->getNumArgs() != 3)
    return false;
  const PathId To = pointedTo(value(Call->getArg(0)));
  const PathId From = pointedTo(value(Call->getArg(1)));
  const QualType Type = To == NoPath ? QualType() : Paths.type(To);
  if (Type.isNull() || Type->isIncompleteType() ||
      constant(Call->getArg(2)) !=
          Context.getTypeSizeInChars(Type).getQuantity())
    return false;
  const SourceLocation At = Call->getExprLoc();
  if (Type->isPointerType()) {
    if (From != NoPath)
      Builder.copy(To, From, place(At));
    else
      emit(OperationKind::Forget, At).Target = To;
    return true;
  }
  if (From == NoPath || Paths[To].Where == Storage::Outside ||
      Type->getAsRecordDecl() == nullptr || Paths.type(From).isNull() ||
      Paths.type(From)->getAsRecordDecl() != Type->getAsRecordDecl())
    return false;
  copyMembers(To, From, /*Moved=*/false, At);
  return true;
}

} // namespace mapitidy
