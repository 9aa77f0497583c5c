// RUN: %check_mapi %s
// Smart pointers in the scope of the call that ends what they hold.
#include <mapix.h>
#include <mapiutil.h>

template <class T> class CComPtr {
public:
  CComPtr() : p(nullptr) {}
  CComPtr(T *other) : p(other) {
    if (p)
      p->AddRef();
  }
  CComPtr(const CComPtr &other) : CComPtr(other.p) {}
  ~CComPtr() { Release(); }
  T **operator&() { return &p; }
  T *operator->() const { return p; }
  operator T *() const { return p; }
  bool operator!() const { return !p; }
  T *operator=(T *other) {
    if (other)
      other->AddRef();
    Release();
    return p = other;
  }
  void Release() {
    T *old = p;
    p = nullptr;
    if (old)
      old->Release();
  }
  void Attach(T *other) {
    Release();
    p = other;
  }
  T *Detach() {
    T *old = p;
    p = nullptr;
    return old;
  }
  T *p;
};

void sameScope(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  CComPtr<IMsgStore> db;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: warning: 'db' (IMsgStore) is still open when IMAPISession::Logoff is called [mapi-live-at-logoff]
  // CHECK: :[[@LINE+2]]:1: note: its destructor releases it here; release it before, or narrow its scope
  sess->Logoff(0, 0, 0);
}

void narrowerScope(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  {
    CComPtr<IMsgStore> db;
    if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      db->AbortSubmit(cb, id, 0);
  }
  sess->Logoff(0, 0, 0);
}

void releasedByHand(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  CComPtr<IMsgStore> db;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  db.Release();
  sess->Logoff(0, 0, 0);
}

void setToNull(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  CComPtr<IMsgStore> db;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  db = nullptr;
  sess->Logoff(0, 0, 0);
}

void copyStays(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  CComPtr<IMsgStore> copy;
  {
    CComPtr<IMsgStore> db;
    if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      return;
    copy = db;
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
}

void copyGoesToo(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  {
    CComPtr<IMsgStore> db;
    if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      return;
    CComPtr<IMsgStore> copy(db);
  }
  sess->Logoff(0, 0, 0);
}

void attached(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB raw = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &raw)))
    return;
  {
    CComPtr<IMsgStore> db;
    db.Attach(raw);
  }
  sess->Logoff(0, 0, 0);
}

void copiedFromRaw(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB raw = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &raw)))
    return;
  {
    CComPtr<IMsgStore> db(raw); // a reference of its own: raw's stays
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'raw'{{.*}}[mapi-live-at-logoff]
}

void detached(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB raw = nullptr;
  {
    CComPtr<IMsgStore> db;
    if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      return;
    raw = db.Detach();
  }
  raw->Release();
  sess->Logoff(0, 0, 0);
}

void outlivesMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  CComPtr<IProfAdmin> admin;
  MAPIAdminProfiles(0, &admin);
  // CHECK: :[[@LINE+2]]:3: warning: MAPIUninitialize is called while 'admin' (IProfAdmin) is still open; its destructor releases it afterwards [mapi-teardown-order]
  // CHECK: :[[@LINE+2]]:1: note: the destructor runs here
  MAPIUninitialize();
}

void diesBeforeMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  {
    CComPtr<IProfAdmin> admin;
    MAPIAdminProfiles(0, &admin);
  }
  MAPIUninitialize();
}

void sessionWithoutLogoff() {
  CComPtr<IMAPISession> sess;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]

void sessionWithLogoff() {
  CComPtr<IMAPISession> sess;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  sess->Logoff(0, 0, 0);
}
