//===- wil/win32_helpers.h - WIL: helpers -----------------------------------===//
//
// Thin.
// https://github.com/microsoft/wil/wiki
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_WIL_WIN32_HELPERS_H
#define MAPI_STANDIN_WIL_WIN32_HELPERS_H

#include <wil/resource.h>

#endif
