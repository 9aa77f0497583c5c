// RUN: %check_mapi %s
// Objects kept in members, continued: helpers, smart pointers, members and
// bases that log off, objects of another session.
#include <mapix.h>
#include <mapiutil.h>

// Acquired through helpers: a private method and a function of this file.
static HRESULT openStore(LPMAPISESSION session, ULONG cb, LPENTRYID id,
                         LPMDB *store) {
  return session->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, store);
}

class CViaHelpers {
public:
  ~CViaHelpers() { Stop(); }
  void Start(ULONG cb, LPENTRYID id) {
    if (m_session || FAILED(LogonTo(&m_session)))
      return;
    openStore(m_session, cb, id, &m_store);
    OpenQueue(m_queue);
  }
  void Stop() {
    if (!m_session)
      return;
    if (m_store)
      m_store->Release();
    m_store = nullptr;
    m_session->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_queue'.*}} [mapi-live-at-logoff]
    m_session->Release();
    m_session = nullptr;
  }

private:
  HRESULT LogonTo(LPMAPISESSION *out) {
    return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, out);
  }
  void OpenQueue(LPMAPITABLE &queue) {
    if (m_store)
      m_store->GetOutgoingQueue(0, &queue);
  }
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
  LPMAPITABLE m_queue = nullptr;
};

class CViaHelpersRight {
public:
  ~CViaHelpersRight() { Stop(); }
  void Start(ULONG cb, LPENTRYID id) {
    if (m_session || FAILED(LogonTo(&m_session)))
      return;
    openStore(m_session, cb, id, &m_store);
    OpenQueue(m_queue);
  }
  void Stop() {
    if (!m_session)
      return; // nothing can be open without a session
    Drop(m_queue);
    Drop(m_store);
    m_session->Logoff(0, 0, 0);
    Drop(m_session);
  }

private:
  template <class T> static void Drop(T &pointer) {
    if (pointer)
      pointer->Release();
    pointer = nullptr;
  }
  HRESULT LogonTo(LPMAPISESSION *out) {
    return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, out);
  }
  void OpenQueue(LPMAPITABLE &queue) {
    if (m_store)
      m_store->GetOutgoingQueue(0, &queue);
  }
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
  LPMAPITABLE m_queue = nullptr;
};

// Smart pointers as members: they let go only after the destructor's body.
template <class T> class CComPtr {
public:
  CComPtr() : p(nullptr) {}
  CComPtr(const CComPtr &other) : p(other.p) {
    if (p)
      p->AddRef();
  }
  ~CComPtr() { Release(); }
  T **operator&() { return &p; }
  T *operator->() const { return p; }
  operator T *() const { return p; }
  void Release() {
    T *old = p;
    p = nullptr;
    if (old)
      old->Release();
  }
  T *p;
};

class CSmart {
public:
  CSmart() {}
  CSmart(const CSmart &) = delete;
  HRESULT Init(ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
    if (FAILED(hr))
      return hr;
    return m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
  }
  ~CSmart() {
    if (m_session)
      m_session->Logoff(0, 0, 0);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_store'.*}} [mapi-live-at-logoff]
  }

private:
  CComPtr<IMAPISession> m_session;
  CComPtr<IMsgStore> m_store;
};

class CSmartRight {
public:
  CSmartRight() {}
  CSmartRight(const CSmartRight &) = delete;
  HRESULT Init(ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
    if (FAILED(hr))
      return hr;
    return m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
  }
  ~CSmartRight() {
    m_store.Release();
    if (m_session)
      m_session->Logoff(0, 0, 0);
  }

private:
  CComPtr<IMAPISession> m_session;
  CComPtr<IMsgStore> m_store;
};

// A member that logs off when it dies: what is declared after it dies before.
class COwnedSession {
public:
  COwnedSession() : m_p(nullptr) {}
  COwnedSession(const COwnedSession &) = delete;
  ~COwnedSession() {
    if (m_p) {
      m_p->Logoff(0, 0, 0);
      m_p->Release();
    }
  }
  HRESULT Logon() {
    return m_p ? S_FALSE
               : MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_p);
  }
  LPMAPISESSION Get() const { return m_p; }

private:
  LPMAPISESSION m_p;
};

class COutlook {
public:
  HRESULT Init() {
    HRESULT hr = m_owner.Logon();
    if (SUCCEEDED(hr) && !m_book)
      hr = m_owner.Get()->OpenAddressBook(0, nullptr, 0, &m_book);
    return hr;
  }

private:
  COwnedSession m_owner; // dies last
  CComPtr<IAddrBook> m_book;
};

class COutlookReleasesInTheBody {
public:
  HRESULT Init() {
    HRESULT hr = m_owner.Logon();
    if (SUCCEEDED(hr) && !m_rawBook)
      hr = m_owner.Get()->OpenAddressBook(0, nullptr, 0, &m_rawBook);
    return hr;
  }
  ~COutlookReleasesInTheBody() { UlRelease(m_rawBook); }

private:
  LPADRBOOK m_rawBook = nullptr;
  COwnedSession m_owner; // dies after the body all the same
};

class COutlookTheOtherWayRound {
public:
  HRESULT Init() {
    HRESULT hr = m_owner.Logon();
    if (SUCCEEDED(hr) && !m_lateBook)
      hr = m_owner.Get()->OpenAddressBook(0, nullptr, 0, &m_lateBook);
    return hr;
  }
  ~COutlookTheOtherWayRound() {}
  // CHECK: :{{[0-9]+}}:{{[0-9]+}}: warning: {{.*m_lateBook'.*}} [mapi-live-at-logoff]

private:
  CComPtr<IAddrBook> m_lateBook;
  COwnedSession m_owner; // dies first
};

// The archive belongs to a session of somebody else, and may stay.
class CTwoSessions {
public:
  HRESULT Open(ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_NEW_SESSION, &m_session);
    if (SUCCEEDED(hr))
      hr = m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
    return hr;
  }
  HRESULT OpenArchive(LPMAPISESSION other, ULONG cb, LPENTRYID id) {
    return other->OpenMsgStore(0, cb, id, nullptr, 0, &m_archive);
  }
  void Close() {
    UlRelease(m_store);
    m_store = nullptr;
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
      m_session = nullptr;
    }
  }
  ~CTwoSessions() {
    Close();
    UlRelease(m_archive);
  }

private:
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
  LPMDB m_archive = nullptr;
};

// Two of everything: the store of the first session dies with the second.
class CMixedUp {
public:
  CMixedUp(ULONG cb, LPENTRYID id) {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_NEW_SESSION, &m_from)))
      return;
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_NEW_SESSION, &m_to)))
      return;
    m_from->OpenMsgStore(0, cb, id, nullptr, 0, &m_source);
  }
  CMixedUp(const CMixedUp &) = delete;
  ~CMixedUp() {
    if (m_from) {
      m_from->Logoff(0, 0, 0);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_source'.*}} [mapi-live-at-logoff]
      m_from->Release();
    }
    if (m_source)
      m_source->Release();
    if (m_to) {
      m_to->Logoff(0, 0, 0);
      m_to->Release();
    }
  }

private:
  LPMAPISESSION m_from = nullptr, m_to = nullptr;
  LPMDB m_source = nullptr;
};

class CNotMixedUp {
public:
  CNotMixedUp(ULONG cb, LPENTRYID id) {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_NEW_SESSION, &m_from)))
      return;
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_NEW_SESSION, &m_to)))
      return;
    m_to->OpenMsgStore(0, cb, id, nullptr, 0, &m_target);
  }
  CNotMixedUp(const CNotMixedUp &) = delete;
  ~CNotMixedUp() {
    if (m_from) {
      m_from->Logoff(0, 0, 0);
      m_from->Release();
    }
    if (m_target)
      m_target->Release();
    if (m_to) {
      m_to->Logoff(0, 0, 0);
      m_to->Release();
    }
  }

private:
  LPMAPISESSION m_from = nullptr, m_to = nullptr;
  LPMDB m_target = nullptr;
};
