// Starting and ending sessions.
#include "Client.h"

HRESULT Session::Open(LPTSTR profile) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_MULTITHREAD_NOTIFICATIONS};
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  mapiUp = true;
  hr = MAPILogonEx(0, profile, nullptr,
                   MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_LOGON_UI, &session);
  if (FAILED(hr))
    Close();
  return hr;
}

void Session::Close() {
  if (session) {
    session->Logoff(0, 0, 0);
    session->Release();
    session = nullptr;
  }
  if (mapiUp)
    MAPIUninitialize();
  mapiUp = false;
}

// Whether the profile is there, without logging on.
HRESULT CheckProfile(LPTSTR profile) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  {
    ComPtr<IProfAdmin> profiles;
    ComPtr<IMsgServiceAdmin> services;
    hr = MAPIAdminProfiles(0, &profiles);
    if (SUCCEEDED(hr))
      hr = profiles->AdminServices(profile, nullptr, 0, 0, &services);
  }
  MAPIUninitialize();
  return hr;
}

// Logs on and off again to see whether the server answers.
HRESULT ProbeLogon(LPTSTR profile, ULONG attempts) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  for (ULONG attempt = 0; attempt < attempts; ++attempt) {
    LPMAPISESSION session = nullptr;
    hr = MAPILogonEx(0, profile, nullptr,
                     MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_TIMEOUT_SHORT,
                     &session);
    if (hr == MAPI_E_TIMEOUT)
      continue;
    if (FAILED(hr))
      break;
    LPMAPITABLE status = nullptr;
    hr = session->GetStatusTable(0, &status);
    if (SUCCEEDED(hr))
      status->Release();
    session->Logoff(0, 0, 0);
    session->Release();
    break;
  }
  MAPIUninitialize();
  return hr;
}

// Reads the identity of one profile, then works under another.
HRESULT SwitchProfile(LPTSTR from, LPTSTR to) {
  LPMAPISESSION session = nullptr;
  LPSPropValue identity = nullptr;
  ULONG count = 0;
  HRESULT hr = MAPILogonEx(0, from, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION,
                           &session);
  if (FAILED(hr))
    return hr;
  ULONG size = 0;
  LPENTRYID entry = nullptr;
  hr = session->QueryIdentity(&size, &entry);
  if (SUCCEEDED(hr))
    MAPIFreeBuffer(entry);
  session->Logoff(0, 0, 0);
  session->Release();
  session = nullptr;
  hr = MAPILogonEx(0, to, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION, &session);
  if (FAILED(hr))
    return hr;
  LPPROFSECT section = nullptr;
  hr = session->OpenProfileSection((LPMAPIUID)&MUID_PROFILE_INSTANCE, nullptr,
                                   0, &section);
  if (SUCCEEDED(hr)) {
    SizedSPropTagArray(1, columns) = {1, {PR_DISPLAY_NAME}};
    if (SUCCEEDED(section->GetProps((LPSPropTagArray)&columns, 0, &count,
                                    &identity)))
      MAPIFreeBuffer(identity);
    section->Release();
  }
  session->Logoff(0, 0, 0);
  session->Release();
  return hr;
}

// Prints the names of all profiles. Needs no session.
HRESULT ListProfiles() {
  LPPROFADMIN profiles = nullptr;
  LPMAPITABLE table = nullptr;
  LPSRowSet rows = nullptr;
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  CHECK_HR(MAPIAdminProfiles(0, &profiles));
  CHECK_HR(profiles->GetProfileTable(0, &table));
  CHECK_HR(HrQueryAllRows(table, nullptr, nullptr, nullptr, 0, &rows));
  printf("%lu profiles\n", (unsigned long)rows->cRows);
Cleanup:
  if (rows)
    FreeProws(rows);
  RELEASE(table);
  RELEASE(profiles);
  MAPIUninitialize();
  return hr;
}

// Does the work in a thread that needs OLE for drag and drop.
void RunInOle(HRESULT (*work)(LPMAPISESSION), LPTSTR profile) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  const bool oleUp = SUCCEEDED(OleInitialize(nullptr));
  if (SUCCEEDED(MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &session))) {
    ReportFailure("work", work(session));
    session->Logoff(0, 0, 0);
    session->Release();
  }
  if (oleUp)
    OleUninitialize();
  MAPIUninitialize();
}
