//===- atltime.h - ATL: CTime -----------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl-mfc-shared/reference/ctime-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLTIME_H
#define MAPI_STANDIN_ATLTIME_H

#include <atlstr.h>
#include <detail/time.h>

#endif
