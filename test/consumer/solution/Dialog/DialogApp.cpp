#include "StdAfx.h"
#include "InboxDlg.h"

class CDialogApp : public CWinApp {
public:
  virtual BOOL InitInstance();
};

CDialogApp theApp;

BOOL CDialogApp::InitInstance() {
  CWinApp::InitInstance();
  CInboxDlg dialog(nullptr);
  m_pMainWnd = &dialog;
  dialog.DoModal();
  return FALSE;
}
