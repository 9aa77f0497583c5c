//===- atlcomtime.h - ATL: COleDateTime -------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl-mfc-shared/reference/coledatetime-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLCOMTIME_H
#define MAPI_STANDIN_ATLCOMTIME_H

#include <atlbase.h>
#include <detail/time.h>

#endif
