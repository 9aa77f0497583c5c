// RUN: %dump_graphs %s | FileCheck %s
// FAILED and SUCCEEDED are tests of the sign.
#include <mapix.h>

HRESULT open(LPMAPISESSION session) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &store);
  if (FAILED(hr))
    return hr;
  store->Release();
  return S_OK;
}

// CHECK: function "open" {{.*}} result %result returns-status @
// CHECK: %hr = local, status, number{{$}}
// CHECK: #[[OPEN:[0-9]+]] [[STATUS:%t[0-9]+]] = call "IMAPISession::OpenMsgStore" on %session (=0, =0, =0, =0, =0, &%store) @
// CHECK: %hr = copy [[STATUS]] @
// CHECK: -> {{b[0-9]+}} when %hr < 0{{$}}
// CHECK: -> {{b[0-9]+}} when %hr >= 0{{$}}
