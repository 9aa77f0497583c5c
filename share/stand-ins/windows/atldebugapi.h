//===- atldebugapi.h - ATL: debugging of services ---------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/atl-classes
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLDEBUGAPI_H
#define MAPI_STANDIN_ATLDEBUGAPI_H

#include <atldef.h>

#endif
