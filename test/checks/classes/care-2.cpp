// RUN: %check_mapi %s
// Classes that are right, or that one file cannot prove wrong, continued:
// inheritance, containers, singletons, libraries shared by several objects.
#include <mapix.h>
#include <mapiutil.h>
#include <map>
#include <memory>
#include <vector>

// CRTP: what the derived class releases, it releases before the Logoff.
template <class Derived> class TSession {
public:
  HRESULT Logon() {
    return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
  }
  void Logoff() {
    static_cast<Derived *>(this)->ReleaseAll();
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
      m_session = nullptr;
    }
  }

protected:
  LPMAPISESSION m_session = nullptr;
};

class CDerived : public TSession<CDerived> {
public:
  HRESULT OpenStore(ULONG cb, LPENTRYID id) {
    return m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
  }
  void ReleaseAll() {
    UlRelease(m_store);
    m_store = nullptr;
  }

private:
  LPMDB m_store = nullptr;
};

void runDerived(ULONG cb, LPENTRYID id) {
  CDerived d;
  if (FAILED(d.Logon()))
    return;
  d.OpenStore(cb, id);
  d.Logoff();
}

// An abstract base calls what the classes below define.
class CAbstract {
public:
  virtual ~CAbstract() {}
  HRESULT Logon() {
    return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
  }
  void Shutdown() {
    OnShutdown();
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
      m_session = nullptr;
    }
  }

protected:
  virtual void OnShutdown() = 0;
  HRESULT OpenBook() {
    return m_session->OpenAddressBook(0, nullptr, 0, &m_book);
  }
  LPMAPISESSION m_session = nullptr;
  LPADRBOOK m_book = nullptr;
};

// A virtual Close that another file overrides; the hook here does nothing.
class CVirtualClose {
public:
  virtual ~CVirtualClose() {}
  HRESULT Open(ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
    if (SUCCEEDED(hr))
      hr = m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
    return hr;
  }
  virtual void Close() {
    BeforeLogoff();
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
      m_session = nullptr;
    }
  }

protected:
  virtual void BeforeLogoff() {}
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
};

class CVirtualCloseHere : public CVirtualClose {
protected:
  void BeforeLogoff() override {
    UlRelease(m_store);
    m_store = nullptr;
  }
};

// Protected members of a class that others derive from.
class CForDerivation {
protected:
  HRESULT Open(ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
    if (SUCCEEDED(hr))
      hr = m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
    return hr;
  }
  ~CForDerivation() {
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
  }
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
};

// Stores in containers.
class CStores {
public:
  CStores() {}
  CStores(const CStores &) = delete;
  CStores &operator=(const CStores &) = delete;
  HRESULT Add(ULONG cb, LPENTRYID id) {
    LPMDB store = nullptr;
    HRESULT hr = m_session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
    if (SUCCEEDED(hr))
      m_stores.push_back(store);
    return hr;
  }
  HRESULT AddNamed(int name, ULONG cb, LPENTRYID id) {
    UlRelease(m_named[name]);
    m_named[name] = nullptr;
    return m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_named[name]);
  }
  HRESULT Logon() {
    return m_session ? S_FALSE
                     : MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED,
                                   &m_session);
  }
  ~CStores() {
    for (IMsgStore *store : m_stores)
      store->Release();
    for (auto &entry : m_named)
      UlRelease(entry.second);
    for (int i = 0; i < 3; ++i)
      UlRelease(m_tables[i]);
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
  }
  HRESULT OpenTables() {
    for (int i = 0; i < 3; ++i) {
      UlRelease(m_tables[i]);
      m_tables[i] = nullptr;
      HRESULT hr = m_session->GetMsgStoresTable(0, &m_tables[i]);
      if (FAILED(hr))
        return hr;
    }
    return S_OK;
  }

private:
  LPMAPISESSION m_session = nullptr;
  LPMAPITABLE m_tables[3] = {};
  std::vector<IMsgStore *> m_stores;
  std::map<int, LPMDB> m_named;
};

// A singleton lives as long as the process; Shutdown is called from main.
class CSingleton {
public:
  static CSingleton &Instance() {
    static CSingleton instance;
    return instance;
  }
  LPMAPISESSION Session() {
    if (!m_session)
      MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
    return m_session;
  }
  void Shutdown() {
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
      m_session = nullptr;
    }
  }

private:
  CSingleton() {}
  ~CSingleton() {}
  LPMAPISESSION m_session = nullptr;
};

// Never destroyed, on purpose.
class CLeakedOnPurpose {
public:
  static CLeakedOnPurpose *Get() {
    static CLeakedOnPurpose *instance = new CLeakedOnPurpose;
    return instance;
  }
  LPMAPISESSION Session() const { return m_session; }

private:
  CLeakedOnPurpose() {
    if (SUCCEEDED(MAPIInitialize(nullptr)))
      MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
  }
  LPMAPISESSION m_session = nullptr;
};

// One object starts MAPI, another one ends it.
struct SStarter {
  SStarter() : up(SUCCEEDED(MAPIInitialize(nullptr))) {}
  ~SStarter() {}
  bool up;
};
struct SStopper {
  explicit SStopper(SStarter &starter) : started(starter) {}
  ~SStopper() {
    if (started.up)
      MAPIUninitialize();
  }
  SStarter &started;
};

void startsAndStops() {
  SStarter starter;
  SStopper stopper(starter);
}

// Counted by the class: the first one starts MAPI, the last one ends it.
class CCounted {
public:
  CCounted() {
    if (s_count++ == 0)
      s_up = SUCCEEDED(MAPIInitialize(nullptr));
  }
  CCounted(const CCounted &) = delete;
  CCounted &operator=(const CCounted &) = delete;
  ~CCounted() {
    if (--s_count == 0 && s_up)
      MAPIUninitialize();
  }

private:
  static int s_count;
  static bool s_up;
};
int CCounted::s_count;
bool CCounted::s_up;

// Moved from: the new object has the duties, the old one has none.
class CMovable {
public:
  CMovable() : m_session(nullptr) {}
  CMovable(CMovable &&other) noexcept : m_session(other.m_session) {
    other.m_session = nullptr;
  }
  CMovable &operator=(CMovable &&other) noexcept {
    LPMAPISESSION mine = m_session;
    m_session = other.m_session;
    other.m_session = mine;
    return *this;
  }
  ~CMovable() {
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
  }
  bool Logon() {
    return !m_session && SUCCEEDED(MAPILogonEx(0, nullptr, nullptr,
                                               MAPI_EXTENDED, &m_session));
  }
  void Drop() { CMovable gone(static_cast<CMovable &&>(*this)); }

private:
  LPMAPISESSION m_session;
};

CMovable makeMovable() {
  CMovable m;
  m.Logon();
  return m;
}

void takesMovable() {
  CMovable m = makeMovable();
  auto heap = std::make_unique<CMovable>(static_cast<CMovable &&>(m));
  m = makeMovable();
}
