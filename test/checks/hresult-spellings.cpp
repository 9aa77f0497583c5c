// RUN: %check_mapi %s
// Every way to ask whether a call succeeded.
#include <mapix.h>
#include <mapiutil.h>

void trace(HRESULT hr);

HRESULT failedMacroRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetMsgStoresTable(0, &table);
  if (FAILED(hr)) {
    sess->Logoff(0, 0, 0);
    return hr;
  }
  table->Release();
  return sess->Logoff(0, 0, 0);
}

HRESULT failedMacroSwapped(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetMsgStoresTable(0, &table);
  if (!FAILED(hr)) {
    sess->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
    return hr;
  }
  return sess->Logoff(0, 0, 0);
}

HRESULT succeededMacroRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  if (SUCCEEDED(hr))
    hr = table->SetColumns(nullptr, 0);
  if (table)
    table->Release();
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT succeededMacroWrong(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  if (SUCCEEDED(hr))
    hr = table->SetColumns(nullptr, 0);
  if (SUCCEEDED(hr))
    table->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
  return hr;
}

void hrFailedRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  if (HR_FAILED(hr)) {
    trace(hr);
  } else {
    trace(table->Abort());
    table->Release();
  }
  sess->Logoff(0, 0, 0);
}

void hrFailedWrong(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  if (HR_FAILED(hr)) {
    trace(hr);
  } else if (HR_FAILED(hr = table->Abort())) {
    trace(hr);
  } else {
    table->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void hrSucceededRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (HR_SUCCEEDED(sess->GetStatusTable(0, &table))) {
    table->SetColumns(nullptr, TBL_BATCH);
    table->Release();
  }
  sess->Logoff(0, 0, 0);
}

// These calls have no warnings: S_OK is the only success.
HRESULT notSOkRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetMsgStoresTable(0, &table);
  if (hr != S_OK)
    goto skip;
  trace(table->SetColumns(nullptr, 0));
  table->Release();
skip:
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT notSOkWrong(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetMsgStoresTable(0, &table);
  if (hr != S_OK)
    goto skip;
  hr = table->SetColumns(nullptr, 0);
  if (hr != S_OK)
    goto skip;
  table->Release();
skip:
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT equalsHrSuccessRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetMsgStoresTable(0, &table);
  if (hr == hrSuccess) {
    trace(table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
    table->Release();
  }
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT equalsHrSuccessWrong(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetMsgStoresTable(0, &table);
  if (hr == hrSuccess)
    hr = table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  if (hrSuccess == hr)
    table->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT plainIfRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetMsgStoresTable(0, &table);
  if (hr)
    return sess->Logoff(0, 0, 0);
  table->Release();
  return sess->Logoff(0, 0, 0);
}

HRESULT plainIfWrong(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetMsgStoresTable(0, &table);
  if (hr)
    return sess->Logoff(0, 0, 0);
  hr = table->SetColumns(nullptr, 0);
  if (hr)
    return sess->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
  table->Release();
  return sess->Logoff(0, 0, 0);
}

void notHrRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  if (!hr)
    table->Release();
  sess->Logoff(0, 0, 0);
}

void notHrWrong(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  if (!!hr)
    UlRelease(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void signTestRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  if (hr < 0)
    trace(hr);
  if (hr >= 0)
    table->Release();
  sess->Logoff(0, 0, 0);
}

void signTestWrong(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  if (hr < 0)
    UlRelease(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

HRESULT assignedInConditionRight(LPMAPISESSION sess) {
  HRESULT hr;
  LPMAPITABLE stores = nullptr, status = nullptr;
  if (FAILED(hr = sess->GetMsgStoresTable(0, &stores)))
    goto end;
  if ((hr = sess->GetStatusTable(0, &status)) != S_OK)
    goto end;
  trace(hr);
end:
  UlRelease(status);
  UlRelease(stores);
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT assignedInConditionWrong(LPMAPISESSION sess) {
  HRESULT hr;
  LPMAPITABLE stores = nullptr, status = nullptr;
  if (FAILED(hr = sess->GetMsgStoresTable(0, &stores)))
    goto end;
  if ((hr = sess->GetStatusTable(0, &status)) != S_OK)
    goto end;
  status->Release();
  stores->Release();
end:
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'stores'.*}} [mapi-live-at-logoff]
  return hr;
}

void calledInConditionRight(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr;
  LPMAPITABLE status = nullptr;
  if (!sess->GetMsgStoresTable(0, &stores)) {
    if (S_OK == sess->GetStatusTable(0, &status))
      status->Release();
    stores->Release();
  }
  sess->Logoff(0, 0, 0);
}

void calledInConditionWrong(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr;
  LPMAPITABLE status = nullptr;
  if (!sess->GetMsgStoresTable(0, &stores) &&
      S_OK == sess->GetStatusTable(0, &status)) {
    status->Release();
    stores->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'stores'.*}} [mapi-live-at-logoff]
}

void conditionWithOrRight(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr;
  LPMAPITABLE status = nullptr;
  if (FAILED(sess->GetMsgStoresTable(0, &stores)) ||
      FAILED(sess->GetStatusTable(0, &status))) {
    UlRelease(stores);
    sess->Logoff(0, 0, 0);
    return;
  }
  status->Release();
  stores->Release();
  sess->Logoff(0, 0, 0);
}

void conditionWithOrWrong(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr;
  LPMAPITABLE status = nullptr;
  if (FAILED(sess->GetMsgStoresTable(0, &stores)) ||
      FAILED(sess->GetStatusTable(0, &status))) {
    sess->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'stores'.*}} [mapi-live-at-logoff]
    return;
  }
  status->Release();
  stores->Release();
  sess->Logoff(0, 0, 0);
}

HRESULT ternaryRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  hr = SUCCEEDED(hr) ? table->SetColumns(nullptr, 0) : hr;
  table ? table->Release() : 0;
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT ternaryWrong(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  hr = SUCCEEDED(hr) ? table->SetColumns(nullptr, 0) : hr;
  SUCCEEDED(hr) ? table->Release() : 0;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT switchRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  switch (hr) {
  case S_OK:
    table->Release();
    break;
  case MAPI_E_NO_SUPPORT:
    hr = S_OK;
    break;
  default:
    trace(hr);
    break;
  }
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT switchWrong(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  switch (hr) {
  case S_OK:
    trace(table->SetColumns(nullptr, 0));
    break;
  case MAPI_E_NO_SUPPORT:
    hr = S_OK;
    break;
  default:
    UlRelease(table);
    break;
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
  return hr;
}

void rememberedInABoolRight(LPMAPISESSION sess) {
  LPMAPITABLE table;
  HRESULT hr = sess->GetStatusTable(0, &table);
  bool ok = SUCCEEDED(hr);
  hr = sess->SetDefaultStore(MAPI_DEFAULT_STORE, 0, nullptr);
  if (ok)
    table->Release();
  trace(hr);
  sess->Logoff(0, 0, 0);
}

void rememberedInABoolWrong(LPMAPISESSION sess) {
  LPMAPITABLE table;
  HRESULT hr = sess->GetStatusTable(0, &table);
  bool ok = SUCCEEDED(hr);
  hr = sess->SetDefaultStore(MAPI_DEFAULT_STORE, 0, nullptr);
  if (ok)
    ok = SUCCEEDED(hr);
  if (ok)
    table->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void boolOfTheCallRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  const BOOL failed = FAILED(sess->GetStatusTable(0, &table)) ? TRUE : FALSE;
  if (!failed)
    table->Release();
  sess->Logoff(0, 0, 0);
}

// The status is copied before it is overwritten.
HRESULT copiedStatusRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  HRESULT opened = hr;
  hr = sess->SetDefaultStore(MAPI_DEFAULT_STORE, 0, nullptr);
  if (SUCCEEDED(opened))
    table->Release();
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT wrongStatusTested(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hrTable = sess->GetStatusTable(0, &table);
  HRESULT hrStore = sess->SetDefaultStore(MAPI_DEFAULT_STORE, 0, nullptr);
  if (SUCCEEDED(hrStore))
    UlRelease(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
  return hrTable;
}

// Not tested at all: what a successful call has opened stays open.
void neverTestedWrong(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  sess->GetStatusTable(0, &table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void neverTestedRight(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  sess->GetStatusTable(0, &table);
  UlRelease(table);
  sess->Logoff(0, 0, 0);
}
