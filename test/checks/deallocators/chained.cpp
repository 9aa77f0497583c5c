// RUN: %check_mapi %s
// Memory that belongs to a block is freed with the block, never by itself.
#include <mapiform.h>
#include <mapix.h>
#include <mapiutil.h>
#include <string.h>

void show(const SPropValue *values);

// Memory of MAPIAllocateMore.
HRESULT partFreedFirst(ULONG cb) {
  LPVOID root = nullptr, part = nullptr;
  HRESULT hr = MAPIAllocateBuffer(cb, &root);
  if (FAILED(hr))
    return hr;
  hr = MAPIAllocateMore(cb, root, &part);
  if (SUCCEEDED(hr)) {
    memset(part, 0, cb);
    MAPIFreeBuffer(part);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'part'.*}} [mapi-wrong-deallocator]
  }
  MAPIFreeBuffer(root);
  return hr;
}

HRESULT rootFreedOnly(ULONG cb) {
  LPVOID root = nullptr, part = nullptr;
  HRESULT hr = MAPIAllocateBuffer(cb, &root);
  if (FAILED(hr))
    return hr;
  hr = MAPIAllocateMore(cb, root, &part);
  if (SUCCEEDED(hr))
    memset(part, 0, cb);
  MAPIFreeBuffer(root);
  return hr;
}

// The part is a member of its root.
HRESULT memberFreedFirst(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  HRESULT hr = MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&value);
  if (FAILED(hr))
    return hr;
  value->ulPropTag = PR_SUBJECT_W;
  hr = MAPIAllocateMore(64, value, (LPVOID *)&value->Value.lpszW);
  if (FAILED(hr)) {
    MAPIFreeBuffer(value);
    return hr;
  }
  value->Value.lpszW[0] = 0;
  hr = object->SetProps(1, value, nullptr);
  MAPIFreeBuffer(value->Value.lpszW);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value.*'.*}} [mapi-wrong-deallocator]
  MAPIFreeBuffer(value);
  return hr;
}

// On failure the parts that are there already go with the root.
HRESULT freedOnFailure(LPMAPIPROP object) {
  LPSPropValue values = nullptr;
  HRESULT hr = MAPIAllocateBuffer(2 * sizeof(SPropValue), (LPVOID *)&values);
  if (FAILED(hr))
    return hr;
  values[0].ulPropTag = PR_SUBJECT_W;
  hr = MAPIAllocateMore(64, values, (LPVOID *)&values[0].Value.lpszW);
  if (FAILED(hr))
    goto done;
  values[0].Value.lpszW[0] = 0;
  values[1].ulPropTag = PR_BODY_W;
  hr = MAPIAllocateMore(64, values, (LPVOID *)&values[1].Value.lpszW);
  if (FAILED(hr))
    goto done;
  values[1].Value.lpszW[0] = 0;
  hr = object->SetProps(2, values, nullptr);
done:
  MAPIFreeBuffer(values);
  return hr;
}

// A part of the caller's block, or a block of one's own.
HRESULT partOrBlock(LPVOID parent, ULONG cb, LPSTREAM stream) {
  LPVOID data = nullptr;
  HRESULT hr = parent ? MAPIAllocateMore(cb, parent, &data)
                      : MAPIAllocateBuffer(cb, &data);
  if (FAILED(hr))
    return hr;
  hr = stream->Read(data, cb, nullptr);
  if (!parent)
    MAPIFreeBuffer(data);
  return hr;
}

HRESULT partTakenForABlock(LPVOID parent, ULONG cb, LPSTREAM stream) {
  LPVOID data = nullptr;
  HRESULT hr = parent ? MAPIAllocateMore(cb, parent, &data)
                      : MAPIAllocateBuffer(cb, &data);
  if (FAILED(hr))
    return hr;
  hr = stream->Read(data, cb, nullptr);
  MAPIFreeBuffer(data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'data'.*}} [mapi-wrong-deallocator]
  return hr;
}

// Blocks that calls return, and what lies in them.
void binaryFreed(LPMAPIPROP object) {
  LPSPropValue id = nullptr;
  if (FAILED(HrGetOneProp(object, PR_ENTRYID, &id)))
    return;
  show(id);
  MAPIFreeBuffer(id->Value.bin.lpb);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'id.*'.*}} [mapi-wrong-deallocator]
  MAPIFreeBuffer(id);
}

void binaryFreedWithItsValue(LPMAPIPROP object, LPMDB store, ULONG *type,
                             LPUNKNOWN *out) {
  LPSPropValue id = nullptr;
  if (FAILED(HrGetOneProp(object, PR_PARENT_ENTRYID, &id)))
    return;
  store->OpenEntry(id->Value.bin.cb, (LPENTRYID)id->Value.bin.lpb, nullptr, 0,
                   type, out);
  MAPIFreeBuffer(id);
}

void textOfTheErrorFreed(LPMAPIPROP object, HRESULT failure) {
  LPMAPIERROR error = nullptr;
  if (FAILED(object->GetLastError(failure, MAPI_UNICODE, &error)) || !error)
    return;
  OutputDebugStringW(error->lpszError);
  MAPIFreeBuffer(error->lpszError);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'error.*'.*}} [mapi-wrong-deallocator]
  MAPIFreeBuffer(error);
}

void errorFreedWithItsTexts(LPMAPIPROP object, HRESULT failure) {
  LPMAPIERROR error = nullptr;
  if (FAILED(object->GetLastError(failure, MAPI_UNICODE, &error)) || !error)
    return;
  OutputDebugStringW(error->lpszError);
  OutputDebugStringW(error->lpszComponent);
  MAPIFreeBuffer(error);
}

void stringOfARowFreed(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(1, 0, &rows)))
    return;
  if (rows->cRows == 1) {
    OutputDebugStringW(rows->aRow[0].lpProps[0].Value.lpszW);
    MAPIFreeBuffer(rows->aRow[0].lpProps[0].Value.lpszW);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows.*'.*}} [mapi-wrong-deallocator]
  }
  FreeProws(rows);
}

// A row is a block of its own, once the set has lost it.
void rowFreedByItself(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(1, 0, &rows)))
    return;
  LPSPropValue kept = nullptr;
  if (rows->cRows == 1) {
    kept = rows->aRow[0].lpProps;
    rows->aRow[0].lpProps = nullptr;
  }
  FreeProws(rows);
  if (kept)
    show(kept);
  MAPIFreeBuffer(kept);
}

void namesFreedOneByOne(LPMAPIPROP object, ULONG tag) {
  SPropTagArray one = {1, {tag}};
  LPSPropTagArray tags = &one;
  ULONG count = 0;
  LPMAPINAMEID *names = nullptr;
  if (FAILED(object->GetNamesFromIDs(&tags, nullptr, 0, &count, &names)))
    return;
  if (count)
    MAPIFreeBuffer(names[0]);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'names.*'.*}} [mapi-wrong-deallocator]
  MAPIFreeBuffer(names);
}

void namesFreedAtOnce(LPMAPIPROP object, ULONG tag) {
  SPropTagArray one = {1, {tag}};
  LPSPropTagArray tags = &one;
  ULONG count = 0;
  LPMAPINAMEID *names = nullptr;
  if (FAILED(object->GetNamesFromIDs(&tags, nullptr, 0, &count, &names)))
    return;
  MAPIFreeBuffer(names);
}

void listOfASearchFreed(LPMAPIFOLDER search) {
  LPENTRYLIST folders = nullptr;
  ULONG state = 0;
  if (FAILED(search->GetSearchCriteria(0, nullptr, &folders, &state)))
    return;
  if (folders) {
    MAPIFreeBuffer(folders->lpbin);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'folders.*'.*}} [mapi-wrong-deallocator]
  }
  MAPIFreeBuffer(folders);
}

void bothResultsOfASearchFreed(LPMAPIFOLDER search) {
  LPSRestriction restriction = nullptr;
  LPENTRYLIST folders = nullptr;
  ULONG state = 0;
  if (FAILED(search->GetSearchCriteria(0, &restriction, &folders, &state)))
    return;
  MAPIFreeBuffer(folders);
  MAPIFreeBuffer(restriction);
}

// Members of a print setup are global memory.
void deviceModeAsBuffer(LPMAPIVIEWCONTEXT view) {
  LPFORMPRINTSETUP setup = nullptr;
  if (FAILED(view->GetPrintSetup(0, &setup)))
    return;
  MAPIFreeBuffer(setup->hDevMode);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'setup.*'.*}} [mapi-wrong-deallocator]
  GlobalFree(setup->hDevNames);
  MAPIFreeBuffer(setup);
}

// Members that are blocks of their own.
struct Cache {
  LPSPropValue name;
  LPSRowSet rows;
};

HRESULT membersAreBlocks(LPMAPIPROP object, LPMAPITABLE table) {
  Cache *cache = nullptr;
  HRESULT hr = MAPIAllocateBuffer(sizeof(Cache), (LPVOID *)&cache);
  if (FAILED(hr))
    return hr;
  cache->name = nullptr;
  cache->rows = nullptr;
  hr = HrGetOneProp(object, PR_DISPLAY_NAME_W, &cache->name);
  if (SUCCEEDED(hr))
    hr = table->QueryRows(10, 0, &cache->rows);
  if (cache->rows)
    FreeProws(cache->rows);
  MAPIFreeBuffer(cache->name);
  MAPIFreeBuffer(cache);
  return hr;
}

HRESULT valueOnTheStack(LPMAPIPROP object) {
  SPropValue value = {};
  value.ulPropTag = PR_SUBJECT_W;
  HRESULT hr = MAPIAllocateBuffer(64, (LPVOID *)&value.Value.lpszW);
  if (FAILED(hr))
    return hr;
  value.Value.lpszW[0] = 0;
  hr = HrSetOneProp(object, &value);
  MAPIFreeBuffer(value.Value.lpszW);
  return hr;
}

// Without a block to belong to, it is a block of its own: some write one
// function for both.
static HRESULT nameOf(void *root, LPMAPINAMEID *out) {
  LPMAPINAMEID name = nullptr;
  HRESULT hr = MAPIAllocateMore(sizeof(MAPINAMEID), root, (LPVOID *)&name);
  if (FAILED(hr))
    return hr;
  hr = MAPIAllocateMore(sizeof(GUID), root ? root : name,
                        (LPVOID *)&name->lpguid);
  if (FAILED(hr)) {
    if (!root)
      MAPIFreeBuffer(name);
    return hr;
  }
  *out = name;
  return hr;
}

HRESULT nameOfItsOwn(LPMAPIPROP object, ULONG tag) {
  LPMAPINAMEID name = nullptr;
  HRESULT hr = nameOf(nullptr, &name);
  if (FAILED(hr))
    return hr;
  MAPIFreeBuffer(name);
  return hr;
}

HRESULT nameFreedAnyway(void *root) {
  LPMAPINAMEID name = nullptr;
  HRESULT hr = MAPIAllocateMore(sizeof(MAPINAMEID), root, (LPVOID *)&name);
  if (FAILED(hr))
    return hr;
  hr = MAPIAllocateMore(sizeof(GUID), root ? root : name,
                        (LPVOID *)&name->lpguid);
  if (FAILED(hr))
    // CHECK: :[[@LINE+1]]:5: warning: 'name' is freed by itself, but belongs to the block that it was allocated for [mapi-wrong-deallocator]
    MAPIFreeBuffer(name);
  return hr;
}

// A guard frees it on every way out: one defect.
struct FreesName {
  LPMAPINAMEID &name;
  ~FreesName() { MAPIFreeBuffer(name); }
};

HRESULT guarded(LPSPropValue root, bool all) {
  LPMAPINAMEID name = nullptr;
  FreesName guard{name};
  if (FAILED(MAPIAllocateMore(sizeof(MAPINAMEID), root, (LPVOID *)&name)))
    return E_OUTOFMEMORY;
  if (!all)
    // CHECK: :[[@LINE+1]]:5: warning: 'name' is freed by itself, but belongs to the block that it was allocated for [mapi-wrong-deallocator]
    return S_FALSE;
  name->ulKind = MNID_ID;
  return S_OK;
}
