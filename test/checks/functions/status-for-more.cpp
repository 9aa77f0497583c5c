// RUN: %check_mapi %s
// A function that takes a status and returns one hands it on, as one that logs
// it does; one that gives something besides says whether it did.
#include <mapiutil.h>
#include <mapix.h>

HRESULT describe(HRESULT status, LPWSTR *text);
HRESULT describeTo(HRESULT status, LPWSTR &text);
HRESULT logged(HRESULT status);

HRESULT described(HRESULT status, LPMAPIERROR *out) {
  LPWSTR text = nullptr;
  HRESULT hr = describe(status == S_OK ? MAPI_E_NO_ACCESS : status, &text);
  if (hr != S_OK)
    return hr;
  LPMAPIERROR error = nullptr;
  hr = MAPIAllocateBuffer(sizeof(MAPIERROR), (void **)&error);
  if (hr != S_OK)
    return hr;
  hr = MAPIAllocateMore(2, error, (void **)&error->lpszError);
  if (hr != S_OK)
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'error' is lost on this way out without being freed [mapi-buffer-leak]
  *out = error;
  return S_OK;
}

HRESULT describedAndFreed(LPMAPIERROR *out) {
  LPWSTR text = nullptr;
  HRESULT hr = describeTo(MAPI_E_NO_ACCESS, text);
  if (hr != S_OK)
    return hr;
  LPMAPIERROR error = nullptr;
  hr = MAPIAllocateBuffer(sizeof(MAPIERROR), (void **)&error);
  if (hr != S_OK)
    return hr;
  hr = MAPIAllocateMore(2, error, (void **)&error->lpszError);
  if (hr != S_OK)
    MAPIFreeBuffer(error);
  else
    *out = error;
  return hr;
}

HRESULT onlyLogged(LPMAPISESSION session, LPMAPITABLE *out) {
  HRESULT hr = session->GetMsgStoresTable(0, out);
  if (SUCCEEDED(hr))
    return hr;
  LPSPropValue unused = nullptr;
  if (logged(hr) == S_OK)
    hr = MAPIAllocateBuffer(sizeof(SPropValue), (void **)&unused);
  return hr;
}
