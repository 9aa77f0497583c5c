// RUN: %check_mapi %s
// Lambdas that open, release, log off or only look.
#include <mapix.h>
#include <mapiutil.h>

void use(LPUNKNOWN object);

// Called on the spot.
void onTheSpotRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    [&] { table->Release(); }();
  sess->Logoff(0, 0, 0);
}

void onTheSpotOnlyLooks(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    [&] { use(table); }();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// Kept and called, on every way or on some.
HRESULT calledOnEveryWay(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  auto leave = [&](HRESULT hr) {
    UlRelease(status);
    UlRelease(stores);
    sess->Logoff(0, 0, 0);
    return hr;
  };
  HRESULT hr = sess->GetMsgStoresTable(0, &stores);
  if (FAILED(hr))
    return leave(hr);
  hr = sess->GetStatusTable(0, &status);
  if (FAILED(hr))
    return leave(hr);
  return leave(S_OK);
}

HRESULT calledOnSomeWays(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  auto clean = [&] {
    UlRelease(status);
    UlRelease(stores);
  };
  HRESULT hr = sess->GetMsgStoresTable(0, &stores);
  if (SUCCEEDED(hr))
    hr = sess->GetStatusTable(0, &status);
  if (SUCCEEDED(hr))
    clean();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'stores'.*}} [mapi-live-at-logoff]
  return hr;
}

// The lambda forgets one of two.
HRESULT lambdaForgetsOne(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  auto clean = [&] { UlRelease(status); };
  HRESULT hr = sess->GetMsgStoresTable(0, &stores);
  if (SUCCEEDED(hr))
    hr = sess->GetStatusTable(0, &status);
  clean();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'stores'.*}} [mapi-live-at-logoff]
  return hr;
}

// A copy taken after the call is the object, one taken before is null.
void copyTakenAfter(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  sess->GetStatusTable(0, &table);
  auto clean = [table] { UlRelease(table); };
  clean();
  sess->Logoff(0, 0, 0);
}

void copyTakenBefore(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto clean = [table] { UlRelease(table); };
  sess->GetStatusTable(0, &table);
  clean();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void referenceTakenBefore(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto clean = [&table] { UlRelease(table); };
  sess->GetStatusTable(0, &table);
  clean();
  sess->Logoff(0, 0, 0);
}

// A capture with a name of its own.
void namedCaptureReleases(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  auto clean = [mine = table] { mine->Release(); };
  table = nullptr;
  clean();
  sess->Logoff(0, 0, 0);
}

void namedCaptureOnlyLooks(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  auto look = [mine = table] { use(mine); };
  look();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// The object is an argument; the lambda knows nothing of it.
void generalCleaner(LPMAPISESSION sess) {
  auto clean = [](auto *&object) {
    if (object)
      object->Release();
    object = nullptr;
  };
  LPMAPITABLE table = nullptr;
  LPADRBOOK book = nullptr;
  sess->GetStatusTable(0, &table);
  sess->OpenAddressBook(0, nullptr, 0, &book);
  clean(table);
  clean(book);
  sess->Logoff(0, 0, 0);
}

void generalCleanerForgets(LPMAPISESSION sess) {
  auto clean = [](auto *&object) {
    if (object)
      object->Release();
    object = nullptr;
  };
  LPMAPITABLE table = nullptr;
  LPADRBOOK book = nullptr;
  sess->GetStatusTable(0, &table);
  sess->OpenAddressBook(0, nullptr, 0, &book);
  clean(table);
  clean(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'book'.*}} [mapi-live-at-logoff]
}

// The lambda opens.
void lambdaOpensRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto open = [&]() -> bool {
    return SUCCEEDED(sess->GetStatusTable(0, &table));
  };
  if (open())
    table->Release();
  sess->Logoff(0, 0, 0);
}

void lambdaOpensForgotten(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto open = [&]() -> bool {
    return SUCCEEDED(sess->GetStatusTable(0, &table));
  };
  if (!open())
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void lambdaReturnsRight(LPMAPISESSION sess) {
  auto open = [](LPMAPISESSION from) {
    LPMAPITABLE opened = nullptr;
    from->GetStatusTable(0, &opened);
    return opened;
  };
  LPMAPITABLE table = open(sess);
  UlRelease(table);
  sess->Logoff(0, 0, 0);
}

void lambdaReturnsForgotten(LPMAPISESSION sess) {
  auto open = [](LPMAPISESSION from) {
    LPMAPITABLE opened = nullptr;
    from->GetStatusTable(0, &opened);
    return opened;
  };
  LPMAPITABLE table = open(sess);
  if (table)
    use(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// The lambda logs off: the call is where the damage is done.
void lambdaLogsOffTooEarly(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto leave = [sess] {
    sess->Logoff(0, 0, 0);
    sess->Release();
  };
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  leave();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
  table->Release();
}

void lambdaLogsOffInTime(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto leave = [sess] {
    sess->Logoff(0, 0, 0);
    sess->Release();
  };
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table->Release();
  leave();
}

// Never called at all.
void neverCalled(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  [[maybe_unused]] auto clean = [&] { UlRelease(table); };
  sess->GetStatusTable(0, &table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// Libraries: the lambda undoes them.
bool lambdaStopsMapi(bool early) {
  if (FAILED(MAPIInitialize(nullptr)))
    return false;
  auto stop = [] { MAPIUninitialize(); };
  if (early) {
    stop();
    return false;
  }
  stop();
  return true;
}

bool lambdaStopsMapiOnce(bool early) {
  if (FAILED(MAPIInitialize(nullptr)))
    return false;
  auto stop = [] { MAPIUninitialize(); };
  if (early)
    return false;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  stop();
  return true;
}
