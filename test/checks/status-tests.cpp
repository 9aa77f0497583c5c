// RUN: %check_mapi %s
// Every spelling of the question whether a call succeeded.
#include <mapix.h>
#include <mapiutil.h>

bool checkStatus(HRESULT hr);
HRESULT logStatus(HRESULT hr, const char *where);

void callInTheCondition(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &t)))
    t->Release();
  sess->Logoff(0, 0, 0);
}

void callInTheConditionForgets(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  if (FAILED(sess->GetStatusTable(0, &t)))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'t'{{.*}}[mapi-live-at-logoff]
}

void assignmentInTheCondition(LPMAPISESSION sess) {
  HRESULT hr;
  LPMAPITABLE t = nullptr;
  if ((hr = sess->GetStatusTable(0, &t)) == S_OK)
    t->Release();
  sess->Logoff(0, 0, 0);
}

void assignmentInTheConditionForgets(LPMAPISESSION sess) {
  HRESULT hr;
  LPMAPITABLE t = nullptr;
  if ((hr = sess->GetStatusTable(0, &t)) != S_OK)
    t->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'t'{{.*}}[mapi-live-at-logoff]
}

void plainTruth(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &t);
  if (!hr)
    t->Release();
  sess->Logoff(0, 0, 0);
}

void plainTruthTurnedRound(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &t);
  if (hr)
    t->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'t'{{.*}}[mapi-live-at-logoff]
}

void hrFailed(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &t);
  if (!HR_FAILED(hr))
    t->Release();
  sess->Logoff(0, 0, 0);
}

void hrSuccessOnTheLeft(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &t);
  if (hrSuccess == hr)
    t->Release();
  sess->Logoff(0, 0, 0);
}

// OpenMsgStore may succeed with a warning, and then the store is open.
void warningIsASuccess(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (hr == S_OK)
    db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
}

void warningHandled(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (SUCCEEDED(hr))
    db->Release();
  sess->Logoff(0, 0, 0);
}

void switchHandlesWarning(LPMAPISESSION sess) {
  LPADRBOOK book = nullptr;
  switch (sess->OpenAddressBook(0, nullptr, 0, &book)) {
  case S_OK:
  case MAPI_W_ERRORS_RETURNED:
    book->Release();
    break;
  default:
    break;
  }
  sess->Logoff(0, 0, 0);
}

void switchForgetsWarning(LPMAPISESSION sess) {
  LPADRBOOK book = nullptr;
  switch (sess->OpenAddressBook(0, nullptr, 0, &book)) {
  case S_OK:
    book->Release();
    break;
  case MAPI_E_NO_ACCESS:
    return;
  default:
    break;
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'book'{{.*}}[mapi-live-at-logoff]
}

void truthKept(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  const bool ok = SUCCEEDED(sess->GetStatusTable(0, &t));
  if (ok)
    t->Release();
  sess->Logoff(0, 0, 0);
}

void truthKeptTurnedRound(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  const bool ok = SUCCEEDED(sess->GetStatusTable(0, &t));
  if (!ok)
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'t'{{.*}}[mapi-live-at-logoff]
}

void ternaryCall(LPMAPISESSION sess, bool wanted) {
  LPMAPITABLE t = nullptr;
  HRESULT hr = wanted ? sess->GetStatusTable(0, &t) : E_FAIL;
  if (SUCCEEDED(hr))
    t->Release();
  sess->Logoff(0, 0, 0);
}

void ternaryRelease(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &t);
  FAILED(hr) ? 0 : t->Release();
  sess->Logoff(0, 0, 0);
}

void ternaryReleaseTurnedRound(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &t);
  SUCCEEDED(hr) ? 0 : t->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'t'{{.*}}[mapi-live-at-logoff]
}

void nullTest(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  sess->GetStatusTable(0, &t);
  if (t != nullptr)
    t->Release();
  sess->Logoff(0, 0, 0);
}

// A function from status to status, as logging code has them, hands it on.
void statusHandedOn(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  HRESULT hr = logStatus(sess->GetStatusTable(0, &t), "status table");
  if (SUCCEEDED(hr))
    t->Release();
  sess->Logoff(0, 0, 0);
}

void statusHandedOnForgets(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  HRESULT hr = logStatus(sess->GetStatusTable(0, &t), "status table");
  if (FAILED(hr))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'t'{{.*}}[mapi-live-at-logoff]
}

// ... and so do macros that call a lambda on the spot.
#define TRACED(call)                                                           \
  [&]() -> HRESULT {                                                           \
    const auto traced = (call);                                                \
    checkStatus(traced);                                                       \
    return traced;                                                             \
  }()

void lambdaOnTheSpot(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  HRESULT hr = TRACED(sess->GetStatusTable(0, &t));
  if (SUCCEEDED(hr))
    t->Release();
  sess->Logoff(0, 0, 0);
}

void lambdaOnTheSpotForgets(LPMAPISESSION sess) {
  LPMAPITABLE t = nullptr;
  HRESULT hr = TRACED(sess->GetStatusTable(0, &t));
  if (FAILED(hr))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'t'{{.*}}[mapi-live-at-logoff]
}
