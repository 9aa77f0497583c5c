//===- afxctl.h - MFC: ActiveX controls -------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/colecontrol-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXCTL_H
#define MAPI_STANDIN_AFXCTL_H

#include <afxole.h>

class COleControl : public CWnd {
public:
  COleControl();
  void InvalidateControl(LPCRECT lpRect = nullptr, BOOL bErase = TRUE);
  void FireEvent(DISPID dispid, BYTE *pbParams, ...);
};
class COlePropertyPage : public CDialog {};
class COleControlModule : public CWinApp {};

#endif
