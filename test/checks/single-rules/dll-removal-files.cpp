// RUN: %check_mapi %s
// Files of libraries that are deleted, moved or renamed at a session's end.
#include <windows.h>
#include <mapix.h>
#include <mapispi.h>
#include <mapiutil.h>
#include <stdio.h>

#define PROVIDER_DLL "myprov32.dll"

void work();

static void endSession(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
}

void deleted(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
  DeleteFile(TEXT("C:\\Mail\\myprov32.dll"));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

void otherFileDeleted(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
  DeleteFile(TEXT("C:\\Mail\\myprov32.log"));
  DeleteFile(TEXT("C:\\Mail\\myprov32.dll.tmp"));
  DeleteFile(TEXT("C:\\dll"));
}

void deletedAfterMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  work();
  MAPIUninitialize();
  DeleteFileA("MYPROV32.DLL");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

// Without MAPI on the way, it is the client's own affair.
void deletedWithoutMapi() {
  if (FAILED(MAPIInitialize(nullptr))) {
    DeleteFileA("MYPROV32.DLL");
    return;
  }
  work();
  MAPIUninitialize();
}

void deletedFirst(LPMAPISESSION session) {
  DeleteFileA("old-viewer.dll");
  endSession(session);
}

void deletedAfterHelper(LPMAPISESSION session) {
  endSession(session);
  remove(PROVIDER_DLL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

void deletedOnTheOtherWay(LPMAPISESSION session, bool stay) {
  if (!stay)
    endSession(session);
  if (stay)
    remove(PROVIDER_DLL);
}

void renamed(LPMAPISESSION session) {
  endSession(session);
  rename(PROVIDER_DLL, "myprov32.old");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

void logRenamed(LPMAPISESSION session) {
  endSession(session);
  rename("session.log", "session.old");
}

void movedAway(LPMAPISESSION session) {
  endSession(session);
  MoveFile(TEXT("myprov32.dll"), TEXT("myprov32.bak"));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

void movedAtTheNextStart(LPMAPISESSION session) {
  endSession(session);
  MoveFileEx(TEXT("myprov32.dll"), nullptr, MOVEFILE_DELAY_UNTIL_REBOOT);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

void temporaryMovedAtTheNextStart(LPMAPISESSION session) {
  endSession(session);
  MoveFileEx(TEXT("export.tmp"), nullptr, MOVEFILE_DELAY_UNTIL_REBOOT);
}

// The name is not known.
void givenFile(LPMAPISESSION session, LPCTSTR path) {
  endSession(session);
  DeleteFile(path);
}

// A helper deletes.
static void removeProvider() { DeleteFile(TEXT("myprov32.dll")); }

void helperDeletes(LPMAPISESSION session) {
  endSession(session);
  removeProvider();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

void helperDeletesFirst(LPMAPISESSION session) {
  removeProvider();
  endSession(session);
}

// --- The entry point of a message service: this is the place to remove a
// provider, when the service is installed or uninstalled.
HRESULT STDAPICALLTYPE ServiceEntry(HINSTANCE, LPMALLOC, LPMAPISUP, ULONG,
                                    ULONG, ULONG ulContext, ULONG,
                                    LPSPropValue, LPPROVIDERADMIN,
                                    LPMAPIERROR *) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  work();
  MAPIUninitialize();
  switch (ulContext) {
  case MSG_SERVICE_INSTALL:
    MoveFile(TEXT("myprov32.dll"), TEXT("myprov32.bak"));
    break;
  case MSG_SERVICE_UNINSTALL:
    DeleteFile(TEXT("myprov32.dll"));
    break;
  case MSG_SERVICE_DELETE:
    DeleteFile(TEXT("myprov32.dll"));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
    break;
  default:
    break;
  }
  return S_OK;
}

HRESULT STDAPICALLTYPE OtherServiceEntry(HINSTANCE, LPMALLOC, LPMAPISUP, ULONG,
                                         ULONG, ULONG ulContext, ULONG,
                                         LPSPropValue, LPPROVIDERADMIN,
                                         LPMAPIERROR *) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  work();
  MAPIUninitialize();
  if (ulContext != MSG_SERVICE_UNINSTALL)
    return S_OK;
  remove(PROVIDER_DLL);
  return S_OK;
}

HRESULT STDAPICALLTYPE ThirdServiceEntry(HINSTANCE, LPMALLOC, LPMAPISUP, ULONG,
                                         ULONG, ULONG ulContext, ULONG,
                                         LPSPropValue, LPPROVIDERADMIN,
                                         LPMAPIERROR *) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  work();
  MAPIUninitialize();
  if (ulContext == MSG_SERVICE_UNINSTALL)
    return S_OK;
  remove(PROVIDER_DLL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
  return S_OK;
}
