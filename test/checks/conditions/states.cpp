// RUN: %check_mapi %s
// How far the function has come is a number, and a switch undoes the rest.
#include <mapix.h>
#include <mapiutil.h>

int downTheLadder() {
  int step = 0;
  LPMAPISESSION session = nullptr;
  HRESULT hr = CoInitialize(nullptr);
  if (SUCCEEDED(hr)) {
    step = 1;
    hr = MAPIInitialize(nullptr);
    if (SUCCEEDED(hr)) {
      step = 2;
      hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session);
      if (SUCCEEDED(hr))
        step = 3;
    }
  }
  switch (step) {
  case 3:
    session->Logoff(0, 0, 0);
    session->Release();
    [[fallthrough]];
  case 2:
    MAPIUninitialize();
    [[fallthrough]];
  case 1:
    CoUninitialize();
  }
  return FAILED(hr);
}

int downTheLadderWithAGap() {
  int step = 0;
  LPMAPISESSION session = nullptr;
  HRESULT hr = MAPIInitialize(nullptr);
  if (SUCCEEDED(hr)) {
    step = 1;
    hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session);
    if (SUCCEEDED(hr))
      step = 2;
  }
  switch (step) {
  case 2:
    session->Logoff(0, 0, 0);
    session->Release();
    MAPIUninitialize();
  }
  // CHECK: :[[@LINE+1]]:3: warning: MAPIInitialize is not undone on this way out [mapi-unmatched-init]
  return FAILED(hr);
}

HRESULT twoValues(LPMAPIPROP object) {
  enum { None, First, Both } have = None;
  LPSPropValue first, second;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &first);
  if (SUCCEEDED(hr)) {
    have = First;
    hr = HrGetOneProp(object, PR_BODY_W, &second);
    if (SUCCEEDED(hr))
      have = Both;
  }
  switch (have) {
  case Both:
    MAPIFreeBuffer(second);
    [[fallthrough]];
  case First:
    MAPIFreeBuffer(first);
    [[fallthrough]];
  default:
    break;
  }
  return hr;
}

HRESULT twoValuesWrong(LPMAPIPROP object) {
  int have = 0;
  LPSPropValue first, second;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &first);
  if (SUCCEEDED(hr)) {
    have = 1;
    hr = HrGetOneProp(object, PR_BODY_W, &second);
    if (SUCCEEDED(hr))
      have = 2;
  }
  switch (have) {
  case 2:
    MAPIFreeBuffer(second);
    break;
  case 1:
    MAPIFreeBuffer(first);
    break;
  default:
    break;
  }
  // CHECK: :[[@LINE+1]]:3: warning: 'first' may be lost on this way out without being freed, if 'have' is 2 [mapi-buffer-leak]
  return hr;
}

void byOrder(LPMAPIPROP object, LPMAPITABLE table) {
  int have = 0;
  LPSPropValue value = nullptr;
  LPSRowSet rows = nullptr;
  if (SUCCEEDED(HrGetOneProp(object, PR_SUBJECT_W, &value))) {
    have = 1;
    if (SUCCEEDED(table->QueryRows(1, 0, &rows)))
      have = 2;
  }
  if (have >= 2)
    FreeProws(rows);
  if (have >= 1)
    MAPIFreeBuffer(value);
}

// Whoever uses what a call was to hand out takes it that the call succeeded.
static HRESULT findDefault(LPMAPITABLE table, ULONG count, ULONG *size,
                           LPBYTE *id) {
  LPSRowSet rows = nullptr;
  LPBYTE found = nullptr;
  ULONG length = 0;
  HRESULT hr = table->QueryRows(count, 0, &rows);
  for (ULONG i = 0; i < count && !found; ++i)
    if (rows->aRow[i].lpProps[0].Value.b) {
      length = rows->aRow[i].lpProps[1].Value.bin.cb;
      if (FAILED(MAPIAllocateBuffer(length, (LPVOID *)&found)))
        found = nullptr;
    }
  FreeProws(rows);
  *size = length;
  *id = found;
  return hr;
}

HRESULT foundOnSuccess(LPMAPITABLE table) {
  ULONG size = 0;
  LPBYTE id = nullptr;
  HRESULT hr = findDefault(table, 10, &size, &id);
  if (FAILED(hr))
    return hr;
  MAPIFreeBuffer(id);
  return hr;
}

static HRESULT findAnyway(LPMAPITABLE table, ULONG *size, LPBYTE *id) {
  LPSRowSet rows = nullptr;
  LPBYTE found = nullptr;
  HRESULT hr = table->QueryRows(1, 0, &rows);
  if (FAILED(MAPIAllocateBuffer(*size, (LPVOID *)&found)))
    found = nullptr;
  if (rows)
    FreeProws(rows);
  *id = found;
  return hr;
}

HRESULT foundOnFailureToo(LPMAPITABLE table) {
  ULONG size = 16;
  LPBYTE id = nullptr;
  HRESULT hr = findAnyway(table, &size, &id);
  if (FAILED(hr))
    // CHECK: :[[@LINE+1]]:5: warning: 'id' may be lost on this way out without being freed, if MAPIAllocateBuffer succeeds [mapi-buffer-leak]
    return hr;
  MAPIFreeBuffer(id);
  return hr;
}
