// RUN: %check_mapi %s
// Goto ladders: one label for all, and one label per acquisition.
#include <mapix.h>
#include <mapiutil.h>

HRESULT gotoLadderForgetsFolder(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPIFOLDER folder = nullptr;
  LPMAPITABLE contents = nullptr;
  ULONG type = 0;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db);
  if (FAILED(hr))
    goto done;
  hr = db->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&folder);
  if (FAILED(hr))
    goto done;
  hr = folder->GetContentsTable(0, &contents);
  if (FAILED(hr))
    goto done;
  hr = contents->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
done:
  if (contents)
    contents->Release();
  if (db)
    db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'folder'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT gotoLadderReleasesAll(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPIFOLDER folder = nullptr;
  LPMAPITABLE contents = nullptr;
  ULONG type = 0;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db);
  if (FAILED(hr))
    goto done;
  hr = db->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&folder);
  if (FAILED(hr))
    goto done;
  hr = folder->GetContentsTable(0, &contents);
  if (FAILED(hr))
    goto done;
  hr = contents->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
done:
  if (contents)
    contents->Release();
  if (folder)
    folder->Release();
  if (db)
    db->Release();
  sess->Logoff(0, 0, 0);
  return hr;
}

// One label per rung; the pointers need no initial value.
HRESULT rungsInTheRightOrder(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db;
  LPMAPIFOLDER folder;
  LPMAPITABLE contents;
  ULONG type;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr))
    goto logoff;
  hr = db->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&folder);
  if (FAILED(hr))
    goto releaseStore;
  hr = folder->GetContentsTable(0, &contents);
  if (FAILED(hr))
    goto releaseFolder;
  hr = contents->SetColumns(nullptr, 0);
  contents->Release();
releaseFolder:
  folder->Release();
releaseStore:
  db->Release();
logoff:
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT oneJumpGoesARungTooLow(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db;
  LPMAPIFOLDER folder;
  LPMAPITABLE contents;
  ULONG type;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr))
    goto logoff;
  hr = db->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&folder);
  if (FAILED(hr))
    goto releaseStore;
  hr = folder->GetContentsTable(0, &contents);
  if (FAILED(hr))
    goto releaseStore;
  hr = contents->SetColumns(nullptr, 0);
  contents->Release();
  folder->Release();
releaseStore:
  db->Release();
logoff:
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'folder'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT oneJumpSkipsTheLadder(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                              LPENTRYLIST messages) {
  LPMDB db = nullptr;
  LPMAPIFOLDER folder = nullptr;
  ULONG type = 0;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db);
  if (FAILED(hr))
    goto logoff;
  hr = db->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&folder);
  if (FAILED(hr))
    goto logoff;
  hr = folder->DeleteMessages(messages, 0, nullptr, 0);
  folder->Release();
  db->Release();
logoff:
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  return hr;
}

// The status that guards the release is no longer that of the acquisition.
HRESULT cleanupTrustsTheLastStatus(LPMAPISESSION sess, LPTSTR name) {
  LPADRBOOK book = nullptr;
  LPMAPITABLE status = nullptr;
  HRESULT hr = sess->OpenAddressBook(0, nullptr, 0, &book);
  if (FAILED(hr))
    goto done;
  hr = sess->GetStatusTable(0, &status);
done:
  if (SUCCEEDED(hr)) {
    status->Release();
    book->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'book'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT cleanupTrustsThePointers(LPMAPISESSION sess) {
  LPADRBOOK book = nullptr;
  LPMAPITABLE status = nullptr;
  HRESULT hr = sess->OpenAddressBook(0, nullptr, 0, &book);
  if (FAILED(hr))
    goto done;
  hr = sess->GetStatusTable(0, &status);
done:
  if (status)
    status->Release();
  if (book)
    book->Release();
  sess->Logoff(0, 0, 0);
  return hr;
}

// Two ends: the failing one must run the same ladder.
HRESULT failingEndForgetsStore(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE folders = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr))
    goto fail;
  hr = db->GetReceiveFolderTable(0, &folders);
  if (FAILED(hr))
    goto fail;
  folders->Release();
  db->Release();
  sess->Logoff(0, 0, 0);
  return S_OK;
fail:
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT bothEndsRelease(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE folders = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr))
    goto fail;
  hr = db->GetReceiveFolderTable(0, &folders);
  if (FAILED(hr))
    goto fail;
  folders->Release();
  db->Release();
  sess->Logoff(0, 0, 0);
  return S_OK;
fail:
  UlRelease(db);
  sess->Logoff(0, 0, 0);
  return hr;
}

// Everything is released, but after the Logoff.
void logoffStandsAboveTheLadder(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE queue = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    goto done;
  if (FAILED(db->GetOutgoingQueue(0, &queue)))
    goto done;
  queue->SeekRow(BOOKMARK_END, 0, nullptr);
done:
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(db|queue)'.*}} [mapi-live-at-logoff]
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*'(db|queue)'.*}} [mapi-live-at-logoff]
  UlRelease(queue);
  UlRelease(db);
  sess->Release();
}

void logoffStandsBelowTheLadder(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE queue = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    goto done;
  if (FAILED(db->GetOutgoingQueue(0, &queue)))
    goto done;
  queue->SeekRow(BOOKMARK_END, 0, nullptr);
done:
  UlRelease(queue);
  UlRelease(db);
  sess->Logoff(0, 0, 0);
  sess->Release();
}
