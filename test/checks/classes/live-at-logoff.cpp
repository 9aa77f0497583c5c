// RUN: %check_mapi %s
// Objects kept in members: opened by one method, open when another logs off.
#include <mapix.h>
#include <mapiutil.h>

template <class T> void safeRelease(T *&p) {
  if (p) {
    p->Release();
    p = nullptr;
  }
}

// Close logs off first and releases the store afterwards.
class CMailbox {
public:
  CMailbox() {}
  CMailbox(const CMailbox &) = delete;
  CMailbox &operator=(const CMailbox &) = delete;
  ~CMailbox() { Close(); }
  HRESULT Open(ULONG cb, LPENTRYID id);
  void Close();

private:
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
};

HRESULT CMailbox::Open(ULONG cb, LPENTRYID id) {
  if (m_session)
    return S_FALSE;
  HRESULT hr = MAPILogonEx(0, nullptr, nullptr,
                           MAPI_EXTENDED | MAPI_USE_DEFAULT, &m_session);
  if (FAILED(hr))
    return hr;
  return m_session->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &m_store);
}

void CMailbox::Close() {
  if (m_session) {
    m_session->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_store'.*}} [mapi-live-at-logoff]
    m_session->Release();
    m_session = nullptr;
  }
  if (m_store) {
    m_store->Release();
    m_store = nullptr;
  }
}

// The same, in the right order. Open may stop half-way; Close copes.
class CMailboxRight {
public:
  CMailboxRight() {}
  CMailboxRight(const CMailboxRight &) = delete;
  CMailboxRight &operator=(const CMailboxRight &) = delete;
  ~CMailboxRight() { Close(); }
  HRESULT Open(ULONG cb, LPENTRYID id);
  void Close();

private:
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
  LPMAPIFOLDER m_folder = nullptr;
};

HRESULT CMailboxRight::Open(ULONG cb, LPENTRYID id) {
  if (m_session)
    return S_FALSE;
  HRESULT hr = MAPILogonEx(0, nullptr, nullptr,
                           MAPI_EXTENDED | MAPI_USE_DEFAULT, &m_session);
  if (FAILED(hr))
    return hr;
  hr = m_session->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &m_store);
  if (FAILED(hr))
    return hr;
  ULONG type = 0;
  return m_store->OpenEntry(0, nullptr, nullptr, MAPI_BEST_ACCESS, &type,
                            reinterpret_cast<LPUNKNOWN *>(&m_folder));
}

void CMailboxRight::Close() {
  safeRelease(m_folder);
  safeRelease(m_store);
  if (!m_session)
    return;
  LPMAPISESSION session = m_session;
  m_session = nullptr;
  session->Logoff(0, 0, 0);
  session->Release();
}

// The destructor ends through a private helper, which knows the store and has
// forgotten the folder.
class CInbox {
public:
  ~CInbox() { EndSession(); }
  bool Start(ULONG cb, LPENTRYID id);
  bool OpenInbox();

private:
  void EndSession();
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
  LPMAPIFOLDER m_folder = nullptr;
};

bool CInbox::Start(ULONG cb, LPENTRYID id) {
  return !m_session &&
         SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED,
                               &m_session)) &&
         SUCCEEDED(m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store));
}

bool CInbox::OpenInbox() {
  ULONG type = 0;
  if (!m_store || m_folder)
    return m_folder != nullptr;
  return SUCCEEDED(m_store->OpenEntry(0, nullptr, nullptr, 0, &type,
                                      (LPUNKNOWN *)&m_folder));
}

void CInbox::EndSession() {
  UlRelease(m_store);
  m_store = nullptr;
  if (m_session) {
    m_session->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_folder'.*}} [mapi-live-at-logoff]
    m_session->Release();
    m_session = nullptr;
  }
}

class CInboxRight {
public:
  ~CInboxRight() { EndSession(); }
  bool Start(ULONG cb, LPENTRYID id) {
    return !m_session &&
           SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED,
                                 &m_session)) &&
           SUCCEEDED(m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store));
  }
  bool OpenInbox() {
    ULONG type = 0;
    if (!m_store || m_folder)
      return m_folder != nullptr;
    return SUCCEEDED(m_store->OpenEntry(0, nullptr, nullptr, 0, &type,
                                        (LPUNKNOWN *)&m_folder));
  }

private:
  void ReleaseObjects() {
    UlRelease(m_folder);
    UlRelease(m_store);
    m_folder = nullptr;
    m_store = nullptr;
  }
  void EndSession() {
    ReleaseObjects();
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
      m_session = nullptr;
    }
  }
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
  LPMAPIFOLDER m_folder = nullptr;
};

// Members of a member.
struct SessionContext {
  LPMAPISESSION pSession;
  LPMAPITABLE pTable;
  LPADRBOOK pBook;
};

class CStoreList {
public:
  CStoreList() : m_ctx() {}
  HRESULT Logon() {
    HRESULT hr =
        MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_ctx.pSession);
    if (SUCCEEDED(hr))
      hr = m_ctx.pSession->GetMsgStoresTable(0, &m_ctx.pTable);
    return hr;
  }
  void Logout() {
    if (!m_ctx.pSession)
      return;
    m_ctx.pSession->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*pTable'.*}} [mapi-live-at-logoff]
    UlRelease(m_ctx.pTable);
    m_ctx.pSession->Release();
    m_ctx = SessionContext();
  }

private:
  SessionContext m_ctx;
};

class CStoreListRight {
public:
  CStoreListRight() : m_ctx() {}
  HRESULT Logon() {
    HRESULT hr =
        MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_ctx.pSession);
    if (SUCCEEDED(hr))
      hr = m_ctx.pSession->GetMsgStoresTable(0, &m_ctx.pTable);
    if (SUCCEEDED(hr))
      hr = m_ctx.pSession->OpenAddressBook(0, nullptr, 0, &m_ctx.pBook);
    return hr;
  }
  void Logout() {
    SessionContext old = m_ctx; // the struct goes, and its pointers with it
    m_ctx = SessionContext();
    UlRelease(old.pBook);
    UlRelease(old.pTable);
    if (old.pSession) {
      old.pSession->Logoff(0, 0, 0);
      old.pSession->Release();
    }
  }

private:
  SessionContext m_ctx;
};

// The session is the base's, the store the derived class's.
class CSessionBase {
protected:
  CSessionBase() : m_pSession(nullptr) {}
  HRESULT LogonDefault() {
    return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED | MAPI_USE_DEFAULT,
                       &m_pSession);
  }
  LPMAPISESSION m_pSession;
};

class CStoreClient : private CSessionBase {
public:
  bool Connect(ULONG cb, LPENTRYID id) {
    return SUCCEEDED(LogonDefault()) &&
           SUCCEEDED(
               m_pSession->OpenMsgStore(0, cb, id, nullptr, 0, &m_archive));
  }
  ~CStoreClient() {
    if (m_pSession) {
      m_pSession->Logoff(0, 0, 0);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_archive'.*}} [mapi-live-at-logoff]
      m_pSession->Release();
    }
    UlRelease(m_archive);
  }

private:
  LPMDB m_archive = nullptr;
};

class CStoreClientRight : private CSessionBase {
public:
  bool Connect(ULONG cb, LPENTRYID id) {
    return SUCCEEDED(LogonDefault()) &&
           SUCCEEDED(
               m_pSession->OpenMsgStore(0, cb, id, nullptr, 0, &m_archive));
  }
  ~CStoreClientRight() {
    UlRelease(m_archive);
    if (m_pSession) {
      m_pSession->Logoff(0, 0, 0);
      m_pSession->Release();
    }
  }

private:
  LPMDB m_archive = nullptr;
};
