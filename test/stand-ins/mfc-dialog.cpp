// A dialog of MFC with a message map.
// RUN: %clang -x c++ -std=gnu++14 -fsyntax-only -Werror %windows_flags %microsoft_flags %s
// RUN: %mapi-tidy --quiet --checks='-*,mapi-*' %s -- %windows_flags %microsoft_flags -std=c++14 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %mapi-tidy --quiet --checks='-*,mapi-*' %s -- %windows_flags -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning:

#include <afxwin.h>
#include <afxext.h>
#include <afxcmn.h>
#include <afxdisp.h>
#include <afxdialogex.h>
#include <afxtempl.h>
#include <mapix.h>
#include <mapiutil.h>

#ifdef _DEBUG
#define new DEBUG_NEW
#endif

#define IDD_FOLDERS 100
#define IDC_LIST 101
#define IDC_NAME 102
#define IDC_READ 103
#define WM_DONE (WM_APP + 1)

class CFoldersDlg : public CDialogEx {
  DECLARE_DYNAMIC(CFoldersDlg)
public:
  CFoldersDlg(CWnd *pParent = NULL) : CDialogEx(IDD_FOLDERS, pParent) {}

protected:
  virtual void DoDataExchange(CDataExchange *pDX);
  virtual BOOL OnInitDialog();
  afx_msg void OnBnClickedRead();
  afx_msg void OnItemChanged(NMHDR *pNMHDR, LRESULT *pResult);
  afx_msg LRESULT OnDone(WPARAM wParam, LPARAM lParam);
  afx_msg void OnSize(UINT nType, int cx, int cy);
  void ReadWrong(LPMDB store);
  void ReadRight(LPMDB store);
  DECLARE_MESSAGE_MAP()

private:
  CListCtrl m_list;
  CString m_name;
  LPMDB m_store = nullptr;
  CArray<SBinary, SBinary &> m_ids;
  CMap<CString, LPCTSTR, int, int> m_counts;
};

IMPLEMENT_DYNAMIC(CFoldersDlg, CDialogEx)

BEGIN_MESSAGE_MAP(CFoldersDlg, CDialogEx)
  ON_BN_CLICKED(IDC_READ, &CFoldersDlg::OnBnClickedRead)
  ON_NOTIFY(LVN_ITEMCHANGED, IDC_LIST, &CFoldersDlg::OnItemChanged)
  ON_MESSAGE(WM_DONE, OnDone)
  ON_WM_SIZE()
END_MESSAGE_MAP()

void CFoldersDlg::DoDataExchange(CDataExchange *pDX) {
  CDialogEx::DoDataExchange(pDX);
  DDX_Control(pDX, IDC_LIST, m_list);
  DDX_Text(pDX, IDC_NAME, m_name);
  DDV_MaxChars(pDX, m_name, 40);
}

BOOL CFoldersDlg::OnInitDialog() {
  CDialogEx::OnInitDialog();
  m_list.InsertColumn(0, _T("Name"), LVCFMT_LEFT, 100);
  GetDlgItem(IDC_READ)->EnableWindow(m_store != nullptr);
  return TRUE;
}

void CFoldersDlg::ReadWrong(LPMDB store) {
  CWaitCursor wait;
  LPMAPIFOLDER root = nullptr;
  ULONG type = 0;
  if (FAILED(store->OpenEntry(0, NULL, NULL, 0, &type, (LPUNKNOWN *)&root))) {
    AfxMessageBox(_T("The store has no root"), MB_ICONSTOP);
    return;
  }
  m_name.Format(_T("%u"), type);
  m_list.InsertItem(0, m_name);
  UpdateData(FALSE);
}
// CHECK: mfc-dialog.cpp:[[#@LINE-1]]:{{.*}} warning: {{.*}}'root'{{.*}}[mapi-interface-leak]

void CFoldersDlg::ReadRight(LPMDB store) {
  CWaitCursor wait;
  LPMAPIFOLDER root = nullptr;
  ULONG type = 0;
  if (FAILED(store->OpenEntry(0, NULL, NULL, 0, &type, (LPUNKNOWN *)&root))) {
    AfxMessageBox(_T("The store has no root"), MB_ICONSTOP);
    return;
  }
  m_name.Format(_T("%u"), type);
  m_list.InsertItem(0, m_name);
  UpdateData(FALSE);
  root->Release();
}

void CFoldersDlg::OnBnClickedRead() {
  UpdateData();
  TRY {
    CFile file(m_name, CFile::modeCreate | CFile::modeWrite);
    CString line = m_name + _T("\r\n");
    file.Write(line, line.GetLength() * sizeof(TCHAR));
    ReadRight(m_store);
    ReadWrong(m_store);
  }
  CATCH(CFileException, e) { e->ReportError(); }
  AND_CATCH(CMemoryException, e) { THROW_LAST(); }
  END_CATCH
  PostMessage(WM_DONE);
}

void CFoldersDlg::OnItemChanged(NMHDR *pNMHDR, LRESULT *pResult) {
  LPNMLISTVIEW changed = reinterpret_cast<LPNMLISTVIEW>(pNMHDR);
  TRACE(_T("%d\n"), changed->iItem);
  *pResult = 0;
}

LRESULT CFoldersDlg::OnDone(WPARAM, LPARAM) {
  POSITION pos = m_list.GetFirstSelectedItemPosition();
  while (pos)
    m_list.GetNextSelectedItem(pos);
  EndDialog(IDOK);
  return 0;
}

void CFoldersDlg::OnSize(UINT nType, int cx, int cy) {
  CDialogEx::OnSize(nType, cx, cy);
}

class CFoldersApp : public CWinApp {
public:
  BOOL InitInstance() override {
    AfxOleInit();
    CFoldersDlg dialog;
    m_pMainWnd = &dialog;
    dialog.DoModal();
    return FALSE;
  }
} theApp;
