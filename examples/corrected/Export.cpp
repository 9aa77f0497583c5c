// Exporting messages: memory and objects on every way out.
#include "Client.h"

HRESULT PrintSubject(LPMAPIPROP message) {
  LPSPropValue subject = nullptr;
  HRESULT hr = HrGetOneProp(message, PR_SUBJECT_A, &subject);
  if (FAILED(hr))
    return hr;
  if (PROP_TYPE(subject->ulPropTag) != PT_STRING8) {
    MAPIFreeBuffer(subject);
    return MAPI_E_NOT_FOUND;
  }
  printf("%s\n", subject->Value.lpszA);
  MAPIFreeBuffer(subject);
  return S_OK;
}

HRESULT CountRows(LPMAPIFOLDER folder, ULONG *count) {
  LPMAPITABLE table = nullptr;
  LPSRowSet rows = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  hr = HrQueryAllRows(table, nullptr, nullptr, nullptr, 0, &rows);
  if (SUCCEEDED(hr)) {
    *count = rows->cRows;
    FreeProws(rows);
  }
  table->Release();
  return hr;
}

// Prints the subject of a message and sends it.
HRESULT SendAndPrint(LPMESSAGE message) {
  PrintSubject(message);
  HRESULT hr = message->SubmitMessage(0);
  message->Release();
  return hr;
}

HRESULT PrintFirstStore(LPMAPISESSION session) {
  LPMAPITABLE stores = nullptr;
  LPSRowSet rows = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &stores);
  if (SUCCEEDED(hr))
    hr = stores->QueryRows(1, 0, &rows);
  if (SUCCEEDED(hr)) {
    printf("%lu\n", rows->cRows);
    FreeProws(rows);
  }
  if (stores)
    stores->Release();
  return hr;
}
