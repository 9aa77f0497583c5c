// RUN: %check_mapi %s
// A message says "is" of what holds whenever its place is reached. Otherwise it
// names the condition that decides.
#include <mapix.h>
#include <mapiutil.h>

bool ready();
void show(const SPropValue *value);
void showRows(const SRowSet *rows);

HRESULT always(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  show(value);
  // CHECK: :[[@LINE+1]]:3: warning: 'value' is lost on this way out without being freed [mapi-buffer-leak]
  return S_OK;
}

// What is lost on both ways behind a branch is not lost because of it.
HRESULT branchThatDoesNotMatter(LPMAPIPROP object, LPMAPITABLE table) {
  LPSPropValue value = nullptr;
  LPSRowSet rows = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (SUCCEEDED(hr)) {
    show(value);
    hr = table->QueryRows(10, 0, &rows);
  }
  if (rows)
    FreeProws(rows);
  // CHECK: :[[@LINE+1]]:3: warning: 'value' may be lost on this way out without being freed, if HrGetOneProp succeeds [mapi-buffer-leak]
  return hr;
}

HRESULT branchThatDecides(LPMAPIPROP object, LPMAPITABLE table) {
  LPSPropValue value = nullptr;
  LPSRowSet rows = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  if (!ready())
    goto Cleanup;
  hr = table->QueryRows(10, 0, &rows);
  MAPIFreeBuffer(value);
Cleanup:
  if (rows)
    FreeProws(rows);
  // CHECK: :[[@LINE+4]]:3: warning: 'value' may be lost on this way out without being freed, if '!ready()' is true [mapi-buffer-leak]
  // CHECK: :[[@LINE-11]]:16: note: 'value' is acquired here by HrGetOneProp
  // CHECK: :[[@LINE-9]]:7: note: the branch that decides
  // CHECK: :[[@LINE+1]]:3: note: step 3
  return hr;
}

// The result of a call is named after it.
HRESULT resultThatDecides(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  ULONG count = 0;
  if (object->GetProps(nullptr, 0, &count, &value) == S_OK) {
    show(value);
    MAPIFreeBuffer(value);
  }
  // CHECK: :[[@LINE+1]]:3: warning: 'value' may be lost on this way out without being freed, if the result of IMAPIProp::GetProps is not S_OK [mapi-buffer-leak]
  return S_OK;
}

void loop(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  for (;;) {
    // CHECK: :[[@LINE+1]]:23: warning: 'rows' may be overwritten here without being freed, if the loop runs again [mapi-buffer-leak]
    if (FAILED(table->QueryRows(10, 0, &rows)))
      return;
    if (rows->cRows == 0)
      break;
    showRows(rows);
  }
  FreeProws(rows);
}

void loopWithContinue(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  // CHECK: :[[@LINE+1]]:27: warning: 'rows' may be overwritten here without being freed, if '!ready()' is true [mapi-buffer-leak]
  while (SUCCEEDED(table->QueryRows(10, 0, &rows))) {
    if (!ready())
      continue;
    FreeProws(rows);
  }
}

// A success may come without problems.
HRESULT problems(LPMAPIPROP object, ULONG count, LPSPropValue values) {
  LPSPropProblemArray problems = nullptr;
  HRESULT hr = object->SetProps(count, values, &problems);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE+1]]:3: warning: 'problems' may be lost on this way out without being freed, if IMAPIProp::SetProps hands it out [mapi-buffer-leak]
  return S_OK;
}

HRESULT problemsFreed(LPMAPIPROP object, ULONG count, LPSPropValue values) {
  LPSPropProblemArray problems = nullptr;
  HRESULT hr = object->SetProps(count, values, &problems);
  if (problems && problems->cProblem != 0)
    hr = MAPI_W_ERRORS_RETURNED;
  MAPIFreeBuffer(problems);
  return hr;
}

// There is no array without problems in it.
HRESULT problemsFreedIfAny(LPMAPIPROP object, ULONG count,
                           LPSPropValue values) {
  LPSPropProblemArray problems = nullptr;
  HRESULT hr = object->SetProps(count, values, &problems);
  if (problems && problems->cProblem > 0) {
    hr = problems->aProblem[0].scode;
    MAPIFreeBuffer(problems);
  }
  return hr;
}

HRESULT problemsFreedIfMany(LPMAPIPROP object, ULONG count,
                            LPSPropValue values) {
  LPSPropProblemArray problems = nullptr;
  HRESULT hr = object->SetProps(count, values, &problems);
  if (problems && problems->cProblem > 1)
    MAPIFreeBuffer(problems);
  // CHECK: :[[@LINE+1]]:3: warning: 'problems' may be lost on this way out without being freed, if 'problems->cProblem' is less than 2 [mapi-buffer-leak]
  return hr;
}

// The variable is gone, the object is not.
void innerBlock(LPMAPISESSION session, ULONG cb, LPENTRYID id, bool create) {
  if (create) {
    LPMDB store = nullptr;
    session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
  }
  // CHECK: :[[@LINE+1]]:12: warning: 'store' (IMsgStore) may be still open when IMAPISession::Logoff is called, if IMAPISession::OpenMsgStore succeeds [mapi-live-at-logoff]
  session->Logoff(0, 0, 0);
}

// Given to somebody on one way, lost on the other.
HRESULT givenAway(LPMAPIPROP object, LPSPropValue *out) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  if (ready())
    *out = value;
  // CHECK: :[[@LINE+1]]:3: warning: 'value' may be lost on this way out without being freed, if 'ready()' is false [mapi-buffer-leak]
  return S_OK;
}

// Where ways have met, a note of the one does not contradict the other's.
void waysThatMeet(LPMAPIPROP object, LPMAPITABLE table) {
  LPSPropValue value = nullptr;
  LPSRowSet rows = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  HRESULT hr = table->QueryRows(10, 0, &rows);
  if (hr != S_OK)
    show(value);
  if (FAILED(hr))
    rows = nullptr;
  // CHECK: :[[@LINE+5]]:5: warning: 'value' is lost on this way out without being freed [mapi-buffer-leak]
  // CHECK-NEXT: :[[@LINE-8]]:14: note: 'value' is acquired here by HrGetOneProp
  // CHECK-NEXT: :[[@LINE+2]]:7: note: assuming that 'rows' is not null
  // CHECK-NEXT: :[[@LINE+2]]:5: note: step 3
  if (rows) {
    return FreeProws(rows);
  }
  MAPIFreeBuffer(value);
}

// Nobody gets past a null pointer.
HRESULT nullPointer(LPMAPITABLE table, LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  LPSRowSet rows = nullptr;
  if (ready() && FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return E_FAIL;
  if (value)
    if (FAILED(table->QueryRows(1, 0, &rows)))
      rows = nullptr;
  if (rows == nullptr && rows->cRows == 0)
    return S_FALSE;
  FreeProws(rows);
  MAPIFreeBuffer(value);
  return S_OK;
}
