// RUN: %check_mapi %s
// Sessions: logged on here, handed in, borrowed; and what follows Logoff.
#include <mapix.h>
#include <mapiutil.h>
#include <mapiform.h>
#include <stdlib.h>

void work(LPMAPISESSION sess);

void neverLoggedOff() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  work(sess);
  sess->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]
}

void loggedOff() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  work(sess);
  sess->Logoff(0, 0, 0);
  sess->Release();
}

HRESULT lostAtAReturn(bool early) {
  LPMAPISESSION sess = nullptr;
  HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess);
  if (FAILED(hr))
    return hr;
  if (early)
    return S_FALSE;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]
  sess->Logoff(0, 0, 0);
  sess->Release();
  return S_OK;
}

void lostAtTheBrace() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  work(sess);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]

void lostAtAThrow(bool early) {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  if (early)
    throw 1;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]
  sess->Logoff(0, 0, 0);
  sess->Release();
}

void overwritten(LPTSTR other) {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  work(sess);
  HRESULT hr = MAPILogonEx(0, other, nullptr, MAPI_NEW_SESSION, &sess);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]
  if (FAILED(hr)) {
    sess->Logoff(0, 0, 0);
    sess->Release();
    return;
  }
  sess->Logoff(0, 0, 0);
  sess->Release();
}

void endsTheProcess() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    exit(1);
  if (!sess)
    abort();
  work(sess);
  exit(0);
}

HRESULT handedOut(LPMAPISESSION *out) {
  return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, out);
}

LPMAPISESSION returned() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return nullptr;
  return sess;
}

void neverReleased() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  sess->Logoff(0, 0, 0);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-interface-leak]

void releasedOnlyIfLogoffSucceeds() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  HRESULT hr = sess->Logoff(0, 0, 0);
  if (hr == S_OK)
    sess->Release();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-interface-leak]

void secondReference() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  sess->AddRef();
  sess->Release();
  sess->Logoff(0, 0, 0);
  sess->Release();
}

// A parameter is the caller's: it owes nothing here, and may be logged off.
void parameter(LPMAPISESSION sess) { work(sess); }
void parameterReleased(LPMAPISESSION sess) { sess->Release(); }
void parameterLoggedOff(LPMAPISESSION sess) {
  sess->Logoff(0, 0, 0);
  sess->Release();
}

void borrowed(LPMAPIMESSAGESITE site) {
  LPMAPISESSION sess = nullptr;
  if (site->GetSession(&sess) != S_OK)
    return;
  work(sess);
  sess->Release();
}

void twoSessions(ULONG cb, LPENTRYID id, LPTSTR other) {
  LPMAPISESSION a = nullptr, b = nullptr;
  LPMDB db = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &a)))
    return;
  if (SUCCEEDED(MAPILogonEx(0, other, nullptr, MAPI_NEW_SESSION, &b))) {
    HRESULT hr = a->OpenMsgStore(0, cb, id, nullptr, 0, &db);
    b->Logoff(0, 0, 0); // the store is of the other session
    b->Release();
    if (SUCCEEDED(hr))
      db->Release();
  }
  a->Logoff(0, 0, 0);
  a->Release();
}

void twoSessionsMixedUp(ULONG cb, LPENTRYID id, LPTSTR other) {
  LPMAPISESSION a = nullptr, b = nullptr;
  LPMDB db = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &a)))
    return;
  if (SUCCEEDED(MAPILogonEx(0, other, nullptr, MAPI_NEW_SESSION, &b))) {
    HRESULT hr = b->OpenMsgStore(0, cb, id, nullptr, 0, &db);
    b->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
    b->Release();
    if (SUCCEEDED(hr))
      db->Release();
  }
  a->Logoff(0, 0, 0);
  a->Release();
}

// After Logoff.
void methodOnSession(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr;
  sess->Logoff(0, 0, 0);
  if (SUCCEEDED(sess->GetMsgStoresTable(0, &stores)))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-use-after-logoff]
    stores->Release();
  sess->Release();
}

void methodOnBorrowedObject(LPMAPISESSION sess, LPMDB db) {
  ULONG flags = LOGOFF_ORDERLY;
  sess->Logoff(0, 0, 0);
  db->StoreLogoff(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-use-after-logoff]
  sess->Release();
}

void methodBeforeLogoff(LPMAPISESSION sess, LPMDB db) {
  ULONG flags = LOGOFF_ORDERLY;
  db->StoreLogoff(&flags);
  sess->Logoff(0, 0, 0);
  sess->Release();
}

void useOfLiveObjectIsANote(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  ULONG flags = LOGOFF_ORDERLY;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  // CHECK: :[[@LINE+3]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  // CHECK: :[[@LINE+3]]:{{[0-9]+}}: note: it is used here
  // CHECK: :[[@LINE+3]]:{{[0-9]+}}: note: it is released here
  sess->Logoff(0, 0, 0);
  db->StoreLogoff(&flags);
  db->Release();
}

void unknownIsAllowed(LPMAPISESSION sess) {
  sess->Logoff(0, 0, 0);
  sess->AddRef();
  sess->Release();
  sess->Release();
}

void otherSessionGoesOn(LPMAPISESSION a, LPMAPISESSION b, LPMDB db) {
  LPMAPITABLE stores = nullptr;
  ULONG flags = LOGOFF_ORDERLY;
  a->Logoff(0, 0, 0);
  db->StoreLogoff(&flags); // of either session
  if (SUCCEEDED(b->GetMsgStoresTable(0, &stores)))
    stores->Release();
}

void againInALoop(int times) {
  for (int i = 0; i < times; ++i) {
    LPMAPISESSION sess = nullptr;
    LPMAPITABLE stores = nullptr;
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
      continue;
    if (SUCCEEDED(sess->GetMsgStoresTable(0, &stores)))
      stores->Release();
    sess->Logoff(0, 0, 0);
    sess->Release();
  }
}

// A sink of the client's own is level 3, off by default.
void sinkAtLogoff(LPMAPISESSION sess, LPNOTIFCALLBACK callback) {
  LPMAPIADVISESINK sink = nullptr;
  if (FAILED(HrAllocAdviseSink(callback, nullptr, &sink)))
    return;
  sess->Logoff(0, 0, 0);
  sink->Release();
}

void exitOnOneWayOnly(bool fatal) {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    exit(1);
  work(sess);
  if (fatal)
    exit(2);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]

// Every exit from a function that forgets is a place to mend; all are told at the
// first.
int twoExits(int way) {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return 1;
  if (way == 1)
    return 2;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]
  if (way == 2)
    return 3;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: it is lost here, too
  sess->Logoff(0, 0, 0);
  sess->Release();
  return 0;
}

void nestedIfs(LPMAPISESSION given, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE stores = nullptr;
  if (SUCCEEDED(given->GetMsgStoresTable(0, &stores))) {
    if (SUCCEEDED(given->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
      ULONG flags = LOGOFF_ORDERLY;
      if (SUCCEEDED(db->StoreLogoff(&flags))) {
        db->Release();
      }
    }
    stores->Release();
  }
  given->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
}

void nestedIfsRight(LPMAPISESSION given, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE stores = nullptr;
  if (SUCCEEDED(given->GetMsgStoresTable(0, &stores))) {
    if (SUCCEEDED(given->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
      ULONG flags = LOGOFF_ORDERLY;
      db->StoreLogoff(&flags);
      db->Release();
    }
    stores->Release();
  }
  given->Logoff(0, 0, 0);
}

// Whoever has another reference to the session logs off.
HRESULT askedFor(LPTSTR profile, LPMAPISESSION *out) {
  LPMAPISESSION session = nullptr;
  HRESULT hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &session);
  if (FAILED(hr))
    return hr;
  hr = session->QueryInterface(IID_IMAPISession, (LPVOID *)out);
  if (FAILED(hr))
    session->Logoff(0, 0, 0);
  session->Release();
  return hr;
}

HRESULT marshalled(LPTSTR profile, IStream **out) {
  LPMAPISESSION session = nullptr;
  HRESULT hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &session);
  if (FAILED(hr))
    return hr;
  hr = CoMarshalInterThreadInterfaceInStream(IID_IMAPISession, session, out);
  if (FAILED(hr))
    session->Logoff(0, 0, 0);
  session->Release();
  return hr;
}

HRESULT askedForAnother(LPTSTR profile, LPUNKNOWN object, LPMAPISESSION *out) {
  LPMAPISESSION session = nullptr;
  HRESULT hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &session);
  if (FAILED(hr))
    return hr;
  hr = object->QueryInterface(IID_IMAPISession, (LPVOID *)out);
  // CHECK: :[[@LINE+1]]:12: warning: session 'session' (IMAPISession) is released for the last time without IMAPISession::Logoff [mapi-missing-logoff]
  session->Release();
  return hr;
}
