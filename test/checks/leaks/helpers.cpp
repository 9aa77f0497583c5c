// RUN: %check_mapi %s
// Functions of one's own that get, free, keep, or only read.
#include <mapix.h>
#include <mapiutil.h>

void show(const SPropValue *values);
void use(LPUNKNOWN object);
void consume(LPSRowSet rows);
void print(const SRowSet *rows);
bool work();

// Helpers that free, by address, by reference, several at once.
static void safeFree(LPVOID *p) {
  if (p && *p) {
    MAPIFreeBuffer(*p);
    *p = nullptr;
  }
}

template <class T> void safeRelease(T *&p) {
  if (p)
    p->Release();
  p = nullptr;
}

template <class... T> void freeAll(T *...buffers) {
  (MAPIFreeBuffer(buffers), ...);
}

void byAddress(LPMAPIPROP object) {
  LPSPropValue name = nullptr;
  if (SUCCEEDED(HrGetOneProp(object, PR_DISPLAY_NAME_W, &name)))
    show(name);
  safeFree((LPVOID *)&name);
}

void byAddressOnOneWay(LPMAPIPROP object) {
  LPSPropValue name = nullptr;
  if (FAILED(HrGetOneProp(object, PR_DISPLAY_NAME_W, &name)) || !work())
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'name'.*}} [mapi-buffer-leak]
  show(name);
  safeFree((LPVOID *)&name);
}

void severalAtOnce(LPMAPIPROP object) {
  LPSPropValue name = nullptr, size = nullptr;
  HrGetOneProp(object, PR_DISPLAY_NAME_W, &name);
  HrGetOneProp(object, PR_MESSAGE_SIZE, &size);
  freeAll(name, size);
}

void severalButOne(LPMAPIPROP object) {
  LPSPropValue name = nullptr, size = nullptr, key = nullptr;
  HrGetOneProp(object, PR_DISPLAY_NAME_W, &name);
  HrGetOneProp(object, PR_MESSAGE_SIZE, &size);
  HrGetOneProp(object, PR_RECORD_KEY, &key);
  freeAll(name, key);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'size'.*}} [mapi-buffer-leak]

HRESULT byReference(LPMAPIFOLDER folder) {
  LPMAPITABLE contents = nullptr, hierarchy = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &contents);
  if (SUCCEEDED(hr))
    hr = folder->GetHierarchyTable(0, &hierarchy);
  safeRelease(hierarchy);
  safeRelease(contents);
  return hr;
}

HRESULT byReferenceTheSameTwice(LPMAPIFOLDER folder) {
  LPMAPITABLE contents = nullptr, hierarchy = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &contents);
  if (SUCCEEDED(hr))
    hr = folder->GetHierarchyTable(0, &hierarchy);
  safeRelease(hierarchy);
  safeRelease(hierarchy);
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'contents'.*}} [mapi-interface-leak]
}

// Helpers that only read, though they could do more.
static ULONG countValues(LPSRowSet rows) {
  ULONG count = 0;
  for (ULONG i = 0; i < rows->cRows; ++i)
    count += rows->aRow[i].cValues;
  return count;
}

ULONG counted(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return 0;
  return countValues(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-buffer-leak]
}

ULONG countedAndFreed(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return 0;
  ULONG count = countValues(rows);
  FreeProws(rows);
  return count;
}

// Helpers out of sight: they may free what they can change.
void consumedOutOfSight(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (SUCCEEDED(table->QueryRows(10, 0, &rows)))
    consume(rows);
}

void printedOutOfSight(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (SUCCEEDED(table->QueryRows(10, 0, &rows)))
    print(rows);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-buffer-leak]

// A pointer to a function that frees.
void byPointer(LPMAPIPROP object, LPFREEBUFFER freeBuffer) {
  LPSPropValue name = nullptr;
  if (SUCCEEDED(HrGetOneProp(object, PR_DISPLAY_NAME_W, &name)))
    freeBuffer(name);
}

// Helpers that get something for their caller.
static LPSPropValue readName(LPMAPIPROP object) {
  LPSPropValue name = nullptr;
  if (FAILED(HrGetOneProp(object, PR_DISPLAY_NAME_W, &name)))
    return nullptr;
  return name;
}

ULONG lengthOfName(LPMAPIPROP object) {
  LPSPropValue name = readName(object);
  if (!name)
    return 0;
  return UlPropSize(name);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'name'.*}} [mapi-buffer-leak]
}

ULONG lengthOfNameRight(LPMAPIPROP object) {
  LPSPropValue name = readName(object);
  if (!name)
    return 0;
  ULONG size = UlPropSize(name);
  MAPIFreeBuffer(name);
  return size;
}

// One that fails after it has opened the table.
static HRESULT openAtTheTop(LPMAPIFOLDER folder, LPMAPITABLE *out) {
  HRESULT hr = folder->GetContentsTable(0, out);
  if (SUCCEEDED(hr))
    hr = (*out)->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  return hr;
}

HRESULT failureTakenForNothing(LPMAPIFOLDER folder) {
  LPMAPITABLE rows = nullptr;
  HRESULT hr = openAtTheTop(folder, &rows);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-interface-leak]
  use(rows);
  rows->Release();
  return S_OK;
}

HRESULT failureWithATable(LPMAPIFOLDER folder) {
  LPMAPITABLE rows = nullptr;
  HRESULT hr = openAtTheTop(folder, &rows);
  if (SUCCEEDED(hr))
    use(rows);
  safeRelease(rows);
  return hr;
}

// One that cleans up behind itself.
static HRESULT openAtTheTopOrNot(LPMAPIFOLDER folder, LPMAPITABLE *out) {
  LPMAPITABLE rows = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &rows);
  if (FAILED(hr))
    return hr;
  hr = rows->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  if (FAILED(hr)) {
    rows->Release();
    return hr;
  }
  *out = rows;
  return S_OK;
}

HRESULT failureWithNothing(LPMAPIFOLDER folder) {
  LPMAPITABLE rows = nullptr;
  HRESULT hr = openAtTheTopOrNot(folder, &rows);
  if (FAILED(hr))
    return hr;
  use(rows);
  rows->Release();
  return S_OK;
}

// One that frees on failure and leaves the rest to its caller.
static HRESULT setOrFree(LPMAPIPROP object, LPSPropValue value) {
  HRESULT hr = object->SetProps(1, value, nullptr);
  if (FAILED(hr))
    MAPIFreeBuffer(value);
  return hr;
}

HRESULT freedOnFailureOnly(LPMAPIPROP from, LPMAPIPROP to) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(from, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  return setOrFree(to, value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-buffer-leak]
}

HRESULT freedOnEitherSide(LPMAPIPROP from, LPMAPIPROP to) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(from, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  hr = setOrFree(to, value);
  if (SUCCEEDED(hr))
    MAPIFreeBuffer(value);
  return hr;
}

// One that puts a new value where an old one was.
static void replace(LPSPropValue *slot, LPSPropValue value) {
  MAPIFreeBuffer(*slot);
  *slot = value;
}

void replacedUntilTheLast(LPMAPIPROP *objects, ULONG count) {
  LPSPropValue last = nullptr, value = nullptr;
  for (ULONG i = 0; i < count; ++i)
    if (SUCCEEDED(HrGetOneProp(objects[i], PR_SUBJECT_W, &value)))
      replace(&last, value);
  if (last)
    show(last);
  MAPIFreeBuffer(last);
}

// A lambda that frees, if it is called.
HRESULT lambdaNotCalled(LPMAPIPROP object) {
  LPSPropValue subject = nullptr, body = nullptr;
  auto cleanUp = [&] {
    MAPIFreeBuffer(subject);
    MAPIFreeBuffer(body);
  };
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &subject);
  if (FAILED(hr))
    return hr;
  hr = HrGetOneProp(object, PR_BODY_W, &body);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'subject'.*}} [mapi-buffer-leak]
  cleanUp();
  return S_OK;
}

HRESULT lambdaCalled(LPMAPIPROP object) {
  LPSPropValue subject = nullptr, body = nullptr;
  auto cleanUp = [&](HRESULT result) {
    MAPIFreeBuffer(subject);
    MAPIFreeBuffer(body);
    return result;
  };
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &subject);
  if (FAILED(hr))
    return hr;
  hr = HrGetOneProp(object, PR_BODY_W, &body);
  if (FAILED(hr))
    return cleanUp(hr);
  return cleanUp(S_OK);
}

// A folder and all below it: the rows of each level.
HRESULT walk(LPMAPIFOLDER folder, LPSPropTagArray columns) {
  LPMAPITABLE table = nullptr;
  LPSRowSet rows = nullptr;
  HRESULT hr = folder->GetHierarchyTable(0, &table);
  if (FAILED(hr))
    return hr;
  hr = HrQueryAllRows(table, columns, nullptr, nullptr, 0, &rows);
  table->Release();
  if (FAILED(hr))
    return hr;
  for (ULONG i = 0; i < rows->cRows && SUCCEEDED(hr); ++i) {
    LPMAPIFOLDER child = nullptr;
    const SBinary &id = rows->aRow[i].lpProps[0].Value.bin;
    ULONG type = 0;
    hr = folder->OpenEntry(id.cb, (LPENTRYID)id.lpb, nullptr, 0, &type,
                           (LPUNKNOWN *)&child);
    if (SUCCEEDED(hr)) {
      hr = walk(child, columns);
      child->Release();
    }
  }
  FreeProws(rows);
  return hr;
}
