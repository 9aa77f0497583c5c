//===- atlsimpstr.h - ATL: CSimpleStringT -----------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl-mfc-shared/reference/csimplestringt-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLSIMPSTR_H
#define MAPI_STANDIN_ATLSIMPSTR_H

#include <detail/cstring.h>

#endif
