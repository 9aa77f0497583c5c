//===- atlwin.h - ATL: windows ----------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/cwindow-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLWIN_H
#define MAPI_STANDIN_ATLWIN_H

#include <atlbase.h>
#include <atlstr.h>
#include <atltypes.h>
#include <commctrl.h>

namespace ATL {
class _U_STRINGorID {
public:
  _U_STRINGorID(LPCTSTR pString);
  _U_STRINGorID(UINT nID);
  LPCTSTR m_lpstr;
};
class _U_MENUorID {
public:
  _U_MENUorID(HMENU hMenu);
  _U_MENUorID(UINT nID);
  HMENU m_hMenu;
};
class _U_RECT {
public:
  _U_RECT(LPRECT lpRect);
  _U_RECT(RECT &rc);
  LPRECT m_lpRect;
};

class CWindow {
public:
  static RECT rcDefault;
  CWindow(HWND hWnd = nullptr) : m_hWnd(hWnd) {}
  CWindow &operator=(HWND hWnd) {
    m_hWnd = hWnd;
    return *this;
  }
  operator HWND() const { return m_hWnd; }
  void Attach(HWND hWndNew) { m_hWnd = hWndNew; }
  HWND Detach();
  HWND Create(LPCTSTR lpstrWndClass, HWND hWndParent, _U_RECT rect = NULL,
              LPCTSTR szWindowName = nullptr, DWORD dwStyle = 0,
              DWORD dwExStyle = 0, _U_MENUorID MenuOrID = 0U,
              LPVOID lpCreateParam = nullptr);
  BOOL DestroyWindow();
  DWORD GetStyle() const;
  DWORD GetExStyle() const;
  LONG GetWindowLong(int nIndex) const;
  LONG_PTR GetWindowLongPtr(int nIndex) const;
  LONG SetWindowLong(int nIndex, LONG dwNewLong);
  LONG_PTR SetWindowLongPtr(int nIndex, LONG_PTR dwNewLong);
  BOOL ModifyStyle(DWORD dwRemove, DWORD dwAdd, UINT nFlags = 0);
  LRESULT SendMessage(UINT message, WPARAM wParam = 0, LPARAM lParam = 0) const;
  BOOL PostMessage(UINT message, WPARAM wParam = 0, LPARAM lParam = 0);
  LRESULT SendDlgItemMessage(int nID, UINT message, WPARAM wParam = 0,
                             LPARAM lParam = 0);
  BOOL SetWindowText(LPCTSTR lpszString);
  int GetWindowText(LPTSTR lpszStringBuf, int nMaxCount) const;
  int GetWindowText(CSimpleStringT<TCHAR> &strText) const;
  BOOL GetWindowText(BSTR *pbstrText) const;
  int GetWindowTextLength() const;
  void SetFont(HFONT hFont, BOOL bRedraw = TRUE);
  HFONT GetFont() const;
  BOOL SetWindowPos(HWND hWndInsertAfter, int x, int y, int cx, int cy,
                    UINT nFlags);
  BOOL MoveWindow(int x, int y, int nWidth, int nHeight, BOOL bRepaint = TRUE);
  BOOL MoveWindow(LPCRECT lpRect, BOOL bRepaint = TRUE);
  BOOL GetWindowRect(LPRECT lpRect) const;
  BOOL GetClientRect(LPRECT lpRect) const;
  BOOL ClientToScreen(LPPOINT lpPoint) const;
  BOOL ClientToScreen(LPRECT lpRect) const;
  BOOL ScreenToClient(LPPOINT lpPoint) const;
  BOOL ScreenToClient(LPRECT lpRect) const;
  HDC GetDC();
  HDC BeginPaint(LPPAINTSTRUCT lpPaint);
  void EndPaint(LPPAINTSTRUCT lpPaint);
  int ReleaseDC(HDC hDC);
  BOOL UpdateWindow();
  BOOL Invalidate(BOOL bErase = TRUE);
  BOOL InvalidateRect(LPCRECT lpRect, BOOL bErase = TRUE);
  void SetRedraw(BOOL bRedraw = TRUE);
  BOOL ShowWindow(int nCmdShow);
  BOOL IsWindowVisible() const;
  BOOL IsWindow() const;
  BOOL IsWindowEnabled() const;
  BOOL EnableWindow(BOOL bEnable = TRUE);
  HWND SetFocus();
  HWND SetActiveWindow();
  HWND SetCapture();
  UINT_PTR SetTimer(UINT_PTR nIDEvent, UINT nElapse,
                    void(CALLBACK *lpfnTimer)(HWND, UINT, UINT_PTR,
                                              DWORD) = nullptr);
  BOOL KillTimer(UINT_PTR nIDEvent);
  CWindow GetDlgItem(int nID) const;
  int GetDlgCtrlID() const;
  BOOL CheckDlgButton(int nIDButton, UINT nCheck);
  UINT IsDlgButtonChecked(int nIDButton) const;
  BOOL SetDlgItemText(int nID, LPCTSTR lpszString);
  UINT GetDlgItemText(int nID, LPTSTR lpStr, int nMaxCount) const;
  UINT GetDlgItemText(int nID, CSimpleStringT<TCHAR> &string) const;
  BOOL GetDlgItemText(int nID, BSTR &bstrText) const;
  BOOL SetDlgItemInt(int nID, UINT nValue, BOOL bSigned = TRUE);
  UINT GetDlgItemInt(int nID, BOOL *lpTrans = nullptr,
                     BOOL bSigned = TRUE) const;
  CWindow GetParent() const;
  CWindow GetWindow(UINT nCmd) const;
  CWindow GetTopLevelParent() const;
  HWND SetParent(HWND hWndNewParent);
  BOOL CenterWindow(HWND hWndCenter = nullptr);
  int MessageBox(LPCTSTR lpszText, LPCTSTR lpszCaption = _T(""),
                 UINT nType = MB_OK);
  HICON SetIcon(HICON hIcon, BOOL bBigIcon = TRUE);
  HMENU GetMenu() const;
  BOOL SetMenu(HMENU hMenu);
  DWORD GetWindowThreadID();
  DWORD GetWindowProcessID();
  HWND m_hWnd;
};

template <DWORD t_dwStyle = 0, DWORD t_dwExStyle = 0> class CWinTraits {
public:
  static DWORD GetWndStyle(DWORD dwStyle);
  static DWORD GetWndExStyle(DWORD dwExStyle);
};
typedef CWinTraits<WS_CHILD | WS_VISIBLE | WS_CLIPCHILDREN | WS_CLIPSIBLINGS>
    CControlWinTraits;
typedef CWinTraits<WS_OVERLAPPEDWINDOW | WS_CLIPCHILDREN | WS_CLIPSIBLINGS,
                   WS_EX_APPWINDOW | WS_EX_WINDOWEDGE>
    CFrameWinTraits;
typedef CWinTraits<0, 0> CNullTraits;

struct _ATL_WNDCLASSINFOW {
  WNDCLASSEXW m_wc;
};
typedef _ATL_WNDCLASSINFOW CWndClassInfo;

class CMessageMap {
public:
  virtual BOOL ProcessWindowMessage(HWND hWnd, UINT uMsg, WPARAM wParam,
                                    LPARAM lParam, LRESULT &lResult,
                                    DWORD dwMsgMapID) = 0;
};

template <class TBase = CWindow>
class CWindowImplRoot : public TBase, public CMessageMap {
public:
  const MSG *GetCurrentMessage() const;
  LRESULT ReflectNotifications(UINT uMsg, WPARAM wParam, LPARAM lParam,
                               BOOL &bHandled);
};

template <class TBase = CWindow, class TWinTraits = CControlWinTraits>
class CWindowImplBaseT : public CWindowImplRoot<TBase> {
public:
  virtual WNDPROC GetWindowProc();
  LRESULT DefWindowProc();
  LRESULT DefWindowProc(UINT uMsg, WPARAM wParam, LPARAM lParam);
  virtual void OnFinalMessage(HWND hWnd);
  BOOL SubclassWindow(HWND hWnd);
  HWND UnsubclassWindow(BOOL bForce = FALSE);
};

template <class T, class TBase = CWindow, class TWinTraits = CControlWinTraits>
class CWindowImpl : public CWindowImplBaseT<TBase, TWinTraits> {
public:
  HWND Create(HWND hWndParent, _U_RECT rect = NULL,
              LPCTSTR szWindowName = nullptr, DWORD dwStyle = 0,
              DWORD dwExStyle = 0, _U_MENUorID MenuOrID = 0U,
              LPVOID lpCreateParam = nullptr);
};

template <class TBase = CWindow>
class CDialogImplBaseT : public CWindowImplRoot<TBase> {
public:
  virtual DLGPROC GetDialogProc();
  virtual void OnFinalMessage(HWND hWnd);
  BOOL EndDialog(int nRetCode);
  BOOL DestroyWindow();
};
template <class T, class TBase = CWindow>
class CDialogImpl : public CDialogImplBaseT<TBase> {
public:
  INT_PTR DoModal(HWND hWndParent = nullptr, LPARAM dwInitParam = 0);
  HWND Create(HWND hWndParent, LPARAM dwInitParam = 0);
  HWND Create(HWND hWndParent, RECT &, LPARAM dwInitParam = 0);
};
template <class T, class TBase = CWindow>
class CAxDialogImpl : public CDialogImpl<T, TBase> {
public:
  HRESULT GetDlgControl(int nID, REFIID iid, void **ppUnk);
};
template <WORD t_wDlgTemplateID, BOOL t_bCenter = TRUE>
class CSimpleDialog : public CDialogImplBaseT<CWindow> {
public:
  INT_PTR DoModal(HWND hWndParent = nullptr);
};
template <class TBase = CWindow, class TWinTraits = CControlWinTraits>
class CContainedWindowT : public TBase {
public:
  CContainedWindowT(CMessageMap *pObject, DWORD dwMsgMapID = 0);
  CContainedWindowT(LPTSTR lpszClassName, CMessageMap *pObject,
                    DWORD dwMsgMapID = 0);
  BOOL SubclassWindow(HWND hWnd);
  LRESULT DefWindowProc(UINT uMsg, WPARAM wParam, LPARAM lParam);
};
typedef CContainedWindowT<> CContainedWindow;

template <class TBase = CWindow> class CAxWindowT : public TBase {
public:
  CAxWindowT(HWND hWnd = nullptr);
  HRESULT CreateControl(LPCOLESTR lpszName, IStream *pStream = nullptr,
                        IUnknown **ppUnkContainer = nullptr);
  HRESULT AttachControl(IUnknown *pControl, IUnknown **ppUnkContainer);
  HRESULT QueryControl(REFIID iid, void **ppUnk);
  template <class Q> HRESULT QueryControl(Q **ppUnk);
  HRESULT QueryHost(REFIID iid, void **ppUnk);
  template <class Q> HRESULT QueryHost(Q **ppUnk);
};
typedef CAxWindowT<> CAxWindow;
BOOL AtlAxWinInit();
BOOL AtlAxWinTerm();
} // namespace ATL

#define DECLARE_WND_CLASS(name)                                                \
  static ATL::CWndClassInfo &GetWndClassInfo();
#define DECLARE_WND_CLASS_EX(name, style, bkgnd) DECLARE_WND_CLASS(name)
#define DECLARE_WND_SUPERCLASS(name, orig) DECLARE_WND_CLASS(name)
#define DECLARE_EMPTY_MSG_MAP()                                                \
public:                                                                        \
  BOOL ProcessWindowMessage(HWND, UINT, WPARAM, LPARAM, LRESULT &, DWORD) {    \
    return FALSE;                                                              \
  }

#define BEGIN_MSG_MAP(theClass)                                                \
public:                                                                        \
  BOOL ProcessWindowMessage(HWND hWnd, UINT uMsg, WPARAM wParam,               \
                            LPARAM lParam, LRESULT &lResult,                   \
                            DWORD dwMsgMapID = 0) {                            \
    BOOL bHandled = TRUE;                                                      \
    (void)hWnd, (void)uMsg, (void)wParam, (void)lParam, (void)lResult;         \
    (void)bHandled;                                                            \
    switch (dwMsgMapID) {                                                      \
    case 0:
#define ALT_MSG_MAP(msgMapID)                                                  \
  break;                                                                       \
  case msgMapID:
#define END_MSG_MAP()                                                          \
  break;                                                                       \
  default:                                                                     \
    break;                                                                     \
    }                                                                          \
    return FALSE;                                                              \
    }
#define MAPI_STANDIN_HANDLE(condition, call)                                   \
  if (condition) {                                                             \
    bHandled = TRUE;                                                           \
    lResult = call;                                                            \
    if (bHandled)                                                              \
      return TRUE;                                                             \
  }
#define MESSAGE_HANDLER(msg, func)                                             \
  MAPI_STANDIN_HANDLE(uMsg == msg, func(uMsg, wParam, lParam, bHandled))
#define MESSAGE_RANGE_HANDLER(first, last, func)                               \
  MAPI_STANDIN_HANDLE(uMsg >= first && uMsg <= last,                           \
                      func(uMsg, wParam, lParam, bHandled))
#define COMMAND_HANDLER(id, code, func)                                        \
  MAPI_STANDIN_HANDLE(                                                         \
      uMsg == WM_COMMAND && id == LOWORD(wParam) && code == HIWORD(wParam),    \
      func(HIWORD(wParam), LOWORD(wParam), (HWND)lParam, bHandled))
#define COMMAND_ID_HANDLER(id, func)                                           \
  MAPI_STANDIN_HANDLE(                                                         \
      uMsg == WM_COMMAND && id == LOWORD(wParam),                              \
      func(HIWORD(wParam), LOWORD(wParam), (HWND)lParam, bHandled))
#define COMMAND_CODE_HANDLER(code, func)                                       \
  MAPI_STANDIN_HANDLE(                                                         \
      uMsg == WM_COMMAND && code == HIWORD(wParam),                            \
      func(HIWORD(wParam), LOWORD(wParam), (HWND)lParam, bHandled))
#define COMMAND_RANGE_HANDLER(first, last, func)                               \
  MAPI_STANDIN_HANDLE(                                                         \
      uMsg == WM_COMMAND && LOWORD(wParam) >= first &&                         \
          LOWORD(wParam) <= last,                                              \
      func(HIWORD(wParam), LOWORD(wParam), (HWND)lParam, bHandled))
#define NOTIFY_HANDLER(id, cd, func)                                           \
  MAPI_STANDIN_HANDLE(uMsg == WM_NOTIFY && id == (int)wParam &&                \
                          cd == (int)((LPNMHDR)lParam)->code,                  \
                      func((int)wParam, (LPNMHDR)lParam, bHandled))
#define NOTIFY_ID_HANDLER(id, func)                                            \
  MAPI_STANDIN_HANDLE(uMsg == WM_NOTIFY && id == (int)wParam,                  \
                      func((int)wParam, (LPNMHDR)lParam, bHandled))
#define NOTIFY_CODE_HANDLER(cd, func)                                          \
  MAPI_STANDIN_HANDLE(uMsg == WM_NOTIFY &&                                     \
                          cd == (int)((LPNMHDR)lParam)->code,                  \
                      func((int)wParam, (LPNMHDR)lParam, bHandled))
#define CHAIN_MSG_MAP(theChainClass)                                           \
  if (theChainClass::ProcessWindowMessage(hWnd, uMsg, wParam, lParam, lResult)) \
    return TRUE;
#define CHAIN_MSG_MAP_MEMBER(theChainMember)                                   \
  if (theChainMember.ProcessWindowMessage(hWnd, uMsg, wParam, lParam,          \
                                          lResult))                            \
    return TRUE;
#define CHAIN_MSG_MAP_ALT(theChainClass, msgMapID)                             \
  if (theChainClass::ProcessWindowMessage(hWnd, uMsg, wParam, lParam, lResult, \
                                          msgMapID))                           \
    return TRUE;
#define REFLECT_NOTIFICATIONS()
#define FORWARD_NOTIFICATIONS()
#define DEFAULT_REFLECTION_HANDLER()

#endif
