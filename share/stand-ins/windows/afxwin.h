//===- afxwin.h - MFC: windows and the application --------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/mfc-classes
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXWIN_H
#define MAPI_STANDIN_AFXWIN_H

#include <detail/wnd.h>
#include <afxdd_.h>
#include <afxtempl.h>
#include <commdlg.h>

class CDocTemplate;
class CRecentFileList;
class CPrintInfo;

struct CCreateContext {
  CRuntimeClass *m_pNewViewClass;
  CDocument *m_pCurrentDoc;
  CDocTemplate *m_pNewDocTemplate;
  CView *m_pLastView;
  CFrameWnd *m_pCurrentFrame;
};

typedef UINT(AFX_CDECL *AFX_THREADPROC)(LPVOID);

class CWinThread : public CCmdTarget {
public:
  DECLARE_DYNAMIC(CWinThread)
  CWinThread();
  virtual ~CWinThread();
  BOOL CreateThread(DWORD dwCreateFlags = 0, UINT nStackSize = 0,
                    LPSECURITY_ATTRIBUTES lpSecurityAttrs = nullptr);
  CWnd *m_pMainWnd;
  CWnd *m_pActiveWnd;
  BOOL m_bAutoDelete;
  HANDLE m_hThread;
  operator HANDLE() const;
  DWORD m_nThreadID;
  int GetThreadPriority();
  BOOL SetThreadPriority(int nPriority);
  DWORD SuspendThread();
  DWORD ResumeThread();
  BOOL PostThreadMessage(UINT message, WPARAM wParam, LPARAM lParam);
  virtual BOOL InitInstance();
  virtual int Run();
  virtual BOOL PreTranslateMessage(MSG *pMsg);
  virtual BOOL PumpMessage();
  virtual BOOL OnIdle(LONG lCount);
  virtual BOOL IsIdleMessage(MSG *pMsg);
  virtual int ExitInstance();
  virtual LRESULT ProcessWndProcException(CException *e, const MSG *pMsg);
  virtual CWnd *GetMainWnd();
  virtual void Delete();
  DECLARE_MESSAGE_MAP()
};

class CCommandLineInfo : public CObject {
public:
  enum { FileNew, FileOpen, FilePrint, FilePrintTo, FileDDE, AppRegister,
         AppUnregister, FileNothing = -1 };
  CCommandLineInfo();
  virtual void ParseParam(LPCTSTR pszParam, BOOL bFlag, BOOL bLast);
  BOOL m_bShowSplash;
  BOOL m_bRunEmbedded;
  BOOL m_bRunAutomated;
  int m_nShellCommand;
  CString m_strFileName;
};

class CWinApp : public CWinThread {
public:
  DECLARE_DYNAMIC(CWinApp)
  explicit CWinApp(LPCTSTR lpszAppName = nullptr);
  virtual ~CWinApp();
  HINSTANCE m_hInstance;
  LPTSTR m_lpCmdLine;
  int m_nCmdShow;
  LPCTSTR m_pszAppName;
  LPCTSTR m_pszExeName;
  LPCTSTR m_pszHelpFilePath;
  LPCTSTR m_pszProfileName;
  LPCTSTR m_pszRegistryKey;
  HCURSOR LoadCursor(LPCTSTR lpszResourceName) const;
  HCURSOR LoadCursor(UINT nIDResource) const;
  HCURSOR LoadStandardCursor(LPCTSTR lpszCursorName) const;
  HICON LoadIcon(LPCTSTR lpszResourceName) const;
  HICON LoadIcon(UINT nIDResource) const;
  HICON LoadStandardIcon(LPCTSTR lpszIconName) const;
  UINT GetProfileInt(LPCTSTR lpszSection, LPCTSTR lpszEntry, int nDefault);
  BOOL WriteProfileInt(LPCTSTR lpszSection, LPCTSTR lpszEntry, int nValue);
  CString GetProfileString(LPCTSTR lpszSection, LPCTSTR lpszEntry,
                           LPCTSTR lpszDefault = nullptr);
  BOOL WriteProfileString(LPCTSTR lpszSection, LPCTSTR lpszEntry,
                          LPCTSTR lpszValue);
  BOOL GetProfileBinary(LPCTSTR lpszSection, LPCTSTR lpszEntry, LPBYTE *ppData,
                        UINT *pBytes);
  BOOL WriteProfileBinary(LPCTSTR lpszSection, LPCTSTR lpszEntry, LPBYTE pData,
                          UINT nBytes);
  void SetRegistryKey(LPCTSTR lpszRegistryKey);
  void SetRegistryKey(UINT nIDRegistryKey);
  void LoadStdProfileSettings(UINT nMaxMRU = 4);
  void AddDocTemplate(CDocTemplate *pTemplate);
  void RegisterShellFileTypes(BOOL bPrintEnabled = FALSE);
  void ParseCommandLine(CCommandLineInfo &rCmdInfo);
  BOOL ProcessShellCommand(CCommandLineInfo &rCmdInfo);
  virtual CDocument *OpenDocumentFile(LPCTSTR lpszFileName);
  virtual void AddToRecentFileList(LPCTSTR lpszPathName);
  virtual BOOL InitApplication();
  virtual int DoMessageBox(LPCTSTR lpszPrompt, UINT nType, UINT nIDPrompt);
  virtual void DoWaitCursor(int nCode);
  virtual BOOL SaveAllModified();
  virtual void WinHelp(DWORD_PTR dwData, UINT nCmd = HELP_CONTEXT);
  void EnableHtmlHelp();
  BOOL Enable3dControls();
  BOOL Enable3dControlsStatic();
  void HideApplication();
  void CloseAllDocuments(BOOL bEndSession);
  BOOL LoadState(LPCTSTR lpszSectionName = nullptr);

protected:
  afx_msg void OnFileNew();
  afx_msg void OnFileOpen();
  afx_msg void OnAppExit();
  afx_msg void OnHelp();
  DECLARE_MESSAGE_MAP()
};

class CStatic : public CWnd {
public:
  DECLARE_DYNAMIC(CStatic)
  CStatic();
  virtual BOOL Create(LPCTSTR lpszText, DWORD dwStyle, const RECT &rect,
                      CWnd *pParentWnd, UINT nID = 0xffff);
  HICON SetIcon(HICON hIcon);
  HBITMAP SetBitmap(HBITMAP hBitmap);
};
class CButton : public CWnd {
public:
  DECLARE_DYNAMIC(CButton)
  CButton();
  virtual BOOL Create(LPCTSTR lpszCaption, DWORD dwStyle, const RECT &rect,
                      CWnd *pParentWnd, UINT nID);
  UINT GetState() const;
  void SetState(BOOL bHighlight);
  int GetCheck() const;
  void SetCheck(int nCheck);
  UINT GetButtonStyle() const;
  void SetButtonStyle(UINT nStyle, BOOL bRedraw = TRUE);
  HICON SetIcon(HICON hIcon);
  HBITMAP SetBitmap(HBITMAP hBitmap);
  virtual void DrawItem(LPDRAWITEMSTRUCT lpDrawItemStruct);
};
class CListBox : public CWnd {
public:
  DECLARE_DYNAMIC(CListBox)
  CListBox();
  virtual BOOL Create(DWORD dwStyle, const RECT &rect, CWnd *pParentWnd,
                      UINT nID);
  int GetCount() const;
  int GetCurSel() const;
  int SetCurSel(int nSelect);
  int GetSel(int nIndex) const;
  int SetSel(int nIndex, BOOL bSelect = TRUE);
  int GetSelCount() const;
  int GetSelItems(int nMaxItems, LPINT rgIndex) const;
  DWORD_PTR GetItemData(int nIndex) const;
  int SetItemData(int nIndex, DWORD_PTR dwItemData);
  void *GetItemDataPtr(int nIndex) const;
  int SetItemDataPtr(int nIndex, void *pData);
  int GetText(int nIndex, LPTSTR lpszBuffer) const;
  void GetText(int nIndex, CString &rString) const;
  int GetTextLen(int nIndex) const;
  int AddString(LPCTSTR lpszItem);
  int DeleteString(UINT nIndex);
  int InsertString(int nIndex, LPCTSTR lpszItem);
  void ResetContent();
  int FindString(int nStartAfter, LPCTSTR lpszItem) const;
  int FindStringExact(int nIndexStart, LPCTSTR lpszFind) const;
  int SelectString(int nStartAfter, LPCTSTR lpszItem);
  void SetHorizontalExtent(int cxExtent);
};
class CCheckListBox : public CListBox {
public:
  int GetCheck(int nIndex);
  void SetCheck(int nIndex, int nCheck);
};
class CComboBox : public CWnd {
public:
  DECLARE_DYNAMIC(CComboBox)
  CComboBox();
  virtual BOOL Create(DWORD dwStyle, const RECT &rect, CWnd *pParentWnd,
                      UINT nID);
  int GetCount() const;
  int GetCurSel() const;
  int SetCurSel(int nSelect);
  DWORD GetEditSel() const;
  BOOL SetEditSel(int nStartChar, int nEndChar);
  DWORD_PTR GetItemData(int nIndex) const;
  int SetItemData(int nIndex, DWORD_PTR dwItemData);
  void *GetItemDataPtr(int nIndex) const;
  int SetItemDataPtr(int nIndex, void *pData);
  int GetLBText(int nIndex, LPTSTR lpszText) const;
  void GetLBText(int nIndex, CString &rString) const;
  int GetLBTextLen(int nIndex) const;
  BOOL LimitText(int nMaxChars);
  void ShowDropDown(BOOL bShowIt = TRUE);
  int AddString(LPCTSTR lpszString);
  int DeleteString(UINT nIndex);
  int InsertString(int nIndex, LPCTSTR lpszString);
  void ResetContent();
  int FindString(int nStartAfter, LPCTSTR lpszString) const;
  int FindStringExact(int nIndexStart, LPCTSTR lpszFind) const;
  int SelectString(int nStartAfter, LPCTSTR lpszString);
  int SetDroppedWidth(UINT nWidth);
};
class CEdit : public CWnd {
public:
  DECLARE_DYNAMIC(CEdit)
  CEdit();
  virtual BOOL Create(DWORD dwStyle, const RECT &rect, CWnd *pParentWnd,
                      UINT nID);
  BOOL CanUndo() const;
  int GetLineCount() const;
  BOOL GetModify() const;
  void SetModify(BOOL bModified = TRUE);
  DWORD GetSel() const;
  void GetSel(int &nStartChar, int &nEndChar) const;
  int GetLine(int nIndex, LPTSTR lpszBuffer) const;
  int GetLine(int nIndex, LPTSTR lpszBuffer, int nMaxLength) const;
  void EmptyUndoBuffer();
  void LimitText(int nChars = 0);
  void SetLimitText(UINT nMax);
  int LineFromChar(int nIndex = -1) const;
  int LineIndex(int nLine = -1) const;
  int LineLength(int nLine = -1) const;
  void LineScroll(int nLines, int nChars = 0);
  void ReplaceSel(LPCTSTR lpszNewText, BOOL bCanUndo = FALSE);
  void SetPasswordChar(TCHAR ch);
  void SetSel(DWORD dwSelection, BOOL bNoScroll = FALSE);
  void SetSel(int nStartChar, int nEndChar, BOOL bNoScroll = FALSE);
  BOOL SetReadOnly(BOOL bReadOnly = TRUE);
  BOOL Undo();
  void Clear();
  void Copy();
  void Cut();
  void Paste();
};
class CScrollBar : public CWnd {
public:
  DECLARE_DYNAMIC(CScrollBar)
  CScrollBar();
  int GetScrollPos() const;
  int SetScrollPos(int nPos, BOOL bRedraw = TRUE);
};

class CDialog : public CWnd {
public:
  DECLARE_DYNAMIC(CDialog)
  CDialog();
  explicit CDialog(LPCTSTR lpszTemplateName, CWnd *pParentWnd = nullptr);
  explicit CDialog(UINT nIDTemplate, CWnd *pParentWnd = nullptr);
  virtual ~CDialog();
  virtual BOOL Create(LPCTSTR lpszTemplateName, CWnd *pParentWnd = nullptr);
  virtual BOOL Create(UINT nIDTemplate, CWnd *pParentWnd = nullptr);
  virtual BOOL CreateIndirect(LPCDLGTEMPLATE lpDialogTemplate,
                              CWnd *pParentWnd = nullptr,
                              void *lpDialogInit = nullptr);
  BOOL InitModalIndirect(LPCDLGTEMPLATE lpDialogTemplate,
                         CWnd *pParentWnd = nullptr,
                         void *lpDialogInit = nullptr);
  virtual INT_PTR DoModal();
  void MapDialogRect(LPRECT lpRect) const;
  void NextDlgCtrl() const;
  void PrevDlgCtrl() const;
  void GotoDlgCtrl(CWnd *pWndCtrl);
  void SetDefID(UINT nID);
  DWORD GetDefID() const;
  void SetHelpID(UINT nIDR);
  void EndDialog(int nResult);
  virtual BOOL OnInitDialog();
  virtual void OnSetFont(CFont *pFont);
  virtual void OnOK();
  virtual void OnCancel();
  LPCTSTR m_lpszTemplateName;
  UINT m_nIDHelp;
  CWnd *m_pParentWnd;
  DECLARE_MESSAGE_MAP()
};

class CDocument : public CCmdTarget {
public:
  DECLARE_DYNAMIC(CDocument)
  CDocument();
  virtual ~CDocument();
  const CString &GetTitle() const;
  virtual void SetTitle(LPCTSTR lpszTitle);
  const CString &GetPathName() const;
  virtual void SetPathName(LPCTSTR lpszPathName, BOOL bAddToMRU = TRUE);
  CDocTemplate *GetDocTemplate() const;
  virtual BOOL IsModified();
  virtual void SetModifiedFlag(BOOL bModified = TRUE);
  void AddView(CView *pView);
  void RemoveView(CView *pView);
  virtual POSITION GetFirstViewPosition() const;
  virtual CView *GetNextView(POSITION &rPosition) const;
  void UpdateAllViews(CView *pSender, LPARAM lHint = 0L,
                      CObject *pHint = nullptr);
  virtual void DeleteContents();
  virtual BOOL OnNewDocument();
  virtual BOOL OnOpenDocument(LPCTSTR lpszPathName);
  virtual BOOL OnSaveDocument(LPCTSTR lpszPathName);
  virtual void OnCloseDocument();
  virtual BOOL SaveModified();
  virtual BOOL CanCloseFrame(CFrameWnd *pFrame);
  virtual void OnChangedViewList();
  DECLARE_MESSAGE_MAP()
};
class CDocTemplate : public CCmdTarget {
public:
  CDocTemplate(UINT nIDResource, CRuntimeClass *pDocClass,
               CRuntimeClass *pFrameClass, CRuntimeClass *pViewClass);
  virtual CDocument *OpenDocumentFile(LPCTSTR lpszPathName,
                                      BOOL bMakeVisible = TRUE);
  virtual POSITION GetFirstDocPosition() const;
  virtual CDocument *GetNextDoc(POSITION &rPos) const;
};
class CSingleDocTemplate : public CDocTemplate {
public:
  using CDocTemplate::CDocTemplate;
};
class CMultiDocTemplate : public CDocTemplate {
public:
  using CDocTemplate::CDocTemplate;
};

class CFrameWnd : public CWnd {
public:
  DECLARE_DYNCREATE(CFrameWnd)
  static const CRect rectDefault;
  CFrameWnd();
  virtual ~CFrameWnd();
  BOOL LoadAccelTable(LPCTSTR lpszResourceName);
  virtual BOOL Create(LPCTSTR lpszClassName, LPCTSTR lpszWindowName,
                      DWORD dwStyle = WS_OVERLAPPEDWINDOW,
                      const RECT &rect = rectDefault,
                      CWnd *pParentWnd = nullptr,
                      LPCTSTR lpszMenuName = nullptr, DWORD dwExStyle = 0,
                      CCreateContext *pContext = nullptr);
  virtual BOOL LoadFrame(UINT nIDResource,
                         DWORD dwDefaultStyle = WS_OVERLAPPEDWINDOW,
                         CWnd *pParentWnd = nullptr,
                         CCreateContext *pContext = nullptr);
  CView *GetActiveView() const;
  void SetActiveView(CView *pViewNew, BOOL bNotify = TRUE);
  virtual CDocument *GetActiveDocument();
  virtual CFrameWnd *GetActiveFrame();
  virtual void ActivateFrame(int nCmdShow = -1);
  virtual void RecalcLayout(BOOL bNotify = TRUE);
  virtual BOOL OnCreateClient(LPCREATESTRUCT lpcs, CCreateContext *pContext);
  void SetTitle(LPCTSTR lpszTitle);
  CString GetTitle() const;
  void EnableDocking(DWORD dwDockStyle);
  BOOL m_bAutoMenuEnable;
  DECLARE_MESSAGE_MAP()
};
class CMDIFrameWnd : public CFrameWnd {};
class CMDIChildWnd : public CFrameWnd {};
class CMiniFrameWnd : public CFrameWnd {};

class CView : public CWnd {
public:
  DECLARE_DYNAMIC(CView)
  CView();
  virtual ~CView();
  CDocument *GetDocument() const;
  virtual void OnInitialUpdate();
  virtual void OnUpdate(CView *pSender, LPARAM lHint, CObject *pHint);
  virtual void OnDraw(CDC *pDC) = 0;
  virtual void OnPrepareDC(CDC *pDC, CPrintInfo *pInfo = nullptr);
  virtual void OnActivateView(BOOL bActivate, CView *pActivateView,
                              CView *pDeactiveView);
  virtual BOOL OnPreparePrinting(CPrintInfo *pInfo);
  virtual void OnBeginPrinting(CDC *pDC, CPrintInfo *pInfo);
  virtual void OnEndPrinting(CDC *pDC, CPrintInfo *pInfo);
  BOOL DoPreparePrinting(CPrintInfo *pInfo);
  CDocument *m_pDocument;
  DECLARE_MESSAGE_MAP()
};
class CScrollView : public CView {
public:
  void SetScrollSizes(int nMapMode, SIZE sizeTotal);
  void OnDraw(CDC *pDC) override;
};
class CCtrlView : public CView {
public:
  CCtrlView(LPCTSTR lpszClass, DWORD dwStyle);
  void OnDraw(CDC *pDC) override;
};
class CEditView : public CCtrlView {
public:
  CEditView();
  CEdit &GetEditCtrl() const;
};

class CWaitCursor {
public:
  CWaitCursor();
  ~CWaitCursor();
  void Restore();
};

class AFX_MODULE_STATE;
class AFX_MAINTAIN_STATE2 {
public:
  explicit AFX_MAINTAIN_STATE2(AFX_MODULE_STATE *pModuleState);
  ~AFX_MAINTAIN_STATE2();
};
#define AFX_MANAGE_STATE(p) AFX_MAINTAIN_STATE2 _ctlState(p);
AFX_MODULE_STATE *AFXAPI AfxGetStaticModuleState();
AFX_MODULE_STATE *AFXAPI AfxGetAppModuleState();
AFX_MODULE_STATE *AFXAPI AfxGetModuleState();
AFX_MODULE_STATE *AFXAPI AfxSetModuleState(AFX_MODULE_STATE *pNewState);

CWinApp *AFXAPI AfxGetApp();
CWnd *AFXAPI AfxGetMainWnd();
CWinThread *AFXAPI AfxGetThread();
HINSTANCE AFXAPI AfxGetInstanceHandle();
HINSTANCE AFXAPI AfxGetResourceHandle();
void AFXAPI AfxSetResourceHandle(HINSTANCE hInstResource);
LPCTSTR AFXAPI AfxGetAppName();
HINSTANCE AFXAPI AfxFindResourceHandle(LPCTSTR lpszName, LPCTSTR lpszType);
int AFXAPI AfxMessageBox(LPCTSTR lpszText, UINT nType = MB_OK,
                         UINT nIDHelp = 0);
int AFXAPI AfxMessageBox(UINT nIDPrompt, UINT nType = MB_OK,
                         UINT nIDHelp = (UINT)-1);
CWinThread *AFXAPI AfxBeginThread(AFX_THREADPROC pfnThreadProc, LPVOID pParam,
                                  int nPriority = THREAD_PRIORITY_NORMAL,
                                  UINT nStackSize = 0, DWORD dwCreateFlags = 0,
                                  LPSECURITY_ATTRIBUTES lpSecurityAttrs = nullptr);
CWinThread *AFXAPI AfxBeginThread(CRuntimeClass *pThreadClass,
                                  int nPriority = THREAD_PRIORITY_NORMAL,
                                  UINT nStackSize = 0, DWORD dwCreateFlags = 0,
                                  LPSECURITY_ATTRIBUTES lpSecurityAttrs = nullptr);
void AFXAPI AfxEndThread(UINT nExitCode, BOOL bDelete = TRUE);
BOOL AFXAPI AfxWinInit(HINSTANCE hInstance, HINSTANCE hPrevInstance,
                       LPTSTR lpCmdLine, int nCmdShow);
void AFXAPI AfxWinTerm();
LPCTSTR AFXAPI AfxRegisterWndClass(UINT nClassStyle, HCURSOR hCursor = nullptr,
                                   HBRUSH hbrBackground = nullptr,
                                   HICON hIcon = nullptr);
BOOL AFXAPI AfxRegisterClass(WNDCLASS *lpWndClass);
void AFXAPI AfxPostQuitMessage(int nExitCode);
BOOL AFXAPI AfxPumpMessage();
LRESULT AFXAPI AfxCallWndProc(CWnd *pWnd, HWND hWnd, UINT nMsg,
                              WPARAM wParam = 0, LPARAM lParam = 0);
HMODULE AFXAPI AfxLoadLibrary(LPCTSTR lpszModuleName);
BOOL AFXAPI AfxFreeLibrary(HINSTANCE hInstLib);
BOOL AFXAPI AfxIsModuleDll();

class CCommonDialog : public CDialog {
public:
  explicit CCommonDialog(CWnd *pParentWnd);
};

#endif
