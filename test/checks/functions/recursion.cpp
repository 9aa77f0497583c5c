// RUN: %check_mapi %s
// Helpers that call themselves, or each other.
#include <mapix.h>
#include <mapiutil.h>

void use(LPUNKNOWN object);
bool wanted(ULONG depth);

// A walk over the folders: every level releases what it has opened.
static ULONG walk(LPMDB db, LPMAPIFOLDER folder, ULONG depth) {
  ULONG count = 1;
  LPMAPITABLE table = nullptr;
  LPSRowSet rows = nullptr;
  SizedSPropTagArray(1, columns) = {1, {PR_ENTRYID}};
  if (depth > 64)
    return 0;
  if (FAILED(folder->GetHierarchyTable(0, &table)))
    return count;
  if (SUCCEEDED(HrQueryAllRows(table, (LPSPropTagArray)&columns, nullptr,
                               nullptr, 0, &rows))) {
    for (ULONG i = 0; i < rows->cRows; ++i) {
      const SBinary &entry = rows->aRow[i].lpProps[0].Value.bin;
      LPMAPIFOLDER child = nullptr;
      ULONG type = 0;
      if (FAILED(db->OpenEntry(entry.cb, (LPENTRYID)entry.lpb, nullptr, 0,
                               &type, (LPUNKNOWN *)&child)))
        continue;
      count += walk(db, child, depth + 1);
      child->Release();
    }
    FreeProws(rows);
  }
  table->Release();
  return count;
}

ULONG walkedAndReleased(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPIFOLDER root = nullptr;
  ULONG type = 0, count = 0;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
    if (SUCCEEDED(db->OpenEntry(0, nullptr, nullptr, 0, &type,
                                (LPUNKNOWN *)&root))) {
      count = walk(db, root, 0);
      root->Release();
    }
    db->Release();
  }
  sess->Logoff(0, 0, 0);
  return count;
}

ULONG rootForgotten(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPIFOLDER root = nullptr;
  ULONG type = 0, count = 0;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
    if (SUCCEEDED(db->OpenEntry(0, nullptr, nullptr, 0, &type,
                                (LPUNKNOWN *)&root)))
      count = walk(db, root, 0);
    db->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'root'.*}} [mapi-live-at-logoff]
  return count;
}

// The recursion ends in a release.
static void releaseAtTheEnd(LPMDB db, ULONG depth) {
  if (depth == 0) {
    db->Release();
    return;
  }
  releaseAtTheEnd(db, depth - 1);
}

void releasedAtTheEnd(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    releaseAtTheEnd(db, 5);
  sess->Logoff(0, 0, 0);
}

// The recursion just ends.
static void lookAgain(LPMDB db, ULONG depth) {
  if (depth == 0)
    return;
  use(db);
  lookAgain(db, depth - 1);
}

void lookedAt(LPMAPISESSION sess, ULONG cb, LPENTRYID id, ULONG depth) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    lookAgain(db, depth);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void lookedAtAndReleased(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                         ULONG depth) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
    lookAgain(db, depth);
    db->Release();
  }
  sess->Logoff(0, 0, 0);
}

// Two helpers call each other; either end releases.
static void ping(LPMAPITABLE table, ULONG depth);

static void pong(LPMAPITABLE table, ULONG depth) {
  if (!wanted(depth))
    table->Release();
  else
    ping(table, depth + 1);
}

static void ping(LPMAPITABLE table, ULONG depth) {
  if (!wanted(depth))
    table->Release();
  else
    pong(table, depth + 1);
}

void eitherEndReleases(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    ping(table, 0);
  sess->Logoff(0, 0, 0);
}

// Two helpers call each other; one end forgets.
static void even(LPMAPITABLE table, ULONG depth);

static void odd(LPMAPITABLE table, ULONG depth) {
  if (wanted(depth))
    even(table, depth + 1);
}

static void even(LPMAPITABLE table, ULONG depth) {
  if (!wanted(depth))
    table->Release();
  else
    odd(table, depth + 1);
}

void oneEndForgets(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    even(table, 0);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// Opens in a recursion: tries again.
static HRESULT tryAgain(LPMAPISESSION sess, LPMAPITABLE *out, ULONG times) {
  HRESULT hr = sess->GetStatusTable(0, out);
  if (SUCCEEDED(hr) || times == 0)
    return hr;
  return tryAgain(sess, out, times - 1);
}

void triedAgain(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(tryAgain(sess, &table, 3)))
    table->Release();
  sess->Logoff(0, 0, 0);
}

void triedAgainAndForgotten(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(tryAgain(sess, &table, 3)))
    return;
  use(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// Every level has a reference of its own.
// CHECK: warning: function 'referAndRelease' is unknown to its callers
static void referAndRelease(LPMDB db, ULONG depth) {
  db->AddRef();
  if (depth > 0)
    referAndRelease(db, depth - 1);
  db->Release();
}

void referred(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
    referAndRelease(db, 4);
    db->Release();
  }
  sess->Logoff(0, 0, 0);
}

// A recursion without an end: what follows is never reached.
static void forever(LPMDB db) {
  use(db);
  forever(db);
}

void neverReturns(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
    forever(db);
    db->Release();
  }
  sess->Logoff(0, 0, 0);
}

// A recursive template, instantiated to its end.
template <int N> void shed(LPMAPITABLE table) { shed<N - 1>(table); }
template <> void shed<0>(LPMAPITABLE table) { table->Release(); }
template <int N> void glance(LPMAPITABLE table) { glance<N - 1>(table); }
template <> void glance<0>(LPMAPITABLE table) { use(table); }

void shedByTemplate(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    shed<12>(table);
  sess->Logoff(0, 0, 0);
}

void glancedAtByTemplate(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    glance<12>(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// The library: every level undoes its own.
// CHECK: warning: function 'nested' is unknown to its callers
static void nested(ULONG depth) {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  if (depth > 0)
    nested(depth - 1);
  MAPIUninitialize();
}

void nestedLibraries() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPPROFADMIN admin = nullptr;
  HRESULT hr = MAPIAdminProfiles(0, &admin);
  nested(3);
  if (SUCCEEDED(hr))
    admin->Release();
  MAPIUninitialize();
}

void nestedLibrariesForgotten() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  nested(3);
  if (wanted(0))
    return;
    // Not reported: the recursion takes the library up without a bound.
  MAPIUninitialize();
}
