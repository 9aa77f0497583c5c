// RUN: %check_mapi %s
// Goto ladders, written out and behind macros.
#include <mapix.h>
#include <mapiutil.h>

#define CHECK_HR(call)                                                         \
  do {                                                                         \
    hr = (call);                                                               \
    if (FAILED(hr))                                                            \
      goto Cleanup;                                                            \
  } while (0)

#define RELEASE(pointer)                                                       \
  do {                                                                         \
    if (pointer) {                                                             \
      (pointer)->Release();                                                    \
      (pointer) = NULL;                                                        \
    }                                                                          \
  } while (0)

HRESULT macroLadderForgetsFolder(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  HRESULT hr = S_OK;
  LPMDB db = NULL;
  LPMAPIFOLDER folder = NULL;
  ULONG type = 0;
  CHECK_HR(sess->OpenMsgStore(0, cb, id, NULL, MDB_WRITE, &db));
  CHECK_HR(db->OpenEntry(0, NULL, NULL, 0, &type, (LPUNKNOWN *)&folder));
Cleanup:
  RELEASE(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'folder'{{.*}}[mapi-live-at-logoff]
  sess->Release();
  return hr;
}

HRESULT macroLadderReleasesAll(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  HRESULT hr = S_OK;
  LPMDB db = NULL;
  LPMAPIFOLDER folder = NULL;
  ULONG type = 0;
  CHECK_HR(sess->OpenMsgStore(0, cb, id, NULL, MDB_WRITE, &db));
  CHECK_HR(db->OpenEntry(0, NULL, NULL, 0, &type, (LPUNKNOWN *)&folder));
Cleanup:
  RELEASE(folder);
  RELEASE(db);
  sess->Logoff(0, 0, 0);
  sess->Release();
  return hr;
}

HRESULT labelsInTheWrongOrder(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = NULL;
  LPMAPITABLE stores = NULL;
  HRESULT hr = sess->GetMsgStoresTable(0, &stores);
  if (hr != hrSuccess)
    goto logoff;
  hr = sess->OpenMsgStore(0, cb, id, NULL, 0, &db);
  if (FAILED(hr))
    goto logoff; // past the table's Release
  db->Release();
  stores->Release();
logoff:
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stores'{{.*}}[mapi-live-at-logoff]
  sess->Release();
  return hr;
}

HRESULT labelsInTheRightOrder(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = NULL;
  LPMAPITABLE stores = NULL;
  HRESULT hr = sess->GetMsgStoresTable(0, &stores);
  if (hr != hrSuccess)
    goto logoff;
  hr = sess->OpenMsgStore(0, cb, id, NULL, 0, &db);
  if (FAILED(hr))
    goto table;
  db->Release();
table:
  stores->Release();
logoff:
  sess->Logoff(0, 0, 0);
  sess->Release();
  return hr;
}

// A check macro inside the clean-up block jumps back to its label.
HRESULT cleanupJumpsBack(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  HRESULT hr = S_OK;
  LPMDB db = NULL;
  bool tidied = false;
  CHECK_HR(sess->OpenMsgStore(0, cb, id, NULL, MDB_WRITE, &db));
Cleanup:
  if (db && !tidied) {
    ULONG flags = LOGOFF_ORDERLY;
    tidied = true;
    CHECK_HR(db->StoreLogoff(&flags));
  }
  RELEASE(db);
  sess->Logoff(0, 0, 0);
  sess->Release();
  return hr;
}

HRESULT cleanupJumpsBackPastRelease(LPMAPISESSION sess, ULONG cb,
                                    LPENTRYID id) {
  HRESULT hr = S_OK;
  LPMDB db = NULL;
  LPMAPITABLE stores = NULL;
  bool tidied = false;
  CHECK_HR(sess->GetMsgStoresTable(0, &stores));
  CHECK_HR(sess->OpenMsgStore(0, cb, id, NULL, MDB_WRITE, &db));
Cleanup:
  if (!tidied) {
    tidied = true;
    if (db) {
      ULONG flags = LOGOFF_ORDERLY;
      CHECK_HR(db->StoreLogoff(&flags));
    }
    RELEASE(stores);
  }
  RELEASE(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stores'{{.*}}[mapi-live-at-logoff]
  sess->Release();
  return hr;
}

// do { } while (0) with breaks is the same ladder.
HRESULT breakLadderForgets(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  HRESULT hr = S_OK;
  LPMDB db = nullptr;
  LPADRBOOK book = nullptr;
  do {
    hr = sess->OpenAddressBook(0, nullptr, 0, &book);
    if (FAILED(hr))
      break;
    hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
    if (FAILED(hr))
      break;
    book->Release();
    book = nullptr;
  } while (0);
  if (db)
    db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'book'{{.*}}[mapi-live-at-logoff]
  sess->Release();
  return hr;
}

HRESULT breakLadderReleases(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  HRESULT hr = S_OK;
  LPMDB db = nullptr;
  LPADRBOOK book = nullptr;
  do {
    hr = sess->OpenAddressBook(0, nullptr, 0, &book);
    if (FAILED(hr))
      break;
    hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
    if (FAILED(hr))
      break;
  } while (0);
  if (db)
    db->Release();
  if (book)
    book->Release();
  sess->Logoff(0, 0, 0);
  sess->Release();
  return hr;
}
