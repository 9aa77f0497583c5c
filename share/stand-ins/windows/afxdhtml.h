//===- afxdhtml.h - MFC: HTML dialogs ---------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cdhtmldialog-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXDHTML_H
#define MAPI_STANDIN_AFXDHTML_H

#include <afxhtml.h>

#endif
