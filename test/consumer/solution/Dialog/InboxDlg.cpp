#include "StdAfx.h"
#include "InboxDlg.h"

CInboxDlg::CInboxDlg(IMessage *message, CWnd *parent)
    : CDialog(CInboxDlg::IDD, parent), m_message(message) {}

void CInboxDlg::DoDataExchange(CDataExchange *exchange) {
  CDialog::DoDataExchange(exchange);
  DDX_Text(exchange, IDC_SUBJECT, m_subject);
}

BEGIN_MESSAGE_MAP(CInboxDlg, CDialog)
  ON_BN_CLICKED(IDC_REFRESH, OnRefresh)
END_MESSAGE_MAP()

void CInboxDlg::OnRefresh() {
  HRESULT hr = ReadSubject(m_subject);
  LONG importance = IMPORTANCE_NORMAL;
  if (SUCCEEDED(hr))
    hr = ReadImportance(&importance);
  if (FAILED(hr))
    Complain(hr, PRODUCT);
  UpdateData(FALSE);
}

// Right: the properties are freed whatever they hold.
HRESULT CInboxDlg::ReadSubject(CString &subject) {
  SizedSPropTagArray(1, tags) = {1, {PR_SUBJECT_W}};
  ULONG count = 0;
  SPropValue *values = nullptr;
  HRESULT hr =
      m_message->GetProps((LPSPropTagArray)&tags, 0, &count, &values);
  if (FAILED(hr))
    return hr;
  if (PROP_TYPE(values[0].ulPropTag) == PT_UNICODE)
    subject = values[0].Value.lpszW;
  MAPIFreeBuffer(values);
  return S_OK;
}

// Wrong: a message without importance keeps them.
HRESULT CInboxDlg::ReadImportance(LONG *importance) {
  SizedSPropTagArray(1, tags) = {1, {PR_IMPORTANCE}};
  ULONG count = 0;
  SPropValue *values = nullptr;
  HRESULT hr =
      m_message->GetProps((LPSPropTagArray)&tags, 0, &count, &values);
  if (FAILED(hr))
    return hr;
  if (PROP_TYPE(values[0].ulPropTag) != PT_LONG)
    return MAPI_E_NOT_FOUND;
  *importance = values[0].Value.l;
  MAPIFreeBuffer(values);
  return S_OK;
}
