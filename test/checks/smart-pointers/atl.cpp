// RUN: %check_mapi %s
// CComPtr and CComQIPtr.
#include <mapix.h>
#include <mapiutil.h>

bool work();
void use(LPUNKNOWN object);

namespace ATL {
template <class T> class CComPtrBase {
protected:
  CComPtrBase() : p(nullptr) {}
  CComPtrBase(T *lp) : p(lp) {
    if (p)
      p->AddRef();
  }

public:
  ~CComPtrBase() {
    if (p)
      p->Release();
  }
  operator T *() const { return p; }
  T &operator*() const { return *p; }
  T **operator&() { return &p; } // asserts that p is null, releases nothing
  T *operator->() const { return p; }
  bool operator!() const { return p == nullptr; }
  bool operator==(T *other) const { return p == other; }
  void Release() {
    T *pTemp = p;
    if (pTemp) {
      p = nullptr;
      pTemp->Release();
    }
  }
  void Attach(T *p2) {
    if (p)
      p->Release();
    p = p2;
  }
  T *Detach() {
    T *pt = p;
    p = nullptr;
    return pt;
  }
  HRESULT CopyTo(T **ppT) {
    if (!ppT)
      return E_POINTER;
    *ppT = p;
    if (p)
      p->AddRef();
    return S_OK;
  }
  T *p;
};

template <class T> class CComPtr : public CComPtrBase<T> {
public:
  CComPtr() {}
  CComPtr(T *lp) : CComPtrBase<T>(lp) {}
  CComPtr(const CComPtr &lp) : CComPtrBase<T>(lp.p) {}
  CComPtr(CComPtr &&lp) : CComPtrBase<T>() { this->Swap(lp); }
  T *operator=(T *lp) {
    if (this->p != lp)
      CComPtr(lp).Swap(*this);
    return this->p;
  }
  T *operator=(const CComPtr &lp) { return *this = lp.p; }
  T *operator=(CComPtr &&lp) {
    if (this->p != lp.p)
      CComPtr(static_cast<CComPtr &&>(lp)).Swap(*this);
    return this->p;
  }
  void Swap(CComPtr &other) {
    T *pTemp = this->p;
    this->p = other.p;
    other.p = pTemp;
  }
};

template <class T, const IID *piid> class CComQIPtr : public CComPtr<T> {
public:
  CComQIPtr() {}
  CComQIPtr(T *lp) : CComPtr<T>(lp) {}
  CComQIPtr(IUnknown *lp) {
    if (lp)
      lp->QueryInterface(*piid, reinterpret_cast<void **>(&this->p));
  }
};
} // namespace ATL
using namespace ATL;

void ampersandOutlivesLogoff(LPMAPISESSION sess) {
  CComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void releasedOrNull(LPMAPISESSION sess) {
  CComPtr<IMAPITable> stores, status;
  sess->GetMsgStoresTable(0, &stores);
  sess->GetStatusTable(0, &status);
  stores.Release();
  status = nullptr;
  sess->Logoff(0, 0, 0);
}

// 'table.Release()' lets go; a reference added by hand is given back by hand.
void extraReferenceGoes(LPMAPISESSION sess) {
  CComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table.p->AddRef();
  table.p->Release();
  table.Release();
  sess->Logoff(0, 0, 0);
}

void extraReferenceStays(LPMAPISESSION sess) {
  CComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table.p->AddRef();
  table.Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// '&' does not release: what was there is lost.
void filledTwice(LPMAPISESSION sess) {
  CComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  if (FAILED(sess->GetMsgStoresTable(0, &table)))
    return;
  table.Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void emptiedInBetween(LPMAPISESSION sess) {
  CComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table.Release();
  if (FAILED(sess->GetMsgStoresTable(0, &table)))
    return;
  table.Release();
  sess->Logoff(0, 0, 0);
}

void attachedOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  CComPtr<IMAPITable> table;
  table.Attach(raw);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void attachedThenReleased(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  CComPtr<IMAPITable> table;
  table.Attach(raw);
  table = NULL;
  sess->Logoff(0, 0, 0);
}

void attachReleasesTheOld(LPMAPISESSION sess) {
  CComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table.Attach(nullptr);
  sess->Logoff(0, 0, 0);
}

void detachedAndForgotten(LPMAPISESSION sess) {
  CComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  LPMAPITABLE raw = table.Detach();
  table.Release();
  use(raw);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void detachedAndReleased(LPMAPISESSION sess) {
  CComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  LPMAPITABLE raw = table.Detach();
  raw->Release();
  sess->Logoff(0, 0, 0);
}

void copiedOutStays(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  CComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table.CopyTo(&raw);
  table.Release();
  use(raw);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void copiedOutGoesToo(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  CComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table.CopyTo(&raw);
  table.Release();
  raw->Release();
  sess->Logoff(0, 0, 0);
}

void movedAndGone(LPMAPISESSION sess) {
  CComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  {
    CComPtr<IMAPITable> other(static_cast<CComPtr<IMAPITable> &&>(table));
    work();
  }
  sess->Logoff(0, 0, 0);
}

void swappedAndForgotten(LPMAPISESSION sess) {
  CComPtr<IMAPITable> table, other;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table.Swap(other);
  table.Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|other)'.*}} [mapi-live-at-logoff]
}

void swappedAndReleased(LPMAPISESSION sess) {
  CComPtr<IMAPITable> table, other;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table.Swap(other);
  other.Release();
  sess->Logoff(0, 0, 0);
}

// CComQIPtr asks for an interface; the result is a reference of its own.
void queriedOutlivesLogoff(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  CComPtr<IMsgStore> db;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  CComQIPtr<IMAPIProp, &IID_IMAPIProp> props(static_cast<IUnknown *>(db.p));
  db.Release();
  if (!props)
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(props|db)'.*}} [mapi-live-at-logoff]
}

void queriedGoesFirst(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  {
    CComPtr<IMsgStore> db;
    if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      return;
    CComQIPtr<IMAPIProp, &IID_IMAPIProp> props(static_cast<IUnknown *>(db.p));
    if (props)
      props->SaveChanges(KEEP_OPEN_READONLY);
  }
  sess->Logoff(0, 0, 0);
}

// The session in one of them, too.
void sessionThenTable() {
  CComPtr<IMAPISession> sess;
  CComPtr<IMAPITable> table;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  sess->GetStatusTable(0, &table);
  table.Release();
  sess->Logoff(0, 0, 0);
  sess.Release();
}
