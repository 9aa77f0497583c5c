// RUN: %check_mapi %s
// Constructors that throw: no destructor runs for the object, but one runs for
// each member and base that is already built.
#include <mapix.h>
#include <mapiutil.h>
#include <stdexcept>

class COwnSession {
public:
  COwnSession() : m_p(nullptr) {}
  COwnSession(const COwnSession &) = delete;
  COwnSession &operator=(const COwnSession &) = delete;
  ~COwnSession() {
    if (m_p) {
      m_p->Logoff(0, 0, 0);
      m_p->Release();
    }
  }
  LPMAPISESSION *Receive() { return &m_p; }
  LPMAPISESSION operator->() const { return m_p; }

private:
  LPMAPISESSION m_p;
};

class CMapi {
public:
  CMapi() {
    if (FAILED(MAPIInitialize(nullptr)))
      throw std::runtime_error("mapi");
  }
  CMapi(const CMapi &) = delete;
  CMapi &operator=(const CMapi &) = delete;
  ~CMapi() { MAPIUninitialize(); }
};

// The session is a plain pointer: lost where the constructor throws.
class CThrows {
public:
  CThrows(ULONG cb, LPENTRYID id) : m_session(nullptr), m_store(nullptr) {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session)))
      throw std::runtime_error("logon");
    if (FAILED(m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store)))
      throw std::runtime_error("store");
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-missing-logoff]
  }
  CThrows(const CThrows &) = delete;
  CThrows &operator=(const CThrows &) = delete;
  ~CThrows() {
    m_store->Release();
    m_session->Logoff(0, 0, 0);
    m_session->Release();
  }

private:
  LPMAPISESSION m_session;
  LPMDB m_store;
};

class CEndsAndThrows {
public:
  CEndsAndThrows(ULONG cb, LPENTRYID id)
      : m_session(nullptr), m_store(nullptr) {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session)))
      throw std::runtime_error("logon");
    if (FAILED(m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store))) {
      End();
      throw std::runtime_error("store");
    }
  }
  CEndsAndThrows(const CEndsAndThrows &) = delete;
  CEndsAndThrows &operator=(const CEndsAndThrows &) = delete;
  ~CEndsAndThrows() {
    m_store->Release();
    End();
  }

private:
  void End() {
    m_session->Logoff(0, 0, 0);
    m_session->Release();
  }
  LPMAPISESSION m_session;
  LPMDB m_store;
};

// Caught inside the constructor: the object comes to be, and is destroyed.
class CCatches {
public:
  CCatches(ULONG cb, LPENTRYID id) : m_session(nullptr), m_store(nullptr) {
    try {
      if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session)))
        throw std::runtime_error("logon");
      if (FAILED(m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store)))
        throw std::runtime_error("store");
    } catch (const std::runtime_error &) {
      m_store = nullptr;
    }
  }
  CCatches(const CCatches &) = delete;
  CCatches &operator=(const CCatches &) = delete;
  ~CCatches() {
    UlRelease(m_store);
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
  }

private:
  LPMAPISESSION m_session;
  LPMDB m_store;
};

// The member has its own destructor: it logs off.
class CMemberEnds {
public:
  CMemberEnds(ULONG cb, LPENTRYID id) : m_store(nullptr) {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED,
                           m_session.Receive())))
      throw std::runtime_error("logon");
    if (FAILED(m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store)))
      throw std::runtime_error("store");
  }
  CMemberEnds(const CMemberEnds &) = delete;
  CMemberEnds &operator=(const CMemberEnds &) = delete;
  ~CMemberEnds() { m_store->Release(); }

private:
  CMapi m_mapi;
  COwnSession m_session;
  LPMDB m_store;
};

// The base has its own destructor, too.
class CBaseEnds : private COwnSession {
public:
  explicit CBaseEnds(bool bad) {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, Receive())))
      throw std::runtime_error("logon");
    if (bad)
      throw std::runtime_error("bad");
  }
};

// After a delegated constructor has returned, the object exists: a throw runs
// its destructor.
class CDelegates {
public:
  explicit CDelegates(bool bad) : CDelegates() {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session)))
      throw std::runtime_error("logon");
    if (bad)
      throw std::runtime_error("bad");
  }
  CDelegates(const CDelegates &) = delete;
  CDelegates &operator=(const CDelegates &) = delete;
  ~CDelegates() {
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
  }

private:
  CDelegates() : m_session(nullptr) {}
  LPMAPISESSION m_session;
};

// Without the delegation it does not.
class CDoesNotDelegate {
public:
  explicit CDoesNotDelegate(bool bad) : m_own(nullptr) {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_own)))
      throw std::runtime_error("logon");
    if (bad)
      throw std::runtime_error("bad");
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_own'.*}} [mapi-missing-logoff]
  }
  CDoesNotDelegate(const CDoesNotDelegate &) = delete;
  CDoesNotDelegate &operator=(const CDoesNotDelegate &) = delete;
  ~CDoesNotDelegate() {
    if (m_own) {
      m_own->Logoff(0, 0, 0);
      m_own->Release();
    }
  }

private:
  LPMAPISESSION m_own;
};

// MAPI is left up by a constructor that throws; a guard ends it.
class CLeavesMapiUp {
public:
  CLeavesMapiUp() : m_admin(nullptr) {
    if (FAILED(MAPIInitialize(nullptr)))
      throw std::runtime_error("mapi");
    if (FAILED(MAPIAdminProfiles(0, &m_admin)))
      throw std::runtime_error("profiles");
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  }
  CLeavesMapiUp(const CLeavesMapiUp &) = delete;
  CLeavesMapiUp &operator=(const CLeavesMapiUp &) = delete;
  ~CLeavesMapiUp() {
    m_admin->Release();
    MAPIUninitialize();
  }

private:
  LPPROFADMIN m_admin;
};

class CGuardEndsMapi {
public:
  CGuardEndsMapi() : m_admin(nullptr) {
    if (FAILED(MAPIAdminProfiles(0, &m_admin)))
      throw std::runtime_error("profiles");
  }
  CGuardEndsMapi(const CGuardEndsMapi &) = delete;
  CGuardEndsMapi &operator=(const CGuardEndsMapi &) = delete;
  ~CGuardEndsMapi() { m_admin->Release(); }

private:
  CMapi m_mapi;
  LPPROFADMIN m_admin;
};

// An open store member dies after the handler's Logoff, or before it.
class CStorePtr {
public:
  CStorePtr() : m_p(nullptr) {}
  CStorePtr(const CStorePtr &) = delete;
  CStorePtr &operator=(const CStorePtr &) = delete;
  ~CStorePtr() { UlRelease(m_p); }
  LPMDB *operator&() { return &m_p; }
  LPMDB operator->() const { return m_p; }

private:
  LPMDB m_p;
};

void unwoundBeforeTheHandler(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  try {
    CStorePtr store;
    if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
      throw std::runtime_error("store");
    if (FAILED(store->AbortSubmit(cb, id, 0)))
      throw std::runtime_error("submit");
  } catch (const std::runtime_error &) {
    session->Logoff(0, 0, 0);
    return;
  }
  session->Logoff(0, 0, 0);
}

void outlivesTheHandler(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  CStorePtr store;
  try {
    if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
      throw std::runtime_error("store");
    if (FAILED(store->AbortSubmit(cb, id, 0)))
      throw std::runtime_error("submit");
  } catch (const std::runtime_error &) {
    session->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*store.*}} [mapi-live-at-logoff]
    return;
  }
}
