//===- cstringt.h - ATL and MFC: CStringT -----------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl-mfc-shared/reference/cstringt-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_CSTRINGT_H
#define MAPI_STANDIN_CSTRINGT_H

#include <detail/cstring.h>

#endif
