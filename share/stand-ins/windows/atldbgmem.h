//===- atldbgmem.h - ATL: memory tracing ------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/debugging-and-error-reporting-macros
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLDBGMEM_H
#define MAPI_STANDIN_ATLDBGMEM_H

#include <atldef.h>

#endif
