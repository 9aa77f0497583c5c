// RUN: %check_mapi %s
// Classes that are right, or that one file cannot prove wrong: no warnings.
#include <mapix.h>
#include <mapiutil.h>

// Copies share the session: each has a reference, and the last one logs off.
class CSharedSession {
public:
  CSharedSession() : m_session(nullptr), m_uses(nullptr) {}
  CSharedSession(const CSharedSession &other)
      : m_session(other.m_session), m_uses(other.m_uses) {
    if (m_session) {
      m_session->AddRef();
      ++*m_uses;
    }
  }
  CSharedSession &operator=(CSharedSession other) {
    LPMAPISESSION session = m_session;
    long *uses = m_uses;
    m_session = other.m_session;
    m_uses = other.m_uses;
    other.m_session = session;
    other.m_uses = uses;
    return *this;
  }
  ~CSharedSession() {
    if (!m_session)
      return;
    if (--*m_uses == 0) {
      m_session->Logoff(0, 0, 0);
      delete m_uses;
    }
    m_session->Release();
  }
  HRESULT Logon() {
    LPMAPISESSION session = nullptr;
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session);
    if (FAILED(hr))
      return hr;
    CSharedSession fresh;
    fresh.m_session = session;
    fresh.m_uses = new long(1);
    *this = fresh;
    return hr;
  }

private:
  LPMAPISESSION m_session;
  long *m_uses;
};

// A copyable owner of a store: each copy has a reference of its own.
class CStoreRef {
public:
  CStoreRef() : m_store(nullptr) {}
  CStoreRef(const CStoreRef &other) : m_store(other.m_store) {
    if (m_store)
      m_store->AddRef();
  }
  CStoreRef(CStoreRef &&other) noexcept : m_store(other.m_store) {
    other.m_store = nullptr;
  }
  CStoreRef &operator=(const CStoreRef &other) {
    if (other.m_store)
      other.m_store->AddRef();
    if (m_store)
      m_store->Release();
    m_store = other.m_store;
    return *this;
  }
  ~CStoreRef() { UlRelease(m_store); }
  HRESULT Open(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
    UlRelease(m_store);
    m_store = nullptr;
    return session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
  }

private:
  LPMDB m_store;
};

void storeRefsInTime(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  {
    CStoreRef first;
    if (FAILED(first.Open(session, cb, id)))
      return;
    CStoreRef second(first);
    CStoreRef third;
    third = second;
    CStoreRef fourth(static_cast<CStoreRef &&>(third));
  }
  session->Logoff(0, 0, 0);
}

// Ownership leaves through a getter, in two styles.
class CHandsOut {
public:
  HRESULT Open(ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
    if (SUCCEEDED(hr))
      hr = m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
    return hr;
  }
  LPMDB &Store() { return m_store; } // the caller may release and clear it
  LPMAPISESSION *SessionAddress() { return &m_session; }
  ~CHandsOut() {
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
  }

private:
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
};

class CDetaches {
public:
  HRESULT Open(ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
    if (SUCCEEDED(hr))
      hr = m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
    return hr;
  }
  void TakeStore(LPMDB *out) {
    *out = m_store;
    m_store = nullptr;
  }
  LPMAPISESSION TakeSession() {
    LPMAPISESSION session = m_session;
    m_session = nullptr;
    return session;
  }
  ~CDetaches() { UlRelease(m_store); }

private:
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
};

// Public members: whoever has the object may end what they hold.
struct SPublic {
  LPMAPISESSION session = nullptr;
  LPMDB store = nullptr;
  HRESULT open(ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session);
    if (SUCCEEDED(hr))
      hr = session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
    return hr;
  }
  void close() {
    if (session) {
      session->Logoff(0, 0, 0);
      session->Release();
      session = nullptr;
    }
  }
};

// A friend ends it, defined elsewhere.
class CFriendEnds {
public:
  HRESULT Open(ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
    if (SUCCEEDED(hr))
      hr = m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
    return hr;
  }
  void LogOff() {
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
      m_session = nullptr;
    }
  }
  friend class CFriendManager;
  friend void closeStoreOf(CFriendEnds &object);

private:
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
};

// A setter replaces what there was.
class CReplaces {
public:
  explicit CReplaces(LPMAPISESSION session) : m_session(session) {
    m_session->AddRef();
  }
  CReplaces(const CReplaces &) = delete;
  CReplaces &operator=(const CReplaces &) = delete;
  void SetStore(LPMDB store) {
    if (store)
      store->AddRef();
    if (m_store)
      m_store->Release();
    m_store = store;
  }
  void AdoptStore(LPMDB store) {
    UlRelease(m_store);
    m_store = store;
  }
  HRESULT OpenStore(ULONG cb, LPENTRYID id) {
    LPMDB store = nullptr;
    HRESULT hr = m_session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
    if (SUCCEEDED(hr))
      AdoptStore(store);
    return hr;
  }
  ~CReplaces() {
    SetStore(nullptr);
    m_session->Logoff(0, 0, 0);
    m_session->Release();
  }

private:
  LPMAPISESSION m_session;
  LPMDB m_store = nullptr;
};

// Two steps each way: CloseStore is the caller's to call before Close.
class CTwoPhases {
public:
  HRESULT Open() {
    return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
  }
  HRESULT OpenStore(ULONG cb, LPENTRYID id) {
    return m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
  }
  void CloseStore() {
    UlRelease(m_store);
    m_store = nullptr;
  }
  void Close() {
    m_session->Logoff(0, 0, 0);
    m_session->Release();
    m_session = nullptr;
  }

private:
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
};

HRESULT usesTwoPhases(ULONG cb, LPENTRYID id) {
  CTwoPhases client;
  HRESULT hr = client.Open();
  if (FAILED(hr))
    return hr;
  hr = client.OpenStore(cb, id);
  if (SUCCEEDED(hr))
    client.CloseStore();
  client.Close();
  return hr;
}

// Some of the methods are defined in another file.
class CElsewhere {
public:
  HRESULT Open(ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
    if (SUCCEEDED(hr))
      hr = m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
    return hr;
  }
  void ReleaseObjects();
  void Close() {
    ReleaseObjects();
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
      m_session = nullptr;
    }
  }
  ~CElsewhere();

private:
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
};
