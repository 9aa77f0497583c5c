// RUN: %check_mapi %s
// Property values, entry identifiers, errors and problem arrays that a function
// gets, and that it must free on every way out.
#include <mapix.h>
#include <mapiutil.h>
#include <utility>
#include <vector>

void show(const SPropValue *values);
bool wanted(const SPropValue *value);
void mayKeep(LPSPropValue value);

// The second call fails: the first value is still there.
HRESULT secondCallFails(LPMAPIPROP object) {
  LPSPropValue name = nullptr, comment = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_DISPLAY_NAME_W, &name);
  if (FAILED(hr))
    return hr;
  hr = HrGetOneProp(object, PR_COMMENT_W, &comment);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'name'.*}} [mapi-buffer-leak]
  show(name);
  show(comment);
  MAPIFreeBuffer(comment);
  MAPIFreeBuffer(name);
  return S_OK;
}

HRESULT secondCallFailsRight(LPMAPIPROP object) {
  LPSPropValue name = nullptr, comment = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_DISPLAY_NAME_W, &name);
  if (FAILED(hr))
    return hr;
  hr = HrGetOneProp(object, PR_COMMENT_W, &comment);
  if (FAILED(hr)) {
    MAPIFreeBuffer(name);
    return hr;
  }
  show(name);
  show(comment);
  MAPIFreeBuffer(comment);
  MAPIFreeBuffer(name);
  return S_OK;
}

// A chain of conditions stops halfway.
void onlyIfBoth(LPMAPIPROP object) {
  LPSPropValue first = nullptr, second = nullptr;
  if (SUCCEEDED(HrGetOneProp(object, PR_SUBJECT_W, &first)) &&
      SUCCEEDED(HrGetOneProp(object, PR_BODY_W, &second))) {
    show(first);
    show(second);
    MAPIFreeBuffer(first);
    MAPIFreeBuffer(second);
  }
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'first'.*}} [mapi-buffer-leak]

void eachIfItIsThere(LPMAPIPROP object) {
  LPSPropValue first = nullptr, second = nullptr;
  if (SUCCEEDED(HrGetOneProp(object, PR_SUBJECT_W, &first)) &&
      SUCCEEDED(HrGetOneProp(object, PR_BODY_W, &second))) {
    show(first);
    show(second);
  }
  MAPIFreeBuffer(first);
  MAPIFreeBuffer(second);
}

// GetProps hands over the values with a warning, too.
HRESULT warningTakenForFailure(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  HRESULT hr = object->GetProps(tags, 0, &count, &values);
  if (hr != S_OK)
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'values'.*}} [mapi-buffer-leak]
  show(values);
  MAPIFreeBuffer(values);
  return hr;
}

HRESULT warningAskedFor(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  HRESULT hr = object->GetProps(tags, 0, &count, &values);
  if (hr != S_OK && hr != MAPI_W_ERRORS_RETURNED)
    return hr;
  show(values);
  MAPIFreeBuffer(values);
  return hr;
}

HRESULT warningFreedElsewhere(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  HRESULT hr = object->GetProps(tags, 0, &count, &values);
  if (hr == S_OK)
    show(values);
  if (!HR_FAILED(hr))
    MAPIFreeBuffer(values);
  return hr;
}

// HrGetOneProp never answers with a warning.
void onePropOnSOk(LPMAPIPROP object) {
  LPSPropValue name = nullptr;
  if (HrGetOneProp(object, PR_DISPLAY_NAME_W, &name) == S_OK) {
    show(name);
    MAPIFreeBuffer(name);
  }
}

// The tags go in here, so they are the caller's; the names come back.
HRESULT namesOnlyOnSOk(LPMAPIPROP object, ULONG tag) {
  SPropTagArray one = {1, {tag}};
  LPSPropTagArray tags = &one;
  ULONG count = 0;
  LPMAPINAMEID *names = nullptr;
  HRESULT hr = object->GetNamesFromIDs(&tags, nullptr, 0, &count, &names);
  if (hr == S_OK)
    MAPIFreeBuffer(names);
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'names'.*}} [mapi-buffer-leak]
}

HRESULT namesOnEverySuccess(LPMAPIPROP object, ULONG tag) {
  SPropTagArray one = {1, {tag}};
  LPSPropTagArray tags = &one;
  ULONG count = 0;
  LPMAPINAMEID *names = nullptr;
  HRESULT hr = object->GetNamesFromIDs(&tags, nullptr, 0, &count, &names);
  if (SUCCEEDED(hr))
    MAPIFreeBuffer(names);
  return hr;
}

// A check macro hides the goto.
#define CORg(expression)                                                       \
  do {                                                                         \
    hr = (expression);                                                         \
    if (FAILED(hr))                                                            \
      goto Error;                                                              \
  } while (0)

HRESULT freedBeforeTheLabel(LPMAPIPROP object, LPMAPITABLE table) {
  HRESULT hr = S_OK;
  LPSPropValue key = nullptr;
  CORg(HrGetOneProp(object, PR_RECORD_KEY, &key));
  CORg(table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
  show(key);
  MAPIFreeBuffer(key);
Error:
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'key'.*}} [mapi-buffer-leak]
}

HRESULT freedAfterTheLabel(LPMAPIPROP object, LPMAPITABLE table) {
  HRESULT hr = S_OK;
  LPSPropValue key = nullptr;
  CORg(HrGetOneProp(object, PR_RECORD_KEY, &key));
  CORg(table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
  show(key);
Error:
  MAPIFreeBuffer(key);
  return hr;
}

// A check macro that does nothing once something has failed.
#define EC_H(expression)                                                       \
  do {                                                                         \
    if (SUCCEEDED(hr))                                                         \
      hr = (expression);                                                       \
  } while (0)

HRESULT freedIfAllWentWell(LPMAPIPROP object) {
  HRESULT hr = S_OK;
  LPSPropValue size = nullptr;
  EC_H(HrGetOneProp(object, PR_MESSAGE_SIZE, &size));
  EC_H(object->SaveChanges(KEEP_OPEN_READWRITE));
  if (SUCCEEDED(hr))
    MAPIFreeBuffer(size);
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'size'.*}} [mapi-buffer-leak]
}

HRESULT freedWhateverHappened(LPMAPIPROP object) {
  HRESULT hr = S_OK;
  LPSPropValue size = nullptr;
  EC_H(HrGetOneProp(object, PR_MESSAGE_SIZE, &size));
  EC_H(object->SaveChanges(KEEP_OPEN_READWRITE));
  if (size)
    MAPIFreeBuffer(size);
  return hr;
}

// The same variable for two values.
void twoValuesOneVariable(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  show(value);
  if (FAILED(HrGetOneProp(object, PR_BODY_W, &value)))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-buffer-leak]
    return;
  show(value);
  MAPIFreeBuffer(value);
}

void twoValuesInTurn(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  show(value);
  MAPIFreeBuffer(value);
  value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_BODY_W, &value)))
    return;
  show(value);
  MAPIFreeBuffer(value);
}

// Two out parameters of one call.
HRESULT explicitClassForgotten(LPMDB store, ULONG *type, LPUNKNOWN *inbox) {
  ULONG cb = 0;
  LPENTRYID id = nullptr;
  LPTSTR cls = nullptr;
  HRESULT hr = store->GetReceiveFolder(nullptr, MAPI_UNICODE, &cb, &id, &cls);
  if (FAILED(hr))
    return hr;
  hr = store->OpenEntry(cb, id, nullptr, MAPI_MODIFY, type, inbox);
  MAPIFreeBuffer(id);
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'cls'.*}} [mapi-buffer-leak]
}

HRESULT explicitClassNotAskedFor(LPMDB store, ULONG *type, LPUNKNOWN *inbox) {
  ULONG cb = 0;
  LPENTRYID id = nullptr;
  HRESULT hr = store->GetReceiveFolder(nullptr, 0, &cb, &id, nullptr);
  if (FAILED(hr))
    return hr;
  hr = store->OpenEntry(cb, id, nullptr, MAPI_MODIFY, type, inbox);
  MAPIFreeBuffer(id);
  return hr;
}

// Problem arrays are often null, but not always.
HRESULT problemsCounted(LPMAPIPROP object, ULONG count, LPSPropValue values) {
  LPSPropProblemArray problems = nullptr;
  HRESULT hr = object->SetProps(count, values, &problems);
  if (SUCCEEDED(hr) && problems)
    hr = MAPI_W_ERRORS_RETURNED;
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'problems'.*}} [mapi-buffer-leak]
}

HRESULT problemsFreed(LPMAPIPROP object, ULONG count, LPSPropValue values) {
  LPSPropProblemArray problems = nullptr;
  HRESULT hr = object->SetProps(count, values, &problems);
  if (SUCCEEDED(hr) && problems) {
    hr = MAPI_W_ERRORS_RETURNED;
    MAPIFreeBuffer(problems);
  }
  return hr;
}

// The root of a chain, if the chain breaks; SetProps copies what it is given.
HRESULT chainBreaks(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  HRESULT hr = MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&value);
  if (FAILED(hr))
    return hr;
  value->ulPropTag = PR_SUBJECT_W;
  hr = MAPIAllocateMore(64, value, (LPVOID *)&value->Value.lpszW);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-buffer-leak]
  value->Value.lpszW[0] = 0;
  hr = object->SetProps(1, value, nullptr);
  MAPIFreeBuffer(value);
  return hr;
}

HRESULT chainSet(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  HRESULT hr = MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&value);
  if (FAILED(hr))
    return hr;
  value->ulPropTag = PR_SUBJECT_W;
  hr = MAPIAllocateMore(64, value, (LPVOID *)&value->Value.lpszW);
  if (SUCCEEDED(hr)) {
    value->Value.lpszW[0] = 0;
    hr = HrSetOneProp(object, value);
  }
  MAPIFreeBuffer(value);
  return hr;
}

// Of two values the later one is kept.
LPSPropValue laterReplacesTheOther(LPMAPIPROP a, LPMAPIPROP b) {
  LPSPropValue best = nullptr, next = nullptr;
  if (FAILED(HrGetOneProp(a, PR_CREATION_TIME, &best)))
    return nullptr;
  if (FAILED(HrGetOneProp(b, PR_CREATION_TIME, &next)))
    return best;
  if (CompareFileTime(&next->Value.ft, &best->Value.ft) > 0)
    best = next;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'best'.*}} [mapi-buffer-leak]
  else
    MAPIFreeBuffer(next);
  return best;
}

LPSPropValue laterSwappedIn(LPMAPIPROP a, LPMAPIPROP b) {
  LPSPropValue best = nullptr, next = nullptr;
  if (FAILED(HrGetOneProp(a, PR_CREATION_TIME, &best)))
    return nullptr;
  if (FAILED(HrGetOneProp(b, PR_CREATION_TIME, &next)))
    return best;
  if (CompareFileTime(&next->Value.ft, &best->Value.ft) > 0)
    std::swap(best, next);
  MAPIFreeBuffer(next);
  return best;
}

// Given away: to an unseen function, to a container; not to one that reads.
void givenAway(LPMAPIPROP object, std::vector<LPSPropValue> &all) {
  LPSPropValue name = nullptr, size = nullptr;
  if (SUCCEEDED(HrGetOneProp(object, PR_DISPLAY_NAME_W, &name)))
    mayKeep(name);
  if (SUCCEEDED(HrGetOneProp(object, PR_MESSAGE_SIZE, &size)))
    all.push_back(size);
}

bool onlyRead(LPMAPIPROP object) {
  LPSPropValue name = nullptr;
  if (FAILED(HrGetOneProp(object, PR_DISPLAY_NAME_W, &name)))
    return false;
  return wanted(name);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'name'.*}} [mapi-buffer-leak]
}
