// RUN: %check_mapi %s
// A session that another one has lent is released, not logged off.
#include <windows.h>
#include <mapix.h>
#include <mapiform.h>
#include <mapiguid.h>
#include <mapiutil.h>

// Not in these headers.
struct IMAPIGetSession : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE GetMAPISession(LPUNKNOWN *session) = 0;
};

struct IOlkAccountHelper : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE PlaceHolder1(LPVOID) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetIdentity(LPWSTR, DWORD *) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetMapiSession(LPUNKNOWN *session) = 0;
  virtual HRESULT STDMETHODCALLTYPE HandsOffSession() = 0;
};

void use(LPMAPISESSION session);

// --- From the site of a form.
void siteReleased(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = nullptr;
  if (site->GetSession(&session) != S_OK)
    return;
  use(session);
  session->Release();
}

void siteLoggedOff(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = nullptr;
  if (site->GetSession(&session) != S_OK)
    return;
  use(session);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-borrowed-logoff]
  session->Release();
}

// --- From a provider or the host.
void hostReleased(IMAPIGetSession *host) {
  LPMAPISESSION session = nullptr;
  if (FAILED(host->GetMAPISession((LPUNKNOWN *)&session)))
    return;
  use(session);
  session->Release();
}

void hostLoggedOff(IMAPIGetSession *host) {
  LPMAPISESSION session = nullptr;
  if (FAILED(host->GetMAPISession((LPUNKNOWN *)&session)))
    return;
  use(session);
  session->Logoff(0, MAPI_LOGOFF_UI, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-borrowed-logoff]
  session->Release();
}

void accountReleased(IOlkAccountHelper *helper) {
  LPMAPISESSION session = nullptr;
  HRESULT hr =
      helper->GetMapiSession(reinterpret_cast<LPUNKNOWN *>(&session));
  if (SUCCEEDED(hr))
    use(session);
  UlRelease(session);
}

void accountLoggedOff(IOlkAccountHelper *helper) {
  LPMAPISESSION session = nullptr;
  HRESULT hr =
      helper->GetMapiSession(reinterpret_cast<LPUNKNOWN *>(&session));
  if (SUCCEEDED(hr)) {
    use(session);
    session->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-borrowed-logoff]
  }
  UlRelease(session);
}

// --- By way of IUnknown: it is the same session.
void queriedReleased(IMAPIGetSession *host) {
  LPUNKNOWN unknown = nullptr;
  LPMAPISESSION session = nullptr;
  if (FAILED(host->GetMAPISession(&unknown)))
    return;
  HRESULT hr = unknown->QueryInterface(IID_IMAPISession, (void **)&session);
  unknown->Release();
  if (FAILED(hr))
    return;
  use(session);
  session->Release();
}

void queriedLoggedOff(IMAPIGetSession *host) {
  LPUNKNOWN unknown = nullptr;
  LPMAPISESSION session = nullptr;
  if (FAILED(host->GetMAPISession(&unknown)))
    return;
  HRESULT hr = unknown->QueryInterface(IID_IMAPISession, (void **)&session);
  unknown->Release();
  if (FAILED(hr))
    return;
  use(session);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-borrowed-logoff]
  session->Release();
}

// A reference of one's own does not make the logon one's own.
void secondReference(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = nullptr;
  if (site->GetSession(&session) != S_OK)
    return;
  session->AddRef();
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-borrowed-logoff]
  session->Release();
  session->Release();
}

void secondReferenceRight(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = nullptr;
  if (site->GetSession(&session) != S_OK)
    return;
  session->AddRef();
  use(session);
  session->Release();
  session->Release();
}

// --- Two sessions in one function.
void ownAndBorrowed(LPMAPIMESSAGESITE site, LPTSTR profile) {
  LPMAPISESSION own = nullptr, borrowed = nullptr;
  if (FAILED(MAPILogonEx(0, profile, nullptr, MAPI_NEW_SESSION, &own)))
    return;
  if (site->GetSession(&borrowed) == S_OK) {
    use(borrowed);
    borrowed->Release();
  }
  own->Logoff(0, 0, 0);
  own->Release();
}

void bothLoggedOff(LPMAPIMESSAGESITE site, LPTSTR profile) {
  LPMAPISESSION own = nullptr, borrowed = nullptr;
  if (FAILED(MAPILogonEx(0, profile, nullptr, MAPI_NEW_SESSION, &own)))
    return;
  if (site->GetSession(&borrowed) == S_OK) {
    use(borrowed);
    borrowed->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'borrowed'.*}} [mapi-borrowed-logoff]
    borrowed->Release();
  }
  own->Logoff(0, 0, 0);
  own->Release();
}

// --- One variable for either kind.
void eitherRight(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = nullptr;
  bool own = false;
  if (site->GetSession(&session) != S_OK) {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
      return;
    own = true;
  }
  use(session);
  if (own)
    session->Logoff(0, 0, 0);
  session->Release();
}

void eitherWrong(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = nullptr;
  if (site->GetSession(&session) != S_OK &&
      FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  use(session);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-borrowed-logoff]
  session->Release();
}

// Released, and then the variable is used for a session of one's own.
void oneAfterTheOther(LPMAPIMESSAGESITE site, LPTSTR profile) {
  LPMAPISESSION session = nullptr;
  if (site->GetSession(&session) == S_OK) {
    use(session);
    session->Release();
    session = nullptr;
  }
  if (FAILED(MAPILogonEx(0, profile, nullptr, MAPI_NEW_SESSION, &session)))
    return;
  use(session);
  session->Logoff(0, 0, 0);
  session->Release();
}

// --- Helpers.
static void endSession(LPMAPISESSION session) {
  if (!session)
    return;
  session->Logoff(0, 0, 0);
  session->Release();
}

static void leaveSession(LPMAPISESSION session, bool own) {
  if (own)
    session->Logoff(0, 0, 0);
  session->Release();
}

void endedByHelper(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = nullptr;
  if (site->GetSession(&session) == S_OK)
    use(session);
  endSession(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-borrowed-logoff]
}

void leftByHelper(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = nullptr;
  if (site->GetSession(&session) != S_OK)
    return;
  use(session);
  leaveSession(session, false);
}

void ownEndedByHelper() {
  LPMAPISESSION session = nullptr;
  if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    use(session);
  endSession(session);
}

static HRESULT borrow(LPMAPIMESSAGESITE site, LPMAPISESSION *session) {
  *session = nullptr;
  HRESULT hr = site->GetSession(session);
  return hr == S_FALSE ? MAPI_E_NOT_FOUND : hr;
}

void borrowedByHelper(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session;
  if (FAILED(borrow(site, &session)))
    return;
  use(session);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-borrowed-logoff]
  session->Release();
}

void borrowedByHelperRight(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session;
  if (FAILED(borrow(site, &session)))
    return;
  use(session);
  session->Release();
}

// --- A smart pointer.
template <class T> class ComPtr {
public:
  ComPtr() : p(nullptr) {}
  ComPtr(const ComPtr &) = delete;
  ComPtr &operator=(const ComPtr &) = delete;
  ~ComPtr() {
    if (p)
      p->Release();
  }
  T **operator&() { return &p; }
  T *operator->() const { return p; }
  operator T *() const { return p; }

private:
  T *p;
};

void smartRight(LPMAPIMESSAGESITE site) {
  ComPtr<IMAPISession> session;
  if (site->GetSession(&session) == S_OK)
    use(session);
}

void smartLoggedOff(LPMAPIMESSAGESITE site) {
  ComPtr<IMAPISession> session;
  if (site->GetSession(&session) != S_OK)
    return;
  use(session);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-borrowed-logoff]
}

// --- What the borrowed session has opened is released as ever.
void storeOfTheHost(LPMAPIMESSAGESITE site, ULONG cb, LPENTRYID id) {
  LPMAPISESSION session = nullptr;
  LPMDB store = nullptr;
  if (site->GetSession(&session) != S_OK)
    return;
  if (SUCCEEDED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store))) {
    ULONG flags = LOGOFF_NO_WAIT;
    store->StoreLogoff(&flags);
    store->Release();
  }
  session->Release();
}
