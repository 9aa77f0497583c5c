//===- afxribbonbar.h - MFC: ribbon and docking -----------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cwinappex-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXRIBBONBAR_H
#define MAPI_STANDIN_AFXRIBBONBAR_H

#include <afxcontrolbars.h>

#endif
