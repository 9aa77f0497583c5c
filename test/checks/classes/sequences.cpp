// RUN: %check_mapi %s
// Classes that are right if they are used right: the sequence of calls in one
// function decides. A class alone is not reported for what its caller may do.
#include <mapix.h>
#include <mapiutil.h>

void use(LPMAPISESSION session);

// Neither Open nor Close looks at what there was before.
class CSession {
public:
  CSession() {}
  CSession(const CSession &) = delete;
  CSession &operator=(const CSession &) = delete;
  HRESULT Open(LPTSTR profile) {
    return MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION,
                       &m_session);
  }
  void Close() {
    m_session->Logoff(0, 0, 0);
    m_session->Release();
  }
  void Work() { use(m_session); }
  HRESULT CountStores(ULONG *count) {
    LPMAPITABLE stores = nullptr;
    HRESULT hr = m_session->GetMsgStoresTable(0, &stores);
    if (FAILED(hr))
      return hr;
    hr = stores->GetRowCount(0, count);
    stores->Release();
    return hr;
  }

private:
  LPMAPISESSION m_session = nullptr;
};
void mayClose(CSession &session);

void openedOnce(LPTSTR profile) {
  CSession s;
  if (FAILED(s.Open(profile)))
    return;
  s.Work();
  s.Close();
}

void openedTwice(LPTSTR first, LPTSTR second) {
  CSession s;
  if (FAILED(s.Open(first)))
    return;
  s.Work();
  if (FAILED(s.Open(second)))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-missing-logoff]
    return;
  s.Work();
  s.Close();
}

void reopened(LPTSTR first, LPTSTR second) {
  CSession s;
  if (FAILED(s.Open(first)))
    return;
  s.Close();
  if (FAILED(s.Open(second)))
    return;
  s.Close();
}

void neverClosed(LPTSTR profile) {
  CSession s;
  if (FAILED(s.Open(profile)))
    return;
  s.Work();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-missing-logoff]

// The second Open runs only if the first one opened nothing.
void otherProfileOnFailure(LPTSTR first, LPTSTR second) {
  CSession s;
  HRESULT hr = s.Open(first);
  if (FAILED(hr))
    hr = s.Open(second);
  if (FAILED(hr))
    return;
  s.Work();
  s.Close();
}

void otherProfileByShortCircuit(LPTSTR first, LPTSTR second) {
  CSession s;
  if (SUCCEEDED(s.Open(first)) || SUCCEEDED(s.Open(second)))
    s.Close();
}

// The condition is upside down.
void otherProfileOnSuccess(LPTSTR first, LPTSTR second) {
  CSession s;
  HRESULT hr = s.Open(first);
  if (SUCCEEDED(hr))
    hr = s.Open(second);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-missing-logoff]
  if (SUCCEEDED(hr))
    s.Close();
}

void openedInALoop(LPTSTR *profiles, int count) {
  for (int i = 0; i < count; ++i) {
    CSession s;
    if (FAILED(s.Open(profiles[i])))
      continue;
    s.Work();
    s.Close();
  }
}

void oneObjectForAll(LPTSTR *profiles, int count) {
  CSession s;
  for (int i = 0; i < count; ++i) {
    if (FAILED(s.Open(profiles[i])))
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-missing-logoff]
      continue;
    s.Work();
  }
  s.Close();
}

void oneObjectClosedEachTime(LPTSTR *profiles, int count) {
  CSession s;
  for (int i = 0; i < count; ++i) {
    if (FAILED(s.Open(profiles[i])))
      continue;
    s.Work();
    s.Close();
  }
}

void twoObjects(LPTSTR first, LPTSTR second) {
  CSession a, b;
  if (FAILED(a.Open(first)))
    return;
  if (SUCCEEDED(b.Open(second)))
    b.Close();
  a.Close();
}

void twoObjectsByOnePointer(LPTSTR first, LPTSTR second) {
  CSession a, b;
  CSession *current = &a;
  if (FAILED(current->Open(first)))
    return;
  current = &b;
  if (SUCCEEDED(current->Open(second)))
    current->Close();
  a.Close();
}

void eachOfAnArray(LPTSTR *profiles) {
  CSession all[4];
  bool open[4] = {};
  for (int i = 0; i < 4; ++i)
    open[i] = SUCCEEDED(all[i].Open(profiles[i]));
  for (int i = 0; i < 4; ++i)
    if (open[i])
      all[i].Close();
}

void lentInBetween(LPTSTR first, LPTSTR second) {
  CSession s;
  if (FAILED(s.Open(first)))
    return;
  mayClose(s);
  if (FAILED(s.Open(second)))
    return;
  s.Close();
}

void closedTwice(LPTSTR profile) {
  CSession s;
  if (FAILED(s.Open(profile)))
    return;
  s.Work();
  s.Close();
  s.Close();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-use-after-logoff]
}

void usedAfterClose(LPTSTR profile) {
  CSession s;
  ULONG count = 0;
  if (FAILED(s.Open(profile)))
    return;
  s.Close();
  s.CountStores(&count);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-use-after-logoff]
}

void closedOnEitherWay(LPTSTR profile) {
  CSession s;
  ULONG count = 0;
  if (FAILED(s.Open(profile)))
    return;
  if (FAILED(s.CountStores(&count))) {
    s.Close();
    return;
  }
  s.Close();
}

// Both look first: any sequence is right.
class CCareful {
public:
  CCareful() {}
  CCareful(const CCareful &) = delete;
  CCareful &operator=(const CCareful &) = delete;
  ~CCareful() { Close(); }
  HRESULT Open(LPTSTR profile) {
    if (m_session)
      return S_FALSE;
    return MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &m_session);
  }
  HRESULT Switch(LPTSTR profile) {
    Close();
    return Open(profile);
  }
  void Close() {
    if (!m_session)
      return;
    m_session->Logoff(0, 0, 0);
    m_session->Release();
    m_session = nullptr;
  }
  bool IsOpen() const { return m_session != nullptr; }
  void Work() {
    if (IsOpen())
      use(m_session);
  }

private:
  LPMAPISESSION m_session = nullptr;
};

void carefulInAnyOrder(LPTSTR first, LPTSTR second) {
  CCareful s;
  s.Open(first);
  s.Open(second);
  s.Close();
  s.Close();
  s.Work();
  s.Switch(first);
  s.Switch(second);
}
