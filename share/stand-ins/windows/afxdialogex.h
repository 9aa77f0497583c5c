//===- afxdialogex.h - MFC: CDialogEx ---------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cdialogex-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXDIALOGEX_H
#define MAPI_STANDIN_AFXDIALOGEX_H

#include <afxwin.h>

class CDialogEx : public CDialog {
public:
  DECLARE_DYNAMIC(CDialogEx)
  CDialogEx();
  explicit CDialogEx(LPCTSTR lpszTemplateName, CWnd *pParentWnd = nullptr);
  explicit CDialogEx(UINT nIDTemplate, CWnd *pParentWnd = nullptr);
  void SetBackgroundColor(COLORREF color, BOOL bRepaint = TRUE);
  DECLARE_MESSAGE_MAP()
};

#endif
