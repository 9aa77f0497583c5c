// RUN: %check_mapi %s
// The rules of starting a session: the wrong and the right way side by side.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>
#include <objbase.h>
#include <ole2.h>

// Not in mingw's headers.
#ifndef MAPI_USE_DEFAULT
#define MAPI_USE_DEFAULT 0x00000040
#endif
#ifndef MAPI_NO_COINIT
#define MAPI_NO_COINIT 0x00000008
#endif

void work();
void publish(ULONG count);
void show(LPMAPISESSION session);

// S1: MAPIInitialize comes first.
// Not reported: the pair of MAPIInitialize and MAPIUninitialize is usually in
// other functions or in a class.
HRESULT logsOnWithoutInitialising(LPMAPISESSION *out) {
  return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED | MAPI_USE_DEFAULT,
                     out);
}

HRESULT initialisesAndLogsOn(LPMAPISESSION *out) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED | MAPI_USE_DEFAULT, out);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

// S2: one MAPIUninitialize for each successful MAPIInitialize, none for a
// failed one.
void uninitialisesAfterAFailure() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    goto done;
  work();
done:
  MAPIUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
}

void uninitialisesAfterSuccess() {
  if (SUCCEEDED(MAPIInitialize(nullptr))) {
    work();
    MAPIUninitialize();
  }
}

// S3: each thread that touches MAPI objects initialises and uninitialises for
// itself.
static DWORD WINAPI countsRowsUninitialised(LPVOID context) {
  LPMAPITABLE table = static_cast<LPMAPITABLE>(context);
  ULONG count = 0;
  table->GetRowCount(0, &count);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unmatched-init]
  publish(count);
  return 0;
}

static DWORD WINAPI countsRowsInitialised(LPVOID context) {
  if (FAILED(MAPIInitialize(nullptr)))
    return 1;
  LPMAPITABLE table = static_cast<LPMAPITABLE>(context);
  ULONG count = 0;
  table->GetRowCount(0, &count);
  publish(count);
  MAPIUninitialize();
  return 0;
}

void startsCounting(LPMAPITABLE table) {
  CreateThread(nullptr, 0, countsRowsUninitialised, table, 0, nullptr);
  CreateThread(nullptr, 0, countsRowsInitialised, table, 0, nullptr);
}

// S4: not from DllMain; the DLL has functions of its own for it.
BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID) {
  if (reason == DLL_PROCESS_DETACH)
    MAPIUninitialize();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
  return TRUE;
}

extern "C" HRESULT startOfTheDll() { return MAPIInitialize(nullptr); }
extern "C" void endOfTheDll() { MAPIUninitialize(); }

// S5: a service says so to MAPIInitialize and to MAPILogonEx.
HRESULT serviceTellsMapiInitializeOnly(LPTSTR profile, LPMAPISESSION *out) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_NT_SERVICE};
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NO_MAIL, out);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT serviceTellsBoth(LPTSTR profile, LPMAPISESSION *out) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION,
                     MAPI_NT_SERVICE | MAPI_MULTITHREAD_NOTIFICATIONS};
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(
      0, profile, nullptr,
      MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_NT_SERVICE | MAPI_NO_MAIL, out);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

// S6: the thread that initialises MAPI first delivers the notifications.
// Not reported: only the first MAPIInitialize of the process decides, and the
// rule is advice at best.
static DWORD WINAPI blocksTheNotifications(LPVOID) {
  if (FAILED(MAPIInitialize(nullptr)))
    return 1;
  Sleep(INFINITE);
  MAPIUninitialize();
  return 0;
}

static DWORD WINAPI leavesNotificationsToAThread(LPVOID) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_MULTITHREAD_NOTIFICATIONS};
  if (FAILED(MAPIInitialize(&init)))
    return 1;
  Sleep(1000);
  MAPIUninitialize();
  return 0;
}

void startsWaiting() {
  CreateThread(nullptr, 0, blocksTheNotifications, nullptr, 0, nullptr);
  CreateThread(nullptr, 0, leavesNotificationsToAThread, nullptr, 0, nullptr);
}

// S7: with MAPI_NO_COINIT, COM is the client's, around the MAPI pair.
// Not reported: CoInitialize may have been called elsewhere, and the order of
// OleUninitialize and MAPIUninitialize is not stated for CoUninitialize.
void comEndsBeforeMapi() {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_NO_COINIT};
  if (FAILED(MAPIInitialize(&init)))
    return;
  work();
  CoUninitialize();
  MAPIUninitialize();
}

void comEndsAfterMapi() {
  if (FAILED(CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED)))
    return;
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_NO_COINIT};
  if (SUCCEEDED(MAPIInitialize(&init))) {
    work();
    MAPIUninitialize();
  }
  CoUninitialize();
}

// S8: ScInitMapiUtil is undone by DeinitMapiUtil, not by MAPIUninitialize.
void utilitiesAreUndoneByMapisCall() {
  if (FAILED(ScInitMapiUtil(0)))
    return;
  work();
  MAPIUninitialize();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}ScInitMapiUtil{{.*}} [mapi-unmatched-init]

// Here the other way out shows that the function owes DeinitMapiUtil.
bool utilitiesAreUndoneByTheWrongCall(LPSPropValue value) {
  if (FAILED(ScInitMapiUtil(0)))
    return false;
  LPSPropValue copy = nullptr;
  if (FAILED(ScDupPropset(1, value, MAPIAllocateBuffer, &copy))) {
    MAPIUninitialize();
    return false;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}ScInitMapiUtil{{.*}} [mapi-unmatched-init]
  }
  MAPIFreeBuffer(copy);
  DeinitMapiUtil();
  return true;
}

bool utilitiesAreUndoneByTheirOwnCall(LPSPropValue value) {
  if (FAILED(ScInitMapiUtil(0)))
    return false;
  LPSPropValue copy = nullptr;
  if (FAILED(ScDupPropset(1, value, MAPIAllocateBuffer, &copy))) {
    DeinitMapiUtil();
    return false;
  }
  MAPIFreeBuffer(copy);
  DeinitMapiUtil();
  return true;
}

// S9: the flags of MAPILogonEx.
HRESULT asksForBothDialogs(LPTSTR profile, LPMAPISESSION *out) {
  const ULONG flags = MAPI_EXTENDED | MAPI_LOGON_UI | MAPI_PASSWORD_UI;
  return MAPILogonEx(0, profile, nullptr, flags, out);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
}

// Not reported: that MAPI_EXTENDED is missing, and that a named profile goes
// without MAPI_NEW_SESSION, which is legal where a shared session is joined.
HRESULT forgetsExtendedAndNewSession(LPTSTR profile, LPMAPISESSION *out) {
  return MAPILogonEx(0, profile, nullptr, MAPI_LOGON_UI, out);
}

HRESULT asksForAProfileWithoutDialog(LPTSTR profile, LPMAPISESSION *out) {
  return MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION,
                     out);
}

// S10: MAPI, OLE, the utilities, and then the logon.
// Not reported: only the order at the end is called crucial, no order at the
// start is called wrong.
void startsOleAfterTheLogon() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPMAPISESSION session = nullptr;
  HRESULT hr = MAPILogonEx(0, nullptr, nullptr,
                           MAPI_EXTENDED | MAPI_USE_DEFAULT, &session);
  if (SUCCEEDED(hr)) {
    HRESULT ole = OleInitialize(nullptr);
    show(session);
    session->Logoff(0, 0, 0);
    session->Release();
    if (SUCCEEDED(ole))
      OleUninitialize();
  }
  MAPIUninitialize();
}

void startsOleBeforeTheLogon() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  if (SUCCEEDED(OleInitialize(nullptr))) {
    LPMAPISESSION session = nullptr;
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr,
                             MAPI_EXTENDED | MAPI_USE_DEFAULT, &session);
    if (SUCCEEDED(hr)) {
      show(session);
      session->Logoff(0, 0, 0);
      session->Release();
    }
    OleUninitialize();
  }
  MAPIUninitialize();
}

// S11: what receives an object starts as a null pointer.
void addressBookStartsAsAnything(LPMAPISESSION session) {
  LPADRBOOK book;
  session->OpenAddressBook(0, nullptr, 0, &book);
  UlRelease(book);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'book'.*}} [mapi-uninitialized-out-param]
}

void addressBookStartsAsNull(LPMAPISESSION session) {
  LPADRBOOK book = nullptr;
  session->OpenAddressBook(0, nullptr, 0, &book);
  UlRelease(book);
}
