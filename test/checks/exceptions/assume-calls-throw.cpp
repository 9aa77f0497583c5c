// RUN: %check_mapi %s --config='{CheckOptions: {mapi.AssumeCallsThrow: true}}'
// Calls of functions that are not known to be noexcept may throw.
#include <mapix.h>
#include <mapiutil.h>
#include <new>
#include <windows.h>

void work();
void quiet() noexcept;
void quietTheOldWay() throw();
__declspec(nothrow) void quietTheOtherWay();
bool more();

struct SessionGuard {
  explicit SessionGuard(LPMAPISESSION s) noexcept : session(s) {}
  SessionGuard(const SessionGuard &) = delete;
  SessionGuard &operator=(const SessionGuard &) = delete;
  ~SessionGuard() {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  LPMAPISESSION session;
};

struct MapiGuard {
  MapiGuard() noexcept : hr(MAPIInitialize(nullptr)) {}
  MapiGuard(const MapiGuard &) = delete;
  MapiGuard &operator=(const MapiGuard &) = delete;
  ~MapiGuard() {
    if (SUCCEEDED(hr))
      MAPIUninitialize();
  }
  HRESULT hr;
};

void sessionLost() {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  work();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
  session->Logoff(0, 0, 0);
  session->Release();
}

void sessionGuarded() {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  SessionGuard guard(session);
  work();
}

void nothingThrows() {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  quiet();
  quietTheOldWay();
  quietTheOtherWay();
  session->Logoff(0, 0, 0);
  session->Release();
}

// MAPI's functions and methods answer with an HRESULT and never throw.
HRESULT mapiNeverThrows(ULONG cb, LPENTRYID id) {
  LPMAPISESSION session = nullptr;
  LPMDB store = nullptr;
  LPSPropValue name = nullptr;
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session);
  if (SUCCEEDED(hr))
    hr = session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
  if (SUCCEEDED(hr))
    hr = HrGetOneProp(store, PR_DISPLAY_NAME, &name);
  MAPIFreeBuffer(name);
  UlRelease(store);
  if (session) {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  MAPIUninitialize();
  return hr;
}

// Nor do the functions of Windows.
void windowsNeverThrows(HANDLE event) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  WaitForSingleObject(event, INFINITE);
  Sleep(100);
  session->Logoff(0, 0, 0);
  session->Release();
}

// A function of this file that visibly throws nothing.
static ULONG rowsOf(LPMAPITABLE table) {
  ULONG count = 0;
  if (FAILED(table->GetRowCount(0, &count)))
    return 0;
  quiet();
  return count;
}

ULONG helperThrowsNothing() {
  LPMAPISESSION session = nullptr;
  LPMAPITABLE stores = nullptr;
  ULONG count = 0;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return 0;
  if (SUCCEEDED(session->GetMsgStoresTable(0, &stores))) {
    count = rowsOf(stores);
    stores->Release();
  }
  session->Logoff(0, 0, 0);
  session->Release();
  return count;
}

// A function of this file that throws on failure.
static void require(HRESULT hr) {
  if (FAILED(hr))
    throw hr;
}

void required(ULONG cb, LPENTRYID id) {
  LPMAPISESSION session = nullptr;
  LPMDB store = nullptr;
  require(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session));
  SessionGuard guard(session);
  require(session->OpenMsgStore(0, cb, id, nullptr, 0, &store));
  store->Release();
}

void requiredWithoutGuard(LPTSTR profile) {
  LPMAPISESSION session = nullptr;
  require(MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &session));
  require(session->SetDefaultStore(0, 0, nullptr));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
  session->Logoff(0, 0, 0);
  session->Release();
}

// Handlers.
void everythingCaught() {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  try {
    work();
  } catch (...) {
    quiet();
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

void endedInTheHandler() {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  try {
    work();
  } catch (...) {
    session->Logoff(0, 0, 0);
    session->Release();
    throw;
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

void storeOpenAfterTheHandler(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  try {
    if (SUCCEEDED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store))) {
      work();
      store->Release();
    }
  } catch (...) {
    quiet();
  }
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-live-at-logoff]
}

// Where nothing may leave, the process ends instead.
void endsTheProcess() noexcept {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  work();
  session->Logoff(0, 0, 0);
  session->Release();
}

// Libraries.
void mapiLeftUp() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  work();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  MAPIUninitialize();
}

void mapiGuarded() {
  MapiGuard mapi;
  if (FAILED(mapi.hr))
    return;
  work();
}

// A condition may throw, too; before the logon it does no harm.
void conditions() {
  LPMAPISESSION session = nullptr;
  if (!more())
    return;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  while (more())
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
    quiet();
  session->Logoff(0, 0, 0);
  session->Release();
  work();
}

// The destructor does not run for a constructor that throws.
class CWorksInConstructor {
public:
  CWorksInConstructor() : m_session(nullptr) {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session)))
      return;
    work();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-missing-logoff]
  }
  CWorksInConstructor(const CWorksInConstructor &) = delete;
  CWorksInConstructor &operator=(const CWorksInConstructor &) = delete;
  void Work() { work(); }
  ~CWorksInConstructor() {
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
  }

private:
  LPMAPISESSION m_session;
};

void memory() {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  delete[] new (std::nothrow) char[64];
  session->Logoff(0, 0, 0);
  session->Release();
}
