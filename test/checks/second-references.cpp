// RUN: %check_mapi %s
// AddRef, QueryInterface and UlRelease: as many releases as references.
#include <mapix.h>
#include <mapiutil.h>

void use(LPMAPIPROP object);

void oneReleaseForTwoReferences(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  db->AddRef();
  use(db);
  db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void twoReleasesForTwoReferences(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  db->AddRef();
  use(db);
  db->Release();
  use(db);
  db->Release();
  sess->Logoff(0, 0, 0);
}

void ulAddRefAndUlRelease(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  UlAddRef(db);
  UlRelease(db);
  UlRelease(db);
  sess->Logoff(0, 0, 0);
}

void ulAddRefIsNotUndone(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  UlAddRef(db);
  UlRelease(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

// The second name has a reference of its own.
void copyWithItsOwnReference(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr, copy = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  copy = db;
  copy->AddRef();
  db->Release();
  db = nullptr;
  use(copy);
  copy->Release();
  sess->Logoff(0, 0, 0);
}

void copyKeepsItsReference(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr, copy = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  copy = db;
  copy->AddRef();
  db->Release();
  db = nullptr;
  use(copy);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(db|copy)'.*}} [mapi-live-at-logoff]
}

// QueryInterface gives a reference of its own.
void queriedInterfaceStays(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPIPROP props = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  HRESULT hr = db->QueryInterface(IID_IMAPIProp, (void **)&props);
  db->Release();
  if (SUCCEEDED(hr))
    use(props);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'props'.*}} [mapi-live-at-logoff]
}

void queriedInterfaceGoesToo(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPIPROP props = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  HRESULT hr = db->QueryInterface(IID_IMAPIProp, (void **)&props);
  db->Release();
  if (SUCCEEDED(hr)) {
    use(props);
    props->Release();
  }
  sess->Logoff(0, 0, 0);
}

void originalStays(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  ULONG type = 0;
  LPUNKNOWN unknown = nullptr;
  LPMAPIFOLDER folder = nullptr;
  if (FAILED(sess->OpenEntry(cb, id, nullptr, 0, &type, &unknown)))
    return;
  if (SUCCEEDED(unknown->QueryInterface(IID_IMAPIFolder,
                                        reinterpret_cast<void **>(&folder)))) {
    use(folder);
    folder->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'unknown'.*}} [mapi-live-at-logoff]
}

void bothGo(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  ULONG type = 0;
  LPUNKNOWN unknown = nullptr;
  LPMAPIFOLDER folder = nullptr;
  if (FAILED(sess->OpenEntry(cb, id, nullptr, 0, &type, &unknown)))
    return;
  if (SUCCEEDED(unknown->QueryInterface(IID_IMAPIFolder,
                                        reinterpret_cast<void **>(&folder)))) {
    use(folder);
    folder->Release();
  }
  unknown->Release();
  sess->Logoff(0, 0, 0);
}

// UlRelease takes null, but it must be given the right pointer.
void ulReleaseOfTheWrongPointer(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMDB archive = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (db)
    use(db);
  UlRelease(archive);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void ulReleaseOfTheRightPointer(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (db)
    use(db);
  UlRelease(db);
  sess->Logoff(0, 0, 0);
}

// The count that Release returns proves nothing, but asking does no harm.
void countIsAsked(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  ULONG left = db->Release();
  if (left != 0)
    return;
  sess->Logoff(0, 0, 0);
}
