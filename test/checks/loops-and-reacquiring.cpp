// RUN: %check_mapi %s
// Loops with continue and break; opening into a pointer that holds something.
#include <mapix.h>
#include <mapiutil.h>

bool wanted(LPMESSAGE msg);
void trace(HRESULT hr);

void continueBeforeTheRelease(LPMAPISESSION sess, ULONG count, ULONG *cbs,
                              LPENTRYID *ids) {
  ULONG type = 0;
  for (ULONG i = 0; i < count; ++i) {
    LPMESSAGE msg = nullptr;
    if (FAILED(sess->OpenEntry(cbs[i], ids[i], nullptr, MAPI_MODIFY, &type,
                               (LPUNKNOWN *)&msg)))
      continue;
    if (!wanted(msg))
      continue;
    trace(msg->SetReadFlag(0));
    msg->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'msg'.*}} [mapi-live-at-logoff]
}

void continueAfterTheRelease(LPMAPISESSION sess, ULONG count, ULONG *cbs,
                             LPENTRYID *ids) {
  ULONG type = 0;
  for (ULONG i = 0; i < count; ++i) {
    LPMESSAGE msg = nullptr;
    if (FAILED(sess->OpenEntry(cbs[i], ids[i], nullptr, MAPI_MODIFY, &type,
                               (LPUNKNOWN *)&msg)))
      continue;
    if (!wanted(msg)) {
      msg->Release();
      continue;
    }
    trace(msg->SetReadFlag(0));
    msg->Release();
  }
  sess->Logoff(0, 0, 0);
}

HRESULT breakBeforeTheRelease(LPMAPISESSION sess, ULONG count, ULONG *cbs,
                              LPENTRYID *ids) {
  HRESULT hr = S_OK;
  ULONG type = 0, i = 0;
  while (i < count) {
    LPMESSAGE msg = nullptr;
    hr = sess->OpenEntry(cbs[i], ids[i], nullptr, MAPI_MODIFY, &type,
                         (LPUNKNOWN *)&msg);
    if (FAILED(hr))
      break;
    hr = msg->SetReadFlag(CLEAR_READ_FLAG);
    if (FAILED(hr))
      break;
    msg->Release();
    ++i;
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'msg'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT breakAfterTheRelease(LPMAPISESSION sess, ULONG count, ULONG *cbs,
                             LPENTRYID *ids) {
  HRESULT hr = S_OK;
  ULONG type = 0, i = 0;
  while (i < count) {
    LPMESSAGE msg = nullptr;
    hr = sess->OpenEntry(cbs[i], ids[i], nullptr, MAPI_MODIFY, &type,
                         (LPUNKNOWN *)&msg);
    if (FAILED(hr))
      break;
    hr = msg->SetReadFlag(CLEAR_READ_FLAG);
    msg->Release();
    if (FAILED(hr))
      break;
    ++i;
  }
  sess->Logoff(0, 0, 0);
  return hr;
}

// The pointer outlives the round; the end releases what the break left.
void lastOneIsReleasedBelow(LPMAPISESSION sess, ULONG count, ULONG *cbs,
                            LPENTRYID *ids) {
  LPMESSAGE msg = nullptr;
  ULONG type = 0;
  for (ULONG i = 0; i < count; ++i) {
    if (FAILED(sess->OpenEntry(cbs[i], ids[i], nullptr, 0, &type,
                               (LPUNKNOWN *)&msg)))
      continue;
    if (wanted(msg))
      break;
    msg->Release();
    msg = nullptr;
  }
  if (msg) {
    trace(msg->SetReadFlag(0));
    msg->Release();
  }
  sess->Logoff(0, 0, 0);
}

void allButTheLastAreLost(LPMAPISESSION sess, ULONG count, ULONG *cbs,
                          LPENTRYID *ids) {
  LPMESSAGE msg = nullptr;
  ULONG type = 0;
  for (ULONG i = 0; i < count; ++i) {
    if (FAILED(sess->OpenEntry(cbs[i], ids[i], nullptr, 0, &type,
                               (LPUNKNOWN *)&msg)))
      continue;
    if (wanted(msg))
      break;
  }
  if (msg)
    msg->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'msg'.*}} [mapi-live-at-logoff]
}

// Opening again into a pointer that still holds a reference.
void secondStoreOverwritesTheFirst(LPMAPISESSION sess, ULONG cb1,
                                   LPENTRYID id1, ULONG cb2, LPENTRYID id2) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb1, id1, nullptr, 0, &db)))
    return;
  trace(db->SaveChanges(KEEP_OPEN_READONLY));
  if (SUCCEEDED(sess->OpenMsgStore(0, cb2, id2, nullptr, 0, &db)))
    db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void secondStoreAfterTheFirst(LPMAPISESSION sess, ULONG cb1, LPENTRYID id1,
                              ULONG cb2, LPENTRYID id2) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb1, id1, nullptr, 0, &db)))
    return;
  trace(db->SaveChanges(KEEP_OPEN_READONLY));
  db->Release();
  db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb2, id2, nullptr, 0, &db)))
    db->Release();
  sess->Logoff(0, 0, 0);
}

// The first failed, so its pointer is free for the second.
void secondTryAfterAFailure(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db);
  if (FAILED(hr))
    hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (SUCCEEDED(hr))
    db->Release();
  sess->Logoff(0, 0, 0);
}

void secondTryAfterASuccess(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db);
  if (SUCCEEDED(hr))
    hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (SUCCEEDED(hr))
    db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void retryWithALimit(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = E_FAIL;
  for (int tries = 0; tries < 3 && FAILED(hr); ++tries)
    hr = sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db);
  if (FAILED(hr))
    return;
  db->Release();
  sess->Logoff(0, 0, 0);
}

// Descends from folder to folder, releasing the parent each time.
void descendRight(LPMAPISESSION sess, ULONG depth, ULONG *cbs,
                  LPENTRYID *ids) {
  LPMAPIFOLDER folder = nullptr;
  ULONG type = 0;
  if (FAILED(sess->OpenEntry(cbs[0], ids[0], nullptr, 0, &type,
                             (LPUNKNOWN *)&folder)))
    return;
  for (ULONG i = 1; i < depth; ++i) {
    LPMAPIFOLDER child = nullptr;
    if (FAILED(folder->OpenEntry(cbs[i], ids[i], nullptr, 0, &type,
                                 (LPUNKNOWN *)&child)))
      break;
    folder->Release();
    folder = child;
  }
  folder->Release();
  sess->Logoff(0, 0, 0);
}

void descendForgetsTheParents(LPMAPISESSION sess, ULONG depth, ULONG *cbs,
                              LPENTRYID *ids) {
  LPMAPIFOLDER folder = nullptr;
  ULONG type = 0;
  if (FAILED(sess->OpenEntry(cbs[0], ids[0], nullptr, 0, &type,
                             (LPUNKNOWN *)&folder)))
    return;
  for (ULONG i = 1; i < depth; ++i) {
    LPMAPIFOLDER child = nullptr;
    if (SUCCEEDED(folder->OpenEntry(cbs[i], ids[i], nullptr, 0, &type,
                                    (LPUNKNOWN *)&child)))
      folder = child;
  }
  folder->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(folder|child)'.*}} [mapi-live-at-logoff]
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*'(folder|child)'.*}} [mapi-live-at-logoff]
}

// break leaves the switch only, not the loop.
void breakLeavesTheSwitchOnly(LPMAPISESSION sess, ULONG count, ULONG *cbs,
                              LPENTRYID *ids) {
  for (ULONG i = 0; i < count; ++i) {
    LPUNKNOWN object = nullptr;
    ULONG type = 0;
    if (FAILED(sess->OpenEntry(cbs[i], ids[i], nullptr, 0, &type, &object)))
      continue;
    switch (type) {
    case MAPI_MESSAGE:
      trace(((LPMESSAGE)object)->SetReadFlag(0));
      break;
    case MAPI_FOLDER:
      trace(((LPMAPIFOLDER)object)->EmptyFolder(0, nullptr, 0));
      break;
    }
    object->Release();
  }
  sess->Logoff(0, 0, 0);
}

void continueLeavesTheSwitchAndTheRelease(LPMAPISESSION sess, ULONG count,
                                          ULONG *cbs, LPENTRYID *ids) {
  for (ULONG i = 0; i < count; ++i) {
    LPUNKNOWN object = nullptr;
    ULONG type = 0;
    if (FAILED(sess->OpenEntry(cbs[i], ids[i], nullptr, 0, &type, &object)))
      continue;
    switch (type) {
    case MAPI_MESSAGE:
      trace(((LPMESSAGE)object)->SetReadFlag(0));
      break;
    default:
      continue;
    }
    object->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'object'.*}} [mapi-live-at-logoff]
}
