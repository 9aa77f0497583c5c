// RUN: %check_mapi %s
// RUN: %check_mapi %s --config='{CheckOptions: {mapi.Level: 3}}'
// An advise sink in a member: made in one function, set anew by another, and
// given back in the destructor.
#include <mapix.h>
#include <mapiutil.h>

class NewMailWatch {
public:
  explicit NewMailWatch(LPMAPISESSION session) : m_session(session) {
    m_session->AddRef();
  }
  HRESULT listen(LPNOTIFCALLBACK callback) {
    HRESULT hr = HrAllocAdviseSink(callback, this, &m_sink);
    if (FAILED(hr))
      return hr;
    return m_session->Advise(0, nullptr, fnevNewMail, m_sink, &m_connection);
  }
  ~NewMailWatch() {
    if (m_connection)
      m_session->Unadvise(m_connection);
    if (m_sink)
      m_sink->Release();
    m_session->Release();
  }

private:
  LPMAPISESSION m_session;
  LPMAPIADVISESINK m_sink = nullptr;
  ULONG m_connection = 0;
};

class WatchAndSession {
public:
  HRESULT listen(LPNOTIFCALLBACK callback) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
    if (FAILED(hr))
      return hr;
    hr = HrAllocAdviseSink(callback, this, &m_sink);
    if (FAILED(hr))
      return hr;
    return m_session->Advise(0, nullptr, fnevNewMail, m_sink, &m_connection);
  }
  ~WatchAndSession() {
    if (m_connection)
      m_session->Unadvise(m_connection);
    if (m_sink)
      m_sink->Release();
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
  }

private:
  LPMAPISESSION m_session = nullptr;
  LPMAPIADVISESINK m_sink = nullptr;
  ULONG m_connection = 0;
};
