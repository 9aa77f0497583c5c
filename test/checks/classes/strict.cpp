// RUN: %check_mapi %s --config='{CheckOptions: {mapi.Strict: true}}'
// What a class does wrong only if it is used in some way is a suspicion.
#include <mapix.h>
#include <mapiutil.h>

class CClosedByItsUser {
public:
  CClosedByItsUser() : m_session(nullptr), m_store(nullptr) {}
  ~CClosedByItsUser() {}
  // CHECK: :[[@LINE-1]]:24: warning: session 'm_session' (IMAPISession) is lost here without IMAPISession::Logoff [mapi-missing-logoff]
  HRESULT Open(ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
    if (FAILED(hr))
      return hr;
    return m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
  }
  void CloseStore() {
    if (m_store)
      m_store->Release();
    m_store = nullptr;
  }
  void Close() {
    if (!m_session)
      return;
    m_session->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:16: warning: 'm_store' (IMsgStore) is still open when IMAPISession::Logoff is called [mapi-live-at-logoff]
    m_session->Release();
    m_session = nullptr;
  }

private:
  CClosedByItsUser(const CClosedByItsUser &);
  LPMAPISESSION m_session;
  LPMDB m_store;
};
