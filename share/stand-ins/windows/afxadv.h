//===- afxadv.h - MFC: private parts ----------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/mfc-macros-and-globals
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXADV_H
#define MAPI_STANDIN_AFXADV_H

#include <afxpriv.h>

#endif
