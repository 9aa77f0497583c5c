// RUN: %check_mapi %s
// MAPIFreeBuffer frees a row set without its rows: right where they have moved,
// or where there are none.
#include <mapix.h>
#include <mapiutil.h>
#include <string.h>
#include <vector>

void look(const SPropValue *values);

HRESULT valuesIntoVector(LPMAPITABLE table, std::vector<LPSPropValue> &out) {
  LPSRowSet rows = nullptr;
  HRESULT hr = table->QueryRows(5, 0, &rows);
  if (FAILED(hr))
    return hr;
  for (ULONG i = 0; i < rows->cRows; ++i)
    out.push_back(rows->aRow[i].lpProps);
  MAPIFreeBuffer(rows);
  return S_OK;
}

struct Record {
  LPSPropValue values;
  ULONG count;
};

HRESULT recordsIntoVector(LPMAPITABLE table, std::vector<Record> &out) {
  LPSRowSet rows = nullptr;
  HRESULT hr = table->QueryRows(5, 0, &rows);
  if (FAILED(hr))
    return hr;
  for (ULONG i = 0; i < rows->cRows; ++i)
    out.push_back(Record{rows->aRow[i].lpProps, rows->aRow[i].cValues});
  MAPIFreeBuffer(rows);
  return S_OK;
}

HRESULT copiedRow(LPMAPITABLE table, std::vector<SRow> &out) {
  LPSRowSet rows = nullptr;
  HRESULT hr = table->QueryRows(5, 0, &rows);
  if (FAILED(hr))
    return hr;
  for (ULONG i = 0; i < rows->cRows; ++i) {
    SRow row = rows->aRow[i];
    out.push_back(row);
  }
  MAPIFreeBuffer(rows);
  return S_OK;
}

HRESULT intoList(LPMAPITABLE table, LPADRLIST list) {
  LPSRowSet rows = nullptr;
  HRESULT hr = table->QueryRows(5, 0, &rows);
  if (FAILED(hr))
    return hr;
  for (ULONG i = 0; i < rows->cRows; ++i) {
    ADRENTRY &entry = list->aEntries[list->cEntries++];
    entry.cValues = rows->aRow[i].cValues;
    entry.rgPropVals = rows->aRow[i].lpProps;
  }
  MAPIFreeBuffer(rows);
  return S_OK;
}

HRESULT allAtOnce(LPMAPITABLE table, SRow *out) {
  LPSRowSet rows = nullptr;
  HRESULT hr = table->QueryRows(5, 0, &rows);
  if (FAILED(hr))
    return hr;
  memcpy(out, rows->aRow, rows->cRows * sizeof(SRow));
  MAPIFreeBuffer(rows);
  return S_OK;
}

HRESULT onlyLookedAt(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  HRESULT hr = table->QueryRows(5, 0, &rows);
  if (FAILED(hr))
    return hr;
  for (ULONG i = 0; i < rows->cRows; ++i) {
    LPSPropValue values = rows->aRow[i].lpProps;
    look(values);
  }
  // CHECK: :[[@LINE+1]]:3: warning: 'rows' is given back by MAPIFreeBuffer, but goes with FreeProws [mapi-wrong-deallocator]
  MAPIFreeBuffer(rows);
  return S_OK;
}

HRESULT noRows(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  HRESULT hr = table->QueryRows(5, 0, &rows);
  if (FAILED(hr))
    return hr;
  const ULONG count = rows->cRows;
  if (rows->cRows < 1)
    MAPIFreeBuffer(rows);
  else if (count > 0)
    FreeProws(rows);
  return S_OK;
}

HRESULT noRowsByACopy(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  HRESULT hr = table->QueryRows(5, 0, &rows);
  if (FAILED(hr))
    return hr;
  const ULONG count = rows->cRows;
  if (count == 0) {
    MAPIFreeBuffer(rows);
    return MAPI_E_NOT_FOUND;
  }
  FreeProws(rows);
  return S_OK;
}

HRESULT someRows(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  HRESULT hr = table->QueryRows(5, 0, &rows);
  if (FAILED(hr))
    return hr;
  if (rows->cRows >= 1)
    // CHECK: :[[@LINE+1]]:5: warning: 'rows' is given back by MAPIFreeBuffer, but goes with FreeProws [mapi-wrong-deallocator]
    MAPIFreeBuffer(rows);
  else
    FreeProws(rows);
  return S_OK;
}
