// RUN: %check_mapi %s
// __leave goes on behind the guarded block, with __finally first.
#include <mapix.h>
#include <mapiutil.h>

void freedInTheHandler(LPMAPIPROP object, ULONG *size) {
  LPSPropValue value = NULL;
  __try {
    HRESULT hr = HrGetOneProp(object, PR_MESSAGE_SIZE, &value);
    if (FAILED(hr))
      __leave;
    *size = value->Value.ul;
  } __finally {
    MAPIFreeBuffer(value);
  }
}

void freedBeforeTheHandler(LPMAPIPROP object, ULONG *size) {
  LPSPropValue value = NULL;
  __try {
    HRESULT hr = HrGetOneProp(object, PR_MESSAGE_SIZE, &value);
    if (FAILED(hr))
      __leave;
    while (value->Value.ul == 0) {
      if (*size == 0)
        __leave;
      --*size;
    }
    MAPIFreeBuffer(value);
  } __finally {
    *size = 0;
  }
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: 'value' {{.*}} [mapi-buffer-leak]

HRESULT freedAfterAFailureOnly(LPMAPIPROP object, ULONG *size) {
  LPSPropValue value = NULL;
  HRESULT hr = E_FAIL;
  __try {
    hr = HrGetOneProp(object, PR_MESSAGE_SIZE, &value);
    if (FAILED(hr))
      __leave;
    *size = value->Value.ul;
  } __finally {
    if (FAILED(hr))
      MAPIFreeBuffer(value);
  }
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'value' {{.*}} [mapi-buffer-leak]
}
