// RUN: %check_recovery %s
// C declares a function that it does not know; it is not known for that.
#define COBJMACROS
#include <mapix.h>
#include <mapiutil.h>

// CHECK: warning: function 'handsOver' is analysed in part
HRESULT handsOver(LPMAPIPROP object, ULONG *tag) {
  LPSPropValue value = NULL;
  HRESULT hr = HrGetOneProp(object, PR_ENTRYID, &value);
  if (FAILED(hr))
    return hr;
  consume(value);
  return S_OK;
}

// CHECK: warning: function 'besides' is analysed in part
HRESULT besides(LPMAPIPROP object, ULONG *tag) {
  LPSPropValue value = NULL;
  HRESULT hr = HrGetOneProp(object, PR_ENTRYID, &value);
  if (FAILED(hr))
    return hr;
  consume(tag);
  return S_OK;
  // CHECK: :[[@LINE-1]]:3: warning: 'value' is lost on this way out without being freed
}

// COUNT: functions with MAPI calls: 0 analysed, 2 in part, 0 not{{$}}
