// RUN: %check_mapi %s
// Each kind of thing given to the function that frees another kind.
#include <imessage.h>
#include <mapiform.h>
#include <mapix.h>
#include <mapiutil.h>
#include <stdlib.h>

void show(const SPropValue *values);
void showRows(const SRowSet *rows);

// Row sets: FreeProws.
void rowSetAsBuffer(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  showRows(rows);
  MAPIFreeBuffer(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
}

void rowSetAsRowSet(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  showRows(rows);
  FreeProws(rows);
}

HRESULT allRowsAsBuffer(LPMAPITABLE table, LPSPropTagArray columns) {
  LPSRowSet rows = nullptr;
  HRESULT hr = HrQueryAllRows(table, columns, nullptr, nullptr, 0, &rows);
  if (hr != S_OK)
    return hr;
  ULONG count = rows->cRows;
  MAPIFreeBuffer(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
  return count ? S_OK : S_FALSE;
}

HRESULT allRowsAsRowSet(LPMAPITABLE table, LPSPropTagArray columns) {
  LPSRowSet rows = nullptr;
  HRESULT hr = HrQueryAllRows(table, columns, nullptr, nullptr, 0, &rows);
  if (hr != S_OK)
    return hr;
  ULONG count = rows->cRows;
  FreeProws(rows);
  return count ? S_OK : S_FALSE;
}

void searchPathAsBuffer(LPADRBOOK book) {
  LPSRowSet path = nullptr;
  if (SUCCEEDED(book->GetSearchPath(0, &path))) {
    book->SetSearchPath(0, path);
    MAPIFreeBuffer(path);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'path'.*}} [mapi-wrong-deallocator]
  }
}

void searchPathAsRowSet(LPADRBOOK book) {
  LPSRowSet path = nullptr;
  if (SUCCEEDED(book->GetSearchPath(0, &path))) {
    book->SetSearchPath(0, path);
    FreeProws(path);
  }
}

// One row of an ITableData is an ordinary block of memory.
void oneRowAsBuffer(LPTABLEDATA data, ULONG number) {
  LPSRow row = nullptr;
  if (FAILED(data->HrEnumRow(number, &row)) || !row)
    return;
  show(row->lpProps);
  MAPIFreeBuffer(row);
}

// Address lists: FreePadrlist.
HRESULT recipientsAsBuffer(LPADRBOOK book, LPADRPARM parameters,
                           LPMESSAGE message) {
  ULONG_PTR window = 0;
  LPADRLIST list = nullptr;
  HRESULT hr = book->Address(&window, parameters, &list);
  if (FAILED(hr))
    return hr;
  if (list) {
    hr = message->ModifyRecipients(MODRECIP_ADD, list);
    MAPIFreeBuffer(list);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'list'.*}} [mapi-wrong-deallocator]
  }
  return hr;
}

HRESULT recipientsAsList(LPADRBOOK book, LPADRPARM parameters,
                         LPMESSAGE message) {
  ULONG_PTR window = 0;
  LPADRLIST list = nullptr;
  HRESULT hr = book->Address(&window, parameters, &list);
  if (FAILED(hr))
    return hr;
  if (list) {
    hr = message->ModifyRecipients(MODRECIP_ADD, list);
    FreePadrlist(list);
  }
  return hr;
}

// Everything else: MAPIFreeBuffer, and not what another library offers.
void deleted(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_ENTRYID, &value)))
    return;
  show(value);
  delete value;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-wrong-deallocator]
}

void deletedAsArray(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  if (FAILED(object->GetProps(tags, 0, &count, &values)))
    return;
  show(values);
  delete[] values;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'values'.*}} [mapi-wrong-deallocator]
}

void freedAsC(LPMAPIPROP object) {
  LPSPropTagArray tags = nullptr;
  if (FAILED(object->GetPropList(0, &tags)))
    return;
  object->DeleteProps(tags, nullptr);
  free(tags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'tags'.*}} [mapi-wrong-deallocator]
}

HRESULT freedAsCom(LPMDB store, ULONG *type, LPUNKNOWN *inbox) {
  ULONG cb = 0;
  LPENTRYID id = nullptr;
  HRESULT hr = store->GetReceiveFolder(nullptr, 0, &cb, &id, nullptr);
  if (FAILED(hr))
    return hr;
  hr = store->OpenEntry(cb, id, nullptr, 0, type, inbox);
  CoTaskMemFree(id);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'id'.*}} [mapi-wrong-deallocator]
  return hr;
}

void freedAsLocal(LPMAPIPROP object, HRESULT error) {
  LPMAPIERROR details = nullptr;
  if (FAILED(object->GetLastError(error, MAPI_UNICODE, &details)) || !details)
    return;
  OutputDebugStringW(details->lpszError);
  LocalFree(details);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'details'.*}} [mapi-wrong-deallocator]
}

void freedAsGlobal(ULONG cb, LPENTRYID id) {
  LPTSTR text = nullptr;
  if (FAILED(HrSzFromEntryID(cb, id, &text)))
    return;
  OutputDebugStringW(text);
  GlobalFree(text);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'text'.*}} [mapi-wrong-deallocator]
}

void freedAsMapi(LPMAPIPROP object, HRESULT error, ULONG cb, LPENTRYID id) {
  LPSPropTagArray tags = nullptr;
  LPMAPIERROR details = nullptr;
  LPTSTR text = nullptr;
  if (SUCCEEDED(object->GetPropList(0, &tags)))
    object->DeleteProps(tags, nullptr);
  if (SUCCEEDED(object->GetLastError(error, MAPI_UNICODE, &details)) && details)
    OutputDebugStringW(details->lpszError);
  if (SUCCEEDED(HrSzFromEntryID(cb, id, &text)))
    OutputDebugStringW(text);
  MAPIFreeBuffer(text);
  MAPIFreeBuffer(details);
  MAPIFreeBuffer(tags);
}

// Interfaces and memory are not the same.
void interfaceAsBuffer(LPMAPIFOLDER folder) {
  LPMAPITABLE rows = nullptr;
  if (FAILED(folder->GetContentsTable(0, &rows)))
    return;
  rows->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  MAPIFreeBuffer(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
}

void bufferAsInterface(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_RECORD_KEY, &value)))
    return;
  show(value);
  UlRelease(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-wrong-deallocator]
}

void eachAsItIs(LPMAPIFOLDER folder) {
  LPMAPITABLE rows = nullptr;
  LPSSortOrderSet order = nullptr;
  if (FAILED(folder->GetContentsTable(0, &rows)))
    return;
  if (SUCCEEDED(rows->QuerySortOrder(&order)))
    rows->SortTable(order, TBL_BATCH);
  MAPIFreeBuffer(order);
  UlRelease(rows);
}

// A message session is neither.
void messageSessionAsBuffer(LPMALLOC allocator) {
  LPMSGSESS messages = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  MAPIFreeBuffer(messages);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'messages'.*}} [mapi-wrong-deallocator]
}

void messageSessionAsInterface(LPMALLOC allocator) {
  LPMSGSESS messages = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  UlRelease(messages);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'messages'.*}} [mapi-wrong-deallocator]
}

void messageSessionAsItIs(LPMALLOC allocator) {
  LPMSGSESS messages = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  CloseIMsgSession(messages);
}

// One variable for two kinds: the condition tells them apart.
void oneVariableTwoKinds(LPMAPITABLE table, LPMAPIPROP object, bool whole) {
  LPVOID data = nullptr;
  HRESULT hr = S_OK;
  if (whole)
    hr = table->QueryRows(10, 0, (LPSRowSet *)&data);
  else
    hr = HrGetOneProp(object, PR_SUBJECT_W, (LPSPropValue *)&data);
  if (FAILED(hr))
    return;
  MAPIFreeBuffer(data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'data'.*}} [mapi-wrong-deallocator]
}

void oneVariableTwoKindsRight(LPMAPITABLE table, LPMAPIPROP object,
                              bool whole) {
  LPVOID data = nullptr;
  HRESULT hr = S_OK;
  if (whole)
    hr = table->QueryRows(10, 0, (LPSRowSet *)&data);
  else
    hr = HrGetOneProp(object, PR_SUBJECT_W, (LPSPropValue *)&data);
  if (FAILED(hr))
    return;
  if (whole)
    FreeProws(static_cast<LPSRowSet>(data));
  else
    MAPIFreeBuffer(data);
}

// The handles of a print setup are global memory, the setup itself is not.
void printSetup(LPMAPIVIEWCONTEXT view) {
  LPFORMPRINTSETUP setup = nullptr;
  if (FAILED(view->GetPrintSetup(0, &setup)))
    return;
  GlobalFree(setup->hDevMode);
  GlobalFree(setup->hDevNames);
  MAPIFreeBuffer(setup);
}

// Memory of other libraries that is freed as what it is, beside MAPI's.
void memoryOfAllSorts(LPMAPIPROP object, ULONG count) {
  auto *own = new SPropValue[count];
  auto *raw = static_cast<LPBYTE>(malloc(count));
  LPVOID task = CoTaskMemAlloc(count);
  HLOCAL local = LocalAlloc(LPTR, count);
  LPSPropValue value = nullptr;
  if (SUCCEEDED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    MAPIFreeBuffer(value);
  LocalFree(local);
  CoTaskMemFree(task);
  free(raw);
  delete[] own;
}

// Not reported: memory of operator new is not followed.
void memoryOfNew(LPMAPIPROP object) {
  LPSPropValue own = new SPropValue[2]();
  object->SetProps(2, own, nullptr);
  MAPIFreeBuffer(own);
}
