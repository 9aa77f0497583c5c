// RUN: %check_mapi %s
// What helpers do after Logoff and around it; sessions in globals; a new
// session in the old one's place.
#include <mapix.h>
#include <mapiutil.h>

void use(LPUNKNOWN object);

static void logoff(LPMAPISESSION sess) { sess->Logoff(0, 0, 0); }
static void stopMapi() { MAPIUninitialize(); }

// A call after Logoff, in either of two helpers.
static ULONG countStores(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr;
  ULONG count = 0;
  if (FAILED(sess->GetMsgStoresTable(0, &stores)))
    return 0;
  stores->GetRowCount(0, &count);
  stores->Release();
  return count;
}

static void flush(LPMDB db) {
  ULONG flags = LOGOFF_ORDERLY;
  db->StoreLogoff(&flags);
}

void countedAfterLogoff(LPMAPISESSION sess) {
  logoff(sess);
  countStores(sess);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-use-after-logoff]
  sess->Release();
}

void countedBeforeLogoff(LPMAPISESSION sess) {
  countStores(sess);
  logoff(sess);
  sess->Release();
}

void flushedAfterLogoff(LPMAPISESSION sess, LPMDB db) {
  logoff(sess);
  flush(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-use-after-logoff]
  sess->Release();
}

void flushedBeforeLogoff(LPMAPISESSION sess, LPMDB db) {
  flush(db);
  logoff(sess);
  sess->Release();
}

// A store that is flushed and released too late is one defect, at Logoff.
void openedFlushedTooLate(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  logoff(sess);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  flush(db);
  db->Release();
}

// The session outlives MAPI, or does not.
void heldPastMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPMAPISESSION sess = nullptr;
  if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    logoff(sess);
  stopMapi();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-teardown-order]
  UlRelease(sess);
}

void releasedBeforeMapiEnds() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPMAPISESSION sess = nullptr;
  if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess))) {
    logoff(sess);
    sess->Release();
  }
  stopMapi();
}

// Released by a helper after MAPI has gone.
static void dropAdmin(LPPROFADMIN admin) {
  if (admin)
    admin->Release();
}

void adminDroppedTooLate() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPPROFADMIN admin = nullptr;
  MAPIAdminProfiles(0, &admin);
  stopMapi();
  dropAdmin(admin);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'admin'.*}} [mapi-teardown-order]
}

void adminDroppedInTime() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPPROFADMIN admin = nullptr;
  MAPIAdminProfiles(0, &admin);
  dropAdmin(admin);
  stopMapi();
}

// A session in a variable of the file.
static LPMAPISESSION theSession;

static void endTheSession() {
  if (!theSession)
    return;
  theSession->Logoff(0, 0, 0);
  theSession->Release();
  theSession = nullptr;
}

void openAtTheEndOfTheSession(ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(theSession->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  endTheSession();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  db->Release();
}

void closedAtTheEndOfTheSession(ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(theSession->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    db->Release();
  endTheSession();
}

// Two sessions: the helper ends one, the store is of the other.
static void endOther(LPMAPISESSION, LPMAPISESSION other) {
  other->Logoff(0, 0, 0);
  other->Release();
}

void storeOfTheOneThatStays(ULONG cb, LPENTRYID id, LPTSTR profile) {
  LPMAPISESSION a = nullptr, b = nullptr;
  LPMDB db = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &a)))
    return;
  if (SUCCEEDED(MAPILogonEx(0, profile, nullptr, MAPI_NEW_SESSION, &b))) {
    HRESULT hr = a->OpenMsgStore(0, cb, id, nullptr, 0, &db);
    endOther(a, b);
    if (SUCCEEDED(hr))
      db->Release();
  }
  endOther(nullptr, a);
}

void storeOfTheOneThatGoes(ULONG cb, LPENTRYID id, LPTSTR profile) {
  LPMAPISESSION a = nullptr, b = nullptr;
  LPMDB db = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &a)))
    return;
  if (SUCCEEDED(MAPILogonEx(0, profile, nullptr, MAPI_NEW_SESSION, &b))) {
    HRESULT hr = b->OpenMsgStore(0, cb, id, nullptr, 0, &db);
    endOther(a, b);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
    if (SUCCEEDED(hr))
      db->Release();
  }
  endOther(nullptr, a);
}

// The old session ends, a new one begins under the same name.
static HRESULT logonAgain(LPMAPISESSION &sess, LPTSTR profile) {
  sess->Logoff(0, 0, 0);
  sess->Release();
  sess = nullptr;
  return MAPILogonEx(0, profile, nullptr, MAPI_NEW_SESSION, &sess);
}

void goesOnWithTheNewSession(LPTSTR profile) {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  countStores(sess);
  if (FAILED(logonAgain(sess, profile)))
    return;
  countStores(sess);
  sess->Logoff(0, 0, 0);
  sess->Release();
}

void forgetsTheNewSession(LPTSTR profile) {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  if (FAILED(logonAgain(sess, profile)))
    return;
  countStores(sess);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]

void storeOfTheOldSession(LPTSTR profile, ULONG cb, LPENTRYID id) {
  LPMAPISESSION sess = nullptr;
  LPMDB db = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  HRESULT hr = logonAgain(sess, profile);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  UlRelease(db);
  if (FAILED(hr))
    return;
  sess->Logoff(0, 0, 0);
  sess->Release();
}

// The fast way out ends all duties.
struct IMAPIClientShutdown : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE QueryFastShutdown() = 0;
  virtual HRESULT STDMETHODCALLTYPE NotifyProcessShutdown() = 0;
  virtual HRESULT STDMETHODCALLTYPE DoFastShutdown() = 0;
};

static bool leftFast(IMAPIClientShutdown *client) {
  if (client->QueryFastShutdown() != S_OK)
    return false;
  client->NotifyProcessShutdown();
  client->DoFastShutdown();
  return true;
}

void fastOrSlow(IMAPIClientShutdown *client) {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  if (leftFast(client))
    return;
  sess->Logoff(0, 0, 0);
  sess->Release();
}

void slowIsForgotten(IMAPIClientShutdown *client) {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  if (!leftFast(client))
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]
}
