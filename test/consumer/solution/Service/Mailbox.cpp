#include "stdafx.h"
#include "MAILBOX.H"

HRESULT CountMessages() {
  ULONG count = 0;
  return LogOnAndCount(&count);
}

// Right: the smart pointer lets go of the store before the session ends.
HRESULT LogOnAndCount(ULONG *count) {
  CComPtr<IMAPISession> session;
  HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_USE_DEFAULT, &session);
  if (FAILED(hr))
    return hr;
  {
    CComPtr<IMsgStore> store;
    hr = OpenDefaultStore(session, &store);
    if (SUCCEEDED(hr)) {
      CComPtr<IMAPITable> table;
      hr = store->GetReceiveFolderTable(0, &table);
      if (SUCCEEDED(hr))
        hr = table->GetRowCount(0, count);
    }
  }
  session->Logoff(0, 0, 0);
  return hr;
}

// Wrong: the store is released, but only when the session has ended.
HRESULT LogOnAndName(ULONG entrySize, ENTRYID *entry) {
  IMAPISession *session = nullptr;
  HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_USE_DEFAULT, &session);
  if (FAILED(hr))
    return hr;
  IMsgStore *store = nullptr;
  hr = session->OpenMsgStore(0, entrySize, entry, nullptr, MDB_WRITE, &store);
  if (FAILED(hr)) {
    Complain(hr, PRODUCT);
    session->Logoff(0, 0, 0);
    session->Release();
    return hr;
  }
  session->Logoff(0, 0, 0);
  store->Release();
  session->Release();
  return S_OK;
}
