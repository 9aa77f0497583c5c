//===- afxpriv.h - MFC: private parts in common use -------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/tn024-mfc-defined-messages-and-resources
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXPRIV_H
#define MAPI_STANDIN_AFXPRIV_H

#include <afxwin.h>
#include <atlconv.h>

#define WM_IDLEUPDATECMDUI 0x0363
#define WM_INITIALUPDATE 0x0364
#define WM_COMMANDHELP 0x0365
#define WM_HELPHITTEST 0x0366
#define WM_KICKIDLE 0x036A
#define WM_SETMESSAGESTRING 0x0362

#endif
