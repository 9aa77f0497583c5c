// RUN: %check_mapi %s
// do { ... } while (0) as a ladder, left with break.
#include <mapix.h>
#include <mapiutil.h>

HRESULT breakForgetsFolder(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPIFOLDER folder = nullptr;
  LPMESSAGE msg = nullptr;
  ULONG type = 0;
  HRESULT hr;
  do {
    hr = sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db);
    if (FAILED(hr))
      break;
    hr = db->OpenEntry(0, nullptr, nullptr, MAPI_MODIFY, &type,
                       (LPUNKNOWN *)&folder);
    if (FAILED(hr))
      break;
    hr = folder->CreateMessage(nullptr, 0, &msg);
    if (FAILED(hr))
      break;
    hr = msg->SaveChanges(0);
    folder->Release();
  } while (0);
  UlRelease(msg);
  UlRelease(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'folder'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT breaksReleaseAll(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPIFOLDER folder = nullptr;
  LPMESSAGE msg = nullptr;
  ULONG type = 0;
  HRESULT hr;
  do {
    hr = sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db);
    if (FAILED(hr))
      break;
    hr = db->OpenEntry(0, nullptr, nullptr, MAPI_MODIFY, &type,
                       (LPUNKNOWN *)&folder);
    if (FAILED(hr))
      break;
    hr = folder->CreateMessage(nullptr, 0, &msg);
    if (FAILED(hr))
      break;
    hr = msg->SaveChanges(0);
  } while (0);
  UlRelease(msg);
  UlRelease(folder);
  UlRelease(db);
  sess->Logoff(0, 0, 0);
  return hr;
}

// while (false) and continue, which goes to the test and so leaves as well.
HRESULT continueLeavesToo(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE queue = nullptr;
  HRESULT hr = S_OK;
  do {
    hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
    if (FAILED(hr))
      continue;
    hr = db->GetOutgoingQueue(0, &queue);
    if (FAILED(hr))
      continue;
    queue->Release();
  } while (false);
  if (db != nullptr)
    db->Release();
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT continueLeavesTheStoreOpen(LPMAPISESSION sess, ULONG cb,
                                   LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE queue = nullptr;
  HRESULT hr = S_OK;
  do {
    hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
    if (FAILED(hr))
      continue;
    hr = db->GetOutgoingQueue(0, &queue);
    if (FAILED(hr))
      continue;
    queue->Release();
    db->Release();
  } while (false);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  return hr;
}

// A ladder in a ladder: the inner break leaves the inner one only.
HRESULT innerBreakKeepsTheOuterGoing(LPMAPISESSION sess, ULONG cb,
                                     LPENTRYID id) {
  LPADRBOOK book = nullptr;
  LPMDB db = nullptr;
  LPMAPITABLE folders = nullptr;
  HRESULT hr;
  do {
    hr = sess->OpenAddressBook(0, nullptr, AB_NO_DIALOG, &book);
    if (FAILED(hr))
      break;
    do {
      hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
      if (FAILED(hr))
        break;
      hr = db->GetReceiveFolderTable(0, &folders);
      if (FAILED(hr))
        break;
      folders->Release();
    } while (0);
    UlRelease(db);
    book->Release();
  } while (0);
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT innerReleaseIsSkipped(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPADRBOOK book = nullptr;
  LPMDB db = nullptr;
  LPMAPITABLE folders = nullptr;
  HRESULT hr;
  do {
    hr = sess->OpenAddressBook(0, nullptr, AB_NO_DIALOG, &book);
    if (FAILED(hr))
      break;
    do {
      hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
      if (FAILED(hr))
        break;
      hr = db->GetReceiveFolderTable(0, &folders);
      if (FAILED(hr))
        break;
      folders->Release();
      db->Release();
    } while (0);
    book->Release();
  } while (0);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  return hr;
}

// for (;;) with a break at its end is the same ladder.
HRESULT onePassOfAnEndlessLoop(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE folders = nullptr;
  HRESULT hr;
  for (;;) {
    if (FAILED(hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      break;
    if (FAILED(hr = db->GetReceiveFolderTable(0, &folders)))
      break;
    hr = folders->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
    break;
  }
  if (folders)
    folders->Release();
  if (db)
    db->Release();
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT onePassForgetsTable(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE folders = nullptr;
  HRESULT hr;
  for (;;) {
    if (FAILED(hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      break;
    if (FAILED(hr = db->GetReceiveFolderTable(0, &folders)))
      break;
    if (FAILED(hr = folders->SeekRow(BOOKMARK_BEGINNING, 0, nullptr)))
      break;
    folders->Release();
    break;
  }
  if (db)
    db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'folders'.*}} [mapi-live-at-logoff]
  return hr;
}
