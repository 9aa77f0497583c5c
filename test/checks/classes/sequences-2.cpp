// RUN: %check_mapi %s
// Sequences, continued: what an Open leaves behind that fails half-way; what
// the destructor repeats; objects that end of their own accord.
#include <mapix.h>
#include <mapiutil.h>

void use(LPMDB store);
bool confirm();

// If the store cannot be opened, Open fails and stays logged on: that is right
// as long as everybody calls Close afterwards.
class CHalfOpen {
public:
  CHalfOpen() {}
  CHalfOpen(const CHalfOpen &) = delete;
  CHalfOpen &operator=(const CHalfOpen &) = delete;
  HRESULT Open(LPTSTR profile, ULONG cb, LPENTRYID id) {
    HRESULT hr =
        MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &m_session);
    if (FAILED(hr))
      return hr;
    return m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store);
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
  void Work() { use(m_store); }

private:
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
};

void closedAfterFailureToo(LPTSTR profile, ULONG cb, LPENTRYID id) {
  CHalfOpen h;
  if (SUCCEEDED(h.Open(profile, cb, id)))
    h.Work();
  h.Close();
}

void openedAgainAfterFailure(LPTSTR profile, ULONG cb, LPENTRYID id,
                             LPTSTR other) {
  CHalfOpen h;
  HRESULT hr = h.Open(profile, cb, id);
  if (FAILED(hr))
    hr = h.Open(other, cb, id);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-missing-logoff]
  if (SUCCEEDED(hr))
    h.Work();
  h.Close();
}

void closedAndOpenedAgainAfterFailure(LPTSTR profile, ULONG cb, LPENTRYID id,
                                      LPTSTR other) {
  CHalfOpen h;
  HRESULT hr = h.Open(profile, cb, id);
  if (FAILED(hr)) {
    h.Close();
    hr = h.Open(other, cb, id);
  }
  if (SUCCEEDED(hr))
    h.Work();
  h.Close();
}

// An Open that cleans up after itself may be repeated until it succeeds.
class CAllOrNothing {
public:
  CAllOrNothing() {}
  CAllOrNothing(const CAllOrNothing &) = delete;
  CAllOrNothing &operator=(const CAllOrNothing &) = delete;
  bool Open(LPTSTR profile, ULONG cb, LPENTRYID id) {
    if (FAILED(MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &m_session)))
      return false;
    if (SUCCEEDED(m_session->OpenMsgStore(0, cb, id, nullptr, 0, &m_store)))
      return true;
    m_session->Logoff(0, 0, 0);
    m_session->Release();
    return false; // the pointer is stale, and never looked at
  }
  void Close() {
    m_store->Release();
    m_session->Logoff(0, 0, 0);
    m_session->Release();
  }

private:
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
};

void untilItOpens(LPTSTR profile, ULONG cb, LPENTRYID id) {
  CAllOrNothing a;
  while (!a.Open(profile, cb, id))
    if (!confirm())
      return;
  a.Close();
}

void opensUntilItFails(LPTSTR profile, ULONG cb, LPENTRYID id) {
  CAllOrNothing a;
  if (!a.Open(profile, cb, id))
    return;
  if (confirm() && !a.Open(profile, cb, id))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-missing-logoff]
    return;
  a.Close();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'a.m_store'.*}} [mapi-live-at-logoff]
}

// Logs off by hand or in the destructor: the flag keeps them apart.
class CFlagged {
public:
  CFlagged() : m_session(nullptr), m_loggedOn(false) {}
  CFlagged(const CFlagged &) = delete;
  CFlagged &operator=(const CFlagged &) = delete;
  bool Logon() {
    if (m_loggedOn)
      return true;
    m_loggedOn = SUCCEEDED(
        MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session));
    return m_loggedOn;
  }
  void Logoff() {
    if (m_loggedOn) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
    m_loggedOn = false;
  }
  ~CFlagged() { Logoff(); }

private:
  LPMAPISESSION m_session;
  bool m_loggedOn;
};

void flaggedTwice() {
  CFlagged f;
  if (!f.Logon() || !f.Logon())
    return;
  f.Logoff();
  if (confirm())
    f.Logoff();
}

// The destructor repeats what Close has done: no harm if nobody calls Close.
class CRepeats {
public:
  CRepeats() {}
  CRepeats(const CRepeats &) = delete;
  CRepeats &operator=(const CRepeats &) = delete;
  ~CRepeats() { Close(); }
  HRESULT Open() {
    return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
  }
  void Close() {
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
  }

private:
  LPMAPISESSION m_session = nullptr;
};

void leftToTheDestructor() {
  CRepeats r;
  if (FAILED(r.Open()))
    return;
  if (confirm())
    return;
}

void closedAndDestroyed() {
  CRepeats r;
  if (FAILED(r.Open()))
    return;
  r.Close();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-use-after-logoff]

// The session of a parameter object is its owner's business.
void closesGiven(CHalfOpen &given) {
  given.Work();
  given.Close();
}

void opensGiven(CHalfOpen &given, LPTSTR profile, ULONG cb, LPENTRYID id) {
  given.Close();
  if (FAILED(given.Open(profile, cb, id)))
    given.Close();
}

// On the heap, and given away.
CHalfOpen *opened(LPTSTR profile, ULONG cb, LPENTRYID id) {
  CHalfOpen *h = new CHalfOpen;
  if (FAILED(h->Open(profile, cb, id))) {
    h->Close();
    delete h;
    return nullptr;
  }
  return h;
}

// What one function of the class calls, its user may call as well; whoever
// opens twice has himself to blame.
class COpensTheStore {
public:
  HRESULT Start(LPTSTR profile, ULONG cb, LPENTRYID id) {
    HRESULT hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &m_session);
    if (SUCCEEDED(hr))
      hr = OpenStore(cb, id);
    if (FAILED(hr))
      Stop();
    return hr;
  }
  HRESULT OpenStore(ULONG cb, LPENTRYID id) {
    return m_session->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &m_store);
  }
  void Stop() {
    if (m_store) {
      m_store->Release();
      m_store = nullptr;
    }
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
      m_session = nullptr;
    }
  }
  ~COpensTheStore() { Stop(); }

private:
  LPMAPISESSION m_session = nullptr;
  LPMDB m_store = nullptr;
};
