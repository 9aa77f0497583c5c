// RUN: %check_mapi %s
// Initialising and uninitialising: MAPI, OLE, the MAPI utilities, COM.
#include <mapix.h>
#include <mapiutil.h>
#include <objbase.h>
#include <ole2.h>

struct IMAPIClientShutdown : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE QueryFastShutdown() = 0;
  virtual HRESULT STDMETHODCALLTYPE NotifyProcessShutdown() = 0;
  virtual HRESULT STDMETHODCALLTYPE DoFastShutdown() = 0;
};

void work();

// mapi-unmatched-init
void afterFailure() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    goto done;
  work();
done:
  MAPIUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}}[mapi-unmatched-init]
}

void onlyAfterSuccess() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  work();
  MAPIUninitialize();
}

void resultIgnored() {
  MAPIInitialize(nullptr);
  work();
  // CHECK: :[[@LINE+2]]:3: warning: MAPIUninitialize is called on a path where MAPIInitialize failed [mapi-unmatched-init]
  // CHECK: :[[@LINE-3]]:3: note: assuming that MAPIInitialize fails here: its result is ignored
  MAPIUninitialize();
}

void rememberedInAFlag() {
  bool up = false;
  if (SUCCEEDED(MAPIInitialize(nullptr)))
    up = true;
  work();
  if (up)
    MAPIUninitialize();
}

void rememberedInAState() {
  enum { None, Ole, Both } state = None;
  if (SUCCEEDED(OleInitialize(nullptr)))
    state = Ole;
  if (state == Ole && SUCCEEDED(MAPIInitialize(nullptr)))
    state = Both;
  work();
  switch (state) {
  case Both:
    OleUninitialize();
    MAPIUninitialize();
    break;
  case Ole:
    OleUninitialize();
    break;
  default:
    break;
  }
}

HRESULT missingOnAnEarlyReturn(LPPROFADMIN *out) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  LPPROFADMIN admin = nullptr;
  hr = MAPIAdminProfiles(0, &admin);
  if (FAILED(hr))
    return hr;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}}[mapi-unmatched-init]
  admin->Release();
  MAPIUninitialize();
  return S_OK;
}

HRESULT onlyInitialises() { return MAPIInitialize(nullptr); }
void onlyUninitialises() { MAPIUninitialize(); }

HRESULT callerOwnsItOnSuccess(LPMAPISESSION *out) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, out);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT oneFailingExitForgets(LPMAPISESSION *out, LPTSTR profile) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  if (!profile)
    return E_INVALIDARG;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}}[mapi-unmatched-init]
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, out);
  if (FAILED(hr)) {
    MAPIUninitialize();
    return hr;
  }
  return S_OK;
}

bool workVisiblyEnds(LPMAPISESSION sess) {
  if (FAILED(MAPIInitialize(nullptr)))
    return false;
  sess->Logoff(0, 0, 0);
  sess->Release();
  return true;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}}[mapi-unmatched-init]
}

void counted() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  if (SUCCEEDED(MAPIInitialize(nullptr)))
    MAPIUninitialize();
  MAPIUninitialize();
}

void countedOnceTooFew() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  if (FAILED(MAPIInitialize(nullptr))) {
    MAPIUninitialize();
    return;
  }
  MAPIUninitialize();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}}[mapi-unmatched-init]

void sessionLostSaysItAll() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess))) {
    MAPIUninitialize();
    return;
  }
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]

void utilities() {
  if (FAILED(ScInitMapiUtil(0)))
    return;
  work();
  DeinitMapiUtil();
}

void utilitiesIgnored() {
  ScInitMapiUtil(0);
  work();
  DeinitMapiUtil();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}ScInitMapiUtil{{.*}}[mapi-unmatched-init]
}

void oleAfterFailure() {
  HRESULT hr = OleInitialize(nullptr);
  if (FAILED(hr))
    work();
  OleUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleInitialize{{.*}}[mapi-unmatched-init]
}

void comWithMapi() {
  HRESULT hr = CoInitialize(nullptr);
  if (FAILED(hr))
    work();
  if (SUCCEEDED(MAPIInitialize(nullptr)))
    MAPIUninitialize();
  CoUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}CoInitialize{{.*}}[mapi-unmatched-init]
}

void comWithoutMapi() {
  CoInitialize(nullptr);
  work();
  CoUninitialize();
}

// mapi-teardown-order
void oleTooLate() {
  MAPIUninitialize();
  OleUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}}[mapi-teardown-order]
}

void oleInTime() {
  OleUninitialize();
  MAPIUninitialize();
}

void oleAgainAfterwards() {
  OleUninitialize();
  MAPIUninitialize();
  if (SUCCEEDED(OleInitialize(nullptr)))
    OleUninitialize();
}

void utilitiesTooEarly() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  DeinitMapiUtil();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}DeinitMapiUtil{{.*}}[mapi-teardown-order]
  MAPIUninitialize();
}

void utilitiesLast() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  SCODE sc = ScInitMapiUtil(0);
  MAPIUninitialize();
  if (SUCCEEDED(sc))
    DeinitMapiUtil();
}

void sessionStillHeld() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPMAPISESSION sess = nullptr;
  if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE+2]]:3: warning: MAPIUninitialize is called while session 'sess' (IMAPISession) is still held [mapi-teardown-order]
  // CHECK: :[[@LINE+2]]:3: note: it is released here
  MAPIUninitialize();
  UlRelease(sess);
}

void parameterStillHeld(LPMAPISESSION sess) {
  sess->Logoff(0, 0, 0);
  OleUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-teardown-order]
  sess->Release();
  MAPIUninitialize();
}

void objectReleasedLate() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPPROFADMIN admin = nullptr;
  HRESULT hr = MAPIAdminProfiles(0, &admin);
  MAPIUninitialize();
  if (SUCCEEDED(hr))
    admin->Release();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'admin'{{.*}}[mapi-teardown-order]
}

void objectReleasedInTime() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPPROFADMIN admin = nullptr;
  if (SUCCEEDED(MAPIAdminProfiles(0, &admin)))
    admin->Release();
  MAPIUninitialize();
}

void bufferFreedLate(LPMDB db) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(db, PR_DISPLAY_NAME, &value);
  MAPIUninitialize();
  if (SUCCEEDED(hr))
    MAPIFreeBuffer(value);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'value'{{.*}}[mapi-teardown-order]
}

void bufferFreedAfterLogoff(LPMAPISESSION sess, LPMDB db) {
  LPSPropValue value = nullptr;
  HrGetOneProp(db, PR_DISPLAY_NAME, &value);
  sess->Logoff(0, 0, 0);
  MAPIFreeBuffer(value);
  sess->Release();
  MAPIUninitialize();
}

void parameterFreedLate(LPSPropValue value) {
  MAPIUninitialize();
  MAPIFreeBuffer(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'value'{{.*}}[mapi-teardown-order]
}

void callAfterwards(LPMAPITABLE table) {
  ULONG count = 0;
  MAPIUninitialize();
  table->GetRowCount(0, &count);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[mapi-teardown-order]
}

void newRoundAfterwards() {
  MAPIUninitialize();
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPPROFADMIN admin = nullptr;
  if (SUCCEEDED(MAPIAdminProfiles(0, &admin)))
    admin->Release();
  MAPIUninitialize();
}

void innerPairDoesNotEndMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPPROFADMIN admin = nullptr;
  HRESULT hr = MAPIAdminProfiles(0, &admin);
  if (SUCCEEDED(MAPIInitialize(nullptr)))
    MAPIUninitialize();
  if (SUCCEEDED(hr))
    admin->Release();
  MAPIUninitialize();
}

void afterFastShutdown(IMAPIClientShutdown *client) {
  client->DoFastShutdown();
  MAPIUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIUninitialize{{.*}}[mapi-borrowed-logoff]
}

bool fastShutdown(IMAPIClientShutdown *client) {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPIInitialize(nullptr)))
    return false;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess))) {
    MAPIUninitialize();
    return false;
  }
  if (client->QueryFastShutdown() == S_OK) {
    client->NotifyProcessShutdown();
    client->DoFastShutdown();
    return true; // all duties have ended
  }
  sess->Logoff(0, 0, 0);
  sess->Release();
  MAPIUninitialize();
  return true;
}

// Guards: what their destructors undo is not this function's to undo.
struct MapiEnd {
  ~MapiEnd() { MAPIUninitialize(); }
};

void undoneByGuard(LPMAPISESSION sess) {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  MapiEnd end;
  sess->Logoff(0, 0, 0);
  sess->Release();
}

template <class F> struct AtScopeEnd {
  F run;
  ~AtScopeEnd() { run(); }
};
template <class F> AtScopeEnd<F> atScopeEnd(F f) { return {f}; }

void undoneByScopeGuard(LPMAPISESSION sess) {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  auto end = atScopeEnd([] { MAPIUninitialize(); });
  sess->Logoff(0, 0, 0);
  sess->Release();
}

void undoneByLambda(LPMAPISESSION sess) {
  auto end = [] { MAPIUninitialize(); };
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  sess->Logoff(0, 0, 0);
  sess->Release();
  end();
}

// The caller owns it on success, however success is told.
int ownedOnZero(LPMAPISESSION *out) {
  if (FAILED(MAPIInitialize(nullptr)))
    return 1;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, out))) {
    MAPIUninitialize();
    return 2;
  }
  return 0;
}

void ownedSilently(LPMAPISESSION *out) {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, out))) {
    MAPIUninitialize();
    return;
  }
}

bool ownedOnTrue(LPMAPISESSION *out) {
  if (MAPIInitialize(nullptr) != S_OK)
    return false;
  if (MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, out) != S_OK) {
    MAPIUninitialize();
    return false;
  }
  return true;
}

void upInAChain() {
  if (SUCCEEDED(MAPIInitialize(nullptr)) &&
      SUCCEEDED(OleInitialize(nullptr))) {
    OleUninitialize();
    MAPIUninitialize();
  }
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}}[mapi-unmatched-init]
