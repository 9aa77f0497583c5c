// RUN: %check_mapi %s
// Registrations whose token is kept in a member, cancelled or forgotten.
#include <mapix.h>
#include <mapiutil.h>

class CWatcher {
public:
  CWatcher() {}
  CWatcher(const CWatcher &) = delete;
  CWatcher &operator=(const CWatcher &) = delete;
  HRESULT Watch(LPMAPISESSION session, ULONG cb, LPENTRYID id,
                LPMAPIADVISESINK sink);
  ~CWatcher();

private:
  LPMDB m_store = nullptr;
  ULONG m_token = 0;
};

HRESULT CWatcher::Watch(LPMAPISESSION session, ULONG cb, LPENTRYID id,
                        LPMAPIADVISESINK sink) {
  if (m_store)
    return S_FALSE;
  HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
  if (FAILED(hr))
    return hr;
  return m_store->Advise(0, nullptr, fnevNewMail, sink, &m_token);
}

CWatcher::~CWatcher() {
  if (m_store)
    m_store->Release();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_store'.*}} [mapi-missing-unadvise]
}

class CWatcherRight {
public:
  CWatcherRight() {}
  CWatcherRight(const CWatcherRight &) = delete;
  CWatcherRight &operator=(const CWatcherRight &) = delete;
  HRESULT Watch(LPMAPISESSION session, ULONG cb, LPENTRYID id,
                LPMAPIADVISESINK sink) {
    if (m_store)
      return S_FALSE;
    HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
    if (FAILED(hr))
      return hr;
    return m_store->Advise(0, nullptr, fnevNewMail, sink, &m_token);
  }
  ~CWatcherRight() {
    if (m_token)
      m_store->Unadvise(m_token); // there is no token without a store
    if (m_store)
      m_store->Release();
  }

private:
  LPMDB m_store = nullptr;
  ULONG m_token = 0;
};

// Cancelled by the private helper that both ends call.
class CTableWatcherRight {
public:
  HRESULT Watch(LPMAPISESSION session, LPMAPIADVISESINK sink) {
    Reset();
    HRESULT hr = session->GetMsgStoresTable(0, &m_table);
    if (SUCCEEDED(hr))
      hr = m_table->Advise(fnevTableModified, sink, &m_connection);
    if (FAILED(hr))
      Reset();
    return hr;
  }
  ~CTableWatcherRight() { Reset(); }

private:
  void Reset() {
    if (m_table && m_connection)
      m_table->Unadvise(m_connection);
    m_connection = 0;
    UlRelease(m_table);
    m_table = nullptr;
  }
  LPMAPITABLE m_table = nullptr;
  ULONG m_connection = 0;
};

// A helper that drops the table and does not know of the registration.
class CTableWatcher {
public:
  HRESULT Watch(LPMAPISESSION session, LPMAPIADVISESINK sink) {
    Reset();
    HRESULT hr = session->GetMsgStoresTable(0, &m_table);
    if (SUCCEEDED(hr))
      hr = m_table->Advise(fnevTableModified, sink, &m_connection);
    return hr;
  }
  ~CTableWatcher() { Reset(); }

private:
  void Reset() {
    if (m_table)
      m_table->Release();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_table'.*}} [mapi-missing-unadvise]
    m_table = nullptr;
    m_connection = 0;
  }
  LPMAPITABLE m_table = nullptr;
  ULONG m_connection = 0;
};

// The session's own registration: forgotten at the Logoff.
class CSessionWatcher {
public:
  explicit CSessionWatcher(LPMAPIADVISESINK sink) {
    if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session)))
      m_session->Advise(0, nullptr, fnevCriticalError, sink, &m_token);
  }
  CSessionWatcher(const CSessionWatcher &) = delete;
  CSessionWatcher &operator=(const CSessionWatcher &) = delete;
  ~CSessionWatcher() {
    if (!m_session)
      return;
    m_session->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-missing-unadvise]
    m_session->Release();
  }

private:
  LPMAPISESSION m_session = nullptr;
  ULONG m_token = 0;
};

class CSessionWatcherRight {
public:
  explicit CSessionWatcherRight(LPMAPIADVISESINK sink) {
    if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session)))
      m_session->Advise(0, nullptr, fnevCriticalError, sink, &m_token);
  }
  CSessionWatcherRight(const CSessionWatcherRight &) = delete;
  CSessionWatcherRight &operator=(const CSessionWatcherRight &) = delete;
  ~CSessionWatcherRight() {
    if (!m_session)
      return;
    if (m_token != 0)
      m_session->Unadvise(m_token);
    m_session->Logoff(0, 0, 0);
    m_session->Release();
  }

private:
  LPMAPISESSION m_session = nullptr;
  ULONG m_token = 0;
};

// Two sources, two tokens, and one mix-up.
class CTwoSources {
public:
  CTwoSources(LPMAPISESSION session, ULONG cb, LPENTRYID id,
              LPMAPIADVISESINK sink) {
    if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &m_source)))
      return;
    m_source->Advise(0, nullptr, fnevNewMail, sink, &m_storeToken);
    if (SUCCEEDED(m_source->GetReceiveFolderTable(0, &m_rows)))
      m_rows->Advise(fnevTableModified, sink, &m_rowsToken);
  }
  CTwoSources(const CTwoSources &) = delete;
  CTwoSources &operator=(const CTwoSources &) = delete;
  ~CTwoSources() {
    if (m_rowsToken)
      m_rows->Unadvise(m_rowsToken);
    if (m_rows && m_storeToken)
      m_rows->Unadvise(m_storeToken);
    UlRelease(m_rows);
    UlRelease(m_source);
    // Not reported: some token is cancelled in the class.
  }

private:
  LPMDB m_source = nullptr;
  LPMAPITABLE m_rows = nullptr;
  ULONG m_storeToken = 0, m_rowsToken = 0;
};

class CTwoSourcesRight {
public:
  CTwoSourcesRight(LPMAPISESSION session, ULONG cb, LPENTRYID id,
                   LPMAPIADVISESINK sink) {
    if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &m_source)))
      return;
    m_source->Advise(0, nullptr, fnevNewMail, sink, &m_storeToken);
    if (SUCCEEDED(m_source->GetReceiveFolderTable(0, &m_rows)))
      m_rows->Advise(fnevTableModified, sink, &m_rowsToken);
  }
  CTwoSourcesRight(const CTwoSourcesRight &) = delete;
  CTwoSourcesRight &operator=(const CTwoSourcesRight &) = delete;
  ~CTwoSourcesRight() {
    if (m_rowsToken)
      m_rows->Unadvise(m_rowsToken);
    if (m_storeToken)
      m_source->Unadvise(m_storeToken);
    UlRelease(m_rows);
    UlRelease(m_source);
  }

private:
  LPMDB m_source = nullptr;
  LPMAPITABLE m_rows = nullptr;
  ULONG m_storeToken = 0, m_rowsToken = 0;
};

// A public method cancels: whether it was called, the class cannot tell.
class CPausable {
public:
  explicit CPausable(LPMDB store) : m_store(store) { m_store->AddRef(); }
  CPausable(const CPausable &) = delete;
  CPausable &operator=(const CPausable &) = delete;
  HRESULT Resume(LPMAPIADVISESINK sink) {
    return m_store->Advise(0, nullptr, fnevNewMail, sink, &m_token);
  }
  HRESULT Pause() {
    HRESULT hr = m_store->Unadvise(m_token);
    m_token = 0;
    return hr;
  }
  ~CPausable() { m_store->Release(); }

private:
  LPMDB m_store;
  ULONG m_token = 0;
};

// The token goes to the caller, who gives it back.
class CRegistry {
public:
  explicit CRegistry(LPMDB store) : m_store(store) { m_store->AddRef(); }
  CRegistry(const CRegistry &) = delete;
  CRegistry &operator=(const CRegistry &) = delete;
  HRESULT Register(LPMAPIADVISESINK sink, ULONG *token) {
    return m_store->Advise(0, nullptr, fnevNewMail, sink, token);
  }
  void Cancel(ULONG token) { m_store->Unadvise(token); }
  ~CRegistry() { m_store->Release(); }

private:
  LPMDB m_store;
};

// The registration is an object of its own; the store is the owner's.
class CAdvised {
public:
  CAdvised(LPMDB store, LPMAPIADVISESINK sink) : m_store(store) {
    if (FAILED(m_store->Advise(0, nullptr, fnevNewMail, sink, &m_token)))
      m_token = 0;
  }
  CAdvised(const CAdvised &) = delete;
  CAdvised &operator=(const CAdvised &) = delete;
  ~CAdvised() {
    if (m_token)
      m_store->Unadvise(m_token);
  }

private:
  LPMDB m_store;
  ULONG m_token = 0;
};
