// RUN: %check_mapi %s
// A COM object's own Release deletes it: its destructor has run then, and does not run
// again.
#include <mapix.h>
#include <mapiutil.h>
#include <utility>

class Counted {
public:
  Counted() = default;
  Counted(const Counted &) = delete;
  ~Counted() {
    MAPIFreeBuffer(name);
    if (prop)
      prop->Release();
  }
  ULONG AddRef() { return ++references; }
  ULONG Release() {
    const ULONG left = --references;
    if (left == 0)
      delete this;
    return left;
  }
  HRESULT read(LPMAPIPROP from) { return HrGetOneProp(from, PR_SUBJECT_W, &name); }

private:
  ULONG references = 1;
  LPSPropValue name = nullptr;
  LPMAPIPROP prop = nullptr;
};

// What it does besides is looked at.
class Twice {
public:
  Twice() = default;
  Twice(const Twice &) = delete;
  ~Twice() { MAPIFreeBuffer(name); }
  HRESULT read(LPMAPIPROP from) { return HrGetOneProp(from, PR_SUBJECT_W, &name); }
  void end() {
    MAPIFreeBuffer(name);
    delete this; // CHECK: :[[@LINE]]:5: warning: 'name' is given back a second time [mapi-use-after-release]
  }

private:
  LPSPropValue name = nullptr;
};

// A pair may be empty at first.
HRESULT pair(LPMAPIFOLDER folder) {
  std::pair<HRESULT, LPMAPITABLE> opened;
  opened.first = folder->GetContentsTable(0, &opened.second);
  if (opened.second)
    opened.second->Release();
  return opened.first;
}

HRESULT pairWrong(LPMAPIFOLDER folder) {
  std::pair<HRESULT, LPMAPITABLE> opened;
  opened.first = folder->GetContentsTable(0, &opened.second);
  // CHECK: :[[@LINE+1]]:3: warning: 'opened.second' (IMAPITable) may be lost on this way out without being released, if IMAPIContainer::GetContentsTable succeeds [mapi-interface-leak]
  return opened.first;
}

// The last Release closes what the object has, in the wrong order.
class ClosesTooEarly {
public:
  HRESULT open(LPMAPISESSION session) {
    return session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &m_store);
  }
  HRESULT watch(LPMAPIADVISESINK sink) {
    return m_store->Advise(0, nullptr, fnevNewMail, sink, &m_token);
  }
  ULONG Release() {
    const LONG left = InterlockedDecrement(&m_count);
    if (left == 0) {
      close();
      if (m_token)
        m_store->Unadvise(m_token);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'm_store' (IMsgStore) is used after it was given back [mapi-use-after-release]
      delete this;
    }
    return left;
  }

private:
  void close() {
    if (m_store)
      m_store->Release();
  }
  LONG m_count = 1;
  ULONG m_token = 0;
  LPMDB m_store = nullptr;
};

class ClosesInTime {
public:
  HRESULT open(LPMAPISESSION session) {
    return session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &m_store);
  }
  HRESULT watch(LPMAPIADVISESINK sink) {
    return m_store->Advise(0, nullptr, fnevNewMail, sink, &m_token);
  }
  ULONG Release() {
    const LONG left = InterlockedDecrement(&m_count);
    if (left == 0) {
      if (m_token)
        m_store->Unadvise(m_token);
      close();
      delete this;
    }
    return left;
  }

private:
  void close() {
    if (m_store)
      m_store->Release();
  }
  LONG m_count = 1;
  ULONG m_token = 0;
  LPMDB m_store = nullptr;
};
