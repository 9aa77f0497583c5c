// RUN: %check_mapi %s
// Two names for one object, exchanged names, and names set to null.
#include <mapix.h>
#include <mapiutil.h>
#include <utility>

void use(LPMDB db);

void releasedThroughTheAlias(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  LPMDB defaultStore = db;
  use(db);
  defaultStore->Release();
  sess->Logoff(0, 0, 0);
}

// The alias is given up, the reference is not.
void aliasIsOnlyForgotten(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  LPMDB defaultStore = db;
  use(defaultStore);
  defaultStore = nullptr;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

// The alias was taken before the pointer got its present object.
void aliasOfTheObjectBefore(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMDB alias = db;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  use(db);
  if (alias)
    alias->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void aliasAsABaseClass(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  LPMAPIPROP props = db;
  props->SaveChanges(KEEP_OPEN_READONLY);
  props->Release();
  sess->Logoff(0, 0, 0);
}

void nullBeforeTheRelease(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  use(db);
  db = nullptr;
  UlRelease(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void nullAfterTheRelease(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  use(db);
  UlRelease(db);
  db = nullptr;
  UlRelease(db);
  sess->Logoff(0, 0, 0);
}

// The old object is kept in a second pointer before it is overwritten.
void movedAside(LPMAPISESSION sess, ULONG cb1, LPENTRYID id1, ULONG cb2,
                LPENTRYID id2) {
  LPMDB db = nullptr, old = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb1, id1, nullptr, 0, &db)))
    return;
  old = db;
  db = nullptr;
  sess->OpenMsgStore(0, cb2, id2, nullptr, 0, &db);
  UlRelease(db);
  old->Release();
  sess->Logoff(0, 0, 0);
}

void movedAsideAndForgotten(LPMAPISESSION sess, ULONG cb1, LPENTRYID id1,
                            ULONG cb2, LPENTRYID id2) {
  LPMDB db = nullptr, old = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb1, id1, nullptr, 0, &db)))
    return;
  old = db;
  db = nullptr;
  sess->OpenMsgStore(0, cb2, id2, nullptr, 0, &db);
  UlRelease(db);
  use(old);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(db|old)'.*}} [mapi-live-at-logoff]
}

void swappedByHandRight(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  if (FAILED(sess->GetMsgStoresTable(0, &stores)))
    return;
  if (SUCCEEDED(sess->GetStatusTable(0, &status))) {
    LPMAPITABLE other = stores;
    stores = status;
    status = other;
    status->Release();
  }
  stores->Release();
  sess->Logoff(0, 0, 0);
}

// What is released is the status table; it is called 'stores' by then.
void swappedByHandWrong(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  if (FAILED(sess->GetMsgStoresTable(0, &stores)))
    return;
  if (SUCCEEDED(sess->GetStatusTable(0, &status))) {
    LPMAPITABLE other = stores;
    stores = status;
    status = other;
  }
  stores->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(stores|status|other)'.*}} [mapi-live-at-logoff]
}

void stdSwapRight(LPMAPISESSION sess) {
  LPMAPITABLE current = nullptr, next = nullptr;
  if (FAILED(sess->GetMsgStoresTable(0, &current)))
    return;
  sess->GetStatusTable(0, &next);
  std::swap(current, next);
  UlRelease(current);
  UlRelease(next);
  sess->Logoff(0, 0, 0);
}

void stdSwapWrong(LPMAPISESSION sess) {
  LPMAPITABLE current = nullptr, next = nullptr;
  if (FAILED(sess->GetMsgStoresTable(0, &current)))
    return;
  std::swap(current, next);
  UlRelease(current);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(current|next)'.*}} [mapi-live-at-logoff]
}

// One of two names, chosen at run time.
void chosenNameIsReleased(LPMAPISESSION sess, bool first) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  HRESULT hr = first ? sess->GetMsgStoresTable(0, &stores)
                     : sess->GetStatusTable(0, &status);
  LPMAPITABLE table = first ? stores : status;
  if (SUCCEEDED(hr))
    table->Release();
  sess->Logoff(0, 0, 0);
}

void theOtherNameIsReleased(LPMAPISESSION sess, bool first) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  HRESULT hr = S_OK;
  if (first)
    hr = sess->GetMsgStoresTable(0, &stores);
  else
    hr = sess->GetStatusTable(0, &status);
  if (FAILED(hr))
    return;
  if (first)
    stores->Release();
  else
    UlRelease(stores);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'status'.*}} [mapi-live-at-logoff]
}

// The session has two names as well.
void logoffThroughAnAlias(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPISESSION current = sess;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  current->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  db->Release();
}

void openedThroughAnAlias(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPISESSION current = sess;
  if (FAILED(current->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  db->Release();
  sess->Logoff(0, 0, 0);
}
