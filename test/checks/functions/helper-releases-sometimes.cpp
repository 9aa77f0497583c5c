// RUN: %check_mapi %s
// Helpers that release on a condition; overloads and namesakes.
#include <mapix.h>
#include <mapiutil.h>

void use(LPUNKNOWN object);

// A flag decides.
static void done(LPMDB db, bool release = true) {
  use(db);
  if (release)
    db->Release();
}

void flagIsTrue(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    done(db, true);
  sess->Logoff(0, 0, 0);
}

void flagIsTheDefault(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    done(db);
  sess->Logoff(0, 0, 0);
}

void flagIsFalse(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    done(db, false);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void flagIsFalseFirst(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
    done(db, false);
    done(db, true);
  }
  sess->Logoff(0, 0, 0);
}

void flagIsAnyones(LPMAPISESSION sess, ULONG cb, LPENTRYID id, bool release) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    done(db, release);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void flagDecidesTwice(LPMAPISESSION sess, ULONG cb, LPENTRYID id, bool keep) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
    done(db, !keep);
    if (keep)
      db->Release();
  }
  sess->Logoff(0, 0, 0);
}

// Released on failure only, and the status says so.
static HRESULT saveOrRelease(LPMDB db) {
  HRESULT hr = db->SaveChanges(KEEP_OPEN_READWRITE);
  if (FAILED(hr))
    db->Release();
  return hr;
}

void failureReleasesRight(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  if (SUCCEEDED(saveOrRelease(db)))
    db->Release();
  sess->Logoff(0, 0, 0);
}

void failureReleasesOnly(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  saveOrRelease(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

// Released, and null, on failure only.
static bool saveOrClear(LPMDB &db) {
  if (SUCCEEDED(db->SaveChanges(KEEP_OPEN_READWRITE)))
    return true;
  db->Release();
  db = nullptr;
  return false;
}

void clearedRight(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  saveOrClear(db);
  if (db)
    db->Release();
  sess->Logoff(0, 0, 0);
}

void clearedTheWrongWayRound(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  if (!saveOrClear(db))
    UlRelease(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

// Overloads: one releases, one looks.
static void finish(LPMDB db) { db->Release(); }
static void finish(LPADRBOOK book) { use(book); }

void overloadReleases(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    finish(db);
  sess->Logoff(0, 0, 0);
}

void overloadOnlyLooks(LPMAPISESSION sess) {
  LPADRBOOK book = nullptr;
  if (SUCCEEDED(sess->OpenAddressBook(0, nullptr, 0, &book)))
    finish(book);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'book'.*}} [mapi-live-at-logoff]
}

// Namesakes in namespaces, one of them without a name.
namespace {
void close(LPMAPITABLE table) { table->Release(); }
} // namespace
namespace viewer {
void close(LPMAPITABLE table) { table->SeekRow(BOOKMARK_BEGINNING, 0, 0); }
} // namespace viewer

void namesakeReleases(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    close(table);
  sess->Logoff(0, 0, 0);
}

void namesakeOnlyLooks(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    viewer::close(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// Member functions, static and not.
struct Tools {
  static void release(LPMAPITABLE table) { table->Release(); }
  void rewind(LPMAPITABLE table) { table->SeekRow(BOOKMARK_BEGINNING, 0, 0); }
};

void memberReleases(LPMAPISESSION sess, Tools &tools) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table))) {
    tools.rewind(table);
    Tools::release(table);
  }
  sess->Logoff(0, 0, 0);
}

void memberOnlyRewinds(LPMAPISESSION sess, Tools &tools) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    tools.rewind(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// Templates: a constant of the type decides, and a specialisation.
template <bool Release> void leave(LPMAPITABLE table) {
  if constexpr (Release)
    table->Release();
  else
    use(table);
}

void templateReleases(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    leave<true>(table);
  sess->Logoff(0, 0, 0);
}

void templateKeeps(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    leave<false>(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

template <class T> void dispose(T *object) { object->Release(); }
template <> void dispose(IAddrBook *book) { use(book); }

void primaryTemplateReleases(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    dispose(table);
  sess->Logoff(0, 0, 0);
}

void specialisationDoesNot(LPMAPISESSION sess) {
  LPADRBOOK book = nullptr;
  if (SUCCEEDED(sess->OpenAddressBook(0, nullptr, 0, &book)))
    dispose(book);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'book'.*}} [mapi-live-at-logoff]
}

// Members of a structure.
struct Context {
  LPMDB store;
  LPMAPITABLE table;
};

static void closeContext(Context *ctx) {
  UlRelease(ctx->table);
  UlRelease(ctx->store);
}

static void closeTable(Context &ctx) {
  UlRelease(ctx.table);
  ctx.table = nullptr;
}

void contextClosed(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  Context ctx = {};
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &ctx.store);
  sess->GetStatusTable(0, &ctx.table);
  closeContext(&ctx);
  sess->Logoff(0, 0, 0);
}

void contextHalfClosed(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  Context ctx = {};
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &ctx.store);
  sess->GetStatusTable(0, &ctx.table);
  closeTable(ctx);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'ctx.store'.*}} [mapi-live-at-logoff]
}
