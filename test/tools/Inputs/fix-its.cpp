#include <mapix.h>
#include <mapiutil.h>
#include <ole2.h>

template <class T> class CComPtr {
public:
  T *p = nullptr;
  ~CComPtr() { Release(); }
  T **operator&() { return &p; }
  T *operator->() const { return p; }
  void Release() {
    T *old = p;
    p = nullptr;
    if (old)
      old->Release();
  }
};

bool confirm();

void released(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
    return;
  session->Logoff(0, 0, 0);
  session->Release();
}

void movedUp(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
    return;
  session->Logoff(0, 0, 0);
  store->Release();
  session->Release();
}

void maybeNull(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  session->OpenMsgStore(0, cb, id, nullptr, 0, &store);
  session->Logoff(0, 0, 0);
  UlRelease(store);
  session->Release();
}

void smart(LPMAPISESSION session) {
  CComPtr<IMAPITable> table;
  if (FAILED(session->GetMsgStoresTable(0, &table)))
    return;
  session->Logoff(0, 0, 0);
  session->Release();
}

void cancelled(LPMDB store, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(store->Advise(0, nullptr, fnevNewMail, sink, &token)))
    return;
  store->Release();
}

HRESULT freed(LPMAPIPROP object, ULONG *size) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_MESSAGE_SIZE, &value);
  if (FAILED(hr))
    return hr;
  if (confirm())
    return S_FALSE;
  *size = value->Value.ul;
  MAPIFreeBuffer(value);
  return S_OK;
}

void atTheBrace(LPMAPITABLE table, ULONG *count) {
  LPSRowSet rows = nullptr;
  if (SUCCEEDED(table->QueryRows(10, 0, &rows)))
    *count = rows->cRows;
}

void rightFunction(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (SUCCEEDED(table->QueryRows(10, 0, &rows)))
    MAPIFreeBuffer(rows);
}

void started(LPMAPISESSION session) {
  LPADRBOOK book;
  if (FAILED(session->OpenAddressBook(0, nullptr, 0, &book)))
    confirm();
  UlRelease(book);
}

HRESULT undone() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  if (!confirm())
    return E_ABORT;
  MAPIUninitialize();
  return S_OK;
}

void swapped() {
  MAPIUninitialize();
  OleUninitialize();
}

void flags(LPMAPISESSION session) {
  session->Logoff(0, MAPI_LOGOFF_SHARED | MAPI_LOGOFF_UI, 0);
  session->Release();
}

// Not mended: the place is in a macro, the variable may be stale or shared.
#define END(session) (session)->Logoff(0, 0, 0)

void inAMacro(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
    return;
  END(session);
  session->Release();
}

void maybeStale(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
    return;
  if (confirm())
    store->Release();
  session->Logoff(0, 0, 0);
  session->Release();
}

ULONG inTheReturn(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_MESSAGE_SIZE, &value)))
    return 0;
  return value->Value.ul;
}
