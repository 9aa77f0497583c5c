// RUN: %check_mapi %s
// Helpers that free, that clear the pointer, that only borrow, or that submit.
#include <mapix.h>
#include <mapiutil.h>

void show(const SPropValue *values);
void trace(HRESULT hr);
void mayFree(LPSPropValue value);
void refill(LPSPropValue *value);

// By value: the caller's pointer stays what it was.
static void freeValue(LPSPropValue value) { MAPIFreeBuffer(value); }

void freedByTheHelperFirst(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  freeValue(value);
  MAPIFreeBuffer(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-use-after-release]
}

void freedByTheHelperLast(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  MAPIFreeBuffer(value);
  freeValue(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-use-after-release]
}

void freedByTheHelperOnly(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  show(value);
  freeValue(value);
  value = nullptr;
  MAPIFreeBuffer(value);
}

// By address and by reference: the pointer is null afterwards.
static void safeFree(LPVOID *p) {
  if (*p)
    MAPIFreeBuffer(*p);
  *p = nullptr;
}

template <class T> void safeRelease(T *&p) {
  if (p)
    p->Release();
  p = nullptr;
}

template <class T> void releaseOnly(T *&p) {
  if (p)
    p->Release();
}

void clearedByAddress(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (SUCCEEDED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    show(value);
  safeFree((LPVOID *)&value);
  safeFree((LPVOID *)&value);
}

void clearedByReference(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(folder->GetContentsTable(0, &table)))
    trace(table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
  safeRelease(table);
  safeRelease(table);
}

void notClearedByReference(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(folder->GetContentsTable(0, &table)))
    trace(table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
  releaseOnly(table);
  releaseOnly(table);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-use-after-release]
}

// One that frees on failure, as its result says.
static HRESULT setOrFree(LPMAPIPROP object, LPSPropValue value) {
  HRESULT hr = object->SetProps(1, value, nullptr);
  if (FAILED(hr))
    MAPIFreeBuffer(value);
  return hr;
}

HRESULT freedByTheOneWhoKnows(LPMAPIPROP from, LPMAPIPROP to) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(from, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  hr = setOrFree(to, value);
  if (SUCCEEDED(hr))
    MAPIFreeBuffer(value);
  return hr;
}

HRESULT freedByBothOnFailure(LPMAPIPROP from, LPMAPIPROP to) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(from, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  hr = setOrFree(to, value);
  MAPIFreeBuffer(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-use-after-release]
  return hr;
}

// One that borrows: it adds a reference and gives it back.
static HRESULT rewind(LPMAPITABLE table) {
  table->AddRef();
  HRESULT hr = table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  table->Release();
  return hr;
}

static HRESULT rewindAndRelease(LPMAPITABLE table) {
  HRESULT hr = table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  table->Release();
  return hr;
}

HRESULT rewound(LPMAPIFOLDER folder, ULONG *rows) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  hr = rewind(table);
  if (SUCCEEDED(hr))
    hr = table->GetRowCount(0, rows);
  table->Release();
  return hr;
}

HRESULT rewoundAndGone(LPMAPIFOLDER folder, ULONG *rows) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  hr = rewindAndRelease(table);
  if (SUCCEEDED(hr))
    hr = table->GetRowCount(0, rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-use-after-release]
  return hr;
}

HRESULT releasedAndRewound(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  table->Release();
  return rewind(table);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-use-after-release]
}

// Out of sight: what may have happened there is not known.
void perhapsFreed(LPMAPIPROP object, bool free) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  mayFree(value);
  if (free)
    MAPIFreeBuffer(value);
}

void perhapsRefilled(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  MAPIFreeBuffer(value);
  refill(&value);
  MAPIFreeBuffer(value);
}

// One that submits.
static HRESULT send(LPMESSAGE message) {
  HRESULT hr = message->SaveChanges(KEEP_OPEN_READWRITE);
  if (FAILED(hr))
    return hr;
  return message->SubmitMessage(0);
}

HRESULT sentAndRead(LPMESSAGE message, LPSPropValue *id) {
  HRESULT hr = send(message);
  if (FAILED(hr))
    return hr;
  return HrGetOneProp(message, PR_ENTRYID, id);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-use-after-release]
}

HRESULT notSentAndCleared(LPMESSAGE message, LPSPropTagArray tags) {
  HRESULT hr = send(message);
  if (FAILED(hr))
    trace(message->DeleteProps(tags, nullptr));
  return hr;
}

// A lambda that is called twice.
void lambdaTwice(LPMAPIPROP object, bool failed) {
  LPSPropValue value = nullptr;
  auto cleanUp = [&] { MAPIFreeBuffer(value); };
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  if (failed)
    cleanUp();
  cleanUp();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-use-after-release]
}

void lambdaThatClears(LPMAPIPROP object, bool failed) {
  LPSPropValue value = nullptr;
  auto cleanUp = [&] {
    MAPIFreeBuffer(value);
    value = nullptr;
  };
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  if (failed)
    cleanUp();
  cleanUp();
}

// A structure that is cleaned up twice.
struct Entry {
  LPENTRYID id;
  LPSPropValue name;
};

static void clearEntry(Entry &entry) {
  MAPIFreeBuffer(entry.id);
  MAPIFreeBuffer(entry.name);
  entry = {};
}

static void freeEntry(const Entry *entry) {
  MAPIFreeBuffer(entry->id);
  MAPIFreeBuffer(entry->name);
}

void entryCleared(LPMAPIPROP object) {
  Entry entry = {};
  if (SUCCEEDED(HrGetOneProp(object, PR_DISPLAY_NAME_W, &entry.name)))
    show(entry.name);
  clearEntry(entry);
  clearEntry(entry);
}

void entryFreedTwice(LPMAPIPROP object) {
  Entry entry = {};
  if (SUCCEEDED(HrGetOneProp(object, PR_DISPLAY_NAME_W, &entry.name)))
    show(entry.name);
  freeEntry(&entry);
  freeEntry(&entry);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'entry.name'.*}} [mapi-use-after-release]
}

// One that puts a value into a slot: the slot is the owner then.
static void replace(LPSPropValue *slot, LPSPropValue value) {
  MAPIFreeBuffer(*slot);
  *slot = value;
}

void ownedByTheSlot(LPMAPIPROP object) {
  LPSPropValue last = nullptr, value = nullptr;
  if (SUCCEEDED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    replace(&last, value);
  value = nullptr;
  if (SUCCEEDED(HrGetOneProp(object, PR_BODY_W, &value)))
    replace(&last, value);
  MAPIFreeBuffer(last);
}

void ownedByTheSlotAndFreed(LPMAPIPROP object) {
  LPSPropValue last = nullptr, value = nullptr;
  if (SUCCEEDED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    replace(&last, value);
  MAPIFreeBuffer(value);
  MAPIFreeBuffer(last);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(last|value)'.*}} [mapi-use-after-release]
}
