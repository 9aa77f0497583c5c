// RUN: %check_mapi %s
// The steps of ending a session: the wrong and the right way side by side.
#include <windows.h>
#include <mapix.h>
#include <mapispi.h>
#include <mapiutil.h>
#include <ole2.h>

// Not in mingw's headers.
#ifndef MAPI_USE_DEFAULT
#define MAPI_USE_DEFAULT 0x00000040
#endif

void publish(ULONG count);
void show(LPMAPISESSION session);

// E0: no logoff on top of unsent mail.
void logsOffRightAfterSubmitting(LPMESSAGE message, LPMDB store,
                                 LPMAPISESSION session) {
  message->SubmitMessage(0);
  message->Release();
  store->Release();
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
}

void letsTheStoreSendBeforeTheLogoff(LPMESSAGE message, LPMDB store,
                                     LPMAPISESSION session) {
  message->SubmitMessage(0);
  message->Release();
  ULONG flags = LOGOFF_PURGE;
  store->StoreLogoff(&flags);
  store->Release();
  session->Logoff(0, 0, 0);
  session->Release();
}

// E1: every registration is cancelled.
void registrationIsLeft(LPMDB store, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  store->Advise(0, nullptr, fnevNewMail, sink, &token);
  store->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-missing-unadvise]
}

void registrationIsCancelled(LPMDB store, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  HRESULT hr = store->Advise(0, nullptr, fnevNewMail, sink, &token);
  if (SUCCEEDED(hr))
    store->Unadvise(token);
  store->Release();
}

// E2: every object of the session is released before Logoff.
void statusTableOutlivesTheSession(LPMAPISESSION session) {
  LPMAPITABLE table = nullptr;
  if (FAILED(session->GetStatusTable(0, &table)))
    return;
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
  table->Release();
  session->Release();
}

void statusTableIsReleasedFirst(LPMAPISESSION session) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(session->GetStatusTable(0, &table)))
    table->Release();
  session->Logoff(0, 0, 0);
  session->Release();
}

// E3: buffers kept for the session are freed; Logoff does not do it.
void subtreeEntryIdIsLeft(LPMDB store, LPMAPISESSION session) {
  LPSPropValue subtree = nullptr;
  if (SUCCEEDED(HrGetOneProp(store, PR_IPM_SUBTREE_ENTRYID, &subtree)))
    publish(subtree->Value.bin.cb);
  store->Release();
  session->Logoff(0, 0, 0);
  session->Release();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*'subtree'.*}} [mapi-buffer-leak]

void subtreeEntryIdIsFreed(LPMDB store, LPMAPISESSION session) {
  LPSPropValue subtree = nullptr;
  if (SUCCEEDED(HrGetOneProp(store, PR_IPM_SUBTREE_ENTRYID, &subtree)))
    publish(subtree->Value.bin.cb);
  store->Release();
  MAPIFreeBuffer(subtree);
  session->Logoff(0, 0, 0);
  session->Release();
}

// E4: Logoff, once, before the session's last Release.
// Not reported: a session that comes as a parameter may not have been logged
// on by the client, and then is not logged off.
void givenSessionIsOnlyReleased(LPMAPISESSION session) { session->Release(); }

void givenSessionIsLoggedOff(LPMAPISESSION session, HWND window) {
  session->Logoff((ULONG_PTR)window, MAPI_LOGOFF_UI, 0);
  session->Release();
}

// The same where the function logs on.
void ownSessionIsOnlyReleased() {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED | MAPI_USE_DEFAULT,
                         &session)))
    return;
  show(session);
  session->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
}

void ownSessionIsLoggedOff() {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED | MAPI_USE_DEFAULT,
                         &session)))
    return;
  show(session);
  session->Logoff(0, 0, 0);
  session->Release();
}

// E5: after Logoff the session is released, and nothing else is called on it.
void storesTableIsAskedForTooLate(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  LPMAPITABLE stores = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &stores);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-use-after-logoff]
  if (SUCCEEDED(hr))
    stores->Release();
  session->Release();
}

void sessionIsOnlyReleasedAfterLogoff(LPMAPISESSION &session) {
  session->Logoff(0, 0, 0);
  session->Release();
  session = nullptr;
}

// E6: OleUninitialize mirrors OleInitialize, after the session's Release.
void oleEndsBeforeTheSession(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  OleUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-teardown-order]
  session->Release();
  MAPIUninitialize();
}

void oleEndsAfterTheSession(LPMAPISESSION session, bool oleIsUp) {
  session->Logoff(0, 0, 0);
  session->Release();
  if (oleIsUp)
    OleUninitialize();
  MAPIUninitialize();
}

// E7: OleUninitialize strictly before MAPIUninitialize.
void oleEndsAfterMapi() {
  MAPIUninitialize();
  OleUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
}

void oleEndsBeforeMapi() {
  OleUninitialize();
  MAPIUninitialize();
}

// E8: DeinitMapiUtil mirrors ScInitMapiUtil, and comes last.
void utilitiesEndBeforeMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  DeinitMapiUtil();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}DeinitMapiUtil{{.*}} [mapi-teardown-order]
  MAPIUninitialize();
}

void utilitiesEndLast() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  SCODE sc = ScInitMapiUtil(0);
  MAPIUninitialize();
  if (SUCCEEDED(sc))
    DeinitMapiUtil();
}

// N1: after Logoff an object of the session is dead.
void submissionIsAbortedAfterLogoff(LPMAPISESSION session, LPMDB store,
                                    ULONG cb, LPENTRYID id) {
  session->Logoff(0, 0, 0);
  store->AbortSubmit(cb, id, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-use-after-logoff]
  session->Release();
}

void submissionIsAbortedBeforeLogoff(LPMAPISESSION session, LPMDB store,
                                     ULONG cb, LPENTRYID id) {
  store->AbortSubmit(cb, id, 0);
  store->Release();
  session->Logoff(0, 0, 0);
  session->Release();
}

// N2: no DLL is removed at the end of a session.
void providerIsUnloadedAfterLogoff(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
  FreeLibrary(GetModuleHandleW(L"myprov32.dll"));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

void providerIsDeletedAfterLogoff(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
  DeleteFileW(L"myprov32.dll");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

// Where a service is uninstalled, its entry point may remove the DLL.
HRESULT WINAPI removedByServiceEntry(HINSTANCE, LPMALLOC, LPMAPISUP, ULONG,
                                     ULONG, ULONG context, ULONG, LPSPropValue,
                                     LPPROVIDERADMIN, LPMAPIERROR *) {
  if (context == MSG_SERVICE_UNINSTALL)
    DeleteFileW(L"myprov32.dll");
  return S_OK;
}
