//===- afxodlgs.h - MFC: OLE dialogs ----------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/ole-in-mfc
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXODLGS_H
#define MAPI_STANDIN_AFXODLGS_H

#include <afxole.h>

#endif
