// RUN: %check_mapi %s
// A failing call may leave its out-parameter alone: what has no initial value
// is garbage then.
#include <mapix.h>
#include <mapiutil.h>
#include <string.h>

bool confirm();
void use(LPUNKNOWN object);

// --- Released.
void released(LPMAPISESSION session) {
  LPADRBOOK book;
  session->OpenAddressBook(0, nullptr, 0, &book);
  UlRelease(book);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'book'.*}} [mapi-uninitialized-out-param]
}

void releasedWithValue(LPMAPISESSION session) {
  LPADRBOOK book = nullptr;
  session->OpenAddressBook(0, nullptr, 0, &book);
  UlRelease(book);
}

void releasedOnSuccess(LPMAPISESSION session) {
  LPADRBOOK book;
  if (SUCCEEDED(session->OpenAddressBook(0, nullptr, 0, &book)))
    book->Release();
}

void releasedByMethod(LPMDB store) {
  LPMAPITABLE folders;
  ULONG count = 0;
  HRESULT hr = store->GetReceiveFolderTable(0, &folders);
  if (SUCCEEDED(hr))
    folders->GetRowCount(0, &count);
  folders->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'folders'.*}} [mapi-uninitialized-out-param]
}

void releasedByMethodRight(LPMDB store) {
  LPMAPITABLE folders;
  ULONG count = 0;
  HRESULT hr = store->GetReceiveFolderTable(0, &folders);
  if (FAILED(hr))
    return;
  folders->GetRowCount(0, &count);
  folders->Release();
}

// --- Tested against null.
void tested(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store;
  session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
  if (store)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-uninitialized-out-param]
    store->Release();
}

void testedWithValue(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store{};
  session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
  if (store)
    store->Release();
}

void testedAndGivenUp(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store;
  session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
  if (store == nullptr)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-uninitialized-out-param]
    return;
  use(store);
  store->Release();
}

void testedAfterTheStatus(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store;
  HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
  if (FAILED(hr) || !store)
    return;
  use(store);
  store->Release();
}

void testedBeforeTheStatus(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store;
  HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
  if (store && SUCCEEDED(hr)) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-uninitialized-out-param]
    use(store);
    store->Release();
  }
}

// --- Freed.
bool freedWhereItIsNot(LPMAPIPROP object, LONG limit) {
  LPSPropValue size;
  bool big = false;
  if (SUCCEEDED(HrGetOneProp(object, PR_MESSAGE_SIZE, &size)))
    big = size->Value.l > limit;
  MAPIFreeBuffer(size);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'size'.*}} [mapi-uninitialized-out-param]
  return big;
}

bool freedWhereItIs(LPMAPIPROP object, LONG limit) {
  LPSPropValue size;
  bool big = false;
  if (SUCCEEDED(HrGetOneProp(object, PR_MESSAGE_SIZE, &size))) {
    big = size->Value.l > limit;
    MAPIFreeBuffer(size);
  }
  return big;
}

void rowsFreed(LPMAPITABLE table) {
  LPSRowSet rows;
  ULONG seen = 0;
  HRESULT hr = table->QueryRows(20, 0, &rows);
  if (hr == S_OK)
    seen = rows->cRows;
  FreeProws(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-uninitialized-out-param]
  table->SeekRow(BOOKMARK_CURRENT, -(LONG)seen, nullptr);
}

void rowsFreedRight(LPMAPITABLE table) {
  LPSRowSet rows;
  ULONG seen = 0;
  HRESULT hr = table->QueryRows(20, 0, &rows);
  if (SUCCEEDED(hr)) {
    seen = rows->cRows;
    FreeProws(rows);
  }
  table->SeekRow(BOOKMARK_CURRENT, -(LONG)seen, nullptr);
}

// --- Used.
ULONG rowsUsed(LPMAPITABLE table) {
  LPSRowSet rows;
  HrQueryAllRows(table, nullptr, nullptr, nullptr, 0, &rows);
  ULONG count = rows->cRows;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-uninitialized-out-param]
  FreeProws(rows);
  return count;
}

ULONG rowsUsedRight(LPMAPITABLE table) {
  LPSRowSet rows;
  if (HrQueryAllRows(table, nullptr, nullptr, nullptr, 0, &rows) != S_OK)
    return 0;
  ULONG count = rows->cRows;
  FreeProws(rows);
  return count;
}

void usedByAnotherCall(LPMDB store, ULONG cb, LPENTRYID id,
                       LPSPropValue value) {
  LPMESSAGE message;
  ULONG type = 0;
  store->OpenEntry(cb, id, nullptr, MAPI_MODIFY, &type, (LPUNKNOWN *)&message);
  HrSetOneProp(message, value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-uninitialized-out-param]
  message->Release();
}

void usedByAnotherCallRight(LPMDB store, ULONG cb, LPENTRYID id,
                            LPSPropValue value) {
  LPMESSAGE message;
  ULONG type; // numbers need no value
  HRESULT hr = store->OpenEntry(cb, id, nullptr, MAPI_MODIFY, &type,
                                reinterpret_cast<LPUNKNOWN *>(&message));
  if (hr != hrSuccess)
    return;
  HrSetOneProp(message, value);
  message->Release();
}

// --- Memory.
SCODE noMemory(ULONG size, LPVOID *out) {
  LPSPropValue copy;
  *out = nullptr;
  SCODE sc = MAPIAllocateBuffer(size, (LPVOID *)&copy);
  if (copy == nullptr)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'copy'.*}} [mapi-uninitialized-out-param]
    return MAPI_E_NOT_ENOUGH_MEMORY;
  *out = copy;
  return sc;
}

SCODE noMemoryRight(ULONG size, LPVOID *out) {
  LPSPropValue copy;
  *out = nullptr;
  SCODE sc = MAPIAllocateBuffer(size, (LPVOID *)&copy);
  if (sc != S_OK)
    return MAPI_E_NOT_ENOUGH_MEMORY;
  *out = copy;
  return sc;
}

// --- Warnings are successes.
void warningIsASuccess(LPMAPIPROP object, LPSPropTagArray tags) {
  LPSPropValue props;
  ULONG count;
  HRESULT hr = object->GetProps(tags, 0, &count, &props);
  if (FAILED(hr))
    return;
  if (hr != MAPI_W_ERRORS_RETURNED && props[0].ulPropTag == PR_ENTRYID)
    use(object);
  MAPIFreeBuffer(props);
}

void switchOverStatus(LPMAPISESSION session) {
  LPADRBOOK book;
  switch (session->OpenAddressBook(0, nullptr, 0, &book)) {
  case S_OK:
  case MAPI_W_ERRORS_RETURNED:
    book->Release();
    break;
  default:
    break;
  }
}

// --- A value by other means.
void assignedBefore(LPMAPISESSION session) {
  LPMAPITABLE stores, status;
  stores = status = nullptr;
  session->GetMsgStoresTable(0, &stores);
  session->GetStatusTable(0, &status);
  UlRelease(status);
  UlRelease(stores);
}

void clearedBefore(LPMAPISESSION session) {
  LPMAPITABLE stores;
  memset(&stores, 0, sizeof(stores));
  session->GetMsgStoresTable(0, &stores);
  UlRelease(stores);
}

void assignedAfterFailure(LPMAPISESSION session, LPMAPITABLE given) {
  LPMAPITABLE status;
  const bool own = SUCCEEDED(session->GetStatusTable(0, &status));
  if (!own)
    status = given;
  if (status)
    status->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  if (own)
    status->Release();
}

void assignedAfterTheOtherCase(LPMAPISESSION session, LPMAPITABLE given) {
  LPMAPITABLE status;
  HRESULT hr = session->GetStatusTable(0, &status);
  if (SUCCEEDED(hr)) {
    status->Release();
    if (confirm())
      status = given;
    else
      status = nullptr;
  }
  if (status)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'status'.*}} [mapi-uninitialized-out-param]
    status->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
}

// Static variables begin as null.
void staticVariable(LPMAPISESSION session) {
  static LPMAPITABLE stores;
  if (!stores)
    session->GetMsgStoresTable(0, &stores);
  if (stores)
    stores->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
}

// --- COM sets its out-parameter to null on failure.
void queried(LPMDB store) {
  LPMAPIPROP props;
  store->QueryInterface(IID_IMAPIProp, (void **)&props);
  if (props)
    props->Release();
}

void created(REFCLSID id) {
  IUnknown *object;
  CoCreateInstance(id, nullptr, CLSCTX_INPROC_SERVER, IID_IUnknown,
                   (void **)&object);
  if (object)
    object->Release();
}

// A function that is not seen may do so, too.
HRESULT openInbox(LPMDB store, LPMAPIFOLDER *inbox);

void openedElsewhere(LPMDB store) {
  LPMAPIFOLDER inbox;
  openInbox(store, &inbox);
  if (inbox)
    inbox->Release();
}
