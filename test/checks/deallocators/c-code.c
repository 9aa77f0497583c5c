// RUN: %check_mapi %s -- -DCOBJMACROS -DCINTERFACE
// C: casts, macros and void pointers in front of the wrong function.
#include <mapix.h>
#include <mapiutil.h>
#include <stdlib.h>
#include <string.h>

void show(const SPropValue *values);
void print(const TCHAR *text);

#define SAFE_FREE(p)                                                           \
  do {                                                                         \
    if (p) {                                                                   \
      MAPIFreeBuffer(p);                                                       \
      (p) = NULL;                                                              \
    }                                                                          \
  } while (0)
#define FREE_ROWS(rows)                                                        \
  do {                                                                         \
    ULONG n_;                                                                  \
    for (n_ = 0; n_ < (rows)->cRows; n_++)                                     \
      MAPIFreeBuffer((rows)->aRow[n_].lpProps);                                \
    MAPIFreeBuffer(rows);                                                      \
  } while (0)

/* A macro that frees blocks, and one that frees row sets. */
HRESULT rows_by_macro_of_blocks(LPMAPITABLE table) {
  LPSRowSet rows = NULL;
  HRESULT hr = table->lpVtbl->QueryRows(table, 10, 0, &rows);
  if (SUCCEEDED(hr) && rows->cRows)
    show(rows->aRow[0].lpProps);
  SAFE_FREE(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
  return hr;
}

HRESULT rows_by_macro_of_rows(LPMAPITABLE table) {
  LPSRowSet rows = NULL;
  HRESULT hr = table->lpVtbl->QueryRows(table, 10, 0, &rows);
  if (FAILED(hr))
    return hr;
  if (rows->cRows)
    show(rows->aRow[0].lpProps);
  FREE_ROWS(rows);
  return hr;
}

HRESULT value_by_macro_of_blocks(LPMAPIPROP object) {
  LPSPropValue value = NULL;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (SUCCEEDED(hr))
    show(value);
  SAFE_FREE(value);
  return hr;
}

/* C's own memory and MAPI's. */
LPTSTR name_as_text(LPMAPIPROP object) {
  LPSPropValue name = NULL;
  LPTSTR text;
  if (HrGetOneProp(object, PR_DISPLAY_NAME_W, &name) != S_OK)
    return NULL;
  text = malloc((wcslen(name->Value.lpszW) + 1) * sizeof(WCHAR));
  if (text)
    wcscpy(text, name->Value.lpszW);
  MAPIFreeBuffer(name);
  return text;
}

void name_printed(LPMAPIPROP object) {
  LPTSTR text = name_as_text(object);
  if (!text)
    return;
  print(text);
  free(text);
}

void text_of_mapi_freed_by_c(ULONG cb, LPENTRYID id) {
  LPTSTR text = NULL;
  if (HrSzFromEntryID(cb, id, &text) != S_OK)
    return;
  print(text);
  free(text);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'text'.*}} [mapi-wrong-deallocator]
}

void text_of_mapi_freed_by_mapi(ULONG cb, LPENTRYID id) {
  LPTSTR text = NULL;
  if (HrSzFromEntryID(cb, id, &text) != S_OK)
    return;
  print(text);
  MAPIFreeBuffer(text);
}

void memory_of_c_freed_by_mapi(LPMAPIPROP object, ULONG count) {
  LPSPropTagArray tags = malloc(CbNewSPropTagArray(count));
  if (!tags)
    return;
  memset(tags, 0, CbNewSPropTagArray(count));
  object->lpVtbl->DeleteProps(object, tags, NULL);
  MAPIFreeBuffer(tags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'tags'.*}} [mapi-wrong-deallocator]
}

/* An interface through a pointer to nothing in particular. */
void opened_and_freed(LPMDB store, ULONG cb, LPENTRYID id) {
  LPVOID object = NULL;
  ULONG type = 0;
  if (FAILED(store->lpVtbl->OpenEntry(store, cb, id, NULL, 0, &type,
                                      (LPUNKNOWN *)&object)))
    return;
  MAPIFreeBuffer(object);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'object'.*}} [mapi-wrong-deallocator]
}

void opened_and_released(LPMDB store, ULONG cb, LPENTRYID id) {
  LPVOID object = NULL;
  ULONG type = 0;
  if (FAILED(store->lpVtbl->OpenEntry(store, cb, id, NULL, 0, &type,
                                      (LPUNKNOWN *)&object)))
    return;
  UlRelease(object);
}

/* Two blocks from one call. */
HRESULT open_inbox(LPMDB store, LPMAPIFOLDER *inbox) {
  ULONG cb = 0, type = 0;
  LPENTRYID id = NULL;
  LPTSTR cls = NULL;
  HRESULT hr = store->lpVtbl->GetReceiveFolder(store, NULL, MAPI_UNICODE, &cb,
                                               &id, &cls);
  if (FAILED(hr))
    return hr;
  hr = store->lpVtbl->OpenEntry(store, cb, id, NULL, MAPI_MODIFY, &type,
                                (LPUNKNOWN *)inbox);
  CoTaskMemFree(cls);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'cls'.*}} [mapi-wrong-deallocator]
  MAPIFreeBuffer(id);
  return hr;
}

HRESULT open_inbox_right(LPMDB store, LPMAPIFOLDER *inbox) {
  ULONG cb = 0, type = 0;
  LPENTRYID id = NULL;
  LPTSTR cls = NULL;
  HRESULT hr = store->lpVtbl->GetReceiveFolder(store, NULL, MAPI_UNICODE, &cb,
                                               &id, &cls);
  if (FAILED(hr))
    return hr;
  hr = store->lpVtbl->OpenEntry(store, cb, id, NULL, MAPI_MODIFY, &type,
                                (LPUNKNOWN *)inbox);
  MAPIFreeBuffer(cls);
  MAPIFreeBuffer(id);
  return hr;
}

/* The strings are part of the array. */
void address_types(LPMAPISESSION session) {
  ULONG count = 0, i;
  LPTSTR *types = NULL;
  if (FAILED(
          session->lpVtbl->EnumAdrTypes(session, MAPI_UNICODE, &count, &types)))
    return;
  for (i = 0; i < count; i++) {
    print(types[i]);
    MAPIFreeBuffer(types[i]);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'types.*'.*}} [mapi-wrong-deallocator]
  }
  MAPIFreeBuffer(types);
}

void address_types_right(LPMAPISESSION session) {
  ULONG count = 0, i;
  LPTSTR *types = NULL;
  if (FAILED(
          session->lpVtbl->EnumAdrTypes(session, MAPI_UNICODE, &count, &types)))
    return;
  for (i = 0; i < count; i++)
    print(types[i]);
  MAPIFreeBuffer(types);
}

/* A list of values of which each string is a block of its own. */
HRESULT strings_of_ones_own(LPMAPIPROP object) {
  SPropValue values[2];
  HRESULT hr;
  int i;
  memset(values, 0, sizeof values);
  values[0].ulPropTag = PR_SUBJECT_W;
  values[1].ulPropTag = PR_BODY_W;
  hr = MAPIAllocateBuffer(64, (LPVOID *)&values[0].Value.lpszW);
  if (SUCCEEDED(hr))
    hr = MAPIAllocateBuffer(64, (LPVOID *)&values[1].Value.lpszW);
  if (SUCCEEDED(hr)) {
    values[0].Value.lpszW[0] = 0;
    values[1].Value.lpszW[0] = 0;
    hr = object->lpVtbl->SetProps(object, 2, values, NULL);
  }
  for (i = 0; i < 2; i++)
    MAPIFreeBuffer(values[i].Value.lpszW);
  return hr;
}
