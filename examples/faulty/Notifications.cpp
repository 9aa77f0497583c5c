// Watching for new mail.
#include "Client.h"

STDMETHODIMP NewMailSink::QueryInterface(REFIID iid, void **object) {
  if (!object)
    return E_POINTER;
  *object = nullptr;
  if (iid != IID_IUnknown && iid != IID_IMAPIAdviseSink)
    return E_NOINTERFACE;
  *object = static_cast<IMAPIAdviseSink *>(this);
  AddRef();
  return S_OK;
}

STDMETHODIMP_(ULONG) NewMailSink::AddRef() {
  return InterlockedIncrement(&references);
}

STDMETHODIMP_(ULONG) NewMailSink::Release() {
  const ULONG left = InterlockedDecrement(&references);
  if (left == 0)
    delete this;
  return left;
}

STDMETHODIMP_(ULONG)
NewMailSink::OnNotify(ULONG count, LPNOTIFICATION events) {
  for (ULONG i = 0; i < count; ++i)
    if (events[i].ulEventType == fnevNewMail)
      printf("new mail\n");
  return 0;
}

// Watches a store that the caller has opened.
HRESULT WatchStore(LPMDB store, DWORD milliseconds) {
  ULONG token = 0;
  NewMailSink *sink = new NewMailSink;
  HRESULT hr = store->Advise(0, nullptr, fnevNewMail, sink, &token);
  sink->Release();
  if (FAILED(hr))
    return hr;
  Sleep(milliseconds);
  LPSPropValue name = nullptr;
  hr = HrGetOneProp(store, PR_DISPLAY_NAME, &name);
  if (FAILED(hr))
    return hr; // DEFECT(mapi-missing-unadvise): the token is lost
  MAPIFreeBuffer(name);
  store->Unadvise(token);
  return hr;
}

// Watches the session itself, then ends it.
HRESULT WatchSession(LPMAPISESSION session, DWORD milliseconds) {
  ULONG token = 0;
  NewMailSink *sink = new NewMailSink;
  HRESULT hr = session->Advise(0, nullptr, fnevCriticalError, sink, &token);
  sink->Release();
  if (SUCCEEDED(hr))
    Sleep(milliseconds);
  session->Logoff(0, 0, 0); // DEFECT(mapi-missing-unadvise): still registered
  if (token)
    session->Unadvise(token);
  session->Release();
  return hr;
}

// Watches a table, and the store for what the table does not tell.
HRESULT WatchInbox(LPMDB store, LPMAPITABLE inbox, DWORD milliseconds) {
  HRESULT hr = S_OK;
  ULONG storeToken = 0;
  ULONG tableToken = 0;
  NewMailSink *sink = new NewMailSink;
  hr = store->Advise(0, nullptr, fnevNewMail, sink, &storeToken);
  if (SUCCEEDED(hr)) {
    hr = inbox->Advise(fnevTableModified, sink, &tableToken);
    if (SUCCEEDED(hr))
      Sleep(milliseconds);
    if (tableToken)
      inbox->Unadvise(tableToken);
    inbox->Unadvise(storeToken);
  }
  sink->Release();
  inbox->Release();
  store->Release(); // DEFECT(mapi-missing-unadvise): its token went to the table
  return hr;
}
