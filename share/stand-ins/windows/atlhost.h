//===- atlhost.h - ATL: hosts of controls -----------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/caxwindow-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLHOST_H
#define MAPI_STANDIN_ATLHOST_H

#include <atlctl.h>

#endif
