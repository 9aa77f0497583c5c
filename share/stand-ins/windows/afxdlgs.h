//===- afxdlgs.h - MFC: common dialogs and property sheets ------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cfiledialog-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXDLGS_H
#define MAPI_STANDIN_AFXDLGS_H

#include <afxwin.h>
#include <commdlg.h>
#include <prsht.h>

class CFileDialog : public CCommonDialog {
public:
  DECLARE_DYNAMIC(CFileDialog)
  explicit CFileDialog(BOOL bOpenFileDialog, LPCTSTR lpszDefExt = nullptr,
                       LPCTSTR lpszFileName = nullptr,
                       DWORD dwFlags = OFN_HIDEREADONLY | OFN_OVERWRITEPROMPT,
                       LPCTSTR lpszFilter = nullptr, CWnd *pParentWnd = nullptr,
                       DWORD dwSize = 0, BOOL bVistaStyle = TRUE);
  OPENFILENAME *m_pOFN;
  OPENFILENAME m_ofn;
  const OPENFILENAME &GetOFN() const;
  OPENFILENAME &GetOFN();
  virtual INT_PTR DoModal();
  CString GetPathName() const;
  CString GetFileName() const;
  CString GetFileExt() const;
  CString GetFileTitle() const;
  CString GetFolderPath() const;
  BOOL GetReadOnlyPref() const;
  POSITION GetStartPosition() const;
  CString GetNextPathName(POSITION &pos) const;
};
class CFolderPickerDialog : public CFileDialog {
public:
  explicit CFolderPickerDialog(LPCTSTR lpszFolder = nullptr, DWORD dwFlags = 0,
                               CWnd *pParentWnd = nullptr, DWORD dwSize = 0);
};
class CColorDialog : public CCommonDialog {
public:
  explicit CColorDialog(COLORREF clrInit = 0, DWORD dwFlags = 0,
                        CWnd *pParentWnd = nullptr);
  COLORREF GetColor() const;
  CHOOSECOLOR m_cc;
};
class CFontDialog : public CCommonDialog {
public:
  explicit CFontDialog(LPLOGFONT lplfInitial = nullptr, DWORD dwFlags = 0,
                       CDC *pdcPrinter = nullptr, CWnd *pParentWnd = nullptr);
  void GetCurrentFont(LPLOGFONT lplf);
  CString GetFaceName() const;
  int GetSize() const;
  COLORREF GetColor() const;
};
class CPrintDialog : public CCommonDialog {
public:
  explicit CPrintDialog(BOOL bPrintSetupOnly, DWORD dwFlags = 0,
                        CWnd *pParentWnd = nullptr);
  HDC GetPrinterDC() const;
  PRINTDLG m_pd;
};
class CFindReplaceDialog : public CCommonDialog {
public:
  CFindReplaceDialog();
  CString GetFindString() const;
  CString GetReplaceString() const;
  BOOL FindNext() const;
  BOOL MatchCase() const;
};

class CPropertyPage : public CDialog {
public:
  DECLARE_DYNCREATE(CPropertyPage)
  CPropertyPage();
  explicit CPropertyPage(UINT nIDTemplate, UINT nIDCaption = 0,
                         DWORD dwSize = sizeof(PROPSHEETPAGE));
  explicit CPropertyPage(LPCTSTR lpszTemplateName, UINT nIDCaption = 0,
                         DWORD dwSize = sizeof(PROPSHEETPAGE));
  PROPSHEETPAGE m_psp;
  void SetModified(BOOL bChanged = TRUE);
  void CancelToClose();
  LRESULT QuerySiblings(WPARAM wParam, LPARAM lParam);
  virtual BOOL OnApply();
  virtual void OnReset();
  virtual BOOL OnSetActive();
  virtual BOOL OnKillActive();
  virtual BOOL OnQueryCancel();
  virtual LRESULT OnWizardBack();
  virtual LRESULT OnWizardNext();
  virtual BOOL OnWizardFinish();
};
class CPropertySheet : public CWnd {
public:
  DECLARE_DYNAMIC(CPropertySheet)
  CPropertySheet();
  explicit CPropertySheet(UINT nIDCaption, CWnd *pParentWnd = nullptr,
                          UINT iSelectPage = 0);
  explicit CPropertySheet(LPCTSTR pszCaption, CWnd *pParentWnd = nullptr,
                          UINT iSelectPage = 0);
  PROPSHEETHEADER m_psh;
  void AddPage(CPropertyPage *pPage);
  void RemovePage(CPropertyPage *pPage);
  int GetPageCount() const;
  CPropertyPage *GetPage(int nPage) const;
  CPropertyPage *GetActivePage() const;
  int GetActiveIndex() const;
  BOOL SetActivePage(int nPage);
  void SetTitle(LPCTSTR lpszText, UINT nStyle = 0);
  void SetWizardMode();
  void SetWizardButtons(DWORD dwFlags);
  void SetFinishText(LPCTSTR lpszText);
  void EndDialog(int nEndID);
  virtual INT_PTR DoModal();
  virtual BOOL OnInitDialog();
  DECLARE_MESSAGE_MAP()
};
#define CPropertyPageEx CPropertyPage
#define CPropertySheetEx CPropertySheet

#endif
