// RUN: %check_recovery %s
// A call of the catalogue's stays one, whatever of its arguments is not known.
#include <mapix.h>
#include <mapiutil.h>

// CHECK: warning: function 'byFlag' is analysed in part: {{what 'OpenEntry' is given|'MAPI_NO_SUCH_FLAG'}} is not known (line [[@LINE+4]])
HRESULT byFlag(LPMDB store, ULONG size, LPENTRYID id) {
  LPMAPIFOLDER folder = nullptr;
  ULONG type = 0;
  HRESULT hr = store->OpenEntry(size, id, nullptr, MAPI_NO_SUCH_FLAG, &type,
                                (LPUNKNOWN *)&folder);
  if (FAILED(hr))
    return hr;
  return folder->SaveChanges(KEEP_OPEN_READWRITE);
  // CHECK: :[[@LINE-1]]:3: warning: 'folder' (IMAPIFolder) is lost on this way out without being released [mapi-interface-leak]
  // CHECK-NEXT: :[[@LINE-6]]:{{[0-9]+}}: note: 'folder' (IMAPIFolder) is acquired here by IMsgStore::OpenEntry
}

// CHECK: warning: function 'byFlagAndReleased' is analysed in part
HRESULT byFlagAndReleased(LPMDB store, ULONG size, LPENTRYID id) {
  LPMAPIFOLDER folder = nullptr;
  ULONG type = 0;
  HRESULT hr = store->OpenEntry(size, id, nullptr, MAPI_NO_SUCH_FLAG, &type,
                                (LPUNKNOWN *)&folder);
  if (FAILED(hr))
    return hr;
  hr = folder->SaveChanges(KEEP_OPEN_READWRITE);
  folder->Release();
  return hr;
}

// CHECK: warning: function 'byTag' is analysed in part: {{what 'HrGetOneProp' is given|'PR_NO_SUCH_TAG'}} is not known
HRESULT byTag(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_NO_SUCH_TAG, &value);
  return hr;
  // CHECK: :[[@LINE-1]]:3: warning: 'value' may be lost on this way out without being freed, if HrGetOneProp succeeds
}

// CHECK: warning: function 'byTagAndFreed' is analysed in part
HRESULT byTagAndFreed(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_NO_SUCH_TAG, &value);
  MAPIFreeBuffer(value);
  return hr;
}

// CHECK: warning: function 'byCall' is analysed in part: 'tagOf' is not known
HRESULT byCall(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, tagOf(object), &value)))
    return E_FAIL;
  return S_OK;
  // CHECK: :[[@LINE-1]]:3: warning: 'value' is lost on this way out without being freed
}

// A call with too few arguments is somebody's typing.
// CHECK: warning: function 'halfWritten' is analysed in part
HRESULT halfWritten(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_ENTRYID, &value);
  if (FAILED(hr))
    return hr;
  HrGetOneProp(value);
  return S_OK;
}

// COUNT: functions with MAPI calls: 0 analysed, 6 in part, 0 not{{$}}
