// RUN: %check_mapi %s
// Out-parameters without an initial value on ladders, in loops and in helpers.
#include <mapix.h>
#include <mapiutil.h>
#include <stdlib.h>

bool work();
void use(LPUNKNOWN object);

// --- A ladder with one label: the tests at its end need values.
HRESULT oneLabel(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store;
  HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
  if (FAILED(hr))
    goto done;
  use(store);
done:
  if (store)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-uninitialized-out-param]
    store->Release();
  return hr;
}

HRESULT oneLabelRight(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
  if (FAILED(hr))
    goto done;
  use(store);
done:
  if (store)
    store->Release();
  return hr;
}

HRESULT oneOfTwoHasAValue(LPMAPISESSION session, LPADRBOOK *out) {
  LPMAPITABLE stores = nullptr;
  LPADRBOOK book;
  HRESULT hr = session->OpenAddressBook(0, nullptr, 0, &book);
  if (FAILED(hr))
    goto fail;
  hr = session->GetMsgStoresTable(0, &stores);
  if (FAILED(hr))
    goto fail;
  stores->Release();
  *out = book;
  return S_OK;
fail:
  UlRelease(stores);
  UlRelease(book);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'book'.*}} [mapi-uninitialized-out-param]
  return hr;
}

// A label for each rung needs none.
HRESULT twoLabels(LPMAPISESSION session, LPADRBOOK *out) {
  LPMAPITABLE stores;
  LPADRBOOK book;
  HRESULT hr = session->OpenAddressBook(0, nullptr, 0, &book);
  if (FAILED(hr))
    goto none;
  hr = session->GetMsgStoresTable(0, &stores);
  if (FAILED(hr))
    goto bookOnly;
  stores->Release();
  *out = book;
  return S_OK;
bookOnly:
  book->Release();
none:
  return hr;
}

// The jump is hidden in a macro.
#define CHECKED(call)                                                          \
  do {                                                                         \
    hr = (call);                                                               \
    if (FAILED(hr))                                                            \
      goto done;                                                               \
  } while (0)

#define SAFE_RELEASE(p)                                                        \
  do {                                                                         \
    if (p)                                                                     \
      (p)->Release();                                                          \
    (p) = nullptr;                                                             \
  } while (0)

HRESULT byMacro(LPMDB store) {
  HRESULT hr;
  LPMAPITABLE queue;
  CHECKED(store->GetOutgoingQueue(0, &queue));
  CHECKED(queue->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
done:
  SAFE_RELEASE(queue);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-uninitialized-out-param]
  return hr;
}

HRESULT byMacroRight(LPMDB store) {
  HRESULT hr;
  LPMAPITABLE queue = nullptr;
  CHECKED(store->GetOutgoingQueue(0, &queue));
  CHECKED(queue->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
done:
  SAFE_RELEASE(queue);
  return hr;
}

// --- The status is kept as something else.
void keptAsBool(LPMAPISESSION session) {
  LPMAPITABLE status;
  const bool open = session->GetStatusTable(0, &status) == S_OK;
  work();
  if (open)
    status->Release();
}

void keptAsBoolMisread(LPMAPISESSION session) {
  LPMAPITABLE status;
  const bool failed = FAILED(session->GetStatusTable(0, &status));
  work();
  if (failed)
    UlRelease(status);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'status'.*}} [mapi-uninitialized-out-param]
  else
    status->Release();
}

void statusOverwritten(LPMAPISESSION session, LPMAPITABLE other) {
  LPMAPITABLE status;
  HRESULT hr = session->GetStatusTable(0, &status);
  const HRESULT first = hr;
  hr = other->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  if (SUCCEEDED(first))
    status->Release();
}

void wrongStatusAsked(LPMAPISESSION session, LPMAPITABLE other) {
  LPMAPITABLE status;
  HRESULT hr = session->GetStatusTable(0, &status);
  const HRESULT first = hr;
  hr = other->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  if (SUCCEEDED(first) || SUCCEEDED(hr))
    status->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'status'.*}} [mapi-uninitialized-out-param]
}

// --- Two tries.
HRESULT secondStore(LPMAPISESSION session, const SBinary &first,
                    const SBinary &second) {
  LPMDB store;
  HRESULT hr = session->OpenMsgStore(0, first.cb, (LPENTRYID)first.lpb, nullptr,
                                     0, &store);
  if (FAILED(hr))
    hr = session->OpenMsgStore(0, second.cb, (LPENTRYID)second.lpb, nullptr, 0,
                               &store);
  if (FAILED(hr))
    return hr;
  use(store);
  store->Release();
  return S_OK;
}

HRESULT secondStoreUnchecked(LPMAPISESSION session, const SBinary &first,
                             const SBinary &second) {
  LPMDB store;
  HRESULT hr = session->OpenMsgStore(0, first.cb, (LPENTRYID)first.lpb, nullptr,
                                     0, &store);
  if (FAILED(hr))
    hr = session->OpenMsgStore(0, second.cb, (LPENTRYID)second.lpb, nullptr, 0,
                               &store);
  if (!store)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-uninitialized-out-param]
    return hr;
  store->Release();
  return S_OK;
}

HRESULT untilItOpens(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store;
  HRESULT hr;
  do {
    hr = session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
  } while (hr == MAPI_E_TIMEOUT);
  if (FAILED(hr))
    return hr;
  store->Release();
  return S_OK;
}

// --- Loops.
void eachRound(LPMDB store, LPSRowSet rows) {
  for (ULONG i = 0; i < rows->cRows; ++i) {
    const SBinary &id = rows->aRow[i].lpProps[0].Value.bin;
    LPMAPIFOLDER folder;
    ULONG type;
    if (FAILED(store->OpenEntry(id.cb, (LPENTRYID)id.lpb, nullptr, 0, &type,
                                (LPUNKNOWN *)&folder)))
      continue;
    use(folder);
    folder->Release();
  }
}

void eachRoundTested(LPMDB store, LPSRowSet rows) {
  for (ULONG i = 0; i < rows->cRows; ++i) {
    const SBinary &id = rows->aRow[i].lpProps[0].Value.bin;
    LPMAPIFOLDER folder;
    ULONG type;
    if (SUCCEEDED(store->OpenEntry(id.cb, (LPENTRYID)id.lpb, nullptr, 0, &type,
                                   (LPUNKNOWN *)&folder)))
      use(folder);
    if (folder)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'folder'.*}} [mapi-uninitialized-out-param]
      folder->Release();
  }
}

void untilTheTableEnds(LPMAPITABLE table) {
  for (;;) {
    LPSRowSet rows;
    if (FAILED(table->QueryRows(50, 0, &rows)))
      break;
    const bool end = rows->cRows == 0;
    FreeProws(rows);
    if (end)
      break;
  }
}

// --- Failure leaves the function.
static void check(HRESULT hr) {
  if (FAILED(hr))
    throw hr;
}

void throwsOnFailure(LPMAPISESSION session) {
  LPMAPITABLE status;
  check(session->GetStatusTable(0, &status));
  status->Release();
}

static void note(HRESULT hr) {
  if (FAILED(hr))
    work();
}

void notesTheFailure(LPMAPISESSION session) {
  LPMAPITABLE status;
  note(session->GetStatusTable(0, &status));
  status->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'status'.*}} [mapi-uninitialized-out-param]
}

void exitsOnFailure(LPMAPISESSION session) {
  LPMAPITABLE status;
  if (FAILED(session->GetStatusTable(0, &status)))
    exit(1);
  status->Release();
}

// --- Helpers that open.
static HRESULT openStatus(LPMAPISESSION session, LPMAPITABLE *out) {
  *out = nullptr;
  return session->GetStatusTable(0, out);
}

static HRESULT openStatusPlainly(LPMAPISESSION session, LPMAPITABLE *out) {
  return session->GetStatusTable(0, out);
}

static bool openStatusWell(LPMAPISESSION session, LPMAPITABLE &out) {
  if (SUCCEEDED(session->GetStatusTable(0, &out)))
    return true;
  out = nullptr;
  return false;
}

void helperSetsNull(LPMAPISESSION session) {
  LPMAPITABLE status;
  openStatus(session, &status);
  UlRelease(status);
}

void helperSetsNullOnFailure(LPMAPISESSION session) {
  LPMAPITABLE status;
  openStatusWell(session, status);
  if (status)
    status->Release();
}

void helperIsAsked(LPMAPISESSION session) {
  LPMAPITABLE status;
  if (SUCCEEDED(openStatusPlainly(session, &status)))
    status->Release();
}

void helperSetsNothing(LPMAPISESSION session) {
  LPMAPITABLE status;
  openStatusPlainly(session, &status);
  if (status)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'status'.*}} [mapi-uninitialized-out-param]
    status->Release();
}

// --- Smart pointers have a value of their own.
template <class T> struct ComPtr {
  ComPtr() : p(nullptr) {}
  ComPtr(const ComPtr &) = delete;
  ComPtr &operator=(const ComPtr &) = delete;
  ~ComPtr() {
    if (p)
      p->Release();
  }
  T **operator&() { return &p; }
  explicit operator bool() const { return p != nullptr; }
  T *operator->() const { return p; }
  T *p;
};

void smartPointer(LPMAPISESSION session) {
  ComPtr<IMAPITable> status;
  session->GetStatusTable(0, &status);
  if (status)
    status->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
}
