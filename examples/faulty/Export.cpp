// Exporting messages: memory and objects on every way out.
#include "Client.h"

HRESULT PrintSubject(LPMAPIPROP message) {
  LPSPropValue subject = nullptr;
  HRESULT hr = HrGetOneProp(message, PR_SUBJECT_A, &subject);
  if (FAILED(hr))
    return hr;
  if (PROP_TYPE(subject->ulPropTag) != PT_STRING8)
    return MAPI_E_NOT_FOUND; // DEFECT(mapi-buffer-leak): the property is lost
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
  if (FAILED(hr))
    return hr; // DEFECT(mapi-interface-leak): the table is lost
  *count = rows->cRows;
  MAPIFreeBuffer(rows); // DEFECT(mapi-wrong-deallocator): the rows stay
  table->Release();
  return S_OK;
}

// Sends a message and prints its subject afterwards.
HRESULT SendAndPrint(LPMESSAGE message) {
  HRESULT hr = message->SubmitMessage(0);
  if (SUCCEEDED(hr))
    PrintSubject(message); // DEFECT(mapi-use-after-release): it is spent
  message->Release();
  return hr;
}

HRESULT PrintFirstStore(LPMAPISESSION session) {
  LPMAPITABLE stores; // a call that fails may leave it alone
  LPSRowSet rows = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &stores);
  if (SUCCEEDED(hr))
    hr = stores->QueryRows(1, 0, &rows);
  if (SUCCEEDED(hr)) {
    printf("%lu\n", rows->cRows);
    FreeProws(rows);
  }
  if (stores) // DEFECT(mapi-uninitialized-out-param): it has no value
    stores->Release();
  return hr;
}
