// RUN: %check_mapi %s
// Helpers that open and tell it in other ways: structures by value, flags,
// counts, error codes, the status by reference.
#include <mapix.h>
#include <mapiutil.h>
#include <optional>
#include <tuple>
#include <utility>

void use(LPUNKNOWN object);

// A structure by value.
struct Opened {
  HRESULT hr;
  LPMAPITABLE table;
};

static Opened openStatus(LPMAPISESSION sess) {
  Opened result = {E_FAIL, nullptr};
  result.hr = sess->GetStatusTable(0, &result.table);
  return result;
}

void inAStructureStaysOpen(LPMAPISESSION sess) {
  Opened opened = openStatus(sess);
  if (FAILED(opened.hr))
    return;
  use(opened.table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'opened.table'.*}} [mapi-live-at-logoff]
}

void inAStructureReleased(LPMAPISESSION sess) {
  Opened opened = openStatus(sess);
  if (SUCCEEDED(opened.hr))
    opened.table->Release();
  sess->Logoff(0, 0, 0);
}

// std::pair, taken apart.
static std::pair<HRESULT, LPMAPITABLE> openPair(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  return {hr, table};
}

void boundNamesReleased(LPMAPISESSION sess) {
  auto [hr, table] = openPair(sess);
  if (SUCCEEDED(hr))
    table->Release();
  sess->Logoff(0, 0, 0);
}

void boundNameStaysOpen(LPMAPISESSION sess) {
  auto [hr, table] = openPair(sess);
  if (FAILED(hr))
    return;
  use(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'table' {{.*}}[mapi-live-at-logoff]
}

void tiedNamesReleased(LPMAPISESSION sess) {
  HRESULT hr = E_FAIL;
  LPMAPITABLE table = nullptr;
  std::tie(hr, table) = openPair(sess);
  if (SUCCEEDED(hr))
    table->Release();
  sess->Logoff(0, 0, 0);
}

static std::optional<LPMAPITABLE> openMaybe(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return std::nullopt;
  return table;
}

void optionalReleased(LPMAPISESSION sess) {
  std::optional<LPMAPITABLE> table = openMaybe(sess);
  if (table)
    (*table)->Release();
  sess->Logoff(0, 0, 0);
}

// The pointer is returned, the status comes by reference.
static LPMAPITABLE openWithStatus(LPMAPISESSION sess, HRESULT &hr) {
  LPMAPITABLE table = nullptr;
  hr = sess->GetMsgStoresTable(0, &table);
  return table;
}

void statusByReferenceStaysOpen(LPMAPISESSION sess) {
  HRESULT hr = S_OK;
  LPMAPITABLE stores = openWithStatus(sess, hr);
  if (FAILED(hr))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'stores'.*}} [mapi-live-at-logoff]
  stores->Release();
}

void statusByReferenceReleased(LPMAPISESSION sess) {
  HRESULT hr = S_OK;
  LPMAPITABLE stores = openWithStatus(sess, hr);
  if (SUCCEEDED(hr))
    stores->Release();
  sess->Logoff(0, 0, 0);
}

// An int: zero is success.
static int openNumbered(LPMAPISESSION sess, LPMAPITABLE *out) {
  if (!sess)
    return 1;
  if (FAILED(sess->GetStatusTable(0, out)))
    return 2;
  return 0;
}

void errorNumberStaysOpen(LPMAPISESSION sess) {
  LPMAPITABLE table;
  if (openNumbered(sess, &table) != 0)
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void errorNumberReleased(LPMAPISESSION sess) {
  LPMAPITABLE table;
  if (openNumbered(sess, &table) == 0)
    table->Release();
  if (sess)
    sess->Logoff(0, 0, 0);
}

// A bool that is true on failure.
static bool cannotOpen(LPMAPISESSION sess, LPMAPITABLE *out) {
  return FAILED(sess->GetStatusTable(0, out));
}

void reversedBoolStaysOpen(LPMAPISESSION sess) {
  LPMAPITABLE table;
  if (cannotOpen(sess, &table))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void reversedBoolReleased(LPMAPISESSION sess) {
  LPMAPITABLE table;
  if (!cannotOpen(sess, &table))
    table->Release();
  sess->Logoff(0, 0, 0);
}

// A flag besides the status says who owns the session.
static HRESULT joinOrLogon(LPMAPISESSION given, LPMAPISESSION *out,
                           bool *own) {
  *own = false;
  if (given) {
    *out = given;
    return S_OK;
  }
  HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, out);
  *own = SUCCEEDED(hr);
  return hr;
}

void ownSessionIsEnded(LPMAPISESSION given) {
  LPMAPISESSION sess = nullptr;
  bool own = false;
  if (FAILED(joinOrLogon(given, &sess, &own)))
    return;
  use(sess);
  if (own) {
    sess->Logoff(0, 0, 0);
    sess->Release();
  }
}

void ownSessionIsForgotten(LPMAPISESSION given) {
  LPMAPISESSION sess = nullptr;
  bool own = false;
  if (FAILED(joinOrLogon(given, &sess, &own)))
    return;
  use(sess);
  if (!own)
    return;
  use(sess);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]

// S_FALSE: there is none. SUCCEEDED alone does not say that it is open.
static HRESULT findTable(LPMAPISESSION sess, bool wanted, LPMAPITABLE *out) {
  *out = nullptr;
  if (!wanted)
    return S_FALSE;
  return sess->GetStatusTable(0, out);
}

void noneIsNotOpen(LPMAPISESSION sess, bool wanted) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = findTable(sess, wanted, &table);
  if (hr == S_OK)
    table->Release();
  sess->Logoff(0, 0, 0);
}

void noneTakenForOpen(LPMAPISESSION sess, bool wanted) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = findTable(sess, wanted, &table);
  if (hr == S_FALSE)
    UlRelease(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// Nothing is told: the pointer is the only answer.
static void openQuietly(LPMAPISESSION sess, LPMAPITABLE &out) {
  out = nullptr;
  sess->GetStatusTable(0, &out);
}

void quietlyStaysOpen(LPMAPISESSION sess) {
  LPMAPITABLE table;
  openQuietly(sess, table);
  if (!table)
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void quietlyReleased(LPMAPISESSION sess) {
  LPMAPITABLE table;
  openQuietly(sess, table);
  if (table)
    table->Release();
  sess->Logoff(0, 0, 0);
}

// The result of the helper is not kept at all.
void temporaryIsLost(LPMAPISESSION sess) {
  HRESULT hr = S_OK;
  use(openWithStatus(sess, hr));
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-live-at-logoff]
}

void temporaryIsReleased(LPMAPISESSION sess) {
  HRESULT hr = S_OK;
  UlRelease(openWithStatus(sess, hr));
  sess->Logoff(0, 0, 0);
}
