// The same client as an add-in: loaded by a host, with the host's session.
#include "Client.h"
#include <mapiform.h>

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID) { return TRUE; }

// The host calls these when it connects the add-in and lets it go.
HRESULT Connect() {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_MULTITHREAD_NOTIFICATIONS};
  return MAPIInitialize(&init);
}

void Disconnect() { MAPIUninitialize(); }

// The host's session.
HRESULT CountHostStores(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = nullptr;
  LPMAPITABLE stores = nullptr;
  HRESULT hr = site->GetSession(&session);
  if (hr != S_OK)
    return hr;
  hr = session->GetMsgStoresTable(0, &stores);
  if (SUCCEEDED(hr))
    stores->Release();
  session->Release();
  return hr;
}

// Sends one message and goes, once the store has got rid of it.
void SendAndLeave(LPMESSAGE message, LPMDB store, LPMAPISESSION session) {
  const HRESULT hr = message->SubmitMessage(0);
  message->Release();
  if (FAILED(hr))
    ReportFailure("SubmitMessage", hr);
  ULONG flags = LOGOFF_PURGE;
  store->StoreLogoff(&flags);
  store->Release();
  session->Logoff(0, 0, 0);
  session->Release();
}

// The provider's own service entry point removes its library.
void LeaveForGood(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
  MAPIUninitialize();
}
