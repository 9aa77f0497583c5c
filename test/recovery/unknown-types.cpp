// RUN: %check_recovery %s
// An object of an unknown type has a constructor and a destructor that nobody
// knows, and keeps what it is given.
#include <mapix.h>
#include <mapiutil.h>

class Incomplete;

// CHECK: warning: function 'guarded' is analysed in part: 'StoreGuard' is not known (line [[@LINE+6]])
HRESULT guarded(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  if (FAILED(hr))
    return hr;
  StoreGuard guard(store);
  return store->SaveChanges(0);
}

// CHECK: warning: function 'besides' is analysed in part: 'Text' is not known
HRESULT besides(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  LPMDB store = nullptr;
  Text name(L"store");
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  if (FAILED(hr))
    return hr;
  return store->SaveChanges(0);
  // CHECK: :[[@LINE-1]]:3: warning: 'store' (IMsgStore) is lost on this way out without being released
}

// CHECK: warning: function 'kept' is analysed in part: 'place' is not known
HRESULT kept(LPMAPISESSION session, ULONG size, LPENTRYID id, Incomplete *here) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  if (SUCCEEDED(hr))
    here->place(store);
  return hr;
}

// The tree has a variable without its value: it is not empty for that.
// CHECK: warning: function 'valued' is analysed in part: {{the value of 'store'|'TheStore'}} is not known
HRESULT valued() {
  LPMDB store = TheStore;
  HRESULT hr = store->SaveChanges(0);
  store->Release();
  return hr;
}

// It may initialise MAPI, and undo that.
// CHECK: warning: function 'initialised' is analysed in part: 'MapiLibrary'
HRESULT initialised() {
  MapiLibrary library;
  LPMAPISESSION session = nullptr;
  HRESULT hr = MAPILogonEx(0, nullptr, nullptr, 0, &session);
  if (FAILED(hr))
    return hr;
  session->Logoff(0, 0, 0);
  session->Release();
  MAPIUninitialize();
  return S_OK;
}

// CHECK: warning: function 'loops' is analysed in part: {{.*}}the syntax tree lacks code
HRESULT loops(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  if (FAILED(hr))
    return hr;
  for (auto each : allStores)
    each.use(store);
  return S_OK;
}

// CHECK: warning: function 'loopsOverCall' is not analysed: no call of MAPI's is known in it: the syntax tree lacks code
HRESULT loopsOverCall(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  LPMDB store = nullptr;
  for (auto each : storesOf(session)) {
    HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
    if (SUCCEEDED(hr))
      store->Release();
  }
  return S_OK;
}

// COUNT: functions with MAPI calls: 0 analysed, 6 in part, 1 not{{$}}
