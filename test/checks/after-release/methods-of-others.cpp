// RUN: %check_mapi %s
// A method of COM's that the catalogue does not know uses the object, too.
#include <mapix.h>

HRESULT wrong(LPMESSAGE message, const char *text, ULONG size) {
  LPSTREAM body = nullptr;
  ULONG written = 0;
  HRESULT hr = message->OpenProperty(PR_BODY_A, &IID_IStream, STGM_READWRITE, MAPI_CREATE | MAPI_MODIFY, (LPUNKNOWN *)&body);
  if (FAILED(hr))
    return hr;
  hr = body->Write(text, size, &written);
  body->Release();
  if (SUCCEEDED(hr))
    hr = body->Commit(STGC_DEFAULT);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'body' (IStream) is used after it was given back [mapi-use-after-release]
  return hr;
}

HRESULT right(LPMESSAGE message, const char *text, ULONG size) {
  LPSTREAM body = nullptr;
  ULONG written = 0;
  HRESULT hr = message->OpenProperty(PR_BODY_A, &IID_IStream, STGM_READWRITE, MAPI_CREATE | MAPI_MODIFY, (LPUNKNOWN *)&body);
  if (FAILED(hr))
    return hr;
  hr = body->Write(text, size, &written);
  if (SUCCEEDED(hr))
    hr = body->Commit(STGC_DEFAULT);
  body->Release();
  return hr;
}
