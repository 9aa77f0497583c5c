#include <Windows.h>
#include <MAPIX.h>

HRESULT countStores(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &store);
  if (FAILED(hr))
    return hr;
  session->Logoff(0, 0, 0);
  store->Release();
  session->Release();
  return S_OK;
}
