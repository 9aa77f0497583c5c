//===- afxcontrolbars.h - MFC: ribbon and docking ---------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cwinappex-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXCONTROLBARS_H
#define MAPI_STANDIN_AFXCONTROLBARS_H

#include <afxcmn.h>
#include <afxdialogex.h>
#include <afxext.h>

class CWinAppEx : public CWinApp {
public:
  explicit CWinAppEx(BOOL bResourceSmartUpdate = TRUE);
  BOOL InitContextMenuManager();
  BOOL InitKeyboardManager();
  BOOL InitTooltipManager();
  BOOL InitShellManager();
  LPCTSTR SetRegistryBase(LPCTSTR lpszSectionName = nullptr);
  virtual void PreLoadState();
  virtual void LoadCustomState();
  virtual void SaveCustomState();
};
class CFrameWndEx : public CFrameWnd {};
class CMDIFrameWndEx : public CMDIFrameWnd {};
class CMDIChildWndEx : public CMDIChildWnd {};
class CShellManager {
public:
  BOOL BrowseForFolder(CString &strOutFolder, CWnd *pWndParent = nullptr,
                       LPCTSTR lplszInitialFolder = nullptr);
};
class CBasePane : public CWnd {};
class CPane : public CBasePane {};
class CDockablePane : public CPane {};
class CMFCToolBar : public CPane {};
class CMFCMenuBar : public CMFCToolBar {};
class CMFCStatusBar : public CPane {};
class CMFCButton : public CButton {};
class CMFCListCtrl : public CListCtrl {};
class CMFCPropertyGridCtrl : public CWnd {};
class CMFCLinkCtrl : public CMFCButton {
public:
  void SetURL(LPCTSTR lpszURL);
};
class CMFCEditBrowseCtrl : public CEdit {};
class CMFCTabCtrl : public CWnd {};
class CMFCVisualManager : public CObject {
public:
  static void SetDefaultManager(CRuntimeClass *pRTI);
};
class CMFCVisualManagerWindows : public CMFCVisualManager {
public:
  DECLARE_DYNCREATE(CMFCVisualManagerWindows)
};

#endif
