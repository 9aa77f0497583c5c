// RUN: %check_mapi %s
// What a helper does in many cases, or turn after turn, is known to its callers.
#include <mapix.h>
#include <mapiutil.h>

static HRESULT readId(LPMDB store, ULONG tag, ULONG *size, LPENTRYID *id) {
  LPSPropValue prop = nullptr;
  HRESULT hr = HrGetOneProp(store, tag, &prop);
  if (FAILED(hr))
    return hr;
  *size = prop->Value.bin.cb;
  hr = MAPIAllocateBuffer(*size, (LPVOID *)id);
  if (SUCCEEDED(hr))
    CopyMemory(*id, prop->Value.bin.lpb, *size);
  MAPIFreeBuffer(prop);
  return hr;
}

static HRESULT readIdOf(char which, LPMDB store, ULONG *size, LPENTRYID *id) {
  switch (which) {
  case 'a':
    return readId(store, PR_IPM_OUTBOX_ENTRYID, size, id);
  case 'b':
    return readId(store, PR_IPM_SENTMAIL_ENTRYID, size, id);
  case 'c':
    return readId(store, PR_IPM_WASTEBASKET_ENTRYID, size, id);
  case 'd':
    return readId(store, PR_FINDER_ENTRYID, size, id);
  case 'e':
    return readId(store, PR_VIEWS_ENTRYID, size, id);
  case 'f':
    return readId(store, PR_COMMON_VIEWS_ENTRYID, size, id);
  case 'g':
    return readId(store, PR_IPM_SUBTREE_ENTRYID, size, id);
  case 'h':
    return readId(store, PR_ENTRYID, size, id);
  default:
    return MAPI_E_INVALID_PARAMETER;
  }
}

HRESULT openBoth(LPMDB store, char which, LPUNKNOWN *object) {
  ULONG size = 0, type = 0;
  LPENTRYID id = nullptr;
  HRESULT hr = readIdOf(which, store, &size, &id);
  if (FAILED(hr))
    return hr;
  hr = store->OpenEntry(size, id, nullptr, 0, &type, object);
  MAPIFreeBuffer(id);
  return hr;
}

HRESULT openOnly(LPMDB store, char which, LPUNKNOWN *object) {
  ULONG size = 0, type = 0;
  LPENTRYID id = nullptr;
  HRESULT hr = readIdOf(which, store, &size, &id);
  if (FAILED(hr))
    return hr;
  return store->OpenEntry(size, id, nullptr, 0, &type, object); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-buffer-leak]
}

// In some of its cases it frees what it gets: nobody knows what is left.
static HRESULT dispose(char which, LPSPropValue prop, // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-unanalyzed-function]
                       LPMAPIPROP object) {
  switch (which) {
  case 'a':
  case 'b':
    return object->SetProps(1, prop, nullptr);
  case 'c':
    return object->SetProps(2, prop, nullptr);
  case 'd':
    return object->SetProps(3, prop, nullptr);
  case 'e':
    return object->SetProps(4, prop, nullptr);
  case 'f':
    return object->SetProps(5, prop, nullptr);
  case 'g':
    return object->SetProps(6, prop, nullptr);
  case 'h':
    return object->SetProps(7, prop, nullptr);
  case 'i':
    return object->SetProps(8, prop, nullptr);
  case 'j':
    return object->SetProps(9, prop, nullptr);
  case 'k':
    return object->SetProps(10, prop, nullptr);
  case 'l':
    return object->SetProps(11, prop, nullptr);
  case 'm':
    return object->SetProps(12, prop, nullptr);
  case 'n':
    return object->SetProps(13, prop, nullptr);
  case 'o':
    return object->SetProps(14, prop, nullptr);
  case 'p':
    return object->SetProps(15, prop, nullptr);
  case 'q':
    return object->SetProps(16, prop, nullptr);
  }
  MAPIFreeBuffer(prop);
  return S_OK;
}

HRESULT disposedOf(LPMAPIPROP object, char which) {
  LPSPropValue prop = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &prop);
  if (SUCCEEDED(hr))
    hr = dispose(which, prop, object);
  return hr;
}

// Each turn frees what it has read, but for the last one.
static bool seek(LPMAPITABLE table, LONG wanted, LPSRowSet *found) {
  while (SUCCEEDED(table->QueryRows(1, 0, found))) {
    if ((*found)->cRows == 0)
      return false;
    if ((*found)->aRow[0].lpProps[0].Value.l == wanted)
      return true;
    FreeProws(*found);
    *found = nullptr;
  }
  return false;
}

bool hasRow(LPMAPITABLE table) {
  LPSRowSet found = nullptr;
  const bool has = seek(table, 1, &found);
  FreeProws(found);
  return has;
}

bool hasRowOnly(LPMAPITABLE table) {
  LPSRowSet found = nullptr;
  return seek(table, 1, &found); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-buffer-leak]
}
