// RUN: %check_mapi %s
// Helpers that open: what they hand out is their caller's to release.
#include <mapix.h>
#include <mapiutil.h>

void use(LPUNKNOWN object);

// Through T **, success told by an HRESULT.
static HRESULT openStore(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                         LPMDB *out) {
  *out = nullptr;
  return sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, out);
}

void outParameterStaysOpen(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(openStore(sess, cb, id, &db)))
    return;
  use(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  db->Release();
}

void outParameterReleased(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(openStore(sess, cb, id, &db))) {
    use(db);
    db->Release();
  }
  sess->Logoff(0, 0, 0);
}

// By return value: null is failure.
static LPMDB storeOrNull(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB opened = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &opened)))
    return nullptr;
  return opened;
}

void returnedStaysOpen(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = storeOrNull(sess, cb, id);
  if (!db)
    return;
  use(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void returnedReleased(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = storeOrNull(sess, cb, id);
  if (db)
    db->Release();
  sess->Logoff(0, 0, 0);
}

void returnedAndReleasedAtOnce(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  UlRelease(storeOrNull(sess, cb, id));
  sess->Logoff(0, 0, 0);
}

// By reference to a pointer, success told by a bool.
static bool openBook(LPMAPISESSION sess, LPADRBOOK &book) {
  return SUCCEEDED(sess->OpenAddressBook(0, nullptr, 0, &book));
}

void referenceStaysOpen(LPMAPISESSION sess) {
  LPADRBOOK book = nullptr;
  if (openBook(sess, book))
    use(book);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'book'.*}} [mapi-live-at-logoff]
}

void referenceReleased(LPMAPISESSION sess) {
  LPADRBOOK book = nullptr;
  if (openBook(sess, book))
    book->Release();
  sess->Logoff(0, 0, 0);
}

// A bool that is false on MAPI_W_ERRORS_RETURNED hides an open store.
static bool openedWithoutWarning(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                                 LPMDB *out) {
  return sess->OpenMsgStore(0, cb, id, nullptr, 0, out) == S_OK;
}

void warningTakenForFailure(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (openedWithoutWarning(sess, cb, id, &db))
    db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void warningHarmless(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (openedWithoutWarning(sess, cb, id, &db))
    use(db);
  if (db)
    db->Release();
  sess->Logoff(0, 0, 0);
}

// Into members of the caller's structure.
struct Context {
  LPMAPISESSION session;
  LPMDB store;
  LPADRBOOK book;
};

static HRESULT openInto(Context *ctx, ULONG cb, LPENTRYID id) {
  return ctx->session->OpenMsgStore(0, cb, id, nullptr, 0, &ctx->store);
}

static bool openBookInto(Context &ctx) {
  LPADRBOOK book = nullptr;
  if (FAILED(ctx.session->OpenAddressBook(0, nullptr, 0, &book)))
    return false;
  ctx.book = book;
  return true;
}

void memberStaysOpen(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  Context ctx = {sess, nullptr, nullptr};
  if (FAILED(openInto(&ctx, cb, id)))
    return;
  use(ctx.store);
  ctx.session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'ctx.store'.*}} [mapi-live-at-logoff]
}

void otherMemberStaysOpen(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  Context ctx = {sess, nullptr, nullptr};
  if (SUCCEEDED(openInto(&ctx, cb, id))) {
    if (openBookInto(ctx))
      use(ctx.book);
    ctx.store->Release();
  }
  ctx.session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'ctx.book'.*}} [mapi-live-at-logoff]
}

void membersReleased(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  Context ctx = {sess, nullptr, nullptr};
  if (SUCCEEDED(openInto(&ctx, cb, id))) {
    if (openBookInto(ctx))
      ctx.book->Release();
    ctx.store->Release();
  }
  ctx.session->Logoff(0, 0, 0);
}

// The session itself comes from a helper.
static HRESULT logonInto(Context &ctx) {
  return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &ctx.session);
}

HRESULT sessionInMemberIsLost(bool early) {
  Context ctx = {};
  HRESULT hr = logonInto(ctx);
  if (FAILED(hr))
    return hr;
  if (early)
    return S_FALSE;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'ctx.session'.*}} [mapi-missing-logoff]
  ctx.session->Logoff(0, 0, 0);
  ctx.session->Release();
  return S_OK;
}

HRESULT sessionInMemberIsEnded() {
  Context ctx = {};
  HRESULT hr = logonInto(ctx);
  if (FAILED(hr))
    return hr;
  ctx.session->Logoff(0, 0, 0);
  ctx.session->Release();
  return S_OK;
}

// Several outputs: all of them or none.
static HRESULT openBoth(LPMAPISESSION sess, LPMAPITABLE *stores,
                        LPMAPITABLE *status) {
  HRESULT hr = sess->GetMsgStoresTable(0, stores);
  if (FAILED(hr))
    return hr;
  hr = sess->GetStatusTable(0, status);
  if (FAILED(hr)) {
    (*stores)->Release();
    *stores = nullptr;
  }
  return hr;
}

void oneOfTwoStaysOpen(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  if (SUCCEEDED(openBoth(sess, &stores, &status)))
    stores->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'status'.*}} [mapi-live-at-logoff]
}

void bothReleased(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  if (SUCCEEDED(openBoth(sess, &stores, &status))) {
    stores->Release();
    status->Release();
  }
  sess->Logoff(0, 0, 0);
}

// S_OK always: the pointer is the only answer.
static HRESULT openIfPossible(LPMAPISESSION sess, LPMAPITABLE *out) {
  *out = nullptr;
  if (FAILED(sess->GetStatusTable(0, out)))
    *out = nullptr;
  return S_OK;
}

void alwaysSucceedsStaysOpen(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(openIfPossible(sess, &table)))
    UlRelease(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void alwaysSucceedsReleased(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  openIfPossible(sess, &table);
  if (table)
    table->Release();
  sess->Logoff(0, 0, 0);
}

// A helper of a helper.
static HRESULT openQueue(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                         LPMAPITABLE *queue) {
  LPMDB db = nullptr;
  HRESULT hr = openStore(sess, cb, id, &db);
  if (FAILED(hr))
    return hr;
  hr = db->GetOutgoingQueue(0, queue);
  db->Release();
  return hr;
}

void twoLevelsDownStaysOpen(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(openQueue(sess, cb, id, &queue)))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-live-at-logoff]
}

void twoLevelsDownReleased(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMAPITABLE queue = nullptr;
  HRESULT hr = openQueue(sess, cb, id, &queue);
  if (SUCCEEDED(hr))
    queue->Release();
  sess->Logoff(0, 0, 0);
}

// Fails after it has opened, and leaves the store to whoever looks.
static HRESULT openAndSave(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                           LPMDB *out) {
  HRESULT hr = openStore(sess, cb, id, out);
  if (FAILED(hr))
    return hr;
  return (*out)->SaveChanges(KEEP_OPEN_READWRITE);
}

void failureLeavesItOpen(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(openAndSave(sess, cb, id, &db)))
    db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void failureHandled(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = openAndSave(sess, cb, id, &db);
  if (SUCCEEDED(hr))
    use(db);
  UlRelease(db);
  sess->Logoff(0, 0, 0);
}
