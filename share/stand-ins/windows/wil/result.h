//===- wil/result.h - WIL: error handling -----------------------------------===//
//
// Control flow is exact there.
// https://github.com/microsoft/wil/wiki
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_WIL_RESULT_H
#define MAPI_STANDIN_WIL_RESULT_H

#include <wil/result_macros.h>

#endif
