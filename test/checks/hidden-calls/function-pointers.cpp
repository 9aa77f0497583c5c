// RUN: %check_mapi %s
// MAPI reached through function pointers: looked up by name, kept in locals,
// members and globals, or bound to the functions themselves.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>
#include <ole2.h>

void work();

// The typedefs of mapix.h say which function is meant.
void byTypedef(HMODULE dll) {
  LPMAPIINITIALIZE pfnInitialize =
      (LPMAPIINITIALIZE)GetProcAddress(dll, "MAPIInitialize");
  LPMAPIUNINITIALIZE pfnUninitialize =
      (LPMAPIUNINITIALIZE)GetProcAddress(dll, "MAPIUninitialize");
  if (!pfnInitialize || !pfnUninitialize)
    return;
  if (FAILED(pfnInitialize(nullptr)))
    return;
  work();
  pfnUninitialize();
}

void byTypedefAfterFailure(HMODULE dll) {
  LPMAPIINITIALIZE pfnInitialize =
      (LPMAPIINITIALIZE)GetProcAddress(dll, "MAPIInitialize");
  LPMAPIUNINITIALIZE pfnUninitialize =
      (LPMAPIUNINITIALIZE)GetProcAddress(dll, "MAPIUninitialize");
  if (!pfnInitialize || !pfnUninitialize)
    return;
  if (FAILED(pfnInitialize(nullptr)))
    work();
  pfnUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
}

// Given by the caller, but typed.
void byTypedefGiven(LPMAPILOGONEX pfnLogonEx) {
  LPMAPISESSION session = nullptr;
  if (FAILED(pfnLogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  work();
  session->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
}

void byTypedefGivenRight(LPMAPILOGONEX pfnLogonEx) {
  LPMAPISESSION session = nullptr;
  if (FAILED((*pfnLogonEx)(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  work();
  session->Logoff(0, 0, 0);
  session->Release();
}

void bufferFreedLate(LPMDB store, LPMAPIFREEBUFFER pfnFree,
                     LPMAPIUNINITIALIZE pfnUninitialize) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(store, PR_DISPLAY_NAME, &value)))
    return;
  pfnUninitialize();
  pfnFree(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-teardown-order]
}

void bufferFreedInTime(LPMDB store, LPMAPIFREEBUFFER pfnFree,
                       LPMAPIUNINITIALIZE pfnUninitialize) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(store, PR_DISPLAY_NAME, &value)))
    return;
  pfnFree(value);
  pfnUninitialize();
}

// Types of one's own: the literal says which function is meant.
typedef HRESULT(STDAPICALLTYPE *PFN_INIT)(void *);
typedef void(STDAPICALLTYPE *PFN_VOID)();
using LogonFn = HRESULT(WINAPI *)(ULONG_PTR, LPTSTR, LPTSTR, ULONG,
                                  LPMAPISESSION *);

HRESULT byLiteral(HMODULE dll, LPTSTR profile) {
  auto init = reinterpret_cast<PFN_INIT>(GetProcAddress(dll, "MAPIInitialize"));
  auto down =
      reinterpret_cast<PFN_VOID>(GetProcAddress(dll, "MAPIUninitialize"));
  auto logon = reinterpret_cast<LogonFn>(GetProcAddress(dll, "MAPILogonEx"));
  if (!init || !down || !logon)
    return E_FAIL;
  HRESULT hr = init(nullptr);
  if (FAILED(hr))
    return hr;
  LPMAPISESSION session = nullptr;
  hr = logon(0, profile, nullptr, MAPI_EXTENDED, &session);
  if (SUCCEEDED(hr)) {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  down();
  return hr;
}

HRESULT byLiteralForgets(HMODULE dll, LPTSTR profile) {
  auto init = reinterpret_cast<PFN_INIT>(GetProcAddress(dll, "MAPIInitialize"));
  auto down =
      reinterpret_cast<PFN_VOID>(GetProcAddress(dll, "MAPIUninitialize"));
  auto logon = reinterpret_cast<LogonFn>(GetProcAddress(dll, "MAPILogonEx"));
  if (!init || !down || !logon)
    return E_FAIL;
  HRESULT hr = init(nullptr);
  if (FAILED(hr))
    return hr;
  LPMAPISESSION session = nullptr;
  hr = logon(0, profile, nullptr, MAPI_EXTENDED, &session);
  if (FAILED(hr))
    return hr;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  session->Logoff(0, 0, 0);
  session->Release();
  down();
  return hr;
}

// One variable, several functions.
void oneVariable(HMODULE mapi, HMODULE ole) {
  PFN_VOID end = (PFN_VOID)GetProcAddress(ole, "OleUninitialize");
  if (end)
    end();
  end = (PFN_VOID)GetProcAddress(mapi, "MAPIUninitialize");
  if (end)
    end();
}

void oneVariableOutOfOrder(HMODULE mapi, HMODULE ole) {
  PFN_VOID end = (PFN_VOID)GetProcAddress(mapi, "MAPIUninitialize");
  if (end)
    end();
  end = (PFN_VOID)GetProcAddress(ole, "OleUninitialize");
  if (end)
    end();
    // Not reported: the variable points to several functions.
}

// Not known which: the name is no literal, or an ordinal, or one of two.
void notKnown(HMODULE dll, const char *name, bool ole) {
  PFN_VOID first = (PFN_VOID)GetProcAddress(dll, name);
  PFN_VOID second = (PFN_VOID)GetProcAddress(dll, (LPCSTR)(ULONG_PTR)21);
  PFN_VOID third = (PFN_VOID)GetProcAddress(
      dll, ole ? "OleUninitialize" : "MAPIUninitialize");
  third();
  second();
  first();
  OleUninitialize();
}

// Bound to the functions themselves.
void bound() {
  auto *up = &MAPIInitialize;
  auto &down = MAPIUninitialize;
  PFN_VOID oleDown = OleUninitialize;
  if (FAILED(OleInitialize(nullptr)))
    return;
  if (FAILED(up(nullptr))) {
    oleDown();
    return;
  }
  oleDown();
  down();
}

void boundOutOfOrder() {
  auto &down = MAPIUninitialize;
  PFN_VOID oleDown = &OleUninitialize;
  down();
  (*oleDown)();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
}

// Globals that one function fills and others call.
static PFN_INIT g_init;
static PFN_VOID g_down;
static LPMAPILOGONEX g_logon;

bool load(HMODULE dll) {
  g_init = (PFN_INIT)GetProcAddress(dll, "MAPIInitialize");
  g_down = (PFN_VOID)GetProcAddress(dll, "MAPIUninitialize");
  g_logon = (LPMAPILOGONEX)GetProcAddress(dll, "MAPILogonEx");
  return g_init && g_down && g_logon;
}

bool throughGlobals() {
  if (FAILED(g_init(nullptr)))
    return false;
  LPMAPISESSION session = nullptr;
  if (SUCCEEDED(g_logon(0, nullptr, nullptr, MAPI_EXTENDED, &session))) {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  g_down();
  return true;
}

bool throughGlobalsForgets() {
  if (FAILED(g_init(nullptr)))
    return false;
  LPMAPISESSION session = nullptr;
  if (FAILED(g_logon(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return false;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  session->Logoff(0, 0, 0);
  session->Release();
  g_down();
  return true;
}
