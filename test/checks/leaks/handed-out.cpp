// RUN: %check_mapi %s
// What goes through a parameter is the caller's, and must live; until the return
// it is the function's own.
#include <mapix.h>
#include <mapiutil.h>

HRESULT check(LPMAPITABLE table);

// It is overwritten before the caller gets it.
HRESULT lastOfThree(LPMAPITABLE table, LPSRowSet *rows) {
  HRESULT hr = table->QueryRows(1, 0, rows);
  if (FAILED(hr))
    return hr;
  *rows = nullptr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: '*rows' is overwritten here without being freed [mapi-buffer-leak]
  return table->QueryRows(1, 0, rows);
}

HRESULT freedBetween(LPMAPITABLE table, LPSRowSet *rows) {
  HRESULT hr = table->QueryRows(1, 0, rows);
  if (FAILED(hr))
    return hr;
  FreeProws(*rows);
  *rows = nullptr;
  return table->QueryRows(1, 0, rows);
}

// It is freed in the wrong way.
HRESULT wrongly(LPMAPITABLE table, LPSRowSet &rows) {
  HRESULT hr = table->QueryRows(1, 0, &rows);
  if (FAILED(hr))
    return hr;
  hr = table->SeekRow(BOOKMARK_END, 0, nullptr);
  if (FAILED(hr))
    MAPIFreeBuffer(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' is given back by MAPIFreeBuffer, but goes with FreeProws [mapi-wrong-deallocator]
  return hr;
}

// A success hands out what has been given back.
HRESULT stale(LPMAPIPROP object, LPSPropValue *out) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_ENTRYID, &value);
  if (FAILED(hr))
    return hr;
  *out = value;
  MAPIFreeBuffer(value);
  return S_OK;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'value' goes to the caller after it was given back [mapi-use-after-release]
}

// After a failure the caller does not look at it.
HRESULT staleOnFailure(LPMAPIFOLDER folder, LPMAPITABLE *out) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  *out = table;
  hr = check(table);
  if (FAILED(hr))
    table->Release();
  return hr;
}

HRESULT staleTable(LPMAPIFOLDER folder, LPMAPITABLE *out) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  *out = table;
  table->Release();
  return S_OK;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'table' (IMAPITable) goes to the caller after it was given back [mapi-use-after-release]
}

HRESULT referenced(LPMAPIFOLDER folder, LPMAPITABLE *out) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  *out = table;
  (*out)->AddRef();
  table->Release();
  return S_OK;
}

LPSPropValue returned(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_ENTRYID, &value)))
    return nullptr;
  LPSPropValue result = value;
  MAPIFreeBuffer(value);
  return result;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'value' goes to the caller after it was given back [mapi-use-after-release]
}

// What is passed on is others' business.
void fill(LPSRowSet *rows);

HRESULT passedOn(LPMAPITABLE table, LPSRowSet *rows) {
  HRESULT hr = table->QueryRows(1, 0, rows);
  if (FAILED(hr))
    return hr;
  fill(rows);
  *rows = nullptr;
  return S_OK;
}

// An array of pointers is filled one by one.
HRESULT allOf(LPMAPIFOLDER folder, LPMAPITABLE *tables, ULONG count) {
  for (ULONG i = 0; i < count; ++i) {
    HRESULT hr = folder->GetContentsTable(0, tables++);
    if (FAILED(hr))
      return hr;
  }
  return S_OK;
}

// The parameter itself is a copy.
HRESULT lostInParameter(LPMAPIFOLDER folder, LPMAPITABLE *out) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (SUCCEEDED(hr))
    out = &table;
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'table' (IMAPITable) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]
}
