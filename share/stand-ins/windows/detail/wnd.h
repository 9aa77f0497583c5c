//===- detail/wnd.h - MFC: CCmdTarget and CWnd ------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cwnd-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_DETAIL_WND_H
#define MAPI_STANDIN_DETAIL_WND_H

#include <detail/gdi.h>
#include <afxcoll.h>
#include <afxres.h>
#include <shellapi.h>
#include <windowsx.h>

// Macros of winuser.h and windowsx.h that MFC has methods for.
#undef GetNextWindow
#undef SubclassWindow
#undef CopyRgn

class CScrollBar;
class CDataExchange;
class CFrameWnd;
class CView;
class CWinThread;
class CWinApp;
class CCmdUI;
class COleDropTarget;
struct AFX_CMDHANDLERINFO;
struct CCreateContext;

class CCmdTarget : public CObject {
public:
  CCmdTarget();
  virtual ~CCmdTarget();
  LPDISPATCH GetIDispatch(BOOL bAddRef);
  static CCmdTarget *PASCAL FromIDispatch(LPDISPATCH lpDispatch);
  LPCONNECTIONPOINT GetConnectionHook(const IID &iid);
  void EnableAutomation();
  void EnableConnections();
  void EnableTypeLib();
  void EnableAggregation();
  void BeginWaitCursor();
  void EndWaitCursor();
  void RestoreWaitCursor();
  virtual BOOL OnCmdMsg(UINT nID, int nCode, void *pExtra,
                        AFX_CMDHANDLERINFO *pHandlerInfo);
  virtual void OnFinalRelease();
  DWORD InternalQueryInterface(const void *iid, LPVOID *ppvObj);
  DWORD InternalAddRef();
  DWORD InternalRelease();
  DWORD ExternalQueryInterface(const void *iid, LPVOID *ppvObj);
  DWORD ExternalAddRef();
  DWORD ExternalRelease();
  LPUNKNOWN GetInterface(const void *);
  LPUNKNOWN GetControllingUnknown();
  long m_dwRef;
  LPUNKNOWN m_pOuterUnknown;
  static const CRuntimeClass classCCmdTarget;
  DECLARE_MESSAGE_MAP()
};

class CCmdUI {
public:
  UINT m_nID;
  UINT m_nIndex;
  CMenu *m_pMenu;
  CMenu *m_pSubMenu;
  CWnd *m_pOther;
  virtual void Enable(BOOL bOn = TRUE);
  virtual void SetCheck(int nCheck = 1);
  virtual void SetRadio(BOOL bOn = TRUE);
  virtual void SetText(LPCTSTR lpszText);
  void ContinueRouting();
};

class CWnd : public CCmdTarget {
public:
  DECLARE_DYNCREATE(CWnd)
  HWND m_hWnd;
  static const CWnd wndTop;
  static const CWnd wndBottom;
  static const CWnd wndTopMost;
  static const CWnd wndNoTopMost;

  CWnd();
  virtual ~CWnd();
  operator HWND() const;
  BOOL operator==(const CWnd &wnd) const;
  HWND GetSafeHwnd() const;
  static CWnd *PASCAL FromHandle(HWND hWnd);
  static CWnd *PASCAL FromHandlePermanent(HWND hWnd);
  BOOL Attach(HWND hWndNew);
  HWND Detach();
  virtual void PreSubclassWindow();
  BOOL SubclassWindow(HWND hWnd);
  BOOL SubclassDlgItem(UINT nID, CWnd *pParent);
  HWND UnsubclassWindow();

  virtual BOOL Create(LPCTSTR lpszClassName, LPCTSTR lpszWindowName,
                      DWORD dwStyle, const RECT &rect, CWnd *pParentWnd,
                      UINT nID, CCreateContext *pContext = nullptr);
  virtual BOOL CreateEx(DWORD dwExStyle, LPCTSTR lpszClassName,
                        LPCTSTR lpszWindowName, DWORD dwStyle, int x, int y,
                        int nWidth, int nHeight, HWND hWndParent,
                        HMENU nIDorHMenu, LPVOID lpParam = nullptr);
  virtual BOOL CreateEx(DWORD dwExStyle, LPCTSTR lpszClassName,
                        LPCTSTR lpszWindowName, DWORD dwStyle,
                        const RECT &rect, CWnd *pParentWnd, UINT nID,
                        LPVOID lpParam = nullptr);
  BOOL CreateControl(REFCLSID clsid, LPCTSTR pszWindowName, DWORD dwStyle,
                     const RECT &rect, CWnd *pParentWnd, UINT nID,
                     CFile *pPersist = nullptr, BOOL bStorage = FALSE,
                     BSTR bstrLicKey = nullptr);
  BOOL CreateDlgIndirect(LPCDLGTEMPLATE lpDialogTemplate, CWnd *pParentWnd,
                         HINSTANCE hInst);
  LPUNKNOWN GetControlUnknown();
  virtual BOOL DestroyWindow();
  virtual BOOL PreCreateWindow(CREATESTRUCT &cs);
  virtual BOOL PreTranslateMessage(MSG *pMsg);
  virtual LRESULT WindowProc(UINT message, WPARAM wParam, LPARAM lParam);
  virtual LRESULT DefWindowProc(UINT message, WPARAM wParam, LPARAM lParam);
  virtual BOOL OnWndMsg(UINT message, WPARAM wParam, LPARAM lParam,
                        LRESULT *pResult);
  virtual BOOL OnCommand(WPARAM wParam, LPARAM lParam);
  virtual BOOL OnNotify(WPARAM wParam, LPARAM lParam, LRESULT *pResult);
  virtual BOOL OnChildNotify(UINT message, WPARAM wParam, LPARAM lParam,
                             LRESULT *pResult);
  virtual void PostNcDestroy();
  virtual void DoDataExchange(CDataExchange *pDX);
  virtual BOOL CheckAutoCenter();
  virtual CScrollBar *GetScrollBarCtrl(int nBar) const;
  virtual ULONG GetGestureStatus(CPoint ptTouch);
  LRESULT Default();
  BOOL UpdateData(BOOL bSaveAndValidate = TRUE);
  int RunModalLoop(DWORD dwFlags = 0);
  virtual BOOL ContinueModal();
  virtual void EndModalLoop(int nResult);
  static const MSG *PASCAL GetCurrentMessage();

  DWORD GetStyle() const;
  DWORD GetExStyle() const;
  BOOL ModifyStyle(DWORD dwRemove, DWORD dwAdd, UINT nFlags = 0);
  BOOL ModifyStyleEx(DWORD dwRemove, DWORD dwAdd, UINT nFlags = 0);
  CWnd *GetOwner() const;
  void SetOwner(CWnd *pOwnerWnd);
  LRESULT SendMessage(UINT message, WPARAM wParam = 0, LPARAM lParam = 0) const;
  BOOL PostMessage(UINT message, WPARAM wParam = 0, LPARAM lParam = 0) const;
  LRESULT SendDlgItemMessage(int nID, UINT message, WPARAM wParam = 0,
                             LPARAM lParam = 0) const;
  void SendMessageToDescendants(UINT message, WPARAM wParam = 0,
                                LPARAM lParam = 0, BOOL bDeep = TRUE,
                                BOOL bOnlyPerm = FALSE);
  void SetWindowText(LPCTSTR lpszString);
  int GetWindowText(LPTSTR lpszStringBuf, int nMaxCount) const;
  void GetWindowText(CString &rString) const;
  int GetWindowTextLength() const;
  void SetFont(CFont *pFont, BOOL bRedraw = TRUE);
  CFont *GetFont() const;
  CMenu *GetMenu() const;
  BOOL SetMenu(CMenu *pMenu);
  void DrawMenuBar();
  CMenu *GetSystemMenu(BOOL bRevert) const;
  BOOL IsIconic() const;
  BOOL IsZoomed() const;
  void MoveWindow(int x, int y, int nWidth, int nHeight, BOOL bRepaint = TRUE);
  void MoveWindow(LPCRECT lpRect, BOOL bRepaint = TRUE);
  BOOL SetWindowPos(const CWnd *pWndInsertAfter, int x, int y, int cx, int cy,
                    UINT nFlags);
  BOOL GetWindowPlacement(WINDOWPLACEMENT *lpwndpl) const;
  BOOL SetWindowPlacement(const WINDOWPLACEMENT *lpwndpl);
  void BringWindowToTop();
  void GetWindowRect(LPRECT lpRect) const;
  void GetClientRect(LPRECT lpRect) const;
  void ClientToScreen(LPPOINT lpPoint) const;
  void ClientToScreen(LPRECT lpRect) const;
  void ScreenToClient(LPPOINT lpPoint) const;
  void ScreenToClient(LPRECT lpRect) const;
  void MapWindowPoints(CWnd *pwndTo, LPRECT lpRect) const;
  CDC *BeginPaint(LPPAINTSTRUCT lpPaint);
  void EndPaint(LPPAINTSTRUCT lpPaint);
  CDC *GetDC();
  CDC *GetWindowDC();
  int ReleaseDC(CDC *pDC);
  void UpdateWindow();
  void SetRedraw(BOOL bRedraw = TRUE);
  void Invalidate(BOOL bErase = TRUE);
  void InvalidateRect(LPCRECT lpRect, BOOL bErase = TRUE);
  BOOL RedrawWindow(LPCRECT lpRectUpdate = nullptr, CRgn *prgnUpdate = nullptr,
                    UINT flags = RDW_INVALIDATE | RDW_UPDATENOW | RDW_ERASE);
  BOOL ShowWindow(int nCmdShow);
  BOOL IsWindowVisible() const;
  UINT_PTR SetTimer(UINT_PTR nIDEvent, UINT nElapse,
                    void(CALLBACK *lpfnTimer)(HWND, UINT, UINT_PTR, DWORD));
  BOOL KillTimer(UINT_PTR nIDEvent);
  BOOL EnableToolTips(BOOL bEnable = TRUE);
  BOOL EnableWindow(BOOL bEnable = TRUE);
  BOOL IsWindowEnabled() const;
  static CWnd *PASCAL GetActiveWindow();
  CWnd *SetActiveWindow();
  BOOL SetForegroundWindow();
  static CWnd *PASCAL GetForegroundWindow();
  static CWnd *PASCAL GetCapture();
  CWnd *SetCapture();
  static CWnd *PASCAL GetFocus();
  CWnd *SetFocus();
  static CWnd *PASCAL GetDesktopWindow();
  CWnd *GetDlgItem(int nID) const;
  void GetDlgItem(int nID, HWND *phWnd) const;
  int GetDlgCtrlID() const;
  int SetDlgCtrlID(int nID);
  UINT GetDlgItemInt(int nID, BOOL *lpTrans = nullptr, BOOL bSigned = TRUE) const;
  int GetDlgItemText(int nID, LPTSTR lpStr, int nMaxCount) const;
  int GetDlgItemText(int nID, CString &rString) const;
  void SetDlgItemInt(int nID, UINT nValue, BOOL bSigned = TRUE);
  void SetDlgItemText(int nID, LPCTSTR lpszString);
  void CheckDlgButton(int nIDButton, UINT nCheck);
  void CheckRadioButton(int nIDFirstButton, int nIDLastButton,
                        int nIDCheckButton);
  int GetCheckedRadioButton(int nIDFirstButton, int nIDLastButton) const;
  UINT IsDlgButtonChecked(int nIDButton) const;
  CWnd *GetNextDlgTabItem(CWnd *pWndCtl, BOOL bPrevious = FALSE) const;
  int GetScrollPos(int nBar) const;
  int SetScrollPos(int nBar, int nPos, BOOL bRedraw = TRUE);
  void SetScrollRange(int nBar, int nMinPos, int nMaxPos, BOOL bRedraw = TRUE);
  BOOL SetScrollInfo(int nBar, LPSCROLLINFO lpScrollInfo, BOOL bRedraw = TRUE);
  BOOL GetScrollInfo(int nBar, LPSCROLLINFO lpScrollInfo, UINT nMask = SIF_ALL);
  CWnd *ChildWindowFromPoint(POINT point) const;
  static CWnd *PASCAL WindowFromPoint(POINT point);
  static CWnd *PASCAL FindWindow(LPCTSTR lpszClassName, LPCTSTR lpszWindowName);
  CWnd *GetNextWindow(UINT nFlag = GW_HWNDNEXT) const;
  CWnd *GetTopWindow() const;
  CWnd *GetWindow(UINT nCmd) const;
  CWnd *GetLastActivePopup() const;
  BOOL IsChild(const CWnd *pWnd) const;
  CWnd *GetParent() const;
  CWnd *SetParent(CWnd *pWndNewParent);
  CWnd *GetTopLevelParent() const;
  CFrameWnd *GetParentFrame() const;
  CFrameWnd *GetTopLevelFrame() const;
  void CenterWindow(CWnd *pAlternateOwner = nullptr);
  int MessageBox(LPCTSTR lpszText, LPCTSTR lpszCaption = nullptr,
                 UINT nType = MB_OK);
  BOOL OpenClipboard();
  HICON SetIcon(HICON hIcon, BOOL bBigIcon);
  HICON GetIcon(BOOL bBigIcon) const;
  void DragAcceptFiles(BOOL bAccept = TRUE);
  BOOL IsDialogMessage(LPMSG lpMsg);
  void InvokeHelper(DISPID dwDispID, WORD wFlags, VARTYPE vtRet, void *pvRet,
                    const BYTE *pbParamInfo, ...);
  void SetProperty(DISPID dwDispID, VARTYPE vtProp, ...);
  void GetProperty(DISPID dwDispID, VARTYPE vtProp, void *pvProp) const;
  int m_nFlags;

protected:
  afx_msg void OnActivate(UINT nState, CWnd *pWndOther, BOOL bMinimized);
  afx_msg void OnActivateApp(BOOL bActive, DWORD dwThreadID);
  afx_msg void OnCancelMode();
  afx_msg void OnCaptureChanged(CWnd *pWnd);
  afx_msg void OnChar(UINT nChar, UINT nRepCnt, UINT nFlags);
  afx_msg void OnClose();
  afx_msg void OnContextMenu(CWnd *pWnd, CPoint pos);
  afx_msg BOOL OnCopyData(CWnd *pWnd, COPYDATASTRUCT *pCopyDataStruct);
  afx_msg int OnCreate(LPCREATESTRUCT lpCreateStruct);
  afx_msg HBRUSH OnCtlColor(CDC *pDC, CWnd *pWnd, UINT nCtlColor);
  afx_msg void OnDestroy();
  afx_msg void OnDrawItem(int nIDCtl, LPDRAWITEMSTRUCT lpDrawItemStruct);
  afx_msg void OnDropFiles(HDROP hDropInfo);
  afx_msg void OnEnable(BOOL bEnable);
  afx_msg void OnEndSession(BOOL bEnding);
  afx_msg void OnEnterIdle(UINT nWhy, CWnd *pWho);
  afx_msg BOOL OnEraseBkgnd(CDC *pDC);
  afx_msg UINT OnGetDlgCode();
  afx_msg void OnGetMinMaxInfo(MINMAXINFO *lpMMI);
  afx_msg BOOL OnHelpInfo(HELPINFO *lpHelpInfo);
  afx_msg void OnHScroll(UINT nSBCode, UINT nPos, CScrollBar *pScrollBar);
  afx_msg void OnInitMenu(CMenu *pMenu);
  afx_msg void OnInitMenuPopup(CMenu *pPopupMenu, UINT nIndex, BOOL bSysMenu);
  afx_msg void OnKeyDown(UINT nChar, UINT nRepCnt, UINT nFlags);
  afx_msg void OnKeyUp(UINT nChar, UINT nRepCnt, UINT nFlags);
  afx_msg void OnKillFocus(CWnd *pNewWnd);
  afx_msg void OnLButtonDblClk(UINT nFlags, CPoint point);
  afx_msg void OnLButtonDown(UINT nFlags, CPoint point);
  afx_msg void OnLButtonUp(UINT nFlags, CPoint point);
  afx_msg void OnMeasureItem(int nIDCtl, LPMEASUREITEMSTRUCT lpMeasureItem);
  afx_msg void OnMenuSelect(UINT nItemID, UINT nFlags, HMENU hSysMenu);
  afx_msg void OnMouseMove(UINT nFlags, CPoint point);
  afx_msg BOOL OnMouseWheel(UINT nFlags, short zDelta, CPoint pt);
  afx_msg void OnMouseLeave();
  afx_msg void OnMove(int x, int y);
  afx_msg void OnMoving(UINT nSide, LPRECT lpRect);
  afx_msg BOOL OnNcActivate(BOOL bActive);
  afx_msg void OnNcCalcSize(BOOL bCalc, NCCALCSIZE_PARAMS *lpncsp);
  afx_msg BOOL OnNcCreate(LPCREATESTRUCT lpCreateStruct);
  afx_msg void OnNcDestroy();
  afx_msg LRESULT OnNcHitTest(CPoint point);
  afx_msg void OnNcPaint();
  afx_msg void OnPaint();
  afx_msg HCURSOR OnQueryDragIcon();
  afx_msg BOOL OnQueryEndSession();
  afx_msg BOOL OnQueryNewPalette();
  afx_msg void OnRButtonDown(UINT nFlags, CPoint point);
  afx_msg void OnRButtonUp(UINT nFlags, CPoint point);
  afx_msg BOOL OnSetCursor(CWnd *pWnd, UINT nHitTest, UINT message);
  afx_msg void OnSetFocus(CWnd *pOldWnd);
  afx_msg void OnSettingChange(UINT uFlags, LPCTSTR lpszSection);
  afx_msg void OnShowWindow(BOOL bShow, UINT nStatus);
  afx_msg void OnSize(UINT nType, int cx, int cy);
  afx_msg void OnSizing(UINT nSide, LPRECT lpRect);
  afx_msg void OnSysCommand(UINT nID, LPARAM lParam);
  afx_msg void OnSysKeyDown(UINT nChar, UINT nRepCnt, UINT nFlags);
  afx_msg void OnSysColorChange();
  afx_msg void OnTimer(UINT_PTR nIDEvent);
  afx_msg void OnVScroll(UINT nSBCode, UINT nPos, CScrollBar *pScrollBar);
  afx_msg void OnWindowPosChanged(WINDOWPOS *lpwndpos);
  afx_msg void OnWindowPosChanging(WINDOWPOS *lpwndpos);
  DECLARE_MESSAGE_MAP()
};

class CDataExchange {
public:
  CDataExchange(CWnd *pDlgWnd, BOOL bSaveAndValidate);
  BOOL m_bSaveAndValidate;
  CWnd *m_pDlgWnd;
  HWND PrepareCtrl(int nIDC);
  HWND PrepareEditCtrl(int nIDC);
  [[noreturn]] void Fail();
};

#endif
