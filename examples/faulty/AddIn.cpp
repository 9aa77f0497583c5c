// The same client as an add-in: loaded by a host, with the host's session.
#include "Client.h"
#include <mapiform.h>

static HRESULT StartMapi() {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_MULTITHREAD_NOTIFICATIONS};
  return MAPIInitialize(&init);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID) {
  if (reason == DLL_PROCESS_ATTACH)
    return SUCCEEDED(StartMapi()); // DEFECT(mapi-loader-lock)
  if (reason == DLL_PROCESS_DETACH)
    MAPIUninitialize(); // DEFECT(mapi-loader-lock)
  return TRUE;
}

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
  session->Logoff(0, 0, 0); // DEFECT(mapi-borrowed-logoff): the host needs it
  session->Release();
  return hr;
}

// Sends one message and goes.
void SendAndLeave(LPMESSAGE message, LPMAPISESSION session) {
  const HRESULT hr = message->SubmitMessage(0);
  message->Release();
  if (FAILED(hr))
    ReportFailure("SubmitMessage", hr);
  // All clients are told to go, and the mail has no time.
  session->Logoff(0, MAPI_LOGOFF_SHARED, 0); // DEFECT(mapi-logoff-flags) DEFECT(mapi-unsent-mail-at-logoff)
  session->Release();
}

void LeaveForGood(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
  MAPIUninitialize();
  DeleteFile(TEXT("myprov32.dll")); // DEFECT(mapi-dll-removal)
}
