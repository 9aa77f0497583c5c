//===- atltrace.h - ATL: tracing --------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/debugging-and-error-reporting-macros
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLTRACE_H
#define MAPI_STANDIN_ATLTRACE_H

#include <atldef.h>

#endif
