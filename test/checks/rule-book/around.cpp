// RUN: %check_mapi %s
// The rules around the steps, X1 to X11: the wrong and the right way side by
// side.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>

void publish(ULONG count);

// X1: nothing of MAPI after the last MAPIUninitialize.
void valueIsFreedAfterMapi(LPMAPISESSION session, LPSPropValue value) {
  session->Logoff(0, 0, 0);
  session->Release();
  MAPIUninitialize();
  MAPIFreeBuffer(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-teardown-order]
}

void valueIsFreedBeforeMapiEnds(LPMAPISESSION session, LPSPropValue value) {
  MAPIFreeBuffer(value);
  session->Logoff(0, 0, 0);
  session->Release();
  MAPIUninitialize();
}

// X2: MAPI_LOGOFF_SHARED ends the sessions of other clients.
void logsTheOthersOff(LPMAPISESSION session) {
  session->Logoff(0, MAPI_LOGOFF_SHARED, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

void logsItselfOff(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
}

// X3: failure paths undo what has been acquired so far.
HRESULT storeIsLeftWhereTheRootFails(LPMAPISESSION session, ULONG cb,
                                     LPENTRYID id) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &store);
  if (FAILED(hr))
    return hr;
  LPMAPIFOLDER root = nullptr;
  ULONG type = 0;
  hr = store->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&root);
  if (FAILED(hr))
    return hr;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-interface-leak]
  root->Release();
  store->Release();
  return S_OK;
}

HRESULT storeIsReleasedOnEveryPath(LPMAPISESSION session, ULONG cb,
                                   LPENTRYID id) {
  LPMDB store = nullptr;
  LPMAPIFOLDER root = nullptr;
  ULONG type = 0;
  HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &store);
  if (SUCCEEDED(hr))
    hr = store->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&root);
  UlRelease(root);
  UlRelease(store);
  return hr;
}

// X4: warnings are successes, and hand over the object.
void addressBookIsLeftAfterAWarning(LPMAPISESSION session) {
  LPADRBOOK book = nullptr;
  if (session->OpenAddressBook(0, nullptr, 0, &book) == S_OK)
    book->Release();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*'book'.*}} [mapi-interface-leak]

void addressBookIsReleasedAfterAWarning(LPMAPISESSION session) {
  LPADRBOOK book = nullptr;
  HRESULT hr = session->OpenAddressBook(0, nullptr, 0, &book);
  if (SUCCEEDED(hr))
    book->Release();
}

// X5: each kind of memory has its own function to free it.
void rowsAreFreedAsABuffer(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  publish(rows->cRows);
  MAPIFreeBuffer(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
}

void rowsAreFreedAsRows(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  publish(rows->cRows);
  FreeProws(rows);
}

// X6: memory of MAPIAllocateMore is freed with the block it was chained to.
void innerBlockIsFreedByItself(ULONG size) {
  LPSPropValue value = nullptr;
  if (FAILED(MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&value)))
    return;
  LPVOID data = nullptr;
  if (SUCCEEDED(MAPIAllocateMore(size, value, &data)))
    MAPIFreeBuffer(data);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'data'.*}} [mapi-wrong-deallocator]
  MAPIFreeBuffer(value);
}

void innerBlockIsFreedWithItsRoot(ULONG size) {
  LPSPropValue value = nullptr;
  if (FAILED(MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&value)))
    return;
  LPVOID data = nullptr;
  if (SUCCEEDED(MAPIAllocateMore(size, value, &data)))
    ZeroMemory(data, size);
  MAPIFreeBuffer(value);
}

// X7: nothing is freed twice; a null pointer may be.
void valueIsFreedTwice(LPSPropValue value) {
  MAPIFreeBuffer(value);
  MAPIFreeBuffer(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-use-after-release]
}

void valueIsFreedAndForgotten(LPSPropValue &value) {
  MAPIFreeBuffer(value);
  value = nullptr;
  MAPIFreeBuffer(value);
}

// X8: StoreLogoff takes one flag, and comes before the store's Release.
void storeIsToldTwoThings(LPMDB store) {
  ULONG flags = LOGOFF_NO_WAIT | LOGOFF_PURGE;
  store->StoreLogoff(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

void storeIsLoggedOffAfterItsRelease(LPMAPISESSION session, ULONG cb,
                                     LPENTRYID id) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
    return;
  ULONG flags = LOGOFF_ORDERLY;
  store->Release();
  store->StoreLogoff(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-use-after-release]
}

void storeIsLoggedOffAfterItsFolder(LPMDB store, LPMAPIFOLDER inbox) {
  inbox->Release();
  ULONG flags = LOGOFF_ORDERLY;
  store->StoreLogoff(&flags);
  store->Release();
}

// X9: after SubmitMessage the message is only released.
void subjectIsReadAfterSubmitting(LPMESSAGE message) {
  LPSPropValue subject = nullptr;
  HRESULT hr = message->SubmitMessage(0);
  if (SUCCEEDED(hr))
    hr = HrGetOneProp(message, PR_SUBJECT, &subject);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-use-after-release]
  MAPIFreeBuffer(subject);
  message->Release();
}

void subjectIsReadBeforeSubmitting(LPMESSAGE message) {
  LPSPropValue subject = nullptr;
  HRESULT hr = HrGetOneProp(message, PR_SUBJECT, &subject);
  if (SUCCEEDED(hr))
    hr = message->SubmitMessage(0);
  MAPIFreeBuffer(subject);
  message->Release();
}

// X10: a wrapped sink is registered instead of the original, and released.
// Not reported: that the original is registered, which is right where the
// thread does not matter; the forgotten wrapper is.
void wrappedSinkIsForgotten(LPMDB store, LPMAPIADVISESINK sink) {
  LPMAPIADVISESINK wrapped = nullptr;
  if (FAILED(HrThisThreadAdviseSink(sink, &wrapped)))
    return;
  ULONG token = 0;
  if (SUCCEEDED(store->Advise(0, nullptr, fnevNewMail, sink, &token)))
    store->Unadvise(token);
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*'wrapped'.*}} [mapi-interface-leak]

HRESULT wrappedSinkIsRegistered(LPMDB store, LPMAPIADVISESINK sink,
                                ULONG *token) {
  LPMAPIADVISESINK wrapped = nullptr;
  HRESULT hr = HrThisThreadAdviseSink(sink, &wrapped);
  sink->Release();
  if (FAILED(hr))
    return hr;
  hr = store->Advise(0, nullptr, fnevNewMail, wrapped, token);
  wrapped->Release();
  return hr;
}

// X11: the notifications belong to the caller of OnNotify.
LONG WINAPI notificationsAreFreed(LPVOID, ULONG, LPNOTIFICATION notifications) {
  MAPIFreeBuffer(notifications);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'notifications'.*}} [mapi-wrong-deallocator]
  return 0;
}

LONG WINAPI notificationsAreOnlyRead(LPVOID context, ULONG count,
                                     LPNOTIFICATION notifications) {
  if (count && notifications->ulEventType == fnevCriticalError)
    *static_cast<bool *>(context) = true;
  return 0;
}
