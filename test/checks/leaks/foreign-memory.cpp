// RUN: %check_mapi %s
// Memory of C, COM and Windows has nothing to do with MAPI's end; lists that go
// in and out; pointers that go where all threads see them.
#include <mapix.h>
#include <mapiutil.h>
#include <stdlib.h>
#include <string.h>

int ofC() {
  char *text = static_cast<char *>(malloc(100));
  if (FAILED(MAPIInitialize(nullptr))) {
    free(text);
    return 1;
  }
  MAPIUninitialize();
  free(text);
  return 0;
}

void ofWindowsAndCom() {
  HLOCAL local = LocalAlloc(0, 5);
  void *task = CoTaskMemAlloc(5);
  if (SUCCEEDED(MAPIInitialize(nullptr)))
    MAPIUninitialize();
  LocalFree(local);
  CoTaskMemFree(task);
}

void ofMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  void *buffer = nullptr;
  MAPIAllocateBuffer(5, &buffer);
  MAPIUninitialize();
  // CHECK: :[[@LINE+1]]:3: warning: 'buffer' is released after MAPIUninitialize [mapi-teardown-order]
  MAPIFreeBuffer(buffer);
}

// The dialog takes the list that it is given, and hands the new one out.
HRESULT shownWithAList(LPADRBOOK book, LPMESSAGE message) {
  LPADRLIST list = nullptr;
  HRESULT hr = MAPIAllocateBuffer(CbNewADRLIST(1),
                                  reinterpret_cast<void **>(&list));
  if (FAILED(hr))
    return hr;
  list->cEntries = 0;
  ADRPARM parameters = {};
  ULONG_PTR window = 0;
  hr = book->Address(&window, &parameters, &list);
  if (hr == S_OK)
    hr = message->ModifyRecipients(0, list);
  FreePadrlist(list);
  return hr;
}

HRESULT shownTwice(LPADRBOOK book) {
  LPADRLIST list = nullptr;
  ADRPARM parameters = {};
  ULONG_PTR window = 0;
  HRESULT hr = book->Address(&window, &parameters, &list);
  if (hr == S_OK)
    hr = book->Address(&window, &parameters, &list);
  FreePadrlist(list);
  return hr;
}

HRESULT shownAndForgotten(LPADRBOOK book) {
  LPADRLIST list = nullptr;
  ADRPARM parameters = {};
  ULONG_PTR window = 0;
  HRESULT hr = book->Address(&window, &parameters, &list);
  // CHECK: :[[@LINE+1]]:3: warning: 'list' may be lost on this way out without being freed, if IAddrBook::Address succeeds [mapi-buffer-leak]
  return hr;
}

// Rows that are used as a list of recipients are freed as one.
HRESULT rowsAsList(LPMAPITABLE table, LPMESSAGE message) {
  LPADRLIST list = nullptr;
  HRESULT hr = HrQueryAllRows(table, nullptr, nullptr, nullptr, 0,
                              reinterpret_cast<LPSRowSet *>(&list));
  if (FAILED(hr))
    return hr;
  hr = message->ModifyRecipients(0, list);
  FreePadrlist(list);
  return hr;
}

HRESULT rowsFreedAsList(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  HRESULT hr = HrQueryAllRows(table, nullptr, nullptr, nullptr, 0, &rows);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE+1]]:3: warning: 'rows' is given back by FreePadrlist, but goes with FreeProws [mapi-wrong-deallocator]
  FreePadrlist(reinterpret_cast<LPADRLIST>(rows));
  return S_OK;
}

// Another thread finds it in the slot.
void published(LPMAPIPROP object, void *volatile *slot) {
  LPSPropValue fresh = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &fresh)))
    return;
  MAPIFreeBuffer(InterlockedExchangePointer(slot, fresh));
}

// A structure that is zeroed holds nothing any more.
struct Subject {
  LPSPropValue value;
  ULONG length;
};

static void clear(Subject *subject) {
  MAPIFreeBuffer(subject->value);
  ZeroMemory(subject, sizeof(*subject));
}

static void freeOnly(Subject *subject) { MAPIFreeBuffer(subject->value); }

void clearedTwice(LPMAPIPROP object) {
  Subject subject = {};
  HrGetOneProp(object, PR_SUBJECT_W, &subject.value);
  clear(&subject);
  clear(&subject);
}

void freedTwice(LPMAPIPROP object) {
  Subject subject = {};
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &subject.value)))
    return;
  freeOnly(&subject);
  // CHECK: :[[@LINE+1]]:3: warning: 'subject.value' is given back a second time [mapi-use-after-release]
  freeOnly(&subject);
}
