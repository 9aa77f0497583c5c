//===- atlstr.h - ATL: CString ----------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl-mfc-shared/reference/cstringt-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLSTR_H
#define MAPI_STANDIN_ATLSTR_H

#include <atlbase.h>
#include <detail/cstring.h>

#endif
