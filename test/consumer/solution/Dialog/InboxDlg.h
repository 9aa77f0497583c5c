#pragma once

#include "Resource.h"
#include "Session.h"

class CInboxDlg : public CDialog {
public:
  CInboxDlg(IMessage *message, CWnd *parent = nullptr);
  enum { IDD = IDD_INBOX };

protected:
  virtual void DoDataExchange(CDataExchange *exchange);
  afx_msg void OnRefresh();
  DECLARE_MESSAGE_MAP()

private:
  HRESULT ReadSubject(CString &subject);
  HRESULT ReadImportance(LONG *importance);

  IMessage *m_message;
  CString m_subject;
};
