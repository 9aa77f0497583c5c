// RUN: %check_mapi %s
// A service says MAPI_NT_SERVICE twice: to MAPIInitialize and to MAPILogonEx.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>

bool runsAsService();
void readInit(MAPIINIT_0 *init);
void serve(LPMAPISESSION session);

static void endSession(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
}

HRESULT saidTwice(LPTSTR profile) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION,
                     MAPI_NT_SERVICE | MAPI_MULTITHREAD_NOTIFICATIONS};
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  LPMAPISESSION session = nullptr;
  hr = MAPILogonEx(0, profile, nullptr,
                   MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_NT_SERVICE |
                       MAPI_NO_MAIL,
                   &session);
  if (SUCCEEDED(hr)) {
    serve(session);
    endSession(session);
  }
  MAPIUninitialize();
  return hr;
}

HRESULT saidAtTheStartOnly(LPTSTR profile) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_NT_SERVICE};
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  LPMAPISESSION session = nullptr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NO_MAIL, &session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  if (SUCCEEDED(hr)) {
    serve(session);
    endSession(session);
  }
  MAPIUninitialize();
  return hr;
}

HRESULT saidAtTheLogonOnly(LPTSTR profile) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  LPMAPISESSION session = nullptr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NT_SERVICE,
                   &session);
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  if (SUCCEEDED(hr)) {
    serve(session);
    endSession(session);
  }
  MAPIUninitialize();
  return hr;
}

HRESULT neverSaid(LPTSTR profile) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_MULTITHREAD_NOTIFICATIONS};
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  LPMAPISESSION session = nullptr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &session);
  if (SUCCEEDED(hr)) {
    serve(session);
    endSession(session);
  }
  MAPIUninitialize();
  return hr;
}

// Filled member by member, or through a pointer, or filled and not given.
HRESULT filledMemberByMember(LPTSTR profile, LPMAPISESSION *session) {
  MAPIINIT_0 init;
  ZeroMemory(&init, sizeof(init));
  init.ulVersion = MAPI_INIT_VERSION;
  init.ulFlags |= MAPI_NT_SERVICE;
  HRESULT hr = MAPIInitialize((LPVOID)&init);
  if (FAILED(hr))
    return hr;
  ULONG flags = MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_NO_MAIL;
  flags |= MAPI_NT_SERVICE;
  hr = MAPILogonEx(0, profile, nullptr, flags, session);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT flagTakenOut(LPTSTR profile, LPMAPISESSION *session) {
  MAPIINIT_0 init = {};
  init.ulFlags = MAPI_NT_SERVICE;
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  ULONG flags = MAPI_EXTENDED | MAPI_NT_SERVICE;
  flags &= ~MAPI_NT_SERVICE;
  hr = MAPILogonEx(0, profile, nullptr, flags, session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT throughPointer(LPTSTR profile, LPMAPISESSION *session) {
  MAPIINIT_0 init = {};
  LPMAPIINIT_0 pInit = &init;
  pInit->ulFlags = MAPI_NT_SERVICE;
  HRESULT hr = MAPIInitialize(pInit);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NT_SERVICE,
                   session);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT structureForgotten(LPTSTR profile, LPMAPISESSION *session) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_NT_SERVICE};
  init.ulFlags |= MAPI_MULTITHREAD_NOTIFICATIONS;
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NT_SERVICE,
                   session);
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

// Program and service in one.
HRESULT bothByTheSameQuestion(LPTSTR profile, LPMAPISESSION *session) {
  const bool service = runsAsService();
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_MULTITHREAD_NOTIFICATIONS};
  if (service)
    init.ulFlags |= MAPI_NT_SERVICE;
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  ULONG flags = MAPI_EXTENDED;
  flags |= service ? MAPI_NT_SERVICE | MAPI_NO_MAIL : MAPI_LOGON_UI;
  hr = MAPILogonEx(0, profile, nullptr, flags, session);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT bothTurnedRound(LPTSTR profile, LPMAPISESSION *session) {
  const bool service = runsAsService();
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_MULTITHREAD_NOTIFICATIONS};
  if (service)
    init.ulFlags |= MAPI_NT_SERVICE;
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  ULONG flags = MAPI_EXTENDED;
  if (!service)
    flags |= MAPI_NT_SERVICE;
  hr = MAPILogonEx(0, profile, nullptr, flags, session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT oneVariableForBoth(LPTSTR profile, LPMAPISESSION *session) {
  const ULONG service = runsAsService() ? MAPI_NT_SERVICE : 0;
  MAPIINIT_0 init = {MAPI_INIT_VERSION, service};
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | service, session);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT oneVariableForOne(LPTSTR profile, LPMAPISESSION *session) {
  const ULONG service = runsAsService() ? MAPI_NT_SERVICE : 0;
  MAPIINIT_0 init = {MAPI_INIT_VERSION, service};
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

// Not known here: the other half is elsewhere, or given.
HRESULT logonOnly(LPTSTR profile, LPMAPISESSION *session) {
  return MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NT_SERVICE,
                     session);
}

HRESULT initializeOnly() {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_NT_SERVICE};
  return MAPIInitialize(&init);
}

HRESULT initGiven(LPMAPIINIT_0 init, LPTSTR profile, LPMAPISESSION *session) {
  HRESULT hr = MAPIInitialize(init);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NT_SERVICE,
                   session);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT initReadElsewhere(LPTSTR profile, LPMAPISESSION *session) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, 0};
  readInit(&init);
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NT_SERVICE,
                   session);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT flagsGiven(ULONG flags, LPTSTR profile, LPMAPISESSION *session) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_NT_SERVICE};
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr, flags, session);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

// Initialised by a helper.
static HRESULT startAsService() {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_NT_SERVICE};
  return MAPIInitialize(&init);
}

HRESULT helperRight(LPTSTR profile, LPMAPISESSION *session) {
  HRESULT hr = startAsService();
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr,
                   MAPI_EXTENDED | MAPI_NT_SERVICE | MAPI_NO_MAIL, session);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

// Not reported: a helper's own flags are not known to its caller.
HRESULT helperForgotten(LPTSTR profile, LPMAPISESSION *session) {
  HRESULT hr = startAsService();
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NO_MAIL, session);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

// A failed start of one kind, then a start of the other.
HRESULT startedAgain(LPTSTR profile, LPMAPISESSION *session) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_NT_SERVICE};
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr)) {
    hr = MAPIInitialize(nullptr);
    if (FAILED(hr))
      return hr;
    hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, session);
  } else {
    hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NT_SERVICE,
                     session);
  }
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}
