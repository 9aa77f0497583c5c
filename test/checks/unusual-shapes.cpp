// RUN: %check_mapi %s
// Right and wrong code of unusual shape.
#include <mapix.h>
#include <mapiutil.h>
#include <memory>
#include <ole2.h>
#include <string.h>

void log(const char *text, HRESULT hr);
bool confirm();

// The pointer is tested, not the status; the status is overwritten meanwhile.
HRESULT statusOverwritten(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE stores = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (SUCCEEDED(hr))
    hr = sess->GetMsgStoresTable(0, &stores);
  if (SUCCEEDED(hr))
    hr = stores->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  if (db)
    db->Release();
  if (stores)
    stores->Release();
  sess->Logoff(0, 0, 0);
  return hr;
}

// The store is released by the status of a later call.
HRESULT releasedByTheWrongStatus(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE stores = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (SUCCEEDED(hr))
    hr = sess->GetMsgStoresTable(0, &stores);
  if (SUCCEEDED(hr)) {
    stores->Release();
    db->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
  return hr;
}

void logoffOnTwoWays(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  if (confirm()) {
    sess->Logoff(0, MAPI_LOGOFF_UI, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
  } else {
    db->Release();
    sess->Logoff(0, 0, 0);
  }
}

void retryUntilOpen(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr;
  do {
    hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  } while (hr == MAPI_E_TIMEOUT);
  if (SUCCEEDED(hr))
    db->Release();
  sess->Logoff(0, 0, 0);
}

void retryCounted(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  for (int tries = 0; tries < 3 && !db; ++tries)
    sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (!db)
    return;
  db->Release();
  sess->Logoff(0, 0, 0);
}

void openedOnDemand(LPMAPISESSION sess, ULONG cb, LPENTRYID id, int count) {
  LPMDB db = nullptr;
  for (int i = 0; i < count; ++i) {
    if (!db && FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      continue;
    log("store", S_OK);
  }
  if (db)
    db->Release();
  sess->Logoff(0, 0, 0);
}

void conditionsJoined(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)) || !db) {
    sess->Logoff(0, 0, 0);
    return;
  }
  db->Release();
  sess->Logoff(0, 0, 0);
}

void memberOfLocalStructure(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  struct {
    LPMDB store;
    LPMAPITABLE table;
  } context = {};
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &context.store)))
    return;
  if (context.store)
    context.store->Release();
  sess->Logoff(0, 0, 0);
}

void memberOfLocalStructureForgotten(LPMAPISESSION sess, ULONG cb,
                                     LPENTRYID id) {
  struct {
    LPMDB store;
    LPMAPITABLE table;
  } context = {};
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &context.store)))
    return;
  if (SUCCEEDED(sess->GetMsgStoresTable(0, &context.table)))
    context.table->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'context.store'{{.*}}[mapi-live-at-logoff]
}

void throughReference(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMDB &alias = db;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &alias)))
    return;
  db->Release();
  sess->Logoff(0, 0, 0);
}

struct Releaser {
  void operator()(IUnknown *object) const { object->Release(); }
};

void uniquePointer(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  {
    std::unique_ptr<IMsgStore, Releaser> owner(db);
    log("store", S_OK);
  }
  sess->Logoff(0, 0, 0);
}

template <class T> void safeRelease(T *&pointer) {
  if (pointer) {
    pointer->Release();
    pointer = nullptr;
  }
}

void releaseHelper(LPUNKNOWN object) {
  if (object)
    object->Release();
}

void useHelper(LPUNKNOWN object) { object->AddRef(); }

void releasedByTemplate(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  safeRelease(db);
  sess->Logoff(0, 0, 0);
}

void releasedByHelper(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  releaseHelper(db);
  sess->Logoff(0, 0, 0);
}

void onlyUsedByHelper(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  useHelper(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
}

void endMapi() {
  OleUninitialize();
  MAPIUninitialize();
}

void undoneByHelper(LPMAPISESSION sess) {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  if (FAILED(OleInitialize(nullptr))) {
    MAPIUninitialize();
    return;
  }
  sess->Logoff(0, 0, 0);
  endMapi();
}

void transitively(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPIFOLDER root = nullptr;
  LPMAPITABLE contents = nullptr;
  ULONG type = 0;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  if (SUCCEEDED(db->OpenEntry(0, nullptr, nullptr, 0, &type,
                              (LPUNKNOWN *)&root))) {
    root->GetContentsTable(0, &contents);
    root->Release();
  }
  db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'contents'{{.*}}[mapi-live-at-logoff]
}

void twoAtOnce(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPADRBOOK book = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  sess->OpenAddressBook(0, nullptr, 0, &book);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'book'{{.*}}[mapi-live-at-logoff]
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
}

void rowsAndTable(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr;
  LPSRowSet rows = nullptr;
  if (SUCCEEDED(sess->GetMsgStoresTable(0, &stores))) {
    if (SUCCEEDED(HrQueryAllRows(stores, nullptr, nullptr, nullptr, 0, &rows)))
      for (ULONG i = 0; i < rows->cRows; ++i) {
        LPMDB db = nullptr;
        LPSPropValue entry = rows->aRow[i].lpProps;
        HRESULT hr = sess->OpenMsgStore(
            0, entry->Value.bin.cb, (LPENTRYID)entry->Value.bin.lpb, nullptr,
            0, &db);
        if (hr != hrSuccess && hr != MAPI_W_ERRORS_RETURNED)
          continue;
        db->Release();
      }
    FreeProws(rows);
    stores->Release();
  }
  sess->Logoff(0, 0, 0);
}

void sessionByReference(LPMAPISESSION &sess) {
  if (!sess)
    return;
  sess->Logoff(0, 0, 0);
  sess->Release();
  sess = nullptr;
}

void ownIfNotGiven(LPMAPISESSION given) {
  LPMAPISESSION sess = given;
  const bool own = given == nullptr;
  if (own && FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  LPMAPITABLE stores = nullptr;
  if (SUCCEEDED(sess->GetMsgStoresTable(0, &stores)))
    stores->Release();
  if (own) {
    sess->Logoff(0, 0, 0);
    sess->Release();
  }
}

void ownButNeverEnded(LPMAPISESSION given) {
  LPMAPISESSION sess = given;
  if (!given)
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
      return;
  log("session", S_OK);
  if (given)
    sess->Release();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]

int tryAndCatch(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  try {
    if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      throw 1;
    db->Release();
  } catch (int) {
    log("no store", E_FAIL);
  }
  sess->Logoff(0, 0, 0);
  return 0;
}

int caughtTooLate(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  try {
    if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      throw 1;
    if (confirm())
      throw 2;
    db->Release();
  } catch (int) {
    log("no store", E_FAIL);
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
  return 0;
}
