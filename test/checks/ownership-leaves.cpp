// RUN: %check_mapi %s
// Aliases, swaps, and the ways in which ownership leaves a function.
#include <mapix.h>
#include <mapiutil.h>
#include <utility>
#include <vector>

LPMDB globalStore;
void borrow(LPMDB db);
void mayReplace(LPMDB *db);

void aliasReleases(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  LPMDB same = db;
  db = nullptr;
  same->Release();
  sess->Logoff(0, 0, 0);
}

void aliasForgets(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  LPMDB same = db;
  db = nullptr;
  if (db)
    same->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
}

void nulledOut(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  db = nullptr;
  UlRelease(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
}

void swapped(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB a = nullptr, b = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &a)))
    return;
  std::swap(a, b);
  b->Release();
  sess->Logoff(0, 0, 0);
}

void swappedByHand(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB a = nullptr, b = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &a)))
    return;
  LPMDB t = a;
  a = b;
  b = t;
  UlRelease(b);
  sess->Logoff(0, 0, 0);
}

void swappedAway(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB a = nullptr, b = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &a)))
    return;
  std::swap(a, b);
  UlRelease(a);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'a'{{.*}}[mapi-live-at-logoff]
}

void reacquired(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db)))
    return;
  db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
}

void reacquiredAfterRelease(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  db->Release();
  db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db)))
    return;
  db->Release();
  sess->Logoff(0, 0, 0);
}

void lentToFunction(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  borrow(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
}

void addressGiven(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  mayReplace(&db);
  sess->Logoff(0, 0, 0);
}

void throughOutParameter(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                         LPMDB *out) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  *out = db;
  sess->Logoff(0, 0, 0);
}

LPMDB byReturn(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return nullptr;
  return db;
}

void intoGlobal(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  globalStore = db;
  sess->Logoff(0, 0, 0);
}

void intoArray(LPMAPISESSION sess, ULONG cb, LPENTRYID id, LPMDB *all) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  all[3] = db;
  sess->Logoff(0, 0, 0);
}

struct Keeper {
  LPMDB kept = nullptr;
  std::vector<LPMDB> all;

  void intoMember(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
    LPMDB db = nullptr;
    if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      return;
    kept = db;
    sess->Logoff(0, 0, 0);
  }

  void intoContainer(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
    LPMDB db = nullptr;
    if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      return;
    all.push_back(db);
    sess->Logoff(0, 0, 0);
  }

  void onlyOnOnePath(LPMAPISESSION sess, ULONG cb, LPENTRYID id, bool keep) {
    LPMDB db = nullptr;
    if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      return;
    if (keep)
      kept = db;
    sess->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
  }
};

void lambdaReleases(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  auto done = [&] { UlRelease(db); };
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    done();
  sess->Logoff(0, 0, 0);
}

void lambdaOnlyReads(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  auto isOpen = [&] { return db != nullptr; };
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  if (isOpen())
    sess->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
}

void secondReference(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  db->AddRef();
  db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
}

void bothReferences(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  db->AddRef();
  db->Release();
  db->Release();
  sess->Logoff(0, 0, 0);
}

void queriedInterface(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  LPMAPIPROP prop = nullptr;
  HRESULT hr = db->QueryInterface(IID_IMAPIProp, (void **)&prop);
  db->Release();
  if (FAILED(hr))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'prop'{{.*}}[mapi-live-at-logoff]
  prop->Release();
}

void loopLeavesOne(LPMAPISESSION sess, LPMDB db, int count, ULONG cb,
                   LPENTRYID id) {
  for (int i = 0; i < count; ++i) {
    LPMAPIFOLDER folder = nullptr;
    ULONG type = 0;
    if (FAILED(
            db->OpenEntry(cb, id, nullptr, 0, &type, (LPUNKNOWN *)&folder)))
      continue;
    if (type == MAPI_FOLDER)
      break;
    folder->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'folder'{{.*}}[mapi-live-at-logoff]
}

void loopReleasesAll(LPMAPISESSION sess, LPMDB db, int count, ULONG cb,
                     LPENTRYID id) {
  for (int i = 0; i < count; ++i) {
    LPMAPIFOLDER folder = nullptr;
    ULONG type = 0;
    if (FAILED(
            db->OpenEntry(cb, id, nullptr, 0, &type, (LPUNKNOWN *)&folder)))
      continue;
    bool found = type == MAPI_FOLDER;
    folder->Release();
    if (found)
      break;
  }
  sess->Logoff(0, 0, 0);
}

struct PointerList {
  void add(void *item);
};
void postToWindow(ULONG_PTR parameter);

// What takes anything, as void * or a number, keeps what it is given.
void intoUntypedList(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                     PointerList &list) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  list.add(db);
  sess->Logoff(0, 0, 0);
}

void intoMessage(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  postToWindow((ULONG_PTR)db);
  sess->Logoff(0, 0, 0);
}

// Of a function that is not seen, the name says that it gives back.
void safeRelease(IUnknown *object);
void CloseTable(LPMAPITABLE table);
void showTable(LPMAPITABLE table);

HRESULT releasedByName(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (SUCCEEDED(hr))
    safeRelease(table);
  return hr;
}

HRESULT closedByName(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (SUCCEEDED(hr))
    CloseTable(table);
  return hr;
}

HRESULT onlyShown(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (SUCCEEDED(hr))
    showTable(table);
  // CHECK: :[[@LINE+1]]:3: warning: 'table' (IMAPITable) may be lost on this way out without being released, if IMAPIContainer::GetContentsTable succeeds [mapi-interface-leak]
  return hr;
}

// Time is free or busy, too.
HRESULT writeFreeBusy(LPMAPIFOLDER folder, LPMAPITABLE times);

HRESULT notReleasedByName(LPMAPIFOLDER folder) {
  LPMAPITABLE times = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &times);
  if (SUCCEEDED(hr))
    hr = writeFreeBusy(folder, times);
  // CHECK: :[[@LINE+1]]:3: warning: 'times' (IMAPITable) may be lost on this way out without being released, if IMAPIContainer::GetContentsTable succeeds [mapi-interface-leak]
  return hr;
}
