//===- afxext.h - MFC: bars and splitters -----------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/ctoolbar-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXEXT_H
#define MAPI_STANDIN_AFXEXT_H

#include <afxdlgs.h>
#include <afxwin.h>

class CControlBar : public CWnd {
public:
  CControlBar();
  int GetCount() const;
  DWORD GetBarStyle();
  void SetBarStyle(DWORD dwStyle);
  void EnableDocking(DWORD dwDockStyle);
};
class CStatusBar : public CControlBar {
public:
  CStatusBar();
  BOOL Create(CWnd *pParentWnd,
              DWORD dwStyle = WS_CHILD | WS_VISIBLE,
              UINT nID = 0xE801);
  BOOL SetIndicators(const UINT *lpIDArray, int nIDCount);
  void SetPaneInfo(int nIndex, UINT nID, UINT nStyle, int cxWidth);
  BOOL SetPaneText(int nIndex, LPCTSTR lpszNewText, BOOL bUpdate = TRUE);
  CString GetPaneText(int nIndex) const;
};
class CToolBar : public CControlBar {
public:
  CToolBar();
  BOOL Create(CWnd *pParentWnd, DWORD dwStyle = WS_CHILD | WS_VISIBLE,
              UINT nID = 0xE800);
  BOOL CreateEx(CWnd *pParentWnd, DWORD dwCtrlStyle = 0,
                DWORD dwStyle = WS_CHILD | WS_VISIBLE,
                CRect rcBorders = CRect(0, 0, 0, 0), UINT nID = 0xE800);
  BOOL LoadToolBar(UINT nIDResource);
  BOOL LoadBitmap(UINT nIDResource);
  BOOL SetButtons(const UINT *lpIDArray, int nIDCount);
};
class CDialogBar : public CControlBar {
public:
  CDialogBar();
  virtual BOOL Create(CWnd *pParentWnd, UINT nIDTemplate, UINT nStyle, UINT nID);
};
class CReBar : public CControlBar {
public:
  BOOL AddBar(CWnd *pBar, LPCTSTR pszText = nullptr, CBitmap *pbmp = nullptr,
              DWORD dwStyle = 0);
};
class CSplitterWnd : public CWnd {
public:
  CSplitterWnd();
  virtual BOOL CreateStatic(CWnd *pParentWnd, int nRows, int nCols,
                            DWORD dwStyle = WS_CHILD | WS_VISIBLE,
                            UINT nID = 0xE900);
  virtual BOOL CreateView(int row, int col, CRuntimeClass *pViewClass,
                          SIZE sizeInit, CCreateContext *pContext);
  CWnd *GetPane(int row, int col) const;
  void SetColumnInfo(int col, int cxIdeal, int cxMin);
  void SetRowInfo(int row, int cyIdeal, int cyMin);
  void RecalcLayout();
};
class CFormView : public CScrollView {
public:
  CFormView(LPCTSTR lpszTemplateName);
  CFormView(UINT nIDTemplate);
};
class CBitmapButton : public CButton {
public:
  BOOL LoadBitmaps(UINT nIDBitmapResource, UINT nIDBitmapResourceSel = 0,
                   UINT nIDBitmapResourceFocus = 0,
                   UINT nIDBitmapResourceDisabled = 0);
};
class CPrintInfo : public CObject {
public:
  BOOL m_bPreview;
  UINT m_nCurPage;
  CRect m_rectDraw;
  void SetMaxPage(UINT nMaxPage);
  void SetMinPage(UINT nMinPage);
};
class CMetaFileDC : public CDC {};

#endif
