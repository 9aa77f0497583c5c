// RUN: %check_mapi %s
// Helpers that log off: with what their caller still has open, or without
// anything, or not at all.
#include <mapix.h>
#include <mapiutil.h>

void use(LPUNKNOWN object);

static HRESULT logon(LPMAPISESSION *sess) {
  return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, sess);
}

// The whole ladder in one helper: right ...
static void endAll(LPMAPISESSION sess, LPMDB db) {
  if (db)
    db->Release();
  if (sess) {
    sess->Logoff(0, 0, 0);
    sess->Release();
  }
}

void endedRight(ULONG cb, LPENTRYID id) {
  LPMAPISESSION sess = nullptr;
  LPMDB db = nullptr;
  if (FAILED(logon(&sess)))
    goto end;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    goto end;
  use(db);
end:
  endAll(sess, db);
}

// ... and with Logoff before the store's Release.
static void endAllTooEarly(LPMAPISESSION sess, LPMDB db) {
  if (sess)
    sess->Logoff(0, 0, 0);
  if (db)
    db->Release();
  if (sess)
    sess->Release();
}

void endedTooEarly(ULONG cb, LPENTRYID id) {
  LPMAPISESSION sess = nullptr;
  LPMDB db = nullptr;
  if (FAILED(logon(&sess)))
    return;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    use(db);
  endAllTooEarly(sess, db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

// The same helper does no harm where nothing is open.
void endedWithNothingOpen(ULONG cb, LPENTRYID id) {
  LPMAPISESSION sess = nullptr;
  LPMDB db = nullptr;
  if (FAILED(logon(&sess)))
    return;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
    db->Release();
    db = nullptr;
  }
  endAllTooEarly(sess, db);
}

// The ladder over a structure.
struct Client {
  LPMAPISESSION session;
  LPMDB store;
  LPADRBOOK book;
};

static void endClient(Client *client) {
  UlRelease(client->book);
  UlRelease(client->store);
  client->session->Logoff(0, 0, 0);
  client->session->Release();
}

static void endClientForgetsBook(Client &client) {
  UlRelease(client.store);
  client.session->Logoff(0, 0, 0);
  UlRelease(client.book);
  client.session->Release();
}

void clientEnded(ULONG cb, LPENTRYID id) {
  Client client = {};
  if (FAILED(logon(&client.session)))
    return;
  client.session->OpenMsgStore(0, cb, id, nullptr, 0, &client.store);
  client.session->OpenAddressBook(0, nullptr, 0, &client.book);
  endClient(&client);
}

void clientEndedTooEarly(ULONG cb, LPENTRYID id) {
  Client client = {};
  if (FAILED(logon(&client.session)))
    return;
  client.session->OpenMsgStore(0, cb, id, nullptr, 0, &client.store);
  client.session->OpenAddressBook(0, nullptr, 0, &client.book);
  endClientForgetsBook(client);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'client.book'.*}} [mapi-live-at-logoff]
}

// Logs off and nothing else.
static HRESULT logoffOnly(LPMAPISESSION sess) { return sess->Logoff(0, 0, 0); }

void storeOpenAtTheHelper(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  logoffOnly(sess);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  db->Release();
}

void storeReleasedBeforeTheHelper(LPMAPISESSION sess, ULONG cb,
                                  LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  db->Release();
  logoffOnly(sess);
}

void loggedOffNeverReleased() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(logon(&sess)))
    return;
  use(sess);
  logoffOnly(sess);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-interface-leak]

void loggedOffAndReleased() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(logon(&sess)))
    return;
  use(sess);
  logoffOnly(sess);
  sess->Release();
}

void releasedIfLogoffSucceeds() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(logon(&sess)))
    return;
  if (SUCCEEDED(logoffOnly(sess)))
    sess->Release();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-interface-leak]

// Releases and does not log off: the session is lost at the call.
static void drop(LPMAPISESSION &sess) {
  if (sess)
    sess->Release();
  sess = nullptr;
}

void sessionDropped() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(logon(&sess)))
    return;
  use(sess);
  drop(sess);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]
}

void sessionDroppedAfterLogoff() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(logon(&sess)))
    return;
  use(sess);
  sess->Logoff(0, 0, 0);
  drop(sess);
}

// Only uses the session.
static ULONG countStores(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr;
  ULONG count = 0;
  if (FAILED(sess->GetMsgStoresTable(0, &stores)))
    return 0;
  stores->GetRowCount(0, &count);
  stores->Release();
  return count;
}

ULONG sessionOnlyCounted() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(logon(&sess)))
    return 0;
  ULONG count = countStores(sess);
  return count;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]
}

ULONG sessionCountedAndEnded() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(logon(&sess)))
    return 0;
  ULONG count = countStores(sess);
  endAll(sess, nullptr);
  return count;
}

// Ends the session only if it is told that it is the caller's own.
static void leave(LPMAPISESSION sess, bool own) {
  if (own)
    sess->Logoff(0, 0, 0);
  sess->Release();
}

void leftAsOwn() {
  LPMAPISESSION sess = nullptr;
  if (SUCCEEDED(logon(&sess)))
    leave(sess, true);
}

void leftAsBorrowed() {
  LPMAPISESSION sess = nullptr;
  if (SUCCEEDED(logon(&sess)))
    leave(sess, false);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]
}
