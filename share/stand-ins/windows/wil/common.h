//===- wil/common.h - WIL: basis --------------------------------------------===//
//
// Flags.
// https://github.com/microsoft/wil/wiki
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_WIL_COMMON_H
#define MAPI_STANDIN_WIL_COMMON_H

#include <windows.h>

#define WI_IsFlagSet(val, flag) (((val) & (flag)) != 0)
#define WI_IsFlagClear(val, flag) (((val) & (flag)) == 0)
#define WI_IsAnyFlagSet(val, flags) (((val) & (flags)) != 0)
#define WI_AreAllFlagsSet(val, flags) (((val) & (flags)) == (flags))
#define WI_SetFlag(var, flag) ((var) |= (flag))
#define WI_SetFlagIf(var, flag, condition)                                     \
  do {                                                                         \
    if (condition)                                                             \
      WI_SetFlag(var, flag);                                                   \
  } while (0)
#define WI_ClearFlag(var, flag) ((var) &= ~(flag))

#endif
