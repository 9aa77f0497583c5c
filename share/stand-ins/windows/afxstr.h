//===- afxstr.h - MFC: CString ----------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl-mfc-shared/reference/cstringt-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXSTR_H
#define MAPI_STANDIN_AFXSTR_H

#include <afx.h>

#endif
