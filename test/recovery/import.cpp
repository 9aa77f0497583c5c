// RUN: %check_recovery %s
// Clang does not know what #import declares: names from type libraries are not
// known, and what passes through them may be kept or released. The rest is
// judged as ever.
#include <mapix.h>
#import "msado15.dll" no_namespace rename("EOF", "EndOfFile")
#import <outlook.tlb> raw_interfaces_only, named_guids

HRESULT openRoot(LPMDB store, bool log) {
  LPMAPIFOLDER root = nullptr;
  ULONG type = 0;
  HRESULT hr = store->OpenEntry(0, nullptr, nullptr, 0, &type,
                                (LPUNKNOWN *)&root);
  if (FAILED(hr))
    return hr;
  if (log)
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'root' (IMAPIFolder) is lost on this way out
    return E_FAIL;
  root->Release();
  return S_OK;
}

// CHECK: warning: function 'throughLibrary' is analysed in part: {{.*}}'Recordset'
HRESULT throughLibrary(LPMDB store) {
  LPMAPIFOLDER root = nullptr, other = nullptr;
  ULONG type = 0;
  Recordset rows;
  if (FAILED(store->OpenEntry(0, nullptr, nullptr, 0, &type,
                              (LPUNKNOWN *)&root)))
    return E_FAIL;
  rows.Attach(root);
  if (FAILED(store->OpenEntry(0, nullptr, nullptr, 0, &type,
                              (LPUNKNOWN *)&other)))
    return E_FAIL;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'other' (IMAPIFolder) is lost on this way out
  return S_OK;
}

// COUNT: functions with MAPI calls: 1 analysed, 1 in part, 0 not{{$}}
